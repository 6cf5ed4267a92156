"""Measure how fast feeds are written, revised and read, beside icalendar, ics and ical.js.

    python -m tests.benchmarks.feeds [--events 1000 10000 100000] [--runs 3] [--limit 300] [--json] [--check]

All write the same properties with the same values, of a programme like life: a place for every five sessions, five
participants each, texts that differ. The values are made before the clock starts: `diplocal-typed` begins with them, as
the other programs do. `diplocal` begins with a timeline, so its time includes finding the words of each entry;
`diplocal-toml` with the text of a programme file, which it reads, checks and dates.

Each run has a process of its own. Of several runs the fastest counts; rates are by processor time, so that a busy
machine doesn't decide. A program that would take longer than `--limit`, judging by the size before, is left out.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from tests.benchmarks.programs import CACHE, DRIVERS, UnavailableError

ICAL_JS = "ical.js@2.2.1"
EVENTS = (1_000, 10_000, 100_000)
RUNS = (
    ("diplocal-toml", "write"),
    ("diplocal", "write"),
    ("diplocal-typed", "write"),
    ("icalendar", "write"),
    ("ics", "write"),
    ("ical.js", "write"),
    ("diplocal", "revise"),
    ("diplocal", "read"),
    ("icalendar", "read"),
    ("ics", "read"),
    ("ical.js", "read"),
)
TIMES_ICALENDAR = 12
TIMES_FROM_A_FILE = 1.5  # read, checked, dated and written, to icalendar's writing alone
REVISION_MOST = 3
MEMORY_MOST = 20


@frozen(kw_only=True)
class Measured:
    """The best run of a program at a size; `problem` tells why there is none."""

    program: str
    task: str
    events: int
    seconds: float = 0.0
    cpu: float = 0.0
    memory: float = 0.0
    problem: str = ""

    @property
    def rate(self) -> float:
        """Events a second of processor time."""
        return self.events / self.cpu if self.cpu else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(runs=options.runs, limit=options.limit, folder=Path(folder))
        found = list(bench.measure(sorted(options.events)))
    if options.json:
        print(json.dumps([asdict(one) for one in found], indent=2))
    else:
        print("\n".join(report(found)))
    missed = list(promises_missed(found))
    for line in missed:
        print(f"missed: {line}", file=sys.stderr)
    return int(options.check and bool(missed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, nargs="+", default=EVENTS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=300, help="seconds a run may take (default 300)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit 1 if a promised figure is missed")
    return parser


@frozen(kw_only=True)
class Bench:
    """How each program is run.

    Attributes:
        runs: how often, unless that takes long.
        limit: seconds a run may take.
        folder: where what they read and write lies.
    """

    runs: int
    limit: float
    folder: Path

    def measure(self, sizes: Sequence[int]) -> Iterator[Measured]:
        """Run every program at every size that it can be expected to end at."""
        for size in (20, *sizes):  # the small one is read before the clock starts, for imports and caches
            command = [sys.executable, str(DRIVERS / "feed_tasks.py"), "-", "prepare", str(size), str(self.folder)]
            _run(command, {}, 3600)
        for program, task in RUNS:
            last: Measured | None = None
            for size in sizes:
                if last and (last.problem or last.seconds * size / last.events > self.limit):
                    problem = last.problem or f"would take more than {self.limit:.0f} s"
                    yield Measured(program=program, task=task, events=size, problem=problem)
                    continue
                last = self.best(program, task, size)
                yield last

    def best(self, program: str, task: str, size: int) -> Measured:
        """Run a program some times and keep the run that took the least processor time."""
        kept: dict[str, Any] | None = None
        try:
            for _ in range(self.runs):
                done = _run(*self._command(program, task, size), self.limit)
                kept = done if kept is None or done["cpu"] < kept["cpu"] else kept
                if done["seconds"] > 20:
                    break  # long enough to be told from noise
        except UnavailableError as error:
            return Measured(program=program, task=task, events=size, problem=str(error))
        figures = {name: (kept or {})[name] for name in ("seconds", "cpu", "memory")}
        return Measured(program=program, task=task, events=size, **figures)

    def _command(self, program: str, task: str, size: int) -> tuple[list[str], dict[str, str]]:
        if program == "ical.js":
            given = self.folder / f"{size}.{'ics' if task == 'read' else 'jsonl'}"
            command = ["node", "--max-old-space-size=8192", str(DRIVERS / "ical_js.cjs"), task, str(given)]
            return command, {"NODE_PATH": str(ical_js())}
        worker = [sys.executable, "-W", "ignore", str(DRIVERS / "feed_tasks.py")]
        return [*worker, program, task, str(size), str(self.folder)], {}


def _run(command: list[str], environment: dict[str, str], limit: float) -> dict[str, Any]:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, env=os.environ | environment, timeout=limit + 120, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"not done after {limit + 120:.0f} s") from None
    if done.returncode:
        raise UnavailableError((done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1][:200])
    return dict(json.loads(done.stdout)) if done.stdout.strip() else {}


def ical_js() -> Path:
    """Find the folder with ical.js: one that NODE_PATH names, else the cache, into which it is installed once."""
    if shutil.which("node") is None:
        raise UnavailableError("node is not on the path")
    named = [Path(place) for place in os.environ.get("NODE_PATH", "").split(os.pathsep) if place]
    for modules in (*named, CACHE / "node_modules"):
        if (modules / "ical.js").is_dir():
            return modules
    npm = shutil.which("npm")
    if npm is None:
        raise UnavailableError(f"npm is not on the path, and {ICAL_JS} is not in the cache")
    CACHE.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
    command = [npm, "install", "--prefix", str(CACHE), *quiet, ICAL_JS]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise UnavailableError(f"npm could not install {ICAL_JS}: {done.stderr.strip()[-300:]}")
    return CACHE / "node_modules"


def report(found: Sequence[Measured]) -> Iterator[str]:
    """Write the measurements as lines of text; growth is the time an event takes, by the one at the smallest size."""
    yield "== feeds: events a second of processor time"
    names = f"{'events/s':>9} {'cpu s':>8} {'wall s':>8} {'MiB':>7} {'growth':>7}"
    yield f"  {'task':<7} {'program':<15} {'events':>7} {names}"
    first = {(one.program, one.task): one for one in reversed(found) if not one.problem}
    for one in found:
        head = f"  {one.task:<7} {one.program:<15} {one.events:>7}"
        if one.problem:
            yield f"{head} left out: {one.problem}"
            continue
        growth = first[one.program, one.task].rate / one.rate
        yield f"{head} {one.rate:>9.0f} {one.cpu:>8.2f} {one.seconds:>8.2f} {one.memory:>7.1f} {growth:>7.2f}"
    for size in sorted({one.events for one in found}):
        known = {(one.program, one.task): one for one in found if one.events == size and not one.problem}
        for name in ("diplocal-toml", "diplocal", "diplocal-typed"):
            for other in ("icalendar", "ics", "ical.js"):
                if {(name, "write"), (other, "write")} <= known.keys():
                    times = known[name, "write"].rate / known[other, "write"].rate
                    yield f"  {name} writes {size} events {times:.1f} times as fast as {other}"


def promises_missed(found: Sequence[Measured]) -> Iterator[str]:
    known = {(one.program, one.task, one.events): one for one in found if not one.problem}
    for size in sorted({one.events for one in found if one.events >= 10_000}):
        ours, typed = (known.get((name, "write", size)) for name in ("diplocal", "diplocal-typed"))
        if ours is None or typed is None:
            continue
        from_file = known.get(("diplocal-toml", "write", size), typed)
        for which, other, least in (
            (typed, "icalendar", TIMES_ICALENDAR),
            (typed, "ical.js", 1),
            (from_file, "icalendar", TIMES_FROM_A_FILE),
        ):
            theirs = known.get((other, "write", size))
            if theirs and which.rate < least * theirs.rate:
                times = f"{which.rate / theirs.rate:.1f} times {other}'s events/s at {size}"
                yield f"{which.program}: {times}, {least} promised"
        revision = known.get(("diplocal", "revise", size))
        if revision and revision.cpu > REVISION_MOST * ours.cpu:
            yield f"a revision of {size} takes {revision.cpu / ours.cpu:.1f} times the time of writing it"
        if ours.memory > MEMORY_MOST:
            yield f"writing {size} adds {ours.memory:.0f} MiB, {MEMORY_MOST} promised"


if __name__ == "__main__":
    sys.exit(main())

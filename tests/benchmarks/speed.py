"""Measure documents per second, whole process, of diplocal, plain and compiled, and the tools beside it; time to start.

    python -m tests.benchmarks.speed [--copies 10] [--runs 3] [--tools diplocal chrono] [--json]

Every program gets the same documents in the same run, in turns, so that a busy machine slows them alike.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from attrs import evolve, field, frozen

from tests.benchmarks import programs
from tests.benchmarks.programs import Tool
from tools import corpus, shared
from tools.corpus import Text

BARE = "pass"
FIRST_PHRASE = """
import datetime, diplocal
diplocal.read_phrase("on Thursday", published=datetime.date(2025, 4, 1), zone="Asia/Seoul")
"""
STARTUP_MOST = 0.150
# Speed over chrono-node's that the project promises, by program and the number of copies. "compiled" is what a
# release has; "diplocal" is the checkout, as plain Python.
PROMISED = {("compiled", 100): 1.2, ("diplocal", 100): 0.8}


@frozen
class Run:
    """One process from start to exit: seconds on the wall and of processor time."""

    wall: float
    cpu: float


@frozen
class Timing:
    """All runs of one program over `documents` documents; `problem` tells why there are none."""

    name: str
    documents: int
    runs: list[Run] = field(factory=list)
    problem: str = ""

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs) if self.runs else math.nan

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs) if self.runs else math.nan

    @property
    def rate(self) -> float:
        return self.documents / self.wall


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    timings = measure(_texts(options.shared), options)
    startup = [] if options.no_startup else measure_startup(options.startup_runs)
    missed = list(_missed(timings, startup, options.copies))
    if options.json:
        print(json.dumps({"speed": _rows(timings), "startup": _rows(startup), "missed": missed}, indent=2))
    else:
        print("\n".join(report(timings, startup, options.copies)))
    if options.check:
        print("\n".join(f"missed: {line}" for line in missed) or "all figures met", file=sys.stderr)
    return int(options.check and bool(missed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--copies", type=int, default=10, help="of the newswire documents (default 10)")
    parser.add_argument("--slow-copies", type=int, default=1, help="for dateparser and parsedatetime (default 1)")
    parser.add_argument("--runs", type=int, default=3, help="the median of so many counts (default 3)")
    parser.add_argument("--startup-runs", type=int, default=11)
    parser.add_argument("--no-startup", action="store_true", help="leave the time to start out")
    parser.add_argument("--tools", nargs="+", choices=programs.NAMES, default=list(programs.NAMES))
    parser.add_argument("--shared", type=Path, default=shared.SHARED, help="folder of texts beside the project")
    parser.add_argument("--cache", type=Path, default=programs.CACHE, help="where chrono-node is installed")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit 1 if a promised figure is missed")
    return parser


def _texts(folder: Path) -> list[Text]:
    """Take the newswire if it is there, else as many of the project's own texts."""
    return shared.newswire(folder) or corpus.part("held_out")[:100]


def measure(texts: Sequence[Text], options: argparse.Namespace) -> list[Timing]:
    """Run every program `runs` times, in turns; one that cannot run keeps its place, with the reason."""
    with tempfile.TemporaryDirectory() as folder:
        files = {copies: _write(Path(folder), texts, copies) for copies in _copy_counts(options)}
        pending: list[tuple[Tool | None, Path, Timing]] = []
        for name in options.tools:
            copies = _copies(name, options)
            try:
                tool = programs.find(name, options.cache)
            except programs.UnavailableError as problem:
                pending.append((None, files[copies], Timing(name, 0, problem=str(problem))))
            else:
                pending.append((tool, files[copies], Timing(name, copies * len(texts))))
        for _ in range(options.runs):
            pending = [(tool, lines, _again(tool, lines, timing)) for tool, lines, timing in pending]
        return [timing for *_, timing in pending]


def _copies(name: str, options: argparse.Namespace) -> int:
    slow = name in ("dateparser", "parsedatetime")
    return int(min(options.copies, options.slow_copies) if slow else options.copies)


def _copy_counts(options: argparse.Namespace) -> set[int]:
    return {_copies(name, options) for name in options.tools}


def _write(folder: Path, texts: Sequence[Text], copies: int) -> Path:
    """Write the texts `copies` times, each copy under ids of its own."""
    path = folder / f"{copies}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for copy in range(copies):
            lines.writelines(programs.request(evolve(text, id=f"{text.id}#{copy}")) for text in texts)
    return path


def _again(tool: Tool | None, lines: Path, timing: Timing) -> Timing:
    if tool is None or timing.problem:
        return timing
    with lines.open("rb") as source, tempfile.TemporaryFile() as answers, tempfile.TemporaryFile() as errors:
        status, run = _timed(tool.command, source, answers, errors, tool.process_environment())
        answers.seek(0)
        answered = sum(1 for _ in answers)
        errors.seek(0)
        last_words = errors.read().decode(errors="replace").strip()[-300:]
    if status or answered != timing.documents:
        words = f"exit {status}, {answered} answers to {timing.documents} documents: {last_words}"
        return evolve(timing, problem=words, runs=[])
    return evolve(timing, runs=[*timing.runs, run])


def _timed(
    command: Sequence[str], source: Any, answers: IO[bytes], errors: IO[bytes], environment: dict[str, str]
) -> tuple[int, Run]:
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(
        command, stdin=source, stdout=answers, stderr=errors, env=environment, cwd=corpus.PROJECT, check=False
    )
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return done.returncode, Run(wall, cpu)


def measure_startup(runs: int) -> list[Timing]:
    """Time a bare interpreter and one that imports diplocal and reads a phrase, in turns."""
    timings = [Timing("bare interpreter", 1), Timing("import and first phrase", 1)]
    for _ in range(runs):
        timings = [_again_code(code, timing) for code, timing in zip((BARE, FIRST_PHRASE), timings, strict=True)]
    return timings


def _again_code(code: str, timing: Timing) -> Timing:
    if timing.problem:
        return timing
    with tempfile.TemporaryFile() as answers, tempfile.TemporaryFile() as errors:
        command = [sys.executable, "-c", code]
        # As installed: with the modules compiled, which the first of several runs does.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        status, run = _timed(command, subprocess.DEVNULL, answers, errors, environment)
        errors.seek(0)
        last_words = errors.read().decode(errors="replace").strip()[-300:]
    return evolve(timing, problem=last_words, runs=[]) if status else evolve(timing, runs=[*timing.runs, run])


def _ratios(timings: Sequence[Timing]) -> dict[str, float]:
    """Divide the documents per second of diplocal, plain and compiled, by chrono-node's, as far as they ran."""
    rates = {timing.name: timing.rate for timing in timings if timing.runs}
    if "chrono" not in rates:
        return {}
    return {name: rates[name] / rates["chrono"] for name in ("diplocal", "compiled") if name in rates}


def _missed(timings: Sequence[Timing], startup: Sequence[Timing], copies: int) -> Iterator[str]:
    for name, ratio in _ratios(timings).items():
        promised = PROMISED.get((name, copies), 0)
        if ratio < promised:
            said = f"{ratio:.2f} times chrono-node's documents per second on {copies} copies"
            yield f"{name}: {said}, {promised} promised"
    if all(timing.runs for timing in startup) and startup:
        added = startup[1].wall - startup[0].wall
        if added >= STARTUP_MOST:
            yield f"start adds {added * 1000:.0f} ms, less than {STARTUP_MOST * 1000:.0f} promised"
    for timing in (*timings, *startup):
        if timing.problem and timing.name not in ("compiled", "chrono", "dateparser", "parsedatetime"):
            yield f"{timing.name}: {timing.problem}"


def report(timings: Sequence[Timing], startup: Sequence[Timing], copies: int) -> Iterator[str]:
    """Write the measurements as lines of text."""
    yield f"== speed, whole process, {copies} copies: medians"
    yield f"  {'':<14} {'documents':>9} {'wall s':>8} {'cpu s':>8} {'docs/s':>8}  runs"
    for timing in timings:
        if timing.problem:
            yield f"  {timing.name:<14} skipped: {timing.problem}"
            continue
        runs = " ".join(f"{run.wall:.2f}" for run in timing.runs)
        row = f"{timing.documents:>9} {timing.wall:>8.2f} {timing.cpu:>8.2f} {timing.rate:>8.0f}"
        yield f"  {timing.name:<14} {row}  {runs}"
    for name, ratio in _ratios(timings).items():
        yield f"  {name} reads {ratio:.2f} times chrono-node's documents per second"
    if startup:
        yield "== start: medians"
    for timing in startup:
        yield f"  {timing.name:<24} {timing.problem or f'{timing.wall * 1000:.0f} ms'}"
    if startup and all(timing.runs for timing in startup):
        yield f"  {'added':<24} {(startup[1].wall - startup[0].wall) * 1000:.0f} ms"


def _rows(timings: Sequence[Timing]) -> list[dict[str, Any]]:
    return [
        {"name": timing.name, "skipped": timing.problem}
        if timing.problem
        else {
            "name": timing.name,
            "documents": timing.documents,
            "wall": timing.wall,
            "cpu": timing.cpu,
            "rate": timing.rate,
            "runs": [run.wall for run in timing.runs],
        }
        for timing in timings
    ]


if __name__ == "__main__":
    sys.exit(main())

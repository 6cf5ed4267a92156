"""Measure how the time to read a hostile text grows with its length.

    python -m tests.benchmarks.growth [--largest 1048576] [--only thursday digits] [--json] [--check]

Each text is one fragment repeated. It is read at sizes that double, in a process of its own, so that one
that never comes back costs `--limit` seconds and not the run. An exponent of 1 is linear, 2 is quadratic.
"""

import argparse
import datetime as dt
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

import diplocal

HOSTILE = {
    "thursday": "Thursday ",
    "on-thursday": "on Thursday ",
    "on": "on ",
    "from-to": "from Monday to ",
    "monday-and": "Monday and ",
    "monday-dash": "Monday-",
    "monday-paren": "Monday-Tuesday(",
    "range-comma": "from Monday to Wednesday, ",
    "day-after": "the day after ",
    "next": "next ",
    "may": "may ",
    "april-3": "April 3, ",
    "april-set": "April 3 and ",
    "week-from": "a week from ",
    "days-later": "three days later ",
    "am": "a.m. ",
    "nine-am": "9 a.m. ",
    "one-dash": "1-",
    "one-slash": "1/",
    "one-colon": "1:",
    "one-space": "1 ",
    "digits": "1",
    "iso": "2025-04-01",
    "parens": "(",
    "nested": "(Thursday",
    "quotes": "\u201c",
    "quoted": "\u201cThursday\u201d ",
    "spaces": " ",
    "newlines": "\n",
    "dashes": "\u2013",
    "nbsp": "\u00a0",
    "dots": ". ",
    "letters": "a",
    "capitals": "Aa ",
    "said": "he said ",
    "will": "will ",
    "nul": "\x00",
    "surrogate": "\ud800",
    "combining": "e\u0301",
    "astral": "\U0001f5d3",
    "length": "a two-day visit to ",
    "in-places": "in Brussels ",
    "local-time": "local time ",
    "dateline": "BRUSSELS (Wire), April 1 - ",
}
SMALLEST = 2**12
LARGEST = 2**20
# Below this a run is mostly overhead and noise, in seconds.
MEASURABLE = 0.005
EXPONENT_MOST = 1.25
PUBLISHED = dt.date(2025, 4, 1)


@frozen
class Growth:
    """The times of one fragment by size; `problem` tells what went wrong at the next size."""

    name: str
    points: list[tuple[int, float]] = field(factory=list)
    mentions: int = 0
    problem: str = ""

    @property
    def exponent(self) -> float:
        """Fit the slope of log time over log size; NaN when all sizes are too fast to tell."""
        usable = [(math.log(size), math.log(secs)) for size, secs in self.points if secs >= MEASURABLE]
        if len(usable) < 3:
            return math.nan
        mean_x = sum(x for x, _ in usable) / len(usable)
        mean_y = sum(y for _, y in usable) / len(usable)
        spread = sum((x - mean_x) ** 2 for x, _ in usable)
        return sum((x - mean_x) * (y - mean_y) for x, y in usable) / spread

    @property
    def linear(self) -> bool:
        return not self.problem and not self.exponent > EXPONENT_MOST


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.read:
        return read_sizes(options.read, options.largest)
    growths = [measure(name, options.largest, options.limit) for name in options.only or HOSTILE]
    if options.json:
        print(json.dumps([_row(growth) for growth in growths], indent=2))
    else:
        print("\n".join(report(growths, options.largest)))
    return int(options.check and not all(growth.linear for growth in growths))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--largest", type=int, default=LARGEST, help="characters of the longest text (default 1 Mi)")
    parser.add_argument("--limit", type=float, default=120, help="seconds for all sizes of one text (default 120)")
    parser.add_argument("--only", nargs="+", choices=HOSTILE, default=())
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit 1 if a text fails or grows faster than linear")
    parser.add_argument("--read", choices=HOSTILE, default="", help=argparse.SUPPRESS)
    return parser


def read_sizes(name: str, largest: int) -> int:
    """Read one fragment at all sizes, a line of JSON for each: the part that runs in a process of its own."""
    diplocal.read_text("on Thursday", published=PUBLISHED, zone="UTC")
    size = SMALLEST
    while size <= largest:
        text = (HOSTILE[name] * (size // len(HOSTILE[name]) + 1))[:size]
        start = time.perf_counter()
        found = diplocal.read_text(text, published=PUBLISHED, zone="UTC")
        seconds = time.perf_counter() - start
        print(json.dumps([size, seconds, len(list(found))]), flush=True)
        size *= 2
    return 0


def measure(name: str, largest: int, limit: float) -> Growth:
    """Time one fragment at sizes that double, giving up after `limit` seconds in all."""
    command = [sys.executable, "-m", "tests.benchmarks.growth", "--read", name, "--largest", str(largest)]
    problem = ""
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False)
        output = done.stdout.decode()
        if done.returncode:
            problem = _last_line(done.stderr) or f"exit {done.returncode}"
    except subprocess.TimeoutExpired as late:
        output = (late.stdout or b"").decode()
        problem = f"not done after {limit:.0f} s"
    rows = [json.loads(line) for line in output.splitlines() if line.endswith("]")]
    points = [(size, seconds) for size, seconds, _ in rows]
    return Growth(name, points, mentions=rows[-1][2] if rows else 0, problem=problem)


def _last_line(errors: bytes) -> str:
    return errors.decode(errors="replace").strip().rpartition("\n")[2][:200]


def report(growths: Sequence[Growth], largest: int) -> Iterator[str]:
    """Write the measurements as lines of text."""
    yield f"== growth, up to {largest} characters"
    yield f"  {'text':<13} {'exponent':>8} {'longest':>9} {'seconds':>8} {'mentions':>9}"
    for growth in growths:
        size, seconds = growth.points[-1] if growth.points else (0, math.nan)
        exponent = "fast" if math.isnan(growth.exponent) and not growth.problem else f"{growth.exponent:.2f}"
        mark = f"  FAILED: {growth.problem}" if growth.problem else "" if growth.linear else "  NOT LINEAR"
        yield f"  {growth.name:<13} {exponent:>8} {size:>9} {seconds:>8.3f} {growth.mentions:>9}{mark}"
    bad = [growth.name for growth in growths if not growth.linear]
    yield f"  not linear: {', '.join(bad) or 'none'}"


def _row(growth: Growth) -> dict[str, Any]:
    exponent = None if math.isnan(growth.exponent) else growth.exponent
    return {
        "text": growth.name,
        "exponent": exponent,
        "points": growth.points,
        "mentions": growth.mentions,
        "problem": growth.problem,
    }


if __name__ == "__main__":
    sys.exit(main())

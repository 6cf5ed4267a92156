"""Kill publishers of one feed at random, and look for a torn file or a lost revision.

    python -m tests.feed.killing [--kills 500] [--publishers 4] [--seed 1]

Each publisher moves a session to a time of its own, again and again, and says so once `publish` has come back. A reader
looks at the file all the while. In the end each revision that a publisher spoke of stands in the changelog once, and
the session was moved as often as the changelog says. Exit 1 and a line for each thing that is wrong.
"""

import argparse
import datetime as dt
import os
import random
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from icalendar import Calendar

from diplocal.errors import FeedError
from diplocal.exporters.rfc5545.unfold import cut
from diplocal.feed import publish
from diplocal.feed.previous import first_sequence
from diplocal.timeline import Hours
from tests.exporters.harbour_talks import TIMELINE, at
from tests.feed.editing import FIRST, changed, entry

_TOKEN = re.compile(rb"\*\*(M[0-9]+)\*\*")


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill publishers at random and look for damage.")
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--publishers", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = list(run(Path(folder), options.kills, options.publishers, random.Random(options.seed)))
    sys.stderr.writelines(f"{line}\n" for line in found)
    return int(bool(found))


def run(folder: Path, kills: int, publishers: int, chance: random.Random) -> Iterator[str]:
    feed, log = folder / "feed.ics", folder / "log.md"
    begun = time.monotonic()
    publish(feed, TIMELINE, FIRST, changelog=log)
    longest = 4 * (time.monotonic() - begun)  # so that a slow machine gets as far between two kills as a fast one
    numbers = count(1)
    heard, said = os.pipe()
    os.set_blocking(heard, False)
    running = [start(feed, log, next(numbers), said) for _ in range(publishers)]
    acknowledged = b""
    for _ in range(kills):
        end = time.monotonic() + chance.uniform(0, longest)
        while time.monotonic() < end:
            yield from torn(feed.read_bytes())
            acknowledged += drained(heard)
        victim = running.pop(chance.randrange(len(running)))
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        running.append(start(feed, log, next(numbers), said))
    for one in running:
        os.kill(one, signal.SIGKILL)
        os.waitpid(one, 0)
    acknowledged += drained(heard)
    publish(feed, changed("dinner", title="M0", timing=Hours(at(11, 1))), FIRST, changelog=log)
    yield from lost(feed.read_bytes(), log.read_bytes(), acknowledged.split())
    rest = sorted(one.name for one in folder.iterdir() if not one.name.endswith(".lock"))
    if rest != ["feed.ics", "log.md"]:
        yield f"left behind: {rest}"
    moved = int(entry(feed.read_bytes(), "dinner").sequence) - first_sequence(FIRST)
    sys.stdout.write(f"{kills} kills, {publishers} at once, {len(acknowledged.split())} spoke, {moved} moves\n")


def start(feed: Path, log: Path, number: int, said: int) -> int:
    """Fork a publisher; it runs until it is killed."""
    child = os.fork()
    if child:
        return child
    try:
        for step in count():
            token = f"M{number * 10_000 + step}"
            when = at(11, 2) + dt.timedelta(seconds=number * 10_000 + step)
            publish(feed, changed("dinner", title=token, timing=Hours(when)), FIRST, changelog=log)
            os.write(said, f"{token}\n".encode())
    finally:
        os._exit(1)


def torn(octets: bytes) -> Iterator[str]:
    """Tell if a reader would get half a feed."""
    try:
        cut(octets)
    except FeedError as error:
        yield f"torn: {error}"


def lost(octets: bytes, log: bytes, acknowledged: list[bytes]) -> Iterator[str]:
    """Tell which revisions are missing, or counted twice."""
    Calendar.from_ical(octets)
    told = Counter(_TOKEN.findall(section(log)))
    moved = int(entry(octets, "dinner").sequence) - first_sequence(FIRST)
    if sum(told.values()) != moved:
        yield f"the changelog tells {sum(told.values())} moves, the feed counts {moved}"
    yield from (f"{token!r} is told {times} times" for token, times in told.items() if times != 1)
    yield from (f"{token!r} came back and is lost" for token in acknowledged if token not in told)


def section(log: bytes) -> bytes:
    """Take the lines of the sections about moves; a move gives a new title too, which is told apart."""
    kept = re.findall(rb"### Moved\n\n(.*?)\n(?:\n|$)", log, re.DOTALL)
    return b"\n".join(kept)


def drained(pipe: int) -> bytes:
    try:
        return os.read(pipe, 1 << 16)
    except BlockingIOError:
        return b""


if __name__ == "__main__":
    sys.exit(main())

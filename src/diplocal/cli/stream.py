"""Answer a stream of lines in its order: one after another, or shared among processes once enough are waiting.

The bytes are the same either way.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

from diplocal.cli.arrivals import Arrivals
from diplocal.cli.jsonl import answer, lost
from diplocal.reading import Conventions

if TYPE_CHECKING:
    from diplocal.cli.workers import Reply

ENOUGH = 2**18
"""Bytes waiting (some hundred news reports) from which further processes are worth their start."""

_HELD = 2**16


def answer_all(
    source: BinaryIO, target: BinaryIO, conventions: Conventions, jobs: int, tell: Callable[[int], object] | None = None
) -> int:
    """Write an answer for each line, each as soon as nothing more is waiting to be read.

    Args:
        source: lines of JSON.
        target: where the answers go.
        conventions: how to read words on which usage differs.
        jobs: how many processes may read.
        tell: called with how many bytes each read has brought.

    Returns:
        How many lines were broken.
    """
    arrivals = Arrivals(source, tell)
    reply = partial(answer, conventions=conventions)
    done, broken = _alone(arrivals, target, reply, jobs)
    if not arrivals.waiting and arrivals.ended:
        return broken
    from diplocal.cli.workers import share

    target.flush()
    return broken + share(arrivals, target, reply, lost, jobs=jobs, first=done + 1)


def _alone(arrivals: Arrivals, target: BinaryIO, reply: "Reply", jobs: int) -> tuple[int, int]:
    """Answer in this process until the end of the input, or until enough is waiting to be shared.

    Returns:
        How many lines were taken, and how many of them were broken.
    """
    number = broken = held = 0
    while True:
        if not arrivals.waiting:
            target.flush()
            held = 0
            if arrivals.ended:
                return number, broken
            arrivals.wait()
        if jobs > 1:
            while arrivals.size < ENOUGH and arrivals.look():
                pass
            if number and arrivals.size >= ENOUGH and len(arrivals.waiting) >= jobs:  # the first fills tables for all
                return number, broken
        if not arrivals.waiting:
            continue
        number += 1
        written, fine = reply(arrivals.take(), number)
        broken += not fine
        target.write(written)
        held += len(written)
        if held >= _HELD:
            target.flush()
            held = 0

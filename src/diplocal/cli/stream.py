"""Answer a stream of lines in its order: one after another, or shared among processes once much has come.

What has arrived is answered before more is waited for, so that a live stream gets its answers at once. The bytes are
the same however many processes read. Where one dies, the lines that were under way are read once more, each by itself:
the line that kills its process again is answered as broken, and the run goes on.
"""

import io
import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import BinaryIO, TypeAlias

from attrs import frozen

from diplocal.cli.jsonl import LONGEST, answer, lost
from diplocal.reading import Conventions

ENOUGH = 2**18
"""Bytes (some hundred news reports) from which further processes are worth their start."""

_BLOCK = 2**20
_LINES = 32
"""What a batch holds at most."""

Reply: TypeAlias = Callable[[bytes, int], tuple[bytes, bool]]
Answers: TypeAlias = tuple[bytes, int]
"""The lines to write for a batch, and how many of its lines were broken."""


@frozen
class Batch:
    """Consecutive lines without their ends, the number of the first, and how many bytes had come by then."""

    lines: list[bytes]
    first: int
    arrived: int


def answer_all(
    source: BinaryIO, target: BinaryIO, conventions: Conventions, jobs: int, tell: Callable[[int], object]
) -> int:
    """Write an answer for each line; `tell` is called with how many bytes each read has brought.

    Returns:
        How many lines were broken.
    """
    broken = 0
    for written, wrong in answers(batches(source, tell), partial(answer, conventions=conventions), jobs):
        target.write(written)
        target.flush()
        broken += wrong
    return broken


def answers(arriving: Iterator[Batch], reply: Reply, jobs: int) -> Iterator[Answers]:
    """Answer the first batch here, which fills tables for all, and what comes until there is enough to share."""
    work = partial(answered, reply)
    for batch in arriving:
        yield work(batch)
        if jobs > 1 and batch.arrived >= ENOUGH:
            from diplocal.cli.workers import share

            yield from share(work, arriving, jobs=jobs, lost=partial(one_by_one, reply))


def answered(reply: Reply, batch: Batch) -> Answers:
    """Answer the lines of a batch here."""
    replies = [reply(line, number) for number, line in enumerate(batch.lines, batch.first)]
    return b"".join(written for written, _ in replies), sum(not fine for _, fine in replies)


def one_by_one(reply: Reply, batch: Batch) -> Answers:
    """Answer the lines of a batch whose process died, each by itself."""
    from concurrent.futures.process import BrokenProcessPool

    from diplocal.cli.workers import pool

    written, broken = bytearray(), 0
    alone = pool(1)
    for number, line in enumerate(batch.lines, batch.first):
        try:
            said, fine = alone.submit(reply, line, number).result()
        except BrokenProcessPool:
            said, fine = lost(line, number), False
            alone = pool(1)
        written += said
        broken += not fine
    alone.shutdown()
    return bytes(written), broken


def batches(source: BinaryIO, tell: Callable[[int], object]) -> Iterator[Batch]:
    """Give the lines of a stream as they arrive."""
    number = 1
    for lines, arrived in _arriving(source, tell):
        for start in range(0, len(lines), _LINES):
            yield Batch(lines[start : start + _LINES], number + start, arrived)
        number += len(lines)


def _arriving(source: BinaryIO, tell: Callable[[int], object]) -> Iterator[tuple[list[bytes], int]]:
    """Give the lines that each read completes, with how many bytes have come so far."""
    rest, arrived = bytearray(), 0
    for block in _blocks(source):
        arrived += len(block)
        tell(len(block))
        first, *others = block.split(b"\n")
        if len(rest) <= LONGEST:  # of an endless line no more is kept than shows that it is too long
            rest += first
        if others:
            yield [bytes(rest), *others[:-1]], arrived
            rest = bytearray(others[-1])
    if rest:
        yield [bytes(rest)], arrived


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    """Give what is there, as soon as anything is; not through a buffer, whose lock a thread that waits would keep."""
    try:
        read: Callable[[int], bytes] = partial(os.read, source.fileno())
    except io.UnsupportedOperation:
        read = source.read
    return iter(partial(read, _BLOCK), b"")

"""`scan --jsonl`: one document as a JSON line in, its mentions as a JSON line out, in the order of the lines.

Whatever a line holds, it gets its answer: its mentions, or the reason why there are none. What has arrived is answered
before more is waited for, so that a live stream gets its answers at once. The bytes are the same however many processes
read. Where one dies, the lines that were under way are read once more, each by itself: the line that kills its process
again is answered as broken, and the run goes on.
"""

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from math import isfinite
from typing import BinaryIO, TypeAlias

from attrs import frozen

from diplocal.cli.document_lines import Name, document_line
from diplocal.cli.outputs import json_line
from diplocal.document_rows import UnreadableError, kind_of, read_row, reason_of
from diplocal.reading import Conventions

LONGEST = 64 * 2**20
"""Bytes of a line beyond which it is an error, so that input without line ends cannot fill the memory."""
ENOUGH = 2**18
"""Bytes (some hundred news reports) from which further processes are worth their start."""

_BLOCK = 2**20
_LINES = 64
"""What a batch holds at most."""
_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"

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
    for written, wrong in _answers(batches(source, tell), partial(answer, conventions=conventions), jobs):
        target.write(written)
        target.flush()
        broken += wrong
    return broken


def _answers(arriving: Iterator[Batch], reply: Reply, jobs: int) -> Iterator[Answers]:
    """Answer the first batch here, which fills tables for all, and what comes until there is enough to share."""
    for batch in arriving:
        yield answered(reply, batch)
        if jobs > 1 and batch.arrived >= ENOUGH:
            from diplocal.cli.workers import share

            yield from share(partial(answered, reply), arriving, jobs=jobs, lost=partial(one_by_one, reply))


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
            reply_line, fine = alone.submit(reply, line, number).result()
        except BrokenProcessPool:
            reply_line, fine = lost(line, number), False
            alone = pool(1)
        written += reply_line
        broken += not fine
    alone.shutdown()
    return bytes(written), broken


# --- lines as they arrive ---------------------------------------------------------------------------------------------


def batches(source: BinaryIO, tell: Callable[[int], object]) -> Iterator[Batch]:
    """Give the lines of a stream as they arrive."""
    rest, arrived, number = bytearray(), 0, 1
    for block in _blocks(source):
        arrived += len(block)
        tell(len(block))
        first, *others = block.split(b"\n")
        if len(rest) <= LONGEST:  # of an endless line no more is kept than shows that it is too long
            rest += first
        if others:
            lines = [bytes(rest), *others[:-1]]
            rest = bytearray(others[-1])
            for start in range(0, len(lines), _LINES):
                yield Batch(lines[start : start + _LINES], number + start, arrived)
            number += len(lines)
    if rest:
        yield Batch([bytes(rest)], number, arrived)


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    """Give what is there, as soon as anything is; not through a buffer, whose lock a thread that waits would keep."""
    try:
        read: Callable[[int], bytes] = partial(os.read, source.fileno())
    except io.UnsupportedOperation:
        read = source.read
    return iter(partial(read, _BLOCK), b"")


# --- one line ---------------------------------------------------------------------------------------------------------


def answer(line: bytes, number: int, conventions: Conventions) -> tuple[bytes, bool]:
    """Read a line, with or without its end; `number`, from 1, names it where it has no readable id.

    Returns:
        The line to write (empty for a blank one), and whether all was well.
    """
    name: dict[str, object] = {"line": number}
    try:
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip(_BLANK):
            return b"", True
        document = _document(line)
        known = _id(document)
        name = {"id": known}
        return document_line(known, read_row(document, conventions)), True
    except Exception as error:
        return json_line(name | {"error": reason_of(error)}), False


def lost(line: bytes, number: int) -> bytes:
    """Answer a line whose reading ended the process that was at it."""
    name: dict[str, object] = {"line": number}
    with suppress(Exception):
        name = {"id": _id(_document(line))}
    return json_line(name | {"error": "ended the process that read it, perhaps for want of memory; please report it"})


def _document(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST:
        raise UnreadableError(f"is longer than {LONGEST // 2**20} MiB; a document is a line of its own")
    try:
        document = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not UTF-8: byte 0x{line[error.start]:02x} at offset {error.start}") from None
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not JSON: {error.msg} at character {error.pos + 1}") from None
    except ValueError as error:  # a number with thousands of digits
        raise UnreadableError(f"is not JSON that can be read: {error}") from None
    if not isinstance(document, dict):
        raise UnreadableError(f"is {kind_of(document)}; a document is an object of 'id', 'text', 'published', 'zone'")
    return document


def _id(document: dict[str, object]) -> Name:
    if "id" not in document:
        raise UnreadableError("'id' is missing")
    name = document["id"]
    if isinstance(name, bool) or not isinstance(name, str | int | float):
        raise UnreadableError(f"'id' is {kind_of(name)}; it is a string or a number")
    if isinstance(name, float) and not isfinite(name):
        raise UnreadableError("'id' is a number beyond what can be held; write it as a string")
    return name

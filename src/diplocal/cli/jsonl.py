"""One document as a JSON line in, its mentions as a JSON line out: the contract of `scan --jsonl`.

Whatever a line holds, it gets its answer: its mentions, or the reason why there are none.
"""

import json
from contextlib import suppress
from math import isfinite

from diplocal.cli.records import Name, document_line, json_line
from diplocal.documents import UnreadableError, kind_of, read_document, reason_of
from diplocal.reading import Conventions

LONGEST = 64 * 2**20
"""Bytes of a line beyond which it is an error, so that input without line ends cannot fill the memory."""

_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"


def answer(line: bytes, number: int, conventions: Conventions) -> tuple[bytes, bool]:
    """Read a line, with or without its end; `number`, from 1, names it where it has no readable id.

    Returns:
        The line to write (empty for a blank one), and whether all was well.
    """
    name: dict[str, object] = {"line": number}
    try:
        said = line.removeprefix(_BOM) if number == 1 else line
        if not said.strip(_BLANK):
            return b"", True
        document = _document(said)
        known = _id(document)
        name = {"id": known}
        return document_line(known, read_document(document, conventions)), True
    except Exception as error:
        return json_line({**name, "error": reason_of(error)}), False


def lost(line: bytes, number: int) -> bytes:
    """Answer a line whose reading ended the process that was at it."""
    name: dict[str, object] = {"line": number}
    with suppress(Exception):
        name = {"id": _id(_document(line))}
    return json_line({**name, "error": "ended the process that read it, perhaps for want of memory; please report it"})


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

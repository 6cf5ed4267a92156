"""One document as a JSON line in, its mentions as a JSON line out: the contract of `scan --jsonl`.

Whatever a line holds, it gets its answer: its mentions, or the reason why there are none to tell.
"""

import datetime as dt
import json
from contextlib import suppress
from math import isfinite

from diplocal.cli.records import Name, document_line, json_line
from diplocal.errors import DiplocalError
from diplocal.prose import read_text
from diplocal.published import parse_published
from diplocal.reading import Conventions, Finding

LONGEST = 64 * 2**20
"""Bytes of a line beyond which it is an error, so that input without line ends cannot fill the memory."""

_BLANK = b" \t\r\n"
_BOM = b"\xef\xbb\xbf"
_NAMES = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


class BrokenLineError(DiplocalError):
    """A line that holds no document, with the reason in words."""


def answer(line: bytes, number: int, conventions: Conventions) -> tuple[bytes, bool]:
    """Read a line.

    Args:
        line: its bytes, with or without the line end.
        number: its number from 1, which names it where it has no readable id.
        conventions: how to read words on which usage differs.

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
        return document_line(known, _findings(document, conventions)), True
    except DiplocalError as error:
        return json_line({**name, "error": str(error)}), False
    except (RecursionError, MemoryError) as error:
        return json_line({**name, "error": _TOO_MUCH[type(error)]}), False
    except Exception as error:  # a fault of ours in one document must not cost the others their answers
        why = f"cannot be read, which is a fault of diplocal ({type(error).__name__}: {error}); please report it"
        return json_line({**name, "error": why}), False


def lost(line: bytes, number: int) -> bytes:
    """Answer a line whose reading ended the process that was at it."""
    name: dict[str, object] = {"line": number}
    with suppress(Exception):
        name = {"id": _id(_document(line))}
    return json_line({**name, "error": "ended the process that read it, perhaps for want of memory; please report it"})


_TOO_MUCH: dict[type[BaseException], str] = {
    RecursionError: "is nested too deeply",
    MemoryError: "is too large for the memory",
}


def _document(line: bytes) -> dict[str, object]:
    if len(line) > LONGEST:
        raise BrokenLineError(f"is longer than {LONGEST // 2**20} MiB; a document is a line of its own")
    try:
        document = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise BrokenLineError(f"is no UTF-8: byte 0x{line[error.start]:02x} at offset {error.start}") from None
    except json.JSONDecodeError as error:
        raise BrokenLineError(f"is no JSON: {error.msg} at character {error.pos + 1}") from None
    except ValueError as error:  # a number with thousands of digits
        raise BrokenLineError(f"is no JSON that can be read: {error}") from None
    if not isinstance(document, dict):
        raise BrokenLineError(f"is {_kind(document)}; a document is an object of 'id', 'text', 'published', 'zone'")
    return document


def _id(document: dict[str, object]) -> Name:
    if "id" not in document:
        raise BrokenLineError("'id' is missing")
    name = document["id"]
    if isinstance(name, bool) or not isinstance(name, str | int | float):
        raise BrokenLineError(f"'id' is {_kind(name)}; it is a string or a number")
    if isinstance(name, float) and not isfinite(name):
        raise BrokenLineError("'id' is a number beyond what can be held; write it as a string")
    return name


def _findings(document: dict[str, object], conventions: Conventions) -> tuple[Finding, ...]:
    text, published, zone = _string(document, "text"), _published(document), document.get("zone")
    if zone is not None and not isinstance(zone, str):
        raise BrokenLineError(f"'zone' is {_kind(zone)}; it is an IANA name such as 'Asia/Seoul', or null")
    return read_text(text, published=published, zone=zone, conventions=conventions)


def _published(document: dict[str, object]) -> dt.date | dt.datetime:
    try:
        return parse_published(_string(document, "published"))
    except ValueError as error:
        raise BrokenLineError(f"'published': {error}") from None


def _string(document: dict[str, object], key: str) -> str:
    value = document.get(key)
    if isinstance(value, str):
        return value
    raise BrokenLineError(f"'{key}' is {_kind(value)}; it is a string" if key in document else f"'{key}' is missing")


def _kind(value: object) -> str:
    return "a string" if isinstance(value, str) else _NAMES[type(value)]

"""Octets of RFC 5545 back into content lines, and a feed into the slices that a revision keeps or replaces.

What is read here is what `contentline` writes, a few liberties of other writers included (bare LF, any order). It isn't
a calendar parser: values stay as they are written, and a feed of 100,000 entries is cut up without reading each line.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import field, frozen

from diplocal.errors import FeedError

_FOLD = re.compile(rb"\r?\n[ \t]")
_LINE = re.compile(rb"[^\n]+(?:\n[ \t][^\n]*)*\n?")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"(?:,"[^"]*")*|[^";:]*)')
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FIRST = re.compile(rb"BEGIN:VCALENDAR\r?\n")
_LAST = re.compile(rb"END:VCALENDAR\r?\n?")
_BEGIN = re.compile(rb"BEGIN:([A-Z0-9-]+)\r?\n")


@frozen(kw_only=True)
class ContentLine:
    """A content line as it stands in a file."""

    name: str  # upper case
    params: tuple[tuple[str, str], ...]  # in their order, names in upper case, values without their quotes
    value: str  # as it is written; `unescaped` reads a TEXT value
    start: int = field(eq=False)  # the offset of its first octet
    end: int = field(eq=False)  # the offset after its line break, folds included


@frozen(kw_only=True)
class Slice:
    """A component as it stands in a feed, from BEGIN to the line break after END."""

    name: str  # of the component, as in VEVENT
    key: str  # its UID, or TZID; never empty
    start: int  # the offset of its first octet
    end: int  # the offset after its last


def unfold(octets: bytes, start: int = 0, end: int | None = None) -> Iterator[ContentLine]:
    """Read the content lines between two offsets, joined again where they were folded.

    Raises:
        FeedError: at the first line that is none, with its offset.
    """
    for found in _LINE.finditer(octets, start, len(octets) if end is None else end):
        line = _decoded(_joined(found[0]), found.start())
        if line:
            yield _content_line(line, found.start(), found.end())


def unescaped(value: str) -> str:
    """Read a TEXT value: the reverse of `escaping.escaped`, but for what that removed."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def cut(octets: bytes) -> tuple[int, tuple[Slice, ...]]:
    """Find where the calendar's own properties end, and cut up what follows: its components.

    Raises:
        FeedError: if it is not a calendar; if it is torn (no end, an end without a beginning, lines between components,
            NUL octets); if a component has no key to know it by.
    """
    if not _FIRST.match(octets):
        raise _torn(0, "a calendar begins with BEGIN:VCALENDAR")
    if (nul := octets.find(b"\0")) >= 0:
        raise _torn(nul, "there are NUL octets, as after a crash while writing")
    last = octets.rfind(b"\nEND:VCALENDAR") + 1
    if not _LAST.fullmatch(octets, last):
        raise _torn(len(octets), "the file stops before END:VCALENDAR")
    header_end = octets.find(b"\nBEGIN:", 0, last) + 1 or last
    return header_end, tuple(_slices(octets, header_end, last))


def first_value(octets: bytes, name: str, start: int, end: int) -> str | None:
    """Read a property's value as it is written, if a component between two offsets has it before any child."""
    child = octets.find(b"\nBEGIN:", start, end)
    found = _valued(name).search(octets, start, end if child < 0 else child + 1)
    return None if found is None else _decoded(_joined(found[1]), found.start())


def _slices(octets: bytes, start: int, end: int) -> Iterator[Slice]:
    at = start
    while at < end:
        found = _BEGIN.match(octets, at, end)
        if found is None:
            raise _torn(at, "a line stands between two components")
        close = octets.find(b"\nEND:" + found[1], at, end)
        finish = octets.find(b"\n", close + 1, end) + 1
        if close < 0 or not finish or octets.find(b"\n" + found[0], at, close) >= 0:
            raise _torn(at, "a component has no end")
        name = found[1].decode()
        key = first_value(octets, "TZID" if name == "VTIMEZONE" else "UID", at, finish)
        if not key:
            raise _torn(at, "a component has no UID or TZID to know it by")
        yield Slice(name=name, key=unescaped(key), start=at, end=finish)
        at = finish


@lru_cache(maxsize=64)
def _valued(name: str) -> re.Pattern[bytes]:
    """Find a property's line; its value, folds included, is the group."""
    params = rb'(?:;(?:"[^"]*"|[^":\n]|\n[ \t])*)?'
    return re.compile(rb"\n" + re.escape(name.encode()) + params + rb":([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)")


def _content_line(line: str, start: int, end: int) -> ContentLine:
    name = _NAME.match(line)
    at = name.end() if name else 0
    params = []
    while found := _PARAMETER.match(line, at):
        params.append((found[1].upper(), found[2].replace('"', "")))
        at = found.end()
    if name is None or line[at : at + 1] != ":":
        raise _torn(start, f"{line[:40]!r} is not a content line")
    return ContentLine(name=name[0].upper(), params=tuple(params), value=line[at + 1 :], start=start, end=end)


def _joined(octets: bytes) -> bytes:
    return _FOLD.sub(b"", octets).rstrip(b"\r\n")


def _decoded(octets: bytes, start: int) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError:
        raise _torn(start, "a line is not UTF-8") from None


def _torn(at: int, why: str) -> FeedError:
    return FeedError(f"the feed can't be read at octet {at}: {why}; restore it, or remove it to begin a new one")

"""The lines of a document, and the columns in a line."""

import re
from collections.abc import Iterator

from attrs import frozen

_COLUMNS = re.compile(r"\s*\|\s*| *\t *| {3,}")
_RULE = re.compile(r"[\s|:+=_*~.•-]*")
_PAGE = re.compile(r"(?:^|\s{2,})\W*Page \d+(?:(?: of |\s?/\s?)\d+)?\W*$", re.IGNORECASE)
_BRACKET = re.compile(r"\([^()]*\)")
_JOINT = re.compile(r"\s*/\s*|\s+(?:and|of|&)\s+")
_NAMES = {
    "date": "day", "day": "day", "time": "time", "hour": "time", "times": "time", "hours": "time", "when": "time",
    "event": "event", "activity": "event", "item": "event", "programme": "event", "program": "event",
    "subject": "event", "agenda": "event", "meeting": "event", "description": "event", "engagement": "event",
    "function": "event", "what": "event", "session": "event", "title": "event",
    "venue": "venue", "place": "venue", "location": "venue", "room": "venue", "where": "venue",
    "media": "media", "press": "media", "access": "media", "coverage": "media", "remarks": "remarks",
    "notes": "remarks",
    "participants": "participants", "who": "participants", "speaker": "participants", "speakers": "participants",
}  # fmt: skip


@frozen
class Line:
    """A line that holds something.

    Attributes:
        number: from 1.
        start: the offset of its first sign that is no space.
        indent: how many columns stand before it.
        text: without the spaces around it.
        gap: whether an empty line stands before it.
    """

    number: int
    start: int
    indent: int
    text: str
    gap: bool


def lines_of(text: str) -> Iterator[Line]:
    """Give the lines that hold more than spaces and rules; a rule counts as an empty line."""
    start, gap = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        plain = _PAGE.sub("", raw).strip()
        if _RULE.fullmatch(plain):
            gap = gap or not plain or not plain.startswith("|")
        else:
            before = len(raw) - len(raw.lstrip())
            yield Line(number, start + before, len(raw[:before].expandtabs()), plain, gap)
            gap = False
        start += len(raw) + 1


def columns(words: str, count: int = 0) -> list[str]:
    """Split words at bars, tabs and wide spaces; empty columns stay, as a table's head counts them.

    >>> columns("| 10.00 | Talks | |"), columns("| 10.00 | Talks", 3)
    (['10.00', 'Talks', ''], ['', '10.00', 'Talks'])

    Args:
        words: the line.
        count: how many columns there are, where that is known: a bar that begins a line of fewer ends an empty one.
    """
    whole = [one.strip() for one in _COLUMNS.split(words)] if _COLUMNS.search(words) else [words.strip()]
    if not words.startswith("|") or len(whole) == count:
        return whole
    return whole[1 : -1 if words.endswith("|") else None]


def table_head(line: Line) -> tuple[str, ...]:
    """Read the names of a table's columns; empty where the line is no such head.

    >>> table_head(Line(1, 0, 0, "Date and time | Meeting | Conference room | Level", False))
    ('day', 'event', 'venue', '')
    """
    names = [named(one) for one in columns(line.text)]
    known = [one for one in names if one]
    return tuple(names) if len(known) >= 2 and len(known) * 2 > len(names) else ()


def named(column: str) -> str:
    """Name a column by the last word of what is said of it first: "Date/time", "Time (CEST)", "Meeting room"."""
    said = _JOINT.split(_BRACKET.sub("", column.lower()))[0].split()
    return _NAMES.get(said[-1].rstrip(":"), "") if 0 < len(said) < 3 else ""

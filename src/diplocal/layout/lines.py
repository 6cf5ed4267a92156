"""The lines of a document, and the columns in a line."""

import re
from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from diplocal.languages.language import Column, Layout

_COLUMNS = re.compile(r"\s*\|\s*| *\t *| {3,}")
_RULE = re.compile(r"[\s|:+=_*~.•-]*")
_SPACE = re.compile(r"[^\S\t]")
_BRACKET = re.compile(r"\([^()]*\)")


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


def lines_of(text: str, words: Layout) -> Iterator[Line]:
    """Give the lines that hold more than spaces and rules; a rule counts as an empty line."""
    start, gap = 0, True
    for number, raw in enumerate(text.split("\n"), 1):
        plain = _SPACE.sub(" ", words.page_number.sub("", raw)).strip()
        if _RULE.fullmatch(plain):
            gap = gap or not plain or not plain.startswith("|")
        else:
            before = len(raw) - len(raw.lstrip())
            yield Line(number, start + before, len(raw[:before].expandtabs()), plain, gap)
            gap = False
        start += len(raw) + 1


def columns(line: str, count: int = 0) -> list[str]:
    """Split a line at bars, tabs and wide spaces; empty columns stay, as a table's head counts them.

    >>> columns("| 10.00 | Talks | |"), columns("| 10.00 | Talks", 3)
    (['10.00', 'Talks', ''], ['', '10.00', 'Talks'])

    Args:
        line: its words.
        count: how many columns there are, where that is known: a bar that begins a line of fewer ends an empty one.
    """
    whole = [one.strip() for one in _COLUMNS.split(line)]
    if not line.startswith("|") or len(whole) == count:
        return whole
    return whole[1 : -1 if line.endswith("|") else None]


def table_head(line: Line, words: Layout) -> tuple[Column, ...]:
    """Read the names of a table's columns; empty where the line is no such head."""
    names = [named(one, words) for one in columns(line.text)]
    known = [one for one in names if one]
    return tuple(names) if len(known) >= 2 and len(known) * 2 > len(names) else ()


def stated_zone(column: str, words: Layout) -> str:
    """Find the zone that the head of a column states for its clocks: "GMT", "Time (local)"; empty: none."""
    said = re.findall(r"[^\s()\[\]]+", column)
    behind = (" ".join(said[i:]) for i in range(len(said)))
    return next((zone for zone in behind if (words.clock(f"12:00 {zone}", 0) or ("", 0))[1] == 6 + len(zone)), "")


def named(column: str, words: Layout) -> Column:
    """Name a column by the last word of what is said of it first: "Date/time", "Time (CEST)", "Meeting room"."""
    said = [
        *takewhile(lambda word: word not in words.joints, _BRACKET.sub("", column.lower()).partition("/")[0].split())
    ]
    return words.columns.get(said[-1].rstrip(":"), "") if 0 < len(said) < 3 else ""

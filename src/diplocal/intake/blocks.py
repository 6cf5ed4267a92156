"""Blocks as lines: what keeps the layout of a page or a Word file in plain text, so that an agenda survives.

Blocks are parted by an empty line, except rows from rows and items from items.
"""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import frozen


@frozen
class Paragraph:
    """Prose, or a heading; its lines are those that the document breaks."""

    lines: tuple[str, ...]


@frozen
class ListItem:
    """An item of a list; `depth` is 0 for a list that is in no other."""

    lines: tuple[str, ...]
    depth: int = 0


@frozen
class Row:
    """A row of a table: the lines of each of its cells."""

    cells: tuple[tuple[str, ...], ...]


@frozen
class Verbatim:
    """Text whose spaces count."""

    text: str


_HEAD = 8
"""Lines among which a text has its title."""
_WRAPPED = 4
"""Lines that a title takes at most."""

Block: TypeAlias = Paragraph | ListItem | Row | Verbatim


def lay_out(blocks: Iterable[Block]) -> str:
    r"""Write blocks as text.

    >>> print(
    ...     lay_out(
    ...         [Paragraph(("MONDAY",)), Row((("09:30",), ("Talks", "Chair: Park"))), Row((("11:00",), ("Lunch",)))]
    ...     )
    ... )
    MONDAY
    <BLANKLINE>
    09:30 | Talks
        Chair: Park
    11:00 | Lunch
    <BLANKLINE>
    """
    text: list[str] = []
    before: Block | None = None
    for block in blocks:
        lines = _lines(block)
        if not lines:
            continue
        if before is not None and not _joins(before, block):
            text.append("")
        text += lines
        before = block
    return "".join(f"{line}\n" for line in text)


def headed(text: str, title: str) -> str:
    """Put a title above a text, unless it stands in one of the first lines, wrapped or not."""
    head = [one_line(line).casefold() for line in text.split("\n", 2 * _HEAD)[: 2 * _HEAD]]
    starts = (" ".join(head[number : number + _WRAPPED]) for number in range(_HEAD))
    if not title or any(start.startswith(one_line(title).casefold()) for start in starts):
        return text
    return f"{title}\n\n{text}"


def one_line(words: str) -> str:
    """Make every run of white space one space."""
    return " ".join(words.split())


def _joins(before: Block, block: Block) -> bool:
    if isinstance(before, Row) and isinstance(block, Row):
        return len(_filled(block)) > 1  # a row of one cell is a heading within the table
    return isinstance(before, ListItem) and isinstance(block, ListItem)


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph(lines):
            return [line for line in lines if line]
        case ListItem(lines, depth):
            kept = [line for line in lines if line]
            return [f"{'  ' * depth}{'  ' if number else '- '}{line}" for number, line in enumerate(kept)]
        case Row():
            return _row(_filled(block))
        case Verbatim(text):
            return [line.rstrip() for line in text.strip("\n").split("\n")] if text.strip() else []


def _filled(row: Row) -> list[tuple[str, ...]]:
    """Give the cells from the first to the last that holds something; an empty one between them keeps its column."""
    kept = [tuple(line for line in cell if line) for cell in row.cells]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _row(cells: Sequence[tuple[str, ...]]) -> list[str]:
    """Write a row; the further lines of its last cell stand below it, those of the others in their cell."""
    if not cells:
        return []
    *others, last = cells
    return [" | ".join([*map(" ".join, others), last[0]]), *(f"    {line}" for line in last[1:])]

"""Blocks: lines that belong together, with what stands at their head and over them."""

from enum import Enum

from attrs import field, frozen

from diplocal.when import Reference, Time


class BlockKind(Enum):
    """What a block is by its layout."""

    TITLE = "title"
    """A short line before the first day or item."""
    HEADING = "heading"
    """A short line among the items, without a clock or a date of its own."""
    ITEM = "item"
    """What begins with a clock or a date, or fills in a form ("WHAT: ... WHEN: ...")."""
    PROSE = "prose"
    """Sentences."""


@frozen
class DayHead:
    """A day, or several, as they stand at the head of a line.

    Attributes:
        reference: what the words say; a weekday alone and a day without its year stay what they are.
        start: the offset of the line in the text.
        own: whether it stands at the head of the block itself, and not over it.
    """

    reference: Reference
    start: int
    own: bool = False


@frozen(kw_only=True)
class Block:
    """Lines that belong together.

    Attributes:
        kind: what they are by their layout.
        text: the words of the first line, without what stands at its head; wrapped lines are joined. Of prose it is a
            stretch of the document, from `start` on, line ends and all.
        details: further lines of an item, each a line of its own.
        cells: what further columns hold: the column's name, if it has one, and its words.
        raw: the lines as they stand.
        lines: their numbers, from 1.
        start: the offset of the first line in the text, behind its bullet.
        day: the day that they stand under, or begin with.
        time: the time of day that they begin with.
        clock: the words of that time, where a grammar of running text would not find them beside their day.
        gap: whether an empty line stands before.
    """

    kind: BlockKind
    text: str
    details: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    cells: tuple[tuple[str, str], ...] = field(converter=tuple[tuple[str, str], ...], default=())
    raw: str
    lines: tuple[int, ...] = field(converter=tuple[int, ...])
    start: int
    day: DayHead | None = None
    time: Time | None = None
    clock: str = ""
    gap: bool = False

"""A text on the way to its readings, and what its parts are to each other."""

import datetime as dt

from diplocal.constraints import core_of
from diplocal.phrases.found import Found
from diplocal.phrases.tokens import Tokens
from diplocal.reading import Conventions, Reading
from diplocal.when import Mention, Reference


class Page:
    """A text on the way to its readings.

    Attributes:
        tokens: its words.
        today: the day of publication, where it is told.
        zone: of the dateline.
        conventions: how to read words on which usage differs.
        found: the references, in order, each with its place among the words.
        cores: the first day of each reference, which decides where it stands.
        readings: what each was found to mean, as far as it is read.
        spots: the places that are named: the index of each one's first word, and its zone.
    """

    __slots__ = ("conventions", "cores", "found", "readings", "spots", "today", "tokens", "zone")

    def __init__(
        self,
        *,
        tokens: Tokens,
        today: dt.date,
        zone: str | None,
        conventions: Conventions,
        found: list[tuple[Mention, Found]],
        spots: tuple[list[int], list[str]],
    ) -> None:
        self.tokens = tokens
        self.today = today
        self.zone = zone
        self.conventions = conventions
        self.found = found
        self.cores: list[Reference] = [core_of(mention.reference) for mention, _ in found]
        self.readings: list[Reading | None] = [None] * len(found)
        self.spots = spots

    def before(self, number: int) -> range:
        """The references before one, nearest first, as far as a reader would look back."""
        return range(number - 1, max(-1, number - 1 - _MEMORY), -1)

    def between(self, first: int, second: int) -> list[str]:
        """The words between one reference and a later one."""
        return self.tokens.words[self.found[first][1].end : self.found[second][1].begin]

    def around(self, number: int) -> list[int]:
        """The references before one, nearest first, then those behind it."""
        return [*self.before(number), *range(number + 1, min(len(self.found), number + 1 + _MEMORY))]


def told_again(page: Page, number: int) -> bool:
    """Whether a day only tells the one before it again by another clock ("Thursday, which is Friday in Apia")."""
    begin = page.found[number][1].begin
    said = page.tokens.words[max(0, begin - 3) : begin]
    return number > 0 and ("which" in said and not _IS.isdisjoint(said))


def in_brackets(page: Page, number: int) -> bool:
    """Whether a reference in brackets tells the day before them again ("on Tuesday (early on Wednesday in Tokyo)")."""
    begin, before = page.found[number][1].begin, page.found[number - 1][1].end if number else 0
    said = page.tokens.words[max(before, begin - 8) : begin]
    return number > 0 and "(" in said[:4] and ")" not in said and before >= begin - 8


def superseded(mention: Mention) -> bool:
    """Whether a day is of what came before ("had met on Monday") or of a former plan ("had been due on Monday")."""
    said = mention.cue.words.split()
    return said[:1] == ["had"] or "to have" in mention.cue.words


_IS = frozenset({"is", "was", "be", "already"})

# How many references a reader keeps in mind: enough for any report, and a bound on the time that a text takes.
_MEMORY = 30

"""Why an entry has its date, what the public may know of it, and what a person should check."""

import datetime as dt
from enum import Enum
from typing import TypeAlias

from attrs import evolve, frozen

from diplocal.model import Audience
from diplocal.reading import Reading
from diplocal.timeline.timings import Timing


@frozen(kw_only=True)
class Reason:
    """Why an entry has the date it has.

    Attributes:
        phrase: the words that were read; empty where the date is inherited.
        where: path of the words in the programme (``events[0].when``).
        anchor: the day from which they were read; ``None`` for words that need none.
        anchored_on: what gave the anchor ("published by Yonhap", an entry's key), in words.
        reading: what they mean, with what else they could mean.
    """

    phrase: str
    where: str
    anchor: dt.date | None
    anchored_on: str
    reading: Reading


@frozen
class PublicDate:
    """What the public may know of the date of a public entry where it was read with the help of internal ones.

    Attributes:
        timing: when it is, as far as public entries tell.
        reason: why; without a word where only something internal gives the date.
    """

    timing: Timing
    reason: Reason | None


WITHHELD = "withheld"
"""Stands for a reason that names something internal."""


def withheld(reason: Reason) -> Reason:
    """Keep of a reason the dates and how sure they are; its words, its anchor and the other readings go."""
    reading = evolve(reason.reading, rule=WITHHELD, why=WITHHELD, alternatives=(), rejected=())
    return Reason(phrase="", where="", anchor=None, anchored_on="", reading=reading)


class Concern(Enum):
    """What a notice is about."""

    AMBIGUOUS = "ambiguous"
    PREFERRED = "preferred"
    CLASH = "clash"
    TRAVEL = "travel"
    ZONE = "zone"
    PAST = "past"
    UNDATED = "undated"
    WITHHELD = "withheld"
    SOURCE = "source"


FullKey: TypeAlias = tuple[str, str]
"""The key of a programme and that of an entry in it: two programmes may use the same keys."""


@frozen(kw_only=True)
class Notice:
    """Something that a person should check; the timeline stands all the same.

    Attributes:
        concern: what it is about.
        programme: key of the programme.
        where: path in the programme.
        entry: key of the entry in it.
        message: what was found.
        settle: what would settle it.
        audience: who may read it.
    """

    concern: Concern
    programme: str
    where: str
    entry: str
    message: str
    settle: str = ""
    audience: Audience = Audience.PUBLIC

    @property
    def full_key(self) -> FullKey:
        """The full key of the entry."""
        return self.programme, self.entry

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + (f"; {self.settle}" if self.settle else "")

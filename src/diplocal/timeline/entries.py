"""A dated entry with everything that its keys stood for, why it has its date, and what a person should check."""

import datetime as dt
from enum import Enum
from typing import TypeAlias

from attrs import evolve, field, frozen

from diplocal.model import (
    Access,
    Audience,
    Claim,
    Format,
    Outcome,
    Party,
    Person,
    Place,
    Relation,
    Role,
    Series,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Reading
from diplocal.timeline.timings import DayPart, Days, Hours, Timing, timing_dates

_DATED = (Hours, Days, DayPart)

FullKey: TypeAlias = tuple[str, str]
"""The key of a programme and that of an entry in it: two programmes may use the same keys."""


@frozen(kw_only=True)
class Reason:
    """Why an entry has the date it has.

    Attributes:
        phrase: the words that were read; empty where the date is inherited.
        where: path of the words in the programme (``events[0].when``), which makes no other reason of it; empty for the
            public where something is hidden from it: the path would count what stands before.
        anchor: the day from which they were read; ``None`` for words that need none.
        anchored_on: what gave the anchor ("published by Yonhap", an entry's key), in words.
        reading: what they mean, with what else they could mean.
    """

    phrase: str
    where: str = field(eq=False)
    anchor: dt.date | None
    anchored_on: str
    reading: Reading


@frozen
class PublicDate:
    """What the public may know of the date of a public entry where it was read with the help of internal ones."""

    timing: Timing  # when it is, as far as public entries tell
    reason: Reason | None  # why; without a word where only something internal gives the date


def withheld(reason: Reason) -> Reason:
    """Keep of a reason the dates and how sure they are; its words, its anchor and the other readings go."""
    reading = evolve(reason.reading, rule="withheld", why="withheld", alternatives=(), rejected=())
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


@frozen(kw_only=True)
class Notice:
    """Something that a person should check; the timeline stands all the same.

    Attributes:
        concern: what it is about.
        programme: key of the programme.
        where: path in the programme, as for a reason.
        entry: key of the entry in it.
        message: what was found.
        settle: what would settle it.
        audience: who may read it.
    """

    concern: Concern
    programme: str
    where: str = field(eq=False)
    entry: str
    message: str
    settle: str = ""
    audience: Audience = Audience.PUBLIC

    @property
    def full_key(self) -> FullKey:
        """The full key of the entry."""
        return self.programme, self.entry

    def __str__(self) -> str:
        return f"{self.where or self.entry}: {self.message}" + (f"; {self.settle}" if self.settle else "")


class Level(Enum):
    """Where an entry stands in its programme."""

    EVENT = "event"
    DAY = "day"
    SESSION = "session"


@frozen(kw_only=True)
class Attendee:
    """A participant with the records its key stood for. Exactly one of `person`, `party` and `unnamed` is given."""

    person: Person | None = None  # who
    party: Party | None = None  # the party, or the person's party
    unnamed: str = ""  # words for those the source doesn't name
    role: Role = Role.PARTICIPANT  # what they are there as
    audience: Audience = Audience.PUBLIC  # whether a public feed may name them

    @property
    def name(self) -> str:
        """The display name, without office."""
        if self.person:
            return self.person.name
        return self.party.name if self.party else self.unnamed


@frozen(kw_only=True)
class Past:
    """What an entry was before a later source moved or cancelled it."""

    timing: Timing
    status: Status
    source: Source


@frozen(kw_only=True)
class Entry:
    """A dated event, visit day or session.

    Attributes:
        programme: key of the programme.
        key: key of the entry in it; with `programme` it makes the UID.
        level: event, day or session.
        parent: key of the event or day it belongs to.
        title: what it is called.
        timing: when it is.
        reason: why; ``None`` where nothing was said about its time.
        zone: IANA zone of the place, or of the dateline where the place has none.
        place: where, inherited from the day or the event where it has none of its own.
        own_place: whether the place is its own rather than inherited.
        background: it is named only because something relates to it.
        earlier: what it was before, oldest first.
        source: where it was announced.
        public_date: what the public may know of `timing` and `reason`; ``None``: both.
        was: the full key under which it was first published; ``None``: that which it has.

    The other attributes mean what they mean in `model.Session`.
    """

    programme: str
    key: str
    level: Level
    title: str
    timing: Timing
    parent: str | None = None
    reason: Reason | None = None
    zone: str | None = None
    place: Place | None = None
    own_place: bool = False
    format: Format | None = None
    participants: tuple[Attendee, ...] = field(converter=tuple[Attendee, ...], default=())
    topics: tuple[Topic, ...] = field(converter=tuple[Topic, ...], default=())
    status: Status = Status.EXPECTED
    access: Access | None = None
    embargo: dt.date | dt.datetime | None = None
    accreditation: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    background: bool = False
    note: str = ""
    internal_note: str = ""
    url: str = ""
    claims: tuple[Claim, ...] = field(converter=tuple[Claim, ...], default=())
    relations: tuple[Relation, ...] = field(converter=tuple[Relation, ...], default=())
    earlier: tuple[Past, ...] = field(converter=tuple[Past, ...], default=())
    outcome: Outcome | None = None
    series: Series | None = None
    source: Source | None = None
    public_date: PublicDate | None = None
    was: FullKey | None = None

    @property
    def full_key(self) -> FullKey:
        """What tells it from every other entry of an agenda: its programme's key and its own."""
        return self.programme, self.key

    @property
    def first_key(self) -> FullKey:
        """The full key that its UID is made from, whatever it is called since."""
        return self.was or self.full_key

    @property
    def full_parent(self) -> FullKey | None:
        """The full key of the event or day that it belongs to."""
        return (self.programme, self.parent) if self.parent is not None else None

    @property
    def dated(self) -> bool:
        """Whether it has a day, a span of days or a time: what a calendar can place."""
        return isinstance(self.timing, _DATED)

    @property
    def remote(self) -> bool:
        """Whether those who take part stay where they are."""
        return self.format in {Format.PHONE_CALL, Format.VIDEO_CALL}

    @property
    def shown_struck(self) -> bool:
        """Whether to write it struck: cancelled, or postponed with its old date still on it."""
        return self.status.cancelled or (self.status.off and self.dated)

    @property
    def dates(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, both included, in the entry's own zone; ``None`` where no date is known."""
        return timing_dates(self.timing)

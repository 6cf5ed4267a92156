"""The dated programme: entries in order, each with the reason for its date, and notices for what to check.

A timeline stands on its own. Keys are resolved to people, parties and places, inherited fields are filled in, and no
reference is left: exporters need nothing else.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TypeAlias, assert_never
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from diplocal.errors import missing_key
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
from diplocal.reading import Alternative, Certainty, Reading, markdown_table, say_dates, say_day
from diplocal.when import PartOfDay


class Level(Enum):
    """Where an entry stands in its programme."""

    EVENT = "event"
    DAY = "day"
    SESSION = "session"


# --- when an entry is -------------------------------------------------------------------------------------------------


@frozen
class Days:
    """Whole days, both ends included."""

    start: dt.date
    end: dt.date


@frozen
class Hours:
    """A time on the clock, aware; `end` is exclusive, ``None`` where nobody states it.

    Attributes:
        start: an aware date-time whose tzinfo is a `zoneinfo.ZoneInfo` or a fixed offset.
        end: in the same zone.
        about: whether the source says "around".
    """

    start: dt.datetime
    end: dt.datetime | None = None
    about: bool = False


@frozen
class DayPart:
    """A part of a day; no hour is known."""

    day: dt.date
    part: PartOfDay


@frozen
class Sometime:
    """Some time within a window, both ends included; it is never narrowed to a day."""

    start: dt.date
    end: dt.date


@frozen
class ByDay:
    """No later than a day, or until it."""

    day: dt.date


@frozen
class NoDate:
    """No date is known.

    Attributes:
        readings: the dates that the words leave open, best first; empty where no date was said.
    """

    readings: tuple[Alternative, ...] = field(converter=tuple[Alternative, ...], default=())


Timing: TypeAlias = Days | Hours | DayPart | Sometime | ByDay | NoDate
_DATED = (Hours, Days, DayPart)

# --- why --------------------------------------------------------------------------------------------------------------


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


# --- entries ----------------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Attendee:
    """A participant with the records its key stood for. Exactly one of `person`, `party` and `unnamed` is given.

    Attributes:
        person: who.
        party: the party, or the person's party.
        unnamed: words for those the source doesn't name.
        role: what they are there as.
        audience: whether a public feed may name them.
    """

    person: Person | None = None
    party: Party | None = None
    unnamed: str = ""
    role: Role = Role.PARTICIPANT
    audience: Audience = Audience.PUBLIC

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
    def off(self) -> bool:
        """Whether it won't take place when it says: cancelled, or postponed with its old date still on it."""
        return self.status.cancelled or (self.status.off and self.dated)

    @property
    def dates(self) -> tuple[dt.date, dt.date] | None:
        """First and last day, both included, in the entry's own zone; ``None`` where no date is known."""
        return timing_dates(self.timing)


@frozen(kw_only=True)
class Part:
    """A programme of an agenda.

    Attributes:
        key: of the programme; its entries bear it.
        title: what it is called.
        note: free text.
        sources: keys of its sources.
    """

    key: str
    title: str
    note: str = ""
    sources: tuple[str, ...] = field(converter=tuple[str, ...], default=())


@frozen(kw_only=True)
class Timeline:
    """Dated entries in order, with everything an exporter needs.

    Attributes:
        key: of the programme, or of the agenda made from several.
        title: what it is called.
        entries: events with their days and sessions, in the order of time; those without a date come last.
        notices: what a person should check.
        sources: every source, in the order of the programmes.
        parties: every party, for names that topics and claims refer to.
        people: every person, likewise.
        note: free text.
        parts: the programmes that an agenda was made of, in order; empty for a single one.
    """

    key: str
    title: str
    entries: tuple[Entry, ...] = field(converter=tuple[Entry, ...], default=())
    notices: tuple[Notice, ...] = field(converter=tuple[Notice, ...], default=())
    sources: tuple[Source, ...] = field(converter=tuple[Source, ...], default=())
    parties: tuple[Party, ...] = field(converter=tuple[Party, ...], default=())
    people: tuple[Person, ...] = field(converter=tuple[Person, ...], default=())
    note: str = ""
    parts: tuple[Part, ...] = field(converter=tuple[Part, ...], default=())

    def entry(self, key: str) -> Entry:
        """Find an entry by its key.

        Raises:
            KeyError: no entry has it; with the nearest keys.
        """
        for entry in self.entries:
            if entry.key == key:
                return entry
        raise missing_key(key, [entry.key for entry in self.entries])

    def where(self, keep: Callable[[Entry], bool]) -> "Timeline":
        """Keep the entries for which `keep` is true, and the notices about them."""
        entries = tuple(entry for entry in self.entries if keep(entry))
        keys = {entry.full_key for entry in entries}
        return evolve(self, entries=entries, notices=tuple(n for n in self.notices if n.full_key in keys))

    def _repr_markdown_(self) -> str:
        rows = [(say_timing(entry.timing), entry.title or entry.key, entry.status.value) for entry in self.entries]
        return markdown_table(("when", "what", "status"), rows)

    @property
    def stamp(self) -> dt.datetime | None:
        """When the newest source was published, in UTC; a date counts as its first moment in the source's zone."""
        return max((moment for s in self.sources if (moment := published_moment(s)) is not None), default=None)


def agenda_title(parts: Sequence[Part]) -> str:
    """Call an agenda by the titles of its programmes."""
    titles = [part.title for part in parts]
    return "; ".join(titles) if len(titles) <= 3 else f"{titles[0]} and {len(titles) - 1} more"


def agenda_note(parts: Iterable[Part]) -> str:
    """Join the notes of the programmes of an agenda."""
    return "\n\n".join(dict.fromkeys(part.note for part in parts if part.note))


def timing_dates(timing: Timing) -> tuple[dt.date, dt.date] | None:
    """First and last local day of a timing, both included; a time that ends at midnight ends on the day before."""
    match timing:
        case Days(start, end) | Sometime(start, end):
            return start, end
        case Hours(start, end):
            last = end - dt.timedelta(microseconds=1) if end is not None and end > start else start
            return start.date(), last.date()
        case DayPart(day, _) | ByDay(day):
            return day, day
        case NoDate():
            return None
        case _:
            assert_never(timing)


def say_timing(timing: Timing) -> str:
    """Say a timing in a few English words, without its zone."""
    match timing:
        case Days(start, end):
            return say_dates(start, end)
        case Hours(start, end, about):
            until = f"–{end:%H:%M}" if end else ""
            return f"{say_day(start.date())}, {'around ' if about else ''}{start:%H:%M}{until}"
        case DayPart(day, part):
            return f"{say_day(day)}, {part.value}"
        case Sometime(start, end):
            return f"some time from {say_dates(start, end)}"
        case ByDay(day):
            return f"by {say_day(day)}"
        case NoDate(readings):
            return " or ".join(say_dates(one.start, one.end) for one in readings) or "no date"
        case _:
            assert_never(timing)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sort entries by time; a parent stands before its children, undated ones last, ties as given."""
    return tuple(sorted(entries, key=_sort_key))


_LAST = dt.date.max
_ORDER = {Level.EVENT: 0, Level.DAY: 1, Level.SESSION: 2}
_BEGINS = {  # for the order of entries alone: no hour is ever made up from it
    PartOfDay.EARLY_HOURS: dt.time(0),
    PartOfDay.MORNING: dt.time(5),
    PartOfDay.MIDDAY: dt.time(11, 30),
    PartOfDay.AFTERNOON: dt.time(12, 30),
    PartOfDay.EVENING: dt.time(17),
    PartOfDay.NIGHT: dt.time(20),
}


def _sort_key(entry: Entry) -> tuple[bool, dt.date, int, bool, dt.time]:
    timing = entry.timing
    dates = timing_dates(timing)
    start, level = dates[0] if dates else _LAST, _ORDER[entry.level]
    match timing:
        case Hours(moment):
            return False, start, level, True, moment.time()
        case DayPart(_, part):
            return False, start, level, True, _BEGINS[part]
        case _:
            return dates is None, start, level, False, dt.time.min


def published_moment(source: Source) -> dt.datetime | None:
    """The moment a source was published, in UTC; ``None`` where it bears no date or its zone is unknown.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: the source's zone does not exist.
    """
    published = source.published
    if published is None:
        return None
    if not isinstance(published, dt.datetime):
        published = dt.datetime.combine(published, dt.time())
    if published.tzinfo is None:
        published = published.replace(tzinfo=ZoneInfo(source.zone or "UTC"))
    try:
        return published.astimezone(dt.UTC)
    except OverflowError:  # on the first or the last day that there is
        return published.replace(tzinfo=dt.UTC)


def unsettled(entry: Entry) -> bool:
    """Whether the words leave a choice that somebody has to make."""
    return entry.reason is not None and entry.reason.reading.certainty is Certainty.AMBIGUOUS

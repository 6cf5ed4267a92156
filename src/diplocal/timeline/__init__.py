"""The dated programme: entries in order, each with the reason for its date, and notices for what to check.

A timeline stands on its own. Keys are resolved to people, parties and places, inherited fields are filled in, and no
reference is left: exporters need nothing else.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from diplocal.errors import missing_key
from diplocal.model import Party, Person, Source
from diplocal.reading import markdown_table
from diplocal.timeline.entries import (
    Attendee,
    Concern,
    Entry,
    FullKey,
    Level,
    Notice,
    Past,
    PublicDate,
    Reason,
    withheld,
)
from diplocal.timeline.timings import ByDay, DayPart, Days, Hours, NoDate, Sometime, Timing, say_timing, timing_dates
from diplocal.when import PartOfDay

__all__ = [
    "Attendee", "ByDay", "Concern", "DayPart", "Days", "Entry", "FullKey", "Hours", "Level", "NoDate", "Notice", "Part",
    "Past", "PublicDate", "Reason", "Sometime", "Timeline", "Timing", "agenda_note", "agenda_title", "in_order",
    "order", "published_moment", "say_timing", "timing_dates", "upwards", "withheld",
]  # fmt: skip


@frozen(kw_only=True)
class Part:
    """A programme of an agenda."""

    key: str  # of the programme; its entries bear it
    title: str  # what it is called
    note: str = ""  # free text
    sources: tuple[str, ...] = field(converter=tuple[str, ...], default=())  # keys of its sources


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


def upwards(entry: Entry, entries: Mapping[FullKey, Entry]) -> Iterator[Entry]:
    """Give what an entry belongs to, nearest first, among entries by full key; once, should they hold each other."""
    seen = {entry.full_key}
    while (key := entry.full_parent) and key in entries and key not in seen:
        entry = entries[key]
        seen.add(key)
        yield entry


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Sort entries by time; a parent stands before its children, undated ones last, ties as given."""
    return tuple(sorted(entries, key=order))


_ORDER = {Level.EVENT: 0, Level.DAY: 1, Level.SESSION: 2}
_BEGINS = {  # for the order of entries alone: no hour is ever made up from it
    PartOfDay.EARLY_HOURS: dt.time(0),
    PartOfDay.MORNING: dt.time(5),
    PartOfDay.MIDDAY: dt.time(11, 30),
    PartOfDay.AFTERNOON: dt.time(12, 30),
    PartOfDay.EVENING: dt.time(17),
    PartOfDay.NIGHT: dt.time(20),
}


def order(entry: Entry) -> tuple[bool, dt.date, int, bool, dt.time]:
    """Give what entries are sorted by."""
    level = _ORDER[entry.level]
    match entry.timing:
        case Hours(moment):
            return False, moment.date(), level, True, moment.time()
        case DayPart(day, part):
            return False, day, level, True, _BEGINS[part]
        case timing:
            dates = timing_dates(timing)
            return dates is None, dates[0] if dates else dt.date.max, level, False, dt.time.min


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

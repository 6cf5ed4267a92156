"""Where one person can hardly attend both of two entries, within a programme or across several.

What cannot be said without knowing how somebody travels is left open: it takes two times on the clock that overlap, or
a journey that no aircraft makes in the time there is.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from typing import TypeAlias
from zoneinfo import ZoneInfo

from diplocal.model import Place, RelationKind
from diplocal.reading import say_dates
from diplocal.timeline import Concern, DayPart, Days, Entry, FullKey, Hours, Notice, Timeline, upwards

_KILOMETRES_AN_HOUR = 900
_LONG_JOURNEY = 5.0
"""Hours of flight beyond which nobody goes there and back within a stay elsewhere."""
_SIDE_BY_SIDE = 8
"""Entries of one person that are compared with the next one; more at once have another cause."""
_WITHIN = (RelationKind.PART_OF, RelationKind.ON_THE_MARGINS_OF)


def clashes(timelines: Iterable[Timeline]) -> tuple[Notice, ...]:
    """Find what one person can hardly attend, within and across timelines, in the order of the people.

    Each notice is on the entry that begins later. Only times on the clock clash. An end that nobody states is taken for
    the start: no length is made up.
    """
    entries = [entry for one in timelines for entry in one.entries if not (entry.status.off or entry.status.late)]
    found: list[Notice] = []
    above = {entry.full_key: entry for entry in entries}
    for name, theirs in _by_person(entries):
        timed = _timed(theirs)
        found += _at_once(name, timed, above)
        found += _too_far(name, timed)
        found += _elsewhere(name, theirs, above)
    return tuple(found)


# --- who attends what -------------------------------------------------------------------------------------------------


def _by_person(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Give each person's entries, the person by the first spelling."""
    groups: dict[str, tuple[str, list[Entry]]] = {}
    for entry in entries:
        for person in dict.fromkeys(who.person for who in entry.participants if who.person):
            spellings = [" ".join(name.casefold().split()) for name in (person.name, *person.aliases)]
            group = next((groups[one] for one in spellings if one in groups), (person.name, []))
            group[1].append(entry)
            groups.update((one, group) for one in spellings if one not in groups)
    return iter({id(group): group for group in groups.values()}.values())


_Above: TypeAlias = dict[FullKey, Entry]


def _belong_together(one: Entry, other: Entry, above: _Above) -> bool:
    """Tell whether an entry lies in the other one, or on its margins."""
    if one.programme != other.programme:
        return False
    for inner, outer in ((one, other), (other, one)):
        if any(relation.kind in _WITHIN and relation.to == outer.key for relation in inner.relations):
            return True
        if any(holder.key == outer.key for holder in upwards(inner, above)):
            return True
    return False


# --- at the same time -------------------------------------------------------------------------------------------------


_Timed: TypeAlias = tuple[dt.datetime, dt.datetime, Entry]


def _timed(entries: Iterable[Entry]) -> list[_Timed]:
    """Give the entries with a time on the clock as moments, in order."""
    found = [
        (entry.timing.start.astimezone(dt.UTC), (entry.timing.end or entry.timing.start).astimezone(dt.UTC), entry)
        for entry in entries
        if isinstance(entry.timing, Hours) and entry.timing.start.tzinfo is not None
    ]
    return sorted(found, key=lambda row: row[:2])


def _at_once(person: str, timed: Sequence[_Timed], above: _Above) -> Iterator[Notice]:
    ongoing: list[_Timed] = []
    for row in timed:
        start, _, entry = row
        ongoing = [one for one in ongoing if one[1] > start or one[0] == start][-_SIDE_BY_SIDE:]
        for _, _, other in ongoing:
            if not _belong_together(other, entry, above):
                why = f"{person} is also at {_named(other, entry)} then: {_clock(other)} and {_clock(entry)}"
                yield _notice(Concern.CLASH, entry, why)
                break
        ongoing.append(row)


def _too_far(person: str, timed: Sequence[_Timed]) -> Iterator[Notice]:
    """Compare what follows each other: is there time to get from one to the next?"""
    there = [row for row in timed if row[2].place and not row[2].remote]
    for (start, end, entry), (then, _, following) in pairwise(there):
        hours = (then - end) / dt.timedelta(hours=1)
        needed = _hours_between(entry, following, then)
        if then > start and 0 <= hours < needed:
            why = (
                f"{person} has {_length(hours)} to get here from {_named(entry, following)} "
                f"in {_place(entry)}, and the flight alone takes about {needed:.0f} hours"
            )
            yield _notice(Concern.TRAVEL, following, why)


def _elsewhere(person: str, entries: Sequence[Entry], above: _Above) -> Iterator[Notice]:
    """Find days in the midst of a stay that are spent far away; the first and last day may be spent on the way."""
    stays: list[tuple[dt.date, dt.date, Entry]] = []
    for start, end, entry in sorted(_stays(entries), key=lambda row: row[:2]):
        stays = [one for one in stays if one[1] > start][-_SIDE_BY_SIDE:]
        for since, until, other in stays:
            both_timed = isinstance(entry.timing, Hours) and isinstance(other.timing, Hours)
            if both_timed or end <= since or _belong_together(other, entry, above):
                continue
            noon = dt.datetime.combine(start, dt.time(12), dt.UTC)
            if _hours_between(other, entry, noon) >= _LONG_JOURNEY:
                why = f"{person} is in {_place(other)} on {say_dates(since, until)} for {_named(other, entry)}"
                yield _notice(Concern.TRAVEL, entry, why)
                break
        stays.append((start, end, entry))


def _stays(entries: Iterable[Entry]) -> Iterator[tuple[dt.date, dt.date, Entry]]:
    for entry in entries:
        dates = entry.dates
        if dates and entry.place and not entry.remote and isinstance(entry.timing, Days | Hours | DayPart):
            yield dates[0], dates[1], entry


# --- how far ----------------------------------------------------------------------------------------------------------


def _hours_between(one: Entry, other: Entry, moment: dt.datetime) -> float:
    """Tell how long a flight takes at least: by the distance, or else as many hours as the clocks lie apart."""
    here, there = one.place, other.place
    if here is None or there is None or here.name.casefold() == there.name.casefold():
        return 0.0
    if here.geo and there.geo:
        return _kilometres(here, there) / _KILOMETRES_AN_HOUR
    if not one.zone or not other.zone:
        return 0.0
    apart = abs(_offset(one.zone, moment) - _offset(other.zone, moment)) / dt.timedelta(hours=1)
    return min(apart, 24 - apart) if apart <= 24 else 0.0


def _offset(zone: str, moment: dt.datetime) -> dt.timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or dt.timedelta()


def _kilometres(here: Place, there: Place) -> float:
    """Measure along a great circle, on a sphere of the Earth's mean radius."""
    (north, east), (north2, east2) = here.geo or (0.0, 0.0), there.geo or (0.0, 0.0)
    a, b = radians(north), radians(north2)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(east2 - east) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(half)))


# --- in words ---------------------------------------------------------------------------------------------------------


def _notice(concern: Concern, entry: Entry, why: str) -> Notice:
    return Notice(
        concern=concern,
        programme=entry.programme,
        where=entry.reason.where.removesuffix(".when") if entry.reason else "",
        entry=entry.key,
        message=why,
        settle="check the times" if concern is Concern.CLASH else "check the times and places",
    )


def _named(entry: Entry, beside: Entry) -> str:
    """Name an entry, with its programme where that is another one."""
    return f"'{entry.title}'" + (f" ({entry.programme})" if entry.programme != beside.programme else "")


def _place(entry: Entry) -> str:
    return entry.place.name if entry.place else ""


def _clock(entry: Entry) -> str:
    assert isinstance(entry.timing, Hours)  # noqa: S101 - only those are compared by the clock
    start, end = entry.timing.start, entry.timing.end
    until = f"-{end:%H:%M}" if end else ""
    zone = start.tzinfo.key if isinstance(start.tzinfo, ZoneInfo) else start.tzname()
    return f"{start.replace(tzinfo=None).isoformat(' ', 'minutes')}{until} {zone}"


def _length(hours: float) -> str:
    return f"{hours:.0f} hours" if hours >= 2 else f"{hours * 60:.0f} minutes"

"""The order in which a timeline is read: what spans several days, day by day, windows, and what has no date.

Every entry has one place in it. An entry that was moved away from a day also leaves a trace there. No text is written
here, and nothing knows the format that is written.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from itertools import islice

from attrs import evolve, frozen

from diplocal.exporters.local_times import at_place, is_long
from diplocal.timeline import (
    ByDay,
    DayPart,
    Days,
    Entry,
    FullKey,
    Hours,
    Level,
    NoDate,
    Sometime,
    Timeline,
    Timing,
    in_order,
    order,
    timing_dates,
    upwards,
)


@frozen
class Slot:
    """A line of a day."""

    entry: Entry  # its time told in the zone of its place
    # the present time of an entry that only stood here once; `entry` then has its earlier time
    now: Timing | None = None
    heads: bool = False  # whether it gives the whole day its name: an event of this one day, or the visit day


@frozen(kw_only=True)
class Outline:
    """A timeline arranged for reading; times are told in the zone of their place."""

    entries: tuple[Entry, ...]  # all of them, in the timeline's order
    spans: tuple[Entry, ...]  # what lasts several days, said once and not on each of them
    days: dict[dt.date, list[Slot]]  # the days that have something of their own: what heads it, then in order of time
    windows: tuple[Entry, ...]  # what happens within a window or by a day
    # what has no date, by the full key of its parent; None: without a parent in this timeline
    undated: dict[FullKey | None, list[Entry]]


def outline(timeline: Timeline) -> Outline:
    """Arrange the entries of a timeline.

    A time of 24 hours or more counts as several days; a shorter one that runs past midnight belongs to the day on which
    it begins.
    """
    entries = tuple(evolve(entry, timing=at_place(entry.timing, entry)) for entry in timeline.entries)
    keys = {entry.full_key for entry in entries}
    undated: dict[FullKey | None, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.timing, NoDate):
            undated.setdefault(entry.full_parent if entry.full_parent in keys else None, []).append(entry)
    dated = [entry for entry in entries if not isinstance(entry.timing, NoDate)]
    return Outline(
        entries=entries,
        spans=in_order(entry for entry in dated if isinstance(entry.timing, Days | Hours) and not _day(entry.timing)),
        days=_days(entries),
        windows=in_order(entry for entry in dated if isinstance(entry.timing, Sometime | ByDay)),
        undated=undated,
    )


def event_of(entry: Entry, entries: Mapping[FullKey, Entry]) -> Entry | None:
    """Find the event that a day or a session belongs to, directly or by its day, among entries by their full keys."""
    above = [*islice(upwards(entry, entries), 2)]
    return above[-1] if above else None


def _day(timing: Timing) -> dt.date | None:
    """Tell the day whose block a timing belongs to; ``None`` for several days, windows and what has no date."""
    match timing:
        case Days(start, end) if start == end:
            return start
        case DayPart(day, _):
            return day
        case Hours(start) if not is_long(timing):
            return start.date()
        case _:
            return None


def _days(entries: tuple[Entry, ...]) -> dict[dt.date, list[Slot]]:
    slots = defaultdict[dt.date, list[Slot]](list)
    for entry in entries:
        if day := _day(entry.timing):
            heads = entry.level is not Level.SESSION and isinstance(entry.timing, Days) and not entry.background
            slots[day].append(Slot(entry, heads=heads))
        for day, slot in _traces(entry).items():
            slots[day].append(slot)
    return {day: sorted(slots[day], key=lambda slot: (not slot.heads, order(slot.entry))) for day in sorted(slots)}


def _traces(entry: Entry) -> dict[dt.date, Slot]:
    """Find the other days on which an entry stood before it was moved; the last state on each counts."""
    dates = timing_dates(entry.timing) if not isinstance(entry.timing, Sometime | ByDay) else None
    first, last = dates or (dt.date.max, dt.date.min)
    found: dict[dt.date, Slot] = {}
    for past in entry.earlier:
        timing = at_place(past.timing, entry)
        day = _day(timing)
        if day and not first <= day <= last and not past.status.cancelled:
            found[day] = Slot(evolve(entry, timing=timing), now=entry.timing)
    return found

"""From a reading to a place on the calendar: days, hours in a zone, a part of a day, a window, or no date."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from diplocal import places
from diplocal.checks import values
from diplocal.errors import Problem
from diplocal.model import Place, Source, VisitDay
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.resolver.node import Node
from diplocal.timeline import ByDay, Concern, DayPart, Days, Hours, NoDate, Notice, Sometime, Timing
from diplocal.when import At, Clock, ClockSpan, InPart, InZone, Reference, Time


def zone_of_place(place: Place | None) -> str | None:
    """Give a place's zone, stated or known by its name."""
    return (place.zone or places.zone_of(place.name)) if place is not None else None


def zone_of_entry(place: Place | None, source: Source | None) -> str | None:
    """The zone of the place, stated or known by its name; without a place, the dateline's."""
    if place is not None:
        return zone_of_place(place)
    return source.zone if source is not None else None


def timing_of(node: Node, reading: Reading | None, zone: str | None) -> tuple[Timing, list[Problem], list[Notice]]:
    """Place an entry, with what is wrong or worth a look about its time of day."""
    entry = node.at.entry
    time = time_of(entry.when, None if isinstance(entry, VisitDay) else entry.time)
    if reading is None:
        return NoDate(), [], []
    timing = plain_timing(reading, time, zone)
    if isinstance(time, Clock | ClockSpan) and isinstance(timing, Days) and not _has_neighbours(timing.start):
        found = values.within_calendar(f"{node.at.where}.time", timing.start)
        return timing, list(found), []
    if not isinstance(timing, Hours):
        return timing, [], []
    return timing, list(_skipped(node, timing)), list(_doubts(node, timing.start, time, zone))


def time_of(when: Reference | None, time: Time | None) -> Time | None:
    """Give the time of day that stands by itself, or else that of the words for the day."""
    return time if time is not None else when.time if isinstance(when, At) else None


def plain_timing(reading: Reading, time: Time | None, zone: str | None) -> Timing:
    """Place a reading with a time of day; what the words leave to a person has no date."""
    if reading.certainty is Certainty.AMBIGUOUS:
        first = Alternative(reading.start, reading.end, reading.why)
        return NoDate((first, *reading.alternatives))
    match reading.kind:
        case Kind.WINDOW:
            return Sometime(reading.start, reading.end)
        case Kind.DEADLINE:
            return ByDay(reading.end)
        case _ if reading.start == reading.end:
            return _on_day(reading.start, time, zone)
        case _:
            return Days(reading.start, reading.end)


def _on_day(day: dt.date, time: Time | None, zone: str | None) -> Timing:
    match time:
        case Clock() | ClockSpan() if not _has_neighbours(day):
            return Days(day, day)
        case Clock():
            return Hours(_moment(day, time, zone), about=time.about)
        case ClockSpan(start, end):
            first, last = _moment(day, start, zone), _moment(day, end, zone)
            if last <= first:
                last = _moment(day + dt.timedelta(1), end, zone)
            return Hours(first, last, start.about or end.about)
        case InPart(part):
            return DayPart(day, part)
        case InZone() | None:
            return Days(day, day)


def _has_neighbours(day: dt.date) -> bool:
    """Tell whether a day's times can be told in every zone."""
    return values.FIRST_DAY <= day <= values.LAST_DAY


def _moment(day: dt.date, clock: Clock, zone: str | None) -> dt.datetime:
    said = zone if clock.zone in (None, "local") else clock.zone
    return dt.datetime.combine(day, clock.time, tzinfo=tzinfo(said or "UTC"))


def tzinfo(zone: str) -> dt.tzinfo:
    """The zone by its IANA name, or the fixed offset that is written (``+09:00``)."""
    if zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[4:6])
        delta = dt.timedelta(hours=hours, minutes=minutes)
        return dt.timezone(delta if zone[0] == "+" else -delta)
    return ZoneInfo(zone)


def _is_told_twice(moment: dt.datetime) -> bool:
    """Whether clocks are put forward or back over a time: only then `fold` makes a difference (PEP 495)."""
    return moment.utcoffset() != moment.replace(fold=1).utcoffset()


def _skipped(node: Node, timing: Hours) -> Iterator[Problem]:
    """Tell of a local time that does not exist."""
    for moment in filter(None, (timing.start, timing.end)):
        back = moment.astimezone(dt.UTC).astimezone(moment.tzinfo).replace(tzinfo=None)
        if _is_told_twice(moment) and back != moment.replace(tzinfo=None):
            why = f"does not exist on {moment:%Y-%m-%d} in {moment.tzinfo}: clocks go forward over it"
            settle = "give the time in another zone, or correct it"
            yield Problem(f"{node.at.where}.time", f"{moment:%H:%M}", why, settle)


def _doubts(node: Node, start: dt.datetime, time: Time | None, zone: str | None) -> Iterator[Notice]:
    """Tell of a time that exists twice, and of a stated offset that is not that of the place."""
    if _is_told_twice(start):
        message = f"{start:%H:%M} exists twice on {start:%Y-%m-%d} in {start.tzinfo}; the first one is taken"
        yield node.notice(Concern.ZONE, "time", message, "give the time with an offset, such as 'UTC+1'")
    said = time.start.zone if isinstance(time, ClockSpan) else time.zone if isinstance(time, Clock) else None
    if said and said[0] in "+-" and zone is not None and node.at.place is not None:
        there = start.astimezone(tzinfo(zone))
        if there.utcoffset() != start.utcoffset():
            message = f"{start:%H:%M} at UTC{said} is {there:%H:%M} on {there:%Y-%m-%d} at the place"
            yield node.notice(Concern.ZONE, "time", message, "check that the source means that offset")

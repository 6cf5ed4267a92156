"""From a reading to a place on the calendar: days, hours in a zone, a part of a day, a window, or no date."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from diplocal import places
from diplocal.checks import values
from diplocal.errors import Problem
from diplocal.model import Place, Source
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.resolver.node import Node
from diplocal.timeline import ByDay, Concern, DayPart, Days, Hours, NoDate, Notice, Sometime, Timing
from diplocal.when import Clock, ClockSpan, InPart, InZone, Time


def zone_of_place(place: Place | None) -> str | None:
    """Give a place's zone, stated or known by its name."""
    return (place.zone or places.zone_of(place.name)) if place is not None else None


def zone_of_entry(place: Place | None, source: Source | None) -> str | None:
    """The zone of the place, stated or known by its name; without a place, the dateline's."""
    if place is not None:
        return zone_of_place(place)
    return source.zone if source is not None else None


def timing_of(reading: Reading, time: Time | None, zone: str | None) -> Timing:
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


def clock_problems(node: Node, timing: Timing) -> Iterator[Problem]:
    """Tell of a local time that does not exist, and of one on a day at the very end of the calendar."""
    where = f"{node.at.where}.time"
    match timing:
        case Days(start) if isinstance(node.time, Clock | ClockSpan) and not _has_neighbours(start):
            yield from values.within_calendar(where, start)
        case Hours(start, end):
            for moment in filter(None, (start, end)):
                back = moment.astimezone(dt.UTC).astimezone(moment.tzinfo).replace(tzinfo=None)
                if _is_told_twice(moment) and back != moment.replace(tzinfo=None):
                    why = f"does not exist on {moment:%Y-%m-%d} in {moment.tzinfo}: clocks go forward over it"
                    yield Problem(where, f"{moment:%H:%M}", why, "give the time in another zone, or correct it")
        case _:
            pass


def clock_notices(node: Node, timing: Timing, zone: str | None) -> Iterator[Notice]:
    """Tell of a time that exists twice, and of a stated offset that is not that of the place."""
    if not isinstance(timing, Hours):
        return
    start, time = timing.start, node.time
    if _is_told_twice(start):
        message = f"{start:%H:%M} exists twice on {start:%Y-%m-%d} in {start.tzinfo}; the first one is taken"
        yield node.notice(Concern.ZONE, "time", message, "give the time with an offset, such as 'UTC+1'")
    said = time.start.zone if isinstance(time, ClockSpan) else time.zone if isinstance(time, Clock) else None
    if said and said[0] in "+-" and zone is not None and node.at.place is not None:
        there = start.astimezone(tzinfo(zone))
        if there.utcoffset() != start.utcoffset():
            message = f"{start:%H:%M} at UTC{said} is {there:%H:%M} on {there:%Y-%m-%d} at the place"
            yield node.notice(Concern.ZONE, "time", message, "check that the source means that offset")

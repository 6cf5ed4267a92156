"""When an entry is: whole days, hours, a part of a day, a window, a deadline, or no date."""

import datetime as dt
from typing import TypeAlias, assert_never

from attrs import field, frozen

from diplocal.reading import Alternative, say_dates, say_day
from diplocal.when import PartOfDay, Reference, Undated, in_full


@frozen
class Days:
    """Whole days, both ends included."""

    start: dt.date
    end: dt.date


@frozen
class Hours:
    """A time on the clock, aware; `end` is exclusive, ``None`` where nobody states it."""

    start: dt.datetime  # an aware date-time whose tzinfo is a `zoneinfo.ZoneInfo` or a fixed offset
    end: dt.datetime | None = None  # in the same zone
    about: bool = False  # whether the source says "around"


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
    """No date is known."""

    # the dates that the words leave open, best first; empty where no date was said
    readings: tuple[Alternative, ...] = field(converter=tuple[Alternative, ...], default=())


Timing: TypeAlias = Days | Hours | DayPart | Sometime | ByDay | NoDate


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


def days_in_full(timing: Timing) -> Reference:
    """Say the days of a timing in full, so that they can be read again; a window has no day to say."""
    dates = timing_dates(timing)
    return in_full(*dates) if dates and isinstance(timing, Days | Hours | DayPart) else Undated()


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

"""Days, weeks and months counted on the calendar, and the shape of what every rule gives."""

import datetime as dt
from typing import Final

from attrs import define
from dateutil.relativedelta import relativedelta

from diplocal.reading import Candidate, Conventions, Kind
from diplocal.when import Weekday

Candidates = tuple[Candidate, ...]

DEFAULT: Final = Conventions()
AHEAD: Final = Conventions(ahead=True)
DAY: Final = dt.timedelta(days=1)
SIX_DAYS: Final = dt.timedelta(days=6)
WEEK: Final = dt.timedelta(days=7)

CONTRADICTION: Final = "weekday-contradicts-date"


@define
class Anchor:
    """From where words are read.

    Attributes:
        day: the publication day in the dateline's zone.
        base: first and last day of what chained words count from ("the day after", "the second day").
        country: ISO 3166-1 code of where they are read, for what is written otherwise elsewhere ("4/3/2025").
    """

    day: dt.date
    base: tuple[dt.date, dt.date] | None = None
    country: str | None = None


def one(day: dt.date, rule: str, why: str) -> Candidates:
    """Give a single day as the only candidate."""
    return (Candidate(day, day, rule, why),)


def window(start: dt.date, end: dt.date, rule: str, why: str) -> Candidate:
    """Give a window, which is never narrowed to a day."""
    return Candidate(start, end, rule, why, Kind.WINDOW)


def distinct(found: Candidates) -> Candidates:
    """Leave out candidates whose dates a better one has already."""
    by_dates: dict[tuple[dt.date, dt.date], Candidate] = {}
    for candidate in found:
        by_dates.setdefault((candidate.start, candidate.end), candidate)
    return tuple(by_dates.values())


def contradicted(found: Candidates) -> bool:
    """Whether a stated weekday contradicts its date."""
    return found[0].rule == CONTRADICTION


def on_or_after(day: dt.date, weekday: Weekday) -> dt.date:
    """The first such weekday from a day on, the day itself included."""
    return day + dt.timedelta((weekday - day.weekday()) % 7)


def on_or_before(day: dt.date, weekday: Weekday) -> dt.date:
    """The last such weekday up to a day, the day itself included."""
    return day - dt.timedelta((day.weekday() - weekday) % 7)


def week_of(day: dt.date, conventions: Conventions = DEFAULT) -> tuple[dt.date, dt.date]:
    """First and last day of the week that holds a day, both included."""
    start = on_or_before(day, conventions.week_start)
    return start, start + SIX_DAYS


def month_of(day: dt.date, shift: int = 0) -> dt.date:
    """The first day of the month `shift` months after a day's own."""
    return day.replace(day=1) + relativedelta(months=shift)


def saturday_of(day: dt.date) -> dt.date:
    """The Saturday of the weekend that holds a day, or that ends its week (ISO 8601: a Sunday is the last day)."""
    return on_or_after(week_of(day)[0], Weekday.SATURDAY)


def count(number: int, unit: str = "day") -> str:
    """Write a number of units (``1 day``, ``3 weeks``)."""
    return f"1 {unit}" if number == 1 else f"{number} {unit}s"

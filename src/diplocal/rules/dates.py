"""Dates: a day and month, weekdays and feasts of a year, dates in figures; in the year that is said, or the nearest.

Feasts count from Easter, of the Western churches (the Gregorian computus) or the Orthodox ones (the Julian one), as
dateutil has them.
"""

import datetime as dt
from calendar import monthrange
from typing import TypeAlias, assert_never

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as dt_weekday

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, say_day
from diplocal.rules.arithmetic import CONTRADICTION, DAY, Anchor, Candidates, on_or_after, on_or_before, one
from diplocal.when import MONTHS, CalendarDay, Feast, InFigures, NthWeekday, OnFeast, Weekday

Dated: TypeAlias = CalendarDay | NthWeekday | OnFeast

# A day without a year is read in the nearest one; where two years are about as near, both are kept.
_NEAR_TIE = dt.timedelta(60)

_FROM_EASTER = {
    Feast.SHROVE_TUESDAY: -47,
    Feast.ASH_WEDNESDAY: -46,
    Feast.PALM_SUNDAY: -7,
    Feast.MAUNDY_THURSDAY: -3,
    Feast.GOOD_FRIDAY: -2,
    Feast.HOLY_SATURDAY: -1,
    Feast.EASTER_SUNDAY: 0,
    Feast.EASTER_MONDAY: 1,
    Feast.ASCENSION_DAY: 39,
    Feast.WHIT_SUNDAY: 49,
    Feast.WHIT_MONDAY: 50,
    Feast.TRINITY_SUNDAY: 56,
    Feast.CORPUS_CHRISTI: 60,
    Feast.ORTHODOX_EASTER: 0,
}
# Where dates in figures begin with the month: the United States and what writes as they do; in Canada and the
# Philippines both are usual (Unicode CLDR, short date formats).
_MONTH_FIRST = frozenset({"AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "US", "VI"})
_EITHER_FIRST = frozenset({"CA", "PH"})


def read(reference: Dated | InFigures, anchor: Anchor) -> Candidates:
    """List what a date could mean, best first."""
    if isinstance(reference, InFigures):
        return _figures(reference, anchor)
    found = _in_years(reference, anchor.day)
    return checked(found, reference.weekday) if isinstance(reference, CalendarDay) else found


def _in_years(reference: Dated, today: dt.date) -> Candidates:
    """Find a day in the year that is said, else in the nearest ones."""
    year = reference.year if reference.of_year is None else today.year + reference.of_year
    if year is not None:
        if (day := date_in(year, reference)) is None:
            words = f"{say_date(reference)} {year}"
            raise ReadingError(words, "there is no such day", "correct the day, the month or the year")
        why = "a full date" if reference.of_year is None else f"in {year}, counted from {say_day(today)}"
        return one(day, "full-date", why)
    near = sorted(_near_years(reference, today), key=lambda day: (abs(day - today), day))
    least = abs(near[0] - today)
    near = [day for day in near[:2] if abs(day - today) - least <= _NEAR_TIE]
    if isinstance(reference, CalendarDay) and reference.weekday is not None:
        near = [day for day in near if day.weekday() == reference.weekday] or near[:1]
    said = say_day(today)
    return tuple(Candidate(d, d, "nearest-year", f"{d.year} is the nearest year to {said}") for d in near)


def _near_years(reference: Dated, today: dt.date) -> list[dt.date]:
    """The same day in the years around; further off for 29 February, which some years lack."""
    for reach in (1, 4, 8):
        years = range(today.year - reach, today.year + reach + 1)
        if len(found := [day for year in years if (day := date_in(year, reference))]) > 1:
            return found
    raise ReadingError(say_date(reference), "there is no such day", "correct the day or the month")


def date_in(year: int, reference: Dated) -> dt.date | None:
    """The day in a year, ``None`` where that year has no such day."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    match reference:
        case CalendarDay(month, day):
            return dt.date(year, month, day) if day_exists(year, month, day) else None
        case NthWeekday(number, weekday, month):
            nth = relativedelta(day=31 if number < 0 else 1, weekday=dt_weekday(weekday, number))
            found = dt.date(year, month, 1) + nth
            return found if found.month == month else None  # few months have a fifth one
        case OnFeast(feast):
            return _feast(year, feast)
        case _:
            assert_never(reference)


def _feast(year: int, feast: Feast) -> dt.date | None:
    """The feast of a year, as long as the Gregorian calendar has been and dateutil counts."""
    if not 1583 <= year <= 4099:
        return None
    orthodox = feast is Feast.ORTHODOX_EASTER
    return easter(year, EASTER_ORTHODOX if orthodox else EASTER_WESTERN) + DAY * _FROM_EASTER[feast]


def _figures(reference: InFigures, anchor: Anchor) -> Candidates:
    """Read "4/3/2025" as it is written where it is read; where nobody knows, as either, the nearer before."""
    first, second, year = reference.first, reference.second, reference.year
    day_first = one(dt.date(year, second, first), "date-in-figures", "the day stands first, then the month")
    month_first = one(dt.date(year, first, second), "date-in-figures", "the month stands first, then the day")
    if anchor.country in _MONTH_FIRST:
        return month_first
    if anchor.country is not None and anchor.country not in _EITHER_FIRST:
        return day_first
    return tuple(sorted(day_first + month_first, key=lambda either: abs(either.start - anchor.day)))


def checked(found: Candidates, weekday: Weekday | None) -> Candidates:
    """Set a stated weekday against its date: where they contradict each other, both are kept."""
    if weekday is None:
        return found
    day = found[0].start
    if day.weekday() == weekday:
        return tuple(Candidate(c.start, c.end, "weekday-and-date", f"{c.why}, and it is a {weekday}") for c in found)
    meant = min((on_or_before(day, weekday), on_or_after(day, weekday)), key=lambda other: abs(other - day))
    stated = f"the date as stated, which is a {Weekday(day.weekday())}, not a {weekday}"
    return (
        *one(day, CONTRADICTION, stated),
        *one(meant, CONTRADICTION, f"the {weekday} next to the stated date, {say_day(day)}"),
    )


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day."""
    return dt.MINYEAR <= year <= dt.MAXYEAR and day <= monthrange(year, month)[1]


def say_date(reference: Dated) -> str:
    """Write a date without its year (``31 June``)."""
    match reference:
        case CalendarDay(month, day):
            return f"{day} {MONTHS[month - 1]}"
        case NthWeekday(number, weekday, month):
            return f"the {_ORDER[number]} {weekday} of {MONTHS[month - 1]}"
        case OnFeast(feast):
            return feast.value
        case _:
            assert_never(reference)


_ORDER = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}

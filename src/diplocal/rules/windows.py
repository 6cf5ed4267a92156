"""Stretches of time: weeks, weekends, months and years counted from a day or named, and what is only about a day.

How much of a month or year "early", "mid" and "late" mean is a convention: thirds of a month (the 1st to 10th, 11th to
20th, last ten days); the first quarter, May to August and the last quarter of a year; Monday to Wednesday, Tuesday to
Thursday and Thursday to the end of a week.
"""

import datetime as dt
from calendar import monthrange
from typing import TypeAlias, assert_never

from dateutil.relativedelta import relativedelta

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, say_dates, say_day
from diplocal.rules.arithmetic import DAY, WEEK, Anchor, Candidates, count, month_of, on_or_after, on_or_before, week_of
from diplocal.rules.arithmetic import window as _made
from diplocal.when import MONTHS, About, Between, Coming, InMonth, InYear, Part, Unit, Weekday, Which, Window

AnyWindow: TypeAlias = Window | InMonth | InYear | Between | About | Coming
Bounds: TypeAlias = tuple[dt.date, dt.date]

# How far "the coming days", "recent weeks" reach where no number is said.
_A_FEW = {Unit.DAY: 7, Unit.WEEK: 4, Unit.WEEKEND: 3, Unit.MONTH: 3, Unit.YEAR: 3}
# How far a day told only in weeks, months or years may lie from that count.
_SLACK = {Unit.WEEK: 2 * DAY, Unit.MONTH: 5 * DAY, Unit.YEAR: 60 * DAY}
_STEPS = {
    Unit.DAY: relativedelta(days=1),
    Unit.WEEK: relativedelta(weeks=1),
    Unit.WEEKEND: relativedelta(weeks=1),
    Unit.MONTH: relativedelta(months=1),
    Unit.YEAR: relativedelta(years=1),
}


def read(reference: AnyWindow, anchor: Anchor, conventions: Conventions) -> Candidates:
    """List what a window could mean, best first."""
    match reference:
        case Window():
            return counted(reference, anchor, conventions)
        case InMonth():
            return _month(reference, anchor.day)
        case InYear(year, part):
            start, end = _part_of_year(dt.date(year, 1, 1), part, anchor.day)
            return (_made(start, end, "named-year", _in_part(part, f"the year {year}")),)
        case Between(first, last):
            return _between(first, last, anchor, conventions)
        case About():
            return (_about(reference, anchor.day),)
        case Coming():
            return (_coming(reference, anchor.day),)
        case _:
            assert_never(reference)


def counted(reference: Window, anchor: Anchor, conventions: Conventions) -> Candidates:
    """Read "next week", "early this month", "the following weekend"."""
    day = anchor.day
    if reference.chained:
        if anchor.base is None:
            words = f"the {_ORDER.get(reference.shift, 'same')} {reference.unit.value}"
            raise ReadingError(words, "it counts from a day that isn't known", "name that day, or give a date")
        day = anchor.base[1 if reference.shift > 0 else 0]
    match reference.unit:
        case Unit.WEEK:
            return _week(reference, day, conventions)
        case Unit.WEEKEND:
            if anchor.base and reference.chained:
                return _chained_weekend(reference.shift, anchor.base)
            return _weekend(reference.shift, day, conventions)
        case Unit.MONTH:
            bounds = _part_of_month(month_of(day, reference.shift), reference.part, day)
        case Unit.YEAR:
            bounds = _part_of_year(dt.date(day.year + reference.shift, 1, 1), reference.part, day)
        case Unit.DAY:
            bounds = (day + DAY * reference.shift,) * 2
        case _:
            assert_never(reference.unit)
    rule = f"{reference.unit.value}-from-day" if reference.chained else reference.unit.value
    return (_made(*bounds, rule, _in_part(reference.part, _shifted(reference.unit, reference.shift, day))),)


_ORDER = {1: "following", -1: "previous"}


def _shifted(unit: Unit, shift: int, day: dt.date) -> str:
    if shift == 0:
        return f"the {unit.value} of {say_day(day)}"
    side = "after" if shift > 0 else "before"
    far = f"{count(abs(shift), unit.value)} " if abs(shift) > 1 else ""
    return f"the {unit.value} {far}{side} that of {say_day(day)}"


def _in_part(part: Part, why: str) -> str:
    return why if part is Part.WHOLE else f"{_NOUNS[part]} of {why}" if part in _NOUNS else f"{part.value} in {why}"


_NOUNS = {Part.END: "the end", Part.FIRST_HALF: "the first half", Part.SECOND_HALF: "the second half"}


# --- weeks and weekends -----------------------------------------------------------------------------------------------


def _week(reference: Window, day: dt.date, conventions: Conventions) -> Candidates:
    """Count weeks; said on a Sunday, which ISO 8601 puts last, "this" and "next" may count from the week to come."""
    shift, part = reference.shift, reference.part
    rule = "week-from-day" if reference.chained else "week"
    found = part_of_week(day + WEEK * shift, part, day, conventions, (rule, _shifted(Unit.WEEK, shift, day)))
    on_sunday = day.weekday() == Weekday.SUNDAY and conventions.week_start is Weekday.MONDAY and not reference.chained
    if not on_sunday or part is Part.EARLIER or shift not in {-1, 0, 1}:
        if shift != 0 or found.end >= day or reference.chained:
            return (found,)
        after = ("week", "the week after, as that of this week has passed")  # "flies early in the week", on a Friday
        return found, part_of_week(day + WEEK, part, day, conventions, after)
    begins = ("week-on-sunday", f"said on a Sunday: {_SUNDAYS[shift]}")
    other = part_of_week(day + DAY + WEEK * shift, part, day + DAY, conventions, begins)
    return (other, found) if shift == 0 else (found, other)


_SUNDAYS = {0: "the week about to begin", 1: "the week after the one about to begin", -1: "the week that ends today"}


def part_of_week(
    day: dt.date, part: Part, today: dt.date, conventions: Conventions, told: tuple[str, str]
) -> Candidate:
    """Take a part of the week that holds a day; `told` is the rule and the reason."""
    start, end = week_of(day, conventions)
    monday = on_or_after(start, Weekday.MONDAY)
    monday = monday if monday - start <= 2 * DAY else start  # a week that begins in the middle of the working week
    thirds = {
        Part.EARLY: (monday, monday + 2 * DAY),
        Part.MID: (monday + DAY, monday + 3 * DAY),
        Part.LATE: (monday + 3 * DAY, end),
        Part.END: (monday + 4 * DAY, end),
        Part.FIRST_HALF: (start, monday + 2 * DAY),
        Part.SECOND_HALF: (monday + 3 * DAY, end),
    }
    first, last = thirds.get(part) or _rest((start, end), part, monday + 2 * DAY, today)
    rule, why = told
    return _made(first, last, rule, _in_part(part, why))


def _rest(whole: Bounds, part: Part, middle: dt.date, today: dt.date) -> Bounds:
    """Take "later" and "earlier" from today where it lies inside, else from the middle on and up to it."""
    start, end = whole
    if part is Part.LATER:
        return (today, end) if start <= today <= end else (middle, end)
    if part is Part.EARLIER:
        return (start, today) if start <= today <= end else (start, middle)
    return whole


def _weekend(shift: int, today: dt.date, conventions: Conventions) -> Candidates:
    """Count weekends, Saturday to Sunday; the first for "the weekend" is the coming one, the last one is listed."""
    saturday = on_or_after(week_of(today)[0], Weekday.SATURDAY)
    this = _weekend_from(saturday, f"the weekend of the week of {say_day(today)}")
    before = _weekend_from(saturday - WEEK, f"the last weekend before {say_day(today)}")
    if shift == 0 and today.weekday() == Weekday.SUNDAY:
        return (this, _weekend_from(saturday + WEEK, "the coming weekend, as this one ends"))
    if shift == 0:
        return (this,) if today >= saturday else (this, before)
    if shift == -1:
        return (before,)
    if shift < 0:
        return (_weekend_from(saturday + WEEK * shift, _shifted(Unit.WEEK, shift, today)),)
    after = _weekend_from(saturday + WEEK * shift, f"the weekend of {_shifted(Unit.WEEK, shift, today)}")
    if today >= saturday or shift > 1 or conventions.next_week is True:
        return (after,)
    coming = _weekend_from(saturday, "the coming weekend, which some mean by 'next'")
    return (coming,) if conventions.next_week is False else (after, coming)


def _weekend_from(saturday: dt.date, why: str, rule: str = "weekend") -> Candidate:
    return _made(saturday, saturday + DAY, rule, why)


def _chained_weekend(shift: int, base: Bounds) -> Candidates:
    start, end = base
    if shift > 0:
        saturday = on_or_after(end + DAY, Weekday.SATURDAY) + WEEK * (shift - 1)
    elif shift < 0:
        saturday = on_or_before(start - DAY, Weekday.SATURDAY) + WEEK * (shift + 1)
    else:
        saturday = on_or_after(week_of(start)[0], Weekday.SATURDAY)
    how = {0: "of the week of", 1: "after", -1: "before"}[(shift > 0) - (shift < 0)]
    return (_weekend_from(saturday, f"the weekend {how} {say_dates(start, end)}", "weekend-from-day"),)


# --- months and years -------------------------------------------------------------------------------------------------


def _part_of_month(first: dt.date, part: Part, today: dt.date) -> Bounds:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    parts = {
        Part.EARLY: (first, first.replace(day=10)),
        Part.MID: (first.replace(day=11), first.replace(day=20)),
        Part.LATE: (last - 9 * DAY, last),
        Part.END: (last - 9 * DAY, last),
        Part.FIRST_HALF: (first, first.replace(day=15)),
        Part.SECOND_HALF: (first.replace(day=16), last),
    }
    return parts.get(part) or _rest((first, last), part, first.replace(day=15), today)


def _part_of_year(first: dt.date, part: Part, today: dt.date) -> Bounds:
    last = first.replace(month=12, day=31)
    parts = {
        Part.EARLY: (first, first.replace(month=3, day=31)),
        Part.MID: (first.replace(month=5), first.replace(month=8, day=31)),
        Part.LATE: (first.replace(month=10), last),
        Part.END: (first.replace(month=12), last),
        Part.FIRST_HALF: (first, first.replace(month=6, day=30)),
        Part.SECOND_HALF: (first.replace(month=7), last),
    }
    return parts.get(part) or _rest((first, last), part, first.replace(month=7), today)


def _month(reference: InMonth, today: dt.date) -> Candidates:
    """Read a named month; without a year the nearest comes first and the other side's is listed."""
    name = MONTHS[reference.month - 1]
    if reference.year is not None:
        return (_named(reference, dt.date(reference.year, reference.month, 1), today, f"{name} {reference.year}"),)
    here = dt.date(today.year, reference.month, 1)
    if reference.of_year is not None:
        first = _in_year(here, reference.of_year)
        return (_named(reference, first, today, f"{name} of {first.year}, counted from {say_day(today)}"),)
    if reference.which is not Which.BARE:
        return (_qualified_month(reference, here, today),)
    ahead = here if reference.month >= today.month else _in_year(here, 1)
    back = here if reference.month <= today.month else _in_year(here, -1)
    firsts = sorted({ahead, back}, key=lambda first: (abs(first + 14 * DAY - today), first))
    lies = {first: "coming" if first > today else "past" if first < month_of(today) else "present" for first in firsts}
    return tuple(_named(reference, first, today, f"the {lies[first]} {name}") for first in firsts)


def _in_year(first: dt.date, shift: int) -> dt.date:
    return first.replace(year=first.year + shift)


def _named(reference: InMonth, first: dt.date, today: dt.date, why: str) -> Candidate:
    return _made(*_part_of_month(first, reference.part, today), "named-month", _in_part(reference.part, why))


def _qualified_month(reference: InMonth, here: dt.date, today: dt.date) -> Candidate:
    """Read "last November", "next March", "this June": the first such month after or before the present one."""
    match reference.which:
        case Which.NEXT | Which.COMING:
            first = here if reference.month > today.month else _in_year(here, 1)
        case Which.LAST | Which.PAST:
            first = here if reference.month < today.month else _in_year(here, -1)
        case _:
            first = here
    why = f"{reference.which.value} {MONTHS[reference.month - 1]}, said on {say_day(today)}"
    return _named(reference, first, today, why)


def _between(
    first: InMonth | InYear | Window, last: InMonth | InYear | Window, anchor: Anchor, conventions: Conventions
) -> Candidates:
    """From the start of one stretch to the end of the next such other one.

    Raises:
        ReadingError: the second lies before the first.
    """
    found = list[Candidate]()
    for start in read(first, anchor, conventions):
        end = _next_after(start, last, anchor, conventions)
        if end is not None:
            why = f"from the first stretch to the end of the second; the first: {start.why}"
            found.append(_made(start.start, end, "between", why))
    if not found:
        raise ReadingError("the stretch", "its end lies before its start", "put the earlier one first")
    return tuple(found)


def _next_after(
    start: Candidate, last: InMonth | InYear | Window, anchor: Anchor, conventions: Conventions
) -> dt.date | None:
    """The end of the first such stretch that ends after another; a month without a year follows within a year."""
    if isinstance(last, InMonth) and (last.year, last.of_year, last.which) == (None, None, Which.BARE):
        year = start.start.year + (last.month < start.start.month)
        last = InMonth(last.month, year, last.part)
    ends = [candidate.end for candidate in read(last, anchor, conventions) if candidate.end >= start.end]
    return min(ends, default=None)


# --- counted stretches ------------------------------------------------------------------------------------------------


def _about(reference: About, today: dt.date) -> Candidate:
    middle, slack = today + _STEPS[reference.unit] * reference.count, _SLACK.get(reference.unit, 2 * DAY)
    side = "after" if reference.count > 0 else "before"
    far = count(abs(reference.count), reference.unit.value)
    why = f"about {far} {side} {say_day(today)}, {slack.days} days either side"
    return _made(middle - slack, middle + slack, "about", why)


def _coming(reference: Coming, today: dt.date) -> Candidate:
    edge = today + _STEPS[reference.unit] * (
        (reference.count or _A_FEW[reference.unit]) * (-1 if reference.past else 1)
    )
    why = f"{'up to' if reference.past else 'from'} {say_day(today)}"
    return _made(min(today, edge), max(today, edge), "stretch", why)

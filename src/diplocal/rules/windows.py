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
from diplocal.rules.arithmetic import (
    DAY,
    WEEK,
    Anchor,
    Candidates,
    count,
    month_of,
    on_or_after,
    on_or_before,
    saturday_of,
    week_of,
    window,
)
from diplocal.when import MONTHS, About, Between, Coming, InMonth, InYear, Part, Unit, Weekday, Which, Window

AnyWindow: TypeAlias = Window | InMonth | InYear | Between | About | Coming
Bounds: TypeAlias = tuple[dt.date, dt.date]

# The first and the last of a part: days after the Monday of a week, days of a month, months of a year.
_END = 31
_PARTS = {
    Part.EARLY: ((0, 2), (1, 10), (1, 3)),
    Part.MID: ((1, 3), (11, 20), (5, 8)),
    Part.LATE: ((3, _END), (-9, _END), (10, 12)),
    Part.END: ((4, _END), (-9, _END), (12, 12)),
    Part.FIRST_HALF: ((-_END, 2), (1, 15), (1, 6)),
    Part.SECOND_HALF: ((3, _END), (16, _END), (7, 12)),
}
_NOUNS = {Part.END: "the end", Part.FIRST_HALF: "the first half", Part.SECOND_HALF: "the second half"}
_ORDER = {1: "following", -1: "previous"}
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
            bounds = _part_of_year(year, part, anchor.day)
            return (window(*bounds, "named-year", _in_part(part, f"the year {year}")),)
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
    day, shift, unit, part = anchor.day, reference.shift, reference.unit, reference.part
    if reference.chained:
        if anchor.base is None:
            words = f"the {_ORDER.get(shift, 'same')} {unit.value}"
            raise ReadingError(words, "it counts from a day that isn't known", "name that day, or give a date")
        if unit is Unit.WEEKEND:
            return _chained_weekend(shift, anchor.base)
        day = anchor.base[1 if shift > 0 else 0]
    match unit:
        case Unit.WEEK:
            return _week(reference, day, conventions)
        case Unit.WEEKEND:
            return _weekend(shift, day, conventions)
        case Unit.MONTH:
            bounds = _part_of_month(month_of(day, shift), part, day)
        case Unit.YEAR:
            bounds = _part_of_year(day.year + shift, part, day)
        case Unit.DAY:
            bounds = (day + DAY * shift,) * 2
        case _:
            assert_never(unit)
    rule = f"{unit.value}-from-day" if reference.chained else unit.value
    return (window(*bounds, rule, _in_part(part, _shifted(unit, shift, day))),)


def _shifted(unit: Unit, shift: int, day: dt.date) -> str:
    if shift == 0:
        return f"the {unit.value} of {say_day(day)}"
    side = "after" if shift > 0 else "before"
    far = f"{count(abs(shift), unit.value)} " if abs(shift) > 1 else ""
    return f"the {unit.value} {far}{side} that of {say_day(day)}"


def _in_part(part: Part, why: str) -> str:
    return why if part is Part.WHOLE else f"{_NOUNS[part]} of {why}" if part in _NOUNS else f"{part.value} in {why}"


def _rest(whole: Bounds, part: Part, middle: dt.date, today: dt.date) -> Bounds:
    """Take "later" and "earlier" from today where it lies inside, else from the middle on and up to it."""
    start, end = whole
    edge = today if start <= today <= end else middle
    return (edge, end) if part is Part.LATER else (start, edge) if part is Part.EARLIER else whole


# --- weeks and weekends -----------------------------------------------------------------------------------------------


def _week(reference: Window, day: dt.date, conventions: Conventions) -> Candidates:
    """Count weeks; said at the weekend, which ISO 8601 puts last, "this" and "next" may count from the week to come."""
    shift, part, chained = reference.shift, reference.part, reference.chained
    told = ("week-from-day" if chained else "week", _shifted(Unit.WEEK, shift, day))
    found = part_of_week(day + WEEK * shift, part, day, conventions, told)
    if chained:
        return (found,)
    weekday = Weekday(day.weekday())
    about = _ABOUT_TO_BEGIN.get(weekday, {}).get(shift) if conventions.week_start is Weekday.MONDAY else None
    if about and part is not Part.EARLIER:
        begins = ("week-at-weekend", f"said on a {weekday.name.capitalize()}: {about}")
        monday = on_or_after(day, Weekday.MONDAY)
        other = part_of_week(monday + WEEK * shift, part, monday, conventions, begins)
        return (other, found) if weekday is Weekday.SUNDAY and shift == 0 else (found, other)
    if shift == 0 and found.end < day:  # "flies early in the week", on a Friday
        after = ("week", "the week after, as that of this week has passed")
        return found, part_of_week(day + WEEK, part, day, conventions, after)
    return (found,)


# What "this", "next" and "last week" may mean, too, said at the end of a week.
_ABOUT_TO_BEGIN = {
    Weekday.SATURDAY: {0: "the week about to begin"},
    Weekday.SUNDAY: {
        0: "the week about to begin",
        1: "the week after the one about to begin",
        -1: "the week that ends today",
    },
}


def part_of_week(
    day: dt.date, part: Part, today: dt.date, conventions: Conventions, told: tuple[str, str]
) -> Candidate:
    """Take a part of the week that holds a day; `told` is the rule and the reason."""
    start, end = week_of(day, conventions)
    monday = on_or_after(start, Weekday.MONDAY)
    monday = monday if monday - start <= 2 * DAY else start  # a week that begins in the middle of the working week
    if part in _PARTS:
        (first, last), *_ = _PARTS[part]
        bounds = monday + max(first * DAY, start - monday), monday + min(last * DAY, end - monday)
    else:
        bounds = _rest((start, end), part, monday + 2 * DAY, today)
    rule, why = told
    return window(*bounds, rule, _in_part(part, why))


def weekend(saturday: dt.date, why: str, rule: str = "weekend") -> Candidate:
    """Give the Saturday and the Sunday of a weekend."""
    return window(saturday, saturday + DAY, rule, why)


def _weekend(shift: int, today: dt.date, conventions: Conventions) -> Candidates:
    """Count weekends; the first for "the weekend" is the coming one, the last one is listed."""
    saturday = saturday_of(today)
    before = weekend(saturday - WEEK, f"the last weekend before {say_day(today)}")
    if shift == 0:
        this = weekend(saturday, f"the weekend of the week of {say_day(today)}")
        if today.weekday() == Weekday.SUNDAY:
            return this, weekend(saturday + WEEK, "the coming weekend, as this one ends")
        return (this,) if today >= saturday else (this, before)
    if shift == -1:
        return (before,)
    then = weekend(saturday + WEEK * shift, f"the weekend of {_shifted(Unit.WEEK, shift, today)}")
    if shift != 1 or today >= saturday or conventions.next_week is True:
        return (then,)
    coming = weekend(saturday, "the coming weekend, which some mean by 'next'")
    return (coming,) if conventions.next_week is False else (then, coming)


def _chained_weekend(shift: int, base: Bounds) -> Candidates:
    start, end = base
    if shift > 0:
        saturday, how = on_or_after(end + DAY, Weekday.SATURDAY) + WEEK * (shift - 1), "after"
    elif shift < 0:
        saturday, how = on_or_before(start - DAY, Weekday.SATURDAY) + WEEK * (shift + 1), "before"
    else:
        saturday, how = saturday_of(start), "of the week of"
    return (weekend(saturday, f"the weekend {how} {say_dates(start, end)}", "weekend-from-day"),)


# --- months and years -------------------------------------------------------------------------------------------------


def _part_of_month(first: dt.date, part: Part, today: dt.date) -> Bounds:
    length = monthrange(first.year, first.month)[1]
    if part not in _PARTS:
        return _rest((first, first.replace(day=length)), part, first.replace(day=15), today)
    _, (start, end), _ = _PARTS[part]
    return first.replace(day=start if start > 0 else length + start), first.replace(day=min(end, length))


def _part_of_year(year: int, part: Part, today: dt.date) -> Bounds:
    if part not in _PARTS:
        return _rest((dt.date(year, 1, 1), dt.date(year, 12, 31)), part, dt.date(year, 7, 1), today)
    *_, (start, end) = _PARTS[part]
    return dt.date(year, start, 1), dt.date(year, end, monthrange(year, end)[1])


def _month(reference: InMonth, today: dt.date) -> Candidates:
    """Read a named month; without a year the nearest comes first and the other side's is listed."""
    month, name, which = reference.month, MONTHS[reference.month - 1], reference.which
    here = dt.date(today.year, month, 1)
    if reference.year is not None:
        firsts = {here.replace(year=reference.year): f"{name} {reference.year}"}
    elif reference.of_year is not None:
        first = _in_year(here, reference.of_year)
        firsts = {first: f"{name} of {first.year}, counted from {say_day(today)}"}
    elif which is not Which.BARE:
        firsts = {_qualified(which, here, today): f"{which.value} {name}, said on {say_day(today)}"}
    else:
        sides = {_in_year(here, month < today.month), _in_year(here, -(month > today.month))}
        nearest = sorted(sides, key=lambda first: (abs(first + 14 * DAY - today), first))
        firsts = {first: f"the {_lies(first, today)} {name}" for first in nearest}
    return tuple(
        window(*_part_of_month(first, reference.part, today), "named-month", _in_part(reference.part, why))
        for first, why in firsts.items()
    )


def _lies(month: dt.date, today: dt.date) -> str:
    return "coming" if month > today else "past" if month < today.replace(day=1) else "present"


def _in_year(first: dt.date, shift: int) -> dt.date:
    return first.replace(year=first.year + shift)


def _qualified(which: Which, here: dt.date, today: dt.date) -> dt.date:
    """Count "last November", "next March", "this June": the first such month after or before the present one."""
    match which:
        case Which.NEXT | Which.COMING:
            return _in_year(here, here.month <= today.month)
        case Which.LAST | Which.PAST:
            return _in_year(here, -(here.month >= today.month))
        case _:
            return here


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
            found.append(window(start.start, end, "between", why))
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
    return window(middle - slack, middle + slack, "about", why)


def _coming(reference: Coming, today: dt.date) -> Candidate:
    number, side = reference.count or _A_FEW[reference.unit], "up to" if reference.past else "from"
    edge = today + _STEPS[reference.unit] * (-number if reference.past else number)
    return window(min(today, edge), max(today, edge), "stretch", f"{side} {say_day(today)}")

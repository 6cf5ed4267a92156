"""Single days: weekdays, days of a month, days counted from today or from a day named earlier."""

import datetime as dt
from collections.abc import Iterator
from typing import assert_never

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, Kind, say_dates, say_day
from diplocal.rules import dates, windows
from diplocal.rules.arithmetic import (
    CONTRADICTION,
    DAY,
    WEEK,
    Anchor,
    Candidates,
    count,
    month_of,
    on_or_after,
    on_or_before,
    one,
    week_of,
)
from diplocal.rules.dates import checked, day_exists
from diplocal.when import (
    MONTHS,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    DayOfMonth,
    FromToday,
    InFigures,
    NthDay,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Weekday,
    Which,
)


def read(reference: Day, anchor: Anchor, conventions: Conventions) -> Candidates:
    """List what a day could mean, best first."""
    match reference:
        case OnWeekday():
            return _weekday(reference, anchor, conventions)
        case CalendarDay() | InFigures() | NthWeekday() | OnFeast():
            return dates.read(reference, anchor)
        case FromToday(days, weekday):
            why = f"counted from {say_day(anchor.day)}"
            return checked(one(anchor.day + dt.timedelta(days), "counted-from-today", why), weekday)
        case DayOfMonth():
            return _day_of_month(reference, anchor.day)
        case Counted(days, base):
            found = read(base, anchor, conventions)
            if days % 7 == 0 and isinstance(base, OnWeekday):  # "Thursday week" is counted from the coming Thursday
                found = tuple(candidate for candidate in found if candidate.start >= anchor.day)[:1] or found
            return tuple(_moved(candidate, days) for candidate in found)
        case Chained() | ChainedWeekday() | NthDay():
            return _chained(reference, anchor.base)
        case _:
            assert_never(reference)


def _moved(candidate: Candidate, days: int) -> Candidate:
    delta = dt.timedelta(days)
    rule = candidate.rule if candidate.rule == CONTRADICTION else "counted-from-day"
    why = f"{_far(days)} {say_dates(candidate.start, candidate.end)}"
    return Candidate(candidate.start + delta, candidate.end + delta, rule, why, candidate.kind)


def _far(days: int) -> str:
    return f"{count(abs(days))} {'after' if days > 0 else 'before'}"


# --- weekdays ---------------------------------------------------------------------------------------------------------


def _weekday(reference: OnWeekday, anchor: Anchor, conventions: Conventions) -> Candidates:
    name, today = reference.weekday, anchor.day
    if reference.week is not None:
        weeks = windows.counted(reference.week, anchor, conventions)
        return tuple(_in_week(name, week.start) for week in weeks)
    match reference.which:
        case Which.BARE:
            return _bare(name, today)
        case Which.THIS:
            return _this(name, today, conventions)
        case Which.NEXT:
            return _next(name, today, conventions)
        case Which.LAST:
            return _last(name, today, conventions)
        case Which.COMING:
            return one(on_or_after(today + DAY, name), "coming-weekday", f"the first {name} after {say_day(today)}")
        case Which.PAST:
            return one(on_or_before(today - DAY, name), "past-weekday", f"the last {name} before {say_day(today)}")
        case _:
            assert_never(reference.which)


def _in_week(name: Weekday, start: dt.date) -> Candidate:
    day = on_or_after(start, name)
    return Candidate(day, day, "weekday-of-week", f"the {name} of the week of {say_day(start)}")


def _bare(name: Weekday, today: dt.date) -> Candidates:
    """The nearest such days on both sides, today included, and the ones beyond, which something must lead to.

    News names a day within six days of publication (AP style); whoever narrows the candidates excludes those beyond.
    """
    ahead, back = on_or_after(today, name), on_or_before(today, name)
    said = say_day(today)
    if ahead == back:
        near = one(today, "weekday-today", f"{said} is the publication day itself")
    else:
        near = (
            *one(ahead, "weekday-ahead", f"the first {name} after publication on {said}"),
            *one(back, "weekday-back", f"the last {name} before publication on {said}"),
        )
    return (
        *near,
        *one(ahead + WEEK, "weekday-beyond", f"the {name} a week after the coming one"),
        *one(back - WEEK, "weekday-beyond", f"the {name} a week before the last one"),
    )


def _this(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    """This week's; where that has passed, the coming one is listed, and on a Sunday preferred."""
    day = on_or_after(week_of(today, conventions)[0], name)
    found = one(day, "this-weekday", f"the {name} of this week")
    if day >= today:
        return found
    ahead = on_or_after(today, name)
    if today.weekday() == Weekday.SUNDAY:
        return (*one(ahead, "this-weekday", f"said on a Sunday: the {name} of the week about to begin"), *found)
    return (*found, *one(ahead, "this-weekday", f"the coming {name}, as this week's has passed"))


def _next(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    """Next week's; where the coming one is another day, both, unless the caller's convention decides."""
    later = on_or_after(week_of(today, conventions)[1] + DAY, name)
    coming = on_or_after(today + DAY, name)
    either = conventions.next_week is None
    if later == coming:
        found = one(later, "next-weekday", f"the coming {name} is also the one of next week")
        on_sunday = today.weekday() == Weekday.SUNDAY != name and conventions.week_start is Weekday.MONDAY
        why = f"the {name} of the week after, for those to whom a Sunday begins the week"
        return (*found, *one(later + WEEK, "next-weekday", why)) if on_sunday and either else found
    of_next_week = one(later, "next-weekday", f"the {name} of next week")
    of_this_week = one(coming, "next-weekday", f"the coming {name}, which some mean by 'next'")
    if either:
        return (*of_next_week, *of_this_week)
    return of_next_week if conventions.next_week else of_this_week


def _last(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    """The most recent one before today; last week's is listed where it is another day."""
    recent = on_or_before(today - DAY, name)
    of_last_week = on_or_after(week_of(today, conventions)[0] - WEEK, name)
    return (
        *one(recent, "last-weekday", f"the last {name} before {say_day(today)}"),
        *one(of_last_week, "last-weekday", f"the {name} of last week"),
    )


# --- numbers of days --------------------------------------------------------------------------------------------------


def _day_of_month(reference: DayOfMonth, today: dt.date) -> Candidates:
    """The nearest such days on both sides, then those further off; with a weekday those that fit it."""
    if reference.of_month is not None:
        return _day_of_this_month(reference.day, reference.of_month, reference.weekday, today)
    days = list(_same_number(reference.day, today))
    fitting = [day for day in days if reference.weekday is None or day.weekday() == reference.weekday]
    if not fitting:
        nearest = min(days, key=lambda day: (abs(day - today), day))
        return checked(one(nearest, "day-of-month", f"the nearest {reference.day}."), reference.weekday)
    said = say_day(today)
    ahead = next((day for day in fitting if day > today), None)
    back = next((day for day in reversed(fitting) if day < today), None)
    near = {day: f"the nearest such day {side} {said}" for day, side in ((ahead, "after"), (back, "before")) if day}
    if today in fitting:
        near = {today: f"{said} is the publication day itself"}
    order = [*sorted(near, key=lambda day: abs(day - today)), *fitting]
    return tuple(Candidate(d, d, "day-of-month", near.get(d, f"such a day further from {said}")) for d in order)


def _day_of_this_month(number: int, shift: int, weekday: Weekday | None, today: dt.date) -> Candidates:
    """The day of that number of the present month, the next one or the last one."""
    month = month_of(today, shift)
    said = f"{MONTHS[month.month - 1]} {month.year}"
    if not day_exists(month.year, month.month, number):
        raise ReadingError(f"the {number}.", f"{said} has no such day", "correct the number")
    why = f"the {number}. of {said}, counted from {say_day(today)}"
    return checked(one(month.replace(day=number), "day-of-month", why), weekday)


def _same_number(number: int, today: dt.date) -> Iterator[dt.date]:
    """Days of that number from three months before to three months after."""
    first = today.year * 12 + today.month - 1
    for month in range(first - 3, first + 4):
        if day_exists(month // 12, month % 12 + 1, number):
            yield dt.date(month // 12, month % 12 + 1, number)


# --- chains -----------------------------------------------------------------------------------------------------------


def _chained(reference: Chained | ChainedWeekday | NthDay, base: tuple[dt.date, dt.date] | None) -> Candidates:
    if base is None:
        settle = "name the entry that it counts from, or give a date"
        raise ReadingError(_say(reference), "it counts from a day that isn't known", settle)
    start, end = base
    said = say_dates(start, end)
    match reference:
        case Chained(0):
            kind = Kind.DAY if start == end else Kind.SPAN
            return (Candidate(start, end, "same-day", f"the day spoken of before, {said}", kind),)
        case Chained(days):
            day = (end if days > 0 else start) + dt.timedelta(days)
            return one(day, "counted-from-day", f"{_far(days)} {said}")
        case ChainedWeekday(weekday, step):
            day = on_or_after(end + DAY, weekday) if step > 0 else on_or_before(start - DAY, weekday)
            side = "after" if step > 0 else "before"
            return one(day, "weekday-from-day", f"the first {weekday} {side} {said}")
        case NthDay(number):
            day = start + dt.timedelta(number - 1) if number > 0 else end + dt.timedelta(number + 1)
            if not start <= day <= end:
                raise ReadingError(_say(reference), f"{said} has no such day", "correct the number or the dates")
            return one(day, "day-of-visit", f"{_say(reference)} of {said}")
        case _:
            assert_never(reference)


def _say(reference: Chained | ChainedWeekday | NthDay) -> str:
    match reference:
        case Chained(0):
            return "that day"
        case Chained(days):
            return f"{count(abs(days))} {'later' if days > 0 else 'earlier'}"
        case ChainedWeekday(weekday, step):
            return f"the {'following' if step > 0 else 'previous'} {weekday}"
        case NthDay(number):
            return f"day {number}" if number > 0 else "the last day" + (f" but {-1 - number}" if number < -1 else "")

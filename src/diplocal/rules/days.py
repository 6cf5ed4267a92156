"""Single days: weekdays, dates, days counted from today or from a day named earlier."""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator
from typing import assert_never

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, Kind, say_dates, say_day
from diplocal.rules import windows
from diplocal.rules.arithmetic import (
    CONTRADICTION,
    DAY,
    WEEK,
    Anchor,
    Candidates,
    contradicted,
    count,
    on_or_after,
    on_or_before,
    one,
    week_of,
)
from diplocal.when import (
    MONTHS,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    DayOfMonth,
    FromToday,
    NthDay,
    OnWeekday,
    Weekday,
    Which,
)

# A month and day without a year is read in the nearest one; where two years are about as near, both are kept.
_NEAR_TIE = dt.timedelta(60)


def read(reference: Day, anchor: Anchor, conventions: Conventions) -> Candidates:
    """List what a day could mean, best first."""
    match reference:
        case OnWeekday():
            return _weekday(reference, anchor, conventions)
        case CalendarDay():
            return _calendar_day(reference, anchor.day)
        case FromToday(days):
            why = f"counted from {say_day(anchor.day)}"
            return one(anchor.day + dt.timedelta(days), "counted-from-today", why)
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
    """The nearest such days on both sides, today included, and the ones beyond, which only a window can mean.

    News names a day within six days of publication (AP style); whoever narrows the candidates excludes those beyond.
    """
    ahead, back = on_or_after(today, name), on_or_before(today, name)
    said = say_day(today)
    if ahead == back:
        near = one(today, "weekday-today", f"{said} is the publication day itself")
    else:
        near = (
            Candidate(ahead, ahead, "weekday-ahead", f"the first {name} after publication on {said}"),
            Candidate(back, back, "weekday-back", f"the last {name} before publication on {said}"),
        )
    return (
        *near,
        Candidate(ahead + WEEK, ahead + WEEK, "weekday-beyond", f"the {name} a week after the coming one"),
        Candidate(back - WEEK, back - WEEK, "weekday-beyond", f"the {name} a week before the last one"),
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
    if later == coming:
        found = one(later, "next-weekday", f"the coming {name} is also the one of next week")
        on_sunday = today.weekday() == Weekday.SUNDAY != name and conventions.week_start is Weekday.MONDAY
        if not on_sunday or conventions.next_week is not None:
            return found
        why = f"the {name} of the week after, for those to whom a Sunday begins the week"
        return (*found, *one(later + WEEK, "next-weekday", why))
    of_next_week = one(later, "next-weekday", f"the {name} of next week")
    of_this_week = one(coming, "next-weekday", f"the coming {name}, which some mean by 'next'")
    if conventions.next_week is None:
        return (*of_next_week, *of_this_week)
    return of_next_week if conventions.next_week else of_this_week


def _last(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    """The most recent one before today; last week's is listed where it is another day."""
    recent = on_or_before(today - DAY, name)
    of_last_week = on_or_after(week_of(today, conventions)[0] - WEEK, name)
    found = one(recent, "last-weekday", f"the last {name} before {say_day(today)}")
    if recent == of_last_week:
        return found
    return (*found, *one(of_last_week, "last-weekday", f"the {name} of last week"))


# --- dates ------------------------------------------------------------------------------------------------------------


def _calendar_day(reference: CalendarDay, today: dt.date) -> Candidates:
    year = reference.year if reference.of_year is None else today.year + reference.of_year
    if year is not None:
        day = date_in(year, reference)
        if day is None:
            words = f"{say_date(reference)} {year}"
            raise ReadingError(words, "there is no such day", "correct the day, the month or the year")
        why = "a full date" if reference.of_year is None else f"in {year}, counted from {say_day(today)}"
        return checked(one(day, "full-date", why), reference.weekday)
    near = sorted(_near_years(reference, today), key=lambda day: (abs(day - today), day))
    least = abs(near[0] - today)
    near = [day for day in near[:2] if abs(day - today) - least <= _NEAR_TIE]
    if reference.weekday is not None:
        near = [day for day in near if day.weekday() == reference.weekday] or near[:1]
    said = say_day(today)
    found = tuple(Candidate(d, d, "nearest-year", f"{d.year} is the nearest year to {said}") for d in near)
    return checked(found, reference.weekday)


def _near_years(reference: CalendarDay, today: dt.date) -> list[dt.date]:
    """The same day in the years around; further off for 29 February, which some years lack."""
    for reach in (1, 4, 8):
        years = range(today.year - reach, today.year + reach + 1)
        if len(found := [day for year in years if (day := date_in(year, reference))]) > 1:
            return found
    raise ReadingError(say_date(reference), "there is no such day", "correct the day or the month")


def checked(found: Candidates, weekday: Weekday | None) -> Candidates:
    """Set a stated weekday against its date: where they contradict each other, both are kept."""
    if weekday is None:
        return found
    day = found[0].start
    if day.weekday() == weekday:
        rule, also = "weekday-and-date", f"and it is a {weekday}"
        return tuple(Candidate(c.start, c.end, rule, f"{c.why}, {also}") for c in found if c.start.weekday() == weekday)
    meant = min((on_or_before(day, weekday), on_or_after(day, weekday)), key=lambda other: abs(other - day))
    stated = f"the date as stated, which is a {Weekday(day.weekday())}, not a {weekday}"
    return (
        *one(day, CONTRADICTION, stated),
        *one(meant, CONTRADICTION, f"the {weekday} next to the stated date, {say_day(day)}"),
    )


def date_in(year: int, reference: CalendarDay) -> dt.date | None:
    """The date in a year, ``None`` where the calendar has no such day."""
    exists = day_exists(year, reference.month, reference.day)
    return dt.date(year, reference.month, reference.day) if exists else None


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day."""
    return dt.MINYEAR <= year <= dt.MAXYEAR and (day < 29 or day <= monthrange(year, month)[1])


def say_date(reference: CalendarDay) -> str:
    """Write a day and month (``31 June``)."""
    return f"{reference.day} {MONTHS[reference.month - 1]}"


def _day_of_month(reference: DayOfMonth, today: dt.date) -> Candidates:
    """The nearest such days on both sides, then those further off; with a weekday those that fit it."""
    days = list(_same_number(reference.day, today))
    fitting = [day for day in days if reference.weekday is None or day.weekday() == reference.weekday]
    if not fitting:
        nearest = min(days, key=lambda day: (abs(day - today), day))
        return checked(one(nearest, "day-of-month", f"the nearest {reference.day}."), reference.weekday)
    ahead = next((day for day in fitting if day >= today), None)
    back = next((day for day in reversed(fitting) if day <= today), None)
    near = {day: side for day, side in ((ahead, "after"), (back, "before")) if day}
    said = say_day(today)
    order = sorted(near, key=lambda day: abs(day - today)) + [day for day in fitting if day not in near]
    return tuple(
        Candidate(d, d, "day-of-month", f"the nearest such day {near[d]} {said}")
        if d in near
        else Candidate(d, d, "day-of-month", f"such a day further from {said}")
        for d in order
    )


def _same_number(number: int, today: dt.date) -> Iterator[dt.date]:
    """Days of that number from three months before to three months after."""
    first = today.year * 12 + today.month - 1
    for month in range(first - 3, first + 4):
        if number < 29 or day_exists(month // 12, month % 12 + 1, number):
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


__all__ = ["checked", "contradicted", "date_in", "read", "say_date"]

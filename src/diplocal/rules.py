"""What one reference could mean: all its candidate dates from one anchor, each with the rule that gives it.

Nothing is chosen here. Candidates come best first; `constraints` excludes, and whoever asks decides. Weekday arithmetic is
plain; months and years go through dateutil, which clips the 31st.
"""

import datetime as dt
from typing import assert_never

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, Kind, say_dates, say_day
from diplocal.when import (
    MONTHS,
    About,
    At,
    Bound,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Coming,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    FromToday,
    InMonth,
    InYear,
    Length,
    NthDay,
    OnWeekday,
    Part,
    Reference,
    Span,
    Undated,
    Unit,
    Weekday,
    WeekOf,
    Which,
    Window,
)

Candidates = tuple[Candidate, ...]

DEFAULT = Conventions()
AHEAD = Conventions(ahead=True)
SIX_DAYS = dt.timedelta(days=6)
WEEK = dt.timedelta(days=7)
DAY = dt.timedelta(days=1)
# A month and day without a year is read in the nearest one; where two years are about as near, both are kept.
NEAR_TIE = 60
# A range whose end must be sought this far off runs backwards.
TOO_LONG = 300


@frozen
class Anchor:
    """From where words are read.

    Attributes:
        day: the publication day in the dateline's zone.
        base: first and last day of what chained words count from ("the day after", "the second day").
    """

    day: dt.date
    base: tuple[dt.date, dt.date] | None = None


def candidates(reference: Reference, anchor: Anchor, conventions: Conventions = DEFAULT) -> Candidates:
    """List what a reference could mean, best first; never empty.

    Raises:
        ReadingError: it denotes no date (31 June), runs backwards, or counts from something that isn't there.
    """
    try:
        found = _candidates(reference, anchor, conventions)
    except (OverflowError, ValueError) as error:
        raise ReadingError(
            _say(reference), f"no such date ({error})", "give a date between the years 1 and 9999"
        ) from None
    return tuple(dict.fromkeys(found))


def _candidates(reference: Reference, anchor: Anchor, conventions: Conventions) -> Candidates:
    match reference:
        case OnWeekday():
            return _weekday(reference, anchor.day, conventions)
        case FromToday(days):
            return _one(anchor.day + dt.timedelta(days), "counted-from-today", f"counted from {say_day(anchor.day)}")
        case CalendarDay():
            return _calendar_day(reference, anchor.day)
        case DayOfMonth():
            return _day_of_month(reference, anchor.day)
        case Chained() | ChainedWeekday() | NthDay():
            return _chained(reference, anchor)
        case Counted(days, base):
            return _shifted(_candidates(base, anchor, conventions), days)
        case Span(first, last):
            return _following(
                (first, last), anchor, conventions, "range", "from the first day to the next such last day"
            )
        case DaySet(days):
            return _set(reference, anchor, conventions)
        case Either(days):
            return tuple(c for day in days for c in _candidates(day, anchor, conventions)[:1])
        case Length(days, start):
            return _length(days, start, anchor, conventions)
        case Window():
            return _window(reference, anchor, conventions)
        case WeekOf(day, part):
            return tuple(
                _week_window(
                    c.start, part, anchor.day, conventions, "week-of", f"the week that holds {say_day(c.start)}"
                )
                for c in _candidates(day, anchor, conventions)
            )
        case InMonth():
            return _month(reference, anchor.day)
        case InYear(year, part):
            start, end = _part_of_year(dt.date(year, 1, 1), part, anchor.day)
            return (Candidate(start, end, "named-year", f"the year {year}", Kind.WINDOW),)
        case About(count, unit):
            return _about(count, unit, anchor.day)
        case Coming(count, unit, past):
            return _coming(count, unit, past, anchor.day)
        case Deadline(bound, day):
            return tuple(_bounded(c, bound) for c in _candidates(day, anchor, conventions))
        case At(day, time):
            found = _candidates(day, anchor, conventions)
            clocked = isinstance(time, Clock | ClockSpan)
            return tuple(evolve(c, kind=Kind.MOMENT) for c in found) if clocked and found[0].kind is Kind.DAY else found
        case Undated():
            raise ReadingError("undated", "nothing is said about the time", "give a day, or leave it undated")
        case _:
            assert_never(reference)


def _one(day: dt.date, rule: str, why: str) -> Candidates:
    return (Candidate(day, day, rule, why),)


def _say(reference: Reference) -> str:
    return type(reference).__name__


# --- weekdays ---------------------------------------------------------------------------------------------------------


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


def _weekday(reference: OnWeekday, today: dt.date, conventions: Conventions) -> Candidates:
    name = reference.weekday
    if reference.week is not None:
        weeks = _candidates(reference.week, Anchor(today), conventions)
        return tuple(
            Candidate(day, day, "weekday-of-week", f"the {name} of the week of {say_day(c.start)}")
            for c in weeks
            for day in [on_or_after(c.start, name)]
        )
    match reference.which:
        case Which.BARE:
            return _bare_weekday(name, today)
        case Which.THIS:
            day = on_or_after(week_of(today, conventions)[0], name)
            ahead = on_or_after(today, name)
            found = _one(day, "this-weekday", f"the {name} of this week")
            if today.weekday() == Weekday.SUNDAY and ahead != day:
                return (
                    *_one(ahead, "this-weekday", f"said on a Sunday: the {name} of the week about to begin"),
                    *found,
                )
            return found
        case Which.NEXT:
            return _next_weekday(name, today, conventions)
        case Which.LAST:
            return _last_weekday(name, today, conventions)
        case Which.COMING:
            return _one(on_or_after(today + DAY, name), "coming-weekday", f"the first {name} after {say_day(today)}")
        case Which.PAST:
            return _one(on_or_before(today - DAY, name), "past-weekday", f"the last {name} before {say_day(today)}")
        case _:
            assert_never(reference.which)


def _bare_weekday(name: Weekday, today: dt.date) -> Candidates:
    """The nearest such days on both sides, the day itself included, and the ones beyond, which only a window can mean."""
    ahead, back = on_or_after(today, name), on_or_before(today, name)
    if ahead == back:
        near = _one(today, "weekday-today", f"{say_day(today)} is the publication day itself")
    else:
        near = (
            *_one(ahead, "weekday-ahead", f"the first {name} after publication on {say_day(today)}"),
            *_one(back, "weekday-back", f"the last {name} before publication on {say_day(today)}"),
        )
    return (
        *near,
        *_one(ahead + WEEK, "weekday-beyond", f"the {name} a week after the coming one"),
        *_one(back - WEEK, "weekday-beyond", f"the {name} a week before the last one"),
    )


def _next_weekday(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    later = on_or_after(week_of(today, conventions)[1] + DAY, name)
    coming = on_or_after(today + DAY, name)
    if later == coming:
        return _one(later, "next-weekday", f"the coming {name} is also the one of next week")
    of_next_week = _one(later, "next-weekday", f"the {name} of next week")
    of_this_week = _one(coming, "next-weekday", f"the coming {name}, which some mean by 'next'")
    if conventions.next_week is None:
        return (*of_next_week, *of_this_week)
    return of_next_week if conventions.next_week else of_this_week


def _last_weekday(name: Weekday, today: dt.date, conventions: Conventions) -> Candidates:
    recent = on_or_before(today - DAY, name)
    of_last_week = on_or_after(week_of(today, conventions)[0] - WEEK, name)
    found = _one(recent, "last-weekday", f"the last {name} before {say_day(today)}")
    if recent == of_last_week:
        return found
    return (*found, *_one(of_last_week, "last-weekday", f"the {name} of last week"))


# --- dates ------------------------------------------------------------------------------------------------------------


def _calendar_day(reference: CalendarDay, today: dt.date) -> Candidates:
    if reference.year is not None:
        day = _date(reference.year, reference)
        return _checked(_one(day, "full-date", "a full date"), reference.weekday)
    days = [day for year in range(-4, 5) if (day := _maybe_date(today.year + year, reference))]
    if not days:
        raise ReadingError(_say_date(reference), "there is no such day", "correct the day or the month")
    days.sort(key=lambda day: abs(day - today))
    near = [day for day in days[:2] if abs(day - today) - abs(days[0] - today) <= dt.timedelta(NEAR_TIE)]
    if reference.weekday is not None and days[0].weekday() != reference.weekday:
        fitting = [day for day in near if day.weekday() == reference.weekday]
        near = fitting or days[:1]
    found = tuple(Candidate(d, d, "nearest-year", f"{d.year} is the nearest year to {say_day(today)}") for d in near)
    return _checked(found, reference.weekday)


def _checked(found: Candidates, weekday: Weekday | None) -> Candidates:
    """Set a stated weekday against its date: where they contradict each other, both are kept."""
    if weekday is None:
        return found
    day = found[0].start
    if day.weekday() == weekday:
        return tuple(
            evolve(c, rule="weekday-and-date", why=f"{c.why}, and it is a {weekday}")
            for c in found
            if c.start.weekday() == weekday
        )
    meant = min((on_or_before(day, weekday), on_or_after(day, weekday)), key=lambda other: abs(other - day))
    return (
        *_one(
            day, "weekday-contradicts-date", f"the date as stated, which is a {Weekday(day.weekday())}, not a {weekday}"
        ),
        *_one(meant, "weekday-contradicts-date", f"the {weekday} next to the stated date, {say_day(day)}"),
    )


def contradicted(found: Candidates) -> bool:
    """Whether a stated weekday contradicts its date."""
    return found[0].rule == "weekday-contradicts-date"


def _date(year: int, reference: CalendarDay) -> dt.date:
    day = _maybe_date(year, reference)
    if day is None:
        raise ReadingError(
            f"{_say_date(reference)} {year}", "there is no such day", "correct the day, the month or the year"
        )
    return day


def _maybe_date(year: int, reference: CalendarDay) -> dt.date | None:
    try:
        return dt.date(year, reference.month, reference.day)
    except ValueError:
        return None


def _say_date(reference: CalendarDay) -> str:
    return f"{reference.day} {MONTHS[reference.month - 1]}"


def _day_of_month(reference: DayOfMonth, today: dt.date) -> Candidates:
    """The nearest such days on both sides; with a weekday those that fit it."""
    first = today.replace(day=1)
    months = [first + relativedelta(months=shift) for shift in range(-3, 4)]
    days = [day for month in months if (day := _maybe_date(month.year, CalendarDay(month.month, reference.day)))]
    fitting = [day for day in days if reference.weekday is None or day.weekday() == reference.weekday]
    ahead = next((day for day in fitting if day >= today), None)
    back = next((day for day in reversed(fitting) if day <= today), None)
    found = [(day, side) for day, side in ((ahead, "after"), (back, "before")) if day]
    found.sort(key=lambda pair: abs(pair[0] - today))
    found += [(day, "away from") for day in fitting if day not in (ahead, back)]
    if not found:
        nearest = min(days, key=lambda day: abs(day - today))
        return _checked(_one(nearest, "day-of-month", f"the nearest {reference.day}."), reference.weekday)
    return tuple(Candidate(d, d, "day-of-month", f"the nearest such day {side} {say_day(today)}") for d, side in found)


# --- chains -----------------------------------------------------------------------------------------------------------


def _chained(reference: Chained | ChainedWeekday | NthDay, anchor: Anchor) -> Candidates:
    if anchor.base is None:
        raise ReadingError(
            _say(reference),
            "it counts from a day that isn't known",
            "name the entry that it counts from, or give a date",
        )
    start, end = anchor.base
    match reference:
        case Chained(days):
            if days == 0:
                why = f"the day spoken of before, {say_dates(start, end)}"
                return (Candidate(start, end, "same-day", why, Kind.DAY if start == end else Kind.SPAN),)
            day = (end if days > 0 else start) + dt.timedelta(days)
            side = "after" if days > 0 else "before"
            return _one(day, "counted-from-day", f"{_days(abs(days))} {side} {say_dates(start, end)}")
        case ChainedWeekday(weekday, step):
            day = on_or_after(end + DAY, weekday) if step > 0 else on_or_before(start - DAY, weekday)
            side = "after" if step > 0 else "before"
            return _one(day, "weekday-from-day", f"the first {weekday} {side} {say_dates(start, end)}")
        case NthDay(number):
            day = end if number == -1 else start + dt.timedelta(number - 1)
            if day > end:
                raise ReadingError(
                    f"day {number}", f"{say_dates(start, end)} has no such day", "correct the number or the dates"
                )
            which = "the last day" if number == -1 else f"day {number}"
            return _one(day, "day-of-visit", f"{which} of {say_dates(start, end)}")
        case _:
            assert_never(reference)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _shifted(found: Candidates, days: int) -> Candidates:
    delta, side = dt.timedelta(days), "after" if days > 0 else "before"
    return tuple(
        Candidate(
            c.start + delta, c.end + delta, "counted-from-day", f"{_days(abs(days))} {side} {say_dates(c.start, c.end)}"
        )
        for c in found
    )


# --- several days -----------------------------------------------------------------------------------------------------


def _following(
    days: tuple[Reference, ...], anchor: Anchor, conventions: Conventions, rule: str, how: str
) -> Candidates:
    """Read the first day; each further one is the next such day after it."""
    found = list[Candidate]()
    for first in _candidates(days[0], anchor, conventions):
        end = first.end
        for later in days[1:]:
            end = _after(later, end, anchor, conventions)
        found.append(Candidate(first.start, end, rule, f"{how}; the first: {first.why}", Kind.SPAN))
    return tuple(found)


def _after(reference: Reference, day: dt.date, anchor: Anchor, conventions: Conventions) -> dt.date:
    """The next day after `day` that a reference can mean."""
    match reference:
        case OnWeekday(name, Which.BARE, None):
            return on_or_after(day + DAY, name)
        case CalendarDay(_, _, None) | DayOfMonth():
            found = [c.start for c in _candidates(reference, Anchor(day + DAY), conventions)]
        case _:
            found = [c.start for c in _candidates(reference, Anchor(anchor.day, (day, day)), conventions)]
    later = [other for other in found if other > day]
    if not later or min(later) - day > dt.timedelta(TOO_LONG):
        raise ReadingError(
            f"from {say_day(day)} to {say_day(max(found))}", "the range runs backwards", "put the earlier day first"
        )
    return min(later)


def _set(reference: DaySet, anchor: Anchor, conventions: Conventions) -> Candidates:
    found = list[Candidate]()
    for first in _candidates(reference.days[0], anchor, conventions):
        days = [first.end]
        for later in reference.days[1:]:
            days.append(_after(later, days[-1], anchor, conventions))
        if days[-1] - days[0] != DAY * (len(days) - 1):
            raise ReadingError(
                " and ".join(map(say_day, days)), "there is a gap between the days", "read or enter each day on its own"
            )
        found.append(
            Candidate(days[0], days[-1], "days-in-a-row", f"each day follows the first: {first.why}", Kind.SPAN)
        )
    return tuple(found)


def _length(days: int, start: Reference | None, anchor: Anchor, conventions: Conventions) -> Candidates:
    if start is None:
        raise ReadingError(f"{_days(days)}", "its first day isn't said", "say from when, as in 'from Wednesday'")
    kind = Kind.DAY if days == 1 else Kind.SPAN
    more = dt.timedelta(days - 1)
    return tuple(
        Candidate(c.start, c.start + more, "length-from-day", f"{_days(days)} from the first: {c.why}", kind)
        for c in _candidates(start, anchor, conventions)
    )


def _bounded(candidate: Candidate, bound: Bound) -> Candidate:
    if candidate.kind is Kind.WINDOW:
        return candidate
    return evolve(candidate, kind=Kind.DEADLINE, why=f"{bound.value} a day: {candidate.why}")


# --- windows ----------------------------------------------------------------------------------------------------------


def _window(reference: Window, anchor: Anchor, conventions: Conventions) -> Candidates:
    if reference.chained:
        if anchor.base is None:
            raise ReadingError("the following week", "it counts from a day that isn't known", "give a date")
        return (_chained_window(reference, anchor.base, conventions),)
    today, shift, part = anchor.day, reference.shift, reference.part
    match reference.unit:
        case Unit.WEEK:
            return _week(shift, part, today, conventions)
        case Unit.WEEKEND:
            return _weekend(shift, today)
        case Unit.MONTH:
            start, end = _part_of_month(today.replace(day=1) + relativedelta(months=shift), part, today)
            return (Candidate(start, end, "month", f"{_counted('month', shift)} of {say_day(today)}", Kind.WINDOW),)
        case Unit.YEAR:
            start, end = _part_of_year(dt.date(today.year + shift, 1, 1), part, today)
            return (Candidate(start, end, "year", f"{_counted('year', shift)} of {say_day(today)}", Kind.WINDOW),)
        case Unit.DAY:
            return _one(today + dt.timedelta(shift), "counted-from-today", f"counted from {say_day(today)}")
        case _:
            assert_never(reference.unit)


def _counted(unit: str, shift: int) -> str:
    return {0: f"the {unit}", 1: f"the {unit} after that", -1: f"the {unit} before that"}.get(
        shift, f"{shift} {unit}s on"
    )


def _week(shift: int, part: Part, today: dt.date, conventions: Conventions) -> Candidates:
    why = f"{_counted('week', shift)} of {say_day(today)}"
    found = (_week_window(today + WEEK * shift, part, today, conventions, "week", why),)
    if (
        shift == 0
        and today.weekday() == Weekday.SUNDAY
        and conventions.week_start is Weekday.MONDAY
        and part is not Part.EARLIER
    ):
        begins = "said on a Sunday: the week about to begin"
        return (_week_window(today + DAY, part, today, conventions, "week-on-sunday", begins), *found)
    return found


def _week_window(day: dt.date, part: Part, today: dt.date, conventions: Conventions, rule: str, why: str) -> Candidate:
    start, end = week_of(day, conventions)
    monday = on_or_after(start, Weekday.MONDAY)
    match part:
        case Part.EARLY:
            start, end = monday, monday + 2 * DAY
        case Part.MID:
            start, end = monday + DAY, monday + 3 * DAY
        case Part.LATE:
            start = monday + 3 * DAY
        case Part.LATER:
            start = max(start, min(today, end))
        case Part.EARLIER:
            end = min(end, max(today, start))
        case Part.WHOLE:
            pass
        case _:
            assert_never(part)
    return Candidate(start, end, rule, why if part is Part.WHOLE else f"{part.value} in {why}", Kind.WINDOW)


def _weekend(shift: int, today: dt.date) -> Candidates:
    saturday = on_or_after(week_of(today)[0], Weekday.SATURDAY)

    def weekend(first: dt.date, why: str) -> Candidate:
        return Candidate(first, first + DAY, "weekend", why, Kind.WINDOW)

    this = weekend(saturday, f"the weekend of the week of {say_day(today)}")
    before = weekend(saturday - WEEK, f"the last weekend before {say_day(today)}")
    if shift == 0:
        return (this,) if today >= saturday else (this, before)
    if shift < 0:
        return (before,)
    after = weekend(saturday + WEEK, "the weekend of next week")
    return (after,) if today >= saturday else (after, evolve(this, why="the coming weekend, which some mean by 'next'"))


def _chained_window(reference: Window, base: tuple[dt.date, dt.date], conventions: Conventions) -> Candidate:
    start, end = base
    shift = reference.shift
    day = end if shift > 0 else start
    why = f"{_counted(reference.unit.value, shift)} of {say_dates(start, end)}"
    match reference.unit:
        case Unit.WEEKEND:
            saturday = (
                on_or_after(end + DAY, Weekday.SATURDAY) if shift > 0 else on_or_before(start - DAY, Weekday.SATURDAY)
            )
            if shift == 0:
                saturday = on_or_after(week_of(start)[0], Weekday.SATURDAY)
            return Candidate(saturday, saturday + DAY, "weekend-from-day", why, Kind.WINDOW)
        case Unit.WEEK | Unit.DAY:
            return _week_window(day + WEEK * shift, reference.part, day, conventions, "week-from-day", why)
        case Unit.MONTH:
            first, last = _part_of_month(day.replace(day=1) + relativedelta(months=shift), reference.part, day)
            return Candidate(first, last, "month-from-day", why, Kind.WINDOW)
        case Unit.YEAR:
            first, last = _part_of_year(dt.date(day.year + shift, 1, 1), reference.part, day)
            return Candidate(first, last, "year-from-day", why, Kind.WINDOW)
        case _:
            assert_never(reference.unit)


def _part_of_month(first: dt.date, part: Part, today: dt.date) -> tuple[dt.date, dt.date]:
    last = first + relativedelta(months=1, days=-1)
    match part:
        case Part.EARLY:
            return first, first.replace(day=10)
        case Part.MID:
            return first.replace(day=11), first.replace(day=20)
        case Part.LATE:
            return last - 9 * DAY, last
        case Part.LATER:
            return max(first, min(today, last)), last
        case Part.EARLIER:
            return first, min(last, max(today, first))
        case Part.WHOLE:
            return first, last
        case _:
            assert_never(part)


def _part_of_year(first: dt.date, part: Part, today: dt.date) -> tuple[dt.date, dt.date]:
    last = first.replace(month=12, day=31)
    match part:
        case Part.EARLY:
            return first, first.replace(month=3, day=31)
        case Part.MID:
            return first.replace(month=5), first.replace(month=8, day=31)
        case Part.LATE:
            return first.replace(month=10), last
        case Part.LATER:
            return max(first, min(today, last)), last
        case Part.EARLIER:
            return first, min(last, max(today, first))
        case Part.WHOLE:
            return first, last
        case _:
            assert_never(part)


def _month(reference: InMonth, today: dt.date) -> Candidates:
    name = MONTHS[reference.month - 1]
    if reference.year is not None:
        start, end = _part_of_month(dt.date(reference.year, reference.month, 1), reference.part, today)
        return (Candidate(start, end, "named-month", f"{name} {reference.year}", Kind.WINDOW),)
    here = dt.date(today.year, reference.month, 1)
    if reference.which is not Which.BARE:
        return _qualified_month(reference, here, today)
    ahead = here if reference.month >= today.month else here + relativedelta(years=1)
    back = here if reference.month <= today.month else here - relativedelta(years=1)
    found = list[Candidate]()
    for first in sorted({ahead, back}, key=lambda first: abs(first + 14 * DAY - today)):
        start, end = _part_of_month(first, reference.part, today)
        side = "coming" if first > today else "past" if first < today.replace(day=1) else "present"
        found.append(Candidate(start, end, "named-month", f"the {side} {name}", Kind.WINDOW))
    return tuple(found)


def _qualified_month(reference: InMonth, here: dt.date, today: dt.date) -> Candidates:
    """Read "last November", "next March", "this June"."""
    match reference.which:
        case Which.NEXT | Which.COMING:
            first = here if reference.month > today.month else here + relativedelta(years=1)
        case Which.LAST | Which.PAST:
            first = here if reference.month < today.month else here - relativedelta(years=1)
        case _:
            first = here
    start, end = _part_of_month(first, reference.part, today)
    why = f"{reference.which.value} {MONTHS[reference.month - 1]}, said on {say_day(today)}"
    return (Candidate(start, end, "named-month", why, Kind.WINDOW),)


def _about(count: int, unit: Unit, today: dt.date) -> Candidates:
    match unit:
        case Unit.WEEK | Unit.DAY | Unit.WEEKEND:
            middle, slack = today + WEEK * count, 2 * DAY
        case Unit.MONTH:
            middle, slack = today + relativedelta(months=count), 5 * DAY
        case Unit.YEAR:
            middle, slack = today + relativedelta(years=count), 60 * DAY
        case _:
            assert_never(unit)
    words = f"{abs(count)} {unit.value}{'' if abs(count) == 1 else 's'} {'after' if count > 0 else 'before'}"
    why = f"about {words} {say_day(today)}, {slack.days} days either side"
    return (Candidate(middle - slack, middle + slack, "about", why, Kind.WINDOW),)


_A_FEW = {Unit.DAY: 7, Unit.WEEK: 4, Unit.MONTH: 3, Unit.YEAR: 3, Unit.WEEKEND: 3}


def _coming(count: int, unit: Unit, past: bool, today: dt.date) -> Candidates:
    sign = -1 if past else 1
    number = sign * (count or _A_FEW[unit])
    match unit:
        case Unit.DAY:
            edge = today + DAY * number
        case Unit.WEEK | Unit.WEEKEND:
            edge = today + WEEK * number
        case Unit.MONTH:
            edge = today + relativedelta(months=number)
        case Unit.YEAR:
            edge = today + relativedelta(years=number)
        case _:
            assert_never(unit)
    start, end = min(today, edge), max(today, edge)
    return (Candidate(start, end, "stretch", f"{'up to' if past else 'from'} {say_day(today)}", Kind.WINDOW),)

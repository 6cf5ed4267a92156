"""Several days said together: ranges, sets, choices, lengths and the week that holds a day."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias, assert_never

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, Kind, say_day
from diplocal.rules import days as single
from diplocal.rules.arithmetic import (
    CONTRADICTION,
    DAY,
    Anchor,
    Candidates,
    count,
    on_or_after,
    one,
    saturday_of,
    week_of,
)
from diplocal.rules.dates import checked, date_in, say_date
from diplocal.rules.windows import part_of_week, weekend
from diplocal.when import (
    CalendarDay,
    ChainedWeekday,
    Day,
    DayOfMonth,
    DaySet,
    Either,
    Length,
    NthDay,
    OnWeekday,
    Span,
    WeekendOf,
    WeekOf,
    Which,
)

Several: TypeAlias = Span | DaySet | Either | Length | WeekOf | WeekendOf

# A range whose end must be sought this far off, in the next year, runs backwards.
_TOO_LONG = dt.timedelta(300)
# Each day whose weekday contradicts its date has two readings, and those of many would multiply without end.
_MOST_ROWS = 32


def read(reference: Several, anchor: Anchor, conventions: Conventions) -> Candidates:
    """List what several days could mean, best first, each with all its days."""
    match reference:
        case Span(first, last):
            rows = _rows((first, last), anchor, conventions)
            return tuple(_range(row) for row in rows)
        case DaySet(days):
            rows = _rows(days, anchor, conventions)
            if not (unbroken := _unbroken(rows)):
                words = " and ".join(say_day(day.start) for day in rows[0])
                raise ReadingError(words, "there is a gap between the days", "read or enter each day on its own")
            return tuple(_run(r, "days-in-a-row", f"each day follows the first: {r[0].why}") for r in unbroken)
        case Either(days):
            return tuple(day for row in _rows(days, anchor, conventions) for day in _either(row))
        case Length():
            return _length(reference, anchor, conventions)
        case WeekOf(day, part):
            told = [(c.start, f"the week that holds {say_day(c.start)}") for c in single.read(day, anchor, conventions)]
            return tuple(part_of_week(d, part, anchor.day, conventions, ("week-of", why)) for d, why in told)
        case WeekendOf(day):
            found = single.read(day, anchor, conventions)
            return tuple(
                weekend(saturday_of(c.start), f"the weekend of {say_day(c.start)}", "weekend-of") for c in found
            )
        case _:
            assert_never(reference)


def _range(row: tuple[Candidate, ...]) -> Candidate:
    to_the_next = f"from {say_day(row[0].start)} to {say_day(row[-1].end)}, the next such day"
    return _run(row, "range", f"{to_the_next}; the first: {row[0].why}")


def _run(row: tuple[Candidate, ...], rule: str, why: str) -> Candidate:
    """Make one candidate of days that follow each other; a contradiction inside stays one."""
    wrong = next((day for day in row if day.rule == CONTRADICTION), None)
    if wrong is not None:
        rule, why = CONTRADICTION, wrong.why
    return Candidate(row[0].start, row[-1].end, rule, why, Kind.SPAN)


def _rows(days: tuple[Day, ...], anchor: Anchor, conventions: Conventions) -> list[tuple[Candidate, ...]]:
    """Read the first day; each further one is the next such day after it.

    Raises:
        ReadingError: after no reading of the first day does another follow.
    """
    rows = list[tuple[Candidate, ...]]()
    stopped: ReadingError | None = None
    for first in single.read(days[0], anchor, conventions):
        try:
            rows += islice(_continued((first,), days[1:], anchor, conventions), _MOST_ROWS)
        except ReadingError as error:
            stopped = stopped or error
    if stopped and not rows:
        raise stopped
    return rows


def _continued(
    row: tuple[Candidate, ...], rest: tuple[Day, ...], anchor: Anchor, conventions: Conventions
) -> Iterator[tuple[Candidate, ...]]:
    if not rest:
        yield row
        return
    for day in _after(rest[0], row[-1].end, anchor, conventions):
        yield from _continued((*row, day), rest[1:], anchor, conventions)


def _after(reference: Day, day: dt.date, anchor: Anchor, conventions: Conventions) -> Candidates:
    """The next day after `day` that a reference can mean; two where its weekday contradicts its date."""
    match reference:
        case OnWeekday(name, Which.BARE, None):
            return one(on_or_after(day + DAY, name), "weekday-ahead", f"the first {name} after it")
        case CalendarDay(_, _, None, _, None):
            found = _next_date(reference, day)
        case ChainedWeekday(_, 1, None):  # "from Monday through the following Tuesday": of the next week
            found = single.read(reference, Anchor(anchor.day, (day, week_of(day)[1])), conventions)
        case DayOfMonth(of_month=None) | NthDay():
            found = single.read(reference, Anchor(day + DAY, anchor.base), conventions)
        case _:
            found = single.read(reference, Anchor(anchor.day, (day, day)), conventions)
    later = tuple(other for other in found if other.start > day)
    if not later:
        words = f"from {say_day(day)} to {say_day(max(c.start for c in found))}"
        raise ReadingError(words, "the range runs backwards", "put the earlier day first")
    if later[0].rule == CONTRADICTION:
        return later
    return (min(later, key=lambda other: other.start),)


def _next_date(reference: CalendarDay, day: dt.date) -> Candidates:
    """A date without a year, in the year of the day before it or the next; the one before where that is too far."""
    near = [found for year in (day.year, day.year + 1) if (found := date_in(year, reference))]
    if not near:
        raise ReadingError(say_date(reference), "there is no such day", "correct the day or the month")
    meant = next((found for found in near if dt.timedelta() < found - day <= _TOO_LONG), near[0])
    return checked(one(meant, "full-date", "the first such date after it"), reference.weekday)


def _either(row: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """One of some days in a row is a window, as "in late May or June" is; one of others is to be chosen."""
    if not _unbroken([row]) or any(day.rule == CONTRADICTION for day in row):
        return row
    why = f"one of these days; the first: {row[0].why}"
    return (Candidate(row[0].start, row[-1].end, "either-day", why, Kind.WINDOW),)


def _unbroken(rows: list[tuple[Candidate, ...]]) -> list[tuple[Candidate, ...]]:
    return [row for row in rows if row[-1].end - row[0].start == DAY * (len(row) - 1)]


def _length(reference: Length, anchor: Anchor, conventions: Conventions) -> Candidates:
    days, start = reference.days, reference.start
    if start is None:
        raise ReadingError(count(days), "its first day isn't said", "say from when, as in 'from Wednesday'")
    kind, more, said = Kind.DAY if days == 1 else Kind.SPAN, dt.timedelta(days - 1), count(days)
    return tuple(
        Candidate(
            first.start,
            first.start + more,
            CONTRADICTION if first.rule == CONTRADICTION else "length-from-day",
            f"{said} from the first: {first.why}",
            kind,
        )
        for first in single.read(start, anchor, conventions)
    )

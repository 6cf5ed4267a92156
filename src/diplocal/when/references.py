"""A day with its time, and the union of all references."""

import datetime as dt
from typing import TypeAlias

from attrs import frozen

from diplocal.when.days import (
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    DayOfMonth,
    DaySet,
    Either,
    FromToday,
    InFigures,
    Length,
    NthDay,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Span,
)
from diplocal.when.times import Time
from diplocal.when.window import Window
from diplocal.when.windows import About, Between, Coming, Deadline, InMonth, InYear, Undated, WeekendOf, WeekOf


@frozen
class At:
    """A day (or days) with a time of day ("Thursday at 10 a.m.", "on Sunday morning local time")."""

    day: "Day | Span | DaySet | Either | Length | Deadline"
    time: Time


Reference: TypeAlias = (
    CalendarDay
    | DayOfMonth
    | InFigures
    | NthWeekday
    | OnFeast
    | OnWeekday
    | FromToday
    | Counted
    | Chained
    | ChainedWeekday
    | NthDay
    | Span
    | DaySet
    | Either
    | Length
    | Window
    | WeekOf
    | WeekendOf
    | InMonth
    | InYear
    | Between
    | About
    | Coming
    | Deadline
    | Undated
    | At
)


def in_full(first: dt.date, last: dt.date) -> CalendarDay | Span:
    """Say days, both included, with their month and year."""
    start, end = (CalendarDay(day.month, day.day, day.year) for day in (first, last))
    return start if first == last else Span(start, end)


def core_of(reference: Reference) -> Reference:
    """The first day of a reference, which decides where it stands."""
    match reference:
        case OnWeekday() | CalendarDay() | FromToday():  # most
            return reference
        case At(day, _) | Deadline(_, day):
            return core_of(day)
        case Span(first, _):
            return first
        case DaySet(days):
            return days[0]
        case Length(_, start) if start is not None:
            return start
        case Counted(_, base):
            return core_of(base)
        case _:
            return reference


def is_chained(core: Reference) -> bool:
    """Whether a reference counts from a day named elsewhere, by its first day (`core_of`)."""
    if isinstance(core, OnWeekday) and core.week is not None:  # "Monday of the following week"
        return core.week.chained
    return isinstance(core, (Chained, ChainedWeekday, NthDay)) or (isinstance(core, Window) and core.chained)

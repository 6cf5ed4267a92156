"""References: days, several days that follow each other, stretches of time, deadlines, and the union of them all."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import ge, in_, instance_of, optional

from diplocal.when.times import Time
from diplocal.when.units import Bound, Feast, Part, Unit, Weekday, Which


@frozen
class Window:
    """A week, weekend, month or year counted from the present one ("next week", "early next month", "this weekend").

    Attributes:
        unit: what is counted.
        shift: 0 for this one, 1 for the next, -1 for the last.
        part: the part of it.
        chained: counted from a day named earlier ("the following weekend"), not from the day the words are read.
    """

    unit: Unit
    shift: int = 0
    part: Part = Part.WHOLE
    chained: bool = False


# --- one day ----------------------------------------------------------------------------------------------------------


@frozen
class CalendarDay:
    """A day and month, with the year and the weekday where they are said ("Thursday 3 April 2025").

    Attributes:
        month: 1 to 12.
        day: 1 to 31.
        year: the year, 1 to 9999.
        weekday: the weekday that is said with it.
        of_year: the year that is counted from the present one, -2 to 2 ("3 April last year" -1); instead of `year`.
    """

    month: int = field(validator=in_(range(1, 13)))
    day: int = field(validator=in_(range(1, 32)))
    year: int | None = field(default=None, validator=optional(in_(range(1, 10000))))
    weekday: Weekday | None = None
    of_year: int | None = field(default=None, validator=optional(in_(range(-2, 3))))


@frozen
class DayOfMonth:
    """A day of a month that is not named ("the 26th", "the 8th of next month").

    Attributes:
        day: 1 to 31.
        weekday: the weekday that is said with it.
        of_month: the month that is counted from the present one, -1 to 1; ``None`` where nothing is said of it.
    """

    day: int = field(validator=in_(range(1, 32)))
    weekday: Weekday | None = None
    of_month: int | None = field(default=None, validator=optional(in_(range(-1, 2))))


@frozen
class OnWeekday:
    """A weekday ("Thursday", "next Thursday"), in a window where one is said ("Thursday next week")."""

    weekday: Weekday
    which: Which = field(default=Which.BARE, validator=instance_of(Which))
    week: Window | None = None


@frozen
class InFigures:
    """A date in figures that may be read either way: "4/3/2025" is the 3rd of April or the 4th of March."""

    first: int = field(validator=in_(range(1, 13)))
    second: int = field(validator=in_(range(1, 13)))
    year: int = field(validator=in_(range(1, 10000)))


@frozen
class NthWeekday:
    """A weekday counted in a month ("the first Monday of May", "the last Friday in October 2025").

    Attributes:
        number: 1 for the first, 5 for the fifth, -1 for the last.
        weekday: the weekday.
        month: from 1.
        year: where it is said.
        of_year: the year that is counted from the present one, -2 to 2; instead of `year`.
    """

    number: int = field(validator=in_((-1, 1, 2, 3, 4, 5)))
    weekday: Weekday
    month: int = field(validator=in_(range(1, 13)))
    year: int | None = field(default=None, validator=optional(in_(range(1, 10000))))
    of_year: int | None = field(default=None, validator=optional(in_(range(-2, 3))))


@frozen
class OnFeast:
    """A feast day that moves with the year ("Good Friday", "Easter Monday 2025"), as `NthWeekday` says the year."""

    feast: Feast
    year: int | None = field(default=None, validator=optional(in_(range(1, 10000))))
    of_year: int | None = field(default=None, validator=optional(in_(range(-2, 3))))


@frozen
class FromToday:
    """A day counted from the day the words are read: today 0, tomorrow 1, yesterday -1, "three days ago" -3.

    Attributes:
        days: how many days on.
        weekday: the weekday that is said with it ("tomorrow (Friday)").
    """

    days: int
    weekday: Weekday | None = None


@frozen
class Counted:
    """A day counted from another one that is said with it ("a week from Thursday", "two days after 3 April")."""

    days: int
    base: "Day"


@frozen
class Chained:
    """A day counted from one named earlier ("that day" 0, "the day after" 1, "the previous day" -1).

    Attributes:
        days: how many days on, 0 for the same day.
        entry: the key of the entry to count from, in a programme; ``None``: the reference that stands before.
    """

    days: int
    entry: str | None = None


@frozen
class ChainedWeekday:
    """The first such weekday after (`step` 1) or before (-1) a day named earlier ("the following Monday")."""

    weekday: Weekday
    step: int = field(default=1, validator=in_((1, -1)))
    entry: str | None = None


@frozen
class NthDay:
    """A day of a visit or an event, counted from either end ("on the second day of the visit").

    Attributes:
        number: 1 for the first day, -1 for the last, -2 for the last but one.
        entry: the key of the visit, in a programme; ``None``: the visit that the text speaks of.
    """

    number: int = field(validator=in_((*range(-99, 0), *range(1, 100))))
    entry: str | None = None


Day: TypeAlias = (
    CalendarDay | DayOfMonth | InFigures | NthWeekday | OnFeast | OnWeekday | FromToday | Counted | Chained
    | ChainedWeekday | NthDay
)  # fmt: skip


# --- several days -----------------------------------------------------------------------------------------------------


@frozen
class Span:
    """From one day to another, both included ("from Wednesday to Friday"); the second follows the first."""

    first: Day
    last: Day


def _several(days: Iterable[Day]) -> tuple[Day, ...]:
    made = tuple(days)
    if len(made) < 2:
        raise ValueError("a set or a choice of days has at least two")
    return made


@frozen
class DaySet:
    """Several days, each following the one before ("Thursday and Friday", "26, 27 and 29 May")."""

    days: tuple[Day, ...] = field(converter=_several)


@frozen
class Either:
    """One of several days, which one isn't said ("Thursday or Friday")."""

    days: tuple[Day, ...] = field(converter=_several)


@frozen
class Length:
    """A number of days, with the first of them where it is said ("for four days from Wednesday", "a two-day visit")."""

    days: int = field(validator=in_(range(1, 3661)))
    start: Day | None = None


# --- stretches of time ------------------------------------------------------------------------------------------------


@frozen
class WeekOf:
    """The week that holds a day ("the week of 7 April")."""

    day: Day
    part: Part = Part.WHOLE


@frozen
class WeekendOf:
    """The weekend that holds a day, or that ends its week ("the weekend of 10 May")."""

    day: Day


@frozen
class InMonth:
    """A named month or a part of it ("in June", "mid-April", "late December 2025", "last November", "July last year").

    Attributes:
        month: from 1.
        year: where it is said.
        part: the part of it.
        which: the word before it ("last November").
        of_year: the year that is counted from the present one, -2 to 2 ("July last year" -1); instead of `year`.
    """

    month: int = field(validator=in_(range(1, 13)))
    year: int | None = field(default=None, validator=optional(in_(range(1, 10000))))
    part: Part = Part.WHOLE
    which: Which = Which.BARE
    of_year: int | None = field(default=None, validator=optional(in_(range(-2, 3))))


@frozen
class InYear:
    """A year ("in 2026")."""

    year: int = field(validator=in_(range(1, 10000)))
    part: Part = Part.WHOLE


@frozen
class Between:
    """From one stretch to another, both included ("between late May and June", "from April to June").

    Attributes:
        first: the stretch in which it begins.
        last: the stretch in which it ends, after the first.
    """

    first: InMonth | InYear | Window
    last: InMonth | InYear | Window


@frozen
class About:
    """A day told in weeks or months only ("in two weeks", "a month ago"): a window around it, never a day.

    Attributes:
        count: how many units on; negative: ago.
        unit: week, month or year.
    """

    count: int
    unit: Unit


@frozen
class Coming:
    """A stretch that begins or ends with the day the words are read ("in the coming days", "over the past week").

    Attributes:
        count: how many units; 0 where the words don't say ("in the coming days"). Negative: past.
        unit: day, week, month or year.
        past: whether the stretch lies behind.
    """

    count: int = field(validator=ge(0))
    unit: Unit
    past: bool = False


# --- everything that may be said --------------------------------------------------------------------------------------


@frozen
class Deadline:
    """A day that bounds something ("by Friday", "until Friday"); the date is that day."""

    bound: Bound
    day: Day | Window | InMonth | InYear | WeekOf


@frozen
class Undated:
    """No time is said. An undated session stays undated."""


@frozen
class At:
    """A day (or days) with a time of day ("Thursday at 10 a.m.", "on Sunday morning local time")."""

    day: Day | Span | DaySet | Either | Length | Deadline
    time: Time


Several: TypeAlias = Span | DaySet | Either | Length
Stretch: TypeAlias = Window | WeekOf | WeekendOf | InMonth | InYear | Between | About | Coming
Reference: TypeAlias = Day | Several | Stretch | Deadline | Undated | At


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

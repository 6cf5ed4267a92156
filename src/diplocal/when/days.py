"""References to days: one, or several that follow each other."""

from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import in_, instance_of, optional

from diplocal.when.units import Feast, Weekday, Which
from diplocal.when.window import Window


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
    """A day of a month that is not named ("the 26th")."""

    day: int = field(validator=in_(range(1, 32)))
    weekday: Weekday | None = None


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
)


@frozen
class Span:
    """From one day to another, both included ("from Wednesday to Friday"); the second follows the first."""

    first: Day
    last: Day


def _days(days: "tuple[Day, ...] | list[Day]") -> "tuple[Day, ...]":
    return tuple(days)


@frozen
class DaySet:
    """Several days, each following the one before ("Thursday and Friday", "26, 27 and 29 May")."""

    days: tuple[Day, ...] = field(converter=_days)

    def __attrs_post_init__(self) -> None:
        if len(self.days) < 2:
            raise ValueError("a set of days has at least two")


@frozen
class Either:
    """One of several days, which one isn't said ("Thursday or Friday")."""

    days: tuple[Day, ...] = field(converter=_days)

    def __attrs_post_init__(self) -> None:
        if len(self.days) < 2:
            raise ValueError("a choice of days has at least two")


@frozen
class Length:
    """A number of days, with the first of them where it is said ("for four days from Wednesday", "a two-day visit")."""

    days: int = field(validator=in_(range(1, 3661)))
    start: Day | None = None

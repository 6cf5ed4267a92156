"""References to stretches of time: weeks, months, deadlines, and what is told only about."""

from attrs import field, frozen
from attrs.validators import ge, in_, optional

from diplocal.when.days import Day
from diplocal.when.units import Bound, Part, Unit, Which
from diplocal.when.window import Window


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

    first: "InMonth | InYear | Window"
    last: "InMonth | InYear | Window"


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


@frozen
class Deadline:
    """A day that bounds something ("by Friday", "until Friday"); the date is that day."""

    bound: Bound
    day: "Day | Window | InMonth | InYear | WeekOf"


@frozen
class Undated:
    """No time is said. An undated session stays undated."""

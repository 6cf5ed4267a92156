"""References: what an announcement says about time, as data, before any date is known.

`Reference` is a union of small frozen classes. What they mean is decided in `rules`; which words stand for them in
`phrases`. Nothing here knows a publication day.
"""

import datetime as dt
from enum import Enum, IntEnum
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import ge, in_, instance_of, le, optional


class Weekday(IntEnum):
    """Days of the week, numbered as `datetime.date.weekday` does."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    def __str__(self) -> str:
        return WEEKDAYS[self]


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Unit(Enum):
    """A calendar unit that words count in."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class Which(Enum):
    """The word before a weekday."""

    BARE = ""
    THIS = "this"
    NEXT = "next"
    LAST = "last"
    COMING = "coming"
    PAST = "past"


class Part(Enum):
    """A part of a week, month or year; `LATER` runs from the day the words are read."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    LATER = "later"
    EARLIER = "earlier"
    END = "end"


class Bound(Enum):
    """What a deadline says about its day."""

    BY = "by"
    UNTIL = "until"
    BEFORE = "before"


# --- times ------------------------------------------------------------------------------------------------------------


class PartOfDay(Enum):
    """A part of the day, kept as said; no hour is made up for it."""

    EARLY_HOURS = "early hours"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@frozen
class Clock:
    """A time of day as said.

    Attributes:
        hour: 0-23.
        minute: 0-59.
        zone: an IANA name or an offset (``+09:00``) as said; ``"local"`` for "local time"; ``None`` where nothing is.
        about: whether the words say "around".
    """

    hour: int = field(validator=[ge(0), le(23)])
    minute: int = field(default=0, validator=[ge(0), le(59)])
    zone: str | None = None
    about: bool = False

    @property
    def time(self) -> dt.time:
        """The naive time of day."""
        return dt.time(self.hour, self.minute)


@frozen
class ClockSpan:
    """From one time of day to another; the end is exclusive, as in calendars, and may lie after midnight."""

    start: Clock
    end: Clock


@frozen
class InPart:
    """A part of the day, in the zone that the words say, if any (as in `Clock`)."""

    part: PartOfDay
    zone: str | None = None


@frozen
class InZone:
    """No time of day, but the zone in which the day counts ("on Thursday (local time)"), as in `Clock`."""

    zone: str


Time: TypeAlias = Clock | ClockSpan | InPart | InZone

# --- one day ----------------------------------------------------------------------------------------------------------


@frozen
class CalendarDay:
    """A day and month, with the year and the weekday where they are said ("Thursday 3 April 2025")."""

    month: int = field(validator=[ge(1), le(12)])
    day: int = field(validator=[ge(1), le(31)])
    year: int | None = field(default=None, validator=optional([ge(1), le(9999)]))
    weekday: Weekday | None = None


@frozen
class DayOfMonth:
    """A day of a month that is not named ("the 26th")."""

    day: int = field(validator=[ge(1), le(31)])
    weekday: Weekday | None = None


@frozen
class OnWeekday:
    """A weekday ("Thursday", "next Thursday"), in a window where one is said ("Thursday next week")."""

    weekday: Weekday
    which: Which = field(default=Which.BARE, validator=instance_of(Which))
    week: "Window | None" = None


@frozen
class FromToday:
    """A day counted from the day the words are read: today 0, tomorrow 1, yesterday -1, "three days ago" -3."""

    days: int


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
    """A day of a visit or an event, from 1; -1 is the last ("on the second day of the visit").

    Attributes:
        number: 1 for the first day, -1 for the last.
        entry: the key of the visit, in a programme; ``None``: the visit that the text speaks of.
    """

    number: int = field(validator=in_((-1, *range(1, 100))))
    entry: str | None = None


Day: TypeAlias = CalendarDay | DayOfMonth | OnWeekday | FromToday | Counted | Chained | ChainedWeekday | NthDay

# --- several days -----------------------------------------------------------------------------------------------------


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

    days: int = field(validator=[ge(1), le(3660)])
    start: Day | None = None


# --- windows ----------------------------------------------------------------------------------------------------------


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
    """A named month or a part of it ("in June", "mid-April", "late December 2025", "last November")."""

    month: int = field(validator=[ge(1), le(12)])
    year: int | None = field(default=None, validator=optional([ge(1), le(9999)]))
    part: Part = Part.WHOLE
    which: Which = Which.BARE


@frozen
class InYear:
    """A year ("in 2026")."""

    year: int = field(validator=[ge(1), le(9999)])
    part: Part = Part.WHOLE


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


@frozen
class At:
    """A day (or days) with a time of day ("Thursday at 10 a.m.", "on Sunday morning local time")."""

    day: "Day | Span | DaySet | Either | Length | Deadline"
    time: Time


Reference: TypeAlias = (
    CalendarDay
    | DayOfMonth
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
    | About
    | Coming
    | Deadline
    | Undated
    | At
)

# --- where a reference stands -----------------------------------------------------------------------------------------


class Side(Enum):
    """Which side of the publication day the words look to; the day itself belongs to both."""

    AHEAD = "ahead"
    BACK = "back"


class Link(Enum):
    """How a reference stands to what its sentence tells."""

    AFTER = "after"
    AHEAD_OF = "ahead of"


@frozen
class Cue:
    """What the words around a reference say about its side.

    Attributes:
        side: ahead, back, or ``None`` where nothing decides.
        firm: whether the evidence is explicit (a future or a reporting verb) rather than a weak sign.
        words: the words that decided, as they stand in the text; empty where nothing did.
        report: the verb tells of saying something: the date is the statement's, not the announced event's.
        link: what the sentence tells comes after it ("after Monday's talks") or before it ("ahead of Friday's vote").
    """

    side: Side | None = None
    firm: bool = False
    words: str = ""
    report: bool = False
    link: Link | None = None


@frozen(kw_only=True)
class Mention:
    """A reference that stands in a text.

    Attributes:
        reference: what the words say.
        start: offset of the first character in the text.
        end: offset after the last character.
        text: the words, ``text[start:end]`` of the whole text.
        cue: the side that the governing words decide.
        sentence: the number of its sentence in the text, from 0, counting sentences that hold a reference.
    """

    reference: Reference
    start: int
    end: int
    text: str
    cue: Cue = Cue()
    sentence: int = 0

"""What words of time count in: weekdays, months, units, and the words before them."""

from enum import IntEnum, StrEnum


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


class Unit(StrEnum):
    """A calendar unit that words count in."""

    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


class Which(StrEnum):
    """The word before a weekday."""

    BARE = ""
    THIS = "this"
    NEXT = "next"
    LAST = "last"
    COMING = "coming"
    PAST = "past"


class Part(StrEnum):
    """A part of a week, month or year; `LATER` runs from the day the words are read."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"
    LATER = "later"
    EARLIER = "earlier"
    END = "end"
    FIRST_HALF = "the first half"
    SECOND_HALF = "the second half"


class Feast(StrEnum):
    """A feast whose day is counted from Easter, of the Western churches unless it says otherwise."""

    SHROVE_TUESDAY = "Shrove Tuesday"
    ASH_WEDNESDAY = "Ash Wednesday"
    PALM_SUNDAY = "Palm Sunday"
    MAUNDY_THURSDAY = "Maundy Thursday"
    GOOD_FRIDAY = "Good Friday"
    HOLY_SATURDAY = "Holy Saturday"
    EASTER_SUNDAY = "Easter Sunday"
    EASTER_MONDAY = "Easter Monday"
    ASCENSION_DAY = "Ascension Day"
    WHIT_SUNDAY = "Whit Sunday"
    WHIT_MONDAY = "Whit Monday"
    TRINITY_SUNDAY = "Trinity Sunday"
    CORPUS_CHRISTI = "Corpus Christi"
    ORTHODOX_EASTER = "Orthodox Easter"


class Bound(StrEnum):
    """What a deadline says about its day."""

    BY = "by"
    UNTIL = "until"
    BEFORE = "before"

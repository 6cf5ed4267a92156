"""Write a reference as the words that the grammar reads back: ``parse(format(reference)) == reference``.

That holds for whatever the grammar reads. A reference that no words say (a program may build one) is written as nearly
as words go; whoever needs it back compares.
"""

from typing import assert_never

from diplocal.when import (
    MONTHS,
    About,
    At,
    Between,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Coming,
    Counted,
    Day,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    FromToday,
    InFigures,
    InMonth,
    InPart,
    InYear,
    InZone,
    Length,
    NthDay,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Part,
    PartOfDay,
    Reference,
    Span,
    Time,
    Undated,
    Unit,
    WeekendOf,
    WeekOf,
    Which,
    Window,
)

_SHIFTS = {0: "this", 1: "next", -1: "last"}
_CHAINED = {0: "that", 1: "the following", -1: "the previous"}
_PARTS = {
    Part.WHOLE: "",
    Part.EARLY: "early ",
    Part.MID: "the middle of ",
    Part.LATE: "late ",
    Part.END: "the end of ",
    Part.FIRST_HALF: "the first half of ",
    Part.SECOND_HALF: "the second half of ",
    Part.LATER: "later in ",
    Part.EARLIER: "earlier in ",
}


def format_reference(reference: Reference) -> str:
    """Write a reference as a source would put it.

    >>> from diplocal.when import OnWeekday, Span, Weekday
    >>> format_reference(Span(OnWeekday(Weekday.WEDNESDAY), OnWeekday(Weekday.FRIDAY)))
    'from Wednesday to Friday'
    """
    match reference:
        case Span() | DaySet() | Either() | Length():
            return _several(reference)
        case Window() | WeekOf() | WeekendOf() | InMonth() | InYear() | Between() | About() | Coming():
            return _window(reference)
        case Deadline(bound, About(count, unit)) if count > 0:
            return f"{bound.value} {_count(count, unit.value)} from now"
        case Deadline(bound, day):
            return f"{bound.value} {_said(day).removeprefix('in ')}"
        case At(day, time):
            return _at(day, time)
        case Undated():
            return "undated"
        case FromToday(days, None) if days > 1:
            return f"in {days} days"
        case _:
            return _day(reference)


def ordinal(number: int) -> str:
    """Write 1 as ``1st``."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _count(count: int, unit: str = "day") -> str:
    return f"1 {unit}" if count == 1 else f"{count} {unit}s"


# --- days -------------------------------------------------------------------------------------------------------------


def _day(day: Day) -> str:
    match day:
        case CalendarDay(month, number, year, weekday, of_year):
            spoken = (weekday, number, MONTHS[month - 1], year, _YEARS[of_year] if of_year is not None else None)
            return " ".join(str(word) for word in spoken if word is not None)
        case DayOfMonth(number, weekday, of_month):
            behind = f" of {_MONTHS[of_month]}" if of_month is not None else ""
            return f"{f'{weekday} ' if weekday is not None else ''}the {ordinal(number)}{behind}"
        case OnWeekday(weekday, which, week):
            said = f"{which.value} {weekday}" if which is not Which.BARE else str(weekday)
            return f"{said} {_window(week)}" if week is not None else said
        case FromToday(days, weekday):
            named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
            said = named or (f"{days} days from now" if days > 0 else f"{-days} days ago")
            return said if weekday is None else f"{said} ({weekday})"
        case InFigures() | NthWeekday() | OnFeast():
            return _dated(day)
        case Counted(days, base):
            return f"{_count(abs(days))} {_side(days)} {_day(base)}"
        case Chained() | ChainedWeekday() | NthDay():
            return _chained(day)
        case _:
            assert_never(day)


def _dated(day: InFigures | NthWeekday | OnFeast) -> str:
    match day:
        case InFigures(first, second, year):
            return f"{first}/{second}/{year}"
        case NthWeekday(number, weekday, month):
            return f"the {_ORDER[number]} {weekday} of {MONTHS[month - 1]}{_year(day)}"
        case OnFeast(feast):
            return f"{feast.value}{_year(day)}"
        case _:
            assert_never(day)


_ORDER = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def _year(said: NthWeekday | OnFeast) -> str:
    """Write the year behind a day that has one."""
    if said.of_year is not None:
        return f" {_YEARS[said.of_year]}"
    return f" {said.year}" if said.year is not None else ""


def _side(days: int) -> str:
    return "after" if days > 0 else "before"


def _chained(day: Chained | ChainedWeekday | NthDay) -> str:
    match day:
        case Chained(0, entry):
            return f"the same day as [{entry}]" if entry is not None else "that day"
        case Chained(days, None) if abs(days) > 1:
            return f"{_count(abs(days))} {'later' if days > 0 else 'earlier'}"
        case Chained(days, entry):
            counted = f"the day {_side(days)}" if abs(days) == 1 else f"{_count(abs(days))} {_side(days)}"
            return f"{counted} [{entry}]" if entry is not None else counted
        case ChainedWeekday(weekday, step, None):
            return f"the {'following' if step > 0 else 'previous'} {weekday}"
        case ChainedWeekday(weekday, step, entry):
            return f"the {weekday} {_side(step)} [{entry}]"
        case NthDay(number, entry):
            counted = (
                f"the {ordinal(number)} day" if 0 < number < 32 else f"day {number}" if number > 0 else "the last day"
            )
            counted += f" but {-1 - number}" if number < -1 else ""
            return f"{counted} of [{entry}]" if entry is not None else counted
        case _:
            assert_never(day)


# --- several days -----------------------------------------------------------------------------------------------------


def _several(reference: Span | DaySet | Either | Length) -> str:
    match reference:
        case Span(OnWeekday(first, Which.BARE, Window() as week), OnWeekday(last, Which.BARE, other)) if (
            week == other and first <= last
        ):
            return f"from {first} to {last} {_window(week)}"
        case Span(first, last):
            return f"from {_day(first)} to {_day(last)}"
        case DaySet(days) | Either(days):
            return _row(days, "and" if isinstance(reference, DaySet) else "or")
        case Length(count, start):
            # "two days from today" is a day of its own.
            opener = "starting" if isinstance(start, FromToday) else "from"
            return f"for {_count(count)} {opener} {_day(start)}" if start is not None else f"for {_count(count)}"
        case _:
            assert_never(reference)


def _row(days: tuple[Day, ...], joint: str) -> str:
    """Write days of a kind with commas; others without, as "3 April, Wednesday" is a date with its weekday."""
    *before, final = map(_day, days)
    alike = len({type(day) for day in days}) == 1
    return f"{(', ' if alike else f' {joint} ').join(before)} {joint} {final}"


# --- windows ----------------------------------------------------------------------------------------------------------


def _window(reference: Window | WeekOf | WeekendOf | InMonth | InYear | Between | About | Coming) -> str:
    match reference:
        case Window():
            return _unit(reference)
        case WeekendOf(day):
            return f"the weekend of {format_reference(day)}"
        case WeekOf(day, part):
            return f"{_PARTS[part]}{'in ' if part in {Part.EARLY, Part.LATE} else ''}the week of {_day(day)}"
        case InMonth():
            return _month(reference)
        case InYear(year, part):
            return f"in {year}" if part is Part.WHOLE else f"{_PARTS[part]}{year}"
        case Between(first, last):
            return f"between {_window(first).removeprefix('in ')} and {_window(last).removeprefix('in ')}"
        case About(count, unit):
            return f"in {_count(count, unit.value)}" if count > 0 else f"{_count(-count, unit.value)} ago"
        case Coming():
            return _stretch(reference)
        case _:
            assert_never(reference)


def _unit(window: Window) -> str:
    unit, shift = window.unit.value, window.shift
    part = _PARTS[window.part].removesuffix("in ") if window.part in {Part.LATER, Part.EARLIER} else _PARTS[window.part]
    named = (_CHAINED if window.chained else _SHIFTS).get(shift)
    if named:
        return f"{part}{named} {unit}"
    if window.chained and window.unit in {Unit.MONTH, Unit.YEAR} and not part:
        return f"{_count(abs(shift), unit)} {'later' if shift > 0 else 'earlier'}"
    if abs(shift) == 2 and not window.chained:
        return f"{part}the {unit} {'after next' if shift > 0 else 'before last'}"
    return f"{part}the {unit} {_count(abs(shift), unit)} {'later' if shift > 0 else 'earlier'}"


_MONTHS = {-1: "last month", 0: "this month", 1: "next month"}
_YEARS = {
    0: "this year",
    1: "next year",
    2: "the year after next",
    -1: "last year",
    -2: "the year before last",
}


def _month(reference: InMonth) -> str:
    name = MONTHS[reference.month - 1]
    if reference.which is not Which.BARE:
        return f"{reference.which.value} {name}"
    said = f"{name} {reference.year}" if reference.year is not None else name
    if reference.of_year is not None:
        said += f" {_YEARS[reference.of_year]}"
    if reference.part is Part.MID:
        return f"mid-{said}"
    return f"{_PARTS[reference.part]}{said}" if reference.part is not Part.WHOLE else f"in {said}"


def _stretch(reference: Coming) -> str:
    count, unit, past = reference.count, reference.unit, reference.past
    if count == 0:
        return f"the {'past few' if past else 'coming'} {unit.value}s"
    if count == 1 and not past and unit is not Unit.WEEKEND:
        return f"within a {unit.value}"
    return f"the {'past' if past else 'next'} {count} {unit.value}s"


# --- times ------------------------------------------------------------------------------------------------------------


def _at(day: Reference, time: Time) -> str:
    match day, time:
        case Deadline(bound, inner), _:
            return f"{bound.value} {_at(inner, time)}"
        case _, InPart(part, zone):
            said = _zone(zone).strip()
            return f"{_in_part(day, part)} ({said})" if said else _in_part(day, part)
        case _, InZone(zone):
            return f"{_said(day)} ({_zone(zone).strip()})"
        case _, Clock() | ClockSpan():
            return f"{_said(day)} at {format_time(time)}"
        case _:
            assert_never(time)


def _said(day: Reference) -> str:
    return _day(day) if isinstance(day, FromToday) else format_reference(day)


def _in_part(day: Reference, part: PartOfDay) -> str:
    match day:
        case FromToday(0, None) if part is PartOfDay.NIGHT:
            return "tonight"
        case FromToday(0, None) if part is not PartOfDay.EARLY_HOURS:
            return f"this {part.value}"
        case DaySet((*_, last)) | Either((*_, last)) if _takes_part(last, part):
            return f"{_said(day)} {part.value}"
        case _ if _takes_part(day, part):
            return f"{_said(day)} {part.value}"
        case _:
            return f"the {part.value} of {_said(day)}"


def _takes_part(day: Reference, part: PartOfDay) -> bool:
    """Whether a part of the day may follow the day ("Thursday evening"); "the 3rd evening" is another thing."""
    return (
        isinstance(day, OnWeekday | CalendarDay | FromToday)
        and part is not PartOfDay.EARLY_HOURS
        and (not isinstance(day, FromToday) or (abs(day.days) == 1 and day.weekday is None))
    )


def format_time(time: Time) -> str:
    """Write a time of day as `parse_time` reads it: ``10:00-11:30 Europe/Brussels``."""
    match time:
        case Clock(hour, minute, zone, about):
            return f"{'around ' if about else ''}{hour:02}:{minute:02}{_zone(zone)}"
        case ClockSpan(start, end) if start.zone == end.zone:
            return f"{format_time(Clock(start.hour, start.minute, None, start.about))}-{format_time(end)}"
        case ClockSpan(start, end):
            return f"{format_time(start)} to {format_time(end)}"
        case InPart(part, zone):
            return f"{part.value}{_zone(zone)}"
        case InZone(zone):
            return _zone(zone).strip()
        case _:
            assert_never(time)


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone == "local":
        return " local time"
    return f" UTC{zone}" if zone[:1] in {"+", "-"} else f" {zone}"

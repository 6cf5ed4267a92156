"""Write a reference as the words that the grammar reads back: ``parse(format(reference)) == reference``."""

from typing import assert_never

from diplocal.when import (
    MONTHS,
    About,
    At,
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
    InPart,
    InYear,
    InZone,
    Length,
    NthDay,
    OnWeekday,
    Part,
    PartOfDay,
    Reference,
    Span,
    Time,
    Undated,
    Unit,
    WeekOf,
    Window,
)

_SHIFTS = {0: "this", 1: "next", -1: "last"}
_FOLLOWING = {0: "the same", 1: "the following", -1: "the previous"}


def format_reference(reference: Reference) -> str:
    """Write a reference as a source would put it.

    >>> from diplocal.when import OnWeekday, Span, Weekday
    >>> format_reference(Span(OnWeekday(Weekday.WEDNESDAY), OnWeekday(Weekday.FRIDAY)))
    'from Wednesday to Friday'
    """
    match reference:
        case CalendarDay(month, day, year, weekday):
            return " ".join(str(word) for word in (weekday, day, MONTHS[month - 1], year) if word is not None)
        case DayOfMonth(day, weekday):
            return f"{weekday} the {ordinal(day)}" if weekday is not None else f"the {ordinal(day)}"
        case OnWeekday(weekday, which, week):
            said = f"{which.value} {weekday}".strip()
            return f"{said} {_window(week)}" if week is not None else said
        case FromToday(days):
            return _from_today(days)
        case Counted(days, base):
            return f"{_days(abs(days))} {'after' if days > 0 else 'before'} {format_reference(base)}"
        case Chained(days, entry):
            return _chained(days, entry)
        case ChainedWeekday(weekday, step, entry):
            if entry is not None:
                return f"the {weekday} {'after' if step > 0 else 'before'} [{entry}]"
            return f"the {'following' if step > 0 else 'previous'} {weekday}"
        case NthDay(number, entry):
            of = f" of [{entry}]" if entry is not None else ""
            return f"the {'last' if number == -1 else ordinal(number)} day{of}"
        case Span(first, last):
            return _span(first, last)
        case DaySet(days):
            return _list(days, "and")
        case Either(days):
            return _list(days, "or")
        case Length(days, start):
            return f"for {_days(days)}" + (f" from {format_reference(start)}" if start is not None else "")
        case Window():
            return _window(reference)
        case WeekOf(day):
            return f"the week of {format_reference(day)}"
        case InMonth():
            return _month(reference)
        case InYear(year, part):
            return f"in {year}" if part is Part.WHOLE else f"{_part(part)}{year}"
        case About(count, unit):
            amount = f"{abs(count)} {unit.value}{'' if abs(count) == 1 else 's'}"
            return f"in {amount}" if count > 0 else f"{amount} ago"
        case Coming(count, unit, past):
            few = f"{count} {unit.value}s" if count else f"few {unit.value}s"
            return f"the {'past' if past else 'next'} {few}"
        case Deadline(bound, day):
            return f"{bound.value} {format_reference(day).removeprefix('in ')}"
        case At(day, time):
            return _at(day, time)
        case Undated():
            return "undated"
        case _:
            assert_never(reference)


def ordinal(number: int) -> str:
    """Write 1 as ``1st``."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _from_today(days: int) -> str:
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    return named or (f"in {_days(days)}" if days > 0 else f"{_days(-days)} ago")


def _chained(days: int, entry: str | None) -> str:
    side = "after" if days > 0 else "before"
    if entry is not None:
        return f"the same day as [{entry}]" if days == 0 else f"{_days(abs(days))} {side} [{entry}]"
    if days == 0:
        return "that day"
    return f"the day {side}" if abs(days) == 1 else f"{_days(abs(days))} {'later' if days > 0 else 'earlier'}"


def _span(first: Reference, last: Reference) -> str:
    match first, last:
        case OnWeekday(name, which, week), OnWeekday(until, later, other) if week is not None and week == other:
            return f"from {name} to {until} {_window(week)}" if which == later else f"from {name} to {until}"
        case _:
            return f"from {format_reference(first)} to {format_reference(last)}"


def _list(days: tuple[Reference, ...], joint: str) -> str:
    *first, last = map(format_reference, days)
    return f"{', '.join(first)} {joint} {last}"


def _window(window: Window) -> str:
    said = (_FOLLOWING if window.chained else _SHIFTS)[window.shift]
    base = f"{said} {window.unit.value}"
    if window.unit is Unit.DAY:
        return _from_today(window.shift)
    return base if window.part is Part.WHOLE else f"{_part(window.part)}{base}"


def _part(part: Part) -> str:
    return "the end of " if part is Part.END else f"{part.value} "


def _month(reference: InMonth) -> str:
    name = MONTHS[reference.month - 1]
    said = f"{name} {reference.year}" if reference.year is not None else name
    if reference.which.value:
        return f"{reference.which.value} {name}"
    match reference.part:
        case Part.WHOLE:
            return f"in {said}"
        case Part.MID:
            return f"mid-{said}"
        case _:
            return f"{_part(reference.part)}{'in ' if reference.part in (Part.LATER, Part.EARLIER) else ''}{said}"


def _at(day: Reference, time: Time) -> str:
    said = format_reference(day)
    match time:
        case InPart(PartOfDay.EARLY_HOURS, zone):
            return f"the early hours of {said}{_zone(zone)}"
        case InPart(PartOfDay.NIGHT, zone) if day == FromToday(0):
            return f"tonight{_zone(zone)}"
        case InPart(part, zone) if day == FromToday(0):
            return f"this {part.value}{_zone(zone)}"
        case InPart(part, zone):
            return f"{said} {part.value}{_zone(zone)}"
        case InZone(zone):
            return f"{said} ({_zone(zone).strip()})"
        case Clock() | ClockSpan():
            return f"{said} at {format_time(time)}"
        case _:
            assert_never(time)


def format_time(time: Time) -> str:
    """Write a time of day as `parse_time` reads it: ``10:00-11:30 Europe/Brussels``."""
    match time:
        case Clock(hour, minute, zone, about):
            return f"{'around ' if about else ''}{hour:02}:{minute:02}{_zone(zone)}"
        case ClockSpan(start, end):
            first = Clock(start.hour, start.minute, None if start.zone == end.zone else start.zone, start.about)
            return f"{format_time(first)}-{format_time(end)}"
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
    return f" UTC{zone}" if zone[0] in "+-" else f" {zone}"

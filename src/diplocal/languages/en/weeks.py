"""Weeks, weekends, months and years from the present one: "next week", "the week of 7 April", "the weekend"."""

from calendar import monthrange
from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import day_number, month_name, possessive
from diplocal.languages.en.days import day
from diplocal.languages.en.months import named_month
from diplocal.languages.en.senses import is_before_an_event
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    CalendarDay,
    Chained,
    Counted,
    Feast,
    FromToday,
    InMonth,
    OnFeast,
    Unit,
    WeekendOf,
    WeekOf,
    Window,
)

_WEEK_OF: Final = frozenset({"of", "beginning", "starting", "commencing", "from", "ending", "to"})


def unit_window(t: Tokens, i: int) -> Parsed[Window]:
    """Read "next week", "this coming weekend", "the following month", "the weekend", "that week"."""
    w = t.words
    if w[i] == "the":
        return _the_unit(t, i + 1)
    if w[i] == "that" and w[i + 1] in words.WINDOW_UNITS:
        return Window(words.WINDOW_UNITS[w[i + 1]], chained=True), possessive(t, i + 2)
    if w[i] == "all":
        return (Window(words.WINDOW_UNITS[w[i + 1]]), i + 2) if w[i + 1] in {"week", "weekend"} else None
    j = i + (w[i] == "this" and w[i + 1] in {"coming", "past"})
    shift = words.SHIFTS.get(w[j])
    if shift is None or w[j + 1] not in words.WINDOW_UNITS:
        return None
    if w[j + 2] in {"of", "in"} and w[j + 3] in words.MONTHS and shift:
        return None  # "the last weekend of October"
    if w[j + 1] == "weekend" and w[j] == "coming":
        shift = 0
    return Window(words.WINDOW_UNITS[w[j + 1]], shift), possessive(t, j + 2)


def weekend_of_an_event(t: Tokens, i: int) -> Parsed[Window]:
    """Read "(a) weekend (visit)", "(their) weekend (talks)"."""
    named = t.words[i - 1] in words.OWNERS and is_before_an_event(t, i + 1)
    return (Window(Unit.WEEKEND), i + 1) if named else None


def _the_unit(t: Tokens, j: int) -> Parsed[Window]:
    """Read what "the" opens: "weekend", "following week", "same week", "coming week", "week after next"."""
    w = t.words
    unit = words.WINDOW_UNITS.get(w[j])
    if unit is not None:
        if w[j + 1] in words.SIDES:
            return _unit_aside(t, j + 1, unit)
        return (Window(unit), j + 1) if unit is Unit.WEEKEND else None
    unit = words.WINDOW_UNITS.get(w[j + 1])
    if unit is None:
        return None
    if w[j] in words.CHAINED_SHIFTS:
        return Window(unit, words.CHAINED_SHIFTS[w[j]], chained=True), possessive(t, j + 2)
    return unit_window(t, j) if w[j] in {"coming", "past"} else None


def _unit_aside(t: Tokens, j: int, unit: Unit) -> Parsed[Window]:
    """Read "(the week) after next", "before last", "after"; "the week after the vote" counts from what isn't dated."""
    side, behind = words.SIDES[t.words[j]], t.words[j + 1]
    if behind == ("next" if side > 0 else "last"):
        return Window(unit, 2 * side), j + 2
    if behind == "that":
        return Window(unit, side, chained=True), j + 2
    return (Window(unit, side, chained=True), j + 1) if not behind[:1].isalnum() else None


def week_ahead(t: Tokens, i: int) -> Parsed[WeekOf]:
    """Read "the week ahead": the one that holds the day four days on, so that a Thursday looks to the week after."""
    w = t.words
    j = i + (w[i] in {"the", "a"})
    return (WeekOf(FromToday(4)), j + 2) if w[j] == "week" and w[j + 1] == "ahead" and w[j + 2] != "of" else None


def week_of(t: Tokens, i: int) -> Parsed[WeekOf]:
    """Read "the week of 7 April", "the week beginning on 7 April", "w/c 7 April"."""
    w = t.words
    if w[i] == "w" and w[i + 1] == "/" and w[i + 2] in {"b", "c"}:  # week beginning, week commencing
        short = day(t, i + 3)
        return (WeekOf(short[0]), short[1]) if short else None
    j = i + (w[i] == "the")
    if counted := _of_a_month(t, j, "week"):
        return _nth_week(*counted[0]), counted[1]
    if w[j] != "week" or w[j + 1] not in _WEEK_OF:
        return None
    j += 2 + (w[j + 2] == "on")
    found = day(t, j + (w[j] == "the" and w[j + 1] in words.MONTHS)) if w[j] else None
    if not found or isinstance(found[0], (Counted, Chained)):
        return None
    return WeekOf(found[0]), found[1]


def weekend_of(t: Tokens, i: int) -> Parsed[WeekendOf]:
    """Read "the weekend of 10 May", "the weekend of 30-31 October", "last weekend of October", "the Easter weekend"."""
    w = t.words
    j = i + (w[i] == "the")
    if counted := _of_a_month(t, j, "weekend"):
        return _nth_weekend(*counted[0]), counted[1]
    if w[j] == "easter" and w[j + 1] == "weekend":
        return WeekendOf(OnFeast(Feast.EASTER_SUNDAY)), j + 2
    if w[j] != "weekend" or w[j + 1] != "of":
        return None
    begin = j + 2
    first = day_number(t, begin)
    last = day_number(t, first[1] + 1) if first and w[first[1]] in words.DASHES else None
    named = month_name(t, last[1]) if last else None
    if first and named:
        return WeekendOf(CalendarDay(named[0], first[0])), named[1]
    found = day(t, begin)
    return (WeekendOf(found[0]), found[1]) if found and isinstance(found[0], (CalendarDay, OnFeast)) else None


def _of_a_month(t: Tokens, j: int, unit: str) -> Parsed[tuple[int, InMonth]]:
    """Read "first week of May", "last weekend in October": which one, -1 for the last, and of which month."""
    nth = words.ORDINALS.get(t.words[j], 0)
    counted = nth in _IN_A_MONTH and t.words[j + 1] == unit and t.words[j + 2] in {"of", "in"}
    month = named_month(t, j + 3) if counted else None
    return ((nth, month[0]), month[1]) if month else None


_IN_A_MONTH: Final = frozenset({-1, 1, 2, 3, 4})


def _nth_week(number: int, month: InMonth) -> WeekOf:
    """The first week of a month holds its 4th, as the first of a year does (ISO 8601); the last one its 25th."""
    day = 7 * number - 3 if number > 0 else 25
    return WeekOf(CalendarDay(month.month, day, month.year, of_year=month.of_year))


_NO_LEAP_YEAR: Final = 2025


def _nth_weekend(number: int, month: InMonth) -> WeekendOf:
    """The first weekend of a month begins on its first Saturday, or just before the month; the last one ends in it."""
    length = monthrange(month.year or _NO_LEAP_YEAR, month.month)[1]
    day = 7 * number - 6 if number > 0 else length - 6
    return WeekendOf(CalendarDay(month.month, day, month.year, of_year=month.of_year))

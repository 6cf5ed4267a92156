"""References by themselves: days that no calendar has, spans that run backwards, clocks whose zone nobody knows.

What needs a publication day to be judged is the resolver's business.
"""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from diplocal.checks import values
from diplocal.checks.keys import Edge
from diplocal.checks.shape import expectations
from diplocal.errors import Problem
from diplocal.reading import say_day
from diplocal.when import (
    MONTHS,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    DaySet,
    FromToday,
    InPart,
    InZone,
    NthDay,
    Reference,
    Span,
    Time,
)

_DEEPEST = 20


def parts(whole: Reference | Time | None) -> list[object]:
    """List a reference or time and everything in it, the whole before its parts; nothing for ``None``."""
    if whole is None:
        return []
    if _holding(type(whole)) == ():
        return [whole]
    found: list[object] = []
    rest: list[object] = [whole]
    while rest:
        part = rest.pop()
        if isinstance(part, tuple):
            rest += reversed(part)
        elif (names := _holding(type(part))) is not None:
            found.append(part)
            rest += [getattr(part, name) for name in reversed(names)]
    return found


def entries(where: str, pieces: Iterable[object]) -> Iterator[Edge]:
    """Give the keys of the entries from which words are counted, of which these are the parts."""
    for part in pieces:
        if isinstance(part, Chained | ChainedWeekday | NthDay) and part.entry is not None:
            yield Edge(where, part.entry)


def sound(where: str, pieces: Sequence[object]) -> Iterator[Problem]:
    """Tell what is wrong with the reference or time of these parts, whatever day it is read from."""
    if len(pieces) > _DEEPEST and _depth(pieces[0]) > _DEEPEST:
        yield Problem(where, "", "counts from a day that counts from a day, too often", "name a day or an entry")
        return
    for part in pieces:
        match part:
            case CalendarDay():
                yield from _calendar_day(where, part)
            case Span(first, last):
                yield from _in_order(where, first, last)
            case DaySet(days):
                for before, after in pairwise(days):
                    yield from _in_order(where, before, after)
            case ClockSpan(start, end):
                if (start.time, start.zone) == (end.time, end.zone):
                    clock = f"{start.time:%H:%M}"
                    yield Problem(where, clock, "ends when it starts", "leave the end out, or correct it")
            case Clock(zone=zone) | InPart(zone=zone) | InZone(zone) if zone != "local":
                yield from values.zone(where, zone, offset=True)


def open_clock(pieces: Iterable[object]) -> Clock | None:
    """Find a time of day whose zone is the place's, since the words say "local time" or nothing."""
    spanned: set[int] = set()
    for part in pieces:
        if isinstance(part, ClockSpan) and not {part.start.zone, part.end.zone} <= {None, "local"}:
            spanned |= {id(part.start), id(part.end)}  # "10:00-11:30 KST": the zone is both's
        elif isinstance(part, Clock) and part.zone in {None, "local"} and id(part) not in spanned:
            return part
    return None


_HOLDING: dict[type, tuple[str, ...] | None] = {}


def _holding(record: type) -> tuple[str, ...] | None:
    """Name the fields of a record that may hold records, worked out once; ``None``: it is not a record."""
    if record not in _HOLDING:
        known = expectations(record)
        _HOLDING[record] = tuple(name for name, _, expected in known if expected.holds_records) if known else None
    return _HOLDING[record]


def _depth(whole: object) -> int:
    deepest, rest = 0, [(whole, 1)]
    while rest:
        part, depth = rest.pop()
        deepest = max(deepest, depth)
        inner = part if isinstance(part, tuple) else [getattr(part, name) for name in _holding(type(part)) or ()]
        rest += [(one, depth + 1) for one in inner if isinstance(one, tuple) or _holding(type(one)) is not None]
    return deepest


def _calendar_day(where: str, named: CalendarDay) -> Iterator[Problem]:
    month, words = MONTHS[named.month - 1], _words(named)
    longest = calendar.monthrange(named.year or 2000, named.month)[1]
    if named.day > longest:
        which = f"{month} {named.year}" if named.year and named.month == 2 else month
        yield Problem(where, words, f"is not a day: {which} has {longest} days", "correct the day or the month")
        return
    if named.year is None or named.weekday is None:
        return
    day = dt.date(named.year, named.month, named.day)
    if day.weekday() != named.weekday:
        near = day + dt.timedelta(days=(named.weekday - day.weekday() + 3) % 7 - 3) if 1 < day.year < 9999 else day
        other = f", {named.weekday} is {near.day} {MONTHS[near.month - 1]}" if near != day else ""
        why = f"contradicts itself: {day.day} {MONTHS[day.month - 1]} {day.year} is a {say_day(day).split()[0]}{other}"
        yield Problem(where, words, why, "correct the weekday or the date, or leave the weekday out")


def _in_order(where: str, first: object, last: object) -> Iterator[Problem]:
    if isinstance(first, FromToday) and isinstance(last, FromToday) and last.days < first.days:
        yield Problem(where, "", "ends before it starts", "swap the two days, or correct one")
    if isinstance(first, CalendarDay) and isinstance(last, CalendarDay):
        start, end = _full(first), _full(last)
        if start and end and end < start:
            yield values.backwards(where, start, end)


def _full(named: CalendarDay) -> dt.date | None:
    if named.year is None or named.day > calendar.monthrange(named.year, named.month)[1]:
        return None
    return dt.date(named.year, named.month, named.day)


def _words(named: CalendarDay) -> str:
    words = [named.weekday, named.day, MONTHS[named.month - 1], named.year]
    return " ".join(str(word) for word in words if word is not None)

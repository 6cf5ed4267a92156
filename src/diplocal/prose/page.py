"""A text on the way to its readings, and what its parts are to each other."""

import datetime as dt

from attrs import define

from diplocal.phrases.finder import Found
from diplocal.phrases.tokens import Tokens
from diplocal.reading import Conventions, Reading
from diplocal.when import (
    At,
    CalendarDay,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    InMonth,
    Length,
    Mention,
    OnWeekday,
    Reference,
    Span,
    Unit,
    Which,
    Window,
)


@define
class Page:
    """A text on the way to its readings."""

    tokens: Tokens
    today: dt.date
    zone: str | None
    conventions: Conventions
    found: list[tuple[Mention, Found]]
    readings: list[Reading | None]


def core_of(reference: Reference) -> Reference:
    """The first day of a reference, which decides where it stands."""
    match reference:
        case At(day, _) | Deadline(_, day):
            return core_of(day)
        case Span(first, _):
            return first
        case DaySet(days) | Either(days):
            return days[0]
        case Length(_, start) if start is not None:
            return start
        case Counted(_, base):
            return core_of(base)
        case _:
            return reference


def ranked(reference: Reference) -> bool:
    """Whether a convention ranks the candidates, so that the first is preferred where several stand."""
    match core_of(reference):
        case OnWeekday(_, Which.LAST | Which.THIS) | CalendarDay(weekday=None) | DayOfMonth() | InMonth():
            return True
        case Window(Unit.WEEKEND, shift):
            return shift == 0
        case Window():
            return True
        case _:
            return False

"""The day of publication as the text itself states it: a label, a dateline, a line with a date and nothing else.

A labelled day and that of a dateline are stated. A date that stands alone may be that of the event; it is offered, and
counts only where the file was made or saved on that day. Days without a year are left to whoever reads the text.
"""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import evolve

from diplocal import phrases
from diplocal.errors import PhraseError
from diplocal.intake.document import Document, Stated
from diplocal.intake.moments import Moment, distinct, same_day, settle
from diplocal.languages.en.documents import PUBLISHED
from diplocal.when import WEEKDAYS, At, CalendarDay, Clock

_HEAD, _FOOT = 12, 6
"""Lines at the top and at the end, empty ones not counted, in which a text says when it was published."""
_LONGEST = 120
_MOST_SHOWN = 5

_DATELINE = re.compile(
    r"(?P<town>[^\W\d_][^\d|:]{1,40}?),?\s+\(?(?P<day>[^|()]{6,28}?\b\d{4})\)?\s*(?:\([^()]{1,30}\)\s*)?(?:[–—/]|-{1,2}\s)"
)
_PARTS = re.compile(r"\s*(?:[|•·\t]|\s[–—-]\s)\s*")
_TOWN = re.compile(r"[^\W\d_][^\d|,:]{1,30},\s+(?=\S)")
_WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
_AROUND = " \t\r*_#()[]"


def with_stated_day(document: Document) -> Document:
    """Add the day of publication that the text states, where the document says none outside of its text."""
    if document.published:
        return document
    lines = _lines(document.text)
    stated, open_ = settle([*_stated(lines)])
    alone = [*_alone(lines)]
    if stated is None and not open_:
        stated = next((both for one in alone if (both := _confirmed(one, document))), None)
    shown = () if stated else distinct([*open_, *alone, *document.shown])[:_MOST_SHOWN]
    return evolve(document, published=stated, shown=shown)


def _lines(text: str) -> list[tuple[int, str]]:
    """Number the lines of the head and the foot, from 1."""
    filled = [(number, line.strip(_AROUND)) for number, line in enumerate(text.split("\n"), 1) if line.strip(_AROUND)]
    return filled if len(filled) <= _HEAD + _FOOT else [*filled[:_HEAD], *filled[-_FOOT:]]


def _stated(lines: list[tuple[int, str]]) -> Iterator[Stated[Moment]]:
    for number, line in lines:
        if len(line) <= _LONGEST and (found := PUBLISHED.match(line)) and (moment := _moment(found["day"])):
            yield Stated(moment, f"line {number}, '{_short(line)}'", number)
        elif (found := _DATELINE.match(line)) and (moment := _moment(found["day"])):
            yield Stated(moment, f"the dateline in line {number}", number)


def _alone(lines: list[tuple[int, str]]) -> Iterator[Stated[Moment]]:
    """Give the dates that stand alone; one with its weekday is the heading of an agenda's day, or may be."""
    for number, line in lines:
        for part in _PARTS.split(line) if len(line) <= _LONGEST else ():
            town = _TOWN.match(part)
            if _WEEKDAY.match(part) is None and (moment := _moment(part[town.end() :] if town else part)):
                yield Stated(moment, f"line {number}, '{_short(line)}'", number)


def _confirmed(one: Stated[Moment], document: Document) -> Stated[Moment] | None:
    for other in document.shown:
        if same_day(one.value, other.value):
            return Stated(one.value, f"{one.where}, and {other.where}", one.line)
    return None


def _moment(words: str) -> Moment | None:
    """Read words that are a date with its year, and nothing else but a time of day."""
    try:
        said = phrases.parse(words.strip(_AROUND + ".,;"))
    except PhraseError:
        return None
    day, time = (said.day, said.time) if isinstance(said, At) else (said, None)
    if not isinstance(day, CalendarDay) or day.year is None:
        return None
    try:
        date = dt.date(day.year, day.month, day.day)
    except ValueError:
        return None
    if day.weekday is not None and date.weekday() != day.weekday:
        return None
    return dt.datetime.combine(date, time.time) if isinstance(time, Clock) and time.zone is None else date


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39]}…"

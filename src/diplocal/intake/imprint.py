"""When a text was published and by whom, as it says so itself: a label, a dateline, a letterhead.

A labelled day and that of a dateline are stated. A date that stands alone may be that of the event; it is offered, and
counts only where the file was made or saved on that day. Days without a year are left to whoever reads the text.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve

from diplocal import phrases
from diplocal.errors import PhraseError
from diplocal.intake.document import Document, Stated
from diplocal.intake.moments import Moment, distinct, same_day, settle
from diplocal.languages.language import Documents, Language
from diplocal.when import At, CalendarDay, Clock

_LONGEST_DAY, _LONGEST_NAME = 120, 90
"""Characters of a line that says when, or by whom."""
_MOST_SHOWN = 5

_DATELINE = re.compile(
    r"(?P<town>[^\W\d_][^\d|:]{1,40}?),?\s+\(?(?P<day>[^|()]{6,28}?\b\d{4})\)?\s*(?:\([^()]{1,30}\)\s*)?(?:[–—/]|-{1,2}\s)"
)
_PARTS = re.compile(r"\s*(?:[|•·\t]|\s[–—-]\s)\s*")
_TOWN = re.compile(r"[^\W\d_][^\d|,:]{1,30},\s+(?=\S)")
_AROUND = " \t\r*_#()[]"
_FIGURE = re.compile(r"\d")

_Lines: TypeAlias = list[tuple[int, str]]
"""Lines with their numbers, from 1, without the marks around them."""


def with_imprint(document: Document, language: Language) -> Document:
    """Add the day and the publisher that the text states, where the document says none outside of its text."""
    lines = [(number, line.strip(_AROUND)) for number, line in enumerate(document.text.split("\n"), 1)]
    filled = [(number, line) for number, line in lines if line]
    if document.published is None:
        document = _with_day(document, _ends(filled, 12, 6), language)
    if document.publisher is None:
        document = evolve(document, publisher=next(_publishers(_ends(filled, 5, 5), language.documents()), None))
    return document


def _ends(lines: _Lines, head: int, foot: int) -> _Lines:
    return [*lines[:head], *lines[max(head, len(lines) - foot) :]]


def _with_day(document: Document, lines: _Lines, language: Language) -> Document:
    stated, open_ = settle([*_stated_days(lines, language)])
    alone = [*_days_alone(lines, language)]
    if stated is None and not open_:
        stated = next((both for one in alone if (both := _confirmed(one, document))), None)
    shown = () if stated else distinct([*open_, *alone, *document.shown])[:_MOST_SHOWN]
    return evolve(document, published=stated, shown=shown)


def _stated_days(lines: _Lines, language: Language) -> Iterator[Stated[Moment]]:
    published = language.documents().published
    for number, line in lines:
        found = published.match(line) if len(line) <= _LONGEST_DAY else None
        if found and (moment := _moment(found["day"], language)):
            yield Stated(moment, f"line {number}, '{_short(line)}'", number)
        elif (found := _DATELINE.match(line)) and (moment := _moment(found["day"], language)):
            yield Stated(moment, f"the dateline in line {number}", number)


def _days_alone(lines: _Lines, language: Language) -> Iterator[Stated[Moment]]:
    """Give the dates that stand alone; one with its weekday is the heading of an agenda's day, or may be."""
    weekday = language.documents().weekday
    for number, line in lines:
        for part in _PARTS.split(line) if len(line) <= _LONGEST_DAY else ():
            town = _TOWN.match(part)
            if weekday.match(part) is None and (moment := _moment(part[town.end() :] if town else part, language)):
                yield Stated(moment, f"line {number}, '{_short(line)}'", number)


def _confirmed(one: Stated[Moment], document: Document) -> Stated[Moment] | None:
    for other in document.shown:
        if same_day(one.value, other.value):
            return Stated(one.value, f"{one.where}, and {other.where}", one.line)
    return None


def _moment(words: str, language: Language) -> Moment | None:
    """Read words that are a date with its year, and nothing else but a time of day."""
    try:
        read = phrases.parse(words.strip(_AROUND + ".,;"), language)
    except PhraseError:
        return None
    day, time = (read.day, read.time) if isinstance(read, At) else (read, None)
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


def _publishers(lines: _Lines, words: Documents) -> Iterator[Stated[str]]:
    short = [(number, line) for number, line in lines if len(line) <= _LONGEST_NAME]
    for number, line in short:
        if found := words.published_by.fullmatch(line):
            yield Stated(_as_name(found["name"], words), f"line {number}", number)
    for number, line in short:
        name = line.partition(",")[0]
        if line[-1] not in ".!?" and not _FIGURE.search(line) and _is_office(name, words):
            yield Stated(_as_name(name, words), f"line {number}", number)


def _is_office(name: str, words: Documents) -> bool:
    """Tell whether words are the name of an office: no sentence, and nothing that happens."""
    written = name[:1].isupper() and all(word[0].isupper() or word in words.small_in_names for word in name.split())
    return written and words.office.fullmatch(name) is not None and words.no_office.search(name) is None


def _as_name(said: str, words: Documents) -> str:
    """Write a name that is all in capitals as it stands in running text."""
    name = said.strip(" .,;:")
    if not name.isupper():
        return name
    small = [word.lower() if word.lower() in words.small_in_names else word.capitalize() for word in name.split()]
    return " ".join([small[0].capitalize(), *small[1:]])

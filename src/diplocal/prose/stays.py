"""The visit whose days are counted: "on the second day (of the visit)"."""

import datetime as dt

from attrs import evolve

from diplocal.languages.en import words
from diplocal.prose.events import guessed, main_event
from diplocal.prose.page import Page, superseded
from diplocal.reading import Kind, Reading
from diplocal.when import DaySet, Deadline, NthDay, Side


def stay_of(page: Page, number: int) -> Reading | None:
    """The visit whose days are counted: the one that is named, the last one told, or what begins on a day beside it."""
    stay = _named_days(page, number) or _last_stay(page, number)
    if stay is not None:
        return stay
    opening = _beside(page, number) or main_event(page, number)
    core = page.cores[number]
    if opening is None or not isinstance(core, NthDay) or core.number < 1:
        return None
    return evolve(opening, end=max(opening.end, opening.start + dt.timedelta(core.number - 1)))


def _last_stay(page: Page, number: int) -> Reading | None:
    """The last span of days, or the last day up to an "until"; of days in a row, only where there is no other span."""
    until = days = None
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or isinstance(page.cores[other], NthDay) or superseded(found):
            continue
        if page.found[number][0].cue.side is Side.AHEAD and reading.end < page.today:
            continue
        if reading.kind is Kind.SPAN and not isinstance(found.reference, DaySet):
            return guessed(reading) if _another_span(page, other, reading) else reading
        if reading.kind is Kind.SPAN and days is None:  # "on the 29th and 30th" may be days of the visit
            days = reading
        if until is not None and reading.kind is Kind.DAY and reading.start < until.end:
            return evolve(reading, end=until.end)
        if isinstance(found.reference, Deadline):
            until = reading
    return days


def _named_days(page: Page, number: int) -> Reading | None:
    """The days of the event that is named ("the first day of the Assembly"), where their own sentence names it."""
    place, w = page.found[number][1], page.tokens.words
    noun = next((word for word in w[place.begin : place.end] if word in words.VISITS), None)
    for other in page.before(number) if noun is not None else ():
        there, reading = page.found[other][1], page.readings[other]
        if reading is not None and reading.kind is Kind.SPAN and noun in w[there.left : there.begin]:
            return reading
    return None


def _another_span(page: Page, number: int, reading: Reading) -> bool:
    """Whether other days before could be meant as well ("in Turkey from 27 to 30 and in Lebanon from 30 to 2")."""
    return any(
        stay is not None and stay.kind is Kind.SPAN and stay.start != reading.start and stay.start >= page.today
        for stay in (page.readings[other] for other in page.before(number))
    )


def _beside(page: Page, number: int) -> Reading | None:
    """The day that the same sentence names before "on day two"; never surer than preferred."""
    mention = page.found[number][0]
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if found.sentence != mention.sentence:
            return None
        if reading is not None and reading.kind is Kind.DAY and reading.end >= page.today and not found.cue.report:
            return guessed(reading)
    return None

"""Every date that a reference of a text can mean: by its own rule, and where the readings beside it lead farther."""

import datetime as dt
from collections.abc import Iterator
from itertools import chain
from typing import Final

from diplocal import rules
from diplocal.errors import ReadingError
from diplocal.evidence.facts import country_of_figures
from diplocal.evidence.neighbours import is_beyond
from diplocal.evidence.page import MEMORY, NAMED_BY_WEEKDAY, Page
from diplocal.reading import Candidate, Kind, say_dates, say_day
from diplocal.rules import Anchor, Candidates
from diplocal.when import CalendarDay, DayOfMonth, FromToday, InFigures, OnFeast, OnWeekday, Which

AFTER_LEG: Final = "weekday-after-leg"
# How far back a day that another one leads to may stand in the text, in references.
_NEAR: Final = 3
_DAY: Final = dt.timedelta(1)
# How far a reading must lie for a weekday beside it to lie beyond the six days.
_AWAY: Final = 3
_MONTH: Final = dt.timedelta(31)
_HALF_A_YEAR: Final = dt.timedelta(190)
_WHERE: Final = {-_HALF_A_YEAR: "before", _HALF_A_YEAR: "after"}


def possible(page: Page, number: int) -> Candidates:
    """Every date that a reference can mean; none where it denotes no date."""
    core = page.cores[number]
    anchor = Anchor(page.today, None, country_of_figures(core, page.zone))
    try:
        found = rules.candidates(page.mentions[number].reference, anchor, page.conventions)
    except ReadingError:
        return ()
    counted = page.kinds[number].startswith("counted") and not isinstance(core, (OnFeast, CalendarDay))
    if isinstance(core, FromToday) and not counted:
        return _from_today(page, number, found)
    if rules.contradicted(found) or counted:
        return found
    match core:
        case OnWeekday(_, Which.BARE, None):
            return _on_weekday(page, number, found)
        case DayOfMonth(of_month=None):
            near = tuple([c for c in found if abs(c.start - page.today) <= _MONTH])
            return _and(near or found, _led_to(page, number, near or found))
        case OnFeast(_, None, None) | CalendarDay(_, _, None, _, None):
            return _of_a_year(page, number, found)
        case InFigures():  # of two readings, the day on which they are printed
            return tuple([c for c in found if c.start == page.today]) or found
        case _:
            return found


def _of_a_year(page: Page, number: int, found: Candidates) -> Candidates:
    """The days of a date without a year; so near that no other year is meant, whatever the verb says, one alone."""
    is_near = abs(found[0].start - page.today) <= _MONTH and not _told_years(page, number)
    return found if is_near else _and(found, _in_other_years(page, number))


def _from_today(page: Page, number: int, found: Candidates) -> Candidates:
    """The days of "today (Sunday)", which a text that was written the day before publication means by it."""
    if rules.contradicted(found):
        eve = page.today - _DAY
        return tuple(_counted_from(page, number, eve, "the day before publication, as its weekday tells")) or found
    return _and(found, _when_spoken(page, number))


def _on_weekday(page: Page, number: int, found: Candidates) -> Candidates:
    """The days of a bare weekday; "later on Thursday" is the day of writing, which is that of publication or before."""
    if page.tokens.words[page.places[number].begin] in page.language.vocabulary.of_the_day:
        written = tuple([c for c in found if -1 <= (c.start - page.today).days <= 0])
        if written:
            return written
    near = tuple([c for c in found if not is_beyond(page, c) or _is_led_to(page, number, c)])
    kept = near if len(near) > 1 else found
    return _and(kept, chain(_led_to(page, number, kept), _planned(page, number)))


def _planned(page: Page, number: int) -> Iterator[Candidate]:
    if (planned := page.programme.get(number)) is not None:
        yield planned


def _and(found: Candidates, more: Iterator[Candidate]) -> Candidates:
    for candidate in more:
        if not _is_among(candidate, found):
            found = (*found, candidate)
    return found


def _is_among(candidate: Candidate, found: Candidates) -> bool:
    """Whether a candidate's dates are found already."""
    return any(candidate.start == one.start and candidate.end == one.end for one in found)


def _renamed(candidate: Candidate, rule: str, why: str) -> Candidate:
    """The same dates by another rule."""
    return Candidate(candidate.start, candidate.end, rule, why, candidate.kind)


def again(page: Page, number: int, day: dt.date) -> Candidates:
    """What a reference can mean by its own rule, read from another day; nothing where it denotes no date."""
    try:
        return rules.candidates(page.mentions[number].reference, Anchor(day), page.conventions)
    except ReadingError:
        return ()


def _is_led_to(page: Page, number: int, candidate: Candidate) -> bool:
    """Whether a day beyond the six that news names by their weekday lies in a window or visit beside it, or goes on.

    It goes on where it lies within six days behind the day before it in the text, or before the day behind it.
    Source: AP Stylebook, "days of the week" (within seven days before or after the current date).
    """
    day = candidate.start
    for other in range(max(0, number - MEMORY), min(len(page.readings), number + 2)):
        reading = page.readings[other]
        if reading is None or page.reports[other] or other == number:
            continue
        start, end = reading.start, reading.end
        if start <= day <= end:
            return True
        if reading.kind is Kind.WINDOW or max((end - page.today).days, (page.today - start).days) < _AWAY:
            continue
        if 0 <= ((day - end).days if other < number else (start - day).days) <= NAMED_BY_WEEKDAY:
            return True
    return False


def _led_to(page: Page, number: int, found: Candidates) -> Iterator[Candidate]:
    """The first such day from each reading before it on, and those in a window beside it; but what is found already."""
    for other in range(number - 1, max(-1, number - 1 - _NEAR), -1):
        reading = page.readings[other]
        if reading is None or reading.end - reading.start > _MONTH:
            continue
        for candidate in again(page, number, reading.start):
            if candidate.start >= reading.start:
                if not _is_among(candidate, found):
                    why = f"the first such day from {say_dates(reading.start, reading.end)} on"
                    yield _renamed(candidate, AFTER_LEG, why)
                break
    if number + 1 < len(page.readings):
        reading = page.readings[number + 1]
        if reading is not None and reading.kind is Kind.WINDOW and reading.end - reading.start <= _MONTH:
            yield from _inside(page, number, reading)


def _inside(page: Page, number: int, window: Candidate) -> Iterator[Candidate]:
    why = f"the one in {say_dates(window.start, window.end)}"
    for candidate in again(page, number, window.start):
        if window.start <= candidate.start <= window.end:
            yield _renamed(candidate, "weekday-of-week", why)


def _in_other_years(page: Page, number: int) -> Iterator[Candidate]:
    """The same date on the other side of the publication, and in the years that the text names beside it."""
    for days in (-_HALF_A_YEAR, _HALF_A_YEAR):
        for candidate in again(page, number, page.today + days):
            if not rules.contradicted((candidate,)):
                why = f"the nearest such date {_WHERE[days]} {say_day(page.today)}"
                yield _renamed(candidate, candidate.rule, why)
    for year in _told_years(page, number):
        for candidate in again(page, number, dt.date(year, 7, 1)):
            if candidate.start.year == year and not rules.contradicted((candidate,)):
                yield _renamed(candidate, "told-year", f"in {year}, the year that the text names")


def _told_years(page: Page, number: int) -> list[int]:
    """The years of the dates beside a reference, other than that of publication."""
    near = range(max(0, number - _NEAR), min(len(page.cores), number + _NEAR + 1))
    cores = [page.cores[other] for other in near]
    told = [core.year for core in cores if isinstance(core, CalendarDay) and core.year is not None]
    return [year for year in dict.fromkeys(told) if year != page.today.year]


def _when_spoken(page: Page, number: int) -> Iterator[Candidate]:
    """The day counted from that on which a quotation was spoken ("'Tomorrow,' she had said on Tuesday").

    Where the text doesn't say when, that may be the day before the publication.
    """
    if not page.is_quoted(number):
        return
    for other in (number + 1, number - 1):
        reading = page.readings[other] if 0 <= other < len(page.readings) else None
        if reading is None or reading.start != reading.end or page.is_quoted(other):
            continue
        if page.reports[other] and reading.start < page.today:
            yield from _counted_from(page, number, reading.start, "when it was said")
    yield from _counted_from(page, number, page.today - _DAY, "if it was said then")


def _counted_from(page: Page, number: int, day: dt.date, when: str) -> Iterator[Candidate]:
    """What words such as "tomorrow (Friday)" come to from another day, unless the weekday beside is another one."""
    for candidate in again(page, number, day):
        if not rules.contradicted((candidate,)):
            yield _renamed(candidate, "counted-from-saying", f"counted from {say_day(day)}, {when}")

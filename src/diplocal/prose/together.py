"""Read the references of a text together: windows, legs, chains and cues settle what one alone leaves open.

First what needs nothing else (full dates, "tomorrow", "next week"), then the rest in the order of the text, at last
what hangs on another date of its sentence or has no cue of its own. Every candidate that falls is excluded by a clue,
which says why.
"""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from diplocal import rules
from diplocal.constraints import decide, narrow, only, ranked
from diplocal.errors import ReadingError
from diplocal.phrases import verbs
from diplocal.phrases.finder import find_in
from diplocal.phrases.tokens import Tokens
from diplocal.prose.alone import country_of_figures
from diplocal.prose.bases import base_of, is_chained
from diplocal.prose.events import apposed, names_event
from diplocal.prose.evidence import clues
from diplocal.prose.itinerary import after_legs, is_the_week
from diplocal.prose.page import Page
from diplocal.prose.venues import said_time, spots
from diplocal.reading import Alternative, Certainty, Conventions, Finding, Kind, Reading, say_dates, say_day
from diplocal.rules.arithmetic import distinct
from diplocal.when import (
    About,
    At,
    CalendarDay,
    Chained,
    Coming,
    FromToday,
    InMonth,
    InPart,
    InYear,
    OnWeekday,
    Side,
    Unit,
    WeekendOf,
    WeekOf,
    Window,
)


def read_text(
    text: str,
    *,
    published: dt.date | dt.datetime,
    zone: str | None,
    conventions: Conventions,
) -> tuple[Finding, ...]:
    """Do what `prose.read_text` says."""
    today = rules.publication_day(published, zone)
    try:
        return _read_page(text, today, zone, conventions)
    except OverflowError:
        raise rules.beyond_the_calendar(published) from None


def _read_page(text: str, today: dt.date, zone: str | None, conventions: Conventions) -> tuple[Finding, ...]:
    tokens = Tokens(text)
    found = find_in(tokens)
    page = Page(
        tokens=tokens,
        today=today,
        zone=zone,
        conventions=conventions,
        found=found,
        spots=spots(tokens, dict.fromkeys([(place.left, place.right) for _, place in found])),
    )
    for number in _order(page):
        page.readings[number] = _read(page, number)
    return tuple(
        Finding(mention, reading)
        for number, ((mention, _), reading) in enumerate(zip(page.found, page.readings, strict=True))
        if reading is not None
    )


# --- the order of reading ---------------------------------------------------------------------------------------------


def _order(page: Page) -> list[int]:
    """What stands alone first, then the rest in the order of the text, then what hangs on others."""
    stages = list[int]()
    for number in range(len(page.found)):
        stages.append(_stage(page, number, stages[-1] if stages else 0))
    return sorted(range(len(stages)), key=stages.__getitem__)


def _stage(page: Page, number: int, before: int) -> int:
    """When a reference is read; `before` is when the one that stands before it is."""
    mention, core = page.found[number][0], page.cores[number]
    if is_chained(core):
        return 2 if names_event(page, number) else 1 if before < 2 else 4
    if _is_quoted(page, number):
        return 2
    if number and is_the_week(page, number) and page.found[number - 1][0].sentence == mention.sentence:
        return 1  # it may follow a leg
    if isinstance(core, _ALONE) or (isinstance(core, OnWeekday) and core.week is not None):
        return 0
    if mention.cue.link is not None:
        return 2
    return 1 if mention.cue.side is not None else 3


_ALONE = CalendarDay | FromToday | InMonth | InYear | About | Coming | WeekOf | WeekendOf | Window


# --- one reference ----------------------------------------------------------------------------------------------------


def _read(page: Page, number: int) -> Reading | None:
    if is_chained(page.cores[number]):
        return _read_chained(page, number)
    return _read_from(page, number, _told_month(page, number))


def _told_month(page: Page, number: int) -> Reading | None:
    """The day of another month that "the second half of the month" follows in its sentence."""
    mention, core = page.found[number][0], page.cores[number]
    if not isinstance(core, Window) or core.unit is not Unit.MONTH or not mention.text.endswith("the month"):
        return None
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if found.sentence != mention.sentence:
            return None
        if reading is not None and not found.cue.report and reading.kind is not Kind.WINDOW:
            return reading
    return None


def _read_chained(page: Page, number: int) -> Reading | None:
    if again := apposed(page, number):
        return evolve(
            again,
            zone=said_time(page, number).zone,
            rule="apposition",
            why=f"said once more of {say_dates(again.start, again.end)}",
        )
    base = base_of(page, number)
    reading = _read_from(page, number, base)
    return _inherit(page, number, reading, base) if reading and base else reading


def _read_from(page: Page, number: int, base: Reading | None) -> Reading | None:
    """Read a reference that counts from `base`, or from the publication; ``None`` where it denotes no date."""
    try:
        days = (base.start, base.end) if base else None
        anchor = rules.Anchor(_nearest_to(page, number), days, country_of_figures(page.cores[number], page.zone))
        reference = page.found[number][0].reference
        if base and isinstance(reference, Window):
            reference = evolve(reference, chained=True)
        candidates = rules.candidates(reference, anchor, page.conventions)
        candidates = distinct(candidates + after_legs(page, number, candidates))
    except ReadingError:
        return None
    said = said_time(page, number)
    if len(candidates) == 1:
        return _doubted(page, number, only(candidates[0], said))
    narrowed = narrow(candidates, clues(page, number, candidates))
    return decide(narrowed, prefer_first=ranked(page.cores[number]), said=said)


_HALF_A_YEAR = dt.timedelta(183)
# So near, a date that its verb contradicts is a slip of the tense rather than a year away.
_NEAR = dt.timedelta(30)


def _nearest_to(page: Page, number: int) -> dt.date:
    """The day from which a year that isn't said is the nearest: "had opened on 2 December" is never ahead.

    Nor is "will open" back; a present may be ("the idea goes back to a visit on 26 April").
    """
    if _is_quoted(page, number):
        told = page.readings[number + 1]
        return told.start if told is not None and told.start < page.today else page.today
    other = _other_half(page, number)
    cue = page.found[number][0].cue
    if cue.side is Side.AHEAD and _EXPLICIT.isdisjoint(cue.words.split()):
        return page.today
    return other or page.today


_EXPLICIT = verbs.FUTURE | {"to"}


def _other_half(page: Page, number: int) -> dt.date | None:
    """The day from which another year is the nearest, where the verb speaks against the year that is."""
    mention, core = page.found[number][0], page.cores[number]
    if not mention.cue.firm or not isinstance(core, CalendarDay) or (core.year, core.of_year) != (None, None):
        return None
    nearest = rules.candidates(core, rules.Anchor(page.today), page.conventions)[0].start - page.today
    ahead = mention.cue.side is Side.AHEAD
    if abs(nearest) <= _NEAR or (nearest > _NEAR) is ahead:
        return None
    return page.today + _HALF_A_YEAR if ahead else page.today - _HALF_A_YEAR


def _doubted(page: Page, number: int, reading: Reading) -> Reading:
    """A date that a verb in the present contradicts is no more than preferred."""
    other = _other_half(page, number)
    if other is None or (reading.start < page.today) is (page.found[number][0].cue.side is Side.BACK):
        return reading
    reference = page.found[number][0].reference
    year = rules.candidates(reference, rules.Anchor(other), page.conventions)[0]
    return evolve(reading, certainty=Certainty.PREFERRED, alternatives=[Alternative(year.start, year.end, year.why)])


def _is_quoted(page: Page, number: int) -> bool:
    """Whether "tomorrow" stands in a quotation whose day is told behind it ("'Tomorrow,' she had said on Tuesday")."""
    if not isinstance(page.cores[number], FromToday) or number + 1 == len(page.found):
        return False
    (mention, _), (told, _) = page.found[number], page.found[number + 1]
    in_quotes = told.cue.report and not verbs.QUOTES.isdisjoint(page.between(number, number + 1))
    return in_quotes and told.sentence == mention.sentence and isinstance(page.cores[number + 1], OnWeekday)


def _loosely(page: Page, number: int, reading: Reading) -> Reading:
    """What belongs only weakly to a day that another sentence spoke of.

    A part of the day alone ("in the afternoon"), and what was wished for then ("urged him to meet that day"). So does a
    day of what came before ("after the talks with Modi the day before").
    """
    mention = page.found[number][0]
    part = isinstance(mention.reference, At) and isinstance(mention.reference.time, InPart)
    wished = mention.cue.words.startswith("to ")
    before = [page.found[other][0] for other in page.before(number)]
    near = any(m.sentence == mention.sentence and not m.cue.report for m in before)
    sure = reading.certainty is Certainty.CERTAIN
    if sure and number and mention.cue.side is Side.AHEAD and "after" in page.between(number - 1, number):
        return evolve(reading, certainty=Certainty.PREFERRED)
    if sure and (part or wished) and not near and page.cores[number] == Chained(0):
        return evolve(reading, certainty=Certainty.PREFERRED)
    return reading


def _inherit(page: Page, number: int, reading: Reading, base: Reading) -> Reading:
    """A chained date is no surer than the date it counts from; what else it may count from is listed."""
    sure = reading.certainty is Certainty.CERTAIN
    if sure and base.certainty is not Certainty.CERTAIN:
        reading = evolve(reading, certainty=base.certainty)
    reading = _loosely(page, number, reading)
    if not sure or reading.certainty is Certainty.CERTAIN:
        return reading
    shift, length = reading.start - base.start, reading.end - reading.start
    days = {other.start: other.why for other in base.alternatives} or dict(_other_days(page, number, shift))
    days.pop(base.start, None)
    others = [Alternative(day + shift, day + shift + length, f"counted from it: {why}") for day, why in days.items()]
    return evolve(reading, alternatives=others if base.alternatives else others[:_TOLD])


# Of the days that words may count from, those a reader would have thought of.
_TOLD = 2


def _other_days(page: Page, number: int, shift: dt.timedelta) -> Iterator[tuple[dt.date, str]]:
    """The days that the text names before a reference, nearest first, and at last the day of publication.

    A day from which its verb keeps it is left out.
    """
    cue = page.found[number][0].cue
    keeps = cue.firm and cue.side
    for other in page.before(number):
        reading = page.readings[other]
        if reading is None or reading.kind is Kind.WINDOW or page.found[other][0].cue.report:
            continue
        if not keeps or (reading.start + shift >= page.today) is (keeps is Side.AHEAD):
            yield reading.start, f"the text names {say_dates(reading.start, reading.end)}"
    if not keeps or shift == _NO_DAYS or (shift > _NO_DAYS) is (keeps is Side.AHEAD):
        yield page.today, f"published on {say_day(page.today)}"


_NO_DAYS = dt.timedelta()

"""Read the references of a text together: windows, legs, chains and cues settle what one alone leaves open.

First what needs nothing else (full dates, "tomorrow", "next week"), then the rest in the order of the text, at last
what hangs on another date of its sentence or has no cue of its own. Every candidate that falls is excluded by a clue,
which says why.
"""

import datetime as dt

from attrs import evolve

from diplocal import rules
from diplocal.constraints import core_of, decide, narrow, only, ranked
from diplocal.errors import ReadingError
from diplocal.phrases.finder import find_in
from diplocal.phrases.tokens import Tokens
from diplocal.prose.bases import apposed, base_of, is_chained, names_event
from diplocal.prose.evidence import clues
from diplocal.prose.itinerary import after_legs
from diplocal.prose.page import Page
from diplocal.prose.venues import said_time, spots
from diplocal.reading import Certainty, Conventions, Finding, Kind, Reading, say_dates
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
    zone: str | None = None,
    conventions: Conventions = rules.DEFAULT,
) -> tuple[Finding, ...]:
    """Find every reference in a text and read them together.

    Args:
        text: the announcement or report, any Unicode.
        published: when it was published; of an aware date-time, the day in `zone` counts.
        zone: IANA zone of the dateline.
        conventions: how to read words on which usage differs.

    Returns:
        The findings in the order of the text. A reference that counts from something the text doesn't date is left out.

    Raises:
        ReadingError: the zone does not exist.
    """
    today = rules.publication_day(published, zone)
    tokens = Tokens(text)
    found = find_in(tokens)
    page = Page(
        tokens=tokens,
        today=today,
        zone=zone,
        conventions=conventions,
        found=found,
        cores=[core_of(mention.reference) for mention, _ in found],
        readings=[None] * len(found),
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
    if base := _told_month(page, number):
        return _read_from(page, number, base)
    return _read_from(page, number, None)


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
    return _loosely(page, number, _inherit(reading, base)) if reading and base else reading


def _read_from(page: Page, number: int, base: Reading | None) -> Reading | None:
    """Read a reference that counts from `base`, or from the publication; ``None`` where it denotes no date."""
    try:
        anchor = rules.Anchor(_nearest_to(page, number), (base.start, base.end) if base else None)
        reference = page.found[number][0].reference
        if base and isinstance(reference, Window):
            reference = evolve(reference, chained=True)
        candidates = rules.candidates(reference, anchor, page.conventions)
        candidates += after_legs(page, number, candidates)
    except ReadingError:
        return None
    said = said_time(page, number)
    if len(candidates) == 1:
        return only(candidates[0], said)
    narrowed = narrow(candidates, clues(page, number, candidates))
    return decide(narrowed, prefer_first=ranked(page.cores[number]), said=said)


_HALF_A_YEAR = dt.timedelta(183)
# So near, a date that its verb contradicts is a slip of the tense rather than a year away.
_NEAR = dt.timedelta(60)


def _nearest_to(page: Page, number: int) -> dt.date:
    """The day from which a year that isn't said is the nearest: "had opened on 2 December" is never ahead."""
    mention, core = page.found[number][0], page.cores[number]
    if not mention.cue.firm or not isinstance(core, CalendarDay) or core.year is not None:
        return page.today
    nearest = rules.candidates(core, rules.Anchor(page.today), page.conventions)[0].start - page.today
    ahead = mention.cue.side is Side.AHEAD
    if abs(nearest) <= _NEAR or (nearest > _NEAR) is ahead:
        return page.today
    return page.today + _HALF_A_YEAR if ahead else page.today - _HALF_A_YEAR


def _loosely(page: Page, number: int, reading: Reading) -> Reading:
    """A part of the day alone ("in the afternoon") belongs only weakly to a day that another sentence spoke of."""
    mention = page.found[number][0]
    part = isinstance(mention.reference, At) and isinstance(mention.reference.time, InPart)
    before = [page.found[other][0] for other in page.before(number)]
    near = any(m.sentence == mention.sentence and not m.cue.report for m in before)
    sure = reading.certainty is Certainty.CERTAIN
    if sure and part and not near and page.cores[number] == Chained(0):
        return evolve(reading, certainty=Certainty.PREFERRED)
    return reading


def _inherit(reading: Reading, base: Reading) -> Reading:
    """A chained date is no surer than the date it counts from."""
    if base.certainty is Certainty.CERTAIN or reading.certainty is not Certainty.CERTAIN:
        return reading
    shift = reading.start - base.start
    length = reading.end - reading.start
    others = tuple(
        evolve(other, start=other.start + shift, end=other.start + shift + length, why=f"counted from it: {other.why}")
        for other in base.alternatives
    )
    return evolve(reading, certainty=base.certainty, alternatives=others)

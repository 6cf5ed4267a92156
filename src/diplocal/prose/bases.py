"""What chained words count from: "that day", "the day after", "on the second day", "the day of the meeting"."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from diplocal.constraints import core_of
from diplocal.prose.page import Page
from diplocal.reading import Certainty, Kind, Reading
from diplocal.when import (
    Chained,
    ChainedWeekday,
    Deadline,
    NthDay,
    Side,
    Window,
)

# --- what chained words count from ------------------------------------------------------------------------------------


def base_of(page: Page, number: int) -> Reading | None:
    mention = page.found[number][0]
    core = core_of(mention.reference)
    if isinstance(core, NthDay):
        return _visit(page, number)
    if not (isinstance(core, Chained | ChainedWeekday) or (isinstance(core, Window) and core.chained)):
        return None
    back = mention.cue.side is Side.BACK
    if _of_the_event(page, number) and (event := _event(page, number)):
        return event
    for same_sentence, reports in ((True, back), (True, False), (False, False), (False, True)):
        for other in range(number - 1, -1, -1):
            found, reading = page.found[other][0], page.readings[other]
            if reading is None or (same_sentence and found.sentence != mention.sentence):
                continue
            if back and reading.start > page.today:
                continue
            earlier = core_of(found.reference)
            if isinstance(earlier, Chained) and earlier.days < 0:  # "the previous day" is an aside
                continue
            if not same_sentence and found.cue.words.startswith("had "):  # told before its time: background
                continue
            if (reports or not found.cue.report) and reading.end - reading.start <= dt.timedelta(31):
                return reading
    if isinstance(core, Chained) and core.days == 0:
        today = page.today
        return Reading(
            start=today, end=today, kind=Kind.DAY, certainty=Certainty.PREFERRED, rule="publication-day", why=""
        )
    return None


def _of_the_event(page: Page, number: int) -> bool:
    """Whether the words count from an event ("the day of the meeting"), not from a day."""
    w, end = page.tokens.words, page.found[number][1].end
    return w[end - 1] == "of" or (w[end - 1] in ("after", "before") and w[end] in ("the", "his", "her", "their"))


def _event(page: Page, number: int) -> Reading | None:
    """The date of what the text is about: its first date ahead that is no report's; never surer than preferred."""
    for (found, _), reading in zip(page.found[:number], page.readings[:number], strict=True):
        if reading is not None and not found.cue.report and reading.kind in (Kind.DAY, Kind.SPAN, Kind.MOMENT):
            if found.cue.side is not Side.BACK and reading.end >= page.today:
                certain = reading.certainty is Certainty.CERTAIN
                return evolve(reading, certainty=Certainty.PREFERRED) if certain else reading
    return None


def _visit(page: Page, number: int) -> Reading | None:
    """The visit whose days are counted: the last span of days, or the last day up to an "until"."""
    until = None
    for other in range(number - 1, -1, -1):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report:
            continue
        if reading.kind is Kind.SPAN:
            return reading
        if until is not None and reading.kind is Kind.DAY and reading.start < until.end:
            return evolve(reading, end=until.end)
        if isinstance(found.reference, Deadline):
            until = reading
    return None


def _before(page: Page, number: int) -> Iterator[Reading]:
    return (r for r in reversed(page.readings[:number]) if r is not None)

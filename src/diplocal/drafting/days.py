"""The days that stand over the items of a document, as dates."""

import datetime as dt
import re
from collections.abc import Sequence

from attrs import evolve

from diplocal.announcement.days import Dated
from diplocal.announcement.item import Item
from diplocal.errors import ReadingError
from diplocal.languages.language import Language
from diplocal.languages.notices import Notices
from diplocal.layout import Block, BlockKind
from diplocal.layout.heads import spelled
from diplocal.phrases import find
from diplocal.reading import Candidate, Certainty, Kind, Reading
from diplocal.rules import Anchor, candidates, contradicted
from diplocal.when import At, CalendarDay, DaySet, Deadline, NthDay, OnWeekday, Reference, Span, in_full

_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_BRACKETS = 3
"""Brackets of an item that may say how long it lasts."""
_LONGEST = dt.timedelta(60)
"""What a bracket says to last ends so soon."""
_LATE = dt.timedelta(7)
"""A programme may be read so long after its first day."""


def frame_of(blocks: Sequence[Block], today: dt.date, language: Language) -> tuple[dt.date, dt.date] | None:
    """Find the days that a document's title says it is about ("5-6 November 2025", "week beginning 2 March")."""
    found: tuple[dt.date, dt.date] | None = None
    for block in blocks:
        heads = [block.day.reference] if block.day and not block.text else []
        for said in [*heads, *(one.reference for one in find(block.text, language) if block.kind is BlockKind.TITLE)]:
            core = said.day if isinstance(said, At) else said
            if isinstance(core, Span | DaySet) and (read := read_day(core, today)):
                found = found or (read.reading.start, read.reading.end)
    return found


def read_day(
    reference: Reference,
    today: dt.date,
    frame: tuple[dt.date, dt.date] | None = None,
    before: dt.date | None = None,
) -> Dated | None:
    """Date a day that stands by itself.

    Args:
        reference: what the line says.
        today: the day of publication.
        frame: the days that the document is about.
        before: the day that stood there before it: a weekday alone is the next one after it.
    """
    if isinstance(reference, NthDay):
        if frame is None:
            return None
        day = frame[0] + dt.timedelta(reference.number - 1)
        nth = Candidate(day, day, "nth-day", "the day of that number of the document's days")
        return Dated(in_full(day, day), _reading(nth))
    try:
        found = candidates(reference, Anchor(today))
    except (ReadingError, OverflowError):
        return None
    chosen = _chosen(reference, found, today, frame, before)
    doubt = "the weekday and the date contradict each other" if contradicted(found) else ""
    return Dated(reference, _reading(chosen), doubt)


def lasting(item: Item, day: Dated, today: dt.date, notices: Notices) -> Item:
    """Let what stands under a day last as a bracket says: "(to 12 June)", "(Oslo, 8-9/06)".

    A date in figures is read in the order in which it lies soon after that day.
    """
    first = day.reading.start
    if item.time is not None or item.reading is None or item.reading.start < first:
        return item
    for bracket in _BRACKET.findall(item.raw)[:_BRACKETS]:
        said = notices.last_day.sub("", bracket)
        for order in (True, False):
            for one in find(spelled(said, notices.language.layout(), first=order), notices.language):
                core = one.reference.day if isinstance(one.reference, Deadline) else one.reference
                read = read_day(core, today, before=first)
                begins = read and (read.reading.start == first if said == bracket else read.reading.kind is Kind.DAY)
                if read and begins and first < read.reading.end < first + _LONGEST:
                    why = "as the words in brackets say"
                    span = Candidate(first, read.reading.end, "range", why, Kind.SPAN)
                    title = notices.tidy(item.title.replace(f"({bracket})", ""))
                    return evolve(item, title=title, reference=in_full(first, span.end), reading=_reading(span))
    return item


def _chosen(
    reference: Reference,
    found: Sequence[Candidate],
    today: dt.date,
    frame: tuple[dt.date, dt.date] | None,
    before: dt.date | None,
) -> Candidate:
    if frame and (inside := [one for one in found if frame[0] <= one.start and one.end <= frame[1]]):
        return inside[0]
    if isinstance(reference, OnWeekday):
        earliest = before or today
        day = earliest + dt.timedelta((reference.weekday - earliest.weekday()) % 7)
        return next((one for one in found if one.start == day), Candidate(day, day, "weekday-ahead", "the next one"))
    if isinstance(reference, CalendarDay) and reference.year:
        return found[0]
    ahead = [one for one in found if one.end >= today - _LATE]
    return min(ahead, key=lambda one: one.start) if ahead else found[0]


def _reading(one: Candidate) -> Reading:
    return Reading(start=one.start, end=one.end, kind=one.kind, certainty=Certainty.CERTAIN, rule=one.rule, why=one.why)

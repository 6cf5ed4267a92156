"""Read one phrase that stands alone, as an announcement's words would be read."""

import datetime as dt
from collections.abc import Iterator

from diplocal import rules
from diplocal.constraints import Clue, Said, Starts, core_of, decide, narrow, nearness, ranked
from diplocal.evidence.possible import country_of_figures
from diplocal.phrases import parse
from diplocal.reading import Conventions, Reading
from diplocal.when import At, ClockSpan, InFigures, Reference


def read_phrase(
    phrase: str,
    *,
    published: dt.date | dt.datetime,
    zone: str | None,
    conventions: Conventions,
) -> Reading:
    """Do what `prose.read_phrase` says."""
    reference = parse(phrase)
    today = rules.publication_day(published, zone)
    try:
        return _read(reference, today, zone, conventions)
    except OverflowError:
        raise rules.beyond_the_calendar(published) from None


def _read(reference: Reference, today: dt.date, zone: str | None, conventions: Conventions) -> Reading:
    anchor = rules.Anchor(today, country=country_of_figures(core_of(reference), zone))
    candidates = rules.candidates(reference, anchor, conventions)
    clues = [] if rules.contradicted(candidates) else list(_clues(reference, today, conventions))
    return decide(narrow(candidates, clues), prefer_first=ranked(reference), said=_said(reference, zone))


def _clues(reference: Reference, today: dt.date, conventions: Conventions) -> Iterator[Clue]:
    if within := nearness(reference, today):
        yield within
    if conventions.ahead is not None and not isinstance(core_of(reference), InFigures):
        yield side_clue(today, conventions.ahead)


def side_clue(today: dt.date, ahead: bool) -> Clue:
    """The convention on words without any cue, as a clue."""
    first, last = (today, None) if ahead else (None, today)
    return Starts(first, last, f"without a cue, the convention looks {'ahead' if ahead else 'back'}", hard=False)


def _said(reference: Reference, zone: str | None) -> Said:
    """The time that is said; "local" and unsaid zones are the dateline's."""
    time = reference.time if isinstance(reference, At) else None
    said = time.start.zone if isinstance(time, ClockSpan) else time.zone if time is not None else None
    return Said.of(time, zone if said is None or said == "local" else said)

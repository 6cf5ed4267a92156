"""Read one phrase that stands alone: nothing speaks for its dates but conventions."""

import datetime as dt
from collections.abc import Iterator

from diplocal import rules
from diplocal.evidence.choice import said_time, stated_zone
from diplocal.evidence.facts import Fact, apply_facts, country_of_figures, decide, is_in_order, nearness, starting
from diplocal.languages.language import Language
from diplocal.phrases import parse
from diplocal.reading import Conventions, Reading
from diplocal.when import InFigures, Reference, core_of


def read_phrase(
    phrase: str,
    *,
    published: dt.date | dt.datetime,
    zone: str | None,
    conventions: Conventions,
    language: str | Language,
) -> Reading:
    """Do what `prose.read_phrase` says."""
    reference = parse(phrase, language)
    today = rules.publication_day(published, zone)
    try:
        return _read(reference, today, zone, conventions)
    except OverflowError:
        raise rules.beyond_the_calendar(published) from None


def _read(reference: Reference, today: dt.date, zone: str | None, conventions: Conventions) -> Reading:
    anchor = rules.Anchor(today, country=country_of_figures(core_of(reference), zone))
    candidates = rules.candidates(reference, anchor, conventions)
    facts = () if rules.contradicted(candidates) else tuple(_facts(reference, today, conventions))
    said = said_time(reference, stated_zone(reference) or zone)
    return decide(apply_facts(candidates, facts), in_order=is_in_order(reference), said=said)


def _facts(reference: Reference, today: dt.date, conventions: Conventions) -> Iterator[Fact]:
    if within := nearness(reference, today):
        yield within
    ahead = conventions.ahead
    if ahead is not None and not isinstance(core_of(reference), InFigures):
        side = starting(first=today) if ahead else starting(last=today)
        why = f"a phrase alone is taken to look {'ahead' if ahead else 'back'}"
        yield Fact(side, why, is_convention=True)

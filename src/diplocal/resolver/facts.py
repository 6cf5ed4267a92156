"""What a programme says of the date of an entry: a settled date, the entries around it, its status."""

import datetime as dt
from collections.abc import Iterator
from typing import Final
from zoneinfo import ZoneInfo

from diplocal import rules
from diplocal.evidence.facts import Fact, holding, inside, nearness, reaching, starting
from diplocal.model import Session, VisitDay
from diplocal.reading import Kind, say_dates, say_day
from diplocal.resolver.node import Node

_DAY: Final = dt.timedelta(1)
_LONG_FLIGHT: Final = dt.timedelta(hours=10)
"""Clocks that are farther behind than this let a traveller land on the date before."""


def facts_of(node: Node) -> Iterator[Fact]:
    """What speaks for and against the dates of an entry."""
    entry = node.at.entry
    if entry.date is not None:
        span = (entry.date.start, entry.date.end or entry.date.start)
        unless = f"the date was settled as {say_dates(*span)}"
        yield Fact(holding(span), "", unless, settle="correct the date or the words")
    yield from _places_in_programme(node)
    if entry.date is None and len(node.candidates) > 1 and not rules.contradicted(node.candidates):
        yield from _own(node)


def _own(node: Node) -> Iterator[Fact]:
    """What the entry's own words and status say."""
    when, today = node.at.entry.when, node.today
    if when is None or today is None:
        return
    if not node.bound and (within := nearness(when, today)):
        yield within
    settle = "correct the words or the status, or settle it with date = ..."
    if node.at.entry.status.over:
        held = "what was held lies behind"
        behind = inside((dt.date.min, today))
        yield Fact(behind, held, f"it is after {say_day(today)}, and {held}", settle=settle)
        return
    planned = "what is planned lies ahead"
    why, unless = f"{planned} of {say_day(today)}", f"it is before {say_day(today)}, and {planned}"
    yield Fact(reaching(today), why, unless, settle=settle)
    yield Fact(starting(first=today), why, unless, is_convention=True)


def _places_in_programme(node: Node) -> Iterator[Fact]:
    """What the entries around it say: a visit holds its sessions, a part lies in its whole, days come in order."""
    for above in (node.parent, *node.holders):
        if above is not None and above.spans:
            yield _within(above)
    for below in (*node.children, *node.parts):
        if below.spans and not below.inherited and _placeable(node):
            lacking = f"it does not hold '{below.title}', {below.said}"
            yield Fact(holding(*below.spans), f"it holds '{below.title}'", lacking, settle=_TOLD_BELOW)
    for other in node.follows:
        if other.dated is not None:
            name = f"'{other.title}' on {other.said}"
            early = f"it is before {name}, which it follows"
            yield Fact(starting(first=other.dated.start), f"it follows {name}", early)
    before = node.before
    if before is not None and isinstance(node.at.entry, VisitDay):  # before a day there is no session
        yield from _after_the_day_before(node, before)


_TOLD_BELOW = ""  # where the session stands that lies outside


def _within(above: Node) -> Fact:
    if all(c.kind is Kind.DEADLINE for c in above.kept):
        late = f"it is after the deadline of '{above.title}', {above.said}"
        in_time = inside((dt.date.min, max(c.end for c in above.kept)))
        return Fact(in_time, f"'{above.title}' has a deadline, {above.said}", late)
    name = f"'{above.title}', {above.said}"
    return Fact(inside(*above.spans), f"it lies within {name}", f"it is outside {name}")


def _after_the_day_before(node: Node, before: Node) -> Iterator[Fact]:
    """Say that a visit's days come in order; a day that contradicts its visit says nothing about the next one."""
    if before.dated is None or before.ruled is None or before.ruled.contradictions:
        return
    start, why = before.dated.start, f"a visit's days are in order, after {before.said}"
    if _sets_clocks_back(before.zone, node.zone, start):
        start, why = start - _DAY, f"{why}, or on the date before it, where clocks are so far behind"
    yield Fact(starting(first=start), why)


def _sets_clocks_back(here: str | None, there: str | None, day: dt.date) -> bool:
    """Tell whether one who leaves on a day may arrive on the date before, as across the date line from the west."""
    if here is None or there is None:
        return False
    noon = dt.datetime.combine(day, dt.time(12))
    try:
        return noon.replace(tzinfo=ZoneInfo(there)) - noon.replace(tzinfo=ZoneInfo(here)) >= _LONG_FLIGHT
    except (KeyError, ValueError, OSError):  # no such zone, which is told where it stands
        return False


def _placeable(node: Node) -> bool:
    """Whether an entry's dates hold those of its sessions: a deadline bounds them, and a single session is no frame."""
    return not isinstance(node.at.entry, Session) and all(c.kind is not Kind.DEADLINE for c in node.candidates)

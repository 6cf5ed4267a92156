"""Every date that the words of an entry can mean: read from its publication, from other entries, within its visit."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from attrs import evolve

from diplocal import rules
from diplocal.errors import ReadingError
from diplocal.evidence.facts import country_of_figures
from diplocal.model import Event, Settled, VisitDay
from diplocal.reading import Candidate, Conventions, Kind, say_dates, say_day
from diplocal.resolver.node import Node
from diplocal.when import (
    CalendarDay,
    Chained,
    ChainedWeekday,
    DayOfMonth,
    NthDay,
    OnWeekday,
    Reference,
    Undated,
    Which,
    Window,
    core_of,
    is_chained,
)

SETTLED = "settled"
"""The rule of a date that the programme settles, where no words were read."""
_MONTH: Final = dt.timedelta(31)
_TWO_DAYS: Final = (dt.date(2000, 1, 1), dt.date(2011, 7, 20))


def candidates_of(node: Node, by_key: dict[str, Node], conventions: Conventions) -> tuple[Candidate, ...]:
    """What an entry's words can mean, best first; empty as long as what they count from has no date.

    Raises:
        ReadingError: they denote no date.
    """
    entry = node.at.entry
    when = entry.when
    if when is None or isinstance(when, Undated):
        return _settled_or_inherited(node, undated=isinstance(when, Undated))
    base = _base(node, core_of(when), by_key)
    if base is None and entry.date is not None and is_chained(core_of(when)):
        return _settled(entry.date, is_window=isinstance(core_of(when), Window))  # and so what the words count from
    if base is not None and base.dated is None:
        return ()
    days = (base.dated.start, base.dated.end) if base is not None and base.dated is not None else None
    day = node.today or (days[0] if days is not None else None)
    if day is None:
        return _without_publication(node, when, by_key, conventions)
    country = country_of_figures(core_of(when), node.dateline)
    return rules.candidates(when, rules.Anchor(day, days, country), conventions)


def _without_publication(
    node: Node, when: Reference, by_key: dict[str, Node], conventions: Conventions
) -> tuple[Candidate, ...]:
    """Read words that mean the same from any day, or else from a dated entry: the named one, or one of its own kin."""
    country = country_of_figures(core_of(when), node.dateline)
    first, second = (rules.candidates(when, rules.Anchor(day, country=country), conventions) for day in _TWO_DAYS)
    if [(c.start, c.end) for c in first] == [(c.start, c.end) for c in second]:
        return first
    named = node.at.entry.anchor
    for other in [by_key[named]] if named in by_key else _kin(node, by_key):
        if other.dated is not None:
            day = other.dated.start
            node.anchored_on = f"read from '{other.title}'"
            if named is not None:
                node.today = day
            found = rules.candidates(when, rules.Anchor(day), conventions)
            return tuple(evolve(c, why=f"near '{other.title}' on {say_day(day)}: {_plain(c)}") for c in found)
    return ()


def _settled_or_inherited(node: Node, *, undated: bool) -> tuple[Candidate, ...]:
    entry = node.at.entry
    if entry.date is not None:
        return _settled(entry.date)
    above = node.parent.dated if node.parent is not None else None
    if undated or above is None or above.kind not in (Kind.DAY, Kind.MOMENT):
        return ()
    node.inherited = True
    why = f"the day of '{node.parent.title}'" if node.parent is not None else ""
    return (Candidate(above.start, above.end, "day-of-parent", why),)


def _settled(date: Settled, *, is_window: bool = False) -> tuple[Candidate, ...]:
    start, end = date.start, date.end or date.start
    kind = Kind.WINDOW if is_window else Kind.DAY if start == end else Kind.SPAN
    return (Candidate(start, end, SETTLED, "the programme settles it", kind),)


def _base(node: Node, core: Reference, by_key: dict[str, Node]) -> Node | None:
    """The entry that chained words count from, where one is known: the named one, the visit, or the one before."""
    match core:
        case Chained(_, str() as key) | ChainedWeekday(_, _, str() as key) | NthDay(_, str() as key):
            return by_key.get(key)
        case NthDay():
            return next((above for above in _above(node) if isinstance(above.at.entry, Event)), None)
        case _:
            return node.before if is_chained(core) else None


def _above(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _plain(candidate: Candidate) -> str:
    return say_dates(candidate.start, candidate.end)


def _kin(node: Node, by_key: dict[str, Node]) -> Iterator[Node]:
    yield from node.children
    yield from node.holders
    yield from node.parts
    if node.parent is not None:
        yield node.parent
        yield from node.parent.children
    yield from node.follows
    yield from (other for child in node.children for other in child.holders)
    yield from (other for part in node.parts for other in [part.parent] if other is not None)
    entry = node.at.entry
    if not isinstance(entry, VisitDay):
        yield from (by_key[relation.to] for relation in entry.relations if relation.to in by_key)


def widen(node: Node, conventions: Conventions) -> None:
    """Give words that repeat, as a weekday does, what they mean in a visit that lies farther off, or settled there."""
    entry = node.at.entry
    if node.bound or entry.when is None or not _repeats(core_of(entry.when)):
        return
    if entry.date is not None:
        node.bound = True
        (settled,) = _settled(entry.date)
        _add(node, [settled for c in _meant_within(entry.when, settled, conventions) if c.end == settled.end])
        return
    for above in (node.parent, *node.holders):
        frame = above.dated if above is not None else None
        if frame is None or frame.end - frame.start > _MONTH or above is None:
            continue
        node.bound = True
        found = _meant_within(entry.when, frame, conventions)
        _add(node, [evolve(c, rule="day-of-visit", why=f"{_plain(c)} within '{above.title}'") for c in found])


def _repeats(core: Reference) -> bool:
    match core:
        case OnWeekday(_, Which.BARE, None) | DayOfMonth() | CalendarDay(_, _, None, None):
            return True
        case _:
            return False


def _meant_within(when: Reference, frame: Candidate, conventions: Conventions) -> Iterator[Candidate]:
    """What words mean within days; nothing where they mean nothing from there ("from the 1st to 1 May 2025")."""
    for days in range(0, (frame.end - frame.start).days + 1, 7):
        with suppress(ReadingError):
            for candidate in rules.candidates(when, rules.Anchor(frame.start + dt.timedelta(days)), conventions):
                if frame.start <= candidate.start and candidate.end <= frame.end:
                    yield candidate


def _add(node: Node, more: Iterable[Candidate]) -> None:
    known = {(c.start, c.end) for c in node.candidates}
    node.candidates += tuple(dict.fromkeys(c for c in more if (c.start, c.end) not in known))

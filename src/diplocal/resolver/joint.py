"""The entries of a programme read together: their words, their visit and sessions, what they belong to or follow.

Every entry keeps all its candidates until a fact rules them out. Facts pass between entries until nothing falls any
more, conventions only then.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import suppress

from attrs import evolve

from diplocal import rules
from diplocal.checks import references
from diplocal.checks.book import Book
from diplocal.errors import ReadingError
from diplocal.evidence.facts import Fact, apply_facts, holding, inside, nearness, reaching, starting
from diplocal.model import Event, RelationKind, Session, Settled, VisitDay
from diplocal.reading import Candidate, Conventions, Kind, say_dates, say_day
from diplocal.resolver.node import Node
from diplocal.resolver.travel import sets_clocks_back, zone_of_place
from diplocal.when import (
    At,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    InMonth,
    InYear,
    Length,
    NthDay,
    OnWeekday,
    Reference,
    Span,
    Undated,
    WeekOf,
    Which,
    Window,
    core_of,
    is_chained,
)

_SIX = dt.timedelta(6)
_MONTH = dt.timedelta(31)
_DAY = dt.timedelta(1)
SETTLED = "settled"
"""The rule of a date that a person settled where no words were read."""


def read_together(book: Book, conventions: Conventions) -> list[Node]:
    """Date every entry as far as its own words and the other entries allow."""
    nodes = _nodes(book)
    by_key = {node.at.entry.key: node for node in reversed(nodes)}
    _relate(nodes, by_key)
    for node in nodes:
        _anchor(node, book)
    ordered = _dated_first(nodes, by_key)
    for facts_alone in (True, False):
        for _ in range(len(nodes) + 1):  # a bound: most programmes settle in a few rounds
            changed = [_step(node, by_key, conventions, facts_alone=facts_alone) for node in ordered if not node.waits]
            if not any(changed):
                break
    for node in nodes:
        if node.waits and (node.holders or node.follows or (node.parent and node.within != node.parent.spans)):
            _rule(node, facts_alone=False)
    return nodes


def _nodes(book: Book) -> list[Node]:
    nodes = [Node(at, book.programme, zone=zone_of_place(book.place.get(at.place or ""))) for at in book.placed]
    by_path = {node.at.where: node for node in nodes}
    for node in nodes:
        path = node.at.where.rpartition(".")[0]
        node.parent = by_path.get(path)
        if node.parent is not None:
            node.before = node.parent.children[-1] if node.parent.children else None
            node.parent.children.append(node)
    return nodes


def _relate(nodes: list[Node], by_key: dict[str, Node]) -> None:
    for node in nodes:
        if isinstance(node.at.entry, VisitDay):
            continue
        for relation in node.at.entry.relations:
            other = by_key.get(relation.to)
            if other is None:
                continue
            if relation.kind is RelationKind.PART_OF:
                node.holders.append(other)
                other.parts.append(node)
            elif relation.kind is RelationKind.FOLLOWS:
                node.follows.append(other)


def _dated_first(nodes: list[Node], by_key: dict[str, Node]) -> list[Node]:
    """Put the entries from which others are read before these, and keep the programme's order otherwise."""
    done: dict[int, Node] = {}
    for node in nodes:
        waiting, begun = [node], set[int]()
        while waiting:
            last = waiting[-1]
            others = [] if id(last) in begun else [one for one in _read_from(last, by_key) if id(one) not in done]
            begun.add(id(last))
            if new := [one for one in others if id(one) not in begun]:
                waiting += reversed(new)
            else:
                done.setdefault(id(waiting.pop()), last)
    return list(done.values())


def _read_from(node: Node, by_key: dict[str, Node]) -> Iterator[Node]:
    entry = node.at.entry
    named = {entry.anchor} | {edge.to for edge in references.entries("", references.parts(entry.when))}
    yield from (by_key[key] for key in sorted(filter(None, named)) if key in by_key)
    yield from node.follows


def _anchor(node: Node, book: Book) -> None:
    """Take the publication day, unless the entry names another entry to be read from."""
    if node.at.entry.anchor is not None:
        return
    source = book.source_of(node.at)
    if source is not None and source.published is not None:
        try:
            node.today = rules.publication_day(source.published, source.zone)
        except ReadingError:  # an unknown zone, told where it stands
            return
        node.anchored_on = f"published by {source.publisher}"


# --- candidates -------------------------------------------------------------------------------------------------------


def _step(node: Node, by_key: dict[str, Node], conventions: Conventions, *, facts_alone: bool) -> bool:
    """Apply facts to one entry once more; tell whether anything changed."""
    if node.error is not None:
        return False
    if not node.candidates:
        try:
            node.candidates = _candidates(node, by_key, conventions)
        except ReadingError as error:
            node.error = error
            return True
    if not node.candidates:
        return False
    _widen(node, conventions)
    before = node.spans
    _rule(node, facts_alone=facts_alone)
    return node.spans != before


def _rule(node: Node, *, facts_alone: bool) -> None:
    node.within = node.parent.spans if node.parent else ()
    facts = [fact for fact in _facts(node) if not (facts_alone and fact.is_convention)]
    node.ruled = apply_facts(node.candidates, facts)
    node.spans, node.words = tuple(dict.fromkeys([(c.start, c.end) for c in node.kept])), ""


def _candidates(node: Node, by_key: dict[str, Node], conventions: Conventions) -> tuple[Candidate, ...]:
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
    if node.today is not None:
        return rules.candidates(when, rules.Anchor(node.today, days), conventions)
    if days is not None or not needs_anchor(when):
        return rules.candidates(when, rules.Anchor(days[0] if days else dt.date(2000, 1, 1), days), conventions)
    return _read_from_others(node, when, by_key, conventions)


def _settled_or_inherited(node: Node, *, undated: bool) -> tuple[Candidate, ...]:
    entry = node.at.entry
    if entry.date is not None:
        return _settled(entry.date)
    above = node.parent.dated if node.parent is not None else None
    if undated or above is None or above.start != above.end or above.kind not in (Kind.DAY, Kind.MOMENT):
        return ()
    node.inherited = True
    why = f"the day of '{node.parent.title}'" if node.parent is not None else ""
    return (Candidate(above.start, above.end, "day-of-parent", why),)


def _settled(date: Settled, *, is_window: bool = False) -> tuple[Candidate, ...]:
    start, end = date.start, date.end or date.start
    kind = Kind.WINDOW if is_window else Kind.DAY if start == end else Kind.SPAN
    return (Candidate(start, end, SETTLED, "a person settled it", kind),)


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


def needs_anchor(reference: Reference) -> bool:
    """Whether a reference means nothing without a day to be read from."""
    match reference:
        case CalendarDay(_, _, year) | InMonth(_, year):
            return year is None
        case InYear() | Undated():
            return False
        case Span(first, last):
            return needs_anchor(first) and needs_anchor(last)
        case DaySet(days) | Either(days):
            return all(map(needs_anchor, days))
        case At(day, _) | Deadline(_, day) | WeekOf(day) | Counted(_, day):
            return needs_anchor(day)
        case Length(_, start):
            return start is None or needs_anchor(start)
        case Chained() | ChainedWeekday() | NthDay():
            return False
        case _:
            return True


def _read_from_others(
    node: Node, when: Reference, by_key: dict[str, Node], conventions: Conventions
) -> tuple[Candidate, ...]:
    """Read words that have no publication day from a dated entry: the named one, or one of its own kin."""
    named = node.at.entry.anchor
    kin = [by_key[named]] if named in by_key else list(_kin(node, by_key))
    for other in kin:
        if other.dated is not None and other is not node:
            day = other.dated.start
            node.anchored_on = f"read from '{other.title}'"
            if named is not None:
                node.today = day
            found = rules.candidates(when, rules.Anchor(day), conventions)
            return tuple(evolve(c, why=f"near '{other.title}' on {say_day(day)}: {_plain(c)}") for c in found)
    return ()


def _plain(candidate: Candidate) -> str:
    return say_dates(candidate.start, candidate.end)


def _kin(node: Node, by_key: dict[str, Node]) -> Iterator[Node]:
    yield from node.children
    yield from node.holders
    yield from node.parts
    if node.parent is not None:
        yield node.parent
        yield from (other for other in node.parent.children if other is not node)
    yield from node.follows
    yield from (other for child in node.children for other in child.holders)
    yield from (other for part in node.parts for other in [part.parent] if other is not None)
    entry = node.at.entry
    if not isinstance(entry, VisitDay):
        yield from (by_key[relation.to] for relation in entry.relations if relation.to in by_key)


def _widen(node: Node, conventions: Conventions) -> None:
    """Give words that repeat, as a weekday does, what they mean in a visit that lies farther off, or settled there."""
    entry = node.at.entry
    if node.bound or entry.when is None or not _repeats(core_of(entry.when)):
        return
    if entry.date is not None:
        node.bound = True
        (settled,) = _settled(entry.date)
        _add(node, [settled for c in _meant_within(entry.when, settled, conventions) if c.end == settled.end])
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


# --- facts ------------------------------------------------------------------------------------------------------------


def _facts(node: Node) -> Iterator[Fact]:
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
    if not node.bound and not _only_later(node, today) and (within := nearness(when, today)):
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
    if before is not None and isinstance(before.at.entry, VisitDay) and isinstance(node.at.entry, VisitDay):
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
    if sets_clocks_back(before.zone, node.zone, start):
        start, why = start - _DAY, f"{why}, or on the date before it, where clocks are so far behind"
    yield Fact(starting(first=start), why)


def _only_later(node: Node, today: dt.date) -> bool:
    """Tell whether what it follows leaves no day within six days of the publication day."""
    starts = [other.dated.start for other in node.follows if other.dated is not None]
    after = max(starts, default=dt.date.min)
    return bool(starts) and not any(max(after, today - _SIX) <= c.start <= today + _SIX for c in node.candidates)


def _placeable(node: Node) -> bool:
    """Whether an entry's dates hold those of its sessions: a deadline bounds them, and a single session is no frame."""
    return not isinstance(node.at.entry, Session) and all(c.kind is not Kind.DEADLINE for c in node.candidates)

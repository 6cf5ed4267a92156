"""A programme in, a timeline out: decide every entry, give it its time and zone, tell what a person should check."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any

from attrs import evolve, fields

from diplocal import rules
from diplocal.checks import problems as structural
from diplocal.checks.keys import Index
from diplocal.checks.shape import misfits
from diplocal.errors import Problem, ProgrammeError, ReadingError
from diplocal.evidence.facts import Fact, apply_facts, country_of_figures, decide, is_in_order, starting
from diplocal.model import Audience, Earlier, Event, Participant, Place, Programme, Session, Source, VisitDay
from diplocal.phrases import format_reference
from diplocal.reading import Certainty, Conventions, Kind, Reading, say_dates, say_day
from diplocal.resolver.joint import read_together
from diplocal.resolver.node import Node, time_of
from diplocal.resolver.possible import SETTLED
from diplocal.resolver.public import with_public_dates
from diplocal.resolver.timing import clock_notices, clock_problems, timing_of, zone_of_entry
from diplocal.timeline import Attendee, Concern, Entry, Level, NoDate, Notice, Past, Reason, Timeline, Timing, in_order
from diplocal.when import Undated, core_of


def resolve(programme: Programme, *, conventions: Conventions = rules.DEFAULT) -> Timeline:
    """Date a programme.

    Words that leave a choice make a notice and an entry without a date that lists the readings; words that can't be
    right make a problem.

    >>> from datetime import date
    >>> from diplocal import Event, Programme, Source
    >>> from diplocal.phrases import parse
    >>> notice = Source(key="notice", publisher="The ministry", published=date(2025, 5, 5))
    >>> visit = Event(key="visit", title="Visit", when=parse("from Wednesday to Friday"))
    >>> programme = Programme(key="oslo", title="Oslo", sources=[notice], events=[visit])
    >>> resolve(programme).entry("visit").reason.reading.dates
    'Wednesday 7 to Friday 9 May 2025'

    Args:
        programme: what was announced.
        conventions: how to read words on which usage differs.

    Returns:
        The timeline, entries in the order of time, those without a date last.

    Raises:
        ProgrammeError: everything that is wrong with the programme, at once.
    """
    given: object = programme  # whatever a caller without a type checker has
    if not isinstance(given, Programme):
        why = f"is {type(given).__name__}, not a Programme"
        raise ProgrammeError([Problem("the programme", "", why, "give what load makes of a file")])
    wrong = structural(programme)
    if wrong and any(misfits(programme)):
        raise ProgrammeError(wrong)
    return _dated(programme, conventions, wrong)


def _dated(programme: Programme, conventions: Conventions, wrong: tuple[Problem, ...] = ()) -> Timeline:
    """Date a programme in whose structure so much was found wrong."""
    index = Index.of(programme)
    nodes = read_together(index, conventions)
    told = {problem.where for problem in wrong}
    wrong += tuple(p for node in nodes for p in _problems(node, index) if p.where not in told)
    if wrong:
        raise ProgrammeError(dict.fromkeys(wrong))
    attendees = _Attendees(programme)
    made = [(node, _entry(node, programme, index, attendees, conventions)) for node in nodes]
    if found := [problem for node, entry in made for problem in clock_problems(node, entry.timing)]:
        raise ProgrammeError(found)
    timeline = Timeline(
        key=programme.key,
        title=programme.title,
        entries=in_order(entry for _, entry in made),
        notices=[notice for node, entry in made for notice in _notices(node, entry)],
        sources=programme.sources,
        parties=programme.parties,
        people=programme.people,
        note=programme.note,
    )
    return with_public_dates(programme, timeline, partial(_dated, conventions=conventions))


# --- problems ---------------------------------------------------------------------------------------------------------


def _problems(node: Node, index: Index) -> Iterator[Problem]:
    """Say why an entry has no date, or what contradicts it."""
    entry, where = node.at.entry, f"{node.at.where}.when"
    if node.error is not None:
        yield Problem(where, _phrase(node), node.error.why, node.error.settle)
    elif not node.candidates and entry.when is not None and not isinstance(entry.when, Undated):
        source = index.source_of(node.at)
        dated = source is not None and source.published is not None
        if node.today is not None or entry.anchor is not None or not dated:  # else its zone is what's wrong
            yield Problem(where, _phrase(node), *_unanchored(node))
    elif node.ruled is not None:
        if rules.contradicted(node.candidates) and entry.date is None:
            readings = "; or ".join(dict.fromkeys(one.why for one in node.candidates))
            settle = f"correct the weekday or the date, or settle it with date = {node.candidates[0].start}"
            why = f"contradicts itself: {readings}"
            yield Problem(where, _phrase(node), why, settle, gist="contradicts itself")
        place = where if entry.when is not None else node.at.where
        for fact in node.ruled.contradictions:
            if fact.settle:
                gist = "does not agree with the rest of the programme"
                why = f"{_meaning(node)}; but {fact.why or fact.unless}"
                yield Problem(place, _phrase(node), why, fact.settle, gist=gist)


def _meaning(node: Node) -> str:
    dates = list(dict.fromkeys(say_dates(c.start, c.end) for c in node.candidates))
    return f"{'can mean' if len(dates) > 1 else 'means'} {' or '.join(dates)}"


def _unanchored(node: Node) -> tuple[str, str]:
    if node.at.entry.anchor is not None:
        return "is read from an entry that has no date", f"give '{node.at.entry.anchor}' a date, or this entry"
    if node.today is not None:
        return "counts from a day that isn't known", "date the entry it counts from, or give a date"
    return (
        "has nothing to be read from: its source bears no publication date, and no entry around it has a date",
        "write published = 2025-04-01 in the source, with its own day, or a date in this entry or the one around it",
    )


def _phrase(node: Node) -> str:
    when = node.at.entry.when
    return format_reference(when) if when is not None else ""


# --- entries ----------------------------------------------------------------------------------------------------------


class _Attendees:
    """Who takes part, each record once: what was read once stands in many entries."""

    def __init__(self, programme: Programme) -> None:
        self.people = {person.key: person for person in programme.people}
        self.parties = {party.key: party for party in programme.parties}
        self.known: dict[int, Attendee] = {}  # by identity

    def of(self, participant: Participant) -> Attendee:
        if (known := self.known.get(id(participant))) is not None:
            return known
        person = self.people.get(participant.person or "")
        made = self.known[id(participant)] = Attendee(
            person=person,
            party=self.parties.get(participant.party or (person.party if person else "") or ""),
            unnamed=participant.unnamed,
            role=participant.role,
            audience=participant.audience,
        )
        return made


_LEVELS = {Event: Level.EVENT, VisitDay: Level.DAY, Session: Level.SESSION}
_OF_ITS_OWN = {"place", "audience", "source", "was"}
_TAKEN_OVER = {one.name for one in fields(Entry)} - _OF_ITS_OWN
_KEPT = {kind: [one.name for one in fields(kind) if one.name in _TAKEN_OVER] for kind in _LEVELS}
"""The fields that an entry has as they were announced, by the class of what announces it."""


def _entry(node: Node, programme: Programme, index: Index, attendees: _Attendees, conventions: Conventions) -> Entry:
    at, announced, reading = node.at, node.at.entry, _reading(node)
    place, source = index.place.get(at.place or ""), index.source_of(at)
    zone = zone_of_entry(place, source)
    given: dict[str, Any] = {name: getattr(announced, name) for name in _KEPT[type(announced)]}
    internal, renamed = any(one.audience is Audience.INTERNAL for one in at.line), programme.was or announced.was
    if not isinstance(announced, VisitDay):
        given["participants"] = tuple(map(attendees.of, announced.participants))
        given["earlier"] = tuple(_past(past, index, place, conventions) for past in announced.earlier)
    return Entry(
        programme=programme.key,
        level=_LEVELS[type(announced)],
        parent=node.parent.at.entry.key if node.parent else None,
        timing=timing_of(reading, node.time, zone) if reading else NoDate(),
        reason=_reason(node, reading) if reading else None,
        zone=zone,
        place=place,
        own_place=announced.place is not None,
        audience=Audience.INTERNAL if internal else Audience.PUBLIC,
        source=source,
        was=(programme.was or programme.key, announced.was or announced.key) if renamed else None,
        **given,
    )


def _reading(node: Node) -> Reading | None:
    if node.ruled is None:
        return None
    when = node.at.entry.when
    reading = decide(node.ruled, in_order=when is not None and is_in_order(when))
    settled = node.at.entry.date
    if settled is None or reading.rule == SETTLED:
        return reading
    start, end = settled.start, settled.end or settled.start
    kind = reading.kind if (reading.start, reading.end) == (start, end) else Kind.DAY if start == end else Kind.SPAN
    return evolve(
        reading, start=start, end=end, kind=kind, certainty=Certainty.CERTAIN, alternatives=(),
        why=f"the programme settles it, as the words allow: {reading.why}",
    )  # fmt: skip


def _reason(node: Node, reading: Reading) -> Reason:
    return Reason(
        phrase=_phrase(node),
        where=f"{node.at.where}.when",
        anchor=node.today,
        anchored_on=node.anchored_on,
        reading=reading,
    )


def _past(earlier: Earlier, index: Index, place: Place | None, conventions: Conventions) -> Past:
    """Date what an entry was before, from its own source's day; what that leaves open has no date."""
    source = index.source[earlier.source]
    zone = zone_of_entry(place, source)
    timing: Timing = NoDate()
    if source.published is not None:
        today = rules.publication_day(source.published, source.zone)
        try:
            country = country_of_figures(core_of(earlier.when), source.zone)
            found = rules.candidates(earlier.when, rules.Anchor(today, country=country), conventions)
            ahead = Fact(starting(first=today), "what is planned lies ahead")
            reading = decide(apply_facts(found, [ahead]), in_order=True)
            timing = timing_of(reading, time_of(earlier.when, earlier.time), zone)
        except ReadingError:
            pass
    return Past(timing=timing, status=earlier.status, source=source)


# --- notices ----------------------------------------------------------------------------------------------------------


def _notices(node: Node, entry: Entry) -> Iterator[Notice]:
    if entry.reason is not None:
        yield from _choices(node, entry.reason.reading)
    yield from clock_notices(node, entry.timing, entry.zone)
    if (source := entry.source) is not None:
        yield from _late(node, entry, source)
        if entry.earlier and entry.earlier[-1].source.key == source.key:  # a second notice is not named
            same = f"what it was before and what it is now have the same source, '{source.publisher}'"
            yield node.notice(Concern.SOURCE, "earlier", same, "name the source that changed it")


def _choices(node: Node, reading: Reading) -> Iterator[Notice]:
    """Tell where the words left a choice, and what was taken."""
    if reading.certainty is Certainty.CERTAIN:
        return
    ambiguous = reading.certainty is Certainty.AMBIGUOUS
    others = " or ".join(say_dates(other.start, other.end) for other in reading.alternatives)
    first = say_dates(reading.start, reading.end)
    took = f"can mean {first} or {others}" if ambiguous else f"is read as {first}; it could mean {others}"
    concern = Concern.AMBIGUOUS if ambiguous else Concern.PREFERRED
    yield node.notice(concern, "when", f"'{_phrase(node)}' {took}", f"settle it with date = {reading.start}")


def _late(node: Node, entry: Entry, source: Source) -> Iterator[Notice]:
    """Tell of accreditation or embargo days that were past when the source appeared."""
    days = {"accreditation": entry.accreditation, "embargo": entry.embargo}
    if source.published is None or not any(days.values()):
        return
    today = rules.publication_day(source.published, source.zone)
    for name, day in days.items():
        last = day.date() if isinstance(day, dt.datetime) else day
        if last is not None and last < today:
            past = f"the {name} date, {say_day(last)}, was past when the source appeared on {say_day(today)}"
            yield node.notice(Concern.PAST, name, past, "check the date")

"""Tell the records of several timelines apart: two programmes may use one key for two people.

A key that a programme before it gave to another record is written with its programme's. Entries are left alone: they
bear the key of their programme already.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from attrs import evolve

from diplocal.errors import Problem, ProgrammeError
from diplocal.model import Claim, Outcome, Party, Person, Source
from diplocal.timeline import Attendee, Entry, Past, Timeline

_Keyed: TypeAlias = Source | Person | Party


def told_apart(timelines: Iterable[Timeline]) -> tuple[Timeline, ...]:
    """Give the timelines without a key of a source, person or party that means two things.

    Raises:
        ProgrammeError: two timelines have the same key.
    """
    seen: set[str] = set()
    taken: dict[tuple[str, str], _Keyed] = {}
    return tuple(_apart(one, seen, taken) for one in timelines)


def _apart(timeline: Timeline, seen: set[str], taken: dict[tuple[str, str], _Keyed]) -> Timeline:
    if timeline.key in seen:
        settle = "give each programme of an agenda a key of its own"
        raise ProgrammeError([Problem("key", timeline.key, "is the key of two programmes", settle)])
    seen.add(timeline.key)
    sources = _renamed(timeline.key, "source", timeline.sources, taken)
    # a person and a party may be told by the same field, so that they are renamed together
    who = _renamed(timeline.key, "who", (*timeline.people, *timeline.parties), taken)
    return timeline if not sources and not who else _rewritten(timeline, _Names(sources, who))


def _renamed(
    programme: str, what: str, records: Iterable[_Keyed], taken: dict[tuple[str, str], _Keyed]
) -> dict[str, str]:
    """Find new keys for the records whose key means another one already, and for those that refer to these."""
    listed = tuple(records)
    found = {one.key: f"{programme}/{one.key}" for one in listed if taken.setdefault((what, one.key), one) != one}
    while further := [one.key for one in listed if one.key not in found and not found.keys().isdisjoint(_cited(one))]:
        found.update((key, f"{programme}/{key}") for key in further)
    return found


def _cited(record: _Keyed) -> tuple[str, ...]:
    match record:
        case Source():
            return record.via
        case Person():
            return (record.party,) if record.party else ()
        case Party():
            return record.members


class _Names:
    """What keys are called in the agenda."""

    def __init__(self, sources: Mapping[str, str], who: Mapping[str, str]) -> None:
        self._sources = sources
        self._who = who

    def source_key(self, key: str) -> str:
        return self._sources.get(key, key)

    def key(self, key: str) -> str:
        return self._who.get(key, key)

    def source(self, source: Source) -> Source:
        return evolve(source, key=self.source_key(source.key), via=map(self.source_key, source.via))

    def person(self, person: Person) -> Person:
        return evolve(person, key=self.key(person.key), party=_perhaps(self.key, person.party))

    def party(self, party: Party) -> Party:
        return evolve(party, key=self.key(party.key), members=map(self.key, party.members))

    def attendee(self, who: Attendee) -> Attendee:
        person = self.person(who.person) if who.person else None
        return evolve(who, person=person, party=self.party(who.party) if who.party else None)

    def claim(self, claim: Claim) -> Claim:
        return evolve(claim, issuer=_perhaps(self.key, claim.issuer), source=_perhaps(self.source_key, claim.source))

    def past(self, past: Past) -> Past:
        return evolve(past, source=self.source(past.source))

    def outcome(self, outcome: Outcome) -> Outcome:
        return evolve(outcome, source=_perhaps(self.source_key, outcome.source))


def _perhaps(rename: Callable[[str], str], key: str | None) -> str | None:
    return None if key is None else rename(key)


def _rewritten(timeline: Timeline, names: _Names) -> Timeline:
    return evolve(
        timeline,
        entries=[_entry(entry, names) for entry in timeline.entries],
        sources=map(names.source, timeline.sources),
        people=map(names.person, timeline.people),
        parties=map(names.party, timeline.parties),
    )


def _entry(entry: Entry, names: _Names) -> Entry:
    return evolve(
        entry,
        participants=map(names.attendee, entry.participants),
        topics=[
            evolve(one, party=_perhaps(names.key, one.party), raised_by=_perhaps(names.key, one.raised_by))
            for one in entry.topics
        ],
        claims=map(names.claim, entry.claims),
        earlier=map(names.past, entry.earlier),
        outcome=names.outcome(entry.outcome) if entry.outcome else None,
        source=names.source(entry.source) if entry.source else None,
    )

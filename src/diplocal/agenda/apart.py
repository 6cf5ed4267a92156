"""Tell the records of several timelines apart: two programmes may use one key for two people.

A key that a programme before it gave to another record is written with its programme's. Entries are left alone: they
bear the key of their programme already.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar, cast

from attrs import evolve, frozen

from diplocal.errors import Problem, ProgrammeError
from diplocal.model import Claim, Outcome, Party, Person, Source, Topic
from diplocal.timeline import Attendee, Entry, Timeline

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
    if not sources and not who:
        return timeline
    names = _Names(sources, who)
    return evolve(
        timeline,
        entries=map(names.entry, timeline.entries),
        sources=map(names.of, timeline.sources),
        people=map(names.of, timeline.people),
        parties=map(names.of, timeline.parties),
    )


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
    """Give the keys that a record refers to."""
    match record:
        case Source():
            return record.via
        case Person():
            return (record.party,) if record.party else ()
        case Party():
            return record.members


_Record = TypeVar("_Record", Source, Person, Party, Topic, Claim, Outcome)

_OF_SOURCES: Mapping[type, tuple[str, ...]] = {Source: ("key", "via"), Claim: ("source",), Outcome: ("source",)}
_OF_WHO: Mapping[type, tuple[str, ...]] = {
    Person: ("key", "party"),
    Party: ("key", "members"),
    Topic: ("party", "raised_by"),
    Claim: ("issuer",),
}
"""Which fields of a record hold keys: of sources, and of people and parties."""


@frozen
class _Names:
    """What keys are called in the agenda."""

    sources: Mapping[str, str]
    who: Mapping[str, str]

    def of(self, record: _Record) -> _Record:
        """Rename the keys in a record."""
        kind = type(record)
        changes: dict[str, object] = {
            name: _renamed_key(getattr(record, name), self.sources) for name in _OF_SOURCES.get(kind, ())
        }
        changes |= {name: _renamed_key(getattr(record, name), self.who) for name in _OF_WHO.get(kind, ())}
        return cast(Callable[..., _Record], evolve)(record, **changes)

    def entry(self, entry: Entry) -> Entry:
        """Rename the keys in all records of an entry."""
        return evolve(
            entry,
            participants=map(self._attendee, entry.participants),
            topics=map(self.of, entry.topics),
            claims=map(self.of, entry.claims),
            earlier=[evolve(past, source=self.of(past.source)) for past in entry.earlier],
            outcome=entry.outcome and self.of(entry.outcome),
            source=entry.source and self.of(entry.source),
        )

    def _attendee(self, who: Attendee) -> Attendee:
        return evolve(who, person=who.person and self.of(who.person), party=who.party and self.of(who.party))


def _renamed_key(said: str | tuple[str, ...] | None, names: Mapping[str, str]) -> object:
    if isinstance(said, tuple):
        return tuple(names.get(key, key) for key in said)
    return names.get(said, said) if said is not None else None

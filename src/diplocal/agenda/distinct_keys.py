"""Distinct keys for the records of several timelines: two programmes may use one key for two people.

A key that a programme before it gave to another record is written with its programme's. Entries are left alone: they
bear the key of their programme already.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TypeAlias, TypeVar, cast

from attrs import evolve

from diplocal.errors import Problem, ProgrammeError
from diplocal.model import Claim, Outcome, Party, Person, Source, Topic
from diplocal.timeline import Attendee, Entry, Timeline

_Keyed: TypeAlias = Source | Person | Party
_Record = TypeVar("_Record", Source, Person, Party, Topic, Claim, Outcome)
_Key: TypeAlias = tuple[str, str]
"""What has a key, and the key. A person and a party may be told by the same field, so that both are a "who"."""

_FIELDS: Mapping[type, Mapping[str, str]] = {
    Source: {"key": "source", "via": "source"},
    Person: {"key": "who", "party": "who"},
    Party: {"key": "who", "members": "who"},
    Topic: {"party": "who", "raised_by": "who"},
    Claim: {"issuer": "who", "source": "source"},
    Outcome: {"source": "source"},
}
"""The fields of each record that hold keys, and of what."""


def with_distinct_keys(timelines: Iterable[Timeline]) -> tuple[Timeline, ...]:
    """Give the timelines without a key of a source, person or party that means two things.

    Raises:
        ProgrammeError: two timelines have the same key.
    """
    seen: set[str] = set()
    taken: dict[_Key, _Keyed] = {}
    return tuple(_apart(one, seen, taken) for one in timelines)


def _apart(timeline: Timeline, seen: set[str], taken: dict[_Key, _Keyed]) -> Timeline:
    if timeline.key in seen:
        settle = "give each programme of an agenda a key of its own"
        raise ProgrammeError([Problem("key", timeline.key, "is the key of two programmes", settle)])
    seen.add(timeline.key)
    names = _renamed(timeline.key, (*timeline.sources, *timeline.people, *timeline.parties), taken)
    if not names:
        return timeline
    return evolve(
        timeline,
        entries=map(partial(_entry, names=names), timeline.entries),
        sources=map(partial(_record, names=names), timeline.sources),
        people=map(partial(_record, names=names), timeline.people),
        parties=map(partial(_record, names=names), timeline.parties),
    )


def _renamed(programme: str, records: Iterable[_Keyed], taken: dict[_Key, _Keyed]) -> dict[_Key, str]:
    """Find new keys for the records whose key means another one already, and for those that refer to these."""
    keys = [(dict(_keys(one))["key"], one) for one in records]
    found = {key: f"{programme}/{key[1]}" for key, one in keys if taken.setdefault(key, one) != one}
    while further := [key for key, one in keys if key not in found and any(cited in found for _, cited in _keys(one))]:
        found.update((key, f"{programme}/{key[1]}") for key in further)
    return found


def _keys(record: _Keyed) -> Iterator[tuple[str, _Key]]:
    """Give the keys in a record, its own and those that it refers to, each with its field."""
    for name, what in _FIELDS[type(record)].items():
        said = getattr(record, name)
        yield from ((name, (what, key)) for key in (said if isinstance(said, tuple) else (said,)) if key)


def _record(record: _Record, names: Mapping[_Key, str]) -> _Record:
    """Rename the keys in a record."""
    changes: dict[str, object] = {}
    for name, what in _FIELDS[type(record)].items():
        said = getattr(record, name)
        many = isinstance(said, tuple)
        changes[name] = [names.get((what, key), key) for key in said] if many else names.get((what, said), said)
    return cast(Callable[..., _Record], evolve)(record, **changes)


def _entry(entry: Entry, names: Mapping[_Key, str]) -> Entry:
    """Rename the keys in all records of an entry."""
    return evolve(
        entry,
        participants=[_attendee(who, names) for who in entry.participants],
        topics=[_record(topic, names) for topic in entry.topics],
        claims=[_record(claim, names) for claim in entry.claims],
        earlier=[evolve(past, source=_record(past.source, names)) for past in entry.earlier],
        outcome=entry.outcome and _record(entry.outcome, names),
        source=entry.source and _record(entry.source, names),
    )


def _attendee(who: Attendee, names: Mapping[_Key, str]) -> Attendee:
    person, party = who.person and _record(who.person, names), who.party and _record(who.party, names)
    return evolve(who, person=person, party=party)

"""Records, field by field: what a value says, and whether the keys that it names are there.

A field is judged by its name, which means the same in every record. What the fields of an entry say together follows.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from attrs import NOTHING, AttrsInstance, fields

from diplocal.checks import keys, references, values
from diplocal.checks.keys import Index
from diplocal.errors import Problem
from diplocal.model import Announced, Participant, Placed, VisitDay
from diplocal.places import zone_of
from diplocal.when import Reference, Time

_VALUES: dict[str, Callable[[str, Any], Iterable[Problem]]] = {
    "key": values.key,
    "title": values.title,
    "name": partial(values.title, what="name"),
    "publisher": partial(values.title, what="publisher"),
    "unnamed": partial(values.title, what="description"),
    "zone": values.zone,
    "url": values.url,
    "published": values.within_calendar,
    "date": values.settled,
    "code": partial(values.country, lengths=(2, 3)),
    "country": values.country,
    "geo": values.geo,
    "size": values.count,
    "edition": values.count,
    "consecutive": values.count,
    "since": partial(values.count, highest=dt.MAXYEAR),
}
"""What tells what is wrong with a value by itself, by the name of its field."""

_KEYS_OF = {
    "person": "person",
    "party": "party",
    "members": "party",
    "place": "place",
    "source": "source",
    "via": "source",
    "anchor": "entry",
    "to": "entry",
    "issuer": "person or party",
    "raised_by": "person or party",
}
"""What kind of record has the key, or each of the keys, that a field names."""

_HELD = {"participants", "topics", "claims", "relations", "earlier", "outcome", "series"}
"""The fields of an entry that hold records which have no key."""


def record(where: str, one: AttrsInstance, index: Index) -> Iterator[Problem]:
    """Tell what is wrong with a record and with those that it holds; what has its default is fine."""
    for name, default in _judged(type(one)):
        value = getattr(one, name)
        if value is default or value is None:
            continue
        here = f"{where}.{name}" if where else name
        if name in _VALUES:
            yield from _VALUES[name](here, value)
        elif name in _KEYS_OF:
            for path, key in _each(here, value):
                yield from keys.known(path, key, _KEYS_OF[name], index)
        else:
            for path, held in _each(here, value):
                yield from record(path, held, index)
    if isinstance(one, Participant):
        yield from _participant(where, one)


@cache
def _judged(kind: type[AttrsInstance]) -> tuple[tuple[str, object], ...]:
    """Give the fields of a kind of record that are judged, with their defaults.

    A title that may be left out (of a visit day, a source) may say nothing.
    """
    known = {*_VALUES, *_KEYS_OF, *_HELD}
    return tuple(
        (one.name, one.default)
        for one in fields(kind)
        if one.name in known and not (one.name == "title" and one.default is not NOTHING)
    )


def _each(where: str, value: object) -> Iterator[tuple[str, Any]]:
    """Give a value with its path, or each item of a list with its own."""
    if isinstance(value, tuple):
        yield from ((f"{where}[{i}]", item) for i, item in enumerate(value))
    else:
        yield where, value


def _participant(where: str, one: Participant) -> Iterator[Problem]:
    given = [name for name in ("person", "party", "unnamed") if getattr(one, name)]
    if not given:
        yield Problem(where, "", "names nobody", "give a person, a party, or words for those who are unnamed")
    elif len(given) > 1:
        settle = "give one; a person's party stands with the person"
        yield Problem(where, " and ".join(given), "are given together", settle)


def entry(at: Placed, index: Index) -> Iterator[Problem]:
    """Tell what is wrong with an event, a visit day or a session."""
    one, where = at.entry, at.where
    yield from keys.once(where, one.key, "entry", index)
    yield from record(where, one, index)
    yield from keys.before(where, one.was, index)
    for path, words in _words_of_time(where, one):
        yield from _reference(path, words, at, index)
    if isinstance(one, VisitDay):
        return
    for i, relation in enumerate(one.relations):
        if relation.to == one.key:
            here = f"{where}.relations[{i}].to"
            yield Problem(here, relation.to, "is the entry itself", "give the key of another entry")


def _words_of_time(where: str, one: Announced) -> Iterator[tuple[str, Reference | Time | None]]:
    """Give what says when an entry is, and when it was before, each with its path."""
    yield f"{where}.when", one.when
    if isinstance(one, VisitDay):
        return
    yield f"{where}.time", one.time
    for i, earlier in enumerate(one.earlier):
        yield f"{where}.earlier[{i}].when", earlier.when
        yield f"{where}.earlier[{i}].time", earlier.time


def _reference(where: str, whole: Reference | Time | None, at: Placed, index: Index) -> Iterator[Problem]:
    if whole is None:
        return
    parts = references.parts(whole)
    yield from references.sound(where, parts)
    for edge in references.entries(where, parts):
        yield from keys.known(where, edge.to, "entry", index)
    clock = references.open_clock(parts)
    if clock and (why := _no_zone(at, index, local=clock.zone == "local")):
        yield Problem(where, f"{clock.time:%H:%M}", *why)


def _no_zone(at: Placed, index: Index, *, local: bool) -> tuple[str, str] | None:
    """Say why a time of day has no zone, and what would give it one."""
    if at.place is not None:
        place = index.place.get(at.place)
        if place is None or place.zone is not None or zone_of(place.name) is not None:
            return None  # a place that is missing is told where it is named
        settle = "give the place a zone, such as 'Europe/Brussels', or the time an offset"
        return f"is a time without a zone: that of the place {place.key!r} is not known by its name", settle
    if local:
        return "is a local time, and the entry has no place", "give the entry a place, or the time a zone"
    source = index.source_of(at)
    if source is not None and source.zone is not None:
        return None
    why = "is a time without a zone: the entry has no place, its source no zone"
    return why, "give the entry a place, or the time a zone"

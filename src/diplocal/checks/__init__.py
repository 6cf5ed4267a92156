"""What is wrong with a programme before any date is known: every problem at once, each with its path.

Keys, zones, addresses and impossible dates are judged here. What a reference means, and whether a session lies in its
visit, needs dates: that is the resolver's. Marks are what a draft leaves to check, until a person takes them out.
"""

from collections.abc import Iterator
from weakref import WeakValueDictionary

from attrs import frozen

from diplocal.checks import keys, records, references
from diplocal.checks.keys import KINDS, Edge, Index
from diplocal.checks.shape import misfits
from diplocal.errors import Problem
from diplocal.model import Announced, Person, Placed, Programme, Source, placed
from diplocal.when import NthDay

_SOUND: "WeakValueDictionary[int, Programme]" = WeakValueDictionary()
"""The programmes, by their identity, in which nothing was found wrong: what is frozen need not be asked again."""


def problems(programme: Programme, *, typed: bool = False) -> tuple[Problem, ...]:
    """Tell everything that is wrong with a programme by its structure, in the order of the programme.

    Values of a wrong type (a record where a key belongs) are told first and alone: what they refer to cannot be judged.
    Circles come last.

    Args:
        programme: what was announced.
        typed: whether every value is known to have its declared type, as in what `files.load` has read.

    >>> from diplocal.model import Event, Place, Programme
    >>> talks = Event(key="talks", title="Talks", place="brussel")
    >>> brussels = Place(key="brussels", name="Brussels")
    >>> for problem in problems(Programme(key="visit", title="A visit", places=[brussels], events=[talks])):
    ...     print(problem)
    events[0].place: 'brussel' is the key of no place; did you mean 'brussels'?
    """
    if _SOUND.get(id(programme)) is programme:
        return ()
    found = () if typed else tuple(misfits(programme))
    found = found or tuple(_found(programme))
    if not found:
        _SOUND[id(programme)] = programme
    return found


def _found(programme: Programme) -> Iterator[Problem]:
    index = Index.of(programme)
    yield from records.record("", programme, index)
    for section, kind in KINDS.items():
        for i, one in enumerate(getattr(programme, section)):
            yield from keys.once(f"{section}[{i}]", one.key, kind, index)
            yield from records.record(f"{section}[{i}]", one, index)
    for at in index.placed:
        yield from records.entry(at, index)
    yield from _circles(programme, index)


def _circles(programme: Programme, index: Index) -> Iterator[Problem]:
    """Tell circles; the graphs are read backwards, so that the first of two equal keys counts."""
    via = {
        source.key: [Edge(f"sources[{i}].via[{n}]", key) for n, key in enumerate(source.via)]
        for i, source in reversed(tuple(enumerate(programme.sources)))
    }
    members = {
        party.key: [Edge(f"parties[{i}].members[{n}]", key) for n, key in enumerate(party.members)]
        for i, party in reversed(tuple(enumerate(programme.parties)))
    }
    dates = {at.entry.key: list(_dated_from(at)) for at in reversed(index.placed)}
    for graph, what in ((via, "sources"), (members, "members"), (dates, "dates counted from each other")):
        yield from keys.circles(dict(reversed(graph.items())), what)


def _dated_from(at: Placed) -> Iterator[Edge]:
    """Give the entries whose dates an entry's words need: its anchor, those it counts from, what it inherits from."""
    entry, holder = at.entry, at.holder
    if entry.anchor is not None:
        yield Edge(f"{at.where}.anchor", entry.anchor)
    parts = references.parts(entry.when)
    yield from references.entries(f"{at.where}.when", parts)
    if holder is not None and entry.when is None:
        yield Edge(at.where, holder.key)
    elif at.event is not None and any(isinstance(part, NthDay) and part.entry is None for part in parts):
        yield Edge(f"{at.where}.when", at.event.key)


@frozen(kw_only=True)
class Mark:
    """Something that a person should look at.

    Attributes:
        where: path of its record, as a file has it; empty for the programme itself.
        key: the record's key.
        words: what to look at.
    """

    where: str
    key: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.words}" if self.where else self.words


def marks(programme: Programme) -> tuple[Mark, ...]:
    """List what is still to be checked, in the order of the file."""
    marked: list[tuple[str, Programme | Source | Person | Announced]] = [
        ("", programme),
        *((f"sources.{one.key}", one) for one in programme.sources),
        *((f"people.{one.key}", one) for one in programme.people),
        *((at.where, at.entry) for at in placed(programme)),
    ]
    return tuple(Mark(where=where, key=one.key, words=words) for where, one in marked for words in one.to_check)

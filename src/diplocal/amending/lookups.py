"""Records of a programme by key, keys that are free, and whether two records are of one person or source."""

from typing import TypeVar, cast

from attrs import fields

from diplocal.model import Event, Person, Placed, Programme, Session, Source, placed
from diplocal.timeline import Hours, Timing, timing_dates

Kind = TypeVar("Kind", Event, Session)


def entry_of(programme: Programme, key: str) -> Placed:
    """Find an event, a day or a session by its key, where it stands.

    Raises:
        StopIteration: nothing has it.
    """
    return next(at for at in placed(programme) if at.entry.key == key)


def record_of(programme: Programme, key: str) -> Event | Session:
    """Find an event or a session by its key."""
    return cast(Event | Session, entry_of(programme, key).entry)


def source_of(programme: Programme, key: str) -> str | None:
    """Give the key of an entry's source: its own, that of its day or event, or the programme's first."""
    return entry_of(programme, key).source or (programme.sources[0].key if programme.sources else None)


def same_source(one: Source, other: Source) -> bool:
    """Tell whether two sources are one: by their address, or by who published what when."""
    if one.url and one.url == other.url:
        return True
    return (one.publisher, one.title, one.published) == (other.publisher, other.title, other.published)


def names_of(person: Person) -> frozenset[str]:
    """Give the ways in which a person is named, whatever the order of the words."""
    return frozenset(" ".join(sorted(one.casefold().split())) for one in (person.name, *person.aliases))


def turned(record: Event | Session, kind: type[Kind]) -> Kind:
    """Make an event of a session that lies in none, or a session of an event; what hangs in that goes its own way."""
    both = {one.name for one in fields(kind)} & {one.name for one in fields(type(record))}
    return kind(**{name: getattr(record, name) for name in both})


def same_time(one: Timing, other: Timing) -> bool:
    """Tell whether two timings are the same days and the same hours."""
    if isinstance(one, Hours) and isinstance(other, Hours):
        return (one.start, one.end) == (other.start, other.end)
    return type(one) is type(other) and timing_dates(one) == timing_dates(other)

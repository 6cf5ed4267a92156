"""Records of a programme by key, keys that are free, and whether two records are of one person or source."""

from collections.abc import Container, Iterator
from typing import Any

from attrs import fields

from diplocal.model import Announced, Event, Person, Programme, Session, Source
from diplocal.timeline import DayPart, Days, Hours, Timing, timing_dates
from diplocal.when import CalendarDay, Reference, Span, Undated

_ORDINALS = ("", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def record_of(programme: Programme, key: str) -> Event | Session:
    """Find an event or a session by its key.

    Raises:
        KeyError: neither has it.
    """
    for line in all_lines(programme):
        if line[-1].key == key and isinstance(line[-1], Event | Session):
            return line[-1]
    raise KeyError(key)


def all_lines(programme: Programme) -> Iterator[tuple[Announced, ...]]:
    """Give each entry behind the day and the event that hold it."""
    for event in programme.events:
        yield (event,)
        for session in event.sessions:
            yield event, session
        for day in event.days:
            yield event, day
            for session in day.sessions:
                yield event, day, session


def source_of(programme: Programme, key: str) -> str | None:
    """Give the key of an entry's source: its own, that of its day or event, or the programme's first."""
    line = next(line for line in all_lines(programme) if line[-1].key == key)
    own = next((one.source for one in reversed(line) if one.source), None)
    return own or (programme.sources[0].key if programme.sources else None)


def free(key: str, taken: Container[str]) -> str:
    """Give a key, or if it is taken the key with the first ordinal that makes it another one.

    >>> free("update", {"update"})
    'update-second'
    """
    keys = [f"{key}-{ordinal}" if ordinal else key for ordinal in _ORDINALS]
    while all(one in taken for one in keys):
        keys = [f"{one}-again" for one in keys]
    return next(one for one in keys if one not in taken)


def entry_keys(programme: Programme) -> frozenset[str]:
    """Give the keys of all entries, and the programme's own."""
    return frozenset([programme.key, *(line[-1].key for line in all_lines(programme))])


def same_source(one: Source, other: Source) -> bool:
    """Tell whether two sources are one: by their address, or by who published what when."""
    if one.url and one.url == other.url:
        return True
    return (one.publisher, one.title, one.published) == (other.publisher, other.title, other.published)


def names_of(person: Person) -> frozenset[str]:
    """Give the ways in which a person is named, whatever the order of the words."""
    return frozenset(" ".join(sorted(one.casefold().split())) for one in (person.name, *person.aliases))


def as_event(session: Session) -> Event:
    """Make an event of a session that lies in none."""
    return Event(**_shared(session, Event))


def as_session(event: Event) -> Session:
    """Make a session of an event that lies in another one; what hangs in it goes its own way."""
    return Session(**_shared(event, Session))


def _shared(record: Event | Session, kind: type[Event | Session]) -> dict[str, Any]:
    names = {one.name for one in fields(kind)}
    return {one.name: getattr(record, one.name) for one in fields(type(record)) if one.name in names}


def in_full(timing: Timing) -> Reference:
    """Say the days of a timing in full; a window has no day to say."""
    dates = timing_dates(timing)
    if dates is None or not isinstance(timing, Days | Hours | DayPart):
        return Undated()
    first, last = (CalendarDay(one.month, one.day, one.year) for one in dates)
    return first if first == last else Span(first, last)


def same_time(one: Timing, other: Timing) -> bool:
    """Tell whether two timings are the same days and the same hours."""
    if isinstance(one, Hours) and isinstance(other, Hours):
        return (one.start, one.end) == (other.start, other.end)
    return type(one) is type(other) and timing_dates(one) == timing_dates(other)

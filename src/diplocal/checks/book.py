"""A programme as the checks go through it: entries with their paths, and where each key was given."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from diplocal.model import Announced, Event, Place, Programme, Source, VisitDay


@frozen(kw_only=True)
class Placed:
    """An entry where it stands: its path, and the day and event that hold it, where they do."""

    where: str
    entry: Announced
    day: VisitDay | None = None
    event: Event | None = None

    @property
    def line(self) -> tuple[Announced, ...]:
        """The entry and what it inherits from, nearest first."""
        return tuple([one for one in (self.entry, self.day, self.event) if one is not None])

    @property
    def place(self) -> str | None:
        """The key of its place, its own or inherited."""
        return next((one.place for one in (self.entry, self.day, self.event) if one and one.place is not None), None)

    @property
    def source(self) -> str | None:
        """The key of its source, its own or inherited; ``None``: the programme's first."""
        return next((one.source for one in (self.entry, self.day, self.event) if one and one.source is not None), None)


def placed(programme: Programme) -> Iterator[Placed]:
    """Go through every event, day and session in the order of the programme, with its path."""
    for number, event in enumerate(programme.events):
        where = f"events[{number}]"
        yield Placed(where=where, entry=event)
        for nth, day in enumerate(event.days):
            yield Placed(where=f"{where}.days[{nth}]", entry=day, event=event)
            for i, session in enumerate(day.sessions):
                yield Placed(where=f"{where}.days[{nth}].sessions[{i}]", entry=session, day=day, event=event)
        for i, session in enumerate(event.sessions):
            yield Placed(where=f"{where}.sessions[{i}]", entry=session, event=event)


@frozen(kw_only=True)
class Book:
    """The key of a programme, where each key in it was given first, and the records that zones come from."""

    programme: str
    sources: dict[str, str]
    people: dict[str, str]
    parties: dict[str, str]
    places: dict[str, str]
    entries: dict[str, str]
    placed: Sequence[Placed]
    place: dict[str, Place]
    source: dict[str, Source]
    first_source: Source | None

    @classmethod
    def of(cls, programme: Programme) -> "Book":
        """Index a programme."""
        entries = tuple(placed(programme))
        return cls(
            programme=programme.key,
            sources=_index((one.key, f"sources[{i}]") for i, one in enumerate(programme.sources)),
            people=_index((one.key, f"people[{i}]") for i, one in enumerate(programme.people)),
            parties=_index((one.key, f"parties[{i}]") for i, one in enumerate(programme.parties)),
            places=_index((one.key, f"places[{i}]") for i, one in enumerate(programme.places)),
            entries=_index((one.entry.key, one.where) for one in entries),
            placed=entries,
            place={one.key: one for one in programme.places},
            source={one.key: one for one in programme.sources},
            first_source=programme.sources[0] if programme.sources else None,
        )

    def source_of(self, at: Placed) -> Source | None:
        """Find the source of an entry: its own, inherited, or the programme's first."""
        key = at.source
        return self.first_source if key is None else self.source.get(key)


def _index(paths: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each key to the path of the record that had it first."""
    found: dict[str, str] = {}
    for key, where in paths:
        found.setdefault(key, where)
    return found

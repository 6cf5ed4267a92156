"""Where each key of a programme was given, and the records that zones come from."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from diplocal.model import Place, Placed, Programme, Source, placed


@frozen(kw_only=True)
class Book:
    """A programme looked up by key.

    Attributes:
        programme: its key.
        first: the path of the record that had a key first, by the kind of record ("person", "entry") and the key.
        placed: its entries with their paths.
        place: its places by key.
        source: its sources by key.
        first_source: the source of the entries that name none.
    """

    programme: str
    first: Mapping[str, Mapping[str, str]]
    placed: Sequence[Placed]
    place: Mapping[str, Place]
    source: Mapping[str, Source]
    first_source: Source | None

    @classmethod
    def of(cls, programme: Programme) -> "Book":
        """Index a programme."""
        entries = tuple(placed(programme))
        people = _index((one.key, f"people[{i}]") for i, one in enumerate(programme.people))
        parties = _index((one.key, f"parties[{i}]") for i, one in enumerate(programme.parties))
        first = {
            "source": _index((one.key, f"sources[{i}]") for i, one in enumerate(programme.sources)),
            "person": people,
            "party": parties,
            "person or party": people | parties,
            "place": _index((one.key, f"places[{i}]") for i, one in enumerate(programme.places)),
            "entry": _index((one.entry.key, one.where) for one in entries),
        }
        return cls(
            programme=programme.key,
            first=first,
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

"""Where each key of a programme was given, and the records that zones come from."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from diplocal.checks.suggestions import NearMisses
from diplocal.model import Place, Placed, Programme, Source, placed

KINDS = {"sources": "source", "people": "person", "parties": "party", "places": "place"}
"""The sections of a programme whose records have keys of their own, with what such a record is."""


@frozen(kw_only=True)
class Index:
    """A programme looked up by key.

    Attributes:
        programme: its key.
        first: the path of the record that had a key first, by the kind of record ("person", "entry") and the key.
        placed: its entries with their paths.
        place: its places by key.
        source: its sources by key.
        first_source: the source of the entries that name none.
        near_misses: what suggests a key for one that nothing has.
    """

    programme: str
    first: Mapping[str, Mapping[str, str]]
    placed: Sequence[Placed]
    place: Mapping[str, Place]
    source: Mapping[str, Source]
    first_source: Source | None
    near_misses: NearMisses = field(factory=NearMisses)

    @classmethod
    def of(cls, programme: Programme) -> "Index":
        """Index a programme."""
        entries = tuple(placed(programme))
        first = {
            kind: _first((one.key, f"{section}[{i}]") for i, one in enumerate(getattr(programme, section)))
            for section, kind in KINDS.items()
        }
        first["entry"] = _first((one.entry.key, one.where) for one in entries)
        first["person or party"] = first["person"] | first["party"]
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


def _first(paths: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each key to the path of the record that had it first."""
    found: dict[str, str] = {}
    for key, where in paths:
        found.setdefault(key, where)
    return found

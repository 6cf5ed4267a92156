"""Keys: where each was given, once; known where they are used, never leading back to where they came from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from diplocal.checks.suggestions import NearMisses, one_of, shorten, visible
from diplocal.errors import Problem
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


# --- what is wrong with keys ------------------------------------------------------------------------------------------


@frozen
class Edge:
    """A key that a record names, and where it names it."""

    where: str
    to: str


def once(where: str, key: str, kind: str, index: Index) -> Iterator[Problem]:
    """Tell a key that another record of its kind had before the one at `where`."""
    if key and (other := index.first[kind][key]) != where:
        yield Problem(f"{where}.key", shorten(key), f"is the key of {other} too", "give each its own key")


def before(where: str, was: str, index: Index) -> Iterator[Problem]:
    """Tell a former key that is the key of another entry by now, so that both would be taken for each other."""
    if was and (other := index.first["entry"].get(was)):
        settle = "give the key that nothing has any more, or leave it out"
        yield Problem(f"{where}.was", shorten(was), f"is the key of {other}", settle)


def known(where: str, key: str | None, kind: str, index: Index) -> Iterator[Problem]:
    """Tell a key that no record of a kind has."""
    keys = index.first[kind]
    if key is None or key in keys:
        return
    if index.near_misses.over:
        settle = f"add the {kind} or correct the key"
    else:
        named = f"the keys are {one_of(keys)}" if keys else f"add the {kind}"
        settle = index.near_misses.suggest(key, keys) or named
    yield Problem(where, shorten(key), f"is the key of no {kind}", settle)


def circles(graph: Mapping[str, Sequence[Edge]], what: str) -> Iterator[Problem]:
    """Tell each way round from a key back to itself, at the record of it that comes first."""
    done: set[str] = set()
    for start in graph:
        if graph[start] and start not in done:
            yield from (_circle(edges, what) for edges in _rounds(start, graph, done))


def _rounds(start: str, graph: Mapping[str, Sequence[Edge]], done: set[str]) -> Iterator[list[Edge]]:
    """Go through the graph from `start`, deep first and without recursion, and give each way that closes."""
    at: dict[str, int] = {start: 0}  # the keys on the way, with the number of edges before each
    way: list[Edge] = []
    rest = [iter(graph[start])]
    while rest:
        edge = next(rest[-1], None)
        if edge is None:
            rest.pop()
            done.add(at.popitem()[0])
            del way[-1:]
        elif edge.to in at:
            yield [*way[at[edge.to] :], edge]
        elif edge.to in graph and edge.to not in done:
            at[edge.to] = len(at)
            way.append(edge)
            rest.append(iter(graph[edge.to]))


def _circle(edges: Sequence[Edge], what: str) -> Problem:
    names = [visible(key) for key in (edges[-1].to, *(edge.to for edge in edges))]
    shown = names if len(names) <= 8 else [*names[:6], "...", names[-1]]
    return Problem(edges[0].where, "", f"{what} lead in a circle: {' -> '.join(shown)}", "take one of these steps out")

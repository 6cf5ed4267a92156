"""Keys: given once, known where they are used, never leading back to where they came from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from diplocal.checks.suggestions import did_you_mean, one_of, shorten, visible
from diplocal.errors import Problem

_COMPARISONS = 50_000  # so many missing keys have another cause, and looking for near misses among all takes long


@frozen(kw_only=True)
class Missing:
    """A key that nothing has; it becomes a problem once suggestions are looked for."""

    where: str
    key: str
    what: str
    known: Mapping[str, str]


@frozen
class Edge:
    """A key that a record names, and where it names it."""

    where: str
    to: str


def once(where: str, key: str, first: Mapping[str, str]) -> tuple[Problem, ...]:
    """Tell a key that another record had before the one at `where`."""
    if not key or first[key] == where:
        return ()
    return (Problem(f"{where}.key", shorten(key), f"is the key of {first[key]} too", "give each its own key"),)


def before(where: str, was: str, first: Mapping[str, str]) -> tuple[Problem, ...]:
    """Tell a former key that is the key of another record by now, so that both would be taken for each other."""
    if not was or was not in first:
        return ()
    settle = "give the key that nothing has any more, or leave it out"
    return (Problem(f"{where}.was", shorten(was), f"is the key of {first[was]}", settle),)


def known(where: str, key: str | None, what: str, records: Mapping[str, str]) -> tuple[Missing, ...]:
    """Tell a key that no record has."""
    return () if key is None or key in records else (Missing(where=where, key=key, what=what, known=records),)


def told(found: Iterable[Problem | Missing]) -> Iterator[Problem]:
    """Turn missing keys into problems, the first of them with what may have been meant."""
    left = _COMPARISONS
    for one in found:
        if isinstance(one, Problem):
            yield one
            continue
        settle = f"add the {one.what} or correct the key"
        if left > 0:
            left -= len(one.known)
            settle = did_you_mean(one.key, one.known) or (
                f"the keys are {one_of(one.known)}" if one.known else f"add the {one.what}"
            )
        yield Problem(one.where, shorten(one.key), f"is the key of no {one.what}", settle)


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

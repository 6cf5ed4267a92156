"""The entries of a programme read together: their words, their visit and sessions, what they belong to or follow.

Every entry keeps all its candidates until a fact rules them out. Facts pass between entries until nothing falls any
more, conventions only then.
"""

from collections.abc import Iterator

from diplocal import rules
from diplocal.checks import references
from diplocal.checks.keys import Index
from diplocal.errors import ReadingError
from diplocal.evidence.facts import apply_facts
from diplocal.model import RelationKind, VisitDay
from diplocal.reading import Conventions
from diplocal.resolver.facts import facts_of
from diplocal.resolver.node import Node
from diplocal.resolver.possible import candidates_of, widen
from diplocal.resolver.timing import zone_of_place


def read_together(index: Index, conventions: Conventions) -> list[Node]:
    """Date every entry as far as its own words and the other entries allow."""
    nodes = _nodes(index)
    by_key = {node.at.entry.key: node for node in reversed(nodes)}
    _relate(nodes, by_key)
    for node in nodes:
        _anchor(node, index)
    ordered = _dated_first(nodes, by_key)
    for facts_alone in (True, False):
        for _ in range(len(nodes) + 1):  # a bound: most programmes settle in a few rounds
            changed = [_step(node, by_key, conventions, facts_alone=facts_alone) for node in ordered if not node.waits]
            if not any(changed):
                break
    for node in nodes:
        if node.waits and (node.holders or node.follows or (node.parent and node.within != node.parent.spans)):
            _rule(node, facts_alone=False)
    return nodes


def _nodes(index: Index) -> list[Node]:
    nodes = [Node(at, index.programme, zone=zone_of_place(index.place.get(at.place or ""))) for at in index.placed]
    by_entry = {id(node.at.entry): node for node in nodes}
    for node in nodes:
        node.parent = by_entry.get(id(node.at.holder))
        if node.parent is not None:
            node.before = node.parent.children[-1] if node.parent.children else None
            node.parent.children.append(node)
    return nodes


def _relate(nodes: list[Node], by_key: dict[str, Node]) -> None:
    for node in nodes:
        if isinstance(node.at.entry, VisitDay):
            continue
        for relation in node.at.entry.relations:
            other = by_key.get(relation.to)
            if other is None:
                continue
            if relation.kind is RelationKind.PART_OF:
                node.holders.append(other)
                other.parts.append(node)
            elif relation.kind is RelationKind.FOLLOWS:
                node.follows.append(other)


def _dated_first(nodes: list[Node], by_key: dict[str, Node]) -> list[Node]:
    """Put the entries from which others are read before these, and keep the programme's order otherwise."""
    done: dict[int, Node] = {}
    for node in nodes:
        waiting, begun = [node], set[int]()
        while waiting:
            last = waiting[-1]
            others = [] if id(last) in begun else [one for one in _read_from(last, by_key) if id(one) not in done]
            begun.add(id(last))
            if new := [one for one in others if id(one) not in begun]:
                waiting += reversed(new)
            else:
                done.setdefault(id(waiting.pop()), last)
    return list(done.values())


def _read_from(node: Node, by_key: dict[str, Node]) -> Iterator[Node]:
    entry = node.at.entry
    named = {entry.anchor} | {edge.to for edge in references.entries("", references.parts(entry.when))}
    yield from (by_key[key] for key in sorted(filter(None, named)) if key in by_key)
    yield from node.follows


def _anchor(node: Node, index: Index) -> None:
    """Take the publication day, unless the entry names another entry to be read from."""
    source = index.source_of(node.at)
    node.dateline = source.zone if source is not None else None
    if node.at.entry.anchor is not None:
        return
    if source is not None and source.published is not None:
        try:
            node.today = rules.publication_day(source.published, source.zone)
        except ReadingError:  # an unknown zone, told where it stands
            return
        node.anchored_on = f"published by {source.publisher}"


def _step(node: Node, by_key: dict[str, Node], conventions: Conventions, *, facts_alone: bool) -> bool:
    """Apply facts to one entry once more; tell whether anything changed."""
    if node.error is not None:
        return False
    if not node.candidates:
        try:
            node.candidates = candidates_of(node, by_key, conventions)
        except ReadingError as error:
            node.error = error
            return True
    if not node.candidates:
        return False
    widen(node, conventions)
    before = node.spans
    _rule(node, facts_alone=facts_alone)
    return node.spans != before


def _rule(node: Node, *, facts_alone: bool) -> None:
    node.within = node.parent.spans if node.parent else ()
    facts = [fact for fact in facts_of(node) if not (facts_alone and fact.is_convention)]
    node.ruled = apply_facts(node.candidates, facts)
    node.spans, node.words = tuple(dict.fromkeys([(c.start, c.end) for c in node.kept])), ""

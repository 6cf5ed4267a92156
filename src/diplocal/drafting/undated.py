"""Talks that a text announces without a day of their own."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplocal.drafting.cast import Scene, cast_of
from diplocal.drafting.formats import AHEAD, ATTENDED, NOT, TALKS, format_of
from diplocal.drafting.item import Item
from diplocal.drafting.names import Named, named_in
from diplocal.drafting.sentences import clause
from diplocal.drafting.wording import clause_title, noun_title
from diplocal.model import Format

_WITH = re.compile(
    r"\s+with\s+(.+?)(?=\s(?:to|on|during|in|at|for|about|after|before|amid|as|while|where|aimed)\s|\sand\s(?:an?\s)?(?:bilateral|trilateral|talks|meetings?|discussions)\b|[;:.()]|,\s(?!and\b)[a-z]|$)"
)


def undated_items(scene: Scene) -> Iterator[Item]:
    """Find talks and meetings ahead in whose clause no date stands."""
    text = scene.text
    ahead = AHEAD.search(text)
    if ahead is None or NOT.search(text):
        return
    for talks in [*TALKS.finditer(text), *ATTENDED.finditer(text)]:
        left, right = clause(text, talks.span(), scene.spans)
        if talks.start() < ahead.start() or any(left <= start < right for start, _ in scene.spans):
            continue
        cast = cast_of(scene, left, talks.start())
        attended = talks.re is ATTENDED
        name = noun_title(talks[1]) or clause_title(talks[1]) if attended else talks[0][:1].upper() + talks[0][1:]
        if not name:
            continue
        made = Item(
            title=name,
            words=talks[0],
            sentence=text,
            at=scene.sentence.start + talks.start(),
            format=format_of(name),
            people=cast.people[:1],
            doubts=[cast.doubt] if cast.doubt else [],
        )
        yield from [made] if attended else _with_counterparts(made, text[talks.end() :], scene.known)


def _with_counterparts(item: Item, rest: str, known: Sequence[Named]) -> Iterator[Item]:
    """Name those with whom talks are held; several bilateral meetings are one each."""
    said = _WITH.match(rest)
    if said is None:
        yield item
        return
    them = [one for one in named_in(said[1], known) if one not in item.people]
    others = _unnamed(said[1], them)
    if item.format is Format.BILATERAL and re.search(r"(?:meetings|talks|discussions|bilaterals)$", item.words):
        for one in them:
            yield evolve(item, title=f"{_singular(item.title)} with {one.name}", people=(*item.people, one))
        if others:
            yield evolve(item, title=f"{item.title} with {others}", unnamed=others)
        return
    names = _listed([*(one.name for one in them), *([others] if others else [])])
    yield evolve(item, title=f"{item.title} with {names}", people=(*item.people, *them), unnamed=others)


def _unnamed(words: str, people: Sequence[Named]) -> str:
    """Give the rest of a list of counterparts, once those with a name are taken out."""
    pieces = re.split(r",\s+(?:and\s+)?|\s+and\s+", words)
    kept = [piece for piece in pieces if not named_in(piece, people)]
    return re.sub(r"^the ", "", " and ".join(kept)).strip()


def _singular(title: str) -> str:
    return re.sub(r"meetings$", "meeting", title)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)

"""Journeys: a visit, its legs, a departure, an arrival, a return."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplocal import places
from diplocal.announcement.item import Announced
from diplocal.announcement.where import Where, along
from diplocal.announcement.words import Words
from diplocal.languages.en.notices.cases import Case, enumerated, object_of
from diplocal.languages.en.notices.happenings import events
from diplocal.languages.en.notices.titles import MOST, titled
from diplocal.languages.en.notices.verbs import Does
from diplocal.languages.en.notices.where import goal_of, place_in
from diplocal.model import Format

_FOR_WHAT = re.compile(
    r"\b(?:for|to attend|to take part in|to join|to open|to chair)\s+(?=the\b|an?\b|talks\b|its\b|his\b|her\b)"
)
_KIND = re.compile(r"(?:state|official|working|private|historic|courtesy|goodwill)\s+visit", re.IGNORECASE)
_VEHICLE = re.compile(r"^(?:[Tt]he )?(.+?)[’']s (?:plane|aircraft|flight|train|delegation)$")
_NAMED_GOAL = re.compile(r"\s*(for|to|in|at|from) (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
_ON_THE_WAY = {
    Does.LEAVES: ("Departure", "for", Format.DEPARTURE),
    Does.RETURNS: ("Return", "to", Format.DEPARTURE),
    Does.ARRIVES: ("Arrival", "in", Format.ARRIVAL),
}


def visit(name: str, behind: Words) -> Announced:
    """Tell a visit to a country or town, or to a site."""
    goals = goal_of(behind.text)
    if goals and re.match(r"\s*(?:the )?[A-Z]", behind.text):
        return _journey("Visit", name, goals)
    return Announced(title=titled("Visit to", object_of(behind)), format=Format.SITE_VISIT)


def travel(case: Case) -> Iterator[Announced]:
    """Tell a journey, or what somebody travels to: "will be in Suva for the Forum's meeting"."""
    name, clause, behind = case.name, case.clause, case.behind
    for_what = _FOR_WHAT.search(behind.text)
    what = events(behind.part(for_what.end(), len(behind.text))) if for_what else []
    if for_what and (other := next((one for one in what if not one.journey), None)):
        place = next(iter(goal_of(behind.text[: for_what.start()])), None)
        yield evolve(other, place=place or place_in(behind.text))
        return
    whither = behind.text.partition(" for ")[0]
    bare = clause.does is Does.STAYS and behind.text.lstrip()[:1].isupper()
    strange = _NAMED_GOAL.match(behind.text)
    if goals := goal_of(f"in {whither.lstrip()}" if bare else whither) or goal_of(behind.text):
        yield _journey(_kind_of_visit(behind), name, goals)
    elif clause.does is Does.TRAVELS and strange and strange[1] == "to":
        yield _journey(_kind_of_visit(behind), name, [Where(strange[2])])


def on_the_way(case: Case) -> Iterator[Announced]:
    """Tell a departure, an arrival or a return; with a visit at its end, the visit."""
    clause, behind = case.clause, case.behind
    leaves, goals = clause.does is Does.LEAVES, goal_of(behind.text)
    noun, usual, kind = _ON_THE_WAY[clause.does]
    name = _VEHICLE.sub(r"\1", case.name)
    title = f"{noun} of {name}" if name else noun
    direct = leaves and re.match(r"\s*(?:the )?[A-Z]", behind.text)
    if goals:
        title = f"{title} from {goals[0].name}" if direct else _as_many(f"{title} {usual}", [one.name for one in goals])
    elif strange := _NAMED_GOAL.match(behind.text):
        title += f" {strange[1]} {strange[2]}"
    there = goals and (not leaves or (direct and not places.is_country(goals[0].name)))
    yield Announced(title=title, format=kind, place=goals[0] if there else None)


def _journey(kind: str, name: str, goals: Sequence[Where]) -> Announced:
    names = [goal.name for goal in goals]
    title = _as_many(f"{kind} of {name} to" if name else f"{kind} to", names)
    several = len(names) > 1
    doubt = f"the words name several places: {', '.join(names)}" if several else ""
    return Announced(title=title, format=Format.VISIT, place=along(goals), journey=True, doubt=doubt)


def _as_many(lead: str, names: Sequence[str]) -> str:
    """Put as many goals behind the lead of a title as it holds."""
    whole = f"{lead} {enumerated(names)}"
    some = [f"{lead} {enumerated([*names[:count], 'others'])}" for count in range(len(names) - 1, 0, -1)]
    return next((one for one in [whole, *some] if len(one.split()) <= MOST), whole)


def _kind_of_visit(words: Words) -> str:
    """Say which visit it is: "State visit", "Official visit"."""
    kind = _KIND.search(words.text)
    return kind[0].capitalize() if kind else "Visit"

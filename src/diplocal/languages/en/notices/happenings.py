"""What is told of by a noun: "a bilateral meeting with ... and talks with ...", "the session will be held"."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from diplocal.announcement.item import Announced
from diplocal.announcement.where import along, town_of
from diplocal.announcement.words import Words
from diplocal.languages.en.notices.cases import Case, enumerated, plain_subject
from diplocal.languages.en.notices.formats import format_of
from diplocal.languages.en.notices.titles import THOSE, complement, phrases, tidy, title_of, titled
from diplocal.languages.en.notices.verbs import Does
from diplocal.languages.en.notices.where import goal_of
from diplocal.model import Format

_WITH_OTHERS = (Format.BILATERAL, Format.TRILATERAL, Format.MEETING)
_AGAIN = re.compile(r"\b(?:this|the same)\s+$", re.IGNORECASE)


_BESIDE = re.compile(
    r"\b(?:according to|on behalf of|during|after|before|following|ahead of|since|until|prior to|as part of|regarding"
    r"|(?:at|on|in) the (?:end|close|start|beginning|margins?|sidelines|occasion|eve|run-up|framework) (?:of|to))"
    r"\s+(?:(?:the|an?|his|her|their|its|this|that|[\w-]+ed|[A-Z][\w’'-]*)\s+)*$",
    re.IGNORECASE,
)
"""What sets something beside an event, so that the event itself is not what the verb tells."""


def events(words: Words) -> list[Announced]:
    """List what a clause's object names: "a bilateral meeting with ... and talks with ..."."""
    found: list[Announced] = []
    for start, end, _ in phrases(words):
        if _BESIDE.search(words.text[:start]):
            continue
        if found and not re.search(r"(?:\band|,|;|\bas well as)\s+(?:the |an? |then |also )*$", words.text[:start]):
            continue
        part = words.part(start, end)
        title = title_of(part)
        found += [evolve(one, again=bool(_AGAIN.search(words.text[:start]))) for one in _apart(title, part)]
    return found


def _apart(title: str, part: Words) -> Iterator[Announced]:
    """Tell meetings with a person and with others who have no name apart: they are several."""
    several = re.match(r"(.*\b(?:meetings|talks|bilaterals)) with\s+", title)
    last = part.spoken[-1] if part.spoken else None
    rest = re.match(r",?\s+and\s+(?:the\s+)?(?=[a-z])", part.text[last.end :]) if last else None
    if not (several and last and rest):
        yield _event(title, part)
        return
    lead = several[1].removesuffix("s") if several[1].endswith("meetings") and len(part.spoken) == 1 else several[1]
    named = enumerated([one.who.name for one in part.spoken])
    others = tidy(part.text[last.end + rest.end() :])
    others = others[:1].lower() + others[1:]
    kind = format_of(title)
    yield Announced(title=f"{lead} with {named}", format=kind, people=part.people)
    yield Announced(title=f"{several[1]} with {others}", format=kind, unnamed=others)


def _event(title: str, part: Words) -> Announced:
    kind = format_of(title, len(part.spoken))
    journey = kind is Format.VISIT
    goal = goal_of(part.text) if journey else []
    place = along(goal)
    people = part.people
    _, _, others = title.partition(" with ") if kind in _WITH_OTHERS and not people else ("", "", "")
    return Announced(title=title, format=kind, people=people, unnamed=others, place=place, journey=journey)


_LED_IN = re.compile(
    r"\s*(?:according|as|at|by|during|following|for|in|on|under|upon|with|within)\b.*,\s", re.IGNORECASE
)


def named_before(case: Case) -> Iterator[Announced]:
    """Tell what takes place: the subject's noun phrase, or the subject itself."""
    clause, before = case.clause, case.before
    led_in = _LED_IN.match(before.text)
    own = before.part(led_in.end(), len(before.text)) if led_in else before
    found = events(own) or events(before)
    if found:
        with_whom = re.match(r"\s*with\s", case.behind.text)
        title = titled(found[0].title, complement(case.behind)) if with_whom else found[0].title
        yield evolve(found[0], title=title)
        return
    said = plain_subject(before)
    occurs = clause.does in {Does.OCCURS, Does.HOLDS} and clause.lemma != "follow"
    if occurs and said and not (before.spoken or town_of(said)):
        title = f"Arrival of {said}" if clause.lemma == "expect" else re.sub(r"^(?:the|a|an) ", "", said)
        yield Announced(title=title, format=format_of(title))


LED_GROUP = re.compile(r"\s*(?:the|an?|his|her|its|their)\s+(?:[\w-]+\s+){0,3}(?:delegation|side|team|mission)\b")
"""A group that somebody leads, and no event."""


def held(case: Case) -> Iterable[Announced]:
    """Tell what is held or attended; what begins by itself is the subject."""
    itself = case.clause.passive or re.search(r"\w{3}", complement(case.behind).text) is None
    return events(case.behind) or list(_object(case)) or (named_before(case) if itself else ())


def _object(case: Case) -> Iterator[Announced]:
    """Tell what is held or attended by its own words, whatever they name."""
    thing = complement(case.behind)
    title = title_of(thing)
    title = re.sub(r"^(?:The|An?|His|Her|Their|Its)\s+(?=\w)", "", title)
    begun = re.match(r"(?:[a-z-]+ ){0,2}?([a-z]+)\b", title.casefold())
    those = thing.spoken[0].start <= 5 if thing.spoken else begun is not None and begun[1] in THOSE
    if case.clause.lemma == "host" and those:
        title = titled("Meeting with", thing)
    if re.search(r"\w{3}", title) and not case.clause.passive and not town_of(title):
        yield Announced(title=title, format=format_of(title))

"""What a clause announces: a title in the field's own words, with the format, who takes part and where."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from diplocal.drafting.clauses import Clause
from diplocal.drafting.formats import JOURNEYS, format_of
from diplocal.drafting.people import Named
from diplocal.drafting.titles import ABSTRACT, GONE, Words, complement, headed, phrases, tidy, title_of
from diplocal.drafting.verbs import Does, gerund
from diplocal.drafting.vocabulary import word_set
from diplocal.drafting.where import Where, goal_of, place_in, town_of
from diplocal.model import Format

_NO_SUBJECT = word_set("he she it they who that this which we i and both also then there")
_HOW = re.compile(r"\s*(?:before|at|to)\s+(?=\S)")
_WITH_OTHERS = (Format.BILATERAL, Format.TRILATERAL, Format.MEETING)
_ACTS = {
    "sign": "Signing", "initial": "Initialling", "exchange": "Exchange", "inaugurate": "Inauguration",
    "open": "Opening", "unveil": "Unveiling", "launch": "Launch", "close": "Closing", "present": "Presentation",
}  # fmt: skip
"""Verbs to the nouns of what they tell."""

_OBJECT_STOPS = re.compile(
    r"\s(?:in|at|on|during|before|after|while|where|who|which|to|from|as|by|for|aimed|amid|with a view)\s"
    rf"|[;:({GONE}]|\.(?:\s|$)"
)


@frozen(kw_only=True)
class Told:
    """What words announce.

    Attributes:
        title: a noun phrase.
        format: what kind of item.
        people: who takes part.
        unnamed: who else does.
        place: where.
        journey: whether other things may take place within it.
        act: whether it is but what somebody does, called by the verb.
        again: whether the words speak of something told before ("this meeting").
        doubt: what a person should look at.
    """

    title: str
    format: Format | None = None
    people: tuple[Named, ...] = field(converter=tuple[Named, ...], default=())
    unnamed: str = ""
    place: Where | None = None
    journey: bool = False
    act: bool = False
    again: bool = False
    doubt: str = ""


_AGAIN = re.compile(r"\b(?:this|the same)\s+$", re.IGNORECASE)


@frozen(kw_only=True)
class _Case:
    """A clause with what stands around its verb.

    Attributes:
        clause: the clause.
        before: the words before its verb.
        behind: those behind it.
        subject: who it speaks of.
        name: the subject's name, or its own words where it is nobody's.
    """

    clause: Clause
    before: Words
    behind: Words
    subject: tuple[Named, ...]
    name: str


def tell(words: Words, clause: Clause, subject: Sequence[Named]) -> Iterator[Told]:
    """Tell what a clause announces; nothing where it only says, judges or ends something.

    Args:
        words: the sentence, without its dates.
        clause: one of its clauses.
        subject: who the clause speaks of, a pronoun resolved.
    """
    before, behind = words.part(clause.subject, clause.verb), words.part(clause.object, clause.end)
    name = subject[0].name if subject else _plain_subject(before)
    case = _Case(clause=clause, before=before, behind=behind, subject=tuple(subject), name=name)
    at = place_in(behind.text) or place_in(before.text)
    told = list(_told(case))
    for one in told:
        people = [*subject, *one.people] if len(told) > 1 else [*subject, *(one.who for one in behind.spoken)]
        yield evolve(one, title=tidy(one.title), people=tuple(dict.fromkeys(people)), place=one.place or at)


def _told(case: _Case) -> Iterable[Told]:
    clause, behind = case.clause, case.behind
    if clause.does is Does.HOLDS:
        return _held(case)
    if clause.does is Does.RECEIVES and clause.passive:
        return events(behind) or _received(clause, behind)
    if clause.does is Does.STAYS and re.search(r"\b(?:stop|leg|destination)\b", behind.text):
        return [_visit(case.name, case.before)]
    return _TELLERS[clause.does](case)


def _held(case: _Case) -> Iterable[Told]:
    """Tell what is held or attended; what begins by itself is the subject."""
    if case.clause.passive and case.clause.lemma in {"join", "chair", "co-chair", "lead"}:
        return ()
    if re.search(r"\w{3}", case.behind.text) is None:
        return _named_before(case)
    thing = case.behind.text[: complement(case.behind, 0)]
    itself = case.clause.passive or re.search(r"\w{3}", thing) is None
    return events(case.behind) or list(_object(case)) or (_named_before(case) if itself else ())


def _object(case: _Case) -> Iterator[Told]:
    """Tell what is held or attended by its own words, whatever they name."""
    thing = case.behind.part(0, complement(case.behind, 0))
    title = title_of(thing)
    title = re.sub(r"^(?:The|An?|His|Her|Their|Its)\s+(?=\w)", "", title)
    if case.clause.lemma == "join":
        return  # whom somebody joins is no event
    if re.search(r"\w{3}", title) and not case.clause.passive and not town_of(title):
        yield Told(title=title, format=format_of(title))


_SUBORDINATE = re.compile(r"\(|(?:when|as|if|while|although|because|whether|before|after|since)\b", re.IGNORECASE)


def _plain_subject(before: Words) -> str:
    """Give the subject's own words where it is nobody's name: "the delegation"."""
    said = tidy(
        re.sub(
            r"^\s*(?:and|but|then|where|that|which|who)\b|\b(?:it|him|her|them)sel(?:f|ves)\b",
            "",
            before.text.split(",")[-1],
        )
    )
    if not 0 < len(said.split()) <= 9 or said.casefold() in _NO_SUBJECT or _SUBORDINATE.match(said):
        return ""
    return re.sub(r"^(?:The|A|An|His|Her|Its)\b", lambda first: first[0].lower(), said)


# --- what is named by a noun ------------------------------------------------------------------------------------------


_BESIDE = re.compile(
    r"\b(?:according to|during|after|before|following|ahead of|since|until|prior to|as part of|regarding"
    r"|(?:at|on|in) the (?:end|close|start|beginning|margins?|sidelines|occasion|eve|run-up|framework) (?:of|to))"
    r"\s+(?:(?:the|an?|his|her|their|its|this|that|[\w-]+ed|[A-Z][\w’'-]*)\s+)*$",
    re.IGNORECASE,
)
"""What sets something beside an event, so that the event itself is not what the verb tells."""


def events(words: Words) -> list[Told]:
    """List what a clause's object names: "a bilateral meeting with ... and talks with ..."."""
    found: list[Told] = []
    for start, end, head in phrases(words):
        if _BESIDE.search(words.text[:start]):
            continue
        if found and not re.search(r"(?:\band|,|;|\bas well as)\s+(?:the |an? |then |also )*$", words.text[:start]):
            continue
        part = words.part(start, end)
        title = title_of(part)
        bare = title.split()
        if head in ABSTRACT and len(bare) < 2:
            continue
        title = _of_whom(title, words, start)
        found += [evolve(one, again=bool(_AGAIN.search(words.text[:start]))) for one in _apart(title, part)]
    return found


def _direct(behind: Words) -> list[Told]:
    """List what is the object of a verb itself: "partake in talks", not "discuss items in a dialogue"."""
    first = next(iter(phrases(behind)), None)
    return events(behind) if first and _OBJECT.fullmatch(behind.text[: first[0]]) else []


_OBJECT = re.compile(
    r"\W*(?:(?:in|on|upon|down|with|for|the|an?|his|her|their|its|this|several|two|three|[\w-]+ed|[\w-]+ing)\s+)*",
    re.IGNORECASE,
)


def _of_whom(title: str, words: Words, start: int) -> str:
    """Say whose visit it is: "the President's visit to Rome"."""
    owner = next((one for one in words.spoken if words.text[one.end : start].strip() in {"'s", "’s", "'", "’"}), None)
    journey = re.match(r"((?:\w+ )?(?:visit|trip|tour|stay|journey))\b", title, re.IGNORECASE)
    if owner is None or journey is None:
        return title
    return f"{journey[1]} of {owner.who.name}{title[journey.end() :]}"


def _apart(title: str, part: Words) -> Iterator[Told]:
    """Tell meetings with a person and with others who have no name apart: they are several."""
    several = re.match(r"(.*\b(?:meetings|talks|bilaterals)) with\s+", title)
    last = part.spoken[-1] if part.spoken else None
    rest = re.match(r",?\s+and\s+(?:the\s+)?(?=[a-z])", part.text[last.end :]) if last else None
    if not (several and last and rest):
        yield _event(title, part)
        return
    lead = several[1].removesuffix("s") if several[1].endswith("meetings") and len(part.spoken) == 1 else several[1]
    named = _listed([one.who.name for one in part.spoken])
    others = tidy(part.text[last.end + rest.end() :])
    others = others[:1].lower() + others[1:]
    kind = format_of(title)
    yield Told(title=f"{lead} with {named}", format=kind, people=[one.who for one in part.spoken])
    yield Told(title=f"{several[1]} with {others}", format=kind, unnamed=others)


def _event(title: str, part: Words) -> Told:
    kind = format_of(title, with_somebody=len(part.spoken) == 1)
    journey = kind is Format.VISIT
    goal = goal_of(part.text) if journey else []
    place = goal[0] if len(goal) == 1 else None
    people = [one.who for one in part.spoken]
    _, _, others = title.partition(" with ") if kind in _WITH_OTHERS and not people else ("", "", "")
    return Told(title=title, format=kind, people=people, unnamed=others, place=place, journey=journey)


_LED_IN = re.compile(
    r"\s*(?:according|as|at|by|during|following|for|in|on|under|upon|with|within)\b.*,\s", re.IGNORECASE
)


def _named_before(case: _Case) -> Iterator[Told]:
    """Tell what takes place: the subject's noun phrase, or the subject itself."""
    clause, before = case.clause, case.before
    led_in = _LED_IN.match(before.text)
    own = before.part(led_in.end(), len(before.text)) if led_in else before
    if found := events(own) or events(before):
        with_whom = re.match(r"\s*with\s", case.behind.text)
        those = case.behind.part(0, complement(case.behind, 0))
        title = title_of(headed(found[0].title, those)) if with_whom else found[0].title
        yield evolve(found[0], title=title)
        return
    said = _plain_subject(before)
    occurs = clause.does in {Does.OCCURS, Does.HOLDS} and clause.lemma != "follow"
    if occurs and said and not before.spoken:
        title = f"Arrival of {said}" if clause.lemma == "expect" else re.sub(r"^(?:the|a|an) ", "", said)
        yield Told(title=title, format=format_of(title))


# --- people -----------------------------------------------------------------------------------------------------------


def _meeting(lead: str, case: _Case, skip: str = "") -> Iterator[Told]:
    """Tell a meeting with those whom the object names; without any, what it names."""
    behind, subject = case.behind, case.subject
    begin = len(behind.text) - len(behind.text.lstrip())
    if skip and (stepped := re.match(rf"\s*(?:\w+ly )?(?:{skip}|up with)\s+", behind.text)):
        begin = stepped.end()
    end = max(_object_end(behind, begin), begin)
    those = behind.part(begin, end)
    if _CALL.match(those.text) and (found := events(behind)):
        yield from found
        return
    if re.fullmatch(r"\s*(?:him|her|them|each other)\s*", those.text):
        yield from _called(lead, subject)
        return
    if not those.text.strip(" .,§") or re.match(r"\s*(?:under|in|at|on|by|for)\b", those.text):
        name = _plain_subject(case.before)
        yield from events(behind) or ([Told(title=f"Meeting of {name}", format=Format.MEETING)] if name else [])
        return
    if re.match(r"the (?:press|media)\b", those.text):
        of = f" of {case.name}" if case.name and not subject else ""
        yield Told(title=f"Press conference{of}", format=Format.PRESS_CONFERENCE)
        return
    title = title_of(headed(lead, those))
    yield Told(title=title, format=format_of(title, with_somebody=len(those.spoken) == 1))


_CALL = re.compile(r"\s*an? (?:[a-z]+ )?(?:call|visit|briefing)\b")


def _called(lead: str, subject: Sequence[Named]) -> Iterator[Told]:
    """Tell a meeting from the other side: "is to call on her"."""
    if subject:
        title = (
            f"{lead.removesuffix(' on')} by {subject[0].name}" if lead.endswith(" on") else f"{lead} {subject[0].name}"
        )
        yield Told(title=title, format=format_of(title, with_somebody=True))


def _object_end(words: Words, begin: int) -> int:
    """Find where an object ends: before a time, a place or a clause, outside of the names in it."""
    for stop in _OBJECT_STOPS.finditer(words.text, begin):
        if not any(one.start <= stop.start() < one.end for one in words.spoken):
            said = stop[0].strip()
            if said == "for" and re.match(
                r"\s(?:Foreign|European|International|[A-Z]\w+\s(?:Affairs|Refugees))", words.text[stop.end() - 1 :]
            ):
                continue
            return stop.start()
    return len(words.text)


def _call(words: str) -> str:
    if re.search(r"\bcourtesy\b", words):
        return "Courtesy call by"
    return "Letters of credence from" if re.search(r"\bcredentials|letters of credence\b", words) else ""


def _received(clause: Clause, behind: Words) -> list[Told]:
    """Tell who receives: "will be received by the President of Kazakhstan"."""
    by = re.search(r"\bby\s+", behind.text)
    if by is None:
        place = place_in(behind.text)
        return [Told(title=f"Welcome at {place.venue}" if place and place.venue else "Welcome", format=Format.ARRIVAL)]
    host = behind.part(by.end(), max(_object_end(behind, by.end()), by.end()))
    lead = "Meeting with" if clause.lemma == "receive" else "Welcome by"
    title = title_of(headed(lead, host))
    return [Told(title=title, format=Format.ARRIVAL if lead == "Welcome by" else format_of(title, with_somebody=True))]


# --- journeys ---------------------------------------------------------------------------------------------------------


def _visit(name: str, behind: Words) -> Told:
    """Tell a visit to a country or town, or to a site."""
    goals = goal_of(behind.text)
    if goals and re.match(r"\s*(?:the )?[A-Z]", behind.text):
        listed = _listed([goal.name for goal in goals])
        title = f"Visit of {name} to {listed}" if name else f"Visit to {listed}"
        return _journey(title, goals)
    site = behind.part(0, _object_end(behind, 0))
    return Told(title=title_of(headed("Visit to", site)), format=Format.SITE_VISIT)


def _travel(case: _Case) -> Iterator[Told]:
    """Tell a journey, or what somebody travels to: "will be in Suva for the Forum's meeting"."""
    name, clause, behind = case.name, case.clause, case.behind
    for_what = re.search(
        r"\b(?:for|to attend|to take part in|to join|to open|to chair)\s+(?=the\b|an?\b|talks\b|its\b|his\b|her\b)",
        behind.text,
    )
    within = behind.part(for_what.end(), len(behind.text)) if for_what else None
    what = [one for one in events(within) if not one.journey] if within else []
    if what:
        place = next(iter(goal_of(behind.text[: for_what.start()])), None) if for_what else None
        yield evolve(what[0], place=place or place_in(behind.text))
        return
    goals = goal_of(
        f"in {behind.text.lstrip()}"
        if clause.does is Does.STAYS and behind.text.lstrip()[:1].isupper()
        else behind.text
    )
    kind = JOURNEYS.search(behind.text)
    if not goals and clause.lemma == "stay":
        yield Told(title=f"Stay of {name}" if name else "Stay", format=Format.VISIT, journey=True)
    elif not goals:
        yield from (
            evolve(one, title=f"{one.title} of {name}" if name and one.journey else one.title) for one in events(behind)
        )
    if not goals:
        return
    lead = _kind_of_visit(behind) if kind else "Visit"
    listed = _listed([goal.name for goal in goals])
    yield _journey(f"{lead} of {name} to {listed}" if name else f"{lead} to {listed}", goals)


def _journey(title: str, goals: Sequence[Where]) -> Told:
    names = [goal.name for goal in goals]
    doubt = f"the words name several places: {', '.join(names)}" if len(names) > 1 else ""
    return Told(
        title=title, format=Format.VISIT, place=goals[0] if len(goals) == 1 else None, journey=True, doubt=doubt
    )


def _kind_of_visit(words: Words) -> str:
    """Say which visit it is: "State visit", "Official visit"."""
    kind = re.search(
        r"((?:state|official|working|private|historic|courtesy|goodwill)\s+visit)", words.text, re.IGNORECASE
    )
    return kind[1].capitalize() if kind else "Visit"


def _on_the_way(case: _Case) -> Iterator[Told]:
    """Tell a departure, an arrival or a return; with a visit at its end, the visit."""
    name, clause, behind = case.name, case.clause, case.behind
    journey = JOURNEYS.search(behind.text)
    goals = goal_of(behind.text[journey.start() if journey else 0 :])
    direct = clause.does is Does.LEAVES and re.match(r"\s*(?:the )?[A-Z]", behind.text)
    if clause.does is Does.LEAVES and journey and goals:
        listed = _listed([goal.name for goal in goals])
        lead = _kind_of_visit(behind)
        yield Told(
            title=f"{lead} of {name} to {listed}" if name else f"{lead} to {listed}", format=Format.VISIT, journey=True
        )
        return
    noun, usual, kind = {
        Does.LEAVES: ("Departure", "for", Format.DEPARTURE),
        Does.RETURNS: ("Return", "to", Format.DEPARTURE),
    }.get(clause.does, ("Arrival", "in", Format.ARRIVAL))
    subject = re.sub(r"^(?:[Tt]he )?(.+?)[’']s (?:plane|aircraft|flight|train|delegation)$", r"\1", name)
    title = f"{noun} of {subject}" if subject else noun
    strange = re.match(r"\s*(for|to|in|at|from) (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)", behind.text)
    if goals:
        title += f" {'from' if direct else usual} {goals[0].name}"
    elif strange:
        title += f" {strange[1]} {strange[2]}"
    yield Told(title=title, format=kind, place=goals[0] if goals and clause.does is not Does.LEAVES else None)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)


# --- acts -------------------------------------------------------------------------------------------------------------


def _speech(behind: Words) -> Iterator[Told]:
    with_whom = re.match(r"\s*(by (?:tele)?phone |(?:on|over) the phone )?with\s+(?=\S)", behind.text)
    if with_whom:
        those = behind.part(with_whom.end(), max(_object_end(behind, with_whom.end()), with_whom.end()))
        title = title_of(headed("Phone call with" if with_whom[1] else "Talks with", those))
        yield Told(title=title, format=format_of(title, with_somebody=True))
        return
    at = re.match(r"\s*(?:at|to|before)\s+", behind.text)
    if at:
        where = behind.part(at.end(), complement(behind, at.end()))
        yield Told(title=title_of(headed("Speech at" if "at" in at[0] else "Speech to", where)), format=Format.SPEECH)
    else:
        yield Told(title="Speech", format=Format.SPEECH)


def _act(case: _Case) -> Iterator[Told]:
    """Tell an act by its noun: "Signing of a plan", "Unveiling of a plaque"; what opens by itself by its own name."""
    clause, behind = case.clause, case.behind
    thing = behind.part(0, complement(behind, 0))
    noun = _ACTS.get(clause.lemma) or gerund(clause.lemma).capitalize()
    lead = "Address to" if clause.does is Does.ADDRESSES else f"{noun} of"
    act = clause.does is Does.OTHER
    if not re.search(r"\w{3}", thing.text) or (clause.passive and re.match(r"\s*by\b", behind.text)):
        if clause.passive and clause.does is Does.SIGNS and (said := _plain_subject(case.before)):
            yield Told(title=f"{lead} {said}", format=Format.SIGNING)
        elif clause.does in {Does.OPENS, Does.ADDRESSES}:
            yield from _named_before(evolve(case, clause=evolve(clause, does=Does.OCCURS)))
        elif clause.passive:
            yield from events(case.before)[:1]
        elif act and (how := _HOW.match(behind.text)):
            title = title_of(headed(noun, behind.part(0, complement(behind, how.end()))))
            yield Told(title=title, act=True)
    elif not clause.passive:
        title = title_of(headed(lead, thing))
        kind = format_of(title) or (Format.SPEECH if clause.does is Does.ADDRESSES else None)
        yield Told(title=title, format=kind, act=act)


def _laying(case: _Case) -> Iterator[Told]:
    if not re.search(r"\bwreath", case.behind.text):
        return
    site = re.search(r"\b(?:at|on|before)\s+((?:the\s+)?[^,.;§]+)", case.behind.text)
    yield Told(title=f"Wreath-laying at {site[1]}" if site else "Wreath-laying", format=Format.WREATH_LAYING)


def _briefing(case: _Case) -> Iterator[Told]:
    thing = tidy(case.behind.part(0, complement(case.behind, 0)).text)
    if (
        case.clause.lemma != "answer"
        and re.search(r"\w{3}", thing)
        and not re.match(r"(?i)(?:the )?(?:press|media|journ|report)", thing)
    ):
        thing = re.sub(r"^The\b", "the", thing)
        yield Told(title=f"Briefing of {thing}", format=format_of(thing))
        return
    title = next((one.title for one in events(case.behind)), "Press briefing")
    yield Told(title=title, format=Format.PRESS_CONFERENCE)


def _ending(case: _Case) -> Iterable[Told]:
    """Tell with what something ends: "winds up with the inauguration of ..."; that it ends is nothing."""
    last = re.search(r"\bwith (?=the\b|an?\b)", case.behind.text)
    return events(case.behind.part(last.end(), len(case.behind.text))) if last else ()


def _nothing(_: _Case) -> Iterable[Told]:
    return ()


_TELLERS: dict[Does, Callable[[_Case], Iterable[Told]]] = {
    Does.MEETS: lambda case: _meeting("Meeting with", case, skip="with"),
    Does.RECEIVES: lambda case: _meeting(_call(case.behind.text) or "Meeting with", case),
    Does.CALLS_ON: lambda case: _meeting("Courtesy call on", case),
    Does.DINES: lambda case: _meeting("Dinner with", case, skip="with"),
    Does.ACCOMPANIES: lambda case: events(case.behind),
    Does.VISITS: lambda case: [_visit(case.name, case.behind)],
    Does.TRAVELS: _travel,
    Does.STAYS: _travel,
    Does.LEAVES: _on_the_way,
    Does.RETURNS: _on_the_way,
    Does.ARRIVES: _on_the_way,
    Does.OCCURS: _named_before,
    Does.CHANGES: _named_before,
    Does.SPEAKS: lambda case: _speech(case.behind),
    Does.BRIEFS: _briefing,
    Does.LAYS: _laying,
    Does.SIGNS: _act,
    Does.OPENS: _act,
    Does.ADDRESSES: _act,
    Does.OTHER: lambda case: _direct(case.behind) or _act(case),
    Does.SAYS: _nothing,
    Does.ENDS: _ending,
}

__all__ = ["Told", "events", "tell"]

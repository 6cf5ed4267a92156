"""What a clause announces, by what its verb tells: a title in the field's own words, the format, who and where."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve

from diplocal.announcement.item import Announced
from diplocal.announcement.where import town_of
from diplocal.announcement.words import Named, Words
from diplocal.languages.en.notices.cases import Case, object_of, plain_subject
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.formats import BY_VIDEO, format_of
from diplocal.languages.en.notices.happenings import LED_GROUP, events, held, named_before
from diplocal.languages.en.notices.journeys import on_the_way, travel, visit
from diplocal.languages.en.notices.titles import MOST, complement, tidy, titled
from diplocal.languages.en.notices.verbs import Does, gerund
from diplocal.languages.en.notices.where import place_in
from diplocal.model import Format

_JOINED = re.compile(r"\s*(?:between|among|against|for|with|on|over|in|into|at|to|from|by)\b")
_ACTS = {
    "sign": "Signing", "initial": "Initialling", "exchange": "Exchange", "inaugurate": "Inauguration",
    "open": "Opening", "unveil": "Unveiling", "launch": "Launch", "close": "Closing", "present": "Presentation",
    "discuss": "Discussion",
}  # fmt: skip
"""Verbs to the nouns of what they tell."""


def tell(words: Words, clause: Clause, subject: Sequence[Named]) -> Iterator[Announced]:
    """Tell what a clause announces; nothing where it only says, judges or ends something.

    Args:
        words: the sentence, without its dates.
        clause: one of its clauses.
        subject: who the clause speaks of, a pronoun resolved.
    """
    before, behind = clause.named(words), words.part(clause.object, clause.end)
    name = subject[0].name if subject else plain_subject(before)
    case = Case(clause=clause, before=before, behind=behind, subject=tuple(subject), name=name)
    at = place_in(behind.text) or place_in(before.text) or (town_of(before.text) if clause.lemma == "host" else None)
    told = [_of_whom(_with_purpose(one, words, clause), case) for one in _told(case)]
    for one in told:
        people = [*subject, *one.people] if len(told) > 1 else [*subject, *behind.people]
        yield evolve(one, title=tidy(one.title), people=tuple(dict.fromkeys(people)), place=one.place or at)


def _of_whom(one: Announced, case: Case) -> Announced:
    """Say whose a noun is : "will continue its discussions", "holds its ninth session"."""
    plain = not case.clause.passive and case.name and not (case.subject or _OTHERS.match(case.behind.text))
    plain = plain and case.clause.lemma not in {"include", "feature", "comprise"}  # "The programme includes a lunch"
    title = f"{one.title} of {case.name}"
    said = one.title.casefold() in case.name.casefold() or case.name in one.title or _OF.search(one.title) is not None
    return evolve(one, title=title) if plain and not said and len(title.split()) <= MOST else one


_OF = re.compile(r"\s(?:by|to|with)\s")
_OTHERS = re.compile(r"\s*(?:the|with)\b")
_PURPOSE = re.compile(r"\s*to\s+[a-z-]+\s")


def _with_purpose(one: Announced, words: Words, clause: Clause) -> Announced:
    """Add what a noun that says nothing alone is for: "a ceremony to commemorate veterans"."""
    purpose = _PURPOSE.match(words.text, clause.end)
    if purpose is None or " " in one.title or not words.text[: clause.end].rstrip().endswith(one.title.lower()):
        return one
    return evolve(one, title=titled(f"{one.title} {purpose[0]}", complement(words, purpose.end())))


def _told(case: Case) -> Iterable[Announced]:
    clause, behind = case.clause, case.behind
    if clause.does is Does.HOLDS:
        led = None if clause.passive else LED_GROUP.match(behind.text)
        return held(case) if led is None else events(behind) or travel(_behind(case, led.end()))
    takes_part = clause.lemma == "represent" or re.match(r"\s*(?:among|present)\b", behind.text)
    if takes_part and (at := re.search(r"\bat\s", behind.text)):
        return held(_behind(case, at.end()))
    if clause.does in {Does.OPENS, Does.ENDS} and _WITH.match(behind.text):
        return events(behind)  # "The visit concludes with a dinner"
    if clause.lemma == "be" and (free := _AVAILABLE.match(behind.text)):
        of = f" of {case.name}" if case.name else ""
        return [Announced(title=f"Press availability{of}", format=Format.PRESS_CONFERENCE)] if free["press"] else []
    if clause.does is Does.STAYS and not case.subject and (found := events(case.before)):
        return found[:1]  # "The next session is on 12 May"
    if clause.does is Does.STAYS and re.search(r"\b(?:stop|leg|destination)\b", behind.text):
        return [visit("", case.before)]
    return _TELLERS[clause.does](case)


_AT_THEIR = re.compile(r"\bat (?:their|its|an?) ")
_PRIZE = re.compile(
    r"\s*(?P<what>(?:an?|the|his|her)\s+(?:\S+\s+){0,4}?(?:[Pp]rize|[Aa]ward|[Mm]edal|Order|doctorate|degree)\b)"
)
_WITH = re.compile(r"\s*with an? ")
_AVAILABLE = re.compile(r"\s*available\b(?P<press>[^,;.]*\b(?:press|media|reporters|journalists|questions))?")


def _behind(case: Case, end: int) -> Case:
    return evolve(case, behind=case.behind.part(end, len(case.behind.text)))


# --- people -----------------------------------------------------------------------------------------------------------


def _meeting(lead: str, case: Case, skip: str = "") -> Iterator[Announced]:
    """Tell a meeting with those whom the object names; without any, what it names."""
    behind, subject = case.behind, case.subject
    begin = len(behind.text) - len(behind.text.lstrip())
    if skip and (stepped := re.match(rf"\s*(?:\w+ly )?(?:{skip}|up with)\s+", behind.text)):
        begin = stepped.end()
    those = object_of(behind, begin)
    rest = behind.part(begin + len(those.text), len(behind.text))
    at = re.search(r"\b(?:at|with) an? (?=\S)", rest.text) if case.clause.does is Does.RECEIVES else None
    staged = events(rest.part(at.end(), len(rest.text)))[:1] if at else []
    if found := staged or (events(behind) if _CALL.match(those.text) else []):
        yield from found
        return
    if re.fullmatch(r"\s*(?:him|her|them|each other)\s*", those.text) and not those.spoken:
        return
    if not those.text.strip(" .,§") or re.match(r"\s*(?:under|in|at|on|by|for|as|again|soon|every|each)\b", those.text):
        name = plain_subject(case.before)
        staged = [] if name and BY_VIDEO.search(behind.text) else events(behind)
        yield from staged or ([Announced(title=f"Meeting of {name}", format=Format.MEETING)] if name else [])
        return
    if re.match(r"the (?:press|media)\b", those.text):
        of = f" of {case.name}" if case.name and not subject else ""
        yield Announced(title=f"Press conference{of}", format=Format.PRESS_CONFERENCE)
        return
    title = titled(lead, those)
    yield Announced(title=title, format=format_of(title, len(those.spoken)))


_CALL = re.compile(r"\s*an? (?:[a-z]+ )?(?:call|visit|briefing)\b")


def _call(words: str) -> str:
    if re.search(r"\bcourtesy\b", words):
        return "Courtesy call by"
    return "Letters of credence from" if re.search(r"\bcredentials|letters of credence\b", words) else ""


def _receiving(case: Case) -> Iterable[Announced]:
    """Tell who is received or receives, or which prize somebody does."""
    if case.clause.passive:
        return events(case.behind) or _received(case.clause, case.behind)
    if prize := _PRIZE.match(case.behind.text):
        return [Announced(title=titled("Award of", object_of(case.behind, prize.start("what"))))]
    return _meeting(_call(case.behind.text) or "Meeting with", case)


def _received(clause: Clause, behind: Words) -> list[Announced]:
    """Tell who receives: "will be received by the President of Kazakhstan"."""
    by = re.search(r"\bby\s+", behind.text)
    if by is None:
        return []
    host = object_of(behind, by.end())
    if clause.lemma != "receive":
        return [Announced(title=titled("Welcome by", host), format=Format.ARRIVAL)]
    title = titled("Meeting with", host)
    return [Announced(title=title, format=format_of(title, people=1))]


_PRESS = re.compile(r"(?:the )?(?:[a-z]+ )?(?:press|media|reporters|journalists)\b")

# --- acts -------------------------------------------------------------------------------------------------------------


def _speech(behind: Words) -> Iterator[Announced]:
    with_whom = re.match(r"\s*(by (?:tele)?phone |(?:on|over) the phone )?with\s+(?=\S)", behind.text)
    if with_whom:
        title = titled("Phone call with" if with_whom[1] else "Talks with", object_of(behind, with_whom.end()))
        yield Announced(title=title, format=format_of(title, people=1))
        return
    at = re.match(r"\s*(?:at|to|before)\s+", behind.text)
    if at and (press := _PRESS.match(behind.text, at.end())):
        yield Announced(title=f"Statement to {press[0]}", format=Format.PRESS_CONFERENCE)
    elif at:
        title = titled("Speech at" if "at" in at[0] else "Speech to", complement(behind, at.end()))
        yield Announced(title=title, format=Format.SPEECH)
    else:
        yield Announced(title="Speech", format=Format.SPEECH)


def _act(case: Case) -> Iterator[Announced]:
    """Tell an act by its noun: "Signing of a plan", "Unveiling of a plaque"; what opens by itself by its own name."""
    clause, behind = case.clause, case.behind
    thing = complement(behind)
    noun = _ACTS.get(clause.lemma) or gerund(clause.lemma).capitalize()
    lead = "Address to" if clause.does is Does.ADDRESSES else f"{noun} of"
    act = clause.does is Does.OTHER
    if act and (at := _AT_THEIR.search(behind.text)) and (found := events(behind.part(at.end(), len(behind.text)))):
        yield from found[:1]
        return
    if not re.search(r"\w{3}", thing.text) or (clause.passive and re.match(r"\s*by\b", behind.text)):
        if clause.lemma == "close":
            closed = events(case.before)[:1]  # an office that is closed is none
            yield from closed if clause.passive else [evolve(one, title=f"Closing: {one.title}") for one in closed]
        elif clause.does in {Does.OPENS, Does.ADDRESSES}:
            yield from named_before(evolve(case, clause=evolve(clause, does=Does.OCCURS)))
        elif clause.passive:
            found = events(case.before)[:1]
            what = plain_subject(case.before)
            yield from found or ([Announced(title=f"{noun} of {what}", act=act)] if what else [])
    elif not clause.passive:
        joined = act and _JOINED.match(thing.text)
        title = titled(noun if joined else lead, thing)
        kind = format_of(title) or (Format.SPEECH if clause.does is Does.ADDRESSES else None)
        yield Announced(title=title, format=kind, act=act)


def _laying(case: Case) -> Iterator[Announced]:
    what = case.before if case.clause.passive else case.behind
    if not re.search(r"\bwreath", what.text, re.IGNORECASE):
        return
    site = re.search(r"\b(?:at|on|before)\s+((?:the\s+)?[^,.;§]+)", case.behind.text)
    yield Announced(title=f"Wreath-laying at {site[1]}" if site else "Wreath-laying", format=Format.WREATH_LAYING)


def _briefing(case: Case) -> Iterator[Announced]:
    thing = tidy(complement(case.behind).text)
    if (
        case.clause.lemma != "answer"
        and re.search(r"\w{3}", thing)
        and not re.match(r"(?i)(?:the )?(?:press|media|journ|report)", thing)
    ):
        thing = re.sub(r"^The\b", "the", thing)
        yield Announced(title=f"Briefing of {thing}", format=format_of(thing))
        return
    title = next((one.title for one in events(case.behind)), "Press briefing")
    yield Announced(title=title, format=Format.PRESS_CONFERENCE)


_TELLERS: dict[Does, Callable[[Case], Iterable[Announced]]] = {
    Does.MEETS: lambda case: _meeting("Meeting with", case, skip="with"),
    Does.RECEIVES: _receiving,
    Does.CALLS_ON: lambda case: _meeting("Courtesy call on", case),
    Does.DINES: lambda case: _meeting("Dinner with", case, skip="with"),
    Does.ACCOMPANIES: lambda case: events(case.behind),
    Does.VISITS: lambda case: [visit(case.name, case.behind)],
    Does.TRAVELS: travel,
    Does.STAYS: travel,
    Does.LEAVES: on_the_way,
    Does.RETURNS: on_the_way,
    Does.ARRIVES: on_the_way,
    Does.OCCURS: named_before,
    Does.CHANGES: named_before,
    Does.SPEAKS: lambda case: _speech(case.behind),
    Does.BRIEFS: _briefing,
    Does.LAYS: _laying,
    Does.SIGNS: _act,
    Does.OPENS: _act,
    Does.ADDRESSES: _act,
    Does.OTHER: _act,
    Does.SAYS: lambda _: (),
    Does.ENDS: lambda _: (),
}

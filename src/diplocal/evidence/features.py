"""What is looked at around a reference, as named features; their weights are in the language's data."""

from collections.abc import Iterator
from typing import Final

from diplocal.clauses.contexts import Context
from diplocal.clauses.groups import Group
from diplocal.languages.language import Vocabulary
from diplocal.phrases.tokens import HARD_SIGNS, Tokens
from diplocal.when import (
    At,
    CalendarDay,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    InFigures,
    InMonth,
    InPart,
    Length,
    Mention,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Reference,
    Span,
    Which,
    Window,
)


def kind_of(reference: Reference, core: Reference) -> str:
    """The kind of a reference, by its first day."""
    day = reference.day if isinstance(reference, At) else reference
    return f"counted {_kind(core)}" if isinstance(day, Counted) else _kind(core)


def _kind(core: Reference) -> str:
    simple = _KINDS.get(type(core))
    if simple is not None:
        return simple
    match core:
        case OnWeekday(_, which, None):
            return f"weekday {which.value}" if which is not Which.BARE else "weekday"
        case Either(days):
            return _kind(days[0])
        case Window(unit, shift):
            return f"{unit.value} {shift}"
        case _:
            return type(core).__name__


_KINDS: Final[dict[type, str]] = {
    **dict.fromkeys((CalendarDay, InFigures, OnFeast, NthWeekday), "date"),
    DayOfMonth: "day",
    InMonth: "month",
}


def shape_of(reference: Reference) -> str:
    """Whether a reference is a day, several, or a limit."""
    match reference:
        case At(day, _):
            return shape_of(day)
        case Span():
            return "range"
        case DaySet():
            return "days"
        case Length():
            return "length"
        case Deadline():
            return "limit"
        case _:
            return "day"


def tense_of(group: Group | None) -> str:
    """The tense of a verb group; of one that is not finite, with the tense of the one that it hangs on."""
    if group is None:
        return "none"
    tense = group.tense + ("+" if group.passive else "") + ("~" if group.progressive else "")
    parent = group.parent
    if parent is None:
        return tense
    above = "" if parent.parent is None else f"<{parent.parent.tense}"
    return f"{tense}<{parent.tense}{'+' if parent.passive else ''}{above}"


def sense_of(group: Group | None) -> str:
    """What a verb group tells: the class of its verb, or that of the one it hangs on."""
    while group is not None:
        if group.sense:
            return group.sense
        group = group.parent
    return "-"


class Bearing:
    """What the place of a reference says, whichever date is meant.

    Attributes:
        sense: what its verb tells.
        link: the word that sets its event before or after what the sentence tells.
        verb: features of its verbs.
        place: features of what else stands around it.
    """

    __slots__ = ("link", "place", "sense", "verb")

    def __init__(self, sense: str, link: str, *, verb: list[str], place: list[str]) -> None:
        self.sense = sense
        self.link = link
        self.verb = verb
        self.place = place


def bearing(t: Tokens, context: Context, mention: Mention, kind: str, vocabulary: Vocabulary) -> Bearing:
    """Gather what the place of a reference says."""
    sense, link = sense_of(context.verb), _link(t.words, context, vocabulary.links)
    place = _of_place(t, context, mention, kind, vocabulary)
    if link:
        place += [f"link {link}", f"link {link} {context.verb.tense if context.verb is not None else ''} {sense}"]
    return Bearing(sense, link, verb=_of_verbs(context, sense), place=place)


def _of_verbs(context: Context, sense: str) -> list[str]:
    verb, fronted = context.verb, context.fronted
    bare, tense = verb.tense if verb is not None else "", tense_of(verb)
    cut = context.cut if context.cut not in HARD_SIGNS else "sign"
    beside = "beside " if verb is not None and not fronted and verb.head == context.begin - 1 else ""
    where = f"{'behind ' if fronted else ''}{beside}{cut}"
    out = [
        f"tense {tense}",
        f"tense {tense} {sense}",
        f"tense {tense} {where}",
        f"sense {sense} {where}",
    ]
    if verb is not None:
        out.append(f"verb {verb.lemma}")
        out.append(f"near {beside}{bare} {sense}")
        if verb.parent is not None:
            out.append(f"hangs on {verb.parent.lemma}")
            out.append(f"hangs {tense_of(verb.parent)} {sense_of(verb.parent)}")
    if context.other is not None:
        out.append(f"other {context.other.tense} {sense_of(context.other)}{' before' if fronted else ''}")
    if context.second is not None and context.second is not verb:
        out.append(f"second {context.second.tense} {bare}")
    if context.main is not None and context.main is not verb:
        out.append(f"main {context.main.tense} {sense_of(context.main)} {bare}")
    return out


def _of_place(t: Tokens, context: Context, mention: Mention, kind: str, vocabulary: Vocabulary) -> list[str]:
    w, bare = t.words, context.verb.tense if context.verb is not None else ""
    first = w[context.begin]
    out = [
        "any",
        f"kind {kind}",
        f"shape {shape_of(mention.reference)} {bare}",
        f"first {first}",
        f"first {first} {bare}",
        f"before {context.before}",
        *_of_setting(context, bare),
        *_of_nouns(w, context, bare, vocabulary),
    ]
    time = mention.reference.time if isinstance(mention.reference, At) else None
    if time is not None:
        out.append(f"time {time.part.value if isinstance(time, InPart) else 'clock'}")
    shifters = vocabulary.shifters
    out += [f"word {word}" for word in w[context.opening : context.begin] if word in shifters]
    if w[context.end] in vocabulary.behind:
        out.append(f"behind {w[context.end]}")
    return out


def _of_setting(context: Context, bare: str) -> Iterator[str]:
    """A headline, a quotation, brackets, the dateline, a relative clause."""
    if context.headline:
        yield f"headline {bare}"
    if context.quoted:
        yield f"quoted {bare}"
    if context.bracketed:
        yield "bracketed"
    if context.dateline:
        yield "dateline"
    if context.relative:
        yield f"relative {bare}"


def _of_nouns(w: list[str], context: Context, bare: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The event that a day belongs to, by the nouns beside it."""
    if w[context.end - 1] in vocabulary.possessives and context.end - context.begin > 1:
        yield f"whose {_noun_class(w, context.end, vocabulary)}"
        yield f"whose {bare}{' behind' if context.fronted else ''}"
    elif w[context.end] in vocabulary.gatherings or w[context.end] in vocabulary.mishaps:
        yield f"noun behind {_noun_class(w, context.end, vocabulary)}"
    verb = context.verb
    begin = verb.head + 1 if verb is not None and not context.fronted else context.opening
    gap = w[begin : context.begin]
    if not vocabulary.gatherings.isdisjoint(gap[-8:]):
        yield f"gathering {bare} {sense_of(verb)}"
    if not vocabulary.mishaps.isdisjoint(gap[-6:]):
        yield "mishap"


def _link(w: list[str], context: Context, links: frozenset[str]) -> str:
    """The word that sets the event of a reference after or before what its sentence tells ("after Monday's talks")."""
    first = w[context.begin]
    if first in links:
        return first
    verb = context.verb
    floor = max(context.opening, context.begin - 10)
    if verb is not None and not context.fronted:
        floor = max(floor, verb.head)
    for k in range(context.begin - 1, floor - 1, -1):
        if w[k] in links:
            return w[k]
    return ""


def _noun_class(w: list[str], k: int, vocabulary: Vocabulary) -> str:
    """What kind of noun follows, within three words."""
    for word in w[k : k + 3]:
        if word in vocabulary.mishaps:
            return "mishap"
        if word in vocabulary.gatherings:
            return "gathering"
    return "other"

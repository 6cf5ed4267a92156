"""Clauses: the verb groups of a sentence, each with its subject before it and its object behind it.

The groups are those that all reading goes by; here they get what their verb tells, and where subject and object are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from attrs import evolve, frozen

from diplocal.announcement.words import GONE, Words
from diplocal.clauses.groups import Group
from diplocal.languages.en.notices.verbs import DOES, Does
from diplocal.languages.en.verb_groups import ADVERBS, groups
from diplocal.phrases.tokens import Tokens, word_set

_CO = re.compile(r"\bco-(?=[a-z])")
_SIGN = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?=(?:where|who|which|and|but|while|after|before|when)\b)")
_APART = re.compile(r"[;:]\s|\s[–—-]\s")
_ASIDE = re.compile(r"\([^()]*\)|\s[–—-]\s[^–—]*?\s[–—-]\s")
"""What is said aside, with no verb of the sentence in it."""

_BEGUN = re.compile(r"\b[a-z]{3}")

_CONJUNCTION = re.compile(
    r"\s(?=(?:where|when|and|but|while|before|after|that|who|which|since|because|although|though|if|unless|until)\s)"
)
_PAIRED = re.compile(r"\b(?:between|both)\s[^,;]*$")
"""What stands before an "and" that parts no clauses."""

_OWN = re.compile(r"\b(?!and\b|then\b|also\b|later\b)\w")
_RELATIVE = re.compile(r"\b(?:which|who)\s*$")
_PARTICLES = {  # verb and the word behind it -> what the two tell, and how many words behind the verb belong to it
    ("take", "place"): (Does.OCCURS, 1),
    ("take", "part"): (Does.HOLDS, 2),
    ("take", "off"): (Does.LEAVES, 1),
    ("participate", "in"): (Does.HOLDS, 1),
    ("set", "off"): (Does.LEAVES, 1),
    ("set", "out"): (Does.LEAVES, 1),
    ("go", "ahead"): (Does.OCCURS, 1),
    ("preside", "over"): (Does.HOLDS, 1),
    ("stop", "over"): (Does.TRAVELS, 1),
    ("due", "in"): (Does.TRAVELS, 0),
    ("expect", "in"): (Does.TRAVELS, 0),
    ("due", "back"): (Does.RETURNS, 1),
    ("expect", "back"): (Does.RETURNS, 1),
    ("continue", "to"): (Does.TRAVELS, 0),
    ("continue", "on"): (Does.TRAVELS, 1),
    ("take", "over"): (Does.OTHER, 0),
    ("embark", "on"): (Does.HOLDS, 1),
    ("kick", "off"): (Does.HOLDS, 1),
    ("get", "under"): (Does.OCCURS, 2),
    ("get", "underway"): (Does.OCCURS, 1),
    ("play", "host"): (Does.HOLDS, 1),
    ("discuss", "with"): (Does.MEETS, 1),
}
_OCCUR = word_set("schedule slate foresee plan expect hold convene organise organize host give conduct")
"""Verbs that in the passive tell when their subject takes place."""

_UNDERGONE = _OCCUR | {"chair", "lead", "head", "attend", "join", "address", "postpone", "call", "sponsor"}
"""Verbs whose form in -ed is a participle before `_BEHIND_PARTICIPLES`, where no auxiliary helps it."""

_BEHIND_PARTICIPLES = frozenset({GONE, "by", "for", "in", "at", "on", "from", "to"})
"""What follows a participle that stands for a clause: "talks chaired by", "the summit postponed from"."""

_LEADING = frozenset(
    {"due", "set", "schedule", "slate", "expect", "plan", "intend", "able", "hope", "invite", "like", "agree", "decide"}
)
"""What leads to "to" and another verb, and says that this is to come."""

_GOES = frozenset({Does.TRAVELS, Does.RETURNS, Does.LEAVES, Does.ARRIVES})
_WHITHER = frozenset({GONE, "to", "for", "from", "on", "in"})
"""What stands behind "travelling" where it tells the next leg: "before travelling to Rome"."""

_BEFORE_NOUNS = frozenset({",", "for", "of", "at", "with"})
"""What no finite verb stands right behind: "for said meeting"."""

_STAYS = frozenset({"in", "on", "at", "her", "his", "back", "available", "among", "present"})
"""What stands behind "is" where it tells where somebody is, and not what something is."""

_DENY = frozenset({"not", "never", "t", "longer", "cannot", "unable"})
_HOPES = (["look", "forward", "to"], ["looks", "forward", "to"])
_PAST = frozenset({"past", "perfect", "pluperfect", "was_to", "would_perfect", "modal_perfect"})
_PLANS = frozenset({"future", "would", "to_come", "infinitive", "future_perfect"})


@frozen(kw_only=True)
class Clause:
    """A verb group with its subject and object.

    Attributes:
        does: what the verb tells.
        lemma: of the verb.
        subject: where its subject begins in the sentence; the verb group ends it.
        verb: where the verb group begins.
        object: where the object begins.
        end: where the clause ends.
        passive: whether the subject undergoes it.
        plan: whether the form says that it is to come: "will", "is to", an infinitive.
        past: whether the form says that it is past.
        planned: whether it tells what was planned before: "was to", "had been due to".
        purpose: whether it is the infinitive of a purpose or of what another verb leads to.
        open: whether the form leaves it open: "may".
        denied: whether it is denied.
        relative: whether its subject is "which" or "that", the object of the clause before.
        chained: whether it shares the subject of the clause before ("... and address Parliament").
        shared: where that subject stands, if none stands before its own verb.
    """

    does: Does
    lemma: str
    subject: int
    verb: int
    object: int
    end: int
    passive: bool = False
    plan: bool = False
    past: bool = False
    planned: bool = False
    purpose: bool = False
    open: bool = False
    denied: bool = False
    relative: bool = False
    chained: bool = False
    shared: tuple[int, int] | None = None

    def named(self, words: Words) -> Words:
        """Give the words that name the subject: its own, or those of the clause before that it shares them with."""
        return words.part(*self.shared) if self.shared else words.part(self.subject, self.verb)


def clauses(words: Words) -> tuple[Clause, ...]:
    """Find the clauses of a sentence, in order; no verb is looked for in a name.

    >>> [(one.lemma, one.plan) for one in clauses(Words(text="He will hold talks and address the Storting."))]
    [('hold', True), ('address', True)]
    """
    text = words.text
    begun: list[Clause] = []
    for one in _verbs(Tokens(_CO.sub("   ", text), alone=True), words.spans):
        own = evolve(one, subject=_subject(text, begun, one))
        alone = one.chained and begun and not _OWN.search(text, own.subject, one.verb)
        begun.append(evolve(own, shared=begun[-1].shared or (begun[-1].subject, begun[-1].verb)) if alone else own)
    ends = [max(one.object, _stop(one, behind)) for one, behind in pairwise(begun)]
    return tuple(evolve(one, end=end) for one, end in zip(begun, [*ends, len(text)], strict=False))


def _stop(one: Clause, behind: Clause) -> int:
    """Find where a clause ends: before the next one's subject, or its verb where that subject stands around it."""
    return behind.verb if behind.purpose or behind.subject <= one.subject else behind.subject


def _subject(text: str, begun: Sequence[Clause], clause: Clause) -> int:
    """Find where the subject of a clause begins: behind the last sign, else conjunction, before its verb.

    A relative clause may stand between a subject and its verb ("The summit, which had been put off, will be held").
    """
    if not begun:  # what stands before a colon or dash is a line by itself, but for "Mr Lind in Rome: meets ..."
        cut = _line_start(text, clause.verb)
        return cut if text[cut : clause.verb].strip() else 0
    before, begin, verb = begun[-1], begun[-1].object, clause.verb
    listed = clause.chained and text[begin:verb].rstrip().endswith(",")  # "to meet officials, discuss trade and ..."
    if clause.purpose or listed or text.startswith("followed by", verb):
        return verb
    if before.purpose and not before.passive and len(begun) == 1 and not _SIGN.search(text, begin, verb):
        return _line_start(text, before.verb)  # "A ceremony to mark the day is held"
    if clause.does is Does.SAYS and "," in text[begin:verb]:
        return text.rindex(",", begin, verb) + 1
    if _RELATIVE.search(text[: before.verb]) and text[begin:verb].rstrip().endswith(","):
        return begun[-2].end if len(begun) > 1 else 0
    signs = [m.end() for m in _SIGN.finditer(text, begin, verb)]
    joints = [m.end() for m in _CONJUNCTION.finditer(text, begin, verb) if not _PAIRED.search(text, begin, m.end())]
    return max(signs or joints, default=begin)


def _line_start(text: str, verb: int) -> int:
    return max((m.end() for m in _APART.finditer(text, 0, verb)), default=0)


def _verbs(t: Tokens, people: Sequence[tuple[int, int]]) -> Iterator[Clause]:
    """Give the groups that tell something of a subject, one that leads to another one joined with it."""
    begun = _BEGUN.search(t.text)  # no dash of a dateline
    aside = [*people, *(m.span() for m in _ASIDE.finditer(t.text, begun.start() if begun else 0))]
    found = [one for one in groups(t, 0, t.count) if _tells(t, one) and not _stands_in(t, one, aside)]
    lead: Group | None = None
    before: Clause | None = None
    for group, behind in zip_longest(found, found[1:]):
        leads = group.lemma in _LEADING and behind is not None and behind.begin == group.head + 1
        hopes = t.words[group.head : group.head + 3] in _HOPES and behind is not None and behind.head == group.head + 3
        if (leads or hopes) and not lead:
            lead = group
            continue
        before = _made(t, group, lead or group, before)
        lead = None
        yield before


def _stands_in(t: Tokens, group: Group, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= t.start(group.head) < end for start, end in spans)


def _tells(t: Tokens, group: Group) -> bool:
    """Tell whether a group is a predicate: participles beside a noun are none, nor is what begins with a capital."""
    if not group.lemma or (group.tense in {"participle", "ing", "having"} and not _carries(t, group)):
        return False
    if group.lemma == "visit" and group.begin == group.head and t.words[group.head + 1] in {"to", "of", "by"}:
        return False  # "State visits to Rome"
    if group.lemma == "be" and not (t.words[group.head + 1] in _STAYS or _is_stop(t, group)):
        return False
    beside = group.begin == 0 or t.capital(group.head)
    if group.tense == "past":  # "the summit scheduled for Monday", "the session, entitled ..."
        undergone = group.lemma in _UNDERGONE and t.words[group.head + 1] in _BEHIND_PARTICIPLES
        said = t.words[group.begin - 1] == "," and DOES.get(group.lemma) is Does.SAYS  # "who visits Rome, said"
        beside = beside or (t.words[group.begin - 1] in _BEFORE_NOUNS and not said) or undergone
    return not (group.begin == group.head and beside)


def _carries(t: Tokens, group: Group) -> bool:
    """Tell whether a form that is not finite tells something: "and be received by", "followed by talks on"."""
    followed = t.words[group.head] == "followed" and t.words[group.head + 1] == "by"
    hoped = group.begin > 2 and t.words[group.begin - 3 : group.begin] in _HOPES
    goes_on = t.words[group.begin - 1] in {"before", "then", "and"} and DOES.get(group.lemma) in _GOES
    return t.words[group.begin] == "be" or followed or hoped or (goes_on and t.words[group.head + 1] in _WHITHER)


def _is_stop(t: Tokens, group: Group) -> bool:
    """Tell whether words say that a town is part of a journey: "is the final stop", "His next stop is"."""
    around = [*t.words[max(group.begin - 3, 0) : group.begin], *t.words[group.head + 1 : group.head + 6]]
    return not {"stop", "leg", "destination"}.isdisjoint(around)


def _made(t: Tokens, group: Group, first: Group, before: Clause | None) -> Clause:
    word, passive = t.words[group.head], group.passive or group.tense == "participle"
    lemma = word if word in DOES else group.lemma  # "will lay"
    end, does = _particle(t, group.head, lemma, passive=passive)
    if lemma == "be":
        does = Does.STAYS
    alone = first.begin == group.head or t.words[first.begin] == "be"
    joint = first.begin - 1
    while joint > 0 and t.words[joint] in ADVERBS:
        joint -= 1
    chained = before is not None and (
        t.words[joint] == "and" or (alone and group.tense == "base") or (alone and group.tense == "ing")
    )
    made = Clause(
        does=does, lemma=lemma, subject=t.start(first.begin), verb=t.start(first.begin), object=t.ends[end - 1], end=0,
        passive=passive, plan=first is not group or group.tense in _PLANS,
        past=first.tense in _PAST and not _is_settled(first),
        planned=_was_planned(t, group, first), purpose=first.tense == "infinitive",
        relative=first.begin > 1 and t.words[first.begin - 1] in {"which", "that"},
        open=t.words[first.begin] in {"may", "might", "could"},
        denied=not _DENY.isdisjoint(t.words[max(first.begin - 1, 0) : group.head]), chained=chained,
    )  # fmt: skip
    if chained and alone and before is not None and group.tense in {"base", "ing"}:
        made = evolve(made, plan=before.plan, past=before.past, open=before.open)
    return made


def _is_settled(group: Group) -> bool:
    """Tell whether words tell of a plan that holds: "has been scheduled for May", "have agreed to meet"."""
    settled = group.passive and group.lemma in {"schedule", "slate", "plan", "set"} and group.tense == "perfect"
    return settled or (group.lemma in {"agree", "decide"} and group.tense in {"past", "perfect"})


def _was_planned(t: Tokens, group: Group, first: Group) -> bool:
    had_to = t.words[first.begin] == "had" and "to" in t.words[first.begin : group.head]
    return first.tense == "was_to" or had_to or (first is not group and first.tense in {"past", "pluperfect"})


def _particle(t: Tokens, head: int, lemma: str, *, passive: bool) -> tuple[int, Does]:
    """Step over a verb's particle, and tell what the two together do."""
    behind, end = t.words[head + 1], head + 1
    if t.words[head : head + 3] == ["go", "ahead", "with"]:
        return end + 2, Does.HOLDS
    if DOES.get(lemma) in _GOES and behind in {"back", "home"}:
        return end + 1, Does.RETURNS
    if (lemma, behind) in _PARTICLES:
        does, count = _PARTICLES[lemma, behind]
        return end + min(count, 1 + (t.words[head + 2] == "in")), does
    if lemma == "call":
        return (end + 1, Does.CALLS_ON) if behind == "on" and not passive else (end, Does.CHANGES)
    if passive and lemma in {"follow", "precede"}:
        return end + (behind == "by"), Does.HOLDS
    return end, Does.OCCURS if passive and lemma in _OCCUR else DOES.get(lemma, Does.OTHER)

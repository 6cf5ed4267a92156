"""Clauses: the verb groups of a sentence, each with its subject before it and its object behind it.

No parser of English: a verb of the field is told by its form and by the word before it. A clause analysis of the whole
project may take this module's place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, frozen

from diplocal.drafting.titles import GONE
from diplocal.drafting.verbs import (
    ADVERBS,
    BE,
    DOES,
    FORMS,
    HAVE,
    LEADING,
    MODAL,
    NOT_BEFORE_VERB,
    NOUNS_FIRST,
    PLURALS,
    PRONOUNS,
    TOLD_PAST,
    Does,
)

_WORD = re.compile(rf"{GONE}|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|\d+|[^\w\s]")
_SIGN = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?=(?:where|who|which|and|but|while|after|before|when)\b)")
_APART = re.compile(r"[;:]\s|\s[–—-]\s")
_CONJUNCTION = re.compile(r"\s(?=(?:where|and|but|while|before|after|that)\s)")
_RELATIVE = re.compile(r"\b(?:which|who)\s*$")
_BEGIN_OBJECT = frozenset(
    {"a", "an", "the", "his", "her", "their", "talks", "to", "on", "with", "in", "for", "at", "part", "place"}
)
_STRANGE = re.compile(r"[a-z]{3,}[^su]s")
"""A verb of the third person that is in no table, right behind a person."""

_ARTICLES = frozenset({"a", "an", "the"})
_PARTICLES = {  # verb and the word behind it -> what the two tell, and how many words behind the verb belong to it
    ("take", "place"): (Does.OCCURS, 1),
    ("take", "part"): (Does.HOLDS, 2),
    ("take", "off"): (Does.LEAVES, 1),
    ("participate", "in"): (Does.HOLDS, 1),
    ("set", "off"): (Does.LEAVES, 1),
    ("set", "out"): (Does.LEAVES, 1),
    ("go", "ahead"): (Does.OCCURS, 1),
    ("preside", "over"): (Does.HOLDS, 1),
}
_OCCUR = frozenset({"schedule", "plan", "expect", "hold", "convene", "organise", "organize", "host", "give", "conduct"})
"""Verbs that in the passive tell when their subject takes place."""


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
        open: whether the form leaves it open: "may".
        denied: whether it is denied.
        chained: whether it shares the subject of the clause before ("... and address Parliament").
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
    open: bool = False
    denied: bool = False
    chained: bool = False


def clauses(text: str, people: Sequence[tuple[int, int]] = ()) -> tuple[Clause, ...]:
    """Find the clauses of a sentence, in order.

    Args:
        text: the sentence; dates and clocks may be taken out (see `titles.GONE`).
        people: where people are named: no verb is looked for in a name.

    >>> [(one.lemma, one.plan) for one in clauses("He will hold talks in Oslo and address the Storting.")]
    [('hold', True), ('address', True)]
    """
    found = list(_verbs(_Words(text, people)))
    begun: list[Clause] = []
    for one in found:
        begun.append(evolve(one, subject=_subject(text, begun, one)))
    ends = [max(one.object, behind.subject) for one, behind in pairwise(begun)]
    return tuple(evolve(one, end=end) for one, end in zip(begun, [*ends, len(text)], strict=False))


def _subject(text: str, begun: Sequence[Clause], clause: Clause) -> int:
    """Find where the subject of a clause begins: behind the last sign, else conjunction, before its verb.

    A relative clause may stand between a subject and its verb ("The summit, which had been put off, will be held").
    """
    if not begun:  # what stands before a colon or dash is a line by itself
        return max((m.end() for m in _APART.finditer(text, 0, clause.verb)), default=0)
    before, begin, verb = begun[-1], begun[-1].object, clause.verb
    if re.match(r"to\b", text[verb:]):
        return verb
    if clause.does is Does.SAYS and "," in text[begin:verb]:
        return text.rindex(",", begin, verb) + 1
    if _RELATIVE.search(text[: before.verb]) and text[begin:verb].rstrip().endswith(","):
        return begun[-2].end if len(begun) > 1 else 0
    signs = [m.end() for m in _SIGN.finditer(text, begin, verb)]
    return max(signs or [m.end() for m in _CONJUNCTION.finditer(text, begin, verb)], default=begin)


class _Words:
    """The words of a sentence with their offsets; behind the last one stand empty ones."""

    def __init__(self, text: str, people: Sequence[tuple[int, int]]) -> None:
        found = [(m[0], m.start(), m.end()) for m in _WORD.finditer(text)]
        self.text = [word for word, _, _ in found] + [""] * 4
        self.low = [word.casefold() for word in self.text]
        self.start = [start for _, start, _ in found]
        self.end = [end for _, _, end in found]
        self.count = len(found)
        self.person = [any(a <= start < b for a, b in people) for start in self.start]

    def form(self, j: int) -> tuple[str, str]:
        """Give the verb of a word and its form; a capital begins a name."""
        return ("", "") if self.text[j][:1].isupper() else FORMS.get(self.low[j], ("", ""))


@define
class _Helpers:
    """What auxiliaries say, and where they end."""

    end: int
    plan: bool = False
    past: bool = False
    open: bool = False
    denied: bool = False
    passive: bool = False
    any: bool = False


def _verbs(w: _Words) -> Iterator[Clause]:
    i, before = 0, None
    while i < w.count:
        read = None if w.person[i] or w.text[i] == GONE else _group(w, i, before)
        if read is None:
            i += 1
            continue
        before, i = read
        yield before


def _group(w: _Words, i: int, before: Clause | None) -> tuple[Clause, int] | None:
    """Read a verb group at a word: auxiliaries, adverbs, the verb and its particle."""
    said = _helpers(w, i)
    j = said.end
    if j >= w.count or w.person[j]:
        return None
    lemma, form = w.form(j)
    if not said.any:
        return _made(w, i, said, before) if _stands_as_verb(w, j, before) else None
    if said.passive and form != "past":
        return _stay(w, i, j, said)
    unknown = not (said.plan or said.open) or said.passive or not w.low[j].isalpha() or w.text[j][:1].isupper()
    return None if not lemma and unknown else _made(w, i, said, before)


def _base(form: str) -> str:
    """Take the ending of the third person off: "testifies", "watches", "sees"."""
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if form.endswith(("sses", "shes", "ches", "xes")) else form[:-1]


def _helpers(w: _Words, i: int) -> _Helpers:
    """Read auxiliaries and the adverbs between them."""
    said = _Helpers(i)
    while said.end < w.count and _helps(w, said):
        word = w.low[said.end]
        said.plan = said.plan or word in {"will", "shall", "to"}
        said.open = said.open or word in {"may", "might", "could"}
        said.past = said.past or word in {"was", "were", "had"}
        said.denied = said.denied or word in {"not", "never"}
        said.passive = word in BE or (said.passive and word in ADVERBS)
        said.any = True
        said.end += 1
    return said


def _helps(w: _Words, said: _Helpers) -> bool:
    """Tell whether a word helps a verb behind it, and is no verb or preposition itself."""
    word, behind = w.low[said.end], w.low[said.end + 1]
    if word == "to":
        verb = behind in FORMS or behind in BE or behind in ADVERBS
        return verb or (said.any and behind.isalpha())
    if word in LEADING:
        return behind in {"to", "also"}
    if word in HAVE:
        late = w.low[said.end + 1 + (behind in ADVERBS)]
        return late == "been" or FORMS.get(late, ("", ""))[1] == "past"
    return word in MODAL or word in BE or (said.any and word in ADVERBS)


def _made(w: _Words, i: int, said: _Helpers, before: Clause | None) -> tuple[Clause, int]:
    j = said.end
    lemma, form = w.form(j)
    lemma = lemma or (w.low[j] if said.any else _base(w.low[j]))
    passive = said.passive and form == "past"
    end, does = _particle(w, j, lemma, passive=passive)
    perfect = form == "past" and w.low[j - 1] in {"has", "have"} and does is not Does.CHANGES
    perfect = perfect or (i > 0 and w.low[i - 1] == "had")  # "had to be called off"
    chained = not said.any and before is not None and (form == "base" or w.low[j - 1] == "and")
    made = Clause(
        does=does, lemma=lemma, subject=w.start[i], verb=w.start[i], object=w.end[end - 1], end=w.start[i],
        passive=passive, plan=said.plan, past=said.past or perfect or (form == "past" and not said.any),
        open=said.open, denied=said.denied,
        chained=chained or (said.any and i > 0 and w.low[i - 1] == "and"),
    )  # fmt: skip
    if chained and before is not None and form == "base":
        made = evolve(made, plan=before.plan, past=before.past, open=before.open)
    return made, end


def _stands_as_verb(w: _Words, j: int, before: Clause | None) -> bool:
    """Tell whether a form without an auxiliary is a verb: behind its subject, or behind "and" after another verb."""
    lemma, form = w.form(j)
    if j == 0:
        return False
    k = j - 1
    while k > 0 and (w.low[k] in ADVERBS or w.text[k] == GONE):
        k -= 1
    if w.low[k] == "," and k > 0 and w.person[k - 1]:
        k -= 1  # "the Mayor, Ann Lind, gives a dinner"
    word = w.low[k]
    if not lemma:
        return before is None and w.person[k] and _STRANGE.fullmatch(w.text[j]) is not None
    if form == "base":
        return _base_stands(w, j, word, before)
    if form == "past" and w.low[j + 1] == "by":
        return False
    if w.low[j] in TOLD_PAST and word.isalpha() and word not in NOT_BEFORE_VERB:
        return True
    if w.person[k] or word in PRONOUNS or (word == ":" and form == "s") or (word == "and" and before is not None):
        return True
    plain = word.isalpha() and word not in NOT_BEFORE_VERB and j + 1 < w.count
    return form == "s" and plain and lemma not in NOUNS_FIRST


def _base_stands(w: _Words, j: int, word: str, before: Clause | None) -> bool:
    behind = w.low[j + 1]
    listed = before is not None and (word == "and" or (word == "," and "and" in w.low[j : j + 14]))
    taken = behind in _BEGIN_OBJECT or w.text[j + 1][:1].isupper()
    with_article = behind in _ARTICLES and word.isalpha() and word not in NOT_BEFORE_VERB
    return (listed and taken) or word in PLURALS or with_article


def _stay(w: _Words, i: int, j: int, said: _Helpers) -> tuple[Clause, int] | None:
    """Read "is in Tirana", "will be on a visit to"; other words behind "is" tell what something is."""
    if w.low[j] not in {"in", "on", "at", "her", "his", "back"}:
        return None
    made = Clause(
        does=Does.STAYS, lemma="be", subject=w.start[i], verb=w.start[i], object=w.end[j - 1], end=w.start[i],
        plan=said.plan, past=said.past, open=said.open, denied=said.denied,
    )  # fmt: skip
    return made, j


def _particle(w: _Words, j: int, lemma: str, *, passive: bool) -> tuple[int, Does]:
    """Step over a verb's particle, and tell what the two together do."""
    behind = w.low[j + 1]
    if (lemma, behind) in _PARTICLES:
        does, count = _PARTICLES[lemma, behind]
        return j + 1 + min(count, 1 + (w.low[j + 2] == "in")), does
    if lemma == "call":
        return (j + 2, Does.CALLS_ON) if behind == "on" and not passive else (j + 1, Does.CHANGES)
    if passive and lemma == "follow":
        return j + 1 + (behind == "by"), Does.HOLDS
    return j + 1, Does.OCCURS if passive and lemma in _OCCUR else DOES.get(lemma, Does.OTHER)

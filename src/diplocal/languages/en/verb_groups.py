"""The verb groups of an English sentence: "will be held", "had been due", "to attend", each with verb and tense."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress
from typing import Final

from diplocal.clauses.groups import BASE, ING, PARTICIPLE, PAST, Group
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.senses import VERBS
from diplocal.languages.en.tagging import IS_BASE, IS_ING, IS_PARTICIPLE, IS_PAST, IS_PRESENT, NONE, tag
from diplocal.phrases.tokens import Tokens, word_set

# What an auxiliary opens: its family, and the tense. The negated ones stand without their "'t", a word of its own.
AUXILIARIES: Final = {
    word: (family, tense)
    for family, tense, said in (
        ("modal", "future", "will shall ll"),
        ("modal", "would", "would wouldn"),
        ("modal", "modal", "may might could should must can couldn shouldn ca"),
        ("modal", "present", "do does doesn don"),
        ("modal", "past", "did didn"),
        ("be", "present", "is are am isn aren"),
        ("be", "past", "was were wasn weren"),
        ("be", "participle", "been"),
        ("be", "ing", "be being"),
        ("have", "present", "has have hasn haven ve"),
        ("have", "past", "had hadn"),
        ("have", "ing", "having"),
    )
    for word in said.split()
}
# Between an auxiliary and its verb.
ADVERBS: Final = word_set(
    """not n t ' ’ also now still only just then both all first again already yet even instead soon once never ever
    always today tomorrow later since long longer no"""
)
_ENDED: Final = PAST | ING
_BARE: Final = {
    IS_PAST: "past",
    IS_PARTICIPLE: "participle",
    IS_BASE: "base",
    IS_PRESENT: "present",
    IS_ING: "ing",
}


def groups(t: Tokens, left: int, right: int) -> Iterator[Group]:
    """The verb groups among the words from `left` up to `right`, in order."""
    last: Group | None = None
    words = t.words
    behind, before = left, NONE
    for k in compress(range(left, right), map(_may_begin, words[left:right])):
        if k < behind:
            continue
        if k > behind:  # the word before it is neither
            before = NONE
        word, behind = words[k], k + 1
        helper = AUXILIARIES.get(word)
        if word == "won" and words[k + 1] in ("'", "’"):
            helper = AUXILIARIES["will"]
        group = None
        if helper is not None and not _is_name(t, k, left):
            group = _with_auxiliary(t, k, right, helper)
        elif word == "to":
            group = _infinitive(t, k, right)
        elif (before := _tag(t, k, before)) != NONE:
            group = Group(k, k, forms_of(word)[0], _BARE[before])
        if group is None:
            continue
        group.sense = VERBS.get(group.lemma, "")
        if not group.finite:
            group.parent = last
        yield group
        last, behind, before = group, group.head + 1, IS_BASE


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    """Whether a verb group may begin with a word: an auxiliary, "to" or a form of a verb."""
    return word in {"to", "won"} or may_be_verb(word)


def may_be_verb(word: str) -> bool:
    """Whether a word is an auxiliary or a form of a verb."""
    return word in AUXILIARIES or forms_of(word)[1] != 0


def _tag(t: Tokens, k: int, before: int) -> int:
    """The tag of a word that may be a verb without an auxiliary."""
    word = t.words[k]
    lemma, bits = forms_of(word)
    is_name = lemma == word and bits & _ENDED and t.capital(k)  # "Xi Jinping" is no verb in -ing
    return NONE if is_name or not bits else tag(t, k, bits, before)


def _is_name(t: Tokens, k: int, left: int) -> bool:
    """Whether a word that could be an auxiliary is a name or a month ("May", "Will")."""
    return t.words[k] in ("may", "will", "can", "don") and t.capital(k) and k > left


def _infinitive(t: Tokens, k: int, right: int) -> Group | None:
    head = _next_verb(t, k, right)
    word = t.words[head]
    if word == "be":
        return _be(t, k, head, right, "infinitive")
    if word == "have":
        main = _next_verb(t, head, right)
        lemma, bits = forms_of(t.words[main])
        if bits & PARTICIPLE and tag(t, main, bits, IS_BASE) != NONE:
            return Group(k, main, lemma, "perfect_infinitive")
        return Group(k, head, "have", "infinitive")
    if word == "do":
        return Group(k, head, "do", "infinitive")
    lemma, bits = forms_of(word)
    if bits & BASE and tag(t, head, bits, NONE) in (IS_BASE, IS_PRESENT):
        return Group(k, head, lemma, "infinitive")
    return None


def _next_verb(t: Tokens, k: int, right: int) -> int:
    """The next word that is no adverb."""
    words = t.words
    k += 1
    while k < right and (words[k] in ADVERBS or (words[k].endswith("ly") and len(words[k]) > 4)):
        k += 1
    return k


def _with_auxiliary(t: Tokens, k: int, right: int, helper: tuple[str, str]) -> Group | None:
    family, tense = helper
    if family == "modal":
        return _modal(t, k, right, tense)
    if family == "have":
        return _have(t, k, right, tense)
    return None if t.words[k] == "am" and t.words[k - 1].isdecimal() else _be(t, k, k, right, tense)


def _modal(t: Tokens, k: int, right: int, tense: str) -> Group:
    head = _next_verb(t, k, right)
    word = t.words[head]
    if word == "be":
        return _be(t, k, head, right, tense)
    if word == "have":
        return _have_after(t, k, head, right, tense)
    lemma, bits = forms_of(word)
    sure = bits & BASE and t.words[head - 2 : head] == ["no", "longer"]  # "will no longer visit": no longer visit
    if sure or (bits and tag(t, head, bits, IS_BASE) != NONE):
        return Group(k, head, lemma, tense)
    return Group(k, k, "do" if word == "do" else "", tense)


def _have_after(t: Tokens, k: int, head: int, right: int, tense: str) -> Group:
    """Read "will have arrived", "would have met", "will have talks"."""
    main = _next_verb(t, head, right)
    if t.words[main] == "been":
        group = _be(t, k, main, right, tense)
    else:
        lemma, bits = forms_of(t.words[main])
        if not bits & PARTICIPLE or tag(t, main, bits, IS_PAST) not in (IS_PAST, IS_PARTICIPLE):
            return Group(k, head, "have", tense)
        group = Group(k, main, lemma, tense)
    group.tense = f"{tense}_perfect"
    return group


def _be(t: Tokens, k: int, at: int, right: int, tense: str) -> Group:
    """Read what follows a form of "be": a participle, an -ing, "to" with a verb, or nothing of the kind."""
    head = _next_verb(t, at, right)
    word = t.words[head]
    if word == "being":
        head = _next_verb(t, head, right)
        word = t.words[head]
    if word == "to" and tense in _TO_COME:
        planned = _infinitive(t, head, right)
        if planned is not None:
            return Group(k, planned.head, planned.lemma, _TO_COME[tense], passive=planned.passive)
    if word == "going" and t.words[head + 1] == "to" and (planned := _infinitive(t, head + 1, right)) is not None:
        return Group(k, planned.head, planned.lemma, "future" if tense == "present" else "was_to")
    lemma, bits = forms_of(word)
    if bits & (PARTICIPLE | ING):
        found = tag(t, head, bits, IS_PAST)
        if bits & PARTICIPLE and (found != NONE or word.endswith("ed") or bits == PARTICIPLE):
            return Group(k, head, lemma, tense, passive=True)
        if found == IS_ING:
            return Group(k, head, lemma, tense, progressive=True)
    if word in _READY:
        return Group(k, head, word, tense, passive=True)
    return Group(k, at, "be", tense)


_TO_COME: Final = {"present": "to_come", "past": "was_to"}
# Adjectives that tell a plan as participles do.
_READY: Final = frozenset({"due", "ready", "likely", "bound", "able"})


_PERFECT: Final = {"present": "perfect", "past": "pluperfect", "ing": "having"}


def _have(t: Tokens, k: int, right: int, bare: str) -> Group:
    tense = _PERFECT[bare]
    head = _next_verb(t, k, right)
    word = t.words[head]
    if word == "been":
        return _be(t, k, head, right, tense)
    if word == "to":
        planned = _infinitive(t, head, right)
        if planned is not None:
            return Group(k, planned.head, planned.lemma, "modal" if bare == "present" else bare)
    lemma, bits = forms_of(word)
    if word in {"had", "done"}:
        return Group(k, head, "have" if word == "had" else "do", tense)
    if bits & PARTICIPLE and tag(t, head, bits, IS_PAST) in (IS_PAST, IS_PARTICIPLE):
        return Group(k, head, lemma, tense)
    return Group(k, k, "have", bare)

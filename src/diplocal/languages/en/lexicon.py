"""English verbs by their forms: which verb a word may be a form of, by spelling rules and a table of irregular ones."""

from functools import lru_cache
from pkgutil import get_data
from typing import Final

from diplocal.clauses.groups import BASE, ING, PARTICIPLE, PAST, SINGULAR


class Lexicon:
    """The verbs, from a table such as `verbs.txt`: a header up to the first blank line, and a line for a verb.

    Attributes:
        lemmas: every verb, by its base form.
        irregular: forms that no rule gives, each with its verb and what it may be.
    """

    __slots__ = ("irregular", "lemmas")

    def __init__(self, table: str) -> None:
        self.irregular: dict[str, tuple[str, int]] = {}
        lemmas = list[str]()
        for line in table.partition("\n\n")[2].splitlines():
            lemma, *forms = line.split()
            lemmas.append(lemma)
            if forms:
                self._add(lemma, forms)
        self.lemmas = frozenset(lemmas)

    def _add(self, lemma: str, forms: list[str]) -> None:
        for bit, said in zip((PAST, PARTICIPLE), forms, strict=True):
            for form in said.split("|"):
                known, bits = self.irregular.get(form, (lemma, 0))
                self.irregular[form] = (known, bits | bit)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The verbs, read at their first use."""
    return Lexicon((get_data("diplocal.languages.en", "verbs.txt") or b"").decode())


@lru_cache(maxsize=8192)
def forms_of(word: str) -> tuple[str, int]:
    """The verb that a lower-case word may be a form of, and what it may be; an empty verb where it is none.

    A word that ends in -ed or -ing is taken for a form of a verb even where the table has no such verb.
    """
    verbs = lexicon()
    lemma, bits = verbs.irregular.get(word, ("", 0))
    if word in verbs.lemmas:
        return (lemma or word), bits | BASE
    if bits:
        return lemma, bits
    if word.endswith("ed") and len(word) > 3:
        return _stem(verbs.lemmas, word[:-2]) or word, PAST | PARTICIPLE
    if word.endswith("ing") and len(word) > 4:
        return _stem(verbs.lemmas, word[:-3]) or word, ING
    if word.endswith("s") and len(word) > 3:
        lemma = _singular(verbs.lemmas, word)
        return lemma, SINGULAR if lemma else 0
    return "", 0


def _stem(lemmas: frozenset[str], stem: str) -> str:
    """The verb that has lost its ending: "visit", "mak(e)", "plan(n)", "tri(y)"."""
    if stem + "e" in lemmas and (stem not in lemmas or _is_short(stem)):
        return stem + "e"
    if stem in lemmas:
        return stem
    if stem[-1:] == stem[-2:-1] and stem[:-1] in lemmas:
        return stem[:-1]
    if stem.endswith("i") and stem[:-1] + "y" in lemmas:
        return stem[:-1] + "y"
    return stem[:-1] if stem.endswith("k") and stem[:-1] in lemmas else ""


def _is_short(stem: str) -> bool:
    """Whether a stem ends in one vowel and one consonant, which would be doubled: "hop(e)d", not "sing(e)ing"."""
    return stem[-1:] not in _VOWELS and stem[-2:-1] in _VOWELS and stem[-3:-2] not in _VOWELS


_VOWELS: Final = "aeiou"


def _singular(lemmas: frozenset[str], word: str) -> str:
    """The verb of "meets", "goes", "reaches", "carries"."""
    if word[:-1] in lemmas:
        return word[:-1]
    if word.endswith("ies"):
        return word[:-3] + "y" if word[:-3] + "y" in lemmas else ""
    return word[:-2] if word.endswith("es") and word[:-2] in lemmas else ""

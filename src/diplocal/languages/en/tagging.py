"""Tell verbs from nouns: what each word that may be a form of a verb is where it stands.

A multinomial logit over the word and its neighbours. Its weights, `tagger.json`, are fitted by `tools/fit_tagger.py` on
Universal Dependencies' UD_English-EWT (CC BY-SA 4.0) and UD_English-GUM (CC BY 4.0), and hold none of their text. Only
words that the lexicon knows as a form of a verb are asked about.
"""

import json
from functools import lru_cache
from pkgutil import get_data
from typing import Final

from diplocal.clauses.groups import BASE, ING, PARTICIPLE, PAST, SINGULAR
from diplocal.phrases.tokens import BREAK, Tokens, word_set

NONE: Final = 0
IS_PAST: Final = 1
IS_PARTICIPLE: Final = 2
IS_BASE: Final = 3
IS_PRESENT: Final = 4
IS_ING: Final = 5


class Table:
    """The weights of what stands around a word, for each of what the word may be.

    They are hundredths, so that sums are exact.

    Attributes:
        bare: what each tag but the first has more than the first, whatever stands around.
        templates: the same for each template's values (see `around`).
    """

    __slots__ = ("bare", "templates")

    def __init__(self, rows: dict[str, dict[str, list[int]]]) -> None:
        kinds = range(len(ALLOWED))
        self.bare = [rows.get(f"b|{bits}", {}).get("") or [0] * (len(ALLOWED[bits]) - 1) for bits in kinds]
        self.templates = [[rows.get(f"{name}|{bits}", {}) for name in _TEMPLATES] for bits in kinds]


@lru_cache(maxsize=1)
def table() -> Table:
    """The fitted weights, read at their first use."""
    return Table(json.loads(get_data("diplocal.languages.en", "tagger.json") or b""))


def _allowed(bits: int) -> tuple[int, ...]:
    tags = (
        (PAST, IS_PAST), (PARTICIPLE, IS_PARTICIPLE), (BASE, IS_BASE), (BASE | SINGULAR, IS_PRESENT), (ING, IS_ING)
    )  # fmt: skip
    return (NONE, *[tag for some, tag in tags if bits & some])


ALLOWED: Final = tuple(_allowed(bits) for bits in range(32))


# What is looked at around a word, each with what the word itself may be: the word before it, the one behind it, their
# shapes, the tag before it, the words two off, and the nearest auxiliary.
_TEMPLATES: Final = ("w", "p", "n", "l", "r", "s", "t", "q", "m", "a")


def tag(t: Tokens, k: int, bits: int, before: int) -> int:
    """The tag of the word at `k`, which may be what `bits` say; `before` is the tag of the word before it."""
    if bits & _NOUNS == bits and k and t.words[k - 1] in _DETERMINERS:
        return NONE
    weights, allowed = table(), ALLOWED[bits]
    found = [weights.bare[bits], *filter(None, map(dict.get, weights.templates[bits], around(t, k, before)))]
    best, most = NONE, 0
    for place in range(len(allowed) - 1):
        total = 0
        for more in found:
            total += more[place]
        if total > most:
            best, most = allowed[place + 1], total
    return best


_NOUNS: Final = BASE | SINGULAR
# Behind these stands no verb in the present.
_DETERMINERS: Final = frozenset({"the", "a", "an", "his", "their", "its", "our", "my", "your", "of", "no"})


def around(t: Tokens, k: int, before: int) -> tuple[str, ...]:
    """What stands around a word, in the order of the templates."""
    words = t.words
    last, following = words[k - 1] if k else "", words[k + 1]
    left, right = shape(t, k - 1), shape(t, k + 1)
    capital = "^" if t.capital(k) and k and last not in _OPENS else ""
    return (
        words[k],
        last,
        following,
        left + capital,
        right,
        left + " " + right,
        _TAG_NAMES[before],
        (words[k - 2] if k > 1 else "") + (" " + last if last in _CLITICS else ""),
        words[k + 2],
        _helper(words, k),
    )


_TAG_NAMES: Final = ("0", "1", "2", "3", "4", "5")
_CLITICS: Final = frozenset({"s", "t", ",", "not"})


def features(t: Tokens, k: int, bits: int, before: int) -> list[str]:
    """The same as names, as the weights are fitted and written."""
    values = zip(_TEMPLATES, around(t, k, before), strict=True)
    return [f"b|{bits}|", *(f"{name}|{bits}|{value}" for name, value in values)]


def _helper(words: list[str], k: int) -> str:
    """The nearest auxiliary within four words before a word, unless a sign cuts it off."""
    for j in range(k - 1, max(-1, k - 6), -1):
        word = words[j]
        if word in _HELPERS:
            return word if j == k - 1 else "~" + word
        if not word.isalpha():
            return word
    return ""


_HELPERS: Final = word_set(
    """to will would shall should may might can could must is are was were be been being am has have had having do
    does did"""
)


def shape(t: Tokens, k: int) -> str:
    """The shape of a word: a capital, a figure, an ending, a short word or sign as it is."""
    if k < 0:
        return ""
    word = t.words[k]
    if len(word) <= 3 or not word.isalpha():
        return "#" if word.isdecimal() else word
    if t.capital(k) and k and t.words[k - 1] not in _OPENS:
        return "^"
    return _ENDINGS.get(word[-2:]) or _ENDINGS.get(word[-1:], "_")


_OPENS: Final = frozenset({".", "!", "?", BREAK, '"', "“"})
_ENDINGS: Final = {"ed": "ed", "ng": "ng", "ly": "ly", "s": "s", "al": "al", "ic": "al", "ve": "al", "us": "al"}

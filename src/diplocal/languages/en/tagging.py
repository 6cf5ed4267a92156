"""Tell verbs from nouns: what each word that may be a form of a verb is where it stands.

A multinomial logit over the word and its neighbours. Its weights, `tagger.json`, are fitted by `tools/fit_tagger.py` on
Universal Dependencies' UD_English-EWT (CC BY-SA 4.0) and UD_English-GUM (CC BY 4.0), and hold none of their text. Only
words that the lexicon knows as a form of a verb are asked about.
"""

import json
from functools import lru_cache
from itertools import repeat
from pkgutil import get_data
from typing import Final, cast

from diplocal.clauses.groups import BASE, ING, PARTICIPLE, PAST, SINGULAR
from diplocal.phrases.tokens import BREAK, Tokens, word_set

NONE: Final = 0
IS_PAST: Final = 1
IS_PARTICIPLE: Final = 2
IS_BASE: Final = 3
IS_PRESENT: Final = 4
IS_ING: Final = 5


_FIELD: Final = 15
_ZERO: Final = 1 << (_FIELD - 1)
_MASK: Final = (1 << _FIELD) - 1


@lru_cache(maxsize=32)
def table(bits: int) -> tuple[int, list[dict[str, int]]]:
    """The fitted weights for a word that may be what `bits` say.

    For each tag but the first, how much more speaks for it than for the first, in hundredths, so that sums are exact.
    What speaks for several tags stands side by side in one number, a field each, so that one addition adds all of them.

    Returns:
        What is so whatever stands around, with `_ZERO` added to each field, which pays what one may borrow from the
        next; and the same for each template's values (see `around`).
    """
    rows, tags = _rows(), ALLOWED[bits][1:]
    bare = rows.get(f"b|{bits}", {}).get("", [0] * len(tags))
    templates = [{value: _packed(row) for value, row in rows.get(f"{name}|{bits}", {}).items()} for name in _TEMPLATES]
    return _packed([_ZERO + weight for weight in bare]), templates


def _packed(row: list[int]) -> int:
    packed = 0
    for weight in reversed(row):
        packed = (packed << _FIELD) + weight
    return packed


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, list[int]]]:
    """The weights of each template's values, read at their first use."""
    return cast(dict[str, dict[str, list[int]]], json.loads(get_data("diplocal.languages.en", "tagger.json") or b""))


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
    bare, templates = table(bits)
    total = sum(map(dict.get, templates, around(t, k, before), repeat(0)), bare)
    best, most = NONE, _ZERO
    for one in ALLOWED[bits][1:]:
        if total & _MASK > most:
            best, most = one, total & _MASK
        total >>= _FIELD
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
    if not k:
        return ""
    last = words[k - 1]
    if last in _HELPERS or not last.isalpha():
        return last
    for word in reversed(words[max(0, k - 5) : k - 1]):
        if word in _HELPERS:
            return "~" + word
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

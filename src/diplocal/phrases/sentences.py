"""Where the sentences of a text begin and end."""

from bisect import bisect_left, bisect_right
from itertools import compress

from diplocal.phrases import english as words
from diplocal.phrases.tokens import Tokens

_MARKS = frozenset({".", "!", "?", "\n"})
_CLOSING = frozenset("\"”’'")


def sentence_ends(t: Tokens) -> list[int]:
    """The last word of each sentence, in order; the last of all is the text's."""
    marks = compress(range(t.count), map(_MARKS.__contains__, t.words))
    return [*(k for k in marks if _ends(t, k)), t.count - 1]


def sentence_around(ends: list[int], begin: int, end: int) -> tuple[int, int]:
    """The words from and to (exclusive) of the sentence that holds the words `begin` to `end`."""
    before = bisect_left(ends, begin)
    left = ends[before - 1] + 1 if before else 0
    return left, ends[min(bisect_right(ends, end - 2), len(ends) - 1)] + 1


def _ends(t: Tokens, k: int) -> bool:
    """Whether a sentence ends with the mark at `k`: no abbreviation, no mark inside a word or before a clause."""
    word, following = t.words[k], t.words[k + 1]
    if word == "\n" or following in ("", "\n"):
        return True
    if (t.glued(k + 1) and following not in _CLOSING) or (following.isalpha() and not t.capital(k + 1)):
        return False
    before = t.words[k - 1]
    initial = len(before) == 1 and before.isalpha()
    if word == "." and (initial or before in words.TITLES):
        return initial and following in words.SENTENCE_OPENERS
    return True

"""Where the sentences of a text begin and end."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from diplocal.phrases import english as words
from diplocal.phrases.tokens import Tokens

MARKS = frozenset({".", "!", "?", "\n"})
"""What a sentence may end with."""
_CLOSING = frozenset("\"”’'")


def sentence_ends(t: Tokens, notable: Iterable[int]) -> list[int]:
    """The last word of each sentence, in order; the last of all is the text's.

    Args:
        t: the words of the text.
        notable: the indices of all marks, in order, and maybe of other words.
    """
    ends = [k for k in notable if t.words[k] in MARKS and _ends(t, k)]
    ends.append(t.count - 1)
    return ends


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

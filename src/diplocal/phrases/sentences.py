"""Where the sentences of a text begin and end."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from diplocal.phrases.tokens import BREAK, Tokens

MARKS: Final = frozenset({".", "!", "?", BREAK})
"""What a sentence may end with."""
_CLOSING: Final = frozenset("\"”’'")


def sentences(
    t: Tokens,
    notable: Iterable[int],
    spans: Iterable[tuple[int, int]],
    abbreviations: frozenset[str],
    openers: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """The words from and to (exclusive) of the sentence that holds each span of words.

    Args:
        t: the words of the text.
        notable: the indices of all marks, in order, and maybe of other words.
        spans: first word and the word after the last; in order, none overlapping.
        abbreviations: words whose full stop ends no sentence.
        openers: words that begin one behind an initialism.
    """
    marks = [k for k in notable if t.words[k] in MARKS]
    left = right = floor = 0
    for begin, end in spans:
        before = bisect_left(marks, begin) - 1
        while before >= 0 and marks[before] >= floor:  # what lies before the last span was looked through for it
            if ends_sentence(t, marks[before], abbreviations, openers):
                left = marks[before] + 1
                break
            before -= 1
        floor = begin
        if end > right:
            behind = bisect_left(marks, end - 1)
            while behind < len(marks) and not ends_sentence(t, marks[behind], abbreviations, openers):
                behind += 1
            right = marks[behind] + 1 if behind < len(marks) else t.count
        yield left, right


def ends_sentence(t: Tokens, k: int, abbreviations: frozenset[str], openers: frozenset[str]) -> bool:
    """Whether a sentence ends with the mark at `k`: no abbreviation, no mark inside a word or before a clause."""
    word, following = t.words[k], t.words[k + 1]
    if word == BREAK or following in ("", BREAK):
        return True
    if (t.glued(k + 1) and following not in _CLOSING) or (following.isalpha() and not t.capital(k + 1)):
        return False
    before = t.words[k - 1]
    initial = len(before) == 1 and before.isalpha()
    if word == "." and (initial or before in abbreviations):
        return initial and following in openers
    return True

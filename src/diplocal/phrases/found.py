"""A reference among the words of a text, and what the words right beside it make it."""

from collections.abc import Callable
from typing import Final

from diplocal.phrases.tokens import DASHES, Tokens
from diplocal.when import CalendarDay, Reference


class Found:
    """A reference in words `begin` to `end` (exclusive), in the sentence from `left` to `right`.

    A plain class, as `Tokens` and `Page` are: a compiled module reaches into one several times faster.
    """

    __slots__ = ("begin", "end", "left", "reference", "right")

    def __init__(self, reference: Reference, begin: int, end: int, left: int, right: int) -> None:
        self.reference = reference
        self.begin = begin
        self.end = end
        self.left = left
        self.right = right


# How far before a day a verb of saying makes it that of a statement ("told reporters on Monday"), in words.
_NEAR: Final = 3
# How far from its beginning a line may have the date of a dateline ("BRUSSELS (Wire), April 1 -"), in words.
_DATELINE: Final = 10


def is_report(t: Tokens, f: Found, says: Callable[[str], bool]) -> bool:
    """Whether a reference is the day of a statement or of the dateline, not of what is told.

    Args:
        t: the words of the text.
        f: where the reference stands.
        says: whether a word is of a verb of saying.
    """
    for word in t.words[max(f.left, f.begin - _NEAR) : f.begin]:
        if says(word):
            return True
    return is_dateline(t, f)


def is_dateline(t: Tokens, f: Found) -> bool:
    """Whether a reference is the date of a dateline."""
    return t.words[f.end] in DASHES and f.begin - f.left <= _DATELINE and isinstance(f.reference, CalendarDay)

"""Days of statements: "he said on Monday", and the date of a dateline."""

from functools import lru_cache
from typing import Final

from diplocal.languages.en.senses import VERBS
from diplocal.languages.lexicon import forms_of
from diplocal.phrases.found import Found
from diplocal.phrases.tokens import Tokens
from diplocal.when import CalendarDay

# How far before a day a verb of saying makes it that of a statement ("told reporters on Monday"), in words.
_NEAR: Final = 3
# How far from its beginning a line may have the date of a dateline ("BRUSSELS (Wire), April 1 -"), in words.
_DATELINE: Final = 10
_DASHES: Final = frozenset("-–—―")


def is_report(t: Tokens, f: Found) -> bool:
    """Whether a reference is the day of a statement or of the dateline, not of what is told."""
    for word in t.words[max(f.left, f.begin - _NEAR) : f.begin]:
        if _says(word):
            return True
    return is_dateline(t, f)


@lru_cache(maxsize=8192)
def _says(word: str) -> bool:
    """Whether a word may be a form of a verb of saying."""
    return VERBS.get(forms_of(word)[0]) == "say"


def is_dateline(t: Tokens, f: Found) -> bool:
    """Whether a reference is the date of a dateline."""
    return t.words[f.end] in _DASHES and f.begin - f.left <= _DATELINE and isinstance(f.reference, CalendarDay)

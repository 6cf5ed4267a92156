"""A text as words with their places: the only thing that the grammar and the clauses look at.

Offsets count characters of the original text, which is never changed: typographic dashes, no-break spaces and line
breaks inside a phrase cost nothing.
"""

import re
from itertools import accumulate
from typing import Final

BREAK: Final = "\0"
"""The word that stands where a paragraph ends: a sign that prose has no other use for."""

DASHES: Final[frozenset[str]] = frozenset("-‐‑‒–—−―")
"""The signs that join or part words."""

HARD_SIGNS: Final = frozenset(';:()[]–—―"“”«»')
"""The signs that part clauses."""

# A run of letters, a run of figures, or one sign, with the spaces before it. What is most frequent comes first: a word
# of Latin letters behind one space; their ranges match faster than "any". What a run has taken it keeps, so that
# nothing is matched twice.
_PIECE: Final = re.compile(r" [a-zªµºß-öø-ʯ]++|\s*+(?:[a-zªµºß-öø-ʯ]++|[0-9]++|[^\W\d_]++|\S)")
_PAD: Final = [""] * 16
_WRAPPED: Final = 50
"""Characters from which a line may be wrapped prose."""


class Tokens:
    """The words of a text, lower case, with offsets; reading past the end gives empty words.

    Attributes:
        text: the original text.
        words: lower-case words, numbers and single signs, `BREAK` between paragraphs; padded with empty ones.
        ends: offset after each word's last character; padded with the end of the text.
        count: the number of words without the padding.
        alone: whether this is a phrase by itself: a line break is a space, and abbreviations need no capital letters.
    """

    __slots__ = ("_padded", "alone", "count", "ends", "text", "words")

    def __init__(self, text: str, *, alone: bool = False) -> None:
        self.text = text
        self.alone = alone
        # Spaces at the end belong to no word; the pattern would look for one from each of them.
        lower = _lower(text).rstrip()
        pieces: list[str] = _PIECE.findall(lower if alone else _with_breaks(lower, text))
        self.words = list(map(str.lstrip, pieces))
        self.ends = list(accumulate(map(len, pieces)))
        self.count = len(self.words)
        self.words += _PAD
        self.ends += [len(text)] * len(_PAD)
        self._padded = text + " "

    def among(self, some: frozenset[str]) -> list[int]:
        """The indices of the words that are among some."""
        return [k for k, word in enumerate(self.words) if word in some]

    def first(self, some: frozenset[str], begin: int, end: int) -> int:
        """The index of the first word from `begin` on that is among some; `end` where none stands before it."""
        for k in range(begin, end):
            if self.words[k] in some:
                return k
        return end

    def start(self, index: int) -> int:
        """The offset of a word's first character."""
        return self.ends[index] - len(self.words[index])

    def raw(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.start(index) : self.ends[index]] if 0 <= index < self.count else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self._padded[self.ends[index] - len(self.words[index])].isupper()

    def glued(self, index: int) -> bool:
        """Whether no space stands before the word."""
        touches = 0 < index < self.count and self.ends[index] - len(self.words[index]) == self.ends[index - 1]
        return touches and BREAK not in (self.words[index], self.words[index - 1])

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Offsets of the words from `begin` up to `end`, exclusive."""
        return self.start(begin), self.ends[end - 1]

    def said(self, begin: int, end: int) -> str:
        """The words from `begin` up to `end`, exclusive, as written, with single spaces."""
        return " ".join(self.text[self.start(begin) : self.ends[end - 1]].split())


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set, for tables that read as text."""
    return frozenset(words.split())


def _lower(text: str) -> str:
    """Make letters small, one for one: a few of other scripts have no small letter of one character."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _with_breaks(text: str, written: str) -> str:
    """Put `BREAK` in place of each line end that ends a paragraph: behind an empty line, a short one or a title.

    A longer line may be wrapped prose that goes on in the next one; so may be the first line, the title, where the next
    one goes on in small letters (`written` has them as they are). One break is enough between two words.
    """
    parts, words_since = list[str](), False
    for number, line in enumerate(text.split("\n")):
        length = len(line.rstrip())
        words_since = words_since or length > 0
        ends = words_since and (length < _WRAPPED or (number == 0 and not written[len(line) + 1 :][:1].islower()))
        parts += (line, BREAK if ends else "\n")
        words_since = words_since and not ends
    return "".join(parts[:-1])

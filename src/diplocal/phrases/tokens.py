"""A text as words with their places: the only thing that the grammar and the cues look at.

Offsets count characters of the original text, which is never changed: typographic dashes, no-break spaces and line
breaks inside a phrase cost nothing.
"""

import re
from collections.abc import Iterator
from itertools import accumulate

_PIECE = re.compile(r"\s*(?:[0-9]+|[^\W\d_]+|\S)")
_PAD = 16


class Tokens:
    """The words of a text, lower case, with offsets; reading past the end gives empty words.

    Attributes:
        text: the original text.
        words: lower-case words, numbers and single signs; padded with empty ones.
        starts: offset of each word's first character.
        ends: offset after each word's last character.
        count: the number of words without the padding.
    """

    __slots__ = ("_breaks", "_pieces", "count", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces = pieces = _PIECE.findall(text)
        raw = [piece.lstrip() for piece in pieces]
        self.count = len(raw)
        self.ends = list(accumulate(map(len, pieces)))
        self.starts = [end - len(word) for end, word in zip(self.ends, raw, strict=True)]
        self.words = [word.lower() for word in raw]
        self.words.extend([""] * _PAD)
        self._breaks: frozenset[int] | None = None

    def raw(self, index: int) -> str:
        """The word as it is written."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.count else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter."""
        return 0 <= index < self.count and self.text[self.starts[index]].isupper()

    def glued(self, index: int) -> bool:
        """Whether no space stands before the word."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Offsets of the words from `begin` up to `end`, exclusive."""
        return self.starts[begin], self.ends[end - 1]

    @property
    def breaks(self) -> frozenset[int]:
        """The words before which a line begins."""
        if self._breaks is None:
            self._breaks = frozenset(i for i, piece in enumerate(self._pieces) if "\n" in piece and piece[0].isspace())
        return self._breaks

    def blank_before(self, index: int) -> bool:
        """Whether an empty line stands before the word."""
        return index < self.count and self._pieces[index].count("\n") > 1

    def indices(self, wanted: frozenset[str]) -> Iterator[int]:
        """The places of the words that are in `wanted`."""
        return (i for i, word in enumerate(self.words) if word in wanted)

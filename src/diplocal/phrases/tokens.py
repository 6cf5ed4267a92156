"""A text as words with their places: the only thing that the grammar and the cues look at.

Offsets count characters of the original text, which is never changed: typographic dashes, no-break spaces and line
breaks inside a phrase cost nothing.
"""

import re
from itertools import accumulate

_PIECE = re.compile(r"\s*(?:[0-9]+|[^\W\d_]+|\S)")
_PAD = 16
# A line at least this long may be wrapped prose that goes on in the next one.
_WRAPPED = 50


class Tokens:
    """The words of a text, lower case, with offsets; reading past the end gives empty words.

    Attributes:
        text: the original text.
        words: lower-case words, numbers and single signs, ``"\\n"`` between paragraphs; padded with empty ones.
        starts: offset of each word's first character.
        ends: offset after each word's last character.
        count: the number of words without the padding.
    """

    __slots__ = ("count", "ends", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _PIECE.findall(text)
        raw = [piece.lstrip() for piece in pieces]
        self.ends = list(accumulate(map(len, pieces)))
        self.starts = [end - len(word) for end, word in zip(self.ends, raw, strict=True)]
        self.words = [word.lower() for word in raw]
        if "\n" in text:
            self._part(pieces)
        self.count = len(self.words)
        self.words.extend([""] * _PAD)

    def _part(self, pieces: list[str]) -> None:
        """Put a line break between what no sentence runs across: paragraphs, and a headline and its story."""
        for i in range(len(pieces) - 1, 0, -1):
            lines = pieces[i].count("\n")
            if lines and (lines > 1 or self._short_line(self.ends[i - 1])):
                self.words.insert(i, "\n")
                self.starts.insert(i, self.ends[i - 1])
                self.ends.insert(i, self.ends[i - 1])

    def _short_line(self, end: int) -> bool:
        """Whether the line that ends here is the first or a short one, not a line of wrapped prose."""
        begin = self.text.rfind("\n", 0, end) + 1
        return begin == 0 or end - begin < _WRAPPED

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

"""Where the sentences of a paragraph begin and end."""

from collections.abc import Iterator

from diplocal.languages.language import Language
from diplocal.phrases import ends_sentence
from diplocal.phrases.sentences import MARKS
from diplocal.phrases.tokens import Tokens

_LONGEST = 2_000
_CLOSING = frozenset("\"”’')]")


def sentences(text: str, language: str | Language = "en") -> Iterator[tuple[int, int]]:
    """Give the offsets of each sentence of a paragraph, in which a line's end is a space.

    >>> [text[a:b] for text in ["Mr. Park will go on Jan. 3. He returns later."] for a, b in sentences(text)]
    ['Mr. Park will go on Jan. 3.', 'He returns later.']
    """
    t = Tokens(text, alone=True)
    begin = 0
    for k in range(t.count):
        if t.words[k] in MARKS and k >= begin and ends_sentence(t, k, language):
            yield from _trimmed(t, begin, k + 1)
            begin = k + 1
            while begin < t.count and t.words[begin] in _CLOSING and t.glued(begin):
                begin += 1
    yield from _trimmed(t, begin, t.count)


def _trimmed(t: Tokens, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave out the signs of paragraphs, and cut what is too long for a sentence: time grows with length alone."""
    words = [k for k in range(begin, end) if t.words[k] not in MARKS or t.words[k] in ".!?"]
    if not any(t.words[k][0].isalnum() for k in words if t.words[k]):
        return
    start, stop = t.start(words[0]), t.ends[words[-1]]
    while stop - start > _LONGEST:
        cut = max(t.text.rfind(" ", start + 1, start + _LONGEST), start + _LONGEST // 2)
        yield start, cut
        start = cut
    yield start, stop

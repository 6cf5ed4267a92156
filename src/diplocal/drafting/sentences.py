"""A text as sentences and clauses, by its punctuation: enough to give an announcement its words."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplocal.when import MONTHS, WEEKDAYS


def word_set(words: str) -> frozenset[str]:
    """Make a set of the words of a text, for tables that read as text."""
    return frozenset(words.split())


_NO_END = word_set(
    "mr mrs ms dr gen sen gov prof rep jan feb mar apr jun jul aug sep sept oct nov dec st no vs lt col u.s u.k u.n"
)
_SAY_NOTHING = word_set(
    "the and for his her who was are has its occurring held set due scheduled planned slated taking place starting "
    "beginning opening running lasting"
)
_DAYS = frozenset((*WEEKDAYS, *MONTHS))
_END = re.compile(r"(?<![.!?])[.!?]++[\"”’')\]]*+(?=\s++[\"“‘'(\[]?([^\W\d_a-z]\w*+|\d))|\n++")
_WORD_BEFORE = re.compile(r"[^\s.!?]*$")
_LONGEST = 2_000
_SHORT = 60
"""A line shorter than this is no wrapped prose: nothing runs on from it."""

_EDGE = re.compile(
    r"[;:]\s|,\s(?!(?:the\s)?(?:[A-Z][\w’'-]*\s){1,3}and\s(?:the\s)?[A-Z])|\s[-—–]\s|[()]"
    r"|\s(?:and|but|while|before|after|where|who|which|as|when)(?=\s)"
)
_CONJUNCTION = re.compile(r"\s\w+")


@frozen
class Sentence:
    """A stretch of a text; offsets count its characters."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    r"""Split a text at full stops that end a sentence, at paragraphs and behind headlines.

    >>> [one.text for one in sentences("Talks\n\nMr. Park will go on Jan. 3. He returns later.")]
    ['Talks', 'Mr. Park will go on Jan. 3.', 'He returns later.']
    """
    found: list[tuple[int, int]] = []
    begin = 0
    for edge in _END.finditer(text):
        if _ends(text, begin, edge):
            found += _stretches(text, begin, edge.end())
            begin = edge.end()
    found += _stretches(text, begin, len(text))
    return tuple(one for start, end in found if (one := _trimmed(text, start, end)).text)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence, so that the time that a text takes grows with its length alone."""
    while end - start > _LONGEST:
        cut = max(text.rfind(" ", start + 1, start + _LONGEST), start + _LONGEST // 2)
        yield start, cut
        start = cut
    yield start, end


def _ends(text: str, begin: int, edge: re.Match[str]) -> bool:
    if edge[0].startswith("\n"):
        line = text.rfind("\n", 0, edge.start()) + 1
        first = begin == 0 and not text[:line].strip()
        return (
            len(edge[0]) > 1
            or first
            or edge.start() - line < _SHORT
            or text[max(begin, edge.start() - 9) : edge.start()].rstrip()[-1:] in '.!?”"'
        )
    before = _WORD_BEFORE.search(text[max(begin, edge.start() - 12) : edge.start()])
    word, following = before[0].casefold() if before else "", edge[1] or ""
    if word in {"a.m", "p.m", "m"}:
        return following not in _DAYS and not following.isdigit()
    if word in _NO_END or (len(word) == 1 and word.isalpha()):
        return False
    return not (following.isdigit() and len(word) < 4 and word.isdigit())


def _trimmed(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Sentence(start, start + len(piece), piece)


def clause(text: str, at: tuple[int, int], others: Sequence[tuple[int, int]], enough: int = 1) -> tuple[int, int]:
    """Find the clause of a sentence in which a phrase stands.

    Args:
        text: the sentence.
        at: where the phrase stands in it.
        others: where other dates stand, in order; a conjunction ends a clause only on the way to one of them.
        enough: so many words, beside those of dates, a clause has at least; else it takes in its neighbour.

    Returns:
        Its first character and the one after its last.
    """
    before = max((end for _, end in others if end <= at[0]), default=-1)
    behind = min((start for start, _ in others if start >= at[1]), default=len(text) + 1)
    lefts, rights = [0], [len(text)]
    for edge in _EDGE.finditer(text):
        weak = _CONJUNCTION.fullmatch(edge[0]) is not None
        if edge.end() <= at[0] and (not weak or edge.start() >= before >= 0):
            lefts.append(edge.end())
        elif edge.start() >= at[1] and (not weak or edge.end() <= behind <= len(text)):
            rights.append(edge.start())
    if before > lefts[-1]:
        lefts.append(before)
    left, right = lefts.pop(), min(rights)
    while _words(text, left, right, [at, *others]) < enough and (lefts or right < len(text)):
        if lefts:
            left = lefts.pop()
        else:
            right = min((one for one in rights if one > right), default=len(text))
    return left, right


def _words(text: str, left: int, right: int, dates: Sequence[tuple[int, int]]) -> int:
    """Count the words of a stretch that are no date's and say something."""
    said = list(text)
    for start, end in dates:
        said[start:end] = " " * (end - start)
    return sum(word not in _SAY_NOTHING for word in re.findall(r"[^\W\d]{3,}", "".join(said[left:right]).casefold()))

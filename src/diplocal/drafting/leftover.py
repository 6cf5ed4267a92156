"""Lines with a date, a time of day or a cancellation that are in no entry: nothing is lost without a word."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from attrs import frozen

from diplocal.announcement.words import sentences
from diplocal.languages.notices import Notices
from diplocal.phrases import find
from diplocal.when import At, InYear, Length

Span: TypeAlias = tuple[int, int]
"""The first character of a stretch of a text, and the one behind its last."""

_LONG = 160
"""Characters from which a line is told by the sentence that is meant."""


@frozen
class Left:
    """Words that are in no entry.

    Attributes:
        line: the number of their line, from 1.
        words: the line, or the sentence of a long one.
    """

    line: int
    words: str


def left_over(
    text: str, taken: Iterable[Span], notices: Notices, *, heads: Container[int] = (), published: int | None = None
) -> tuple[Left, ...]:
    r"""Find the lines whose dates and times of day are in no entry, in order.

    A line whose day heads those below it is left over only where all of them are.

    >>> from diplocal.languages.notices import notices_in
    >>> left_over("MONDAY 12 MAY\n09:30 Talks\n11:00 Lunch\n", [(14, 25)], notices_in("en"), heads={0})
    (Left(line=3, words='11:00 Lunch'),)

    Args:
        text: the document's.
        taken: the stretches of it that entries were drafted from.
        notices: how its language is read.
        heads: where the days begin that stand over further lines.
        published: the line whose first date is the day of publication.
    """
    covered = _Covered(len(text), taken)
    lines = _lines(text, heads, notices)
    found: dict[Left, None] = {}
    for number, line in enumerate(lines, 1):
        if line.heads and covered.any(line.end, _next_head(lines, number, len(text))):
            continue
        for hit in line.hits[number == published :]:
            if not covered.all(hit[0], min(hit[1], line.end)):
                found[Left(number, _around(text, line, hit[0], notices))] = None
    return tuple(found)


def spans_of(text: str, quotes: Iterable[str]) -> Iterator[Span]:
    """Find where quotes stand in a text, whatever white space either has between words."""
    offsets = [offset for offset, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[offset] for offset in offsets)
    for quote in quotes:
        wanted = "".join(quote.split())
        at = bare.find(wanted) if wanted else -1
        while at >= 0:
            yield offsets[at], offsets[at + len(wanted) - 1] + 1
            at = bare.find(wanted, at + len(wanted))


class _Covered:
    """Which characters of a text are taken."""

    def __init__(self, length: int, taken: Iterable[Span]) -> None:
        edges = [0] * (length + 1)
        for start, end in taken:
            edges[min(start, length)] += 1
            edges[min(end, length)] -= 1
        self._sums = [0, *accumulate(int(depth > 0) for depth in accumulate(edges))]

    def all(self, start: int, end: int) -> bool:
        return self._sums[end] - self._sums[start] == end - start

    def any(self, start: int, end: int) -> bool:
        return self._sums[end] > self._sums[start]


@frozen
class _Line:
    """A line, the dates and times of day in it, and whether its day heads those below it."""

    start: int
    end: int
    hits: tuple[Span, ...]
    heads: bool


def _lines(text: str, heads: Container[int], notices: Notices) -> list[_Line]:
    hits = _hits(text, notices)
    found, start, first = [], 0, 0
    for line in text.split("\n"):
        end = start + len(line)
        last = bisect_left(hits, (end + 1, 0), first)
        inside = tuple(hits[first:last])
        begin = start + len(line) - len(line.lstrip())
        found.append(_Line(start, end, inside, begin in heads and notices.clock.search(line) is None))
        start, first = end + 1, last
    return found


def _hits(text: str, notices: Notices) -> list[Span]:
    """Find dates, times of day and what is called off; how long something takes, and years alone, are none."""
    dates = [
        (one.start, one.end)
        for one in find(text, notices.language)
        if not isinstance(one.reference.day if isinstance(one.reference, At) else one.reference, Length | InYear)
    ]
    others = [found.span() for pattern in (notices.clock, notices.called_off) for found in pattern.finditer(text)]
    return sorted({*dates, *others})


def _next_head(lines: Sequence[_Line], number: int, end: int) -> int:
    return next((line.start for line in lines[number:] if line.heads), end)


def _around(text: str, line: _Line, at: int, notices: Notices) -> str:
    words = text[line.start : line.end]
    if len(words) <= _LONG:
        return " ".join(words.split())
    whole = (0, len(words))
    first, last = next((one for one in sentences(words, notices.language) if one[0] <= at - line.start < one[1]), whole)
    return " ".join(words[first:last].split())

"""Where a drawing puts its marks: in the first row where they meet no other, with the words that there is room for."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from unicodedata import east_asian_width

from attrs import evolve, frozen

from diplocal.exporters.svg.marks import Ends, Mark, Marks
from diplocal.timeline import Days, Sometime

WIDTH, MARGIN, INSIDE = 840.0, 176.0, 6.0
_LEAST = 6.0
_LETTER = 6.2  # how wide a letter is at most times
_LABELLED = 30
"""The rows up to which marks have their words beside them; beyond, only those of several days."""


@frozen
class Scale:
    """The days across, and the width that they have."""

    first: dt.date
    days: int
    width: float

    @property
    def day(self) -> float:
        """The width of a day."""
        return self.width / max(self.days, 1)

    def ends(self, mark: Mark) -> list[Ends]:
        """Tell where each place of a mark begins and ends; a moment is as wide as can be seen, and hit."""
        found = [(start * self.day, end * self.day, end - start >= 1) for start, end in mark.places]
        return [(left, max(right - (1.5 if whole else 0), left + _LEAST)) for left, right, whole in found]


@frozen(kw_only=True)
class Placed:
    """A mark with its row, its words as far as there is room for them, and where these begin or end."""

    mark: Mark
    label: str
    at: float
    anchor: str
    row: int = 0


def arranged(found: Marks, scale: Scale) -> tuple[Placed, ...]:
    """Put what lasts several days above the rest; with too many rows, only the former keeps its words."""
    wide, narrow = ([_beside(mark, scale) for mark in group] for group in (found.wide, found.narrow))
    above = _rows(wide, scale, 0)
    below = _rows(narrow, scale, next_row(above))
    if next_row(below) > _LABELLED:
        below = _rows((evolve(one, label="", anchor="start") for one in narrow), scale, next_row(above))
    return *above, *below


def next_row(placed: Sequence[Placed]) -> int:
    """Count the rows that are taken."""
    return max((one.row + 1 for one in placed), default=0)


def _beside(mark: Mark, scale: Scale) -> Placed:
    """Put the words of a mark into it, or to its right, or else to its left."""
    ends = scale.ends(mark)
    left, right, long = ends[0][0], ends[-1][1], _length(mark.words)
    if isinstance(mark.entry.timing, Days | Sometime) and right - left >= min(long, scale.width / 2) + 2 * INSIDE:
        words = fitting(mark.words, right - left - 2 * INSIDE)
        return Placed(mark=mark, label=words, at=left + INSIDE, anchor="start")
    if right + 5 + long > scale.width and left > scale.width - right:
        return Placed(mark=mark, label=fitting(mark.words, left - 5), at=left - 5, anchor="end")
    room = scale.width - right - 5
    return Placed(mark=mark, label=fitting(mark.words, room), at=right + 5, anchor="start")


def _rows(placed: Iterable[Placed], scale: Scale, first: int) -> list[Placed]:
    """Give each mark the first row in which it meets no other."""
    found: list[Placed] = []
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    rows = 0
    spread = [(extent(one, scale.ends(one.mark)), one) for one in placed]
    for (left, right), one in sorted(spread, key=lambda item: item[0][0]):
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        if free:
            row = heappop(free)
        else:
            row, rows = rows, rows + 1
        heappush(taken, (right + 8, row))
        found.append(evolve(one, row=first + row))
    return found


def extent(one: Placed, ends: Sequence[Ends]) -> Ends:
    """Tell from where to where a mark and its words reach."""
    long = _length(one.label)
    start = one.at - long if one.anchor == "end" else one.at
    lefts, rights = [left for left, _ in ends], [right for _, right in ends]
    return min([*lefts, start] if one.label else lefts), max([*rights, start + long] if one.label else rights)


def _length(words: str) -> float:
    """Tell how wide words are at most times."""
    return sum(_LETTER * (2 if east_asian_width(letter) in "WF" else 1) for letter in words)


def fitting(words: str, room: float) -> str:
    """Leave the words that there is room for, with dots for the rest; of a word that is too long, its letters."""
    if _length(words) <= room:
        return words
    ends = list(accumulate(map(_length, words)))
    cut = bisect_right(ends, room - _LETTER)
    whole = words.rfind(" ", 0, cut + 1)
    kept = words[: whole if whole > 0 else cut].rstrip()
    return f"{kept}…" if kept else ""

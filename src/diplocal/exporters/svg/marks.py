"""What a drawing shows of a timeline: each entry with its places along the days, the words about it, and its row.

A mark stands in the first row where it meets no other, with the words that there is room for.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from itertools import accumulate
from typing import TypeAlias
from unicodedata import east_asian_width

from attrs import evolve, frozen

from diplocal.exporters.local_times import say_time
from diplocal.exporters.outline import Slot
from diplocal.exporters.telling.fragments import clean, plain
from diplocal.exporters.telling.teller import Page, Teller
from diplocal.exporters.wording import Wording
from diplocal.timeline import Days, Entry, Hours, NoDate, Sometime, Timing, timing_dates

WIDTH, MARGIN, INSIDE = 840.0, 176.0, 6.0
_LEAST = 6.0
_LETTER = 6.2  # how wide a letter is at most times
_LABELLED = 30
"""The rows up to which marks have their words beside them; beyond, only those of several days."""

Ends: TypeAlias = tuple[float, float]
"""Where something begins and ends."""


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

    def ends(self, start: float, end: float) -> Ends:
        """Tell where a place begins and ends, given in days; a moment is as wide as can be seen, and hit."""
        left, right = start * self.day, end * self.day - (1.5 if end - start >= 1 else 0)
        return left, max(right, left + _LEAST)


@frozen(kw_only=True)
class Mark:
    """A mark: its places, the words beside it and all about it, which begin alike."""

    entry: Entry
    ends: tuple[Ends, ...]  # of each place; none: it stands at the margin
    words: str
    full: str
    struck: bool
    row: int = 0
    label: str = ""  # the words as far as there is room for them
    at: float = 0.0  # where these begin or end
    anchor: str = "start"

    @property
    def extent(self) -> Ends:
        """From where to where it and its words reach."""
        (left, _), (_, right), long = self.ends[0], max(self.ends, key=lambda ends: ends[1]), _length(self.label)
        start = self.at - long if self.anchor == "end" else self.at
        return (min(left, start), max(right, start + long)) if self.label else (left, right)


@frozen(kw_only=True)
class Marks:
    """What is drawn."""

    scale: Scale
    placed: tuple[Mark, ...]  # along the days: what lasts several above the rest
    margin: tuple[Mark, ...]  # what has no place there


def marks(page: Page) -> Marks:
    """Find everything that a drawing shows of a timeline; with too many rows, only what is above keeps its words."""
    parts, language = page.outline, page.teller.language
    undated = [Slot(entry) for below in parts.undated.values() for entry in below]
    margin = [slot for slot in undated if not _reach(slot.entry.timing)]
    wide = [*map(Slot, parts.spans)]
    narrow = [slot for slots in parts.days.values() for slot in slots]
    narrow += [*map(Slot, parts.windows), *(slot for slot in undated if _reach(slot.entry.timing))]
    reach = [day for slot in (*wide, *narrow) for day in _reach(slot.entry.timing)]
    first = min(reach, default=dt.date.min)
    days = (max(reach) - first).days + 1 if reach else 0
    # All the width, but for a margin if something has no place.
    scale = Scale(first, days, WIDTH - MARGIN if margin else WIDTH)
    above = _rows([_labelled(_mark(slot, scale, language), scale) for slot in wide], 0)
    labelled = [_labelled(_mark(slot, scale, language), scale) for slot in narrow]
    below = _rows(labelled, next_row(above))
    if next_row(below) > _LABELLED:
        below = _rows((evolve(mark, label="", anchor="start") for mark in labelled), next_row(above))
    return Marks(scale=scale, placed=(*above, *below), margin=tuple(_mark(slot, scale, language) for slot in margin))


def next_row(placed: Sequence[Mark]) -> int:
    """Count the rows that are taken."""
    return max((mark.row + 1 for mark in placed), default=0)


def _reach(timing: Timing) -> tuple[dt.date, ...]:
    """Give the days that a drawing has to have."""
    if isinstance(timing, NoDate):
        return tuple(day for one in timing.readings for day in (one.start, one.end))
    return timing_dates(timing) or ()


def _mark(slot: Slot, scale: Scale, language: Wording) -> Mark:
    entry, timing = slot.entry, slot.entry.timing
    place = entry.place.name if entry.place and entry.own_place else ""
    name, time = clean(entry.title) or clean(place) or language.say("untitled"), say_time(timing, language)
    status = language.name(entry.status)
    if slot.now is not None and not entry.status.cancelled and not isinstance(slot.now, NoDate):
        status = language.say("moved to {time}", time=_when(slot.now, language))
    dates = timing_dates(timing)
    short = time if dates and dates[0] == dates[1] else ""
    words = f"{short} {name}".strip()
    when = language.day(dates[0]) if dates and short else _when(timing, language)
    return Mark(
        entry=entry,
        ends=tuple(scale.ends(*place) for place in _places(timing, scale.first)),
        words=words,
        full=f"{words}, {when}, {status}",
        struck=slot.now is not None or entry.shown_struck,
    )


def _when(timing: Timing, language: Wording) -> str:
    return plain(Teller(language=language, one_zone=True).timing(timing))


def _places(timing: Timing, first: dt.date) -> list[Ends]:
    """Tell where a timing lies, in days from the first one."""
    match timing:
        case Hours(start, end):
            since = _at(start, first)
            return [(since, max(since, _at(end, first)) if end else since)]
        case NoDate(readings):
            spans = sorted((one.start, one.end) for one in readings)
        case _:
            spans = [dates] if (dates := timing_dates(timing)) else []
    return [(float((start - first).days), float((end - first).days + 1)) for start, end in spans]


def _at(moment: dt.datetime, first: dt.date) -> float:
    return (moment.date() - first).days + (moment.hour * 60 + moment.minute) / 1440


def _labelled(mark: Mark, scale: Scale) -> Mark:
    """Put the words of a mark into it, or to its right, or else to its left."""
    left, right, long = mark.ends[0][0], mark.ends[-1][1], _length(mark.words)
    if isinstance(mark.entry.timing, Days | Sometime) and right - left >= min(long, scale.width / 2) + 2 * INSIDE:
        return evolve(mark, label=fitting(mark.words, right - left - 2 * INSIDE), at=left + INSIDE)
    if right + 5 + long > scale.width and left > scale.width - right:
        return evolve(mark, label=fitting(mark.words, left - 5), at=left - 5, anchor="end")
    return evolve(mark, label=fitting(mark.words, scale.width - right - 5), at=right + 5)


def _rows(marks: Iterable[Mark], first: int) -> list[Mark]:
    """Give each mark the first row in which it meets no other."""
    found: list[Mark] = []
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    rows = first
    for (left, right), mark in sorted(((mark.extent, mark) for mark in marks), key=lambda item: item[0][0]):
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        if free:
            row = heappop(free)
        else:
            row, rows = rows, rows + 1
        heappush(taken, (right + 8, row))
        found.append(evolve(mark, row=row))
    return found


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

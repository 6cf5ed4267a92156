"""How a candidate stands to today and to the readings beside its reference, as named features."""

import datetime as dt
from bisect import bisect_right
from typing import Final

from diplocal.evidence.page import MEMORY, NAMED_BY_WEEKDAY, Page
from diplocal.reading import Candidate, Kind

# So many words between two references tell what one is to the other ("on Monday (", ", which is", "or").
_CLOSE: Final = 3
_NO_WORDS: Final = [""] * (_CLOSE + 1)


class Note:
    """A reading beside a reference.

    Attributes:
        names: what it is to the reference; each becomes a feature with how the candidate lies to it.
        number: of the reference that it is of.
        share: its probability.
        start, end: its first and last day.
        window: whether it is a window, which a candidate lies in or not.
    """

    __slots__ = ("end", "names", "number", "share", "start", "window")

    def __init__(self, names: list[str], number: int, meaning: tuple[float, Candidate], *, window: bool) -> None:
        self.names = names
        self.number = number
        self.share, candidate = meaning
        self.start = candidate.start
        self.end = candidate.end
        self.window = window

    def names_beyond(self) -> list[str]:
        """What it is to a candidate that lies beyond."""
        return [*self.names, f"beyond {self.names[0]}"]


def notes(page: Page, number: int) -> list[Note]:
    """The readings beside a reference: the ones before it, the nearest window, stays, the one behind it.

    One that is not sure is there with each of its meanings.
    """
    out = list[Note]()
    previous = main = window = stay = False
    last_said, mine = False, _of_saying(page, number)
    for other in range(number - 1, max(-1, number - 1 - MEMORY), -1):
        reading = page.readings[other]
        if reading is None:
            continue
        if reading.kind is Kind.WINDOW:
            if not window:
                window = True
                out += [
                    Note(_window_before(page, other, number, one[1]), other, one, window=True)
                    for one in page.meanings[other]
                ]
            continue
        if reading.start < reading.end and not page.reports[other]:
            names = ["stay before"] if stay else _stay(page, other, number)
            stay = True
            out += [Note(names, other, one, window=True) for one in page.meanings[other]]
        if not previous:
            previous, last_said = True, page.reports[other]
            out += [
                Note(_day_before(page, other, number, one[1]), other, one, window=False) for one in page.meanings[other]
            ]
        elif not main and last_said and not page.reports[other]:
            main = True
            names = [f"goes on {_nearness(page, other, number)}"]
            out += [Note(names, other, one, window=False) for one in page.meanings[other]]
    out += _behind(page, number, mine)
    return out


def _behind(page: Page, number: int, mine: str) -> list[Note]:
    """The next reading behind a reference."""
    for other in range(number + 1, min(len(page.places), number + 1 + MEMORY)):
        reading = page.readings[other]
        if reading is None:
            continue
        near, window = _nearness(page, number, other), reading.kind is Kind.WINDOW
        if window and near == "far":
            return []
        said = " report" if page.reports[other] else ""
        names = [f"{'window behind' if window else 'precedes'} {near}{said}{mine}"]
        return [Note(names, other, one, window=window) for one in page.meanings[other]]
    return []


def _of_saying(page: Page, number: int) -> str:
    return " of saying" if page.reports[number] else ""


def _window_before(page: Page, other: int, number: int, reading: Candidate) -> list[str]:
    near = _nearness(page, other, number)
    said = " report" if page.reports[other] else ""
    bound = near
    if near == "same":
        verb = page.context(other).verb
        if verb is not None and verb is page.context(number).verb:
            bound = "verb"
    mine, its, here = _of_saying(page, number), page.context(other).tense, page.context(number).tense
    return [
        f"window {bound}{said}{mine}",
        f"window {page.kinds[other]} {near}{mine}",
        f"window {page.kinds[other]} {near} {'alike' if its == here else 'unlike'}",
        f"window {its} {here}",
        f"window {side_of(reading.start, page.today)} {near} {here}",
    ]


def _stay(page: Page, other: int, number: int) -> list[str]:
    """What several days before a reference are to it: the stay or meeting that its day may be of."""
    mine, here = _of_saying(page, number), page.context(number).tense
    return [f"stay {_nearness(page, other, number)}{mine}", f"stay {here}", f"stay {page.context(other).tense} {here}"]


def _day_before(page: Page, other: int, number: int, reading: Candidate) -> list[str]:
    near = _nearness(page, other, number)
    said = " report" if page.reports[other] else ""
    tense, mine = page.context(number).tense, _of_saying(page, number)
    gap = page.between(other, number) if near == "same" else _NO_WORDS
    side = side_of(reading.start, page.today)
    words = page.language.vocabulary
    names = [
        f"follows {near}{' and' if not words.conjunctions.isdisjoint(gap) else ''}{said}{mine}",
        f"follows {page.context(other).tense} {tense}",
        f"follows {side} {near}{said} {tense}{mine}",
    ]
    if len(gap) <= _CLOSE:
        names.append(f"close {' '.join(gap)}")
    if page.context(number).before in words.pointing:
        names.append(f"the one {near}")
    return names


def _nearness(page: Page, first: int, second: int) -> str:
    """Whether two references share a sentence, or stand in sentences side by side."""
    one, other = page.places[first], page.places[second]
    return "same" if one.left == other.left else "next" if one.right == other.left else "far"


def distance(page: Page, number: int, candidate: Candidate) -> list[str]:
    """How far a candidate lies from the publication, by kind and tense."""
    start, end, today = candidate.start, candidate.end, page.today
    tense = page.context(number).tense
    kind = page.kinds[number]
    side, far = side_of(start, today), _far((start - today).days, kind)
    out = [f"far {kind} {side} {far}", f"far {side} {far} {tense}"]
    if start < today < end:
        out.append(f"lasts {tense}")
    if page.is_named(start, number):
        out.append("named elsewhere")
    return out


def lies(note: Note, candidate: Candidate) -> int:
    """How a candidate lies to a reading beside it, as an index of `LIES`."""
    if note.window:
        if note.start <= candidate.start and candidate.end <= note.end:
            return _IN
        return _OUT if candidate.start > note.end or candidate.end < note.start else _MEETS
    behind, ahead = (candidate.start - note.end).days, (candidate.start - note.start).days
    if note.start < note.end and ahead >= 0 and candidate.end <= note.end:
        return _DURING
    return _gap(behind if behind > 0 else min(0, ahead))


_IN: Final = 0
_OUT: Final = 1
_MEETS: Final = 2
_DURING: Final = 3


def is_beyond(page: Page, candidate: Candidate) -> bool:
    """Whether a candidate lies beyond the days that news names by their weekday."""
    return abs((candidate.start - page.today).days) > NAMED_BY_WEEKDAY


def side_of(start: dt.date, today: dt.date) -> str:
    """The side of a date: back, today, ahead."""
    if start == today:
        return "today"
    return "ahead" if start > today else "back"


def sides_of(page: Page, number: int, candidate: Candidate) -> tuple[int, ...]:
    """The side of a candidate, as indices of `SIDES`; of a weekday also that it is beyond what news names by it."""
    side = _side(page, candidate)
    if is_beyond(page, candidate) and page.kinds[number].startswith("weekday"):
        return side, _BEYOND_BACK if side == _BACK else _BEYOND_AHEAD
    return (side,)


def side_of_base(page: Page, candidate: Candidate) -> int:
    """The side of a candidate that counts from another day, as an index of `SIDES`."""
    return _BASE + _side(page, candidate)


def _side(page: Page, candidate: Candidate) -> int:
    if candidate.start == page.today:
        return _TODAY
    return _AHEAD if candidate.start > page.today else _BACK


_BACK: Final = 0
_TODAY: Final = 1
_AHEAD: Final = 2
_BEYOND_BACK: Final = 3
_BEYOND_AHEAD: Final = 4
_BASE: Final = 5


_STEPS: Final = ("0", "1", "2", "3-4", "3-4", "5", "6")


def _far(days: int, kind: str) -> str:
    """How far a date is, in steps that tell for its kind."""
    days = abs(days)
    if kind == "day":
        return "0" if not days else "1-10" if days <= 10 else "11-20" if days <= 20 else "month" if days < 32 else "far"
    if kind.startswith("weekday"):
        return _STEPS[days] if days < 7 else "week" if days < 14 else "far"
    if days > 270:
        return "year"
    if days > 120:
        return "half"
    return "months" if days > 40 else "near" if days else "0"


def _gap(days: int) -> int:
    """How far one date lies behind another, as an index of `LIES`."""
    return _DURING + 1 + bisect_right(_GAPS, days)


_GAPS: Final = [-6, -1, 0, 1, 2, 7, 14, 200]

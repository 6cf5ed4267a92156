"""A programme: days ahead, stated once, and weekdays among them ("She visits Oslo from 8 to 12 June. On Tuesday ...").

News names a day around its publication by its weekday. A programme comes weeks before, and names the days of its
frame by theirs. Which of the two a text is, its weekdays tell together: they are laid out in the frames at the least
cost, and where three find a place, one of them inside a frame far ahead, the text is a programme. A verb that tells the
past ("he said on Monday") and a deadline keep a weekday out of it.
"""

import datetime as dt
from functools import partial
from typing import Final

from diplocal.evidence.page import NAMED_BY_WEEKDAY, Page
from diplocal.evidence.possible import again
from diplocal.reading import Candidate, say_dates
from diplocal.rules import contradicted
from diplocal.when import At, Bound, CalendarDay, DayOfMonth, Deadline, OnWeekday, Reference, Window

IN_PROGRAMME: Final = "weekday-in-programme"

_DAY: Final = dt.timedelta(1)
# A longer frame says little of its weekdays, and a text with more frames states each of its days.
_LONG: Final = dt.timedelta(21)
_MANY: Final = 12
# A text that names a day before its frame by its weekday is of these days, unless the frame begins in the next ones.
_LATER: Final = dt.timedelta(14)
# Fewer weekdays may fall into frames by chance.
_ENOUGH: Final = 3
# So far from a frame a day may belong to it: the journey there, the day after.
_BEFORE: Final = 3
_BEHIND: Final = 1
# What it costs, in days away from a frame, to leave a weekday out, and to go back.
_LEFT_OUT: Final = 2.5
_BACK: Final = 1.5


class _Layout:
    """Weekdays laid out so far.

    Attributes:
        cost: what that costs.
        last: the day that the next one goes on from.
        number, candidate: the last one, and its day.
        before: the layout of those before it; ``None`` where there are none.
    """

    __slots__ = ("before", "candidate", "cost", "last", "number")

    def __init__(
        self,
        cost: float,
        last: dt.date,
        number: int = -1,
        candidate: Candidate | None = None,
        before: "_Layout | None" = None,
    ) -> None:
        self.cost = cost
        self.last = last
        self.number = number
        self.candidate = candidate
        self.before = before

    def days(self) -> dict[int, Candidate]:
        """The days of all of them, by the numbers of the references."""
        out = dict[int, Candidate]()
        layout: _Layout | None = self
        while layout is not None:
            if layout.candidate is not None:
                out[layout.number] = layout.candidate
            layout = layout.before
        return out


def programme(page: Page) -> dict[int, Candidate]:
    """The days of the weekdays of a programme, by the numbers of the references; none where a text is no programme."""
    if page.kinds.count("weekday") < _ENOUGH:
        return {}
    frames = _frames(page)
    first = next((n for n, frame in frames.items() if _is_far(page, frame) and not _is_at_hand(page, n, frame)), None)
    if first is None or len(frames) > _MANY:
        return {}
    planned = [n for n in range(len(page.mentions)) if _is_planned(page, n)]
    numbers = [n for n in planned if n > first]
    has_days_of_its_own = any(not page.reports[n] for n in planned if n < first)
    if len(numbers) < _ENOUGH or (has_days_of_its_own and frames[first].start - page.today > _LATER):
        return {}
    days = _laid_out(page, numbers, frames)
    far = [day for day in days.values() if _is_far(page, day)]
    is_inside = any(not _away(day, frame) for day in far for frame in frames.values())
    return days if is_inside and len(days) >= _ENOUGH else {}


def _is_at_hand(page: Page, number: int, frame: Candidate) -> bool:
    """Whether a frame is a week that begins tomorrow, whose days news names by their weekdays."""
    return isinstance(page.cores[number], Window) and frame.start <= page.today + _DAY


def _is_far(page: Page, day: Candidate) -> bool:
    """Whether a day lies beyond the six that news names by their weekdays."""
    return (day.end - page.today).days > NAMED_BY_WEEKDAY


def _frames(page: Page) -> dict[int, Candidate]:
    """The days and weeks ahead that a text states, by their numbers; a stay goes on to the end stated for it."""
    frames, last = dict[int, Candidate](), page.today
    for number, core in enumerate(page.cores):
        if not isinstance(core, (CalendarDay, DayOfMonth, Window)):
            continue
        found = again(page, number, page.today)
        if not found or contradicted(found):
            continue
        near = last if isinstance(core, DayOfMonth) else page.today
        away = [abs(one.start - near) for one in found]
        frame = found[away.index(min(away))]
        bound = _bound(page.mentions[number].reference)
        if bound is Bound.UNTIL and page.today < last <= frame.end:
            frame = Candidate(last, frame.end, frame.rule, frame.why)
        elif bound is not None:
            continue
        if frame.start > page.today and frame.end - frame.start <= _LONG:
            frames[number] = frame
            last = frame.start
    return frames


def _bound(reference: Reference) -> Bound | None:
    day = reference.day if isinstance(reference, At) else reference
    return day.bound if isinstance(day, Deadline) else None


def _is_planned(page: Page, number: int) -> bool:
    """Whether a reference is a weekday alone that may be part of a programme."""
    if page.kinds[number] != "weekday" or not isinstance(page.cores[number], OnWeekday):
        return False
    is_limit = _bound(page.mentions[number].reference) is not None
    return not is_limit and _PAST.isdisjoint(page.context(number).tense.split("<"))


_PAST: Final = frozenset({"past", "perfect", "pluperfect", "was_to", "would", "would_perfect"})


def _laid_out(page: Page, numbers: list[int], frames: dict[int, Candidate]) -> dict[int, Candidate]:
    """Lay weekdays out at the least cost; a frame that is stated between them is what the next one goes on from."""
    stated = [number for number in frames if number > numbers[0]]
    start = min([frame.start for number, frame in frames.items() if number < numbers[0]])
    layouts = [_Layout(0.0, start - _BEFORE * _DAY)]
    for number in sorted([*numbers, *stated]):
        if number in frames:
            layouts = [_Layout(layouts[0].cost, frames[number].start - _BEFORE * _DAY, before=layouts[0])]
        else:
            layouts = _with(_near(page, number, frames), number, layouts)
    return layouts[0].days()


def _with(found: list[tuple[Candidate, int]], number: int, layouts: list[_Layout]) -> list[_Layout]:
    """The layouts with one more weekday: the cheapest for each day that it may have, the cheapest of all first."""
    more = [_Layout(layout.cost + _LEFT_OUT, layout.last, before=layout) for layout in layouts]
    for layout in layouts:
        for day, away in found:
            cost = abs(away) + (_BACK if day.start < layout.last else 0.0)
            more.append(_Layout(layout.cost + cost, day.start, number, day, layout))
    best = dict[dt.date, _Layout]()
    for layout in sorted(more, key=_cost):
        best.setdefault(layout.last, layout)
    return list(best.values())[:_MANY]


def _cost(layout: _Layout) -> float:
    return layout.cost


def _near(page: Page, number: int, frames: dict[int, Candidate]) -> list[tuple[Candidate, int]]:
    """What a weekday may mean in the frames or right beside them, and how far from the nearest of them each lies."""
    ends = [day for frame in frames.values() for day in (frame.start, frame.end)]
    found = {(one.start, one.end): one for day in ends for one in again(page, number, day)}
    near = list[tuple[Candidate, int]]()
    for one in found.values():
        frame = min(frames.values(), key=partial(_distance, one))
        away = _away(one, frame)
        if one.start > page.today and -_BEFORE <= away <= _BEHIND:
            why = f"among the days of a programme, {say_dates(frame.start, frame.end)}"
            near.append((Candidate(one.start, one.end, IN_PROGRAMME, why, one.kind), away))
    return near


def _distance(day: Candidate, frame: Candidate) -> int:
    return abs(_away(day, frame))


def _away(day: Candidate, frame: Candidate) -> int:
    """How many days one lies behind a frame; negative: before it; 0 where they meet."""
    behind = (day.start - frame.end).days
    return behind if behind > 0 else min(0, (day.end - frame.start).days)

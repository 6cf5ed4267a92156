"""Read the references of a text together: each by its evidence, which the ones that are read already are part of.

First what can mean one thing only, then what has a verb, in the order of the text, then headlines and what else has
none, at last what counts from another day. The probability of a reading is that of its own choice; a day that counts
from another is no surer than that one.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from diplocal import rules
from diplocal.evidence.beside import Note, against, distance, notes, side_of, sides_of
from diplocal.evidence.choice import Choice, Weighed, share_out
from diplocal.evidence.page import Page
from diplocal.evidence.possible import possible
from diplocal.evidence.weights import Weights
from diplocal.prose.counted import Base, bases
from diplocal.reading import Candidate, Certainty
from diplocal.rules import Candidates
from diplocal.when import CalendarDay, FromToday, OnWeekday, Which, is_chained


class InText(Choice):
    """A choice in a text.

    Attributes:
        notes: the readings beside the reference.
        is_counted: whether its candidates count from another day.
    """

    __slots__ = ("is_counted", "notes")

    def __init__(
        self, candidates: Candidates, weighed: list[Weighed], beside: Sequence[Note] = (), *, is_counted: bool = False
    ) -> None:
        super().__init__(candidates, weighed)
        self.notes = beside
        self.is_counted = is_counted


def order(page: Page) -> list[int]:
    """In which order the references are read."""
    stages = [_stage(page, number) for number in range(len(page.mentions))]
    return sorted(range(len(stages)), key=stages.__getitem__)


def _stage(page: Page, number: int) -> int:
    core, kind = page.cores[number], page.kinds[number]
    if is_chained(core):
        return 4
    if isinstance(core, FromToday):
        return 3 if page.is_quoted(number) else 0
    if not kind.startswith(_OPEN) or (isinstance(core, CalendarDay) and core.year is not None):
        return 0
    return 1 if page.is_told(number) else 2


# The kinds of references that can mean several dates.
_OPEN: Final = ("weekday", "date", "day", "month", "weekend", "counted")


_ONE: Final = [Weighed(share=1.0)]


def choose(page: Page, number: int, weights: Weights) -> InText | None:
    """Weigh everything that a reference can mean; ``None`` where it denotes no date."""
    if is_chained(page.cores[number]):
        return _choose_base(page, number, weights)
    candidates = possible(page, number)
    if not candidates:
        return None
    if len(candidates) == 1:
        return InText(candidates, _ONE)
    if rules.contradicted(candidates):
        weighed = [Weighed() for _ in candidates]
        share_out(weighed)
        return InText(candidates, weighed)
    beside = notes(page, number)
    if _is_next(page, number):
        return _choose_next(page, number, candidates, beside)
    bearing = page.bearing(number)
    verb, place = weights.of_place(bearing.verb), weights.of_place(bearing.place)
    weighed = []
    for candidate in candidates:
        sides = sides_of(candidate.start, page.today, page.kinds[number])
        by_verb, by_place = sum([verb[side] for side in sides]) / 100, sum([place[side] for side in sides]) / 100
        far = weights.of_candidate(distance(page, number, candidate))
        near = tuple([weights.of_candidate(against(page, note, candidate)) for note in beside])
        weighed.append(Weighed(by_verb, by_place, far, near))
    share_out(weighed)
    choice = InText(candidates, weighed, beside)
    if page.kinds[number] == "weekday" and not beside and page.spot(number).verb is None:
        _leave_to_convention(choice, page)
    return choice


def _leave_to_convention(choice: InText, page: Page) -> None:
    """Leave a weekday open that has neither a verb nor a reading beside it, unless a convention says where it looks."""
    ahead = page.conventions.ahead
    choice.grade = Certainty.AMBIGUOUS if ahead is None else Certainty.PREFERRED
    side = [k for k, candidate in enumerate(choice.candidates) if (candidate.start >= page.today) is ahead]
    choice.best = max(side, key=lambda k: choice.weighed[k].share, default=choice.best)


def _is_next(page: Page, number: int) -> bool:
    core = page.cores[number]
    return isinstance(core, OnWeekday) and core.which is Which.NEXT and core.week is None


# What speaks against a reading of "next Thursday" where words beside it tell of the other one, 99 times as likely.
_NOT_TOLD: Final = -4.595


def _choose_next(page: Page, number: int, candidates: Candidates, beside: list[Note]) -> InText:
    """Leave "next Thursday" open, next week's first, unless one of its readings lies in a window or on a day beside it.

    That is a convention, not evidence: usage differs, and nothing but another reference tells which is meant.
    """
    near = [k for k, candidate in enumerate(candidates) if _is_told(page, number, candidate, beside)]
    settled = len(near) == 1
    weighed = [Weighed(convention=_NOT_TOLD if settled and k not in near else 0.0) for k in range(len(candidates))]
    share_out(weighed)
    return InText(candidates, weighed, beside)


def _is_told(page: Page, number: int, candidate: Candidate, beside: list[Note]) -> bool:
    inside = any(note.window and note.start <= candidate.start <= note.end for note in beside)
    return inside or page.is_named(candidate.start, number)


def _choose_base(page: Page, number: int, weights: Weights) -> InText | None:
    found = bases(page, number)
    if not found:
        return None
    verb = weights.of_place(page.bearing(number).verb)
    weighed = []
    for base in found:
        side = "base " + side_of(base.candidate.start, page.today)
        weighed.append(Weighed(verb[side] / 100, weights.of_candidate(base.features)))
    share_out(weighed)
    return _by_dates(found, weighed)


def _by_dates(found: list[Base], weighed: list[Weighed]) -> InText:
    """Add up what leads to the same dates; each base is no surer than its own reading."""
    order, sums = list[int](), dict[tuple[dt.date, dt.date], float]()
    for k, base in enumerate(found):
        dates = (base.candidate.start, base.candidate.end)
        if dates not in sums:
            order.append(k)
        sums[dates] = sums.get(dates, 0.0) + weighed[k].share * base.share
    best = [
        max((k for k, base in enumerate(found) if _same(base, found[first])), key=lambda k: weighed[k].share)
        for first in order
    ]
    for k in best:
        weighed[k].share = sums[found[k].candidate.start, found[k].candidate.end]
    return InText(tuple([found[k].candidate for k in best]), [weighed[k] for k in best], is_counted=True)


def _same(one: Base, other: Base) -> bool:
    return (one.candidate.start, one.candidate.end) == (other.candidate.start, other.candidate.end)

"""Read the references of a text together: each by its evidence, which the ones that are read already are part of.

First what can mean one thing only, then what has a verb, in the order of the text, then headlines and what else has
none. What is open is then read once more, now that all around it is read; at last what counts from another day. A
reading that isn't sure counts beside others with each of its meanings, by their probabilities. A day that counts from
another is no surer than that one.
"""

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

from diplocal import rules
from diplocal.evidence.choice import CERTAIN, OPEN, Choice, Weighed, share_out
from diplocal.evidence.neighbours import Note, distance, is_beyond, lies, notes, side_of_base, sides_of
from diplocal.evidence.page import Page
from diplocal.evidence.possible import possible
from diplocal.evidence.programme import programme
from diplocal.evidence.weights import Row, Weights, added
from diplocal.prose.counted import Base, bases
from diplocal.reading import Candidate, Certainty, Kind
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


def read(page: Page, weights: Weights) -> list[InText | None]:
    """Choose among the candidates of each reference; ``None`` for what denotes no date."""
    choices: list[InText | None] = [None] * len(page.mentions)
    page.programme = programme(page)
    plain, counted = order(page)
    for number in plain:
        choices[number] = _choose(page, number, weights)
    changed = False
    for number in plain:
        if _is_open(page, number, choices[number]) and (
            changed or number != plain[-1]
        ):  # nothing is read after the last
            before = page.meanings[number]
            choices[number] = _choose(page, number, weights)
            changed = changed or page.meanings[number] != before
    for number in counted:
        choices[number] = _choose_base(page, number, weights)
    return choices


# From this probability on, nothing beside a reading changes it.
_SETTLED: Final = 0.999


def _is_open(page: Page, number: int, choice: InText | None) -> bool:
    """Whether a choice is open enough to be made once more."""
    return choice is not None and len(choice.candidates) > 1 and page.shares[number] < _SETTLED


# Of the meanings of a reading that isn't certain, those that count beside others.
_MEANINGS: Final = 3


def settle(page: Page, number: int, choice: InText) -> None:
    """Take the best candidate for the reading of a reference."""
    best, share = choice.candidates[choice.best], choice.weighed[choice.best].share
    page.readings[number], page.shares[number] = best, share
    page.meanings[number] = [(1.0, best)] if share >= CERTAIN or len(choice.candidates) == 1 else _meanings(choice)
    core = page.cores[number]
    if isinstance(core, FromToday) or (isinstance(core, CalendarDay) and len(choice.candidates) == 1):
        page.named.setdefault(best.start, []).append(number)


def _meanings(choice: InText) -> list[tuple[float, Candidate]]:
    """The likeliest meanings with their shares of these, the best first."""
    shares = [one.share for one in choice.weighed]
    likeliest = sorted(range(len(shares)), key=lambda k: (k != choice.best, -shares[k]))[:_MEANINGS]
    whole = math.fsum([shares[k] for k in likeliest])
    return [(shares[k] / whole, choice.candidates[k]) for k in likeliest]


# The stages in which references are read; within one, in the order of the text.
_PLAIN: Final = 0
_TOLD: Final = 1
_UNTOLD: Final = 2
_QUOTED: Final = 3
_COUNTED: Final = 4


def order(page: Page) -> tuple[list[int], list[int]]:
    """In which order the references are read: those that stand by themselves, and those that count from another day."""
    stages = [_stage(page, number) for number in range(len(page.mentions))]
    numbers = sorted(range(len(stages)), key=stages.__getitem__)
    return [n for n in numbers if stages[n] != _COUNTED], [n for n in numbers if stages[n] == _COUNTED]


def _stage(page: Page, number: int) -> int:
    core, kind = page.cores[number], page.kinds[number]
    if is_chained(core):
        return _COUNTED
    if isinstance(core, FromToday):
        return _QUOTED if page.is_quoted(number) else _PLAIN
    if not kind.startswith(_REPEATING) or (isinstance(core, CalendarDay) and core.year is not None):
        return _PLAIN
    return _TOLD if page.is_told(number) else _UNTOLD


# The kinds of references that can mean several dates.
_REPEATING: Final = ("weekday", "date", "day", "month", "weekend", "counted")


_ONE: Final = [Weighed(share=1.0)]


def _choose(page: Page, number: int, weights: Weights) -> InText | None:
    """Choose among everything that a reference can mean; ``None`` where it denotes no date."""
    candidates = possible(page, number)
    if not candidates:
        return None
    choice = _weigh(page, number, candidates, weights)
    planned = page.programme.get(number)
    if planned is not None:
        _prefer(choice, planned)
    settle(page, number, choice)
    return choice


# How likely a weekday has the day that it has in a programme: enough to prefer it, never enough to be certain of it.
_PROGRAMME: Final = 0.95


def _prefer(choice: InText, planned: Candidate) -> None:
    """Prefer the day of a programme, unless evidence is surer of it."""
    for k, candidate in enumerate(choice.candidates):
        share = choice.weighed[k].share
        if (candidate.start, candidate.end) == (planned.start, planned.end) and share < _PROGRAMME:
            for one in choice.weighed:
                one.share *= (1 - _PROGRAMME) / (1 - share)
            choice.weighed[k].share, choice.best = _PROGRAMME, k
            choice.candidates = [*choice.candidates[:k], planned, *choice.candidates[k + 1 :]]


def _weigh(page: Page, number: int, candidates: Candidates, weights: Weights) -> InText:
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
    verb, place = weights.of(bearing.verb), weights.of(bearing.place)
    names, names_beyond = list[Row](), list[Row]()
    weighed = list[Weighed]()
    for candidate in candidates:
        sides, beyond = sides_of(page, number, candidate), is_beyond(page, candidate)
        if beyond:
            rows = names_beyond = names_beyond or [weights.of(note.names_beyond()) for note in beside]
        else:
            rows = names = names or [weights.of(note.names) for note in beside]
        near = [note.share * added(row, (lies(note, candidate),)) for note, row in zip(beside, rows, strict=True)]
        far = weights.of_candidate(distance(page, number, candidate))
        weighed.append(Weighed(added(verb, sides), added(place, sides), far, tuple(near)))
    share_out(weighed)
    choice = InText(candidates, weighed, beside)
    if page.kinds[number] == "weekday" and not beside and page.context(number).verb is None:
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
    inside = any(note.window and note.start <= candidate.start <= note.end for note in beside if note.share > OPEN)
    return inside or page.is_named(candidate.start, number)


def _choose_base(page: Page, number: int, weights: Weights) -> InText | None:
    found = bases(page, number)
    if not found:
        return None
    verb = weights.of(page.bearing(number).verb)
    weighed = [
        Weighed(added(verb, (side_of_base(page, base.candidate),)), weights.of_candidate(base.features))
        for base in found
    ]
    share_out(weighed)
    choice = _by_dates(found, weighed)
    if len(found) == 1 and found[0].number < 0 and _is_behind_a_window(page, number):
        choice.grade = Certainty.PREFERRED
    settle(page, number, choice)
    return choice


def _is_behind_a_window(page: Page, number: int) -> bool:
    """Whether a stretch of time stands right before, of which no day is known ("a week ago ... the next day")."""
    before = page.readings[number - 1] if number else None
    return before is not None and before.kind is Kind.WINDOW


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

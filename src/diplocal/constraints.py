"""Narrow what a phrase alone or the words of a programme could mean: each clue excludes candidates, and says why.

In a text, nothing is excluded: there `evidence` weighs. A clue is hard (it holds whatever else is said) or soft (a
convention or a weak sign). Its `why` is said of what it leaves, its `unless`, where it has one, of what it excludes.
Hard clues come first. A clue that would leave nothing is not applied: a hard one is then reported as a contradiction.
"""

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter
from typing import TypeAlias, assert_never

from attrs import define, frozen

from diplocal.reading import Alternative, Candidate, Certainty, Reading
from diplocal.when import (
    At,
    CalendarDay,
    Clock,
    ClockSpan,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    InMonth,
    InPart,
    InZone,
    Length,
    OnWeekday,
    PartOfDay,
    Reference,
    Span,
    Time,
    Unit,
    Which,
    Window,
)


@frozen
class Inside:
    """The dates lie within bounds, both included; ``None`` is no bound."""

    first: dt.date | None
    last: dt.date | None
    why: str
    hard: bool = True
    unless: str = ""

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return (self.first is None or candidate.start >= self.first) and (
            self.last is None or candidate.end <= self.last
        )


@frozen
class Starts:
    """The first day lies within bounds, both included; ``None`` is no bound."""

    first: dt.date | None
    last: dt.date | None
    why: str
    hard: bool = True
    unless: str = ""

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        start = candidate.start
        return (self.first is None or start >= self.first) and (self.last is None or start <= self.last)


@frozen
class Reaches:
    """The last day does not lie before a day."""

    first: dt.date
    why: str
    hard: bool = True
    unless: str = ""

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return candidate.end >= self.first


@frozen
class AnyOf:
    """The dates lie within one of several spans of days, ends included, or hold one of them (`holds`)."""

    spans: tuple[tuple[dt.date, dt.date], ...]
    why: str
    holds: bool = False
    hard: bool = True
    unless: str = ""

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        if self.holds:
            return any(candidate.start <= first and last <= candidate.end for first, last in self.spans)
        return any(first <= candidate.start and candidate.end <= last for first, last in self.spans)


@frozen
class Settled:
    """The dates are those that a person settled, or a span that holds them; both ends included."""

    first: dt.date
    last: dt.date
    why: str
    hard: bool = True
    unless: str = ""

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return candidate.start <= self.first and self.last <= candidate.end


Clue: TypeAlias = Inside | Starts | Reaches | AnyOf | Settled


@define(kw_only=True)
class Narrowed:
    """What the clues left; on its way to a reading, so that freezing it would only cost time.

    Attributes:
        kept: best first; never empty.
        soft: what only soft clues excluded.
        excluded: what hard clues excluded, with the reason.
        contradictions: hard clues that nothing satisfies.
    """

    kept: tuple[Candidate, ...]
    soft: tuple[tuple[Candidate, str], ...] = ()
    excluded: tuple[tuple[Candidate, str], ...] = ()
    contradictions: tuple[Clue, ...] = ()
    used: tuple[Clue, ...] = ()


def narrow(candidates: Iterable[Candidate], clues: Iterable[Clue]) -> Narrowed:
    """Apply clues to candidates, the hard ones first, otherwise in the order given."""
    kept, clues = tuple(candidates), list(clues)
    if not clues:
        return Narrowed(kept=kept)
    soft, excluded = list[tuple[Candidate, str]](), list[tuple[Candidate, str]]()
    contradictions, used = list[Clue](), list[Clue]()
    for clue in sorted(clues, key=attrgetter("hard"), reverse=True):
        passing, failing = list[Candidate](), list[Candidate]()
        for candidate in kept:
            (passing if clue.allows(candidate) else failing).append(candidate)
        if not passing:
            if clue.hard:
                contradictions.append(clue)
        elif failing:
            told = clue.unless or clue.why
            (excluded if clue.hard else soft).extend([(candidate, told) for candidate in failing])
            used.append(clue)
            kept = tuple(passing)
    return Narrowed(
        kept=kept,
        soft=tuple(soft),
        excluded=tuple(excluded),
        contradictions=tuple(contradictions),
        used=tuple(used),
    )


@define
class Said:
    """The time of day that goes with a reference, and the zone, as in `Reading`."""

    zone: str | None = None
    time: dt.time | None = None
    until: dt.time | None = None
    part: PartOfDay | None = None

    @classmethod
    def of(cls, time: Time | None, zone: str | None) -> "Said":
        """Take a time of day as the words say it, in a zone that is known by now."""
        match time:
            case None | InZone():
                return cls(zone)
            case Clock():
                return cls(zone, time.time)
            case ClockSpan(start, end):
                return cls(zone, start.time, end.time)
            case InPart(part):
                return cls(zone, part=part)
            case _:
                assert_never(time)


_NOTHING_SAID = Said()


def only(candidate: Candidate, said: Said = _NOTHING_SAID) -> Reading:
    """Make the reading of words that can mean one thing: certain."""
    return Reading(
        start=candidate.start,
        end=candidate.end,
        kind=candidate.kind,
        certainty=Certainty.CERTAIN,
        rule=candidate.rule,
        why=candidate.why,
        zone=said.zone,
        time=said.time,
        until=said.until,
        part=said.part,
    )


def decide(narrowed: Narrowed, *, prefer_first: bool = False, said: Said = _NOTHING_SAID) -> Reading:
    """Make a reading of what is left, with the time of day that is said.

    One left and nothing but hard clues: certain. One left, but a soft clue chose: preferred, with the others listed.
    Several left: ambiguous, unless a convention ranks them (`prefer_first`): then preferred.
    """
    best, certainty = narrowed.kept[0], Certainty.CERTAIN
    if len(narrowed.kept) > 1 or narrowed.soft:
        certainty = Certainty.PREFERRED if len(narrowed.kept) == 1 or prefer_first else Certainty.AMBIGUOUS
    decisive = "; ".join([clue.why for clue in narrowed.used])
    return Reading(
        start=best.start,
        end=best.end,
        kind=best.kind,
        certainty=certainty,
        rule=best.rule,
        why=f"{best.why}; {decisive}" if decisive else best.why,
        zone=said.zone,
        time=said.time,
        until=said.until,
        part=said.part,
        alternatives=_still_open(narrowed) if certainty is not Certainty.CERTAIN else (),
        rejected=_rejected(narrowed.excluded, best) if narrowed.excluded else (),
    )


def _still_open(narrowed: Narrowed) -> tuple[Alternative, ...]:
    """The readings besides the best that nothing but a soft clue excludes."""
    others = [Alternative(c.start, c.end, c.why) for c in narrowed.kept[1:]]
    return (*others, *(Alternative(c.start, c.end, f"{c.why}; against it: {why}") for c, why in narrowed.soft))


# Of the readings that clues excluded, those a reader would have thought of: a week either side of a weekday.
_TOLD = 2


def _rejected(excluded: tuple[tuple[Candidate, str], ...], best: Candidate) -> tuple[Alternative, ...]:
    if len(excluded) > _TOLD:
        excluded = tuple(sorted(excluded, key=lambda pair: abs(pair[0].start - best.start))[:_TOLD])
    return tuple([Alternative(c.start, c.end, why) for c, why in excluded])


# --- nearness ---------------------------------------------------------------------------------------------------------

_NEAR_WEEKDAY, _NEAR_DAY = dt.timedelta(6), dt.timedelta(31)


def nearness(reference: Reference, today: dt.date) -> Clue | None:
    """News names a weekday within six days, a day of the month within a month, unless something else binds it.

    Source: AP Stylebook, "days of the week" (within seven days before or after the current date).
    """
    core = core_of(reference)
    if isinstance(core, Either):
        core = core.days[0]
    if isinstance(core, OnWeekday) and core.which is Which.BARE and core.week is None:
        reach, said = _NEAR_WEEKDAY, "a weekday within six days"
    elif isinstance(core, DayOfMonth):
        reach, said = _NEAR_DAY, "a day within a month"
    else:
        return None
    middle = today + dt.timedelta(reference.days if isinstance(reference, Counted) else 0)
    return Starts(middle - reach, middle + reach, f"news names {said} of publication")


# --- what a reference begins with -------------------------------------------------------------------------------------


def core_of(reference: Reference) -> Reference:
    """The first day of a reference, which decides where it stands."""
    match reference:
        case At(day, _) | Deadline(_, day):
            return core_of(day)
        case Span(first, _):
            return first
        case DaySet(days):
            return days[0]
        case Length(_, start) if start is not None:
            return start
        case Counted(_, base):
            return core_of(base)
        case _:
            return reference


def ranked(reference: Reference) -> bool:
    """Whether a convention ranks the candidates, so that the first is preferred where several stand."""
    match core_of(reference):
        case OnWeekday(_, Which.LAST | Which.THIS) | CalendarDay(weekday=None) | DayOfMonth() | InMonth():
            return True
        case Window(Unit.WEEKEND, shift):
            return shift == 0
        case Window():
            return True
        case _:
            return False

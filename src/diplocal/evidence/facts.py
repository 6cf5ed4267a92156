"""What decides where there is no text to weigh, in a programme or for a phrase alone: facts first, then conventions.

A fact rules candidates out. One that would rule out everything rules out nothing: it is a contradiction, for a person
to correct. A convention only speaks against candidates; where all go against it, it says nothing.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Final, TypeAlias

from attrs import define, frozen

from diplocal import places, rules
from diplocal.evidence.choice import Choice, SaidTime, Weighed, only, reading_of, share_out
from diplocal.reading import Candidate, Reading
from diplocal.when import (
    CalendarDay,
    Counted,
    DayOfMonth,
    Either,
    InFigures,
    InMonth,
    OnWeekday,
    Reference,
    Unit,
    Which,
    Window,
    core_of,
)

# What conventions add, as logarithms of odds: enough to prefer a reading, never enough to be certain of it (0.95 where
# one other reading is open, 0.73 for the first of two).
AGAINST_CONVENTION: Final = -3.0
LATER_IN_ORDER: Final = -1.0

Allows: TypeAlias = Callable[[Candidate], bool]
Days: TypeAlias = tuple[dt.date, dt.date]


@frozen
class Fact:
    """What holds of the dates, whatever the words say; or what a convention says of them.

    Attributes:
        allows: whether a candidate agrees.
        why: said of what agrees; empty: nothing.
        unless: said of what does not; empty: the same.
        is_convention: whether it only speaks against what does not agree.
        settle: what would settle it that nothing agrees; empty where that is no problem, or told elsewhere.
    """

    allows: Allows
    why: str
    unless: str = ""
    is_convention: bool = False
    settle: str = "correct one of the two, or settle it with date = ..."


def inside(*spans: Days) -> Allows:
    """Allow what lies within one of several spans of days, ends included."""
    return lambda candidate: any(first <= candidate.start and candidate.end <= last for first, last in spans)


def holding(*spans: Days) -> Allows:
    """Allow what holds one of several spans of days, ends included."""
    return lambda candidate: any(candidate.start <= first and last <= candidate.end for first, last in spans)


def starting(first: dt.date = dt.date.min, last: dt.date = dt.date.max) -> Allows:
    """Allow what starts between two days, both included."""
    return lambda candidate: first <= candidate.start <= last


def reaching(first: dt.date) -> Allows:
    """Allow what does not end before a day."""
    return lambda candidate: candidate.end >= first


@define
class Ruled:
    """What facts and conventions have left of what words can mean.

    Attributes:
        kept: the candidates that nothing speaks against, best first; never empty.
        fallen: the others, each with what speaks against it, facts first.
        contradictions: the facts that nothing agrees with.
    """

    kept: tuple[Candidate, ...]
    fallen: tuple[tuple[Candidate, Fact], ...] = ()
    contradictions: tuple[Fact, ...] = ()


def apply_facts(candidates: Iterable[Candidate], facts: Iterable[Fact] = ()) -> Ruled:
    """Apply facts to candidates, conventions last, otherwise in the order given."""
    kept, fallen, contradictions = list(candidates), list[tuple[Candidate, Fact]](), list[Fact]()
    for fact in sorted(facts, key=attrgetter("is_convention")):
        agreeing, failing = list[Candidate](), list[Candidate]()
        for candidate in kept:
            (agreeing if fact.allows(candidate) else failing).append(candidate)
        if agreeing:
            kept = agreeing
            fallen += [(candidate, fact) for candidate in failing]
        elif not fact.is_convention:
            contradictions.append(fact)
    return Ruled(tuple(kept), tuple(fallen), tuple(contradictions))


def decide(ruled: Ruled, *, in_order: bool = False, said: SaidTime | None = None) -> Reading:
    """Make a reading of what is left.

    Args:
        ruled: what facts have left.
        in_order: whether a convention prefers the first of the candidates that nothing speaks against.
        said: the time of day that goes with it.
    """
    kept, fallen, said = ruled.kept, ruled.fallen, said or SaidTime()
    if len(kept) == 1 and not fallen:
        return only(kept[0], said)
    weighed = [Weighed(convention=LATER_IN_ORDER * later if in_order else 0.0) for later in range(len(kept))]
    for _, fact in fallen:
        weighed.append(Weighed(convention=AGAINST_CONVENTION, is_ruled_out=not fact.is_convention))
    share_out(weighed)
    choice = Choice((*kept, *[candidate for candidate, _ in fallen]), weighed)
    applied = [fact.why for fact in dict.fromkeys([fact for _, fact in fallen]) if fact.why]

    def against(k: int) -> str:
        if k < len(kept):
            return kept[k].why
        candidate, fact = fallen[k - len(kept)]
        told = fact.unless or fact.why
        return f"{candidate.why}; against it: {told}" if fact.is_convention else told

    return reading_of(choice, "; ".join([kept[choice.best].why, *applied]), against, said)


# --- conventions ------------------------------------------------------------------------------------------------------

_NEAR_DAY: Final = dt.timedelta(31)


def nearness(reference: Reference, today: dt.date) -> Fact | None:
    """News names a weekday within six days, a day of the month within a month, where another fact leaves one there.

    Source: AP Stylebook, "days of the week" (within seven days before or after the current date).
    """
    core = core_of(reference)
    if isinstance(core, Either):
        core = core.days[0]
    if isinstance(core, OnWeekday) and core.which is Which.BARE and core.week is None:
        reach, said = rules.SIX_DAYS, "a weekday within six days"
    elif isinstance(core, DayOfMonth):
        reach, said = _NEAR_DAY, "a day within a month"
    else:
        return None
    middle = today + dt.timedelta(reference.days if isinstance(reference, Counted) else 0)
    return Fact(starting(middle - reach, middle + reach), f"news names {said} of publication", settle="")


def country_of_figures(core: Reference, zone: str | None) -> str | None:
    """The country whose way to write dates in figures counts, that of the dateline; only they depend on one."""
    return places.country_of(zone) if zone is not None and isinstance(core, InFigures) else None


def is_in_order(reference: Reference) -> bool:
    """Whether a convention prefers the first of several candidates."""
    match core_of(reference):
        case OnWeekday(_, Which.LAST | Which.THIS) | CalendarDay(weekday=None) | DayOfMonth() | InMonth():
            return True
        case Window(Unit.WEEKEND, shift):
            return shift == 0
        case Window():
            return True
        case _:
            return False

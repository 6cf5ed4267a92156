"""Choose among candidates by what speaks for each, say how sure the choice is, and make a reading of it.

Texts, phrases and programmes are decided here: a text brings `evidence`, the other two bring `facts`.
"""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias, assert_never

from diplocal.reading import Alternative, Candidate, Certainty, Reading
from diplocal.when import At, Clock, ClockSpan, InPart, InZone, PartOfDay, Reference

# The probability from which a reading is certain, and below which somebody must choose (see docs/design.md).
CERTAIN: Final = 0.97
OPEN: Final = 0.6
# From this probability on, a reader would have thought of a reading.
_THOUGHT_OF: Final = 0.02
# Of the readings that are not open any more, those that are told.
_TOLD: Final = 2


class Weighed:
    """A candidate's evidence, by family.

    Attributes:
        verb: what the verbs add.
        place: what else stands around the reference.
        far: how far the candidate lies.
        beside: the readings beside it, each by itself.
        convention: what a convention adds where nothing else tells.
        is_ruled_out: whether a fact rules it out.
        share: the probability among all candidates.
    """

    __slots__ = ("beside", "convention", "far", "is_ruled_out", "place", "share", "verb")

    def __init__(
        self,
        verb: float = 0.0,
        place: float = 0.0,
        far: float = 0.0,
        beside: tuple[float, ...] = (),
        *,
        convention: float = 0.0,
        is_ruled_out: bool = False,
        share: float = 0.0,
    ) -> None:
        self.verb = verb
        self.place = place
        self.far = far
        self.beside = beside
        self.convention = convention
        self.is_ruled_out = is_ruled_out
        self.share = share

    @property
    def total(self) -> float:
        """All evidence together, as a logarithm of odds."""
        return self.verb + self.place + self.far + math.fsum(self.beside) + self.convention


def share_out(weighed: Sequence[Weighed]) -> None:
    """Give each candidate that stands its probability; the others have none."""
    standing = [one for one in weighed if not one.is_ruled_out]
    totals = [one.total for one in standing]
    most = max(totals)
    odds = [math.exp(total - most) for total in totals]
    whole = math.fsum(odds)
    for one, part in zip(standing, odds, strict=True):
        one.share = part / whole


class Choice:
    """The candidates of one reference, with what speaks for each.

    Attributes:
        candidates: what it can mean.
        weighed: the evidence for each, shared out.
        best: which one has most of it.
        grade: how sure it is, where a convention says so; ``None``: as its probability says.
    """

    __slots__ = ("best", "candidates", "grade", "weighed")

    def __init__(self, candidates: Sequence[Candidate], weighed: Sequence[Weighed]) -> None:
        self.candidates = candidates
        self.weighed = weighed
        self.grade: Certainty | None = None
        shares = [one.share for one in weighed]
        self.best = shares.index(max(shares)) if len(shares) > 1 else 0

    @property
    def certainty(self) -> Certainty:
        """How sure the best candidate is."""
        if self.grade is not None:
            return self.grade
        share = self.weighed[self.best].share
        return Certainty.CERTAIN if share >= CERTAIN else Certainty.PREFERRED if share >= OPEN else Certainty.AMBIGUOUS

    def others(self) -> tuple[list[int], list[int]]:
        """The candidates that are still open, and those that are not but worth telling, each likeliest first."""
        weighed, best = self.weighed, self.candidates[self.best]
        unlikely = [-one.share for one in weighed]
        rest = [k for k in range(len(weighed)) if k != self.best]
        standing = sorted([k for k in rest if not weighed[k].is_ruled_out], key=unlikely.__getitem__)
        fallen = [k for k in rest if weighed[k].is_ruled_out]
        if len(fallen) > _TOLD:
            away = [abs(one.start - best.start) for one in self.candidates]
            fallen = sorted(fallen, key=away.__getitem__)[:_TOLD]
        if self.certainty is Certainty.CERTAIN:
            return [], [*standing, *fallen][:_TOLD]
        return [k for k in standing if weighed[k].share >= _THOUGHT_OF] or standing[:1], fallen


class SaidTime:
    """The time of day that goes with a reference, and the zone, as in `Reading`."""

    __slots__ = ("part", "time", "until", "zone")

    def __init__(
        self,
        zone: str | None = None,
        time: dt.time | None = None,
        until: dt.time | None = None,
        part: PartOfDay | None = None,
    ) -> None:
        self.zone = zone
        self.time = time
        self.until = until
        self.part = part


_NOTHING_SAID: Final = SaidTime()


def said_time(reference: Reference, zone: str | None) -> SaidTime:
    """Take the time of day that a reference says, in a zone that is known by now."""
    if not isinstance(reference, At):
        return SaidTime(zone)
    match reference.time:
        case Clock() as clock:
            return SaidTime(zone, clock.time)
        case ClockSpan(start, end):
            return SaidTime(zone, start.time, end.time)
        case InPart(part):
            return SaidTime(zone, part=part)
        case InZone():
            return SaidTime(zone)
        case time:
            assert_never(time)


def stated_zone(reference: Reference) -> str | None:
    """The zone that a reference names; ``None`` where it is that of a place ("local time") or nothing is said."""
    if not isinstance(reference, At):
        return None
    time = reference.time
    zone = time.start.zone if isinstance(time, ClockSpan) else time.zone
    return None if zone == "local" else zone


def only(candidate: Candidate, said: SaidTime = _NOTHING_SAID) -> Reading:
    """Make the reading of words that can mean one thing: certain."""
    return _reading(candidate, Certainty.CERTAIN, candidate.why, said)


def reading_of(choice: Choice, why: str, against: Callable[[int], str], said: SaidTime = _NOTHING_SAID) -> Reading:
    """Make a reading of a choice, with the reason for its best candidate, and what is said of each other one."""
    best = choice.candidates[choice.best]
    still_open, told = choice.others()
    others = _alternatives(choice, still_open, against), _alternatives(choice, told, against)
    return _reading(best, choice.certainty, why, said, others)


def _alternatives(choice: Choice, which: list[int], against: Callable[[int], str]) -> tuple[Alternative, ...]:
    return tuple([Alternative(choice.candidates[k].start, choice.candidates[k].end, against(k)) for k in which])


_Others: TypeAlias = tuple[tuple[Alternative, ...], tuple[Alternative, ...]]


def _reading(best: Candidate, certainty: Certainty, why: str, said: SaidTime, others: _Others = ((), ())) -> Reading:
    """Make a reading; its fields by position, as names would cost more than all the rest of it."""
    return Reading(
        best.start, best.end, best.kind, certainty, best.rule, why,
        said.time, said.until, said.part, said.zone, others[0], others[1],
    )  # fmt: skip

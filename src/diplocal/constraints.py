"""Narrow what references could mean: each piece of evidence excludes candidates, and says why.

A clue is hard (it holds whatever else is said) or soft (a convention or a weak sign). Hard clues come first. A clue that
would leave nothing is not applied: a hard one is then reported as a contradiction.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

from diplocal.reading import Alternative, Candidate, Certainty, Reading


@frozen
class Inside:
    """The dates lie within bounds, both included; ``None`` is no bound."""

    first: dt.date | None
    last: dt.date | None
    why: str
    hard: bool = True

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return (self.first is None or candidate.start >= self.first) and (
            self.last is None or candidate.end <= self.last
        )


@frozen
class Holds:
    """The dates hold a span of days, both ends included."""

    first: dt.date
    last: dt.date
    why: str
    hard: bool = True

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return candidate.start <= self.first and candidate.end >= self.last


@frozen
class Starts:
    """The first day lies within bounds, both included; ``None`` is no bound."""

    first: dt.date | None
    last: dt.date | None
    why: str
    hard: bool = True

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

    def allows(self, candidate: Candidate) -> bool:
        """Whether the candidate can stand."""
        return candidate.end >= self.first


Clue: TypeAlias = Inside | Holds | Starts | Reaches


@frozen(kw_only=True)
class Narrowed:
    """What the evidence left.

    Attributes:
        kept: best first; never empty.
        soft: what only soft clues excluded.
        excluded: what hard clues excluded, with the reason.
        contradictions: hard clues that nothing satisfies.
    """

    kept: tuple[Candidate, ...]
    soft: tuple[tuple[Candidate, str], ...] = ()
    excluded: tuple[tuple[Candidate, str], ...] = ()
    contradictions: tuple[Clue, ...] = field(converter=tuple[Clue, ...], default=())
    used: tuple[Clue, ...] = ()


def narrow(candidates: Iterable[Candidate], clues: Iterable[Clue]) -> Narrowed:
    """Apply clues to candidates, the hard ones first, otherwise in the order given."""
    kept = list(candidates)
    soft, excluded = list[tuple[Candidate, str]](), list[tuple[Candidate, str]]()
    contradictions, used = list[Clue](), list[Clue]()
    for clue in sorted(clues, key=lambda clue: not clue.hard):
        passing = [c for c in kept if clue.allows(c)]
        if not passing:
            if clue.hard:
                contradictions.append(clue)
            continue
        if len(passing) < len(kept):
            out = [(c, clue.why) for c in kept if not clue.allows(c)]
            (excluded if clue.hard else soft).extend(out)
            used.append(clue)
            kept = passing
    return Narrowed(
        kept=tuple(kept), soft=tuple(soft), excluded=tuple(excluded), contradictions=contradictions, used=tuple(used)
    )


def decide(narrowed: Narrowed, *, prefer_first: bool = False) -> Reading:
    """Make a reading of what is left.

    One left and nothing but hard evidence: certain. One left, but a soft clue chose: preferred, with the others listed.
    Several left: ambiguous, unless a convention ranks them (`prefer_first`): then preferred.
    """
    best, *others = narrowed.kept
    open_ = [Alternative(c.start, c.end, c.why) for c in others]
    open_ += [Alternative(c.start, c.end, f"{c.why}; against it: {why}") for c, why in narrowed.soft]
    same = (best.start, best.end)
    alternatives = dict.fromkeys(other for other in open_ if (other.start, other.end) != same)
    certainty = (
        Certainty.CERTAIN
        if not alternatives
        else Certainty.PREFERRED
        if not others or prefer_first
        else Certainty.AMBIGUOUS
    )
    decisive = "; ".join(dict.fromkeys(clue.why for clue in narrowed.used))
    return Reading(
        start=best.start,
        end=best.end,
        kind=best.kind,
        certainty=certainty,
        rule=best.rule,
        why=f"{best.why}; {decisive}" if decisive else best.why,
        alternatives=tuple(alternatives),
        rejected=tuple(Alternative(c.start, c.end, why) for c, why in narrowed.excluded),
    )

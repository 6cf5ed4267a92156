"""Choose among candidates by their evidence, say how sure the choice is, and why."""

import math
from typing import Final

from diplocal.reading import Certainty

# The probability from which a reading is certain, and below which somebody must choose (see docs/design.md).
CERTAIN: Final = 0.97
OPEN: Final = 0.6


class Weighed:
    """A candidate's evidence, by family.

    Attributes:
        verb: what the verbs add.
        place: what else stands around the reference.
        far: how far the candidate lies.
        beside: the readings beside it, each by itself.
        share: the probability among all candidates.
    """

    __slots__ = ("beside", "far", "place", "share", "verb")

    def __init__(self, verb: float = 0.0, place: float = 0.0, far: float = 0.0, beside: tuple[float, ...] = ()) -> None:
        self.verb = verb
        self.place = place
        self.far = far
        self.beside = beside
        self.share = 0.0

    @property
    def total(self) -> float:
        """All evidence together, as a logarithm of odds."""
        return self.verb + self.place + self.far + math.fsum(self.beside)


def share_out(weighed: list[Weighed]) -> None:
    """Give each candidate its probability."""
    most = max(one.total for one in weighed)
    odds = [math.exp(one.total - most) for one in weighed]
    whole = math.fsum(odds)
    for one, part in zip(weighed, odds, strict=True):
        one.share = part / whole


def certainty_of(share: float) -> Certainty:
    """How sure a reading of this probability is."""
    if share >= CERTAIN:
        return Certainty.CERTAIN
    return Certainty.PREFERRED if share >= OPEN else Certainty.AMBIGUOUS

"""The weights of the features, read from the language's data at their first use.

`weights.tsv` has a line a feature: its name, the side it speaks of (none for what holds of one candidate alone), its
weight, and how often the fitted texts had it. A weight is a natural logarithm of odds.
"""

from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

SIDES: Final = (
    "back", "today", "ahead", "beyond back", "beyond ahead", "base back", "base today", "base ahead",
)  # fmt: skip
"""What a feature of a place speaks of: the side of a candidate, or of one that counts from another day."""


class Weights:
    """Fitted weights, in hundredths, so that sums are exact.

    Attributes:
        sides: of each feature of a place, what it adds to a candidate of each of `SIDES`.
        alone: of each feature of a candidate, what it adds.
    """

    __slots__ = ("alone", "sides")

    def __init__(self, table: str) -> None:
        self.sides: dict[str, list[int]] = {}
        self.alone: dict[str, int] = {}
        for line in table.splitlines():
            feature, side, written, _ = line.split("\t")
            weight = round(100 * float(written))
            if side:
                self.sides.setdefault(feature, [0] * len(SIDES))[SIDES.index(side)] = weight
            else:
                self.alone[feature] = weight

    def of_place(self, features: list[str]) -> dict[str, int]:
        """What the features of a place add to a candidate of each side, in hundredths."""
        found = zip(_NOTHING, *filter(None, map(self.sides.get, features)), strict=True)
        return dict(zip(SIDES, map(sum, found), strict=True))

    def of_candidate(self, features: list[str]) -> float:
        """What the features of a candidate add to it."""
        return sum(map(self.alone.get, features, repeat(0))) / 100


_NOTHING: Final = [0] * len(SIDES)


@lru_cache
def weights_of(language: str) -> Weights:
    """The weights for a language, by its code."""
    return Weights((files(f"diplocal.languages.{language}") / "weights.tsv").read_text(encoding="utf-8"))

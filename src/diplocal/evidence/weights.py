"""The weights of the features, read from the language's data at their first use.

`weights.tsv` has a line a feature: its name, the side it speaks of (none for what holds of one candidate alone), its
weight, and how often the fitted texts had it. A weight is a natural logarithm of odds.
"""

from functools import lru_cache
from importlib.resources import files


class Weights:
    """Fitted weights.

    Attributes:
        sides: of each feature of a place, what it adds to a candidate by its side.
        alone: of each feature of a candidate, what it adds.
    """

    __slots__ = ("alone", "sides")

    def __init__(self, table: str) -> None:
        self.sides: dict[str, dict[str, float]] = {}
        self.alone: dict[str, float] = {}
        for line in table.splitlines():
            feature, side, weight, _ = line.split("\t")
            if side:
                self.sides.setdefault(feature, {})[side] = float(weight)
            else:
                self.alone[feature] = float(weight)

    def of_place(self, features: list[str], side: str) -> float:
        """What the features of a place add to a candidate on a side."""
        total = 0.0
        for feature in features:
            found = self.sides.get(feature)
            if found is not None:
                total += found.get(side, 0.0)
        return total

    def of_candidate(self, features: list[str]) -> float:
        """What the features of a candidate add to it."""
        total = 0.0
        for feature in features:
            total += self.alone.get(feature, 0.0)
        return total


@lru_cache(maxsize=1)
def english() -> Weights:
    """The weights for English."""
    return Weights((files("diplocal.languages.en") / "weights.tsv").read_text(encoding="utf-8"))

"""The weights of the features, read from the language's data at their first use.

`weights.tsv` has a line for a feature and the side it speaks of: its weight, a natural logarithm of odds, and how often
the fitted texts had it. What holds of one candidate alone speaks of no side. Not edited by hand: for English,
`tools/fit.py` fits it.
"""

from functools import lru_cache
from itertools import repeat
from typing import Final, TypeAlias

from diplocal.languages.language import Language

SIDES: Final = (
    "back", "today", "ahead", "beyond back", "beyond ahead", "base back", "base today", "base ahead",
)  # fmt: skip
"""What a feature of a place speaks of: the side of a candidate, or of one that counts from another day."""
LIES: Final = (
    "in", "out", "meets", "during", "weeks earlier", "earlier", "-1", "0", "1", "2-6", "7-13", "far", "year",
)  # fmt: skip
"""What a feature of a reading beside a reference speaks of: how a candidate lies to its window, or behind its days."""

Row: TypeAlias = int
"""What features add, in hundredths, so that sums are exact: a field for each of `SIDES`, or of `LIES`, side by side.

So one addition adds all of them. A field is negative where it borrows from the next one; `added` reads it.
"""
_FIELD: Final = 16
_ZERO: Final = 1 << (_FIELD - 1)
"""What a field that stands for 0 has once `_ZEROS` is added, which pays what any field has borrowed."""
_ZEROS: Final = sum(_ZERO << (_FIELD * column) for column in range(len(LIES)))
_MASK: Final = (1 << _FIELD) - 1


class Weights:
    """Fitted weights.

    Attributes:
        rows: of each feature that speaks of sides, what it adds.
        alone: of each feature of a candidate, what it adds, in hundredths.
    """

    __slots__ = ("alone", "rows")

    def __init__(self, table: str) -> None:
        self.rows: dict[str, Row] = {}
        self.alone: dict[str, int] = {}
        for line in table.splitlines():
            feature, side, written, _ = line.split("\t")
            weight = int(written.replace(".", ""))
            if side:
                self.rows[feature] = self.rows.get(feature, 0) + (weight << _SHIFTS[side])
            else:
                self.alone[feature] = weight

    def of(self, features: list[str]) -> Row:
        """What features add together."""
        return sum(map(self.rows.get, features, repeat(0)), _ZEROS)

    def of_candidate(self, features: list[str]) -> float:
        """What the features of a candidate add to it."""
        return sum(map(self.alone.get, features, repeat(0))) / 100


_SHIFTS: Final = {name: _FIELD * column for names in (SIDES, LIES) for column, name in enumerate(names)}


def added(row: Row, columns: tuple[int, ...]) -> float:
    """What features add to a candidate that lies on some of their sides."""
    total = 0
    for column in columns:
        total += ((row >> (_FIELD * column)) & _MASK) - _ZERO
    return total / 100


@lru_cache
def weights_of(language: Language) -> Weights:
    """The weights of a language, read when they are first asked for."""
    return Weights(language.weights())

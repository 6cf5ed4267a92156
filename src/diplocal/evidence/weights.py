"""The weights of the features, read from the language's data at their first use.

`weights.tsv` has a line for a feature and the side it speaks of: its weight, a natural logarithm of odds, and how often
the fitted texts had it. What holds of one candidate alone speaks of no side. Not edited by hand: for English,
`tools/fit.py` fits it.
"""

from functools import lru_cache
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

Row: TypeAlias = list[int]
"""What a feature adds, in hundredths, so that sums are exact: to a candidate of each of `SIDES`, or of `LIES`."""


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
        known, row = "", Row()
        for line in table.splitlines():
            feature, side, written, _ = line.split("\t")
            weight = int(written.replace(".", ""))
            if not side:
                self.alone[feature] = weight
                continue
            if feature != known:
                known, row = feature, [0] * len(LIES)
                self.rows[feature] = row
            row[_COLUMNS[side]] = weight

    def of(self, features: list[str]) -> list[Row]:
        """The rows of those features that have one."""
        rows = self.rows
        return [row for feature in features if (row := rows.get(feature)) is not None]

    def of_candidate(self, features: list[str]) -> float:
        """What the features of a candidate add to it."""
        total, alone = 0, self.alone
        for feature in features:
            total += alone.get(feature, 0)
        return total / 100


_COLUMNS: Final = {name: column for names in (SIDES, LIES) for column, name in enumerate(names)}


def added(rows: list[Row], columns: tuple[int, ...]) -> float:
    """What rows add to a candidate that lies on some of their sides."""
    total = 0
    for row in rows:
        for column in columns:
            total += row[column]
    return total / 100


@lru_cache
def weights_of(language: Language) -> Weights:
    """The weights of a language, read when they are first asked for."""
    return Weights(language.weights())

"""A text on the way to its readings, and what its parts are to each other."""

import datetime as dt

from attrs import define

from diplocal.phrases.finder import Found
from diplocal.phrases.tokens import Tokens
from diplocal.reading import Conventions, Reading
from diplocal.when import (
    Mention,
)


@define
class Page:
    """A text on the way to its readings."""

    tokens: Tokens
    today: dt.date
    zone: str | None
    conventions: Conventions
    found: list[tuple[Mention, Found]]
    readings: list[Reading | None]
    spots: tuple[list[int], list[str]]

    def before(self, number: int) -> range:
        """The references before one, nearest first, as far as a reader would look back."""
        return range(number - 1, max(-1, number - 1 - _MEMORY), -1)

    def around(self, number: int) -> list[int]:
        """The references before one, nearest first, then those behind it."""
        return [*self.before(number), *range(number + 1, min(len(self.found), number + 1 + _MEMORY))]


# How many references a reader keeps in mind: enough for any report, and a bound on the time that a text takes.
_MEMORY = 30

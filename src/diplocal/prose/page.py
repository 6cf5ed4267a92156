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

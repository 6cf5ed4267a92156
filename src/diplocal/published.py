"""When something was published: a date, a date-time, or either as ISO 8601 writes it."""

import datetime as dt
import re
from functools import lru_cache

from diplocal.errors import ReadingError

_WRITE = "write it as 2025-04-01 or 2025-04-01T09:30+09:00"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def as_published(said: dt.date | dt.datetime | str) -> dt.date | dt.datetime:
    """Take what a caller says about the day of publication.

    >>> as_published("2025-04-01")
    datetime.date(2025, 4, 1)

    Raises:
        ReadingError: it is neither a date nor an ISO 8601 text of one.
    """
    given: object = said  # whatever a caller without a type checker has
    if isinstance(given, dt.date):
        return given
    if not isinstance(given, str):
        settle = "give a datetime.date, or an ISO text such as '2025-04-01' or '2025-04-01T09:30+09:00'"
        raise ReadingError(str(given), f"published is {type(given).__name__}, not a date", settle)
    try:
        return _read(given.strip())
    except ValueError as error:
        raise ReadingError(given, f"published {error}", _WRITE) from None


@lru_cache(maxsize=1024)
def parse_published(text: str) -> dt.date | dt.datetime:
    """Read an ISO 8601 date or date-time; a date must be written in full (no weeks, no ordinal days).

    Raises:
        ValueError: it is neither, with the reason in words.
    """
    try:
        return _read(text.strip())
    except ValueError as error:
        shown = text if len(text) <= 40 else text[:37] + "..."
        raise ValueError(f"{shown!r} {error}; {_WRITE}") from None


def _read(said: str) -> dt.date | dt.datetime:
    if not _DATE.match(said):
        raise ValueError("is not an ISO date")
    try:
        return dt.date.fromisoformat(said) if len(said) == 10 else dt.datetime.fromisoformat(said)
    except ValueError as error:
        raise ValueError(f"is not a date that exists: {error}") from None

"""The day of publication, as options and documents write it."""

import datetime as dt
import re
from functools import lru_cache

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


@lru_cache(maxsize=1024)
def parse_published(text: str) -> dt.date | dt.datetime:
    """Read an ISO 8601 date or date-time; a date must be written in full (no weeks, no ordinal days).

    Raises:
        ValueError: it is none, with the reason in words.
    """
    said = text.strip()
    if not _DATE.match(said):
        raise ValueError(f"{_shown(text)} is no ISO date; write it as 2025-04-01 or 2025-04-01T09:30+09:00")
    try:
        return dt.date.fromisoformat(said) if len(said) == 10 else dt.datetime.fromisoformat(said)
    except ValueError as error:
        raise ValueError(f"{_shown(text)} is no date that exists: {error}") from None


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:37] + "...")

"""Days and moments as documents state them for machines, and which of several is the day of publication."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from diplocal.intake.document import Stated

Moment: TypeAlias = dt.date | dt.datetime

_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ]\d{1,2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?")
_DAY_ALONE = 10


def read_moment(text: str) -> Moment | None:
    """Read a date or date-time of ISO 8601, or of a mail's header; ``None`` for anything else.

    >>> read_moment("2025-04-01T09:30:00+0900").isoformat()
    '2025-04-01T09:30:00+09:00'
    >>> read_moment("Tue, 01 Apr 2025 09:30:00 +0900").isoformat()
    '2025-04-01T09:30:00+09:00'
    """
    text = " ".join(text.split())
    try:
        if not _ISO.fullmatch(text):
            return parsedate_to_datetime(text) if re.search(r"[A-Za-z]{3}", text) else None
        if len(text) <= _DAY_ALONE:
            return dt.date.fromisoformat(text)
        text = re.sub(r"\s*([+-]\d{2}:?\d{2}|Z)$", r"\1", text.replace("UTC", "Z"))
        text = re.sub(r"(?<=[T ])(\d):", r"0\1:", text)
        return dt.datetime.fromisoformat(text).replace(microsecond=0)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def same_day(one: Moment, other: Moment) -> bool:
    """Tell whether two statements can be about one publication: the same moment, or the same day as each has it."""
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime) and one.tzinfo and other.tzinfo:
        return abs(one - other) < dt.timedelta(days=1)
    return _day(one) == _day(other)


def _day(moment: Moment) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def settle(stated: Sequence[Stated[Moment]]) -> tuple[Stated[Moment] | None, tuple[Stated[Moment], ...]]:
    """Take the day of publication that statements agree on, the most exact one; those that contradict leave it open.

    Args:
        stated: in the order in which they are believed.

    Returns:
        The statement to go by, and those that somebody has to choose from where there is none.
    """
    if not stated:
        return None, ()
    first = stated[0]
    if not all(same_day(first.value, one.value) for one in stated):
        return None, distinct(stated)
    return max(reversed(stated), key=lambda one: _exactness(one.value)), ()


def distinct(stated: Iterable[Stated[Moment]]) -> tuple[Stated[Moment], ...]:
    """Leave out what says the same once more."""
    kept: dict[str, Stated[Moment]] = {}
    for one in stated:
        kept.setdefault(one.value.isoformat(), one)
    return tuple(kept.values())


def _exactness(moment: Moment) -> int:
    if not isinstance(moment, dt.datetime):
        return 0
    return 2 if moment.tzinfo else 1

"""What a file says about days and times: in the source's words, or as TOML's own dates and times."""

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from diplocal import phrases
from diplocal.checks.suggestions import with_article
from diplocal.checks.values import zone_meant
from diplocal.errors import PhraseError
from diplocal.files.context import Context
from diplocal.phrases import written_time
from diplocal.when import At, CalendarDay, Clock, Reference, Time

Meant = TypeVar("Meant")

_OFFSET = re.compile(r"(?<=[0-9]) \+([0-9]{2}:[0-9]{2})$")
_SPAN_OR_OFFSET = re.compile(r"([0-9]{1,2}:[0-9]{2}) [-−–]([0-9]{2}:[0-9]{2})$")


def read_when(value: object, where: str, context: Context) -> Reference | None:
    """Read a phrase, or a TOML date or date-time."""
    if isinstance(value, str):
        return _read_words(_parse, "day", value, where, context)
    if isinstance(value, dt.datetime):
        clock = _clock(value.time(), _offset(value), where, context)
        return At(_day(value), clock) if clock else None
    if isinstance(value, dt.date):
        return _day(value)
    context.tell_type(where, value, "a day", 'write the source\'s words in quotes, such as "on Thursday"')
    return None


def read_time(value: object, where: str, context: Context) -> Time | None:
    """Read a time in words, or TOML's own."""
    if isinstance(value, str):
        return _read_words(_parse_time, "time", value, where, context)
    if isinstance(value, dt.time):
        return _clock(value, None, where, context)
    context.tell_type(where, value, "a time", 'write "10:00", "10:00-11:30" or "morning", in quotes')
    return None


def in_words(meant: Reference | Time) -> str | None:
    """Write a reference or time in words that mean the same, if there are any."""
    try:
        words = phrases.format_time(meant) if isinstance(meant, Time) else phrases.format_reference(meant)
        same = (_parse_time(words) if isinstance(meant, Time) else _parse(words)) == meant
    except (PhraseError, LookupError):  # words that are not read back, or no words at all
        return None
    return words if same else None


@lru_cache(maxsize=4096)
def _parse(words: str) -> Reference:
    return phrases.parse(words)


_written_time = lru_cache(maxsize=4096)(written_time)


def _parse_time(words: str) -> Time | None:
    return _written_time(words)[0]


def is_provisional(time: object) -> bool:
    """Tell whether a time is written as one that is not firm: "18:00 (tbc)"."""
    try:
        return isinstance(time, str) and _written_time(time)[1]
    except PhraseError:
        return False


def _read_words(parse: Callable[[str], Meant], what: str, words: str, where: str, context: Context) -> Meant | None:
    """Read words; an offset may stand as ISO 8601 has it, unless it could as well be the end of a span."""
    if found := _SPAN_OR_OFFSET.search(words):
        settle = f"write {found[1]}-{found[2]} for a span, {found[1]} UTC-{found[2]} for an offset"
        context.tell(where, words, "may be a span or have an offset from UTC", settle)
        return None
    try:
        return parse(_OFFSET.sub(r" UTC+\1", words))
    except PhraseError as error:
        rest = words[error.offset :] if error.offset else ""
        stopped = f" at {rest!r}" if rest else ""
        hint = f"did you mean {error.suggestion!r}?" if error.suggestion else zone_meant(rest) if "/" in rest else ""
        context.tell(where, words, f"is not {with_article(what)}: expected {error.expected}{stopped}", hint)
    return None


def _day(value: dt.date) -> CalendarDay:
    return CalendarDay(value.month, value.day, value.year)


def _clock(time: dt.time, zone: str | None, where: str, context: Context) -> Clock | None:
    if time.second or time.microsecond:
        context.tell(where, time, "has seconds", f"write {time:%H:%M}:00")
        return None
    return Clock(time.hour, time.minute, zone)


def _offset(moment: dt.datetime) -> str | None:
    """Give a TOML offset, which has hours and minutes, as a clock has it."""
    return moment.isoformat()[-6:] if moment.tzinfo else None

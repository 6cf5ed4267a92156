"""What a file says about days and times: in the source's words, or as TOML's own dates and times.

What no words say (a program may build it) is a table that names its class, such as
``{ reference = "Clock", hour = 10, zone = "CET" }``: complete, if not pretty.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from typing import TypeVar, cast, get_args, get_type_hints

from attrs import NOTHING, fields, has

from diplocal import phrases
from diplocal.checks.suggestions import did_you_mean, one_of, with_article
from diplocal.checks.values import zone_meant
from diplocal.errors import PhraseError
from diplocal.files.ledger import Ledger
from diplocal.phrases import written_time
from diplocal.when import At, CalendarDay, Clock, Reference, Time

Said = TypeVar("Said")

_DEEPEST = 30
_OFFSET = re.compile(r"(?<=[0-9]) \+([0-9]{2}:[0-9]{2})$")
_SPAN_OR_OFFSET = re.compile(r"([0-9]{1,2}:[0-9]{2}) [-−–]([0-9]{2}:[0-9]{2})$")
_REFERENCES: dict[str, Callable[..., Reference]] = {kind.__name__: kind for kind in get_args(Reference)}
_TIMES: dict[str, Callable[..., Time]] = {kind.__name__: kind for kind in get_args(Time)}


# --- days and times ---------------------------------------------------------------------------------------------------


def read_when(value: object, where: str, ledger: Ledger) -> Reference | None:
    """Read a phrase, a TOML date or date-time, or a table that names a reference."""
    if isinstance(value, str):
        return _read_words(_parse, "day", value, where, ledger)
    if isinstance(value, dt.datetime):
        clock = _clock(value.time(), _offset(value), where, ledger)
        return At(_day(value), clock) if clock else None
    if isinstance(value, dt.date):
        return _day(value)
    if isinstance(value, dict):
        return _read_table(_REFERENCES, value, where, ledger)
    ledger.tell_type(where, value, "a day", 'write the source\'s words in quotes, such as "on Thursday"')
    return None


def read_time(value: object, where: str, ledger: Ledger) -> Time | None:
    """Read a time in words, TOML's own, or a table that names one."""
    if isinstance(value, str):
        return _read_words(_parse_time, "time", value, where, ledger)
    if isinstance(value, dt.time):
        return _clock(value, None, where, ledger)
    if isinstance(value, dict):
        return _read_table(_TIMES, value, where, ledger)
    ledger.tell_type(where, value, "a time", 'write "10:00", "10:00-11:30" or "morning", in quotes')
    return None


def format_said(said: Reference | Time) -> str | dict[str, object]:
    """Write a reference or time in words that mean the same, or as a table where there are none."""
    try:
        words = phrases.format_time(said) if isinstance(said, Time) else phrases.format_reference(said)
        same = (_parse_time(words) if isinstance(said, Time) else _parse(words)) == said
    except (PhraseError, LookupError):  # words that are not read back, or no words at all
        same = False
    return words if same else _table(said)


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


def _read_words(parse: Callable[[str], Said], what: str, words: str, where: str, ledger: Ledger) -> Said | None:
    """Read words; an offset may stand as ISO 8601 has it, unless it could as well be the end of a span."""
    if found := _SPAN_OR_OFFSET.search(words):
        settle = f"write {found[1]}-{found[2]} for a span, {found[1]} UTC-{found[2]} for an offset"
        ledger.tell(where, words, "may be a span or have an offset from UTC", settle)
        return None
    try:
        return parse(_OFFSET.sub(r" UTC+\1", words))
    except PhraseError as error:
        rest = words[error.offset :] if error.offset else ""
        stopped = f" at {rest!r}" if rest else ""
        hint = f"did you mean {error.suggestion!r}?" if error.suggestion else zone_meant(rest) if "/" in rest else ""
        ledger.tell(where, words, f"is not {with_article(what)}: expected {error.expected}{stopped}", hint)
    return None


def _day(value: dt.date) -> CalendarDay:
    return CalendarDay(value.month, value.day, value.year)


def _clock(time: dt.time, zone: str | None, where: str, ledger: Ledger) -> Clock | None:
    if time.second or time.microsecond:
        ledger.tell(where, time, "has seconds", f"write {time:%H:%M}:00")
        return None
    return Clock(time.hour, time.minute, zone)


def _offset(moment: dt.datetime) -> str | None:
    """Give a TOML offset, which has hours and minutes, as a clock has it."""
    return f"{moment:%z}"[:3] + ":" + f"{moment:%z}"[3:] if moment.tzinfo else None


# --- what no words say -------------------------------------------------------------------------------------


def _table(reference: object) -> dict[str, object]:
    kind: type = type(reference)
    given = {
        one.name: _part(value)
        for one in fields(kind)
        if (value := getattr(reference, one.name)) != one.default or one.default is NOTHING
    }
    return {"reference": kind.__name__} | given


def _part(value: object) -> object:
    if isinstance(value, Reference | Time):
        return format_said(value)
    if isinstance(value, Enum):
        return value.name.lower()
    return [_part(item) for item in value] if isinstance(value, tuple) else value


def _read_table(
    kinds: Mapping[str, Callable[..., Said]], table: Mapping[str, object], where: str, ledger: Ledger
) -> Said | None:
    name = table.get("reference")
    if where.count(".") > _DEEPEST:
        ledger.tell(where, "", "is a table in too many tables", "write the source's words in quotes")
    elif name is None:
        ledger.tell(where, "", "is a table that names no reference", "write the source's words in quotes")
    elif not isinstance(name, str) or name not in kinds:
        ledger.tell(
            where, name, "is not a reference", did_you_mean(str(name), kinds) or f"give one of {one_of(kinds, 40)}"
        )
    else:
        return _build(kinds[name], name, table, where, ledger)
    return None


def _build(
    kind: Callable[..., Said], name: str, table: Mapping[str, object], where: str, ledger: Ledger
) -> Said | None:
    known = {one.name: one.default is NOTHING for one in fields(cast(type, kind))}
    wrong = [one for one in table if one != "reference" and one not in known]
    wrong += [one for one, required in known.items() if required and one not in table]
    if wrong:
        ledger.tell(where, ", ".join(wrong), f"is missing or too much: {name} has {one_of(known)}")
        return None
    hints = get_type_hints(kind)
    told = len(ledger.problems)
    given = {one: _read_part(hints[one], table[one], f"{where}.{one}", ledger) for one in known if one in table}
    if len(ledger.problems) > told:
        return None
    try:
        return kind(**given)
    except (TypeError, ValueError) as error:
        ledger.tell(where, name, f"cannot be: {error.args[0]}")
        return None


def _read_part(hint: object, value: object, where: str, ledger: Ledger) -> object:
    kinds = [one for one in get_args(hint) or (hint,) if isinstance(one, type)]
    if isinstance(value, list):
        return tuple(read_when(item, f"{where}[{i}]", ledger) for i, item in enumerate(value))
    if Clock in kinds:
        return read_time(value, where, ledger)
    if any(has(kind) for kind in kinds):
        return read_when(value, where, ledger)
    for kind in kinds:
        if issubclass(kind, Enum):
            named = {member.name.lower(): member for member in kind}
            if isinstance(value, str) and value in named:
                return named[value]
            ledger.tell(
                where, value, f"is not {with_article(kind.__name__.lower())}", f"give one of {one_of(named, 40)}"
            )
            return None
        if type(value) is kind:
            return value
    ledger.tell_type(where, value, " or ".join(kind.__name__ for kind in kinds))
    return None

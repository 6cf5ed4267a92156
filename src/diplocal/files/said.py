"""What a file says about days and times: in the source's words, or as TOML's own dates and times.

A reference that no words say (a program may build one) is a table that names its class, such as
``{ reference = "Counted", days = 3, base = "Thursday" }``: complete, if not pretty.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from typing import get_args, get_type_hints

from attrs import NOTHING, fields, has

from diplocal import phrases
from diplocal.checks.words import did_you_mean, one_of
from diplocal.errors import DiplocalError, PhraseError
from diplocal.files.clock import format_time, parse_time
from diplocal.files.intake import Intake
from diplocal.phrases import times
from diplocal.phrases.tokens import Tokens
from diplocal.when import At, CalendarDay, Clock, ClockSpan, Reference, Time, Undated

_DEEPEST = 30
_UNDATED = "undated"
_REFERENCES: dict[str, type] = {kind.__name__: kind for kind in get_args(Reference)}


# --- days -------------------------------------------------------------------------------------------------------------


def read_when(value: object, where: str, intake: Intake) -> Reference | None:
    """Read a phrase, a TOML date or date-time, or a table that names a reference."""
    if isinstance(value, str):
        return _read_phrase(value, where, intake)
    if isinstance(value, dt.datetime):
        clock = _clock(value.time(), _offset(value), where, intake)
        return At(_day(value), clock) if clock else None
    if isinstance(value, dt.date):
        return _day(value)
    if isinstance(value, dict):
        if where.count(".") < _DEEPEST:
            return _read_table(value, where, intake)
        intake.tell(where, value, "is a table in too many tables", "write the source's words in quotes")
        return None
    intake.tell_type(where, value, "a day", 'write the source\'s words in quotes, such as "on Thursday"')
    return None


def format_when(reference: Reference) -> str | dict[str, object]:
    """Write a reference in words that mean the same, or as a table where there are none."""
    if isinstance(reference, Undated):
        return _UNDATED
    try:
        words = phrases.format(reference)
        same = _parse(words) == reference
    except DiplocalError:
        same = False
    return words if same else _table(reference)


@lru_cache(maxsize=4096)
def _parse(words: str) -> Reference:
    return phrases.parse(words)


def _read_phrase(words: str, where: str, intake: Intake) -> Reference | None:
    if not words.strip():
        intake.tell(where, words, "is empty", f"give the source's words, or {_UNDATED!r}")
        return None
    if words.strip().lower() == _UNDATED:
        return Undated()
    try:
        return _parse(words)
    except PhraseError as error:
        stopped = f" at {words[error.offset :]!r}" if 0 < error.offset < len(words) else ""
        hint = f"did you mean {error.suggestion!r}?" if error.suggestion else ""
        intake.tell(where, words, f"is no day: expected {error.expected}{stopped}", hint)
    except DiplocalError as error:
        intake.tell(where, words, f"is no day: {error}")
    return None


def _day(value: dt.date) -> CalendarDay:
    return CalendarDay(value.month, value.day, value.year)


# --- times ------------------------------------------------------------------------------------------------------------


def read_time(value: object, where: str, intake: Intake) -> Time | None:
    """Read a time in words, TOML's own, or a span whose ends differ: ``{ start = "10:00", end = "around 11:30" }``."""
    if isinstance(value, str):
        return _read_clock(value, where, intake)
    if isinstance(value, dt.time):
        return _clock(value, None, where, intake)
    if isinstance(value, dict) and set(value) == {"start", "end"} and dict not in map(type, value.values()):
        start, end = (read_time(value[name], f"{where}.{name}", intake) for name in ("start", "end"))
        if isinstance(start, Clock) and isinstance(end, Clock):
            return ClockSpan(start, end)
        if start is not None and end is not None:
            intake.tell(where, value, "is no span from one time on the clock to another", 'write "10:00" for each')
        return None
    intake.tell_type(where, value, "a time", 'write "10:00", "10:00-11:30" or "morning", in quotes')
    return None


def time_value(time: Time) -> str | dict[str, object]:
    """Write a time in words, or as a table for a span whose ends differ in zone or in how sure they are."""
    words = format_time(time)
    if words is None and isinstance(time, ClockSpan):
        return {"start": time_value(time.start), "end": time_value(time.end)}
    return words or ""


def _read_clock(words: str, where: str, intake: Intake) -> Time | None:
    time = parse_time(words.strip()) or _in_words(words.strip())
    if time is None:
        intake.tell(where, words, "is no time of day", 'write "10:00", "10:00-11:30 Europe/Brussels" or "morning"')
    return time


def _in_words(words: str) -> Time | None:
    """Read a time as the news writes it ("10 a.m.", "noon Korean time"), all of it or nothing."""
    tokens = Tokens(words)
    found = times.time(tokens, 0)
    return found[0] if found and found[1] == tokens.count else None


def _clock(time: dt.time, zone: str | None, where: str, intake: Intake) -> Clock | None:
    if time.second or time.microsecond:
        intake.tell(where, time, "has seconds", f"write {time:%H:%M}:00")
        return None
    return Clock(time.hour, time.minute, zone)


def _offset(moment: dt.datetime) -> str | None:
    """Give a TOML offset, which has hours and minutes, as a clock has it."""
    return f"{moment:%z}"[:3] + ":" + f"{moment:%z}"[3:] if moment.tzinfo else None


# --- references that no words say -------------------------------------------------------------------------------------


def _table(reference: object) -> dict[str, object]:
    kind: type = type(reference)
    given = {
        one.name: _part(value)
        for one in fields(kind)
        if (value := getattr(reference, one.name)) != one.default or one.default is NOTHING
    }
    return {"reference": kind.__name__} | given


def _part(value: object) -> object:
    if isinstance(value, Reference):
        return format_when(value)
    if isinstance(value, Time):
        return time_value(value)
    if isinstance(value, Enum):
        return value.name.lower()
    return [_part(item) for item in value] if isinstance(value, tuple) else value


def _read_table(table: Mapping[str, object], where: str, intake: Intake) -> Reference | None:
    name = table.get("reference")
    kind = _REFERENCES.get(name) if isinstance(name, str) else None
    if kind is None:
        settle = did_you_mean(str(name), _REFERENCES) if name is not None else "write the source's words in quotes"
        intake.tell(where, name or "", "is no reference" if name else "is a table that names no reference", settle)
        return None
    known = {one.name: one.default is NOTHING for one in fields(kind)}
    wrong = [one for one in table if one != "reference" and one not in known]
    wrong += [one for one, required in known.items() if required and one not in table]
    if wrong:
        intake.tell(where, ", ".join(wrong), f"is missing or too much: {name} has {one_of(known)}")
        return None
    hints = get_type_hints(kind)
    told = len(intake.problems)
    given = {one: _read_part(hints[one], table[one], f"{where}.{one}", intake) for one in known if one in table}
    if len(intake.problems) > told:
        return None
    build: Callable[..., Reference] = kind
    try:
        return build(**given)
    except (TypeError, ValueError) as error:
        intake.tell(where, name or "", f"cannot be: {error.args[0]}")
        return None


def _read_part(hint: object, value: object, where: str, intake: Intake) -> object:
    kinds = [one for one in get_args(hint) or (hint,) if isinstance(one, type)]
    if isinstance(value, list):
        return tuple(read_when(item, f"{where}[{i}]", intake) for i, item in enumerate(value))
    if Clock in kinds:
        return read_time(value, where, intake)
    if any(has(kind) for kind in kinds):
        return read_when(value, where, intake)
    for kind in kinds:
        if issubclass(kind, Enum):
            named = {member.name.lower(): member for member in kind}
            if isinstance(value, str) and value in named:
                return named[value]
            intake.tell(where, value, f"is no {kind.__name__.lower()}", f"give one of {one_of(named, 40)}")
            return None
        if type(value) is kind:
            return value
    intake.tell_type(where, value, " or ".join(kind.__name__ for kind in kinds))
    return None

"""Tables to records and back, driven by the fields that the model declares: a field added there is known here.

Types are exact: a truth value is not a number, nor text in quotes a date. A value that cannot be read is told and
replaced by its default, so that everything else in the file is still judged.

A day or time that no words say (a program may build it) is a table that names its class, such as
``{ reference = "Clock", hour = 10, zone = "CET" }``: complete, if not pretty.
"""

import datetime as dt
import re
from collections.abc import Callable
from enum import Enum
from functools import cache, partial
from types import NoneType
from typing import TypeAlias, TypeVar, cast, get_args

from attrs import NOTHING, fields, frozen, has

from diplocal.checks.shape import Expected, expectations
from diplocal.checks.suggestions import did_you_mean, one_of, say_type
from diplocal.files.context import Context, step
from diplocal.files.shorthand import CONTRACT, EXPAND, Table
from diplocal.files.times import in_words, is_provisional, read_time, read_when
from diplocal.model import Party, Person, Place, Source, Status
from diplocal.when import Reference, Time, Undated

_DEEPEST = 30
_INDEX = re.compile(r"\[[0-9]+\]")
KEYED = (Source, Person, Party, Place)  # tables by key: [people.cho]

Record = TypeVar("Record")
_Reader: TypeAlias = Callable[[object, str, Context], object]

_NOUNS = {"VisitDay": "a visit day", "Earlier": "an earlier date", "Settled": "a settled date"}


@frozen
class _Shape:
    """How each field of a record is read, and what stands in for those that it cannot do without."""

    readers: dict[str, _Reader]
    required: dict[str, object]


def read_record(record: type[Record], value: object, where: str, context: Context, key: str | None = None) -> Record:
    """Read a table, or the short form that stands for one, into a record; never fails, tells what is wrong instead.

    Args:
        record: the class.
        value: what the file has there.
        where: its path.
        context: gathers the problems.
        key: the record's key, where the name of its table gives it.
    """
    table = _table(record, value, where, context)
    given: dict[str, object] = {} if key is None else {"key": key}
    shape, head = _shape(record), f"{where}." if where else ""
    for name, held in (table or {}).items():
        reader = shape.readers.get(name)
        if reader is None or (name == "key" and key is not None):
            _unknown(where, name, record, [one for one in shape.readers if one != "key" or key is None], context)
        elif (read := reader(held, head + name, context)) is not None:
            given[name] = read
    if table and "status" in shape.readers and "status" not in table and is_provisional(table.get("time")):
        given["status"] = Status.PROVISIONAL
    for name, fallback in shape.required.items():
        if name not in given:
            if table is not None and name not in table:
                context.tell(head + name, "", "is missing", f"{_noun(record)} has a {name}")
            given[name] = fallback
    return record(**given)


def _table(record: type, value: object, where: str, context: Context) -> Table | None:
    """Give the table that stands there or that its short form stands for; ``None`` for neither, which is told."""
    if isinstance(value, dict):
        return value
    if expand := EXPAND.get(record):
        return expand(value, where, context)
    context.tell_type(where, value, "a table")
    return None


def to_table(record: object, shared: frozenset[str] = frozenset()) -> Table:
    """Turn a record into a table of TOML values, in the order of its fields, without those that have their default.

    Args:
        record: the record.
        shared: keys that a person and a party have in common: the short form of a participant would not say which.
    """
    kind: type = type(record)
    return {
        one.name: _to_value(value, shared)
        for one in fields(kind)
        if (value := getattr(record, one.name)) != one.default or one.default is NOTHING
    }


def _to_value(value: object, shared: frozenset[str]) -> object:
    if isinstance(value, Reference | Time):
        return in_words(value) or {"reference": type(value).__name__} | to_table(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, tuple):
        return [_to_value(item, shared) for item in value]
    if has(type(value)):
        contract = CONTRACT.get(type(value))
        table = to_table(value, shared)
        return contract(table, shared) if contract else table
    return value


_SHAPES: dict[type, _Shape] = {}


def _shape(record: type) -> _Shape:
    """Give how a record is read, worked out once."""
    if record not in _SHAPES:
        known = expectations(record)
        required = {name: _placeholder(expected) for name, default, expected in known if default is NOTHING}
        _SHAPES[record] = _Shape({name: _reader(expected) for name, _, expected in known}, required)
    return _SHAPES[record]


def _placeholder(expected: Expected) -> object:
    """Give a required field that cannot be read some value of its type; what is said about it later is dropped."""
    kind = expected.classes[0]
    if Undated in expected.classes:
        return Undated()
    if issubclass(kind, Enum):
        return next(iter(kind))
    return dt.date.min if kind is dt.date else ""


def _reader(expected: Expected) -> _Reader:
    """Choose how to read a field by its declared type."""
    kinds = tuple(one for one in expected.classes if one is not NoneType)
    for union, read in ((Reference, read_when), (Time, read_time)):
        if {*kinds} <= {*get_args(union)}:
            return partial(_read_words_or_table, {kind.__name__: kind for kind in get_args(union)}, read)
    item = expected.item
    if item is not None and item.classes[0] in KEYED:
        return partial(_read_keyed, item.classes[0])
    if item is not None:
        return (
            _read_pair if expected.length else partial(_read_list, _reader(item), "" if str in item.classes else None)
        )
    if has(kinds[0]):
        return partial(_read_short if kinds[0] in EXPAND else read_record, kinds[0])
    if issubclass(kinds[0], Enum):
        return partial(_read_enum, kinds[0])
    return partial(_read_scalar, kinds)


# --- values -----------------------------------------------------------------------------------------------------------


def _read_scalar(kinds: tuple[type, ...], value: object, where: str, context: Context) -> object:
    if type(value) in kinds:
        return value
    settle = ""
    if str in kinds and isinstance(value, bool | int | float | dt.date | dt.time):
        settle = "put it in quotes"
    elif isinstance(value, str):
        settle = "write it without quotes" if str not in kinds else ""
    elif dt.date in kinds and isinstance(value, dt.datetime):
        settle = f"write {value.date()}"
    context.tell_type(where, value, " or ".join(map(say_type, kinds)), settle)
    return None


def _read_enum(kind: type[Enum], value: object, where: str, context: Context) -> Enum | None:
    known = _members(kind)
    if isinstance(value, str) and value in known:
        return known[value]
    what = where.rpartition(".")[2]
    if isinstance(value, str):
        context.tell_word(where, value, what, list(known))
    else:
        context.tell_type(where, value, f"a {what}", f"give one of {one_of(known, 40)}")
    return None


@cache
def _members(kind: type[Enum]) -> dict[str, Enum]:
    return {member.name.lower(): member for member in kind}


def _read_list(
    read: _Reader, fallback: object, value: object, where: str, context: Context
) -> tuple[object, ...] | None:
    if not isinstance(value, list):
        tables = f"write [[{_INDEX.sub('', where)}]]"
        settle = tables if isinstance(value, dict) else "put it in square brackets"
        context.tell_type(where, value, "a list", settle)
        return None
    items = [read(item, f"{where}[{index}]", context) for index, item in enumerate(value)]
    return tuple([fallback if item is None else item for item in items] if None in items else items)


def _read_short(record: type[Record], value: object, where: str, context: Context) -> Record:
    """Read a record that has a short form; the same words are the same record throughout a file."""
    if not isinstance(value, str):
        return read_record(record, value, where, context)
    if (known := context.short.get((record, value))) is not None:
        return cast(Record, known)
    before = len(context.problems), len(context.missing)
    read = read_record(record, value, where, context)
    if before == (len(context.problems), len(context.missing)):
        context.short[record, value] = read
    return read


def _read_keyed(kind: type, value: object, where: str, context: Context) -> tuple[object, ...] | None:
    if not isinstance(value, dict):
        context.tell_type(where, value, "tables by key", f"write [{where}.KEY] for each")
        return None
    return tuple(read_record(kind, one, f"{where}[{i}]", context, key) for i, (key, one) in enumerate(value.items()))


def _read_words_or_table(
    kinds: dict[str, type[Record]], read: _Reader, value: object, where: str, context: Context
) -> object | None:
    """Read a day or time in words or as TOML has it, or a table that names its class."""
    if not isinstance(value, dict):
        return read(value, where, context)
    name, before, settle = value.get("reference"), len(context.problems), "write the source's words in quotes"
    if where.count(".") > _DEEPEST:
        context.tell(where, "", "is a table in too many tables", settle)
    elif name is None:
        context.tell(where, "", "is a table that names no reference", settle)
    elif not isinstance(name, str) or name not in kinds:
        context.tell_word(where, str(name), "reference", list(kinds))
    else:
        try:
            made = read_record(kinds[name], {key: value[key] for key in value if key != "reference"}, where, context)
            return made if len(context.problems) == before else None
        except (TypeError, ValueError) as error:
            if len(context.problems) == before:
                context.tell(where, name, f"cannot be: {error.args[0]}")
    return None


def _read_pair(value: object, where: str, context: Context) -> tuple[float, float] | None:
    settle = "write [latitude, longitude] in degrees, such as [50.88, 4.42]"
    if not isinstance(value, list) or len(value) != 2:
        context.tell_type(where, value, "a pair of numbers", settle)
        return None
    if not all(type(one) in {int, float} and -1e6 < one < 1e6 for one in value):
        context.tell(where, ", ".join(map(str, value)), "are no two numbers", settle)
        return None
    return float(value[0]), float(value[1])


def _unknown(where: str, name: str, record: type, names: list[str], context: Context) -> None:
    here = step(where, name)
    meant = next((one for one in _MEANT.get(name.lower(), ()) if one in names), None)
    settle = f"did you mean {meant!r}?" if meant else did_you_mean(name, names)
    settle = settle or f"{_noun(record)} has {one_of(names, 40)}"
    context.tell(here, "", f"is nothing that {_noun(record)} has", settle)


_MEANT = {  # what calendars and other tools call what a field holds; the first that a record has is suggested
    "agenda": ("topics",),
    "attendees": ("participants",),
    "author": ("publisher",),
    "begin": ("time",),
    "comment": ("note",),
    "date": ("published",),
    "day": ("when",),
    "description": ("note",),
    "id": ("key",),
    "link": ("url",),
    "location": ("place", "venue", "address"),
    "name": ("title",),
    "outlet": ("publisher",),
    "people": ("participants",),
    "start": ("time", "when"),
    "start_date": ("when",),
    "state": ("status", "party"),
    "subject": ("title", "topics"),
    "summary": ("title", "note"),
    "timezone": ("zone",),
    "type": ("format", "kind"),
    "tz": ("zone",),
    "venue": ("place",),
    "where": ("place", "name"),
}


def _noun(record: type) -> str:
    name = record.__name__
    return _NOUNS.get(name) or f"{'an' if name[0] in 'AEIOU' else 'a'} {name.lower()}"

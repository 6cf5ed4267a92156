"""Whether each value has the type that its record declares; attrs itself leaves that to the caller.

What a value says is checked elsewhere, and only once every type is right.
"""

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from types import NoneType
from typing import get_args, get_origin, get_type_hints

from attrs import fields, frozen, has

from diplocal.checks.suggestions import nearest, say_type, shorten
from diplocal.errors import Problem
from diplocal.when import CalendarDay, Clock

_UNIONS: dict[type, str] = {CalendarDay: "a reference of diplocal.when", Clock: "a time of diplocal.when"}
"""What the unions are called, which have many members."""


@frozen
class Expected:
    """What a field may hold; `item` is what a tuple holds, `length` how many where that is fixed."""

    classes: tuple[type, ...]
    item: "Expected | None" = None
    length: int | None = None

    @property
    def holds_records(self) -> bool:
        """Say whether there may be a record in it."""
        return any(one is tuple or has(one) for one in self.classes)

    def fits(self, value: object) -> bool:
        """Say whether a value has one of the classes; a truth value is not a number, nor a date-time a date."""
        kind = type(value)
        if kind in self.classes:
            return not (kind is tuple and self.length not in {None, len(value)})  # type: ignore[arg-type]
        if kind is bool or kind is dt.datetime:
            return False
        return isinstance(value, self.classes) or (kind is int and float in self.classes)


def misfits(record: object) -> Iterator[Problem]:
    """Tell every value of the wrong type in a record and in what it holds, however deep."""
    stack = [("", record)]
    while stack:
        path, record = stack.pop()
        inner: list[tuple[str, object]] = []
        for name, default, expected in expectations(type(record)):
            value = getattr(record, name)
            if value is not default:  # a default fits: most values are one
                yield from _value(f"{path}.{name}" if path else name, value, expected, inner)
        stack += reversed(inner)


def _value(where: str, value: object, expected: Expected, inner: list[tuple[str, object]]) -> Iterator[Problem]:
    """Tell what is wrong with one value; a record that it is or holds goes to `inner`."""
    if not expected.fits(value):
        yield _misfit(where, value, expected)
    elif isinstance(value, str):
        yield from _unwritable(where, value)
    elif isinstance(value, tuple) and expected.item is not None:
        for index, item in enumerate(value):
            yield from _value(f"{where}[{index}]", item, expected.item, inner)
    elif expectations(type(value)):
        inner.append((where, value))


_FIELDS: dict[type, list[tuple[str, object, Expected]]] = {}


def expectations(record: type) -> list[tuple[str, object, Expected]]:
    """Give a record's fields with their defaults, worked out once; what is no record has none."""
    if record not in _FIELDS:
        hints = get_type_hints(record) if has(record) else {}
        _FIELDS[record] = [
            (one.name, one.default, _expected(hints[one.name])) for one in (fields(record) if hints else ())
        ]
    return _FIELDS[record]


def _expected(hint: object) -> Expected:
    """Turn a declared type into what fits it; unions and tuples are all that the records use."""
    alternatives = [hint] if isinstance(hint, type) or get_origin(hint) is tuple else list(get_args(hint))
    origins = [get_origin(one) or one for one in alternatives]
    classes = tuple(one for one in origins if isinstance(one, type))
    for one in alternatives:
        if get_origin(one) is tuple:
            item, *rest = get_args(one)
            return Expected(classes, _expected(item), None if rest == [...] else 1 + len(rest))
    return Expected(classes)


def _misfit(where: str, value: object, expected: Expected) -> Problem:
    names = [say_type(one) for one in expected.classes if one is not NoneType]
    union = next((what for one, what in _UNIONS.items() if one in expected.classes), None)
    wanted = union or " or ".join(names)
    is_now = f"is {say_type(type(value))}"
    if expected.length is not None and type(value) is tuple:
        is_now, wanted = f"has {len(value)} values", str(expected.length)
    return Problem(where, shorten(value), f"{is_now}, not {wanted}", _settle(value, expected))


def _settle(value: object, expected: Expected) -> str:
    key = getattr(value, "key", None)
    if isinstance(value, str) and CalendarDay in expected.classes:
        return f"give diplocal.phrases.parse({value!r})"
    if isinstance(value, str) and Clock in expected.classes:
        return f"give diplocal.phrases.parse_time({value!r})"
    if isinstance(value, str) and dt.date in expected.classes:
        return "give a datetime.date"
    if str in expected.classes and isinstance(key, str):
        return f"give its key, {key!r}"
    for one in expected.classes:
        if issubclass(one, Enum) and isinstance(value, str):
            near = nearest(value, [str(member.value) for member in one])
            return f"give {one(near)}" if near else ""
    return ""


def _unwritable(where: str, text: str) -> Iterator[Problem]:
    """Tell text that no encoding can write (half of a surrogate pair)."""
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            yield Problem(where, shorten(text), f"holds half a character at {error.start}", "write the whole character")

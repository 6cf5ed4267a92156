"""What a row of a table is called in the name of its test: its values in short words, not their numbers."""

import datetime as dt
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from zoneinfo import ZoneInfo

from attrs import fields, has

LONGEST = 100


def row_name(value: object) -> str | None:
    """Give a value's words; None for what pytest names well itself, for addresses, and for what is too long a name."""
    if isinstance(value, str | bytes | int | float | type) or callable(value):
        return None
    words = ascii(_words(value) or "nothing")[1:-1]
    return words if len(words) <= LONGEST and " at 0x" not in words else None


def _words(value: object) -> str:
    match value:
        case Enum():
            return str(value.value)
        case dt.date() | dt.time():
            return value.isoformat()
        case ZoneInfo():
            return value.key
        case Mapping():
            return ", ".join(f"{key}={_words(one)}" for key, one in value.items())
        case AbstractSet():
            return ", ".join(sorted(map(_words, value)))
        case list() | tuple():
            return ", ".join(map(_words, value))
        case _ if has(kind := type(value)):
            stated = [one for field in fields(kind) if (one := getattr(value, field.name)) != field.default]
            return f"{kind.__name__}({', '.join(map(_words, stated))})"
        case _:
            return str(value)

"""Typed properties of RFC 5545 as octets.

Here is how a value is written: escaping, quoting, folding, and what is left out because it could break a line. Which
properties an entry has is not decided here, and nothing is read: that is `unfold`'s duty.

Names of components, properties and parameters are the RFC's and ours, never anybody else's: nothing checks them.
Python's own types stand for the RFC's where they match: `str` is TEXT, a tuple of them is a list of TEXT, `int` is
INTEGER, `datetime.date` is DATE, `datetime.timedelta` is DURATION. A `datetime.datetime` is written in UTC, in the zone
whose name its `ZoneInfo` has, or, when naive, as the bare local time that a time zone's onsets need.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from attrs import field, frozen
from attrs.validators import ge, le

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.escaping import LIMIT, clean_parameter, escaped, fold, percent_encoded

_TWO = [f"{number:02}" for number in range(100)]
# A zone read from a file may have no name, and UTC is written with a Z.
_UNNAMED = frozenset({None, "UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"})
_PLAIN_PARAMETER = re.compile(r"[A-Za-z0-9_/.+-]+")


@frozen
class Uri:
    """A link, percent-encoded where it has to be.

    Raises:
        ExportError: if its scheme is none of `SCHEMES`, or it names no address.
    """

    value: str = field(converter=percent_encoded)


@frozen
class Geo:
    """A place in degrees; north and east are positive."""

    latitude: float = field(validator=[ge(-90), le(90)])
    longitude: float = field(validator=[ge(-180), le(180)])


class Written(str):
    """A value of ours in the RFC's own notation, such as a recurrence rule; nothing in it is escaped."""

    __slots__ = ()


Value = str | tuple[str, ...] | int | dt.datetime | dt.date | dt.timedelta | Uri | Geo
Parameters = tuple[tuple[str, str], ...]


class Property(NamedTuple):
    """A property by the RFC's name for it, its value, and the parameters that do not follow from the value.

    TZID and VALUE=DATE follow. A named tuple, not an attrs class: a feed of 100,000 events makes a million of these,
    and a tuple takes half the time.
    """

    name: str
    value: Value
    params: Parameters = ()


class SharedProperty(Property):
    """A property that many components bear, equal to a plain one: its line is written once."""

    @cached_property
    def line(self) -> bytes:
        """The folded content line without its last line break."""
        return content_line(Property(*self))


def _properties(items: Iterable[Property]) -> tuple[Property, ...]:
    return tuple(items)  # as a converter, ten times as fast as `tuple[Property, ...]`


def _components(items: Iterable["Component"]) -> tuple["Component", ...]:
    return tuple(items)


@frozen
class Component:
    """A component by the RFC's name for it; `properties` and `children` are written in this order."""

    name: str
    properties: tuple[Property, ...] = field(converter=_properties)
    children: tuple["Component", ...] = field(default=(), converter=_components)


def encode(component: Component) -> bytes:
    """Write a component as folded content lines, the last one ended too.

    Raises:
        ExportError: if a value has a type that RFC 5545 does not know.
    """
    lines: list[bytes] = []
    _write(component, lines)
    lines.append(b"")
    return b"\r\n".join(lines)


def chunks(component: Component, children: Iterable[Component] = ()) -> Iterator[bytes]:
    """Write a component, then each further child, one at a time, so that memory does not grow with their number."""
    whole = encode(component)
    end = f"END:{component.name}\r\n".encode()
    yield whole[: -len(end)]
    for child in children:
        yield encode(child)
    yield end


def content_line(prop: Property) -> bytes:
    """Write one property as a folded content line without its last line break."""
    if prop.__class__ is SharedProperty:
        return prop.line
    name, value, params = prop
    kind = value.__class__
    if kind is str:
        text: str = value  # type: ignore[assignment] # the exact class was asked for
        # Nothing to escape, by tests that run at the speed of memory; whoever fails them is looked at closely.
        if not text.isprintable() or "," in text or ";" in text or "\\" in text:
            text = escaped(text)
        line = _head(name, params) + text
    else:
        implied, text = (_WRITERS.get(kind) or _writer(kind))(value)
        line = _head(name, implied + params) + text
    return line.encode() if len(line) <= LIMIT and line.isascii() else fold(line)


def duration(value: dt.timedelta) -> str:
    """Write a duration in whole seconds, in days and time, never in weeks (``P1DT6H``, ``-PT15M``)."""
    total = abs(value) // dt.timedelta(seconds=1)
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    date = f"{days}D" if days else ""
    time = "".join(f"{number}{unit}" for number, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if number)
    sign = "-" if value < dt.timedelta() else ""
    return f"{sign}P{date}T{time}" if time else f"{sign}P{date}" if date else "PT0S"


def _write(component: Component, lines: list[bytes]) -> None:
    name = component.name.encode()
    lines.append(b"BEGIN:" + name)
    lines += map(content_line, component.properties)
    for child in component.children:
        _write(child, lines)
    lines.append(b"END:" + name)


@lru_cache(maxsize=4096)  # bounded: names repeat, but a parameter may hold anybody's name
def _head(name: str, params: Parameters) -> str:
    """Write all that stands before the value, with its colon."""
    cleaned = ((key, clean_parameter(text)) for key, text in params)
    written = (f";{key}={text}" if _PLAIN_PARAMETER.fullmatch(text) else f';{key}="{text}"' for key, text in cleaned)
    return "".join([name, *written, ":"])


def _write_moment(moment: dt.datetime) -> tuple[Parameters, str]:
    """Write whole seconds, and UTC where no TZID names the zone or tells the fold."""
    if moment.tzinfo is dt.UTC:
        return (), _utc(moment)
    zone = moment.tzinfo
    if zone is None:
        return (), _digits(moment)
    if isinstance(zone, ZoneInfo) and not moment.fold and zone.key not in _UNNAMED:
        return (("TZID", zone.key),), _digits(moment)
    return (), _utc(moment.astimezone(dt.UTC))


@lru_cache(maxsize=1024)
def _utc(moment: dt.datetime) -> str:
    # Only moments in `dt.UTC` come here: equal ones of other zones would share a place in the cache.
    return _digits(moment) + "Z"


def _digits(moment: dt.datetime) -> str:
    # Several times as fast as a format with widths, and a feed has four times in each event.
    century, year = divmod(moment.year, 100)
    date = f"{_TWO[century]}{_TWO[year]}{_TWO[moment.month]}{_TWO[moment.day]}"
    return f"{date}T{_TWO[moment.hour]}{_TWO[moment.minute]}{_TWO[moment.second]}"


_WRITERS: dict[type, Callable[[Any], tuple[Parameters, str]]] = {
    str: lambda value: ((), escaped(value)),
    Written: lambda value: ((), value),
    tuple: lambda value: ((), ",".join(map(escaped, value))),
    int: lambda value: ((), f"{value:d}"),
    dt.datetime: _write_moment,
    dt.date: lambda value: ((("VALUE", "DATE"),), f"{value.year:04}{value.month:02}{value.day:02}"),
    dt.timedelta: lambda value: ((), duration(value)),
    Uri: lambda value: ((), value.value),
    Geo: lambda value: ((), f"{value.latitude:.6f};{value.longitude:.6f}"),
}


def _writer(kind: type) -> Callable[[Any], tuple[Parameters, str]]:
    for ancestor in kind.__mro__:
        if ancestor in _WRITERS:
            return _WRITERS[ancestor]
    msg = f"no value of a calendar is made of a {kind.__name__}; hand in text, a date, a time, a number or a link"
    raise ExportError(msg)

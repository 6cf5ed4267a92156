"""A timeline as JSON for other programs, in the form that `schemas/timeline.json` describes.

Every entry has every field; what is not known is null or an empty list. People, parties and places stand where they
take part, so that nothing has to be looked up; sources are named by key and listed once. What has no date stays without
one, and a window stays a window.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Mapping
from enum import Enum
from operator import attrgetter
from typing import Any, TypeAlias, assert_never

from diplocal.exporters.audience import for_audience
from diplocal.exporters.uids import uid
from diplocal.model import Audience, Claim, Outcome, Party, Place, Relation, Series, Source, Topic
from diplocal.reading import Alternative, Reading
from diplocal.timeline import (
    Attendee,
    ByDay,
    DayPart,
    Days,
    Entry,
    Hours,
    NoDate,
    Notice,
    Past,
    Reason,
    Sometime,
    Timeline,
    Timing,
    timing_dates,
)

FORMAT = "diplocal-timeline"
VERSION = 1
"""Raised when a field changes its meaning or goes away; further fields come with a new version too."""

Record: TypeAlias = dict[str, object]

_FIELDS: Mapping[type, str] = {
    Timeline: "key title note stamp entries sources notices",
    Source: "key publisher title published zone url via",
    Notice: "concern programme entry message settle",
    Entry: "programme key uid level parent title timing edtf zone certainty reason status format place"
    " participants topics access embargo accreditation note url claims relations earlier outcome series source"
    " audience internal_note",
    Reason: "phrase anchor anchored_on reading",
    Place: "key name country venue address geo",
    Attendee: "name person office party role audience",
    Party: "key name kind code",
    Topic: "title party likely phrase raised_by",
    Claim: "issuer verb modality phrase source",
    Relation: "kind to phrase",
    Past: "timing edtf status source",
    Outcome: "title url source",
    Series: "name edition consecutive since",
}
_INTERNAL = {"audience", "internal_note"}
_NAMED = {"party", "raised_by", "issuer"}
"""Fields that may hold the key of a person or a party, which is told with the name."""
_MADE: Mapping[str, Callable[[Any], object]] = {
    "uid": lambda entry: uid(*entry.first_key),
    "edtf": lambda of: edtf(of.timing) or None,
    "certainty": lambda entry: entry.reason.reading.certainty if entry.reason else None,
    "source": lambda of: of.source.key if isinstance(of.source, Source) else of.source,
    "person": lambda who: who.person.key if who.person else None,
    "office": lambda who: who.person.office if who.person else "",
    "geo": lambda place: _geo(*place.geo) if place.geo else None,
}
"""Fields that a record has in another form, or not itself."""
_TIMINGS: Mapping[type, tuple[str, str]] = {
    Days: ("days", "start end"),
    Hours: ("hours", "start end about"),
    DayPart: ("part_of_day", "day part"),
    Sometime: ("window", "start end"),
    ByDay: ("deadline", "day"),
    NoDate: ("undated", "readings"),
}
"""Each kind with its fields."""
_HALF = re.compile("[\ud800-\udfff]")


def render(timeline: Timeline, *, audience: Audience = Audience.PUBLIC, indent: int | None = 2) -> bytes:
    """Write a timeline as JSON in UTF-8, with a line end.

    Args:
        timeline: what was dated.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
        indent: spaces a level; ``None``: everything on one line.
    """
    return encode(to_record(timeline, audience=audience), indent)


def to_record(timeline: Timeline, *, audience: Audience = Audience.PUBLIC) -> Record:
    """Give a timeline as what `json.dumps` takes: dictionaries, lists, texts, numbers, truth values and ``None``.

    >>> to_record(Timeline(key="oslo", title="Visit to Oslo"))["title"]
    'Visit to Oslo'
    """
    told = for_audience(timeline, audience)
    names = {party.key: party.name for party in told.parties} | {person.key: person.name for person in told.people}
    return {"format": FORMAT, "version": VERSION, **_Writer(names, audience).record(told)}


def encode(record: object, indent: int | None) -> bytes:
    """Write JSON that every reader takes: no NaN, and no half of a surrogate pair."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", text).encode() + b"\n"


class _Writer:
    """Writes records, with the names that keys in them stand for."""

    def __init__(self, names: Mapping[str, str], audience: Audience) -> None:
        """Take the names of people and parties by key, and work out once how each field is got that is for a reader."""
        self._names = names
        hidden = _INTERNAL if audience is Audience.PUBLIC else frozenset()
        self._fields = {
            kind: [(name, self._getter(name)) for name in fields.split() if name not in hidden]
            for kind, fields in _FIELDS.items()
        }

    def record(self, of: object) -> Record:
        """Give the fields of a record, and the records in them."""
        return {name: self._value(get(of)) for name, get in self._fields[type(of)]}

    def _getter(self, name: str) -> Callable[[Any], object]:
        get = _MADE.get(name) or attrgetter(name)
        return (lambda of: self._named(get(of))) if name in _NAMED else get

    def _named(self, value: object) -> object:
        return {"key": value, "name": self._names.get(value, value)} if isinstance(value, str) else value

    def _value(self, value: object) -> object:
        if value is None or isinstance(value, str):  # most of them
            return value
        if isinstance(value, tuple):
            return [self._value(one) for one in value]
        return self.record(value) if type(value) in _FIELDS else plain(value)


def plain(value: object) -> object:
    """Give what JSON has for a value: the word of a term, and a day or a moment as ISO 8601 writes it."""
    match value:
        case str() | None:  # most of them
            return value
        case Enum():
            return value.value
        case dt.datetime():
            return moment(value)
        case dt.date():
            return value.isoformat()
        case Reading() | Alternative():
            return value.to_dict()
        case tuple():
            return [plain(one) for one in value]
        case Days() | Hours() | DayPart() | Sometime() | ByDay() | NoDate():
            return timing_record(value)
        case _:
            return value


def timing_record(timing: Timing) -> Record:
    """Say when, each kind with the fields that it has; days include both ends, the end of a time does not count."""
    kind, names = _TIMINGS[type(timing)]
    return {"kind": kind} | {name: plain(getattr(timing, name)) for name in names.split()}


def edtf(timing: Timing) -> str:
    """Write when an entry is in EDTF (ISO 8601-2:2019, level 2), to compare and search; empty where no date is known.

    >>> edtf(Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4)))
    '2025-04-02/2025-04-04'
    >>> edtf(Sometime(dt.date(2025, 4, 7), dt.date(2025, 4, 13)))
    '[2025-04-07..2025-04-13]'

    Whole days are an interval. A time is a moment, or the days that it touches where there are several. A window and an
    open choice are one day of a set (``[2025-04-04,2025-04-11]``), a deadline one that has no beginning
    (``[..2025-04-04]``). What EDTF cannot say is left out rather than bent: an hour that is only about right, the part
    of a day, the end of a time.
    """
    match timing:
        case Days(start, end):
            return _span(start, end, "/")
        case Hours(start, _, about):
            first, last = timing_dates(timing) or (start.date(), start.date())
            return _span(first, last, "/") if about or first != last else moment(start)
        case DayPart(day):
            return str(day)
        case Sometime(start, end):
            return f"[{_span(start, end, '..')}]"
        case ByDay(day):
            return f"[..{day}]"
        case NoDate(readings):
            days = dict.fromkeys(_span(reading.start, reading.end, "..") for reading in readings)
            return f"[{','.join(days)}]" if days else ""
        case _:
            assert_never(timing)


def moment(time: dt.datetime) -> str:
    """Write a time to the second, with its offset if it has one; in UTC where that has seconds, which none may have."""
    if (time.utcoffset() or dt.timedelta()) % dt.timedelta(minutes=1):
        time = time.astimezone(dt.UTC)
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def _span(start: dt.date, end: dt.date, between: str) -> str:
    return str(start) if start == end else f"{start}{between}{end}"


def _geo(latitude: float, longitude: float) -> Record | None:
    return {"latitude": latitude, "longitude": longitude} if math.isfinite(latitude + longitude) else None

"""A timeline as JSON for other programs, in the form that `schemas/timeline.json` describes.

Every entry has every field; what is not known is null or an empty list. People, parties and places stand where they
take part, so that nothing has to be looked up; sources are named by key and listed once. What has no date stays without
one, and a window stays a window.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias, assert_never

from attrs import frozen

from diplocal.exporters.audience import for_audience
from diplocal.exporters.edtf import edtf, moment
from diplocal.exporters.ical import uid
from diplocal.model import Audience, Claim, Place, Topic
from diplocal.timeline import (
    Attendee,
    ByDay,
    DayPart,
    Days,
    Entry,
    Hours,
    NoDate,
    Past,
    Reason,
    Sometime,
    Timeline,
    Timing,
)

FORMAT = "diplocal-timeline"
VERSION = 1
"""Raised when a field changes its meaning or goes away; further fields come with a new version too."""

Record: TypeAlias = dict[str, object]
_OF_SOURCES = ("key", "publisher", "title", "published", "zone", "url", "via")
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
    teller = _Teller(names, audience)
    return {
        "format": FORMAT,
        "version": VERSION,
        **_record(told, "key", "title", "note", "stamp"),
        "entries": [teller.entry(entry) for entry in told.entries],
        "sources": [_record(source, *_OF_SOURCES) for source in told.sources],
        "notices": [_record(notice, "concern", "programme", "entry", "message", "settle") for notice in told.notices],
    }


def encode(record: object, indent: int | None) -> bytes:
    """Write JSON that every reader takes: no NaN, and no half of a surrogate pair."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text).encode() + b"\n"


@frozen
class _Teller:
    """Tells entries, with the names that their keys stand for."""

    names: Mapping[str, str]
    audience: Audience

    def entry(self, entry: Entry) -> Record:
        told: Record = {
            **_record(entry, "programme", "key"),
            "uid": uid(*entry.first_key),
            **_record(entry, "level", "parent", "title"),
            "timing": timing_record(entry.timing),
            "edtf": edtf(entry.timing) or None,
            "zone": entry.zone,
            "certainty": entry.reason.reading.certainty.value if entry.reason else None,
            "reason": _reason(entry.reason) if entry.reason else None,
            **_record(entry, "status", "format"),
            "place": _place(entry.place) if entry.place else None,
            "participants": [self._attendee(who) for who in entry.participants],
            "topics": [self._topic(topic) for topic in entry.topics],
            **_record(entry, "access", "embargo", "accreditation", "note", "url"),
            "claims": [self._claim(claim) for claim in entry.claims],
            "relations": [_record(relation, "kind", "to", "phrase") for relation in entry.relations],
            "earlier": [_past(past) for past in entry.earlier],
            "outcome": _record(entry.outcome, "title", "url", "source") if entry.outcome else None,
            "series": _record(entry.series, "name", "edition", "consecutive", "since") if entry.series else None,
            "source": entry.source.key if entry.source else None,
        }
        if self.audience is Audience.INTERNAL:
            told |= {"audience": entry.audience.value, "internal_note": entry.internal_note}
        return told

    def _attendee(self, who: Attendee) -> Record:
        told: Record = {
            "name": who.name,
            "person": who.person.key if who.person else None,
            "office": who.person.office if who.person else "",
            "party": _record(who.party, "key", "name", "kind", "code") if who.party else None,
            "role": who.role.value,
        }
        return told | ({"audience": who.audience.value} if self.audience is Audience.INTERNAL else {})

    def _topic(self, topic: Topic) -> Record:
        told = _record(topic, "title", "party", "likely", "phrase", "raised_by")
        return told | {"party": self._named(topic.party), "raised_by": self._named(topic.raised_by)}

    def _claim(self, claim: Claim) -> Record:
        told = _record(claim, "issuer", "verb", "modality", "phrase", "source")
        return told | {"issuer": self._named(claim.issuer)}

    def _named(self, key: str | None) -> Record | None:
        return None if key is None else {"key": key, "name": self.names.get(key, key)}


def _record(of: object, *names: str) -> Record:
    """Give the fields of these names."""
    return {name: _plain(getattr(of, name)) for name in names}


def _plain(value: object) -> object:
    """Give what JSON has for a value: the word of a term, and a day or a moment as ISO 8601 writes it."""
    match value:
        case str() | None:  # most of them
            return value
        case Enum():
            return value.value
        case dt.datetime(tzinfo=None):
            return value.isoformat(timespec="seconds")
        case dt.datetime():
            return moment(value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return list(value)
        case _:
            return value


def timing_record(timing: Timing) -> Record:
    """Say when, each kind with the fields that it has; days include both ends, the end of a time does not count."""
    match timing:
        case Days(start, end):
            return {"kind": "days", "start": str(start), "end": str(end)}
        case Hours(start, end, about):
            return {"kind": "hours", "start": moment(start), "end": moment(end) if end else None, "about": about}
        case DayPart(day, part):
            return {"kind": "part_of_day", "day": str(day), "part": part.value}
        case Sometime(start, end):
            return {"kind": "window", "start": str(start), "end": str(end)}
        case ByDay(day):
            return {"kind": "deadline", "day": str(day)}
        case NoDate(readings):
            return {"kind": "undated", "readings": [reading.to_dict() for reading in readings]}
        case _:
            assert_never(timing)


def _reason(reason: Reason) -> Record:
    return _record(reason, "phrase", "anchor", "anchored_on") | {"reading": reason.reading.to_dict()}


def _place(place: Place) -> Record:
    geo = place.geo if place.geo and all(map(math.isfinite, place.geo)) else None
    told = _record(place, "key", "name", "country", "venue", "address")
    return told | {"geo": {"latitude": geo[0], "longitude": geo[1]} if geo else None}


def _past(past: Past) -> Record:
    return {
        "timing": timing_record(past.timing),
        "edtf": edtf(past.timing) or None,
        "status": past.status.value,
        "source": past.source.key,
    }

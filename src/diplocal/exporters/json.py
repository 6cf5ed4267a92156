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
from typing import TypeAlias, assert_never

from attrs import frozen

from diplocal.exporters.audience import for_audience
from diplocal.exporters.edtf import edtf, moment
from diplocal.exporters.ical import uid
from diplocal.model import Audience, Claim, Outcome, Party, Place, Relation, Series, Source, Topic
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
)

FORMAT = "diplocal-timeline"
VERSION = 1
"""Raised when a field changes its meaning or goes away; further fields come with a new version too."""

Record: TypeAlias = dict[str, object]
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
        "key": told.key,
        "title": told.title,
        "note": told.note,
        "stamp": moment(told.stamp) if told.stamp else None,
        "entries": [teller.entry(entry) for entry in told.entries],
        "sources": [_source(source) for source in told.sources],
        "notices": [_notice(notice) for notice in told.notices],
    }


def encode(record: object, indent: int | None) -> bytes:
    """Write JSON that every reader takes: no NaN, and no half of a surrogate pair."""
    text = json.dumps(record, ensure_ascii=False, indent=indent, allow_nan=False)
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text).encode() + b"\n"


# --- entries ----------------------------------------------------------------------------------------------------------


@frozen
class _Teller:
    """Tells entries, with the names that their keys stand for."""

    names: Mapping[str, str]
    audience: Audience

    def entry(self, entry: Entry) -> Record:
        told: Record = {
            "programme": entry.programme,
            "key": entry.key,
            "uid": uid(*entry.first_key),
            "level": entry.level.value,
            "parent": entry.parent,
            "title": entry.title,
            "timing": timing_record(entry.timing),
            "edtf": edtf(entry.timing) or None,
            "zone": entry.zone,
            "certainty": entry.reason.reading.certainty.value if entry.reason else None,
            "reason": _reason(entry.reason) if entry.reason else None,
            "status": entry.status.value,
            "format": entry.format.value if entry.format else None,
            "place": _place(entry.place) if entry.place else None,
            "participants": [self._attendee(who) for who in entry.participants],
            "topics": [self._topic(topic) for topic in entry.topics],
            "access": entry.access.value if entry.access else None,
            "embargo": _iso(entry.embargo),
            "accreditation": _iso(entry.accreditation),
            "note": entry.note,
            "url": entry.url,
            "claims": [self._claim(claim) for claim in entry.claims],
            "relations": [_relation(relation) for relation in entry.relations],
            "earlier": [_past(past) for past in entry.earlier],
            "outcome": _outcome(entry.outcome) if entry.outcome else None,
            "series": _series(entry.series) if entry.series else None,
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
            "party": _party(who.party) if who.party else None,
            "role": who.role.value,
        }
        return told | ({"audience": who.audience.value} if self.audience is Audience.INTERNAL else {})

    def _topic(self, topic: Topic) -> Record:
        return {
            "title": topic.title,
            "party": self._named(topic.party),
            "likely": topic.likely,
            "phrase": topic.phrase,
            "raised_by": self._named(topic.raised_by),
        }

    def _claim(self, claim: Claim) -> Record:
        return {
            "issuer": self._named(claim.issuer),
            "verb": claim.verb,
            "modality": claim.modality,
            "phrase": claim.phrase,
            "source": claim.source,
        }

    def _named(self, key: str | None) -> Record | None:
        return None if key is None else {"key": key, "name": self.names.get(key, key)}


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
    return {
        "phrase": reason.phrase,
        "anchor": _iso(reason.anchor),
        "anchored_on": reason.anchored_on,
        "reading": reason.reading.to_dict(),
    }


def _place(place: Place) -> Record:
    geo = place.geo if place.geo and all(map(math.isfinite, place.geo)) else None
    return {
        "key": place.key,
        "name": place.name,
        "country": place.country,
        "venue": place.venue,
        "address": place.address,
        "geo": {"latitude": geo[0], "longitude": geo[1]} if geo else None,
    }


def _party(party: Party) -> Record:
    return {"key": party.key, "name": party.name, "kind": party.kind.value, "code": party.code}


def _relation(relation: Relation) -> Record:
    return {"kind": relation.kind.value, "to": relation.to, "phrase": relation.phrase}


def _past(past: Past) -> Record:
    return {
        "timing": timing_record(past.timing),
        "edtf": edtf(past.timing) or None,
        "status": past.status.value,
        "source": past.source.key,
    }


def _outcome(outcome: Outcome) -> Record:
    return {"title": outcome.title, "url": outcome.url, "source": outcome.source}


def _series(series: Series) -> Record:
    return {
        "name": series.name,
        "edition": series.edition,
        "consecutive": series.consecutive,
        "since": series.since,
    }


# --- sources and notices ----------------------------------------------------------------------------------------------


def _source(source: Source) -> Record:
    return {
        "key": source.key,
        "publisher": source.publisher,
        "title": source.title,
        "published": _iso(source.published),
        "zone": source.zone,
        "url": source.url,
        "via": list(source.via),
    }


def _notice(notice: Notice) -> Record:
    return {
        "concern": notice.concern.value,
        "programme": notice.programme,
        "entry": notice.entry,
        "message": notice.message,
        "settle": notice.settle,
    }


def _iso(day: dt.date | None) -> str | None:
    if isinstance(day, dt.datetime):
        return moment(day) if day.tzinfo else day.isoformat(timespec="seconds")
    return day.isoformat() if day else None

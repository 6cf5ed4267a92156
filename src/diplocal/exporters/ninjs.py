"""A timeline as IPTC ninjs 3.1, which newsrooms' planning systems take: an item that holds an event for each entry.

ninjs says a moment by `startDate` and `endDate`, and what is less than one (a day, a month, a time that is about right)
by `expectedStartDate` and `expectedEndDate`. A window other than a month or a year, a part of a day and an open choice
have no place there. They are told in `edNote`, and no date is made up for them.

The standard is at https://iptc.org/std/ninjs, its terms for how firm an event stands at
http://cv.iptc.org/newscodes/eventoccurstatus.
"""

import datetime as dt
import math
from calendar import monthrange
from collections.abc import Iterator
from typing import TypeAlias

from diplocal.exporters.audience import for_audience
from diplocal.exporters.json import encode, moment
from diplocal.exporters.uids import uid
from diplocal.model import Audience, Place, Source
from diplocal.reading import say_dates, say_day
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, NoDate, Sometime, Timeline, Timing, upwards

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
OCCURRENCE = "http://cv.iptc.org/newscodes/eventoccurstatus/"

_Item: TypeAlias = dict[str, object]


def render(timeline: Timeline, *, audience: Audience = Audience.PUBLIC) -> bytes:
    """Write a timeline as one ninjs item, whose associations are its entries; the internal for ``INTERNAL`` alone."""
    told = for_audience(timeline, audience)
    entries = {entry.full_key: entry for entry in told.entries}
    item: _Item = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": _urn(told.key, ""),
        "type": "composite",
        "profile": "diplocal-timeline",
        "title": told.title,
        **_known(
            {
                "versionCreated": moment(told.stamp) if told.stamp else None,
                "descriptions": _described(told.note),
            }
        ),
        "associations": [_event(entry, next(upwards(entry, entries), None)) for entry in told.entries],
    }
    return encode(item, 2)


def _known(item: _Item) -> _Item:
    """Leave out what is not known."""
    return {name: value for name, value in item.items() if value}


def _described(note: str) -> list[_Item]:
    return [{"contentType": "text/plain", "value": note}] if note.strip() else []


def _event(entry: Entry, above: Entry | None) -> _Item:
    """Write an entry, named by its title; a visit day without one by its visit and its place."""
    names = [one.strip() for one in (above.title if above else "", entry.place.name if entry.place else "")]
    name = entry.title.strip() or ": ".join(filter(None, names)) or entry.key
    details: _Item = {"eventStatus": OCCURRENCE + entry.status.chance.value, "dates": _dates(entry.timing)}
    embargo = entry.embargo if isinstance(entry.embargo, dt.datetime) and entry.embargo.tzinfo else None
    return _known(
        {
            "name": name,
            "rel": entry.level.value,
            "uri": _urn(*entry.first_key),
            "type": "event",
            "title": name,
            "eventDetails": _known(details),
            "embargoedUntil": moment(embargo) if embargo else None,
            "edNote": "\n".join(_notes(entry)),
            "descriptions": _described(entry.note),
            "places": [_place(entry.place)] if entry.place else [],
            "people": [_taking_part(who) for who in entry.participants if who.person],
            "organisations": [_taking_part(who) for who in entry.participants if who.party and not who.person],
            "subjects": [{"name": topic.title, "rel": "about"} for topic in entry.topics],
            "events": [{"rel": "partOf", "uri": _urn(*above.first_key), "literal": above.key}] if above else [],
            "infoSources": [_source(entry.source)] if entry.source else [],
            "altIds": [{"role": "key", "value": f"{entry.programme}/{entry.key}"}],
        }
    )


def _dates(timing: Timing) -> _Item:
    """Say what ninjs can say of a time; nothing where it could only be made up."""
    match timing:
        case Hours(start, end, about=False):
            return _known({"startDate": moment(start), "endDate": moment(end) if end else None})
        case Hours(start, end):
            return _known({"expectedStartDate": moment(start), "expectedEndDate": moment(end) if end else None})
        case Days(start, end):
            return _known({"expectedStartDate": str(start), "expectedEndDate": str(end) if end != start else None})
        case DayPart(day):
            return {"expectedStartDate": str(day)}
        case Sometime(start, end):
            return _known({"expectedStartDate": _whole(start, end)})
        case ByDay(day):
            return {"expectedEndDate": str(day)}
        case NoDate():
            return {}


def _whole(start: dt.date, end: dt.date) -> str:
    """Write a window that is a whole year or month as ISO 8601 does; anything else is no such date."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"{start.year:04}"
    last = monthrange(start.year, start.month)[1]
    is_month = start.day == 1 and end == start.replace(day=last)
    return f"{start.year:04}-{start.month:02}" if is_month else ""


def _notes(entry: Entry) -> Iterator[str]:
    """Tell the desk what the fields have no room for."""
    yield f"Status: {entry.status.value.replace('_', ' ')}."
    yield from _date_note(entry.timing)
    if entry.reason and entry.reason.phrase.strip():
        yield f"Date read from “{entry.reason.phrase}”: {entry.reason.reading.certainty.value}."
    for who in entry.participants:
        if who.person and (office := ", ".join(filter(None, [who.person.office, who.party.name if who.party else ""]))):
            yield f"{who.name}: {office}."
    if others := [who.unnamed for who in entry.participants if who.unnamed]:
        yield f"Also: {', '.join(others)}."
    if entry.access:
        yield f"Press: {entry.access.value}."
    if entry.accreditation:
        yield f"Accreditation by {say_day(entry.accreditation)}."
    if entry.internal_note.strip():
        yield f"Internal: {entry.internal_note}"


def _date_note(timing: Timing) -> Iterator[str]:
    match timing:
        case DayPart(_, part):
            yield f"Time: {part.value}; no hour is known."
        case Sometime(start, end):
            yield f"Date: some time between {say_day(start)} and {say_day(end)}."
        case ByDay(day):
            yield f"Date: no later than {say_day(day)}."
        case NoDate(readings) if readings:
            yield f"Date open: {' or '.join(say_dates(one.start, one.end) for one in readings)}."
        case NoDate():
            yield "No date given."
        case _:
            pass


def _place(place: Place) -> _Item:
    address: _Item = {
        "lines": [line for line in (place.venue, place.address) if line.strip()],
        "locality": place.name,
        "country": place.country,
    }
    item: _Item = {
        "name": place.venue or place.name,
        "literal": place.key,
        "contactInfo": [{"type": "physical", "address": _known(address)}],
    }
    if place.geo and all(map(math.isfinite, place.geo)):
        item["geoJSON"] = {"type": "Point", "coordinates": [place.geo[1], place.geo[0]]}
    return item


def _taking_part(who: Attendee) -> _Item:
    record = who.person or who.party
    item: _Item = {"name": who.name, "rel": who.role.value}
    return item | ({"literal": record.key} if record else {})


def _source(source: Source) -> _Item:
    item: _Item = {"name": source.publisher, "role": "source", "literal": source.key}
    return item | ({"contactInfo": [{"type": "web", "value": source.url}]} if source.url else {})


def _urn(programme: str, key: str) -> str:
    return f"urn:uuid:{uid(programme, key)}"

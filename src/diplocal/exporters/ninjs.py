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
from diplocal.exporters.edtf import moment
from diplocal.exporters.ical import uid
from diplocal.exporters.json import encode
from diplocal.model import Audience, Place, Source
from diplocal.reading import say_dates, say_day
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, NoDate, Sometime, Timeline, Timing

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"
OCCURRENCE = "http://cv.iptc.org/newscodes/eventoccurstatus/"

_Item: TypeAlias = dict[str, object]


def render(timeline: Timeline, *, audience: Audience = Audience.PUBLIC) -> bytes:
    """Write a timeline as one ninjs item, whose associations are its entries.

    Args:
        timeline: what was dated.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
    """
    told = for_audience(timeline, audience)
    item: _Item = {
        "standard": {"name": "ninjs", "version": "3.1", "schema": SCHEMA},
        "uri": _urn(told.key, ""),
        "type": "composite",
        "profile": "diplocal-timeline",
        "title": told.title,
    }
    if told.stamp:
        item["versionCreated"] = moment(told.stamp)
    if told.note.strip():
        item["descriptions"] = [{"contentType": "text/plain", "value": told.note}]
    entries = {entry.full_key: entry for entry in told.entries}
    above = (entries.get(entry.full_parent) if entry.full_parent else None for entry in told.entries)
    item["associations"] = [_event(entry, visit) for entry, visit in zip(told.entries, above, strict=True)]
    return encode(item, 2)


def _name(entry: Entry, above: Entry | None) -> str:
    """Name an entry by its title; a visit day without one by its visit and its place."""
    visit = above.title if above else ""
    place = entry.place.name if entry.place else ""
    return entry.title.strip() or ": ".join(filter(None, [visit.strip(), place.strip()])) or entry.key


def _event(entry: Entry, above: Entry | None) -> _Item:
    name = _name(entry, above)
    item: _Item = {
        "name": name,
        "rel": entry.level.value,
        "uri": _urn(*entry.first_key),
        "type": "event",
        "title": name,
        "eventDetails": _details(entry),
    }
    parts = {
        "edNote": "\n".join(_notes(entry)),
        "descriptions": [{"contentType": "text/plain", "value": entry.note}] if entry.note.strip() else [],
        "places": [_place(entry.place)] if entry.place else [],
        "people": [_taking_part(who) for who in entry.participants if who.person],
        "organisations": [_taking_part(who) for who in entry.participants if who.party and not who.person],
        "subjects": [{"name": topic.title, "rel": "about"} for topic in entry.topics],
        "events": [_parent(above)] if above else [],
        "infoSources": [_source(entry.source)] if entry.source else [],
        "altIds": [{"role": "key", "value": f"{entry.programme}/{entry.key}"}],
    }
    if isinstance(entry.embargo, dt.datetime) and entry.embargo.tzinfo:
        item["embargoedUntil"] = moment(entry.embargo)
    return item | {name: value for name, value in parts.items() if value}


def _details(entry: Entry) -> _Item:
    details: _Item = {"eventStatus": OCCURRENCE + entry.status.chance.value}
    if dates := _dates(entry.timing):
        details["dates"] = dates
    return details


def _dates(timing: Timing) -> _Item:
    """Say what ninjs can say of a time; nothing where it could only be made up."""
    match timing:
        case Hours(start, end, about):
            return _ends("expectedStartDate" if about else "startDate", moment(start), moment(end) if end else "")
        case Days(start, end):
            return _ends("expectedStartDate", str(start), str(end) if end != start else "")
        case DayPart(day):
            return {"expectedStartDate": str(day)}
        case Sometime(start, end):
            whole = _whole(start, end)
            return {"expectedStartDate": whole} if whole else {}
        case ByDay(day):
            return {"expectedEndDate": str(day)}
        case NoDate():
            return {}


def _ends(start_name: str, start: str, end: str) -> _Item:
    """Give both ends; that of a time that is about right, or of whole days, is expected too."""
    end_name = "endDate" if start_name == "startDate" else "expectedEndDate"
    return {start_name: start, end_name: end} if end else {start_name: start}


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
    yield from (f"{who.name}: {told}." for who in entry.participants if (told := _office(who)))
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


def _office(who: Attendee) -> str:
    return ", ".join(filter(None, [who.person.office, who.party.name if who.party else ""])) if who.person else ""


def _place(place: Place) -> _Item:
    address = {
        "lines": [line for line in (place.venue, place.address) if line.strip()],
        "locality": place.name,
        "country": place.country,
    }
    item: _Item = {
        "name": place.venue or place.name,
        "literal": place.key,
        "contactInfo": [{"type": "physical", "address": {name: value for name, value in address.items() if value}}],
    }
    if place.geo and all(map(math.isfinite, place.geo)):
        item["geoJSON"] = {"type": "Point", "coordinates": [place.geo[1], place.geo[0]]}
    return item


def _taking_part(who: Attendee) -> _Item:
    record = who.person or who.party
    item: _Item = {"name": who.name, "rel": who.role.value}
    return item | ({"literal": record.key} if record else {})


def _parent(above: Entry) -> _Item:
    return {"rel": "partOf", "uri": _urn(*above.first_key), "literal": above.key}


def _source(source: Source) -> _Item:
    item: _Item = {"name": source.publisher, "role": "source", "literal": source.key}
    return item | ({"contactInfo": [{"type": "web", "value": source.url}]} if source.url else {})


def _urn(programme: str, key: str) -> str:
    return f"urn:uuid:{uid(programme, key)}"

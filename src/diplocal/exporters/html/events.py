"""The timeline for machines that read web pages: schema.org events as JSON-LD, of what is dated and public alone."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from markupsafe import Markup

from diplocal.exporters.audience import for_audience
from diplocal.exporters.telling.fragments import clean
from diplocal.model import Audience, Format, Place, Role
from diplocal.timeline import Attendee, DayPart, Days, Entry, FullKey, Hours, Timeline, Timing

_Node: TypeAlias = dict[str, object]

_RESCHEDULED, _ONLINE = "EventRescheduled", "EventMovedOnline"
_REMOTE = {Format.PHONE_CALL, Format.VIDEO_CALL}
_ORGANISERS = {Role.HOST, Role.CHAIR}
# What would end the script or begin a comment; in JSON these stand in strings alone, where an escape means the same.
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def linked_data(timeline: Timeline, names: Mapping[FullKey, str]) -> Markup:
    """Write the public events as JSON that no text can end, with the names of their elements; empty: there are none."""
    entries = [entry for entry in for_audience(timeline, Audience.PUBLIC).entries if entry.dated]
    told = {entry.full_key for entry in entries}
    events = [_event(entry, {key: names[key] for key in _keys(entry) if key in told}) for entry in entries]
    if not events:
        return Markup()
    graph = {"@context": "https://schema.org", "@graph": events}
    return Markup(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE))  # noqa: S704


def _keys(entry: Entry) -> Iterator[FullKey]:
    yield entry.full_key
    if entry.full_parent:
        yield entry.full_parent


def _event(entry: Entry, names: Mapping[FullKey, str]) -> _Node:
    moved = entry.status.schema_org == _RESCHEDULED
    online = entry.status.schema_org == _ONLINE or entry.format in _REMOTE
    above = names.get(entry.full_parent) if entry.full_parent else None
    people = [(who.role, _attendee(who)) for who in entry.participants if clean(who.name)]
    told: _Node = {
        "@type": "Event",
        "@id": f"#{names[entry.full_key]}",
        "name": clean(entry.title),
        **_times(entry.timing),
        "previousStartDate": _start(entry.earlier[-1].timing) if entry.earlier and moved else None,
        "eventStatus": f"https://schema.org/{entry.status.schema_org}",
        "eventAttendanceMode": f"https://schema.org/{'Online' if online else 'Offline'}EventAttendanceMode",
        "location": _place(entry.place) if entry.place and not online else None,
        "organizer": [who for role, who in people if role in _ORGANISERS],
        "attendee": [who for role, who in people if role not in _ORGANISERS],
        "about": [clean(topic.title) for topic in entry.topics],
        "description": clean(entry.note),
        "url": entry.url if entry.url.lower().startswith(("https://", "http://")) else None,
        "superEvent": {"@id": f"#{above}"} if above else None,
    }
    return {name: value for name, value in told.items() if value}


def _times(timing: Timing) -> _Node:
    """Give the first and the last moment or day; both days count."""
    match timing:
        case Days(start, end):
            return {"startDate": start.isoformat(), "endDate": end.isoformat()}
        case Hours(start, end):
            return {"startDate": start.isoformat(), "endDate": end.isoformat() if end else None}
        case _:
            return {"startDate": _start(timing)}


def _start(timing: Timing) -> str | None:
    match timing:
        case Days(start) | DayPart(start):
            return start.isoformat()
        case Hours(moment):
            return moment.isoformat()
        case _:
            return None


def _place(place: Place) -> _Node:
    address: dict[str, str] = {
        "streetAddress": clean(place.address),
        "addressLocality": clean(place.name),
        "addressCountry": clean(place.country),
    }
    found: _Node = {
        "@type": "Place",
        "name": clean(place.venue) or clean(place.name),
        "address": {"@type": "PostalAddress", **{name: said for name, said in address.items() if said}},
    }
    if place.geo:
        latitude, longitude = place.geo
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found


def _attendee(who: Attendee) -> _Node:
    if not who.person:
        return {"@type": "Organization", "name": clean(who.name)}
    party = clean(who.party.name) if who.party else ""
    told: _Node = {
        "@type": "Person",
        "name": clean(who.name),
        "jobTitle": clean(who.person.office),
        "affiliation": {"@type": "Organization", "name": party} if party else None,
    }
    return {name: value for name, value in told.items() if value}

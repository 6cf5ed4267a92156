"""The timeline for machines that read web pages: schema.org events as JSON-LD, of what is dated and public alone."""

import json
from collections.abc import Mapping
from typing import TypeAlias

from markupsafe import Markup

from diplocal.exporters.audience import for_audience
from diplocal.exporters.telling.fragments import clean
from diplocal.model import Audience, Place, Role
from diplocal.timeline import Attendee, DayPart, Days, Entry, FullKey, Hours, Timeline, Timing

_Node: TypeAlias = dict[str, object]

_RESCHEDULED, _ONLINE = "EventRescheduled", "EventMovedOnline"
_ORGANISERS = {Role.HOST, Role.CHAIR}
# What would end the script or begin a comment; in JSON these stand in strings alone, where an escape means the same.
_UNSAFE = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def linked_data(timeline: Timeline, names: Mapping[FullKey, str]) -> Markup:
    """Write the public events as JSON that no text can end, with the names of their elements; empty: there are none."""
    entries = [entry for entry in for_audience(timeline, Audience.PUBLIC).entries if entry.dated]
    shown = {entry.full_key: names[entry.full_key] for entry in entries}
    if not entries:
        return Markup()
    graph = {"@context": "https://schema.org", "@graph": [_event(entry, shown) for entry in entries]}
    return Markup(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE))  # noqa: S704


def _known(node: _Node) -> _Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value}


def _event(entry: Entry, names: Mapping[FullKey, str]) -> _Node:
    moved = entry.status.schema_org == _RESCHEDULED
    online = entry.status.schema_org == _ONLINE or entry.remote
    above = names.get(entry.full_parent) if entry.full_parent else None
    people = [(who.role, _attendee(who)) for who in entry.participants if clean(who.name)]
    return _known(
        {
            "@type": "Event",
            "@id": f"#{names[entry.full_key]}",
            "name": clean(entry.title),
            **_times(entry.timing),
            "previousStartDate": _times(entry.earlier[-1].timing).get("startDate") if entry.earlier and moved else None,
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
    )


def _times(timing: Timing) -> _Node:
    """Give the first and the last moment or day; both days count."""
    match timing:
        case Days(start, end):
            return {"startDate": start.isoformat(), "endDate": end.isoformat()}
        case Hours(start, end):
            return {"startDate": start.isoformat(), "endDate": end.isoformat() if end else None}
        case DayPart(day):
            return {"startDate": day.isoformat()}
        case _:
            return {}


def _place(place: Place) -> _Node:
    address: _Node = {
        "streetAddress": clean(place.address),
        "addressLocality": clean(place.name),
        "addressCountry": clean(place.country),
    }
    latitude, longitude = place.geo or (None, None)
    geo = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return _known(
        {
            "@type": "Place",
            "name": clean(place.venue) or clean(place.name),
            "address": {"@type": "PostalAddress", **_known(address)},
            "geo": geo if place.geo else None,
        }
    )


def _attendee(who: Attendee) -> _Node:
    if not who.person:
        return {"@type": "Organization", "name": clean(who.name)}
    party = clean(who.party.name) if who.party else ""
    return _known(
        {
            "@type": "Person",
            "name": clean(who.name),
            "jobTitle": clean(who.person.office),
            "affiliation": {"@type": "Organization", "name": party} if party else None,
        }
    )

"""A programme as it changes from one revision to the next, and what a reader finds in the feed."""

import datetime as dt
from typing import Any

from attrs import evolve
from icalendar import Calendar, Event

from diplocal.exporters.uids import uid
from diplocal.timeline import Timeline, in_order
from tests.exporters.harbour_talks import TIMELINE

FIRST = dt.datetime(2025, 9, 2, 12, tzinfo=dt.UTC)
SECOND = FIRST + dt.timedelta(days=1)
THIRD = FIRST + dt.timedelta(days=2)


def changed(key: str, timeline: Timeline = TIMELINE, **given: Any) -> Timeline:
    entries = [evolve(entry, **given) if entry.key == key else entry for entry in timeline.entries]
    return evolve(timeline, entries=in_order(entries))


def without(key: str, timeline: Timeline = TIMELINE) -> Timeline:
    return timeline.where(lambda entry: entry.key != key)


def entry(octets: bytes, key: str, programme: str = "bergen") -> Event:
    """Find an entry as icalendar reads it."""
    (found,) = (one for one in Calendar.from_ical(octets).events if one["UID"] == uid(programme, key))
    return found


def has(octets: bytes, key: str, programme: str = "bergen") -> bool:
    return uid(programme, key).encode() in octets


def slice_of(octets: bytes, key: str, programme: str = "bergen") -> bytes:
    """Cut an entry's component out of a feed."""
    begin = octets.index(b"BEGIN:VEVENT\r\nUID:" + uid(programme, key).encode())
    return octets[begin : octets.index(b"END:VEVENT", begin)]

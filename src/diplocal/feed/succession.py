"""One state of an entry after another: same bytes for the same content, else stamped and counted."""

import datetime as dt

from diplocal.exporters.contentline import Component, encode
from diplocal.exporters.ical import stamped
from diplocal.exporters.unfold import Slice
from diplocal.feed.stored import Stored, content_start, read_slice


def succeed(part: Slice, octets: bytes, component: Component, written: bytes, now: dt.datetime) -> bytes | None:
    """Write a component in the place of a published one; ``None`` where that says the same already.

    RFC 5546, 2.1.4: SEQUENCE rises when the time, the place or the status is another one.

    Args:
        part: where the published one stands.
        octets: the published feed.
        component: what is to be published.
        written: its octets, whatever its stamp.
        now: the moment of the revision; an entry's stamp never goes back behind the one it had.
    """
    if written[content_start(written) :] == octets[content_start(octets, part.start) : part.end]:
        return None
    old, new = read_slice(octets, part), read_component(component, written)
    return encode(stamped(component, max(now, old.stamp), old.sequence + (not _stands(old, new))))


def read_component(component: Component, written: bytes) -> Stored:
    """Read a component as the feed's next revision will."""
    key = str(component.properties[0].value)
    return read_slice(written, Slice(name=component.name, key=key, start=0, end=len(written)))


def _stands(old: Stored, new: Stored) -> bool:
    """Tell whether time, place and status are what they were."""
    return (
        old.timing == new.timing
        and old.off is new.off
        and old.title.statuses == new.title.statuses
        and old.same(new, "DTSTART", "DTEND", "LOCATION", "GEO", "STATUS")
    )

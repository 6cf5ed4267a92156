"""One state of an entry after another: same bytes for the same content, else stamped and counted."""

import datetime as dt

from attrs import frozen

from diplocal.exporters.ical import stamped
from diplocal.exporters.rfc5545.contentline import Component, encode
from diplocal.exporters.rfc5545.unfold import Slice
from diplocal.feed.memory import Published, Stored, read_slice
from diplocal.feed.sealing import content, content_start, sealed
from diplocal.feed.summaries import Title

_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@frozen
class Successor:
    """The next state of an entry: its octets, and whether its content is another one."""

    octets: bytes
    changed: bool


def first_sequence(now: dt.datetime) -> int:
    """Give the SEQUENCE of an entry that a feed begins to have: above any that it can have had before.

    An entry may have been in the feed already, and left it: its subscribers ignore what is counted lower than what they
    have (RFC 5546, 2.1.4). So it begins with the seconds since 2020, and rises by one with each change.
    """
    return max(0, int((now - _COUNTED_FROM).total_seconds()))


def succeed(part: Slice, before: Published, component: Component, title: Title, now: dt.datetime) -> Successor:
    """Write a component in the place of a published one, whose bytes stay where that says the same already.

    RFC 5546, 2.1.4: SEQUENCE rises when the time, the place or the status is another one.

    Args:
        part: where the published one stands.
        before: the published feed.
        component: what is to be published, whatever its stamp.
        title: its title, taken apart.
        now: the moment of the revision; an entry's stamp never goes back behind the one it had.
    """
    octets, written = before.octets, sealed(component, title)
    if before.sealed and content(written, 0, len(written)) == content(octets, part.start, part.end):
        return Successor(octets[part.start : part.end], changed=False)
    old, new = before.read(part), read_sealed(component, written)
    if not before.sealed and _says(encode(component)) == _says(octets[part.start : part.end]):
        return Successor(sealed(stamped(component, old.stamp, old.sequence), title), changed=False)
    sequence = old.sequence + (not _stands(old, new))
    return Successor(sealed(stamped(component, max(now, old.stamp), sequence), title), changed=True)


def read_sealed(component: Component, written: bytes) -> Stored:
    """Read a component as the feed's next revision will."""
    key = str(component.properties[0].value)
    return read_slice(written, Slice(name=component.name, key=key, start=0, end=len(written)), sealed=True)


def _says(octets: bytes) -> bytes:
    return octets[content_start(octets) :]


def _stands(old: Stored, new: Stored) -> bool:
    """Tell whether time, place and status are what they were."""
    return (
        old.timing == new.timing
        and old.off is new.off
        and old.title.statuses == new.title.statuses
        and old.same(new, "DTSTART", "DTEND", "LOCATION", "GEO", "STATUS")
    )

"""A published feed revised: what did not change keeps its bytes, what did reaches every subscriber.

The published file is the only memory: stamps and counts are taken from it, so whoever has its bytes and the programme
can revise it. Nothing here touches a file; that is `publishing`'s duty.
"""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from diplocal.errors import ExportError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical import PRODID, CalendarView, Options, calendar, event, lay_out, titled, with_deadlines
from diplocal.exporters.ical.options import chosen
from diplocal.exporters.rfc5545.contentline import Component, Property, encode
from diplocal.exporters.rfc5545.vtimezone import vtimezone
from diplocal.exporters.wording import wording_of
from diplocal.feed.changes import Added, Change, Changes, subject_of
from diplocal.feed.confidential import Secrets
from diplocal.feed.filters import Selection
from diplocal.feed.previous import FORMAT, first_sequence, open_feed, read_sealed, succeed
from diplocal.feed.removals import Context, Removal, remove
from diplocal.feed.safeguards import asides, doubts, warnings
from diplocal.feed.state import OURS, sealed, state_of
from diplocal.model import Audience
from diplocal.timeline import Entry, Hours, Timeline, timing_dates

KEEP_DAYS = 30
"""How long after its date an entry that was struck stays in a feed."""

_END = b"END:VCALENDAR\r\n"
_WRITER = PRODID.replace("//EN", f" {FORMAT}//EN")


@frozen
class Feed:
    """A feed to publish.

    Attributes:
        octets: the whole file.
        changed: whether it differs from the one published before.
        doubts: what about it looks like a mistake, and should be asked before it is published.
    """

    octets: bytes
    changed: bool
    doubts: tuple[str, ...] = ()


@frozen
class _Written:
    """An entry as the feed has it, and what changed about it."""

    key: str  # its UID
    octets: bytes
    changes: tuple[Change, ...]


def revise(
    previous: bytes | None,
    timeline: Timeline,
    now: dt.datetime,
    options: Options | None = None,
    *,
    only: Selection | None = None,
    keep_days: int = KEEP_DAYS,
    **given: object,
) -> tuple[Feed, Changes]:
    """Write a timeline as the next state of a published feed.

    An entry whose content is the same keeps its bytes. A changed one is stamped with `now`, and its SEQUENCE rises
    when its time, place or status is another one (RFC 5546, 2.1.4). A new one begins above any SEQUENCE that it can
    have had before. One that vanished is struck as the options say and kept until `keep_days` after its date; what was
    over when it vanished stays as it is until then. What is back has its old UID. One that was damaged is written
    again, or taken out where the timeline doesn't have it.

    >>> timeline = Timeline(key="oslo", title="Visit to Oslo")
    >>> now = dt.datetime(2025, 5, 5, 12, tzinfo=dt.UTC)
    >>> feed, _ = revise(None, timeline, now)
    >>> again, changes = revise(feed.octets, timeline, now + dt.timedelta(days=1))
    >>> again.octets == feed.octets, bool(changes)
    (True, False)

    Args:
        previous: what is published; ``None``: nothing yet.
        timeline: the whole programme, internal entries included: only so is it known what must not be told.
        now: the moment of the revision, aware.
        options: of the calendar; they may be given by keyword too. A stamp among them is not used.
        only: what of the timeline belongs in this feed, such as ``by_person("holt")``.
        keep_days: how many days after its date a struck entry stays.
        given: options by keyword.

    Raises:
        FeedError: what is published isn't ours, is torn, or was written by a newer version.
        ExportError: an option or a timeline that no calendar could hold, or a `now` without a zone.
    """
    wanted = chosen(options, given)
    timeline = with_deadlines(timeline, wording_of(wanted.language)) if wanted.deadlines else timeline
    view, told = _lay_out(timeline, now, wanted, only)
    before = open_feed(previous) if previous is not None else None
    secrets = Secrets(before=before, whole=timeline, told=told, audience=wanted.audience)
    entries = list(_entries(view, secrets))
    removals: list[Removal] = []
    if before:
        context = Context(before=before, view=view, keep_days=keep_days, secrets=secrets)
        there = {one.key for one in entries}
        removals = [remove(part, context) for key, part in before.parts.items() if key not in there]
    kept = [one.stay for one in removals if one.stay]
    found = [change for one in entries for change in one.changes]
    found += (change for one in removals for change in one.changes)
    head = _head(view, [entry for _, entry in kept])
    octets = b"".join([head, *(one.octets for one in entries), *(stays for stays, _ in kept), _END])
    feed = Feed(octets, octets != previous, tuple(doubts(secrets, found, view.stamp.date())))
    return feed, Changes.of(found, warnings(before, octets), asides(secrets, found, removals))


def _lay_out(
    timeline: Timeline, now: dt.datetime, options: Options, only: Selection | None
) -> tuple[CalendarView, Timeline]:
    if now.utcoffset() is None:
        msg = f"now {now} has no zone; give it one"
        raise ExportError(msg)
    if only is None:
        view = lay_out(timeline, options)
        told = view.timeline
    else:
        told = for_audience(timeline, options.audience)
        view = lay_out(only(told), options)
    return evolve(view, stamp=now.astimezone(dt.UTC).replace(microsecond=0)), told


def _entries(view: CalendarView, secrets: Secrets) -> Iterator[_Written]:
    """Write each entry, and tell what changed about it since it was published."""
    before = secrets.before
    sequence = first_sequence(view.stamp)
    for entry in view.placed:
        component, state = event(entry, view, sequence), state_of(entry, view)
        key = str(component.properties[0].value)
        part = before.parts.get(key) if before else None
        if before is None or part is None:
            said = titled(state.name, entry.status, view.language)
            known = before is not None and key in before.damaged
            added = () if known else (Added(subject_of(key, said, entry), entry.timing),)
            yield _Written(key, sealed(component, state), added)
            continue
        octets, changed = succeed(part, before, component, state, view.stamp)
        changes = secrets.compare(before.read(part), read_sealed(component, octets), entry) if changed else ()
        yield _Written(key, octets, tuple(changes))


def _head(view: CalendarView, kept: list[Entry]) -> bytes:
    """Write what stands before the entries, with the time zones of those that are kept too."""
    whole = calendar(view)
    described = {str(child.properties[0].value): child for child in whole.children}
    for zone in {zone.key: zone for entry in kept if (zone := _zone(entry))}.values():
        if zone.key not in described:  # new entries there are written in UTC
            days = [day for entry in kept if _zone(entry) is zone for day in timing_dates(entry.timing) or ()]
            described[zone.key] = vtimezone(zone, min(days), max(days))
    children = [described[key] for key in sorted(described)]
    properties = [*_head_of_feed(whole, view.options.audience)]
    return encode(evolve(whole, properties=properties, children=children)).removesuffix(_END)


def _head_of_feed(calendar: Component, audience: Audience) -> Iterator[Property]:
    """Say of a calendar that it is a feed, whose entries are sealed, and for whom it is."""
    for prop in calendar.properties:
        if prop.name != f"{OURS}AUDIENCE":
            yield Property("PRODID", _WRITER) if prop.name == "PRODID" else prop
    yield Property(f"{OURS}AUDIENCE", audience.name)


def _zone(entry: Entry) -> ZoneInfo | None:
    zone = entry.timing.start.tzinfo if isinstance(entry.timing, Hours) else None
    return zone if isinstance(zone, ZoneInfo) else None

"""A timeline as an iCalendar feed to subscribe to (RFC 5545 and 7986).

Here are the calendar's own properties and the order of its components; an entry's are in `vevent`, its words in
`telling`. The same timeline and options give the same bytes, whatever the version of this library: none of its numbers
are written.
"""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from diplocal.exporters.ical.options import Options, Struck, chosen
from diplocal.exporters.ical.telling import calendar_description
from diplocal.exporters.ical.vevent import HEAD, event, stamped, titled, written_hours
from diplocal.exporters.ical.view import EPOCH, CalendarView, lay_out, with_deadlines
from diplocal.exporters.rfc5545.contentline import Component, Property, Uri, chunks, duration
from diplocal.exporters.rfc5545.vtimezone import present, vtimezone
from diplocal.model import Audience
from diplocal.timeline import Hours, Timeline

if TYPE_CHECKING:
    import icalendar

__all__ = [
    "EPOCH", "HEAD", "PRODID", "CalendarView", "Options", "Struck", "calendar", "components", "event", "lay_out",
    "render", "stamped", "titled", "to_calendar", "to_ical", "with_deadlines",
]  # fmt: skip

PRODID = "-//diplocal//diplocal//EN"


def to_ical(timeline: Timeline, options: Options | None = None, **given: object) -> bytes:
    """Write a timeline as a calendar; options may be given by keyword, and are those of `Options`.

    >>> to_ical(Timeline(key="oslo", title="Visit to Oslo"), refresh=dt.timedelta(days=1)).decode().splitlines()[3]
    'NAME:Visit to Oslo'

    Raises:
        ExportError: an option or a timeline that no calendar could hold.
    """
    return b"".join(render(timeline, chosen(options, given)))


def render(timeline: Timeline, options: Options | None = None) -> Iterator[bytes]:
    """Write a timeline as a calendar, in chunks: the head with its time zones, then an entry each.

    Raises:
        ExportError: as `to_ical`.
    """
    parts = components(timeline, options)
    return chunks(next(parts), parts)


def to_calendar(timeline: Timeline, options: Options | None = None) -> "icalendar.Calendar":
    """Give what icalendar reads from what is written, to change it further.

    >>> str(to_calendar(Timeline(key="oslo", title="Visit to Oslo"))["X-WR-CALNAME"])
    'Visit to Oslo'

    Raises:
        ExportError: as `to_ical`.
    """
    from icalendar import Calendar  # noqa: PLC0415 - importing it takes longer than writing thousands of events

    return Calendar.from_ical(to_ical(timeline, options))


def components(timeline: Timeline, options: Options | None = None) -> Iterator[Component]:
    """Give the calendar with its time zones, then each entry's component, made when it is asked for."""
    view = lay_out(timeline, options or Options())
    yield calendar(view)
    for entry in view.placed:
        yield event(entry, view)


def calendar(view: CalendarView) -> Component:
    """Make the calendar without its entries: its own properties and a VTIMEZONE for each zone used, by name."""
    return Component("VCALENDAR", _properties(view), _zones(view))


def _properties(view: CalendarView) -> Iterator[Property]:
    options = view.options
    name, told = options.name or view.timeline.title, calendar_description(view)
    yield Property("VERSION", "2.0")
    yield Property("PRODID", PRODID)
    yield Property("NAME", name)
    yield Property("X-WR-CALNAME", name)
    if told:
        yield Property("DESCRIPTION", told)
        yield Property("X-WR-CALDESC", told)
    if options.source:
        yield Property("SOURCE", Uri(options.source), (("VALUE", "URI"),))
    yield Property("REFRESH-INTERVAL", options.refresh, (("VALUE", "DURATION"),))
    yield Property("X-PUBLISHED-TTL", duration(options.refresh))
    if options.color:
        yield Property("COLOR", options.color)
    if options.audience is Audience.INTERNAL:
        yield Property("X-DIPLOCAL-AUDIENCE", Audience.INTERNAL.name)


def _zones(view: CalendarView) -> Iterator[Component]:
    """Describe the zones used, from the first day to the last on which anything happens by their clocks."""
    used: dict[str, tuple[ZoneInfo, dt.date, dt.date]] = {}
    written = set()
    for entry in view.placed:
        if isinstance(entry.timing, Hours) and isinstance(said := entry.timing.start.tzinfo, ZoneInfo):
            zone = present(said)
            start, end = entry.timing.start.date(), (entry.timing.end or entry.timing.start).date()
            _, first, last = used.get(zone.key, (zone, start, end))
            used[zone.key] = zone, min(first, start), max(last, end)
            if zone.key not in written and written_hours(entry.timing, view.published)[0].tzinfo is zone:
                written.add(zone.key)
    return (vtimezone(*used[key]) for key in sorted(written))

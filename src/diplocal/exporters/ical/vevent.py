"""One entry as a VEVENT: its time, title, status, and where it belongs.

The first properties, those of `HEAD`, say which entry it is and when its content changed; the rest is the content, and
depends on nothing but the timeline.
"""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from attrs import evolve

from diplocal.errors import ExportError
from diplocal.exporters.ical.options import Struck
from diplocal.exporters.ical.telling import description
from diplocal.exporters.ical.view import CalendarView, above_in, is_deadline, name
from diplocal.exporters.rfc5545.contentline import Component, Geo, Property, SharedProperty, Uri
from diplocal.exporters.rfc5545.vtimezone import present, takes_tzid
from diplocal.exporters.telling.fragments import plain
from diplocal.exporters.telling.teller import say_place
from diplocal.exporters.uids import uid
from diplocal.exporters.wording import Wording, capital
from diplocal.model import Audience, Place, Status
from diplocal.timeline import ByDay, DayPart, Days, Entry, Hours, NoDate, Sometime, Timing

HEAD = ("UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE")
"""The first properties of an entry's component, in this order; all after them are its content."""

_STATUSES = {status: SharedProperty("STATUS", status.ical) for status in Status}
_TENTATIVE = SharedProperty("STATUS", "TENTATIVE")
_TRANSPARENT = SharedProperty("TRANSP", "TRANSPARENT")
_OUTLOOK_TENTATIVE = SharedProperty("X-MICROSOFT-CDO-BUSYSTATUS", "TENTATIVE")
_DAY = dt.timedelta(days=1)
_HEAD_LENGTH = len(HEAD)


def event(entry: Entry, view: CalendarView, sequence: int = 0) -> Component:
    """Make an entry's component, with the view's stamp.

    Raises:
        ExportError: its day is the last one that calendars know, or its link is none.
    """
    head = Property("UID", uid(*entry.first_key)), *_stamps(view.stamp, sequence)
    return Component("VEVENT", (*head, *_content(entry, view)), _reminders(entry, view))


def stamped(component: Component, stamp: dt.datetime, sequence: int) -> Component:
    """Change when an entry's content was last changed, and how often its time, place or status was."""
    head = component.properties[0], *_stamps(stamp.astimezone(dt.UTC), sequence)
    return evolve(component, properties=(*head, *component.properties[_HEAD_LENGTH:]))


def titled(title: str, status: Status, language: Wording) -> str:
    """Say before a title what STATUS has no value for: ``Cancelled: Plenary``."""
    if status.plain:
        return title
    return language.say("{status}: {title}", status=capital(language.name(status)), title=title)


def written_hours(hours: Hours, published: dt.date) -> tuple[dt.datetime, dt.datetime | None]:
    """Give the two ends of a time as they are written: both in their zone where every reader follows, else in UTC."""
    start, end = _presently(hours.start), _presently(hours.end) if hours.end else None
    if takes_tzid(start, published):
        # Far from any change of the clocks, so local times compare as moments do; an end on the same day is far too.
        if end is None or end <= start:
            return start, None
        if end.tzinfo is start.tzinfo and (end.date() == start.date() or takes_tzid(end, published)):
            return start, end
    start, end = start.astimezone(dt.UTC), end.astimezone(dt.UTC) if end is not None else None
    return start, end if end is not None and end > start else None


def _presently(moment: dt.datetime) -> dt.datetime:
    zone = moment.tzinfo
    named = present(zone) if isinstance(zone, ZoneInfo) else zone
    return moment if named is zone else moment.replace(tzinfo=named)


@lru_cache(maxsize=64)  # most entries of a feed bear the same
def _stamps(stamp: dt.datetime, sequence: int) -> tuple[Property, ...]:
    stamps = (SharedProperty(name, stamp) for name in ("DTSTAMP", "LAST-MODIFIED"))
    return *stamps, SharedProperty("SEQUENCE", sequence)


def _content(entry: Entry, view: CalendarView) -> list[Property]:
    """Give all that an entry says, in a fixed order."""
    said = [*_times(entry.timing, view), Property("SUMMARY", _summary(entry, view))]
    shown = view.options.struck is Struck.SHOW and entry.status.off
    said += [_TENTATIVE if shown else _STATUSES[entry.status], *_busy(entry, view)]
    if entry.place:
        said += _place(entry.place)
    if categories := _categories(entry, view):
        said.append(Property("CATEGORIES", categories))
    if entry.url:
        said.append(Property("URL", Uri(entry.url)))
    if entry.audience is Audience.INTERNAL:
        said.append(Property("CLASS", "CONFIDENTIAL"))
    if above := above_in(entry, view.teller.entries, view.options):
        said.append(_parent(*above.first_key))
    said.append(Property("DESCRIPTION", description(entry, view)))
    return said


def _reminders(entry: Entry, view: CalendarView) -> tuple[Component, ...]:
    """Remind of a deadline some time before it (RFC 5545, 3.6.6)."""
    before = view.options.reminder
    if before is None or entry.status.off or not is_deadline(entry):
        return ()
    said = [Property("ACTION", "DISPLAY"), Property("DESCRIPTION", entry.title), Property("TRIGGER", -before)]
    return (Component("VALARM", said),)


def _times(timing: Timing, view: CalendarView) -> tuple[Property, ...]:
    match timing:
        case Hours():
            start, end = written_hours(shown_hours(timing, view.options.length), view.published)
            begin = Property("DTSTART", start)
            return (begin,) if end is None else (begin, Property("DTEND", end))
        case Days(first, last):
            return _all_day(first, last)
        case DayPart(day) | ByDay(day):
            return _all_day(day, day)
        case Sometime() | NoDate():
            msg = "an entry without a day or a time has no place in a calendar; ask `is_placed` first"
            raise ExportError(msg)


def shown_hours(hours: Hours, length: dt.timedelta | None) -> Hours:
    """Give a time without an end the length that is assumed, if one is."""
    if length is None or hours.end is not None:
        return hours
    end = hours.start.astimezone(dt.UTC) + length
    return evolve(hours, end=end.astimezone(hours.start.tzinfo))


def _busy(entry: Entry, view: CalendarView) -> tuple[Property, ...]:
    """Say whether a time makes busy; Outlook doesn't ask STATUS whether that is sure."""
    if not isinstance(entry.timing, Hours):
        return ()
    if not view.options.busy or entry.status.off:
        return (_TRANSPARENT,)
    return (_OUTLOOK_TENTATIVE,) if entry.status.ical == "TENTATIVE" else ()


def _all_day(first: dt.date, last: dt.date) -> tuple[Property, ...]:
    if last == dt.date.max:
        msg = f"{last} is the last day there is, and a calendar names the day after an entry's last; correct the date"
        raise ExportError(msg)
    return Property("DTSTART", first), Property("DTEND", last + _DAY), _TRANSPARENT


def _summary(entry: Entry, view: CalendarView) -> str:
    """Name an entry; what its time alone would say too exactly, or not at all, stands beside the name."""
    said = name(entry, view.teller)
    match entry.timing:
        case Hours() as hours:
            said = f"{said} ({view.say('time approximate')})" if hours.about else said
        case DayPart(_, part):
            said = f"{said} ({view.language.name(part)})"
        case ByDay():
            said = view.say("Deadline: {title}", title=said)
        case _:
            pass
    return titled(said, entry.status, view.language)


def _categories(entry: Entry, view: CalendarView) -> tuple[str, ...]:
    """Give what readers sort and filter by: the format, the topics, the parties."""
    said = [capital(view.term(entry.format))] if entry.format else []
    said += [topic.title for topic in entry.topics]
    said += [who.party.name for who in entry.participants if who.party]
    return tuple(dict.fromkeys(words for words in said if words.strip()))


@lru_cache(maxsize=1024)  # the sessions of a visit all name it
def _parent(programme: str, key: str) -> Property:
    return SharedProperty("RELATED-TO", uid(programme, key), (("RELTYPE", "PARENT"),))


@lru_cache(maxsize=4096)  # those of an agenda come back day after day
def _place(place: Place) -> tuple[Property, ...]:
    location = SharedProperty("LOCATION", plain(say_place(place)))
    if place.geo is None:
        return (location,)
    latitude, longitude = (round(degrees, 6) for degrees in place.geo)  # as it is written: to a tenth of a metre
    return location, SharedProperty("GEO", Geo(latitude, longitude))

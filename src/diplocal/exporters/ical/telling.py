"""What a calendar tells of an entry in words: all that only its description can hold."""

import datetime as dt
from collections.abc import Iterator

from diplocal.exporters.ical.view import CalendarView, name
from diplocal.exporters.local_times import at_place, say_time, zone, zone_name
from diplocal.exporters.rfc5545.vtimezone import takes_tzid
from diplocal.exporters.telling.entries import Item, attendee, changes, details, open_dates, outcome, relation, topic
from diplocal.exporters.telling.evidence import anchor, still_open
from diplocal.exporters.telling.fragments import NOTHING, joined, plain, text
from diplocal.exporters.wording import capital
from diplocal.model import Audience, Source, Topic
from diplocal.reading import Certainty
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, Level, NoDate, Reason

_NO_DATE = NoDate()


def description(entry: Entry, view: CalendarView) -> str:
    """Tell all that an entry's other properties have no room for, a line each, lists below their heading."""
    return "\n".join(_lines(entry, view))


def calendar_description(view: CalendarView) -> str:
    """Tell what the calendar is about, and what belongs to it but has no place in it."""
    said = view.options.description or view.timeline.note
    return "\n".join(filter(None, [said.strip(), *_without_date(None, view)]))


def _lines(entry: Entry, view: CalendarView) -> Iterator[str]:
    # What many entries say alike is said once; the members of an enumeration are hashed faster by their identity.
    kind = (id(entry.format), id(entry.status), id(entry.access), id(entry.audience))
    yield view.once(kind, lambda: capital(", ".join(_kind(entry, view))))
    yield from _times(entry, view)
    if entry.participants:
        yield view.once("Participants", lambda: _head("Participants: {names}", view))
        for who in entry.participants:
            yield f"- {_attendee(who, view)}"
    if entry.topics:
        yield view.once("Topics", lambda: _head("Topics: {titles}", view))
        for subject in entry.topics:
            yield f"- {_topic(subject, view)}"
    yield from _without_date(entry, view)
    if entry.earlier:
        yield from map(plain, changes(entry, view.teller))
    for one in entry.relations:
        said, other = (
            capital(plain(relation(one, entry, view.teller))),
            view.teller.entries.get((entry.programme, one.to)),
        )
        yield f"{said} ({plain(view.teller.timing(other.timing))})" if other and not other.dated else said
    yield from _remarks(entry, view)
    if entry.reason and view.options.reasons:
        yield view.say("Date: {reading}", reading=_reason(entry.reason, view))
    if entry.source:
        yield _source_line(entry.source, view)


def _head(words: str, view: CalendarView) -> str:
    """Say what a list below is of."""
    return view.say(words, names="", titles="").rstrip()


def _without_date(entry: Entry | None, view: CalendarView) -> list[str]:
    """Name what has no place in the calendar, and belongs to an entry or to none that has one."""
    named = view.undated.get(entry.full_key if entry else None)
    return [_head("Without a date: {titles}", view), *(f"- {_named(one, view)}" for one in named)] if named else []


def _kind(entry: Entry, view: CalendarView) -> Iterator[str]:
    yield from (view.language.name(one) for one in (entry.format, entry.status, entry.access) if one)
    if entry.audience is Audience.INTERNAL:
        yield view.say("internal")


def _times(entry: Entry, view: CalendarView) -> Iterator[str]:
    if time := _time(entry, view):
        yield time
    if entry.full_key in view.spanned:
        yield view.say("No date is given; the days are those of its parts")
    if view.options.length and isinstance(entry.timing, Hours) and entry.timing.end is None:
        minutes = view.options.length // dt.timedelta(minutes=1)
        yield view.say("No end is given; {count} minutes are assumed", count=minutes)


def _time(entry: Entry, view: CalendarView) -> str:
    """Tell the time at the place, since calendars show the subscriber's; and where no hour is known, that."""
    match entry.timing:
        case Hours():
            return _local_time(entry, entry.timing, view)
        case Days(first, last) if first == last and entry.level is Level.SESSION:
            return view.say("Time not given")
        case DayPart(_, part):
            return view.say("Local time: {time}", time=view.language.name(part))
        case ByDay(day):
            return capital(view.say("by {day}", day=view.language.day(day)))
        case _:
            return ""


def _local_time(entry: Entry, hours: Hours, view: CalendarView) -> str:
    """Tell a time at its place, with whose time it is, and its day where those who announce it have another."""
    local = at_place(hours, entry) if getattr(hours.start.tzinfo, "key", None) != entry.zone else hours
    start, end = (local.start, local.end) if isinstance(local, Hours) else (hours.start, hours.end)
    whose = zone_name(start, view.teller.zone_names)
    day = start.date()
    dateline = entry.source.zone if entry.source else None
    elsewhere = day != hours.start.date() or (
        dateline not in {None, entry.zone} and day != start.astimezone(zone(dateline)).date()
    )

    def tell() -> str:
        said = f"{say_time(local, view.language)} ({whose})"
        return view.say("Local time: {time}", time=f"{view.language.day(day)}, {said}" if elsewhere else said)

    simple = not elsewhere and takes_tzid(start, day) and (end is None or (start < end and end.date() == day))
    if not simple:  # over midnight, or near a change of the clocks, where there is more to say
        return tell()
    until = (end.hour, end.minute) if end else None
    return view.once((start.hour, start.minute, until, whose, hours.about), tell)


def _named(entry: Entry, view: CalendarView) -> str:
    """Name an entry that has no place of its own, with all that is worth knowing, in a line."""
    teller, timing = view.teller, entry.timing
    when = NOTHING if timing == _NO_DATE else open_dates(entry, teller) or teller.timing(timing)
    said = [plain(when), ", ".join(_kind(entry, view))]
    if entry.participants:
        said.append(view.say("with {names}", names=", ".join(who.name for who in entry.participants)))
    if entry.topics:
        said.append(view.say("on {titles}", titles=", ".join(_topic(subject, view) for subject in entry.topics)))
    said += [plain(relation(one, entry, teller)) for one in entry.relations]
    said += [*map(plain, changes(entry, teller) if entry.earlier else ()), entry.note.strip()]
    named = " ".join(name(entry, teller).split())
    return view.say("{name}: {words}", name=named, words="; ".join(filter(None, said)))


def _attendee(who: Attendee, view: CalendarView) -> str:
    """Name a participant; people and parties stay the same ones throughout a timeline."""

    def tell() -> str:
        told = attendee(who, view.teller)
        address = text(who.person.email) if who.person and view.options.emails else NOTHING
        return plain(Item(told.name, (*told.more, address)).in_line)

    return view.once((id(who.person), id(who.party), who.unnamed, id(who.role), id(who.audience)), tell)


def _topic(subject: Topic, view: CalendarView) -> str:
    return view.once(subject, lambda: plain(topic(subject, view.teller).in_line))


def _remarks(entry: Entry, view: CalendarView) -> Iterator[str]:
    yield from map(plain, details(entry, view.teller))
    if entry.outcome:
        yield view.say("Outcome: {outcome}", outcome=plain(joined(", ", outcome(entry.outcome, view.teller))))
    if entry.url:
        yield entry.url  # most calendars don't show URL


def _reason(reason: Reason, view: CalendarView) -> str:
    """Tell in a line how the date was read."""
    reading = reason.reading
    said = [f"“{reason.phrase}”" if reason.phrase.strip() else "", view.term(reading.certainty), reading.why]
    said.append(view.once((reason.anchor, reason.anchored_on), lambda: plain(anchor(reason, view.teller))))
    if reading.certainty is not Certainty.CERTAIN:
        said += map(plain, still_open(reading, view.teller))
    return "; ".join(filter(None, said))


def _source_line(source: Source, view: CalendarView) -> str:
    def tell() -> str:
        via = [one for key in source.via if (one := view.teller.sources.get(key))]
        said = [plain(view.teller.cite(source)), *(view.say("via {source}", source=one.publisher) for one in via)]
        return view.say("Source: {source}", source=", ".join([*said, source.url] if source.url else said))

    # A source that a key alone stands for may have changed between programmes.
    return view.once(("source", source.key), tell) if view.teller.sources.get(source.key) is source else tell()

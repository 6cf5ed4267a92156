"""What a calendar tells of an entry in words: its name, its place, and all that only its description can hold."""

import datetime as dt
from collections.abc import Iterable, Iterator

from diplocal.exporters.clocks import at_place, say_time, zone, zone_name
from diplocal.exporters.ical.page import Page
from diplocal.exporters.rfc5545.vtimezone import takes_tzid
from diplocal.model import Audience, Claim, Party, Place, Relation, Role, Series, Source, Topic
from diplocal.reading import Alternative, Certainty
from diplocal.timeline import (
    Attendee,
    ByDay,
    DayPart,
    Days,
    Entry,
    Hours,
    Level,
    NoDate,
    Past,
    Reason,
    Sometime,
    Timing,
)

_NO_DATE = NoDate()


def description(entry: Entry, page: Page) -> str:
    """Tell all that an entry's other properties have no room for, a line each, lists below their heading."""
    return "\n".join(_lines(entry, page))


def calendar_description(page: Page) -> str:
    """Tell what the calendar is about, and what belongs to it but has no place in it."""
    said = page.options.description or page.timeline.note
    return "\n".join(filter(None, [said.strip(), *_without_date(None, page)]))


def name(entry: Entry, page: Page) -> str:
    """Name an entry by its title; a visit day without one by its visit and its place."""
    if entry.title.strip():
        return entry.title
    visit = page.entries.get((entry.programme, entry.parent or ""))
    if visit and entry.own_place and entry.place and (who := _traveller(visit)):
        return page.say("{name} in {place}", name=who, place=entry.place.name)
    parts = [visit.title if visit else "", entry.place.name if entry.place and entry.own_place else ""]
    return ": ".join(part for part in parts if part.strip()) or page.say("untitled")


def _traveller(visit: Entry) -> str:
    """Name the one person who makes a visit, if it is one."""
    people = [who for who in visit.participants if who.person]
    leading = [who for who in people if who.role in {Role.PRINCIPAL, Role.HEAD_OF_DELEGATION}] or people
    return leading[0].name if len(leading) == 1 else ""


def say_location(place: Place) -> str:
    """Name a place with its venue and its address."""
    return ", ".join(part for part in (place.venue, place.name, place.address) if part.strip())


def capital(words: str) -> str:
    """Begin with a capital letter, and leave the rest."""
    return words[:1].upper() + words[1:]


# --- an entry, line by line -------------------------------------------------------------------------------------------


def _lines(entry: Entry, page: Page) -> Iterator[str]:
    yield _kind_line(entry, page)
    yield from _times(entry, page)
    if entry.participants:
        yield page.once("Participants", lambda: _head("Participants: {names}", page))
        for who in entry.participants:
            yield f"- {_attendee(who, page)}"
    if entry.topics:
        yield page.once("Topics", lambda: _head("Topics: {titles}", page))
        for topic in entry.topics:
            yield f"- {_topic(topic, page)}"
    yield from _without_date(entry, page)
    if entry.earlier:
        yield from _changes(entry, page)
    if entry.relations:
        yield from _relations(entry, page)
    yield from _remarks(entry, page)
    if entry.reason and page.options.reasons:
        yield page.say("Date: {reading}", reading=_reason(entry.reason, page))
    if entry.source:
        yield _source_line(entry.source, page)


def _assumed(page: Page) -> str:
    minutes = (page.options.length or dt.timedelta()) // dt.timedelta(minutes=1)
    return page.say("No end is given; {count} minutes are assumed", count=minutes)


def _head(words: str, page: Page) -> str:
    """Say what a list below is of."""
    return page.say(words, names="", titles="").rstrip()


def _without_date(entry: Entry | None, page: Page) -> list[str]:
    """Name what has no place in the calendar, and belongs to an entry or to none that has one."""
    named = page.undated.get((entry.programme, entry.key) if entry else None)
    return [_head("Without a date: {titles}", page), *(f"- {_named(one, page)}" for one in named)] if named else []


def _kind_line(entry: Entry, page: Page) -> str:
    what = (id(entry.format), id(entry.status), id(entry.access), id(entry.audience))  # hashed faster than themselves
    return page.once(what, lambda: capital(", ".join(_kind(entry, page))))


def _kind(entry: Entry, page: Page) -> Iterator[str]:
    language = page.language
    if entry.format:
        yield language.name(entry.format)
    yield language.name(entry.status)
    if entry.access:
        yield language.name(entry.access)
    if entry.audience is Audience.INTERNAL:
        yield page.say("internal")


def _times(entry: Entry, page: Page) -> Iterator[str]:
    if time := _time(entry, page):
        yield time
    if entry.full_key in page.spanned:
        yield page.say("No date is given; the days are those of its parts")
    if page.options.length and isinstance(entry.timing, Hours) and entry.timing.end is None:
        yield page.once("length", lambda: _assumed(page))


def _time(entry: Entry, page: Page) -> str:
    """Tell the time at the place, since calendars show the subscriber's; and where no hour is known, that."""
    match entry.timing:
        case Hours():
            return _local_time(entry, entry.timing, page)
        case Days(first, last) if first == last and entry.level is Level.SESSION:
            return page.say("Time not given")
        case DayPart(_, part):
            return page.say("Local time: {time}", time=page.language.name(part))
        case ByDay(day):
            return capital(page.say("by {day}", day=page.language.day(day)))
        case _:
            return ""


def _local_time(entry: Entry, hours: Hours, page: Page) -> str:
    """Tell a time at its place, with whose time it is."""
    local = at_place(hours, entry) if getattr(hours.start.tzinfo, "key", None) != entry.zone else hours
    start, end = (local.start, local.end) if isinstance(local, Hours) else (hours.start, hours.end)
    whose = zone_name(start, page.zone_names)

    day = start.date()
    elsewhere = day != hours.start.date()

    def tell() -> str:
        said = f"{say_time(local, page.language)} ({whose})"
        return page.say("Local time: {time}", time=f"{page.day(day)}, {said}" if elsewhere else said)

    plain = not elsewhere and takes_tzid(start, day) and (end is None or (start < end and end.date() == day))
    if not plain:  # over midnight, or near a change of the clocks, where there is more to say
        return tell()
    until = (end.hour, end.minute) if end else None
    return page.once((start.hour, start.minute, until, whose, hours.about), tell)


def _relations(entry: Entry, page: Page) -> Iterator[str]:
    """Tell how an entry stands to others, and the time of those for which the calendar has no place."""
    for relation in entry.relations:
        said = capital(_relation(relation, entry, page))
        other = page.entries.get((entry.programme, relation.to))
        yield f"{said} ({_when(other.timing, page)})" if other and not other.dated else said


def _changes(entry: Entry, page: Page) -> Iterator[str]:
    """Tell who moved or cancelled an entry, and what it was before."""
    if entry.earlier and entry.source and entry.status.changed:
        status = capital(page.language.name(entry.status))
        yield page.say("{status}, according to {source}", status=status, source=_cited(entry.source, page))
    for past in entry.earlier:
        before, source = _before(past, entry, page), _cited(past.source, page)
        yield page.say("Earlier: {before} ({source})", before=before, source=source)


def _remarks(entry: Entry, page: Page) -> Iterator[str]:
    if entry.series:
        yield page.say("Series: {series}", series=_series(entry.series, page))
    if entry.embargo:
        yield page.say("Embargoed until {time}", time=_moment(entry.embargo, page))
    if entry.accreditation:
        yield page.say("Accreditation by {day}", day=page.language.day(entry.accreditation))
    for claim in entry.claims:
        yield page.say("Statement: {claim}", claim=_claim(claim, entry, page))
    if entry.note.strip():
        yield page.say("Note: {note}", note=entry.note)
    if entry.internal_note.strip():
        yield page.say("Internal: {note}", note=entry.internal_note)
    if entry.outcome:
        source = page.sources.get(entry.outcome.source or "")
        said = [entry.outcome.title, entry.outcome.url, _cited(source, page) if source else ""]
        yield page.say("Outcome: {outcome}", outcome=", ".join(filter(None, said)))
    if entry.url:
        yield entry.url  # most calendars don't show URL


# --- its parts --------------------------------------------------------------------------------------------------------


def _named(entry: Entry, page: Page) -> str:
    """Name an entry that has no place of its own, with all that is worth knowing, in a line."""
    timing = entry.timing
    said = ["" if timing == _NO_DATE else _when(timing, page), ", ".join(_kind(entry, page))]
    if entry.participants:
        said.append(page.say("with {names}", names=", ".join(who.name for who in entry.participants)))
    if entry.topics:
        said.append(page.say("on {titles}", titles=", ".join(_topic(topic, page) for topic in entry.topics)))
    said += [_relation(relation, entry, page) for relation in entry.relations]
    said += [*_changes(entry, page), entry.note.strip()]
    return f"{_in_line(name(entry, page))}: {'; '.join(filter(None, said))}"


def _in_line(words: str) -> str:
    return " ".join(words.split())


def _attendee(who: Attendee, page: Page) -> str:
    person, party = who.person, who.party
    said = []
    if person:
        said.append(f"{person.office}, {party.name}" if person.office and party else person.office)
        if party and not person.office:
            said.append(party.name)
    elif party:
        said.append(_members(party, page))
    if who.role is not Role.PARTICIPANT:
        said.append(page.term(who.role))
    if who.audience is Audience.INTERNAL:
        said.append(page.say("internal"))
    if person and page.options.emails:
        said.append(person.email)
    told = "; ".join(filter(None, said))
    return f"{who.name} ({told})" if told else who.name


def _members(party: Party, page: Page) -> str:
    if party.members:
        return ", ".join(page.names.get(key, key) for key in party.members)
    return page.say("{count} members", count=party.size) if party.size else ""


def _topic(topic: Topic, page: Page) -> str:
    more = []
    if topic.party:
        more.append(page.say("aim of {party}", party=page.names.get(topic.party, topic.party)))
    if topic.likely:
        more.append(page.say("expected: “{phrase}”", phrase=topic.phrase) if topic.phrase else page.say("expected"))
    if topic.raised_by:
        more.append(page.say("raised by {name}", name=page.names.get(topic.raised_by, topic.raised_by)))
    return f"{topic.title} ({'; '.join(more)})" if more else topic.title


def _relation(relation: Relation, entry: Entry, page: Page) -> str:
    other = page.entries.get((entry.programme, relation.to))
    title = _in_line(name(other, page)) if other else relation.to
    return page.language.name(relation.kind, title=title)


def _when(timing: Timing, page: Page) -> str:
    """Say a timing in full."""
    language = page.language
    match timing:
        case Days(first, last):
            return language.dates(first, last)
        case Hours(start):
            said = say_time(timing, language)
            day = "" if language.day(start.date()) in said else f"{language.day(start.date())}, "
            return f"{day}{said} ({zone_name(start, page.zone_names)})"
        case DayPart(day, part):
            return f"{language.day(day)}, {language.name(part)}"
        case Sometime(first, last):
            said_first, said_last = language.first_and_last(first, last)
            return page.say("some time between {first} and {last}", first=said_first, last=said_last)
        case ByDay(day):
            return page.say("by {day}", day=language.day(day))
        case NoDate(readings) if readings:
            return page.say("Date open: {readings}", readings=_either(readings, page))
        case NoDate():
            return page.say("no date given")


def _either(readings: Iterable[Alternative], page: Page) -> str:
    return f" {page.say('or')} ".join(_alternative(reading, page) for reading in readings)


def _alternative(reading: Alternative, page: Page) -> str:
    dates = page.language.dates(reading.start, reading.end)
    return f"{dates} ({reading.why})" if reading.why.strip() else dates


def _before(past: Past, entry: Entry, page: Page) -> str:
    return page.language.name(past.status) if past.timing == entry.timing else _when(past.timing, page)


def _series(series: Series, page: Page) -> str:
    said = [series.name]
    if series.edition:
        said.append(page.say("edition {number}", number=series.edition))
    if series.consecutive:
        said.append(page.say("{count} in a row", count=series.consecutive))
    if series.since:
        said.append(page.say("since {year}", year=series.since))
    return ", ".join(filter(None, said))


def _moment(until: dt.date | dt.datetime, page: Page) -> str:
    if not isinstance(until, dt.datetime):
        return page.language.day(until)
    whose = f" ({zone_name(until, page.zone_names)})" if until.tzinfo else ""
    return f"{page.language.day(until.date())}, {until:%H:%M}{whose}"


def _claim(claim: Claim, entry: Entry, page: Page) -> str:
    source = page.sources.get(claim.source or "") or entry.source
    issuer = page.names.get(claim.issuer, claim.issuer) if claim.issuer else source.publisher if source else ""
    said = ", ".join(f"“{words}”" for words in (claim.modality, claim.phrase) if words.strip())
    return ": ".join(filter(None, [" ".join(filter(None, [issuer, claim.verb])), said]))


def _reason(reason: Reason, page: Page) -> str:
    """Tell in a line how the date was read."""
    reading = reason.reading
    said = [f"“{reason.phrase}”" if reason.phrase.strip() else "", page.term(reading.certainty), reading.why]
    if reason.anchor:
        said.append(page.once((reason.anchor, reason.anchored_on), lambda: _anchor(reason, page)))
    if reading.certainty is not Certainty.CERTAIN:
        said += [page.say("or {reading}", reading=_alternative(other, page)) for other in reading.alternatives]
    return "; ".join(filter(None, said))


def _anchor(reason: Reason, page: Page) -> str:
    on = f" ({reason.anchored_on})" if reason.anchored_on.strip() else ""
    return page.say("read from {day}{on}", day=page.language.day(reason.anchor or dt.date.min), on=on)


def _source_line(source: Source, page: Page) -> str:
    def tell() -> str:
        return page.say("Source: {source}", source=_whole_source(source, page))

    # A source that a key alone stands for may have changed between programmes.
    return page.once(("source", source.key), tell) if page.sources.get(source.key) is source else tell()


def _whole_source(source: Source, page: Page) -> str:
    via = (page.sources.get(key) for key in source.via)
    said = [_cited(source, page), *(page.say("via {source}", source=one.publisher) for one in via if one)]
    return ", ".join([*said, source.url] if source.url else said)


def _cited(source: Source, page: Page) -> str:
    """Name a source with the day on which it was published, in the zone of its dateline."""
    day = source.published
    if isinstance(day, dt.datetime):
        there = day.astimezone(zone(source.zone)) if day.tzinfo and source.zone else day
        day = there.date()
    return ", ".join(filter(None, [source.publisher, page.language.date(day) if day else ""]))

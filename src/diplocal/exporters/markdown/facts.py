"""What a Markdown timeline tells of an entry: its names, people, topics, changes and sources, each as escaped Markdown.

How these are laid out, as a line of a list or a row of a table, is decided in `programme`.
"""

import datetime as dt
from collections.abc import Iterator

from diplocal.exporters.clocks import elsewhere, say_time, zone, zone_name
from diplocal.exporters.markdown.markup import escaped, linked
from diplocal.exporters.markdown.page import Page
from diplocal.exporters.outline import event_of
from diplocal.model import Audience, Claim, Party, Place, Role, Series, Source, Topic
from diplocal.reading import Alternative
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, Level, NoDate, Past, Sometime, Timing

# --- the entry itself -------------------------------------------------------------------------------------------------


def title(entry: Entry, page: Page) -> str:
    """Name an entry in bold, with its format, status and press access; struck through if it won't take place then."""
    struck = entry.off
    status = page.language.name(entry.status)
    said = [
        _format(entry, page),
        f"**{status}**" if struck else status,
        page.language.name(entry.access) if entry.access else "",
        page.say("background") if entry.background else "",
        page.say("internal") if entry.audience is Audience.INTERNAL else "",
    ]
    return ", ".join([bare_title(entry, page, struck=struck), *filter(None, said)])


def tells_more(entry: Entry) -> bool:
    """Tell whether an entry says more than that there is such a day."""
    return bool(entry.title.strip() or entry.note.strip() or entry.earlier or entry.off)


def name(entry: Entry, page: Page) -> str:
    """Name an entry by its title; a day without one by its date."""
    if entry.level is Level.DAY and not entry.title.strip():
        return escaped(say_timing(entry.timing, page))
    return escaped(entry.title) or page.say("untitled")


def bare_title(entry: Entry, page: Page, *, struck: bool = False) -> str:
    """Name an entry in bold, linked to its own page."""
    words = linked(f"**{name(entry, page)}**", entry.url)
    return f"~~{words}~~" if struck else words


def participants(entry: Entry, page: Page) -> str:
    """Name the participants in the order of the source, each with office, party and role."""
    return "; ".join(_attendee(who, page) for who in entry.participants)


def topics(entry: Entry, page: Page) -> str:
    """Name the topics, with whose they are and which are only expected."""
    return "; ".join(_topic(topic, page) for topic in entry.topics)


def notes(entry: Entry, page: Page, *, place: bool, event: bool) -> Iterator[str]:
    """Tell what else is known, a sentence each; place and event only where the lines around don't say them."""
    yield from changes(entry, page)
    if isinstance(entry.timing, NoDate) and entry.timing.readings:
        yield page.say("Date open: {readings}", readings=_either(entry.timing.readings, page))
    if announced := _as_announced(entry, page):
        yield page.say("Announced as {time}", time=announced)
    if place and entry.place and not page.one_place:
        yield page.say("Place: {place}", place=say_place(entry.place))
    if event and not page.one_event and (above := event_of(entry, page.entries)):
        yield page.say("Part of {title}", title=name(above, page))
    yield from _relations(entry, page)
    if entry.series:
        yield page.say("Series: {series}", series=_series(entry.series, page))
    yield from _press(entry, page)
    yield from _remarks(entry, page)


def changes(entry: Entry, page: Page) -> Iterator[str]:
    """Tell who moved or cancelled an entry, and what it was before, struck through, with who had said so."""
    if entry.status.changed and entry.source and (entry.earlier or entry.source != page.first_source):
        status = page.language.name(entry.status)
        yield page.say("{status}, according to {source}", status=status.capitalize(), source=cite(entry.source, page))
    for past in entry.earlier:
        source = cite(past.source, page)
        yield page.say("Earlier: {before} ({source})", before=_before(past, entry, page), source=source)


def say_timing(timing: Timing, page: Page) -> str:
    """Say a timing in full, for a line that stands under no day; not escaped."""
    language = page.language
    match timing:
        case Days(start, end):
            return language.dates(start, end)
        case Hours(start):
            time = say_time(timing, language)
            said = time if language.day(start.date()) in time else f"{language.day(start.date())}, {time}"
            return said if page.one_zone else f"{said} {zone_name(start, page.zone_names)}"
        case DayPart(day, _):
            return f"{language.day(day)}, {say_time(timing, language)}"
        case Sometime(start, end):
            first, last = language.first_and_last(start, end)
            return page.say("some time between {first} and {last}", first=first, last=last)
        case ByDay(day):
            return page.say("by {day}", day=language.day(day))
        case NoDate():
            return page.say("no date")


def say_elsewhere(timing: Timing, page: Page) -> list[str]:
    """Say a time on each of the further clocks; empty where no hour is known."""
    if not isinstance(timing, Hours):
        return ["" for _ in page.clocks]
    return [elsewhere(timing, there, page.language) for there in page.clocks]


def say_place(place: Place) -> str:
    """Name a place with its venue and address."""
    name = ", ".join(escaped(part) for part in (place.venue, place.name) if part.strip())
    return f"{name} ({escaped(place.address)})" if place.address.strip() else name


def cite(source: Source, page: Page) -> str:
    """Name a source with the day on which it was published, in its own zone."""
    day = published_day(source)
    return ", ".join(escaped(part) for part in (source.publisher, page.language.date(day) if day else "") if part)


def published_day(source: Source) -> dt.date | None:
    """Tell the day on which a source was published, in the zone of its dateline."""
    moment = source.published
    if not isinstance(moment, dt.datetime):
        return moment
    return (moment.astimezone(zone(source.zone)) if moment.tzinfo and source.zone else moment).date()


# --- parts ------------------------------------------------------------------------------------------------------------


def _format(entry: Entry, page: Page) -> str:
    """Name the format where the title doesn't name it already."""
    said = page.language.name(entry.format) if entry.format else ""
    return "" if said.lower() in entry.title.lower() else said


def _attendee(who: Attendee, page: Page) -> str:
    more: list[str] = []
    if who.person:
        more += [escaped(who.person.office), escaped(who.party.name) if who.party else ""]
    elif who.party:
        more.append(_members(who.party, page))
    role = "" if who.role is Role.PARTICIPANT else page.language.name(who.role)
    internal = page.say("internal") if who.audience is Audience.INTERNAL else ""
    said = "; ".join(filter(None, [", ".join(filter(None, more)), role, internal]))
    return escaped(who.name) + (f" ({said})" if said else "")


def _members(party: Party, page: Page) -> str:
    if party.members:
        return ", ".join(_name(key, page) for key in party.members)
    return page.say("{count} members", count=party.size) if party.size else ""


def _name(key: str, page: Page) -> str:
    known = page.people.get(key) or page.parties.get(key)
    return escaped(known.name if known else key)


def _topic(topic: Topic, page: Page) -> str:
    more = [page.say("aim of {party}", party=_name(topic.party, page))] if topic.party else []
    if topic.likely:
        phrase = escaped(topic.phrase)
        more.append(page.say("expected: “{phrase}”", phrase=phrase) if phrase else page.say("expected"))
    if topic.raised_by:
        more.append(page.say("raised by {name}", name=_name(topic.raised_by, page)))
    return escaped(topic.title) + (f" ({'; '.join(more)})" if more else "")


def _before(past: Past, entry: Entry, page: Page) -> str:
    if past.timing in (entry.timing, page.announced.get(entry.full_key)):
        return page.language.name(past.status)
    return f"~~{escaped(say_timing(past.timing, page))}~~"


def _as_announced(entry: Entry, page: Page) -> str:
    """Give the announced time where the zone of the place shows another one."""
    said, shown = page.announced.get(entry.full_key), entry.timing
    if not (isinstance(said, Hours) and isinstance(shown, Hours)) or said.start.utcoffset() == shown.start.utcoffset():
        return ""
    name = zone_name(said.start, page.zone_names)
    day = page.language.day(said.start.date())
    return escaped(f"{day}, {say_time(said, page.language)} {name}")


def _either(readings: tuple[Alternative, ...], page: Page) -> str:
    return f" {page.say('or')} ".join(say_alternative(reading, page) for reading in readings)


def say_alternative(reading: Alternative, page: Page) -> str:
    """Give another reading with what speaks for or against it."""
    dates = escaped(page.language.dates(reading.start, reading.end))
    return f"{dates} ({escaped(reading.why)})" if reading.why.strip() else dates


def _relations(entry: Entry, page: Page) -> Iterator[str]:
    for relation in entry.relations:
        other = page.entries.get((entry.programme, relation.to))
        said = name(other, page) if other else escaped(relation.to)
        words = page.language.name(relation.kind, title=said)
        yield words[:1].upper() + words[1:]


def _series(series: Series, page: Page) -> str:
    said = [escaped(series.name)]
    if series.edition:
        said.append(page.say("edition {number}", number=series.edition))
    if series.consecutive:
        said.append(page.say("{count} in a row", count=series.consecutive))
    if series.since:
        said.append(page.say("since {year}", year=series.since))
    return ", ".join(filter(None, said))


def _press(entry: Entry, page: Page) -> Iterator[str]:
    if entry.embargo:
        yield page.say("Embargoed until {time}", time=_embargo(entry.embargo, page))
    if entry.accreditation:
        yield page.say("Accreditation by {day}", day=escaped(page.language.day(entry.accreditation)))


def _remarks(entry: Entry, page: Page) -> Iterator[str]:
    yield from (page.say("Statement: {claim}", claim=_claim(claim, entry, page)) for claim in entry.claims)
    if entry.note.strip():
        yield page.say("Note: {note}", note=escaped(entry.note))
    if entry.internal_note.strip():
        yield page.say("Internal: {note}", note=escaped(entry.internal_note))
    if entry.outcome:
        source = page.sources.get(entry.outcome.source or "")
        cited = f" ({cite(source, page)})" if source else ""
        yield page.say("Outcome: {outcome}", outcome=linked(escaped(entry.outcome.title), entry.outcome.url) + cited)
    if entry.source and entry.source != page.first_source and not entry.status.changed:
        yield page.say("Source: {source}", source=cite(entry.source, page))


def _embargo(until: dt.date | dt.datetime, page: Page) -> str:
    if not isinstance(until, dt.datetime):
        return escaped(page.language.day(until))
    name = f" {zone_name(until, page.zone_names)}" if until.tzinfo else ""
    return escaped(f"{page.language.day(until.date())}, {until:%H:%M}{name}")


def _claim(claim: Claim, entry: Entry, page: Page) -> str:
    source = page.sources.get(claim.source or "") or entry.source
    issuer = _name(claim.issuer, page) if claim.issuer else escaped(source.publisher) if source else ""
    said = [f"“{escaped(words)}”" for words in (claim.modality, claim.phrase) if words.strip()]
    return ": ".join(filter(None, [" ".join(filter(None, [issuer, escaped(claim.verb)])), ", ".join(said)]))

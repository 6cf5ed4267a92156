"""What the page tells of an entry: its names, people, topics, changes and sources, each as HTML.

Which of it stands where is decided in `cards`; how it looks, in the template.
"""

import datetime as dt
from collections.abc import Iterator

from markupsafe import Markup

from diplocal.exporters.clocks import say_time, zone
from diplocal.exporters.html.markup import NOTHING, capital, filled, joined, linked, struck, told, within
from diplocal.exporters.html.page import Page
from diplocal.model import Audience, Claim, Party, Place, Role, Series, Source, Topic
from diplocal.reading import Alternative
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, Level, NoDate, Past, Sometime, Timing

# --- the entry itself -------------------------------------------------------------------------------------------------


def tells_more(entry: Entry) -> bool:
    """Tell whether an entry says more than that there is such a day."""
    return bool(entry.title.strip() or entry.note.strip() or entry.earlier or entry.off)


def title(entry: Entry, page: Page) -> Markup:
    """Name an entry by its title; a day without one by its date."""
    if entry.level is Level.DAY and not entry.title.strip():
        return say_timing(entry.timing, page)
    return told(entry.title) or page.say("untitled")


def say_format(entry: Entry, page: Page) -> str:
    """Name the format where the title doesn't name it already."""
    said = page.language.name(entry.format) if entry.format else ""
    return "" if said.lower() in entry.title.lower() else said


def say_timing(timing: Timing, page: Page) -> Markup:
    """Say a timing in full, for words that stand under no day."""
    language = page.language
    match timing:
        case Days(start, end):
            return page.dates(start, end)
        case Hours(start):
            time = say_time(timing, language)
            said = [page.day(start.date()), time] if language.day(start.date()) not in time else [time]
            return joined(" ", [joined(", ", said), "" if page.one_zone else page.zone(start)])
        case DayPart(day, _):
            return joined(", ", [page.day(day), say_time(timing, language)])
        case Sometime(start, end):
            first, last = page.first_and_last(start, end)
            return page.say("some time between {first} and {last}", first=first, last=last)
        case ByDay(day):
            return page.say("by {day}", day=page.day(day))
        case NoDate():
            return page.say("no date")


def say_place(place: Place) -> Markup:
    """Name a place with its venue and address."""
    named = joined(", ", [told(place.venue), told(place.name)])
    return joined(", ", [named, told(place.address)])


def cite(source: Source, page: Page) -> Markup:
    """Name a source with the day on which it was published, in its own zone, and lead to its full reference."""
    day = published_day(source)
    said = joined(", ", [told(source.publisher), page.date(day) if day else ""])
    known = page.source_names.get(source)
    return within(said, known) if known and said else said


def published_day(source: Source) -> dt.date | None:
    """Tell the day on which a source was published, in the zone of its dateline."""
    moment = source.published
    if not isinstance(moment, dt.datetime):
        return moment
    return (moment.astimezone(zone(source.zone)) if moment.tzinfo and source.zone else moment).date()


# --- who and what -----------------------------------------------------------------------------------------------------


def attendee(who: Attendee, page: Page) -> tuple[Markup, Markup]:
    """Name a participant, and tell the office, the party and the role."""
    office: list[Markup] = []
    if who.person:
        office += [told(who.person.office), told(who.party.name) if who.party else NOTHING]
    elif who.party:
        office.append(_members(who.party, page))
    role = "" if who.role is Role.PARTICIPANT else page.language.name(who.role)
    internal = page.say("internal") if who.audience is Audience.INTERNAL else ""
    return told(who.name), joined(" · ", [joined(", ", office), role, internal])


def _members(party: Party, page: Page) -> Markup:
    if party.members:
        return joined(", ", (page.name(key) for key in party.members))
    return page.say("{count} members", count=party.size) if party.size else NOTHING


def topic(subject: Topic, page: Page) -> tuple[Markup, Markup]:
    """Name a topic, and tell whose it is and whether it is only expected."""
    more = [page.say("aim of {party}", party=page.name(subject.party))] if subject.party else []
    if subject.likely:
        phrase = told(subject.phrase)
        more.append(page.say("expected: “{phrase}”", phrase=phrase) if phrase else page.say("expected"))
    if subject.raised_by:
        more.append(page.say("raised by {name}", name=page.name(subject.raised_by)))
    return told(subject.title), joined(" · ", more)


# --- changes and remarks ----------------------------------------------------------------------------------------------


def changes(entry: Entry, page: Page) -> Iterator[Markup]:
    """Tell who moved or cancelled an entry, what it was before and who had said so, and which dates are open."""
    if entry.status.changed and entry.source and (entry.earlier or entry.source != page.first_source):
        status = capital(page.language.name(entry.status))
        yield page.say("{status}, according to {source}", status=status, source=cite(entry.source, page))
    for past in entry.earlier:
        before, source = _before(past, entry, page), cite(past.source, page)
        yield page.say("Earlier: {before} ({source})", before=before, source=source)
    if isinstance(entry.timing, NoDate) and entry.timing.readings:
        either = joined(f" {page.language.say('or')} ", (alternative(one, page) for one in entry.timing.readings))
        yield page.say("Date open: {readings}", readings=either)


def _before(past: Past, entry: Entry, page: Page) -> Markup:
    if past.timing in (entry.timing, page.announced.get(entry.full_key)):
        return Markup.escape(page.language.name(past.status))
    return struck(say_timing(past.timing, page))


def alternative(reading: Alternative, page: Page) -> Markup:
    """Give another reading with what speaks for or against it."""
    dates = page.dates(reading.start, reading.end)
    return filled(Markup("{} ({})"), dates, told(reading.why)) if reading.why.strip() else dates


def remarks(entry: Entry, page: Page, *, event: bool) -> Iterator[Markup]:
    """Tell what else is known, a sentence each; the event only where the lines around don't say it."""
    if announced := _as_announced(entry, page):
        yield page.say("Announced as {time}", time=announced)
    if event and not page.one_event and (above := page.event_of(entry)):
        yield page.say("Part of {title}", title=_to(above, page))
    for relation in entry.relations:
        other = page.related(entry, relation.to)
        said = _to(other, page) if other else told(relation.to)
        phrase = page.language.name(relation.kind, title="{title}")
        yield filled(capital(phrase), title=said)
    if entry.series:
        yield page.say("Series: {series}", series=_series(entry.series, page))
    yield from _press(entry, page)
    yield from _statements(entry, page)


def _to(entry: Entry, page: Page) -> Markup:
    return within(title(entry, page), page.names[entry.full_key])


def _as_announced(entry: Entry, page: Page) -> Markup:
    """Give the announced time where the zone of the place shows another one."""
    said, shown = page.announced.get(entry.full_key), entry.timing
    if not (isinstance(said, Hours) and isinstance(shown, Hours)) or said.start.utcoffset() == shown.start.utcoffset():
        return NOTHING
    day, time = page.day(said.start.date()), say_time(said, page.language)
    return filled(Markup("{}, {} {}"), day, time, page.zone(said.start))


def _series(series: Series, page: Page) -> Markup:
    said = [told(series.name)]
    if series.edition:
        said.append(page.say("edition {number}", number=series.edition))
    if series.consecutive:
        said.append(page.say("{count} in a row", count=series.consecutive))
    if series.since:
        said.append(page.say("since {year}", year=series.since))
    return joined(", ", said)


def _press(entry: Entry, page: Page) -> Iterator[Markup]:
    if entry.embargo:
        yield page.say("Embargoed until {time}", time=_embargo(entry.embargo, page))
    if entry.accreditation:
        yield page.say("Accreditation by {day}", day=page.day(entry.accreditation))


def _embargo(until: dt.date | dt.datetime, page: Page) -> Markup:
    if not isinstance(until, dt.datetime):
        return page.day(until)
    time = joined(" ", [f"{until:%H:%M}", page.zone(until) if until.tzinfo else ""])
    return joined(", ", [page.day(until.date()), time])


def _statements(entry: Entry, page: Page) -> Iterator[Markup]:
    yield from (page.say("Statement: {claim}", claim=_claim(claim, entry, page)) for claim in entry.claims)
    if entry.note.strip():
        yield page.say("Note: {note}", note=told(entry.note))
    if entry.internal_note.strip():
        yield page.say("Internal: {note}", note=told(entry.internal_note))
    if entry.outcome:
        source = page.sources.get(entry.outcome.source or "")
        cited = filled(Markup(" ({})"), cite(source, page)) if source else ""
        yield page.say("Outcome: {outcome}", outcome=linked(told(entry.outcome.title), entry.outcome.url) + cited)
    if entry.source and entry.source != page.first_source and not entry.status.changed:
        yield page.say("Source: {source}", source=cite(entry.source, page))


def _claim(claim: Claim, entry: Entry, page: Page) -> Markup:
    source = page.sources.get(claim.source or "") or entry.source
    issuer = page.name(claim.issuer) if claim.issuer else told(source.publisher) if source else NOTHING
    quoted = [filled(Markup("“{}”"), told(words)) for words in (claim.modality, claim.phrase) if words.strip()]
    return joined(": ", [joined(" ", [issuer, told(claim.verb)]), joined(", ", quoted)])

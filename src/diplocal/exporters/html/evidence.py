"""What backs the page: why each date is what it is, what to check, and where it was announced."""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen
from markupsafe import Markup

from diplocal.exporters.clocks import city, zone
from diplocal.exporters.html.facts import alternative, published_day, title
from diplocal.exporters.html.markup import NOTHING, filled, joined, linked, told, within
from diplocal.exporters.html.page import Page
from diplocal.model import Source
from diplocal.reading import Certainty, Reading
from diplocal.timeline import Notice, Reason


@frozen(kw_only=True)
class Why:
    """Why an entry has its date.

    Attributes:
        certainty: how sure it is, in words.
        sure: whether nobody has to look at it.
        rows: what backs it, each with its name.
        others: the other readings, those that are open first.
    """

    certainty: str
    sure: bool
    rows: tuple[tuple[str, Markup], ...]
    others: tuple[Markup, ...]


def why(reason: Reason, page: Page) -> Why:
    """Tell how a date was read, from which words, and what else they could mean."""
    say, reading = page.language.say, reason.reading
    phrase = filled(Markup("<q>{}</q>"), told(reason.phrase)) if reason.phrase.strip() else page.say("none of its own")
    rows = [
        (say("Words"), phrase),
        (say("Date"), _dates(reading, page)),
        (say("Certainty"), Markup.escape(page.language.name(reading.certainty))),
        (say("Why"), joined("; ", [told(reading.why), _anchor(reason, page)])),
        (say("Rule"), told(reading.rule)),
    ]
    return Why(
        certainty=page.language.name(reading.certainty),
        sure=reading.certainty is Certainty.CERTAIN,
        rows=tuple(row for row in rows if row[1]),
        others=tuple(_others(reading, page)),
    )


def notices(page: Page) -> Iterator[Markup]:
    """Tell what a person should check, by the entry's title."""
    named = {key: within(title(entry, page), page.names[key]) for key, entry in page.entries.items()}
    general = page.say("In general")
    return (_notice(found, named.get(found.full_key, general)) for found in page.timeline.notices)


def sources(page: Page) -> Iterator[tuple[str, Markup]]:
    """Tell where all this was announced: the name of the element and the reference."""
    return ((name, _source(cited, page)) for cited, name in page.source_names.items())


def _dates(reading: Reading, page: Page) -> Markup:
    """Say the dates of a reading, with its time of day; all that are open where somebody has to choose."""
    language = page.language
    dates = [page.dates(reading.start, reading.end)]
    if reading.certainty is Certainty.AMBIGUOUS:
        dates += [page.dates(other.start, other.end) for other in reading.alternatives]
    time = f"{reading.time:%H:%M}" if reading.time else language.name(reading.part) if reading.part else ""
    if time and reading.until:
        time += f"–{reading.until:%H:%M}"
    where = told(page.zone_names.get(reading.zone) or city(reading.zone)) if time and reading.zone else ""
    return joined(", ", [joined(f" {language.say('or')} ", dates), joined(" ", [time, where])])


def _anchor(reason: Reason, page: Page) -> Markup:
    if not reason.anchor:
        return NOTHING
    on = filled(Markup(" ({})"), told(reason.anchored_on)) if reason.anchored_on.strip() else ""
    return page.say("read from {day}{on}", day=page.day(reason.anchor), on=on)


def _others(reading: Reading, page: Page) -> Iterator[Markup]:
    for other in reading.alternatives:
        yield page.say("or {reading}", reading=alternative(other, page))
    for other in reading.rejected:
        yield page.say("not {reading}", reading=alternative(other, page))


def _notice(found: Notice, name: Markup) -> Markup:
    said = joined("; ", [told(found.message), told(found.settle)])
    return joined(": ", [filled(Markup("<strong>{}</strong>"), name), said])


def _source(cited: Source, page: Page) -> Markup:
    """Name a source with its headline, its date and the sources that it goes back to."""
    headline = filled(Markup("“{}”"), told(cited.title)) if cited.title.strip() else NOTHING
    publisher = filled(Markup("<strong>{}</strong>"), told(cited.publisher) or page.say("unnamed"))
    named = [publisher, linked(headline, cited.url)] if headline else [linked(publisher, cited.url)]
    return joined(", ", [*named, _published(cited, page), *(_via(key, page) for key in cited.via)])


def _published(cited: Source, page: Page) -> Markup:
    day, moment = published_day(cited), cited.published
    if day is None:
        return page.say("without a date")
    said = page.date(day)
    if not isinstance(moment, dt.datetime):
        return said
    there = moment.astimezone(zone(cited.zone)) if moment.tzinfo and cited.zone else moment
    whose = told(page.zone_names.get(cited.zone) or city(cited.zone)) if cited.zone else ""
    return joined(", ", [said, joined(" ", [f"{there:%H:%M}", whose])])


def _via(key: str, page: Page) -> Markup:
    known = page.sources.get(key)
    name = told(known.publisher if known else key)
    return page.say("via {source}", source=within(name, page.source_names[known]) if known else name)

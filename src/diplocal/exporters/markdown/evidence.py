"""What backs a Markdown timeline: how each date was read, what to check, and where it was announced."""

import datetime as dt
from collections.abc import Iterator

from diplocal.exporters.clocks import city, zone
from diplocal.exporters.markdown.facts import bare_title, name, published_day, say_alternative
from diplocal.exporters.markdown.markup import escaped, linked, table
from diplocal.exporters.markdown.page import Page
from diplocal.model import Source
from diplocal.reading import Certainty, Reading
from diplocal.timeline import Entry, Notice, Reason

_NAMED = 4  # how many entries a reading names before it counts the others


def note(page: Page) -> Iterator[str]:
    """Give the timeline's free text, a paragraph a line."""
    return page.section(page.say("Note"), *(escaped(line) for line in page.timeline.note.split("\n")))


def readings(page: Page) -> Iterator[str]:
    """Tabulate how each date was read; entries with the same reason share a row."""
    rows: dict[Reason, list[Entry]] = {}
    for entry in page.outline.entries:
        if entry.reason:
            rows.setdefault(entry.reason, []).append(entry)
    header = [page.say(name) for name in ("Entry", "Words", "Date", "Certainty", "Why", "Other readings")]
    lines = [_reading_row(reason, named, page) for reason, named in rows.items()]
    return page.section(page.say("How each date was read"), table(header, lines) if lines else "")


def notices(page: Page) -> Iterator[str]:
    """List what a person should check."""
    return page.section(page.say("To check"), "\n".join(_notice(found, page) for found in page.timeline.notices))


def sources(page: Page) -> Iterator[str]:
    """List where all this was announced."""
    return page.section(page.say("Sources"), "\n".join(_source(cited, page) for cited in page.timeline.sources))


def _reading_row(reason: Reason, named: list[Entry], page: Page) -> list[str]:
    reading = reason.reading
    certainty = page.language.name(reading.certainty)
    return [
        _titles(named, page),
        f"“{escaped(reason.phrase)}”" if reason.phrase.strip() else page.say("none of its own"),
        _dates(reading, page),
        certainty if reading.certainty is Certainty.CERTAIN else f"**{certainty}**",
        _why(reason, page),
        "; ".join(_others(reading, page)),
    ]


def _titles(named: list[Entry], page: Page) -> str:
    titles = [name(entry, page) for entry in named]
    if len(titles) <= _NAMED:
        return "; ".join(titles)
    return page.say("{titles} and {count} more", titles="; ".join(titles[: _NAMED - 1]), count=len(titles) - _NAMED + 1)


def _dates(reading: Reading, page: Page) -> str:
    """Say the dates of a reading, with its time of day; all that are open where somebody has to choose."""
    dates = [escaped(page.language.dates(reading.start, reading.end))]
    if reading.certainty is Certainty.AMBIGUOUS:
        dates += [escaped(page.language.dates(other.start, other.end)) for other in reading.alternatives]
    time = f"{reading.time:%H:%M}" if reading.time else page.language.name(reading.part) if reading.part else ""
    if time and reading.until:
        time += f"–{reading.until:%H:%M}"
    if time and reading.zone:
        time += f" {page.zone_names.get(reading.zone) or city(reading.zone)}"
    return ", ".join(filter(None, [f" {page.say('or')} ".join(dates), escaped(time)]))


def _why(reason: Reason, page: Page) -> str:
    said = [escaped(reason.reading.why)]
    if reason.anchor:
        day = escaped(page.language.day(reason.anchor))
        on = f" ({escaped(reason.anchored_on)})" if reason.anchored_on.strip() else ""
        said.append(page.say("read from {day}{on}", day=day, on=on))
    if reason.reading.rule.strip():
        said.append(page.say("rule: {rule}", rule=escaped(reason.reading.rule)))
    return "; ".join(filter(None, said))


def _others(reading: Reading, page: Page) -> Iterator[str]:
    for other in reading.alternatives:
        yield page.say("or {reading}", reading=say_alternative(other, page))
    for other in reading.rejected:
        yield page.say("not {reading}", reading=say_alternative(other, page))


def _notice(found: Notice, page: Page) -> str:
    """Tell what a person should check, by the entry's title rather than by its path."""
    entry = page.entries.get(found.full_key)
    said = "; ".join(filter(None, [escaped(found.message), escaped(found.settle)]))
    return f"- {bare_title(entry, page)}: {said}" if entry else f"- **{page.say('In general')}**: {said}"


def _source(cited: Source, page: Page) -> str:
    """Name a source with its headline, its date and the sources that it goes back to."""
    published = _published(cited, page)
    headline = f"“{escaped(cited.title)}”" if cited.title.strip() else ""
    publisher = f"**{escaped(cited.publisher) or page.say('unnamed')}**"
    named = [publisher, linked(headline, cited.url)] if headline else [linked(publisher, cited.url)]
    via = [_via(key, page) for key in cited.via]
    return "- " + ", ".join([*named, published, *via])


def _published(cited: Source, page: Page) -> str:
    day = published_day(cited)
    if day is None:
        return page.say("without a date")
    said = page.language.date(day)
    moment = cited.published
    if isinstance(moment, dt.datetime):
        there = moment.astimezone(zone(cited.zone)) if moment.tzinfo and cited.zone else moment
        said += f", {there:%H:%M}" + (f" {page.zone_names.get(cited.zone) or city(cited.zone)}" if cited.zone else "")
    return escaped(said)


def _via(key: str, page: Page) -> str:
    known = page.sources.get(key)
    return page.say("via {source}", source=escaped(known.publisher if known else key))

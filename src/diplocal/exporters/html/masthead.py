"""The head of the page: title, place and dates, who announced it and when, whose times these are, and the feed."""

import datetime as dt
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from attrs import frozen
from markupsafe import Markup

from diplocal.errors import ExportError
from diplocal.exporters.clocks import offset
from diplocal.exporters.html.facts import cite, published_day, say_place
from diplocal.exporters.html.markup import NOTHING, encoded, joined, told
from diplocal.exporters.html.page import Page
from diplocal.model import Source
from diplocal.timeline import Level, published_moment

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


@frozen(kw_only=True)
class Masthead:
    """What stands above the timeline; what there is nothing to say about is empty."""

    title: Markup
    where: Markup
    when: Markup
    announced: Markup
    times: Markup


@frozen
class Feed:
    """The addresses of the calendar: to subscribe to, and to download."""

    subscribe: str
    download: str


def masthead(page: Page) -> Masthead:
    """Name the programme with its place and dates, and tell who announced it and whose times these are."""
    return Masthead(
        title=told(page.timeline.title) or page.say("untitled"),
        where=_places(page),
        when=_dates(page),
        announced=_announced_by(page),
        times=_times_are(page),
    )


def feed(address: str) -> Feed | None:
    """Read the address of a calendar: on the web (``https:``), or to subscribe to (``webcal:``); empty: there is none.

    Raises:
        ExportError: it is no such address.
    """
    if not address:
        return None
    found = re.fullmatch(r"(https?|webcals?)(://[^\s<>\"]+)", address.strip(), re.IGNORECASE)
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        host = None
    if not found or not host:
        msg = f"{address[:60]!r} is no address of a calendar; give one that starts with 'https://' or 'webcal://'"
        raise ExportError(msg)
    scheme, rest = found[1].lower(), encoded(found[2])
    return Feed(f"webcal{rest}", f"{'http' if scheme == 'http' else 'https'}{rest}")


def _places(page: Page) -> Markup:
    """Name the places of the events, or of all entries where no event has one; more than three are counted."""
    entries = [entry for entry in page.timeline.entries if entry.place and not entry.background]
    events = [entry for entry in entries if entry.level is Level.EVENT] or entries
    named = list(dict.fromkeys(entry.place for entry in events if entry.place))
    if page.one_place:
        return joined("", (say_place(place) for place in named))
    names = list(dict.fromkeys(told(place.name) for place in named))
    if len(names) <= 3:
        return joined(f" {page.language.say('and')} ", [joined(", ", names[:-1]), *names[-1:]])
    return page.say("{names} and {count} more places", names=joined(", ", names[:2]), count=len(names) - 2)


def _dates(page: Page) -> Markup:
    """Tell the first and the last day on which something is to happen."""
    own = [entry for entry in page.outline.entries if not entry.background]
    going = [entry for entry in own if not entry.status.cancelled]
    dates = [dates for entry in going if entry.dated and (dates := entry.dates)]
    if not dates:
        return page.say("no date yet") if own else NOTHING
    return page.dates(min(start for start, _ in dates), max(end for _, end in dates))


def _announced_by(page: Page) -> Markup:
    """Name the first source and, where a later one has changed the programme since, the newest."""
    sources = page.timeline.sources
    if not sources:
        return NOTHING
    newest = max(sources, key=lambda source: published_moment(source) or _LONG_AGO)
    said = _by(sources[0], page)
    if newest is sources[0] or published_moment(newest) is None:
        return page.say("As announced by {source}.", source=said)
    return page.say("As announced by {source}; latest source: {newest}.", source=said, newest=cite(newest, page))


def _by(source: Source, page: Page) -> Markup:
    day = published_day(source)
    name = told(source.publisher) or page.say("an unnamed source")
    return page.say("{source} on {day}", source=name, day=page.date(day)) if day else name


def _times_are(page: Page) -> Markup:
    """Tell whose times these are, with the distance from UTC where that doesn't change on the way."""
    moments = page.moments
    if not moments:
        return NOTHING
    beside = [
        joined("", [told(there.name), _offset(moment.astimezone(there.zone) for moment in moments)])
        for there in page.clocks
    ]
    if page.one_zone:
        said = page.say("Times are those of {zone}", zone=joined("", [page.zone(moments[0]), _offset(moments)]))
    else:
        said = page.say("Times are local, each with its zone")
    return said + (page.say("; beside them {zones}", zones=joined(", ", beside)) if beside else "") + "."


def _offset(moments: Iterable[dt.datetime]) -> str:
    offsets = {offset(moment) for moment in moments}
    return f" ({offsets.pop()})" if len(offsets) == 1 else ""

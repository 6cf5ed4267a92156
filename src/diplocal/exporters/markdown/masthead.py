"""The head of a Markdown timeline: title, place and dates, who announced it and when, whose times these are."""

import datetime as dt
from collections.abc import Iterable, Iterator

from diplocal.exporters.clocks import offset, zone_name
from diplocal.exporters.markdown.facts import cite, published_day, say_place
from diplocal.exporters.markdown.markup import escaped, headed
from diplocal.exporters.markdown.page import Page
from diplocal.model import Source
from diplocal.timeline import Level, published_moment

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


def head(page: Page) -> Iterator[str]:
    """Name the programme with its place and dates, and tell who announced it and whose times these are."""
    timeline = page.timeline
    yield headed(page.level, escaped(timeline.title) or page.say("untitled"))
    if not timeline.entries:
        yield page.say("No entries.")
    where_and_when = " · ".join(filter(None, [_places(page), _dates(page)]))
    if where_and_when:
        yield f"**{where_and_when}**"
    said = " ".join(filter(None, [_announced_by(page), _times_are(page)]))
    if said:
        yield said


def _places(page: Page) -> str:
    """Name the places of the events, or of all entries where no event has one; more than three are counted."""
    entries = [entry for entry in page.timeline.entries if entry.place and not entry.background]
    events = [entry for entry in entries if entry.level is Level.EVENT] or entries
    named = list(dict.fromkeys(entry.place for entry in events if entry.place))
    if page.one_place:
        return "".join(say_place(place) for place in named)
    names = list(dict.fromkeys(escaped(place.name) for place in named))
    if len(names) <= 3:
        return f" {page.say('and')} ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    return page.say("{names} and {count} more places", names=", ".join(names[:2]), count=len(names) - 2)


def _dates(page: Page) -> str:
    """Tell the first and the last day on which something is to happen."""
    own = [entry for entry in page.outline.entries if not entry.background]
    going = [entry for entry in own if not entry.status.cancelled]
    dates = [dates for entry in going if entry.dated and (dates := entry.dates)]
    if not dates:
        return page.say("no date yet") if own else ""
    return escaped(page.language.dates(min(start for start, _ in dates), max(end for _, end in dates)))


def _announced_by(page: Page) -> str:
    """Name the first source and, where a later one has changed the programme since, the newest."""
    sources = page.timeline.sources
    if not sources:
        return ""
    newest = max(sources, key=lambda source: published_moment(source) or _LONG_AGO)
    said = _by(sources[0], page)
    if newest is sources[0] or published_moment(newest) is None:
        return page.say("As announced by {source}.", source=said)
    return page.say("As announced by {source}; latest source: {newest}.", source=said, newest=cite(newest, page))


def _by(source: Source, page: Page) -> str:
    day = published_day(source)
    name = escaped(source.publisher) or page.say("an unnamed source")
    return page.say("{source} on {day}", source=name, day=escaped(page.language.date(day))) if day else name


def _times_are(page: Page) -> str:
    """Tell whose times these are, with the distance from UTC where that doesn't change on the way."""
    moments = page.moments
    if not moments:
        return ""
    beside = [there.name + _offset(moment.astimezone(there.zone) for moment in moments) for there in page.clocks]
    if page.one_zone:
        said = page.say(
            "Times are those of {zone}", zone=escaped(zone_name(moments[0], page.zone_names)) + _offset(moments)
        )
    else:
        said = page.say("Times are local, each with its zone")
    return said + (page.say("; beside them {zones}", zones=escaped(", ".join(beside))) if beside else "") + "."


def _offset(moments: Iterable[dt.datetime]) -> str:
    offsets = {offset(moment) for moment in moments}
    return f" ({offsets.pop()})" if len(offsets) == 1 else ""

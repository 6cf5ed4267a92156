"""The head of a timeline: title, place and dates, who announced it and when, whose times these are."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from diplocal.exporters.clocks import offset
from diplocal.exporters.telling.evidence import published
from diplocal.exporters.telling.facts import Facts, Page, published_day, say_place
from diplocal.exporters.telling.fragments import NOTHING, Fixed, Strong, Told, capital, fixed, joined, text
from diplocal.model import Source
from diplocal.timeline import Level, published_moment

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


@frozen(kw_only=True)
class Masthead:
    """What stands above the timeline; what there is nothing to say about is empty."""

    title: Told
    where: Told
    when: Told
    edition: Told
    announced: Told
    times: Told


def masthead(page: Page) -> Masthead:
    """Name the programme with its place and dates, and tell who announced it and whose times these are."""
    return Masthead(
        title=text(page.timeline.title) or page.facts.say("untitled"),
        where=_places(page),
        when=_dates(page),
        edition=_edition(page),
        announced=_announced_by(page),
        times=_times_are(page),
    )


def paragraphs(page: Page) -> Iterator[Told]:
    """Tell what stands below the title in a document of paragraphs."""
    head = masthead(page)
    if not page.timeline.entries:
        yield page.facts.say("No entries.")
    if where_and_when := joined(" · ", [head.where, head.when]):
        yield (Strong(where_and_when),)
    edition = (*head.edition, Fixed(".")) if head.edition else NOTHING
    if said := joined(" ", [edition, head.announced, head.times]):
        yield said


def _places(page: Page) -> Told:
    """Name the places of the events, or of all entries where no event has one; more than three are counted."""
    entries = [entry for entry in page.timeline.entries if entry.place and not entry.background]
    events = [entry for entry in entries if entry.level is Level.EVENT] or entries
    named = list(dict.fromkeys(entry.place for entry in events if entry.place))
    if page.one_place:
        return joined("", map(say_place, named))
    names = list(dict.fromkeys(text(place.name) for place in named))
    if len(names) <= 3:
        return joined(f" {page.facts.language.say('and')} ", [joined(", ", names[:-1]), *names[-1:]])
    return page.facts.say("{names} and {count} more places", names=joined(", ", names[:2]), count=len(names) - 2)


def _dates(page: Page) -> Told:
    """Tell the first and the last day on which something is to happen."""
    own = [entry for entry in page.outline.entries if not entry.background]
    going = [entry for entry in own if not entry.status.cancelled]
    dates = [dates for entry in going if entry.dated and (dates := entry.dates)]
    if not dates:
        return page.facts.say("no date yet") if own else NOTHING
    return page.facts.dates(min(start for start, _ in dates), max(end for _, end in dates))


def _edition(page: Page) -> Told:
    """Tell which edition this is, and when the newest of its sources was published, if that isn't the first."""
    facts, newest = page.facts, _newest(page)
    number = facts.say("edition {number}", number=edition) if (edition := text(page.edition)) else NOTHING
    since = newest is not None and newest is not facts.first_source and published_moment(newest) is not None
    as_of = facts.say("as of {time}", time=published(newest, facts)) if newest and (since or number) else NOTHING
    return capital(joined(", ", [number, as_of]))


def _newest(page: Page) -> Source | None:
    return max(page.timeline.sources, key=lambda source: published_moment(source) or _LONG_AGO, default=None)


def _announced_by(page: Page) -> Told:
    """Name the first source and, where a later one has changed the programme since, the newest."""
    facts, first, newest = page.facts, page.facts.first_source, _newest(page)
    if first is None or newest is None:
        return NOTHING
    said = _by(first, facts)
    if newest is first or published_moment(newest) is None:
        return facts.say("As announced by {source}.", source=said)
    return facts.say("As announced by {source}; latest source: {newest}.", source=said, newest=facts.cite(newest))


def _by(source: Source, facts: Facts) -> Told:
    day = published_day(source)
    name = text(source.publisher) or facts.say("an unnamed source")
    return facts.say("{source} on {day}", source=name, day=facts.date(day)) if day else name


def _times_are(page: Page) -> Told:
    """Tell whose times these are, with the distance from UTC where that doesn't change on the way."""
    facts, moments = page.facts, page.moments
    if not moments:
        return NOTHING
    said = facts.say("Times are local, each with its zone")
    if facts.one_zone:
        said = facts.say("Times are those of {zone}", zone=(*facts.zone(moments[0]), *_offset(moments)))
    beside = [
        (*text(there.name), *_offset(moment.astimezone(there.zone) for moment in moments)) for there in page.clocks
    ]
    more = facts.say("; beside them {zones}", zones=joined(", ", beside)) if beside else NOTHING
    return (*said, *more, Fixed("."))


def _offset(moments: Iterable[dt.datetime]) -> Told:
    offsets = {offset(moment) for moment in moments}
    return fixed(f" ({offsets.pop()})") if len(offsets) == 1 else NOTHING

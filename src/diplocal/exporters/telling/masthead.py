"""The head of a timeline: title, place and dates, who announced it and when, whose times these are."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from diplocal.exporters.local_times import offset
from diplocal.exporters.telling.evidence import published
from diplocal.exporters.telling.fragments import NOTHING, Fixed, Strong, Told, capital, fixed, joined, text
from diplocal.exporters.telling.teller import Page, published_day, say_place
from diplocal.model import Source
from diplocal.timeline import Entry, Level, published_moment

_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


@frozen
class Masthead:
    """What stands above the timeline; what there is nothing to say about is empty."""

    page: Page

    @property
    def title(self) -> Told:
        """The title of the programme."""
        return text(self.page.timeline.title) or self.page.teller.say("untitled")

    @property
    def where(self) -> Told:
        """The places of the events, or of all entries where no event has one; more than three are counted."""
        entries = [entry for entry in self._going if entry.place]
        events = [entry for entry in entries if entry.level is Level.EVENT] or entries
        named = list(dict.fromkeys(entry.place for entry in events if entry.place))
        if self.page.one_place:
            return joined("", map(say_place, named))
        teller, names = self.page.teller, list(dict.fromkeys(text(place.name) for place in named))
        if len(names) <= 3:
            return joined(f" {teller.language.say('and')} ", [joined(", ", names[:-1]), *names[-1:]])
        return teller.say("{names} and {count} more places", names=joined(", ", names[:2]), count=len(names) - 2)

    @property
    def when(self) -> Told:
        """The first and the last day on which something is to happen."""
        dates = [dates for entry in self._going if entry.dated and (dates := entry.dates)]
        if not dates:
            return self.page.teller.say("no date yet") if self._going else NOTHING
        return self.page.teller.dates(min(start for start, _ in dates), max(end for _, end in dates))

    @property
    def _going(self) -> list[Entry]:
        """What the programme is about: without its background, and without what is cancelled unless all of it is."""
        own = [entry for entry in self.page.outline.entries if not entry.background]
        return [entry for entry in own if not entry.status.cancelled] or own

    @property
    def edition(self) -> Told:
        """Which edition this is, and when the newest of its sources was published, if that isn't the first."""
        teller, newest = self.page.teller, self._newest
        number = teller.say("edition {number}", number=edition) if (edition := text(self.page.edition)) else NOTHING
        since = newest is not None and newest is not teller.first_source and published_moment(newest) is not None
        as_of = teller.say("as of {time}", time=published(newest, teller)) if newest and (since or number) else NOTHING
        return capital(joined(", ", [number, as_of]))

    @property
    def _newest(self) -> Source | None:
        return max(self.page.timeline.sources, key=lambda source: published_moment(source) or _LONG_AGO, default=None)

    @property
    def announced(self) -> Told:
        """The first source and, where a later one has changed the programme since, the newest."""
        teller, first, newest = self.page.teller, self.page.teller.first_source, self._newest
        if first is None or newest is None:
            return NOTHING
        day, name = published_day(first), text(first.publisher) or teller.say("an unnamed source")
        said = teller.say("{source} on {day}", source=name, day=teller.date(day)) if day else name
        if newest is first or published_moment(newest) is None:
            return teller.say("As announced by {source}.", source=said)
        return teller.say("As announced by {source}; latest source: {newest}.", source=said, newest=teller.cite(newest))

    @property
    def times(self) -> Told:
        """Whose times these are, with the distance from UTC where that doesn't change on the way."""
        teller, moments = self.page.teller, self.page.moments
        if not moments:
            return NOTHING
        said = teller.say("Times are local, each with its zone")
        if teller.one_zone:
            said = teller.say("Times are those of {zone}", zone=(*teller.zone(moments[0]), *_offset(moments)))
        beside = [
            (*text(there.name), *_offset(moment.astimezone(there.zone) for moment in moments))
            for there in self.page.clocks
        ]
        more = teller.say("; beside them {zones}", zones=joined(", ", beside)) if beside else NOTHING
        return (*said, *more, Fixed("."))

    @property
    def paragraphs(self) -> Iterator[Told]:
        """What stands below the title in a document of paragraphs."""
        if not self.page.timeline.entries:
            yield self.page.teller.say("No entries.")
        if where_and_when := joined(" · ", [self.where, self.when]):
            yield (Strong(where_and_when),)
        edition = (*self.edition, Fixed(".")) if self.edition else NOTHING
        if said := joined(" ", [edition, self.announced, self.times]):
            yield said


def _offset(moments: Iterable[dt.datetime]) -> Told:
    offsets = {offset(moment) for moment in moments}
    return fixed(f" ({offsets.pop()})") if len(offsets) == 1 else NOTHING

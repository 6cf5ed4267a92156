"""What writing about an entry depends on beside the entry: the arranged timeline, the language, zones and names."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen
from markupsafe import Markup, escape

from diplocal.exporters.clocks import Clock, clock, zone_name, zone_names
from diplocal.exporters.html.choices import Choices, gather
from diplocal.exporters.html.markup import filled, told
from diplocal.exporters.outline import Outline, event_of, outline
from diplocal.exporters.words import Language
from diplocal.model import Party, Person, Source
from diplocal.timeline import Entry, FullKey, Hours, Timeline, Timing

if TYPE_CHECKING:
    from babel import Locale

"""The keys of a programme and of an entry in it: agendas hold several programmes."""

_Thing = TypeVar("_Thing", bound=Hashable)


@frozen(kw_only=True)
class Page:
    """A timeline arranged for its readers, and how to write about it.

    Attributes:
        timeline: what may be told, nothing else.
        outline: its entries in the order of reading.
        language: to write in.
        clocks: the further zones, in their order.
        moments: the times on the clock that are shown, in the zones of their places.
        zone_names: by IANA name, how a zone is called.
        one_zone: whether all these times are told in one zone, so that none needs its name beside it.
        one_place: whether everything happens in one place, so that the head alone names it.
        one_event: whether all that belongs to an event belongs to the same, so that none needs to say which.
        entries: by key.
        announced: by key, the timing before it was told in the zone of the place.
        people, parties, sources: by key.
        names: of the elements that entries stand in, to link to.
        source_names: likewise, of sources.
        choices: what a reader may filter by.
    """

    timeline: Timeline
    outline: Outline
    language: Language
    clocks: tuple[Clock, ...]
    moments: tuple[dt.datetime, ...]
    zone_names: Mapping[str, str]
    one_zone: bool
    one_place: bool
    one_event: bool
    entries: Mapping[FullKey, Entry]
    announced: Mapping[FullKey, Timing]
    people: Mapping[str, Person]
    parties: Mapping[str, Party]
    sources: Mapping[str, Source]
    names: Mapping[FullKey, str]
    source_names: Mapping[Source, str]
    choices: Choices

    @property
    def first_source(self) -> Source | None:
        """What the head says everything was announced by."""
        return self.timeline.sources[0] if self.timeline.sources else None

    def say(self, english: str, **values: object) -> Markup:
        """Say fixed words in the page's language; strings among the values are texts, and escaped."""
        return filled(self.language.say(english), **values)

    @property
    def lang(self) -> str:
        """The language of the fixed words, as BCP 47 names it: English where there is no translation."""
        locale = self.language.locale
        if locale and (self.language.fixed or locale.language == "en"):
            return _tag(locale)
        return "en-GB"

    @property
    def direction(self) -> str:
        """The direction of the fixed words, and so of the page."""
        locale = self.language.locale
        return locale.text_direction if locale and self.language.fixed else "ltr"

    def day(self, day: dt.date) -> Markup:
        """Write a day with its weekday."""
        return self._dated(self.language.day(day))

    def date(self, day: dt.date) -> Markup:
        """Write a day without its weekday."""
        return self._dated(self.language.date(day))

    def dates(self, start: dt.date, end: dt.date) -> Markup:
        """Write a day or a span, both ends included."""
        return self._dated(self.language.dates(start, end))

    def first_and_last(self, start: dt.date, end: dt.date) -> tuple[Markup, Markup]:
        """Write the two ends of a span for a sentence."""
        first, last = self.language.first_and_last(start, end)
        return self._dated(first), self._dated(last)

    def _dated(self, words: str) -> Markup:
        """Tell of words from Babel which language they are in, where the words around them are English."""
        locale = self.language.locale
        if locale is None or self.language.fixed:
            return escape(words)
        return filled(Markup('<bdi lang="{}">{}</bdi>'), _tag(locale), words)

    def name(self, key: str) -> Markup:
        """Name a person or a party by its key."""
        known = self.people.get(key) or self.parties.get(key)
        return told(known.name if known else key)

    def zone(self, moment: dt.datetime) -> Markup:
        """Say whose time it is."""
        return told(zone_name(moment, self.zone_names))

    def related(self, entry: Entry, key: str | None) -> Entry | None:
        """Find another entry of the same programme."""
        return self.entries.get((entry.programme, key or ""))

    def event_of(self, entry: Entry) -> Entry | None:
        """Find the event that a day or a session belongs to, directly or by its day."""
        return event_of(entry, self.entries)


def _tag(locale: "Locale") -> str:
    return str(locale).replace("_", "-")


def lay_out(timeline: Timeline, *, zones: tuple[str, ...] | None, language: Language) -> Page:
    """Arrange a timeline and look up what writing about it needs; without `zones`, the dateline's stands beside."""
    arranged = outline(timeline)
    names = zone_names(timeline.entries)
    shown = [*arranged.spans, *(slot.entry for block in arranged.days for slot in block.slots)]
    entries = {entry.full_key: entry for entry in arranged.entries}
    moments = tuple(entry.timing.start for entry in shown if isinstance(entry.timing, Hours))
    events = (event_of(entry, entries) for entry in arranged.entries)
    clocks = (clock(text, names) for text in zones) if zones is not None else _dateline(timeline, moments, names)
    parties = {party.key: party for party in timeline.parties}
    return Page(
        timeline=timeline,
        outline=arranged,
        language=language,
        clocks=tuple(clocks),
        moments=moments,
        zone_names=names,
        one_zone=len({zone_name(moment, names) for moment in moments}) <= 1,
        one_place=len({entry.place for entry in timeline.entries if entry.place}) <= 1,
        one_event=len({event.full_key for event in events if event}) <= 1,
        entries=entries,
        announced={entry.full_key: entry.timing for entry in timeline.entries},
        people={person.key: person for person in timeline.people},
        parties=parties,
        sources={source.key: source for source in timeline.sources},
        names=_named(((key, entry.key) for key, entry in entries.items()), "entry"),
        source_names=_named(((source, source.key) for source in dict.fromkeys(timeline.sources)), "source"),
        choices=gather(arranged.entries, parties),
    )


def _dateline(timeline: Timeline, moments: tuple[dt.datetime, ...], names: Mapping[str, str]) -> Iterable[Clock]:
    """Give the zone of the first source's dateline where its clock shows other times than the places' do."""
    found = timeline.sources[0].zone if timeline.sources else None
    if found:
        there = clock(found, names)
        if any(differs(moment, there) for moment in moments):
            yield there


def differs(moment: dt.datetime, there: Clock) -> bool:
    """Tell whether a further clock shows another time than the place's at that moment."""
    return moment.astimezone(there.zone).utcoffset() != moment.utcoffset()


_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9._-]+")


def _named(keys: Iterable[tuple[_Thing, str]], prefix: str) -> dict[_Thing, str]:
    """Name elements by key, so that a link into the page outlives the next edition; numbers tell equal ones apart."""
    given: dict[_Thing, str] = {}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    for thing, key in keys:
        stem = name = f"{prefix}-{_NOT_IN_NAMES.sub('-', key)}"
        while name in taken:
            counts[stem] += 1
            name = f"{stem}-{counts[stem] + 1}"
        taken.add(name)
        given[thing] = name
    return given

"""What writing about an entry depends on beside the entry: the arranged timeline, the language, zones and names."""

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from diplocal.exporters.clocks import Clock, clock, zone_name, zone_names
from diplocal.exporters.markdown.markup import headed
from diplocal.exporters.outline import Outline, event_of, outline
from diplocal.exporters.words import Language
from diplocal.model import Party, Person, Source
from diplocal.timeline import Entry, FullKey, Hours, Timeline, Timing


@frozen(kw_only=True)
class Page:
    """A timeline arranged for its readers, and how to write about it.

    Attributes:
        timeline: what may be told, nothing else.
        outline: its entries in the order of reading.
        level: of the title's heading.
        language: to write in.
        clocks: the further zones, in their order.
        moments: the times on the clock that are shown, in the zones of their places.
        zone_names: by IANA name, how a zone is called.
        one_zone: whether all these times are told in one zone, so that none needs its name beside it.
        one_place: whether everything happens in one place, so that the head alone names it.
        one_event: whether all that belongs to an event belongs to the same, so that none needs to say which.
        entries: by full key.
        announced: by full key, the timing before it was told in the zone of the place.
        people, parties, sources: by key.
    """

    timeline: Timeline
    outline: Outline
    level: int
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

    @property
    def first_source(self) -> Source | None:
        """What the head says everything was announced by."""
        return self.timeline.sources[0] if self.timeline.sources else None

    def say(self, english: str, **values: object) -> str:
        """Say fixed words in the page's language."""
        return self.language.say(english, **values)

    def section(self, words: str, *blocks: str) -> Iterator[str]:
        """Give blocks the heading of a section; without blocks there is no section."""
        if written := [block for block in blocks if block]:
            yield headed(self.level + 1, words)
            yield from written


def lay_out(timeline: Timeline, *, zones: tuple[str, ...], language: Language, level: int) -> Page:
    """Arrange a timeline and look up what writing about it needs."""
    arranged = outline(timeline)
    names = zone_names(timeline.entries)
    shown = [*arranged.spans, *(slot.entry for block in arranged.days for slot in block.slots)]
    entries = {entry.full_key: entry for entry in arranged.entries}
    moments = tuple(entry.timing.start for entry in shown if isinstance(entry.timing, Hours))
    return Page(
        timeline=timeline,
        outline=arranged,
        level=level,
        language=language,
        clocks=tuple(clock(text, names) for text in zones),
        moments=moments,
        zone_names=names,
        one_zone=len({zone_name(moment, names) for moment in moments}) <= 1,
        one_place=len({entry.place for entry in timeline.entries if entry.place}) <= 1,
        one_event=len({event.full_key for entry in arranged.entries if (event := event_of(entry, entries))}) <= 1,
        entries=entries,
        announced={entry.full_key: entry.timing for entry in timeline.entries},
        people={person.key: person for person in timeline.people},
        parties={party.key: party for party in timeline.parties},
        sources={source.key: source for source in timeline.sources},
    )

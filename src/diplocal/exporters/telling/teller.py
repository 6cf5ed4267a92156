"""Who says something about an entry, with what that depends on beside it: the language, records by key, zones."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from attrs import field, frozen

from diplocal.exporters.audience import for_audience
from diplocal.exporters.local_times import Clock, clock, is_long, say_time, zone, zone_name, zone_names
from diplocal.exporters.outline import Outline, event_of, outline
from diplocal.exporters.telling.fragments import (
    NOTHING,
    Dated,
    Fixed,
    Told,
    Within,
    bracketed,
    english,
    filled,
    fixed,
    joined,
    plain,
    text,
)
from diplocal.exporters.wording import Wording, wording_of
from diplocal.model import Audience, Place, Source
from diplocal.reading import Alternative
from diplocal.timeline import ByDay, DayPart, Days, Entry, FullKey, Hours, Level, NoDate, Sometime, Timeline, Timing


@frozen(kw_only=True)
class Teller:
    """Says dates, names and fixed words as all that is told of a timeline has them."""

    language: Wording  # to write in
    entries: Mapping[FullKey, Entry] = field(factory=dict)  # by full key
    names: Mapping[str, str] = field(factory=dict)  # of people and parties, by key
    sources: Mapping[str, Source] = field(factory=dict)  # by key
    zone_names: Mapping[str, str] = field(factory=dict)  # by IANA name, how a zone is called
    # by full key, the timing before it was told in the zone of the place
    announced: Mapping[FullKey, Timing] = field(factory=dict)
    first_source: Source | None = None  # what the head says everything was announced by
    one_zone: bool = False  # whether all times are told in one zone, so that none needs its name beside it
    one_event: bool = False  # whether all that belongs to an event belongs to the same, so that none needs to say which
    whose: str = " {zone}"  # what stands behind a time where several zones are told, with a gap for the zone
    called: Callable[[Entry, "Teller"], Told] = lambda entry, teller: teller.title(entry)  # names an entry

    def say(self, english: str, /, **gaps: Told | int) -> Told:
        """Say fixed words in the language."""
        return filled(self.language.say(english), **gaps)

    def term(self, member: Enum, /, **gaps: Told) -> Told:
        """Say a format, a status, a role or another term of the model."""
        return filled(self.language.name(member), **gaps)

    def either(self, parts: Iterable[Told]) -> Told:
        """Tell what one of several it is."""
        return joined(f" {self.language.say('or')} ", parts)

    def day(self, day: dt.date) -> Told:
        """Write a day with its weekday."""
        return (Dated(self.language.day(day)),)

    def date(self, day: dt.date) -> Told:
        """Write a day without its weekday."""
        return (Dated(self.language.date(day)),)

    def dates(self, start: dt.date, end: dt.date) -> Told:
        """Write a day or a span, both ends included."""
        return (Dated(self.language.dates(start, end)),)

    def zone(self, moment: dt.datetime) -> Told:
        """Say whose time it is."""
        return text(zone_name(moment, self.zone_names))

    def moment(self, moment: dt.date | dt.datetime) -> Told:
        """Write a day, or a time with its day and, if it has one, its zone."""
        if not isinstance(moment, dt.datetime):
            return self.day(moment)
        whose = filled(self.whose, zone=self.zone(moment)) if moment.tzinfo else NOTHING
        return (*self.day(moment.date()), Fixed(f", {moment:%H:%M}"), *whose)

    def time(self, timing: Timing) -> Told:
        """Say the time of day where one is known, without its zone."""
        said = say_time(timing, self.language)
        return (Dated(said),) if isinstance(timing, Hours) and is_long(timing) else fixed(said)

    def timing(self, timing: Timing) -> Told:
        """Say a timing in full, for words that stand under no day."""
        match timing:
            case Days(start, end):
                return self.dates(start, end)
            case Hours(start):
                said, day = self.time(timing), self.language.day(start.date())
                if day not in plain(said):
                    said = (Dated(day), Fixed(", "), *said)
                return said if self.one_zone else (*said, *filled(self.whose, zone=self.zone(start)))
            case DayPart(day):
                return (*self.day(day), Fixed(", "), *self.time(timing))
            case Sometime(start, end):
                first, last = ((Dated(said),) for said in self.language.first_and_last(start, end))
                return self.say("some time between {first} and {last}", first=first, last=last)
            case ByDay(day):
                return self.say("by {day}", day=self.day(day))
            case NoDate(readings) if readings:
                dates = (self.dates(one.start, one.end) for one in readings)
                return self.say("Date open: {readings}", readings=self.either(dates))
            case NoDate():
                return self.say("no date given")

    def alternative(self, reading: Alternative) -> Told:
        """Give another reading with what speaks for or against it."""
        return bracketed(self.dates(reading.start, reading.end), english(reading.why))

    def title(self, entry: Entry) -> Told:
        """Name an entry by its title; a day without one by its date."""
        if entry.level is Level.DAY and not entry.title.strip():
            return self.timing(entry.timing)
        return text(entry.title) or self.say("untitled")

    def to(self, entry: Entry) -> Told:
        """Name an entry, and lead to it."""
        return (Within(self.called(entry, self), entry.full_key),)

    def name(self, key: str) -> Told:
        """Name a person or a party by its key."""
        return text(self.names.get(key, key))

    def cite(self, source: Source) -> Told:
        """Name a source with the day on which it was published, in its own zone, and lead to its full reference."""
        day = published_day(source)
        said = joined(", ", [text(source.publisher), self.date(day) if day else NOTHING])
        return (Within(said, source),) if said else NOTHING


def say_place(place: Place) -> Told:
    """Name a place with its venue and address."""
    return joined(", ", map(text, (place.venue, place.name, place.address)))


def published_day(source: Source) -> dt.date | None:
    """Tell the day on which a source was published, in the zone of its dateline."""
    moment = source.published
    if not isinstance(moment, dt.datetime):
        return moment
    return (moment.astimezone(zone(source.zone)) if moment.tzinfo and source.zone else moment).date()


def names_of(timeline: Timeline) -> dict[str, str]:
    """Name people and parties by their keys."""
    return {party.key: party.name for party in timeline.parties} | {who.key: who.name for who in timeline.people}


# --- a whole timeline -------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Page:
    """A timeline arranged for its readers."""

    timeline: Timeline  # what may be told, nothing else
    outline: Outline  # its entries in the order of reading
    teller: Teller  # how to write about them
    clocks: tuple[Clock, ...]  # the further zones, in their order
    moments: tuple[dt.datetime, ...]  # the times on the clock that are shown, in the zones of their places
    one_place: bool  # whether everything happens in one place, so that the head alone names it
    parents: frozenset[FullKey]  # the full keys of what has something below it
    reasons: bool = True  # whether it tells how each date was read
    edition: str = ""  # its number or name; empty: it has none


def lay_out(
    timeline: Timeline,
    *,
    zones: Iterable[str] | None,
    language: str,
    audience: Audience,
    reasons: bool = True,
    edition: str = "",
) -> Page:
    """Arrange what the audience may read of a timeline, and look up what writing about it needs.

    The arguments are those of `to_html`; without `zones`, times stand beside in that of the first source's dateline.

    Raises:
        ExportError: an unknown zone or language.
    """
    timeline = for_audience(timeline, audience)
    arranged = outline(timeline)
    names = zone_names(timeline.entries)
    shown = [*arranged.spans, *(slot.entry for slots in arranged.days.values() for slot in slots)]
    moments = tuple(entry.timing.start for entry in shown if isinstance(entry.timing, Hours))
    entries = {entry.full_key: entry for entry in arranged.entries}
    events = (event_of(entry, entries) for entry in arranged.entries)
    teller = Teller(
        language=wording_of(language),
        entries=entries,
        names=names_of(timeline),
        sources={source.key: source for source in timeline.sources},
        zone_names=names,
        announced={entry.full_key: entry.timing for entry in timeline.entries},
        first_source=timeline.sources[0] if timeline.sources else None,
        one_zone=len({zone_name(moment, names) for moment in moments}) <= 1,
        one_event=len({event.full_key for event in events if event}) <= 1,
    )
    wanted = (zones,) if isinstance(zones, str) else zones
    return Page(
        timeline=timeline,
        outline=arranged,
        teller=teller,
        clocks=tuple(clock(one, names) for one in wanted) if wanted is not None else _dateline(teller, moments),
        moments=moments,
        one_place=len({entry.place for entry in timeline.entries if entry.place}) <= 1,
        parents=frozenset(entry.full_parent for entry in arranged.entries if entry.full_parent),
        reasons=reasons,
        edition=edition,
    )


def _dateline(teller: Teller, moments: tuple[dt.datetime, ...]) -> tuple[Clock, ...]:
    """Give the zone of the first source's dateline where its clock shows other times than the places' do."""
    key = teller.first_source.zone if teller.first_source else None
    there = clock(key, teller.zone_names) if key else None
    return (there,) if there and any(differs(moment, there) for moment in moments) else ()


def differs(moment: dt.datetime, there: Clock) -> bool:
    """Tell whether a further clock shows another time than the place's at that moment."""
    return moment.astimezone(there.zone).utcoffset() != moment.utcoffset()

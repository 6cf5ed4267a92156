"""Each entry as a card, all that is told of it, and the cards in sections, in the order of reading."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import evolve, field, frozen

from diplocal.exporters.local_times import Clock, elsewhere, is_long
from diplocal.exporters.outline import Slot
from diplocal.exporters.telling.entries import (
    Item,
    Label,
    attendee,
    changes,
    labels,
    open_dates,
    remarks,
    say_format,
    tells_more,
    topic,
)
from diplocal.exporters.telling.evidence import Why, why
from diplocal.exporters.telling.fragments import NOTHING, Dated, Fixed, Told, Within, bracketed, capital, joined, struck
from diplocal.exporters.telling.teller import Page, differs, say_place
from diplocal.timeline import Entry, FullKey, Hours, Level, NoDate, Timing


@frozen(kw_only=True)
class Beside:
    """A time on a further clock, and whether it is the same that the place's clock shows."""

    clock: Clock
    time: Told
    same: bool


@frozen(kw_only=True)
class Card:
    """What is told of an entry."""

    entry: Entry  # of which
    gone: bool = False  # whether it only stood here once, and was moved away
    heads: bool = False  # whether it names the day for what belongs to it, and is no item itself
    title: Told  # of the entry
    # when, on the place's clock or in words; empty where nobody told it, None where none is wanted
    time: Told | None
    zone: Told = NOTHING  # whose time that is, where several are told
    beside: tuple[Beside, ...] = ()  # the same moment on each further clock; empty where no hour is known
    format: Told = NOTHING  # what kind of item
    status: Told = NOTHING  # how firm it stands, unless the lines around say it
    labels: tuple[Label, ...] = ()  # what else is seen at a glance
    who: tuple[Item, ...] = ()  # the participants, in the order of the source
    topics: tuple[Item, ...] = ()  # with whose they are and which are only expected
    place: Told = NOTHING  # where, unless the lines around say it
    changes: tuple[Told, ...] = ()  # what a reader of an earlier edition must know
    remarks: tuple[Told, ...] = ()  # what else is known
    why: Why | None = None  # why it has its date, likewise
    # entries without a date that belong to it
    below: tuple["Card", ...] = field(converter=tuple["Card", ...], default=())

    @property
    def off(self) -> bool:
        """Whether it won't take place when it says."""
        return self.gone or self.entry.shown_struck

    @property
    def whole_time(self) -> Told:
        """The time with its zone, struck through where it is off; of what has no date, the days that are open."""
        if self.time:
            known = joined(" ", [self.time, self.zone])
            return struck(known) if self.off else known
        still_open = isinstance(self.entry.timing, NoDate) and self.entry.timing.readings
        return self.changes[-1] if still_open else NOTHING

    @property
    def headline(self) -> Told:
        """The title, struck through where it is off, with a status that is news."""
        if self.gone:
            return joined(", ", [struck(self.title), *self.changes])
        status = self.status if self.entry.status.changed else NOTHING
        return joined(", ", [struck(self.title) if self.off else self.title, status])

    @property
    def names(self) -> Told:
        """The participants by their names alone."""
        return joined(", ", (who.name for who in self.who))

    @property
    def moment(self) -> dt.datetime | None:
        """The time for machines, where one is known to the minute."""
        timing = self.entry.timing
        return timing.start if isinstance(timing, Hours) and not self.gone else None


def _card(entry: Entry, page: Page, *, time: Told | None = None, place: bool = True, event: bool = True) -> Card:
    """Tell everything about an entry: its `time` in these words, its place and its event where they are to be named."""
    teller = page.teller
    hours = entry.timing if isinstance(entry.timing, Hours) else None
    return Card(
        entry=entry,
        heads=time is None and entry.dated and (entry.level is Level.DAY or entry.full_key in page.parents),
        title=teller.title(entry),
        time=time,
        zone=teller.zone(hours.start) if hours and not teller.one_zone else NOTHING,
        beside=tuple(_beside(hours, page)) if hours else (),
        format=say_format(entry, teller),
        status=teller.term(entry.status),
        labels=tuple(labels(entry, teller)),
        who=tuple(attendee(who, teller) for who in entry.participants),
        topics=tuple(topic(subject, teller) for subject in entry.topics),
        place=say_place(entry.place) if place and entry.place and not page.one_place else NOTHING,
        changes=tuple(filter(None, [*changes(entry, teller), open_dates(entry, teller)])),
        remarks=tuple(remarks(entry, teller, event=event)),
        why=why(entry.reason, teller) if entry.reason and page.reasons else None,
    )


def _trace(entry: Entry, now: Timing, page: Page, time: Told) -> Card:
    """Tell of an entry that stood here once where it went, and who said so."""
    teller = page.teller
    if entry.status.cancelled or isinstance(now, NoDate):
        said = teller.term(entry.status)
    else:
        said = teller.say("moved to {time}", time=(Within(teller.timing(now), entry.full_key),))
    went = bracketed(said, teller.cite(entry.source) if entry.source else NOTHING)
    return Card(entry=entry, gone=True, title=teller.title(entry), time=time or None, changes=(went,))


def _beside(hours: Hours, page: Page) -> Iterator[Beside]:
    """Say the moment on each further clock."""
    for there in page.clocks:
        said = elsewhere(hours, there, page.teller.language)
        time = Dated(said) if is_long(hours) else Fixed(said)
        yield Beside(clock=there, time=(time,), same=not differs(hours.start, there))


# --- sections ---------------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Group:
    """Cards, with the entry that they belong to where that stands elsewhere."""

    cards: tuple[Card, ...]
    parent: Entry | None = None

    @property
    def all(self) -> Iterator[Card]:
        """The cards, each with those below it."""
        waiting = list(reversed(self.cards))
        while waiting:
            card = waiting.pop()
            yield card
            waiting += reversed(card.below)


@frozen(kw_only=True)
class Section:
    """A part of the timeline."""

    kind: str  # spans, days, windows or undated
    heading: Told  # what stands above it
    groups: tuple[Group, ...]  # its cards
    day: dt.date | None = None  # which day it is; None for what is no day
    place: Told = NOTHING  # where everything on that day is, if it is in one place and the page tells several
    status: Told = NOTHING  # how firm all of it stands, if that is the same and no news
    why: Why | None = None  # why all of it has its date, likewise


def spans(page: Page) -> Iterator[Section]:
    """Tell what lasts several days, once."""
    yield from _in_full("spans", "Over several days", page.outline.spans, page)


def windows(page: Page) -> Iterator[Section]:
    """Tell what happens within a window or by a day, as windows."""
    yield from _in_full("windows", "Within a window", page.outline.windows, page)


def _in_full(kind: str, heading: str, entries: Iterable[Entry], page: Page) -> Iterator[Section]:
    """Give entries that stand under no day, each with its whole time."""
    told = (_card(entry, page, time=capital(page.teller.timing(entry.timing))) for entry in entries)
    cards = tuple(evolve(one, zone=NOTHING) for one in told)  # a whole time tells its zone itself
    if cards:
        yield Section(kind=kind, heading=page.teller.say(heading), groups=(Group(cards=cards),))


def days(page: Page) -> Iterator[Section]:
    """Give each day a section of its own."""
    return (_day(day, slots, page) for day, slots in page.outline.days.items())


def _day(day: dt.date, slots: Sequence[Slot], page: Page) -> Section:
    places = {slot.entry.place for slot in slots if not slot.now}  # nobody says where an earlier state was to be
    shared = places.pop() if len(places) == 1 else None
    cards = [_slot(slot, page, place=not shared) for slot in slots]
    own = [card for card in cards if not card.gone]
    status, why = _status(own), _why(own)
    cards = [card for slot, card in zip(slots, cards, strict=True) if not slot.heads or tells_more(slot.entry)]
    if status:
        cards = [evolve(one, status=NOTHING) for one in cards]
    if why:
        cards = [evolve(one, why=None) for one in cards]
    return Section(
        kind="days",
        heading=capital(page.teller.day(day)),
        groups=(Group(cards=tuple(cards)),),
        day=day,
        place=say_place(shared) if shared and not page.one_place else NOTHING,
        status=page.teller.say("All: {status}", status=status) if status else NOTHING,
        why=why,
    )


def _status(cards: Sequence[Card]) -> Told:
    """Tell how firm everything on a day stands, if that is the same and no news."""
    shared = len({card.entry.status for card in cards}) == 1 and len(cards) > 1
    return cards[0].status if shared and not cards[0].entry.status.changed else NOTHING


def _why(cards: Sequence[Card]) -> Why | None:
    """Tell why a day is the day of all that is on it: of the only one that has words of its own, or of all."""
    whys = [card.why for card in cards if card.why]
    deciding = [why for why in whys if why.phrase] or whys
    return deciding[0] if len(whys) > 1 and all(why == deciding[0] for why in deciding) else None


def _slot(slot: Slot, page: Page, *, place: bool) -> Card:
    said = capital(page.teller.time(slot.entry.timing))
    if slot.now:
        return _trace(slot.entry, slot.now, page, said)
    return _card(slot.entry, page, time=None if slot.heads else said, place=place)


def sections(page: Page) -> Iterator[Section]:
    """Tell everything, in the order of reading."""
    return chain(spans(page), days(page), windows(page), undated(page))


def undated(page: Page) -> Iterator[Section]:
    """Group what has no date under what it belongs to."""
    waiting = page.outline.undated
    parents = (entry for entry in page.outline.entries if entry.full_key in waiting)
    groups = [
        Group(parent=entry, cards=_below(entry.full_key, page, 1))
        for entry in parents
        if not isinstance(entry.timing, NoDate)
    ]
    if alone := _below(None, page, 0):
        groups.append(Group(cards=alone))
    if groups:
        yield Section(kind="undated", heading=page.teller.say("No date given"), groups=tuple(groups))


def _below(parent: FullKey | None, page: Page, depth: int) -> tuple[Card, ...]:
    """Give what has no date under its parent, and under each of these what belongs to it."""
    return tuple(
        evolve(_card(entry, page, event=not depth), below=_below(entry.full_key, page, depth + 1))
        for entry in page.outline.undated.get(parent, ())
    )

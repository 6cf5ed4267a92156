"""The parts of a timeline and what stands in each, in the order of reading."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import evolve, frozen

from diplocal.exporters.outline import DayBlock, Slot
from diplocal.exporters.telling.cards import Card, card, trace
from diplocal.exporters.telling.entries import tells_more
from diplocal.exporters.telling.evidence import Why
from diplocal.exporters.telling.facts import Page, say_place
from diplocal.exporters.telling.fragments import NOTHING, Told, capital
from diplocal.timeline import Entry, FullKey, NoDate


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
    """A part of the timeline.

    Attributes:
        kind: spans, days, windows or undated.
        heading: what stands above it.
        groups: its cards.
        day: which day it is; ``None`` for what is no day.
        place: where everything on that day is, if it is in one place and the page tells several.
        status: how firm all of it stands, if that is the same.
        why: why all of it has its date, likewise.
    """

    kind: str
    heading: Told
    groups: tuple[Group, ...]
    day: dt.date | None = None
    place: Told = NOTHING
    status: Told = NOTHING
    why: Why | None = None


def spans(page: Page) -> Iterator[Section]:
    """Tell what lasts several days, once."""
    yield from _in_full("spans", "Over several days", page.outline.spans, page)


def windows(page: Page) -> Iterator[Section]:
    """Tell what happens within a window or by a day, as windows."""
    yield from _in_full("windows", "Within a window", page.outline.windows, page)


def _in_full(kind: str, heading: str, entries: Iterable[Entry], page: Page) -> Iterator[Section]:
    """Give entries that stand under no day, each with its whole time."""
    told = (card(entry, page, time=capital(page.facts.timing(entry.timing))) for entry in entries)
    cards = tuple(evolve(one, zone=NOTHING) for one in told)  # a whole time tells its zone itself
    if cards:
        yield Section(kind=kind, heading=page.facts.say(heading), groups=(Group(cards=cards),))


def days(page: Page) -> Iterator[Section]:
    """Give each day a section of its own."""
    return (_day(block, page) for block in page.outline.days)


def _day(block: DayBlock, page: Page) -> Section:
    places = {slot.entry.place for slot in block.slots} | {entry.place for entry in block.heads}
    shared = places.pop() if len(places) == 1 else None
    heads = [card(entry, page, place=not shared) for entry in block.heads]
    slots = [_slot(slot, page, place=not shared) for slot in block.slots]
    own = [one for one in (*heads, *slots) if not one.gone]
    status, why = _status(own), _why(own)
    cards = [*(head for head in heads if tells_more(head.entry)), *slots]
    if status:
        cards = [evolve(one, status=NOTHING) for one in cards]
    if why:
        cards = [evolve(one, why=None) for one in cards]
    return Section(
        kind="days",
        heading=capital(page.facts.day(block.day)),
        groups=(Group(cards=tuple(cards)),),
        day=block.day,
        place=say_place(shared) if shared and not page.one_place else NOTHING,
        status=status,
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
    said = capital(page.facts.time(slot.entry.timing))
    if slot.now:
        return trace(slot.entry, slot.now, page, said)
    return card(slot.entry, page, time=said, place=place)


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
        yield Section(kind="undated", heading=page.facts.say("No date given"), groups=tuple(groups))


def _below(parent: FullKey | None, page: Page, depth: int) -> tuple[Card, ...]:
    """Give what has no date under its parent, and under each of these what belongs to it."""
    return tuple(
        evolve(card(entry, page, event=not depth), below=_below(entry.full_key, page, depth + 1))
        for entry in page.outline.undated.get(parent, ())
    )

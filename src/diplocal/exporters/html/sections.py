"""The parts of the timeline and what stands in each, in the order of reading."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen
from markupsafe import Markup

from diplocal.exporters.clocks import say_time
from diplocal.exporters.html.cards import Card, card, trace
from diplocal.exporters.html.facts import say_place, say_timing, tells_more, title
from diplocal.exporters.html.markup import NOTHING, capital, within
from diplocal.exporters.html.page import Page
from diplocal.exporters.outline import DayBlock, Slot
from diplocal.timeline import Entry, FullKey, NoDate
from diplocal.when import MONTHS, WEEKDAYS


@frozen(kw_only=True)
class Group:
    """Cards with the words above them, if any."""

    cards: tuple[Card, ...]
    lead: Markup = NOTHING


@frozen(kw_only=True)
class Section:
    """A part of the timeline.

    Attributes:
        name: of its element.
        heading: what stands above it.
        groups: its cards.
        style: how the times of the cards look.
        short: what stands for the heading in the list of contents.
        day: for machines; empty for what is no day.
        place: where everything on that day is, if it is in one place and the page tells several.
    """

    name: str
    heading: Markup
    groups: tuple[Group, ...]
    style: str
    short: Markup = NOTHING
    day: str = ""
    place: Markup = NOTHING


def sections(page: Page) -> tuple[Section, ...]:
    """Arrange the timeline: what lasts several days, day by day, windows, and what has no date."""
    say, parts = page.say, page.outline
    found = [
        Section(name="spans", heading=say("Over several days"), groups=_in_full(parts.spans, page), style="in-full"),
        *(_day(block, page) for block in parts.days),
        Section(name="windows", heading=say("Within a window"), groups=_in_full(parts.windows, page), style="in-full"),
        Section(name="undated", heading=say("No date given"), groups=tuple(_undated(page)), style="untimed"),
    ]
    kept = (evolve(section, groups=tuple(group for group in section.groups if group.cards)) for section in found)
    return tuple(section for section in kept if section.groups)


def _in_full(entries: Iterable[Entry], page: Page) -> tuple[Group, ...]:
    """Give entries that stand under no day, each with its whole time."""
    cards = (card(entry, page, time=capital(say_timing(entry.timing, page))) for entry in entries)
    return (Group(cards=tuple(cards)),)


def _day(block: DayBlock, page: Page) -> Section:
    places = {slot.entry.place for slot in block.slots} | {entry.place for entry in block.heads}
    shared = places.pop() if len(places) == 1 else None
    heads = (card(entry, page, place=not shared) for entry in block.heads if tells_more(entry))
    slots = (_slot(slot, page, place=not shared) for slot in block.slots)
    return Section(
        name=f"day-{block.day.isoformat()}",
        heading=capital(page.day(block.day)),
        groups=(Group(cards=(*heads, *slots)),),
        short=_short(block.day, page),
        style="timed",
        day=block.day.isoformat(),
        place=say_place(shared) if shared and not page.one_place else NOTHING,
    )


def _short(day: dt.date, page: Page) -> Markup:
    """Name a day in little room: with its weekday where English is written and all days are of one year."""
    one_year = len({block.day.year for block in (page.outline.days[0], page.outline.days[-1])}) == 1
    if page.language.locale or not one_year:
        return page.date(day)
    return Markup.escape(f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]}")


def _slot(slot: Slot, page: Page, *, place: bool) -> Card:
    said = Markup.escape(capital(say_time(slot.entry.timing, page.language)))
    if slot.now:
        return trace(slot.entry, slot.now, page, said)
    return card(slot.entry, page, time=said, place=place)


def _undated(page: Page) -> Iterator[Group]:
    """Group what has no date under what it belongs to."""
    waiting = page.outline.undated
    for entry in page.outline.entries:
        if entry.full_key in waiting and not isinstance(entry.timing, NoDate):
            name = within(title(entry, page), page.names[entry.full_key])
            time = say_timing(entry.timing, page)
            lead = page.say("During {title}, {time}:", title=name, time=time)
            yield Group(lead=lead, cards=_below(entry.full_key, page, 1))
    yield Group(cards=_below(None, page, 0))


def _below(parent: FullKey | None, page: Page, depth: int) -> tuple[Card, ...]:
    """Give what has no date under its parent, and under each of these what belongs to it."""
    return tuple(
        evolve(card(entry, page, event=not depth), below=_below(entry.full_key, page, depth + 1))
        for entry in page.outline.undated.get(parent, ())
    )

"""The programme in a Markdown timeline: what lasts several days, day by day, windows, and what has no date.

A day is a table if it has two items or more and no cell is longer than `WIDEST`; otherwise it is a list. A table lets
the times of several zones line up; a list has room for long names.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from diplocal.exporters.markdown.markup import shown_length, table, write
from diplocal.exporters.telling.cards import Card, Group, Section
from diplocal.exporters.telling.facts import Facts, Page
from diplocal.exporters.telling.fragments import NOTHING, Link, Strong, Told, joined, struck, text
from diplocal.timeline import Entry

WIDEST = 160
"""The longest cell that a day's table may have, in characters without the addresses of links."""


@frozen(kw_only=True)
class _Item:
    """A line of a day: the cells of a row, or a line of a list with more below it."""

    times: tuple[str, ...]
    title: str
    participants: str = ""
    topics: str = ""
    notes: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self.times, self.title, self.participants, self.topics, " · ".join(self.notes))


def blocks(section: Section, page: Page) -> Iterator[str]:
    """Write a section without its heading."""
    place = page.facts.say("Place: {place}", place=section.place) if section.place else NOTHING
    status = page.facts.say("All: {status}", status=section.status) if section.status else NOTHING
    yield write(joined(" · ", [place, status]))
    if section.day:
        (cards,) = [group.cards for group in section.groups]
        yield from _day(cards, page)
    else:
        yield "\n".join(line for group in section.groups for line in _group(group, page))


def _group(group: Group, page: Page) -> Iterator[str]:
    facts, parent = page.facts, group.parent
    if parent:
        name, time = titled(parent, facts), facts.timing(parent.timing)
        yield "- " + write(facts.say("During {title}, {time}:", title=name, time=time))
    for card in group.cards:
        yield from _lines(card, page, 1 if parent else 0)


def _day(cards: Sequence[Card], page: Page) -> Iterator[str]:
    """Write what names the day as paragraphs, then its items as a table or a list."""
    for card in cards:
        if card.heads:
            item = _item(card, page)
            yield " · ".join([item.title, *_known(item, page)])
    whole = [card for card in cards if card.time is None and not card.heads and not card.gone]
    timed = [card for card in cards if card.time is not None or card.gone]
    items = [_item(card, page) for card in timed]
    if len(items) >= 2 and all(shown_length(cell) <= WIDEST for item in items for cell in item.cells):
        yield _list(whole, page)
        moments = [card.moment for card in timed if card.moment]
        one_zone = moments and page.facts.one_zone
        yield _table(items, page, page.facts.zone(moments[0]) if one_zone else page.facts.say("Time"))
    else:
        yield _list([*whole, *timed], page)


def _table(items: Sequence[_Item], page: Page, zone: Told) -> str:
    """Lay a day's items out; a column that says nothing, such as times where none is given, is left out."""
    untimed = write(_untimed(page.facts))
    if all(item.times[0] == untimed for item in items):
        items = [evolve(item, times=("", *item.times[1:])) for item in items]
    times = [zone, *(text(there.name) for there in page.clocks)]
    header = [*times, *map(page.facts.say, ("Session", "Participants", "Topics", "Notes"))]
    return table(map(write, header), [item.cells for item in items])


def brief(sections: Iterable[Section], page: Page) -> str:
    """Tabulate when, what, who and where, a row an entry, below a row for each section."""
    rows: list[Sequence[Told]] = []
    for section in sections:
        rows.append([(Strong(section.heading),), NOTHING, NOTHING, section.place])
        cards = [card for group in section.groups for card in group.all]
        rows += [[card.whole_time, card.headline, card.names, card.place] for card in cards]
    header = map(page.facts.say, ("Time", "Session", "Who", "Where"))
    return table(map(write, header), [list(map(write, row)) for row in rows]) if rows else ""


def titled(entry: Entry, facts: Facts) -> Told:
    """Name an entry in bold, linked to its own page."""
    return (Link((Strong(facts.title(entry)),), entry.url),)


def _item(card: Card, page: Page) -> _Item:
    facts = page.facts
    place = facts.say("Place: {place}", place=card.place) if card.place else NOTHING
    notes = [] if card.gone else [*card.changes, place, *card.remarks]
    return _Item(
        times=tuple(map(write, _times(card, page))),
        title=write(_title(card, facts)),
        participants="; ".join(write(who.in_line) for who in card.who),
        topics="; ".join(write(topic.in_line) for topic in card.topics),
        notes=tuple(write(note) for note in notes if note),
    )


def _times(card: Card, page: Page) -> Iterator[Told]:
    """Tell the time, and what each further clock shows then."""
    known = card.whole_time if card.time else NOTHING
    beside = [one.time for one in card.beside] or [NOTHING for _ in page.clocks]
    yield known or (_untimed(page.facts) if card.time is not None else NOTHING)
    yield from (struck(time) for time in beside) if card.off and known else beside


def _title(card: Card, facts: Facts) -> Told:
    """Name an entry, with its format, status and press access; struck through if it won't take place then."""
    name = titled(card.entry, facts)
    if card.gone:
        return joined(", ", [struck(name), *card.changes])
    status = card.status
    if card.off:
        name, status = struck(name), (Strong(status),)
    return joined(", ", [name, card.format, status, *(label.words for label in card.labels)])


def _untimed(facts: Facts) -> Told:
    return facts.say("Time not given")


def _known(item: _Item, page: Page) -> Iterator[str]:
    """Tell what is known of an entry beyond its title."""
    if item.participants:
        yield page.facts.language.say("Participants: {names}", names=item.participants)
    if item.topics:
        yield page.facts.language.say("Topics: {titles}", titles=item.topics)
    yield from item.notes


def _list(cards: Iterable[Card], page: Page) -> str:
    return "\n".join(line for card in cards for line in _lines(card, page))


def _lines(card: Card, page: Page, depth: int = 0) -> Iterator[str]:
    """Write an entry as a line of a list, with what is known beyond its title as a list below."""
    item, indent = _item(card, page), "  " * depth
    here, *others = item.times
    beside = [f"{write(text(there.name))} {time}" for there, time in zip(page.clocks, others, strict=True) if time]
    time = here + (f" ({', '.join(beside)})" if beside else "")
    yield f"{indent}- {time} — {item.title}" if time else f"{indent}- {item.title}"
    yield from (f"{indent}  - {known}" for known in _known(item, page))
    for below in card.below:
        yield from _lines(below, page, depth + 1)

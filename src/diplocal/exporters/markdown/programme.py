"""The programme in a Markdown timeline: what lasts several days, day by day, windows, and what has no date.

A day is a table if it has two items or more and no cell is longer than `WIDEST`; otherwise it is a list. A table lets
the times of several zones line up; a list has room for long names.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from diplocal.exporters.clocks import say_time, zone_name
from diplocal.exporters.markdown.facts import (
    bare_title,
    cite,
    notes,
    participants,
    say_elsewhere,
    say_place,
    say_timing,
    tells_more,
    title,
    topics,
)
from diplocal.exporters.markdown.markup import escaped, shown_length, table
from diplocal.exporters.markdown.page import Page
from diplocal.exporters.outline import DayBlock, Slot
from diplocal.timeline import Entry, FullKey, Hours, NoDate, Timing

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


def _item(entry: Entry, page: Page, *, time: str, place: bool = True, event: bool = True) -> _Item:
    return _Item(
        times=(time, *map(escaped, say_elsewhere(entry.timing, page))),
        title=title(entry, page),
        participants=participants(entry, page),
        topics=topics(entry, page),
        notes=tuple(notes(entry, page, place=place, event=event)),
    )


def _lines(item: _Item, page: Page, depth: int = 0) -> Iterator[str]:
    """Write an item as a line of a list, with what is known beyond its title as a list below."""
    here, *others = item.times
    beside = [f"{escaped(there.name)} {time}" for there, time in zip(page.clocks, others, strict=True) if time]
    time = here + (f" ({', '.join(beside)})" if beside else "")
    indent = "  " * depth
    yield f"{indent}- {time} — {item.title}" if time else f"{indent}- {item.title}"
    if item.participants:
        yield f"{indent}  - " + page.say("Participants: {names}", names=item.participants)
    if item.topics:
        yield f"{indent}  - " + page.say("Topics: {titles}", titles=item.topics)
    yield from (f"{indent}  - {note}" for note in item.notes)


def spans(page: Page) -> Iterator[str]:
    """List what lasts several days, once."""
    return page.section(page.say("Over several days"), _in_full(page.outline.spans, page))


def windows(page: Page) -> Iterator[str]:
    """List what happens within a window or by a day, as windows."""
    return page.section(page.say("Within a window"), _in_full(page.outline.windows, page))


def _in_full(entries: Iterable[Entry], page: Page) -> str:
    """List entries that stand under no day, each with its whole time."""
    items = (_item(entry, page, time=_capital(escaped(say_timing(entry.timing, page)))) for entry in entries)
    return "\n".join(line for item in items for line in _lines(item, page))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def days(page: Page) -> Iterator[str]:
    """Give each day a section of its own."""
    for block in page.outline.days:
        yield from page.section(_capital(escaped(page.language.day(block.day))), *_day(block, page))


def _day(block: DayBlock, page: Page) -> Iterator[str]:
    places = {slot.entry.place for slot in block.slots} | {entry.place for entry in block.heads}
    shared = places.pop() if len(places) == 1 else None
    if shared and not page.one_place:
        yield page.say("Place: {place}", place=say_place(shared))
    place = shared is None
    heads = [_item(entry, page, time="", place=place) for entry in block.heads if tells_more(entry)]
    items = [_slot_item(slot, page, place=place) for slot in block.slots]
    if _reads_as_table(items):
        yield "\n".join(line for item in heads for line in _lines(item, page))
        yield _table(items, page, _time_header(block, page))
    else:
        yield "\n".join(line for item in [*heads, *items] for line in _lines(item, page))


def _time_header(block: DayBlock, page: Page) -> str:
    moments = [slot.entry.timing.start for slot in block.slots if isinstance(slot.entry.timing, Hours)]
    return escaped(zone_name(moments[0], page.zone_names)) if moments and page.one_zone else page.say("Time")


def _reads_as_table(items: list[_Item]) -> bool:
    return len(items) >= 2 and all(shown_length(cell) <= WIDEST for item in items for cell in item.cells)


def _table(items: list[_Item], page: Page, zone: str) -> str:
    """Lay a day's items out; a column that says nothing, such as times where none is given, is left out."""
    if all(item.times[0] == _untimed(page) for item in items):
        items = [evolve(item, times=("", *item.times[1:])) for item in items]
    times = [zone, *(escaped(there.name) for there in page.clocks)]
    header = [*times, *(page.say(name) for name in ("Session", "Participants", "Topics", "Notes"))]
    return table(header, [item.cells for item in items])


def _slot_item(slot: Slot, page: Page, *, place: bool) -> _Item:
    entry = slot.entry
    time = say_time(entry.timing, page.language)
    if isinstance(entry.timing, Hours) and not page.one_zone:
        time += f" {zone_name(entry.timing.start, page.zone_names)}"
    said = _capital(escaped(time)) or _untimed(page)
    if slot.now:
        struck = bare_title(entry, page, struck=True)
        times = (f"~~{said}~~" if time else "", *["" for _ in page.clocks])
        return _Item(times=times, title=f"{struck}, {_gone(slot.now, entry, page)}")
    item = _item(entry, page, time=said, place=place)
    if entry.off:
        item = evolve(item, times=tuple(f"~~{words}~~" if time and words else words for words in item.times))
    return item


def _gone(now: Timing, entry: Entry, page: Page) -> str:
    """Say where an entry went that stood on this day, and who said so."""
    if entry.status.cancelled or isinstance(now, NoDate):
        said = page.language.name(entry.status)
    else:
        said = page.say("moved to {time}", time=escaped(say_timing(now, page)))
    return said + (f" ({cite(entry.source, page)})" if entry.source else "")


def _untimed(page: Page) -> str:
    return page.say("Time not given")


def undated(page: Page) -> Iterator[str]:
    """List what has no date under what it belongs to, with the dates that the words leave open."""
    waiting = page.outline.undated
    lines: list[str] = []
    for entry in page.outline.entries:
        if entry.full_key in waiting and not isinstance(entry.timing, NoDate):
            time = escaped(say_timing(entry.timing, page))
            title = bare_title(entry, page)
            lines.append("- " + page.say("During {title}, {time}:", title=title, time=time))
            lines += _below(entry.full_key, page, 1)
    lines += _below(None, page, 0)
    return page.section(page.say("No date given"), "\n".join(lines))


def _below(parent: FullKey | None, page: Page, depth: int) -> Iterator[str]:
    """List what has no date under its parent, and under each of these what belongs to it."""
    for entry in page.outline.undated.get(parent, ()):
        yield from _lines(_item(entry, page, time="", event=not depth), page, depth)
        yield from _below(entry.full_key, page, depth + 1)

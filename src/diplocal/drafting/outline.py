"""Items as the entries of a programme: what lies within a visit becomes its session, the rest an event of its own.

Keys are made of an announcement's own words; words of dates never get into them.
"""

from collections.abc import Callable, Container, Sequence

from attrs import evolve, field, frozen

from diplocal.announcement.item import Item
from diplocal.languages.notices import Notices
from diplocal.model import Format
from diplocal.model.keys import free_key
from diplocal.reading import Kind


@frozen(kw_only=True)
class Planned:
    """An entry to be.

    Attributes:
        key: from its words.
        item: what the text says of it.
        where: its path in the programme.
        within: the key of what it is a part of, although it does not hang in it.
        sessions: those that hang in it.
    """

    key: str
    item: Item
    where: str
    within: str | None = None
    sessions: tuple["Planned", ...] = field(converter=tuple["Planned", ...], default=())


def outline(items: Sequence[Item], notices: Notices) -> tuple[Planned, ...]:
    """Arrange items as events with their sessions, in the order of the text, visits first."""
    items = _named_after(items, notices)
    visits = [item for item in items if _holds(item)]
    inner: dict[int, list[Item]] = {}
    for item in items:
        if (holder := _holder(item, visits)) is not None:
            inner.setdefault(id(holder), []).append(item)
    held = {id(item) for found in inner.values() for item in found}
    events = [item for item in items if id(item) not in held]
    events.sort(key=lambda item: not (item.visit and id(item) in inner))
    keys = _keys(items, notices)

    def planned(item: Item, where: str) -> Planned:
        sessions = (planned(one, f"{where}.sessions[{nth}]") for nth, one in enumerate(inner.get(id(item), ())))
        within = next((keys[id(one)] for one in items if item.part_of and one.title == item.part_of), None)
        return Planned(key=keys[id(item)], item=item, where=where, within=within, sessions=sessions)

    return tuple(planned(event, f"events[{number}]") for number, event in enumerate(events))


def _named_after(items: Sequence[Item], notices: Notices) -> list[Item]:
    """Call "this meeting" after what it is a session of."""
    named = list(items)
    for number, item in enumerate(items):
        if (whole := _whole(item, items, notices)) is not None:
            named[number] = evolve(item, title=notices.session_of(_inside(whole)), part_of=whole.title)
    return named


def _inside(whole: Item) -> str:
    """Write a title as it stands within another one: a word that is no name without its capital."""
    small = whole.title[:1].lower() + whole.title[1:]
    return small if small.split(maxsplit=1)[0] in whole.words.split() else whole.title


def _keys(items: Sequence[Item], notices: Notices) -> dict[int, str]:
    taken: dict[str, int] = {}
    for item in items:
        stem = item.title
        if item.visit and item.place:
            stem = f"{Format.VISIT.value} {item.place.name}"
        taken[key_of(stem, f"{item.words} {item.raw}", taken, notices.content)] = id(item)
    return {number: key for key, number in taken.items()}


def _holder(item: Item, visits: Sequence[Item]) -> Item | None:
    """Find the shortest visit in which an item lies; talks without a day belong to the only visit there is."""
    others = [visit for visit in visits if visit is not item and not _of_others(visit, item)]
    if item.reading is None:
        journeys = [visit for visit in others if visit.visit]
        return journeys[0] if len(journeys) == 1 and not item.visit and item.format is not Format.RULING else None
    if (item.reading.kind is not Kind.DAY and item.reading.kind is not Kind.MOMENT) or item.visit:
        return None
    start, end = item.reading.start, item.reading.end
    around = [
        (visit.reading.end - visit.reading.start, number)
        for number, visit in enumerate(others)
        if visit.reading and visit.reading.start <= start and end <= visit.reading.end
    ]
    return others[min(around)[1]] if around else None


def _holds(item: Item) -> bool:
    """Tell whether others may take place within an item: a visit, the whole, or what sentences say of several days."""
    spans = item.reading is not None and item.reading.kind is Kind.SPAN and (item.umbrella or bool(item.said))
    return spans or (item.visit and item.reading is not None)


def _of_others(visit: Item, item: Item) -> bool:
    """Tell whether a journey is that of somebody who has no part in an item."""
    own = visit.visit and not visit.umbrella
    return own and bool(visit.people and item.people) and not {*visit.people} & {*item.people}


def _whole(item: Item, items: Sequence[Item], notices: Notices) -> Item | None:
    """Find what "this meeting" was called before, where that has a wider time."""
    heads = notices.kinds.intersection(notices.content(item.title))
    before = [
        one
        for one in items
        if one.at < item.at
        and not one.visit
        and not one.again
        and not heads.isdisjoint(notices.content(one.title))
        and _wider(one, item)
    ]
    return before[-1] if item.again and before else None


def _wider(one: Item, item: Item) -> bool:
    if one.reading is None or item.reading is None:
        return False
    whole, part = one.reading, item.reading
    return whole.start <= part.start and part.end <= whole.end and (whole.end - whole.start) > (part.end - part.start)


def key_of(title: str, more: str, taken: Container[str], content: Callable[[str], list[str]], longest: int = 5) -> str:
    """Make a key of a title's words; one that is taken goes on with further words, and at last with an ordinal.

    >>> key_of("Bilateral meeting with Mark Rutte", "", set(), lambda title: title.lower().split()[:2])
    'bilateral-meeting'

    Args:
        title: the title.
        more: further words.
        taken: keys that others have.
        content: lists the words that say something, each once, in lower case.
        longest: words of a key that is free.
    """
    words = content(title)
    said = [*words, *(word for word in content(more) if word not in words)]
    for count in range(min(longest, len(words)) or 1, min(len(said), longest + 3) + 1):
        if (key := "-".join(said[:count])) not in taken and key:
            return key
    return free_key("-".join(said[:longest]) or "entry", taken)

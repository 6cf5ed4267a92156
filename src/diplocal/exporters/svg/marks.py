"""What a drawing shows of a timeline: each entry with its places along the days, and the words about it."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeAlias

from attrs import frozen

from diplocal.exporters.clocks import say_time
from diplocal.exporters.outline import Slot
from diplocal.exporters.telling.facts import Facts, Page
from diplocal.exporters.telling.fragments import clean, plain
from diplocal.exporters.words import Language
from diplocal.timeline import Entry, Hours, NoDate, Timing, timing_dates

Ends: TypeAlias = tuple[float, float]
"""Where something begins and ends."""


@frozen(kw_only=True)
class Mark:
    """A mark: where it lies, in days from the first one, the words beside it, and all, which begin alike."""

    entry: Entry
    places: tuple[Ends, ...]
    words: str
    full: str
    struck: bool = False


@frozen(kw_only=True)
class Marks:
    """What is drawn."""

    first: dt.date  # the first day
    days: int  # how many there are
    wide: tuple[Mark, ...]  # what lasts several days
    narrow: tuple[Mark, ...]  # all else that has a place
    margin: tuple[Mark, ...]  # what has none


def marks(page: Page) -> Marks:
    """Find everything that a drawing shows of a timeline."""
    parts = page.outline
    undated = [Slot(entry) for below in parts.undated.values() for entry in below]
    wide = [*map(Slot, parts.spans)]
    narrow = [slot for block in parts.days for slot in (*map(Slot, block.heads), *block.slots)]
    narrow += [*map(Slot, parts.windows), *(slot for slot in undated if _reach(slot.entry.timing))]
    reach = [day for slot in (*wide, *narrow) for day in _reach(slot.entry.timing)]
    first = min(reach, default=dt.date.min)

    def marked(slots: Iterable[Slot]) -> tuple[Mark, ...]:
        return tuple(_mark(slot, first, page.facts.language) for slot in slots)

    return Marks(
        first=first,
        days=(max(reach) - first).days + 1 if reach else 0,
        wide=marked(wide),
        narrow=marked(narrow),
        margin=marked(slot for slot in undated if not _reach(slot.entry.timing)),
    )


def _reach(timing: Timing) -> tuple[dt.date, ...]:
    """Give the days that a drawing has to have."""
    if isinstance(timing, NoDate):
        return tuple(day for one in timing.readings for day in (one.start, one.end))
    return timing_dates(timing) or ()


def _mark(slot: Slot, first: dt.date, language: Language) -> Mark:
    entry, timing = slot.entry, slot.entry.timing
    place = entry.place.name if entry.place and entry.own_place else ""
    name, time = clean(entry.title) or clean(place) or language.say("untitled"), say_time(timing, language)
    status = language.name(entry.status)
    if slot.now is not None and not entry.status.cancelled and not isinstance(slot.now, NoDate):
        status = language.say("moved to {time}", time=_when(slot.now, language))
    dates = timing_dates(timing)
    short = time if dates and dates[0] == dates[1] else ""
    words = f"{short} {name}".strip()
    when = language.day(dates[0]) if dates and short else _when(timing, language)
    return Mark(
        entry=entry,
        places=_places(timing, first),
        words=words,
        full=f"{words}, {when}, {status}",
        struck=slot.now is not None or entry.off,
    )


def _when(timing: Timing, language: Language) -> str:
    return plain(Facts(language=language, one_zone=True).timing(timing))


def _places(timing: Timing, first: dt.date) -> tuple[Ends, ...]:
    match timing:
        case Hours(start, end):
            since = _at(start, first)
            return ((since, max(since, _at(end, first)) if end else since),)
        case NoDate(readings):
            return tuple(sorted(_whole(one.start, one.end, first) for one in readings))
        case _:
            dates = timing_dates(timing)
            return (_whole(*dates, first),) if dates else ()


def _at(moment: dt.datetime, first: dt.date) -> float:
    return (moment.date() - first).days + (moment.hour * 60 + moment.minute) / 1440


def _whole(start: dt.date, end: dt.date, first: dt.date) -> Ends:
    return float((start - first).days), float((end - first).days + 1)

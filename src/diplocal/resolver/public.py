"""What the public may know of the dates of a programme: its public entries, read again without the internal ones.

A date that only something internal settles is left open for the public. An entry that counts from an internal one shows
its own date, and no word of how that was read.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from attrs import evolve

from diplocal.checks import references
from diplocal.errors import ProgrammeError
from diplocal.model import Announced, Audience, Placed, Programme, VisitDay, placed, rebuilt
from diplocal.reading import Alternative, Certainty, Reading, say_dates
from diplocal.timeline import Concern, Entry, NoDate, Notice, PublicDate, Timeline, withheld
from diplocal.timeline.timings import days_in_full
from diplocal.when import Chained, ChainedWeekday, Window

_ROUNDS = 4
"""How often the public entries are read again without those whose words mean nothing by themselves."""

Resolve: TypeAlias = Callable[[Programme], Timeline]


def with_public_dates(programme: Programme, timeline: Timeline, resolve: Resolve) -> Timeline:
    """Note on each public entry of a timeline what the public may know of its date, where that is not all of it.

    The programme's public entries are dated once more, by `resolve`, which finds no structural problem in them.
    """
    hidden = {entry.key for entry in timeline.entries if entry.audience is Audience.INTERNAL}
    if not hidden:
        return timeline
    whole = {entry.key: entry for entry in timeline.entries}
    blind = _counting_from(hidden, placed(programme))
    read = _read_again(programme, whole, hidden, blind, resolve)
    told = {entry.key: entry for entry in read.entries} if read else {}
    entries = [_noted(entry, told.get(entry.key), entry.key in blind) for entry in timeline.entries]
    public = {*read.notices} if read else set()
    notices = [one if one in public else evolve(one, audience=Audience.INTERNAL) for one in timeline.notices]
    return evolve(timeline, entries=entries, notices=(*notices, *_left_open(entries)))


def _counting_from(hidden: set[str], entries: Iterable[Placed]) -> set[str]:
    """Find the public entries whose words count from an internal one, by its key or as the one before."""
    found: set[str] = set()
    before: dict[int, str] = {}  # by the identity of what they hang in
    for at in entries:
        entry, holder = at.entry, id(at.holder)
        parts = references.parts(entry.when)
        named = {edge.to for edge in references.entries("", parts)} | {entry.anchor}
        behind = at.holder is not None and before.get(holder) in hidden and any(map(_is_chained, parts))
        if entry.key not in hidden and (behind or not hidden.isdisjoint(named)):
            found.add(entry.key)
        before[holder] = entry.key
    return found


def _is_chained(part: object) -> bool:
    match part:
        case Chained(_, None) | ChainedWeekday(_, _, None):
            return True
        case Window(chained=chained):
            return chained
        case _:
            return False


def _read_again(
    programme: Programme, whole: dict[str, Entry], hidden: set[str], blind: set[str], resolve: Resolve
) -> Timeline | None:
    """Date the public entries by themselves, adding to `blind` what then has no date; ``None``: none of them can be."""
    for _ in range(_ROUNDS):
        public = _public_part(programme, whole, hidden, blind)
        try:
            return resolve(public)
        except ProgrammeError as error:
            paths = {problem.where.rpartition(".")[0] or problem.where for problem in error.problems}
            failed = {at.entry.key for at in placed(public) if at.where in paths}
            if failed <= blind:
                break
            blind |= failed
    blind |= whole.keys() - hidden
    return None


def _public_part(programme: Programme, whole: dict[str, Entry], hidden: set[str], blind: set[str]) -> Programme:
    """Take the internal entries out of a programme, and state the dates of those that count from them."""

    def public(one: Announced, _: object) -> Announced | None:
        if one.key in hidden:
            return None
        if one.key in blind:
            one = evolve(one, when=days_in_full(whole[one.key].timing), date=None, anchor=None)
        if isinstance(one, VisitDay):
            return one
        return evolve(one, relations=[relation for relation in one.relations if relation.to not in hidden])

    return rebuilt(programme, public)


def _noted(entry: Entry, read: Entry | None, blind: bool) -> Entry:
    if entry.audience is Audience.INTERNAL:
        return entry
    told = _withheld(entry) if read is None or blind else _public_date(entry, read)
    if (told.timing, told.reason) == (entry.timing, entry.reason):
        return entry
    return evolve(entry, public_date=told)


def _public_date(entry: Entry, read: Entry) -> PublicDate:
    """Tell the date as the public entries give it, unless the house knows that it is another one."""
    if entry.timing == read.timing or read.timing == NoDate():
        return PublicDate(read.timing, read.reason)
    known = entry.reason.reading if entry.reason else None
    if known is None or read.reason is None or (known.start, known.end) not in _readings(read):
        return _withheld(entry)
    first = Alternative(read.reason.reading.start, read.reason.reading.end, read.reason.reading.why)
    left = evolve(read.reason.reading, certainty=Certainty.AMBIGUOUS)
    return PublicDate(NoDate((first, *left.alternatives)), evolve(read.reason, reading=left))


def _withheld(entry: Entry) -> PublicDate:
    timing = NoDate() if isinstance(entry.timing, NoDate) else entry.timing
    return PublicDate(timing, withheld(entry.reason) if entry.reason else None)


def _readings(entry: Entry) -> set[tuple[dt.date, dt.date]]:
    reading = entry.reason.reading if entry.reason else None
    several: list[Reading | Alternative] = [reading, *reading.alternatives] if reading else []
    return {(one.start, one.end) for one in several}


def _left_open(entries: Iterable[Entry]) -> Iterator[Notice]:
    """Tell the house which dates the public can't see."""
    for entry in entries:
        public, reason = entry.public_date, entry.reason
        if public is None or reason is None or not isinstance(public.timing, NoDate):
            continue
        if isinstance(entry.timing, NoDate):
            continue
        reading = reason.reading
        yield Notice(
            concern=Concern.WITHHELD,
            programme=entry.programme,
            where=reason.where,
            entry=entry.key,
            message=f"only something internal settles {say_dates(reading.start, reading.end)}, so for the public "
            "the date is open",
            settle=f"if the public may know it, settle it with date = {reading.start}",
            audience=Audience.INTERNAL,
        )

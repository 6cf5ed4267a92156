"""Give each entry words that mean in the programme what they mean in the text.

In the text a date has its verb and its neighbours; the programme has to mean the same without them. Mostly the words
do. Where they don't, more is said, in this order: which entry a chained date counts from, the date that settles the
words, the date in place of the words, nothing.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping

from attrs import evolve, frozen

from diplocal.drafting.outline import Planned
from diplocal.errors import ProgrammeError
from diplocal.model import Programme, Settled
from diplocal.reading import Certainty, Kind, Reading, say_dates
from diplocal.resolver import resolve
from diplocal.when import At, Chained, Reference, Undated, in_full

_ROUNDS = 12
_NUMBERS = re.compile(r"events\[\d+\](?:\.sessions\[\d+\])?")


@frozen(kw_only=True)
class Said:
    """What an entry says of its time.

    Attributes:
        when: its words, as a reference.
        date: what settles them.
        comment: what a person should know about them.
    """

    when: Reference
    date: Settled | None = None
    comment: str = ""


def fitted(
    entries: Iterable[Planned], build: Callable[[Mapping[str, Said]], Programme], today: dt.date
) -> tuple[Programme, dict[str, Said]]:
    """Find words for each entry.

    Args:
        entries: events and sessions, in the order of the programme.
        build: makes the programme of what its entries say, by key.
        today: the day of publication.

    Returns:
        The programme, which resolves without problems, and what its entries say.
    """
    planned = {one.where: one for one in entries}
    ways = {where: _ways(one, planned.values(), today) for where, one in planned.items()}
    at = dict.fromkeys(planned, 0)
    for _ in range(_ROUNDS):
        said = {one.key: ways[where][at[where]] for where, one in planned.items()}
        programme = build(said)
        wrong = [where for where in _wrong(programme, planned) if at[where] + 1 < len(ways[where])]
        if not wrong:
            return programme, said
        for where in wrong:
            at[where] += 1
    said = {one.key: ways[where][-1] for where, one in planned.items()}
    return build(said), said


def _wrong(programme: Programme, planned: Mapping[str, Planned]) -> set[str]:
    """Find the entries that have problems, or else those that mean another date than in the text."""
    try:
        timeline = resolve(programme)
    except ProgrammeError as error:
        places = (_NUMBERS.match(problem.where) for problem in error.problems)
        return {place[0] for place in places if place and place[0] in planned}
    found = set()
    entries = {entry.key: entry for entry in timeline.entries}
    for where, one in planned.items():
        meant, reason = one.item.reading, entries[one.key].reason
        if meant is None:
            continue
        read = reason.reading if reason else None
        if meant.certainty is Certainty.AMBIGUOUS:
            open_ = {(meant.start, meant.end), *((other.start, other.end) for other in meant.alternatives)}
            if read is not None and (read.start, read.end) not in open_:
                found.add(where)
            continue
        if read is None or read.certainty is Certainty.AMBIGUOUS or (read.start, read.end) != (meant.start, meant.end):
            found.add(where)
    return found


def _ways(planned: Planned, all_of_them: Iterable[Planned], today: dt.date) -> list[Said]:
    """List what an entry may say, the source's own words first."""
    item = planned.item
    reference, reading = item.reference, item.reading
    if reference is None or reading is None:
        return [Said(when=Undated())]
    comment = _comment(reading, today)
    ways = [Said(when=reference, comment=comment)]
    ways += [Said(when=one, comment=comment) for one in _counted(planned, reference, all_of_them)]
    if reading.certainty is not Certainty.AMBIGUOUS:
        end = reading.end if reading.end != reading.start else None
        ways.append(Said(when=reference, date=Settled(start=reading.start, end=end), comment=comment))
        if reading.kind is not Kind.WINDOW:
            told = f"the text says '{item.said}'" + (f"; {comment}" if comment else "")
            ways.append(Said(when=_on(reading, reference), comment=told))
    told = f"the text says '{item.said}', {say_dates(reading.start, reading.end)}"
    return [*ways, Said(when=Undated(), comment=told)]


def _comment(reading: Reading, today: dt.date) -> str:
    if reading.certainty is Certainty.CERTAIN:
        return ""
    if reading.certainty is Certainty.PREFERRED and all(one.end < today for one in reading.alternatives):
        return ""  # what was announced lies ahead
    others = " or ".join(say_dates(one.start, one.end) for one in reading.alternatives)
    first = say_dates(reading.start, reading.end)
    if reading.certainty is Certainty.AMBIGUOUS:
        return f"{first} or {others}: choose, with a line date = {reading.start}"
    return f"read as {first}" + (f"; it could mean {others}" if others else "")


def _counted(planned: Planned, reference: Reference, all_of_them: Iterable[Planned]) -> Iterable[Reference]:
    """Let a chained day say which entry it counts from."""
    core = reference.day if isinstance(reference, At) else reference
    reading = planned.item.reading
    if not isinstance(core, Chained) or core.entry is not None or reading is None:
        return
    for other in all_of_them:
        base = other.item.reading
        if other is planned or base is None or other.item.at > planned.item.at or base.kind is Kind.WINDOW:
            continue
        edge = base.end if core.days > 0 else base.start
        if edge + dt.timedelta(core.days) == reading.start:
            named = evolve(core, entry=other.key)
            yield At(named, reference.time) if isinstance(reference, At) else named


def _on(reading: Reading, reference: Reference) -> Reference:
    """Say the dates in full, with the time of day that was said."""
    days = in_full(reading.start, reading.end)
    return At(days, reference.time) if isinstance(reference, At) else days

"""Weekdays in a notice about a visit: those that are open are days of the visit whose dates it states."""

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplocal.drafting.days import split_time
from diplocal.reading import Alternative, Certainty, Finding, Kind, Reading
from diplocal.when import At, CalendarDay, Chained, DaySet, OnWeekday, Reference, Span, Which

_LONGEST = dt.timedelta(14)


def within_stay(findings: Sequence[Finding], today: dt.date) -> tuple[Finding, ...]:
    """Settle bare weekdays that are not certain by the one visit ahead whose dates are stated in full.

    The other reading stays listed. A weekday that follows a day so settled is a further day of the visit, and a day
    that is counted from such a weekday moves with it.
    """
    stays = list(dict.fromkeys(_stays(findings, today)))
    return tuple(_moved(findings, *stays[0])) if len(stays) == 1 else tuple(findings)


def _stays(findings: Sequence[Finding], today: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    for one in findings:
        reading, core = one.reading, split_time(one.mention.reference)[0]
        days = (core.first, core.last) if isinstance(core, Span) else core.days if isinstance(core, DaySet) else ()
        dated = any(isinstance(day, CalendarDay) for day in days)
        if dated and reading.kind is Kind.SPAN and today <= reading.start and reading.end - reading.start <= _LONGEST:
            yield reading.start, reading.end


def _moved(findings: Sequence[Finding], first: dt.date, last: dt.date) -> Iterator[Finding]:
    before: tuple[Finding, Finding] | None = None
    reached: dt.date | None = None
    for one in findings:
        core = _core(one.mention.reference)
        settled = one
        if isinstance(core, OnWeekday) and core.which is Which.BARE and core.week is None:
            settled = _inside(one, first, last)
            if settled is one and reached is not None and one.reading.end < first:
                settled = _further(one, core, reached, last)
            reached = settled.reading.start if settled is not one else reached
        elif isinstance(core, Chained) and core.entry is None and before and before[0] is not before[1]:
            settled = _on(one, before[1].reading.start + dt.timedelta(core.days))
        before = (one, settled)
        yield settled


def _core(reference: Reference) -> Reference:
    return reference.day if isinstance(reference, At) else reference


def _inside(one: Finding, first: dt.date, last: dt.date) -> Finding:
    reading = one.reading
    if reading.certainty is Certainty.CERTAIN or reading.start != reading.end:
        return one
    days = [day for day in (reading.start, *(other.start for other in reading.alternatives)) if first <= day <= last]
    return _on(one, days[0]) if len(days) == 1 else one


def _further(one: Finding, core: OnWeekday, reached: dt.date, last: dt.date) -> Finding:
    """Go on through the visit: behind one of its days the next weekday is another one, not one before the visit."""
    day = reached + dt.timedelta((core.weekday - reached.weekday()) % 7)
    return _on(one, day) if day <= last else one


def _on(one: Finding, day: dt.date) -> Finding:
    reading: Reading = one.reading
    others = [Alternative(reading.start, reading.end, reading.why), *reading.alternatives]
    why = "one of the days of the visit that the notice is about"
    return Finding(
        one.mention,
        evolve(
            reading, start=day, end=day, certainty=Certainty.PREFERRED, why=why,
            alternatives=[other for other in others if other.start != day],
        ),
    )  # fmt: skip

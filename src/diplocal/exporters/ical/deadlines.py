"""The last days for accreditation and the ends of embargoes as entries of their own, for those who ask for them."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from attrs import evolve

from diplocal.exporters.words import Language
from diplocal.model import Status
from diplocal.timeline import Days, Entry, Hours, Level, Timeline, Timing, in_order

ACCREDITATION, EMBARGO = "accreditation", "embargo"


def with_deadlines(timeline: Timeline, language: Language) -> Timeline:
    """Add an entry for each deadline, below the entry it is about and for the same audience; once, if asked twice."""
    known = {entry.full_key for entry in timeline.entries}
    found = [made for entry in timeline.entries for made in _deadlines(entry, language) if made.full_key not in known]
    return evolve(timeline, entries=in_order([*timeline.entries, *found])) if found else timeline


def is_deadline(entry: Entry) -> bool:
    """Tell whether an entry was made of a deadline of another one."""
    return entry.parent is not None and entry.key in {f"{entry.parent}/{what}" for what in (ACCREDITATION, EMBARGO)}


def _deadlines(entry: Entry, language: Language) -> Iterator[Entry]:
    if entry.accreditation:
        title = language.say("Accreditation closes: {title}", title=entry.title)
        yield _deadline(entry, ACCREDITATION, title, Days(entry.accreditation, entry.accreditation))
    if entry.embargo:
        title = language.say("Embargo ends: {title}", title=entry.title)
        yield _deadline(entry, EMBARGO, title, _moment(entry.embargo, entry.zone))


def _deadline(entry: Entry, what: str, title: str, timing: Timing) -> Entry:
    first = (entry.was[0], f"{entry.was[1]}/{what}") if entry.was else None
    return Entry(
        programme=entry.programme,
        key=f"{entry.key}/{what}",
        level=Level.SESSION,
        parent=entry.key,
        title=title,
        timing=timing,
        zone=entry.zone,
        status=entry.status if entry.status.off else Status.CONFIRMED,
        audience=entry.audience,
        url=entry.url,
        source=entry.source,
        was=first,
    )


def _moment(until: dt.date | dt.datetime, zone: str | None) -> Timing:
    """Place the end of an embargo; a time whose zone nobody knows is not made up."""
    if not isinstance(until, dt.datetime):
        return Days(until, until)
    if until.tzinfo is None and zone is None:
        return Days(until.date(), until.date())
    return Hours(until if until.tzinfo else until.replace(tzinfo=ZoneInfo(zone or "UTC")))

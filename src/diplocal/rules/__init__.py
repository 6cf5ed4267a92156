"""What one reference could mean: all its candidate dates from one anchor, each with the rule that gives it.

Nothing is chosen here. Candidates come best first; `evidence` chooses, by what a text or a programme says. Weekday
arithmetic is plain; months and years go through dateutil, which clips the 31st.
"""

import datetime as dt
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

from attrs import evolve

from diplocal.errors import ReadingError
from diplocal.reading import Candidate, Conventions, Kind, say_day
from diplocal.rules import days, several, windows
from diplocal.rules.arithmetic import AHEAD, DEFAULT, SIX_DAYS, Anchor, Candidates, contradicted, distinct
from diplocal.when import (
    At,
    Bound,
    Clock,
    ClockSpan,
    Day,
    Deadline,
    InMonth,
    InYear,
    Part,
    Reference,
    Undated,
    Unit,
    WeekOf,
    Window,
)

__all__ = [
    "AHEAD", "DEFAULT", "SIX_DAYS", "Anchor", "Candidates", "beyond_the_calendar", "candidates", "contradicted",
    "publication_day",
]  # fmt: skip


def publication_day(published: dt.date | dt.datetime, zone: str | None) -> dt.date:
    """The day of publication in the dateline's zone.

    Raises:
        ReadingError: the zone does not exist, or the day there lies outside the years 1 to 9999.
    """
    try:
        here = None if zone is None else ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise ReadingError(zone or "", "is not a time zone", "give an IANA name such as 'Europe/Brussels'") from None
    if not isinstance(published, dt.datetime):
        return published
    if published.tzinfo is None or here is None:
        return published.date()
    try:
        return published.astimezone(here).date()
    except OverflowError:
        raise beyond_the_calendar(published) from None


def beyond_the_calendar(published: dt.date) -> ReadingError:
    """The error where a day of publication, or what is compared with it, lies too near the ends of the calendar."""
    why = "a date counted from it lies outside the years 1 to 9999"
    return ReadingError(published.isoformat(), why, "correct the day of publication")


def candidates(reference: Reference, anchor: Anchor, conventions: Conventions = DEFAULT) -> Candidates:
    """List what a reference could mean, best first; never empty, no two with the same dates.

    Raises:
        ReadingError: it denotes no date (31 June), runs backwards, or counts from something that isn't there.
    """
    return _candidates(reference, anchor.day, anchor.base, anchor.country, conventions)


@lru_cache(maxsize=4096)  # the reports of a day share their anchor, and most of their words
def _candidates(
    reference: Reference,
    day: dt.date,
    base: tuple[dt.date, dt.date] | None,
    country: str | None,
    conventions: Conventions,
) -> Candidates:
    anchor = Anchor(day, base, country)
    try:
        return distinct(_read(reference, anchor, conventions))
    except (OverflowError, ValueError):
        why = f"counted from {say_day(anchor.day)}, it lies outside the years 1 to 9999"
        raise ReadingError("the date", why, "correct the number or the day it is counted from") from None
    except RecursionError:
        raise ReadingError("the date", "it counts from a day that counts from a day, too often", "name a day") from None


def _read(reference: Reference, anchor: Anchor, conventions: Conventions) -> Candidates:
    if isinstance(reference, Day):
        return days.read(reference, anchor, conventions)
    if isinstance(reference, several.Several):
        return several.read(reference, anchor, conventions)
    if isinstance(reference, windows.AnyWindow):
        return windows.read(reference, anchor, conventions)
    match reference:
        case At(day, time):
            found = _read(day, anchor, conventions)
            return tuple(map(_moment, found)) if isinstance(time, (Clock, ClockSpan)) else found
        case Deadline(bound, day):
            end = _is_end_of(day)
            return tuple(_bounded(candidate, bound, end=end) for candidate in _read(day, anchor, conventions))
        case Undated():
            raise ReadingError("undated", "nothing is said about the time", "give a day, or leave it undated")
        case _:
            assert_never(reference)


def _moment(candidate: Candidate) -> Candidate:
    """A day with a time on the clock is a moment; several days, a window or a deadline stay what they are."""
    return evolve(candidate, kind=Kind.MOMENT) if candidate.kind is Kind.DAY else candidate


def _bounded(candidate: Candidate, bound: Bound, *, end: bool) -> Candidate:
    """A day that bounds something is a deadline, as the end of a month is; another window stays one ("by June")."""
    if candidate.kind is Kind.WINDOW and not end:
        return candidate
    why = f"{bound.value} {'the end' if end else 'a day'}: {candidate.why}"
    return Candidate(candidate.end if end else candidate.start, candidate.end, candidate.rule, why, Kind.DEADLINE)


def _is_end_of(day: Day | Window | InMonth | InYear | WeekOf) -> bool:
    """Whether words name the end of a month or year; of a week it may be its last working day."""
    match day:
        case Window(Unit.MONTH | Unit.YEAR, _, Part.END) | InMonth(part=Part.END) | InYear(part=Part.END):
            return True
        case _:
            return False

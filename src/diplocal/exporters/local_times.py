"""Times of day in the zone of a place and in further zones beside it.

Aware times go in, words for a line or a table's cell come out. Nothing here knows the machine's zone.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo, available_timezones

from attrs import evolve, frozen

from diplocal.errors import ExportError
from diplocal.exporters.wording import Wording
from diplocal.timeline import DayPart, Entry, Hours, Timing


@frozen
class Clock:
    """A further zone, with the name it is shown by."""

    name: str
    zone: ZoneInfo


def clock(text: str, names: Mapping[str, str]) -> Clock:
    """Read a further zone: ``Asia/Seoul``, or with a name of one's own, ``Washington=America/New_York``."""
    name, _, key = (part.strip() for part in text.rpartition("="))
    return Clock(name or names.get(key) or city(key), zone(key))


def zone(key: str) -> ZoneInfo:
    """Look up an IANA zone.

    Raises:
        ExportError: there is no such zone.
    """
    try:
        return ZoneInfo(key)
    except (KeyError, ValueError, OSError):
        settle = "give an IANA name such as 'Asia/Seoul'"
        raise ExportError.unknown(key, "a time zone", sorted(available_timezones()), settle) from None


def city(key: str) -> str:
    """Name a zone by the city in its IANA name."""
    return key.rpartition("/")[2].replace("_", " ")


def zone_names(entries: Iterable[Entry]) -> dict[str, str]:
    """Name each zone by the place that has it, where just one has."""
    places = defaultdict[str, dict[str, None]](dict)
    for entry in entries:
        if entry.zone and entry.place:
            places[entry.zone][entry.place.name] = None
    return {key: next(iter(names)) if len(names) == 1 else city(key) for key, names in places.items()}


def zone_name(moment: dt.datetime, names: Mapping[str, str]) -> str:
    """Say whose time it is: the place, the city of the zone, or the offset where the zone has no name."""
    key = getattr(moment.tzinfo, "key", None)
    if not key:
        return offset(moment)
    return names.get(key) or city(key)


def offset(moment: dt.datetime) -> str:
    """Write how far a time is from UTC: ``UTC+2``, ``UTC-3:30``."""
    minutes = int((moment.utcoffset() or dt.timedelta()).total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def at_place(timing: Timing, entry: Entry) -> Timing:
    """Tell a time in the zone of the entry's place; without a place, it stays in the zone that was announced."""
    return at_zone(timing, entry.zone if entry.place else None)


def at_zone(timing: Timing, key: str | None) -> Timing:
    """Tell a time in a zone; ``None``: in the one that was announced."""
    if key is None or not isinstance(timing, Hours):
        return timing
    there = zone(key)
    return evolve(timing, start=timing.start.astimezone(there), end=timing.end and timing.end.astimezone(there))


def is_long(hours: Hours) -> bool:
    """Tell whether a time lasts a day or more, so that it belongs to no single day."""
    return hours.end is not None and elapsed(hours.start, hours.end) >= dt.timedelta(hours=24)


def elapsed(start: dt.datetime, end: dt.datetime) -> dt.timedelta:
    """Measure the time that passes; a plain difference forgets the change of the clocks in between."""
    return end.astimezone(dt.UTC) - start.astimezone(dt.UTC)


def say_time(timing: Timing, language: Wording) -> str:
    """Say the time of day where one is known: ``15:00–16:30``, ``around 12:30``, ``morning``; else nothing."""
    match timing:
        case DayPart(_, part):
            return language.name(part)
        case Hours(start):
            said = _with_days(timing, language) if is_long(timing) else hours_from(timing, start.date(), language)
            return language.say("around {time}", time=said) if timing.about else said
        case _:
            return ""


def elsewhere(hours: Hours, there: Clock, language: Wording) -> str:
    """Say the same moment on another zone's clock, with the shift of the date: ``01:00 +1 day``."""
    end = hours.end.astimezone(there.zone) if hours.end else None
    moved = evolve(hours, start=hours.start.astimezone(there.zone), end=end)
    return _with_days(moved, language) if is_long(moved) else hours_from(moved, hours.start.date(), language)


def hours_from(hours: Hours, day: dt.date, language: Wording) -> str:
    """Write the times of less than a day, marking what lies on another date than `day`.

    One mark after both times stands for both, or for the end where only that is shifted: which of the two, the times
    tell, since the end is later than the start by less than a day.
    """
    first = (hours.start.date() - day).days
    start = _clock(hours.start)
    if hours.end is None or elapsed(hours.start, hours.end) <= dt.timedelta():
        return start + _mark(first, language)
    last = (hours.end.date() - day).days
    end = _clock(hours.end) + _mark(last, language)
    return f"{start}–{end}" if first == last or not first else f"{start}{_mark(first, language)} – {end}"


def _with_days(hours: Hours, language: Wording) -> str:
    """Write the times of a day or more, each with its day."""
    ends = [hours.start] if hours.end is None else [hours.start, hours.end]
    return " – ".join(f"{language.day(moment.date())}, {_clock(moment)}" for moment in ends)


def _mark(days: int, language: Wording) -> str:
    return f" {language.say('{days:+} day' if abs(days) == 1 else '{days:+} days', days=days)}" if days else ""


def _clock(moment: dt.datetime) -> str:
    """Write a time of day, with the offset where the clock shows it twice."""
    if moment.replace(fold=1 - moment.fold).utcoffset() == moment.utcoffset():
        return f"{moment:%H:%M}"
    there = moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    repeated = there.replace(tzinfo=None) == moment.replace(tzinfo=None)  # else the clock never shows it
    return f"{moment:%H:%M} {offset(moment)}" if repeated else f"{moment:%H:%M}"

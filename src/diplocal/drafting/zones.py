"""In which zone the times of a document are told, where they don't say it themselves."""

import re

from attrs import evolve

from diplocal.drafting.item import Item
from diplocal.errors import PhraseError
from diplocal.phrases import written_time
from diplocal.when import Clock, ClockSpan, Time

_STATED = re.compile(
    r"\b[Tt]imes?(?:\s+(?:are|is|given|stated|shown|all|in|at))*\s*[:(]?\s*(?P<short>[A-Z]{3,4}(?:[+-]\d{1,2})?)\b"
    r"|(?:\(|\b[Tt]imes?\s(?:(?:are|is|given|in|at)\s)*)(?P<named>[A-Z]\w+(?:\s[A-Z]\w+)?\stime)\b"
)
_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)


def stated_zone(text: str) -> str | None:
    """Find the zone that a document states for all its times: "(all times EEST)", "Time (CET)".

    >>> stated_zone("Programme (Geneva time)"), stated_zone("10.00 (Geneva time) Talks")
    ('Europe/Zurich', None)
    """
    for line in text.split("\n"):
        said = _STATED.search(line)
        if said and not _CLOCK.search(line):
            try:
                time, _ = written_time(f"12:00 {said['short'] or said['named']}")
            except PhraseError:
                continue
            if isinstance(time, Clock):
                return time.zone
    return None


def with_zone(item: Item, zone_of_all: str | None) -> Item:
    """Give a clock the zone that is stated for all; ask whose "local time" is meant where no place is named."""
    clock = item.time.start if isinstance(item.time, ClockSpan) else item.time
    if not isinstance(clock, Clock):
        return item
    if clock.zone is None and zone_of_all is not None:
        return evolve(item, time=_in_zone(item.time, zone_of_all))
    if clock.zone != "local" or item.place is not None:
        return item
    doubt = "the words say 'local time' of a place that they don't name"
    return evolve(item, time=_in_zone(item.time, None), doubts=[*item.doubts, doubt])


def _in_zone(time: Time | None, zone: str | None) -> Time | None:
    if isinstance(time, ClockSpan):
        return ClockSpan(evolve(time.start, zone=zone), evolve(time.end, zone=zone))
    return evolve(time, zone=zone) if isinstance(time, Clock) else time

"""In which zone the times of a document are told, where they don't say it themselves."""

from collections.abc import Mapping

from attrs import evolve

from diplocal.drafting.notice.item import Item
from diplocal.when import Clock, ClockSpan, Time


def with_zone(item: Item, stated: Mapping[int, str]) -> Item:
    """Give a clock the zone that is stated over it; ask whose "local time" is meant where no place is named."""
    clock = item.time.start if isinstance(item.time, ClockSpan) else item.time
    if not isinstance(clock, Clock):
        return item
    over = next((zone for start, zone in sorted(stated.items(), reverse=True) if start <= item.at), None)
    if clock.zone is None and over is not None:
        return evolve(item, time=_in_zone(item.time, over))
    if clock.zone != "local" or item.place is not None:
        return item
    doubt = "the words say 'local time' of a place that they don't name"
    return evolve(item, time=_in_zone(item.time, None), doubts=[*item.doubts, doubt])


def _in_zone(time: Time | None, zone: str | None) -> Time | None:
    if isinstance(time, ClockSpan):
        return ClockSpan(evolve(time.start, zone=zone), evolve(time.end, zone=zone))
    return evolve(time, zone=zone) if isinstance(time, Clock) else time

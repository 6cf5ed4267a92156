"""Times of day as a programme file has them: "10:00", "10:00-11:30 Europe/Brussels", "around 12:30", "morning"."""

import re

from diplocal.when import Clock, ClockSpan, InPart, InZone, PartOfDay, Time

_ZONED = r"(?P<zone>local time|[+-][0-9]{2}:[0-9]{2}|[A-Za-z_]+/[A-Za-z0-9_/+-]+|\[[A-Za-z0-9_/+-]+\])"
_FIGURES = r"[0-9]{1,2}:[0-9]{2}"
_PARTS = "|".join(part.value for part in PartOfDay)
_CLOCK = re.compile(rf"(?P<about>around )?(?P<start>{_FIGURES})(?:(?:[-–]| [-–] )(?P<end>{_FIGURES}))?(?: {_ZONED})?")
_PART = re.compile(rf"(?P<part>{_PARTS})(?: {_ZONED})?")
_ZONE = re.compile(_ZONED)


def format_time(time: Time) -> str | None:
    """Write a time so that `parse_time` gives it back; ``None`` for a span whose two ends differ in kind.

    An IANA name without a slash stands in brackets: ``CET`` alone is the offset that the news means by it.

    >>> format_time(ClockSpan(Clock(10), Clock(11, 30)))
    '10:00-11:30'
    """
    match time:
        case Clock(zone=zone, about=about):
            return " ".join(filter(None, ["around" if about else "", f"{time.time:%H:%M}", _format_zone(zone)]))
        case ClockSpan(start, end):
            if start.zone != end.zone or start.about or end.about:
                return None
            return f"{start.time:%H:%M}-{format_time(end)}"
        case InPart(part, zone):
            return " ".join(filter(None, [part.value, _format_zone(zone)]))
        case InZone(zone):
            return _format_zone(zone)


def parse_time(text: str) -> Time | None:
    """Read what `format_time` writes; ``None`` for anything else.

    >>> parse_time("around 12:30 local time")
    Clock(hour=12, minute=30, zone='local', about=True)
    """
    if found := _PART.fullmatch(text):
        return InPart(PartOfDay(found["part"]), _parse_zone(found["zone"]))
    if _ZONE.fullmatch(text):
        return InZone(_parse_zone(text) or "")
    found = _CLOCK.fullmatch(text)
    if found is None or (found["about"] and found["end"]):
        return None
    zone = _parse_zone(found["zone"])
    start = _figures(found["start"], zone, about=bool(found["about"]))
    if found["end"] is None or start is None:
        return start
    end = _figures(found["end"], zone)
    return ClockSpan(start, end) if end else None


def _figures(text: str, zone: str | None, *, about: bool = False) -> Clock | None:
    hour, minute = map(int, text.split(":"))
    return Clock(hour, minute, zone, about) if hour < 24 and minute < 60 else None


def _format_zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone == "local":
        return "local time"
    return zone if "/" in zone or zone[:1] in "+-" else f"[{zone}]"


def _parse_zone(text: str | None) -> str | None:
    return "local" if text == "local time" else text and text.strip("[]")

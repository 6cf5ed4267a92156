"""Entries made for a test: sessions in Brussels on Thursday 3 April 2025, unless they say otherwise."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from diplocal.model import Place, Source
from diplocal.timeline import Days, Entry, Level, Timeline, in_order

DAY = dt.date(2025, 4, 3)
BRUSSELS = ZoneInfo("Europe/Brussels")
PLACE = Place(key="brussels", name="Brussels", zone="Europe/Brussels")
SEOUL = Place(key="seoul", name="Seoul", zone="Asia/Seoul")
AGENCY = Source(key="agency", publisher="An agency", published=dt.date(2025, 4, 1))
MINISTRY = Source(key="ministry", publisher="The ministry", published=dt.date(2025, 4, 3))


def at(hour: int, minute: int = 0, day: int = 3, zone: dt.tzinfo = BRUSSELS, month: int = 4) -> dt.datetime:
    return dt.datetime(2025, month, day, hour, minute, tzinfo=zone)


def entry(key: str = "talks", **given: Any) -> Entry:
    fields: dict[str, Any] = {
        "programme": "p",
        "title": key.capitalize(),
        "level": Level.SESSION,
        "timing": Days(DAY, DAY),
        "zone": "Europe/Brussels",
        "place": PLACE,
        **given,
    }
    return Entry(key=key, **fields)


def timeline(*entries: Entry, **given: Any) -> Timeline:
    fields: dict[str, Any] = {"key": "p", "title": "A visit", "entries": in_order(entries), **given}
    return Timeline(**fields)

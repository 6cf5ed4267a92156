"""Where a place's clocks stand, and when a traveller arrives on an earlier date than that of the departure."""

import datetime as dt
from zoneinfo import ZoneInfo

from diplocal import places
from diplocal.model import Place

LONG_FLIGHT = dt.timedelta(hours=10)
"""Clocks that are farther behind than this let a traveller land on the date before."""


def zone_of_place(place: Place | None) -> str | None:
    """Give a place's zone, stated or known by its name."""
    return (place.zone or places.zone_of(place.name)) if place is not None else None


def sets_clocks_back(here: str | None, there: str | None, day: dt.date) -> bool:
    """Tell whether one who leaves on a day may arrive on the date before, as across the date line from the west."""
    if here is None or there is None:
        return False
    try:
        first, second = (_offset(zone, day) for zone in (here, there))
    except (KeyError, ValueError, OSError):  # no such zone, which is told where it stands
        return False
    return first - second >= LONG_FLIGHT


def _offset(zone: str, day: dt.date) -> dt.timedelta:
    return dt.datetime.combine(day, dt.time(12), tzinfo=ZoneInfo(zone)).utcoffset() or dt.timedelta()

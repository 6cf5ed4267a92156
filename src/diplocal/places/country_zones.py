"""Countries and their zones, by the time zone database."""

from collections.abc import Iterator, Mapping
from functools import cache
from pkgutil import get_data  # importlib.resources costs more to import than everything here to read

from diplocal.places.gazetteer import load


@cache
def country_zone(code: str) -> str | None:
    """Find the one zone of a country.

    It is the zone of all its people, if its zones agree from now on (their rules for the future are the same); the
    seat of government's, if at most one person in twenty lives by another clock (islands, an outlying region, a clock
    without legal standing); else none.

    Args:
        code: ISO 3166-1 alpha-2, in either case.

    >>> country_zone("MY"), country_zone("NZ"), country_zone("US")
    ('Asia/Kuala_Lumpur', 'Pacific/Auckland', None)
    """
    code = code.upper()
    zones, seats = countries().get(code, ()), load().seats
    if code in seats or not zones:
        return seats.get(code)
    return zones[0] if len(set(map(rule, zones))) == 1 else None


@cache
def country_of(zone: str) -> str | None:
    """Find the country of a zone.

    Returns:
        Its ISO 3166-1 code; ``None`` for a zone of none ("UTC") or an old name of one ("US/Eastern").

    >>> country_of("Asia/Seoul"), country_of("UTC")
    ('KR', None)
    """
    return next((code for code, zones in countries().items() if zone in zones), None)


@cache
def countries() -> Mapping[str, tuple[str, ...]]:
    """Codes of countries to their zones, in the database's order."""
    found: dict[str, tuple[str, ...]] = {}
    for code, _, zone, *_ in rows("zone.tab"):
        found[code] = (*found.get(code, ()), zone)
    return found


def rows(name: str) -> Iterator[list[str]]:
    """The rows of one of the database's tables."""
    for line in _data(name).decode().splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def rule(zone: str) -> bytes:
    """A zone's rule for times after its last listed change (RFC 9636, section 3.3: the footer)."""
    return _data(zone).rsplit(b"\n", 2)[1]


def _data(path: str) -> bytes:
    """A file of the time zone database."""
    return get_data("tzdata", f"zoneinfo/{path}") or b""

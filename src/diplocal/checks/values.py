"""Single values: titles, keys, zones, addresses, codes, coordinates, dates that a person settled."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from pkgutil import get_data
from urllib.parse import urlsplit

from diplocal.checks.suggestions import did_you_mean, shorten
from diplocal.errors import Problem
from diplocal.model import Settled

SCHEMES = ("http", "https", "mailto", "webcal", "geo")
FIRST_DAY, LAST_DAY = dt.date(1, 1, 3), dt.date(9999, 12, 29)
"""The days, both included, that lie within the calendar in every zone, with the days beside them."""

_PLAIN_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?:[/?#]|$)")
_OFFSET = re.compile(r"[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]")


def title(where: str, text: str, what: str = "title") -> tuple[Problem, ...]:
    """Tell a title or name in which there is nothing to see."""
    if (text.isprintable() and text.strip()) or any(c.isprintable() and not c.isspace() for c in text):
        return ()
    return (Problem(where, text, f"the {what} is empty", f"give a {what}"),)


def key(where: str, text: str) -> Iterator[Problem]:
    """Tell a key that cannot be written as a word; which letters a word has is left to its author."""
    if not text:
        yield Problem(where, "", "the key is empty", "give a key made of words, like 'partners-session'")
    elif " " in text or not text.isprintable():  # of what is printable, the space alone separates
        words = "-".join("".join(char if char.isprintable() else " " for char in text).lower().split())
        settle = f"write {words!r}" if words else "give a key made of words"
        yield Problem(where, shorten(text), "is not a key: a key has no space and no control character", settle)


@cache
def zone_names() -> frozenset[str]:
    """Give the IANA names of the time zone data we depend on: the same ones on every machine."""
    return frozenset((get_data("tzdata", "zones") or b"").decode("ascii").split())


def zone(where: str, name: str | None, *, offset: bool = False) -> Iterator[Problem]:
    """Tell a zone that is not in the time zone data; with `offset`, ``+09:00`` is one too."""
    if name is None or name in zone_names() or (offset and _OFFSET.fullmatch(name)):
        return
    if not name:
        yield Problem(where, "", "the zone is empty", "give an IANA name such as 'Europe/Brussels', or leave it out")
        return
    what = "not an IANA time zone, nor an offset" if offset else "not an IANA time zone"
    settle = zone_meant(name) or "give an IANA name such as 'Europe/Brussels'"
    yield Problem(where, shorten(name), f"is {what}", settle)


def zone_meant(name: str) -> str:
    """Suggest the zone whose name or whose city a misspelt one is near; empty where there is none."""
    city = name.strip().replace(" ", "_").casefold()
    for known in sorted(zone_names()):
        if city in {known.casefold(), known.rpartition("/")[2].casefold()}:
            return f"did you mean {known!r}?"
    return did_you_mean(name, sorted(zone_names()))


def country(where: str, code: str, lengths: tuple[int, ...] = (2,)) -> Iterator[Problem]:
    """Tell a code that is not made like one of ISO 3166-1; whether anybody holds it is not asked."""
    if not code or (code.isascii() and code.isalpha() and code.isupper() and len(code) in lengths):
        return
    upper = code.strip().upper()
    fits = upper.isascii() and upper.isalpha() and len(upper) in lengths
    settle = f"write {upper!r}" if fits else "give two capital letters, such as 'BE'"
    yield Problem(where, shorten(code), "is not an ISO 3166-1 country code", settle)


def geo(where: str, point: tuple[float, float] | None) -> Iterator[Problem]:
    """Tell coordinates that are not on the globe."""
    if point is not None and not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
        swapped = -90 <= point[1] <= 90 and -180 <= point[0] <= 180
        settle = "latitude comes first" if swapped else "give latitude (-90 to 90) and longitude (-180 to 180)"
        yield Problem(where, shorten(f"{point[0]}, {point[1]}"), "is not a latitude and longitude", settle)


def url(where: str, address: str) -> Iterator[Problem]:
    """Tell an address that a reader should not be sent to (a script, a file) or that is none."""
    if not address or (_PLAIN_ADDRESS.match(address) and address.isprintable() and " " not in address):
        return
    if " " in address or not address.isprintable():
        why = "is not an address: it has a space or a control character"
        yield Problem(where, shorten(address), why, "write a space as %20")
        return
    try:
        scheme, host, *_ = urlsplit(address)
    except ValueError as error:
        yield Problem(where, shorten(address), f"is not an address: {error}", "copy it again from its page")
        return
    if scheme not in SCHEMES:
        settle = f"give an address that begins with {', '.join(SCHEMES[:-1])} or {SCHEMES[-1]}"
        why = f"is an address of the kind {scheme!r}" if scheme else "is not a whole address"
        yield Problem(where, shorten(address), why, settle)
    elif scheme in {"http", "https", "webcal"} and not host:
        yield Problem(where, shorten(address), "names no host", f"write {scheme}://, a host, and the rest")


def within_calendar(where: str, day: dt.date | dt.datetime | None) -> Iterator[Problem]:
    """Tell a day at the very end of the calendar, where other zones have days that do not exist."""
    if day is not None and not FIRST_DAY <= (day.date() if isinstance(day, dt.datetime) else day) <= LAST_DAY:
        yield Problem(where, str(day), "lies at the very end of the calendar", "correct the year")


def settled(where: str, date: Settled | None) -> tuple[Problem, ...]:
    """Tell settled dates that run backwards."""
    return (backwards(where, date.start, date.end),) if date and date.end and date.end < date.start else ()


def backwards(where: str, first: dt.date, last: dt.date) -> Problem:
    """Word a span that ends before it starts."""
    return Problem(where, f"{first} to {last}", "ends before it starts", "swap the two, or correct one")


def count(where: str, number: int | None, highest: int | None = None) -> Iterator[Problem]:
    """Tell a count or year below 1, or above `highest`."""
    if number is not None and (number < 1 or (highest is not None and number > highest)):
        settle = f"give 1 to {highest}" if highest else "give 1 or more"
        yield Problem(where, shorten(number), "is out of range", settle)

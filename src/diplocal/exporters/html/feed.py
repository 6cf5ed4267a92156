"""The calendar that a page leads to."""

import re
from urllib.parse import urlsplit

from attrs import frozen

from diplocal.errors import ExportError
from diplocal.exporters.telling.fragments import encoded


@frozen
class Feed:
    """The addresses of the calendar: to subscribe to, and to download."""

    subscribe: str
    download: str


def feed(address: str) -> Feed | None:
    """Read the address of a calendar: on the web (``https:``), or to subscribe to (``webcal:``); empty: there is none.

    Raises:
        ExportError: it is not such an address.
    """
    if not address:
        return None
    found = re.fullmatch(r"(https?|webcals?)(://[^\s<>\"]+)", address.strip(), re.IGNORECASE)
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        host = None
    if not found or not host:
        msg = f"{address[:60]!r} is not an address of a calendar; give one that starts with 'https://' or 'webcal://'"
        raise ExportError(msg)
    scheme, rest = found[1].lower(), encoded(found[2])
    return Feed(f"webcal{rest}", f"{'http' if scheme == 'http' else 'https'}{rest}")

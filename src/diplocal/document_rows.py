"""Read a document that is one of many, a row of a table or a line of JSON: there are findings, or a reason for none."""

import datetime as dt
from collections.abc import Mapping

from diplocal.errors import DiplocalError
from diplocal.prose import read_text
from diplocal.published import parse_published
from diplocal.reading import Conventions, Findings

_KINDS: tuple[tuple[type, str], ...] = (
    (str, "a string"),
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number"),
    (list, "a list"),
    (dict, "an object"),
    (type(None), "null"),
)
_TOO_MUCH: dict[type[BaseException], str] = {
    RecursionError: "is nested too deeply",
    MemoryError: "is too large for the memory",
}


class UnreadableError(DiplocalError):
    """A document that cannot be read, with the reason in words."""


def read_row(document: Mapping[str, object], conventions: Conventions) -> Findings:
    """Read a document's `text` from the day on which it was `published`, in its `zone` where it has one.

    Args:
        document: `text` is a string, `published` a date, a date-time or an ISO text of one, `zone` an IANA name or
            ``None``.
        conventions: how to read words on which usage differs.

    Raises:
        UnreadableError: one of them is missing, of another type, or not a date.
        ReadingError: the zone does not exist, or reading leaves the years 1 to 9999.
    """
    text, published, zone = _string(document, "text"), _published(document), document.get("zone")
    if zone is not None and not isinstance(zone, str):
        raise UnreadableError(f"'zone' is {kind_of(zone)}; it is an IANA name such as 'Asia/Seoul', or null")
    return read_text(text, published=published, zone=zone, conventions=conventions)


def reason_of(error: Exception) -> str:
    """Say why a document has no findings; a fault of ours in one must not cost the others theirs."""
    if isinstance(error, DiplocalError):
        return str(error)
    if type(error) in _TOO_MUCH:
        return _TOO_MUCH[type(error)]
    return f"cannot be read, which is a fault of diplocal ({type(error).__name__}: {error}); please report it"


def kind_of(value: object) -> str:
    """Name a value's type as JSON does."""
    return next((words for kind, words in _KINDS if isinstance(value, kind)), type(value).__name__)


def _published(document: Mapping[str, object]) -> dt.date | dt.datetime:
    value = document.get("published")
    if isinstance(value, dt.date):
        return value
    try:
        return parse_published(_string(document, "published"))
    except ValueError as error:
        raise UnreadableError(f"'published': {error}") from None


def _string(document: Mapping[str, object], key: str) -> str:
    value = document.get(key)
    if isinstance(value, str):
        return value
    raise UnreadableError(f"'{key}' is {kind_of(value)}; it is a string" if key in document else f"'{key}' is missing")

"""How a text gets into a content line of RFC 5545 without breaking it.

Cleaning, escaping, folding and percent-encoding: after these, nothing that a title or a link holds can become a line,
end a parameter, or start a script. No guard here is an assertion, so they hold under ``python -O`` too.
"""

import re
from urllib.parse import quote

from diplocal.errors import ExportError

SCHEMES = ("http", "https", "mailto", "webcal", "geo")
"""What a link may start with; everything else could run, leak or break in a reader's hands."""

LIMIT = 75
"""The longest a line may be, in octets without its line break (RFC 5545, 3.1)."""

_NOT_CLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_BREAK = re.compile("\r\n?|\u2028|\u2029")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_IN_PARAMETERS = str.maketrans({"\n": " ", '"': "'", "^": None, "\\": None})
_URI = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_KEPT_IN_LINKS = "%!#$&'()*+,/:;=?@[]~"
# Most links are like this, and need no encoding.
_PLAIN_LINK = re.compile(r"(?:https?|webcal)://[A-Za-z0-9][A-Za-z0-9._~/?#&=:@!$'()*+,;-]*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def clean(text: str) -> str:
    """Leave of a text what a TEXT value can hold.

    CR, CRLF, U+2028 and U+2029 become newlines. Other control characters (C0 but tab and newline, DEL, C1 with U+0085)
    are removed. A surrogate pair becomes the character that it stands for, a lone surrogate U+FFFD.
    """
    if text.replace("\n", "").replace("\t", "").isprintable() or not _NOT_CLEAN.search(text):
        return text
    return _CONTROL.sub("", _BREAK.sub("\n", _paired(text)))


def clean_parameter(text: str) -> str:
    """Leave of a text what every reader takes back from a parameter: one line, with single quotes for double ones.

    Carets and backslashes go: some readers take the one for the encoding of RFC 6868, some the other for an escape.
    """
    return clean(text).translate(_IN_PARAMETERS)


def escaped(text: str) -> str:
    """Write a text as a TEXT value: what `clean` leaves of it, with backslash, semicolon, comma and newline escaped."""
    written = _escape(text)
    return written if written.isprintable() else _escape(clean(text))  # what is printable is clean


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Write a line in pieces of at most 75 octets, never broken inside a character."""
    octets = line.encode()
    if len(octets) <= LIMIT:
        return octets
    if len(octets) == len(line):
        rest = range(LIMIT, len(octets), LIMIT - 1)
        return b"\r\n ".join([octets[:LIMIT], *[octets[at : at + LIMIT - 1] for at in rest]])
    pieces, begin, room = [], 0, LIMIT
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, LIMIT - 1
    pieces.append(octets[begin:])
    return b"\r\n ".join(pieces)


def percent_encoded(text: str) -> str:
    """Check the scheme and encode what RFC 3986 has no room for, keeping what is encoded already."""
    if _PLAIN_LINK.fullmatch(text):
        return text
    found = _URI.fullmatch(text.strip())
    scheme, rest = (found[1].lower(), found[2]) if found else ("", "")
    if scheme not in SCHEMES:
        msg = f"{text[:60]!r} is not a link that a calendar may carry: it has to start with one of {', '.join(SCHEMES)}"
        raise ExportError(msg)
    if not rest.strip("/") or (scheme in {"http", "https", "webcal"} and not re.match("//[^/?#]", rest)):
        msg = f"{text[:60]!r} names no address after {scheme!r}; write it in full"
        raise ExportError(msg)
    encoded = quote(_STRAY_PERCENT.sub("%25", _paired(rest)), safe=_KEPT_IN_LINKS)
    return f"{scheme}:{encoded}"


def _paired(text: str) -> str:
    """Join surrogate pairs to the characters they stand for; a lone one becomes U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

"""Bytes as characters: by what says which encoding they have, never by how they look."""

import codecs
import re

from diplocal.errors import DocumentError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""")
_LATIN = frozenset({"iso8859-1", "ascii"})
"""What pages call Windows-1252: browsers read it so, and the WHATWG's encoding standard says so."""


_FEW_IN = 1_000
"""One character in so many may be in another encoding."""


def decode_text(data: bytes, what: str = "text") -> str:
    """Read plain text: UTF-8, or what a byte order mark names. Line ends stay as they are.

    Raises:
        DocumentError: it is neither, with the line where that shows.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, what).removeprefix("\ufeff")
    return _decoded(data, "utf-8", what)


def decode_page(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Read a web page: a byte order mark counts most, then its envelope, then its own words, then UTF-8.

    Returns:
        Its characters, and words about the few bytes that are in another encoding, which become U+FFFD:
        what others write into a page now and then is.

    Raises:
        DocumentError: its bytes are not in the encoding that is named, or nobody knows that encoding.
    """
    what = "a web page"
    if data.startswith(tuple(mark for mark, _ in _MARKS)):
        return _lines(decode_text(data, what)), ()
    stated = _CHARSET.search(data, 0, 10_000) or _XML.match(data)
    encoding = _encoding(charset or (stated[1].decode("ascii") if stated else "utf-8"), what)
    try:
        return decode_named(data, encoding, what), ()
    except DocumentError as error:
        characters = data.decode(encoding, "replace")
        if (count := characters.count("\ufffd")) > len(characters) / _FEW_IN:
            raise
        return _lines(characters), (f"characters in another encoding, {count} in all: the page {error.why}",)


def decode_named(data: bytes, named: str, what: str) -> str:
    """Read bytes in an encoding that something names.

    Raises:
        DocumentError: they are not in it, or nobody knows it.
    """
    return _lines(_decoded(data, _encoding(named, what), what))


def _encoding(named: str, what: str) -> str:
    try:
        encoding = codecs.lookup(named).name
        "".encode(encoding)
    except (LookupError, ValueError):
        raise DocumentError(what, f"names an encoding that nobody knows, '{named[:40]}'", "save it as UTF-8") from None
    return "cp1252" if encoding in _LATIN else encoding


def _decoded(data: bytes, encoding: str, what: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        at = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, at) + 1
        around = data[max(0, at - 20) : at + 20].decode("ascii", "replace")
        visible = "".join(char if char.isprintable() else " " for char in around)
        shown = " ".join(visible.replace("\ufffd", "?").split())
        why = f"is not {encoding.upper()}: byte 0x{data[at]:02x} in line {line} ('{shown}')"
        raise DocumentError(what, why, "save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE") from None


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

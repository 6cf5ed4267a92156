"""What people really have (a saved page, a mail, a PDF, a Word file, a feed, plain text) as documents.

A document is text whose layout was kept, and what it says of itself, each with where that was found. What it doesn't
state stays open: nothing here guesses, opens a connection or touches a file. What they are, the bytes tell, never a
name; each reader is imported when needed.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial

from diplocal.errors import DocumentError
from diplocal.intake.document import Document, Stated
from diplocal.intake.encodings import decode_text
from diplocal.languages.language import Language
from diplocal.languages.language import language as language_of

__all__ = ["LARGEST", "Document", "Stated", "read"]

LARGEST = 20_000_000
"""Bytes beyond which nothing is read but plain text: no announcement is as long."""

_TAG = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+|<!--.*?-->\s*+)*+<(!doctype\s+html|html|head|body|rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_MARKUP = re.compile(rb"<(?:p|div|br|table|tr|td|h[1-6]|span|article|section|meta|title)\b[^>]*>", re.IGNORECASE)
_WIDE_PAGE = re.compile(r"\s*<(?:!doctype|html)", re.IGNORECASE)
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_MAIL = re.compile(
    rb"^(?:From|Date|Subject|Received|MIME-Version|Message-ID|Return-Path|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_FEWEST_HEADERS = 3
_SNIFFED = 65_536

_PACKED = ("a packed file", "has no text by itself", "unpack it, and take the announcement in it")
_PICTURE = ("a picture", "has no text", "have its text recognised (OCR), or type it")
_OF_ITS_OWN = "is in a format of its own"
_REFUSED = {  # what files begin with that hold no text that can be read here
    b"\xd0\xcf\x11\xe0": ("an old Word, Excel or Outlook file", _OF_ITS_OWN, "save it as .docx, .eml or .txt"),
    b"{\\rtf": ("a rich text file", _OF_ITS_OWN, "save it as .docx or .txt"),
    b"bplist": ("a web archive of Safari", _OF_ITS_OWN, "save the page as 'Page Source'"),
    b"\x1f\x8b": _PACKED,
    b"7z\xbc\xaf": _PACKED,
    b"Rar!": _PACKED,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
}


def read(data: bytes, language: str | Language = "en") -> tuple[Document, ...]:
    """Read what somebody saved: one document, or those of a feed, in its order.

    >>> read(b"Talks in Oslo on Friday.")[0].text
    'Talks in Oslo on Friday.'

    Args:
        data: the bytes of a web page, a mail, a Word file, a PDF, a feed, or plain text.
        language: what it is written in, by its code.

    Raises:
        DocumentError: no text can be read; it says what the bytes are taken for, why not, and what to do.
        ValueError: there is no such language.
    """
    for mark, refusal in _REFUSED.items():
        if data.startswith(mark):
            raise DocumentError(*refusal)
    from diplocal.intake.imprint import with_imprint

    said = language_of(language)
    reader = _reader(data, said)
    if reader is None:
        return (with_imprint(Document(text=decode_text(data)), said),)
    if len(data) > LARGEST:
        raise DocumentError("it", f"has {len(data):,} bytes, more than {LARGEST:,}", "take one announcement")
    found = reader(data)
    return tuple(with_imprint(one, said) for one in ([found] if isinstance(found, Document) else found))


def _reader(data: bytes, language: Language) -> Callable[[bytes], Document | Sequence[Document]] | None:
    """Choose what reads the bytes; nothing has to for plain text."""
    start = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    tag = _TAG.match(start)
    if data.startswith(b"PK\x03\x04"):
        from diplocal.intake.word import read_word

        return partial(read_word, words=language.documents())
    if b"%PDF-" in data[:1024]:
        from diplocal.intake.pdf import read_pdf

        return partial(read_pdf, words=language.documents())
    if tag and bytes(tag[1]).lower() in _FEEDS:
        from diplocal.intake.feeds import read_feed

        return read_feed
    if tag is None and _is_mail(start):
        from diplocal.intake.mail import read_mail

        return partial(read_mail, words=language.documents())
    if tag or _is_page(start):
        from diplocal.intake.page import read_page

        return read_page
    return None


def _is_mail(start: bytes) -> bool:
    header = _HEADER.match(start)
    return header is not None and len(_MAIL.findall(header[0])) >= _FEWEST_HEADERS


def _is_page(start: bytes) -> bool:
    """Tell whether bytes are a page without its first tags, or one in UTF-16."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _WIDE_PAGE.match(start[:4000].decode("utf-16", "replace")) is not None
    return len(_MARKUP.findall(start)) > 2 and start.lstrip().startswith(b"<")

"""From bytes to documents: what they are is told by the bytes, never by a name."""

import re
from collections.abc import Callable

from diplocal.errors import DocumentError
from diplocal.intake.document import Document
from diplocal.intake.encodings import decode_text

LARGEST = 20_000_000
"""Bytes beyond which nothing is read but plain text: no announcement is as long."""

_TAG = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+|<!--.*?-->\s*+)*+<(!doctype\s+html|html|head|body|rss|feed|rdf:RDF)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEEDS = frozenset({b"rss", b"feed", b"rdf:rdf"})
_MARKUP = re.compile(rb"<(?:p|div|br|table|tr|td|h[1-6]|span|article|section|meta|title)\b[^>]*>", re.IGNORECASE)
_HEADER = re.compile(rb"(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_MAIL = re.compile(
    rb"^(?:From|Date|Subject|Received|MIME-Version|Message-ID|Return-Path|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_FEWEST_HEADERS = 3
_SNIFFED = 65_536

_REFUSED = {  # what files begin with that hold no text that can be read here
    b"\xd0\xcf\x11\xe0": (
        "an old Word, Excel or Outlook file",
        "is in a format of its own",
        "save it as .docx, .eml or .txt",
    ),
    b"{\\rtf": ("a rich text file", "is in a format of its own", "save it as .docx or .txt"),
    b"\x1f\x8b": ("a packed file", "has no text by itself", "unpack it, and take the announcement in it"),
    b"7z\xbc\xaf": ("a packed file", "has no text by itself", "unpack it, and take the announcement in it"),
    b"Rar!": ("a packed file", "has no text by itself", "unpack it, and take the announcement in it"),
    b"bplist": ("a web archive of Safari", "is in a format of its own", "save the page as 'Page Source'"),
    b"\x89PNG": ("a picture", "has no text", "have its text recognised (OCR), or type it"),
    b"\xff\xd8\xff": ("a picture", "has no text", "have its text recognised (OCR), or type it"),
    b"GIF8": ("a picture", "has no text", "have its text recognised (OCR), or type it"),
}


def read(data: bytes) -> tuple[Document, ...]:
    """Read what somebody saved: one document, or those of a feed, in its order.

    >>> read(b"Talks in Oslo on Friday.")[0].text
    'Talks in Oslo on Friday.'

    Args:
        data: the bytes of a web page, a mail, a Word file, a PDF, a feed, or plain text.

    Raises:
        DocumentError: no text can be read; it says what the bytes are taken for, why not, and what to do.
    """
    for mark, (what, why, settle) in _REFUSED.items():
        if data.startswith(mark):
            raise DocumentError(what, why, settle)
    from diplocal.intake.dateline import with_stated_day
    from diplocal.intake.letterhead import with_stated_publisher

    reader = _reader(data)
    if reader is not _text and len(data) > LARGEST:
        raise DocumentError("it", f"has {len(data):,} bytes, more than {LARGEST:,}", "take one announcement")
    return tuple(with_stated_publisher(with_stated_day(one)) for one in reader(data))


def _reader(data: bytes) -> Callable[[bytes], tuple[Document, ...]]:
    """Choose a reader; each is imported when it is needed."""
    if data.startswith(b"PK\x03\x04"):
        return _packed
    if b"%PDF-" in data[:1024]:
        return _pdf
    start = data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if found := _TAG.match(start):
        return _feed if bytes(found[1]).lower() in _FEEDS else _page
    if _is_mail(start):
        return _mail
    if len(_MARKUP.findall(start)) > 2 and start.lstrip().startswith(b"<"):
        return _page
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) and re.match(
        r"\s*<(?:!doctype|html)", data[:4000].decode("utf-16", "replace"), re.IGNORECASE
    ):
        return _page
    return _text


def _is_mail(start: bytes) -> bool:
    header = _HEADER.match(start)
    return header is not None and len(_MAIL.findall(header[0])) >= _FEWEST_HEADERS


def _text(data: bytes) -> tuple[Document, ...]:
    return (Document(text=decode_text(data)),)


def _page(data: bytes) -> tuple[Document, ...]:
    from diplocal.intake.page import read_page

    return (read_page(data),)


def _mail(data: bytes) -> tuple[Document, ...]:
    from diplocal.intake.mail import read_mail

    return (read_mail(data),)


def _feed(data: bytes) -> tuple[Document, ...]:
    from diplocal.intake.syndication import read_feed

    return read_feed(data)


def _pdf(data: bytes) -> tuple[Document, ...]:
    from diplocal.intake.pdf import read_pdf

    return (read_pdf(data),)


def _packed(data: bytes) -> tuple[Document, ...]:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    from diplocal.intake.word import MAIN, read_word

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        why = "is broken, or only a part of one"
        raise DocumentError("a Word file or another zip archive", why, "get it again from where it came") from None
    if MAIN in names:
        return (read_word(data),)
    if "content.xml" in names:
        raise DocumentError("an OpenDocument file", "is in a format of its own", "save it as .docx or .txt")
    why = "is not one document" if names else "is empty"
    raise DocumentError("a zip archive", why, "unpack it, and take the announcement in it")

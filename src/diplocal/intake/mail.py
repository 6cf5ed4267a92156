"""A mail as a document: its text part decoded, and what its header says. A page saved as one file is a mail, too."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from itertools import chain

from attrs import evolve

from diplocal.errors import DocumentError
from diplocal.intake.blocks import headed, one_line
from diplocal.intake.document import Document, Stated, stated
from diplocal.intake.encodings import decode_named
from diplocal.intake.main_part import count
from diplocal.intake.moments import read_moment
from diplocal.intake.page import read_page
from diplocal.intake.tree import html_tree
from diplocal.languages.language import Documents

KIND = "a mail"

_FORWARDED = re.compile(r"^\s*(?:fwd?|wg|tr|rv|i)\s*:", re.IGNORECASE)
_FLOWED = re.compile(r" \n")
_POINTER = 4
"""A plain text with so many times fewer words than the page beside it is only a pointer to that."""


def read_mail(data: bytes, words: Documents) -> Document:
    """Read a mail, which may have been sent on in the language of `words`.

    Raises:
        DocumentError: it has no text, or its text is not in the encoding that it states.
    """
    message = message_from_bytes(data, policy=policy.default)
    if message.get("Snapshot-Content-Location") or "Saved by" in _header(message, "From"):  # as a browser writes it
        return _saved_page(message)
    return _document(message, words)


def _document(message: EmailMessage, words: Documents) -> Document:
    body = _body(message)
    attached = [*_attached(message)]
    if body is None:
        raise DocumentError(KIND, *_without_text(attached, message))
    page = (
        read_page(_content(body), charset=body.get_content_charset()) if body.get_content_subtype() == "html" else None
    )
    text = page.text if page else _plain(body)
    if not text.strip():
        raise DocumentError(KIND, *_without_text(attached, message))
    written = Document(
        text=text if text.endswith("\n") else text + "\n",
        kind=KIND,
        title=stated(_header(message, "Subject"), "the mail's Subject header"),
        publisher=stated(next(filter(None, parseaddr(_header(message, "From"))), ""), "the mail's From header"),
        published=stated(read_moment(_header(message, "Date")), "the mail's Date header"),
        language=stated(_header(message, "Content-Language"), "the mail's Content-Language header"),
        left_out=[f"the attachment '{name}'" for name in attached],
    )
    forwarded = _FORWARDED.match(_header(message, "Subject")) or words.sent_on.search(text)
    mail = _as_forwarded(written, words) if forwarded else written
    return evolve(mail, text=headed(mail.text, mail.title.value if mail.title else ""))


def _body(message: EmailMessage) -> MIMEPart | None:
    """Choose the plain text, unless it only points to the page that says it all."""
    plain, page = message.get_body(preferencelist=("plain",)), message.get_body(preferencelist=("html",))
    if plain is None or page is None:
        return plain or page
    shown = count(html_tree(_content(page).decode("latin-1")))  # letters of any encoding: only words are counted
    return page if len(_content(plain).split()) * _POINTER < shown else plain


def _header(message: EmailMessage, name: str) -> str:
    """Read a header; one that is broken counts as missing."""
    try:
        return one_line(str(message.get(name, "")))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):  # what the parser raises for some
        return ""


def _as_forwarded(written: Document, words: Documents) -> Document:
    """Leave open when it was published, and by whom: the header is that of whoever sent it on."""
    names = chain.from_iterable(words.sent_on_header.values())
    fields = re.compile(rf"^[>\t *]*({'|'.join(names)}) *:[* \t]*(\S.{{0,200}})$", re.MULTILINE)
    shown_as = dict(reversed([(found[1], found[2].strip()) for found in fields.finditer(written.text)]))
    inner = {
        own: next((shown_as[name] for name in names if name in shown_as), "")
        for own, names in words.sent_on_header.items()
    }
    moment, name = read_moment(inner["Date"]), parseaddr(inner["From"])[0]
    where = "the header of the mail that was forwarded"
    shown = [written.published] if written.published else []
    return evolve(
        written,
        title=stated(inner["Subject"], where) or written.title,
        publisher=stated(name, where),
        published=stated(moment, where),
        shown=() if moment else [Stated(one.value, f"{one.where}, of whoever sent it on") for one in shown],
    )


def _content(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _plain(part: MIMEPart) -> str:
    text = decode_named(_content(part), part.get_content_charset() or "utf-8", KIND)
    return _FLOWED.sub(" ", text) if part.get_param("format") == "flowed" else text


def _attached(message: EmailMessage) -> Iterator[str]:
    for part in message.iter_attachments():
        if isinstance(part, EmailMessage):
            yield one_line(part.get_filename() or part.get_content_type())


def _without_text(attached: list[str], message: EmailMessage) -> tuple[str, str]:
    if attached:
        names = ", ".join(f"'{name}'" for name in attached)
        return f"has no text, only attachments: {names}", "save the attachment, and draft from it"
    why = "is encrypted" if message.get_content_type() == "multipart/encrypted" else "has no text"
    return why, "open it in your mail program, and save its text as a .txt file"


def _saved_page(message: EmailMessage) -> Document:
    """Read a page that a browser saved with its pictures as one file; the header's date is that of saving."""
    address = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return read_page(_content(part), charset=part.get_content_charset(), url=address or None)
    raise DocumentError("a saved page", "holds no page", "save it again, as 'web page, HTML only'")

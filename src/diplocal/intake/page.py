"""A web page as a document: its main part, and what its markup says of it (JSON-LD, meta elements, microdata).

Only what the markup calls the day of publication is taken for it. A date that the page merely shows is offered: of the
programs that choose one by its looks, the best is wrong on one page in eight.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from attrs import frozen

from diplocal.errors import DocumentError
from diplocal.intake.blocks import headed, lay_out, one_line
from diplocal.intake.document import Document, Stated, stated
from diplocal.intake.encodings import decode_page
from diplocal.intake.main_part import MainPart, main_part
from diplocal.intake.moments import Moment, distinct, read_moment, settle
from diplocal.intake.page_blocks import blocks
from diplocal.intake.tree import html_tree, words
from diplocal.intake.trimming import trimmed

KIND = "a web page"

_PUBLISHED = (  # names of meta elements and properties, as those who choose them are believed
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "citation_online_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish_date",
    "publish-date",
    "publication_date",
    "publication-date",
    "pubdate",
    "date",
)
_TITLE = ("og:title", "twitter:title", "dcterms.title", "dc.title")
_PUBLISHER = ("og:site_name", "dcterms.publisher", "dc.publisher", "publisher", "application-name")
_ARTICLES = re.compile(
    r"Article|Posting|Report|PressRelease|WebPage|ItemPage|CreativeWork|GovernmentService", re.IGNORECASE
)
_MARKED = re.compile(
    r"(?:^|[\s_-])(?:pub(?:lish(?:ed)?|date)?|posted|entry-date|released?|issued)(?:$|[\s_-])", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"(?:\(\d+\))?\s*(https?://\S+)")
_MOST_SHOWN = 5


def read_page(data: bytes, *, charset: str | None = None, url: str | None = None) -> Document:
    """Read a web page.

    Args:
        data: its bytes.
        charset: what its envelope says about their encoding, which counts for more than what the page says.
        url: its address, where an envelope says it.

    Raises:
        DocumentError: its bytes are not in the encoding that it states, or it has no text.
    """
    characters, broken = decode_page(data, charset)
    page = html_tree(characters)
    meta, part = _Meta.of(page), main_part(page)
    published, open_ = settle([*meta.published(), *_marked_times(part)])
    shown = () if published else distinct([*open_, *_shown_times(page)])[:_MOST_SHOWN]
    title = _title(part, page, meta)
    kept, cut = trimmed(tuple(blocks(part.root, part.skipped)), characters)
    text = lay_out(kept)
    if not text.strip():
        raise DocumentError(KIND, "holds no text", "open it in a browser; if there is text, copy it into a .txt file")
    return Document(
        text=headed(text, title.value if title else ""),
        kind=KIND,
        title=title,
        publisher=meta.first(_PUBLISHER) or _linked_name(meta.linked, "publisher"),
        published=published,
        language=_language(page, meta),
        url=stated(url, "the envelope") or _address(page, meta),
        shown=shown,
        left_out=(*broken, *cut),
    )


# --- what the markup says ---------------------------------------------------------------------------------------------


@frozen
class _Meta:
    """The meta elements of a page by name, lower case, and the articles that its JSON-LD describes."""

    named: Mapping[str, str]
    linked: tuple[Mapping[str, object], ...]

    @classmethod
    def of(cls, page: Element) -> "_Meta":
        named: dict[str, str] = {}
        for one in page.iter("meta"):
            content = one_line(one.get("content", ""))
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if content and one.get(attribute):
                    named.setdefault(one.get(attribute, "").casefold(), content)
        return cls(named, tuple(_articles(page)))

    def first(self, names: Iterable[str]) -> Stated[str] | None:
        return next((Stated(self.named[name], f"<meta {name}>") for name in names if name in self.named), None)

    def published(self) -> Iterator[Stated[Moment]]:
        for one in self.linked:
            found = one.get("datePublished")
            if isinstance(found, str) and (moment := read_moment(found)):
                yield Stated(moment, "JSON-LD datePublished")
        for name in _PUBLISHED:
            if name in self.named and (moment := read_moment(self.named[name])):
                yield Stated(moment, f"<meta {name}>")


def _articles(page: Element) -> Iterator[Mapping[str, object]]:
    """Give what JSON-LD says of the page itself; what it says of others (events, persons) dates nothing."""
    for script in page.iter("script"):
        if "ld+json" in script.get("type", "").casefold():
            try:
                described: object = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            yield from _described(described)


def _described(found: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    if isinstance(found, list):
        for one in found:
            yield from _described(one, depth + 1) if depth < 3 else ()
    elif isinstance(found, dict):
        kinds = found.get("@type")
        if any(_ARTICLES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield found
        yield from _described(found.get("@graph"), depth + 1) if depth < 3 else ()


def _linked_name(linked: Iterable[Mapping[str, object]], name: str) -> Stated[str] | None:
    for one in linked:
        found = one.get(name)
        found = found.get("name") if isinstance(found, dict) else found
        if isinstance(found, str) and one_line(found):
            return Stated(one_line(found), f"JSON-LD {name}")
    return None


def _marked_times(part: MainPart) -> Iterator[Stated[Moment]]:
    """Give the times in the main part that are marked as that of publication."""
    for one in _outside(part):
        marks = f"{one.get('itemprop', '')} {one.get('property', '')}".casefold()
        is_marked = "datepublished" in marks or (
            one.tag == "time" and ("pubdate" in one.attrib or _MARKED.search(f"{one.get('class', '')} {marks}"))
        )
        found = (one.get("datetime") or one.get("content") or "".join(words(one))) if is_marked else ""
        if one.tag != "meta" and (moment := read_moment(found)):
            yield Stated(moment, f"<{one.tag}> marked as published")


def _outside(part: MainPart) -> Iterator[Element]:
    """Go through the elements of the main part without those that stand beside it."""
    rest = [part.root]
    while rest:
        one = rest.pop()
        if one not in part.skipped:
            yield one
            rest += reversed(one)


def _shown_times(page: Element) -> Iterator[Stated[Moment]]:
    for one in page.iter("time"):
        if moment := read_moment(one.get("datetime", "")):
            yield Stated(moment, f"a <time> that shows '{one_line(''.join(words(one)))[:40]}'")


# --- title, language, address -----------------------------------------------------------------------------------------


def _title(part: MainPart, page: Element, meta: _Meta) -> Stated[str] | None:
    heads = [head for one in part.root.iter("h1") if (head := one_line("".join(words(one))))]
    if len(heads) == 1:
        return Stated(heads[0], "the page's heading")
    if found := meta.first(_TITLE) or _linked_name(meta.linked, "headline"):
        return found
    title = page.find(".//title")
    return stated(one_line("".join(words(title))) if title is not None else None, "<title>")


def _language(page: Element, meta: _Meta) -> Stated[str] | None:
    found = page.get("lang") or page.get("xml:lang")
    return stated(found, "<html lang>") or meta.first(
        ("content-language", "og:locale", "dcterms.language", "dc.language")
    )


def _address(page: Element, meta: _Meta) -> Stated[str] | None:
    for link in page.iter("link"):
        target = link.get("href", "")
        if "canonical" in link.get("rel", "").casefold().split() and _is_address(target):
            return Stated(target, "the canonical link")
    found = meta.first(("og:url",))
    if found and _is_address(found.value):
        return found
    saved = _SAVED_FROM.match(page.get("data-saved-from", ""))
    return Stated(saved[1], "the browser that saved it") if saved else None


def _is_address(text: str) -> bool:
    return re.match(r"https?://[^\s/]+\S*$", text) is not None

"""RSS and Atom: each item of a feed is a document."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from diplocal.errors import DocumentError
from diplocal.intake.blocks import headed, lay_out, one_line
from diplocal.intake.document import Document, Stated, stated
from diplocal.intake.moments import Moment, read_moment
from diplocal.intake.page_blocks import blocks
from diplocal.intake.tree import html_tree, xml_tree

KIND = "a feed"

_TEXTS = ("encoded", "content", "description", "summary")
_PUBLISHED = ("pubDate", "published", "date", "issued")
_CHANGED = ("updated", "modified")


def read_feed(data: bytes) -> tuple[Document, ...]:
    """Read a feed.

    Raises:
        DocumentError: it is no well-formed XML, or has no item with a text.
    """
    root = xml_tree(data, KIND)
    channel = root.find("channel")
    channel = root if channel is None else channel
    publisher, language = _text(channel, "title"), _text(channel, "language") or root.get("lang")
    items = [one for one in root.iter() if one.tag in {"item", "entry"}]
    found = tuple(made for one in items if (made := _document(one, publisher, language)))
    if not found:
        raise DocumentError(KIND, "has no item with a text", "save the page of the announcement, and draft from that")
    return found


def _document(item: Element, publisher: str, language: str | None) -> Document | None:
    title = _text(item, "title")
    text = headed(_body(item), title)
    if not text:
        return None
    published = next(_moments(item, _PUBLISHED), None)
    return Document(
        text=text,
        kind="an item of a feed",
        title=stated(title, "the item's title"),
        publisher=stated(publisher, "the feed's title"),
        published=published,
        language=stated(language, "the feed's language"),
        url=stated(_link(item), "the item's link"),
        shown=() if published else _moments(item, _CHANGED),
    )


def _body(item: Element) -> str:
    for name in _TEXTS:
        for one in item.findall(name):
            if text := "".join(one.itertext()).strip():
                return lay_out(blocks(one if one.get("type") == "xhtml" else html_tree(text)))
    return ""


def _moments(item: Element, names: tuple[str, ...]) -> Iterator[Stated[Moment]]:
    for name in names:
        if moment := read_moment(_text(item, name)):
            yield Stated(moment, f"the item's {name}")


def _link(item: Element) -> str:
    for one in item.findall("link"):
        if one.get("rel", "alternate") == "alternate":
            return one.get("href") or one_line(one.text or "")
    return ""


def _text(one: Element, name: str) -> str:
    found = one.find(name)
    return one_line("".join(html_tree("".join(found.itertext())).itertext())) if found is not None else ""

"""RSS and Atom: each item of a feed is a document."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from diplocal.errors import DocumentError
from diplocal.intake.blocks import blocks
from diplocal.intake.document import Document, Stated
from diplocal.intake.lines import headed, lay_out, one_line
from diplocal.intake.moments import Moment, read_moment
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
    channel = next((one for one in root if _tag(one) == "channel"), root)
    publisher, language = _text(channel, "title"), _text(channel, "language") or root.get(_XML_LANG, "")
    items = [one for one in root.iter() if _tag(one) in {"item", "entry"}]
    found = tuple(_documents(items, publisher, language))
    if not found:
        raise DocumentError(KIND, "has no item with a text", "save the page of the announcement, and draft from that")
    return found


_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _documents(items: list[Element], publisher: str, language: str) -> Iterator[Document]:
    for item in items:
        title, body = _text(item, "title"), _body(item)
        if text := headed(body, title):
            yield Document(
                text=text,
                kind="an item of a feed",
                title=_stated(title, "the item's title"),
                publisher=_stated(publisher, "the feed's title"),
                published=next(_moments(item, _PUBLISHED), None),
                language=_stated(language, "the feed's language"),
                url=_stated(_link(item), "the item's link"),
                shown=() if next(_moments(item, _PUBLISHED), None) else _moments(item, _CHANGED),
            )


def _body(item: Element) -> str:
    for name in _TEXTS:
        for one in item:
            if _tag(one) == name and "".join(one.itertext()).strip():
                is_tree = one.get("type") == "xhtml"
                root = _without_names(one) if is_tree else html_tree("".join(one.itertext()))
                return lay_out(blocks(root))
    return ""


def _without_names(one: Element) -> Element:
    for inner in one.iter():
        inner.tag = _tag(inner)
    return one


def _moments(item: Element, names: tuple[str, ...]) -> Iterator[Stated[Moment]]:
    for name in names:
        said = _text(item, name)
        if said and (moment := read_moment(said)):
            yield Stated(moment, f"the item's {name}")


def _link(item: Element) -> str:
    for one in item:
        if _tag(one) == "link" and one.get("rel", "alternate") == "alternate":
            return one.get("href") or one_line(one.text or "")
    return ""


def _text(one: Element, name: str) -> str:
    found = next((inner for inner in one if _tag(inner) == name), None)
    return one_line("".join(html_tree("".join(found.itertext())).itertext())) if found is not None else ""


def _tag(one: Element) -> str:
    return one.tag.rpartition("}")[2]


def _stated(said: str, where: str) -> Stated[str] | None:
    return Stated(said, where) if said else None

"""Markup as a tree of elements, by the standard library's parsers: HTML as it is found, XML as it must be.

Nothing is ever fetched, and XML that declares entities is refused.
"""

from collections.abc import Container, Iterator
from html.parser import HTMLParser
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder  # the tree alone: expat reads, below
from xml.parsers import expat

from diplocal.errors import DocumentError
from diplocal.phrases.tokens import word_set

_VOID = word_set("area base br col embed hr img input link meta source track wbr")
_RAW = frozenset({"script", "style"})
_ENDED_BY = {  # elements whose end may be left out, and what ends them
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "thead", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "option": frozenset({"option", "optgroup"}),
    "p": word_set(
        "address article aside blockquote div dl fieldset footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre"
        " section table ul"
    ),
    "head": frozenset({"body"}),
}
_KEEPS_IN = frozenset({"table", "ul", "ol", "dl", "body", "html"})
_DEEPEST = 150
"""Elements in elements; what is nested deeper is taken for a neighbour."""


def html_tree(text: str) -> Element:
    """Read HTML, however broken, into a tree whose root is ``html``."""
    reader = _Html()
    reader.feed(_closed(text))
    reader.close()
    return reader.root


def _closed(text: str) -> str:
    """Cut off a comment that nothing ends, and make words of tags that nothing ends: each costs a search to the end."""
    comment = text.find("<!--", text.rfind("-->") + 1)
    tags, end, rest = text[: comment if comment >= 0 else None].rpartition(">")
    return tags + end + rest.replace("<", "&lt;")


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._open = ["html"]
        self.root = self._builder.start("html", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in reversed(attrs)}
        if tag == "html":
            self.root.attrib |= given
            return
        self._end_before(tag)
        self._builder.start(tag, given)
        self._open.append(tag)
        if tag in _VOID or len(self._open) > _DEEPEST + 1:
            self._close_from(len(self._open) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth] == tag:
                self._close_from(depth)
                return
            if self._open[depth] == "table":
                return

    def handle_data(self, data: str) -> None:
        self._builder.data(data)

    def handle_comment(self, data: str) -> None:
        if "saved from url=" in data and len(data) < 3_000:  # browsers write there where a page came from
            self.root.set("data-saved-from", data.partition("saved from url=")[2].strip())

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Skip ``<![...>`` as browsers do, up to the next ``>``."""
        return self.parse_bogus_comment(i, report)

    def close(self) -> None:
        super().close()
        self._close_from(0)

    def _end_before(self, tag: str) -> None:
        """Close what a start tag closes without an end tag of its own."""
        for depth in range(len(self._open) - 1, 0, -1):
            if tag in _ENDED_BY.get(self._open[depth], ()):
                self._close_from(depth)
            elif self._open[depth] in _KEEPS_IN:
                return

    def _close_from(self, depth: int) -> None:
        while len(self._open) > depth:
            self._builder.end(self._open.pop())


def xml_tree(data: bytes, what: str) -> Element:
    """Read XML; the names of elements and attributes are without their namespaces.

    Raises:
        DocumentError: it is not well formed, declares entities, or is nested too deep.
    """
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise DocumentError(what, "is nested too deep", "save it again, as plain text or as a web page")
        builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> NoReturn:
        raise DocumentError(what, "declares entities of its own", "save it again, as plain text or as a web page")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, builder.data
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, LookupError, ValueError, AssertionError) as error:
        raise DocumentError(what, f"is broken: {error}", "get it again from where it came") from None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def within(one: Element, groups: Container[str], *names: str) -> Iterator[Element]:
    """Give the elements of some names in an element, also those in its elements that only group others."""
    for inner in one:
        if inner.tag in names:
            yield inner
        elif inner.tag in groups:
            yield from within(inner, groups, *names)


def words(one: Element) -> Iterator[str]:
    """Give the pieces of text in an element, in order, without scripts and styles."""
    if one.tag in _RAW:
        return
    yield one.text or ""
    for inner in one:
        yield from words(inner)
        yield inner.tail or ""

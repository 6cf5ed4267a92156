"""Read a web page strictly: every element that is opened is closed, in order; for tests to look around in."""

from collections.abc import Iterator
from html.parser import HTMLParser

from attrs import define, field

VOID = {"meta", "link"}


@define
class Element:
    tag: str
    attrs: dict[str, str]
    children: list["Element | str"] = field(factory=list)

    @property
    def text(self) -> str:
        """What is read here, with single spaces."""
        return " ".join("".join(self._texts()).split())

    @property
    def classes(self) -> set[str]:
        return set(self.attrs.get("class", "").split())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            yield from [child] if isinstance(child, str) else child._texts()

    def walk(self) -> Iterator["Element"]:
        """Go through this element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", style: str = "", **attrs: str) -> list["Element"]:
        """Find elements by tag, class and attributes."""
        return [
            one
            for one in self.walk()
            if (not tag or one.tag == tag)
            and (not style or style in one.classes)
            and all(one.attrs.get(name) == value for name, value in attrs.items())
        ]

    def one(self, tag: str = "", style: str = "", **attrs: str) -> "Element":
        """Find the only such element."""
        (found,) = self.all(tag, style, **attrs)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        self.open[-1].children.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data):
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data}")


def read(html: str) -> Element:
    """Read a page; nothing in it may be left open."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], "something is left open"
    return reader.root


def shape(html: str) -> list[tuple[str, ...]]:
    """Tell which elements a page has, with the names of their attributes and their classes."""
    return [(one.tag, *sorted(one.attrs), *sorted(one.classes)) for one in read(html).walk()]

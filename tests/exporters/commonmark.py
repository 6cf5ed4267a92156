"""Read Markdown back as GitHub would: CommonMark with tables, strikethrough and links made from bare addresses."""

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

READER = MarkdownIt("gfm-like", {"html": True, "linkify": True})


@lru_cache(maxsize=4)  # a test asks several things about one text
def tokens(markdown: str) -> list[Token]:
    return READER.parse(markdown)


def flat(markdown: str) -> Iterator[Token]:
    """Yield blocks and inlines in the order of the text."""
    for token in tokens(markdown):
        yield token
        yield from token.children or ()


def shape(markdown: str) -> list[str]:
    """Name the structure without the texts: an address in a code span counts as text."""
    kinds = ("text", "text_special", "code_inline", "inline")
    return [f"{token.type}/{token.level}" for token in flat(markdown) if token.type not in kinds]


def links(markdown: str) -> list[str]:
    return [str(token.attrs["href"]) for token in flat(markdown) if token.type == "link_open"]


def text_of(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


def texts(markdown: str) -> list[str]:
    """Give the text of every paragraph, heading and cell."""
    return [text_of(token) for token in tokens(markdown) if token.type == "inline"]


def tables(markdown: str) -> list[list[list[str]]]:
    """Give each table as rows of cells."""
    found: list[list[list[str]]] = []
    inside = False
    for token in tokens(markdown):
        match token.type:
            case "table_open":
                found.append([])
            case "tr_open":
                found[-1].append([])
            case "th_open" | "td_open":
                inside = True
            case "th_close" | "td_close":
                inside = False
            case "inline" if inside:
                found[-1][-1].append(text_of(token))
    return found

"""The elements of a page as blocks: headings, paragraphs, items of lists, rows of tables."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from diplocal.intake.blocks import Block, ListItem, Paragraph, Row, Verbatim, one_line
from diplocal.intake.tree import within
from diplocal.phrases.tokens import word_set

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_SILENT = word_set(
    "script style noscript template head iframe object embed svg canvas audio video select option button input"
    " textarea datalist dialog math map"
)
_BLOCKS = (
    _HEADINGS
    | _LISTS
    | word_set(
        "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form"
        " header hgroup hr html legend li main nav p pre section summary table tbody td tfoot th thead tr caption"
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BREAK = "\n"


def blocks(root: Element, skipped: frozenset[Element] = frozenset()) -> Iterator[Block]:
    """Give the blocks of an element, in order, from which what nobody sees is taken out first.

    Args:
        root: the element.
        skipped: elements in it that are taken out, too, with all that is in them.
    """
    _prune(root, skipped)
    return _inside(root, 0)


def _prune(one: Element, skipped: frozenset[Element]) -> None:
    """Take elements out; the text behind each of them stays."""
    before: Element | None = None
    for inner in list(one):
        if inner not in skipped and not is_hidden(inner):
            _prune(inner, skipped)
            before = inner
            continue
        if before is None:
            one.text = (one.text or "") + (inner.tail or "")
        else:
            before.tail = (before.tail or "") + (inner.tail or "")
        one.remove(inner)


def is_hidden(one: Element) -> bool:
    """Tell whether no reader of the page sees an element."""
    if one.tag in _SILENT or "hidden" in one.attrib:
        return True
    return _HIDDEN.search(one.get("style", "")) is not None


def _inside(one: Element, depth: int) -> Iterator[Block]:
    """Give the blocks in an element; words between them are paragraphs."""
    loose: list[str] = [_spaced(one.text, verbatim=False)]
    for inner in one:
        if _is_block(inner):
            yield from _paragraph(loose)
            loose = []
            yield from _block(inner, depth)
        else:
            loose += _inline(inner)
        loose.append(_spaced(inner.tail, verbatim=False))
    yield from _paragraph(loose)


def _block(one: Element, depth: int) -> Iterator[Block]:
    if one.tag in _HEADINGS:
        yield Paragraph((one_line("".join(_inline(one))),))
    elif one.tag == "pre":
        yield Verbatim("".join(_inline(one, verbatim=True)))
    elif one.tag in _LISTS:
        yield from _list(one, depth)
    elif one.tag == "table":
        yield from _table(one, depth)
    elif one.tag == "dl":
        yield from _definitions(one)
    else:
        yield from _inside(one, depth)


def _paragraph(pieces: Iterable[str]) -> Iterator[Paragraph]:
    lines = tuple(line for piece in "".join(pieces).split(_BREAK) if (line := one_line(piece)))
    if lines:
        yield Paragraph(lines)


# --- lists and tables -------------------------------------------------------------------------------------------------


def _list(one: Element, depth: int) -> Iterator[Block]:
    for inner in one:
        if inner.tag in _LISTS:
            yield from _list(inner, depth + 1)
            continue
        lines: list[str] = []
        for block in _inside(inner, depth + 1):
            if isinstance(block, ListItem | Row):
                yield from _item(lines, depth)
                lines = []
                yield block
            else:
                lines += _plain(block)
        yield from _item(lines, depth)


def _item(lines: list[str], depth: int) -> Iterator[ListItem]:
    if lines:
        yield ListItem(tuple(lines), depth)


def _table(one: Element, depth: int) -> Iterator[Block]:
    """Give the rows of a table; one that only places other blocks on the page is no table."""
    rows = within(one, {"thead", "tbody", "tfoot"}, "tr")
    cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
    if one.get("role") in {"presentation", "none"} or _only_places(cells):
        yield from _inside(one, depth)
        return
    for caption in one.findall("caption"):
        yield from _inside(caption, depth)
    for row in cells:
        yield Row(tuple(map(_cell, row)))


def _only_places(rows: list[list[Element]]) -> bool:
    """Tell whether a table has one column, or another table in it."""
    return all(len(row) < 2 for row in rows) or any(cell.find(".//table") is not None for row in rows for cell in row)


def _cell(cell: Element) -> tuple[str, ...]:
    return tuple(line for block in _inside(cell, 0) for line in _plain(block))


def _definitions(one: Element) -> Iterator[Block]:
    """Give a term with its definition as a row."""
    term: list[str] = []
    for inner in within(one, {"div"}, "dt", "dd"):  # a div may group a term with its definitions
        lines = list(_cell(inner))
        if inner.tag == "dd":
            yield Row((tuple(term), tuple(lines)))
            term = []
        else:
            term += lines
    if term:
        yield Row((tuple(term),))


def _plain(block: Block) -> list[str]:
    """Give a block's lines where it stands in an item or a cell."""
    match block:
        case Paragraph(lines) | ListItem(lines):
            return list(lines)
        case Row(cells):
            return [" | ".join(" ".join(cell) for cell in cells if cell)]
        case Verbatim(text):
            return [one_line(line) for line in text.split("\n")]


# --- words ------------------------------------------------------------------------------------------------------------


def _inline(one: Element, *, verbatim: bool = False) -> Iterator[str]:
    """Give the words in an element, `_BREAK` where it breaks the line."""
    if one.tag == "br":
        yield _BREAK
    yield _spaced(one.text, verbatim=verbatim)
    for inner in one:
        apart = _is_block(inner)
        if apart:
            yield _BREAK
        yield from _inline(inner, verbatim=verbatim)
        if apart:
            yield _BREAK
        yield _spaced(inner.tail, verbatim=verbatim)


def _spaced(text: str | None, *, verbatim: bool) -> str:
    return (text or "") if verbatim else re.sub(r"\s", " ", text or "")


def _is_block(one: Element) -> bool:
    """Tell whether an element is a block, or is an inline one (a link, a custom element) with a block in it."""
    return one.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in one.iter() if inner is not one)

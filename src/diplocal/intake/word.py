"""A Word file as a document: paragraphs, headings, lists and tables of its main text.

A Word file is XML in a zip archive, which the standard library reads. Its properties tell when it was made and last
saved, not when it was published: those days are only offered.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from diplocal.errors import DocumentError
from diplocal.intake.blocks import Block, ListItem, Paragraph, Row, lay_out, one_line
from diplocal.intake.document import Document, Stated, stated
from diplocal.intake.moments import Moment, distinct, read_moment
from diplocal.intake.tree import within, xml_tree
from diplocal.languages.language import Documents

KIND = "a Word file"
MAIN = "word/document.xml"

_MOST = 20_000_000
"""Bytes that one part holds unpacked at most: a longer one is a trap."""
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_GONE = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "txbxContent", "Fallback"})
_GROUPS = frozenset({"sdt", "sdtContent", "ins", "customXml"})
"""What may hold the rows or the cells of a table, beside the table."""
_HEADER = re.compile(r"word/header\d*\.xml")
_HEADS = 6
"""Parts with the head of pages that are read: the first page, and the others, of two sections."""
_NOTES = ("footnotes", "endnotes", "comments")
_HEADING = re.compile(r"heading|title", re.IGNORECASE)
_LIST = re.compile(r"list", re.IGNORECASE)


def read_word(data: bytes, words: Documents) -> Document:
    """Read a Word file, in whose language `words` number its pages.

    Raises:
        DocumentError: it is broken, encrypted, or has no text.
    """
    try:
        with _opened(data) as archive:
            document = _part(archive, MAIN)
            names = _style_names(archive)
            heads = [_part(archive, name) for name in sorted(filter(_HEADER.fullmatch, archive.namelist()))[:_HEADS]]
            notes = [name for name in _NOTES if "".join(_words(_part(archive, f"word/{name}.xml"))).strip()]
            properties = {one.tag: one_line(one.text or "") for one in _part(archive, "docProps/core.xml")}
    except (BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        why = f"is broken: {one_line(str(error)).strip(chr(39) + chr(34))}"
        raise DocumentError(KIND, why, "open it in Word or LibreOffice, and save it again") from None
    text = lay_out(chain(_letterhead(heads, words), *(_blocks(one, names) for one in document.findall("body")[:1])))
    if not text.strip():
        raise DocumentError(KIND, "has no text", "if it shows text, it is a picture: type it, or have it recognised")
    return Document(
        text=text,
        kind=KIND,
        title=stated(properties.get("title"), "the file's properties, title"),
        language=stated(properties.get("language"), "the file's properties, language"),
        shown=distinct(_days(properties)),
        left_out=[f"its {name}" for name in notes],
    )


def _opened(data: bytes) -> ZipFile:
    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        why = "is broken, or only a part of one"
        raise DocumentError("a Word file or another zip archive", why, "get it again from where it came") from None
    names = archive.namelist()
    if MAIN not in names and "content.xml" in names:
        raise DocumentError("an OpenDocument file", "is in a format of its own", "save it as .docx or .txt")
    if MAIN not in names:
        why = "is not one document" if names else "is empty"
        raise DocumentError("a zip archive", why, "unpack it, and take the announcement in it")
    return archive


def _part(archive: ZipFile, name: str) -> Element:
    """Read a part of the file; one that it lacks is empty."""
    if name not in archive.namelist():
        return Element("")
    size = archive.getinfo(name).file_size  # no more is unpacked than it says
    if size > _MOST:
        raise DocumentError(KIND, f"has {size:,} bytes of text in it", "take one announcement")
    return xml_tree(archive.read(name), KIND)


# --- the text ---------------------------------------------------------------------------------------------------------


def _blocks(body: Element, names: dict[str, str]) -> Iterator[Block]:
    for one in body:
        match one.tag:
            case "p":
                yield _paragraph(one, names)
                for box in _boxes(one):
                    yield from _blocks(box, names)
            case "tbl":
                for row in within(one, _GROUPS, "tr"):
                    yield Row(tuple(_cell(cell) for cell in within(row, _GROUPS, "tc")))
            case "sdt" | "sdtContent" | "ins" | "moveTo" | "smartTag" | "customXml":
                yield from _blocks(one, names)
            case _:
                pass  # marks and properties


def _boxes(one: Element) -> Iterator[Element]:
    """Find the text boxes that hang on a paragraph; each stands in the file twice, once for old programs."""
    for inner in one:
        if inner.tag == "txbxContent":
            yield inner
        elif inner.tag != "Fallback":
            yield from _boxes(inner)


def _letterhead(heads: list[Element], words: Documents) -> Iterator[Block]:
    """Give what stands at the top of the pages, once, without their numbers."""
    seen: set[tuple[str, ...]] = set()
    for one in (one for head in heads for one in head.iter("p")):
        lines = tuple(line for line in _lines(one) if line and not words.page_number.fullmatch(line))
        if lines and lines not in seen:
            seen.add(lines)
            yield Paragraph(lines)


def _paragraph(one: Element, names: dict[str, str]) -> Block:
    lines = _lines(one)
    style = one.find("pPr/pStyle")
    called = "" if style is None else style.get("val", "")
    named = names.get(called, called)
    if _HEADING.search(named):
        return Paragraph((" ".join(lines).strip(),))
    level = _list_level(one)
    if level is not None or _LIST.search(named):
        return ListItem(lines, level or 0)
    return Paragraph(lines)


def _cell(cell: Element) -> tuple[str, ...]:
    return tuple(line for one in cell.iter("p") for line in _lines(one) if line)


def _lines(paragraph: Element) -> tuple[str, ...]:
    """Give the lines of a paragraph; a tab parts columns, and stays."""
    text = "".join(_words(paragraph))
    return tuple("\t".join(one_line(cell) for cell in line.split("\t")).strip() for line in text.split("\n"))


def _words(one: Element) -> Iterator[str]:
    for inner in one:
        if inner.tag == "t":
            yield inner.text or ""
        elif inner.tag in _BREAKS:
            yield _BREAKS[inner.tag]
        elif inner.tag not in _GONE:
            yield from _words(inner)


def _list_level(paragraph: Element) -> int | None:
    numbering = paragraph.find("pPr/numPr")
    if numbering is None:
        return None
    numbers = {inner.tag: inner.get("val", "") for inner in numbering}
    level = numbers.get("ilvl", "0")
    return None if numbers.get("numId") == "0" else int(level) if level.isdecimal() else 0


def _style_names(archive: ZipFile) -> dict[str, str]:
    """Give the names of styles, which are the same in every language Word is used in, by what paragraphs call them."""
    styles = _part(archive, "word/styles.xml")
    return {style.get("styleId", ""): one.get("val", "") for style in styles for one in style.findall("name")}


def _days(properties: dict[str, str]) -> Iterator[Stated[Moment]]:
    for name, told in (("modified", "last saved"), ("created", "made")):
        if moment := read_moment(properties.get(name, "")):
            yield Stated(moment, f"when the file was {told}")

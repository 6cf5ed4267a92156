"""Who published a text, as the text itself states it: "Issued by: ...", or a letterhead, an office's name alone."""

import re
from collections.abc import Iterator

from attrs import evolve

from diplocal.intake.document import Document, Stated
from diplocal.languages.en.documents import NO_OFFICE, OFFICE, PUBLISHED_BY, SMALL_IN_NAMES

_HEAD, _FOOT = 5, 5
"""Lines at the top and at the end, empty ones not counted, in which a text names its publisher."""
_LONGEST = 90

_FIGURE = re.compile(r"\d")


def with_stated_publisher(document: Document) -> Document:
    """Add the publisher that the text names, where the document says none outside of its text."""
    if document.publisher is not None:
        return document
    return evolve(document, publisher=next(_stated(document.text), None))


def _stated(text: str) -> Iterator[Stated[str]]:
    stripped = ((number, line.strip(" \t\r*_#")) for number, line in enumerate(text.split("\n"), 1))
    lines = [(number, line) for number, line in stripped if line]
    ends = [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _FOOT) :]]
    for number, line in ends:
        if len(line) <= _LONGEST and (found := PUBLISHED_BY.fullmatch(line)):
            yield Stated(_as_name(found["name"]), f"line {number}", number)
    for number, line in ends:
        name = line.partition(",")[0]
        if len(line) <= _LONGEST and line[-1] not in ".!?" and not _FIGURE.search(line) and _is_office(name):
            yield Stated(_as_name(name), f"line {number}", number)


def _is_office(name: str) -> bool:
    """Tell whether words are the name of an office: no sentence, and nothing that happens."""
    written = name[:1].isupper() and all(word[0].isupper() or word in SMALL_IN_NAMES for word in name.split())
    return written and OFFICE.fullmatch(name) is not None and NO_OFFICE.search(name) is None


def _as_name(words: str) -> str:
    """Write a name that is all in capitals as it stands in running text."""
    name = words.strip(" .,;:")
    if not name.isupper():
        return name
    small = [word.lower() if word.lower() in SMALL_IN_NAMES else word.capitalize() for word in name.split()]
    return " ".join([small[0].capitalize(), *small[1:]])

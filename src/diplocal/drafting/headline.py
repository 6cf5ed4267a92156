"""The headline of a document: its title, or the first line that is neither letterhead nor date nor sentence."""

import re
from collections.abc import Iterator

from diplocal.announcement.words import GONE, without_times
from diplocal.intake.document import Document
from diplocal.languages.notices import Notices

_HEAD = 6
"""Paragraphs among which the headline stands."""
_LONGEST = 180
_WORDS = 5
"""Words from which a line is a headline, although a date or an office stands in its paragraph."""

_SENTENCE = re.compile(r"[.!?,;][\"”]?$")


def headline(document: Document, notices: Notices) -> str:
    r"""Find the headline of a document; empty where it has none.

    >>> from diplocal.languages.notices import notices_in
    >>> headline(Document(text="Press release\n\nMinister to visit Oslo\n\nHe leaves on Friday."), notices_in("en"))
    'Minister to visit Oslo'
    """
    text = document.text
    if document.title and "".join(document.title.value.split()) in "".join(text.split()):
        return " ".join(document.title.value.split())
    named = (document.publisher, document.published, *document.shown)
    beside = {one.line for one in named if one and one.line}
    for number, lines in enumerate(_paragraphs(text)):
        if number == _HEAD:
            break
        is_letterhead = not beside.isdisjoint(lines)
        for at, line in lines.items():
            few = len(line.split()) < _WORDS
            if at not in beside and not (is_letterhead and few) and not _says_nothing(line, notices):
                return _as_headline(line, lines.get(at + 1, ""), more=at < text.rstrip().count("\n") + 1)
    return ""


def _says_nothing(line: str, notices: Notices) -> bool:
    """Tell whether a line is a label, a day or both: "Media advisory", "For immediate release 18 June 2009"."""
    bare = without_times(line, language=notices.language).replace(GONE, " ").strip(" :,;|-–()")
    return re.search(r"[^\W\d_]{3}", bare) is None or notices.no_headline.fullmatch(bare) is not None


def _as_headline(line: str, following: str, *, more: bool) -> str:
    """Take a line, unless it is a sentence, wrapped prose, or all that the document says."""
    is_one = more and not _SENTENCE.search(line) and len(line) < _LONGEST and not following[:1].islower()
    return " ".join(line.split()) if is_one else ""


def _paragraphs(text: str) -> Iterator[dict[int, str]]:
    """Give the paragraphs of a text, each as its lines by their numbers, from 1."""
    lines: dict[int, str] = {}
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            lines[number] = line.strip()
        elif lines:
            yield lines
            lines = {}

"""Lines of a printed page as the lines that somebody wrote: wrapped ones joined, the cells of a row put together.

A line was wrapped where the first word of the next one would not have fitted on it. A row whose cells are centred has
lines above its first cell; they begin its last one.
"""

import re
from collections.abc import Sequence

from diplocal.languages.language import Documents

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_BULLET = re.compile(r"\s*(?:[•▪◦·*–—-]\s|\(?\d{1,2}[.)]\s|\+/-)")
_SLACK = 4
"""Columns by which the width of a line may be told wrong: letters differ in width."""
_PROSE = 50
"""Columns below which no page is wide enough for its lines to have been wrapped."""


def unwrapped(lines: Sequence[str], words: Documents) -> list[str]:
    """Join the wrapped lines of a page; columns that wide spaces part are parted by tabs.

    >>> from diplocal.languages.language import language
    >>> words = language("en").documents()
    >>> unwrapped(["The ministers meet in the great hall of the old town", "hall. They dine at eight."], words)
    ['The ministers meet in the great hall of the old town hall. They dine at eight.']
    """
    width = max((len(line) for line in lines), default=0)
    found: list[str] = []
    last = ""
    for line in _with_centred_cells(lines):
        if found and width >= _PROSE and _goes_on(last, line, width, words):
            found[-1] = f"{found[-1]} {line.strip()}"
        else:
            found.append(_columns(line))
        last = line
    return found


def _goes_on(line: str, following: str, width: int, words: Documents) -> bool:
    if not line.strip() or not following.strip() or _GAP.search(following.strip()):
        return False
    if _BULLET.match(following) or words.begins_item.match(following):
        return False
    if following.strip().isupper() or line.rstrip()[-1] in ":;":
        return False
    begins = _cell_begins(line)
    if _indent(following) not in range(begins - 1, begins + 3):
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - _SLACK


def _with_centred_cells(lines: Sequence[str]) -> list[str]:
    """Put lines that stand above a row, over its last column and nothing else, into that column."""
    found: list[str] = []
    for line in lines:
        begins = _cell_begins(line)
        above: list[str] = []
        while begins > _indent(line) and found and found[-1].strip() and abs(_indent(found[-1]) - begins) <= 1:
            above.insert(0, found.pop().strip())
        if above and (not found or not found[-1].strip()):
            found.append(f"{line[:begins]}{' '.join([*above, line[begins:].strip()])}")
        else:
            found += [*(" " * begins + one for one in above), line]
    return found


def _cell_begins(line: str) -> int:
    """Find where the last column of a line begins; the line's indent, where it has one column."""
    gaps = [gap.end() for gap in _GAP.finditer(line)]
    return gaps[-1] if gaps else _indent(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _columns(line: str) -> str:
    indent = _indent(line)
    return line[:indent] + _GAP.sub("\t", line[indent:])

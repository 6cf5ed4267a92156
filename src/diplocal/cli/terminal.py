"""Text fit for a terminal: nothing that moves the cursor, widths as they are shown, numbers with their nouns."""

import os
import unicodedata
from collections.abc import Iterator


def plain(text: str) -> str:
    """Replace what cannot be shown (control characters, lone surrogates, marks that turn the writing round)."""
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(char: str) -> str:
    return char if char.isprintable() else " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"


def terminal_columns() -> int:
    """Count the terminal's columns: those that COLUMNS says, or 100 where there is no terminal."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isascii() and stated.isdecimal() and int(stated[:6]) > 0:
        return int(stated[:6])
    try:
        return os.get_terminal_size(1).columns or 100
    except OSError:
        return 100


def width(text: str) -> int:
    """Count the columns that a terminal gives a text: two for East Asian wide characters, none for combining marks."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most so many columns, between words or, where a word is too long, inside it."""
    lines, line = [], ""
    for word in text.split():
        for piece in _pieces(word, columns):
            if line and width(line) + 1 + width(piece) > columns:
                lines.append(line)
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    return [*lines, line]


def indented(text: str, columns: int, room: int | None = None) -> list[str]:
    """Break a text into lines for the terminal, or as many columns as there is room, each behind so many spaces."""
    return [" " * columns + line for line in wrapped(plain(text), max(12, (room or terminal_columns()) - columns))]


def _pieces(word: str, columns: int) -> Iterator[str]:
    if width(word) <= columns:
        yield word
        return
    piece = ""
    for char in word:
        if piece and width(piece) + _columns(char) > columns:
            yield piece
            piece = ""
        piece += char
    yield piece


def padded(text: str, columns: int) -> str:
    """Fill a text with spaces up to so many columns."""
    return text + " " * (columns - width(text))


def count(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 problem``, ``2 problems``, ``2 entries``."""
    several = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else several}"

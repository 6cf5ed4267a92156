"""The pieces that a drawing is made of, as SVG in the colour of the words around it, and how wide words are."""

from bisect import bisect_right
from html import escape
from itertools import accumulate
from unicodedata import east_asian_width

LETTER = 6.2
"""How wide a letter is at most times; what is longer than its room ends in dots."""


def rect(x: float, y: float, width: float, height: float, look: str) -> str:
    """Draw a rectangle by its corner and its size."""
    stroke = "" if "stroke=" in look else ' stroke="currentColor"'
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{stroke} {look}/>'


def line(x: float, y: float, to_x: float, to_y: float, look: str) -> str:
    """Draw a line from one point to another."""
    return f'<path d="M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}" stroke="currentColor" {look}/>'


def dotted(x: float, y: float) -> str:
    """Draw the mark of what has no date."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="4" stroke="currentColor" stroke-dasharray="2 2"/>'


def text(x: float, y: float, words: str, look: str) -> str:
    """Write words at a point of their baseline."""
    return f'<text x="{number(x)}" y="{number(y)}" fill="currentColor" stroke="none" {look}>{escape(words)}</text>'


def label(x: float, y: float, words: str, anchor: str, *, struck: bool) -> str:
    """Write the words beside a mark, if there are any."""
    through = ' text-decoration="line-through"' if struck else ""
    return text(x, y, words, f'text-anchor="{anchor}"{through}') if words else ""


def number(size: float) -> str:
    """Write a number of the drawing, to a tenth."""
    return f"{size:.1f}".removesuffix(".0")


def length(words: str) -> float:
    """Tell how wide words are at most times."""
    return sum(LETTER * (2 if east_asian_width(letter) in "WF" else 1) for letter in words)


def fitting(words: str, room: float) -> str:
    """Leave the words that there is room for, with dots for the rest; of a word that is too long, its letters."""
    if length(words) <= room:
        return words
    ends = list(accumulate(map(length, words)))
    cut = bisect_right(ends, room - LETTER)
    whole = words.rfind(" ", 0, cut + 1)
    kept = words[: whole if whole > 0 else cut].rstrip()
    return f"{kept}…" if kept else ""

"""Words before any format writes them: a tuple of fragments, empty where there is nothing to tell.

A bare string is a text of others, which every format escapes; what is ours says so by its type. So a text that somebody
forgot to mark is shown as it is, and never becomes markup.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import quote

from attrs import frozen

from diplocal.model import Source
from diplocal.timeline import FullKey

Told: TypeAlias = tuple["Fragment", ...]
NOTHING: Told = ()


class Fixed(str):
    """Words of ours, in the language of the timeline."""

    __slots__ = ()


class Dated(str):
    """A date in words, which may be in another language than the fixed ones: those have fewer translations."""

    __slots__ = ()


class English(str):
    """Words that are English in any language, texts of others among them: why a date is what it is."""

    __slots__ = ()


@frozen
class Strong:
    """Words that stand out."""

    words: Told


@frozen
class Struck:
    """Words that hold no longer."""

    words: Told


@frozen
class Link:
    """Words with an address, which may be none on the web."""

    words: Told
    address: str


@frozen
class Within:
    """Words that stand for an entry or a source told of elsewhere in the same document."""

    words: Told
    target: FullKey | Source


Fragment: TypeAlias = str | Strong | Struck | Link | Within

_BREAKS = re.compile("[\t-\r\x1c-\x1f \x85\u2028\u2029]+")
# C0, DEL and C1; embeddings, overrides and isolates, which reorder what follows; the byte order mark; annotations; and
# what is no character.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_ADDRESS = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
_GAP = re.compile(r"\{(\w+)\}")


def clean(text: str) -> str:
    r"""Leave of a text what may stand in a line: this is what a reader sees of it.

    Line breaks, tabs and runs of spaces become a space, none at the ends. Control characters, the byte order mark and
    the controls that embed, override or isolate directions are removed, a lone surrogate becomes U+FFFD.

    >>> clean("Talks\r\n  in Oslo\u202e ")
    'Talks in Oslo'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BREAKS.sub(" ", _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))).strip()


def one_line(text: str) -> str:
    r"""Clean a text, and isolate one that runs from right to left, or in part (U+2068 ... U+2069).

    It must not reorder what stands beside it where no markup could say so.
    """
    line = clean(text)
    return f"\u2068{line}\u2069" if _RIGHT_TO_LEFT.search(line) else line


def on_web(address: str) -> bool:
    """Tell whether an address is one on the web; no other (``javascript:``) becomes a link."""
    return _ADDRESS.match(address.strip()) is not None


def encoded(address: str) -> str:
    """Encode in an address what none has room for, keeping what is encoded already."""
    return quote(address.strip(), safe="%!#$'()*+,/:;=?@[]&~", errors="replace")


def text(words: str) -> Told:
    """Take a text of others; nothing if no reader would see any of it."""
    return (words,) if clean(words) else NOTHING


def english(words: str) -> Told:
    """Take words that are English in any language."""
    return (English(words),) if clean(words) else NOTHING


def fixed(words: str) -> Told:
    """Take words of ours."""
    return (Fixed(words),) if words else NOTHING


def filled(words: str, /, **gaps: Told | int) -> Told:
    """Fill the gaps of fixed words.

    >>> plain(filled("{count} of {names}", count=2, names=text("Oslo")))
    '2 of Oslo'
    """
    told: list[Fragment] = []
    for piece, gap in _pieces(words):
        if piece:
            told.append(piece)
        if gap:
            value = gaps[gap]
            told += value if isinstance(value, tuple) else (Fixed(value),)
    return tuple(told)


@lru_cache(maxsize=1024)
def _pieces(words: str) -> tuple[tuple[Fixed, str], ...]:
    """Cut fixed words at their gaps: each piece with the name of the gap behind it."""
    parts = [*_GAP.split(words), ""]
    return tuple((Fixed(piece), gap) for piece, gap in zip(parts[::2], parts[1::2], strict=True))


def joined(between: str, parts: Iterable[Told]) -> Told:
    """Join the parts that tell something."""
    told: list[Fragment] = []
    for part in parts:
        if part:
            told += (Fixed(between), *part) if told and between else part
    return tuple(told)


def bracketed(words: Told, more: Told) -> Told:
    """Add something in brackets, if there is anything to add."""
    return (*words, Fixed(" ("), *more, Fixed(")")) if more else words


def struck(words: Told) -> Told:
    """Strike words through, if there are any."""
    return (Struck(words),) if words else NOTHING


def capital(words: Told) -> Told:
    """Begin with a capital letter, unless the first words are of others."""
    first = words[0] if words else ""
    if isinstance(first, Fixed | Dated):
        return (type(first)(first[:1].upper() + first[1:]), *words[1:])
    return words


def plain(words: Told) -> str:
    """Write the bare words, an address behind those that it belongs to."""
    return "".join(part if isinstance(part, str) else _plain(part) for part in words)


def _plain(part: Strong | Struck | Link | Within) -> str:
    said = plain(part.words)
    return f"{said}, {part.address}" if isinstance(part, Link) and part.address else said

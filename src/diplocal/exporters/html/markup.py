"""Texts of others as HTML: what a text may bring along (`clean`), and how it stands among words of another direction.

`Markup` is HTML; a plain string is text and is escaped wherever it meets HTML. Only this module and the template write
tags.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar
from urllib.parse import quote

from markupsafe import Markup, escape

Words = TypeVar("Words", str, Markup)

_BREAKS = re.compile("[\t-\r\x1c-\x1f \x85\u2028\u2029]+")
# C0, DEL and C1; embeddings, overrides and isolates, which reorder what follows; the byte order mark; annotations.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_SURROGATES = re.compile("[\ud800-\udfff]+")
_ADDRESS = re.compile(r"https?://[^/?#\s]", re.IGNORECASE)
NOTHING = Markup()
"""What is left out."""


def clean(text: str) -> str:
    r"""Leave of a text what may stand in a line: this is what a reader sees of it.

    >>> clean("Talks\r\n  in Oslo\u202e ")
    'Talks in Oslo'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _BREAKS.sub(" ", _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))).strip()


@lru_cache(maxsize=4096)  # the same people, places and phrases stand in many entries
def told(text: str) -> Markup:
    """Write a text of others so that it can neither become a tag nor reorder the words beside it.

    >>> print(told("<b>Talks</b>"))
    <bdi>&lt;b&gt;Talks&lt;/b&gt;</bdi>
    """
    line = clean(text)
    return Markup(f"<bdi>{escape(line)}</bdi>") if line else NOTHING  # noqa: S704 - it was just escaped


def filled(words: str, *gaps: object, **named: object) -> Markup:
    """Fill the gaps of fixed words; `Markup.format` does the same, several times slower.

    >>> print(filled("<{name}>", name="a & b"))
    &lt;a &amp; b&gt;
    """
    values = {name: escape(value) for name, value in named.items()}
    return Markup(str.format(escape(words), *map(escape, gaps), **values))  # noqa: S704 - all of it was just escaped


def linked(words: Markup, address: str) -> Markup:
    """Link words to an address on the web; any other address (``javascript:``) leaves the bare words.

    >>> print(linked(Markup("the notice"), "https://example.org/a b"))
    <a href="https://example.org/a%20b" rel="noopener noreferrer">the notice</a>
    """
    address = address.strip()
    if not words or not _ADDRESS.match(address):
        return words
    return filled(Markup('<a href="{}" rel="noopener noreferrer">{}</a>'), encoded(address), words)


def encoded(address: str) -> str:
    """Encode in an address what none has room for, keeping what is encoded already."""
    return quote(address, safe="%!#$'()*+,/:;=?@[]&~", errors="replace")


def within(words: Markup | str, name: str) -> Markup:
    """Link words to another place of the page, by the name of its element."""
    return Markup(f'<a href="#{quote(name)}">{escape(words)}</a>')  # noqa: S704 - both were just escaped


def struck(words: Markup | str) -> Markup:
    """Strike words through that hold no longer."""
    return filled(Markup("<s>{}</s>"), words) if words else NOTHING


def joined(between: str, parts: Iterable[Markup | str]) -> Markup:
    """Join the parts that say something."""
    return escape(between).join(part for part in parts if part)


def capital(words: Words) -> Words:
    """Begin with a capital letter, and leave the rest."""
    return words[:1].upper() + words[1:]

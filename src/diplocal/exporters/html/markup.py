"""Fragments as HTML: texts of others are escaped, and stand apart from words of another direction.

`Markup` is HTML; a plain string is text. Only this module and the template write tags.
"""

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from attrs import frozen
from markupsafe import Markup, escape

from diplocal.exporters.telling.fragments import (
    Dated,
    English,
    Fixed,
    Fragment,
    Link,
    Strong,
    Struck,
    Told,
    Within,
    clean,
    encoded,
    on_web,
)
from diplocal.model import Source
from diplocal.timeline import FullKey


@frozen
class Writer:
    """Writes fragments into one page."""

    entries: Mapping[FullKey, str]  # the names of the elements that they stand in
    sources: Mapping[Source, str]  # likewise
    dates: str = ""  # the language of dates, as BCP 47 names it, where it is another one than that of the fixed words
    foreign: bool = False  # whether the fixed words are in another language than English

    def write(self, words: Told) -> Markup:
        """Write fragments as HTML."""
        return Markup("".join(map(self._one, words)))  # noqa: S704 - each was escaped

    def _one(self, part: Fragment) -> str:
        match part:
            case Dated() if self.dates:
                return f'<bdi lang="{self.dates}">{escape(str(part))}</bdi>'
            case Fixed() | Dated():
                return escape(str(part))
            case English() if self.foreign:
                return f'<span lang="en">{escaped(part)}</span>'
            case str():
                return escaped(part)
            case Strong(words):
                return f"<strong>{self.write(words)}</strong>"
            case Struck(words):
                return f"<s>{self.write(words)}</s>"
            case Link(words, address):
                return linked(self.write(words), address)
            case Within(words, target):
                name = self.sources.get(target) if isinstance(target, Source) else self.entries.get(target)
                return f'<a href="#{quote(name)}">{self.write(words)}</a>' if name else self.write(words)


@lru_cache(maxsize=4096)  # the same people, places and phrases stand in many entries
def escaped(text: str) -> Markup:
    """Write a text of others so that it can neither become a tag nor reorder the words beside it.

    >>> print(escaped("<b>Talks</b>"))
    <bdi>&lt;b&gt;Talks&lt;/b&gt;</bdi>
    """
    line = clean(text)
    return Markup(f"<bdi>{escape(line)}</bdi>") if line else Markup()  # noqa: S704 - it was just escaped


def linked(words: Markup, address: str) -> Markup:
    """Link words to an address on the web; any other address (``javascript:``) leaves the bare words.

    >>> print(linked(Markup("the notice"), "https://example.org/a b"))
    <a href="https://example.org/a%20b" rel="noopener noreferrer">the notice</a>
    """
    if not words or not on_web(address):
        return words
    return Markup(f'<a href="{escape(encoded(address))}" rel="noopener noreferrer">{words}</a>')  # noqa: S704 - escaped

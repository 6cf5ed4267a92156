r"""Fragments as Markdown: texts of others are made safe to stand anywhere in a line.

Here is how a text is written so that it means itself (`escaped`), and how an address becomes a link (`linked`). Which
texts a document holds is not decided here.

The dialect is CommonMark with GitHub's tables, strikethrough and autolinks. Escaping is sparing, so that the source
stays readable, and holds wherever the text stands: at the start of a block, in a heading, a table's cell or a link.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from diplocal.exporters.telling.fragments import (
    Fixed,
    Fragment,
    Link,
    Strong,
    Struck,
    Told,
    Within,
    encoded,
    on_web,
    one_line,
)

_SPECIAL = re.compile(
    r"""
      (?P<address> (?: [A-Za-z0-9.+_-]+ @ [A-Za-z0-9_-]+ (?: \. [A-Za-z0-9_-]+ )+ )+ )
    | (?P<escape>
        [\\`*_\[\]<|~$]                      # what opens and closes inlines, splits cells, or starts mathematics
      | & (?= [#A-Za-z] )                    # an entity
      | (?<= / ) /                           # the slashes of an address
      | (?<= \S ) \. (?= [^\W\d_]{2} | xn-- )  # a host: example.com
      | (?<= [Ww]{3} ) \.
      | (?<= \S ) @ (?= \S )
      | (?<! \S ) \# (?= [\s#] | $ )         # what closes a heading
    )
    """,
    re.VERBOSE,
)
_START = re.compile(r"(?P<number>[0-9]{1,9})(?=[.)](?:\s|$))|(?=[#+=>:%-])")
_LINK_END = re.compile(r"\]\(<[^>]*>\)")


def write(words: Told) -> str:
    """Write fragments as Markdown."""
    return "".join(map(_one, words))


def _one(part: Fragment) -> str:
    match part:
        case Fixed():
            return str(part)
        case str():
            return escaped(part)
        case Strong(words):
            return f"**{write(words)}**"
        case Struck(words):
            return f"~~{write(words)}~~"
        case Link(words, address):
            return linked(write(words), address)
        case Within(words):
            return write(words)


@lru_cache(maxsize=4096)  # the same people, places and sources stand in many entries
def escaped(text: str) -> str:
    r"""Write a text as Markdown that reads as `one_line` of it, and as nothing else.

    An e-mail address becomes a code span: GitHub links addresses after it has read the escapes, so no escape helps.

    >>> escaped("# Talks | <b>see</b> www.example.org")
    '\\# Talks \\| \\<b>see\\</b> www\\.example\\.org'
    >>> escaped("3. Ask press@example.org")
    '3\\. Ask `press@example.org`'
    """
    line = _SPECIAL.sub(_escape, one_line(text))
    return _START.sub(r"\g<number>\\", line, count=1) if _START.match(line) else line


def linked(words: str, address: str) -> str:
    """Link Markdown `words` to an address on the web; any other address (``javascript:``) leaves the bare words.

    >>> linked("the notice", "https://example.org/a b")
    '[the notice](<https://example.org/a%20b>)'
    """
    if not on_web(address):
        return words
    safe = encoded(address).translate({ord(one): f"%{ord(one):02X}" for one in "()[]"})
    return f"[{words}](<{safe.replace('&', '&amp;')}>)"


def _escape(found: re.Match[str]) -> str:
    return f"`{found['address']}`" if found["address"] else f"\\{found['escape']}"


def headed(level: int, words: str) -> str:
    """Write Markdown `words` as a heading."""
    return f"{'#' * level} {words}"


def shown_length(words: str) -> int:
    """Count the characters of Markdown `words` without the addresses of links."""
    return len(_LINK_END.sub("", words))


def table(header: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay Markdown cells out as a table, without the columns in which every cell is empty."""
    names, lines = list(header), list(rows)
    kept = [column for column in range(len(names)) if any(line[column] for line in lines)]
    written = [[names[column] for column in kept], ["---"] * len(kept)]
    written += [[line[column] for column in kept] for line in lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in written)

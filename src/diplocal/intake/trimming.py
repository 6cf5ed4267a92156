"""Where the text of a page begins and ends, if a library made for that is installed.

trafilatura knows what pages have above and below their text; it loses lines within it. So it says which blocks are the
text's first and last, and what lies between them stays. Without it the whole main part is kept.
"""

import logging
import re
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise

from attrs import field, frozen

from diplocal.intake.lines import Block, lay_out

_WORD = re.compile(r"\w+")
_SHARED = 0.6
"""Share of its pairs of words that a block has in common with the text that trafilatura finds."""
_FEW = 3
"""Words below which a block shows nothing."""


@frozen
class Trimmed:
    """The blocks that were kept, and words about those that were not."""

    blocks: tuple[Block, ...] = field(converter=tuple[Block, ...])
    left_out: tuple[str, ...] = ()


def trimmed(blocks: Sequence[Block], markup: str) -> Trimmed:
    """Cut off what stands above and below the text of a page."""
    if find_spec("trafilatura") is None:
        return Trimmed(blocks)
    known = set(pairwise(_words(_found(markup))))
    kept = [number for number, block in enumerate(blocks) if _belongs(block, known)]
    if not kept:
        return Trimmed(blocks)
    first, last = kept[0], kept[-1]
    away = first + len(blocks) - 1 - last
    return Trimmed(blocks[first : last + 1], (f"{away} blocks above and below the page's text",) if away else ())


def _found(markup: str) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells what it leaves out, line by line
    return extract(markup, include_comments=False, include_tables=True, fast=True) or ""


def _belongs(block: Block, known: set[tuple[str, str]]) -> bool:
    said = _words(lay_out([block]))
    pairs = set(pairwise(said))
    return len(said) >= _FEW and len(pairs & known) >= _SHARED * len(pairs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

"""Where the text of a page begins and ends, if a library made for that is installed.

trafilatura knows what pages have above and below their text; it loses lines within it. So it says which blocks are the
text's first and last, and what lies between them stays. Without it the whole main part is kept.
"""

import logging
import re
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise

from diplocal.intake.blocks import Block, lay_out

_WORD = re.compile(r"\w+")
_SHARED = 0.6
"""Share of its pairs of words that a block has in common with the text that trafilatura finds."""
_FEW = 3
"""Words below which a block shows nothing."""


def trimmed(blocks: Sequence[Block], markup: str) -> tuple[Sequence[Block], tuple[str, ...]]:
    """Cut off what stands above and below the text of a page.

    Returns:
        The blocks that are kept, and words about the others.
    """
    if find_spec("trafilatura") is None:
        return blocks, ()
    known = set(pairwise(_words(_found(markup))))
    kept = [number for number, block in enumerate(blocks) if _belongs(block, known)]
    text = blocks[kept[0] : kept[-1] + 1] if kept else blocks
    away = len(blocks) - len(text)
    return text, ((f"{away} blocks above and below the page's text",) if away else ())


def _found(markup: str) -> str:
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it tells what it leaves out, line by line
    return extract(markup, include_comments=False, include_tables=True, fast=True) or ""


def _belongs(block: Block, known: set[tuple[str, str]]) -> bool:
    words = _words(lay_out([block]))
    pairs = set(pairwise(words))
    return len(words) >= _FEW and len(pairs & known) >= _SHARED * len(pairs)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

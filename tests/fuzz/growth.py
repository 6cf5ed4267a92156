"""The law of growth: twice the text is twice the work, for every phrase alone and joined to itself by each separator.

Work is counted in calls, so that the answer is the same on every machine; compiled functions can't be counted.
"""

import datetime as dt
from collections.abc import Iterator

from diplocal import read_text
from tests.counting import calls
from tests.phrases.rows import ROWS

SEPARATORS = (
    *(
        "",
        " ",
        ", ",
        " and ",
        " or ",
        "-",
        " to ",
        " (",
        ") ",
        ". ",
        "; ",
        ": ",
        "\n",
        "\n\n",
        "/",
        " of ",
        " on ",
        "'s ",
    ),
    *(" until ", " before ", " from ", " the day after ", " at ", ", he said ", " will ", "\N{EM DASH}", "["),
)
PHRASES = tuple(dict.fromkeys(phrase for phrase, _ in ROWS))
PUBLISHED = dt.date(2025, 4, 1)
# How far a reader looks is bounded (30 references of up to 31 days, 160 words). Few repetitions may lie within those
# bounds, where work grows faster; then many show how it goes on.
_FEW, _MANY = 60, 1200
_MOST = 2.25


def growth(piece: str, count: int) -> float:
    """How much more work a text is that is twice as long as `count` pieces."""
    return _work(piece * (2 * count)) / _work(piece * count)


def _work(text: str) -> int:
    return calls(lambda: read_text(text, published=PUBLISHED, zone="UTC"))


def grows_too_fast(piece: str) -> bool:
    """Whether a text breaks the law."""
    return growth(piece, _FEW) > _MOST and growth(piece, _MANY) > _MOST


def pieces() -> Iterator[str]:
    """Every phrase of the grammar with each separator behind it."""
    return (phrase + separator for separator in SEPARATORS for phrase in PHRASES)

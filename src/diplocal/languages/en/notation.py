"""Times of day as lists write them and running text doesn't: "09.30", "+/- 09.00", "10-11", "18:00 (tbc)"."""

import re

from diplocal.errors import PhraseError
from diplocal.phrases import parse_time
from diplocal.when import Time

_PROVISIONAL = re.compile(
    r"\s*[(\[]?\s*\b(?:t\.?b\.?[acd]\.?|to be (?:confirmed|announced|decided|determined)|provisional(?:ly)?)"
    r"\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"^(?:\+\s?/\s?[-−–]|±|~|≈|approx(?:imately)?\.?|circa|ca?\.)\s*", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|as of|starting(?: at)?)\s+", re.IGNORECASE)
_DOT = re.compile(r"(?<![\d.:])(\d{1,2})\.(\d\d)(?![\d.])")
_FOUR = re.compile(r"(?<![\d.:+])([01]\d|2[0-3])([0-5]\d)(?![\d.:])")
_BARE = re.compile(
    r"(?<![\d.:])(\d{1,2})h?(?=\s*(?:[-–—]|to\b|until\b|$))|(?<=[-–—])(\s*)(\d{1,2})h?(?![\d.:])(?!\s*[ap]\.?m)",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\d\s*h?\s*(?:[-–—]|to\b|until\b)\s*\d", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?\s?m\b", re.IGNORECASE)


def written_time(words: str) -> tuple[Time | None, bool]:
    """Do what `phrases.written_time` says."""
    said = _PROVISIONAL.sub("", words)
    provisional = said != words
    if provisional and not said.strip():
        return None, True
    try:
        return parse_time(said), provisional
    except PhraseError as error:
        try:
            return parse_time(_spelled_out(said)), provisional
        except PhraseError:
            raise error from None


def _spelled_out(said: str) -> str:
    """Write a notation as running text would."""
    bare = _FROM.sub("", _ABOUT.sub("", said.strip()))
    about = "around " if _ABOUT.match(said.strip()) else ""
    clocks = _FOUR.sub(r"\1:\2", _DOT.sub(r"\1:\2", bare))
    if _SPAN.search(clocks) and not _HALF.search(clocks):
        clocks = _BARE.sub(lambda found: f"{found[2] or ''}{found[1] or found[3]}:00", clocks)
    return about + clocks

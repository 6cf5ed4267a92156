"""Months and years: "in June", "June 2025", "last November", "in 2026"."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import day_number, month_name, year, year_behind
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import InMonth, InYear, Which


def named_month(t: Tokens, i: int) -> Parsed[InMonth]:
    """Read "June", "June 2025", "June of next year"."""
    month = month_name(t, i)
    if not month:
        return None
    said, of_year, end = year_behind(t, month[1])
    return InMonth(month[0], said, of_year=of_year), end


def month_or_year(t: Tokens, i: int, j: int) -> Parsed[InMonth | InYear]:
    """Read "in June", "June 2025", "in 2026"; in prose a bare month or year needs its preposition."""
    w = t.words
    before = w[i] if j > i else ""
    if w[j] in words.SHIFTS:
        return _qualified_month(t, j)
    if month := named_month(t, j):
        dated = month[0].year is not None or month[0].of_year is not None
        named = before in _BEFORE_MONTHS or dated or t.alone
        return month if named else None
    if (before in _BEFORE_YEARS or t.alone) and w[j] != ",":
        said = year(t, j)
        if said and w[said[1]] not in words.UNITS:
            return InYear(said[0]), said[1]
    return None


def _qualified_month(t: Tokens, j: int) -> Parsed[InMonth]:
    """Read "last November", "next March"."""
    which = words.WHICH[t.words[j]]
    named = month_name(t, j + 1) if which in {Which.THIS, Which.NEXT, Which.LAST} else None
    return (InMonth(named[0], which=which), named[1]) if named and not day_number(t, named[1]) else None


_BEFORE_MONTHS: Final = frozenset(
    {"in", "into", "during", "of", "since", "for", "from", "to", "until", "towards", "toward"}
)


_BEFORE_YEARS: Final = frozenset({"in", "during", "since"})

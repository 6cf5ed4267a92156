"""Months and years: "in June", "June 2025", "last November", "in 2026"."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import day_number, end_of_noun, month_name, possessive, year, year_behind
from diplocal.languages.en.senses import is_before_an_event, is_behind_an_article
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import BREAK, Tokens
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
        named = before in _BEFORE_MONTHS or dated or t.alone or _is_of_an_event(t, j, month[1]) or _is_listed(t, j)
        named = named or (w[j] != "may" and t.capital(j) and possessive(t, month[1]) > month[1])  # "June's summit"
        return month if named else None
    if (before in _BEFORE_YEARS or t.alone) and w[j] != ",":
        said = year(t, j)
        if said and w[said[1]] not in words.UNITS:
            return InYear(said[0]), said[1]
    return None


def _qualified_month(t: Tokens, j: int) -> Parsed[InMonth]:
    """Read "last November", "next March", "this past September"."""
    past = t.words[j] == "this" and t.words[j + 1] == "past"
    which, j = (Which.LAST, j + 1) if past else (words.WHICH[t.words[j]], j)
    named = month_name(t, j + 1) if which in {Which.THIS, Which.NEXT, Which.LAST} else None
    return (InMonth(named[0], which=which), named[1]) if named and not day_number(t, named[1]) else None


_BEFORE_MONTHS: Final = frozenset(
    {"in", "into", "on", "during", "of", "since", "for", "from", "to", "until", "towards", "toward"}
)


def _is_of_an_event(t: Tokens, begin: int, end: int) -> bool:
    """Whether a month tells an event from others ("the March summit", "a widely denounced June run-off").

    The event stands behind it, and an article or a small word before it ("fixes July talks"), which no name has, or it
    begins a line; behind an article any noun may stand ("the July date").
    """
    w = t.words
    if not t.capital(begin):
        return False
    behind = end + 2 * (w[end] in _BETWEEN_MONTHS and w[end + 1] in words.MONTHS)
    is_event, is_small = is_before_an_event(t, behind), w[behind].isalpha() and not t.capital(behind)
    if is_event and is_behind_an_article(t, begin):
        return True
    if w[begin - 1] in words.OWNERS:
        return is_small and not end_of_noun(t, behind)
    begins = w[begin - 1] in {"", BREAK} and w[begin] != "may"
    return is_event and is_small and (begins or (w[begin - 1].isalpha() and not t.capital(begin - 1)))


def _is_listed(t: Tokens, i: int) -> bool:
    """Whether months are listed before a month, the first with its preposition ("in June, July and October")."""
    w, k = t.words, i
    for _ in range(_MONTHS_IN_A_YEAR):
        if k < 2 or w[k - 1] not in _BETWEEN_MONTHS:
            return False
        k -= 2 + (w[k - 2] == ",")
        if w[k] not in words.MONTHS or not t.capital(k):
            return False
        if w[k - 1] in _BEFORE_MONTHS or _is_of_an_event(t, k, k + 1):
            return True
    return False


_MONTHS_IN_A_YEAR: Final = 12
_BETWEEN_MONTHS: Final = frozenset({",", "and", "or"})
_BEFORE_YEARS: Final = frozenset({"in", "during", "since"})

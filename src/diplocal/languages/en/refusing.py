"""Why a phrase is not a reference: where reading stopped, what could have stood there, and the nearest miss."""

from diplocal.errors import PhraseError
from diplocal.languages.en import words
from diplocal.phrases.tokens import Tokens


def refused_time(t: Tokens, end: int) -> PhraseError:
    """Say where the reading of a time stopped: behind what was read, or at the first figures."""
    offset = t.start(end) if end else next((t.start(i) for i in range(t.count) if t.words[i].isdecimal()), 0)
    return PhraseError(t.text, offset, "a time of day such as '10:00', '15:30-16:15', '9 a.m. local time' or 'morning'")


def refused(t: Tokens, end: int) -> PhraseError:
    """Say where reading stopped: at a number out of range, at the first unknown word, or behind what was read."""
    for i in range(t.count):
        if t.words[i].isdecimal() and (expected := _wrong_number(t, i)):
            return PhraseError(t.text, t.start(i), expected)
    unknown = next((i for i in range(t.count) if t.words[i].isalpha() and t.words[i] not in _VOCABULARY), None)
    hint = _near_miss(t, unknown) if unknown is not None else None
    if end == 0 or (unknown is not None and unknown < end):
        expected = "words of time such as 'on Thursday' or 'from 2 to 4 April'"
        return PhraseError(t.text, t.start(unknown or 0), expected, hint)
    at = unknown if unknown is not None and hint else min(end, t.count - 1)
    return PhraseError(t.text, t.start(at), "the end of the phrase", hint)


def _wrong_number(t: Tokens, i: int) -> str | None:
    """Say what should stand in place of a number that no clock or calendar has."""
    w = t.words
    number = int(w[i][:4])
    if w[i + 1] == ":" and w[i + 2].isdecimal() and (number > 23 or int(w[i + 2][:4]) > 59):
        return "a time from 00:00 to 23:59"
    if _noon_follows(t, i) and not 1 <= number <= 12:
        return "an hour from 1 to 12 before a.m. or p.m."
    if _in_figures(t, i):
        return "the month in words, as in '3 April', or a date such as 2025-04-03"
    if _iso_part(t, i - 2) and not 1 <= number <= 12:
        return "a month from 01 to 12"
    dated = w[i - 1] in words.MONTHS or w[i + 1] in words.MONTHS or w[i + 1] in words.ORDINAL_SUFFIXES
    if ((dated and len(w[i]) < 4) or _iso_part(t, i - 4)) and not 1 <= number <= 31:
        return "a day from 1 to 31"
    return None


def _noon_follows(t: Tokens, i: int) -> bool:
    w = t.words
    return w[i + 1] in {"am", "pm"} or (w[i + 1] in {"a", "p"} and w[i + 2] == "." and w[i + 3] == "m")


def _in_figures(t: Tokens, i: int) -> bool:
    """Whether a date in figures begins here, in which day and month can't be told apart ("03/04/2025")."""
    w = t.words
    signs = w[i + 1] in {"/", ".", "-"} and w[i + 3] == w[i + 1] and w[i - 1] != w[i + 1]
    return signs and len(w[i]) <= 2 and w[i + 2].isdecimal() and w[i + 4].isdecimal() and t.glued(i + 2)


def _iso_part(t: Tokens, year: int) -> bool:
    """Whether an ISO 8601 date begins with the word at `year`."""
    w = t.words
    signs = w[year + 1] in words.DASHES and w[year + 3] in words.DASHES
    return year >= 0 and len(w[year]) == 4 and w[year].isdecimal() and signs


def _near_miss(t: Tokens, at: int) -> str | None:
    """The phrase with its unknown word replaced by the nearest word of time."""
    from difflib import get_close_matches  # noqa: PLC0415 - a phrase that is read never needs it

    near: list[str] = get_close_matches(t.words[at], sorted(_SUGGESTED), n=1, cutoff=0.72)
    if not near:
        return None
    word = near[0].capitalize() if near[0] in _CAPITAL else near[0]
    return t.text[: t.start(at)] + word + t.text[t.ends[at] :]


_CAPITAL = frozenset({*words.WEEKDAYS, *(name for name in words.MONTHS if len(name) > 4)})
_SUGGESTED = frozenset(
    {
        *words.WEEKDAYS,
        *(name for name in words.MONTHS if len(name) > 3),
        *words.TODAY,
        *words.PARTS_OF_DAY,
        *words.UNITS,
        *words.WHICH,
        *words.FOLLOWING,
        *words.PARTS,
        *("tonight", "undated", "until", "through", "between", "noon", "midnight", "from", "fortnight"),
    }
)
_VOCABULARY = words.LEAD | words.TRIGGERS

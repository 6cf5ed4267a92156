"""Days with a name: feasts, national and international days ("Good Friday", "Bastille Day", "Thanksgiving")."""

from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import calendar_day, end_of_noun, year_behind
from diplocal.languages.en.feasts import BEFORE_A_SEASON, NAMED_DATES, NAMED_SEASONS, NamedDay
from diplocal.phrases.tokens import Tokens
from diplocal.when import CalendarDay


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], NamedDay]]]:
    """Names by their first word, the longest first; a season has none that is its own."""
    found = dict[str, list[tuple[tuple[str, ...], NamedDay]]]()
    for name in sorted(NAMED_DATES, key=len, reverse=True):
        split = tuple(name.split())
        found.setdefault(split[0], []).append((split, NAMED_DATES[name]))
    return found | {season: found.get(season, []) for season in NAMED_SEASONS}


NAMED: Final = _by_first_word()
"""The words that can begin the name of a day, each with the names."""
_SPLIT: Final = [name.split() for name in NAMED_DATES]
WORDS: Final = frozenset(word for split in _SPLIT for word in split)
"""The words that names are made of."""
UNTRIGGERED: Final = frozenset([*NAMED_SEASONS, *[split[0] for split in _SPLIT if split[-1] not in words.TRIGGERS]])
"""The first words of the names that end in no word by which a reference is found ("day", "Monday")."""


def named_day(t: Tokens, i: int) -> tuple[NamedDay, int] | None:
    """Read "New Year's Day", "Good Friday 2025", "Easter Monday (21 April)"; the date that is said is the day."""
    for name, said in NAMED[t.words[i]]:
        end = _past_name(t, i, name)
        if end and (t.alone or t.capital(i)):
            return _dated(t, end, said)
    return _season(t, i)


def _past_name(t: Tokens, i: int, name: tuple[str, ...]) -> int:
    """Step over a name, with or without apostrophes; 0 where another one stands."""
    for word in name:
        i += t.words[i] in words.APOSTROPHES
        if t.words[i] != word:
            return 0
        i += 1
    return i


def _season(t: Tokens, i: int) -> tuple[NamedDay, int] | None:
    """Read "(by) Easter", "(since) Christmas", where no noun makes them something else."""
    said = NAMED_SEASONS.get(t.words[i])
    if said is None or not (t.alone or (t.capital(i) and t.words[i - 1] in BEFORE_A_SEASON)):
        return None
    found = _dated(t, i + 1, said)
    return found if end_of_noun(t, found[1]) else None


def _dated(t: Tokens, j: int, said: NamedDay) -> tuple[NamedDay, int]:
    """Read the year behind a day with a name, or its date."""
    stated, of_year, end = year_behind(t, j)
    if of_year is not None or (stated and t.words[j] not in {",", "of"}):
        return evolve(said, year=stated, of_year=of_year), end
    opened = t.words[j] == "("
    if t.words[j] in words.DASHES and (again := calendar_day(t, j + 1)) and _is_same(said, again[0]):
        return again
    date = calendar_day(t, j + 1) if opened or t.words[j] == "," else None
    if date and (not opened or t.words[date[1]] == ")"):
        return date[0], date[1] + opened
    return said, j


def _is_same(said: NamedDay, date: CalendarDay) -> bool:
    """Whether a date is that of the name ("Waitangi Day - February 6"); another one is the end of a range."""
    return isinstance(said, CalendarDay) and (said.month, said.day) == (date.month, date.day)

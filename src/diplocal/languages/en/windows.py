"""Stretches of time that are no day: "next week", "early in June", "the end of the month", "in two weeks"."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import is_moved, possessive, year, year_behind
from diplocal.languages.en.months import month_or_year, named_month
from diplocal.languages.en.stretches import STRETCHES, counted_time, stretch
from diplocal.languages.en.weeks import unit_window, week_ahead, week_of, weekend_of, weekend_of_an_event
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    About,
    Between,
    Chained,
    Coming,
    FromToday,
    InMonth,
    InYear,
    Part,
    WeekendOf,
    WeekOf,
    Which,
    Window,
)

AnyWindow: TypeAlias = Window | WeekOf | WeekendOf | InMonth | InYear | Between | About | Coming

_PREPOSITIONS: Final = frozenset(
    {"in", "during", "over", "at", "on", "for", "within", "of", "from", "since", "to", "towards", "toward", "around"}
    | {"into"}
)


def window(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window, or from one window to another."""
    word = t.words[i]
    if word == "between":
        first = _stretch_of(t, i + 1)
        return _to_another(t, first, "and") if first else None
    found = _course_of(t, i) or _window(t, i)
    if found and t.words[found[1]] in _JOINS:
        return _to_another(t, found, word) or found
    return found


def _course_of(t: Tokens, i: int) -> Parsed[Window | Chained]:
    """Read "in the course of the week", "in the course of the day"."""
    w = t.words
    if w[i + 2] != "course" or w[i : i + 5] != ["in", "the", "course", "of", "the"]:
        return None
    unit = words.WINDOW_UNITS.get(w[i + 5])
    if w[i + 5] == "day":
        return Chained(0), i + 6
    return (Window(unit), i + 6) if unit is not None else None


def _window(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window, from its preposition where that is part of it ("in two weeks")."""
    word = t.words[i]
    if (word in _BEFORE_COUNTS or word.isdecimal()) and (counted := counted_time(t, i)):
        return counted
    j = i + (word in _PREPOSITIONS)
    for reader in _READERS.get(t.words[j], ()):
        if found := reader(t, j):
            return found
    named = t.words[j] in _MONTHS or t.words[j].isdecimal()
    return month_or_year(t, i, j) if named else None


# --- from one window to another ---------------------------------------------------------------------------------------


def _stretch_of(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window without its preposition ("(between) late May", "(and) June")."""
    month = named_month(t, i) if t.words[i] in words.MONTHS and (t.alone or t.capital(i)) else None
    if month:
        return None if t.words[month[1]].isdecimal() else month
    return _window(t, i)


def _to_another(t: Tokens, found: tuple[AnyWindow | FromToday | Chained, int], opener: str) -> Parsed[Between]:
    """Read what a window is joined to: "(from April) to June", "(in late May) or early June", "(in May) and June"."""
    (first, j), joint = found, t.words[found[1]]
    begin = j + 1 + (joint != "and" and t.words[j + 1] == "in")
    second = _stretch_of(t, begin)
    last, end = second or (None, j)
    if not isinstance(first, (InMonth, InYear, Window)) or not isinstance(last, (InMonth, InYear, Window)):
        return None
    ranged = joint == opener == "and" or joint in words.RANGE or joint in words.DASHES
    if not (ranged or _are_near(first, last)) or (opener == "from" and is_moved(t, j)):
        return None
    if isinstance(first, InMonth) and isinstance(last, InMonth):
        first = _of_the_same_year(first, last)
    return Between(first, last), end


def _are_near(first: InMonth | InYear | Window, last: InMonth | InYear | Window) -> bool:
    """Whether two windows said with "and" or "or" are one ("in late May or early June", "in June and July")."""
    if isinstance(first, InMonth) and isinstance(last, InMonth):
        return (last.month - first.month) % 12 == 1 and last.which is Which.BARE
    return first.part is not Part.WHOLE and last.part is not Part.WHOLE


def _of_the_same_year(first: InMonth, last: InMonth) -> InMonth:
    """Give the first month the year that is said behind the last ("from April to June 2025")."""
    said = (first.year, first.of_year, first.which) != (None, None, Which.BARE)
    year = last.year - (first.month > last.month) if last.year is not None else None
    return first if said or year is None else evolve(first, year=year)


_JOINS: Final = frozenset({"and", "or", *words.RANGE, *words.DASHES})


# --- parts ------------------------------------------------------------------------------------------------------------


def _part_of(t: Tokens, i: int) -> Parsed[AnyWindow]:
    """Read "early next week", "later this month", "the end of June", "mid-April", "early in the week"."""
    w = t.words
    j = i + (w[i] == "the")
    if w[j] in words.PART_NOUNS and (w[j + 1] == "of" or w[j + 1] in words.DASHES):
        return _with_part(t, j + 2, words.PART_NOUNS[w[j]])
    if w[j] in words.PARTS:
        said, j = words.PARTS[w[j]], j + 1
        j += w[j] in words.DASHES
        if w[j] in _BETWEEN_PARTS:
            return _from_part(t, j + 1, said)
        return _with_part(t, j + (w[j] in {"in", "on", "of"}), said)
    if w[j] in words.HALVES and w[j + 1] == "half" and w[j + 2] == "of":
        return _with_part(t, j + 3, words.HALVES[w[j]])
    if w[j] in words.MIDDLES:
        return Window(words.MIDDLES[w[j]], 0, Part.MID), j + 1
    return _end_of(t, j)


def _from_part(t: Tokens, j: int, said: Part) -> Parsed[Between]:
    """Read "(early to) mid-March", "(mid- to) late February", "(early or) mid-June": both parts of one window."""
    j += t.words[j] in words.DASHES
    last = _part_of(t, j) if t.words[j] in words.PARTS else None
    match last:
        case (InMonth() | InYear() | Window() as window, end):
            return Between(evolve(window, part=said), window), end
        case _:
            return None


_BETWEEN_PARTS: Final = frozenset({"to", "or"})


def _end_of(t: Tokens, j: int) -> Parsed[Window]:
    """Read "year-end", "(the) year's end", "month's end"."""
    w = t.words
    unit = words.WINDOW_UNITS.get(w[j])
    k = j + 2 if w[j + 1] in words.DASHES else possessive(t, j + 1)
    return (Window(unit, 0, Part.END), k + 1) if unit is not None and k > j + 1 and w[k] == "end" else None


def _quarter(t: Tokens, i: int) -> Parsed[Between]:
    """Read "the first quarter of 2025", "the last quarter of next year"."""
    w = t.words
    j = i + (w[i] == "the")
    number = words.QUARTERS.get(w[j])
    if number is None or w[j + 1] != "quarter" or w[j + 2] != "of":
        return None
    said, of_year, end = year_behind(t, j + 3)
    first, last = (InMonth(month, said, of_year=of_year) for month in (3 * number - 2, 3 * number))
    return (Between(first, last), end) if end > j + 3 else None


def _with_part(t: Tokens, j: int, said: Part) -> Parsed[AnyWindow]:
    w = t.words
    if found := unit_window(t, j):
        base, end = found
        return Window(base.unit, base.shift, said, base.chained), end
    if week := week_of(t, j):
        return WeekOf(week[0].day, said), week[1]
    begin = j + (w[j] == "the")
    if w[begin] in {"week", "month", "year"} and (begin > j or (w[j - 1] in words.DASHES and said is Part.MID)):
        return Window(words.WINDOW_UNITS[w[begin]], 0, said), begin + 1
    if month := named_month(t, j):
        return InMonth(month[0].month, month[0].year, said, of_year=month[0].of_year), month[1]
    if len(w[j]) == 4 and (found_year := year(t, j)):
        return InYear(found_year[0], said), found_year[1]
    return None


# --- which word opens what --------------------------------------------------------------------------------------------

_BEFORE_COUNTS: Final = frozenset({"in", "within", *words.ABOUT, *words.NUMBERS})
_MONTHS: Final = frozenset({*words.MONTHS, *words.SHIFTS})
_OPENINGS: Final[tuple[tuple[Callable[[Tokens, int], Parsed[AnyWindow]], Iterable[str]], ...]] = (
    (_part_of, {"the", *words.HALVES, *words.PART_NOUNS, *words.PARTS, *words.MIDDLES}),
    (weekend_of, {"the", "weekend", "easter", *words.ORDINALS}),
    (weekend_of_an_event, {"weekend"}),
    (week_of, {"the", "week", "w", *words.ORDINALS}),
    (week_ahead, {"the", "a", "week"}),
    (_quarter, {"the", *words.QUARTERS}),
    (_end_of, {"year", "month", "week"}),
    (stretch, {"the", "recent", *STRETCHES}),
    (unit_window, {"the", "that", "all", *words.SHIFTS}),
)
_READERS: Final = {
    word: tuple(reader for reader, openings in _OPENINGS if word in openings)
    for _, opening in _OPENINGS
    for word in opening
}
OPENERS: Final = _PREPOSITIONS | _BEFORE_COUNTS | _MONTHS | frozenset(_READERS) | {"between"}
"""The words that can begin a window, beside figures."""

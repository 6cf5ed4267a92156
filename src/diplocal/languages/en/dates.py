"""Dates and names of weekdays as American, British and international usage write them.

"April 3, 2025" (AP style), "3 April 2025" (British and diplomatic usage), "2025-04-03" (ISO 8601). Of a date in figures
alone, dots put the day first ("03.04.2025"); with slashes ("03/04/2025") half of the world means another day by it.
"""

from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.lexicon import forms_of
from diplocal.phrases.tokens import Tokens
from diplocal.when import CalendarDay, DayOfMonth, InFigures, Weekday

_DATE_SIGNS: Final = words.DASHES | {"/", "."}
_NOT_AFTER_A_YEAR: Final = frozenset({"gmt", "utc", "hours", "hrs"})


def calendar_day(t: Tokens, i: int, *, ordinal: bool = False) -> tuple[CalendarDay, int] | None:
    """Read a day with its month ("3 April 2025", "April 3 (Thursday)").

    Args:
        t: the words.
        i: where to begin.
        ordinal: whether "the" stands before it, so that "third of April" counts.
    """
    word = t.words[i]
    if word in words.MONTHS:
        found = _month_day(t, i)
    elif word.isdecimal():
        found = _iso(t, i) if len(word) == 4 else _day_month(t, i)
    else:
        found = _worded_day_month(t, i) if ordinal else None
    if found and t.words[found[1]] in {"(", ","}:
        return _weekday_behind(t, *found) or found
    return found


def _weekday_behind(t: Tokens, date: CalendarDay, j: int) -> tuple[CalendarDay, int] | None:
    """Read "3 April (Thursday)", "3 April, a Thursday"."""
    opened = t.words[j] == "("
    name = weekday_name(t, j + 1 + (t.words[j + 1] == "a" and not opened), beside=opened)
    if not name:
        return None
    end = name[1]
    if opened:
        return (evolve(date, weekday=name[0]), end + 1) if t.words[end] == ")" else None
    if t.words[end][:1].isalnum() or t.words[end] in words.APOSTROPHES or not (t.alone or t.words[j + 1] == "a"):
        return None
    return evolve(date, weekday=name[0]), end


def weekday_name(t: Tokens, i: int, *, beside: bool = False) -> tuple[Weekday, int] | None:
    """Read the name of a weekday; an abbreviation only in a phrase alone, in brackets, with a dot or beside a date."""
    word = t.words[i]
    if word in words.WEEKDAYS:
        return words.WEEKDAYS[word], i + 1
    if word not in words.SHORT_WEEKDAYS:
        return None
    dot = t.words[i + 1] == "."
    end = i + 1 + dot
    comma = end + (t.words[end] == ",")
    dated = t.words[comma].isdecimal() or t.words[comma] in words.MONTHS or _in_a_range(t, i, end)
    if beside or dated or t.alone or (dot and t.capital(i) and word not in words.WORDS_THAT_ARE_NO_WEEKDAY):
        return words.SHORT_WEEKDAYS[word], end
    return None


def _in_a_range(t: Tokens, i: int, end: int) -> bool:
    """Whether an abbreviation stands beside another one ("Wed-Thu")."""
    w = t.words
    first = w[end] in words.DASHES and w[end + 1] in words.SHORT_WEEKDAYS
    return first or (w[i - 1] in words.DASHES and w[i - 2] in words.SHORT_WEEKDAYS)


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the number of a day with its suffix ("3", "3rd"), 1 to 31."""
    word = t.words[i]
    if len(word) > 2 or not word.isdecimal() or not 1 <= int(word) <= 31:
        return None
    return int(word), i + 1 + (t.words[i + 1] in words.ORDINAL_SUFFIXES and t.glued(i + 1))


def number(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a small number, in figures or words ("a" is one, "a couple of" is two)."""
    word = t.words[i]
    if t.words[i : i + 3] == ["a", "couple", "of"]:
        return 2, i + 3
    if word in words.NUMBERS:
        return words.NUMBERS[word], i + 1
    return (int(word), i + 1) if word.isdecimal() and len(word) <= 3 and int(word) > 0 else None


def ordinal_day(t: Tokens, i: int) -> tuple[DayOfMonth, int] | None:
    """Read "26th", "26th of the month", "8th of next month"."""
    number = day_number(t, i)
    if not number or number[1] != i + 2:
        return None
    w, j = t.words, number[1]
    if w[j] != "of" or w[j + 2] != "month":
        return DayOfMonth(number[0]), j
    shift = words.SHIFTS.get(w[j + 1])
    counted = shift is not None and w[j + 3] not in words.APOSTROPHES
    return DayOfMonth(number[0], of_month=shift if counted else None), j + 3 * (counted or w[j + 1] == "the")


def end_of_noun(t: Tokens, j: int) -> bool:
    """Whether the word at `j` can't be the noun that an ordinal belongs to ("the 26th session")."""
    word = t.words[j]
    if not word or not word[0].isalpha() or word in words.AFTER_A_DAY or t.words[j + 1] in {"time", "/"}:
        return True
    return word in words.ZONE_ABBREVIATIONS and t.raw(j).isupper()


def possessive(t: Tokens, j: int) -> int:
    """Step over a possessive ending, if one stands there."""
    if t.words[j] in words.APOSTROPHES and t.words[j + 1] == "s" and t.glued(j) and t.glued(j + 1):
        return j + 2
    return j


def month_name(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the name of a month, with the full stop of an abbreviation."""
    word = t.words[i]
    month = words.MONTHS.get(word)
    if month is None:
        return None
    if t.words[i + 1] != "." or not t.glued(i + 1):
        return month, i + 1
    short = len(word) <= 4 and word not in {"may", "june", "july"}
    return month, i + 1 + (short or _has_its_year(t, i + 2))


def _has_its_year(t: Tokens, j: int) -> bool:
    """Whether a day and its year follow ("November. 23, 2000"), and no sentence begins."""
    number = day_number(t, j)
    return number is not None and t.words[number[1]] == "," and year(t, number[1]) is not None


def year(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a year, with the comma or "of" that may stand before it; "2000 soldiers" after a comma is a risk taken."""
    j = i + (t.words[i] in {",", "of"})
    word = t.words[j]
    if len(word) != 4 or not word.isdecimal() or not "1800" <= word <= "2199" or t.words[j + 1] in _NOT_AFTER_A_YEAR:
        return None
    clock = t.words[j + 1] == ":" and t.words[j + 2].isdecimal() and t.glued(j + 2)
    decade = t.words[j + 1] == "s" and t.glued(j + 1)  # "the late 1980s"
    return (int(word), j + 1) if not (clock or decade) else None


def counted_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read "last year", "of next year", "the year before last" behind a month: how many years from the present one."""
    j = i + (t.words[i] == "of")
    if t.words[j : j + 2] == ["the", "year"] and (shift := words.YEARS_OFF.get((t.words[j + 2], t.words[j + 3]))):
        return shift, j + 4
    if t.words[j + 1] == "year" and t.words[j] in words.SHIFTS and t.words[j + 2] not in words.APOSTROPHES:
        return words.SHIFTS[t.words[j]], j + 2
    return None


def year_behind(t: Tokens, j: int) -> tuple[int | None, int | None, int]:
    """Read the year behind a day or a month, if it is said: itself, or from the present one; and the index behind."""
    if counted := counted_year(t, j):
        return None, counted[0], counted[1]
    said = year(t, j)
    return (said[0], None, said[1]) if said else (None, None, j)


def is_moved(t: Tokens, i: int) -> bool:
    """Whether "from X to Y" before a word tells a change of date and no range ("postponed from Monday to Friday")."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if t.words[k] in words.ENDS:
            return False
        if forms_of(t.words[k])[0] in words.MOVING:
            return True
    return False


def _iso(t: Tokens, i: int) -> tuple[CalendarDay, int] | None:
    """Read "2025-04-03" (ISO 8601, 5.2.2), "2025/04/03" and "2025.04.03", as East Asia writes it."""
    w = t.words
    if w[i + 1] not in _DATE_SIGNS or w[i + 3] != w[i + 1] or not all(map(t.glued, range(i + 1, i + 5))):
        return None
    if w[i + 1] == "." and (_goes_on(t, i + 5) or (t.glued(i) and w[i - 1].isalpha())):
        return None
    if not (len(w[i + 2]) == len(w[i + 4]) == 2 and w[i + 2].isdecimal() and w[i + 4].isdecimal()):
        return None
    y, m, d = int(w[i]), int(w[i + 2]), int(w[i + 4])
    return (CalendarDay(m, d, y), i + 5) if y and 1 <= m <= 12 and 1 <= d <= 31 else None


def in_figures(t: Tokens, i: int) -> tuple[CalendarDay | InFigures, int] | None:
    """Read "3.4.2025" and "3/4/2025" as day and month where one of them can be no month, or dots say so."""
    w = t.words
    sign, date = w[i + 1], w[i : i + 5]
    if sign not in {".", "/", "-"} or w[i + 3] != sign or not all(map(t.glued, range(i + 1, i + 5))):
        return None
    first, second, year_said = date[0], date[2], date[4]
    if not (first.isdecimal() and second.isdecimal() and year_said.isdecimal()):
        return None
    in_year = _written_year(year_said, sign)
    if len(first) > 2 or len(second) > 2 or in_year is None or t.glued(i) or _goes_on(t, i + 5):
        return None
    one, other = int(first), int(second)
    if 1 <= one <= 12 and 1 <= other <= 12 and sign != "." and one != other:
        return InFigures(one, other, in_year), i + 5
    for month, day in ((other, one), (one, other)):
        if 1 <= month <= 12 and 1 <= day <= 31:
            return CalendarDay(month, day, in_year), i + 5
    return None


def _written_year(figures: str, sign: str) -> int | None:
    """The year of a date in figures: four of them, or two behind slashes, from 1969 to 2068 (POSIX, `%y`)."""
    if len(figures) == 4:
        return int(figures) if "1800" <= figures <= "2199" else None
    if len(figures) != 2 or sign != "/":
        return None
    return 1900 + int(figures) + (100 if int(figures) < 69 else 0)


def _goes_on(t: Tokens, j: int) -> bool:
    """Whether figures go on behind a date, which is none then ("10.0.2025.1")."""
    return t.glued(j) and (t.words[j].isalnum() or (t.words[j] in {".", "/", "-"} and t.glued(j + 1)))


def _day_month(t: Tokens, i: int) -> tuple[CalendarDay, int] | None:
    number = day_number(t, i)
    return _month_behind(t, number[1], number[0]) if number else None


def _worded_day_month(t: Tokens, i: int) -> tuple[CalendarDay, int] | None:
    """Read "third of April"."""
    number = words.ORDINALS.get(t.words[i], 0)
    return _month_behind(t, i + 1, number) if number > 0 and t.words[i + 1] == "of" else None


def _month_behind(t: Tokens, j: int, number: int) -> tuple[CalendarDay, int] | None:
    month = month_name(t, j + (t.words[j] == "of"))
    if not month:
        return None
    return _with_year(t, month[1], month[0], number)


def _month_day(t: Tokens, i: int) -> tuple[CalendarDay, int] | None:
    month = month_name(t, i)
    if not month:
        return None
    number = day_number(t, month[1] + (t.words[month[1]] == "the")) or _spoken_day(t, month[1])
    if not number or (t.words[number[1]] == ":" and figures_behind(t, number[1])):  # "October 18:25"
        return None
    return _with_year(t, number[1], month[0], number[0])


def figures_behind(t: Tokens, j: int) -> bool:
    """Whether the sign at `j` joins a number to more figures, so that it is no day ("18:25", "14.30", "24,000")."""
    return t.glued(j) and t.glued(j + 1) and t.words[j + 1].isdecimal()


def _spoken_day(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the day of "March eighth", "June the fifth", as speech is written; not "in March second thoughts"."""
    i += t.words[i] == "the"
    number = words.ORDINALS.get(t.words[i], 0)
    return (number, i + 1) if number > 0 and t.words[i] != "opening" and end_of_noun(t, i + 1) else None


def _with_year(t: Tokens, j: int, month: int, day: int) -> tuple[CalendarDay, int]:
    """Read the year behind a day and its month, if it is said: "2025", "of last year"."""
    said, of_year, end = year_behind(t, j)
    return CalendarDay(month, day, said, of_year=of_year), end

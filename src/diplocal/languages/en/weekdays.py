"""Weekdays with what tells which one is meant: "next Thursday", "Thursday, the 3rd", "the first Monday of May"."""

from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import (
    calendar_day,
    day_number,
    figures_behind,
    month_name,
    ordinal_day,
    possessive,
    weekday_name,
    year,
    year_behind,
)
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    CalendarDay,
    Counted,
    Day,
    DayOfMonth,
    NthWeekday,
    OnWeekday,
    Unit,
    Weekday,
    Which,
    Window,
)


def weekday(t: Tokens, i: int, which: Which = Which.BARE) -> Parsed[Day]:
    """Read a weekday with the date, the week or the ordinal that may follow it."""
    name = weekday_name(t, i)
    if name is None:
        return None
    value, j = name
    if t.words[j] in words.ENDS:
        return OnWeekday(value, which), j
    if which is Which.BARE and (found := _behind_weekday(t, j, value)):
        return found
    if week := _week_suffix(t, j):
        return OnWeekday(value, which, week[0]), week[1]
    return OnWeekday(value, which), j


def _behind_weekday(t: Tokens, j: int, value: Weekday) -> Parsed[Day]:
    """Read what makes a bare weekday another day: a date, "week" or "fortnight", "next" or "last"."""
    word = t.words[j]
    if word in {"week", "fortnight"} and not t.glued(j):
        return Counted(7 if word == "week" else 14, OnWeekday(value)), j + 1
    if word in words.WHICH_BEHIND and not t.words[j + 1][:1].isalpha():
        return OnWeekday(value, words.WHICH_BEHIND[word]), j + 1
    return date_after_weekday(t, j, value)


def date_after_weekday(t: Tokens, j: int, value: Weekday) -> Parsed[Day]:
    """Read the date behind a weekday: "(Thursday) 3 April", "(Thursday), the 3rd", "(Thursday) (3 April)"."""
    opened = t.words[j] == "("
    begin = j + (opened or t.words[j] == ",")
    article = t.words[begin] == "the"
    begin += article
    ordinal = article and t.words[begin] in words.ORDINALS
    if not (ordinal or t.words[begin] in words.MONTHS or t.words[begin].isdecimal()):
        return None
    found: Parsed[CalendarDay | DayOfMonth] = calendar_day(t, begin, ordinal=ordinal) or ordinal_day(t, begin)
    if not found and begin == j:
        found = _number_by_itself(t, j)
    if not found:
        return None
    ref, end = found
    if opened and t.words[end] != ")":
        return None
    return evolve(ref, weekday=value), end + opened


def _number_by_itself(t: Tokens, i: int) -> Parsed[DayOfMonth]:
    """Read the number of a day that a sign ends, as calendars write it ("Saturday 3: prayers", "Sunday 4, Mass")."""
    number = day_number(t, i)
    if not number or t.words[number[1]] not in _ENDS_OF_NUMBERS:
        return None
    is_day = not figures_behind(t, number[1]) and not year(t, number[1])
    return (DayOfMonth(number[0]), number[1]) if is_day else None


_ENDS_OF_NUMBERS: Final = words.ENDS | {","}


def _week_suffix(t: Tokens, j: int) -> Parsed[Window]:
    """Read "next week", "of this week", "the following week", "that week" after a weekday."""
    w = t.words
    begin = j + (w[j] in {"of", "in"})
    begin += w[begin] == "the"
    if w[begin + 1] != "week":
        return None
    word = w[begin]
    if word in words.SHIFTS and w[begin - 1] != "the":
        return Window(Unit.WEEK, words.SHIFTS[word]), begin + 2
    shift = words.CHAINED_SHIFTS.get(word)
    return (Window(Unit.WEEK, shift, chained=True), begin + 2) if shift is not None else None


def qualified_weekday(t: Tokens, i: int) -> Parsed[Day]:
    """Read "next Thursday", "this coming Thursday", "next week on Thursday"."""
    w = t.words
    if w[i + 1] == "week":
        return _day_of_week(t, i)
    j = i + (w[i] == "this" and w[i + 1] in {"coming", "past", "last", "next"})
    return weekday(t, j + 1, words.WHICH[w[j]])


def _day_of_week(t: Tokens, i: int) -> Parsed[Day]:
    """Read "next week Thursday", "next week on Thursday", "last week's Thursday"."""
    j = possessive(t, i + 2)
    j += t.words[j] == "on"
    name = weekday_name(t, j)
    return (OnWeekday(name[0], Which.BARE, Window(Unit.WEEK, words.SHIFTS[t.words[i]])), name[1]) if name else None


def nth_weekday(t: Tokens, i: int) -> Parsed[NthWeekday]:
    """Read "(the) first Monday of May", "(the) last Friday in October 2025"."""
    numbered = ordinal_day(t, i)
    number, j = (numbered[0].day, numbered[1]) if numbered else (words.ORDINALS.get(t.words[i], 0), i + 1)
    name = weekday_name(t, j) if number in _IN_A_MONTH else None
    month = month_name(t, name[1] + 1) if name and t.words[name[1]] in {"of", "in"} else None
    if not name or not month:
        return None
    said, of_year, end = year_behind(t, month[1])
    return NthWeekday(number, name[0], month[0], said, of_year=of_year), end


_IN_A_MONTH: Final = frozenset({-1, 1, 2, 3, 4, 5})

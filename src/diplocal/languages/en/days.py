"""Single days: "Thursday", "Thursday, April 3, 2025", "the 26th", "tomorrow", "three days later", "that day".

Each function takes the words and the index at which to begin; it gives what it read and the index behind, or ``None``.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from diplocal.languages.en import words
from diplocal.languages.en.dates import (
    calendar_day,
    end_of_noun,
    in_figures,
    number,
    ordinal_day,
    possessive,
    weekday_name,
)
from diplocal.languages.en.named_days import NAMED, named_day
from diplocal.languages.en.verb_groups import may_be_verb
from diplocal.languages.en.visit_days import day_two, entry, nth_day
from diplocal.languages.en.weekdays import date_after_weekday, nth_weekday, qualified_weekday, weekday
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    FromToday,
    NthDay,
)


def day(t: Tokens, i: int) -> Parsed[Day]:
    """Read one day, with its possessive ("Thursday's")."""
    word = t.words[i]
    reader = _READERS.get(word) or (_numbered if word.isdecimal() else None)
    read = reader(t, i) if reader else None
    if read and t.words[read[1]] in words.APOSTROPHES:
        return read[0], possessive(t, read[1])
    return read


# --- "the ...", "that day" --------------------------------------------------------------------------------------------


def _the(t: Tokens, i: int) -> Parsed[Day]:
    word = t.words[i + 1]
    reader = _THE.get(word)
    found = reader(t, i) if reader else None
    if word in NAMED:
        return named_day(t, i + 1)
    if found or not (word in words.ORDINALS or word.isdecimal()):
        return found
    if dated := calendar_day(t, i + 1, ordinal=True):
        return dated
    if counted := nth_weekday(t, i + 1):
        return counted
    if nth := nth_day(t, i) or _the_second(t, i):
        return nth
    numbered = ordinal_day(t, i + 1)
    return numbered if numbered and end_of_noun(t, numbered[1]) else None


def _the_weekday(t: Tokens, i: int) -> Parsed[Day]:
    """Read "the Monday after [ruling]", "the Monday before"; "the Monday after the vote" counts from an open date."""
    name = weekday_name(t, i + 1)
    side = words.SIDES.get(t.words[name[1]]) if name else None
    if not name or side is None:
        return None
    if key := entry(t, name[1] + 1):
        return ChainedWeekday(name[0], side, key[0]), key[1]
    return (ChainedWeekday(name[0], side), name[1] + 1) if not t.words[name[1] + 1][:1].isalnum() else None


def _the_following(t: Tokens, i: int) -> Parsed[Day]:
    """Read "the following Monday", "the next day"."""
    side = words.FOLLOWING[t.words[i + 1]]
    if t.words[i + 2] == "day":
        return Chained(side), i + 3
    name = weekday_name(t, i + 2)
    return (ChainedWeekday(name[0], side), name[1]) if name else None


def _the_coming(t: Tokens, i: int) -> Parsed[Day]:
    return weekday(t, i + 2, words.WHICH[t.words[i + 1]])


def _the_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "the day after", "the day before tomorrow", "the day of the meeting"."""
    w = t.words
    word = w[i + 2]
    if word == "of":
        key = entry(t, i + 3)
        return (Chained(0, key[0]), key[1]) if key else (Chained(0), i + 3) if w[i + 3] in words.OWNERS else None
    if word in {"earlier", "prior"} and w[i + 3] != "to":
        return Chained(-1), i + 3
    return _aside(t, i + 2, 1) if word in words.SIDES else None


def _aside(t: Tokens, j: int, days: int) -> Parsed[Day]:
    """Read what a count of days stands before or after: an entry, a day, or the day spoken of."""
    days *= words.SIDES[t.words[j]]
    if key := entry(t, j + 1):
        return Chained(days, key[0]), key[1]
    if t.words[j + 1] == "that":
        return Chained(days), j + 2 + (t.words[j + 2] == "day")
    if base := _base_day(t, j + 1):
        return _counted_from(days, base[0]), base[1]
    return Chained(days), j + 1


def _counted_from(days: int, base: Day) -> Day:
    return FromToday(days + base.days) if isinstance(base, FromToday) else Counted(days, base)


def _base_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read a day that another is counted from; none that is itself counted from another."""
    word = t.words[i]
    if word.isdecimal():
        return calendar_day(t, i)
    if word not in _BASES or (word == "the" and t.words[i + 1] in _COUNTED):
        return None
    found = day(t, i)
    return found if found and not isinstance(found[0], (Counted, Chained)) else None


def _the_second(t: Tokens, i: int) -> Parsed[NthDay]:
    """Read "on the second" where days were counted before ("They meet on the first day; on the second, they sign")."""
    number = words.ORDINALS.get(t.words[i + 1], 0)
    if number not in _SECONDS or t.words[i - 1] != "on" or not end_of_noun(t, i + 2):
        return None
    w = t.words
    days = [k for k in range(i, max(0, i - 80), -1) if w[k] == "day"]
    counted = any(w[k - 1] in words.ORDINALS or w[k - 1] in words.DASHES for k in days)
    return (NthDay(number), i + 2) if counted else None


_SECONDS: Final = frozenset({2, 3, 4, 5})


def _the_latter(t: Tokens, i: int) -> Parsed[NthDay]:
    """Read "the latter day", of those said before."""
    return (NthDay(-1), i + 3) if t.words[i + 2] == "day" else None


def _the_same_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "that day", "that same day", "that very day", "that date", "the same day as [ruling]"."""
    j = i + 1 + (t.words[i + 1] in {"same", "very"})
    if t.words[j] not in {"day", "date"}:
        return None
    key = entry(t, j + 2) if t.words[j + 1] == "as" else None
    return (Chained(0, key[0]), key[1]) if key else (Chained(0), j + 1)


def _same_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "(on) same day", "(will return) same day": not "same-day" or "same day service"."""
    ends = t.words[i + 1] == "day" and not t.glued(i + 1) and end_of_noun(t, i + 2)
    return (Chained(0), i + 2) if ends else None


def _next(t: Tokens, i: int) -> Parsed[Day]:
    """Read "next Monday", and "next day" without its article: not "next-day" or "next day delivery"."""
    if t.words[i + 1] != "day":
        return qualified_weekday(t, i)
    return (Chained(1), i + 2) if not t.glued(i + 1) and end_of_noun(t, i + 2) else None


def _the_eve(t: Tokens, i: int) -> Parsed[Day]:
    """Read "the eve of 3 April", "the eve of [ruling]", "the eve of the summit"."""
    if t.words[i + 2] != "of":
        return Chained(-1), i + 2
    if key := entry(t, i + 3):
        return Chained(-1, key[0]), key[1]
    base = _base_day(t, i + 3)
    return (_counted_from(-1, base[0]), base[1]) if base else (Chained(-1), i + 3)


def _may(t: Tokens, i: int) -> Parsed[Day]:
    """Read "May Day", else a date in May."""
    return named_day(t, i) if t.words[i + 1] == "day" else calendar_day(t, i)


# --- counted from today or from another day ---------------------------------------------------------------------------


def _today(t: Tokens, i: int) -> Parsed[Day]:
    days = words.TODAY[t.words[i]]
    if t.words[i + 1] == "week" and days >= 0:
        return FromToday(days + 7), i + 2
    beside = t.words[i + 1] in {"(", ","} or (t.words[i + 1] in words.DASHES and not t.glued(i + 1))
    return _apposed(t, i + 1, days) if beside else (FromToday(days), i + 1)


def _apposed(t: Tokens, j: int, days: int) -> Parsed[Day]:
    """Read "tomorrow (Friday)", "today, Friday", "yesterday - 2 April -": the date that is said is the day.

    Behind a comma, it ends the clause, or a verb follows ("will tomorrow, Friday leave for Oslo").
    """
    opened = t.words[j] == "("
    closes = words.CLOSES if opened else words.ENDS if t.words[j] == "," else words.DASHES
    if (date := _date_behind(t, j + 1)) and t.words[date[1]] in closes:
        return date[0], date[1] + opened
    name = weekday_name(t, j + 1, beside=opened)
    if name and (t.words[name[1]] in closes or (not opened and may_be_verb(t.words[name[1]]))):
        return FromToday(days, name[0]), name[1] + opened
    return FromToday(days), j


def _date_behind(t: Tokens, j: int) -> Parsed[Day]:
    """Read a date, with its weekday where one stands before it."""
    name = weekday_name(t, j, beside=True)
    return date_after_weekday(t, name[1], name[0]) if name else calendar_day(t, j)


def _later(t: Tokens, i: int) -> Parsed[Day]:
    """Read "later today", "earlier that day", "later in the day", "later (on) Thursday"."""
    w = t.words
    j = i + 1 + (w[i + 1] in {"on", "in"})
    if w[j] == "the" and w[j + 1] == "day":
        return Chained(0), j + 2
    if w[j] in words.TODAY:
        return _today(t, j)
    if w[j] == "that" or (w[j] == "the" and w[j + 1] == "same"):
        return _the_same_day(t, j)
    return weekday(t, j)


def _numbered(t: Tokens, i: int) -> Parsed[Day]:
    if dated := calendar_day(t, i):
        return dated
    glued = (in_figures(t, i) or _bare_ordinal(t, i)) if t.glued(i + 1) else None
    return glued or counted_day(t, i)


def _bare_ordinal(t: Tokens, i: int) -> Parsed[Day]:
    """Read "on 23rd", "on 8th of next month", without an article."""
    found = ordinal_day(t, i)
    if not found or not (found[0].of_month is not None or t.words[i - 1] in _BEFORE_ORDINALS):
        return None
    return found if end_of_noun(t, found[1]) else None


_BEFORE_ORDINALS: Final = frozenset({"on", "until", "till"})


def counted_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "three days ago", "two days later", "a week from Thursday", "a week today", "three days from now"."""
    amount = number(t, i)
    factor = words.DAYS_IN.get(t.words[amount[1]]) if amount else None
    if not amount or factor is None:
        return None
    days, j = amount[0] * factor, amount[1] + 1
    follow, behind = t.words[j], t.words[j + 1]
    if follow in words.LATER and (follow, behind) != ("prior", "to"):
        return Chained(days * words.LATER[follow]), j + 1
    counts = follow == "from" or (follow == "on" and factor > 1)  # "a week on Friday"
    if counts and behind in words.TODAY:
        return FromToday(days + words.TODAY[behind]), j + 2
    if counts and (base := _base_day(t, j + 1)):
        return Counted(days, base[0]), base[1]
    if follow in words.SIDES:
        return _aside(t, j, days)
    return _counted_from_now(t, j, days, factor)


def _counted_from_now(t: Tokens, j: int, days: int, factor: int) -> Parsed[Day]:
    follow = t.words[j]
    if factor == 1:  # "two weeks ago" is no day
        if follow == "ago":
            return FromToday(-days), j + 1
        if follow == "hence":
            return FromToday(days), j + 1
        if follow == "from" and t.words[j + 1] == "now":
            return FromToday(days), j + 2
    elif follow == "ago" and t.words[j + 1] == "today":
        return FromToday(-days), j + 2
    elif follow in words.TODAY and words.TODAY[follow] >= 0:
        return FromToday(days + words.TODAY[follow]), j + 1
    return None


# --- which word opens what --------------------------------------------------------------------------------------------

_Reader: TypeAlias = Callable[[Tokens, int], Parsed[Day]]

_THE: Final[dict[str, _Reader]] = {
    **dict.fromkeys((*words.WEEKDAYS, *words.SHORT_WEEKDAYS), _the_weekday),
    **dict.fromkeys(words.FOLLOWING, _the_following),
    "coming": _the_coming,
    "past": _the_coming,
    "day": _the_day,
    "same": _the_same_day,
    "eve": _the_eve,
    "latter": _the_latter,
}
_READERS: Final[dict[str, _Reader]] = {
    **dict.fromkeys(NAMED, named_day),
    **dict.fromkeys(words.NUMBERS, counted_day),
    **dict.fromkeys(words.WHICH, qualified_weekday),
    **dict.fromkeys(("its", "his", "her", "their"), nth_day),
    **dict.fromkeys((*words.WEEKDAYS, *words.SHORT_WEEKDAYS), weekday),
    **dict.fromkeys(words.MONTHS, calendar_day),
    "may": _may,
    **dict.fromkeys(words.TODAY, _today),
    "the": _the,
    "that": _the_same_day,
    "later": _later,
    "earlier": _later,
    "day": day_two,
    "same": _same_day,
    "next": _next,
}
_COUNTED: Final = frozenset({"day", "eve", "same"})
_BASES: Final = frozenset(
    {*words.WEEKDAYS, *words.SHORT_WEEKDAYS, *words.MONTHS, *words.TODAY, *words.WHICH, *NAMED, "the"}
)
OPENERS: Final = frozenset(_READERS)
"""The words that can begin a day, beside figures."""

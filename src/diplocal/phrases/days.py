"""Single days: "Thursday", "Thursday, April 3, 2025", "the 26th", "tomorrow", "three days later", "that day".

Each function takes the words and the index at which to begin and gives what it read and the index after it, or ``None``.
"""

from typing import TypeAlias, TypeVar

from diplocal.phrases import english as words
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    DayOfMonth,
    FromToday,
    NthDay,
    OnWeekday,
    Unit,
    Weekday,
    Which,
    Window,
)

T = TypeVar("T")
Parsed: TypeAlias = tuple[T, int] | None


def day(t: Tokens, i: int) -> Parsed[Day]:
    """Read one day, with its possessive ("Thursday's")."""
    read = _day(t, i)
    return (read[0], possessive(t, read[1])) if read else None


def _day(t: Tokens, i: int) -> Parsed[Day]:
    word = t.words[i]
    if word in words.WEEKDAYS or word in words.SHORT_WEEKDAYS:
        return weekday(t, i)
    if word.isdecimal() or word in words.MONTHS:
        return calendar_day(t, i) or counted_day(t, i)
    if word in words.TODAY:
        return FromToday(words.TODAY[word]), i + 1
    if word in ("the", "that", "a", "an", "next", "last", "this", "same", "later", "earlier"):
        return _worded_day(t, i)
    if word in words.NUMBERS or word in words.ORDINALS or word in ("coming", "past"):
        return counted_day(t, i) or _qualified_weekday(t, i)
    return None


def _worded_day(t: Tokens, i: int) -> Parsed[Day]:
    w = t.words
    for read in (_qualified_weekday, _relative_to_today, chained_day, nth_day, counted_day, day_of_month):
        if found := read(t, i):
            return found
    if w[i] == "the" and (found := calendar_day(t, i + 1)):
        return found
    return None


# --- weekdays ---------------------------------------------------------------------------------------------------------


def weekday(t: Tokens, i: int, which: Which = Which.BARE) -> Parsed[Day]:
    """Read a weekday with the date, the week or the ordinal that may follow it."""
    name = weekday_name(t, i)
    if name is None:
        return None
    value, j = name
    if which is Which.BARE:
        if dated := _date_after_weekday(t, j, value):
            return dated
        if t.words[j] in ("week", "fortnight") and not t.glued(j):
            return Counted(7 if t.words[j] == "week" else 14, OnWeekday(value)), j + 1
    if week := _week_suffix(t, j):
        return OnWeekday(value, which, week[0]), week[1]
    return OnWeekday(value, which), j


def weekday_name(t: Tokens, i: int) -> Parsed[Weekday]:
    """Read the name of a weekday; an abbreviation only with its full stop or beside a number or month."""
    word = t.words[i]
    if word in words.WEEKDAYS:
        return words.WEEKDAYS[word], i + 1
    if word in words.SHORT_WEEKDAYS:
        dot = i + 1 + (t.words[i + 1] == ".")
        comma = dot + (t.words[dot] == ",")
        if t.words[comma].isdecimal() or t.words[comma] in words.MONTHS or t.count == i + 1:
            return words.SHORT_WEEKDAYS[word], dot
    return None


def _date_after_weekday(t: Tokens, j: int, value: Weekday) -> Parsed[Day]:
    w = t.words
    comma = j + (w[j] == ",")
    opened = w[j] == "("
    begin = j + 1 if opened else comma
    begin += w[begin] == "the"
    found = calendar_day(t, begin) or _ordinal_day(t, begin)
    if not found:
        return None
    ref, end = found
    if opened and w[end] != ")":
        return None
    end += opened
    if isinstance(ref, CalendarDay):
        return CalendarDay(ref.month, ref.day, ref.year, value), end
    return DayOfMonth(ref.day, value), end


def _week_suffix(t: Tokens, j: int) -> Parsed[Window]:
    """Read "next week", "of this week" after a weekday."""
    begin = j + (t.words[j] in ("of", "in"))
    begin += t.words[begin] == "the"
    shift = words.SHIFTS.get(t.words[begin])
    if shift is not None and t.words[begin + 1] == "week":
        return Window(Unit.WEEK, shift), begin + 2
    if t.words[begin] in words.FOLLOWING and t.words[begin + 1] == "week":
        return Window(Unit.WEEK, words.FOLLOWING[t.words[begin]], chained=True), begin + 2
    return None


def _qualified_weekday(t: Tokens, i: int) -> Parsed[Day]:
    """Read "next Thursday", "this coming Thursday", "the following Monday"."""
    w = t.words
    the = w[i] == "the"
    j = i + the
    if the and (name := weekday_name(t, j)) and w[name[1]] in ("after", "before") and (key := entry(t, name[1] + 1)):
        return ChainedWeekday(name[0], 1 if w[name[1]] == "after" else -1, key[0]), key[1]
    if the and w[j] in words.FOLLOWING:
        name = weekday_name(t, j + 1)
        return (ChainedWeekday(name[0], words.FOLLOWING[w[j]]), name[1]) if name else None
    if w[j] == "this" and w[j + 1] in ("coming", "past", "last", "next"):
        j += 1
    which = words.WHICH.get(w[j])
    if which is None or (the and which not in (Which.COMING, Which.PAST)):
        return None
    return weekday(t, j + 1, which)


# --- dates ------------------------------------------------------------------------------------------------------------


def calendar_day(t: Tokens, i: int) -> Parsed[CalendarDay]:
    """Read "3 April 2025", "April 3, 2025", "3rd of April", "2025-04-03", with a weekday behind ("April 3 (Thursday)")."""
    found = _iso(t, i) or _day_month(t, i) or _month_day(t, i)
    if not found:
        return None
    date, j = found
    opened = t.words[j] == "("
    name = weekday_name(t, j + opened) if opened or t.words[j] == "," else None
    if name and opened and t.words[name[1]] == ")":
        return CalendarDay(date.month, date.day, date.year, name[0]), name[1] + 1
    return found


def day_number(t: Tokens, i: int) -> Parsed[int]:
    """Read the number of a day with its suffix ("3", "3rd"), 1 to 31."""
    word = t.words[i]
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    suffixed = t.words[i + 1] in words.ORDINAL_SUFFIXES and t.glued(i + 1)
    return int(word), i + 1 + suffixed


def month_name(t: Tokens, i: int) -> Parsed[int]:
    """Read the name of a month, with the full stop of an abbreviation."""
    month = words.MONTHS.get(t.words[i])
    if month is None:
        return None
    short = len(t.words[i]) <= 4 and t.words[i] not in ("may", "june", "july")
    return month, i + 1 + (short and t.words[i + 1] == "." and t.glued(i + 1))


def year(t: Tokens, i: int) -> Parsed[int]:
    """Read a year, with the comma that may stand before it."""
    j = i + (t.words[i] == ",")
    word = t.words[j]
    if len(word) == 4 and word.isdecimal() and "1800" <= word <= "2199":
        # "3 April, 2000 soldiers" and "April 3 2000-2200 GMT" are no years; neither is a time.
        if t.words[j + 1] in ("gmt", "utc", "hours", "hrs", ":"):
            return None
        return int(word), j + 1
    return None


def _iso(t: Tokens, i: int) -> Parsed[CalendarDay]:
    w = t.words
    if len(w[i]) == 4 and w[i + 1] == "-" and w[i + 3] == "-" and all(map(t.glued, range(i + 1, i + 5))):
        numbers = w[i], w[i + 2], w[i + 4]
        if all(map(str.isdecimal, numbers)) and len(w[i + 2]) == len(w[i + 4]) == 2:
            y, m, d = map(int, numbers)
            if y and 1 <= m <= 12 and 1 <= d <= 31:
                return CalendarDay(m, d, y), i + 5
    return None


def _day_month(t: Tokens, i: int) -> Parsed[CalendarDay]:
    number = day_number(t, i)
    if not number:
        return None
    j = number[1] + (t.words[number[1]] == "of")
    month = month_name(t, j)
    if not month:
        return None
    said = year(t, month[1])
    return CalendarDay(month[0], number[0], said[0] if said else None), said[1] if said else month[1]


def _month_day(t: Tokens, i: int) -> Parsed[CalendarDay]:
    month = month_name(t, i)
    number = day_number(t, month[1] + (t.words[month[1]] == "the")) if month else None
    if not month or not number:
        return None
    said = year(t, number[1])
    return CalendarDay(month[0], number[0], said[0] if said else None), said[1] if said else number[1]


def day_of_month(t: Tokens, i: int) -> Parsed[DayOfMonth]:
    """Read "the 26th"; "the 26th session" is no day."""
    if t.words[i] != "the":
        return None
    found = _ordinal_day(t, i + 1)
    return found if found and _ends_noun(t, found[1]) else None


def _ordinal_day(t: Tokens, i: int) -> Parsed[DayOfMonth]:
    number = day_number(t, i)
    return (DayOfMonth(number[0]), number[1]) if number and number[1] == i + 2 else None


def _ends_noun(t: Tokens, j: int) -> bool:
    """Whether the word at `j` can't be the noun that an ordinal belongs to."""
    word = t.words[j]
    return not word or not word[0].isalpha() or word in words.AFTER_A_DAY or t.words[j + 1] in ("time", "/")


# --- counted from today or from another day ---------------------------------------------------------------------------


def _relative_to_today(t: Tokens, i: int) -> Parsed[Day]:
    w = t.words
    if w[i] == "the" and w[i + 1] == "day" and w[i + 2] in ("after", "before"):
        shift = 1 if w[i + 2] == "after" else -1
        if w[i + 3] == ("tomorrow" if shift > 0 else "yesterday"):
            return FromToday(2 * shift), i + 4
        if base := _base_day(t, i + 3):
            return Counted(shift, base[0]), base[1]
    if w[i] in ("later", "earlier"):
        j = i + 1 + (w[i + 1] in ("on", "in"))
        if w[j] == "today":
            return FromToday(0), j + 1
        if w[j] == "the" and w[j + 1] == "day":
            return Chained(0), j + 2
    return None


def _base_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read a day that another is counted from: a weekday or a date, nothing counted itself."""
    if t.words[i] in words.WEEKDAYS or t.words[i].isdecimal() or t.words[i] in words.MONTHS:
        return weekday(t, i) or calendar_day(t, i)
    return None


def counted_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "three days ago", "in three days" (without its "in"), "two days later", "a week from Thursday"."""
    amount = number(t, i)
    if not amount or t.words[amount[1]] not in ("day", "days", "week", "weeks", "fortnight"):
        return None
    count, j = amount
    unit = t.words[j]
    days = count * (14 if unit == "fortnight" else 7 if unit.startswith("week") else 1)
    follow = t.words[j + 1]
    if follow in ("after", "before") and (key := entry(t, j + 2)):
        return Chained(-days if follow == "before" else days, key[0]), key[1]
    if follow in ("after", "before") and t.words[j + 2] == "that":
        return Chained(-days if follow == "before" else days), j + 3
    if follow in ("from", "after", "before", "on"):
        base = _base_day(t, j + 2)
        if follow == "from" and t.words[j + 2] in words.TODAY:
            return FromToday(days + words.TODAY[t.words[j + 2]]), j + 3
        return (Counted(-days if follow == "before" else days, base[0]), base[1]) if base else None
    if follow in ("later", "earlier", "afterwards", "beforehand"):
        return Chained(-days if follow in ("earlier", "beforehand") else days), j + 2
    if unit.startswith("day") and follow == "ago":
        return FromToday(-days), j + 2
    return None


def number(t: Tokens, i: int) -> Parsed[int]:
    """Read a small number, in figures or words ("a" is one)."""
    word = t.words[i]
    if word in words.NUMBERS:
        return words.NUMBERS[word], i + 1
    return (int(word), i + 1) if word.isdecimal() and len(word) <= 3 and int(word) > 0 else None


def chained_day(t: Tokens, i: int) -> Parsed[Day]:
    """Read "that day", "the same day", "the day after", "the following day", "the eve of"."""
    w = t.words
    j = i + (w[i] in ("the", "that"))
    if j > i and w[j] == "same":
        j += 1
    if w[j] == "day" and (w[i] == "that" or w[j - 1] == "same"):
        key = entry(t, j + 2) if w[j + 1] == "as" else None
        return (Chained(0, key[0]), key[1]) if key else (Chained(0), j + 1)
    if w[i] != "the":
        return None
    if w[j] == "day" and w[j + 1] == "of" and w[j + 2] in ("the", "his", "her", "their"):
        return Chained(0), j + 2
    if w[j] == "day" and w[j + 1] in ("after", "before", "earlier"):
        key = entry(t, j + 2)
        return Chained(1 if w[j + 1] == "after" else -1, key[0] if key else None), key[1] if key else (
            j + 2 + (w[j + 2] == "that")
        )
    if w[j] in words.FOLLOWING and w[j + 1] == "day":
        return Chained(words.FOLLOWING[w[j]]), j + 2
    if w[j] == "eve" and w[j + 1] == "of":
        return Chained(-1), j + 2
    return None


def nth_day(t: Tokens, i: int) -> Parsed[NthDay]:
    """Read "the second day", "the final day", with "of the visit" behind."""
    w = t.words
    if w[i] != "the":
        return None
    ordinal: Parsed[int] = (words.ORDINALS[w[i + 1]], i + 2) if w[i + 1] in words.ORDINALS else None
    if ordinal is None and (found := _ordinal_day(t, i + 1)):
        ordinal = found[0].day, found[1]
    if ordinal is None or w[ordinal[1]] != "day":
        return None
    j = ordinal[1] + 1
    if w[j] == "of" and (key := entry(t, j + 1)):
        return NthDay(ordinal[0], key[0]), key[1]
    if w[j] == "of" and w[j + 1] in ("the", "his", "her", "their", "a", "its"):
        noun = j + 2 + (w[j + 3] in words.VISITS)
        if w[noun] in words.VISITS:
            return NthDay(ordinal[0]), noun + 1
    return NthDay(ordinal[0]), j


def entry(t: Tokens, i: int) -> Parsed[str]:
    """Read the key of an entry of a programme in brackets ("the day after [ruling]")."""
    if t.words[i] != "[":
        return None
    close = next((j for j in range(i + 1, min(i + 40, t.count)) if t.words[j] == "]"), None)
    return (t.text[t.ends[i] : t.starts[close]].strip(), close + 1) if close is not None else None


def possessive(t: Tokens, j: int) -> int:
    """Step over a possessive ending, if one stands there."""
    if t.words[j] in words.APOSTROPHES and t.glued(j):
        if t.words[j + 1] == "s" and t.glued(j + 1):
            return j + 2
    return j

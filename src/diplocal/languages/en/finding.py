"""Where references stand in running text: at words of time, and only where those are no other words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import end_of_noun
from diplocal.languages.en.grammar import opens, reference
from diplocal.languages.en.named_days import NAMED, UNTRIGGERED
from diplocal.languages.en.named_days import WORDS as NAME_WORDS
from diplocal.languages.en.several_days import places
from diplocal.phrases.sentences import MARKS
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    About,
    At,
    CalendarDay,
    Coming,
    DaySet,
    Deadline,
    FromToday,
    InFigures,
    InMonth,
    Length,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Part,
    Reference,
    Unit,
    Which,
    Window,
)

_YEARS: Final = frozenset(map(str, range(1800, 2200)))
_LEAD: Final = words.LEAD | NAME_WORDS
_SECOND: Final = frozenset({"second", "third", "fourth", "fifth"})
NOTABLE: Final = _SECOND | words.TRIGGERS | words.TRIGGER_PARTS | {"hours", "date", "/"} | UNTRIGGERED | _YEARS | MARKS
"""The words at which a reference may stand, and the marks that end sentences."""


def references(t: Tokens, notable: Iterable[int]) -> Iterator[tuple[Reference, int, int]]:
    """Read the longest reference around each word of time, left to right, none overlapping."""
    w, done = t.words, 0
    for i in notable:
        if i < done or w[i] in MARKS or not (w[i] in words.TRIGGERS or _is_trigger(w, i)):
            continue
        for begin in range(_reach(w, i, done), i + 1):
            if begin < done:
                continue
            read = reference(t, begin) if opens(w[begin]) else None
            if read and read[1] <= i and isinstance(read[0], CalendarDay):  # "(moved from) 3 to 6 December"
                yield read[0], begin, read[1]
                done = read[1]
                continue
            if read and read[1] > i and _plausible(t, read[0], begin, read[1]):
                ref, done = read
                if isinstance(ref, DaySet) and not _in_a_row(ref):
                    yield from _one_by_one(t, ref, begin, done)
                else:
                    yield ref, begin, done
                break


def _is_trigger(w: list[str], i: int) -> bool:
    """Whether a part of a day, "hours" or a year is a word of time: only beside a word that makes it so."""
    word = w[i]
    if word in words.TRIGGER_PARTS:
        return w[i - 1] in words.BEFORE_A_PART or w[i - 1] in words.ORDINALS
    if word == "hours":
        return w[i - 1] == "early" or w[i - 1].isdecimal() or w[i - 1] in words.NUMBERS
    if word in _SECOND:
        return w[i - 1] == "the" and w[i - 2] == "on"
    if word == "/":  # "05/30/23"
        return w[i + 2] == "/" and w[i - 1].isdecimal() and len(w[i + 3]) == 2 and w[i + 3].isdecimal()
    if word == "date":
        return w[i - 1] in {"that", "same"}
    if word in UNTRIGGERED:
        return True
    if w[i - 1] == "of" and w[i - 2] in words.PARTS_OF_A_YEAR:
        return True
    dated = w[i - 1] in {"/", "."} and w[i - 2].isdecimal()
    dotted = w[i + 1] == "." and w[i + 2].isdecimal()
    return w[i + 1] == "-" or dotted or dated or w[i - 1] in words.BEFORE_A_YEAR


def _reach(w: list[str], i: int, done: int) -> int:
    """The first word from which a reference may reach word `i`."""
    begin = i
    stop = max(done, i - 14)
    while begin > stop and (w[begin - 1] in _LEAD or w[begin - 1].isdecimal()):
        begin -= 1
    if begin > stop and w[begin] == "time":
        begin = max(stop, begin - 6)
    return begin


_UNSURE: Final = words.WORDS_THAT_ARE_NO_MONTH | set(words.WEEKDAYS)


def _plausible(t: Tokens, ref: Reference, begin: int, end: int) -> bool:
    """Whether words that could be something else stand as words of time."""
    sure = _UNSURE.isdisjoint(t.words[begin:end]) or all(_is_of_time(t, i, begin) for i in range(begin, end))
    return sure and _denotes(t, ref, begin, end)


def _is_of_time(t: Tokens, i: int, begin: int) -> bool:
    """Whether a word that could be a month or a weekday of a name is one: "2 april", not "they march"."""
    word = t.words[i]
    if word in words.WORDS_THAT_ARE_NO_MONTH:
        return t.capital(i) or _is_dated(t, i)
    if word not in words.WEEKDAYS or (i > begin and t.words[i - 1] in NAMED):
        return True
    return not (_is_name(t, i) or (i == begin and _is_numbered(t, i)))


def _denotes(t: Tokens, ref: Reference, begin: int, end: int) -> bool:
    """Whether a reference denotes a date where it stands."""
    match ref:
        case OnWeekday() | CalendarDay() | At():
            return not (_is_habitual(t, ref, begin, end) or _is_hyphened(t, end))
        case OnFeast() if t.words[end] in _SIGNED_ON_FEASTS:
            return False
        case Window(Unit.YEAR, 0, Part.MID) if t.capital(begin) and t.capital(end):
            return False  # "the Mid-Year Meeting"
        case InMonth() if t.words[end].isdecimal() and len(t.words[end]) <= 2 and t.words[end + 1] != ":":
            return False
        case InMonth(5, None) | Deadline(_, InMonth(5, None)):
            return _is_month_of_may(t, begin)
        case About(count) | Coming(count) if not words.SUPERLATIVES.isdisjoint(t.words[max(0, begin - 3) : begin]):
            return count < 0 or not _NAMED_AHEAD.isdisjoint(
                t.words[begin:end]
            )  # not "for the first time in three years"; but "the first one passed a week ago"
        case Length() if t.words[begin] == "the" and t.words[end] not in words.VISITS:
            return False
        case _:
            return True


def _is_dated(t: Tokens, i: int) -> bool:
    """Whether the day stands before a month in small letters ("2 april"), and the year behind one that is a verb."""
    number = t.words[i - 1 - (t.words[i - 1] in words.ORDINAL_SUFFIXES)]
    is_verb, year = t.words[i] in {"may", "march", "mar"}, t.words[i + 1]
    return number.isdecimal() and len(number) <= 2 and (not is_verb or (year.isdecimal() and len(year) == 4))


def _is_hyphened(t: Tokens, end: int) -> bool:
    """Whether a hyphen joins another word ("a Monday-style meeting"); another weekday makes a range."""
    w = t.words
    glued = w[end] in _HYPHENS and t.glued(end) and t.glued(end + 1)
    return glued and w[end + 1][:1].isalpha() and w[end + 1] not in words.WEEKDAYS


_HYPHENS: Final = frozenset("-‐‑")


def _is_habitual(t: Tokens, ref: Reference, begin: int, end: int) -> bool:
    """Whether a weekday is any such day: "every Monday", "on a Monday", which "on a Monday visit" is not."""
    if not isinstance(ref, OnWeekday) or ref.which is not Which.BARE or ref.week is not None:
        return False
    before = t.words[begin - 1]
    return before in words.EVERY or (before == "a" and t.words[begin - 2] == "on" and end_of_noun(t, end))


def _is_numbered(t: Tokens, i: int) -> bool:
    """Whether a weekday is one of several of something that is no month ("the 27th Sunday of Ordinary Time")."""
    before = t.words[i - 1]
    return t.words[i + 1] == "of" and (before in words.ORDINALS or before in words.ORDINAL_SUFFIXES)


# "The Good Friday Agreement" is no day.
_SIGNED_ON_FEASTS: Final = frozenset({"agreement", "agreements", "accord", "accords", "deal", "peace", "process"})
_NAMED_AHEAD: Final = frozenset({"coming", "next"})


def _is_name(t: Tokens, i: int) -> bool:
    """Whether a weekday is part of a name: "Good Friday", "the Sunday Times"."""
    named = t.words[i - 1] in words.BEFORE_A_NAMED_WEEKDAY and t.capital(i - 1) if i else False
    named = named and (t.words[i - 1], t.words[i] == "friday") != ("good", False)  # "Good Tuesday morning"
    paper = t.words[i + 1] in words.PRESS_NAMES and t.capital(i + 1)
    return named or paper or (t.words[i - 1] == "on" and t.words[i - 2] == "mail" and t.capital(i - 2))


@lru_cache(maxsize=1)  # asked again and again of one text
def _somebody_is_may(t: Tokens) -> bool:
    """Whether somebody called May is spoken of."""
    return any(
        t.words[i - 1] in words.BEFORE_A_NAME or (t.words[i - 1] == "." and t.words[i - 2] in words.BEFORE_A_NAME)
        for i, word in enumerate(t.words)
        if word == "may" and t.capital(i) and i
    )


def _is_month_of_may(t: Tokens, begin: int) -> bool:
    """Whether "May" is the month: where somebody has that name, only "in May", "early May" and the like are."""
    return t.words[begin] in words.BEFORE_THE_MONTH_OF_MAY or not _somebody_is_may(t)


# --- sets with gaps ---------------------------------------------------------------------------------------------------


def _in_a_row(days: DaySet) -> bool:
    if len(days.days) > 2 and any(isinstance(day, FromToday) for day in days.days):
        return False  # "today, Saturday, and tomorrow"
    if any(isinstance(day, (OnFeast, NthWeekday, InFigures)) for day in days.days):
        return False
    steps = list(zip(days.days, days.days[1:], strict=False))
    for first, second in steps:
        match first, second:
            case OnWeekday(a, _, one), OnWeekday(b, _, other):
                if (b - a) % 7 != 1 or one != other:
                    return False
            case CalendarDay(m, d), CalendarDay(n, e):
                if not ((m == n and e == d + 1) or (n == m % 12 + 1 and e == 1 and d >= 28)):
                    return False
            case _:
                pass
    return True


def _one_by_one(t: Tokens, days: DaySet, begin: int, end: int) -> Iterator[tuple[Reference, int, int]]:
    """Give each day of a set its own reference."""
    found = places(t, begin, end, len(days.days))
    found[0] = begin, found[0][1]
    return zip(days.days, *zip(*found, strict=True), strict=True)

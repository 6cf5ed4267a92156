"""Find the references in a text: where words of time stand, the longest reference around them, and its cue."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from diplocal.phrases import english as words
from diplocal.phrases.cues import cue
from diplocal.phrases.found import Found
from diplocal.phrases.grammar import opens, reference
from diplocal.phrases.lengths import join_lengths
from diplocal.phrases.named_days import NAMED, NEXT_WORDS
from diplocal.phrases.sentences import MARKS, sentences
from diplocal.phrases.several import places
from diplocal.phrases.tokens import Tokens
from diplocal.phrases.verb_forms import verb_at
from diplocal.when import (
    About,
    At,
    CalendarDay,
    Coming,
    Cue,
    DaySet,
    Deadline,
    FromToday,
    InFigures,
    InMonth,
    Length,
    Mention,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Reference,
    Which,
)

_YEARS = frozenset(map(str, range(1800, 2200)))
_NOTABLE: Final = words.TRIGGERS | words.TRIGGER_PARTS | {"hours", "date"} | frozenset(NAMED) | _YEARS | MARKS
# As far as a verb may govern a reference, in words.
_LONG = 160


def find(text: str) -> tuple[Mention, ...]:
    """Find every reference in a text, in order, with its cue.

    Returns:
        Mentions whose spans slice to their words: ``text[m.start:m.end] == m.text``. Lengths without a first day ("a
        three-day visit") are joined to the day they begin on, or left out.
    """
    return tuple(mention for mention, _ in find_in(Tokens(text)))


def find_in(t: Tokens) -> list[tuple[Mention, Found]]:
    """Find references in words that were split already, each with its place among the words."""
    notable = [k for k, word in enumerate(t.words) if word in _NOTABLE]
    found = list(_references(t, notable))
    around = sentences(t, notable, [(begin, end) for _, begin, end in found])
    placed = [
        Found(ref, begin, end, left, right) for (ref, begin, end), (left, right) in zip(found, around, strict=True)
    ]
    cues = [
        _dateline(t, f) or cue(t, _day_of(t, f), f.end, max(f.left, f.begin - _LONG), min(f.right, f.end + _LONG))
        for f in placed
    ]
    mentions, left, sentence = list[tuple[Mention, Found]](), -1, -1
    for f, said in join_lengths(t, placed, cues):
        if f.left != left:
            left, sentence = f.left, sentence + 1
        mentions.append((_mention(t, f, said, sentence), f))
    return mentions


def _dateline(t: Tokens, f: Found) -> Cue | None:
    """A dateline ("BRUSSELS (Reuters), April 1 -") dates the report itself."""
    if t.words[f.end] in words.DASHES and isinstance(f.reference, CalendarDay) and f.begin - f.left <= 10:
        return Cue(words="the dateline", report=True)
    return None


def _day_of(t: Tokens, f: Found) -> int:
    """Where the words that the cue of a reference is looked for around begin: behind the verb inside of a length.

    "A two-day summit opens on Thursday" has its own verb, "a two-day visit on Thursday" has not.
    """
    if isinstance(f.reference, Length):
        return next((k + 1 for k in range(f.end - 1, f.begin, -1) if verb_at(t, k, f.begin)), f.begin)
    return f.begin


def _mention(t: Tokens, f: Found, said: Cue, sentence: int) -> Mention:
    start, end = t.span(f.begin, f.end)
    return Mention(reference=f.reference, start=start, end=end, text=t.text[start:end], cue=said, sentence=sentence)


# --- references -------------------------------------------------------------------------------------------------------


def _references(t: Tokens, notable: list[int]) -> Iterator[tuple[Reference, int, int]]:
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
    if word == "date":
        return w[i - 1] in {"that", "same"}
    if word in NAMED:
        return word in words.NAMED_SEASONS or not NEXT_WORDS[word].isdisjoint((w[i + 1], ""))
    if w[i - 1] == "of" and w[i - 2] in words.PARTS_OF_A_YEAR:
        return True
    dated = w[i - 1] in {"/", "."} and w[i - 2].isdecimal()
    return w[i + 1] == "-" or dated or w[i - 1] in words.BEFORE_A_YEAR


def _reach(w: list[str], i: int, done: int) -> int:
    """The first word from which a reference may reach word `i`."""
    begin = i
    stop = max(done, i - 14)
    while begin > stop and (w[begin - 1] in words.LEAD or w[begin - 1].isdecimal()):
        begin -= 1
    if begin > stop and w[begin] == "time":
        begin = max(stop, begin - 6)
    return begin


def _plausible(t: Tokens, ref: Reference, begin: int, end: int) -> bool:
    """Whether words that could be something else stand as words of time."""
    for i in range(begin, end):
        word = t.words[i]
        if word in words.WORDS_THAT_ARE_NO_MONTH and not t.capital(i):
            return False
        if word in words.WEEKDAYS and not (i > begin and t.words[i - 1] in NAMED) and _is_name(t, i):
            return False
    match ref:
        case InMonth() if end < t.count and t.words[end].isdecimal() and len(t.words[end]) <= 2:
            return False
        case InMonth(5, None) | Deadline(_, InMonth(5, None)):
            return _is_month_of_may(t, begin)
        case About(count) | Coming(count) if not words.SUPERLATIVES.isdisjoint(t.words[max(0, begin - 3) : begin]):
            return count < 0 or not _NAMED_AHEAD.isdisjoint(
                t.words[begin:end]
            )  # not "for the first time in three years"; but "the first one passed a week ago"
        case Length() if t.words[begin] == "the" and t.words[end] not in words.VISITS:
            return False
        case OnWeekday() | CalendarDay() | At():
            return not (
                t.words[end] in words.DASHES
                and t.glued(end)
                and t.words[end + 1][:1].isalpha()
                and t.glued(end + 1)
                and t.words[end + 1] not in words.WEEKDAYS
            )
        case _:
            return True


_NAMED_AHEAD = frozenset({"coming", "next"})


def _is_name(t: Tokens, i: int) -> bool:
    """Whether a weekday is part of a name: "Good Friday", "the Sunday Times"."""
    named = t.words[i - 1] in words.NAMED_DAYS and t.capital(i - 1) if i else False
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
    if any(isinstance(day, OnFeast | NthWeekday | InFigures) for day in days.days):
        return False
    steps = list(zip(days.days, days.days[1:], strict=False))
    for first, second in steps:
        match first, second:
            case OnWeekday(a, _, None), OnWeekday(b, Which.BARE, None):
                if (b - a) % 7 != 1:
                    return False
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

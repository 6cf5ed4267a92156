"""Find the references in a text: where words of time stand, the longest reference around them, and its cue."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress

from attrs import frozen

from diplocal.phrases import english as words
from diplocal.phrases.cues import cue
from diplocal.phrases.days import day
from diplocal.phrases.grammar import reference
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    At,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Cue,
    DayOfMonth,
    DaySet,
    Deadline,
    FromToday,
    InMonth,
    Length,
    Mention,
    OnWeekday,
    Reference,
    Which,
)


@frozen
class Found:
    """A reference in words `begin` to `end` (exclusive), in the sentence from `left` to `right`."""

    reference: Reference
    begin: int
    end: int
    left: int
    right: int


_TRIGGERS = frozenset(
    {
        *words.WEEKDAYS,
        *words.SHORT_WEEKDAYS,
        *words.MONTHS,
        *words.TODAY,
        *words.TONIGHT,
        *words.UNITS,
        *words.ORDINAL_SUFFIXES,
        "fortnight",
        "eve",
        "midweek",
        "weeklong",
    }
)
_PART_OPENERS = frozenset({"next", "following", "previous", "this", "last", "that", "same", "the", "late", "early"})
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_LIKELY = _TRIGGERS | _PARTS | {"hours"} | {str(year) for year in range(1800, 2200)}
_BEFORE_YEARS = frozenset({"in", "during", "since", "early", "late", "mid", "-"})
# What may stand between the first word of a reference and the word of time that it was found by.
_BEFORE = frozenset(
    {
        *words.ON,
        "in",
        "the",
        "of",
        "within",
        "that",
        "same",
        "later",
        "earlier",
        *words.BOUNDS,
        *words.NUMBERS,
        *words.ORDINALS,
        *words.WHICH,
        *words.PARTS,
        *words.PART_NOUNS,
        *words.FOLLOWING,
        *words.PARTS_OF_DAY,
        *words.START,
        *words.RANGE,
        *words.ABOUT,
        *words.DASHES,
        *words.APOSTROPHES,
        *words.ZONE_ABBREVIATIONS,
        *words.ORDINAL_SUFFIXES,
        *[
            "the",
            "that",
            "same",
            "between",
            "and",
            "or",
            "no",
            "not",
            "later",
            "than",
            "within",
            "up",
            "week",
            "few",
            "several",
            "couple",
            "coming",
            "of",
            "hours",
            "hrs",
        ],
        *[
            "am",
            "pm",
            "a",
            "p",
            "m",
            ".",
            ":",
            ",",
            "local",
            "time",
            "noon",
            "midnight",
            "shortly",
            "just",
            "after",
            "before",
            "recent",
            "o",
            "clock",
            "+",
            "long",
            "eve",
            "half",
        ],
    }
)


def find(text: str) -> tuple[Mention, ...]:
    """Find every reference in a text, in order, with its cue.

    Returns:
        Mentions whose spans slice to their words: ``text[m.start:m.end] == m.text``. Lengths without a first day ("a
        three-day visit") are joined to the day they begin on, or left out.
    """
    return tuple(mention for mention, _ in find_in(Tokens(text)))


def find_in(t: Tokens) -> list[tuple[Mention, Found]]:
    """Find references in words that were split already, each with its place among the words."""
    found = list(_split_gaps(t, _references(t)))
    spans = _sentences(t, found)
    placed = [
        Found(ref, begin, end, left, right) for (ref, begin, end), (left, right) in zip(found, spans, strict=True)
    ]
    cues = [
        _dateline(t, f) or cue(t, f.begin, f.end, max(f.left, f.begin - _LONG), min(f.right, f.end + _LONG))
        for f in placed
    ]
    joined = _join_lengths(t, placed, cues)
    numbers = {left: number for number, left in enumerate(dict.fromkeys(f.left for f, _ in joined))}
    return [(_mention(t, f, said, numbers[f.left]), f) for f, said in joined]


def _dateline(t: Tokens, f: Found) -> Cue | None:
    """A dateline ("BRUSSELS (Reuters), April 1 -") dates the report itself."""
    if isinstance(f.reference, CalendarDay) and t.words[f.end] in words.DASHES and f.begin - f.left <= 10:
        return Cue(words="the dateline", report=True)
    return None


def _mention(t: Tokens, f: Found, said: Cue, sentence: int) -> Mention:
    start, end = t.span(f.begin, f.end)
    return Mention(reference=f.reference, start=start, end=end, text=t.text[start:end], cue=said, sentence=sentence)


# --- references -------------------------------------------------------------------------------------------------------


def _references(t: Tokens) -> Iterator[tuple[Reference, int, int]]:
    """Read the longest reference around each word of time, left to right, none overlapping."""
    done = 0
    for i in _trigger_indices(t):
        if i < done:
            continue
        for begin in range(_reach(t, i, done), i + 1):
            read = reference(t, begin)
            if read and read[1] > i and _plausible(t, read[0], begin, read[1]):
                yield read[0], begin, read[1]
                done = read[1]
                break


def _trigger_indices(t: Tokens) -> list[int]:
    """The words of time: those that are nothing else, parts of a day and years only beside a word that makes them so."""
    w = t.words
    likely = compress(range(t.count), map(_LIKELY.__contains__, w))
    return [i for i in likely if w[i] in _TRIGGERS or _beside(w, i)]


def _beside(w: list[str], i: int) -> bool:
    if w[i] in _PARTS:
        return w[i - 1] in _PART_OPENERS or w[i - 1] in words.ORDINALS
    if w[i] == "hours":
        return w[i - 1] == "early"
    return w[i].isdecimal() and (w[i + 1] == "-" or w[i - 1] in _BEFORE_YEARS)


def _reach(t: Tokens, i: int, done: int) -> int:
    """The first word from which a reference may reach word `i`."""
    begin = i
    stop = max(done, i - 14)
    while begin > stop and (t.words[begin - 1] in _BEFORE or t.words[begin - 1].isdecimal()):
        begin -= 1
    if begin > stop and t.words[begin] == "time":
        begin = max(stop, begin - 6)
    while begin < i and t.words[begin] in ",.:m+":
        begin += 1
    return begin


def _plausible(t: Tokens, ref: Reference, begin: int, end: int) -> bool:
    """Whether words that could be something else stand as words of time."""
    for i in range(begin, end):
        word = t.words[i]
        if word in words.WORDS_THAT_ARE_NO_MONTH and not t.capital(i):
            return False
        if word in words.WEEKDAYS and _is_name(t, i):
            return False
    match ref:
        case InMonth() if end < t.count and t.words[end].isdecimal() and len(t.words[end]) <= 2:
            return False
        case InMonth(5, None) | Deadline(_, InMonth(5, None)):
            return not _is_minister_may(t)
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


def _is_name(t: Tokens, i: int) -> bool:
    """Whether a weekday is part of a name: "Good Friday", "the Sunday Times"."""
    named = t.words[i - 1] in words.NAMED_DAYS and t.capital(i - 1) if i else False
    paper = t.words[i + 1] in words.PRESS_NAMES and t.capital(i + 1)
    return named or paper or (t.words[i - 1] == "on" and t.words[i - 2] == "mail" and t.capital(i - 2))


@lru_cache(maxsize=1)  # asked again and again of one text
def _is_minister_may(t: Tokens) -> bool:
    """Whether somebody called May is spoken of."""
    titles = ("minister", "theresa", "mrs", "ms", "pm", "secretary", "premier", ".")
    return any(
        t.words[i - 1] in titles[:-1] or (t.words[i - 1] == "." and t.words[i - 2] in titles)
        for i, word in enumerate(t.words)
        if word == "may" and t.capital(i) and i
    )


def _split_gaps(t: Tokens, found: Iterator[tuple[Reference, int, int]]) -> Iterator[tuple[Reference, int, int]]:
    """Give each day of a set with gaps its own reference."""
    for ref, begin, end in found:
        if isinstance(ref, DaySet) and not _in_a_row(ref):
            yield from _one_by_one(t, ref, begin, end)
        else:
            yield ref, begin, end


def _in_a_row(days: DaySet) -> bool:
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
    i = begin
    for number, ref in enumerate(days.days):
        while i < end and not (day(t, i) or t.words[i].isdecimal()):
            i += 1
        read = day(t, i)
        stop = read[1] if read else i + 1
        yield ref, begin if number == 0 else i, end if number == len(days.days) - 1 else stop
        i = stop


# --- sentences --------------------------------------------------------------------------------------------------------

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "sen",
        "gov",
        "lt",
        "col",
        "st",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "no",
        "vs",
        "mt",
    ]
)
_OPENERS = frozenset(
    [
        "he",
        "she",
        "the",
        "it",
        "in",
        "on",
        "they",
        "this",
        "that",
        "but",
        "and",
        "a",
        "an",
        "at",
        "his",
        "her",
        "their",
        "its",
        "we",
        "i",
        "however",
        "after",
    ]
)


def _sentences(t: Tokens, found: list[tuple[Reference, int, int]]) -> list[tuple[int, int]]:
    """The sentence around each reference, as words from and to (exclusive); each is looked for once."""
    spans = list[tuple[int, int]]()
    left, right = 0, 0
    for _, begin, end in found:
        if begin >= right:
            left = _sentence_start(t, begin, right)
            right = end
        if end > right or right == end or begin >= right:
            right = _sentence_end(t, end)
        spans.append((left, right))
    return spans


_LONG = 160


def _sentence_start(t: Tokens, begin: int, floor: int) -> int:
    k = begin
    while k > floor and begin - k < _LONG and not _ends_sentence(t, k - 1):
        k -= 1
    return k


def _sentence_end(t: Tokens, end: int) -> int:
    k = end - 1
    while k < t.count - 1 and k - end < _LONG and not _ends_sentence(t, k):
        k += 1
    return min(k + 1, t.count)


def _ends_sentence(t: Tokens, k: int) -> bool:
    """Whether a sentence ends with word `k`."""
    word, nxt = t.words[k], t.words[k + 1]
    if not nxt or nxt == "\n" or word == "\n":
        return True
    if word not in ".!?":
        return False
    if t.glued(k + 1) and nxt not in "\"”’'":
        return False
    if nxt.isalpha() and not t.capital(k + 1):
        return False
    before = t.words[k - 1]
    if word == "." and (before in _TITLES or (len(before) == 1 and before.isalpha())):
        return nxt in _OPENERS and len(before) == 1
    return True


# --- lengths ----------------------------------------------------------------------------------------------------------


def _join_lengths(t: Tokens, found: list[Found], cues: list[Cue]) -> list[tuple[Found, Cue]]:
    """Join "a three-day stay" to the day in its sentence on which it begins; lengths without one are left out."""
    joined = list(zip(found, cues, strict=True))
    for number, (length, _) in enumerate(joined):
        if not (isinstance(length.reference, Length) and length.reference.start is None):
            continue
        if not _stays(t, length):
            continue
        best = _first_day(t, joined, number)
        if best is not None:
            f, said = joined[best]
            start = f.reference.day if isinstance(f.reference, At) else f.reference
            whole = Length(length.reference.days, start)  # type: ignore[arg-type]
            joined[best] = (
                Found(whole, min(f.begin, length.begin), max(f.end, length.end), f.left, f.right),
                said,
            )
    return [pair for pair in joined if not (isinstance(pair[0].reference, Length) and pair[0].reference.start is None)]


def _stays(t: Tokens, f: Found) -> bool:
    """Whether a length tells how long something lasts from its first day: "three-day", "for three days"."""
    said = t.words[f.begin : f.end]
    if said[0] in words.INSIDE_A_LENGTH:
        return False
    how = said[0] in ("for", "over") or any(word in words.DASHES for word in said) or t.words[f.end] == "of"
    return how and not any(word in words.INSIDE_A_LENGTH for word in t.words[max(0, f.begin - 3) : f.begin])


def _first_day(t: Tokens, joined: list[tuple[Found, Cue]], number: int) -> int | None:
    """The neighbour on which a length begins: one behind it that says so, else the one before it in its clause."""
    length = joined[number][0]
    best = None
    for other in (number - 1, number + 1):
        if not 0 <= other < len(joined):
            continue
        f, said = joined[other]
        gap = t.words[f.end : length.begin] if other < number else t.words[length.end : f.begin]
        if f.left != length.left or said.report or said.link is not None or not _can_begin(f.reference):
            continue
        if len(gap) > 14 or not _BREAKS.isdisjoint(gap) or not words.INSIDE_A_LENGTH.isdisjoint(gap):
            continue
        if best is None or not _BEGINS.isdisjoint(gap):
            best = other
    return best


_BREAKS = frozenset(",;:()")
_BEGINS = frozenset(
    [
        "begin",
        "begins",
        "began",
        "beginning",
        "start",
        "starts",
        "started",
        "starting",
        "open",
        "opens",
        "opening",
        "from",
    ]
)


def _can_begin(ref: Reference) -> bool:
    base = ref.day if isinstance(ref, At) else ref
    return isinstance(base, OnWeekday | CalendarDay | Chained | FromToday | DayOfMonth | ChainedWeekday)

"""Whole references: days with their times, deadlines and lengths. One grammar finds and parses.

Whatever could begin at a word is tried only if the word can open it, so that most words cost a look-up or two.
"""

from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import month_name
from diplocal.languages.en.day_parts import OPENERS as PART_OPENERS
from diplocal.languages.en.day_parts import part_of_today, the_evening
from diplocal.languages.en.lengths import length
from diplocal.languages.en.several_days import OPENERS as DAYS_OPENERS
from diplocal.languages.en.several_days import Days, days
from diplocal.languages.en.times import OPENERS as TIME_OPENERS
from diplocal.languages.en.times import at_part, in_part, part, time, zone
from diplocal.languages.en.weekdays import date_after_weekday
from diplocal.languages.en.windows import OPENERS as WINDOW_OPENERS
from diplocal.languages.en.windows import window
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    At,
    Bound,
    CalendarDay,
    Chained,
    Clock,
    ClockSpan,
    Coming,
    Day,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    InMonth,
    InPart,
    InZone,
    Length,
    OnWeekday,
    PartOfDay,
    Reference,
    Span,
    Time,
    Undated,
    Which,
)

_DAY_NAMES: Final = frozenset({*words.WEEKDAYS, *words.MONTHS, *words.TODAY})
_BEFORE_MORE: Final = frozenset({"late", "early", "from", "on"})
_OPENS_BOUND: Final = frozenset({*words.BOUNDS, *(phrase[0] for phrase in words.BOUND_PHRASES)})
_OPENS_LENGTH: Final = frozenset({*words.OWNERS, *words.NUMBERS, "week", "weeklong"})
_BEFORE_LENGTHS: Final = frozenset({"for", "over"})
_BEFORE_WINDOWS: Final = frozenset({"in", "within"})
_OPENERS: Final = (
    frozenset({*_OPENS_BOUND, *PART_OPENERS, *_OPENS_LENGTH, *_BEFORE_LENGTHS, *_BEFORE_WINDOWS, *words.ON})
    | words.EARLY_OR_LATE
    | DAYS_OPENERS
    | TIME_OPENERS
    | WINDOW_OPENERS
)
# Behind these figures are no hour.
_BEHIND_NO_HOUR: Final = frozenset({*words.MONTHS, *words.UNITS, *words.ORDINAL_SUFFIXES})
_CLOCKS: Final = (Clock, ClockSpan)
# What parts a day from its clock in headings and tables: "Friday 19 April - 11h00", "Monday, 5 May | 10:00".
_BEFORE_CLOCKS: Final = words.DASHES | {"|"}


def opens(word: str) -> bool:
    """Whether a reference can begin with a word."""
    return word in _OPENERS or word.isdecimal()


def reference(t: Tokens, i: int) -> Parsed[Reference]:
    """Read the reference that begins at word `i`, preposition included, as far as it goes."""
    word = t.words[i]
    # Most references begin with a day's name, which begins nothing else.
    named = i + (word == "on")
    if t.words[named] in _DAY_NAMES:
        return _days_first(t, named) or window(t, i)
    undated = _undated(t) if t.alone and i == 0 else None
    return undated or _unnamed(t, i, word) or _past_first(t, i, word)


def _unnamed(t: Tokens, i: int, word: str) -> Parsed[Reference]:
    """Read what begins with no day's name, the likeliest first."""
    if word in _BEFORE_WINDOWS:
        return window(t, i) or _plain(t, i)
    found: Parsed[Reference] = None
    if word in _BEFORE_LENGTHS:
        found = _length(t, i + 1, article=True)
    elif word == "from" and not t.alone:
        found = _from_to_hours(t, i + 1)
    return found or _plain(t, i) or (_plain(t, i + 1) if word in words.ON else None) or window(t, i)


def _from_to_hours(t: Tokens, i: int) -> Parsed[Span]:
    """Read "(from) 8 a.m. on 15 June until 5 p.m. on the 17th", "(from) Thursday until noon on Sunday" as its days."""
    first = _time_first(t, i) or _days_first(t, i)
    joint = first[1] + (t.words[first[1]] == ",") if first else i
    last = _time_first(t, joint + 1) if first and t.words[joint] in words.RANGE else None
    if first is None or last is None:
        return None
    (start, _), (stop, end) = first, last
    match start.day if isinstance(start, At) else start, stop:
        case CalendarDay() as day, At(DayOfMonth(number)):
            return Span(day, evolve(day, day=number, weekday=None)), end
        case OnWeekday() | CalendarDay() as day, At(OnWeekday() | CalendarDay() as last_day):
            return Span(day, last_day), end
        case OnWeekday() | CalendarDay() as day, At(Chained(int(), None) as last_day) if isinstance(start, At):
            return Span(day, last_day), end
        case _:
            return None


def _past_first(t: Tokens, i: int, word: str) -> Parsed[Reference]:
    """Read "late on Thursday", "for early Friday", "starting on Monday" from the second word on."""
    passed = word in words.EARLY_OR_LATE or (word in words.ON and t.words[i + 1] in _BEFORE_MORE)
    return reference(t, i + 1) if passed else None


def _undated(t: Tokens) -> Parsed[Reference]:
    """Read "date to be announced", which is not a reference but as a phrase alone."""
    return (Undated(), t.count) if tuple(t.words[: t.count]) in words.UNDATED else None


def _plain(t: Tokens, i: int) -> Parsed[Reference]:
    """Read anything but a window."""
    word = t.words[i]
    figures = word.isdecimal()
    if word in _OPENS_BOUND and (bounded := _deadline(t, i)):
        return bounded
    if word in PART_OPENERS and (part_of_day := part_of_today(t, i)):
        return part_of_day
    timely = t.words[i + 1] not in _BEHIND_NO_HOUR if figures else word in TIME_OPENERS
    if timely and (timed := _time_first(t, i)):
        return timed
    if dated := _days_first(t, i):
        return dated
    return _length(t, i) if figures or word in _OPENS_LENGTH else None


# --- deadlines --------------------------------------------------------------------------------------------------------


def _deadline(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "by Friday", "until 3 April", "by the end of June"; "before Friday's vote" is a plain Friday."""
    bound = _bound(t, i)
    if bound is None:
        return None
    said, j = bound
    if t.words[i] == "through" and t.words[j] in words.ON | {"in"}:
        return None  # "the plan fell through in April"
    if t.words[j] in words.EARLY_OR_LATE and (t.words[j + 1] in words.WEEKDAYS or t.words[j + 1] == "on"):
        j += 1 + (t.words[j + 1] == "on")
    inner = _bounding(t, j)
    if not inner:
        return None
    found, end = inner
    if t.words[end - 1] == "s" and t.words[end - 2] in words.APOSTROPHES:
        return inner
    end += 3 * (t.words[end : end + 3] == ["at", "the", "latest"])
    match found:
        case At(base, clock) if not isinstance(base, (Span, DaySet, Either, Length, Deadline)):
            return At(Deadline(said, base), clock), end
        case At() | Span() | DaySet() | Either() | Length() | Deadline() | Undated() | Coming():
            return None
        case _:
            return Deadline(said, found), end  # type: ignore[arg-type]


def _bound(t: Tokens, i: int) -> Parsed[Bound]:
    w = t.words
    for phrase, bound in words.BOUND_PHRASES.items():
        if w[i] == phrase[0] and tuple(w[i : i + len(phrase)]) == phrase:
            return bound, i + len(phrase)
    if w[i] not in words.BOUNDS:
        return None
    return words.BOUNDS[w[i]], i + 1 + 2 * (w[i + 1] == "at" and w[i + 2] == "least")


def _bounding(t: Tokens, j: int) -> Parsed[Reference]:
    """Read what a bound stands before: a day, a day with its time, a window, a month or a year."""
    plain = part_of_today(t, j) or the_evening(t, j) or _time_first(t, j) or _days_first(t, j)
    return plain or window(t, j) or _capital_month(t, j)


def _capital_month(t: Tokens, i: int) -> Parsed[InMonth]:
    month = month_name(t, i)
    return (InMonth(month[0]), month[1]) if month and t.capital(i) else None


# --- days with times --------------------------------------------------------------------------------------------------


def _time_first(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "10 a.m. on Thursday", "noon Friday", "the early hours of the 26th Korean time"."""
    w = t.words
    read = time(t, i)
    if not read:
        return None
    said, j = read
    if w[j] == "(" and (again := time(t, j + 1)) and w[again[1]] == ")":  # "at 7 a.m. (0500 GMT) on Friday"
        j = again[1] + 1
    j += w[j] == ","
    if w[j - 1] == "." and t.raw(j) == "On":
        return None  # "at 4 p.m. On Wednesday": a sentence begins
    j += w[j] in {"on", "of"}
    found = days(t, j)
    if found and isinstance(found[0], Span) and isinstance(said, InPart) and _is_one_night(said, found[0]):
        return At(found[0].first, said), found[1]
    if not found or isinstance(found[0], (Span, Length)):
        return None
    dated, end = found
    if isinstance(said, ClockSpan):  # "between 9 a.m. Monday and Tuesday"
        return None if w[i] == "between" and isinstance(dated, DaySet) else (At(dated, said), end)
    behind = part(t, end) if isinstance(said, Clock) and w[end] in words.PARTS_OF_DAY else None
    if behind and isinstance(said, Clock):
        said, end = in_part(said, behind[0].part), behind[1]
    zoned = zone(t, end) if not isinstance(said, InZone) and said.zone is None else None
    return (At(dated, _in_zone(said, zoned[0])), zoned[1]) if zoned else (At(dated, said), end)


def _is_one_night(said: InPart, span: Span) -> bool:
    """Whether a night is told by both its days ("the night of 3 to 4 April", "the night from Thursday to Friday")."""
    if said.part is not PartOfDay.NIGHT:
        return False
    match span:
        case Span(OnWeekday(first), OnWeekday(last)):
            return (last - first) % 7 == 1
        case Span(CalendarDay(month, first), CalendarDay(other, last)):
            return last == first + 1 if month == other else last == 1 and first >= 28
        case _:
            return False


def _in_zone(said: Time, zone: str) -> Time:
    return said if isinstance(said, ClockSpan) else evolve(said, zone=zone)


def _days_first(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "Thursday", "Thursday at 10 a.m. CET", "Sunday morning local time", "Thursday (local time)"."""
    found = days(t, i)
    if not found or isinstance(found[0], Length):
        return found
    dated, j = found
    if t.words[j] in words.ENDS:
        return found
    if not isinstance(dated, Span) and (timed := _time_behind(t, j, dated)):
        return timed
    zoned = zone(t, j) if t.words[j] != "," else None
    return (At(dated, InZone(zoned[0])), zoned[1]) if zoned else found


def _time_behind(t: Tokens, j: int, dated: Days) -> Parsed[Reference]:
    w = t.words
    iso = w[j] == "t" and isinstance(dated, CalendarDay) and t.glued(j) and t.glued(j + 1)
    behind = part(t, j) if w[j] in TIME_OPENERS else None
    if behind:
        said, end = behind
        dated, end = _and_its_date(t, end, dated) or (dated, end)
        clocked = at_part(t, end + (w[end] == ","), said.part)
        return (At(dated, clocked[0]), clocked[1]) if clocked else (At(dated, said), end)
    clock = time(t, j + (iso or w[j] == "," or w[j] in _BEFORE_CLOCKS))
    return (At(dated, clock[0]), clock[1]) if clock and not isinstance(clock[0], InPart) else None


def _and_its_date(t: Tokens, j: int, dated: Days) -> Parsed[Day]:
    """Read the date of a weekday behind its part of the day: "(Wednesday morning), April 16"."""
    if isinstance(dated, OnWeekday) and dated.which is Which.BARE and dated.week is None:
        return date_after_weekday(t, j, dated.weekday)
    return None


# --- lengths ----------------------------------------------------------------------------------------------------------


def _length(t: Tokens, i: int, *, article: bool = False) -> Parsed[Reference]:
    """Read a length, with the time on the clock at which it begins."""
    found = length(t, i, article=article)
    if not found or found[0].start is None:
        return found
    whole, end = found
    timed = _time_behind(t, end, whole) if t.words[end] in TIME_OPENERS or t.words[end] == "," else None
    return timed if timed and isinstance(timed[0], At) and isinstance(timed[0].time, _CLOCKS) else found

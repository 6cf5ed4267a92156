"""Times of day: "at 10 a.m.", "15:30 CET", "half past nine in the evening", "around noon", "morning".

An hour of the twelve-hour clock without a.m., p.m. or a part of the day is kept as said; a bare "at nine" is none.
"""

from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.zones import iso_offset, named_zone, zone, zone_word
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import Clock, ClockSpan, InPart, PartOfDay, Time

__all__ = ["OPENERS", "at_part", "clock", "part", "time", "zone"]

_HOURS: Final = frozenset({"hours", "hrs"})
_BEFORE_NOON: Final = frozenset({PartOfDay.MORNING, PartOfDay.EARLY_HOURS, PartOfDay.MIDDAY})
OPENERS: Final = frozenset(
    {
        *words.ABOUT,
        *words.PARTS_OF_DAY,
        *words.NOON,
        *words.FRACTIONS,
        *(
            "from",
            "between",
            "at",
            "in",
            "on",
            "the",
            "a",
            "during",
            "early",
            "late",
            "mid",
            "small",
            "shortly",
            "just",
        ),
    }
)
"""The words that can begin a time, beside figures."""
_CLOCK_OPENERS: Final = frozenset({*words.ABOUT, *words.NOON, *words.FRACTIONS, "at", "a", "shortly", "just"})


def time(t: Tokens, i: int) -> Parsed[Time]:
    """Read a clock time, a span of them or a part of the day, with the zone behind it."""
    word = t.words[i]
    if word not in OPENERS and not word.isdecimal():
        return None
    if word in {"from", "between"}:
        return _span_from(t, i + 1)
    clocked = _clock_or_span(t, i) if word in _CLOCK_OPENERS or word.isdecimal() else None
    return clocked or part(t, i)


def _clock_or_span(t: Tokens, i: int) -> Parsed[Time]:
    """Read "10 a.m.", "10 a.m. to noon", "9-11 a.m.", "15:30-16:15 CET"."""
    first = clock(t, i)
    joint = first[1] if first else i + 1 + (t.words[i] == "at")
    if _joins(t, joint) and (span := _span_from(t, i)):
        return span
    return first


def _joins(t: Tokens, j: int) -> bool:
    word = t.words[j]
    return word in words.RANGE or word in words.DASHES or word == "and"


def _span_from(t: Tokens, i: int) -> Parsed[ClockSpan]:
    j = i + (t.words[i] == "at")
    full = clock(t, j)
    first = full or _bare_hour(t, j)
    last = clock(t, first[1] + 1) if first and _joins(t, first[1]) else None
    if not first or not last:
        return None
    start, end = first[0], last[0]
    halved, half_behind = (
        not _HALVES.isdisjoint(said) for said in (t.words[j : first[1]], t.words[first[1] : last[1]])
    )
    if (not full or (half_behind and not halved)) and start.hour + 12 <= end.hour:
        start = evolve(start, hour=start.hour + 12)  # "2-4 p.m.", "1:35 to 1:40 p.m."
    return ClockSpan(start if start.zone else evolve(start, zone=end.zone), end), last[1]


_HALVES: Final = frozenset({"am", "pm", "m"})


def _bare_hour(t: Tokens, i: int) -> Parsed[Clock]:
    """Read the hour of "9 to 11 a.m.", "in the evening at nine"."""
    word = t.words[i]
    if word.isdecimal():
        return (Clock(int(word)), i + 1) if len(word) <= 2 and int(word) < 24 else None
    hour = words.NUMBERS.get(word, 24)
    return (Clock(hour), i + 1) if hour <= 12 and word not in {"a", "an"} else None


# --- the clock --------------------------------------------------------------------------------------------------------


def clock(t: Tokens, i: int) -> Parsed[Clock]:
    """Read a time on the clock; a bare number is none."""
    w = t.words
    j = i + (w[i] == "at")
    about = False
    while w[j] in words.ABOUT or w[j] in {"shortly", "just"} or (about and w[j] in words.SIDES):
        about, j = True, j + 1
    found = _noon(t, j) or _figures(t, j) or _in_words(t, j)
    found = found or (_hour_in_part(t, _bare_hour(t, j)) if w[i] == "at" else None)
    if not found:
        return None
    value, j = found
    zoned = zone(t, j) or zone_word(t, j)
    if zoned or about:
        value = Clock(value.hour, value.minute, zoned[0] if zoned else value.zone, about)
    return value, _same_moment(t, zoned[1] if zoned else j)


def _noon(t: Tokens, i: int) -> Parsed[Clock]:
    """Read "noon", "12 noon", "12:00 midnight"."""
    w = t.words
    j = i + (w[i] == "12") * (3 if w[i + 1] == ":" and w[i + 2] == "00" else 1)
    hour = words.NOON.get(w[j])
    return (Clock(hour), j + 1) if hour is not None else None


def _figures(t: Tokens, i: int) -> Parsed[Clock]:
    """Read a time in figures: "10:30", "10 a.m.", "15h30", "1530 GMT", "10 o'clock"."""
    word = t.words[i]
    if not word.isdecimal() or len(word) not in {1, 2, 4}:
        return None
    if len(word) == 4:
        return _military(t, i)
    hour = int(word)
    minute, j, timed = _minutes(t, i + 1)
    if half := _half_of_day(t, j):
        return (Clock(hour % 12 + 12 * half[0], minute), half[1]) if 1 <= hour <= 12 and minute < 60 else None
    if hour > 23 or minute > 59:
        return None
    if timed and (offset := iso_offset(t, j)):
        return Clock(hour, minute, offset[0]), offset[1]
    said = Clock(hour, minute)
    return _hour_in_part(t, (said, j)) or _plain_figures(t, i, j, said, timed=timed)


def _plain_figures(t: Tokens, i: int, j: int, said: Clock, *, timed: bool) -> Parsed[Clock]:
    """Take figures that a colon, "o'clock", "hours" or a zone shows to be a time; "22.30" only behind "at"."""
    w = t.words
    if timed:
        return said, j
    if w[j] == "o" and w[j + 1] in words.APOSTROPHES and w[j + 2] == "clock":
        return _hour_in_part(t, (said, j + 3)) or (said, j + 3)
    if w[j] in _HOURS:
        return said, j + 1
    named = named_zone(t, j)
    if (named and w[j] != "et") or (j > i + 1 and w[i - 1] == "at"):
        return said, j
    return None


def _minutes(t: Tokens, j: int) -> tuple[int, int, bool]:
    """Read the minutes behind an hour, and whether they prove it to be one ("10.30" may be a number)."""
    w = t.words
    if w[j] in {":", ".", "h"} and len(w[j + 1]) == 2 and w[j + 1].isdecimal() and t.glued(j) and t.glued(j + 1):
        seconds = w[j] == ":" and w[j + 2] == ":" and len(w[j + 3]) == 2 and w[j + 3].isdecimal()
        return int(w[j + 1]), j + 2 + 2 * seconds, w[j] != "."
    hours = w[j] == "h" and t.glued(j)
    return 0, j + hours, hours


def _military(t: Tokens, i: int) -> Parsed[Clock]:
    """Read "0900 GMT", "1430 hours": four figures that a zone or "hours" follows."""
    hour, minute = int(t.words[i][:2]), int(t.words[i][2:])
    hours = t.words[i + 1] in _HOURS or t.words[i + 1] == "h"
    if hour > 23 or minute > 59 or not (hours or named_zone(t, i + 1)):
        return None
    return Clock(hour, minute), i + 1 + hours


def _half_of_day(t: Tokens, j: int) -> Parsed[bool]:
    """Read a.m. or p.m.; true for p.m."""
    w = t.words
    if w[j] in {"am", "pm"}:
        return w[j] == "pm", j + 1
    if w[j] in {"a", "p"} and w[j + 1] == "." and w[j + 2] == "m":
        return w[j] == "p", j + 3 + (w[j + 3] == "." and t.glued(j + 3))
    return None


def _in_words(t: Tokens, i: int) -> Parsed[Clock]:
    """Read "half past nine", "a quarter to ten", with the part of the day behind."""
    w = t.words
    j = i + (w[i] == "a")
    minutes = words.FRACTIONS.get(w[j])
    if minutes is None or w[j + 1] not in {"past", "to"}:
        return None
    hour = _bare_hour(t, j + 2)
    if not hour or not 1 <= hour[0].hour <= 12 or (w[j + 1] == "to" and minutes == 30):
        return None
    minutes = hour[0].hour * 60 + (minutes if w[j + 1] == "past" else -minutes)
    said = Clock(minutes // 60, minutes % 60), hour[1]
    return _hour_in_part(t, said) or said


def _hour_in_part(t: Tokens, hour: tuple[Clock, int] | None) -> Parsed[Clock]:
    """Read "(9) in the evening", "(nine) in the morning": the part of the day tells which of two hours is meant."""
    behind = part(t, hour[1]) if hour and t.words[hour[1] : hour[1] + 2] == ["in", "the"] else None
    return (in_part(hour[0], behind[0].part), behind[1]) if hour and behind else None


def in_part(said: Clock, where: PartOfDay) -> Clock:
    """Move an hour of the twelve-hour clock into its part of the day ("Thursday evening at 8")."""
    hour = said.hour
    if where is PartOfDay.MIDDAY and hour < 10:
        hour += 12
    elif where is PartOfDay.NIGHT:
        hour = 0 if hour == 12 else hour + 12 if 5 < hour < 12 else hour
    elif where not in _BEFORE_NOON and hour < 12:
        hour += 12
    return evolve(said, hour=hour) if hour != said.hour else said


def at_part(t: Tokens, j: int, where: PartOfDay) -> Parsed[Time]:
    """Read the time behind a part of the day ("this evening at 8", "Thursday morning from 9 to 10")."""
    read = time(t, j)
    if read is None:
        bare = _bare_hour(t, j + 1) if t.words[j] == "at" else None
        return (in_part(bare[0], where), bare[1]) if bare else None
    match read[0]:
        case Clock() as said:
            return in_part(said, where), read[1]
        case ClockSpan(start, end):
            return ClockSpan(in_part(start, where), in_part(end, where)), read[1]
        case _:
            return None


def _same_moment(t: Tokens, j: int) -> int:
    """Step over the same moment told again in brackets ("(1300 GMT)")."""
    if t.words[j] == "(" and t.words[j + 1].isdecimal():
        again = _figures(t, j + 1)
        zoned = zone(t, again[1]) if again else None
        if zoned and t.words[zoned[1]] == ")":
            return zoned[1] + 1
    return j


# --- parts of the day -------------------------------------------------------------------------------------------------

_SMALL_HOURS: Final = frozenset({"early", "small"})


def part(t: Tokens, i: int) -> Parsed[InPart]:
    """Read a part of the day: "morning", "in the early hours", "at night", with the zone behind it."""
    w = t.words
    j = i + (w[i] in {"in", "on", "at", "during"})
    j += w[j] == "the"
    if w[j] in _SMALL_HOURS and w[j + 1] == "hours":
        value, j = PartOfDay.EARLY_HOURS, j + 2
    else:
        if w[j] in words.PARTS:
            j += 1 + (w[j + 1] in words.DASHES)
        found = words.PARTS_OF_DAY.get(w[j])
        if found is None:
            return None
        value, j = found, j + 1
    zoned = zone(t, j)
    return InPart(value, zoned[0] if zoned else None), zoned[1] if zoned else j

"""Days and times of day as they head the lines of lists.

Most are read by the grammar of phrases. Lists write some of them as running text never does ("09.00", "1430",
"+/- 15.30", "26.5."); these notations are spelled out first.
"""

import re
from typing import Final

from diplocal.errors import PhraseError
from diplocal.languages.en import words
from diplocal.languages.en.grammar import reference
from diplocal.languages.en.notation import written_time
from diplocal.languages.language import Parsed
from diplocal.phrases import parse, parse_time
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    MONTHS,
    At,
    CalendarDay,
    Clock,
    ClockSpan,
    DayOfMonth,
    DaySet,
    InMonth,
    NthDay,
    OnWeekday,
    Part,
    Reference,
    Span,
    Time,
    WeekOf,
)

WEEKDAYS_BEGIN: Final = {name[:3]: day for name, day in words.WEEKDAYS.items()}
"""The first letters of each weekday's name, however much of it is written."""

# --- days -------------------------------------------------------------------------------------------------------------

_ENDS_HEAD = re.compile(r"\s*(?:$|[-–—:|,.(\t;]| {2,}|(?=\d{1,2}[.:h]\d\d))")
_ENDS_LED = re.compile(r"\s*(?:$|[:–—-])")
_NUMBER = "|".join(word for word in words.NUMBERS if len(word) > 2)  # "day a" is another thing
_NTH = re.compile(rf"day\s+([1-9]\d?|{_NUMBER})\b\s*(?:[-–—:,(]\s*)?", re.IGNORECASE)
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(1[0-2]|0?[1-9])\.(?:\s?(\d{4}))?(?!\d)")
_LED_IN = re.compile(
    r"(?:on|in|at|by|from|during|for|between|until|since|after|before|this|next|last|later|earlier|early|late)\b",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS_BEGIN)})[a-z]*\.?,?"
_TWICE_NAMED = re.compile(
    rf"{_WEEKDAY}\s+(\d{{1,2}})\s*([-–—&/]|to|and)\s*{_WEEKDAY}\s+(?=\d{{1,2}}\s+[A-Z])", re.IGNORECASE
)
_AND = re.compile(rf",\s+(?=and\s+(?:{'|'.join(WEEKDAYS_BEGIN)}))", re.IGNORECASE)
_BARE_DAYS = re.compile(r"(\d{1,2}(?:\s*[-–&/]\s*\d{1,2})?)(?=\s*[-–—:\t ]|$)(?!\s*[.:h]\d\d)")
_NUMBERED = re.compile(
    rf"({'|'.join((*words.WEEKDAYS, *words.SHORT_WEEKDAYS))})\b\.?,?\s+(\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?=\s*(?:$|[-–—:|,(\t]| {2,}))",
    re.IGNORECASE,
)
_DAYS = (CalendarDay, OnWeekday, Span, DaySet, InMonth, WeekOf)


def day(line: str, month: Reference | None) -> Parsed[Reference]:
    """Read the day or days that a line begins with; "day 3" where it says no more."""
    nth = _NTH.match(line)
    begin = nth.end() if nth else 0
    read = _written(line, begin) or _weekday_and_number(line) or _of_month(line, month)
    if nth and read is None:
        number = nth[1].lower()
        return NthDay(words.NUMBERS.get(number) or int(number)), begin
    return read


def _written(line: str, begin: int) -> Parsed[Reference]:
    """Read a day that ends with its line or before a sign; a month alone has to be all of the line."""
    written = line[begin:]
    led = _LED_IN.match(written)
    named = _AND.sub(" ", _TWICE_NAMED.sub(r"\1 \2 ", _DOTTED.sub(_with_month, written)))
    t = Tokens(named, alone=True)
    read = reference(t, 0) if t.count else None
    if read is None:
        return None
    said, end = read[0], t.ends[read[1] - 1]
    core = said.day if isinstance(said, At) else said
    timed = isinstance(said, At) and isinstance(said.time, Clock | ClockSpan)
    if not isinstance(core, _DAYS) or not (timed or _ENDS_HEAD.match(named, end)):
        return None
    if led and not _ENDS_LED.match(named, end):
        return None  # "On Monday, 22 September, he will ..."
    if isinstance(core, InMonth) and core.part is Part.WHOLE and named[end:].strip(" :"):
        return None
    return said, begin + end - (len(named) - len(written))


def _weekday_and_number(line: str) -> Parsed[Reference]:
    """Read "Wed 19" and "Monday 3rd", whose month stands elsewhere."""
    said = _NUMBERED.match(line)
    if said is None or not 1 <= int(said[2]) <= 31:
        return None
    return DayOfMonth(int(said[2]), WEEKDAYS_BEGIN[said[1][:3].lower()]), said.end()


def _with_month(dotted: re.Match[str]) -> str:
    """Spell out "26.5.", which lists write day first."""
    return f"{dotted[1]} {MONTHS[int(dotted[2]) - 1]}" + (f" {dotted[3]}" if dotted[3] else "")


def _of_month(line: str, month: Reference | None) -> Parsed[Reference]:
    """Read "8-9" under a month."""
    days = _BARE_DAYS.match(line)
    if not isinstance(month, InMonth) or days is None:
        return None
    year = f" {month.year}" if month.year else ""
    try:
        return parse(f"{days[1]} {MONTHS[month.month - 1]}{year}"), days.end()
    except PhraseError:
        return None


# --- times ------------------------------------------------------------------------------------------------------------

_HALF = r"\s?[ap]\.?\s?m\b\.?"
_ONE = (
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?{_HALF}|\d{{1,2}}[:.h]\d\d(?!\d|[.:/]\d)|(?:[01]\d|2[0-3])[0-5]\d(?:\s?h\b|(?!\d))|(?:12\s)?(?:noon|midnight)\b"
    rf"|\d{{1,2}}h\b|\d{{1,2}}(?=\s*(?:[-–—]|to|until)\s*\d{{1,2}}(?:[:.]\d\d)?{_HALF}))"
)
_CLOCK = re.compile(
    rf"(?:(?P<about>approx\.?|approximately|around|about|circa|ca?\.|±|\+/-|~)|at|from)?\s*(?P<one>{_ONE})"
    rf"(?:\s*(?:[-–—]|to|until)\s*(?P<two>{_ONE})|\s+for\s+{_ONE})?(?P<hours>\s*(?:hrs?|hours|h|Uhr)\b\.?)?(?:\s+onwards\b)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*\(?\s*((?i:local(?:\s+time)?)|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[A-Z][a-z]+ time)"
    r"(?:[,/;][^()]*(?=\)))?\s*\)?(?=[\W_]|$)"
)
_H = re.compile(r"(?<=\d{4})\s?h$", re.IGNORECASE)
_FOUR = re.compile(r"\d{4}")
_BEHIND_FOUR = re.compile(r"\s*(?:$|[-–—:|\t]| {2,})")
_PART = re.compile(
    r"(?:in the )?((?:early |late )?(?:morning|afternoon|evening)|[ap]\.?m\b\.?)(?:\s*[:|–—-]\s*|\t| {2,})",
    re.IGNORECASE,
)
_HALVES = {"am": "morning", "pm": "afternoon"}


def clock(line: str, begin: int) -> Parsed[Time]:
    """Read the time of day at an offset; four figures need a sign or "hrs" behind them."""
    if part := _PART.match(line, begin):
        said = part[1].lower().replace(".", "")
        return parse_time(_HALVES.get(said, said)), part.end()
    found = _CLOCK.match(line, begin)
    if found is None:
        return None
    one, two = (_H.sub("", found[name] or "") for name in ("one", "two"))
    if _FOUR.fullmatch(found["one"]) and not (found["hours"] or found["two"] or _BEHIND_FOUR.match(line, found.end())):
        return None
    span = f"{'~' if found['about'] else ''}{one}" + (f" - {two}" if two else "")
    zone = _ZONE.match(line, found.end())
    for end, named in ([(zone.end(), zone[1])] if zone else []) + [(found.end(), "")]:
        local = "local time" if named.lower().startswith("local") else named
        try:
            read, _ = written_time(f"{span} {local}".strip())
        except PhraseError:
            continue
        return (read, end) if read is not None else None
    return None

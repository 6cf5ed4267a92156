"""What stands at the head of a line: a bullet, a day, a time of day.

Days and times are read by the grammar of phrases. Lists write some of them as running text never does ("09.00", "1430",
"+/- 15.30", "26.5."); these notations are spelled out first.
"""

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from diplocal.errors import PhraseError
from diplocal.languages.english import DOCUMENTS, ENGLISH
from diplocal.phrases import parse, parse_time, written_time
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    MONTHS,
    WEEKDAYS,
    At,
    CalendarDay,
    Clock,
    ClockSpan,
    DayOfMonth,
    DaySet,
    InMonth,
    InPart,
    NthDay,
    OnWeekday,
    Part,
    Reference,
    Span,
    Time,
    Weekday,
    WeekOf,
)

_BULLET = re.compile(
    r"(?:[•‣▪◦·●*o>]|[-–—]{1,2}|#{1,6})\s+"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=[^\W\d_]{2}|\d{1,2}\s*(?:[-–]\s*\d{1,2}\s+)?[A-Z])"
)
_GAP = re.compile(r"\s*(?:[-–—:|,.]|\t| {2,})?\s*(?:[-–—:|]\s*)?")
_ENDS_HEAD = re.compile(r"\s*(?:$|[-–—:|,.(\t;]| {2,}|(?=\d{1,2}[.:h]\d\d))")

# --- days -------------------------------------------------------------------------------------------------------------

_ENDS_LED = re.compile(r"\s*(?:$|[:–—-])")
_NTH = re.compile(r"day\s+([1-9]\d?|one|two|three|four|five|six|seven)\b\s*(?:[-–—:,(]\s*)?", re.IGNORECASE)
_NUMBERS = {word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven"), 1)}
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(1[0-2]|0?[1-9])\.(?:\s?(\d{4}))?(?!\d)")
_LED_IN = re.compile(
    r"(?:on|in|at|by|from|during|for|between|until|since|after|before|this|next|last|later|earlier|early|late)\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?<![\d/-])(?P<one>\d{1,2})"
    r"(?P<sign>[/-])(?P<two>\d{1,2})(?:(?P=sign)(?P<year>\d{4}))?(?![\d/-])",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?<!\d)(\d{1,2})h(\d\d)(?!\d)")
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?"
_TWICE_NAMED = re.compile(
    rf"{_WEEKDAY}\s+(\d{{1,2}})\s*([-–—&/]|to|and)\s*{_WEEKDAY}\s+(?=\d{{1,2}}\s+[A-Z])", re.IGNORECASE
)
_SIGN = re.compile(r"\s*(?:,|[-–—:(])\s*")
_AND = re.compile(r",\s+(?=and\s+(?:mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE)
_BARE_DAYS = re.compile(r"(\d{1,2}(?:\s*[-–&/]\s*\d{1,2})?)(?=\s*[-–—:\t ]|$)(?!\s*[.:h]\d\d)")
_WEEKDAYS = {name[:3].lower(): n for n, name in enumerate(WEEKDAYS)}
_NUMBERED = re.compile(
    r"(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b\.?,?\s+(\d{1,2})(?:st|nd|rd|th)?"
    r"(?=\s*(?:$|[-–—:|,(\t]| {2,}))",
    re.IGNORECASE,
)
_DAYS = (CalendarDay, OnWeekday, Span, DaySet, InMonth, WeekOf)


@frozen
class Head:
    """What a line begins with, and where its words go on.

    Attributes:
        day: the day or days; ``None``: none.
        time: the time of day; ``None``: none.
        end: the offset in the line at which the rest begins.
        clock: the words of the time, where they stand behind the day's.
    """

    day: Reference | None
    time: Time | None
    end: int
    clock: str = ""


def past_bullet(line: str) -> int:
    """Find where a line goes on behind its bullet or number."""
    bullet = _BULLET.match(line)
    return bullet.end() if bullet and not _clock_head(line, 0) else 0


def day_first(text: str) -> bool | None:
    """Tell whether a document writes "24/11" day first, by a date that can be read one way only; ``None``: none is.

    >>> day_first("Monday 01-09-2014"), day_first("01/09/2014")
    (True, None)
    """
    for said in _SLASHED.finditer(text):
        one, two, year = int(said["one"]), int(said["two"]), int(said["year"] or 0)
        if said["sign"] == "-" and not year:
            continue
        fits = [
            0 < month < 13 and (not (year and said["weekday"]) or _falls_on(year, month, day, said["weekday"]))
            for day, month in ((one, two), (two, one))
        ]
        if fits[0] != fits[1]:
            return fits[0]
    return None


def _falls_on(year: int, month: int, day: int, weekday: str) -> bool:
    try:
        return dt.date(year, month, day).weekday() == _WEEKDAYS[weekday.lower()]
    except ValueError:
        return False


def spelled(line: str, *, first: bool | None) -> str:
    """Spell out the months of dates in figures: with dots, and with slashes or dashes if their order is known."""

    def named(said: re.Match[str]) -> str:
        day, month = (said["one"], said["two"]) if first else (said["two"], said["one"])
        if not 0 < int(month) < 13 or (said["sign"] == "-" and not said["year"]):
            return said[0]
        year = f" {said['year']}" if said["year"] else ""
        return f"{line[said.start() : said.start('one')]}{day} {MONTHS[int(month) - 1]}{year}"

    line = _HOURS.sub(r"\1:\2", line)
    return line if first is None else _SLASHED.sub(named, line)


def head(line: str, month: Reference | None = None) -> Head:
    """Read what a line begins with.

    Args:
        line: without space before it, and without a bullet.
        month: the month that stands over it, for days that name none.
    """
    nth = _NTH.match(line)
    begin = nth.end() if nth else 0
    read, end = _day(line, begin) or _weekday_and_number(line) or _of_month(line, month) or (None, begin)
    said, when = (read.day, read.time) if isinstance(read, At) else (read, None)
    if nth and said is None:
        number = nth[1].lower()
        said = NthDay(_NUMBERS.get(number) or int(number))
    rest = end
    if said is not None and end < len(line):
        gap = _GAP.match(line, end)
        rest = gap.end() if gap else end
    clock = ""
    if when is None and (found := _clock_head(line, rest)):
        when, end = found
        clock = line[rest:end].strip()
        gap = _GAP.match(line, end)
        rest = gap.end() if gap else end
    return Head(said, when, rest, clock)


def _day(line: str, begin: int) -> tuple[Reference, int] | None:
    """Read a day that ends with its line or before a sign; a month alone has to be all of the line."""
    written = line[begin:]
    led = _LED_IN.match(written)
    named = _AND.sub(" ", _TWICE_NAMED.sub(r"\1 \2 ", _DOTTED.sub(_with_month, written)))
    t = Tokens(named, alone=True)
    read = ENGLISH.reference(t, 0) if t.count else None
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


def _weekday_and_number(line: str) -> tuple[Reference, int] | None:
    """Read "Wed 19" and "Monday 3rd", whose month stands elsewhere."""
    said = _NUMBERED.match(line)
    if said is None or not 1 <= int(said[2]) <= 31:
        return None
    return DayOfMonth(int(said[2]), Weekday(_WEEKDAYS[said[1][:3].lower()])), said.end()


def _with_month(dotted: re.Match[str]) -> str:
    """Spell out "26.5.", which lists write day first."""
    return f"{dotted[1]} {MONTHS[int(dotted[2]) - 1]}" + (f" {dotted[3]}" if dotted[3] else "")


def _of_month(line: str, month: Reference | None) -> tuple[Reference, int] | None:
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
_ASIDE = re.compile(
    r"\s*[(\[](?P<within>[^()\[\]]+)[)\]]|\s*(?:[,–—-]|\bat\b)\s*(?P<behind>\d[^,;()]{1,40}?)\.?(?=\s*(?:\([^()]*\)\s*)?$)",
    re.IGNORECASE,
)
_H = re.compile(r"(?<=\d{4})\s?h$", re.IGNORECASE)
_FOUR = re.compile(r"\d{4}")
_BEHIND_FOUR = re.compile(r"\s*(?:$|[-–—:|\t]| {2,})")
_PART = re.compile(
    r"(?:in the )?((?:early |late )?(?:morning|afternoon|evening)|[ap]\.?m\b\.?)(?:\s*[:|–—-]\s*|\t| {2,})",
    re.IGNORECASE,
)
_HALVES = {"am": "morning", "pm": "afternoon"}


def _clock_head(line: str, begin: int) -> tuple[Time, int] | None:
    """Read the time of day at an offset, and where it ends; four figures need a sign or "hrs" behind them."""
    if part := _PART.match(line, begin):
        said = part[1].lower().replace(".", "")
        return parse_time(_HALVES.get(said, said)), part.end()
    said = _CLOCK.match(line, begin)
    if said is None:
        return None
    one, two = (_H.sub("", said[name] or "") for name in ("one", "two"))
    if _FOUR.fullmatch(said["one"]) and not (said["hours"] or said["two"] or _BEHIND_FOUR.match(line, said.end())):
        return None
    words = f"{'~' if said['about'] else ''}{one}" + (f" - {two}" if two else "")
    zone = _ZONE.match(line, said.end())
    for end, named in ([(zone.end(), zone[1])] if zone else []) + [(said.end(), "")]:
        local = "local time" if named.lower().startswith("local") else named
        try:
            read, _ = written_time(f"{words} {local}".strip())
        except PhraseError:
            continue
        return (read, end) if read is not None else None
    return None


def clock_aside(line: str) -> tuple[Time, str, str] | None:
    """Read a time of day by itself in brackets, or behind a sign at the end: the time, its words, the line without.

    >>> clock_aside("First session (9.30-11.00): Cables")[1:]
    ('9.30-11.00', 'First session: Cables')
    """
    for said in _ASIDE.finditer(line):
        words = said["within"] or said["behind"]
        found = None if _FOUR.fullmatch(words.strip()) else _clock_head(words, 0)  # "Oslo, 2025" is a year
        rest = (line[: said.start()] + line[said.end() :]).strip()
        if found and rest and not words[found[1] :].strip(" ."):
            return found[0], words, rest
    return None


def day_behind(line: str) -> tuple[Reference, str] | None:
    """Read the one day that ends a line, and the words before it: "Oslo, Monday 2 June"."""
    for sign in _SIGN.finditer(line):
        found = head(line[sign.end() :])
        if isinstance(found.day, CalendarDay) and found.time is None and not line[sign.end() + found.end :].strip(" )"):
            return found.day, line[: sign.start()]
    return None


def clocks(text: str) -> Iterator[tuple[Time, int, int]]:
    """Find the times on the clock in running text, with the offsets of their words."""
    t = Tokens(text)
    i = 0
    while i < t.count:
        read = ENGLISH.time(t, i) if t.words[i].isdecimal() or t.words[i] in _OPENS else None
        read = read if read and isinstance(read[0], Clock | ClockSpan) else DOCUMENTS.clock(t, i)
        if read and isinstance(read[0], Clock | ClockSpan):
            start, end = t.span(i, read[1])
            yield read[0], start, end
            i = read[1]
        else:
            i += 1


_OPENS = frozenset({"from", "between", "at", "around", "about", "noon", "midnight", "half", "a", "shortly", "just"})

__all__ = ["Head", "InPart", "clocks", "head", "past_bullet"]

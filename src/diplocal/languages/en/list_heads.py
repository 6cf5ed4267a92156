"""Days and times of day as they head the lines of lists.

Most are read by the grammar of phrases. Lists write some of them as running text never does ("09.00", "1430",
"+/- 15.30", "26.5."); these notations are spelled out first.
"""

import datetime as dt
import re
from contextlib import suppress
from operator import itemgetter
from typing import Final

from attrs import evolve, frozen

from diplocal.errors import PhraseError
from diplocal.languages.en import words
from diplocal.languages.en.grammar import reference
from diplocal.languages.en.notation import written_time
from diplocal.languages.language import Parsed
from diplocal.phrases import parse, parse_time
from diplocal.phrases.tokens import Tokens, word_set
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

_ENDS_HEAD = re.compile(r"\s*(?:$|[-–—:|,.()\t;]| {2,}|(?=\d{1,2}[.:h]\d\d))")
_ENDS_LED = re.compile(r"\s*(?:$|[:–—-])")
_NUMBER = "|".join(word for word in words.NUMBERS if len(word) > 2)  # "day a" is another thing
_NTH = re.compile(rf"day\s+([1-9]\d?|{_NUMBER})\b\s*(?:[-–—:,(]\s*)?", re.IGNORECASE)
_DOTTED = re.compile(r"\b(\d{1,2})\.\s?(1[0-2]|0?[1-9])\.(?:\s?(\d{4}))?(?!\d)")
_LED_IN = re.compile(
    r"(?:on|in|at|by|from|during|for|between|until|since|after|before|this|next|last|later|earlier|early|late)\b",
    re.IGNORECASE,
)
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS_BEGIN)})[a-z]*\.?,?"
_WITH_WEEKDAY = re.compile(rf"^({_WEEKDAY})\s+(\d{{1,2}})\.(1[0-2]|0[1-9])$", re.IGNORECASE)
_TWICE_NAMED = re.compile(
    rf"{_WEEKDAY}\s+(\d{{1,2}})\s*([-–—&/]|to|and)\s*{_WEEKDAY}\s+(?=\d{{1,2}}\s+[A-Z])", re.IGNORECASE
)
_AND = re.compile(rf",\s+(?=and\s+(?:{'|'.join(WEEKDAYS_BEGIN)}))", re.IGNORECASE)
_BARE_DAYS = re.compile(r"(\d{1,2}(?:\s*[-–&/]\s*\d{1,2})?)(?=\s*(?:[-–—:|\t]|$)|  )(?!\s*[.:h]\d\d)")
_OF_WEEK = "|".join((*words.WEEKDAYS, *words.SHORT_WEEKDAYS))
_NUMBERED = re.compile(
    rf"(?:(?P<before>{_OF_WEEK})\b\.?,?\s+(?:the\s+)?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\.?,?\s*(?:[-–(]\s*)?(?P<behind>{_OF_WEEK})\b\.?\)?)"
    r"(?=\s*(?:$|[-–—:|,(\t]| {2,}))",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r"\b(\d{1,2})-([a-z]{3,9})-(?:20)?(\d\d)\b", re.IGNORECASE)
_MONTH = "|".join(word for word in words.MONTHS if len(word) > 2)
_NUMBER_DOT = re.compile(rf"\b(\d{{1,2}})\.\s+(?=(?:{_MONTH})\b)", re.IGNORECASE)
_WEEKDAY_BEHIND = re.compile(rf"\b((?:{_MONTH})\b(?:\s+\d{{4}})?)\s+(?=(?:{_OF_WEEK})\b)", re.IGNORECASE)
_COLUMNS = re.compile(rf"^({_WEEKDAY})\s*[|\t]\s*(?=\d{{1,2}}\b)", re.IGNORECASE)
_WIDER = 16
"""Characters by which a day that is spelled out may be longer or shorter."""
_DAYS = (CalendarDay, OnWeekday, Span, DaySet, InMonth, WeekOf)


def _with_month(dotted: re.Match[str]) -> str:
    """Spell out "26.5.", which lists write day first."""
    return f"{dotted[1]} {MONTHS[int(dotted[2]) - 1]}" + (f" {dotted[3]}" if dotted[3] else "")


_NOTATIONS: Final = (
    (_WITH_WEEKDAY, r"\1 \2.\3."), (_DOTTED, _with_month), (_HYPHENED, r"\1 \2 20\3"), (_COLUMNS, r"\1 "),
    (_NUMBER_DOT, r"\1 "), (_WEEKDAY_BEHIND, r"\1, "), (_TWICE_NAMED, r"\1 \2 "), (_AND, " "),
)  # fmt: skip
"""How lists write days, and how the grammar of phrases knows them; in this order."""


def _spelled(written: str) -> str:
    for notation, plain in _NOTATIONS:
        written = notation.sub(plain, written)
    return written


def _end_of(written: str, named: str, end: int) -> int:
    """Find where words go on behind a day, by where its spelled-out words do."""
    near = range(max(0, end - _WIDER), min(len(written), end + _WIDER) + 1) if named != written else (end,)
    return next((at for at in near if _spelled(written[at:]) == named[end:]), end - len(named) + len(written))


def day(line: str, month: Reference | None) -> Parsed[Reference]:
    """Read the day or days that a line begins with; "day 3" where it says no more."""
    nth = _NTH.match(line)
    begin = nth.end() if nth else 0
    found = [one for one in (_written(line, begin), _weekday_and_number(line, month)) if one]
    read = max(found, key=itemgetter(1)) if found else _of_month(line, month)
    if nth and read and "(" in nth[0] and line[read[1] :].startswith(")"):
        return read[0], read[1] + 1
    if nth and read is None:
        number = nth[1].lower()
        return NthDay(words.NUMBERS.get(number) or int(number)), begin
    return read


def _written(line: str, begin: int) -> Parsed[Reference]:
    """Read a day that ends with its line or before a sign; a month alone has to be all of the line."""
    written = line[begin:]
    led = _LED_IN.match(written)
    named = _spelled(written)
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
    return said, begin + _end_of(written, named, end)


def _weekday_and_number(line: str, month: Reference | None) -> Parsed[Reference]:
    """Read "Wed 19", "Monday 3rd" and "3 (Mon)", whose month stands elsewhere: in that which is over it, if it fits."""
    said = _NUMBERED.match(line)
    if said is None:
        return None
    number, weekday = int(said["number"] or said["first"]), said["before"] or said["behind"]
    of_week = WEEKDAYS_BEGIN[weekday[:3].lower()]
    if isinstance(month, InMonth) and month.year:
        with suppress(ValueError):
            if dt.date(month.year, month.month, number).weekday() == of_week:
                return CalendarDay(month.month, number, month.year, of_week), said.end()
    return (DayOfMonth(number, of_week), said.end()) if 1 <= number <= 31 else None


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
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?{_HALF}|\d{{1,2}}[:.h]\d\d(?!\d|[.:]\d|/\d(?!\d?[:.h]\d\d))|(?:[01]\d|2[0-3])[0-5]\d(?:\s?h\b|(?!\d))|(?:12\s)?(?:noon|midnight)\b"
    rf"|\d{{1,2}}h\b|\d{{1,2}}(?=\s*(?:[-–—]|to|until)\s*\d{{1,2}}(?:[:.]\d\d)?{_HALF}))"
)
_LED = re.compile(
    r"(?:(?:(?P<local>local(?: time)?)|(?P<zone>GMT|UTC))\s*:?\s+)?(?:(?:at|from|kl\.)\s+)?"
    r"(?:(?P<about>approx\.?|approximately|around|about|circa|ca?\.|±|\+/-|~)\s*)?",
    re.IGNORECASE,
)
_MOMENT = re.compile(rf"(?P<clock>{_ONE})(?P<hours>\s*(?:hrs?|hs|hours|h|Uhr|o[’']clock)\b\.?)?", re.IGNORECASE)
_TO = re.compile(r"\s*(?:[-–—→>]|to\b|until\b|till\b)\s*", re.IGNORECASE)
_MORE = re.compile(
    rf"(?:\s+for\s+{_ONE}|\s+(?:onwards|sharp)\b|\s*[(\[](?:time )?(?:t\.?b\.?[acd]|approx)\.?[)\]]|\*)*", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\s*[/=,;(\[]\s*")
_ZONE = re.compile(
    r"\s*[(\[]?\s*(?:(?P<short>[A-Z]{1,5}(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|(?i:local)(?:\s+(?i:time))?)|(?P<named>[A-Z][a-z]+)"
    r"(?:\stime|(?=[)\]])))(?:[,/;][^()]*(?=[)\]])|/[A-Z]{3,4}\b)?\s*[)\]]?(?=[\W_]|$)"
)
_LOCAL = word_set(
    "local lt l adt ast nst ndt akdt akst hst cst mst ist gst trt art brt clt clst cot pet vet bot uyt pyt ict myt "
    "wita wit mmt bdt uzt azt amt get irst nzt"
)
"""Words and abbreviations for the time of the place: these mean several zones, or one by its place alone."""
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
    return _clock(line, begin, again=True)


def _clock(line: str, begin: int, *, again: bool) -> Parsed[Time]:
    """Read a time on the clock, and behind it the same one in another zone, once."""
    led = _LED.match(line, begin)
    one = _moment(line, led.end()) if led else None
    if led is None or one is None:
        return None
    to = _TO.match(line, one.end)
    two = _moment(line, to.end()) if to else None
    last = two or one
    more = _MORE.match(line, last.end)
    end = more.end() if more else last.end
    other, past = _elsewhere(line, end) if again else (None, end)
    sure = one.sure or two or led["zone"] or led["local"]
    if not (sure or past > end or _BEHIND_FOUR.match(line, end)):
        return None
    zone = last.zone or led["zone"] or ("local time" if led["local"] else "")
    said = f"{'~' if led['about'] else ''}{one.words}" + (f" - {two.words}" if two else "")
    try:
        read, _ = written_time(f"{said} {zone}".strip())
    except PhraseError:
        return None
    return (_in_zone_of(read, other) if other else read, past) if read is not None else None


@frozen
class _Moment:
    """A time of day with its zone, and whether it can be nothing else."""

    words: str
    zone: str
    end: int
    sure: bool


def _moment(line: str, begin: int) -> _Moment | None:
    found = _MOMENT.match(line, begin)
    if found is None:
        return None
    zone, end = _zone(line, found.end()) or ("", found.end())
    sure = bool(zone or found["hours"]) or not _FOUR.fullmatch(found["clock"])
    return _Moment(_H.sub("", found["clock"]), zone, end, sure)


def _zone(line: str, begin: int) -> tuple[str, int] | None:
    """Read the zone behind a time, as the grammar of running text knows it, and where its words end."""
    found = _ZONE.match(line, begin)
    if found is None:
        return None
    said = f"{found['named']} time" if found["named"] else found["short"].replace(" ", "")
    if said.lower().removesuffix("time") in _LOCAL:
        return "local time", found.end()
    with suppress(PhraseError):
        parse_time(f"12:00 {said}")
        return said, found.end()
    return None


def _elsewhere(line: str, end: int) -> tuple[Clock | None, int]:
    """Read the same time told in another zone: "10:00 (0800 GMT)", "1000/0800"; a zone takes the bracket behind it."""
    sign = _ELSEWHERE.match(line, end)
    time, past = (_clock(line, sign.end(), again=False) if sign else None) or (None, end)
    first = time.start if isinstance(time, ClockSpan) else time
    if sign is None or not isinstance(first, Clock):
        return None, end
    return (first, past) if first.zone else (None, past if sign[0].strip() == "/" else end)


def _in_zone_of(time: Time, other: Clock) -> Time:
    """Give a time that names no zone the offset at which it is the other one."""
    first = time.start if isinstance(time, ClockSpan) else time
    if not isinstance(first, Clock) or first.zone not in {None, "local"} or other.zone != "+00:00":
        return time
    ahead = (first.hour - other.hour) * 60 + first.minute - other.minute
    ahead = (ahead + 12 * 60) % (24 * 60) - 12 * 60
    zone = f"{'-' if ahead < 0 else '+'}{abs(ahead) // 60:02}:{abs(ahead) % 60:02}"
    if isinstance(time, ClockSpan):
        return ClockSpan(evolve(time.start, zone=zone), evolve(time.end, zone=zone))
    return evolve(first, zone=zone)

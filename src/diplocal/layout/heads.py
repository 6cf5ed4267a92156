"""What stands at the head of a line: a bullet, a day, a time of day.

The language of the text reads its days and times; dates in figures are spelled out for it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplocal.languages.language import Language, Layout
from diplocal.languages.language import language as language_of
from diplocal.layout.lines import Line
from diplocal.phrases.tokens import Tokens
from diplocal.when import At, CalendarDay, Clock, ClockSpan, InMonth, Reference, Time

_BULLET = re.compile(
    r"(?:[•‣▪◦·●o>]|\*{1,3}|[-–—]{1,2}|#{1,6})\s+"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=[^\W\d_]{2}|(?:\d{1,2}[a-z]{0,2}\s*[-–/&]\s*)?\d{1,2}[a-z]{0,2}\s*[A-Z])"
)
_ALONE = 45
"""Characters below which a day with its time may be all of a line."""

_GAP = re.compile(r"\s*(?:[-–—:|,.]|\t| {2,})?\s*(?:[-–—:|]\s*)?")
_SLASHED = re.compile(
    r"(?:\b(?P<weekday>[^\W\d_]{3})[^\W\d_]*\.?,?\s+)?(?<![\d/:.])(?<!\d{4}-)(?P<one>\d{1,2})"
    r"(?P<sign>[/-])(?P<two>\d{1,2})(?:(?P=sign)(?P<year>\d{4}))?(?![\d/-])",
    re.IGNORECASE,
)
_HOURS = re.compile(r"(?<!\d)(\d{1,2})h(\d\d)(?!\d)")
_SIGN = re.compile(r"\s*(?:,|[-–—:(])\s*")
_YEAR = re.compile(r"\d{4}")


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


NO_HEAD = Head(None, None, 0)
"""Nothing stands at the head."""


def past_bullet(line: str, words: Layout) -> int:
    """Find where a line goes on behind its bullet or number."""
    bullet = _BULLET.match(line)
    return bullet.end() if bullet and not words.clock(line, 0) else 0


def day_first(text: str, words: Layout) -> bool | None:
    """Tell whether a document writes "24/11" day first, by a date that can be read one way only; ``None``: none is.

    >>> english = language_of("en").layout()
    >>> day_first("Monday 01-09-2014", english), day_first("01/09/2014", english)
    (True, None)
    """
    for said in _SLASHED.finditer(text):
        one, two, year = int(said["one"]), int(said["two"]), int(said["year"] or 0)
        if said["sign"] == "-" and not year:
            continue
        weekday = words.weekdays.get((said["weekday"] or "").lower()) if year else None
        fits = [
            0 < month < 13 and (weekday is None or _falls_on(year, month, day, weekday))
            for day, month in ((one, two), (two, one))
        ]
        if fits[0] != fits[1]:
            return fits[0]
    return None


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return dt.date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def spelled(line: str, words: Layout, *, first: bool | None) -> str:
    """Spell out the months of dates in figures: with dots, and with slashes or dashes if their order is known."""

    def named(said: re.Match[str]) -> str:
        day, month = (said["one"], said["two"]) if first else (said["two"], said["one"])
        if not 0 < int(month) < 13 or (said["sign"] == "-" and not said["year"]):
            return said[0]
        year = f" {said['year']}" if said["year"] else ""
        return f"{line[said.start() : said.start('one')]}{day} {words.months[int(month) - 1]}{year}"

    line = _HOURS.sub(r"\1:\2", line)
    return line if first is None else _SLASHED.sub(named, line)


def head(line: str, words: Layout, month: Reference | None = None) -> Head:
    """Read what a line begins with.

    Args:
        line: without space before it, and without a bullet.
        words: of its language.
        month: the month that stands over it, for days that name none.
    """
    read, end = words.day(line, month) or (None, 0)
    said, when = (read.day, read.time) if isinstance(read, At) else (read, None)
    rest = _past_gap(line, end) if said is not None else end
    clock = ""
    if when is None and (found := words.clock(line, rest)):
        when, end = found
        clock = line[rest:end].strip()
        rest = _past_gap(line, end)
    return Head(said, when, rest, clock)


def _past_gap(line: str, end: int) -> int:
    gap = _GAP.match(line, end)
    return gap.end() if gap else end


def clock_aside(line: str, words: Layout) -> tuple[Time, str, str] | None:
    """Read a time of day by itself in brackets, or behind a sign at the end: the time, its words, the line without.

    >>> clock_aside("First session (9.30-11.00): Cables", language_of("en").layout())[1:]
    ('9.30-11.00', 'First session: Cables')
    """
    for said in words.clock_aside.finditer(line):
        clock = said["within"] or said["behind"]
        found = None if _YEAR.fullmatch(clock.strip()) else words.clock(clock, 0)
        rest = (line[: said.start()] + line[said.end() :]).strip()
        if found and rest and not clock[found[1] :].strip(" ."):
            return found[0], clock, rest
    return None


def day_behind(line: str, words: Layout) -> tuple[Reference, str] | None:
    """Read the one day that ends a line, and the words before it: "Oslo, Monday 2 June"."""
    for sign in _SIGN.finditer(line):
        found = head(line[sign.end() :], words)
        if isinstance(found.day, CalendarDay) and found.time is None and not line[sign.end() + found.end :].strip(" )"):
            return found.day, line[: sign.start()]
    return None


def month_behind(line: str, words: Layout) -> InMonth | None:
    """Read the month with its year that ends a line: "Calendar for June 2026"."""
    found = words.day(" ".join(line.split()[-2:]), None)
    return found[0] if found and isinstance(found[0], InMonth) and found[0].year else None


def clocks(text: str, language: str | Language = "en") -> Iterator[tuple[Time, int, int]]:
    """Find the times on the clock in running text, with the offsets of their words."""
    t, said = Tokens(text), language_of(language)
    i = 0
    while i < t.count:
        read = said.time(t, i)
        if read and isinstance(read[0], Clock | ClockSpan):
            start, end = t.span(i, read[1])
            yield read[0], start, end
            i = read[1]
        else:
            i += 1


def clocks_below(lines: Sequence[Line], words: Layout) -> bool:
    """Tell whether times of day that stand alone in their lines stand under their words.

    All of them have words right above them then, and not all have words right behind them.
    """
    alone = [i for i, line in enumerate(lines) if len(line.text) < _ALONE and _is_clock(line.text, words)]
    joined = [not line.gap and i > 0 for i, line in enumerate(lines)]
    above = all(joined[i] and head(lines[i - 1].text, words) == NO_HEAD for i in alone)
    return above and any(
        i + 1 == len(lines)
        or not joined[i + 1]
        or head(behind.text, words) != NO_HEAD
        or words.label.match(behind.text)
        for i in alone
        for behind in [lines[min(i + 1, len(lines) - 1)]]
    )


def _is_clock(line: str, words: Layout) -> bool:
    found = head(line, words) if any(map(str.isdigit, line)) else NO_HEAD
    return found.time is not None and found.end >= len(line)

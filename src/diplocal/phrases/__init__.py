"""Words and references: parse one phrase, find mentions in prose, write a reference as words. English.

One grammar serves both ways. Dates are none of this package's business. The public functions are here, and what they do
is in modules that may be compiled: there they would have no docstring.
"""

from diplocal.phrases import parsing
from diplocal.phrases.finder import find
from diplocal.phrases.formatting import format_reference, format_time
from diplocal.when import Reference, Time

format = format_reference  # noqa: A001 - read as phrases.format

__all__ = ["find", "format", "format_reference", "format_time", "parse", "parse_time"]


def parse(phrase: str) -> Reference:
    """Read a phrase of time.

    >>> parse("the 26th")
    DayOfMonth(day=26, weekday=None)

    Raises:
        PhraseError: it is not one, or more than one; with the place where reading stopped.
    """
    return parsing.parse(phrase)


def parse_time(phrase: str) -> Time:
    """Read a time of day ("10:00", "10 a.m. to noon", "around 12:30 CET", "morning", "20:00 Asia/Seoul").

    >>> parse_time("around 12:30")
    Clock(hour=12, minute=30, zone=None, about=True)

    Raises:
        PhraseError: it is not one.
    """
    return parsing.parse_time(phrase)

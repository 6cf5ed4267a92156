"""Titles of feeds that 0.1 wrote, whose status, part of the day and the like stand in SUMMARY alone.

They are taken apart by the fixed words that the exporter writes, in every language that has some.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, TypeAlias

from diplocal.exporters.ical import titled
from diplocal.exporters.wording import TRANSLATED, Wording, catalogue
from diplocal.feed.state import ABOUT, BY, State
from diplocal.model import Status
from diplocal.when import PartOfDay

_NAME = "\0"  # no title of a feed holds one

_Frame: TypeAlias = tuple[str, str, str, Any]


def read_title(summary: str) -> State:
    """Take a title apart; a name that itself begins or ends with such words loses them."""
    at, end = 0, len(summary)  # nothing is copied, however many words there are
    statuses, said = set[Status](), dict[str, Any]()
    while frame := next((one for one in _frames() if _stands_in(one, summary, at, end)), None):
        before, after, what, meaning = frame
        at, end = at + len(before), end - len(after)
        if isinstance(meaning, Status):
            statuses.add(meaning)
        else:
            said[what] = meaning
    return State(name=summary[at:end], statuses=frozenset(statuses), **said)


def _stands_in(frame: _Frame, text: str, at: int, end: int) -> bool:
    before, after, *_ = frame
    return text.startswith(before, at, end) and text.endswith(after, at, end)


@cache
def _frames() -> tuple[_Frame, ...]:
    """Give what may stand before and behind a name, in every language with fixed words, and what that tells."""
    spaced = ((words.replace("\N{NO-BREAK SPACE}", " "), what, meaning) for words, what, meaning in _phrases())
    return tuple((*words.partition(_NAME)[::2], what, meaning) for words, what, meaning in spaced)


def _phrases() -> Iterator[tuple[str, str, object]]:
    for speak in _languages():
        yield from ((titled(_NAME, status, speak), "statuses", status) for status in Status if not status.plain)
        yield speak.say("Date open: {readings}", readings=_NAME), "undated", True
        yield speak.say("Deadline: {title}", title=_NAME), "time", BY
        yield f"{_NAME} ({speak.say('time approximate')})", "time", ABOUT
        yield from ((f"{_NAME} ({speak.name(part)})", "time", part.value) for part in PartOfDay)


def _languages() -> Iterator[Wording]:
    yield Wording({})
    with suppress(ImportError):  # without Babel, nothing here was written in another language
        yield from (Wording(catalogue(code)) for code in TRANSLATED)

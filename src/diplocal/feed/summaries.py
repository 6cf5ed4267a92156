"""What a calendar says around an entry's name: its status, a part of the day, that a time is approximate.

The exporter writes these into SUMMARY. A feed says them as data too (`sealing`); those of 0.1 did not, so that their
titles are taken apart by the fixed words, in every language that has some.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, TypeAlias

from attrs import evolve, frozen

from diplocal.exporters.ical import Page, titled
from diplocal.exporters.ical.page import name
from diplocal.exporters.words import TRANSLATED, Language, catalogue
from diplocal.model import Status
from diplocal.timeline import ByDay, DayPart, Entry, Hours
from diplocal.when import PartOfDay

GONE = "No longer announced"
"""What the description of an entry that vanished begins with."""

_NAME = "\0"  # no title of a feed holds one

_Frame: TypeAlias = tuple[str, str, str, object]


@frozen(kw_only=True)
class Title:
    """A title taken apart."""

    name: str  # what the entry is called
    statuses: frozenset[Status] = frozenset()  # what the title says of its status
    part: PartOfDay | None = None  # the part of the day
    about: bool = False  # whether its time is approximate
    deadline: bool = False  # whether it is a deadline
    undated: bool = False  # whether it lost its date
    assumed: bool = False  # whether its end is an assumption
    source: str = ""  # what tells the source that gave all this from others: its key, and when it was published

    def strike(self) -> "Title":
        """Say of it that it is cancelled."""
        return self if self.off else evolve(self, statuses=self.statuses | {Status.CANCELLED})

    @property
    def off(self) -> bool:
        """Whether the entry won't take place when it says."""
        return self.undated or any(status.off for status in self.statuses)


def title_of(entry: Entry, page: Page) -> Title:
    """Tell what an entry's SUMMARY is made of."""
    timing = entry.timing
    return Title(
        name=name(entry, page.facts),
        statuses=frozenset(() if entry.status.plain else (entry.status,)),
        part=timing.part if isinstance(timing, DayPart) else None,
        about=isinstance(timing, Hours) and timing.about,
        deadline=isinstance(timing, ByDay),
        assumed=isinstance(timing, Hours) and timing.end is None and page.options.length is not None,
        source=f"{entry.source.key} {entry.source.published or ''}".strip() if entry.source else "",
    )


def without_date(name: str, language: Language) -> str:
    """Say before a name that its date is open again."""
    return language.say("Date open: {readings}", readings=name)


def read_title(summary: str) -> Title:
    """Take a title of 0.1 apart; a name that itself begins or ends with such words loses them."""
    at, end = 0, len(summary)  # nothing is copied, however many words there are
    statuses, said = set[Status](), dict[str, Any]()
    while frame := next((one for one in _frames() if _stands_in(one, summary, at, end)), None):
        before, after, what, meaning = frame
        at, end = at + len(before), end - len(after)
        if isinstance(meaning, Status):
            statuses.add(meaning)
        else:
            said[what] = meaning
    return Title(name=summary[at:end], statuses=frozenset(statuses), **said)


def _stands_in(frame: _Frame, text: str, at: int, end: int) -> bool:
    before, after, *_ = frame
    return text.startswith(before, at, end) and text.endswith(after, at, end) and end - at > len(before) + len(after)


@cache
def _frames() -> tuple[_Frame, ...]:
    """Give what may stand before and behind a name, in every language with fixed words, and what that tells."""
    said: list[tuple[str, str, object]] = []
    for speak in _languages():
        said += [(titled(_NAME, status, speak), "status", status) for status in Status if not status.plain]
        said += [
            (without_date(_NAME, speak), "undated", True),
            (speak.say("Deadline: {title}", title=_NAME), "deadline", True),
            (f"{_NAME} ({speak.say('time approximate')})", "about", True),
            *((f"{_NAME} ({speak.name(part)})", "part", part) for part in PartOfDay),
        ]
    return tuple((*words.partition(_NAME)[::2], what, meaning) for words, what, meaning in said)


def _languages() -> Iterator[Language]:
    yield Language({})
    with suppress(ImportError):  # without Babel, nothing here was written in another language
        yield from (Language(catalogue(code)) for code in TRANSLATED)

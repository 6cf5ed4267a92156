"""What a calendar says around an entry's name: its status, a part of the day, that a time is approximate.

The exporter writes these into SUMMARY. A feed says them as data too (`sealing`); those of 0.1 did not, so that their
titles are taken apart by the fixed words, in every language that has some.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from typing import TypeAlias, TypeVar

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

Meaning = TypeVar("Meaning")
_Frames: TypeAlias = tuple[tuple[str, str, Meaning], ...]


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
    """Take a title of 0.1 apart; a name that itself begins like a status loses that."""
    statuses: set[Status] = set()
    undated, at, end = False, 0, len(summary)
    while (found := _unframed(summary, at, end, _statuses())) is not None:
        at, end, status = found
        undated = undated or status is None
        statuses |= {status} if status else set()
    at, end, deadline = _unframed(summary, at, end, _deadlines()) or (at, end, False)
    at, end, about = _unframed(summary, at, end, _approximate()) or (at, end, False)
    at, end, part = _unframed(summary, at, end, _parts()) or (at, end, None)
    called = summary[at:end]
    return Title(name=called, statuses=frozenset(statuses), part=part, about=about, deadline=deadline, undated=undated)


def _unframed(text: str, at: int, end: int, frames: "_Frames[Meaning]") -> tuple[int, int, Meaning] | None:
    """Find what stands within a frame between two places in a text; nothing is copied, however many there are."""
    for before, after, meaning in frames:
        if text.startswith(before, at, end) and text.endswith(after, at, end) and end - at > len(before) + len(after):
            return at + len(before), end - len(after), meaning
    return None


def _languages() -> Iterator[Language]:
    yield Language({})
    with suppress(ImportError):  # without Babel, nothing here was written in another language
        yield from (Language(catalogue(code)) for code in TRANSLATED)


def _frames(said: Iterable[tuple[str, Meaning]]) -> "_Frames[Meaning]":
    """Split what is said at the name in it; what is the name alone is no frame."""
    parts = ((*words.partition(_NAME)[::2], meaning) for words, meaning in said if words != _NAME)
    return tuple(dict.fromkeys(parts))


@cache
def _statuses() -> _Frames[Status | None]:
    """Frame a name by each status that is said before it; ``None``: its date is open again."""
    named = [(titled(_NAME, status, language), status) for language in _languages() for status in Status]
    return _frames([*named, *((without_date(_NAME, language), None) for language in _languages())])


@cache
def _deadlines() -> _Frames[bool]:
    return _frames((language.say("Deadline: {title}", title=_NAME), True) for language in _languages())


@cache
def _approximate() -> _Frames[bool]:
    return _frames((f"{_NAME} ({language.say('time approximate')})", True) for language in _languages())


@cache
def _parts() -> _Frames[PartOfDay | None]:
    return _frames((f"{_NAME} ({language.name(part)})", part) for language in _languages() for part in PartOfDay)

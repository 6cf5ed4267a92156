"""A timeline as Markdown, to paste into a briefing, a pull request or a newsletter: CommonMark with GitHub's tables.

Here are the options and the order of the sections. What they tell is in `telling`; how it is laid out, in `programme`
and `evidence`; how a text is escaped, in `markup`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeAlias, TypedDict, Unpack

from diplocal.errors import ExportError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.markdown.evidence import notices, readings, sources
from diplocal.exporters.markdown.markup import escaped, headed, write
from diplocal.exporters.markdown.programme import blocks, brief
from diplocal.exporters.telling.facts import Page, lay_out
from diplocal.exporters.telling.fragments import NOTHING, Fixed, Strong, Told, joined
from diplocal.exporters.telling.masthead import masthead
from diplocal.exporters.telling.sections import Section, days, sections, spans, undated, windows
from diplocal.exporters.words import language as language_of
from diplocal.model import Audience
from diplocal.timeline import Timeline

_Written: TypeAlias = Callable[[Page, int], Iterator[str]]
"""Writes a part of a timeline in blocks; the number is the level of the title's heading."""


def _head(page: Page, level: int) -> Iterator[str]:
    """Name the programme with its place and dates, and tell who announced it and whose times these are."""
    head = masthead(page)
    yield headed(level, write(head.title))
    if not page.timeline.entries:
        yield write(page.facts.say("No entries."))
    if where_and_when := joined(" · ", [head.where, head.when]):
        yield write((Strong(where_and_when),))
    edition = (*head.edition, Fixed(".")) if head.edition else NOTHING
    if said := joined(" ", [edition, head.announced, head.times]):
        yield write(said)


def _programme(tell: Callable[[Page], Iterable[Section]]) -> _Written:
    """Write sections of the programme."""

    def written(page: Page, level: int) -> Iterator[str]:
        for section in tell(page):
            yield from _section(section.heading, blocks(section, page), level)

    return written


def _brief(page: Page, level: int) -> Iterator[str]:
    """Tabulate everything in little room."""
    return _section(page.facts.say("In brief"), [brief(sections(page), page)], level)


def _backing(words: str, tell: Callable[[Page], str]) -> _Written:
    """Write what backs the programme below fixed words."""
    return lambda page, level: _section(page.facts.say(words), [tell(page)], level)


def _note(page: Page, level: int) -> Iterator[str]:
    """Give the timeline's free text, a paragraph a line."""
    return _section(page.facts.say("Note"), map(escaped, page.timeline.note.split("\n")), level)


def _section(heading: Told, written: Iterable[str], level: int) -> Iterator[str]:
    """Give blocks the heading of a section; without blocks there is no section."""
    if found := [block for block in written if block]:
        yield headed(level + 1, write(heading))
        yield from found


SECTIONS: Mapping[str, _Written] = MappingProxyType(
    {
        "head": _head,
        "brief": _brief,
        "spans": _programme(spans),
        "days": _programme(days),
        "windows": _programme(windows),
        "undated": _programme(undated),
        "note": _note,
        "readings": _backing("How each date was read", readings),
        "notices": _backing("To check", notices),
        "sources": _backing("Sources", sources),
    }
)
"""The sections of a timeline, in their usual order."""

USUAL = tuple(name for name in SECTIONS if name != "brief")
"""Those that are written unless others are asked for."""

_REASONS = {"readings", "notices"}


class Options(TypedDict, total=False):
    """The options of `to_markdown`."""

    sections: Iterable[str] | None
    zones: Iterable[str]
    heading: int
    language: str
    audience: Audience
    edition: str
    reasons: bool


def render(timeline: Timeline, **options: Unpack[Options]) -> bytes:
    """Write a timeline as Markdown in UTF-8; the options are those of `to_markdown`."""
    return to_markdown(timeline, **options).encode()


def to_markdown(
    timeline: Timeline,
    *,
    sections: Iterable[str] | None = None,
    zones: Iterable[str] = (),
    heading: int = 1,
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
    edition: str = "",
    reasons: bool = True,
) -> str:
    r"""Write a timeline as Markdown; it ends with a newline.

    Args:
        timeline: what was dated.
        sections: names from `SECTIONS`, in the order wanted; `USUAL` if left out. One without content is not written.
        zones: further zones whose times stand beside the place's, in order: ``Asia/Seoul``, or with a name of one's
            own, ``Washington=America/New_York``.
        heading: level of the title's heading, 1 to 5; the sections stand one below.
        language: of weekdays, months and, where there is a table, the fixed words; any but English needs Babel.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
        edition: the number or name of this edition.
        reasons: whether to tell how each date was read, and what to check.

    >>> to_markdown(Timeline(key="oslo", title="Visit to Oslo"), heading=2)
    '## Visit to Oslo\n\nNo entries.\n'

    Raises:
        ExportError: an unknown section, zone or language, or a level out of range.
    """
    if not 1 <= heading <= 5:
        msg = f"heading level {heading!r} is out of range: the title may have 1 to 5, its sections stand one below"
        raise ExportError(msg)
    wanted = [_known(name) for name in _listed(USUAL if sections is None else sections)]
    chosen = [name for name in wanted if reasons or name not in _REASONS]
    told = for_audience(timeline, audience)
    # Why each date is what it is stands in a table of its own, and with no entry.
    page = lay_out(told, zones=zones, language=language_of(language), reasons=False, edition=edition)
    return "\n\n".join(block for name in chosen for block in SECTIONS[name](page, heading)) + "\n"


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _known(name: str) -> str:
    if name not in SECTIONS:
        near = get_close_matches(name, SECTIONS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(SECTIONS)}"
        msg = f"{name!r} is not a section of a timeline; {hint}"
        raise ExportError(msg)
    return name

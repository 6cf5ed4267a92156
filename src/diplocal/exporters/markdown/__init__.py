"""A timeline as Markdown, to paste into a briefing, a pull request or a newsletter: CommonMark with GitHub's tables.

Here are the options and the order of the sections. Each section is a function that yields blocks: they are in
`masthead`, `programme` and `evidence`. What is told of an entry is in `facts`, how texts are escaped in `markup`.
"""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import TypeAlias, TypedDict, Unpack

from diplocal.errors import ExportError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.markdown.evidence import note, notices, readings, sources
from diplocal.exporters.markdown.masthead import head
from diplocal.exporters.markdown.page import Page, lay_out
from diplocal.exporters.markdown.programme import days, spans, undated, windows
from diplocal.exporters.words import language as language_of
from diplocal.model import Audience
from diplocal.timeline import Timeline

_Section: TypeAlias = Callable[[Page], Iterable[str]]

SECTIONS: Mapping[str, _Section] = MappingProxyType(
    {
        "head": head,
        "spans": spans,
        "days": days,
        "windows": windows,
        "undated": undated,
        "note": note,
        "readings": readings,
        "notices": notices,
        "sources": sources,
    }
)
"""The sections of a timeline, in their usual order."""


class Options(TypedDict, total=False):
    """The options of `to_markdown`."""

    sections: Iterable[str] | None
    zones: Iterable[str]
    heading: int
    language: str
    audience: Audience


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
) -> str:
    r"""Write a timeline as Markdown; it ends with a newline.

    Args:
        timeline: what was dated.
        sections: names from `SECTIONS`, in the order wanted; all if left out. One without content is not written.
        zones: further zones whose times stand beside the place's, in order: ``Asia/Seoul``, or with a name of one's
            own, ``Washington=America/New_York``.
        heading: level of the title's heading, 1 to 5; the sections stand one below.
        language: of weekdays, months and, where there is a table, the fixed words; any but English needs Babel.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.

    >>> to_markdown(Timeline(key="oslo", title="Visit to Oslo"), heading=2)
    '## Visit to Oslo\n\nNo entries.\n'

    Raises:
        ExportError: an unknown section, zone or language, or a level out of range.
    """
    if not 1 <= heading <= 5:
        msg = f"heading level {heading!r} is out of range: the title may have 1 to 5, its sections stand one below"
        raise ExportError(msg)
    chosen = [_section(name) for name in _listed(SECTIONS if sections is None else sections)]
    told = for_audience(timeline, audience)
    written = lay_out(told, zones=_listed(zones), language=language_of(language), level=heading)
    return "\n\n".join(block for write in chosen for block in write(written)) + "\n"


def _listed(names: Iterable[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _section(name: str) -> _Section:
    if name not in SECTIONS:
        near = get_close_matches(name, SECTIONS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(SECTIONS)}"
        msg = f"{name!r} is no section of a timeline; {hint}"
        raise ExportError(msg)
    return SECTIONS[name]

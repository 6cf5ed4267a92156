"""A timeline as Markdown, to paste into a briefing, a pull request or a newsletter: CommonMark with GitHub's tables.

Here are the options, the order of the sections and what backs the programme. What they tell is in `telling`; how the
programme is laid out, in `programme`; how a text is escaped, in `markup`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeAlias

from diplocal.errors import ExportError
from diplocal.exporters.markdown.markup import escaped, headed, table, write
from diplocal.exporters.markdown.programme import blocks, brief, titled
from diplocal.exporters.telling.cards import Section, days, sections, spans, undated, windows
from diplocal.exporters.telling.evidence import checks, reference, why
from diplocal.exporters.telling.facts import Facts, Page, lay_out
from diplocal.exporters.telling.fragments import Fixed, Strong, Told, filled, joined
from diplocal.exporters.telling.masthead import Masthead
from diplocal.model import Audience
from diplocal.timeline import Entry, Reason, Timeline

_NAMED = 4  # how many entries a reading names before it counts the others

_Parts: TypeAlias = Iterable[tuple[Told, Iterable[str]]]
"""Headings, each with the blocks below it; where there is none, the heading isn't written."""


def _programme(found: Iterable[Section], page: Page) -> _Parts:
    return ((section.heading, blocks(section, page)) for section in found)


def _readings(page: Page) -> str:
    """Tabulate how each date was read; entries with the same reason share a row."""
    rows: dict[Reason, list[Entry]] = {}
    for entry in page.outline.entries:
        if entry.reason:
            rows.setdefault(entry.reason, []).append(entry)
    header = map(page.facts.say, ("Entry", "Words", "Date", "Certainty", "Why", "Other readings"))
    lines = [_row(reason, named, page.facts) for reason, named in rows.items()]
    return table(map(write, header), [list(map(write, line)) for line in lines]) if lines else ""


def _row(reason: Reason, named: Sequence[Entry], facts: Facts) -> list[Told]:
    said = why(reason, facts)
    return [
        _titles(named, facts),
        filled("“{phrase}”", phrase=said.phrase) if said.phrase else facts.say("none of its own"),
        said.dates,
        said.certainty if said.sure else (Strong(said.certainty),),
        joined("; ", [said.why, said.anchor, facts.say("rule: {rule}", rule=said.rule) if said.rule else ()]),
        joined("; ", said.others),
    ]


def _titles(named: Sequence[Entry], facts: Facts) -> Told:
    titles = list(map(facts.title, named))
    if len(titles) <= _NAMED:
        return joined("; ", titles)
    shown, more = joined("; ", titles[: _NAMED - 1]), len(titles) - _NAMED + 1
    return facts.say("{titles} and {count} more", titles=shown, count=more)


def _notices(page: Page) -> str:
    """List what a person should check, by the entry's title rather than by its path."""
    facts = page.facts
    general = (Strong(facts.say("In general")),)
    named = ((titled(entry, facts) if entry else general, said) for entry, said in checks(page))
    return _listed((*name, Fixed(": "), *said) for name, said in named)


def _listed(items: Iterable[Told]) -> str:
    return "\n".join(f"- {write(item)}" for item in items)


SECTIONS: Mapping[str, Callable[[Page], _Parts]] = {
    "head": lambda _: (),  # what it has stands below the title itself
    "brief": lambda page: [(page.facts.say("In brief"), [brief(sections(page), page)])],
    "spans": lambda page: _programme(spans(page), page),
    "days": lambda page: _programme(days(page), page),
    "windows": lambda page: _programme(windows(page), page),
    "undated": lambda page: _programme(undated(page), page),
    "note": lambda page: [(page.facts.say("Note"), map(escaped, page.timeline.note.split("\n")))],
    "readings": lambda page: [(page.facts.say("How each date was read"), [_readings(page)])],
    "notices": lambda page: [(page.facts.say("To check"), [_notices(page)])],
    "sources": lambda page: [
        (page.facts.say("Sources"), [_listed(reference(one, page.facts) for one in page.timeline.sources)])
    ],
}
"""The sections of a timeline, in their usual order."""

USUAL = tuple(name for name in SECTIONS if name != "brief")
"""Those that are written unless others are asked for."""

_REASONS = {"readings", "notices"}


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
    wanted = (sections,) if isinstance(sections, str) else USUAL if sections is None else sections
    chosen = [name for name in map(_known, wanted) if reasons or name not in _REASONS]
    # Why each date is what it is stands in a table of its own, and with no entry.
    page = lay_out(timeline, zones=zones, language=language, audience=audience, reasons=False, edition=edition)
    return "\n\n".join(block for name in chosen for block in _section(name, page, heading)) + "\n"


def _section(name: str, page: Page, level: int) -> Iterator[str]:
    """Write a section in blocks; the level is that of the title's heading."""
    if name == "head":
        head = Masthead(page)
        yield headed(level, write(head.title))
        yield from map(write, head.paragraphs)
    for heading, written in SECTIONS[name](page):
        if found := [block for block in written if block]:
            yield headed(level + 1, write(heading))
            yield from found


def _known(name: str) -> str:
    if name not in SECTIONS:
        near = get_close_matches(name, SECTIONS, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(SECTIONS)}"
        msg = f"{name!r} is not a section of a timeline; {hint}"
        raise ExportError(msg)
    return name

"""A timeline as Markdown, to paste into a briefing, a pull request or a newsletter: CommonMark with GitHub's tables.

Here are the options, the order of the sections and how each is laid out. What they tell is in `telling`; how a text is
escaped, in `markup`.

A day is a table if it has two items or more and no cell is longer than `WIDEST`; otherwise it is a list. A table lets
the times of several zones line up; a list has room for long names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from diplocal.errors import ExportError
from diplocal.exporters.markdown.markup import escaped, headed, shown_length, table, write
from diplocal.exporters.telling.cards import Card, Group, Section, days, sections, spans, undated, windows
from diplocal.exporters.telling.evidence import checks, reference, why
from diplocal.exporters.telling.fragments import NOTHING, Link, Strong, Told, filled, joined, struck, text
from diplocal.exporters.telling.masthead import Masthead
from diplocal.exporters.telling.teller import Page, Teller, lay_out
from diplocal.model import Audience
from diplocal.timeline import Entry, Reason, Timeline

WIDEST = 160
"""The longest cell that a day's table may have, in characters without the addresses of links."""

_NAMED = 4  # how many entries a reading names before it counts the others
_REASONS = {"readings", "notices"}

_Parts: TypeAlias = Iterable[tuple[Told, Iterable[str]]]
"""Headings, each with the blocks below it; where there is none, the heading isn't written."""


# --- the programme ----------------------------------------------------------------------------------------------------


def _programme(found: Iterable[Section], page: Page) -> _Parts:
    return ((section.heading, _blocks(section, page)) for section in found)


def _blocks(section: Section, page: Page) -> Iterator[str]:
    """Write a section without its heading."""
    place = page.teller.say("Place: {place}", place=section.place) if section.place else NOTHING
    yield write(joined(" · ", [place, section.status]))
    if section.day:
        (cards,) = [group.cards for group in section.groups]
        yield from _day(cards, page)
    else:
        yield "\n".join(line for group in section.groups for line in _group(group, page))


def _group(group: Group, page: Page) -> Iterator[str]:
    teller, parent = page.teller, group.parent
    if parent:
        name, time = _titled(parent, teller), teller.timing(parent.timing)
        yield "- " + write(teller.say("During {title}, {time}:", title=name, time=time))
    for card in group.cards:
        yield from _lines(card, page, 1 if parent else 0)


def _day(cards: Sequence[Card], page: Page) -> Iterator[str]:
    """Write what names the day as paragraphs, then its items as a table or a list."""
    teller = page.teller
    yield from (write(joined(" · ", [_title(card, teller), *_more(card, teller)])) for card in cards if card.heads)
    whole = [card for card in cards if card.time is None and not card.heads and not card.gone]
    timed = [card for card in cards if card.time is not None or card.gone]
    rows = [_row(card, page) for card in timed]
    if len(rows) >= 2 and all(shown_length(cell) <= WIDEST for row in rows for cell in row):
        moments = [card.moment for card in timed if card.moment]
        zone = teller.zone(moments[0]) if moments and teller.one_zone else teller.say("Time")
        yield _listed(whole, page)
        yield _table(rows, zone, page)
    else:
        yield _listed([*whole, *timed], page)


def _row(card: Card, page: Page) -> list[str]:
    teller = page.teller
    notes = joined(" · ", _notes(card, teller))
    return list(map(write, [*_times(card, page), _title(card, teller), _who(card), _topics(card), notes]))


def _table(rows: Sequence[list[str]], zone: Told, page: Page) -> str:
    """Lay a day's items out; a column that says nothing, such as times where none is given, is left out."""
    untimed = write(_untimed(page.teller))
    if all(row[0] == untimed for row in rows):
        rows = [["", *row[1:]] for row in rows]
    times = [zone, *(text(there.name) for there in page.clocks)]
    header = [*times, *map(page.teller.say, ("Session", "Participants", "Topics", "Notes"))]
    return table(map(write, header), rows)


def _listed(cards: Iterable[Card], page: Page) -> str:
    return "\n".join(line for card in cards for line in _lines(card, page))


def _lines(card: Card, page: Page, depth: int = 0) -> Iterator[str]:
    """Write an entry as a line of a list, with what is known beyond its title as a list below."""
    indent, title = "  " * depth, write(_title(card, page.teller))
    time, *others = map(write, _times(card, page))
    beside = [f"{write(text(there.name))} {time}" for there, time in zip(page.clocks, others, strict=True) if time]
    time += f" ({', '.join(beside)})" if beside else ""
    yield f"{indent}- {time} — {title}" if time else f"{indent}- {title}"
    yield from (f"{indent}  - {write(known)}" for known in _more(card, page.teller))
    for below in card.below:
        yield from _lines(below, page, depth + 1)


def _times(card: Card, page: Page) -> Iterator[Told]:
    """Tell the time, and what each further clock shows then."""
    known = card.whole_time if card.time else NOTHING
    beside = [one.time for one in card.beside] or [NOTHING for _ in page.clocks]
    yield known or (_untimed(page.teller) if card.time is not None else NOTHING)
    yield from (struck(time) for time in beside) if card.off and known else beside


def _untimed(teller: Teller) -> Told:
    return teller.say("Time not given")


def _titled(entry: Entry, teller: Teller) -> Told:
    """Name an entry in bold, linked to its own page."""
    return (Link((Strong(teller.title(entry)),), entry.url),)


def _title(card: Card, teller: Teller) -> Told:
    """Name an entry, with its format, status and press access; struck through if it won't take place then."""
    name = _titled(card.entry, teller)
    if card.gone:
        return joined(", ", [struck(name), *card.changes])
    status = card.status
    if card.off:
        name, status = struck(name), (Strong(status),)
    return joined(", ", [name, card.format, status, *(label.words for label in card.labels)])


def _who(card: Card) -> Told:
    return joined("; ", (who.in_line for who in card.who))


def _topics(card: Card) -> Told:
    return joined("; ", (topic.in_line for topic in card.topics))


def _more(card: Card, teller: Teller) -> Iterator[Told]:
    """Tell what is known of an entry beyond its title."""
    if who := _who(card):
        yield teller.say("Participants: {names}", names=who)
    if topics := _topics(card):
        yield teller.say("Topics: {titles}", titles=topics)
    yield from _notes(card, teller)


def _notes(card: Card, teller: Teller) -> Iterator[Told]:
    if not card.gone:
        yield from card.changes
        if card.place:
            yield teller.say("Place: {place}", place=card.place)
        yield from card.remarks


def _brief(page: Page) -> str:
    """Tabulate when, what, who and where, a row an entry, below a row for each section."""
    rows: list[Sequence[Told]] = []
    for section in sections(page):
        rows.append([(Strong(section.heading),), NOTHING, NOTHING, section.place])
        cards = [card for group in section.groups for card in group.all]
        rows += [[card.whole_time, card.headline, card.names, card.place] for card in cards]
    return _tabulated(("Time", "Session", "Who", "Where"), rows, page.teller)


# --- what backs it ----------------------------------------------------------------------------------------------------


def _readings(page: Page) -> str:
    """Tabulate how each date was read; entries with the same reason share a row."""
    rows: dict[Reason, list[Entry]] = {}
    for entry in page.outline.entries:
        if entry.reason:
            rows.setdefault(entry.reason, []).append(entry)
    header = ("Entry", "Words", "Date", "Certainty", "Why", "Other readings")
    return _tabulated(header, [_reading(reason, named, page.teller) for reason, named in rows.items()], page.teller)


def _tabulated(header: Iterable[str], rows: Sequence[Sequence[Told]], teller: Teller) -> str:
    return table([write(teller.say(name)) for name in header], [list(map(write, row)) for row in rows]) if rows else ""


def _reading(reason: Reason, named: Sequence[Entry], teller: Teller) -> list[Told]:
    said = why(reason, teller)
    return [
        _titles(named, teller),
        filled("“{phrase}”", phrase=said.phrase) if said.phrase else teller.say("none of its own"),
        said.dates,
        said.certainty if said.sure else (Strong(said.certainty),),
        joined("; ", [said.why, said.anchor, teller.say("rule: {rule}", rule=said.rule) if said.rule else ()]),
        joined("; ", said.others),
    ]


def _titles(named: Sequence[Entry], teller: Teller) -> Told:
    titles = list(map(teller.title, named))
    if len(titles) <= _NAMED:
        return joined("; ", titles)
    shown, more = joined("; ", titles[: _NAMED - 1]), len(titles) - _NAMED + 1
    return teller.say("{titles} and {count} more", titles=shown, count=more)


def _notices(page: Page) -> str:
    """List what a person should check, by the entry's title rather than by its path."""
    return _bullets(checks(page, lambda entry: _titled(entry, page.teller)))


def _bullets(items: Iterable[Told]) -> str:
    return "\n".join(f"- {write(item)}" for item in items)


SECTIONS: Mapping[str, Callable[[Page], _Parts]] = {
    "head": lambda _: (),  # what it has stands below the title itself
    "brief": lambda page: [(page.teller.say("In brief"), [_brief(page)])],
    "spans": lambda page: _programme(spans(page), page),
    "days": lambda page: _programme(days(page), page),
    "windows": lambda page: _programme(windows(page), page),
    "undated": lambda page: _programme(undated(page), page),
    "note": lambda page: [(page.teller.say("Note"), map(escaped, page.timeline.note.split("\n")))],
    "readings": lambda page: [(page.teller.say("How each date was read"), [_readings(page)])],
    "notices": lambda page: [(page.teller.say("To check"), [_notices(page)])],
    "sources": lambda page: [
        (page.teller.say("Sources"), [_bullets(reference(one, page.teller) for one in page.timeline.sources)])
    ],
}
"""The sections of a timeline, in their usual order."""

USUAL = tuple(name for name in SECTIONS if name != "brief")
"""Those that are written unless others are asked for."""


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
        raise ExportError.unknown(name, "a section of a timeline", SECTIONS, f"there are {', '.join(SECTIONS)}")
    return name

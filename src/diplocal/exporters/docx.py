"""A timeline as a Word file, to finish as a briefing: a table a day, times on the left, what happens on the right.

The same timeline gives the same bytes: the file bears no day but that of its newest source.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from diplocal.exporters.telling.cards import Card, Section, sections
from diplocal.exporters.telling.evidence import checks, reference
from diplocal.exporters.telling.fragments import (
    Dated,
    Fixed,
    Link,
    Strong,
    Struck,
    Told,
    clean,
    encoded,
    joined,
    on_web,
    one_line,
    struck,
    text,
)
from diplocal.exporters.telling.masthead import Masthead
from diplocal.exporters.telling.teller import Page, Teller, lay_out
from diplocal.model import Audience
from diplocal.timeline import Timeline

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)  # of a timeline without a single dated source
_TIMES, _REST = 38, 132
"""The widths of the two columns, in millimetres: those of A4 without its margins of 20."""


def render(
    timeline: Timeline,
    *,
    zones: Iterable[str] = (),
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
    reasons: bool = True,
    edition: str = "",
) -> bytes:
    """Write a timeline as a Word file.

    The options are those of `to_markdown`; of the reasons, it tells what to check.

    Raises:
        ExportError: an unknown zone or language.
    """
    page = lay_out(timeline, zones=zones, language=language, audience=audience, reasons=reasons, edition=edition)
    document = docx.Document()
    _set_up(document, page)
    head = Masthead(page)
    _write(document.add_heading(level=0), head.title)
    for words in head.paragraphs:
        _write(document.add_paragraph(), words)
    for section in sections(page):
        _section(document, section, page)
    _backing(document, page)
    return _packed(document)


def _set_up(document: Document, page: Page) -> None:
    """Choose A4, the language for a checker of spelling, and say what the file is."""
    paper, about = document.sections[0], document.core_properties
    paper.page_width, paper.page_height = Mm(210), Mm(297)
    paper.left_margin = paper.right_margin = paper.top_margin = paper.bottom_margin = Mm(20)
    about.title, about.author, about.comments = clean(page.timeline.title)[:255], "", ""
    about.created = about.modified = (page.timeline.stamp or _EPOCH).replace(tzinfo=None)
    for known in document.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), page.teller.language.tag)


def _section(document: Document, section: Section, page: Page) -> None:
    _write(document.add_heading(level=1), section.heading)
    if lead := joined(" · ", [section.place, section.status]):
        _write(document.add_paragraph(), lead)
    for group in section.groups:
        if group.parent:
            named, time = page.teller.title(group.parent), page.teller.timing(group.parent.timing)
            _write(document.add_paragraph(), page.teller.say("During {title}, {time}:", title=named, time=time))
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        table.autofit = False
        for card in group.all:
            times, rest = table.add_row().cells
            times.width, rest.width = Mm(_TIMES), Mm(_REST)
            _fill(times, _times(card, page))
            _fill(rest, _about(card, page.teller))


def _times(card: Card, page: Page) -> Iterator[Told]:
    """Tell the time, and below it what each further clock shows then."""
    if card.time:
        yield (Strong(card.whole_time),)
    elif card.time is not None:
        yield page.teller.say("Time not given")
    if not card.off:
        yield from (joined(" ", [text(one.clock.name), one.time]) for one in card.beside if not one.same)


def _about(card: Card, teller: Teller) -> Iterator[Told]:
    """Tell all about an entry, a line each."""
    title: Told = (Link((Strong(card.title),), card.entry.url),)
    labels = [card.format, card.status, *(label.words for label in card.labels)]
    yield joined(", ", [struck(title) if card.off else title, *labels])
    yield from card.changes
    if card.who:
        yield teller.say("Participants: {names}", names=joined("; ", (who.in_line for who in card.who)))
    if card.topics:
        yield teller.say("Topics: {titles}", titles=joined("; ", (topic.in_line for topic in card.topics)))
    if card.place:
        yield teller.say("Place: {place}", place=card.place)
    yield from card.remarks


def _backing(document: Document, page: Page) -> None:
    """Write what to check, the note and the sources."""
    teller, timeline = page.teller, page.timeline
    notices = [*checks(page, lambda entry: (Strong(teller.title(entry)),))] if page.reasons else []
    lines = [line for one in timeline.note.split("\n") if (line := text(one))]
    sources = [reference(source, teller) for source in timeline.sources]
    for heading, style, told in (
        ("To check", "List Bullet", notices),
        ("Note", None, lines),
        ("Sources", "List Bullet", sources),
    ):
        if told:
            _write(document.add_heading(level=1), teller.say(heading))
        for words in told:
            _write(document.add_paragraph(style=style), words)


def _fill(cell: _Cell, lines: Iterable[Told]) -> None:
    """Write a line a paragraph; the first is there already."""
    for at, words in enumerate(filter(None, lines)):
        _write(cell.paragraphs[0] if not at else cell.add_paragraph(), words)


def _write(paragraph: Paragraph, words: Told, *, bold: bool = False, struck: bool = False) -> None:
    for part in words:
        if isinstance(part, str):
            run = paragraph.add_run(str(part) if isinstance(part, Fixed | Dated) else one_line(part))
            run.bold, run.font.strike = bold or None, struck or None
            continue
        before = len(paragraph.runs)
        looks = {"bold": bold or isinstance(part, Strong), "struck": struck or isinstance(part, Struck)}
        _write(paragraph, part.words, **looks)
        if isinstance(part, Link) and on_web(part.address):
            _link(paragraph, before, part.address.strip())


def _link(paragraph: Paragraph, first: int, address: str) -> None:
    """Make a link of the runs from the given one on."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(encoded(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for run in paragraph.runs[first:]:
        run.font.underline = True
        link.append(run._element)  # noqa: SLF001 - python-docx has no other way to a link
    paragraph._p.append(link)  # noqa: SLF001


def _packed(document: Document) -> bytes:
    """Pack the file without the moment at which it was written."""
    made, packed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()

"""Read lines into blocks, carrying the day down until a line changes it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, evolve, field

from diplocal.languages.language import Column, Language, Layout
from diplocal.languages.language import language as language_of
from diplocal.layout.blocks import Block, BlockKind, DayHead
from diplocal.layout.heads import (
    NO_HEAD,
    Head,
    clock_aside,
    clocks_below,
    day_behind,
    day_first,
    head,
    month_behind,
    past_bullet,
    spelled,
)
from diplocal.layout.lines import Line, columns, lines_of, named, stated_zone, table_head
from diplocal.layout.open_block import OpenBlock
from diplocal.when import CalendarDay, InMonth, Reference

_WHEN = frozenset({"day", "time"})
_WRAPPED = 60
"""Characters from which a line may go on in the next one."""

_ENDS = re.compile(r"[.:;!?][\"”’)\]]*$")
_BEGINS_WITH_YEAR = re.compile(r"20\d\d\b(?!\s*(?:h|[-–—]\s*\d))")
_SET_OFF = re.compile(r"[:–—-]\s*$")
_SENTENCE = re.compile(r"^,\s|[a-z]{2}[.!?]\s+[A-Z]")
"""Words behind "At 13.30" that are a sentence, and no item of a list, as are long ones with a full stop."""


def blocks(text: str, language: str | Language = "en") -> tuple[Block, ...]:
    r"""Read a document's lines.

    >>> agenda = blocks("Agenda\n\nMONDAY 12 MAY\n09.00 Talks\n11.30 Lunch")
    >>> [(one.kind.value, one.text, one.day and one.day.reference.day) for one in agenda]
    [('title', 'Agenda', None), ('heading', '', 12), ('item', 'Talks', 12), ('item', 'Lunch', 12)]
    """
    words = language_of(language).layout()
    lines = tuple(lines_of(text, words))
    reader = _Reader(text, words, clocks_below=clocks_below(lines, words))
    for line in lines:
        reader.take(line)
    return tuple(one.closed(text) for one in reader.closed())


def _head_with_days(read: Sequence[OpenBlock], words: Layout) -> None:
    """Let a line over a clock that ends in a day head all up to the next day, and later such lines: "OSLO, 3 JUNE"."""
    led = False
    for i, (one, behind) in enumerate(pairwise(read), 1):
        plain = one.kind not in {BlockKind.ITEM, BlockKind.PROSE} and (led or behind.time is not None)
        found = day_behind(one.text, words) if plain else None
        if found and behind.day == one.day:
            until = next((n for n in range(i, len(read)) if read[n].day != one.day), len(read))
            led = True
            one.kind, one.text, day = BlockKind.HEADING, found[1], DayHead(found[0], one.line.start)
            for under in (one, *read[i:until]):
                under.day = day


@define
class _Reader:
    document: str
    words: Layout
    clocks_below: bool = False
    open: list[OpenBlock] = field(factory=list)
    day: DayHead | None = None
    headed: bool = False
    month: Reference | None = None
    names: tuple[Column, ...] = ()
    zones: tuple[str, ...] = ()
    items: bool = False
    last: Line | None = None
    day_first: bool | None = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.day_first = day_first(self.document, self.words)

    def take(self, line: Line) -> None:
        """Put a line where it belongs."""
        if names := table_head(line, self.words):
            self.names, self.last = names, None
            self.zones = tuple(stated_zone(one, self.words) for one in columns(line.text))
            return
        if self._splits_date(line):
            above = self.open.pop().line
            line = evolve(above, text=f"{above.text} {line.text}")
        if self._wraps(line):
            self._join(line)
        elif self.names and self._is_row(line):
            self._read_row(line)
        elif form := self.words.label.match(line.text):
            self._fill_form(line, form)
        else:
            self._read(line)
        self.last = line

    def _read(self, line: Line) -> None:
        begin = past_bullet(line.text, self.words)
        body = line.text[begin:]
        body = spelled(body, self.words, first=self.day_first)
        found, rest = self._headed(body)
        later = self.words.open_time.match(rest) if found.time is None else None
        if later and (found.day or self.day):
            if found.day is None and self.open and self.open[-1].is_whole_day:
                self.day = None  # it is the day that is open
            self._open_item(
                line, found, [*self._named(columns(rest[later.end() :])), ("time", later[0].strip(" :|-–—\t"))]
            )
        elif found.day is not None and not rest and found.time is None:
            self._set_day(found.day, line)
        elif self._is_sentence(body, found, rest):
            self._begin_other(line, body, begin)
        elif found.day is not None or found.time is not None:
            self._open_item(line, found, self._named(columns(rest)))
        elif self._goes_on(line, bulleted=begin > 0):
            self._add_detail(line, body, wrapped=not begin and body[:1].islower())
        else:
            self._begin_other(line, body, begin)

    def _is_sentence(self, body: str, found: Head, rest: str) -> bool:
        """Tell whether a line begins with a time as sentences do: "At 13.30, he will ...", not "At 13.30: Talks"."""
        led = self.words.led_in.match(body) and not _SET_OFF.search(body[: found.end])
        return bool(led) and bool(_SENTENCE.search(rest) or (len(rest) > _WRAPPED and rest.endswith(".")))

    def _headed(self, body: str) -> tuple[Head, str]:
        """Read the day and time of a line, wherever they stand: at its head, in a column of their own, aside."""
        of_week = self.day and getattr(self.day.reference, "weekday", None)
        numbers_page = body.isdecimal() and of_week is not None  # days stand there with their weekdays
        found = head(body, self.words, None if numbers_page else self.month)
        rest = body[found.end :].strip()
        if found.time is not None:
            return found, rest
        aside = clock_aside(rest, self.words)
        if aside and not self._is_prose(rest.replace(f"({aside[1]})", "")):
            return evolve(found, time=aside[0], clock=aside[1]), aside[2]
        cells = columns(rest)
        for cell in cells[1:]:
            said = head(cell, self.words, self.month)
            if said.time is not None and said.day is None and said.end == len(cell):
                others = "\t".join(one for one in cells if one is not cell)
                return evolve(found, time=said.time, clock=said.clock), others
        return found, rest

    def closed(self) -> list[OpenBlock]:
        """Give the blocks, with the days that stand behind the words of their headings."""
        found: list[OpenBlock] = []
        for one in self.open:
            if found and found[-1].heads(one):
                found[-1].kind = BlockKind.TITLE
            found.append(one)
        _head_with_days(found, self.words)
        return found

    # --- days and items ---

    def _set_day(self, day: Reference, line: Line) -> None:
        if isinstance(day, InMonth):
            self.month = day
        self.day, self.headed = DayHead(day, line.start), True
        self.open.append(OpenBlock(BlockKind.HEADING, "", line, self.day, lines=[line]))

    def _is_row(self, line: Line) -> bool:
        """Tell whether a line has the columns of the table's head; where the last ones are missing, its day or time."""
        cells = columns(line.text, len(self.names))
        whens = [(name, said) for name, said in zip(self.names, cells, strict=False) if name in _WHEN and said]
        if len(cells) == len(self.names):
            return bool(whens)
        return 1 < len(cells) < len(self.names) and any(
            (found.day if name == "day" else found.time) is not None
            for name, said in whens
            for found in [head(said, self.words)]
        )

    def _read_row(self, line: Line) -> None:
        """Read each column as what the table's head calls it; what is no day or time in theirs says something else."""
        read, rest = NO_HEAD, list[tuple[str, str]]()
        for name, cell in self._cells(line):
            more = cell
            if name in _WHEN:
                said = spelled(cell, self.words, first=self.day_first)
                found = head(said, self.words, self.month)
                read = Head(found.day or read.day, found.time or read.time, 0, found.clock or read.clock)
                more = said[found.end :].strip()
            if more:
                rest.append((name, more))
        if read.day is not None and not rest and read.time is None:
            self._set_day(read.day, line)
        else:
            self._open_item(line, read, rest)

    def _cells(self, line: Line) -> list[tuple[Column, str]]:
        """Give the columns of a row, the times of several as one: "10:00 Local / 08:00 GMT", "10:00 - 11:00"."""
        cells = [*zip(self.names, columns(line.text, len(self.names)), self.zones, strict=False)]
        times = [f"{said} {zone}".strip() for name, said, zone in cells if name == "time" and said]
        if len(times) < 2:
            return [(name, said) for name, said, _ in cells]
        joint = " / " if any(zone for name, _, zone in cells if name == "time") else " - "
        return [("time", joint.join(times)), *((name, said) for name, said, _ in cells if name != "time")]

    def _open_item(self, line: Line, found: Head, cells: list[tuple[str, str]]) -> None:
        day = DayHead(found.day, line.start, own=True) if found.day is not None else self.day
        if found.day is not None:
            self.day, self.headed = DayHead(found.day, line.start), False
        item = OpenBlock(BlockKind.ITEM, "", line, day, found.time, found.clock, lines=[line])
        item.fill(cells)
        if self.clocks_below and not item.text:
            self._take_words_above(item)
        self.open.append(item)
        self.items = True

    def _take_words_above(self, item: OpenBlock) -> None:
        """Let the lines right over a time of day that stands alone be its words, the first one before all."""
        while self.open and self.open[-1].kind in {BlockKind.TITLE, BlockKind.HEADING} and self.open[-1].text:
            above = self.open.pop()
            item.details = [item.text, *item.details] if item.text else item.details
            item.text, item.lines, item.line = above.text, [*above.lines, *item.lines], above.line
            if above.line.gap:
                return

    def _named(self, cells: list[str]) -> list[tuple[str, str]]:
        """Give columns their names: those of the table's head, counted from its end."""
        known = [name for name in self.names if name != "day"]
        names = known[-len(cells) :] if len(cells) <= len(known) else [""] * len(cells)
        return [(name, words) for name, words in zip(names, cells, strict=False) if words]

    # --- lines that go on ---

    def _is_prose(self, said: str) -> bool:
        """Tell whether words are long, or a sentence of more than a few words."""
        stop = max((match.start() for match in self.words.stop.finditer(said)), default=0)
        return len(said) > 120 or len(said[:stop].split()) > 5

    def _wraps(self, line: Line) -> bool:
        """Tell whether a line goes on with the sentence before it: no head is looked for in it."""
        if self.last is None or not self.open:
            return False
        if line.gap:
            return bool(self.words.predicate.match(line.text)) and not _ENDS.search(self.last.text)
        bullet = past_bullet(line.text, self.words)
        if self.words.unfinished.search(self.last.text) and not bullet:
            return True
        if (bullet and line.text[bullet:][:1].isupper()) or self.words.label.match(line.text):
            return False
        if len(self.last.text) < _WRAPPED:
            return False
        if _ENDS.search(self.last.text) and self.open[-1].kind is not BlockKind.PROSE:
            return False
        whole = self.last.text.rstrip()[-1:] in '.!?:”"'
        if self.open[-1].kind is BlockKind.PROSE:
            read = head(line.text, self.words)
            heads = read.time is not None or (read.day is not None and read.end >= len(line.text))
            return not whole or (self.day is None and self.last.indent == line.indent and not heads)
        opens = head(line.text, self.words) != NO_HEAD or self.words.open_time.match(line.text)
        return line.text[:1].islower() and not opens

    def _splits_date(self, line: Line) -> bool:
        """Tell whether a line begins with the year of the day that is all of the line before."""
        over = self.open[-1] if self.open else None
        if over is None or over.day is None or over.text or over.time or line.gap:
            return False
        day = over.day.reference
        return isinstance(day, CalendarDay) and day.year is None and _BEGINS_WITH_YEAR.match(line.text) is not None

    def _join(self, line: Line) -> None:
        block = self.open[-1]
        is_sentence = self.words.stop.search(line.text) or self.words.predicate.match(line.text)
        if is_sentence and block.kind in {BlockKind.TITLE, BlockKind.HEADING}:
            block.kind = BlockKind.PROSE
        if block.details:
            block.details[-1] += f" {line.text}"
        else:
            block.text = f"{block.text} {line.text}".strip()
        block.lines.append(line)

    def _goes_on(self, line: Line, *, bulleted: bool) -> bool:
        if not self.open or self.open[-1].kind is not BlockKind.ITEM:
            return False
        item = self.open[-1]
        if item.text and line.indent < item.line.indent:
            return False
        deeper = line.indent > item.line.indent
        if line.gap and len(self.open) > 1 and item.is_row and self.open[-2].is_row:
            return False  # it heads the next rows
        if not item.text or re.fullmatch(r"[(\[].*[)\]]", line.text):
            return True
        if (
            not bulleted
            and past_bullet(item.lines[-1].text, self.words)
            and item.lines[-1] is not item.line
            and self._is_prose(line.text)
        ):
            return False
        points = bulleted and not past_bullet(item.line.text, self.words) and item.time is not None and bool(item.text)
        further = deeper and (not bulleted or not line.text[past_bullet(line.text, self.words) :][:1].isupper())
        return (not line.gap and (points or deeper or not bulleted)) or further

    def _add_detail(self, line: Line, body: str, *, wrapped: bool) -> None:
        item = self.open[-1]
        if item.text and wrapped and not line.gap:
            self._join(line)
            return
        if item.text:
            item.details.append(body)
        else:
            item.fill(self._named(columns(body)))
        item.lines.append(line)

    def _begin_other(self, line: Line, body: str, begin: int) -> None:
        prose = self._is_prose(body)
        seen = self.items or self.day is not None
        kind = BlockKind.PROSE if prose else BlockKind.HEADING if seen else BlockKind.TITLE
        day = self.day if self.headed else None  # the date of a row stands over further rows alone
        if kind is BlockKind.TITLE:
            self.month = month_behind(body, self.words) or self.month
        text, *cells = columns(body) if kind is not BlockKind.PROSE and re.search(r"[|\t]", body) else [body]
        self.open.append(
            OpenBlock(kind, text, line, day, cells=[("", cell) for cell in cells if cell], lines=[line], skipped=begin)
        )

    # --- forms ---

    def _fill_form(self, line: Line, form: re.Match[str]) -> None:
        """Read "WHAT: ...", "WHEN: ...": the lines of one form are one item."""
        name, said = named(form[1], self.words), line.text[form.end() :]
        item = self.open[-1] if self.open and self.open[-1].form else None
        if item is None or (name == "event" and item.text):
            opens = form[1].lower() in self.words.first_labels or (name in _WHEN and self.headed)
            opens = opens and not (self.last and self.words.mail.match(self.last.text))
            if not opens or (item is None and self._goes_on(line, bulleted=False)):
                self._read(line)
                return
            item = OpenBlock(BlockKind.ITEM, "", line, item.day if item else self.day, form=True)
            self.open.append(item)
            self.items = True
        item.lines.append(line)
        if name in _WHEN:
            self._set_time(item, said, line)
        elif name != "event":
            item.cells.append((name, said))
        elif item.text:
            item.details.append(said)
        else:
            item.text = said

    def _set_time(self, item: OpenBlock, said: str, line: Line) -> None:
        found = head(said, self.words)
        if found.day is not None:
            item.day = DayHead(found.day, line.start, own=True)
            self.day = DayHead(found.day, line.start)
        item.time = found.time or item.time
        if rest := said[found.end :].strip():
            item.details.append(rest)

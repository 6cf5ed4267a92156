"""Items of a list: what each line announces on the day that stands over it, and what the lines under it add."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from diplocal.announcement.days import Dated
from diplocal.announcement.item import Announced, Item
from diplocal.announcement.where import Where, within
from diplocal.announcement.words import GONE, Named, Spoken, Words, without_times
from diplocal.drafting.days import lasting, read_day
from diplocal.languages.notices import Notices, People, Sentences
from diplocal.layout import Block, BlockKind
from diplocal.model import Access, Format, Status
from diplocal.phrases import find
from diplocal.when import CalendarDay, Clock, ClockSpan, DaySet, InPart, Span, Time

_WHOLE_DAYS = (CalendarDay, Span, DaySet)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OPENING = 2_000
"""Characters of a paragraph in which it is said whose schedule follows."""


def topics_of(read: Sequence[Block], notices: Notices) -> frozenset[int]:
    """Find the lines without a clock that only head items with one, or go on with them.

    Those between two items of a day are topics and parts, unless they are visits; one over the first item of a day is
    the body that meets.
    """
    rows = [block for block in read if block.kind is not BlockKind.PROSE]
    timed = [i for i, block in enumerate(rows) if block.kind is BlockKind.ITEM and block.time is not None]
    found = set[int]()
    for i, j in pairwise([-1, *timed]):
        within = i >= 0 and rows[i].day == rows[j].day
        lines = (block for block in rows[i + 1 : j] if block.kind is BlockKind.HEADING and block.day == rows[j].day)
        for block in lines:
            if not notices.journeys.search(block.text) if within else notices.names_body(block.text):
                found.add(block.start)
    return frozenset(found)


@define(kw_only=True)
class Agenda:
    """A document's lists on the way to items.

    Attributes:
        notices: how its language is read.
        people: those of the document.
        sentences: reads the sentences in it.
        today: the day of publication.
        frame: the days that the document is about.
        place: where everything is unless a line says otherwise.
        topics: where lines begin that only head or follow items with a clock (see `topics_of`).
        here: where the lines under the last heading, or the last one that moved on, are.
        settled: the same as lines of their own and arrivals say, whatever a heading says of the lines under it alone.
        principal: whose programme it is.
        section: the last heading that titles its lines.
        last_day: the day that was read last; weekdays go on from it.
        day_start: where the words of that day begin.
        named_last: the people whom the last line named.
        dated: the days over blocks that were read, by where their words begin.
    """

    notices: Notices
    people: People
    sentences: Sentences
    today: dt.date
    frame: tuple[dt.date, dt.date] | None
    place: Where | None
    topics: frozenset[int]
    here: Where | None = None
    settled: Where | None = None
    principal: Named | None = None
    section: str = ""
    last_day: dt.date | None = None
    day_start: int = -1
    named_last: list[Named] = field(factory=list)
    dated: dict[int, Dated | None] = field(factory=dict)

    def items(self, block: Block) -> Iterator[Item]:
        """Give what a block announces."""
        day = self._day(block)
        read = self._item if block.kind is BlockKind.ITEM else self._prose if block.kind is BlockKind.PROSE else None
        made = read(block, day) if read else self._heading(block, day) if block.text else ()
        yield from (lasting(item, day, self.today, self.notices) for item in made) if day else made

    # --- days ---

    def _day(self, block: Block) -> Dated | None:
        """Date what stands over a block, once; a new day ends what was carried under the one before."""
        head = block.day
        if head is None:
            return None
        if head.start not in self.dated:
            self.dated[head.start] = read_day(head.reference, self.today, self.frame, self.last_day)
        read = self.dated[head.start]
        if head.start != self.day_start:
            self.day_start, self.here, self.settled = head.start, None, None
            self.last_day = read.reading.end if read else self.last_day
            self.sentences.day = read
        return read

    # --- headings and sentences ---

    def _heading(self, block: Block, day: Dated | None) -> Iterator[Item]:
        """Read a short line: whose items follow, where, under which title, or what the day is about."""
        text, notices = block.text, self.notices
        if notices.arranges.search(text):
            yield from self._told_in(block, day)
            return
        who = self.people.heading(text)
        if who is not None or notices.heads_items(text):
            self.principal = self.people.principal = who
            self.here, self.settled, self.section = None, None, ""
            return
        if self._moves_to(text) or _ASIDE.fullmatch(text):
            return
        if (named := self._named_with_day(block)) is not None:
            yield named
            return
        bare = without_times(text, language=notices.language)
        titles = block.kind is BlockKind.TITLE or block.start in self.topics
        if day is None or titles or notices.section.search(notices.tidy(bare)):
            self.section = notices.tidy(text) if block.kind is BlockKind.HEADING and GONE not in bare else ""
            return
        self.here = self.settled
        made = self._made(block, day, None)
        if made is not None:
            self.here = made.place or self.here
            yield made

    def _named_with_day(self, block: Block) -> Item | None:
        """Read a line by itself that ends in its day: "Foreign Affairs Council, 22 April 2024"."""
        said = next(iter(reversed(find(block.text, self.notices.language))), None)
        if said is None or said.end < len(block.text.rstrip(" )")) or not isinstance(said.reference, _WHOLE_DAYS):
            return None
        day = read_day(said.reference, self.today, self.frame, self.last_day)
        rest = block.text[: said.start].rstrip(" ,(–-")
        if day is None or day.reading.end < self.today or not self.notices.names_event(rest):
            return None
        return self._made(evolve(block, text=rest), day, None)

    def _told_in(self, block: Block, day: Dated | None) -> list[Item]:
        """Give what sentences announce; a deadline among them is quoted with the number or bullet before it."""
        made = self.sentences.items(block.text, block.start, block.lines, day)
        if (said := self.sentences.deadline) and said.words in block.raw:
            self.sentences.deadline = evolve(said, words=block.raw)
        return made

    def _prose(self, block: Block, day: Dated | None) -> Iterator[Item]:
        """Read sentences under a day; where they say that somebody is, the day's items are."""
        self.principal = self.principal or self.people.owner(block.text[:_OPENING])
        made = self._told_in(block, day)
        for item in made:
            if item.visit and item.place:
                self.here = item.place
        yield from made

    # --- items ---

    def _item(self, block: Block, day: Dated | None) -> Iterator[Item]:
        notices, own = self.notices, block.day is not None and block.day.own
        named = notices.names_something(block.text)
        if own and day and day.reading.end <= self.today and (notices.byline.match(block.text) or not named):
            return  # a dateline
        if block.time is None and self._moves_to(block.text):
            return
        if notices.nothing_on.search(block.text) or (notices.arranges.search(block.text) and not named):
            return
        made = self._made(block, day, block.time)
        if made is None and day and not block.text and (block.time or own):
            made = Item(
                title="", words="", raw=block.raw, at=block.start, lines=block.lines, reference=day.reference,
                reading=day.reading, time=block.time, place=self._labelled(block),
            )  # fmt: skip
        if made is not None:
            yield made

    def _made(self, block: Block, day: Dated | None, time: Time | None) -> Item | None:
        """Make an item of a block: its place and access are taken out of its words, the rest is its title.

        A clock under no day is that of the day that the sentences told of last.
        """
        day = day or (self.sentences.day if time else None)
        line = block.text or next(iter(block.details), "")
        rest, place = self._placed(line, block)
        extra = "\n".join([*block.details, *(words for _, words in block.cells)])
        words = Words(text=without_times(rest, language=self.notices.language), spoken=self._spoken(rest))
        told = self.notices.announced(words, block.kind)
        if told is None:
            return None
        title = self._titled(told.title)
        self._arrive(told)
        return Item(
            title=title,
            words=f"{title} {self.notices.tidy(extra[:80])}",
            raw=block.raw,
            at=block.start,
            lines=block.lines,
            reference=day.reference if day else None,
            reading=day.reading if day else None,
            time=time if isinstance(time, Clock | ClockSpan | InPart) else None,
            format=told.format or self.notices.format_of(line, len(words.spoken)),
            visit=told.journey and time is None,
            people=self._people(words, told, extra),
            place=self._at(told.place) or place or self.here or self.place,
            status=self._status(block),
            access=self._access(f"{block.text}\n{extra}"),
            doubts=[day.doubt] if day and day.doubt else [],
        )

    def _titled(self, title: str) -> str:
        """Say what it is where its words don't, by the body over it: "354th meeting" under "Assembly"."""
        of_body = len(title.split()) < 3 and self.notices.names_body(self.section)
        return self.notices.title_of(Words(text=f"{self.section}: {title}")) if of_body else title

    def _arrive(self, told: Announced) -> None:
        """Be where somebody arrives, but not at an airport that may lie outside the town of the heading."""
        if told.format is not Format.ARRIVAL or told.place is None:
            return
        if not (self.here and self.here.zone == told.place.zone and self.notices.outlying.search(told.title)):
            self.here = self.settled = told.place

    def _spoken(self, text: str) -> list[Spoken]:
        return self.people.spoken(text, [*reversed(self.named_last)])

    def _people(self, words: Words, told: Announced, extra: str) -> tuple[Named, ...]:
        """Tell who takes part: whose programme it is, those of the line, and those whom the lines under it list."""
        named = [*told.people, *words.people]
        more = [one.who for line in extra.split("\n") for one in self._spoken(line)]
        own = [self.principal] if self.principal else []
        found = tuple(dict.fromkeys([*own, *named, *more]))
        self.named_last = list(found) or self.named_last
        return found

    def _status(self, block: Block) -> Status:
        """Find the status that the words of the line say, or a line of its own under it."""
        short = [line for line in [*block.details, *(words for _, words in block.cells)] if len(line.split()) <= 6]
        said = "\n".join([block.raw.partition("\n")[0], block.text, *short])  # "12:00 (tbc)"
        return self.notices.status_of(said)

    def _access(self, said: str) -> Access | None:
        """Find the access that brackets and lines about the press say."""
        brackets = re.findall(r"[(\[]([^()\[\]]*)[)\]]", said)
        lines = [line for line in said.split("\n")[1:] if len(line.split()) <= 8]
        return next(filter(None, map(self.notices.access_of, [*brackets, *lines])), None)

    # --- places ---

    def _placed(self, line: str, block: Block) -> tuple[str, Where | None]:
        """Take the place out of an item's words, unless a label, a line or a column says where it is."""
        site = self._labelled(block)
        rest, inside = self.notices.without_place(line, block, self.people)
        return rest, site or self._at(inside)

    def _labelled(self, block: Block) -> Where | None:
        """Read the place that stands under an item, or in a column; a label's town holds for those behind it."""
        site = self._at(self.notices.labelled_place(block))
        if site is None:
            return self._at(self.notices.listed_place(block))
        self.here = evolve(site, venue="") if site.zone else self.here
        return site

    def _moves_to(self, line: str) -> bool:
        """Be where a line says that those below it are, if it says no more."""
        site = self.notices.stage_of(self.notices.tidy(line))
        if site is not None:
            self.here = self.settled = within(site, self.place)
        return site is not None

    def _at(self, site: Where | None) -> Where | None:
        """Put a venue without a town into the town where the document is."""
        return within(site, self.here or self.place)

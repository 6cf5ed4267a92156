"""Items of a list: what each line announces on the day that stands over it, and what the lines under it add."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve, field

from diplocal.drafting.announced import Announced
from diplocal.drafting.clauses import clauses
from diplocal.drafting.days import Dated, read_day
from diplocal.drafting.formats import ARRANGES, JOURNEYS, NOTHING_ON, format_of
from diplocal.drafting.item import Item
from diplocal.drafting.line import (
    LAST_BRACKET,
    access_in,
    is_address,
    is_site,
    names_body,
    names_something,
    names_venue,
    status_in,
    told_of,
    trailing_place,
)
from diplocal.drafting.people import Named, People, Spoken, is_office, principal_of
from diplocal.drafting.prose import Sentences
from diplocal.drafting.titles import ABSTRACT, GONE, Words, phrases, tidy, title_of, without_times
from diplocal.drafting.where import Where, is_venue, place_in, site_of, stage_of, town_of, within
from diplocal.layout import Block, BlockKind
from diplocal.model import Format
from diplocal.phrases import find
from diplocal.when import CalendarDay, Clock, ClockSpan, DaySet, InPart, Span, Time

_LABEL = re.compile(r"([A-Z][\w' /-]{1,24}):\s*(?=\S)")
_VENUE_LABELS = frozenset({"venue", "place", "location", "where", "room"})
_PLACE_LABELS = re.compile(r"\s*[:–—]\s+|\s+-\s+|\.\s+(?=[A-Z])")
_FOLLOWED = re.compile(
    r"[,;]?\s*\b(?:and\s+)?(?:followed by|after which|(?<=, )before|(?<=, )then)\s+(?:an?\s+|the\s+)?(?=\S)",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^(?:[\w-]+ ){0,2}(?:meetings|events|engagements|activities|hearings):?$", re.IGNORECASE)
"""What names a kind of items, and none of them."""

_WHOLE_DAYS = (CalendarDay, Span, DaySet)
_OPENING = 2_000
"""Characters of a paragraph in which it is said whose schedule follows."""
_SCHEDULE = re.compile(r"\b(?:schedule|programme|program|agenda)\b", re.IGNORECASE)


def topics_of(read: Sequence[Block]) -> frozenset[int]:
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
        found.update(
            block.start for block in lines if (not JOURNEYS.search(block.text) if within else names_body(block.text))
        )
    return frozenset(found)


@define
class Agenda:
    """A document's lists on the way to items.

    Attributes:
        people: those of the document.
        sentences: reads the sentences in it.
        today: the day of publication.
        frame: the days that the document is about.
        place: where everything is unless a line says otherwise.
        topics: where lines begin that only head or follow items with a clock (see `topics_of`).
        here: where the lines under the last heading, or the last one that moved on, are.
        principal: whose programme it is.
        section: the last heading that titles its lines.
        last_day: the day that was read last; weekdays go on from it.
        day_start: where the words of that day begin.
        named_last: the people whom the last line named.
        dated: the days over blocks that were read, by where their words begin.
    """

    people: People
    sentences: Sentences
    today: dt.date
    frame: tuple[dt.date, dt.date] | None
    place: Where | None = None
    topics: frozenset[int] = frozenset()
    here: Where | None = None
    principal: Named | None = None
    section: str = ""
    last_day: dt.date | None = None
    day_start: int = -1
    named_last: list[Named] = field(factory=list)
    dated: dict[int, Dated | None] = field(factory=dict)

    def items(self, block: Block) -> Iterator[Item]:
        """Give what a block announces."""
        day = self._day(block)
        if block.kind is BlockKind.ITEM:
            yield from self._item(block, day)
        elif block.kind is BlockKind.PROSE:
            yield from self._prose(block, day)
        elif block.text:
            yield from self._heading(block, day)

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
            self.day_start, self.here = head.start, None
            self.last_day = read.reading.end if read else self.last_day
            self.sentences.day = read
        return read

    # --- headings and sentences ---

    def _heading(self, block: Block, day: Dated | None) -> Iterator[Item]:
        """Read a short line: whose items follow, where, under which title, or what the day is about."""
        text = block.text
        if ARRANGES.search(text):
            yield from self._told_in(block, day)
            return
        who = self._heads(text)
        if who is not None or is_office(text) or (text.isupper() and _SCHEDULE.search(text)):
            self.principal = self.people.principal = who
            self.here, self.section = None, ""
            return
        town = stage_of(tidy(text))
        if town is not None:
            self.here = town
            return
        if (named := self._named_with_day(block)) is not None:
            yield named
            return
        bare = without_times(text)
        if day is None or block.kind is BlockKind.TITLE or block.start in self.topics or _SECTION.search(tidy(bare)):
            self.section = tidy(text) if block.kind is BlockKind.HEADING and GONE not in bare else ""
            return
        made = self._made(block, day, None)
        if made is not None:
            self.here = made.place or self.here
            yield made

    def _named_with_day(self, block: Block) -> Item | None:
        """Read a line by itself that ends in its day: "Foreign Affairs Council, 22 April 2024"."""
        said = next(iter(reversed(find(block.text))), None)
        if said is None or said.end < len(block.text.rstrip(" )")) or not isinstance(said.reference, _WHOLE_DAYS):
            return None
        day = read_day(said.reference, self.today, self.frame, self.last_day)
        rest = block.text[: said.start].rstrip(" ,(–-")
        head = next((one[2] for one in phrases(Words(text=rest))), None)
        if day is None or day.reading.end < self.today or head is None or head in {*ABSTRACT, "week"} or clauses(rest):
            return None
        return self._made(evolve(block, text=rest), day, None)

    def _heads(self, text: str) -> Named | None:
        """Tell whose items a line heads: a name and office alone, or "Schedule of ..."."""
        spoken = self.people.spoken(text)
        if len(spoken) == 1 and spoken[0].end - spoken[0].start >= len(text.strip(" :")) - 4:
            who, bare = spoken[0].who, text.strip(" :").casefold().removeprefix("the ")
            return who if spoken[0].full or bare == who.office.casefold() else None
        return principal_of(text, self.people)

    def _told_in(self, block: Block, day: Dated | None) -> list[Item]:
        """Give what sentences announce; a deadline among them is quoted with the number or bullet before it."""
        made = self.sentences.items(block.text, block.start, block.lines, day)
        if (said := self.sentences.deadline) and said[1] in block.raw:
            self.sentences.deadline = (said[0], block.raw)
        return made

    def _prose(self, block: Block, day: Dated | None) -> Iterator[Item]:
        """Read sentences under a day; where they say that somebody is, the day's items are."""
        self.principal = self.principal or principal_of(block.text[:_OPENING], self.people, prose=True)
        made = self._told_in(block, day)
        for item in made:
            if item.visit and item.place:
                self.here = item.place
        yield from made

    # --- items ---

    def _item(self, block: Block, day: Dated | None) -> Iterator[Item]:
        if (
            day
            and block.day
            and block.day.own
            and day.reading.end <= self.today
            and (block.text.startswith("By ") or not names_something(block.text))
        ):
            return  # a dateline
        if block.time is None and (town := stage_of(block.text)) is not None:
            self.here = town
            return
        if NOTHING_ON.search(block.text) or (ARRANGES.search(block.text) and not names_something(block.text)):
            return
        made = self._made(block, day, block.time)
        if made is None and day and not block.text and (block.time or (block.day and block.day.own)):
            made = Item(
                title="", words="", raw=block.raw, at=block.start, lines=block.lines, reference=day.reference,
                reading=day.reading, time=block.time, place=self._labelled(block),
            )  # fmt: skip
        if made is None:
            return
        yield made

    def _made(self, block: Block, day: Dated | None, time: Time | None) -> Item | None:
        """Make an item of a block: its place and access are taken out of its words, the rest is its title.

        A clock under no day is that of the day that the sentences told of last.
        """
        day = day or (self.sentences.day if time else None)
        line = block.text or next(iter(block.details), "")
        rest = _first(_FOLLOWED, line)
        rest, place = self._placed(rest, block)
        extra = "\n".join([*block.details, *(words for _, words in block.cells)])
        words = self._words(rest)
        told = told_of(words)
        if told is None and block.kind is not BlockKind.ITEM:
            return None
        told = told or Announced(title=title_of(words))
        if not told.title or told.title.casefold() == "tba":
            return None
        title = self._titled(told.title)
        self._arrive(told)
        people = self._people(words, told, extra)
        said = f"{block.text}\n{extra}"
        return Item(
            title=title,
            words=f"{title} {tidy(extra[:80])}",
            raw=block.raw,
            at=block.start,
            lines=block.lines,
            reference=day.reference if day else None,
            reading=day.reading if day else None,
            time=time if isinstance(time, Clock | ClockSpan | InPart) else None,
            format=told.format or format_of(line, with_somebody=len(words.spoken) == 1),
            visit=told.journey and time is None,
            people=people,
            place=told.place or place or self.here or self.place,
            status=status_in(block),
            access=access_in(said),
            doubts=[day.doubt] if day and day.doubt else [],
        )

    def _titled(self, title: str) -> str:
        """Say what it is where its words don't, by the body over it: "354th meeting" under "Assembly"."""
        of_body = len(title.split()) < 3 and names_body(self.section)
        return title_of(Words(text=f"{self.section}: {title}")) if of_body else title

    def _arrive(self, told: Announced) -> None:
        """Be where somebody arrives, but not at an airport that may lie outside the town of the heading."""
        if told.format is not Format.ARRIVAL or told.place is None:
            return
        outside = self.here is not None and self.here.zone == told.place.zone and "airport" in told.title.casefold()
        self.here = self.here if outside else told.place

    def _words(self, text: str) -> Words:
        return Words(text=without_times(text), spoken=self._spoken(text))

    def _spoken(self, text: str) -> list[Spoken]:
        return self.people.spoken(text, [*reversed(self.named_last)])

    def _people(self, words: Words, told: Announced, extra: str) -> tuple[Named, ...]:
        """Tell who takes part: whose programme it is, those of the line, and those whom the lines under it list."""
        named = [*told.people, *(one.who for one in words.spoken)]
        more = [one.who for line in extra.split("\n") for one in self._spoken(line)]
        own = [self.principal] if self.principal else []
        found = tuple(dict.fromkeys([*own, *named, *more]))
        self.named_last = list(found) or self.named_last
        return found

    # --- places ---

    def _placed(self, text: str, block: Block) -> tuple[str, Where | None]:
        """Take the place out of an item's words: a label, a column, what leads, a bracket, what trails, "in ..."."""
        label = self._labelled(block)
        bracket = LAST_BRACKET.search(text)
        behind_name = bracket and any(one.end == bracket.start() for one in self.people.spoken(text))
        if bracket and not behind_name and (town_of(bracket[1]) or names_venue(bracket[1])):
            return text[: bracket.start()], label or self._at(site_of(bracket[1]))
        lead = _PLACE_LABELS.search(text)
        if lead and (town := town_of(text[: lead.start()])):
            rest = text[lead.end() :]
            return rest, label or within(trailing_place(rest, self.people)[1], town) or town
        if is_venue(text) and len(text.split()) < 6 and block.details and names_something(block.details[0]):
            return _first(_FOLLOWED, block.details[0]), label or self._at(site_of(text))
        rest, venue = trailing_place(text, self.people)
        if venue is not None:
            return rest, label or self._at(venue)
        inside = place_in(without_times(text))
        return text, label or (self._at(inside) if inside else None)

    def _labelled(self, block: Block) -> Where | None:
        """Read "Venue: ..." under an item, whose town holds for those behind it too, or the column of the venue."""
        for line in block.details:
            named = _LABEL.match(line)
            if named and named[1].casefold() in _VENUE_LABELS:
                site = self._at(site_of(line[named.end() :]))
                self.here = evolve(site, venue="") if site and site.zone else self.here
                return site
        if (stated := next((line for line in block.details if is_address(line)), None)) is not None:
            return self._at(site_of(stated))
        cell = next((words for name, words in block.cells if name == "venue"), None)
        if cell is None:
            cell = next((words for name, words in block.cells if not name and is_site(words)), None)
        if cell is None:
            return None
        return self._at(site_of(LAST_BRACKET.sub("", cell)))

    def _at(self, site: Where | None) -> Where | None:
        """Put a venue without a town into the town where the document is."""
        return within(site, self.here or self.place)


def _first(pattern: re.Pattern[str], text: str) -> str:
    """Cut words before what follows them."""
    found = pattern.search(text)
    return text[: found.start()] if found and found.start() > 3 else text

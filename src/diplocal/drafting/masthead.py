"""What the lines before a document's first item say of all of it: its days, its place, what it is the programme of."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import evolve

from diplocal import places
from diplocal.announcement.item import Item
from diplocal.announcement.where import Where, town_of
from diplocal.announcement.words import Named, Words, without_times
from diplocal.drafting.days import read_day
from diplocal.languages.notices import Notices, People
from diplocal.layout import Block, BlockKind, DayHead
from diplocal.model import Format
from diplocal.phrases import find
from diplocal.reading import Certainty, Kind, Reading
from diplocal.when import CalendarDay, DaySet, NthDay, OnWeekday, Reference, Span, in_full


def under_own_days(read: Sequence[Block], today: dt.date, notices: Notices) -> tuple[Block, ...]:
    """Leave over the lines the days that are theirs, and neither the day of issue nor the days of the whole.

    A day that the title names stands over a list that has no days of its own.
    """
    start = _start_of_all(read, today)
    kept = [
        evolve(block, day=None, kind=BlockKind.TITLE if block.kind is BlockKind.HEADING else block.kind)
        if block.day and block.day.start == start
        else block
        for block in read
    ]
    kept = [
        evolve(block, text=notices.capitals(block.text)) if block.kind is BlockKind.TITLE else block for block in kept
    ]
    timed = [block for block in kept if block.kind is BlockKind.ITEM]
    if timed and timed[0].day is None and (day := _day_of_title(kept, today, notices)) is not None:
        begin = kept.index(timed[0])
        end = next((i for i in range(begin, len(kept)) if kept[i].day), len(kept))
        kept[begin:end] = [evolve(block, day=day) for block in kept[begin:end]]
    return tuple(kept)


def _start_of_all(read: Sequence[Block], today: dt.date) -> int | None:
    """Find where the day of issue, or the days of the whole, stand.

    They are the first ones; no item stands under them before sentences do; they lie behind, or hold those that follow.
    """
    head = next((block.day for block in read if block.day and not block.day.own), None)
    under = [block.kind for block in read if head and block.day and block.day.start == head.start]
    if head is None or (BlockKind.ITEM in under and BlockKind.PROSE not in under[: under.index(BlockKind.ITEM)]):
        return None
    dated = read_day(head.reference, today)
    if dated is None or dated.reading.end <= today:
        return head.start
    later = [one.reading for said in _heads_behind(read, head.start) if (one := read_day(said, today))]
    inside = all(dated.reading.start <= one.start and one.end <= dated.reading.end for one in later)
    return head.start if isinstance(head.reference, Span | DaySet) and inside else None


def _heads_behind(read: Sequence[Block], start: int) -> list[Reference]:
    heads = {one.day.start: one.day.reference for one in read if one.day and not one.day.own and one.day.start > start}
    return [said for said in heads.values() if not isinstance(said, OnWeekday | NthDay)]


def _day_of_title(read: Sequence[Block], today: dt.date, notices: Notices) -> DayHead | None:
    """Find the one day that the lines before the first item name: the day of publication only if there is no other."""
    first = next(i for i, block in enumerate(read) if block.kind is BlockKind.ITEM)
    lines = [block for block in reversed(read[:first]) if block.kind is not BlockKind.PROSE]
    days = [
        DayHead(one.reference, block.start)
        for block in lines
        if not notices.issue.search(block.text)
        for one in reversed(find(block.text, notices.language))
        if isinstance(one.reference, CalendarDay)
    ]
    dated = {day: read_day(day.reference, today) for day in days}
    return next((day for day, one in dated.items() if one and one.reading.start != today), next(iter(days), None))


def place_of(read: Sequence[Block], notices: Notices) -> Where | None:
    """Find where all of it is: where its title and its first sentences say, at last the town of the dateline."""
    return notices.place_of(read) or home_of([block for block in read if block.kind is not BlockKind.PROSE])


def home_of(read: Sequence[Block]) -> Where | None:
    """Find the town of the dateline or of the letterhead: "Colombo, 12 February 2026", "MANILA, 3 October - ..."."""
    for block in read[:_HEAD]:
        for line in block.raw.split("\n"):
            begun = _TOWN_FIRST.match(line)
            if begun and (town := town_of(begun[1].title() if begun[1].isupper() else begun[1])):
                return None if places.is_country(town.name) and not begun[0].rstrip().endswith(",") else town
    return None


_HEAD = 8
"""Blocks among which the dateline stands."""

_TOWN_FIRST = re.compile(r"\W*([^\W\d_][\w’'. -]{1,30}?)(?:$|,(?=[^,]{0,14}\d)|,? (?:[-–—|]|\([\w ]+\)) |\s\|\s)")


def visitor_of(read: Sequence[Block], people: People) -> Named | None:
    """Find whose programme the list below is: the one person whom a line of the title names."""
    named = (people.spoken(block.text) for block in _titles(read))
    return next((spoken[0].who for spoken in named if len(spoken) == 1 and spoken[0].full), None)


def _titles(read: Sequence[Block]) -> list[Block]:
    """List the lines of the title over a list; none where the document is no list."""
    first = next((i for i, block in enumerate(read) if block.kind is BlockKind.ITEM), 0)
    return [block for block in read[:first] if block.kind is BlockKind.TITLE]


def umbrella_of(
    read: Sequence[Block], frame: tuple[dt.date, dt.date] | None, people: People, place: Where | None, notices: Notices
) -> Iterator[Item]:
    """Give what the whole document is the programme of, where its title names that and its days."""
    if frame is None or frame[0] == frame[1]:
        return
    for block in takewhile(lambda one: not notices.list_title.search(one.text), _titles(read)):
        words = Words(text=without_times(block.text, language=notices.language), spoken=people.spoken(block.text))
        if (called := notices.umbrella_in(words)) is not None:
            yield _umbrella(block, called, frame, place, notices)
            return


def _umbrella(
    block: Block, words: Words, frame: tuple[dt.date, dt.date], place: Where | None, notices: Notices
) -> Item:
    title = notices.title_of(words)
    kind = notices.format_of(title, 0)
    why = "as the title of the document says"
    return Item(
        title=title,
        words=block.text,
        raw=block.raw,
        at=block.start,
        lines=block.lines,
        reference=in_full(*frame),
        reading=Reading(
            start=frame[0], end=frame[1], kind=Kind.SPAN, certainty=Certainty.CERTAIN, rule="range", why=why
        ),
        format=kind,
        visit=kind is Format.VISIT,
        umbrella=True,
        people=words.people if kind is Format.VISIT else (),
        place=place,
    )

"""A programme drafted from the text of an announcement, for a person to correct.

What is announced becomes an event or a session, with the text's own words for its time. What the text reports,
recalls or judges becomes nothing. Keys are made of words alone, so that a date that changes in the text leaves them as
they are.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from diplocal.announcement.item import Item
from diplocal.announcement.where import Where, Whereabouts
from diplocal.announcement.words import Named, Words, sentences, without_times
from diplocal.drafting.agenda import Agenda, topics_of
from diplocal.drafting.days import frame_of
from diplocal.drafting.fitting import Said, fitted
from diplocal.drafting.headline import headline
from diplocal.drafting.leftover import Left, left_over, spans_of
from diplocal.drafting.marking import marked
from diplocal.drafting.masthead import home_of, place_of, umbrella_of, under_own_days, visitor_of
from diplocal.drafting.merging import accredited, called_off, completed, told_once, with_zone
from diplocal.drafting.outline import Planned, key_of, outline
from diplocal.errors import ReadingError
from diplocal.intake.document import Document
from diplocal.languages.language import Language
from diplocal.languages.notices import Notices, notices_in
from diplocal.layout import Block, blocks
from diplocal.model import (
    Earlier,
    Event,
    Participant,
    Person,
    Place,
    Programme,
    Relation,
    RelationKind,
    Role,
    Session,
    Source,
)
from diplocal.prose import read_text
from diplocal.published import as_published
from diplocal.rules import publication_day
from diplocal.when import Undated

__all__ = ["Draft", "draft"]

SOURCE = "source"
"""The key of a draft's only source."""

MOST = 300
"""Things that one text announces at most."""


@frozen
class Draft:
    """A programme to be corrected.

    Attributes:
        programme: without problems; what a person should look at stands on its records as `to_check`.
        left: lines of the notice with a date or a time of day that are in no entry.
    """

    programme: Programme
    left: tuple[Left, ...]


def draft(
    notice: Document | str,
    *,
    published: dt.date | dt.datetime | str | None = None,
    zone: str | None = None,
    publisher: str = "",
    language: str | Language = "en",
) -> Draft:
    """Draft a programme from an announcement or a report.

    Args:
        notice: a document, as `intake.read` gives it, or its text.
        published: when it was published, as a date or an ISO 8601 text of one; ``None``: when the document says.
        zone: IANA zone of its dateline.
        publisher: who published it; empty: who the document says, or its last line, if that begins with "Source:".
        language: what it is written in, by its code; English is the only one so far.

    >>> made = draft("The king will visit Oslo from Monday to Friday.", published="2025-04-01", zone="Europe/Oslo")
    >>> made.programme.events[0].key, made.programme.events[0].place
    ('visit-oslo', 'oslo')

    Raises:
        ReadingError: nobody says when it was published, that is no day, the zone does not exist, or the text announces
            more than 300 things.
        ValueError: there is no such language, or no notices are read in it.
    """
    notices = notices_in(language)
    document = Document(text=notice) if isinstance(notice, str) else notice
    stated = published or (document.published.value if document.published else None)
    if stated is None:
        raise ReadingError("the notice", "does not state when it was published", "say when it was")
    text = document.text.replace("\r\n", "\n").replace("\r", "\n")
    programme, doubts, heads = _drafted(evolve(document, text=text), as_published(stated), zone, publisher, notices)
    notes = [event.internal_note for event in programme.events]
    notes += [session.internal_note for event in programme.events for session in event.sessions]
    line = document.published.line if document.published else None
    quotes = (quote for note in notes for quote in note.split("\n\n"))
    left = left_over(text, spans_of(text, quotes), notices, heads=heads, published=line)
    return Draft(marked(programme, doubts, left), left)


def _drafted(
    document: Document, published: dt.date | dt.datetime, zone: str | None, publisher: str, notices: Notices
) -> tuple[Programme, Mapping[str, str], frozenset[int]]:
    """Draft a programme; with words about what is doubtful, by path, one thing a line, and where days head lines."""
    text = document.text
    body, _, last = text.rstrip().rpartition("\n")
    if (footer := notices.source.fullmatch(last)) is None:
        body = text
    today = publication_day(published, zone)
    laid_out = blocks(body, notices.language)
    items = told_once(_items(laid_out, body, published, zone, notices), notices)
    planned = outline(items, notices)
    head = headline(document, notices)
    title = head or (planned[0].item.title if planned else _first_words(laid_out, notices)) or notices.untitled
    named = publisher or (document.publisher.value if document.publisher else "") or (footer[1] if footer else "")
    source = Source(
        key=SOURCE,
        publisher=named or "unknown",
        title=head,
        published=published,
        zone=zone,
        url=document.url.value if document.url else "",
    )
    records = _Records(items, zone, notices)

    def build(said: Mapping[str, Said]) -> Programme:
        return Programme(
            key=key_of(title, body[:500], (), notices.content),
            title=title,
            sources=[source],
            people=records.people.values(),
            places=records.places.values(),
            events=[_event(one, said, records) for one in planned],
        )

    programme, said = fitted(_all(planned), build, today)
    doubts = dict(_doubts(planned, said))
    if not named:
        doubts[f"sources.{SOURCE}.publisher"] = "who published it?"
    return programme, doubts, frozenset(block.day.start for block in laid_out if block.day and not block.day.own)


def _items(
    laid_out: Sequence[Block], text: str, published: dt.date | dt.datetime, zone: str | None, notices: Notices
) -> list[Item]:
    """Read the items of a document's blocks.

    Raises:
        ReadingError: there are more than a person could correct.
    """
    today = publication_day(published, zone)
    read = under_own_days(laid_out, today, notices)
    frame = frame_of(laid_out, today, notices.language)
    people = notices.people(
        line for block in read for line in [block.text, *block.details, *(words for _, words in block.cells)]
    )
    place = place_of(read, notices)
    findings = read_text(text, published=published, zone=zone, clauses=True, language=notices.language)
    where = Whereabouts(home_of(read))
    where.go_on(place)
    sentences = notices.sentences(people, findings, today, where)
    agenda = Agenda(
        notices=notices, people=people, sentences=sentences, today=today, frame=frame, place=place,
        topics=topics_of(read, notices),
    )  # fmt: skip
    found = list(umbrella_of(read, frame, people, place, notices))
    agenda.principal = people.principal = visitor_of(read, people)
    for block in read:
        for item in agenda.items(block):
            found = [*found, item] if item.title else completed(found, item)
        if len(found) > MOST:
            raise ReadingError("the text", f"announces more than {MOST} things", "draft one announcement at a time")
    found = accredited(called_off(found, sentences.changes, notices), sentences.deadline)
    stated = notices.stated_zones(text)
    return [with_zone(item, stated) for item in found]


def _first_words(read: Sequence[Block], notices: Notices) -> str:
    """Take the first sentence for a title, where no line is one."""
    text = read[0].text if read else ""
    start, end = next(sentences(text, notices.language), (0, 0))
    return notices.title_of(Words(text=without_times(text[start:end], language=notices.language)))


# --- records ----------------------------------------------------------------------------------------------------------


class _Records:
    """The people and places that items name, with their keys."""

    def __init__(self, items: Sequence[Item], zone: str | None, notices: Notices) -> None:
        self._content = notices.content
        self._zone = zone
        self.people: dict[str, Person] = {}
        self.places: dict[tuple[str, str], Place] = {}
        for item in items:
            for who in item.people:
                self._add_person(who)
            if item.place is not None:
                self._add_place(item.place)

    def _add_person(self, who: Named) -> None:
        if who.name not in self.people:
            key = key_of(who.name, who.office, {one.key for one in self.people.values()}, self._content)
            self.people[who.name] = Person(key=key, name=who.name, office=who.office)

    def _add_place(self, where: Where) -> None:
        """Add a place; where its clock is unknown, the dateline's is taken."""
        if (where.name, where.venue) not in self.places:
            key = key_of(
                where.venue or where.name, where.name, {one.key for one in self.places.values()}, self._content
            )
            venue = where.venue if where.venue != where.name else ""
            zone = where.zone or self._zone
            self.places[where.name, where.venue] = Place(key=key, name=where.name, zone=zone, venue=venue)

    def participants(self, item: Item) -> tuple[Participant, ...]:
        named = [Participant(person=self.people[who.name].key) for who in item.people]
        return (*named, Participant(unnamed=item.unnamed, role=Role.COUNTERPART)) if item.unnamed else tuple(named)

    def place(self, item: Item) -> str | None:
        return self.places[item.place.name, item.place.venue].key if item.place else None


# --- entries ----------------------------------------------------------------------------------------------------------


def _all(planned: Sequence[Planned]) -> Iterator[Planned]:
    for event in planned:
        yield event
        yield from event.sessions


def _event(planned: Planned, said: Mapping[str, Said], records: _Records) -> Event:
    return Event(
        **_told(planned, said, records),  # before those of its sessions, so that its people come first
        sessions=[Session(**_told(one, said, records)) for one in planned.sessions],
    )


def _told(planned: Planned, said: Mapping[str, Said], records: _Records) -> dict[str, Any]:
    """Give what events and sessions have in common."""
    item, time = planned.item, said[planned.key]
    return {
        "key": planned.key,
        "title": item.title,
        "when": time.when,
        "date": time.date,
        "time": None if isinstance(time.when, Undated) else item.time,
        "format": item.format,
        "place": records.place(item),
        "participants": records.participants(item),
        "status": item.status,
        "access": item.access,
        "accreditation": item.accreditation,
        "internal_note": item.raw,
        "relations": [Relation(kind=RelationKind.PART_OF, to=planned.within)] if planned.within else (),
        "earlier": [Earlier(when=item.earlier, source=SOURCE)] if item.earlier else (),
    }


def _doubts(planned: Sequence[Planned], said: Mapping[str, Said]) -> Iterator[tuple[str, str]]:
    for one in _all(planned):
        if one.item.doubts:
            yield one.where, "\n".join(dict.fromkeys(one.item.doubts))
        time = said[one.key]
        if time.comment:
            yield f"{one.where}.when", time.comment
        elif isinstance(time.when, Undated):
            yield f"{one.where}.when", "the text says no day"

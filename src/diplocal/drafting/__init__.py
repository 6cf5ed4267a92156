"""A programme drafted from the text of an announcement, for a person to correct.

What is announced becomes an event or a session, with the text's own words for its time. What the text reports,
recalls or judges becomes nothing. Keys are made of words alone, so that a date that changes in the text leaves them as
they are.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from diplocal.drafting.announced import items_of
from diplocal.drafting.fitting import Said, fitted
from diplocal.drafting.item import Item
from diplocal.drafting.names import Named, people
from diplocal.drafting.once import told_once
from diplocal.drafting.outline import Planned, outline
from diplocal.drafting.sentences import sentences
from diplocal.drafting.wording import LONGEST, clause_title, key_of
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
from diplocal.rules import publication_day
from diplocal.when import Undated

__all__ = ["Draft", "draft"]

SOURCE = "source"
"""The key of a draft's only source."""

_FOOTER = re.compile(r"(?:Original )?Source: *(\S.*)", re.IGNORECASE)


@frozen
class Draft:
    """A programme to be corrected.

    Attributes:
        programme: without problems.
        comments: what a person should look at, one thing a line, by the path of a record or of a field of it.
    """

    programme: Programme
    comments: Mapping[str, str]


def draft(text: str, *, published: dt.date | dt.datetime, zone: str | None = None, publisher: str = "") -> Draft:
    """Draft a programme from a text.

    Args:
        text: the announcement or report, in English.
        published: when it was published.
        zone: IANA zone of its dateline.
        publisher: who published it; empty: as its last line says, if that begins with "Source:".

    >>> made = draft(
    ...     "The king will visit Oslo from Monday to Friday.", published=dt.date(2025, 4, 1), zone="Europe/Oslo"
    ... )
    >>> made.programme.events[0].key, made.programme.events[0].place
    ('visit-oslo', 'oslo')

    Raises:
        ReadingError: the zone does not exist, or the text announces more than 300 things.
    """
    body, _, last = text.rstrip().rpartition("\n")
    if (footer := _FOOTER.fullmatch(last)) is None:
        body = text
    parts = sentences(body)
    known = people(one.text for one in parts)
    findings = read_text(body, published=published, zone=zone)
    today = publication_day(published, zone)
    items = told_once(items_of(parts, findings, known, today))
    planned = outline(items)
    headline = _headline(body)
    title = headline or clause_title(parts[0].text if parts else "") or "Announcement"
    named = publisher or (footer[1] if footer else "")
    source = Source(key=SOURCE, publisher=named or "unknown", title=headline, published=published, zone=zone)
    records = _Records(items)

    def build(said: Mapping[str, Said]) -> Programme:
        return Programme(
            key=key_of(title, body[:500], ()),
            title=title,
            sources=[source],
            people=records.people,
            places=records.places,
            events=[_event(one, said, records) for one in planned],
        )

    programme, said = fitted(_all(planned), build, today)
    comments = dict(_comments(planned, said))
    if not named:
        comments[f"sources.{SOURCE}.publisher"] = "who published it?"
    return Draft(programme, comments)


def _headline(text: str) -> str:
    """Take the first line, if it is no sentence and something follows it."""
    line, _, rest = text.strip().partition("\n")
    is_one = rest.strip() and not re.search(r"[.!?][\"”]?$", line.strip()) and len(line) < 2 * LONGEST
    return " ".join(line.split()) if is_one else ""


# --- records ----------------------------------------------------------------------------------------------------------


class _Records:
    """The people and places that items name, with their keys."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._person: dict[str, Person] = {}
        self._place: dict[str, Place] = {}
        for item in items:
            for who in item.people:
                self._add_person(who)
            if item.place and item.place[0] not in self._place:
                name, zone = item.place
                key = key_of(name, "", {one.key for one in self._place.values()})
                self._place[name] = Place(key=key, name=name, zone=zone)

    def _add_person(self, who: Named) -> None:
        if who.name not in self._person:
            key = key_of(who.name, who.office, {one.key for one in self._person.values()})
            self._person[who.name] = Person(key=key, name=who.name, office=who.office)

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self._person.values())

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(self._place.values())

    def participants(self, item: Item) -> tuple[Participant, ...]:
        named = [Participant(person=self._person[who.name].key) for who in item.people]
        return (*named, Participant(unnamed=item.unnamed, role=Role.COUNTERPART)) if item.unnamed else tuple(named)

    def place(self, item: Item) -> str | None:
        return self._place[item.place[0]].key if item.place else None


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
        "format": item.format,
        "place": records.place(item),
        "participants": records.participants(item),
        "status": item.status,
        "internal_note": item.sentence,
        "relations": _relations(planned),
        "earlier": _earlier(item),
    }


def _relations(planned: Planned) -> tuple[Relation, ...]:
    return (Relation(kind=RelationKind.PART_OF, to=planned.within),) if planned.within else ()


def _earlier(item: Item) -> tuple[Earlier, ...]:
    return (Earlier(when=item.earlier, source=SOURCE),) if item.earlier else ()


def _comments(planned: Sequence[Planned], said: Mapping[str, Said]) -> Iterator[tuple[str, str]]:
    for one in _all(planned):
        if one.item.doubts:
            yield one.where, "\n".join(dict.fromkeys(one.item.doubts))
        time = said[one.key]
        if time.comment:
            yield f"{one.where}.when", time.comment
        elif isinstance(time.when, Undated):
            yield f"{one.where}.when", "the text says no day"

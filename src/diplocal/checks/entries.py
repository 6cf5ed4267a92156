"""Events, visit days and sessions: what is wrong with each of them and with what hangs on it."""

import datetime as dt

from diplocal.checks import keys, references, values
from diplocal.checks.book import Book, Placed
from diplocal.checks.records import Found
from diplocal.errors import Problem
from diplocal.model import Event, Participant, Session, Topic, VisitDay
from diplocal.places import zone_of
from diplocal.when import Reference, Time


def entry(at: Placed, book: Book) -> Found:
    """Tell what is wrong with an entry."""
    one, where = at.entry, at.where
    yield from values.key(f"{where}.key", one.key)
    yield from keys.once(where, one.key, book.entries)
    yield from keys.before(where, one.was, book.entries)
    if not isinstance(one, VisitDay):
        yield from values.title(f"{where}.title", one.title)
    yield from _said(f"{where}.when", one.when, at, book)
    if not isinstance(one, VisitDay):
        yield from _said(f"{where}.time", one.time, at, book)
    yield from values.settled(f"{where}.date", one.date)
    yield from keys.known(f"{where}.place", one.place, "place", book.places)
    yield from keys.known(f"{where}.source", one.source, "source", book.sources)
    yield from keys.known(f"{where}.anchor", one.anchor, "entry", book.entries)
    if not isinstance(one, VisitDay):
        yield from _details(where, one, at, book)


def _said(where: str, said: Reference | Time | None, at: Placed, book: Book) -> Found:
    if said is None:
        return
    parts = references.parts(said)
    yield from references.sound(where, parts)
    for edge in references.entries(where, parts):
        yield from keys.known(where, edge.to, "entry", book.entries)
    clock = references.open_clock(parts)
    if clock and (why := _no_zone(at, book, local=clock.zone == "local")):
        yield Problem(where, f"{clock.time:%H:%M}", why[0], why[1])


def _no_zone(at: Placed, book: Book, *, local: bool) -> tuple[str, str] | None:
    """Say why a time of day has no zone, and what would give it one."""
    if at.place is not None:
        place = book.place.get(at.place)
        if place is None or place.zone is not None or zone_of(place.name) is not None:
            return None  # a place that is missing is told where it is named
        settle = "give the place a zone, such as 'Europe/Brussels', or the time an offset"
        return f"is a time without a zone: that of the place {place.key!r} is not known by its name", settle
    if local:
        return "is a local time, and the entry has no place", "give the entry a place, or the time a zone"
    source = book.source_of(at)
    if source is not None and source.zone is not None:
        return None
    why = "is a time without a zone: the entry has no place, its source no zone"
    return why, "give the entry a place, or the time a zone"


def _details(where: str, one: Event | Session, at: Placed, book: Book) -> Found:
    for i, participant in enumerate(one.participants):
        yield from _participant(f"{where}.participants[{i}]", participant, book)
    for i, topic in enumerate(one.topics):
        yield from _topic(f"{where}.topics[{i}]", topic, book)
    yield from values.url(f"{where}.url", one.url)
    for i, claim in enumerate(one.claims):
        yield from _speaker(f"{where}.claims[{i}].issuer", claim.issuer, book)
        yield from keys.known(f"{where}.claims[{i}].source", claim.source, "source", book.sources)
    for i, relation in enumerate(one.relations):
        here = f"{where}.relations[{i}].to"
        yield from keys.known(here, relation.to, "entry", book.entries)
        if relation.to == one.key:
            yield Problem(here, relation.to, "is the entry itself", "give the key of another entry")
    for i, earlier in enumerate(one.earlier):
        here = f"{where}.earlier[{i}]"
        yield from _said(f"{here}.when", earlier.when, at, book)
        yield from _said(f"{here}.time", earlier.time, at, book)
        yield from keys.known(f"{here}.source", earlier.source, "source", book.sources)
    yield from _outcome_and_series(where, one, book)


def _outcome_and_series(where: str, one: Event | Session, book: Book) -> Found:
    if one.outcome is not None:
        yield from values.title(f"{where}.outcome.title", one.outcome.title)
        yield from keys.known(f"{where}.outcome.source", one.outcome.source, "source", book.sources)
        yield from values.url(f"{where}.outcome.url", one.outcome.url)
    if one.series is not None:
        yield from values.title(f"{where}.series.name", one.series.name, "name")
        yield from values.count(f"{where}.series.edition", one.series.edition)
        yield from values.count(f"{where}.series.consecutive", one.series.consecutive)
        yield from values.count(f"{where}.series.since", one.series.since, dt.MAXYEAR)


def _participant(where: str, one: Participant, book: Book) -> Found:
    number = bool(one.person) + bool(one.party) + bool(one.unnamed)
    if not number:
        yield Problem(where, "", "names nobody", "give a person, a party, or words for those who are unnamed")
    elif number > 1:
        given = " and ".join(name for name in ("person", "party", "unnamed") if getattr(one, name))
        yield Problem(where, given, "are given together", "give one; a person's party stands with the person")
    if one.unnamed:
        yield from values.title(f"{where}.unnamed", one.unnamed, "description")
    if one.person is not None:
        yield from keys.known(f"{where}.person", one.person, "person", book.people)
    if one.party is not None:
        yield from keys.known(f"{where}.party", one.party, "party", book.parties)


def _topic(where: str, topic: Topic, book: Book) -> Found:
    yield from values.title(f"{where}.title", topic.title)
    yield from keys.known(f"{where}.party", topic.party, "party", book.parties)
    yield from _speaker(f"{where}.raised_by", topic.raised_by, book)


def _speaker(where: str, key: str | None, book: Book) -> Found:
    if key not in book.people and key not in book.parties:
        yield from keys.known(where, key, "person or party", book.people | book.parties)

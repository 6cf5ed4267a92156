"""Sources, people, parties and places: what is wrong with each of them."""

from collections.abc import Iterator
from typing import TypeAlias

from diplocal.checks import keys, values
from diplocal.checks.book import Book
from diplocal.checks.keys import Missing
from diplocal.errors import Problem
from diplocal.model import Party, Person, Place, Source

Found: TypeAlias = Iterator[Problem | Missing]


def source(where: str, source: Source, book: Book) -> Found:
    """Tell what is wrong with a source."""
    yield from values.key(f"{where}.key", source.key)
    yield from keys.once(where, source.key, book.sources)
    yield from values.title(f"{where}.publisher", source.publisher, "publisher")
    yield from values.zone(f"{where}.zone", source.zone)
    yield from values.url(f"{where}.url", source.url)
    yield from values.within_calendar(f"{where}.published", source.published)
    for i, key in enumerate(source.via):
        yield from keys.known(f"{where}.via[{i}]", key, "source", book.sources)


def person(where: str, person: Person, book: Book) -> Found:
    """Tell what is wrong with a person."""
    yield from values.key(f"{where}.key", person.key)
    yield from keys.once(where, person.key, book.people)
    yield from values.title(f"{where}.name", person.name, "name")
    yield from keys.known(f"{where}.party", person.party, "party", book.parties)


def party(where: str, party: Party, book: Book) -> Found:
    """Tell what is wrong with a party."""
    yield from values.key(f"{where}.key", party.key)
    yield from keys.once(where, party.key, book.parties)
    yield from values.title(f"{where}.name", party.name, "name")
    yield from values.country(f"{where}.code", party.code, (2, 3))
    for i, key in enumerate(party.members):
        yield from keys.known(f"{where}.members[{i}]", key, "party", book.parties)
    yield from values.count(f"{where}.size", party.size)


def place(where: str, place: Place, book: Book) -> Found:
    """Tell what is wrong with a place."""
    yield from values.key(f"{where}.key", place.key)
    yield from keys.once(where, place.key, book.places)
    yield from values.title(f"{where}.name", place.name, "name")
    yield from values.zone(f"{where}.zone", place.zone)
    yield from values.country(f"{where}.country", place.country)
    yield from values.geo(f"{where}.geo", place.geo)

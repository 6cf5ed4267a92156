"""The fields of each table of a programme file, in words for those who write one."""

import re
from inspect import getdoc
from types import NoneType
from typing import get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, frozen

from diplocal.files.record_tables import KEYED
from diplocal.model import (
    Claim,
    Earlier,
    Event,
    Outcome,
    Participant,
    Party,
    Person,
    Place,
    Programme,
    Relation,
    Series,
    Session,
    Settled,
    Source,
    Topic,
    VisitDay,
)

SECTIONS: dict[str, tuple[type, str]] = {
    "the file": (Programme, "These stand at the beginning of the file, before the first section."),
    "[sources.KEY]": (Source, "The first source is that of every entry that names no other."),
    "[people.KEY]": (Person, "Everybody whom the file names, once."),
    "[parties.KEY]": (Party, "States, organisations and groups."),
    "[places.KEY]": (Place, ""),
    "[[events]]": (Event, "A gathering or a visit."),
    "[[events.days]]": (VisitDay, "A day of the event above it."),
    "[[events.sessions]]": (
        Session,
        "An item of the event above it; below a day it is written `[[events.days.sessions]]`.",
    ),
}
TABLES: dict[type, str] = {
    Participant: 'A person or a party by key, with a role if need be: `"rutte"`, `"host: rutte"`. Or a table that has '
    "one of `person`, `party` and `unnamed`:",
    Topic: "Its title in quotes, or a table:",
    Settled: "A day, or the first and the last day: `2025-04-11`, `[2025-04-11, 2025-04-12]`. Or a table:",
    Claim: "A table:",
    Relation: 'Its kind and the key of the other entry: `"follows: dinner"`. Or a table:',
    Earlier: "A table:",
    Outcome: "Its title in quotes, or a table:",
    Series: "Its name in quotes, or a table:",
}
_BEFORE_SESSION = (Event, VisitDay)  # their docstrings say that other fields mean what they mean there

EXAMPLES: dict[str, str] = {
    "Programme.key": '"oslo-2025"',
    "Programme.title": '"Visit to Oslo"',
    "Programme.to_check": '["line 31 of the notice is in no entry"]',
    "Programme.was": '"oslo"',
    "Programme.note": '"The embassy speaks of a working visit."',
    "Source.publisher": '"The ministry"',
    "Source.title": '"Minister to visit Oslo"',
    "Source.published": "2025-05-05",
    "Source.zone": '"Europe/Oslo"',
    "Source.url": '"https://example.org/notice"',
    "Source.to_check": '["who published it?"]',
    "Source.via": '["agency"]',
    "Person.name": '"Cho Tae-yul"',
    "Person.office": '"Foreign Minister"',
    "Person.party": '"korea"',
    "Person.aliases": '["CHO Tae-yul"]',
    "Person.to_check": '["one person or two?"]',
    "Person.email": '"press@example.org"',
    "Party.name": '"South Korea"',
    "Party.kind": '"organisation"',
    "Party.code": '"KR"',
    "Party.members": '["korea", "japan"]',
    "Party.size": "32",
    "Place.name": '"Oslo"',
    "Place.zone": '"Europe/Oslo"',
    "Place.country": '"NO"',
    "Place.venue": '"Oslo City Hall"',
    "Place.address": '"Rådhusplassen 1"',
    "Place.geo": "[59.91, 10.73]",
    "Session.key": '"talks"',
    "Session.title": '"Talks with the host"',
    "Session.to_check": '["is this the state visit?"]',
    "Session.when": '"on Thursday"',
    "Session.time": '"10:00-11:30"',
    "Session.date": "2025-05-08",
    "Session.format": '"bilateral"',
    "Session.place": '"oslo"',
    "Session.participants": '["cho", "host: korea"]',
    "Session.topics": '["Fisheries"]',
    "Session.status": '"confirmed"',
    "Session.access": '"pooled"',
    "Session.embargo": "2025-05-08T12:00:00+02:00",
    "Session.accreditation": "2025-05-06",
    "Session.audience": '"internal"',
    "Session.source": '"notice"',
    "Session.anchor": '"visit"',
    "Session.note": '"In the small hall."',
    "Session.internal_note": '"Bring the second folder."',
    "Session.url": '"https://example.org/talks"',
    "Session.claims": '[{ verb = "said", phrase = "talks are likely" }]',
    "Session.relations": '["follows: visit"]',
    "Session.earlier": '[{ when = "on Wednesday", source = "notice" }]',
    "Session.outcome": '"Joint statement"',
    "Session.was": '"first-talks"',
    "Session.series": '{ name = "Strategic dialogue", edition = 4 }',
    "Event.when": '"from Wednesday to Friday"',
    "Event.background": "true",
    "VisitDay.when": '"on Thursday"',
    "Participant.person": '"cho"',
    "Participant.party": '"korea"',
    "Participant.unnamed": '"several ministers"',
    "Participant.role": '"host"',
    "Participant.audience": '"internal"',
    "Topic.title": '"Fisheries"',
    "Topic.party": '"korea"',
    "Topic.likely": "true",
    "Topic.phrase": '"likely"',
    "Topic.raised_by": '"cho"',
    "Settled.start": "2025-05-08",
    "Settled.end": "2025-05-09",
    "Claim.issuer": '"cho"',
    "Claim.verb": '"indicated"',
    "Claim.modality": '"is expected to"',
    "Claim.phrase": '"talks are likely"',
    "Claim.source": '"notice"',
    "Relation.kind": '"follows"',
    "Relation.to": '"visit"',
    "Relation.phrase": '"after the visit"',
    "Earlier.when": '"on Wednesday"',
    "Earlier.source": '"notice"',
    "Earlier.time": '"10:00"',
    "Earlier.status": '"provisional"',
    "Outcome.title": '"Joint statement"',
    "Outcome.source": '"notice"',
    "Outcome.url": '"https://example.org/statement"',
    "Series.name": '"Strategic dialogue"',
    "Series.edition": "4",
    "Series.consecutive": "3",
    "Series.since": "2019",
}
"""A value for each field, as it stands in a file; an event's and a visit day's are a session's unless they have one."""


@frozen
class Described:
    """A field of a file: what it holds, and how that is written."""

    record: type
    name: str
    hint: object
    default: object

    @property
    def required(self) -> bool:
        """Whether a table of its record must have it."""
        return self.default is NOTHING

    @property
    def words(self) -> str:
        """What it holds, from the docstring."""
        for record in self._meant_in:
            if said := _attributes(record).get(self.name):
                return said
        return ""

    @property
    def example(self) -> str:
        """A value, as TOML has it; empty where none is written down."""
        return next((found for one in self._meant_in if (found := EXAMPLES.get(f"{one.__name__}.{self.name}"))), "")

    @property
    def _meant_in(self) -> list[type]:
        return [self.record, Session] if self.record in _BEFORE_SESSION else [self.record]


def described(record: type) -> list[Described]:
    """List the fields that a table of a record has in a file; the key of a keyed one is the table's name."""
    hints = get_type_hints(record)
    return [
        Described(record, one.name, hints[one.name], one.default)
        for one in fields(record)
        if not (record in KEYED and one.name == "key")
    ]


def _attributes(record: type) -> dict[str, str]:
    """Read what a docstring says of its attributes, in words for those who write files."""
    text = (getdoc(record) or "").partition("Attributes:\n")[2].partition("\n\n")[0]
    found = re.findall(r"^    (\w+): (.*(?:\n        .*)*)", text, re.MULTILINE)
    return {name: _plain(re.sub(r"\s+", " ", said)) for name, said in found}


def first_line(record: type) -> str:
    """Say what a record is."""
    return _plain((getdoc(record) or "").partition("\n")[0])


def types_of(hint: object) -> list[object]:
    """List what a field may hold: the members of a union, but for ``None``."""
    whole = isinstance(hint, type) or get_origin(hint) is tuple
    return [one for one in ([hint] if whole else get_args(hint)) if one is not NoneType]


def _plain(said: str) -> str:
    said = said.replace("``None``", "left out").replace("``", "`")
    said = re.sub(r"(?<=; )left out:", "if left out:", said)
    return said[:1].upper() + said[1:]

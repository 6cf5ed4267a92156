"""What was announced: a programme with its events, visit days and sessions, before any date is known.

Records hold what the sources say and refer to each other by key. They check nothing about each other: a programme that
is wrong in several places can be built, and `diplocal.checks` tells every problem at once, with its path.
"""

from diplocal.model.details import Claim, Earlier, Outcome, Relation, Series, Settled, Source, Topic
from diplocal.model.entries import Announced, Event, Placed, Programme, Session, VisitDay, placed, rebuilt
from diplocal.model.people import Participant, Party, Person, Place
from diplocal.model.status import Status
from diplocal.model.vocabulary import Access, Audience, Format, PartyKind, RelationKind, Role

__all__ = [
    "Access", "Announced", "Audience", "Claim", "Earlier", "Event", "Format", "Outcome", "Participant", "Party",
    "PartyKind", "Person", "Place", "Placed", "Programme", "Relation", "RelationKind", "Role", "Series", "Session",
    "Settled", "Source", "Status", "Topic", "VisitDay", "placed", "rebuilt",
]  # fmt: skip

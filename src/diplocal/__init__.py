"""Diplomacy as the news announces it, turned into dates that can be defended.

Announced -> dated -> rendered: a `Programme` holds what was announced, `resolve` gives its `Timeline`, `export` writes
it. `read_phrase` and `read_text` read words alone. Names are loaded when they are first used, so that reading a phrase
does not wait for calendars.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplocal.errors import (
        DiplocalError,
        ExportError,
        FeedError,
        PhraseError,
        Problem,
        ProgrammeError,
        ReadingError,
    )
    from diplocal.exporters import EXPORTERS, export
    from diplocal.exporters.ical import to_calendar
    from diplocal.feed import publish, revise
    from diplocal.files import dump, load
    from diplocal.model import (
        Access,
        Audience,
        Claim,
        Earlier,
        Event,
        Format,
        Outcome,
        Participant,
        Party,
        PartyKind,
        Person,
        Place,
        Programme,
        Relation,
        RelationKind,
        Role,
        Series,
        Session,
        Settled,
        Source,
        Status,
        Topic,
        VisitDay,
    )
    from diplocal.prose import read_phrase, read_text
    from diplocal.reading import Alternative, Certainty, Conventions, Finding, Kind, Reading
    from diplocal.resolver import Sensitivity, resolve, sensitivity
    from diplocal.timeline import Entry, Notice, Reason, Timeline

_HOMES = {
    "diplocal.errors": (
        "DiplocalError",
        "ExportError",
        "FeedError",
        "PhraseError",
        "Problem",
        "ProgrammeError",
        "ReadingError",
    ),
    "diplocal.exporters": (
        "EXPORTERS",
        "export",
    ),
    "diplocal.exporters.ical": ("to_calendar",),
    "diplocal.feed": (
        "publish",
        "revise",
    ),
    "diplocal.files": (
        "dump",
        "load",
    ),
    "diplocal.model": (
        "Access",
        "Audience",
        "Claim",
        "Earlier",
        "Event",
        "Format",
        "Outcome",
        "Participant",
        "Party",
        "PartyKind",
        "Person",
        "Place",
        "Programme",
        "Relation",
        "RelationKind",
        "Role",
        "Series",
        "Session",
        "Settled",
        "Source",
        "Status",
        "Topic",
        "VisitDay",
    ),
    "diplocal.prose": (
        "read_phrase",
        "read_text",
    ),
    "diplocal.reading": (
        "Alternative",
        "Certainty",
        "Conventions",
        "Finding",
        "Kind",
        "Reading",
    ),
    "diplocal.resolver": (
        "Sensitivity",
        "resolve",
        "sensitivity",
    ),
    "diplocal.timeline": (
        "Entry",
        "Notice",
        "Reason",
        "Timeline",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "EXPORTERS",
    "Access",
    "Alternative",
    "Audience",
    "Certainty",
    "Claim",
    "Conventions",
    "DiplocalError",
    "Earlier",
    "Entry",
    "Event",
    "ExportError",
    "FeedError",
    "Finding",
    "Format",
    "Kind",
    "Notice",
    "Outcome",
    "Participant",
    "Party",
    "PartyKind",
    "Person",
    "PhraseError",
    "Place",
    "Problem",
    "Programme",
    "ProgrammeError",
    "Reading",
    "ReadingError",
    "Reason",
    "Relation",
    "RelationKind",
    "Role",
    "Sensitivity",
    "Series",
    "Session",
    "Settled",
    "Source",
    "Status",
    "Timeline",
    "Topic",
    "VisitDay",
    "dump",
    "export",
    "load",
    "publish",
    "read_phrase",
    "read_text",
    "resolve",
    "revise",
    "sensitivity",
    "to_calendar",
]


def __getattr__(name: str) -> object:
    """Load a public name's module when the name is first used (PEP 562)."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

"""Diplomacy as the news announces it, turned into dates that can be defended.

Announced -> dated -> rendered: a `Programme` holds what was announced, `resolve` gives its `Timeline`, `export` writes it.
`read_phrase` and `read_text` read words alone. Names are loaded when they are first used, so that reading a phrase does not
wait for calendars.
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
    from diplocal.prose import read_phrase, read_text
    from diplocal.reading import Alternative, Certainty, Conventions, Finding, Kind, Reading

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
    "diplocal.prose": ("read_phrase", "read_text"),
    "diplocal.reading": ("Alternative", "Certainty", "Conventions", "Finding", "Kind", "Reading"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Alternative",
    "Certainty",
    "Conventions",
    "DiplocalError",
    "ExportError",
    "FeedError",
    "Finding",
    "Kind",
    "PhraseError",
    "Problem",
    "ProgrammeError",
    "Reading",
    "ReadingError",
    "read_phrase",
    "read_text",
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

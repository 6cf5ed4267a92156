"""Diplomacy as the news announces it, turned into dates that can be defended.

Announced -> dated -> rendered: a `Programme` holds what was announced, `resolve` gives its `Timeline`, `export` writes
it. `read_phrase` and `read_text` read words alone. Names are loaded when they are first used, so that reading a phrase
does not wait for calendars; which they are, and where, is said once, in `__init__.pyi`.
"""

import importlib

_STUB = __spec__.loader.get_data(f"{__path__[0]}/__init__.pyi").decode()
_LINES = (line.split() for line in _STUB.splitlines() if line.startswith("from "))
_HOMES = {name: module for _, module, _, name, *_ in _LINES}  # from module import name as name

__all__ = sorted(_HOMES)  # noqa: PLE0605 - type checkers read the stub


def __getattr__(name: str) -> object:
    """Load a public name's module when the name is first used (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

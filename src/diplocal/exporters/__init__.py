"""One module a format, each a plain function from a dated timeline to bytes; `EXPORTERS` lists them by name.

A format's module is loaded when it is first asked for, so that a Markdown timeline needs nothing that calendars need.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias

from diplocal.errors import ExportError
from diplocal.timeline import Timeline

Exporter: TypeAlias = Callable[..., bytes]
"""Takes a timeline, then the format's own options by keyword."""


def _later(module: str, name: str, needs: str = "") -> Exporter:
    """Name a function of a module that is loaded once it is called, and what that needs of others."""

    def write(timeline: Timeline, **options: object) -> bytes:
        try:
            found: Callable[..., str | bytes] = getattr(import_module(f"{__name__}.{module}"), name)
        except ModuleNotFoundError as error:
            if not needs or (error.name or "").startswith(__name__):
                raise
            raise ExportError(needs) from None
        written = found(timeline, **options)
        return written.encode() if isinstance(written, str) else written

    return write


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        "ical": _later("ical", "to_ical"),
        "markdown": _later("markdown", "to_markdown"),
        "html": _later("html", "to_html", "a web page needs Jinja: pip install 'diplocal[html]'"),
        "docx": _later("docx", "render", "a Word file needs python-docx: pip install 'diplocal[word]'"),
        "json": _later("json", "render"),
        "csv": _later("csv", "render"),
        "ninjs": _later("ninjs", "render"),
        "svg": _later("svg", "render"),
    }
)
"""What a timeline can be exported to."""

ALIASES: Mapping[str, str] = MappingProxyType({"ics": "ical", "md": "markdown"})
"""What some of them are called too, by the suffix of their files."""


def export(timeline: Timeline, name: str, /, **options: object) -> bytes:
    """Write a timeline in the format `name`, one of `EXPORTERS` or `ALIASES`; the options are that format's own.

    >>> export(Timeline(key="oslo", title="Visit to Oslo"), "markdown").decode().splitlines()[0]
    '# Visit to Oslo'

    Raises:
        ExportError: there is no such format, or the timeline or an option is nothing that it can hold.
    """
    given: object = timeline  # whatever a caller without a type checker has
    if not isinstance(given, Timeline):
        msg = f"{type(given).__name__} is not a Timeline; give what resolve makes of a programme"
        raise ExportError(msg)
    known = ALIASES.get(name, name)
    if known not in EXPORTERS:
        formats = f"the formats are {', '.join(EXPORTERS)}"
        raise ExportError.unknown(name, "a format to export to", [*EXPORTERS, *ALIASES], formats)
    return EXPORTERS[known](timeline, **options)

"""A timeline as CSV (RFC 4180, UTF-8): a row an entry, for a spreadsheet or a data frame.

The columns are in `COLUMNS`; further ones may come at the end. No cell begins a formula, and none holds a control
character but a line break.
"""

import csv
import io
import re
from collections.abc import Callable, Mapping

from diplocal.exporters.audience import for_audience
from diplocal.exporters.json import edtf, timing_record
from diplocal.model import Audience
from diplocal.reading import say_dates
from diplocal.timeline import ByDay, Entry, NoDate, Timeline, timing_dates

_FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def _bounds(entry: Entry) -> tuple[str, str]:
    """Give the first and the last local day on which it can be, of all readings where the choice is open."""
    match entry.timing:
        case ByDay(day):
            return "", str(day)
        case NoDate(readings) if readings:
            return str(min(one.start for one in readings)), str(max(one.end for one in readings))
        case timing:
            first, last = timing_dates(timing) or ("", "")
            return str(first), str(last)


def _timing(name: str) -> Callable[[Entry], str]:
    return lambda entry: _text(timing_record(entry.timing).get(name))


def _time(name: str) -> Callable[[Entry], str]:
    """Give a moment with its offset, of those entries that have one."""
    return lambda entry: _text(record.get(name)) if (record := timing_record(entry.timing))["kind"] == "hours" else ""


def _readings(entry: Entry) -> str:
    readings = entry.timing.readings if isinstance(entry.timing, NoDate) else ()
    reason = entry.reason.reading.alternatives if entry.reason else ()
    return "; ".join(say_dates(other.start, other.end) for other in readings or reason)


COLUMNS: Mapping[str, Callable[[Entry], str]] = {
    "programme": lambda entry: entry.programme,
    "key": lambda entry: entry.key,
    "level": lambda entry: entry.level.value,
    "parent": lambda entry: entry.parent or "",
    "title": lambda entry: entry.title,
    "kind": _timing("kind"),
    "edtf": lambda entry: edtf(entry.timing),
    "not_before": lambda entry: _bounds(entry)[0],
    "not_after": lambda entry: _bounds(entry)[1],
    "start": _time("start"),
    "end": _time("end"),
    "about": _timing("about"),
    "part_of_day": _timing("part"),
    "zone": lambda entry: entry.zone or "",
    "certainty": lambda entry: entry.reason.reading.certainty.value if entry.reason else "",
    "or": _readings,
    "words": lambda entry: entry.reason.phrase if entry.reason else "",
    "why": lambda entry: entry.reason.reading.why if entry.reason else "",
    "status": lambda entry: entry.status.value,
    "format": lambda entry: entry.format.value if entry.format else "",
    "place": lambda entry: entry.place.name if entry.place else "",
    "venue": lambda entry: entry.place.venue if entry.place else "",
    "country": lambda entry: entry.place.country if entry.place else "",
    "participants": lambda entry: "; ".join(who.name for who in entry.participants),
    "topics": lambda entry: "; ".join(topic.title for topic in entry.topics),
    "access": lambda entry: entry.access.value if entry.access else "",
    "url": lambda entry: entry.url,
    "note": lambda entry: entry.note,
    "publisher": lambda entry: entry.source.publisher if entry.source else "",
    "published": lambda entry: _text(entry.source.published) if entry.source else "",
    "source_url": lambda entry: entry.source.url if entry.source else "",
}
"""What each column holds; an empty cell says that it is not known, or that the entry has no such thing."""


def render(timeline: Timeline, *, audience: Audience = Audience.PUBLIC) -> bytes:
    """Write a timeline as CSV with a header row; internal entries for ``INTERNAL`` alone, internal notes never."""
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for entry in for_audience(timeline, audience).entries:
        table.writerow([_cell(tell(entry)) for tell in COLUMNS.values()])
    return written.getvalue().encode()


def _cell(text: str) -> str:
    """Make a text fit for a cell; what a spreadsheet would take for a formula gets an apostrophe before it.

    So does what stands behind a semicolon or a tab, which some spreadsheets take for the end of a cell.
    """
    return _FORMULA.sub(r"\1'", _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)

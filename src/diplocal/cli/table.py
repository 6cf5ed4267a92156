"""Findings as a table to read: each phrase with its date, how sure it is, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from diplocal.cli.words import padded, plain, terminal_columns, width, wrapped
from diplocal.reading import Certainty, Finding, say_dates

_HEAD = ("PHRASE", "DATE", "CERTAINTY", "WHY")
_PHRASE, _DATE, _LEAST_WHY = 26, 34, 24
_COLOURS = {Certainty.CERTAIN: "green", Certainty.PREFERRED: "yellow", Certainty.AMBIGUOUS: "red"}
Row = tuple[str, str, str, str]


def table(findings: Sequence[Finding], columns: int | None = None) -> Iterator[str]:
    """Write the findings as lines of at most `columns` columns (the terminal's; 100 where there is none).

    A narrow terminal gets a paragraph for each instead.
    """
    if not findings:
        return
    room = columns or terminal_columns()
    rows = [row for finding in findings for row in _rows(finding)]
    widths = [min(most, max(width(row[i]) for row in [_HEAD, *rows])) for i, most in enumerate((_PHRASE, _DATE, 9))]
    why = room - sum(widths) - 2 * len(widths)
    if why < _LEAST_WHY:
        yield from _paragraphs(rows, room)
        return
    yield from _line(_HEAD, [*widths, why])
    for row in rows:
        yield from _line(row, [*widths, why])


def summary(findings: Sequence[Finding]) -> str:
    """Count what was found, in words."""
    if not findings:
        return "no date found"
    counts = Counter(finding.reading.certainty for finding in findings)
    words = ", ".join(f"{counts[certainty]} {certainty.value}" for certainty in Certainty if counts[certainty])
    return f"{len(findings)} {'date' if len(findings) == 1 else 'dates'}: {words}"


def _rows(finding: Finding) -> Iterator[Row]:
    reading = finding.reading
    phrase = " ".join(finding.mention.text.split())
    yield plain(phrase), plain(reading.dates), reading.certainty.value, plain(reading.why)
    for other in reading.alternatives:
        yield "", f"or {say_dates(other.start, other.end)}", "", plain(other.why)


def _line(row: Row, widths: Sequence[int]) -> Iterator[str]:
    cells = [wrapped(cell, columns) for cell, columns in zip(row, widths, strict=True)]
    for i in range(max(map(len, cells))):
        parts = [padded(cell[i] if i < len(cell) else "", columns) for cell, columns in zip(cells, widths, strict=True)]
        parts[2] = _coloured(parts[2])
        yield "  ".join(parts).rstrip()


def _coloured(text: str) -> str:
    colour = next((_COLOURS[each] for each in Certainty if each.value == text.strip()), None)
    return click.style(text, fg=colour) if colour else text


def _paragraphs(rows: Sequence[Row], room: int) -> Iterator[str]:
    room = max(room, 12)
    for phrase, date, certainty, why in rows:
        if phrase:
            yield from wrapped(phrase, room)
        yield from (f"  {line}" for line in wrapped(", ".join(filter(None, [date, certainty])), room - 2))
        yield from (f"    {line}" for line in wrapped(why, room - 4))

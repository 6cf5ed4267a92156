"""Findings as a table to read: each phrase with its date, how sure it is, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import click

from diplocal.cli.terminal import count, indented, padded, plain, terminal_columns, width, wrapped
from diplocal.reading import Certainty, Finding, say_dates

_HEAD = ("PHRASE", "DATE", "CERTAINTY", "WHY")
_PHRASE, _DATE, _LEAST_WHY = 30, 40, 48
"""Columns: the most that a phrase and a date get, and the least that makes reasons a column of their own."""

_COLOURS = {Certainty.CERTAIN: "green", Certainty.PREFERRED: "yellow", Certainty.AMBIGUOUS: "red"}
Row = tuple[str, str, str, str]


def table(findings: Sequence[Finding], columns: int | None = None) -> Iterator[str]:
    """Write the findings as lines of at most `columns` columns (the terminal's; 100 where there is none).

    A wide terminal gets the reasons in a column, a usual one below each row, a narrow one paragraphs.
    """
    if not findings:
        return
    room = columns or terminal_columns()
    rows = [row for finding in findings for row in _rows(finding)]
    widths = [min(most, max(width(row[i]) for row in [_HEAD, *rows])) for i, most in enumerate((_PHRASE, _DATE, 9))]
    taken = sum(widths) + 2 * len(widths)
    if taken - 2 > room:
        yield from _paragraphs(rows, room)
    elif room - taken < _LEAST_WHY:
        yield from _line(_HEAD[:3], widths)
        for row in rows:
            yield from _line(row[:3], widths)
            yield from indented(row[3], 4, room)
    else:
        for row in [_HEAD, *rows]:
            yield from _line(row, [*widths, room - taken])


def summary(findings: Sequence[Finding]) -> str:
    """Count what was found, in words."""
    if not findings:
        return "no date found"
    counts = Counter(finding.reading.certainty for finding in findings)
    words = ", ".join(f"{counts[certainty]} {certainty.value}" for certainty in Certainty if counts[certainty])
    return f"{count(len(findings), 'date')}: {words}"


def _rows(finding: Finding) -> Iterator[Row]:
    reading = finding.reading
    phrase = " ".join(finding.mention.text.split())
    yield plain(phrase), plain(reading.dates), reading.certainty.value, plain(reading.why)
    for other in reading.alternatives:
        yield "", f"or {say_dates(other.start, other.end)}", "", plain(other.why)


def _line(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [wrapped(cell, columns) for cell, columns in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        parts = [padded(part, columns) for part, columns in zip(line, widths, strict=True)]
        parts[2] = _coloured(parts[2])
        yield "  ".join(parts).rstrip()


def _coloured(text: str) -> str:
    colour = next((_COLOURS[each] for each in Certainty if each.value == text.strip()), None)
    word = text.rstrip()
    return click.style(word, fg=colour) + text[len(word) :] if colour else text


def _paragraphs(rows: Sequence[Row], room: int) -> Iterator[str]:
    for phrase, date, certainty, why in rows:
        if phrase:
            yield from indented(phrase, 0, room)
        yield from indented(", ".join(filter(None, [date, certainty])), 2, room)
        yield from indented(why, 4, room)

"""The timeline as CSV: other readers find the same rows, and no cell begins a formula."""

import csv
import datetime as dt
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.exporters import export
from diplocal.exporters.audience import for_audience
from diplocal.exporters.csv import COLUMNS
from diplocal.model import Audience, Source
from diplocal.reading import Alternative
from diplocal.timeline import ByDay, Days, Entry, Level, NoDate, Sometime, Timeline
from tests.exporters.harbour_talks import TIMELINE
from tests.exporters.timelines import timelines

FIRST, LAST = dt.date(2025, 4, 2), dt.date(2025, 4, 4)


def rows(octets: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(octets.decode(), newline=""), strict=True, delimiter=delimiter))


def one(**changes: object) -> dict[str, str]:
    fields = {"programme": "p", "key": "k", "level": Level.SESSION, "title": "Talks", "timing": Days(FIRST, LAST)}
    entry = Entry(**(fields | changes))  # type: ignore[arg-type]
    (row,) = rows(export(Timeline(key="p", title="P", entries=[entry]), "csv"))
    return row


def test_every_public_entry_has_a_row():
    told = rows(export(TIMELINE, "csv"))

    assert [*told[0]] == [*COLUMNS]
    assert [row["key"] for row in told] == [entry.key for entry in for_audience(TIMELINE, Audience.PUBLIC).entries]
    dinner = next(row for row in told if row["key"] == "dinner")
    assert (dinner["kind"], dinner["start"], dinner["not_before"]) == (
        "hours",
        "2025-09-11T19:00:00+02:00",
        "2025-09-11",
    )


@pytest.mark.parametrize(
    ("timing", "kind", "not_before", "not_after"),
    [
        (Days(FIRST, LAST), "days", "2025-04-02", "2025-04-04"),
        (Sometime(FIRST, LAST), "window", "2025-04-02", "2025-04-04"),
        (ByDay(LAST), "deadline", "", "2025-04-04"),
        (NoDate([Alternative(LAST, LAST, ""), Alternative(FIRST, FIRST, "")]), "undated", "2025-04-02", "2025-04-04"),
        (NoDate(), "undated", "", ""),
    ],
)
def test_bounds_are_never_taken_for_dates(timing, kind, not_before, not_after):
    row = one(timing=timing)
    assert (row["kind"], row["not_before"], row["not_after"], row["start"]) == (kind, not_before, not_after, "")


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "a;=1", "a;-1", "a\n=1", "＝1", '=HYPERLINK("x")']


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_a_formula(text):
    told = one(title=text, note=text, source=Source(key="s", publisher=text))
    for name in ("title", "note", "publisher"):
        assert not re.search(r"(^|[;\t\r\n])\s*[=+\-@＝＋－＠]", told[name]), told[name]
        assert told[name].replace("'", "") == text.replace("'", "")


@given(timelines(audiences=st.sampled_from(Audience)), st.sampled_from(Audience))
def test_readers_find_as_many_rows_as_there_are_entries(timeline, audience):
    octets = export(timeline, "csv", audience=audience)
    told = rows(octets)

    assert [row["key"].lstrip("'") for row in told] == [one.key for one in for_audience(timeline, audience).entries]
    assert all(None not in row and None not in row.values() for row in told)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", octets.decode())


def test_half_a_character_is_replaced():
    assert one(title="\ud800\x00")["title"] == "\N{REPLACEMENT CHARACTER}" * 2

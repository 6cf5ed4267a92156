"""The clocks of a list have the day that stands over them."""

import datetime as dt
from itertools import pairwise

import pytest

from diplocal.listed_times import with_listed_times
from diplocal.prose import read_text
from diplocal.reading import Kind

AGENDA = """\
Week of the Minister

MONDAY 12 MAY
09.00 Talks with the Ambassador
12:05 CET Arrival of the guests
+/- 15.30 Press conference

Tuesday 13 May
10:00-11:30 Lecture

Wednesday 14 May at 8 a.m.: breakfast
THURSDAY 15 - FRIDAY 16 MAY
09.00 Conference
"""


def scanned(text: str) -> list[tuple[str, str, str | None, str]]:
    found = with_listed_times(text, read_text(text, published=dt.date(2025, 5, 9), zone="Europe/Vienna"))
    return [
        (one.mention.text, f"{read.start} {read.time:%H:%M}", read.zone, read.certainty.value)
        for one in found
        if (read := one.reading).kind is Kind.MOMENT and read.time
    ]


def test_clocks_have_the_day_over_them():
    assert scanned(AGENDA) == [
        ("09.00", "2025-05-12 09:00", None, "certain"),
        ("12:05 CET", "2025-05-12 12:05", "+01:00", "certain"),
        ("+/- 15.30", "2025-05-12 15:30", None, "certain"),
        ("10:00-11:30", "2025-05-13 10:00", None, "certain"),
        ("Wednesday 14 May at 8 a.m.", "2025-05-14 08:00", None, "certain"),
    ]


@pytest.mark.parametrize("text", ["09.00 Talks\n10.00 Lunch", "The talks begin at 10:00 on Monday 12 May.", ""])
def test_without_a_day_above_nothing_is_added(text):
    findings = read_text(text, published=dt.date(2025, 5, 9))
    assert with_listed_times(text, findings) == findings


def test_each_finding_quotes_the_text_once_and_in_order():
    found = with_listed_times(AGENDA, read_text(AGENDA, published=dt.date(2025, 5, 9)))
    spans = [(one.mention.start, one.mention.end) for one in found]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(AGENDA[one.mention.start : one.mention.end] == one.mention.text for one in found)

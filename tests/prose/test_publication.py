"""Whether a text can have been published on a day: a row is the text, the day it is given, and the day that fits."""

import datetime as dt

import pytest

from diplocal import check_publication

ROWS = [
    ("OSLO, April 3 - The envoy arrives on Monday.", "2025-04-03", None),
    ("OSLO, April 3 - The envoy arrives on Monday.", "2025-04-04", None),
    ("OSLO, April 3 - The envoy arrives on Monday.", "2025-04-05", "2025-04-04"),
    ("OSLO, April 3 - The envoy arrives on Monday.", "2025-04-01", "2025-04-03"),
    ("OSLO, April 3, 2024 - The envoy arrives on Monday.", "2025-04-03", "2024-04-04"),
    ("Talks open on Monday, the ministry said on Thursday.", "2025-04-03", None),
    ("Talks open on Monday, the ministry said on Thursday.", "2025-04-04", None),
    ("Talks open on Monday, the ministry said on Thursday.", "2025-04-02", "2025-04-03"),
    ("Talks open on Tuesday, the ministry said on Friday.", "2025-04-07", None),  # over the weekend
    ("They had met, he said on Tuesday. It is a pity, she said on Thursday.", "2025-04-03", None),
    ("They meet tomorrow (Friday).", "2025-04-03", None),
    ("They meet tomorrow (Friday).", "2025-04-04", None),
    ("They meet tomorrow (Friday).", "2025-04-06", "2025-04-04"),
    ("They met yesterday, Sunday.", "2025-04-06", "2025-04-07"),
    ("They meet on Thursday, 3 April.", "2025-04-01", None),
    ("They meet on Thursday, 3 April.", "2024-04-01", "2025-04-01"),
    ("They will meet on Thursday and sign on Friday.", "2025-04-05", None),  # nothing tells
    ('"I came on Monday," she wrote.', "2025-04-03", None),
    ("", "2025-04-03", None),
]


@pytest.mark.parametrize(("text", "published", "fits"), ROWS)
def test_a_day_that_does_not_fit_is_told_with_one_that_does(text: str, published: str, fits: str | None) -> None:
    doubts = check_publication(text, published=published)
    assert bool(doubts) is (fits is not None)
    for doubt in doubts:
        assert text[doubt.start :].startswith(doubt.words)
        assert doubt.day == dt.date.fromisoformat(fits or "")
        assert check_publication(text, published=doubt.day) == ()


def test_where_nothing_fits_no_day_is_proposed() -> None:
    text = "OSLO, April 3, 2025 - They met on Thursday, 4 April, she said on Sunday."
    assert {doubt.day for doubt in check_publication(text, published="2025-04-03")} == {None}

"""What documents say of the day of publication, and what is only offered."""

import datetime as dt

import pytest

from diplocal.intake import read
from diplocal.intake.moments import read_moment
from tests.intake import saved

MOMENTS = [
    ("2025-04-01", "2025-04-01"),
    ("20250401", "2025-04-01"),
    ("2025-04-01T09:30", "2025-04-01T09:30:00"),
    ("2025-04-01 09:30:15.123", "2025-04-01T09:30:15"),
    ("2025-04-01T09:30:00Z", "2025-04-01T09:30:00+00:00"),
    ("2025-04-01T9:30:00 +0900", "2025-04-01T09:30:00+09:00"),
    ("2025-04-01 09:30 UTC", "2025-04-01T09:30:00+00:00"),
    ("Tue, 1 Apr 2025 09:30:00 +0900 (KST)", "2025-04-01T09:30:00+09:00"),
    ("1 Apr 2025 09:30:00 GMT", "2025-04-01T09:30:00+00:00"),
    ("2025-02-30", None),
    ("01/04/2025", None),
    ("April", None),
    ("", None),
]


@pytest.mark.parametrize(("said", "moment"), MOMENTS)
def test_moments_for_machines(said, moment):
    found = read_moment(said)
    assert (found and found.isoformat()) == moment


OG = '<meta property="article:published_time" content="{}">'
LD = '<script type="application/ld+json">{}</script>'
DATED = LD.format('{"@type": "Article", "datePublished": "2025-04-01"}')

PAGES = [  # what the head says, the body, the moment that is stated, the days that are offered
    (OG.format("2025-04-01T09:30:00Z"), "", "2025-04-01T09:30:00+00:00", []),
    ('<meta name="DC.date.issued" content="2025-04-01">', "", "2025-04-01", []),
    (DATED, "", "2025-04-01", []),
    (LD.format('{"@graph": [{"@type": ["WebPage"], "datePublished": "2025-04-01"}]}'), "", "2025-04-01", []),
    (LD.format('{"@type": "Event", "startDate": "2025-04-01", "datePublished": "2025-03-01"}'), "", None, []),
    (LD.format("{broken"), "", None, []),
    (DATED + OG.format("2025-04-01T22:00:00Z"), "", "2025-04-01T22:00:00+00:00", []),
    (DATED + '<meta name="date" content="2025-04-05">', "", None, ["2025-04-01", "2025-04-05"]),
    ("", '<time itemprop="datePublished" datetime="2025-04-01">1 April</time>', "2025-04-01", []),
    ("", '<time class="entry-date" datetime="2025-04-01">1 April</time>', "2025-04-01", []),
    ("", '<time datetime="2025-04-03">Thursday</time>', None, ["2025-04-03"]),
    ('<meta property="article:modified_time" content="2025-04-01">', "", None, []),
    ("", "<p>Published: 1 April 2025</p>", "2025-04-01", []),
    ("", "<p>1 April 2025</p>", None, ["2025-04-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("head", "body", "moment", "offered"), PAGES)
def test_pages(head, body, moment, offered):
    page = (
        f"<html><head>{head}</head><body><h1>Talks in Oslo</h1>{body}<p>The ministers meet on Friday.</p></body></html>"
    )
    (document,) = read(page.encode())
    assert (document.published and document.published.value.isoformat()) == moment
    assert [one.value.isoformat() for one in document.shown] == offered


TEXTS = [  # text, the day that is stated, the days that are offered
    ("Published: 1 April 2025\nTalks", "2025-04-01", []),
    ("Press release – 1 April 2025\nTalks", "2025-04-01", []),
    ("Date of issue: Tuesday, 1 April 2025\nTalks", "2025-04-01", []),
    ("Talks\n\nIssued on 1 April 2025, 09:30", "2025-04-01T09:30:00", []),
    ("SEOUL, April 1, 2025 (Agency) -- The ministers meet on Friday.", "2025-04-01", []),
    ("Seoul, 1 April 2025 – The ministers meet on Friday.", "2025-04-01", []),
    ("No 12/2025 | 1 April 2025\nTalks", None, ["2025-04-01"]),
    ("Talks\n1 April 2025\n", None, ["2025-04-01"]),
    ("Talks\nStrelsau, 1 April 2025\n", None, ["2025-04-01"]),
    ("Talks\nThursday, 3 April 2025\n10:00 Arrival", None, []),
    ("Talks from 1 to 3 April 2025\nPrague, 1-3 April 2025", None, []),
    ("Published: Monday, 1 April 2025", None, []),  # a Tuesday
    ("Published: 1 April", None, []),
    ("Published: 31 April 2025", None, []),
    ("Published: 1 April 2025\n\nPublished: 9 May 2025", None, ["2025-04-01", "2025-05-09"]),
    ("The treaty was signed in Rome on 25 March 1957 - by six states.", None, []),
]


@pytest.mark.parametrize(("text", "day", "offered"), TEXTS)
def test_texts(text, day, offered):
    for written in (text, text.replace("\n", "\r\n")):
        (document,) = read(written.encode())
        assert (document.published and document.published.value.isoformat()) == day
        assert [one.value.isoformat() for one in document.shown] == offered


def test_a_date_that_stands_alone_counts_on_the_day_the_file_was_made():
    parts = (saved.Part("h1", "Talks in Oslo"), saved.Part("p", "1 April 2025"), saved.Part("p", "10:00 Arrival"))
    for data in (saved.as_word(parts, made="2025-04-01T08:00:00Z"), saved.as_pdf(parts)):
        (document,) = read(data)
        assert document.published is not None
        assert document.published.value == dt.date(2025, 4, 1)
        assert "when the file was made" in document.published.where
    (document,) = read(saved.as_word(parts, made="2025-03-01T08:00:00Z"))
    assert document.published is None
    assert [one.value.isoformat() for one in document.shown] == ["2025-04-01", "2025-03-01T08:00:00+00:00"]

"""The headline of a document: what a person would call it."""

import pytest

from diplocal.drafting.headline import headline
from diplocal.intake import read
from diplocal.intake.document import Document, Stated
from diplocal.languages.notices import notices_in

ENGLISH = notices_in("en")
BODY = "\n\nThe ministers meet on Friday.\n"

ROWS = [  # the lines at the top, the headline
    ("Minister to visit Oslo", "Minister to visit Oslo"),
    (
        "RURITANIA\nMINISTRY OF HARBOURS\n\nStrelsau, 9 May 2025\n\nWeekly agenda of the Minister",
        "Weekly agenda of the Minister",
    ),
    (
        "COURT OF THE SEAS\nHarbour Palace\n\nPress Release\nNo. 11\n20 February 2026\n\nRuritania v. Sylvania",
        "Ruritania v. Sylvania",
    ),
    ("Main events, January to April\n\nMinistry of Harbours, Strelsau", "Main events, January to April"),
    ("Programme of the visit of the Foreign Minister\n2 March 2026", "Programme of the visit of the Foreign Minister"),
    ("Joint media release\n\nVisit to Fiji", "Visit to Fiji"),
    ("Media Advisory\nVisit to Fiji", "Visit to Fiji"),
    ("Press release, 7 May 2025\n\nVisit to Fiji", "Visit to Fiji"),
    ("The ministers will meet in the great hall of the old town of Strelsau on Friday,\nthe ministry said.", ""),
    ("The ministers meet.", ""),
]


@pytest.mark.parametrize(("head", "expected"), ROWS)
def test_headlines(head, expected):
    assert headline(read((head + BODY).encode())[0], ENGLISH) == expected


def test_one_line_alone_is_a_text_and_no_headline():
    assert headline(Document(text="Minister to visit Oslo"), ENGLISH) == ""
    assert headline(Document(text=""), ENGLISH) == ""


def test_the_title_counts_where_the_text_has_it():
    text = "Ministry\n\nMinister to\nvisit Oslo\n\nShe leaves on Friday."
    assert (
        headline(Document(text=text, title=Stated("Minister to visit Oslo", "<title>")), ENGLISH)
        == "Minister to visit Oslo"
    )
    assert headline(Document(text=text, title=Stated("notice_final (2)", "the file")), ENGLISH) == "Ministry"

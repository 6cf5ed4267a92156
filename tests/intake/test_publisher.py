"""Who published a text, where it names its publisher itself."""

import pytest

from diplocal.intake import read

ROWS = [  # the text, who published it, in which line
    (
        "REPUBLIC OF RURITANIA\nMINISTRY OF FOREIGN AND EUROPEAN AFFAIRS\n\nAgenda\n",
        "Ministry of Foreign and European Affairs",
        2,
    ),
    ("Talks in Oslo\n\nISSUED BY: THE PRESIDENCY\nSTRELSAU", "The Presidency", 3),
    ("Talks in Oslo\nReleased by Office of the Chancellor\n", "Office of the Chancellor", 2),
    ("Deputy Ministry of Harbours, Strelsau\n10:00 Talks", "Deputy Ministry of Harbours", 1),
    ("The Court\n\nHearings on Monday", "The Court", 1),
    (
        "Permanent Mission of Ruritania to the United Nations\n\nTalks",
        "Permanent Mission of Ruritania to the United Nations",
        1,
    ),
    ("Visit to the Ministry of Harbours\n\nTalks on Friday", None, None),
    ("Meeting of the Council\n\nTalks on Friday", None, None),
    ("The Council will meet\n\nTalks on Friday", None, None),
    ("Talks\nIn Parliament on Monday the house was full.\n", None, None),
    ("European Council, 19-20 March 2026\n10:00 Arrivals", None, None),
    ("European Council 19-20 March 2026\n10:00 Arrivals", None, None),
    ("Agenda\n" * 9 + "Ministry of Harbours\n" + "10:00 Talks\n" * 9, None, None),
    ("", None, None),
]


@pytest.mark.parametrize(("text", "publisher", "line"), ROWS)
def test_a_publisher_that_the_text_names(text, publisher, line):
    for written in (text, text.replace("\n", "\r\n")):
        found = read(written.encode())[0].publisher
        assert (found and found.value, found and found.line) == (publisher, line)


def test_what_stands_outside_of_the_text_counts_more():
    page = (
        b'<html><meta property="og:site_name" content="The agency"><body><p>The Court</p><p>Hearings</p></body></html>'
    )
    found = read(page)[0].publisher
    assert found is not None
    assert found.value == "The agency"

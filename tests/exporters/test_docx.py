"""The Word file, read back by python-docx and by our own reader; texts of others stay text in it."""

import io
import subprocess
import sys
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings

from diplocal.exporters import export
from diplocal.exporters.telling.fragments import clean
from diplocal.intake import read
from diplocal.model import Audience
from tests.exporters.harbour_talks import TIMELINE
from tests.exporters.test_html import MARKS, TEXTS, everywhere


def paragraphs(octets: bytes) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(octets)).paragraphs]


def rows(octets: bytes) -> list[list[str]]:
    tables = docx.Document(io.BytesIO(octets)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_the_head_says_what_where_and_when():
    title, where_and_when, announced, *_ = paragraphs(export(TIMELINE, "docx", edition="2"))

    assert title == "Foreign Minister Ada Holt in Bergen"
    assert where_and_when == "Harbour Hall, Bergen · Wednesday 10 to Friday 12 September 2025"
    assert announced.startswith("Edition 2, as of 5 September 2025. As announced by Freedonia Foreign Office")


def test_an_entry_is_a_row_of_its_day():
    told = rows(export(TIMELINE, "docx", zones=["Asia/Seoul"]))

    (dinner,) = [row for row in told if row[1].startswith("Dinner")]

    assert dinner[0].split("\n") == ["19:00–22:30", "Seoul 02:00–05:30 +1 day"]
    assert dinner[1].split("\n") == [
        "Dinner of the League, working dinner, expected, closed to the press",
        "Participants: Ada Holt (Foreign Minister, Freedonia; head of delegation); ministers of several ports",
    ]
    assert [one[0] for one in told if one[1].startswith("Boat tour")] == ["Time not given"]


def test_what_is_off_is_struck_through_and_a_title_leads_to_its_page():
    document = docx.Document(io.BytesIO(export(TIMELINE, "docx")))
    cells = [row.cells[1].paragraphs[0] for table in document.tables for row in table.rows]

    assert [one.runs[0].text for one in cells if one.runs and one.runs[0].font.strike] == [
        "Boat tour | “Old Harbour”",
        "Talks with Minister Lien",
    ]
    assert [link.text for one in cells for link in one.hyperlinks] == ["Joint press conference"]


def test_what_to_check_can_be_left_out_and_what_is_internal_is():
    assert "To check" in paragraphs(export(TIMELINE, "docx"))
    assert "To check" not in paragraphs(export(TIMELINE, "docx", reasons=False))
    assert rows(export(TIMELINE, "docx")) != rows(export(TIMELINE, "docx", audience=Audience.INTERNAL))


def test_french_words_are_checked_as_french():
    octets = export(TIMELINE, "docx", language="fr")

    assert "En général" not in paragraphs(octets)
    assert "Sur plusieurs jours" in paragraphs(octets)
    assert b'w:lang w:val="fr"' in ZipFile(io.BytesIO(octets)).read("word/styles.xml")


def test_the_file_bears_no_moment_of_its_making():
    octets = export(TIMELINE, "docx")

    assert {one.date_time for one in ZipFile(io.BytesIO(octets)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert octets == export(TIMELINE, "docx")


def test_our_own_reader_finds_the_days():
    (document,) = read(export(TIMELINE, "docx"))

    assert "Thursday 11 September 2025" in document.text
    assert "Plenary of the League of Ports, confirmed, open to the press" in document.text


@settings(max_examples=10)
@given(TEXTS.filter(clean))
def test_a_text_of_others_stays_text(text):
    plain, told = export(everywhere("x"), "docx"), export(everywhere(text), "docx")

    assert len(rows(told)) == len(rows(plain))
    assert clean(text) in "\n".join(paragraphs(told)).replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("text", [MARKS.replace("\n", " ").strip(), "W" * 2000])
def test_marks_come_back_as_they_were(text):
    assert clean(text) in paragraphs(export(everywhere(text), "docx"))[0].strip("\u2068\u2069")


def test_without_python_docx_the_error_names_the_extra():
    code = (
        "import sys; sys.modules['docx'] = None; import diplocal; from diplocal.timeline import Timeline\n"
        "try: diplocal.export(Timeline(key='p', title='x'), 'docx')\n"
        "except diplocal.ExportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout == "a Word file needs python-docx: pip install 'diplocal[word]'\n"

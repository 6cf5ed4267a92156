"""Phrases stand for their references and are written back; what is refused, and where reading stops."""

import pytest

from diplocal import phrases
from diplocal.errors import PhraseError
from tests.phrases.rows import ROWS


@pytest.mark.parametrize(("phrase", "reference"), ROWS, ids=[repr(phrase) for phrase, _ in ROWS])
def test_a_phrase_stands_for_a_reference(phrase, reference):
    assert phrases.parse(phrase) == reference


WERE_WRITTEN_OTHERWISE = [
    "2025-04-03 and Wed. and 2025-04-03 and 1st",
    "3 April or Monday or 5 May",
    "Monday, 3 April and Tuesday",
    "Thursday and 31 and 2 June",
    "2 and 7 December & Sunday week and the 3rd",
    "Wednesday week and the 3rd in the evening",
    "the eve of yesterday",
    "until in 2 weeks",
    "by three months from now",
    "day 32 of the visit",
    "for 7 days from 14 days ago at midnight",
    "the 3rd and Saturday, 14 and 2 August",
    "Monday and Tuesday and Wednesday and Thursday and Friday and Saturday and Sunday and Monday and Tuesday",
]


@pytest.mark.parametrize("phrase", WERE_WRITTEN_OTHERWISE)
def test_what_fuzzing_found_is_written_and_read_back(phrase):
    reference = phrases.parse(phrase)
    assert phrases.parse(phrases.format(reference)) == reference


@pytest.mark.parametrize(("phrase", "reference"), ROWS, ids=[repr(phrase) for phrase, _ in ROWS])
def test_what_a_phrase_stands_for_is_written_and_read_back(phrase, reference):
    assert phrases.parse(phrases.format(reference)) == reference


DAYS = "words of time such as 'on Thursday' or 'from 2 to 4 April'"
END = "the end of the phrase"

REFUSED: list[tuple[str, int, str, str | None]] = [
    ("Wensday", 0, DAYS, "Wednesday"),
    ("on Wensday", 3, DAYS, "on Wednesday"),
    ("next Thrusday", 5, DAYS, "next Thursday"),
    ("3 Arpil", 2, DAYS, "3 April"),
    ("tommorow", 0, DAYS, "tomorrow"),
    ("from Monday to Wensday", 15, END, "from Monday to Wednesday"),
    ("jeudi", 0, DAYS, None),
    ("am Donnerstag", 3, DAYS, None),
    ("hello", 0, DAYS, None),
    ("Thursday banana", 9, END, None),
    ("Thursday at 25:00", 12, "a time from 00:00 to 23:59", None),
    ("Thursday at 10:75", 12, "a time from 00:00 to 23:59", None),
    ("Thursday at 13 p.m.", 12, "an hour from 1 to 12 before a.m. or p.m.", None),
    ("32 April", 0, "a day from 1 to 31", None),
    ("April 32", 6, "a day from 1 to 31", None),
    ("the 32nd", 4, "a day from 1 to 31", None),
    ("2025-13-01", 5, "a month from 01 to 12", None),
    ("2025-04-32", 8, "a day from 1 to 31", None),
    ("03.04.25", 0, "the month in words, as in '3 April', or a date such as 2025-04-03", None),
    ("3.4.25", 0, "the month in words, as in '3 April', or a date such as 2025-04-03", None),
    ("from Monday to", 12, END, None),
    ("Thursday Friday", 9, END, None),
    ("the meeting on Thursday", 4, DAYS, None),
    ("", 0, "words of time such as 'from Wednesday to Friday'", None),
    ("   ", 0, "words of time such as 'from Wednesday to Friday'", None),
    ("\x00", 0, DAYS, None),
    ("\ud800", 0, DAYS, None),
    ("([{", 0, DAYS, None),
]


@pytest.mark.parametrize(("phrase", "offset", "expected", "suggestion"), REFUSED, ids=[repr(r[0]) for r in REFUSED])
def test_what_is_no_time_is_refused_where_reading_stops(phrase, offset, expected, suggestion):
    with pytest.raises(PhraseError) as caught:
        phrases.parse(phrase)
    assert (caught.value.offset, caught.value.expected, caught.value.suggestion) == (offset, expected, suggestion)
    assert caught.value.phrase == phrase

"""Texts that nobody means well by: no traceback, and time in step with their length."""

import datetime as dt

import pytest

from diplocal import read_phrase, read_text
from diplocal.errors import ReadingError
from diplocal.languages.en import grammar
from tests.counting import calls

TUESDAY = dt.date(2025, 4, 1)
COMPILED = not grammar.__file__.endswith(".py")

ENDED_IN_AN_ERROR = [
    ("The ministers meet on Wednesday, two-day talks follow.", ["on Wednesday"]),
    ("On Friday, a three-day fast.", ["On Friday"]),
]


@pytest.mark.parametrize(("text", "found"), ENDED_IN_AN_ERROR)
def test_what_once_ended_in_an_error_is_read(text, found):
    assert [finding.mention.text for finding in read_text(text, published=TUESDAY)] == found


def test_days_in_a_set_are_found_where_they_stand():
    text = "They meet on New Year's Eve, the second and the fifth of January."
    found = [finding.mention.text for finding in read_text(text, published=TUESDAY)]
    assert found == ["on New Year's Eve", "the second", "the fifth of January"]


WENT_TOO_DEEP = ["Monday-Tuesday(", "from Monday to Wednesday, ", "Monday to Sunday (", "Monday and Tuesday, "]


@pytest.mark.parametrize("piece", WENT_TOO_DEEP)
def test_what_once_went_too_deep_is_read(piece):
    assert len(read_text(piece * 2000, published=TUESDAY)) >= 2000


@pytest.mark.skipif(COMPILED, reason="compiled functions are not counted")
@pytest.mark.parametrize("piece", WENT_TOO_DEEP)
def test_twice_the_text_is_twice_the_work(piece):
    half = calls(lambda: read_text(piece * 100, published=TUESDAY))
    assert calls(lambda: read_text(piece * 200, published=TUESDAY)) < 2.2 * half


LATE = dt.datetime(9999, 12, 31, 23, tzinfo=dt.UTC)
EARLY = dt.datetime(1, 1, 1, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(("published", "zone"), [(LATE, "Asia/Seoul"), (EARLY, "America/New_York")])
@pytest.mark.parametrize("read", [read_text, read_phrase])
def test_a_day_of_publication_beyond_the_calendar_is_told(read, published, zone):
    with pytest.raises(ReadingError, match="outside the years 1 to 9999") as caught:
        read("on Thursday", published=published, zone=zone)
    assert caught.value.phrase == published.isoformat()


@pytest.mark.parametrize("published", [dt.date.min, dt.date.max, LATE, EARLY])
@pytest.mark.parametrize(
    "text", ["on Thursday", "It met on Monday. The day after, it left, on 3 July.", "the previous day", "in June"]
)
def test_near_the_ends_of_the_calendar_there_is_an_answer_or_a_reading_error(text, published):
    try:
        answer = [finding.reading.why for finding in read_text(text, published=published)]
    except ReadingError as error:
        answer = [str(error)]
    assert all(answer)

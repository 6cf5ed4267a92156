"""Times of day as ministries write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import PhraseError
from diplocal.phrases import format_time, parse_time, written_time
from diplocal.when import Clock, ClockSpan, InPart, PartOfDay
from tests.strategies import times

NINE, TEN, ELEVEN = Clock(9), Clock(10), Clock(11)

ROWS = [  # as it is written, the time, whether it is provisional
    ("09.30", Clock(9, 30), False),
    ("9.30", Clock(9, 30), False),
    ("1430", Clock(14, 30), False),
    ("1430-1600", ClockSpan(Clock(14, 30), Clock(16)), False),
    ("from 08.00", Clock(8), False),
    ("From 8 a.m.", Clock(8), False),
    ("+/- 09.00", Clock(9, about=True), False),
    ("±9:00", Clock(9, about=True), False),
    ("approx. 15.00", Clock(15, about=True), False),
    ("ca. 9.00", Clock(9, about=True), False),
    ("10-11", ClockSpan(TEN, ELEVEN), False),
    ("10 – 11", ClockSpan(TEN, ELEVEN), False),
    ("10h-11h", ClockSpan(TEN, ELEVEN), False),
    ("10-11.30", ClockSpan(TEN, Clock(11, 30)), False),
    ("10.00 to 11.00", ClockSpan(TEN, ELEVEN), False),
    ("from 9 to 11", ClockSpan(NINE, ELEVEN), False),
    ("9-11 a.m.", ClockSpan(NINE, ELEVEN), False),
    ("10-11 local time", ClockSpan(Clock(10, zone="local"), Clock(11, zone="local")), False),
    ("22.30-00.30", ClockSpan(Clock(22, 30), Clock(0, 30)), False),
    ("18:00 (tbc)", Clock(18), True),
    ("18.00 TBC", Clock(18), True),
    ("18:00 (to be confirmed)", Clock(18), True),
    ("morning (t.b.c.)", InPart(PartOfDay.MORNING), True),
    ("tbc", None, True),
    ("(to be decided)", None, True),
]


@pytest.mark.parametrize(("words", "time", "provisional"), ROWS)
def test_what_lists_write(words, time, provisional):
    assert written_time(words) == (time, provisional)


@pytest.mark.parametrize("words", ["25.00", "10.75", "10", "10.2025", "Talks", "", "12-35", "24-26", "(tbc) 18:00"])
def test_what_is_no_time(words):
    with pytest.raises(PhraseError):
        written_time(words)


@given(times())
def test_what_running_text_says_means_the_same(time):
    try:
        words = format_time(time)
        said = parse_time(words)
    except (PhraseError, LookupError):  # some times have no words
        return
    assert written_time(words) == (said, False)


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_dot_is_a_colon(hour, minute):
    assert written_time(f"{hour}.{minute:02}") == (Clock(hour, minute), False)

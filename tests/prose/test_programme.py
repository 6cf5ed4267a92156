"""Programmes: days stated once, and the weekdays that are laid out in them."""

import datetime as dt
import re

import pytest

from diplocal import read_text
from diplocal.evidence.programme import programme
from diplocal.prose.text_reader import page_of

TUESDAY = dt.date(2025, 4, 1)
FRAME = "The Minister will be in Oslo from 5 to 9 May. "

WEEKDAYS = [  # the text, and what its weekdays are read as
    (
        FRAME + "Talks are on the Monday; on Wednesday she speaks. She is home on Saturday.",
        "5 May certain, 7 May preferred, 10 May preferred",
    ),
    # what is past and a deadline are no part of it
    (
        FRAME + "She speaks on Tuesday, on Thursday and on Friday, he said on Monday.",
        "6 May preferred, 8 May certain, 9 May certain, 31 March certain",
    ),
    (
        FRAME + "She speaks on Tuesday, on Thursday and on Friday. Register by Wednesday.",
        "6 May preferred, 8 May certain, 9 May certain, 2 April preferred",
    ),
    (
        FRAME + "She speaks on Tuesday, on Thursday and on Friday. They met on Sunday.",
        "6 May preferred, 8 May certain, 9 May certain, 30 March certain",
    ),
    # a frame that is open at first, one that is stated on the way, a week, a day
    (
        "She leaves on Sunday, 4 May, until 9 May. Talks start on Tuesday, go on on Wednesday and end on Thursday.",
        "6 May certain, 7 May certain, 8 May preferred",
    ),
    (
        "Talks are on 6 and 7 May. Tuesday is for tea. On 13 and 14 May leaders meet, on Tuesday and on Wednesday.",
        "6 May certain, 13 May preferred, 14 May preferred",
    ),
    (
        "Next week she is in Oslo. On Tuesday she speaks. On Thursday she dines. On Friday she leaves.",
        "7 April certain, 8 April preferred, 10 April preferred, 11 April preferred",
    ),
    (
        "The port opens on Sunday, 4 May. On Saturday she lands. On Sunday she speaks. On Monday she leaves.",
        "3 May preferred, 4 May certain, 5 May preferred",
    ),
]

OTHERS = {
    "two weekdays": FRAME + "On Tuesday she speaks. On Thursday she dines.",
    "verbs that look back": FRAME + "On Tuesday she spoke. On Thursday she dined. On Friday she left.",
    "weekdays beside the frame": "A port opens on 8 May. It is shown on Tuesday and on Wednesday, and again on Friday.",
    "a frame before publication": "She was in Oslo from 5 to 9 March. On Friday she rests, on Monday and Tuesday not.",
    "a frame within six days": "Talks are on 3 and 4 April. On Wednesday they dine, on Thursday sign, on Friday go.",
    "a frame that contradicts itself": "She is in Oslo from Friday, 5 to Tuesday, 9 May. "
    "On Tuesday she speaks. On Thursday she rests. On Friday she leaves.",
    "a week of its own before the frame": "On Wednesday ministers meet. It opens on 6 May. On Thursday they talk of "
    "fish, on Friday of coal, on Tuesday of nothing.",
    "a frame of two months": "It is open from 5 May to 30 June. She comes on Tuesday, on Thursday and on Friday.",
}


@pytest.mark.parametrize(("text", "read"), WEEKDAYS)
def test_the_weekdays_of_a_programme(text: str, read: str) -> None:
    readings = [one.reading for one in read_text(text, published=TUESDAY) if not re.search(r"\d", one.mention.text)]
    assert ", ".join(f"{one.start.day} {one.start:%B} {one.certainty.value}" for one in readings) == read


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_programme(text: str) -> None:
    assert programme(page_of(text, TUESDAY, None)) == {}


def test_a_week_that_begins_tomorrow_is_no_frame() -> None:
    text = "They meet this week. On Thursday they talk, on Friday they sign. It ends on 16 April, on Wednesday they go."
    assert programme(page_of(text, dt.date(2025, 4, 6), None)) == {}


def test_what_a_programme_decides_is_preferred_with_the_nearer_day_beside_it() -> None:
    text = FRAME + "On Wednesday she opens a school. On Friday she speaks. On Tuesday she leaves."
    reading = read_text(text, published=TUESDAY)[-1].reading
    assert (reading.start, reading.rule, reading.certainty.value) == (
        dt.date(2025, 5, 6), "weekday-in-programme", "preferred",
    )  # fmt: skip
    assert TUESDAY in [other.start for other in reading.alternatives]

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
    (FRAME + "She opens a school on Tuesday. On Thursday she sees the King.", "6 May certain, 8 May preferred"),
    (
        FRAME + "Talks are on the Monday; on Wednesday she speaks. She is home on Saturday.",
        "5 May certain, 7 May preferred, 10 May preferred",
    ),
    (
        "The port opens on Sunday, 4 May. On Saturday she lands. On Sunday she speaks. On Monday she leaves.",
        "3 May preferred, 4 May certain, 5 May preferred",
    ),
    # what is past and a deadline are no part of it
    (
        FRAME + "On Tuesday she speaks; on Friday she leaves, he said on Monday.",
        "6 May certain, 9 May preferred, 31 March certain",
    ),
    (
        FRAME + "On Tuesday she speaks; on Friday she leaves. Register by Thursday.",
        "6 May certain, 9 May preferred, 3 April preferred",
    ),
    (
        FRAME + "On Tuesday she speaks; on Friday she leaves. They met on Sunday.",
        "6 May certain, 9 May preferred, 30 March certain",
    ),
    # a frame that is open at first, and one that is stated on the way
    (
        "She leaves on Sunday, 4 May, until 9 May. Talks start on Tuesday and end on Thursday.",
        "6 May certain, 8 May certain",
    ),
    (
        "Talks are on 6 and 7 May. Tuesday is for tea. On 13 and 14 May leaders dine on Tuesday.",
        "6 May certain, 13 May preferred",
    ),
]

OTHERS = {
    "one weekday": FRAME + "On Thursday she will brief the press.",
    "verbs that look back": FRAME + "On Tuesday she spoke. On Thursday she saw the King.",
    "weekdays beside the frame": FRAME + "The press is briefed on Sunday; she lands on Saturday.",
    "a frame before publication": "She was in Oslo from 5 to 9 March. On Friday she speaks. On Monday she leaves.",
    "a frame within six days": "Talks will be held on 3 and 4 April. On Thursday they dine. On Friday they sign.",
    "days at hand": "Talks are from 19 to 21 May. Aides meet on 7 April. He dines on Monday and signs on Tuesday.",
    "a frame that contradicts itself": "She is in Oslo from Friday, 5 to Tuesday, 9 May. "
    "On Tuesday she speaks. On Thursday she rests.",
    "a frame of two months": "The school is open from 5 May to 30 June. On Tuesday she speaks. On Thursday she leaves.",
}


@pytest.mark.parametrize(("text", "read"), WEEKDAYS)
def test_the_weekdays_of_a_programme(text: str, read: str) -> None:
    readings = [one.reading for one in read_text(text, published=TUESDAY) if not re.search(r"\d", one.mention.text)]
    assert ", ".join(f"{one.start.day} {one.start:%B} {one.certainty.value}" for one in readings) == read


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_is_no_programme(text: str) -> None:
    assert programme(page_of(text, TUESDAY, None)) == {}


def test_what_a_programme_decides_is_preferred_with_the_nearer_day_beside_it() -> None:
    text = FRAME + "On Wednesday she opens a school. On Friday she speaks. On Tuesday she leaves."
    reading = read_text(text, published=TUESDAY)[-1].reading
    assert (reading.start, reading.rule, reading.certainty.value) == (
        dt.date(2025, 5, 6), "weekday-in-programme", "preferred",
    )  # fmt: skip
    assert TUESDAY in [other.start for other in reading.alternatives]

"""Lines that are in no entry of a draft are named, and marks stand until somebody takes them out."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.checks import marks
from diplocal.drafting.leftover import Left, left_over, spans_of
from diplocal.drafting.marking import marked
from diplocal.languages.notices import notices_in
from diplocal.model import Event, Person, Programme, Session, Source

ENGLISH = notices_in("en")
AGENDA = """\
Week of the Minister
Published: 9 May 2025

MONDAY 12 MAY
09.30 Talks with the
    Ambassador of Brazil
11h00 Lunch

TUESDAY 13 MAY
The fleet has 12.5 ships and sails for three days. In 2019 it had ten.

WEDNESDAY 14 MAY
9:00 a.m. Arrival. Noon: banquet
"""

HEADS = {AGENDA.index(day) for day in ("MONDAY", "TUESDAY", "WEDNESDAY")}
ROWS = [  # notes of entries, the lines that are left
    ([], [2, 4, 5, 7, 9, 12, 13]),
    (["09.30 Talks with the Ambassador of Brazil"], [2, 7, 9, 12, 13]),
    (["11h00 Lunch", "9:00 a.m. Arrival."], [2, 5, 9, 13]),
    ([line for line in AGENDA.split("\n") if line], []),
]


@pytest.mark.parametrize(("notes", "lines"), ROWS)
def test_lines_that_no_note_holds(notes, lines):
    found = left_over(AGENDA, spans_of(AGENDA, notes), ENGLISH, heads=HEADS)
    assert list(dict.fromkeys(one.line for one in found)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The dinner has been cancelled.", [1]),
        ("The talks are postponed.", [1]),
        ("The dinner has been moved to the embassy.", [1]),
        ("The tour was cancelled once before.", []),
    ],
)
def test_what_is_called_off_without_a_day_is_named(text, lines):
    assert [one.line for one in left_over(text, [], ENGLISH)] == lines


def test_the_day_of_publication_is_no_event():
    assert [one.line for one in left_over(AGENDA, [], ENGLISH, published=2)][:1] == [4]


def test_of_a_long_line_the_sentence_is_told():
    text = "The ministers spoke at length about the harbour and about fishing rights in the strait. " * 2
    text += "They meet again at 10:30 on Friday. Nothing else was said about it."
    assert left_over(text, [], ENGLISH) == (Left(1, "They meet again at 10:30 on Friday."),)
    assert left_over(text, spans_of(text, ["They meet again at 10:30 on Friday."]), ENGLISH) == ()


def test_a_note_may_stand_several_times():
    text = "10:00 Talks\n10:00 Talks\n11:00 Lunch"
    assert left_over(text, spans_of(text, ["10:00\tTalks"]), ENGLISH) == (Left(3, "11:00 Lunch"),)


LINES = ["10:00 Talks", "MONDAY 12 MAY", "", "Lunch", "3 June - Oslo", "noon", "The week ahead"]


@given(st.lists(st.sampled_from(LINES), max_size=12), st.data())
def test_what_is_taken_is_not_left(lines, data):
    text = "\n".join(lines)
    taken = data.draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted), max_size=4))
    left = left_over(text, [(start, end) for start, end in taken], ENGLISH)
    everything = left_over(text, [], ENGLISH)
    assert set(left) <= set(everything)
    assert left_over(text, [(0, len(text))], ENGLISH) == ()
    assert all(one.words == " ".join(lines[one.line - 1].split()) for one in everything)


PROGRAMME = Programme(
    key="visit",
    title="A visit",
    sources=[Source(key="notice", publisher="unknown", published=dt.date(2025, 4, 1))],
    people=[Person(key="park", name="Mina Park")],
    events=[
        Event(key="talks", title="Talks", sessions=[Session(key="lunch", title="Lunch")]),
        Event(key="more", title="talks"),
    ],
)


def test_doubts_stand_on_the_records_they_are_about():
    doubts = {"events[0].sessions[0].when": "one\ntwo", "sources.notice.publisher": "who?", "events[10]": "none"}
    made = marked(PROGRAMME, doubts, [Left(3, "a"), Left(3, "b"), Left(7, "c")])
    assert [(mark.where, mark.key, mark.words) for mark in marks(made)] == [
        ("", "visit", "lines 3, 7 of the notice are in no entry"),
        ("sources.notice", "notice", "who?"),
        ("events[0]", "talks", "has the title of another entry; give it one of its own"),
        ("events[0].sessions[0]", "lunch", "one"),
        ("events[0].sessions[0]", "lunch", "two"),
        ("events[1]", "more", "has the title of another entry; give it one of its own"),
    ]


def test_without_doubts_a_programme_stays_as_it_is():
    one = Programme(key="visit", title="A visit", events=[Event(key="talks", title="Talks")])
    assert marked(one, {}) == one
    assert marks(one) == ()

"""How evidence narrows candidates, and what reading comes of it: tables of clues first, laws second."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.constraints import Clue, Inside, Reaches, Starts, decide, narrow
from diplocal.reading import Candidate, Certainty


def april(first: int, last: int | None = None, why: str = "because") -> Candidate:
    return Candidate(dt.date(2025, 4, first), dt.date(2025, 4, last or first), "rule", why)


def day(number: int) -> dt.date:
    return dt.date(2025, 4, number)


CLUES: list[tuple[Clue, Candidate, bool]] = [
    (Inside(day(3), day(5), ""), april(3, 5), True),
    (Inside(day(3), day(5), ""), april(2, 5), False),
    (Inside(day(3), day(5), ""), april(3, 6), False),
    (Inside(None, day(5), ""), april(1, 5), True),
    (Inside(day(3), None, ""), april(9), True),
    (Starts(day(3), day(5), ""), april(5, 9), True),
    (Starts(day(3), day(5), ""), april(6), False),
    (Starts(None, day(5), ""), april(1), True),
    (Starts(day(3), None, ""), april(2, 9), False),
    (Reaches(day(3), ""), april(1, 3), True),
    (Reaches(day(3), ""), april(1, 2), False),
]


@pytest.mark.parametrize(("clue", "candidate", "allowed"), CLUES)
def test_a_clue_allows_what_keeps_to_it(clue, candidate, allowed):
    assert clue.allows(candidate) is allowed


HARD_3 = Inside(day(3), day(3), "hard: the 3rd")
SOFT_3 = Inside(day(3), day(3), "soft: the 3rd", hard=False)
SOFT_4 = Inside(day(4), day(4), "soft: the 4th", hard=False)
HARD_9 = Inside(day(9), day(9), "hard: the 9th")

READINGS: list[tuple[list[int], list[Clue], bool, tuple[int, Certainty, list[int], list[int]]]] = [
    # candidates, clues, whether a convention ranks them -> day, certainty, alternatives, rejected
    ([3], [], False, (3, Certainty.CERTAIN, [], [])),
    ([3, 4], [], False, (3, Certainty.AMBIGUOUS, [4], [])),
    ([3, 4], [], True, (3, Certainty.PREFERRED, [4], [])),
    ([4, 3], [HARD_3], False, (3, Certainty.CERTAIN, [], [4])),
    ([4, 3], [SOFT_3], False, (3, Certainty.PREFERRED, [4], [])),
    ([4, 3], [SOFT_4, HARD_3], False, (3, Certainty.CERTAIN, [], [4])),
    ([4, 3, 5], [SOFT_3, SOFT_4], False, (3, Certainty.PREFERRED, [4, 5], [])),
    ([3, 4], [HARD_9], False, (3, Certainty.AMBIGUOUS, [4], [])),
    ([3], [HARD_3, SOFT_4], False, (3, Certainty.CERTAIN, [], [])),
]


@pytest.mark.parametrize(("days", "clues", "ranked", "expected"), READINGS)
def test_evidence_decides_how_sure_a_reading_is(days, clues, ranked, expected):
    reading = decide(narrow([april(number) for number in days], clues), prefer_first=ranked)
    others = [other.start.day for other in reading.alternatives]
    assert (reading.start.day, reading.certainty, others, [r.start.day for r in reading.rejected]) == expected


def test_a_reading_tells_what_decided():
    reading = decide(narrow([april(4, why="the 4th"), april(3, why="the 3rd")], [HARD_3]))
    assert reading.why == "the 3rd; hard: the 3rd"
    assert [other.why for other in reading.rejected] == ["hard: the 3rd"]


def test_a_weak_sign_is_told_with_what_it_went_against():
    reading = decide(narrow([april(4, why="the 4th"), april(3)], [SOFT_3]))
    assert [other.why for other in reading.alternatives] == ["the 4th; against it: soft: the 3rd"]


def test_a_hard_clue_that_nothing_satisfies_is_a_contradiction():
    assert narrow([april(3), april(4)], [HARD_9]).contradictions == (HARD_9,)


# --- laws -------------------------------------------------------------------------------------------------------------

days = st.integers(1, 30)
candidates = st.lists(days, min_size=1, max_size=6, unique=True).map(lambda numbers: [april(n) for n in numbers])
bounds = st.none() | days.map(day)
clues = st.lists(
    st.one_of(
        st.builds(Inside, bounds, bounds, st.just("inside"), st.booleans()),
        st.builds(Starts, bounds, bounds, st.just("starts"), st.booleans()),
        st.builds(Reaches, days.map(day), st.just("reaches"), st.booleans()),
    ),
    max_size=5,
)


@given(candidates, clues)
def test_nothing_is_lost_and_something_is_kept(found, evidence):
    narrowed = narrow(found, evidence)
    fallen = [candidate for candidate, _ in (*narrowed.soft, *narrowed.excluded)]
    assert narrowed.kept
    assert sorted([*narrowed.kept, *fallen], key=lambda c: c.start) == sorted(found, key=lambda c: c.start)
    assert list(narrowed.kept) == [candidate for candidate in found if candidate in narrowed.kept]


@given(candidates, clues, st.booleans())
def test_every_alternative_differs_from_the_answer(found, evidence, ranked):
    reading = decide(narrow(found, evidence), prefer_first=ranked)
    others = [(other.start, other.end) for other in (*reading.alternatives, *reading.rejected)]
    assert (reading.start, reading.end) not in others
    assert len(set(others)) == len(others)
    assert (reading.certainty is Certainty.CERTAIN) == (not reading.alternatives)


@given(candidates, clues)
def test_what_hard_evidence_excludes_is_never_an_alternative(found, evidence):
    reading = decide(narrow(found, evidence))
    hard = [clue for clue in evidence if clue.hard and any(clue.allows(c) for c in found)]
    if len(hard) == 1:
        open_ = [april(other.start.day, other.end.day) for other in reading.alternatives]
        assert all(hard[0].allows(candidate) for candidate in open_)

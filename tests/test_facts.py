"""How facts and conventions decide between candidates, and what reading comes of it: tables first, laws second."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.evidence.facts import Allows, Fact, apply_facts, decide, holding, inside, reaching, starting
from diplocal.reading import Candidate, Certainty


def april(first: int, last: int | None = None, why: str = "because") -> Candidate:
    return Candidate(dt.date(2025, 4, first), dt.date(2025, 4, last or first), "rule", why)


def day(number: int) -> dt.date:
    return dt.date(2025, 4, number)


ALLOWED: list[tuple[Allows, Candidate, bool]] = [
    (inside((day(3), day(5))), april(3, 5), True),
    (inside((day(3), day(5))), april(2, 5), False),
    (inside((day(3), day(5))), april(3, 6), False),
    (inside((day(1), day(2)), (day(3), day(5))), april(4), True),
    (inside((day(1), day(2)), (day(3), day(5))), april(2, 3), False),
    (holding((day(3), day(5))), april(2, 5), True),
    (holding((day(3), day(5))), april(3, 4), False),
    (starting(day(3), day(5)), april(5, 9), True),
    (starting(day(3), day(5)), april(6), False),
    (starting(last=day(5)), april(1), True),
    (starting(first=day(3)), april(2, 9), False),
    (reaching(day(3)), april(1, 3), True),
    (reaching(day(3)), april(1, 2), False),
]


@pytest.mark.parametrize(("allows", "candidate", "allowed"), ALLOWED)
def test_a_fact_allows_what_agrees_with_it(allows, candidate, allowed):
    assert allows(candidate) is allowed


def on(number: int, why: str, *, is_convention: bool = False) -> Fact:
    return Fact(inside((day(number), day(number))), why, is_convention=is_convention)


FACT_3 = on(3, "fact: the 3rd")
FACT_9 = on(9, "fact: the 9th")
CONVENTION_3 = on(3, "convention: the 3rd", is_convention=True)
CONVENTION_4 = on(4, "convention: the 4th", is_convention=True)
LATE = Fact(starting(first=day(4)), "late", is_convention=True)

READINGS: list[tuple[list[int], list[Fact], bool, tuple[int, Certainty, list[int], list[int]]]] = [
    # candidates, facts, whether a convention ranks them -> day, certainty, alternatives, rejected
    ([3], [], False, (3, Certainty.CERTAIN, [], [])),
    ([3, 4], [], False, (3, Certainty.AMBIGUOUS, [4], [])),
    ([3, 4], [], True, (3, Certainty.PREFERRED, [4], [])),
    ([3, 4, 5, 6], [], True, (3, Certainty.PREFERRED, [4, 5, 6], [])),
    ([4, 3], [FACT_3], False, (3, Certainty.CERTAIN, [], [4])),
    ([4, 3], [CONVENTION_3], False, (3, Certainty.PREFERRED, [4], [])),
    ([4, 3], [CONVENTION_4, FACT_3], False, (3, Certainty.CERTAIN, [], [4])),
    ([4, 3, 5], [CONVENTION_3, CONVENTION_4], False, (3, Certainty.PREFERRED, [4, 5], [])),
    ([3, 4, 5], [LATE], False, (4, Certainty.AMBIGUOUS, [5, 3], [])),
    ([3, 4, 5], [LATE], True, (4, Certainty.PREFERRED, [5, 3], [])),
    ([3, 4], [FACT_9], False, (3, Certainty.AMBIGUOUS, [4], [])),
    ([3], [FACT_3, CONVENTION_4], False, (3, Certainty.CERTAIN, [], [])),
]


@pytest.mark.parametrize(("days", "facts", "in_order", "expected"), READINGS)
def test_facts_and_conventions_decide_how_sure_a_reading_is(days, facts, in_order, expected):
    reading = decide(apply_facts([april(number) for number in days], facts), in_order=in_order)
    others = [other.start.day for other in reading.alternatives]
    assert (reading.start.day, reading.certainty, others, [r.start.day for r in reading.rejected]) == expected


def test_a_reading_tells_what_decided():
    reading = decide(apply_facts([april(4, why="the 4th"), april(3, why="the 3rd")], [FACT_3]))
    assert reading.why == "the 3rd; fact: the 3rd"
    assert [other.why for other in reading.rejected] == ["fact: the 3rd"]


def test_a_convention_is_told_with_what_it_went_against():
    reading = decide(apply_facts([april(4, why="the 4th"), april(3)], [CONVENTION_3]))
    assert [other.why for other in reading.alternatives] == ["the 4th; against it: convention: the 3rd"]


def test_a_fact_that_nothing_agrees_with_is_a_contradiction():
    assert apply_facts([april(3), april(4)], [FACT_9]).contradictions == (FACT_9,)


# --- laws -------------------------------------------------------------------------------------------------------------

days = st.integers(1, 30)
candidates = st.lists(days, min_size=1, max_size=6, unique=True).map(lambda numbers: [april(n) for n in numbers])
spans = st.tuples(days, days).map(lambda ends: (day(min(ends)), day(max(ends))))
allows = st.one_of(spans.map(inside), spans.map(lambda span: starting(*span)), days.map(day).map(reaching))
facts = st.lists(st.builds(Fact, allows, st.just("why"), is_convention=st.booleans()), max_size=5)


@given(candidates, facts)
def test_nothing_is_lost_and_something_is_kept(found, stated):
    ruled = apply_facts(found, stated)
    assert ruled.kept
    assert sorted([*ruled.kept, *(c for c, _ in ruled.fallen)], key=lambda c: c.start) == sorted(
        found, key=lambda c: c.start
    )
    assert list(ruled.kept) == [candidate for candidate in found if candidate in ruled.kept]


@given(candidates, facts, st.booleans())
def test_every_alternative_differs_from_the_answer(found, stated, in_order):
    reading = decide(apply_facts(found, stated), in_order=in_order)
    others = [(other.start, other.end) for other in (*reading.alternatives, *reading.rejected)]
    assert (reading.start, reading.end) not in others
    assert len(set(others)) == len(others)
    assert (reading.certainty is Certainty.CERTAIN) == (not reading.alternatives)


@given(candidates, facts, st.booleans())
def test_an_answer_is_one_that_nothing_speaks_against_and_no_convention_makes_it_certain(found, stated, in_order):
    ruled = apply_facts(found, stated)
    reading = decide(ruled, in_order=in_order)
    assert (reading.start, reading.end) in [(c.start, c.end) for c in ruled.kept]
    conventions = in_order or any(fact.is_convention for _, fact in ruled.fallen)
    only_facts = len(ruled.kept) == 1 and not any(fact.is_convention for _, fact in ruled.fallen)
    assert (reading.certainty is Certainty.CERTAIN) == only_facts
    if reading.certainty is Certainty.PREFERRED:
        assert conventions


@given(candidates, facts)
def test_what_a_fact_rules_out_is_never_an_alternative(found, stated):
    reading = decide(apply_facts(found, stated))
    hard = [fact for fact in stated if not fact.is_convention and any(fact.allows(c) for c in found)]
    if len(hard) == 1:
        open_ = [april(other.start.day, other.end.day) for other in reading.alternatives]
        assert all(hard[0].allows(candidate) for candidate in open_)

"""The evidence: what a clause says of a reference, the data it is weighed with, and the grades it comes to."""

import datetime as dt

import pytest

from diplocal import Certainty, Conventions, read_phrase, read_text
from diplocal.evidence.choice import CERTAIN, OPEN, Choice, Weighed, share_out
from diplocal.evidence.neighbours import notes
from diplocal.evidence.weights import weights_of
from diplocal.prose.joint import read
from diplocal.prose.text_reader import page_of
from diplocal.reading import Candidate

TUESDAY = dt.date(2025, 4, 1)

CLAUSES = [
    ("The ministers will meet on Thursday.", "meet", "future", False),
    ("The talks were held on Monday.", "hold", "past", False),
    ("She resigned, he said on Monday.", "say", "past", True),
    ("On Monday the court had ruled.", "rule", "pluperfect", False),
    ("OSLO, April 1 - The king is here.", "be", "present", True),
]


@pytest.mark.parametrize(("text", "lemma", "tense", "report"), CLAUSES)
def test_what_the_clause_of_a_reference_says(text: str, lemma: str, tense: str, *, report: bool) -> None:
    (finding,) = read_text(text, published=TUESDAY, clauses=True)
    clause = finding.mention.clause
    assert clause is not None
    assert (clause.lemma, clause.tense, clause.report) == (lemma, tense, report)


def test_clauses_are_given_when_they_are_asked_for() -> None:
    (finding,) = read_text("They met on Monday.", published=TUESDAY)
    assert finding.mention.clause is None


def test_every_weight_is_a_number_of_a_known_side() -> None:
    weights = weights_of("en")
    assert weights.rows
    assert weights.alone


def test_the_shares_of_candidates_add_up_in_any_order() -> None:
    one = [Weighed(verb=float(k), beside=(0.1, 0.2)) for k in range(5)]
    other = list(reversed([Weighed(verb=float(k), beside=(0.1, 0.2)) for k in range(5)]))
    share_out(one)
    share_out(other)
    assert [w.share for w in one] == [w.share for w in reversed(other)]
    assert abs(sum(w.share for w in one) - 1) < 1e-12


@pytest.mark.parametrize(
    ("share", "grade"),
    [
        (1.0, Certainty.CERTAIN),
        (CERTAIN, Certainty.CERTAIN),
        (0.9, Certainty.PREFERRED),
        (OPEN, Certainty.PREFERRED),
        (0.5, Certainty.AMBIGUOUS),
    ],
)
def test_the_grade_of_a_probability(share: float, grade: Certainty) -> None:
    weighed = Weighed()
    weighed.share = share
    assert Choice([Candidate(TUESDAY, TUESDAY, "today", "")], [weighed]).certainty is grade


def test_what_is_ruled_out_has_no_share_however_much_speaks_for_it() -> None:
    weighed = [Weighed(verb=1.0), Weighed(verb=1.0), Weighed(verb=9.0, is_ruled_out=True)]
    share_out(weighed)
    assert [one.share for one in weighed] == [0.5, 0.5, 0.0]


def test_a_weekday_without_a_verb_or_a_neighbour_is_left_open_unless_a_convention_chooses() -> None:
    (left,) = read_text("Thursday in Brussels.", published=TUESDAY)
    assert left.reading.certainty is Certainty.AMBIGUOUS
    for ahead, day in ((True, dt.date(2025, 4, 3)), (False, dt.date(2025, 3, 27))):
        (chosen,) = read_text("Thursday in Brussels.", published=TUESDAY, conventions=Conventions(ahead=ahead))
        assert (chosen.reading.start, chosen.reading.certainty) == (day, Certainty.PREFERRED)


def test_next_thursday_is_open_until_something_settles_it() -> None:
    (alone,) = read_text("They meet next Thursday.", published=TUESDAY)
    assert alone.reading.certainty is Certainty.AMBIGUOUS
    assert {alone.reading.start, *(other.start for other in alone.reading.alternatives)} == {
        dt.date(2025, 4, 3),
        dt.date(2025, 4, 10),
    }
    _, settled = read_text("They travel next week and meet next Thursday.", published=TUESDAY)
    assert (settled.reading.start, settled.reading.certainty) == (dt.date(2025, 4, 10), Certainty.CERTAIN)


@pytest.mark.parametrize("day", ["two days after 25 December", "two days after Christmas"])
def test_the_year_of_a_date_that_a_day_counts_from_is_open_too(day: str) -> None:
    (past,) = read_text(f"They met {day}.", published=dt.date(2025, 11, 20))
    assert (past.reading.start, past.reading.certainty) == (dt.date(2024, 12, 27), Certainty.PREFERRED)
    (ahead,) = read_text(f"They will meet {day}.", published=dt.date(2025, 11, 20))
    assert ahead.reading.start == dt.date(2025, 12, 27)


def test_what_is_open_is_weighed_with_what_stands_behind_it() -> None:
    page = page_of("The minister met her counterpart on Thursday. She dined with him on Friday.", TUESDAY, None)
    first, _ = read(page, weights_of("en"))
    assert first is not None
    assert [note.number for note in first.notes] == [1]


def test_a_reading_that_is_not_certain_counts_with_each_of_its_meanings() -> None:
    page = page_of("Talks on Monday. They end on Tuesday, 8 April.", TUESDAY, None)
    read(page, weights_of("en"))
    assert page.shares[0] < CERTAIN
    shares = [share for share, _ in page.meanings[0]]
    assert len(shares) > 1
    assert shares == sorted(shares, reverse=True)
    assert abs(sum(shares) - 1) < 1e-12
    beside = [note for note in notes(page, 1) if note.number == 0]
    assert [(note.share, note.start) for note in beside] == [(share, one.start) for share, one in page.meanings[0]]


@pytest.mark.parametrize("text", ['"The vote is tomorrow," the envoy said.', '"We will sign tomorrow," she told them.'])
def test_from_which_day_a_quoted_day_counts_is_open_where_nothing_tells(text: str) -> None:
    (quoted,) = read_text(text, published=TUESDAY)
    assert quoted.reading.certainty is not Certainty.CERTAIN
    days = {quoted.reading.start, *(other.start for other in quoted.reading.alternatives)}
    assert days == {TUESDAY, dt.date(2025, 4, 2)}
    (plain,) = read_text(text.replace('"', ""), published=TUESDAY)
    assert (plain.reading.start, plain.reading.certainty) == (dt.date(2025, 4, 2), Certainty.CERTAIN)


def test_a_day_that_counts_from_another_is_no_surer() -> None:
    for text in ("They met on Thursday and left the next day.", "They meet on Monday and sign that day."):
        first, then = read_text(text, published=TUESDAY)
        if first.reading.certainty is not Certainty.CERTAIN:
            assert then.reading.certainty is not Certainty.CERTAIN


def test_a_language_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="'fr' is not a language that diplocal reads"):
        read_text("Ils se rencontrent jeudi.", published=TUESDAY, language="fr")
    with pytest.raises(ValueError, match="'fr' is not a language that diplocal reads"):
        read_phrase("jeudi", published=TUESDAY, language="fr")

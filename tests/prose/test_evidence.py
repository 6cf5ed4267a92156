"""The evidence: what a clause says of a reference, the data it is weighed with, and the grades it comes to."""

import datetime as dt

import pytest

from diplocal import Certainty, Conventions, read_phrase, read_text
from diplocal.evidence.choice import CERTAIN, OPEN, Choice, Weighed, share_out
from diplocal.evidence.neighbours import notes
from diplocal.evidence.weights import Weights, added, weights_of
from diplocal.languages.language import language
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
    weights = weights_of(language("en"))
    assert weights.rows
    assert weights.alone


def test_sums_of_weights_stay_in_their_fields() -> None:
    """A sentence gives a reference some hundred features; no more words than stand before a verb that governs it."""
    highest = 200 * ["highest"]
    table = "highest\tback\t1.60\t1\nhighest\ttoday\t-1.60\t1\nhighest\tahead\t1.60\t1\n"
    row = Weights(table).of(highest)
    assert [added(row, (side,)) for side in range(4)] == [320.0, -320.0, 320.0, 0.0]
    fitted = [line.split("\t")[2] for line in language("en").weights().splitlines()]
    assert max(abs(float(weight)) for weight in fitted) <= 1.60


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


LEFT, AHEAD, BACK = Conventions(), Conventions(ahead=True), Conventions(ahead=False)

READ = [  # the text, its day, the conventions, what the last date in it can be, and how sure the first is
    ("Thursday in Brussels.", "2025-04-01", LEFT, "2025-04-03 2025-03-27", "ambiguous"),
    ("Thursday in Brussels.", "2025-04-01", AHEAD, "2025-04-03 2025-03-27", "preferred"),
    ("Thursday in Brussels.", "2025-04-01", BACK, "2025-03-27 2025-04-03", "preferred"),
    ("They meet next Thursday.", "2025-04-01", LEFT, "2025-04-10 2025-04-03", "ambiguous"),
    ("They travel next week and meet next Thursday.", "2025-04-01", LEFT, "2025-04-10", "certain"),
    # the year of the date that a day counts from is open, too
    ("They met two days after 25 December.", "2025-11-20", LEFT, "2024-12-27 2025-12-27 2026-12-27", "preferred"),
    ("They met two days after Christmas.", "2025-11-20", LEFT, "2024-12-27 2025-12-27 2026-12-27", "preferred"),
    ("They will meet two days after 25 December.", "2025-11-20", LEFT, "2025-12-27 2026-12-27", "ambiguous"),
    ("They will meet two days after Christmas.", "2025-11-20", LEFT, "2025-12-27 2026-12-27", "ambiguous"),
    # a quotation may count from an earlier day
    ('"The vote is tomorrow," the envoy said.', "2025-04-01", LEFT, "2025-04-02 2025-04-01", "preferred"),
    ("The vote is tomorrow, the envoy said.", "2025-04-01", LEFT, "2025-04-02", "certain"),
    ('"We will sign tomorrow," she told them.', "2025-04-01", LEFT, "2025-04-02 2025-04-01", "preferred"),
    ("We will sign tomorrow, she told them.", "2025-04-01", LEFT, "2025-04-02", "certain"),
    # the weekday beside it tells from which day, in a quotation or not
    ("They will arrive tomorrow (Tuesday).", "2025-04-01", LEFT, "2025-04-01", "certain"),
    ("They will arrive tomorrow (Monday).", "2025-04-01", LEFT, "2025-04-02 2025-03-31", "ambiguous"),
    ('"We sign tomorrow (Wednesday)," she told them.', "2025-04-01", LEFT, "2025-04-02", "certain"),
    # of figures that may be read either way, the day on which they are printed
    ("03/04/2025. They met.", "2025-04-03", LEFT, "2025-04-03", "certain"),
    ("03/04/2025. They met.", "2025-06-03", LEFT, "2025-04-03 2025-03-04", "ambiguous"),
    # "later" is of the day of writing
    ("She would meet them later on Monday.", "2025-04-01", LEFT, "2025-03-31", "certain"),
    ("She would meet them later on Thursday.", "2025-04-01", LEFT, "2025-04-03", "certain"),
    # where a day beside it leads there, a weekday may lie farther off than news names one
    (
        "She is in Oslo from 22 to 25 April. Talks are on Thursday.",
        "2025-04-01",
        LEFT,
        "2025-04-24 2025-04-03",
        "preferred",
    ),
    (
        "She leaves Oslo on 25 April. She lands in Rome on Monday.",
        "2025-04-01",
        LEFT,
        "2025-04-28 2025-04-07",
        "preferred",
    ),
    ("Talks end on Friday, 4 April. They meet on Thursday.", "2025-04-01", LEFT, "2025-04-03 2025-04-10", "preferred"),
    # a day that counts from another is no surer
    ("They met on Thursday and left the next day.", "2025-04-01", LEFT, "2025-03-28 2025-04-02", "preferred"),
    ("They meet on Monday and sign that day.", "2025-04-01", LEFT, "2025-04-07", "certain"),
    # no day of a stretch is known that another could count from
    ("The round ended a week ago. They left the next day.", "2025-04-01", LEFT, "2025-04-02", "preferred"),
    ("The round has ended. They leave the next day.", "2025-04-01", LEFT, "2025-04-02", "certain"),
]


@pytest.mark.parametrize(("text", "published", "conventions", "dates", "certainty"), READ)
def test_the_last_date_of_a_text(text, published, conventions, dates, certainty) -> None:
    reading = read_text(text, published=published, conventions=conventions)[-1].reading
    assert " ".join(map(str, [reading.start, *(other.start for other in reading.alternatives)])) == dates
    assert reading.certainty.value == certainty


def test_what_is_open_is_weighed_with_what_stands_behind_it() -> None:
    page = page_of("The minister met her counterpart on Thursday. She dined with him on Friday.", TUESDAY, None)
    first, _ = read(page, weights_of(language("en")))
    assert first is not None
    assert [note.number for note in first.notes] == [1]


def test_a_reading_that_is_not_certain_counts_with_each_of_its_meanings() -> None:
    page = page_of("Talks on Monday. They end on Tuesday, 8 April.", TUESDAY, None)
    read(page, weights_of(language("en")))
    assert page.shares[0] < CERTAIN
    shares = [share for share, _ in page.meanings[0]]
    assert len(shares) > 1
    assert shares == sorted(shares, reverse=True)
    assert abs(sum(shares) - 1) < 1e-12
    beside = [note for note in notes(page, 1) if note.number == 0]
    assert [(note.share, note.start) for note in beside] == [(share, one.start) for share, one in page.meanings[0]]


def test_a_language_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="'fr' is not a language that diplocal reads"):
        read_text("Ils se rencontrent jeudi.", published=TUESDAY, language="fr")
    with pytest.raises(ValueError, match="'fr' is not a language that diplocal reads"):
        read_phrase("jeudi", published=TUESDAY, language="fr")

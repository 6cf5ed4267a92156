"""A second language behind the same interface: found, parsed and dated by what knows no word of it."""

import datetime as dt

import pytest
from attrs import evolve

from diplocal import Certainty, check_publication, phrases, read_text, rules
from diplocal.errors import PhraseError
from diplocal.intake import Stated, read
from diplocal.languages.language import language
from diplocal.layout import BlockKind, blocks
from diplocal.listed_times import with_listed_times
from diplocal.when import CalendarDay, Clause, Clock, Weekday
from tests.phrases.french import FRENCH

TUESDAY = dt.date(2025, 4, 1)

PHRASES = [
    ("jeudi", "2025-04-03"),
    ("jeudi prochain", "2025-04-10"),
    ("vendredi dernier", "2025-03-28"),
    ("demain", "2025-04-02"),
    ("le 3 avril 2025", "2025-04-03"),
    ("le 1er mai", "2025-05-01"),
    ("jeudi 3 avril", "2025-04-03"),
    ("vendredi 3 avril", "2025-04-03"),  # a contradiction: the stated date first
    ("du 3 au 5 avril", "2025-04-03/2025-04-05"),
    ("du 29 avril au 2 mai 2025", "2025-04-29/2025-05-02"),
    ("de mercredi à vendredi", "2025-04-02/2025-04-04"),
    ("entre le 3 et le 5 avril", "2025-04-03/2025-04-05"),
    ("la semaine prochaine", "2025-04-07/2025-04-13"),
    ("le mois dernier", "2025-03-01/2025-03-31"),
]


@pytest.mark.parametrize(("phrase", "days"), PHRASES)
def test_a_phrase_is_dated_by_rules_that_know_no_language(phrase, days):
    found = rules.candidates(phrases.parse(phrase, FRENCH), rules.Anchor(TUESDAY))[0]
    start, _, end = days.partition("/")
    assert (found.start.isoformat(), found.end.isoformat()) == (start, end or start)


TEXT = (
    "La ministre se rendra à Oslo jeudi prochain. M. Martin l'a reçue le 3 avril 2025, et les pourparlers dureront du"
    "\u00a05 au 7 mai. Il en a parlé hier à la presse; they met on Thursday."
)


def test_mentions_of_a_text_slice_and_know_their_sentences():
    found = phrases.find(TEXT, FRENCH)
    assert [mention.text for mention in found] == ["jeudi prochain", "le 3 avril 2025", "du\u00a05 au 7 mai", "hier"]
    assert [mention.sentence for mention in found] == [0, 1, 1, 2]
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in found)


def test_english_reads_english_alone():
    assert [mention.text for mention in phrases.find(TEXT)] == ["on Thursday"]
    with pytest.raises(PhraseError):
        phrases.parse("jeudi prochain")


def test_a_refusal_is_in_the_words_of_the_language():
    with pytest.raises(PhraseError, match="jeudi prochain"):
        phrases.parse("next Thursday", FRENCH)


def test_times_too():
    assert phrases.parse_time("15 h 30", FRENCH) == Clock(15, 30)


def test_a_language_is_chosen_by_its_code():
    assert phrases.parse("the 26th", "en") == phrases.parse("the 26th", language("en"))


@pytest.mark.parametrize("code", ["fr", "", "../en", "EN", "language"])
def test_what_is_no_language_is_told(code):
    with pytest.raises(ValueError, match="is not a language that diplocal reads; give 'en'"):
        phrases.parse("jeudi", code)


READ = [
    ("Les ministres se rencontreront jeudi.", ["2025-04-03"]),
    ("Les ministres se sont rencontrés jeudi.", ["2025-03-27"]),
    ("Le ministre, qui a signé vendredi, signera mercredi.", ["2025-03-28", "2025-04-02"]),
    ("Ils se sont rencontrés le 24 mars 2025. Le lendemain, elle a signé à Oslo.", ["2025-03-24", "2025-03-25"]),
]


@pytest.mark.parametrize(("text", "days"), READ)
def test_a_text_is_read_by_its_own_verbs_and_weights(text, days):
    found = read_text(text, published=TUESDAY, language=FRENCH)
    assert [finding.reading.start.isoformat() for finding in found] == days
    assert all(finding.reading.certainty is Certainty.CERTAIN for finding in found)


def test_the_clause_of_a_date_is_told_in_any_language():
    text = "« Elle l’a reçue avant la réunion de lundi », a dit jeudi le ministre."
    found = [finding.mention.clause for finding in read_text(text, published=TUESDAY, clauses=True, language=FRENCH)]
    assert found == [
        Clause(verb="a reçue", lemma="recevoir", tense="perfect", link="avant", quoted=True),
        Clause(verb="a dit", lemma="dire", tense="perfect", sense="say", report=True),
    ]


def test_a_language_without_weights_leaves_open_what_words_do_not_settle():
    bare = evolve(FRENCH, weights=str)
    weekday, date = read_text("Ils se rencontreront jeudi, ou le 7 mai 2025.", published=TUESDAY, language=bare)
    assert weekday.reading.certainty is Certainty.AMBIGUOUS
    assert weekday.reading.alternatives
    assert date.reading.certainty is Certainty.CERTAIN


def test_a_publication_is_checked_in_any_language():
    assert not check_publication("Le ministre a dit lundi.", published=TUESDAY, language=FRENCH)
    (doubt,) = check_publication("OSLO, 28 mars - Ils ont rencontré la presse.", published=TUESDAY, language=FRENCH)
    assert doubt.words == "28 mars"


MONDAY = CalendarDay(4, 7, 2025, Weekday.MONDAY)
AGENDA = """\
Présidence de la République
Publié le 31 mars 2025

Lundi 7 avril 2025
15 h 30 – Réunion avec l'ambassadeur de
Norvège
Déjeuner (12 h)

mardi 8 avril :
Heure | Réunion | Lieu
9 h | Sommet | Palais

QUOI : Signature
QUAND : 9 avril
"""


def test_an_agenda_is_laid_out_by_the_words_of_its_language():
    items = [one for one in blocks(AGENDA, FRENCH) if one.kind is BlockKind.ITEM]
    assert [(one.day and one.day.reference, one.time, one.text, one.cells) for one in items] == [
        (MONDAY, Clock(15, 30), "Réunion avec l'ambassadeur de Norvège", ()),
        (MONDAY, Clock(12), "Déjeuner", ()),
        (CalendarDay(4, 8, None, Weekday.TUESDAY), Clock(9), "Sommet", (("venue", "Palais"),)),
        (CalendarDay(4, 9), None, "Signature", ()),
    ]
    assert BlockKind.ITEM not in {one.kind for one in blocks(AGENDA)}


def test_the_clocks_of_an_agenda_have_their_days():
    found = with_listed_times(AGENDA, read_text(AGENDA, published=TUESDAY, language=FRENCH), FRENCH)
    timed = [(one.mention.text, one.reading.start.day) for one in found if one.reading.time]
    assert timed == [("15 h 30", 7), ("12 h", 7), ("9 h", 8)]


def test_a_document_says_when_and_by_whom_it_was_published():
    (document,) = read(AGENDA.encode(), FRENCH)
    assert document.published == Stated(dt.date(2025, 3, 31), "line 2, 'Publié le 31 mars 2025'", 2)
    assert document.publisher == Stated("Présidence de la République", "line 1", 1)
    (english,) = read(AGENDA.encode())
    assert (english.published, english.publisher) == (None, None)

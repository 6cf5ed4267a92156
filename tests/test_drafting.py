"""A text into a programme: what becomes an entry, what it is called, and that its dates are the text's."""

import datetime as dt
import re

import pytest

from diplocal import files, model
from diplocal.checks import marks
from diplocal.drafting import Draft, draft
from diplocal.drafting.outline import key_of
from diplocal.errors import ReadingError
from diplocal.exporters import export
from diplocal.languages.en.notices.vocabulary import content_words
from diplocal.model import Format, RelationKind, Status
from diplocal.phrases import parse, parse_time
from diplocal.prose import read_text
from diplocal.resolver import resolve
from diplocal.timeline import Days, Reason
from tests.phrases.french import FRENCH
from tools import corpus

FIRST_OF_APRIL = dt.date(2025, 4, 1)


def drafted(text: str, published: dt.date = FIRST_OF_APRIL, zone: str = "Asia/Seoul") -> Draft:
    return draft(text, published=published, zone=zone)


def entries(made: Draft) -> list[model.Event | model.Session]:
    found: list[model.Event | model.Session] = []
    for event in made.programme.events:
        found += [event, *event.sessions]
    return found


def dates(made: Draft) -> dict[str, str | None]:
    """Give each entry's date and how sure it is, in words."""
    return {entry.key: _dated(entry.reason) for entry in resolve(made.programme).entries}


def _dated(reason: Reason | None) -> str | None:
    return f"{reason.reading.dates}, {reason.reading.certainty.value}" if reason else None


# --- what becomes an entry --------------------------------------------------------------------------------------------

NOTICE = """\
Minister off to Lisbon

Foreign Minister Mina Park will visit Lisbon from Wednesday to Friday, the ministry said on Tuesday. She will hold a
bilateral meeting with President Rui Costa and bilateral talks with ministers of several countries. On Thursday she
takes part in a trilateral summit with Prime Minister Ana Lind.

She met Mr Costa in Seoul in February. The visit shows how close the two countries are. Elections were held last Sunday.

Source: The ministry
"""


def test_a_notice_becomes_a_visit_with_its_sessions():
    made = drafted(NOTICE)
    (visit,) = made.programme.events
    assert (visit.key, visit.title, visit.format) == ("visit-lisbon", "Visit of Mina Park to Lisbon", Format.VISIT)
    assert [(one.title, one.format) for one in visit.sessions] == [
        ("Bilateral meeting with President Rui Costa", Format.BILATERAL),
        ("Bilateral talks with ministers of several countries", Format.BILATERAL),
        ("Trilateral summit with Prime Minister Ana Lind", Format.TRILATERAL),
    ]
    assert dates(made) == {
        "visit-lisbon": "Wednesday 2 to Friday 4 April 2025, certain",
        "trilateral-summit-prime-minister-ana": "Thursday 3 April 2025, certain",
        "bilateral-meeting-president-rui-costa": None,
        "bilateral-talks-ministers-several-countries": None,
    }


def test_the_source_and_the_headline_are_filled_in():
    programme = drafted(NOTICE).programme
    (source,) = programme.sources
    assert programme.title == source.title == "Minister off to Lisbon"
    assert (source.publisher, source.published, source.zone) == ("The ministry", FIRST_OF_APRIL, "Asia/Seoul")
    assert {person.name: person.office for person in programme.people} == {
        "Mina Park": "Foreign Minister",
        "Rui Costa": "President",
        "Ana Lind": "Prime Minister",
    }
    assert [(place.key, place.zone) for place in programme.places] == [("lisbon", "Europe/Lisbon")]


def test_each_entry_has_its_sentence_as_an_internal_note():
    for entry in entries(drafted(NOTICE)):
        assert entry.internal_note.replace("\n", " ").split(". ")[0] in NOTICE.replace("\n", " ")
        assert entry.note == ""


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Tuesday that relations were good.",
        "Talks were held in Muscat on March 12 and in Rome the following weekend.",
        "The minister met the king on Monday.",
        "The minister has been in Paris since Sunday.",
        "One under secretary remains on travel in Asia until Friday.",
        "The visit highlights the strategic importance of the alliance, and the talks will focus on trade.",
        "SEOUL, April 1 - The minister is a former general.",
        "He may have met March and May, the page said in chapter 4.",
        "It objects to an exercise that began last Friday and ends on May 25.",
        "The law will replace the present one on Friday.",
        "In 2026 the country marks 40 years of self-government.",
        "",
    ],
)
def test_reports_background_and_judgements_are_no_entries(text):
    assert entries(drafted(text)) == []


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("The Council will hold a meeting on Ukraine on Friday.", None, "Friday 4 April 2025, certain"),
        (
            "The prime minister flies to Rome tomorrow.",
            "Visit of the prime minister to Rome",
            "Wednesday 2 April 2025, certain",
        ),
        (
            "An extraordinary meeting of the Council will be held on Friday 4 April.",
            "Extraordinary meeting of the Council",
            "Friday 4 April 2025, certain",
        ),
        ("President Ana Lind is to give a speech on Thursday.", "Speech", "Thursday 3 April 2025, certain"),
        (
            "Ana Lind said on Monday that she will visit Oslo next week.",
            "Visit of Ana Lind to Oslo",
            "Monday 7 to Sunday 13 April 2025, certain",
        ),
        ("Ana Lind will talk with Rui Costa on Friday.", "Talks with Rui Costa", "Friday 4 April 2025, certain"),
        ("A summit takes place in mid-June.", "Summit", "Wednesday 11 to Friday 20 June 2025, certain"),
        (
            "The king leaves for Rome tonight for the annual summit.",
            "Departure of the king for Rome",
            "Tuesday 1 April 2025, certain",
        ),
        (
            "The king leaves Rome tonight rather than on Thursday.",
            "Departure of the king from Rome",
            "Tuesday 1 April 2025, certain",
        ),
        (
            "The king will welcome the couple at a reception ceremony in the courtyard on Friday.",
            "Reception ceremony",
            "Friday 4 April 2025, certain",
        ),
        (
            "The king will attend a ceremony to commemorate Baltic sailors on Friday.",
            "Ceremony to commemorate Baltic sailors",
            "Friday 4 April 2025, certain",
        ),
        (
            "The king will bestow an award on Rui Costa on Friday.",
            "Bestowing of an award",
            "Friday 4 April 2025, certain",
        ),
        (
            "Ana Lind will mediate between the two sides on Friday.",
            "Mediating between the two sides",
            "Friday 4 April 2025, certain",
        ),
        ("A press conference is foreseen on Friday.", "Press conference", "Friday 4 April 2025, certain"),
        ("Ana Lind will go ahead with her trip to Rome on Friday.", "Trip", "Friday 4 April 2025, certain"),
        (
            "Journalists are invited to cover the minister's speech set to begin at 10:00 a.m. on Friday.",
            "Minister's speech",
            "Friday 4 April 2025, certain",
        ),
    ],
)
def test_what_an_entry_is_called(text, title, when):
    made = drafted(text)
    (entry,) = entries(made)
    assert dates(made) == {entry.key: when}
    if title:
        assert entry.title.startswith(title)


def test_lines_between_clocks_are_topics_or_visits():
    made = drafted(
        "Programme\n\nMonday 7 April 2025\n09:00 Council session\n\nAdoption of the agenda\n\n12:00 Lunch\n\n"
        "Visit to Cyprus\n15:00 Talks with President Lind\n"
    )
    titles = [entry.title for entry in entries(made)]
    assert sorted(titles) == [
        "Council session",
        "Lunch",
        "Talks with President Lind",
        "Visit to Cyprus",
    ]


def test_each_leg_of_a_journey_has_its_day():
    made = drafted(
        "Ana Lind will leave Oslo on 3 April before travelling to Rome on 5 April, and returning on 8 April."
    )
    assert [entry.title.split()[0] for entry in entries(made)] == ["Departure", "Visit", "Return"]
    assert list(dates(made).values()) == [
        "Thursday 3 April 2025, certain",
        "Saturday 5 April 2025, certain",
        "Tuesday 8 April 2025, certain",
    ]


def test_headline_lead_and_body_tell_one_meeting():
    text = (
        "Minister to attend trade ministers' meeting\n\n"
        "Minister Ana Lind will attend the trade ministers' meeting in Oslo. Ms Lind is set to attend an important "
        "trade ministers' meeting this week. This meeting, taking place on Thursday, brings all together. "
        "In sum, Minister Ana Lind will join the trade ministers' meeting."
    )
    made = drafted(text)
    assert [entry.title for entry in entries(made)] == [
        "Trade ministers' meeting",
        "Session of the trade ministers' meeting",
    ]
    whole, session = entries(made)
    assert [(one.kind, one.to) for one in session.relations] == [(RelationKind.PART_OF, whole.key)]


# --- where it is ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("On Friday at 10:00 (17:00 in Riga) the king will open a fair in Oslo.", ["Oslo"]),
        ("The talks begin at 16:00 on 8 May in Lima (9:00 on 9 May in Suva).", ["Lima"]),
        ("The king will visit Ulaanbaatar, Mongolia, on Friday.", ["Ulaanbaatar"]),
        ("The king will visit Oslo and Rome from Friday to Sunday.", ["Oslo / Rome"]),
        ("The king will travel to the Western Balkans on Friday.", ["Western Balkans"]),
        ("On Friday the king will be in Suva, on Saturday in Apia and on Sunday in Lima.", ["Suva", "Apia", "Lima"]),
        ("The king travels to Oslo on Friday. He flies to Rome the same evening.", ["Oslo", "Rome"]),
        ("On Friday the king will leave for Oslo. On Saturday he will open a fair.", [None, "Oslo"]),
        ("The king leaves Oslo on Friday.", ["Oslo"]),
        ("The king meets envoys on Friday, according to the Foreign Ministry.", [None]),
        ("KUWAIT, April 1 - The king will arrive in the country on Friday.", ["Kuwait"]),
        ("The fair takes place on 8 and 9 May in Lima. A concert is on 9 May.", ["Lima", "Lima"]),
        ("Minister Ana Lind will represent Latvia at the trade forum in Oslo on Friday.", ["Oslo"]),
    ],
)
def test_where_the_words_say_it_is(words, places):
    made = drafted(words)
    named = {place.key: place.name for place in made.programme.places}
    assert [named.get(entry.place or "") for entry in entries(made)] == places


def test_a_leg_of_a_journey_keeps_its_day():
    made = drafted("The king will be in Suva on Friday and in Apia on Saturday. In Suva he will open a fair at 10:00.")
    fair = next(key for key in dates(made) if "fair" in key)
    assert dates(made)[fair] == "Friday 4 April 2025, certain"


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("The king will have talks on Friday with President Rui Costa.", ["Talks with President Rui Costa"]),
        ("The visit concludes with a dinner at the palace on Friday.", ["Dinner"]),
        ("A wreath will be laid at the Cenotaph on Friday.", ["Wreath-laying at the Cenotaph"]),
        ("Ana Lind met Rui Costa. On Friday she meets her host, Jan Novak.", ["Meeting with her host, Jan Novak"]),
        ("The fair opens on Friday; those attending will include Minister Ana Lind.", ["Fair"]),
        ("A summit of heads of state follows on Friday.", ["Summit of heads of state"]),
        ("She will go to Rome on Friday to meet officials, discuss trade and rest.", ["Meeting with officials"]),
        ("The visit includes a wreath-laying on Friday and a lunch.", ["Wreath-laying", "Lunch"]),
        ("The envoys will adopt a plan at their session on Friday.", ["Session of the envoys"]),
        ("Several agreements will be signed on Friday.", ["Signing of several agreements"]),
        ("The king will visit a camp on Friday.", ["Visit to a camp"]),
        ("Ana Lind will receive the Peace Prize on Friday.", ["Award of the Peace Prize"]),
        ("The king will visit Oslo on Friday, according to a statement today.", ["Visit of the king to Oslo"]),
        ("The dinner on 8 May is moved to 9 May, but the lunch on 10 May will go ahead.", ["Dinner", "Lunch"]),
    ],
)
def test_what_it_is_called(words, titles):
    assert [entry.title for entry in entries(drafted(words))] == titles


def test_who_is_among_the_speakers_takes_part():
    (entry,) = entries(drafted("Minister Ana Lind will be among the speakers at the Bergen Forum on Friday."))
    assert [one.person for one in entry.participants] == ["ana-lind"]


# --- what is uncertain ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Minister Ana Lind met reporters. She will hold a press conference with the king.",
            "'She' is taken for Ana Lind",
        ),
        ("The minister will not leave for China on Friday.", "does not take place"),
        ("The king may visit Oslo on Friday, his office said.", "leave it open: 'may'"),
        ("The king will visit Oslo and Rome on Friday.", "several places: Oslo, Rome"),
        ("The king shelved a trip to Oslo that was to begin on Friday.", "'shelved': does it take place?"),
        ("The king will visit Oslo next Friday.", "choose, with a line date = 2025-04-11"),
    ],
)
def test_what_is_uncertain_is_marked(text, words):
    made = drafted(text)
    told = [mark.words for mark in marks(made.programme) if mark.where.startswith("events")]
    assert any(words in one for one in told), told


def test_what_does_not_take_place_is_cancelled():
    (entry,) = entries(drafted("The minister will not leave for China on Friday."))
    assert entry.status is Status.CANCELLED


def test_the_sentence_that_calls_off_stands_with_the_entry():
    made = drafted(
        "The dinner with Ana Lind is on Friday. It is a tradition. The dinner with Ana Lind has been cancelled."
    )
    (entry,) = entries(made)
    assert (entry.status, made.left) == (Status.CANCELLED, ())
    assert "has been cancelled" in entry.internal_note


def test_what_is_moved_keeps_its_earlier_date():
    made = drafted("The emergency summit, called for April 10, is moved to April 24.")
    (entry,) = entries(made)
    assert entry.status is Status.RESCHEDULED
    (past,) = resolve(made.programme).entries[0].earlier
    assert past.timing == Days(dt.date(2025, 4, 10), dt.date(2025, 4, 10))
    assert dates(made) == {entry.key: "Thursday 24 April 2025, certain"}


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("The lecture on Friday has been moved to 15:00.", "15:00"),
        ("The lecture on Friday at 13:30 has been put back to 3 p.m.", "15:00"),
        ("The lecture, planned for 13:30 on Friday, has been moved to 15:00.", "15:00"),
        ("The lecture on Friday has been moved from 13:30 to 15:00.", "15:00"),
        ("The lecture on Friday has been moved to 15:00 instead of 13:30.", "15:00"),
        ("The lecture on Friday has been moved to 15:00-16:00.", "15:00-16:00"),
        ("The lecture on Thursday has been moved to Friday at 15:00.", "15:00"),
        ("The lecture on Friday at 13:30 has been cancelled.", "13:30"),
    ],
)
def test_what_is_moved_has_the_new_clock(words, time):
    (entry,) = entries(drafted(words))
    assert entry.when == parse("Friday")
    assert entry.time == parse_time(time)


@pytest.mark.parametrize(
    ("words", "status", "day"),
    [
        ("The king cannot attend the fair in Oslo on 12 May.", Status.CANCELLED, 12),
        ("The king will no longer travel to Oslo on 12 May.", Status.CANCELLED, 12),
        ("The hearing originally scheduled for 12 May is vacated.", Status.CANCELLED, 12),
        ("The visit to Oslo that had been foreseen for 12 May will not take place.", Status.CANCELLED, 12),
        ("The reception on 12 May has had to be cancelled.", Status.CANCELLED, 12),
        ("The joint session on 12 May has been deferred to a later date.", Status.POSTPONED, 12),
        ("The fair on 12 May has been put off until after the elections.", Status.POSTPONED, 12),
        ("The dinner on 12 May will be rescheduled.", Status.POSTPONED, 12),
        ("The verdict originally scheduled for 5 May will now be delivered on 12 May.", Status.RESCHEDULED, 12),
        ("The launch, earlier set for 5 May, is now scheduled for 12 May.", Status.RESCHEDULED, 12),
        ("The king's visit to Oslo has been rescheduled to 12 May from 5 May.", Status.RESCHEDULED, 12),
        ("The dinner will be held on 12 May instead of 14 May.", Status.RESCHEDULED, 12),
        ("The king is likely to visit Oslo on 12 May.", Status.PROVISIONAL, 12),
        ("It is hoped that the ministers will meet in Oslo on 12 May.", Status.PROVISIONAL, 12),
        ("A dinner with the king on 12 May is under consideration.", Status.PROVISIONAL, 12),
        ("A dinner with the king on 12 May is being arranged.", Status.PROVISIONAL, 12),
        ("The dinner on 12 May has yet to be confirmed.", Status.PROVISIONAL, 12),
        ("Should the truce hold, the envoys will meet in Oslo on 12 May.", Status.CONDITIONAL, 12),
        ("A boat trip is planned for 12 May if weather conditions allow.", Status.CONDITIONAL, 12),
        ("Unless they agree otherwise, the hearing will be held on 12 May.", Status.CONDITIONAL, 12),
        ("Pending approval by the cabinet, the ministers will meet in Oslo on 12 May.", Status.CONDITIONAL, 12),
        ("Texts are subject to review; the ministers will meet in Oslo on 12 May.", Status.EXPECTED, 12),
        ("The dinner on 12 May has been moved to the City Hall.", Status.EXPECTED, 12),
    ],
)
def test_how_firm_the_words_are(words, status, day):
    made = drafted(words)
    (entry,) = entries(made)
    (dated,) = resolve(made.programme).entries
    assert (entry.status, dated.timing) == (status, Days(dt.date(2025, 5, day), dt.date(2025, 5, day)))


def test_an_actor_is_said_once_in_a_title():
    made = drafted("The ministers will meet in Oslo on Friday. The premier will visit Rome on Saturday.")
    assert [one.title for one in entries(made)] == ["Meeting of the ministers", "Visit of the premier to Rome"]


# --- laws -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("other", ["Monday to Tuesday", "10 to 14 April", "next Tuesday to Thursday"])
def test_keys_stay_when_a_date_changes(other):
    changed = NOTICE.replace("Wednesday to Friday", other).replace("On Thursday", "Tomorrow")
    assert {entry.key for entry in entries(drafted(changed))} == {entry.key for entry in entries(drafted(NOTICE))}
    later = drafted(NOTICE, FIRST_OF_APRIL + dt.timedelta(7))
    assert [entry.key for entry in entries(later)] == [entry.key for entry in entries(drafted(NOTICE))]


# Not those of the part `hard`: a programme file binds the days of a visit that a text alone reads a week early.
PARTS = ("fitting", "development", "held_out")


def texts() -> list[tuple[str, dt.date, str | None]]:
    return [(text.text, text.day, text.zone) for name in PARTS for text in corpus.part(name)]


@pytest.mark.parametrize("part", range(4))
def test_every_draft_loads_resolves_and_builds_with_the_dates_of_its_text(part):
    for text, published, zone in texts()[part::4]:
        made = draft(text, published=published, zone=zone)
        written = files.dump(made.programme)
        assert files.load(written) == made.programme
        timeline = resolve(made.programme)
        for name in ("ical", "markdown"):
            assert export(timeline, name)
        read = [one.reading for one in read_text(text, published=published, zone=zone)]
        found = {(one.start, one.end) for one in read}
        found |= {(other.start, other.end) for one in read for other in one.alternatives}
        for entry in timeline.entries:
            reason = entry.reason
            days = (reason.reading.start, reason.reading.end) if reason else ()
            ends = {(day, day) for day in days}  # "(to 8 May)" under the day on which it begins
            assert not days or days in found or ends <= found, (text, entry.key)
            assert not re.search(r"\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday", entry.key), entry.key


def test_the_article(shared):
    text = (shared / "articles" / "nato_talks.txt").read_text(encoding="utf-8")
    made = drafted(text)
    visit, ministerial = made.programme.events
    assert dates(made) == {
        "nato-foreign-ministers-meeting": "Monday 31 March to Sunday 6 April 2025, certain",
        "visit-brussels": "Wednesday 2 to Friday 4 April 2025, certain",
        "session-nato-foreign-ministers-meeting": "Thursday 3 April 2025, certain",
        "bilateral-meeting-mark-rutte": None,
        "bilateral-meetings-foreign-ministers-various": None,
        "trilateral-discussions-marco-rubio-takeshi": None,
    }
    assert visit.title == "Visit of Cho Tae-yul to Brussels"
    assert ministerial.format is Format.MINISTERIAL
    trilateral = visit.sessions[-1]
    assert [who.person for who in trilateral.participants] == ["cho-tae-yul", "marco-rubio", "takeshi-iwaya"]
    assert made.programme.sources[0].publisher == "vietnamnews.vn"


# --- bounds -----------------------------------------------------------------------------------------------------------


def test_keys_differ():
    taken: list[str] = []
    for _ in range(14):
        taken.append(key_of("A summit on Friday", "in the palace", taken, content_words))
    assert taken[:3] == ["summit", "summit-palace", "summit-palace-second"]
    assert len(set(taken)) == 14


@pytest.mark.parametrize(
    "text", ["." * 100_000, "x" * 100_000, "Foreign Minister Ann " * 5_000, "\n" * 100_000, "(" * 100_000]
)
def test_texts_that_are_none_take_no_longer_than_they_are(text):
    assert entries(drafted(text)) == []


def test_notices_of_a_language_that_says_nothing_of_them_are_refused():
    with pytest.raises(ValueError, match="notices are not read in 'fr'; give 'en'"):
        draft("Le roi visite Oslo le jeudi 3 avril.", published=FIRST_OF_APRIL, language=FRENCH)


def test_the_day_of_publication_is_read_as_that_of_a_text_is():
    said = "Talks will be held in Oslo on Friday."
    assert draft(said, published="2025-04-01") == draft(said, published=FIRST_OF_APRIL)
    with pytest.raises(ReadingError, match="published is not an ISO date"):
        draft(said, published="1 April")


def test_more_than_a_person_could_correct_is_refused():
    with pytest.raises(ReadingError, match="announces more than 300 things"):
        drafted("The king will meet the queen on Friday. " * 400)

"""How English notices are read: sentences and clauses, formats, people, places."""

import pytest

from diplocal.announcement.words import Words, sentences
from diplocal.languages.en.notices.clauses import clauses
from diplocal.languages.en.notices.formats import format_of
from diplocal.languages.en.notices.names import as_others
from diplocal.languages.en.notices.people import People
from diplocal.languages.en.notices.where import place_in
from diplocal.model import Format


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("At 9 a.m. Thursday he goes. Then home.", ["At 9 a.m. Thursday he goes.", "Then home."]),
        ("The U.S. envoy left on Jan. 3. Mr. Lee stays.", ["The U.S. envoy left on Jan. 3.", "Mr. Lee stays."]),
        ("A line\nthat goes on. Another.", ["A line\nthat goes on.", "Another."]),
    ],
)
def test_sentences(text, parts):
    assert [text[start:end] for start, end in sentences(text)] == parts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He flies to Rome, where he meets the pope.", [("fly", "to Rome"), ("meet", "the pope.")]),
        ("He leaves and is in Rome.", [("leave", ""), ("be", "in Rome.")]),
        (
            "She will meet the king and open a fair.",
            [("meet", "the king"), ("open", "a fair.")],
        ),
        ("The talks have been moved to May.", [("move", "to May.")]),
        ("The king is to sign a treaty.", [("sign", "a treaty.")]),
        ("The official visit follows talks.", [("follow", "talks.")]),
        ("A state visit to Rome", []),
    ],
)
def test_clauses(text, found):
    read = [(one.lemma, text[one.object : one.end].strip(" ,")) for one in clauses(Words(text=text))]
    assert read == found


@pytest.mark.parametrize(
    ("words", "format_"),
    [
        ("a bilateral meeting", Format.BILATERAL),
        ("three-way talks", Format.TRILATERAL),
        ("one-to-one talks", Format.ONE_TO_ONE),
        ("two-plus-two talks", Format.TWO_PLUS_TWO),
        ("will brief the press", Format.PRESS_CONFERENCE),
        ("a news conference", Format.PRESS_CONFERENCE),
        ("a telephone call", Format.PHONE_CALL),
        ("a working lunch", Format.WORKING_LUNCH),
        ("a state dinner", Format.BANQUET),
        ("NATO foreign ministers’ meeting", Format.MINISTERIAL),
        ("a meeting at the summit", Format.SUMMIT),
        ("lands in Rome", Format.ARRIVAL),
        ("a state visit", Format.VISIT),
        ("will be signed", Format.SIGNING),
        ("Talk at the University of Bergen", Format.SPEECH),
        ("a special session of the Assembly", Format.PLENARY),
        ("Noon briefing", Format.PRESS_CONFERENCE),
        ("Briefing by the Spokesperson", Format.PRESS_CONFERENCE),
        ("Meeting of the Nordic-Baltic Council", Format.COUNCIL),
        ("at the level of foreign ministers", Format.MINISTERIAL),
        ("a refuelling stop", Format.TRANSIT),
        ("an exchange of views", Format.MEETING),
        ("plants a tree", None),
    ],
)
def test_formats(words, format_):
    assert format_of(words) is format_


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "US Secretary of State Ann Lind and Kim Jong Un will meet.",
            {"Ann Lind": "US Secretary of State", "Kim Jong Un": ""},
        ),
        ("H.E. Mr Paulo Reis Alves, Ambassador of Brazil", {"Paulo Reis Alves": "Ambassador of Brazil"}),
        ("the Ambassador of Brazil, H.E. Mr Paulo Reis Alves, on a call", {"Paulo Reis Alves": "Ambassador of Brazil"}),
        (
            "Minister for Foreign Affairs of Japan Mr Sato Hiroshi",
            {"Sato Hiroshi": "Minister for Foreign Affairs of Japan"},
        ),
        ("Secretary of Defense Carl B. Moss III spoke", {"Carl B. Moss III": "Secretary of Defense"}),
        ("Prime Minister Jan van der Laan and Queen Sofie", {"Jan van der Laan": "Prime Minister", "Sofie": "Queen"}),
        ("Sheikh Omar bin Said Al Harthy of Oman", {"Omar bin Said Al Harthy": ""}),
        ("General Yusuf al-Amin of Jordan", {"Yusuf al-Amin": "General of Jordan"}),
        ("Senator the Hon Jane Cole MP, Minister for Trade", {"Jane Cole": "Minister for Trade"}),
        ("Foreign Minister Mina Park goes to Hyde Park", {"Mina Park": "Foreign Minister"}),
        (
            "President Luis Ortega y Vega of the Republic of Chile",
            {"Luis Ortega y Vega": "President of the Republic of Chile"},
        ),
        ("Speakers: Eva Berg (Sweden), Li Na (China), Tba", {"Eva Berg": "", "Li Na": ""}),
        (
            "the Chairperson-in-Office, Minister of Defence Eva Berg",
            {"Eva Berg": "Chairperson-in-Office, Minister of Defence"},
        ),
        ("SECRETARY ANN B. MARLOWE", {"Ann B. Marlowe": "Secretary"}),
        ("The European Council will meet in the Bank of England. Security Council, Peace Palace", {}),
        ("the State Department, Horse Guards Parade and New York City", {}),
    ],
)
def test_people(text, named):
    assert {one.name: one.office for one in People([text]).known} == named


@pytest.mark.parametrize(
    ("later", "who"),
    [
        ("Mr Costa goes home", ["Rui Costa"]),
        ("the President goes home", ["Rui Costa"]),
        ("the Foreign Minister and President Costa", ["Mina Park", "Rui Costa"]),
        ("the Prime Minister goes home", []),
        ("Costa's brother", ["Rui Costa"]),
    ],
)
def test_later_mentions_are_the_same_people(later, who):
    people = People(["Foreign Minister Mina Park met President Rui Costa."])
    assert [one.who.name for one in people.spoken(later)] == who


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("talks in Wellington with the king", ("Wellington", "")),
        ("a ceremony at the Palace of Brigades", ("Palace of Brigades", "Palace of Brigades")),
        ("talks at the Union Buildings in Pretoria", ("Pretoria", "Union Buildings")),
        ("a reception at the Embassy of Latvia", ("Embassy of Latvia", "Embassy of Latvia")),
        ("a call at his residence, Lind House", ("Lind House", "Lind House")),
        ("a welcome at the Istana", ("Istana", "Istana")),
        ("remarks at the Security Forum", None),
        ("Situation in Myanmar", None),
        ("a meeting with Norway", None),
        ("the departure for Rome", None),
    ],
)
def test_where(words, place):
    found = place_in(words)
    assert (found and (found.name, found.venue)) == place


CAPITALS = [
    ("THE PRIME MINISTER'S VISIT TO OSLO", "the Prime Minister's Visit to Oslo"),
    ("KOREA’S PRESIDENT OPENS TALKS", "Korea’s President Opens Talks"),
    ("TALKS IN OSLO", "TALKS IN OSLO"),
    ("NATO and the EU", "NATO and the EU"),
]


@pytest.mark.parametrize(("text", "written"), CAPITALS)
def test_capitals_are_written_as_other_words_are(text: str, written: str) -> None:
    assert as_others(text) == written

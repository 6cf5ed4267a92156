"""Several timelines as one: what is told apart, and where one person can hardly be."""

import datetime as dt

import pytest
from attrs import evolve

from diplocal.agenda import clashes, merge
from diplocal.errors import ProgrammeError
from diplocal.exporters.audience import for_audience
from diplocal.model import (
    Audience,
    Claim,
    Event,
    Format,
    Participant,
    Party,
    Person,
    Place,
    Programme,
    Relation,
    RelationKind,
    Session,
    Source,
    Status,
    Topic,
)
from diplocal.phrases import parse, parse_time
from diplocal.resolver import resolve
from diplocal.timeline import Concern, Timeline

PLACES = [
    Place(key="brussels", name="Brussels"),
    Place(key="seoul", name="Seoul"),
    Place(key="hague", name="The Hague"),
    Place(key="cape", name="Cape Town", geo=(-33.92, 18.42)),
    Place(key="oslo", name="Oslo", geo=(59.91, 10.75)),
]


def programme(key: str, *sessions: Session, name: str = "Cho Tae-yul", **changes) -> Programme:
    event = Event(key="event", title="Event", sessions=sessions)
    made = Programme(
        key=key,
        title=key.title(),
        sources=[Source(key="notice", publisher=key, published=dt.date(2025, 4, 1), zone="Asia/Seoul")],
        people=[Person(key="cho", name=name)],
        places=PLACES,
        events=[event],
    )
    return evolve(made, **changes)


def session(key: str, when: str, time: str | None = None, place: str | None = "brussels", **fields) -> Session:
    return Session(
        key=key,
        title=key.title(),
        when=parse(when),
        time=parse_time(time) if time else None,
        place=place,
        participants=[Participant(person="cho")],
        **fields,
    )


def timelines(*sessions: Session, apart: bool) -> list[Timeline]:
    """Date two sessions, in one programme or in one each."""
    groups = [[one] for one in sessions] if apart else [list(sessions)]
    return [resolve(programme(f"p{number}", *group)) for number, group in enumerate(groups)]


CLASH, TRAVEL = Concern.CLASH, Concern.TRAVEL
PAIRS = [
    # what two sessions say of their day, time and place, and what is found
    (("Thursday", "10:00-11:00", "brussels"), ("Thursday", "10:30", "brussels"), CLASH),
    (("Thursday", "10:00-11:00", "brussels"), ("Thursday", "11:00", "brussels"), None),
    (("Thursday", "10:00", "brussels"), ("Thursday", "10:00", "brussels"), CLASH),
    (("Thursday", "10:00", "brussels"), ("Thursday", "10:01", "brussels"), None),  # no length is made up
    (("Thursday", "10:00", "brussels"), ("Thursday", "17:00", "seoul"), CLASH),  # one moment by two clocks
    (("Thursday", "10:00", "brussels"), ("Thursday", "11:00", "seoul"), TRAVEL),  # six hours before
    (("Thursday", "22:00-23:30", "brussels"), ("Friday", "00:30", "hague"), None),
    (("Thursday", "10:00-11:00", "oslo"), ("Thursday", "20:00", "cape"), TRAVEL),  # one clock, ten thousand kilometres
    (("Thursday", "10:00-11:00", "oslo"), ("Friday", "08:00", "cape"), None),
    (("Wednesday to Friday", None, "brussels"), ("Thursday", None, "seoul"), TRAVEL),
    (("Wednesday to Friday", None, "brussels"), ("Friday", None, "seoul"), None),  # the last day, perhaps on the way
    (("Wednesday to Friday", None, "brussels"), ("Wednesday", None, "seoul"), None),
    (("Wednesday to Friday", None, "brussels"), ("Thursday", "10:00", "seoul"), TRAVEL),
    (("Wednesday to Friday", None, "brussels"), ("Thursday", None, "hague"), None),
    (("Wednesday to Friday", None, "brussels"), ("Thursday", None, None), None),
    (("Wednesday to Friday", None, "brussels"), ("this week", None, "seoul"), None),  # a window is no day
]


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(("first", "second", "concern"), PAIRS)
def test_one_person_in_two_places(first, second, concern, apart):
    found = clashes(timelines(session("one", *first), session("two", *second), apart=apart))
    assert [clash.concern for clash in found] == ([concern] if concern else [])


@pytest.mark.parametrize(
    "fields",
    [
        {"status": Status.CANCELLED},
        {"relations": [Relation(kind=RelationKind.ON_THE_MARGINS_OF, to="one")]},
    ],
)
def test_what_is_off_or_on_the_margins_is_no_clash(fields):
    one, two = session("one", "Thursday", "10:00-12:00"), session("two", "Thursday", "11:00", **fields)
    assert clashes(timelines(one, two, apart=False)) == ()


def test_a_call_needs_no_journey_but_its_time():
    call = session("call", "Thursday", "10:00", "seoul", format=Format.PHONE_CALL)
    assert clashes(timelines(session("one", "Thursday", "10:00", "brussels"), call, apart=True)) == ()
    (clash,) = clashes(timelines(session("one", "Thursday", "10:00-11:00"), call_at("10:30"), apart=True))
    assert clash.concern is CLASH


def call_at(time: str) -> Session:
    return session("call", "Thursday", time, format=Format.PHONE_CALL)


def test_a_clash_of_public_sessions_is_told_the_public_though_one_before_them_is_hidden():
    hidden = session("hidden", "Monday 7 April 2025", audience=Audience.INTERNAL)
    talks = [session(key, "Thursday 3 April 2025", "10:00-11:00") for key in ("one", "two")]
    told = for_audience(merge([resolve(programme("p", hidden, *talks))]), Audience.PUBLIC)

    assert [(notice.concern, notice.entry) for notice in told.notices] == [(CLASH, "two")]


def test_a_session_is_no_clash_with_its_event():
    inner = session("inner", "Thursday", "10:00")
    outer = Event(
        key="event",
        title="Event",
        when=parse("Thursday"),
        time=parse_time("09:00-12:00"),
        place="brussels",
        participants=[Participant(person="cho")],
        sessions=[inner],
    )
    assert clashes([resolve(programme("p", events=[outer]))]) == ()


@pytest.mark.parametrize(
    ("name", "aliases", "same"),
    [("CHO  Tae-yul", [], True), ("Cho Taeyul", ["Cho Tae-yul"], True), ("Penny Wong", [], False)],
)
def test_people_are_known_by_their_names(name, aliases, same):
    first = resolve(programme("a", session("one", "Thursday", "10:00")))
    people = [Person(key="cho", name=name, aliases=aliases)]
    second = resolve(programme("b", session("two", "Thursday", "10:00"), people=people))
    assert len(clashes([first, second])) == same


def test_a_notice_says_with_what_and_when():
    sessions = session("one", "Thursday", "10:00-11:00"), session("two", "Thursday", "17:30", "seoul")
    (notice,) = merge(timelines(*sessions, apart=True)).notices
    assert str(notice) == (
        "events[0].sessions[0]: Cho Tae-yul is also at 'One' (p0) then: 2025-04-03 10:00-11:00 Europe/Brussels and "
        "2025-04-03 17:30 Asia/Seoul; check the times"
    )


def test_ten_thousand_sessions_at_one_time_are_told_once_each():
    timeline = resolve(programme("p", session("one", "Thursday", "10:00-11:00")))
    entry = timeline.entry("one")
    many = evolve(timeline, entries=[evolve(entry, key=f"s{number}") for number in range(10_000)])
    assert len(clashes([many])) == 9_999


# --- merging ----------------------------------------------------------------------------------------------------------


def test_entries_are_in_the_order_of_time_and_keep_their_programme():
    first = resolve(programme("a", session("late", "Friday")))
    second = resolve(programme("b", session("early", "Wednesday")))
    agenda = merge([first, second])
    assert [(one.programme, one.key) for one in agenda.entries] == [
        ("b", "early"),
        ("a", "late"),
        ("a", "event"),
        ("b", "event"),
    ]
    assert agenda.title == "A; B"
    assert agenda.stamp == first.stamp


def test_one_timeline_alone_stays_what_it_is():
    timeline = resolve(programme("a", session("one", "Friday")))
    assert merge([timeline]) == timeline
    assert merge([timeline], title="Another") == evolve(timeline, title="Another")


def test_many_titles_are_not_all_told():
    assert merge([Timeline(key=key, title=key) for key in "abcd"]).title == "a and 3 more"


def test_a_key_that_means_two_things_is_told_apart():
    claims = [Claim(issuer="cho", source="notice")]
    topics = [Topic(title="Trade", party="here", raised_by="cho")]
    here = Party(key="here", name="Here")
    there = Party(key="here", name="There")
    programmes = [
        programme("a", session("one", "Friday", claims=claims, topics=topics), parties=[here]),
        programme(
            "b",
            session("two", "Friday", claims=claims, topics=topics),
            parties=[there],
            people=[Person(key="cho", name="Choi", party="here")],
        ),
    ]
    agenda = merge(map(resolve, programmes))
    assert [one.key for one in agenda.sources] == ["notice", "b/notice"]
    assert [one.key for one in agenda.people] == ["cho", "b/cho"]
    assert [one.key for one in agenda.parties] == ["here", "b/here"]
    two = agenda.entry("two")
    assert two.source == agenda.sources[1]
    assert two.participants[0].person == agenda.people[1]
    assert (two.claims[0].issuer, two.claims[0].source) == ("b/cho", "b/notice")
    assert (two.topics[0].party, two.topics[0].raised_by) == ("b/here", "b/cho")
    assert agenda.entry("one").claims == tuple(claims)


def test_what_refers_to_a_renamed_record_is_renamed_too():
    group = Party(key="group", name="Group", members=["here"])
    programmes = [programme(key, parties=[Party(key="here", name=key), group]) for key in "ab"]
    agenda = merge(map(resolve, programmes))
    assert [(one.key, one.members) for one in agenda.parties] == [
        ("here", ()),
        ("group", ("here",)),
        ("b/here", ()),
        ("b/group", ("b/here",)),
    ]


def test_one_key_for_two_programmes_is_refused():
    timeline = Timeline(key="a", title="A")
    with pytest.raises(ProgrammeError, match="'a' is the key of two programmes; give each"):
        merge([timeline, timeline])

"""What is wrong with a programme by its structure: a row is what was built, the path, and words of the problem."""

import datetime as dt
import time
from types import SimpleNamespace
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from diplocal.checks import problems
from diplocal.checks.keys import Index
from diplocal.errors import ProgrammeError
from diplocal.files import dump, load
from diplocal.model import (
    Access,
    Claim,
    Earlier,
    Event,
    Outcome,
    Participant,
    Party,
    PartyKind,
    Person,
    Place,
    Programme,
    Relation,
    RelationKind,
    Series,
    Session,
    Settled,
    Source,
    Topic,
    VisitDay,
)
from diplocal.resolver import resolve
from diplocal.when import (
    At,
    Bound,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Counted,
    DaySet,
    Deadline,
    FromToday,
    InPart,
    InZone,
    NthDay,
    OnWeekday,
    PartOfDay,
    Span,
    Weekday,
)
from tests.strategies import programmes

TALKS = Event(key="talks", title="Talks", place="brussels")
SOUND = Programme(
    key="visit",
    title="A visit",
    sources=[Source(key="ministry", publisher="The ministry", zone="Asia/Seoul", url="https://example.org/1")],
    people=[Person(key="cho", name="Cho Tae-yul", party="rok")],
    parties=[Party(key="rok", name="South Korea", code="KR"), Party(key="nz", name="New Zealand")],
    places=[
        Place(key="brussels", name="Brussels", country="BE", geo=(50.88, 4.42)),
        Place(key="base", name="The base"),
    ],
    events=[TALKS],
)


def event(**given) -> Programme:
    """A sound programme whose one event has other values."""
    return evolve(SOUND, events=[evolve(TALKS, **given)])


def programme(**given) -> Programme:
    return evolve(SOUND, **given)


def told(built: Programme) -> list[tuple[str, str]]:
    return [(problem.where, str(problem)) for problem in problems(built)]


def test_a_sound_programme_has_no_problem():
    assert problems(SOUND) == ()


THURSDAY = OnWeekday(Weekday.THURSDAY)
JUNE_31 = CalendarDay(6, 31)

VALUES = [
    # titles and keys
    (programme(title=" "), "title", "the title is empty"),
    (event(title=""), "events[0].title", "the title is empty; give a title"),
    (event(title="\u200b\t"), "events[0].title", "empty"),
    (event(sessions=[Session(key="s", title="\n")]), "events[0].sessions[0].title", "empty"),
    (programme(sources=[Source(key="ministry", publisher="")]), "sources[0].publisher", "the publisher is empty"),
    (programme(people=[Person(key="cho", name=" ")]), "people[0].name", "the name is empty"),
    (event(topics=[Topic(title="")]), "events[0].topics[0].title", "empty"),
    (event(series=Series(name="")), "events[0].series.name", "empty"),
    (event(outcome=Outcome(title="")), "events[0].outcome.title", "empty"),
    (programme(key=""), "key", "the key is empty; give a key"),
    (event(key="Partners session"), "events[0].key", "no space and no control character; write 'partners-session'"),
    (event(key="a\u0007b"), "events[0].key", "write 'a-b'"),
    # zones
    (programme(sources=[Source(key="a", publisher="A", zone="Brussels")]), "sources[0].zone", "'Europe/Brussels'?"),
    (programme(sources=[Source(key="a", publisher="A", zone="Asia/Seul")]), "sources[0].zone", "mean 'Asia/Seoul'?"),
    (programme(sources=[Source(key="a", publisher="A", zone="new york")]), "sources[0].zone", "'America/New_York'?"),
    (programme(sources=[Source(key="a", publisher="A", zone="../etc")]), "sources[0].zone", "not an IANA time zone"),
    (programme(sources=[Source(key="a", publisher="A", zone="/etc/localtime")]), "sources[0].zone", "not an IANA"),
    (programme(sources=[Source(key="a", publisher="A", zone="Europe")]), "sources[0].zone", "not an IANA time zone"),
    (programme(sources=[Source(key="a", publisher="A", zone="localtime")]), "sources[0].zone", "not an IANA time zone"),
    (programme(sources=[Source(key="a", publisher="A", zone="a\0b")]), "sources[0].zone", "not an IANA time zone"),
    (programme(sources=[Source(key="a", publisher="A", zone="+09:00")]), "sources[0].zone", "not an IANA time zone"),
    (programme(sources=[Source(key="a", publisher="A", zone="")]), "sources[0].zone", "the zone is empty"),
    (programme(sources=[Source(key="a", publisher="A", zone="x" * 5000)]), "sources[0].zone", "…"),
    (event(time=Clock(10, zone="CEST/Berlin")), "events[0].time", "not an IANA time zone, nor an offset"),
    (event(time=Clock(10, zone="+9:00")), "events[0].time", "not an IANA time zone, nor an offset"),
    (event(time=Clock(10, zone="+24:00")), "events[0].time", "not an IANA time zone, nor an offset"),
    (event(time=InPart(PartOfDay.MORNING, "Mars")), "events[0].time", "not an IANA time zone"),
    (event(when=At(THURSDAY, InZone("Korea"))), "events[0].when", "not an IANA time zone"),
    # codes, coordinates, addresses, counts
    (programme(parties=[Party(key="rok", name="Korea", code="kr")]), "parties[0].code", "write 'KR'"),
    (programme(parties=[Party(key="rok", name="Korea", code="Korea")]), "parties[0].code", "two capital letters"),
    (programme(parties=[Party(key="rok", name="Korea", size=0)]), "parties[0].size", "give 1 or more"),
    (programme(places=[Place(key="brussels", name="B", country="BEL")]), "places[0].country", "two capital letters"),
    (
        programme(places=[Place(key="brussels", name="B", geo=(90.1, 0))]),
        "places[0].geo",
        "not a latitude and longitude",
    ),
    (programme(places=[Place(key="brussels", name="B", geo=(127, 37.5))]), "places[0].geo", "latitude comes first"),
    (programme(places=[Place(key="brussels", name="B", geo=(float("nan"), 0))]), "places[0].geo", "not a latitude"),
    (
        event(url="javascript:alert(1)"),
        "events[0].url",
        "of the kind 'javascript'; give an address that begins with http",
    ),
    (event(url="file:///etc/passwd"), "events[0].url", "of the kind 'file'"),
    (event(url="example.org/a"), "events[0].url", "not a whole address"),
    (event(url="https:///a"), "events[0].url", "names no host"),
    (event(url="https://exa mple.org"), "events[0].url", "space"),
    (event(url="https://a.org/\r\nX-EVIL:1"), "events[0].url", "control character"),
    (event(url="http://[::1"), "events[0].url", "is not an address"),
    (event(outcome=Outcome(title="Text", url="ftp://a.org")), "events[0].outcome.url", "of the kind 'ftp'"),
    (event(series=Series(name="S", since=0)), "events[0].series.since", "give 1 to 9999"),
    (event(series=Series(name="S", edition=-1)), "events[0].series.edition", "give 1 or more"),
    # dates that no calendar has, and spans that run backwards
    (event(when=JUNE_31), "events[0].when", "'31 June' is not a day: June has 30 days"),
    (
        event(when=CalendarDay(2, 29, 2025)),
        "events[0].when",
        "'29 February 2025' is not a day: February 2025 has 28 days",
    ),
    (event(when=CalendarDay(2, 30)), "events[0].when", "February has 29 days"),
    (event(when=Counted(2, JUNE_31)), "events[0].when", "31 June"),
    (event(when=At(DaySet([THURSDAY, JUNE_31]), Clock(10))), "events[0].when", "31 June"),
    (event(when=Deadline(Bound.BY, JUNE_31)), "events[0].when", "31 June"),
    (
        event(when=CalendarDay(4, 3, 2025, Weekday.FRIDAY)),
        "events[0].when",
        "'Friday 3 April 2025' contradicts itself: 3 April 2025 is a Thursday, Friday is 4 April",
    ),
    (event(when=CalendarDay(12, 31, 9999, Weekday.SUNDAY)), "events[0].when", "31 December 9999 is a Friday; correct"),
    (event(when=Span(CalendarDay(4, 4, 2025), CalendarDay(4, 2, 2025))), "events[0].when", "ends before it starts"),
    (event(when=Span(FromToday(1), FromToday(0))), "events[0].when", "ends before it starts"),
    (event(when=DaySet([CalendarDay(4, 4, 2025), CalendarDay(4, 2, 2025)])), "events[0].when", "ends before it starts"),
    (
        event(date=Settled(start=dt.date(2025, 4, 4), end=dt.date(2025, 4, 2))),
        "events[0].date",
        "'2025-04-04 to 2025-04-02' ends before it starts; swap the two",
    ),
    (event(time=ClockSpan(Clock(10), Clock(10))), "events[0].time", "ends when it starts"),
    # times whose zone nobody knows
    (
        event(place="base", time=Clock(10)),
        "events[0].time",
        "'10:00' is a time without a zone: that of the place 'base'",
    ),
    (event(place="base", time=Clock(10, zone="local")), "events[0].time", "without a zone"),
    (event(place="base", when=At(THURSDAY, Clock(9, 30))), "events[0].when", "'09:30' is a time without a zone"),
    (event(place="base", time=ClockSpan(Clock(9), Clock(10))), "events[0].time", "without a zone"),
    (
        event(place="base", sessions=[Session(key="s", title="S", time=Clock(10))]),
        "events[0].sessions[0].time",
        "without a zone",
    ),
    (event(place=None, time=Clock(10, zone="local")), "events[0].time", "a local time, and the entry has no place"),
    (
        evolve(SOUND, sources=[], events=[evolve(TALKS, place=None, time=Clock(10))]),
        "events[0].time",
        "no place, its source no zone",
    ),
    (
        event(place="base", earlier=[Earlier(when=THURSDAY, time=Clock(9), source="ministry")]),
        "events[0].earlier[0].time",
        "without a zone",
    ),
    # participants
    (event(participants=[Participant()]), "events[0].participants[0]", "names nobody"),
    (event(participants=[Participant(person="cho", unnamed="x")]), "events[0].participants[0]", "given together"),
    (event(participants=[Participant(unnamed=" ")]), "events[0].participants[0].unnamed", "empty"),
]


@pytest.mark.parametrize(("built", "where", "words"), VALUES)
def test_a_wrong_value_is_told_once_at_its_path(built, where, words):
    assert [path for path, _ in told(built)] == [where]
    assert words in told(built)[0][1]


RIGHT = [
    event(time=Clock(10)),  # the place's zone is known by its name
    event(place="base", time=Clock(10, zone="Asia/Seoul")),
    event(place="base", time=ClockSpan(Clock(10), Clock(11, zone="+09:00"))),  # said behind both
    event(place="base", time=InPart(PartOfDay.MORNING)),  # no hour, so no zone is missed
    event(place=None, time=Clock(10)),  # the dateline's
    event(time=ClockSpan(Clock(22), Clock(2))),  # past midnight
    event(when=CalendarDay(2, 29)),  # in some years
    event(when=Span(CalendarDay(12, 29), CalendarDay(1, 3))),  # over New Year
    event(when=CalendarDay(4, 3, 2025, Weekday.THURSDAY)),
    event(days=[VisitDay(key="first", when=NthDay(1))]),  # of its own visit, and it needs no title
    event(relations=[Relation(kind=RelationKind.FOLLOWS, to="lunch")], sessions=[Session(key="lunch", title="Lunch")]),
    event(url="webcal://example.org/feed.ics"),
    programme(
        places=[Place(key="brussels", name="B", zone="Europe/Brussels"), Place(key="e", name="E", geo=(-90, 180))]
    ),
]


@pytest.mark.parametrize("built", RIGHT)
def test_what_looks_odd_and_is_right_is_not_told(built):
    assert told(built) == []


MISSING = [
    (programme(people=[Person(key="cho", name="Cho", party="kor")]), "people[0].party", "the key of no party"),
    (programme(parties=[Party(key="rok", name="G", members=["nz"])]), "parties[0].members[0]", "the keys are rok"),
    (programme(sources=[Source(key="a", publisher="A", via=["b"])]), "sources[0].via[0]", "no source"),
    (event(place="brussel"), "events[0].place", "is the key of no place; did you mean 'brussels'?"),
    (evolve(event(place="hague"), places=[]), "events[0].place", "add the place"),
    (event(source="Ministry"), "events[0].source", "did you mean 'ministry'?"),
    (event(anchor="visit"), "events[0].anchor", "is the key of no entry"),
    (event(when=NthDay(2, entry="trip")), "events[0].when", "'trip' is the key of no entry"),
    (event(when=Span(THURSDAY, Chained(1, entry="trip"))), "events[0].when", "'trip'"),
    (event(when=Deadline(Bound.BY, ChainedWeekday(Weekday.MONDAY, entry="trip"))), "events[0].when", "'trip'"),
    (event(participants=[Participant(person="rok")]), "events[0].participants[0].person", "no person"),
    (event(participants=[Participant(party="cho")]), "events[0].participants[0].party", "no party"),
    (event(topics=[Topic(title="T", party="x")]), "events[0].topics[0].party", "no party"),
    (event(topics=[Topic(title="T", raised_by="x")]), "events[0].topics[0].raised_by", "no person or party"),
    (event(claims=[Claim(issuer="x")]), "events[0].claims[0].issuer", "no person or party"),
    (event(claims=[Claim(source="x")]), "events[0].claims[0].source", "no source"),
    (event(relations=[Relation(kind=RelationKind.FOLLOWS, to="x")]), "events[0].relations[0].to", "no entry"),
    (event(relations=[Relation(kind=RelationKind.FOLLOWS, to="talks")]), "events[0].relations[0].to", "entry itself"),
    (event(earlier=[Earlier(when=THURSDAY, source="x")]), "events[0].earlier[0].source", "no source"),
    (event(earlier=[Earlier(when=NthDay(1, "x"), source="ministry")]), "events[0].earlier[0].when", "no entry"),
    (event(outcome=Outcome(title="T", source="x")), "events[0].outcome.source", "no source"),
]


@pytest.mark.parametrize(("built", "where", "words"), MISSING)
def test_a_key_that_nothing_has_is_told_with_what_may_be_meant(built, where, words):
    assert [path for path, _ in told(built)] == [where]
    assert words in told(built)[0][1]


def test_a_loaded_programme_is_checked_once_and_a_changed_one_again(monkeypatch):
    asked, text = list[Programme](), dump(SOUND)

    def of(programme: Programme) -> Index:
        asked.append(programme)
        return Index.of(programme)

    monkeypatch.setattr("diplocal.checks.Index", SimpleNamespace(of=of))
    programme = load(text)
    resolve(programme)
    resolve(programme)
    with pytest.raises(ProgrammeError):
        resolve(evolve(programme, title=""))

    assert [one.title for one in asked] == [SOUND.title, ""]


def test_keys_are_given_once_among_all_entries_and_in_each_list():
    day = VisitDay(key="talks", when=THURSDAY, sessions=[Session(key="lunch", title="Lunch")])
    built = evolve(
        SOUND,
        people=[*SOUND.people, *SOUND.people],
        events=[evolve(TALKS, days=[day], sessions=[Session(key="lunch", title="Lunch")])],
    )
    assert told(built) == [
        ("people[1].key", "people[1].key: 'cho' is the key of people[0] too; give each its own key"),
        ("events[0].days[0].key", "events[0].days[0].key: 'talks' is the key of events[0] too; give each its own key"),
        (
            "events[0].sessions[0].key",
            "events[0].sessions[0].key: 'lunch' is the key of events[0].days[0].sessions[0] too; give each its own key",
        ),
    ]


CIRCLES = [
    (programme(sources=[Source(key="a", publisher="A", via=["a"])]), "sources[0].via[0]", "a -> a"),
    (
        programme(sources=[Source(key="a", publisher="A", via=["b"]), Source(key="b", publisher="B", via=["a"])]),
        "sources[0].via[0]",
        "sources lead in a circle: a -> b -> a",
    ),
    (
        programme(
            parties=[
                Party(key="rok", name="G"),
                Party(key="g", name="G", kind=PartyKind.GROUP, members=["rok", "h"]),
                Party(key="h", name="H", kind=PartyKind.GROUP, members=["g"]),
            ]
        ),
        "parties[1].members[1]",
        "members lead in a circle: g -> h -> g",
    ),
    (event(anchor="talks"), "events[0].anchor", "talks -> talks"),
    (event(when=Chained(1, entry="talks")), "events[0].when", "talks -> talks"),
    (
        event(anchor="lunch", sessions=[Session(key="lunch", title="Lunch")]),  # lunch is on the day of the talks
        "events[0].anchor",
        "talks -> lunch -> talks",
    ),
    (
        event(when=THURSDAY, anchor="d", days=[VisitDay(key="d", when=NthDay(1))]),
        "events[0].anchor",
        "talks -> d -> talks",
    ),
]


@pytest.mark.parametrize(("built", "where", "words"), CIRCLES)
def test_a_circle_is_told_once_where_it_begins(built, where, words):
    assert [path for path, _ in told(built)] == [where]
    assert words in told(built)[0][1]


def test_a_key_with_a_line_break_breaks_no_line():
    built = evolve(event(place="x", anchor="a\nb", key="a\nb"), places=[Place(key="c\nd", name="C")])
    assert all(str(problem).isprintable() for problem in problems(built))
    assert len(problems(built)) == 4


def test_a_circle_of_ten_thousand_is_found():
    sessions = [Session(key=f"s{i}", title="S", when=Chained(1, entry=f"s{(i + 1) % 10_000}")) for i in range(10_000)]
    (problem,) = problems(event(sessions=sessions))
    assert problem.where == "events[0].sessions[0].when"
    assert "s0 -> s1 -> s2 -> s3 -> s4 -> s5 -> ... -> s0" in problem.why


def test_a_reference_that_is_nested_too_deep_is_told():
    said: Counted | FromToday = FromToday(0)
    for _ in range(5000):
        said = Counted(1, said)
    assert [path for path, _ in told(event(when=said))] == ["events[0].when"]


WRONG: Any = {"edition": "4th", "three": (1, 2, 3), "text": ("50", 4)}  # what mypy would refuse
WRONG_TYPES = [
    (event(title=None), "events[0].title", "'None' is nothing, not text"),
    (event(place=SOUND.places[0]), "events[0].place", "is Place, not text; give its key, 'brussels'"),
    (event(status="confirmd"), "events[0].status", "is text, not Status; give Status.CONFIRMED"),
    (event(access=Access), "events[0].access", "not Access"),
    (event(background=1), "events[0].background", "is a whole number, not true or false"),
    (event(accreditation=dt.datetime(2025, 4, 1)), "events[0].accreditation", "is a date-time, not a date"),
    (event(embargo="Thursday"), "events[0].embargo", "is text, not a date or a date-time"),
    (event(date=dt.date(2025, 4, 3)), "events[0].date", "is a date, not Settled"),
    (event(date=Settled(start=dt.datetime(2025, 4, 3))), "events[0].date.start", "is a date-time, not a date"),
    (event(time=dt.time(10)), "events[0].time", "is a time, not a time of diplocal.when"),
    (
        event(when="on Thursday"),
        "events[0].when",
        "is text, not a reference of diplocal.when; give diplocal.phrases.parse('on Thursday')",
    ),
    (event(when=Counted(True, FromToday(0))), "events[0].when.days", "is true or false, not a whole number"),
    (event(participants=["cho"]), "events[0].participants[0]", "is text, not Participant"),
    (event(sessions=[TALKS]), "events[0].sessions[0]", "is Event, not Session"),
    (
        event(series=Series(name="S", edition=WRONG["edition"])),
        "events[0].series.edition",
        "is text, not a whole number",
    ),
    (programme(places=[Place(key="brussels", name="B", geo=WRONG["three"])]), "places[0].geo", "has 3 values, not 2"),
    (
        programme(places=[Place(key="brussels", name="B", geo=WRONG["text"])]),
        "places[0].geo[0]",
        "is text, not a number",
    ),
    (event(title="half \ud83d"), "events[0].title", "holds half a character"),
]


@pytest.mark.parametrize(("built", "where", "words"), WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_told_before_anything_else(built, where, words):
    assert [path for path, _ in told(built)] == [where]
    assert words in told(built)[0][1]


def test_all_problems_are_told_at_once_in_the_order_of_the_programme():
    built = Programme(
        key="v",
        title="",
        sources=[Source(key="a", publisher="", zone="Nowhere/Land")],
        events=[
            Event(key="x", title="X", place="y", date=Settled(start=dt.date(2025, 1, 2), end=dt.date(2025, 1, 1))),
            Event(key="x", title="", when=JUNE_31),
        ],
    )
    assert [path for path, _ in told(built)] == [
        "title",
        "sources[0].publisher",
        "sources[0].zone",
        "events[0].date",
        "events[0].place",
        "events[1].key",
        "events[1].title",
        "events[1].when",
    ]


def test_ten_thousand_sessions_with_a_problem_each_are_checked_in_seconds():
    sessions = [Session(key=f"s{i}", title="S", place=f"p{i}", participants=[Participant()]) for i in range(10_000)]
    places = [Place(key=f"q{i}", name="Q") for i in range(1000)]
    begun = time.perf_counter()
    found = problems(evolve(event(sessions=sessions, place=None), places=places))
    assert len(found) == 20_000
    assert time.perf_counter() - begun < 20  # about one second; a pass over all keys for each would take minutes


@given(programmes())
def test_a_sound_programme_stays_sound_without_its_last_event(programme):
    assert problems(evolve(programme, events=programme.events[:-1])) == ()  # entries name those before them only


@given(programmes())
def test_problems_are_the_same_each_time_and_printable(programme):
    broken = evolve(programme, people=(), places=(), parties=(), sources=())
    found = problems(broken)
    assert found == problems(broken)
    assert all(str(problem).isprintable() for problem in found)

"""A later notice changes a programme: what moves, what is off, what is new, what is said more exactly."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from diplocal import files
from diplocal.amending import amend
from diplocal.amending.differences import Shift, shift
from diplocal.checks import marks
from diplocal.model import Event, Format, Participant, Person, Place, Programme, Session, Source, Status
from diplocal.phrases import parse, parse_time
from diplocal.resolver import resolve
from diplocal.timeline import ByDay, Days, Hours, NoDate, Sometime
from tests.strategies import programmes

TYPED = """\
# Our visit to Oslo
key = "oslo-2025"
title = "The minister in Oslo"

[sources.ministry]
publisher = "The ministry"
published = 2025-05-05 # a Monday
zone = "Europe/Oslo"

[people.park]
name = "Mina Park" # family name last

[people.costa]
name = "Rui Costa"

[places.oslo]
name = "Oslo"

[[events]]
key = "visit"
title = "Visit to Oslo"
when = "from Wednesday to Friday"
place = "oslo"
format = "visit"
participants = ["park"]

[[events.sessions]]
key = "talks"
title = "Talks with the host"
when = "Thursday"
time = "10:00-11:30" # ask the embassy
participants = ["costa"]

[[events.sessions]]
key = "dinner"
title = "Dinner with business leaders"
when = "on Thursday"

[[events.sessions]]
key = "signing"
title = "Signing of the fisheries agreement"
when = "undated"
"""
PROGRAMME = files.load(TYPED)
SOURCE = Source(
    key="source", publisher="The ministry", title="A change", published=dt.date(2025, 5, 6), zone="Europe/Oslo"
)
PEOPLE = (Person(key="rui-costa", name="Rui Costa"), Person(key="berg", name="Anna Berg"))
BOTH = (Participant(person="berg"), Participant(person="rui-costa"))
PLACES = (Place(key="oslo", name="Oslo"), Place(key="bergen", name="Bergen"))


def notice(*sessions: Session, source: Source = SOURCE, event: Event | None = None) -> Programme:
    """Make the programme that is drafted from a notice: its entries as events, or sessions of one event."""
    common = ("key", "title", "when", "time", "format", "place", "participants", "status", "earlier")
    loose = [Event(**{name: getattr(one, name) for name in common}) for one in sessions]
    events = [evolve(event, sessions=sessions)] if event else loose
    return Programme(key="notice", title="A change", sources=[source], people=PEOPLE, places=PLACES, events=events)


def told(key: str, title: str, when: str, time: str = "", **more: Any) -> Session:
    clock = parse_time(time) if time else None
    return Session(key=key, title=title, when=parse(when), time=clock, place=more.pop("place", "oslo"), **more)


TALKS, DINNER, SIGNING = "Talks with the host", "Dinner with business leaders", "Signing of the fisheries agreement"

CHANGES = [  # what the notice tells, the entry that changes, its lines in the file, what is said of it
    (
        told("x", TALKS, "Friday", "09:00"),
        "talks",
        ['when = "Friday"', 'time = "09:00"', 'status = "rescheduled"', 'source = "update"',
         'earlier = [{ when = "Thursday", source = "ministry", time = "10:00-11:30" }]'],
        "moved from Thursday 8 May 2025, 10:00–11:30 to Friday 9 May 2025, 09:00",
    ),
    (
        told("x", DINNER, "Thursday", status=Status.CANCELLED),
        "dinner",
        ['when = "on Thursday"', 'status = "cancelled"', 'source = "update"'],
        "cancelled",
    ),
    (
        told("x", DINNER, "Thursday", "19:30"),
        "dinner",
        ['when = "on Thursday"', 'time = "19:30"', 'source = "update"'],
        "more precise: Thursday 8 May 2025, 19:30",
    ),
    (
        told("x", SIGNING, "Friday at 3 p.m."),
        "signing",
        ['when = "Friday at 15:00"', 'source = "update"'],
        "more precise: Friday 9 May 2025, 15:00",
    ),
    (
        told("x", TALKS, "Thursday", "10:00", participants=BOTH),
        "talks",
        ['participants = ["costa", "berg"]', 'source = "update"'],
        "with Anna Berg",
    ),
    (
        told("x", DINNER, "Thursday", place="bergen"),
        "dinner",
        ['place = "bergen"', 'source = "update"'],
        "in Bergen, not in Oslo",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("session", "key", "lines", "words"), CHANGES, ids=[words for *_, words in CHANGES])
def test_what_a_notice_changes(session, key, lines, words):
    amended = amend(PROGRAMME, notice(session))
    assert [(change.key, change.words) for change in amended.changes] == [(key, words)]
    edited = files.edit(TYPED, amended.programme)
    table = edited[edited.index(f'key = "{key}"') :].split("\n\n")[0]
    assert [line for line in lines if line not in table] == []
    assert f"{words}, says the notice of 2025-05-06" in [mark.words for mark in marks(amended.programme)]
    assert [line for line in TYPED.splitlines() if "#" in line and "ask" not in line and line not in edited] == []


@pytest.mark.parametrize("session", [row[0] for row in CHANGES], ids=[row[-1] for row in CHANGES])
def test_a_notice_that_is_brought_in_twice_changes_nothing_more(session):
    once = amend(PROGRAMME, notice(session)).programme
    twice = amend(once, notice(session))
    assert twice.programme == once
    assert (twice.changes, twice.same) == ((), 1)


def test_what_is_new_stands_in_the_visit_in_which_it_lies():
    speech = told("speech", "Speech at the university", "Thursday evening", format=Format.SPEECH)
    amended = amend(PROGRAMME, notice(speech, told("later", "Round table on fish", "12 June 2025")))
    assert [(change.key, change.words) for change in amended.changes] == [("speech", "new"), ("later", "new")]
    visit, later = amended.programme.events
    assert [one.key for one in visit.sessions] == ["talks", "dinner", "signing", "speech"]
    assert (later.key, later.source) == ("later", "update")
    assert amended.silent == 4


def test_a_new_key_is_another_one():
    amended = amend(PROGRAMME, notice(told("dinner", "Press conference", "Friday", format=Format.PRESS_CONFERENCE)))
    keys = [one.key for one in amended.programme.events[0].sessions]
    assert len(set(keys)) == len(keys)


def test_words_that_would_mean_another_day_are_written_in_full():
    week_later = evolve(SOURCE, published=dt.date(2025, 5, 12))
    off = Session(key="x", title=DINNER, when=parse("8 May 2025"), status=Status.CANCELLED, place="oslo")
    amended = amend(PROGRAMME, notice(off, source=week_later))
    before, after = resolve(PROGRAMME), resolve(amended.programme)
    assert [(one.key, one.timing) for one in after.entries] == [(one.key, one.timing) for one in before.entries]
    dinner = amended.programme.events[0].sessions[1]
    assert (files.dump(amended.programme).count('when = "8 May 2025"'), dinner.status) == (1, Status.CANCELLED)


def test_what_hangs_in_an_event_keeps_its_own_source():
    confirmed = told("x", "Visit to Oslo", "from Wednesday to Friday", format=Format.VISIT, status=Status.CONFIRMED)
    amended = amend(PROGRAMME, notice(confirmed))
    visit = amended.programme.events[0]
    assert (visit.source, [one.source for one in visit.sessions]) == ("update", ["ministry"] * 3)


def test_a_visit_that_moves_with_its_sessions():
    event = Event(
        key="v", title="Visit to Oslo", when=parse("from 14 to 16 May 2025"), place="oslo", format=Format.VISIT
    )
    sessions = (told("t", TALKS, "15 May 2025", "10:00-11:30"), told("d", DINNER, "15 May 2025"))
    amended = amend(PROGRAMME, notice(*sessions, event=event))
    entries = {one.key: one for one in resolve(amended.programme).entries}
    assert entries["visit"].dates == (dt.date(2025, 5, 14), dt.date(2025, 5, 16))
    assert entries["talks"].dates == (dt.date(2025, 5, 15), dt.date(2025, 5, 15))
    assert [entries[key].status for key in ("visit", "talks", "dinner")] == [Status.RESCHEDULED] * 3


def test_what_does_not_fit_is_marked_and_left():
    amended = amend(PROGRAMME, notice(told("x", TALKS, "20 May 2025")))
    talks = amended.programme.events[0].sessions[0]
    assert evolve(talks, to_check=()) == PROGRAMME.events[0].sessions[0]
    (words,) = talks.to_check
    assert words.startswith("moved from Thursday 8 May 2025, 10:00–11:30 to Tuesday 20 May 2025 (does not fit")


def test_silence_changes_nothing():
    amended = amend(PROGRAMME, notice(told("x", TALKS, "Thursday")))
    assert amended.programme == PROGRAMME
    assert (amended.changes, amended.same, amended.silent) == ((), 1, 3)


SEVENTH, EIGHTH, NINTH = dt.date(2025, 5, 7), dt.date(2025, 5, 8), dt.date(2025, 5, 9)


def at(day: dt.date, hour: int, until: int | None = None) -> Hours:
    start, end = (dt.datetime.combine(day, dt.time(one or 0), dt.UTC) for one in (hour, until))
    return Hours(start, end if until else None)


SHIFTS = [  # the time that is known, the one that is told, how it stands to it
    (NoDate(), NoDate(), Shift.NONE),
    (NoDate(), Days(EIGHTH, EIGHTH), Shift.FINER),
    (Days(EIGHTH, EIGHTH), NoDate(), Shift.NONE),
    (Days(EIGHTH, EIGHTH), Days(EIGHTH, EIGHTH), Shift.NONE),
    (Days(EIGHTH, EIGHTH), at(EIGHTH, 10), Shift.FINER),
    (Days(EIGHTH, EIGHTH), at(NINTH, 10), Shift.MOVED),
    (Days(EIGHTH, EIGHTH), Days(NINTH, NINTH), Shift.MOVED),
    (Days(SEVENTH, NINTH), Days(SEVENTH, EIGHTH), Shift.MOVED),
    (Days(SEVENTH, NINTH), Sometime(SEVENTH, NINTH), Shift.NONE),
    (Sometime(SEVENTH, NINTH), Days(EIGHTH, EIGHTH), Shift.FINER),
    (Sometime(SEVENTH, EIGHTH), Days(NINTH, NINTH), Shift.MOVED),
    (ByDay(NINTH), at(NINTH, 10), Shift.FINER),
    (at(EIGHTH, 10), Days(EIGHTH, EIGHTH), Shift.NONE),
    (at(EIGHTH, 10), Days(SEVENTH, NINTH), Shift.NONE),
    (at(EIGHTH, 10), at(EIGHTH, 10), Shift.NONE),
    (at(EIGHTH, 10), at(EIGHTH, 11), Shift.MOVED),
    (at(EIGHTH, 10), at(EIGHTH, 10, 12), Shift.FINER),
    (at(EIGHTH, 10, 12), at(EIGHTH, 10), Shift.NONE),
    (at(EIGHTH, 10, 12), at(EIGHTH, 10, 11), Shift.MOVED),
]


@pytest.mark.parametrize(("old", "new", "expected"), SHIFTS)
def test_how_one_time_stands_to_another(old, new, expected):
    assert shift(old, new) is expected


OF_THE_WEEK = ["7 May 2025", "on Thursday", "from Wednesday to Friday"]
LATER = ["next week", "by Friday", "undated"]
OF_THE_VISIT = [None, "the first day", "the last day", "undated"]


@st.composite
def dated(draw: st.DrawFn) -> Programme:
    """Whole programmes whose words of time agree: those of events are of one week, those of sessions of their event."""
    programme = draw(programmes().filter(lambda one: one.events))

    def agreeing(entry: Any, words: Sequence[str | None], **more: Any) -> Any:
        said = draw(st.sampled_from(words))
        status = draw(st.sampled_from([Status.EXPECTED, Status.CONFIRMED, Status.CANCELLED]))
        alone = {"date": None, "anchor": None, "earlier": (), "relations": ()}
        return evolve(entry, when=parse(said) if said else None, status=status, **alone, **more)

    events = [
        agreeing(event, OF_THE_WEEK, days=(), sessions=[agreeing(one, OF_THE_VISIT) for one in event.sessions])
        if event.sessions
        else agreeing(event, OF_THE_WEEK + LATER, days=())
        for event in programme.events
    ]
    first = dt.date(2025, 5, 5)
    sources = [evolve(one, published=first, zone="Europe/Oslo") for one in programme.sources or [SOURCE]]
    return evolve(programme, sources=sources, events=events)


@settings(max_examples=25)
@given(dated())
def test_a_programme_brought_into_itself_stays_as_it_is(programme):
    amended = amend(programme, programme)
    assert amended.programme == programme
    assert amended.changes == ()


@settings(max_examples=25)
@given(dated(), st.sampled_from([row[0] for row in CHANGES]))
def test_whatever_the_programme_what_comes_out_resolves(programme, session):
    amended = amend(programme, notice(session))
    assert resolve(amended.programme).key == programme.key
    assert len(amended.programme.events) >= len(programme.events)

"""A made-up visit with a bit of everything that a timeline can hold; the golden Markdown is written from it."""

import datetime as dt
from zoneinfo import ZoneInfo

from diplocal.model import (
    Access,
    Audience,
    Claim,
    Format,
    Outcome,
    Party,
    PartyKind,
    Person,
    Place,
    Relation,
    RelationKind,
    Role,
    Series,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.timeline import (
    Attendee,
    ByDay,
    Concern,
    DayPart,
    Days,
    Entry,
    Hours,
    Level,
    NoDate,
    Notice,
    Past,
    Reason,
    Sometime,
    Timeline,
    Timing,
    in_order,
)
from diplocal.when import PartOfDay

BERGEN = ZoneInfo("Europe/Oslo")

MINISTRY = Source(
    key="ministry",
    publisher="Freedonia Foreign Office",
    title="Minister Holt to visit Bergen",
    published=dt.datetime(2025, 9, 1, 9, 30),
    zone="Asia/Seoul",
    url="https://example.org/notices/17?lang=en&v=2",
)
DESK = Source(
    key="desk", publisher="Harbour Post", published=dt.date(2025, 9, 5), zone="Europe/Oslo", via=("ministry",)
)

FREEDONIA = Party(key="freedonia", name="Freedonia")
NORWAY = Party(key="norway", name="Norway", code="NO")
LEAGUE = Party(key="league", name="League of Ports", kind=PartyKind.GROUP, members=("freedonia", "norway"))
OBSERVERS = Party(key="observers", name="Coastal Forum", kind=PartyKind.GROUP, size=12)
HOLT = Person(key="holt", name="Ada Holt", office="Foreign Minister", party="freedonia")
LIEN = Person(key="lien", name="Nils Lien", office="Minister of Foreign Affairs", party="norway")
KWON = Person(key="kwon", name="Kwon Da-in", office="Head of Protocol", party="freedonia")

CITY = Place(key="bergen", name="Bergen", zone="Europe/Oslo", country="NO", venue="Harbour Hall")

HOLT_LEADS = Attendee(person=HOLT, party=FREEDONIA, role=Role.HEAD_OF_DELEGATION)
LIEN_HOSTS = Attendee(person=LIEN, party=NORWAY, role=Role.HOST)
ANCHOR = dt.date(2025, 9, 1)
TWELFTH = Days(dt.date(2025, 9, 12), dt.date(2025, 9, 12))


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2025, 9, day, hour, minute, tzinfo=BERGEN)


def reason(phrase: str, first: int, last: int | None = None, **given: object) -> Reason:
    start, end = dt.date(2025, 9, first), dt.date(2025, 9, last or first)
    fields: dict = {"certainty": Certainty.CERTAIN, "rule": "weekday", "kind": Kind.DAY, **given}
    return Reason(
        phrase=phrase,
        where="events[0].when",
        anchor=ANCHOR,
        anchored_on="published by the ministry",
        reading=Reading(start=start, end=end, **fields),
    )


def session(key: str, title: str, timing: Timing, **given: object) -> Entry:
    fields: dict = {"level": Level.SESSION, "parent": "visit", "source": MINISTRY, **given}
    return Entry(programme="bergen", key=key, title=title, timing=timing, zone="Europe/Oslo", place=CITY, **fields)


ENTRIES = [
    session(
        "visit",
        "Visit of Minister Holt",
        Days(dt.date(2025, 9, 10), dt.date(2025, 9, 12)),
        level=Level.EVENT,
        parent=None,
        format=Format.VISIT,
        status=Status.CONFIRMED,
        participants=[HOLT_LEADS],
        claims=[Claim(issuer="freedonia", verb="confirmed", modality="will travel", source="ministry")],
        reason=reason(
            "from Wednesday to Friday next week",
            10,
            12,
            kind=Kind.SPAN,
            rule="range",
            why="the weekdays of the week after",
        ),
    ),
    session(
        "arrival",
        "Arrival",
        DayPart(dt.date(2025, 9, 10), PartOfDay.EVENING),
        format=Format.ARRIVAL,
        status=Status.CONFIRMED,
        access=Access.POOLED,
        participants=[HOLT_LEADS],
    ),
    session(
        "plenary",
        "Plenary of the League of Ports",
        Hours(at(11, 9), at(11, 11, 30)),
        format=Format.PLENARY,
        status=Status.CONFIRMED,
        access=Access.OPEN,
        participants=[LIEN_HOSTS, HOLT_LEADS, Attendee(party=LEAGUE), Attendee(party=OBSERVERS, role=Role.OBSERVER)],
        topics=[Topic(title="Tide tables"), Topic(title="Dredging", likely=True, phrase="likely")],
        series=Series(name="League plenaries", edition=9, consecutive=4, since=2022),
        reason=reason("on Thursday", 11, why="the Thursday within the visit"),
    ),
    session(
        "talks",
        "Talks with Minister Lien",
        Hours(at(11, 15), at(11, 16), about=True),
        format=Format.BILATERAL,
        status=Status.RESCHEDULED,
        participants=[HOLT_LEADS, LIEN_HOSTS],
        topics=[Topic(title="Port fees", party="freedonia"), Topic(title="Pilots", raised_by="lien")],
        source=DESK,
        earlier=[Past(timing=Hours(at(12, 10), at(12, 11)), status=Status.EXPECTED, source=MINISTRY)],
    ),
    session(
        "dinner",
        "Dinner of the League",
        Hours(at(11, 19), at(11, 22, 30)),
        format=Format.WORKING_DINNER,
        participants=[HOLT_LEADS, Attendee(unnamed="ministers of several ports")],
        access=Access.CLOSED,
    ),
    session(
        "tour",
        "Boat tour | “Old Harbour”",
        TWELFTH,
        format=Format.SITE_VISIT,
        status=Status.CANCELLED,
        source=DESK,
        earlier=[Past(timing=TWELFTH, status=Status.PROVISIONAL, source=MINISTRY)],
    ),
    session(
        "press",
        "Joint press conference",
        Hours(at(12, 11, 30)),
        format=Format.PRESS_CONFERENCE,
        status=Status.CONFIRMED,
        access=Access.ACCREDITED,
        accreditation=dt.date(2025, 9, 8),
        url="https://example.org/press",
        participants=[HOLT_LEADS, LIEN_HOSTS],
        outcome=Outcome(title="Joint statement", source="desk", url="https://example.org/statement"),
    ),
    session(
        "vote",
        "Vote of the port council",
        Sometime(dt.date(2025, 9, 8), dt.date(2025, 9, 14)),
        level=Level.EVENT,
        parent=None,
        background=True,
    ),
    session("bids", "Bids for the new quay", ByDay(dt.date(2025, 9, 30)), level=Level.EVENT, parent=None),
    session(
        "trilateral",
        "Trilateral on pilots",
        NoDate(),
        format=Format.TRILATERAL,
        participants=[HOLT_LEADS, LIEN_HOSTS, Attendee(unnamed="a third minister")],
        relations=[Relation(kind=RelationKind.ON_THE_MARGINS_OF, to="plenary")],
    ),
    session(
        "call",
        "Call on the mayor",
        NoDate(
            [
                Alternative(dt.date(2025, 9, 11), dt.date(2025, 9, 11), "next week's Thursday"),
                Alternative(dt.date(2025, 9, 4), dt.date(2025, 9, 4), "the coming Thursday"),
            ]
        ),
        format=Format.COURTESY_CALL,
        reason=reason(
            "next Thursday",
            11,
            certainty=Certainty.AMBIGUOUS,
            rule="next-weekday",
            why="“next” may mean next week's or the coming one",
            alternatives=[Alternative(dt.date(2025, 9, 4), dt.date(2025, 9, 4), "the coming Thursday")],
            rejected=[Alternative(dt.date(2025, 8, 28), dt.date(2025, 8, 28), "it lies behind")],
        ),
    ),
    session(
        "caucus",
        "Delegation's caucus",
        Hours(at(11, 8)),
        audience=Audience.INTERNAL,
        participants=[Attendee(person=KWON, party=FREEDONIA)],
        internal_note="Bring the second folder",
    ),
]

TIMELINE = Timeline(
    key="bergen",
    title="Foreign Minister Ada Holt in Bergen",
    entries=in_order(ENTRIES),
    notices=[
        Notice(
            concern=Concern.AMBIGUOUS,
            programme="bergen",
            where="events[0].sessions[5].when",
            entry="call",
            message="“next Thursday” leaves a choice",
            settle="say the date",
        ),
    ],
    sources=[MINISTRY, DESK],
    parties=[FREEDONIA, NORWAY, LEAGUE, OBSERVERS],
    people=[HOLT, LIEN, KWON],
    note="The visit is the first since the harbour reopened.",
)

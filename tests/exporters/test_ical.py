"""What a calendar says of a timeline, and that icalendar reads it back as it was meant."""

import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

import icalendar
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import diplocal
from diplocal.errors import ExportError
from diplocal.exporters import ical
from diplocal.exporters.ical import (
    EPOCH,
    HEAD,
    Options,
    event,
    lay_out,
    render,
    stamped,
    to_calendar,
    to_ical,
)
from diplocal.exporters.rfc5545.contentline import encode
from diplocal.exporters.rfc5545.unfold import Slice, cut, unescaped, unfold
from diplocal.exporters.uids import NAMESPACE, uid
from diplocal.model import (
    Audience,
    Format,
    Party,
    Person,
    Place,
    Relation,
    RelationKind,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.timeline import (
    Attendee,
    ByDay,
    DayPart,
    Days,
    Entry,
    Hours,
    Level,
    NoDate,
    Past,
    Reason,
    Sometime,
    Timeline,
    Timing,
)
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import TIMELINE as HARBOUR
from tests.exporters.rfc5545.objects import to_icalendar
from tests.exporters.timelines import timelines

WIRE = Source(key="wire", publisher="Yonhap", published=dt.date(2025, 4, 1), zone="Asia/Seoul")
THIRD = Days(dt.date(2025, 4, 3), dt.date(2025, 4, 3))
BRUSSELS, SEOUL = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Seoul")


def entry(key: str = "talks", title: str = "Talks", timing: Timing = THIRD, **given) -> Entry:
    return Entry(programme="visit-2025", key=key, title=title, timing=timing, **{"level": Level.SESSION, **given})


def timeline(*entries: Entry, **given) -> Timeline:
    return Timeline(**{"key": "visit-2025", "title": "Visit", "entries": entries, "sources": [WIRE], **given})


def at(
    month: int, day: int, hour: int, minute: int = 0, *, zone: dt.tzinfo = BRUSSELS, year: int = 2025
) -> dt.datetime:
    return dt.datetime(year, month, day, hour, minute, tzinfo=zone)


def slices(octets: bytes, name: str = "VEVENT") -> list[Slice]:
    """Cut a feed, and give its components of one name."""
    return [part for part in cut(octets)[1] if part.name == name]


def components(octets: bytes) -> list[dict[str, str]]:
    """Read each entry's properties as they are written, parameters with their names."""
    return [
        {
            ";".join([line.name, *("=".join(one) for one in line.params)]): line.value
            for line in unfold(octets, part.start, part.end)
        }
        for part in slices(octets)
    ]


def only(one: Entry, **options) -> dict[str, str]:
    (found,) = components(to_ical(timeline(one), **options))
    return found


def told(one: Entry, *others: Entry, **options) -> str:
    """Give the first entry's description as a reader shows it."""
    return unescaped(components(to_ical(timeline(one, *others, **given_parties()), **options))[0]["DESCRIPTION"])


def given_parties() -> dict:
    return {"parties": [KOREA], "people": [CHO]}


KOREA = Party(key="korea", name="South Korea", code="KR")
CHO = Person(key="cho", name="Cho Tae-yul", office="Foreign Minister", party="korea", email="cho@example.org")


# --- when and what ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timing", "lines"),
    [
        (THIRD, {"DTSTART;VALUE=DATE": "20250403", "DTEND;VALUE=DATE": "20250404", "TRANSP": "TRANSPARENT"}),
        (
            Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4)),
            {"DTSTART;VALUE=DATE": "20250402", "DTEND;VALUE=DATE": "20250405", "TRANSP": "TRANSPARENT"},
        ),
        (
            DayPart(dt.date(2025, 12, 31), PartOfDay.EVENING),
            {"DTSTART;VALUE=DATE": "20251231", "DTEND;VALUE=DATE": "20260101", "TRANSP": "TRANSPARENT"},
        ),
        (
            ByDay(dt.date(2025, 4, 3)),
            {"DTSTART;VALUE=DATE": "20250403", "DTEND;VALUE=DATE": "20250404", "TRANSP": "TRANSPARENT"},
        ),
        (Hours(at(4, 3, 15)), {"DTSTART;TZID=Europe/Brussels": "20250403T150000"}),
        (
            Hours(dt.datetime(2025, 4, 15, 9, tzinfo=ZoneInfo("Europe/Kiev"))),
            {"DTSTART;TZID=Europe/Kyiv": "20250415T090000"},
        ),
        (
            Hours(at(4, 3, 15), at(4, 3, 16, 30)),
            {"DTSTART;TZID=Europe/Brussels": "20250403T150000", "DTEND;TZID=Europe/Brussels": "20250403T163000"},
        ),
        (  # over midnight
            Hours(at(4, 3, 22, zone=SEOUL), at(4, 4, 1, zone=SEOUL)),
            {"DTSTART;TZID=Asia/Seoul": "20250403T220000", "DTEND;TZID=Asia/Seoul": "20250404T010000"},
        ),
        (  # an end that isn't later is none
            Hours(at(4, 3, 15), at(4, 3, 15)),
            {"DTSTART;TZID=Europe/Brussels": "20250403T150000"},
        ),
        (  # at a fixed offset
            Hours(at(4, 3, 15, zone=dt.timezone(dt.timedelta(hours=9))), None),
            {"DTSTART": "20250403T060000Z"},
        ),
        (  # the second 2:30 of the night on which clocks go back
            Hours(at(10, 26, 2, 30).replace(fold=1), at(10, 26, 5)),
            {"DTSTART": "20251026T013000Z", "DTEND": "20251026T040000Z"},
        ),
        (  # both ends in UTC where one has to be
            Hours(at(10, 24, 12), at(10, 26, 12)),
            {"DTSTART": "20251024T100000Z", "DTEND": "20251026T110000Z"},
        ),
        (  # from the first to the second 2:30
            Hours(at(10, 26, 2, 30), at(10, 26, 2, 30).replace(fold=1)),
            {"DTSTART": "20251026T003000Z", "DTEND": "20251026T013000Z"},
        ),
    ],
)
def test_a_timing_takes_these_lines(timing, lines):
    found = only(entry(timing=timing))
    timed = {name: value for name, value in found.items() if name.startswith(("DTSTART", "DTEND", "TRANSP"))}
    assert timed == lines


@pytest.mark.parametrize(
    ("title", "timing", "summary"),
    [
        ("Talks", THIRD, "Talks"),
        ("Talks", Hours(at(4, 3, 12, 30), about=True), "Talks (time approximate)"),
        ("Arrival", DayPart(dt.date(2025, 4, 2), PartOfDay.EARLY_HOURS), "Arrival (early hours)"),
        ("Bids", ByDay(dt.date(2025, 4, 30)), "Deadline: Bids"),
        ("", THIRD, "untitled"),
    ],
)
def test_the_title_says_what_the_time_alone_would_not(title, timing, summary):
    assert only(entry(title=title, timing=timing))["SUMMARY"] == summary


STATUSES = [
    (Status.EXPECTED, "TENTATIVE", "Talks"),
    (Status.PROVISIONAL, "TENTATIVE", "Provisional: Talks"),
    (Status.CONDITIONAL, "TENTATIVE", "Conditional: Talks"),
    (Status.CONFIRMED, "CONFIRMED", "Talks"),
    (Status.HELD, "CONFIRMED", "Talks"),
    (Status.SLIPPED, "TENTATIVE", "Slipped: Talks"),
    (Status.POSTPONED, "CANCELLED", "Postponed: Talks"),
    (Status.RESCHEDULED, "CONFIRMED", "Rescheduled: Talks"),
    (Status.MOVED_ONLINE, "CONFIRMED", "Moved online: Talks"),
    (Status.SHORTENED, "CONFIRMED", "Shortened: Talks"),
    (Status.CANCELLED, "CANCELLED", "Cancelled: Talks"),
    (Status.REINSTATED, "CONFIRMED", "Reinstated: Talks"),
]


@pytest.mark.parametrize(("status", "value", "summary"), STATUSES)
def test_a_status_takes_one_of_three_values_and_the_rest_goes_into_the_title(status, value, summary):
    found = only(entry(status=status))
    assert (found["STATUS"], found["SUMMARY"]) == (value, summary)


def test_every_status_is_in_the_table():
    assert {status for status, _, _ in STATUSES} == set(Status)


@pytest.mark.parametrize(
    ("struck", "found"),
    [("strike", [("CANCELLED", "Cancelled: Talks")]), ("show", [("TENTATIVE", "Cancelled: Talks")]), ("drop", [])],
)
def test_what_is_off_is_struck_or_shown_or_dropped(struck, found):
    octets = to_ical(timeline(entry(status=Status.CANCELLED)), struck=struck)
    assert [(one["STATUS"], one["SUMMARY"]) for one in components(octets)] == found


def test_an_entry_says_who_where_what_and_from_whom():
    found = only(
        entry(
            format=Format.WORKING_LUNCH,
            place=Place(key="b", name="Brussels", venue="Palace", address="Rue X 1", geo=(50.8467, 4.3525)),
            url="https://example.org/talks",
            participants=[Attendee(person=CHO, party=KOREA)],
            topics=[Topic(title="Steel", likely=True, phrase="likely")],
            source=WIRE,
        )
    )
    assert found["LOCATION"] == r"Palace\, Brussels\, Rue X 1"
    assert found["GEO"] == "50.846700;4.352500"
    assert found["CATEGORIES"] == "Working lunch,Steel,South Korea"
    assert found["URL"] == "https://example.org/talks"
    assert unescaped(found["DESCRIPTION"]).split("\n") == [
        "Working lunch, expected",
        "Time not given",
        "Participants:",
        "- Cho Tae-yul (Foreign Minister, South Korea)",
        "Topics:",
        "- Steel (expected: “likely”)",
        "https://example.org/talks",
        "Source: Yonhap, 1 April 2025",
    ]


def test_e_mail_addresses_are_written_on_request_only():
    one = entry(participants=[Attendee(person=CHO, party=KOREA)])
    assert "cho@example.org" not in told(one)
    assert "- Cho Tae-yul (Foreign Minister, South Korea; cho@example.org)" in told(one, emails=True)


TOUR = entry("tour", "A tour", NoDate(), level=Level.EVENT, participants=[Attendee(person=CHO)])


def leg(key: str, day: int, town: str) -> Entry:
    there = Place(key=town, name=town)
    days = Days(dt.date(2025, 4, day), dt.date(2025, 4, day))
    return entry(key, "", days, level=Level.DAY, parent="tour", place=there, own_place=True)


def test_a_tour_without_a_date_spans_its_legs_and_these_say_who():
    found = components(to_ical(timeline(TOUR, leg("one", 3, "Tonga"), leg("two", 6, "Fiji"))))
    assert [one["SUMMARY"] for one in found] == ["A tour", "Cho Tae-yul in Tonga", "Cho Tae-yul in Fiji"]
    assert (found[0]["DTSTART;VALUE=DATE"], found[0]["DTEND;VALUE=DATE"]) == ("20250403", "20250407")
    assert "No date is given; the days are those of its parts" in unescaped(found[0]["DESCRIPTION"])


@pytest.mark.parametrize(
    ("change", "count"),
    [({"status": Status.POSTPONED}, 1), ({"timing": NoDate([Alternative(dt.date.min, dt.date.min, "")])}, 1), ({}, 2)],
)
def test_what_is_off_or_open_spans_nothing(change, count):
    assert len(components(to_ical(timeline(evolve(TOUR, **change), leg("one", 3, "Tonga"))))) == count


def test_a_leg_of_several_travellers_is_called_by_the_visit():
    several = evolve(TOUR, participants=[Attendee(person=CHO), Attendee(person=evolve(CHO, key="kim", name="Kim"))])
    found = components(to_ical(timeline(several, leg("one", 3, "Tonga"))))
    assert found[1]["SUMMARY"] == "A tour: Tonga"


HONOLULU = Place(key="h", name="Honolulu", zone="Pacific/Honolulu")


def test_a_time_that_is_on_another_day_at_the_place_names_it():
    one = entry(timing=Hours(at(4, 3, 9, zone=SEOUL)), place=HONOLULU, zone="Pacific/Honolulu")
    assert "Local time: Wednesday 2 April 2025, 14:00 (Honolulu)" in told(one)
    same = entry(timing=Hours(at(4, 3, 20, zone=SEOUL)), place=HONOLULU, zone="Pacific/Honolulu")
    assert "Local time: 01:00 (Honolulu)" in told(same)
    announced_at_home = entry(
        timing=Hours(at(4, 2, 14, zone=ZoneInfo("Pacific/Honolulu"))), place=HONOLULU, source=WIRE
    )
    assert "Local time: Wednesday 2 April 2025, 14:00 (Honolulu)" in told(evolve(announced_at_home, zone=HONOLULU.zone))


NINE = Hours(at(4, 3, 9))
BUSY = [  # status, timing, options, TRANSP, what Outlook is told
    (Status.EXPECTED, NINE, {}, None, "TENTATIVE"),
    (Status.CONFIRMED, NINE, {}, None, None),
    (Status.CANCELLED, NINE, {}, "TRANSPARENT", None),
    (Status.POSTPONED, NINE, {}, "TRANSPARENT", None),
    (Status.CANCELLED, NINE, {"struck": "show"}, "TRANSPARENT", None),
    (Status.CONFIRMED, NINE, {"busy": False}, "TRANSPARENT", None),
    (Status.EXPECTED, NINE, {"busy": False}, "TRANSPARENT", None),
    (Status.EXPECTED, Days(dt.date(2025, 4, 3), dt.date(2025, 4, 3)), {}, "TRANSPARENT", None),
]


@pytest.mark.parametrize(("status", "timing", "options", "transparent", "outlook"), BUSY)
def test_only_what_takes_place_at_a_time_makes_busy(status, timing, options, transparent, outlook):
    (found,) = components(to_ical(timeline(entry(status=status, timing=timing)), **options))
    assert found.get("TRANSP") == transparent
    assert found.get("X-MICROSOFT-CDO-BUSYSTATUS") == outlook


@pytest.mark.parametrize(
    ("timing", "end"),
    [
        (NINE, "20250403T093000"),
        (Hours(at(4, 3, 9), at(4, 3, 11)), "20250403T110000"),
        (Hours(at(4, 3, 23, 45)), "20250404T001500"),
    ],
)
def test_a_length_is_assumed_on_request_and_said_to_be(timing, end):
    (found,) = components(to_ical(timeline(entry(timing=timing)), length=dt.timedelta(minutes=30)))
    assert found["DTEND;TZID=Europe/Brussels"] == end
    assert ("No end is given; 30 minutes are assumed" in unescaped(found["DESCRIPTION"])) is (timing.end is None)
    assert "are assumed" not in told(entry(timing=timing))


def test_reasons_are_left_out_on_request():
    reading = Reading(
        start=dt.date(2025, 4, 3),
        end=dt.date(2025, 4, 3),
        kind=Kind.DAY,
        certainty=Certainty.CERTAIN,
        rule="r",
        why="so",
    )
    one = entry(reason=Reason(phrase="Thursday", where="", anchor=None, anchored_on="", reading=reading))
    assert "Date: “Thursday”; certain; so" in told(one)
    assert "Date:" not in told(one, reasons=False)


DUE: dict[str, Any] = {"accreditation": dt.date(2025, 4, 1), "embargo": dt.datetime(2025, 4, 3, 12)}


def test_deadlines_are_entries_of_their_own_on_request():
    one = entry(**DUE, zone="Europe/Brussels", url="https://example.org/talks")
    found = components(to_ical(timeline(one), deadlines=True))
    assert [part["SUMMARY"] for part in found] == [
        "Accreditation closes: Talks",
        "Talks",
        "Embargo ends: Talks",
    ]
    assert (found[0]["DTSTART;VALUE=DATE"], found[2]["DTSTART;TZID=Europe/Brussels"]) == ("20250401", "20250403T120000")
    assert {part["RELATED-TO;RELTYPE=PARENT"] for part in (found[0], found[2])} == {found[1]["UID"]}
    assert len(components(to_ical(timeline(one)))) == 1


@pytest.mark.parametrize(
    ("embargo", "zone", "start"),
    [
        (dt.date(2025, 4, 3), "Europe/Brussels", {"DTSTART;VALUE=DATE": "20250403"}),
        (dt.datetime(2025, 4, 3, 12), "Europe/Brussels", {"DTSTART;TZID=Europe/Brussels": "20250403T120000"}),
        (at(4, 3, 12, zone=SEOUL), "Europe/Brussels", {"DTSTART;TZID=Asia/Seoul": "20250403T120000"}),
        (dt.datetime(2025, 4, 3, 12), None, {"DTSTART;VALUE=DATE": "20250403"}),  # whose noon, nobody knows
    ],
)
def test_an_embargo_ends_at_its_time_or_on_its_day(embargo, zone, start):
    _, ends = components(to_ical(timeline(entry(embargo=embargo, zone=zone)), deadlines=True))
    assert {name: value for name, value in ends.items() if name.startswith("DTSTART")} == start


def test_reminders_are_for_deadlines_and_on_request():
    octets = to_ical(timeline(entry(**DUE)), deadlines=True, reminder=dt.timedelta(days=1))
    assert octets.count(b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n") == 2
    assert octets.count(b"TRIGGER:-P1D\r\n") == 2
    assert b"VALARM" not in to_ical(timeline(entry(**DUE)), deadlines=True)


def test_the_time_at_the_place_stands_in_the_description():
    place = Place(key="b", name="Brussels", zone="Europe/Brussels")
    one = entry(timing=Hours(at(4, 3, 22, zone=SEOUL), at(4, 3, 23, zone=SEOUL)), place=place, zone="Europe/Brussels")
    assert "Local time: 15:00–16:00 (Brussels)" in told(one)


def test_the_same_hours_are_told_apart_where_the_clocks_change():
    place = Place(key="b", name="Brussels", zone="Europe/Brussels")
    first = entry("first", timing=Hours(at(10, 26, 2, 30)), place=place, zone="Europe/Brussels")
    second = evolve(first, key="second", timing=Hours(at(10, 26, 2, 30).replace(fold=1)))
    usual = evolve(first, key="usual", timing=Hours(at(10, 20, 2, 30)))
    lines = [
        unescaped(one["DESCRIPTION"]).split("\n")[1] for one in components(to_ical(timeline(usual, first, second)))
    ]
    assert lines == [
        "Local time: 02:30 (Brussels)",
        "Local time: 02:30 UTC+2 (Brussels)",
        "Local time: 02:30 UTC+1 (Brussels)",
    ]


def test_what_it_was_before_is_told_with_both_sources():
    desk = Source(key="desk", publisher="Desk", published=dt.date(2025, 4, 2))
    was = Past(timing=Days(dt.date(2025, 4, 2), dt.date(2025, 4, 2)), status=Status.EXPECTED, source=WIRE)
    lines = told(entry(status=Status.RESCHEDULED, earlier=[was], source=desk)).split("\n")
    assert "Rescheduled, according to Desk, 2 April 2025" in lines
    assert "Earlier: Wednesday 2 April 2025 (Yonhap, 1 April 2025)" in lines


# --- what has a place, and what is only named -------------------------------------------------------------------------

VISIT = entry("visit", "Visit", Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4)), level=Level.EVENT)
WEEK = Sometime(dt.date(2025, 3, 31), dt.date(2025, 4, 6))


@pytest.mark.parametrize(
    ("one", "placed"),
    [
        (entry(timing=WEEK), False),
        (entry(timing=NoDate()), False),
        (entry(timing=ByDay(dt.date(2025, 4, 3)), background=True), False),
        (entry(background=True), True),
        (entry(level=Level.DAY, title=""), False),
        (entry(level=Level.DAY, title="", place=Place(key="b", name="Brussels")), False),
        (entry(level=Level.DAY, title="", place=Place(key="b", name="Brussels"), own_place=True), True),
        (entry(level=Level.DAY, title="Day of talks"), True),
    ],
)
def test_only_what_has_a_day_and_a_name_has_a_place(one, placed):
    assert len(components(to_ical(timeline(one)))) == placed


def test_a_day_without_a_title_goes_by_its_visit_and_its_place():
    ghent = Place(key="g", name="Ghent")
    day = entry("day", "", level=Level.DAY, parent="visit", place=ghent, own_place=True)
    assert [one["SUMMARY"] for one in components(to_ical(timeline(VISIT, day)))] == ["Visit", "Visit: Ghent"]


def test_what_has_no_date_is_named_where_it_belongs():
    trilateral = entry(
        "trilateral",
        "Cho\nand two others",
        NoDate(),
        parent="visit",
        format=Format.TRILATERAL,
        participants=[Attendee(person=CHO, party=KOREA), Attendee(unnamed="two others")],
        topics=[Topic(title="Steel")],
        relations=[Relation(kind=RelationKind.ON_THE_MARGINS_OF, to="summit")],
    )
    summit = entry("summit", "Summit", WEEK, level=Level.EVENT)
    octets = to_ical(timeline(VISIT, trilateral, summit))
    (visit,) = components(octets)
    assert unescaped(visit["DESCRIPTION"]).split("\n") == [
        "Expected",
        "Without a date:",
        "- Cho and two others: trilateral, expected; with Cho Tae-yul, two others; on Steel; on the margins of Summit",
    ]
    header = {line.name: line.value for line in unfold(octets, 0, cut(octets)[0])}
    assert unescaped(header["DESCRIPTION"]).split("\n") == [
        "Without a date:",
        "- Summit: some time between Monday 31 March and Sunday 6 April 2025; expected",
    ]


def test_a_relation_to_what_has_no_date_says_so():
    ruling = entry("ruling", "Ruling", NoDate(), level=Level.EVENT, background=True)
    visit = evolve(VISIT, relations=[Relation(kind=RelationKind.DESPITE, to="ruling")])
    assert "Goes ahead despite Ruling (no date given)" in told(visit, ruling).split("\n")


@pytest.mark.parametrize(
    ("between", "parent"),
    [
        (entry("day", "", level=Level.DAY, parent="visit"), "visit"),
        (entry("day", "Day of talks", level=Level.DAY, parent="visit"), "day"),
        (entry("day", "", NoDate(), level=Level.DAY, parent="visit"), "visit"),
    ],
)
def test_a_session_is_related_to_the_nearest_entry_above_that_has_a_place(between, parent):
    found = components(to_ical(timeline(VISIT, between, entry(parent="day"))))
    assert found[-1]["RELATED-TO;RELTYPE=PARENT"] == uid("visit-2025", parent)


@pytest.mark.parametrize("parent", ["nowhere", "talks", None])
def test_a_session_whose_parent_is_elsewhere_is_related_to_nothing(parent):
    assert "RELATED-TO;RELTYPE=PARENT" not in only(entry(parent=parent))


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, ["visit", "early", "late"]),
        (dt.date(2025, 4, 3), None, ["visit", "late"]),
        (None, dt.date(2025, 4, 2), ["visit", "early"]),
        (dt.date(2025, 4, 5), None, []),
        (dt.date(2025, 4, 2), dt.date(2025, 4, 2), ["visit", "early"]),
    ],
)
def test_a_window_leaves_out_what_lies_outside(since, until, kept):
    early = entry("early", "early", Days(dt.date(2025, 4, 2), dt.date(2025, 4, 2)), parent="visit")
    late = entry("late", "late", Hours(at(4, 4, 9)), parent="visit")
    found = components(to_ical(timeline(evolve(VISIT, title="visit"), early, late), since=since, until=until))
    assert [one["SUMMARY"] for one in found] == kept


# --- who may read it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", ["caucus", "Kwon", "second folder", uid("bergen", "caucus"), "CLASS"])
def test_nothing_internal_reaches_a_public_calendar(hidden):
    public, internal = (
        b"".join(render(HARBOUR, Options(audience=audience))) for audience in (Audience.PUBLIC, Audience.INTERNAL)
    )
    assert hidden in unescaped("\n".join(line.name + line.value for line in unfold(internal)))
    assert hidden not in unescaped("\n".join(line.name + line.value for line in unfold(public)))


# --- the calendar itself ----------------------------------------------------------------------------------------------


def test_the_calendar_says_what_it_is():
    options = Options(
        name="Talks; all",
        description="Of this year",
        source="https://example.org/talks.ics",
        refresh=dt.timedelta(hours=12),
        color="steelblue",
    )
    assert to_ical(timeline(), options).decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//diplocal//diplocal//EN",
        r"NAME:Talks\; all",
        r"X-WR-CALNAME:Talks\; all",
        "DESCRIPTION:Of this year",
        "X-WR-CALDESC:Of this year",
        "SOURCE;VALUE=URI:https://example.org/talks.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "COLOR:steelblue",
        "END:VCALENDAR",
        "",
    ]


def test_each_zone_used_is_described_once_by_name():
    zones = ["Asia/Seoul", "America/New_York", "Asia/Seoul", "Europe/Brussels"]
    entries = [entry(f"k{i}", timing=Hours(at(4, 3, 9, zone=ZoneInfo(zone)))) for i, zone in enumerate(zones)]
    fixed = entry("fixed", timing=Hours(at(4, 3, 9, zone=dt.timezone(dt.timedelta(hours=9)))))
    in_utc = entry("in-utc", timing=Hours(at(11, 2, 1, 30, zone=ZoneInfo("America/Chicago"))))
    described = [zone.key for zone in slices(to_ical(timeline(*entries, fixed, in_utc)), "VTIMEZONE")]
    assert described == ["America/New_York", "Asia/Seoul", "Europe/Brussels"]


@pytest.mark.parametrize(
    ("sources", "options", "stamp"),
    [
        ([WIRE], {}, "20250331T150000Z"),
        ([WIRE, evolve(WIRE, key="b", published=at(4, 2, 9, 30))], {}, "20250402T073000Z"),
        ([], {}, f"{EPOCH:%Y%m%dT%H%M%SZ}"),
        ([WIRE], {"stamp": at(4, 5, 1)}, "20250404T230000Z"),
    ],
)
def test_the_stamp_is_the_newest_sources_or_the_one_handed_in(sources, options, stamp):
    (found,) = components(to_ical(timeline(entry(), sources=sources), **options))
    assert (found["DTSTAMP"], found["LAST-MODIFIED"], found["SEQUENCE"]) == (stamp, stamp, "0")


def test_without_a_dated_source_times_are_still_written_with_their_zone():
    (found,) = components(to_ical(timeline(entry(timing=Hours(at(4, 3, 15))), sources=[])))
    assert found["DTSTART;TZID=Europe/Brussels"] == "20250403T150000"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"nmae": "x"}, "did you mean 'name'?"),
        ({"zzz": "x"}, "there are name, "),
        ({"refresh": dt.timedelta(seconds=1)}, "refresh 0:00:01 is too short"),
        ({"color": "#ff0000"}, "give a CSS3 name"),
        ({"since": dt.date(2025, 4, 2), "until": dt.date(2025, 4, 1)}, "since 2025-04-02 is after until 2025-04-01"),
        ({"stamp": dt.datetime(2025, 4, 1)}, "has no zone"),
        ({"source": "javascript:alert(1)"}, "is not a link that a calendar may carry"),
        ({"language": "xx-yy"}, "is not a language"),
        ({"struck": "hide"}, "'hide'"),
    ],
)
def test_options_that_no_calendar_could_hold_are_told(options, message):
    with pytest.raises(ExportError, match=re.escape(message)):
        to_ical(timeline(), **options)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([entry(), entry(title="Other")], "two entries of programme 'visit-2025' have, or had, the key 'talks'"),
        ([entry(timing=Days(dt.date.max, dt.date.max))], "is the last day there is"),
        ([entry(url="file:///etc/passwd")], "is not a link that a calendar may carry"),
    ],
)
def test_timelines_that_no_calendar_could_hold_are_told(entries, message):
    with pytest.raises(ExportError, match=message):
        to_ical(timeline(*entries))


def test_two_programmes_may_share_keys():
    first, second = entry(), evolve(entry(), programme="other")
    found = components(to_ical(timeline(first, second)))
    assert [one["UID"] for one in found] == [uid("visit-2025", "talks"), uid("other", "talks")]


# --- identity ---------------------------------------------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_uid_is_a_uuid_of_version_5_of_both_keys(programme, key):
    assert uid(programme, key) == str(uuid5(uuid5(NAMESPACE, programme), key))


def test_a_uid_does_not_change_in_a_new_release():
    assert uid("cho-brussels-2025", "partners-session") == "4af8796c-b753-50f5-9962-f0b996a23c06"


def test_an_entrys_content_does_not_hang_on_its_stamp_and_sequence():
    page = lay_out(timeline(entry()), Options())
    first = event(entry(), page)
    second = stamped(first, at(4, 9, 9).astimezone(dt.UTC), 3)
    assert tuple(prop.name for prop in first.properties[: len(HEAD)]) == HEAD
    assert first.properties[len(HEAD) :] == second.properties[len(HEAD) :]
    assert [prop.value for prop in second.properties[2:4]] == [at(4, 9, 9), 3]


@given(timelines())
def test_a_later_stamp_changes_nothing_but_the_stamps(told):
    first, second = (to_ical(told, stamp=stamp) for stamp in (at(4, 1, 9, year=2050), at(4, 1, 9, year=2051)))
    for one, other in zip(slices(first), slices(second), strict=True):
        lines, others = (
            [line.value for line in unfold(whole, part.start, part.end) if line.name not in HEAD]
            for whole, part in ((first, one), (second, other))
        )
        assert lines == others


# --- laws -------------------------------------------------------------------------------------------------------------


def built(told: Timeline) -> icalendar.Component:
    calendar, *events = map(to_icalendar, ical.components(told))
    for one in events:
        calendar.add_component(one)
    return calendar


@given(timelines())
def test_icalendar_reads_the_octets_as_it_would_build_them(told):
    octets = b"".join(render(told))
    assert to_calendar(told) == built(told)
    assert diplocal.export(told, "ical") == octets
    assert diplocal.export(told, "ical", name="Oslo") == to_ical(told, name="Oslo")


def moment(told: dt.datetime) -> dt.datetime:
    return told.astimezone(dt.UTC).replace(microsecond=0)


@given(timelines())
def test_what_is_read_back_is_when_the_timeline_says(told):
    page = lay_out(told, Options())
    read = {str(found["UID"]): found for found in icalendar.Calendar.from_ical(to_ical(told)).walk("VEVENT")}
    assert len(read) == len(page.placed)
    for one in page.placed:
        found = read[uid(one.programme, one.key)]
        match one.timing:
            case Hours(start, end):
                # As moments: where clocks leap, Python takes no two times in different zones for equal (PEP 495).
                assert moment(found.decoded("DTSTART")) == moment(start)
                assert end is None or end <= start or moment(found.decoded("DTEND")) == moment(end)
            case Days(first, last):
                assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (first, last + dt.timedelta(1))
            case DayPart(day) | ByDay(day):
                assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (day, day + dt.timedelta(1))
            case _:
                pytest.fail("it has no place")


@given(timelines(audiences=st.sampled_from(Audience)))
def test_a_public_calendar_holds_no_internal_entry(told):
    public = {uid(one.programme, one.key) for one in told.entries if one.audience is Audience.PUBLIC}
    assert {part.key for part in slices(to_ical(told))} <= public


@given(timelines())
def test_no_line_is_longer_than_75_octets(told):
    assert max(map(len, to_ical(told).split(b"\r\n"))) <= 75


TITLES = {
    "a\rb": "a\nb",
    "a\nb": "a\nb",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT": "a\nEND:VEVENT\nBEGIN:VEVENT",
    "a\0b": "ab",
    "a\x0bb": "ab",
    "a\x85b": "ab",
    "a\u2028b": "a\nb",
    "a\ud800b": "a\ufffdb",
    'a;b,c\\d\\n"e"': 'a;b,c\\d\\n"e"',
    "\u202eabc": "\u202eabc",
}


@pytest.mark.parametrize(("title", "shown"), TITLES.items())
def test_a_title_comes_back_less_its_control_characters(title, shown):
    """Other fields have the texts of `tests.feed.nasty_texts`."""
    assert [str(one["SUMMARY"]) for one in to_calendar(timeline(entry(title=title))).walk("VEVENT")] == [shown]


# --- the same bytes, a chunk at a time --------------------------------------------------------------------------------

_PRINTED = """
import hashlib
from diplocal.exporters.ical import to_ical
from tests.exporters.harbour_talks import TIMELINE
print(hashlib.sha256(to_ical(TIMELINE)).hexdigest())
"""


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        ([], {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"}),
        (["-O"], {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8"}),
    ],
)
def test_the_bytes_are_the_same_everywhere(flags, environment):
    run = subprocess.run(
        [sys.executable, *flags, "-c", _PRINTED],
        env={**os.environ, **environment},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    assert run.stdout.strip() == hashlib.sha256(to_ical(HARBOUR)).hexdigest()


def many(count: int) -> Timeline:
    zone = ZoneInfo("Asia/Seoul")
    return timeline(
        *(
            entry(f"k{i}", f"회담 {i}", Hours(dt.datetime(2025, 4, 1 + i % 28, 9, tzinfo=zone)), note="note " * 20)
            for i in range(count)
        )
    )


def test_each_entry_is_a_chunk():
    told = many(3)
    page = lay_out(told, Options())
    head, *entries, end = render(told)
    assert head.startswith(b"BEGIN:VCALENDAR\r\n")
    assert entries == [encode(event(one, page)) for one in told.entries]
    assert end == b"END:VCALENDAR\r\n"


def test_memory_does_not_grow_with_the_number_of_entries():
    told = many(1500)
    written = sum(map(len, render(told)))
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for _ in render(told):
            pass
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert peak < written / 2

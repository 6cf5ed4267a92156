"""What a typed property looks like in octets, and that icalendar reads back what it is given."""

import datetime as dt
import subprocess
import sys
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.contentline import (
    Component,
    Geo,
    Property,
    Uri,
    Written,
    chunks,
    content_line,
    duration,
    encode,
)
from diplocal.exporters.rfc5545.unfold import unfold
from tests.exporters.rfc5545.objects import to_icalendar

BRUSSELS = ZoneInfo("Europe/Brussels")
LINK, LENGTH = (("VALUE", "URI"),), (("VALUE", "DURATION"),)
NINE = dt.datetime(2026, 10, 26, 9, 30)


def zoned(zone: dt.tzinfo) -> dt.datetime:
    return NINE.replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("prop", "line"),
    [
        (Property("SUMMARY", "Plenary"), "SUMMARY:Plenary"),
        (Property("SUMMARY", ""), "SUMMARY:"),
        (Property("SUMMARY", "a, b; c\\d\ne"), "SUMMARY:a\\, b\\; c\\\\d\\ne"),
        (Property("SUMMARY", "a\tb"), "SUMMARY:a\tb"),
        (Property("CATEGORIES", ("Trade, energy", "Security")), "CATEGORIES:Trade\\, energy,Security"),
        (Property("SEQUENCE", 3), "SEQUENCE:3"),
        (Property("DTSTART", dt.date(2026, 10, 6)), "DTSTART;VALUE=DATE:20261006"),
        (Property("DTSTART", NINE), "DTSTART:20261026T093000"),
        (Property("DTSTART", zoned(BRUSSELS)), "DTSTART;TZID=Europe/Brussels:20261026T093000"),
        (Property("DTSTART", zoned(dt.UTC)), "DTSTART:20261026T093000Z"),
        (Property("DTSTART", zoned(ZoneInfo("Etc/UTC"))), "DTSTART:20261026T093000Z"),
        (Property("DTSTART", zoned(dt.timezone(dt.timedelta(hours=9)))), "DTSTART:20261026T003000Z"),
        (Property("DTSTART", zoned(dt.UTC).replace(microsecond=9)), "DTSTART:20261026T093000Z"),
        (Property("TRIGGER", dt.timedelta(minutes=-15)), "TRIGGER:-PT15M"),
        (Property("REFRESH-INTERVAL", dt.timedelta(hours=6), LENGTH), "REFRESH-INTERVAL;VALUE=DURATION:PT6H"),
        (Property("URL", Uri("https://a.example/b,c;d")), "URL:https://a.example/b,c;d"),
        (Property("SOURCE", Uri("https://a.example/f.ics"), LINK), "SOURCE;VALUE=URI:https://a.example/f.ics"),
        (Property("GEO", Geo(50.8393, -4.3561)), "GEO:50.839300;-4.356100"),
        (Property("RRULE", Written("FREQ=YEARLY;BYDAY=-1SU")), "RRULE:FREQ=YEARLY;BYDAY=-1SU"),
        (Property("RELATED-TO", "k", (("RELTYPE", "PARENT"),)), "RELATED-TO;RELTYPE=PARENT:k"),
        (
            Property("ATTENDEE", Uri("mailto:j@a.example"), (("CN", 'Jan "JJ" de\r\nVries; ^n'),)),
            "ATTENDEE;CN=\"Jan 'JJ' de Vries; n\":mailto:j@a.example",
        ),
    ],
)
def test_a_property_is_one_line_of_its_type(prop, line):
    assert content_line(prop) == line.encode()


def test_a_time_shown_twice_is_written_in_utc_the_second_time():
    twice = dt.datetime(2026, 10, 25, 2, 30, tzinfo=BRUSSELS)
    assert content_line(Property("DTSTART", twice)) == b"DTSTART;TZID=Europe/Brussels:20261025T023000"
    assert content_line(Property("DTSTART", twice.replace(fold=1))) == b"DTSTART:20261025T013000Z"


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (dt.timedelta(), "PT0S"),
        (dt.timedelta(days=14), "P14D"),
        (dt.timedelta(days=1, hours=2, minutes=3, seconds=4), "P1DT2H3M4S"),
        (dt.timedelta(hours=-30), "-P1DT6H"),
        (dt.timedelta(milliseconds=1500), "PT1S"),
    ],
)
def test_durations_are_days_and_time_in_whole_seconds(length, written):
    assert duration(length) == written


def test_a_value_of_an_unknown_type_is_refused():
    with pytest.raises(ExportError, match="made of a float"):
        content_line(Property("SUMMARY", 1.5))  # type: ignore[arg-type]


@pytest.mark.parametrize(("latitude", "longitude"), [(90.1, 0), (0, -180.1), (float("nan"), 0)])
def test_no_place_is_beyond_the_poles_or_the_date_line(latitude, longitude):
    with pytest.raises(ValueError, match="must be"):
        Geo(latitude, longitude)


def test_a_streamed_calendar_has_the_octets_of_a_whole_one():
    properties = (Property("VERSION", "2.0"),)
    events = tuple(Component("VEVENT", (Property("UID", str(number)),)) for number in range(3))
    parts = list(chunks(Component("VCALENDAR", properties), iter(events)))
    assert b"".join(parts) == encode(Component("VCALENDAR", properties, events))
    assert len(parts) == 5


texts = st.text(st.characters(exclude_categories=()), max_size=200) | st.text(
    'a,;\\:\n\r"^\x00\x85\u2028가\U0001f468\u200d'
)
names = st.sampled_from(["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "UID", "NAME", "COLOR", "X-NOTE"])
whole_seconds = st.datetimes(dt.datetime(1970, 1, 2), dt.datetime(2100, 1, 1)).map(lambda t: t.replace(microsecond=0))
zones = st.sampled_from([dt.UTC, BRUSSELS, ZoneInfo("Asia/Seoul"), ZoneInfo("UTC"), dt.timezone(dt.timedelta(hours=4))])
moments = st.builds(dt.datetime.replace, whole_seconds, tzinfo=zones)
links = st.text(st.characters(exclude_categories=()), min_size=1, max_size=80).map(
    lambda t: Uri(f"https://a.example/{t}")
)


def plain(named: st.SearchStrategy, values: st.SearchStrategy) -> st.SearchStrategy[Property]:
    return st.tuples(named, values).map(lambda pair: Property(*pair))


properties = st.one_of(
    plain(names, texts),
    st.builds(lambda text, language: Property("SUMMARY", text, (("LANGUAGE", language),)), texts, texts),
    plain(st.just("CATEGORIES"), st.lists(texts, min_size=1, max_size=3).map(tuple)),
    plain(st.sampled_from(["DTSTART", "RECURRENCE-ID"]), moments),
    plain(st.just("DTSTAMP"), moments.map(lambda moment: moment.astimezone(dt.UTC))),
    plain(st.just("DTSTART"), whole_seconds | st.dates(dt.date(1970, 1, 1))),
    plain(st.just("DURATION"), st.integers(-(10**7), 10**7).map(lambda s: dt.timedelta(seconds=s))),
    plain(st.just("SEQUENCE"), st.integers(0, 2**31 - 1)),
    plain(st.just("URL"), links),
    links.map(lambda link: Property("SOURCE", link, LINK)),
    st.builds(lambda name: Property("ATTENDEE", Uri("mailto:a@b.example"), (("CN", name),)), texts),
    st.builds(lambda a, b: Property("GEO", Geo(a, b)), st.integers(-90, 90), st.integers(-180, 180)),
    st.just(Property("REFRESH-INTERVAL", dt.timedelta(hours=6), LENGTH)),
)
events = st.builds(Component, st.just("VEVENT"), st.lists(properties, max_size=12))
calendars = st.builds(
    lambda own, children: Component("VCALENDAR", own, children), st.lists(properties), st.lists(events)
)


@given(calendars)
def test_icalendar_reads_the_octets_as_the_object_made_of_the_same_properties(calendar):
    read, made = icalendar.Calendar.from_ical(encode(calendar)), to_icalendar(calendar)
    assert read == made
    for one, other in zip(read.walk(), made.walk(), strict=True):
        for name, value in one.property_items(recursive=False):
            assert getattr(value, "params", None) in [
                getattr(same, "params", None) for key, same in other.property_items(recursive=False) if key == name
            ]


@given(calendars)
def test_every_property_stays_one_line_of_75_octets_at_most(calendar):
    octets = encode(calendar)
    for line in octets.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    lines = list(unfold(octets))
    count = sum(2 + len(part.properties) for part in (calendar, *calendar.children))
    assert len(lines) == count
    assert not set(octets) & (set(range(32)) - {9, 10, 13} | {127})
    assert octets.count(b"\r") == octets.count(b"\n") == octets.count(b"\r\n")
    assert len(octets.decode().splitlines()) == octets.count(b"\n")


def test_icalendar_stays_unimported_while_octets_are_written():
    code = "import sys, diplocal.exporters.rfc5545.contentline; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

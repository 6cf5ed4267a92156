"""What a VTIMEZONE says is what zoneinfo says, as other people's readers expand it."""

import datetime as dt
import io
import json
import zoneinfo
from importlib import resources
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil.tz import tzical
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.contentline import encode
from diplocal.exporters.rfc5545.vtimezone import onsets, present, takes_tzid, utc_offset, vtimezone
from tests import node

ZONES = [
    "Europe/Brussels",
    "Asia/Seoul",
    "America/New_York",
    "Asia/Tehran",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Asia/Kolkata",
    "Pacific/Apia",
    "Africa/Cairo",
    "Asia/Jerusalem",
    "America/Nuuk",
    "America/Santiago",
]
YEARS = (2025, 2026, 2040)
ICAL_JS = """
const ICAL = (module => module.default ?? module)(require("ical.js"));
const [text, moments] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
const read = local => zone.utcOffset(ICAL.Time.fromDateTimeString(local));
process.stdout.write(JSON.stringify(moments.map(read)));
"""


@pytest.mark.parametrize(
    ("minutes", "written"), [(0, "+0000"), (-210, "-0330"), (345, "+0545"), (17.5, "+001730"), (-0.5, "-000030")]
)
def test_an_offset_has_hours_minutes_and_only_then_seconds(minutes, written):
    assert utc_offset(dt.timedelta(minutes=minutes)) == written


def shift(local: dt.datetime, zone: ZoneInfo) -> dt.timedelta:
    """Tell by how much the clocks go forward over a naive local time, which they then never show, or back: twice."""
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() or dt.timedelta() for fold in (0, 1))
    return after - before


def edges(zone: ZoneInfo, years: tuple[int, ...]) -> list[dt.datetime]:
    """Give naive local times, shown once, around each change of offset and in each quarter of some years."""
    around = (-1441, -181, -61, -1, 0, 1, 61, 181, 1441)
    changes = [onset.at for onset in onsets(zone, 1970) if onset.local.year in years]
    moments = {at + dt.timedelta(minutes=minutes) for at in changes for minutes in around}
    moments |= {dt.datetime(year, month, 15, 12, tzinfo=dt.UTC) for year in years for month in (1, 4, 7, 10)}
    local = (moment.astimezone(zone).replace(tzinfo=None, fold=0) for moment in sorted(moments))
    return [time for time in local if shift(time, zone) >= dt.timedelta()]


def offsets(zone: dt.tzinfo, times: list[dt.datetime]) -> list[dt.timedelta | None]:
    return [time.replace(tzinfo=zone).utcoffset() for time in times]


def of_dateutil(octets: bytes) -> dt.tzinfo:
    zone = tzical(io.StringIO(octets.replace(b"\r\n ", b"").decode())).get()
    assert zone
    return zone


def of_icalendar(octets: bytes) -> dt.tzinfo:
    (zone,) = icalendar.Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + octets + b"END:VCALENDAR\r\n").timezones
    read: dt.tzinfo = zone.to_tz(lookup_tzid=False)
    return read


@pytest.mark.parametrize("read", [of_dateutil, of_icalendar])
@pytest.mark.parametrize("key", ZONES)
def test_readers_expand_both_edges_of_every_change_as_zoneinfo_does(key, read):
    zone = ZoneInfo(key)
    times = edges(zone, YEARS)
    octets = encode(vtimezone(zone, dt.date(2025, 1, 1), dt.date(2040, 12, 31)))
    assert len(times) >= 12
    assert offsets(read(octets), times) == offsets(zone, times)


@pytest.mark.parametrize("key", ZONES)
def test_ical_js_expands_both_edges_of_every_change_as_zoneinfo_does(key):
    zone = ZoneInfo(key)
    times = edges(zone, YEARS)
    text = encode(vtimezone(zone, dt.date(2025, 1, 1), dt.date(2040, 12, 31))).decode()
    asked = json.dumps([text, [time.isoformat(timespec="seconds") for time in times]])
    told = node.answer(ICAL_JS, asked, needs="ical.js")
    assert [dt.timedelta(seconds=offset) for offset in told] == offsets(zone, times)


@pytest.mark.parametrize("key", [key for key in ZONES if key != "Africa/Casablanca"])
def test_rules_in_force_are_open(key):
    zone = ZoneInfo(key)
    octets = encode(vtimezone(zone, dt.date(2025, 6, 1), dt.date(2026, 6, 1)))
    times = edges(zone, (2040, 2099))
    assert offsets(of_dateutil(octets), times) == offsets(zone, times)


@given(
    st.sampled_from(sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})),
    st.integers(1972, 2040),
    st.integers(0, 30),
)
def test_every_zone_is_right_from_the_first_day_to_the_last(key, year, length):
    zone = ZoneInfo(key)
    start, end = dt.date(year, 1, 1), dt.date(year + length, 12, 31)
    read = of_dateutil(encode(vtimezone(zone, start, end)))
    times = edges(zone, (year, year + length)) + [dt.datetime.combine(day, dt.time()) for day in (start, end)]
    times = [time for time in times if start <= time.date() <= end and shift(time, zone) <= dt.timedelta()]
    assert offsets(read, times) == offsets(zone, times)


def test_the_double_summer_time_of_1945_is_read():
    zone = ZoneInfo("Europe/Berlin")
    read = of_dateutil(encode(vtimezone(zone, dt.date(1945, 1, 1), dt.date(1945, 12, 31))))
    times = [dt.datetime(1945, 7, 17, 17), dt.datetime(1945, 11, 20, 10), dt.datetime(1945, 5, 20, 12)]
    assert offsets(read, times) == offsets(zone, times)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        (
            "Europe/Brussels",
            """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
DTSTART:19810329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""",
        ),
        (
            "Asia/Kolkata",
            """BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE
""",
        ),
        (
            "Asia/Tehran",  # one offset all the time
            """BEGIN:VTIMEZONE
TZID:Asia/Tehran
BEGIN:STANDARD
DTSTART:20220921T230000
TZOFFSETFROM:+0330
TZOFFSETTO:+0330
TZNAME:+0330
END:STANDARD
END:VTIMEZONE
""",
        ),
        (
            "Africa/Cairo",
            """BEGIN:VTIMEZONE
TZID:Africa/Cairo
BEGIN:DAYLIGHT
DTSTART:20230428T000000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20231027T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
RRULE:FREQ=YEARLY;BYYEARDAY=-67,-66,-65,-64,-63,-62,-61;BYDAY=FR
END:STANDARD
END:VTIMEZONE
""",
        ),
    ],
)
def test_a_zone_is_written_with_the_rules_in_force(key, written):
    octets = encode(vtimezone(ZoneInfo(key), dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    assert octets.decode() == written.replace("\n", "\r\n")


def test_a_rule_that_ended_has_an_end_in_utc_after_its_last_onset():
    octets = encode(vtimezone(ZoneInfo("Asia/Amman"), dt.date(2017, 6, 1), dt.date(2026, 1, 1)))
    assert b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1FR;UNTIL=20211029T220000Z" in octets.replace(b"\r\n ", b"")


def test_irish_winter_is_standard_time():
    parts = vtimezone(ZoneInfo("Europe/Dublin"), dt.date(2026, 1, 1), dt.date(2026, 12, 31)).children
    assert [(part.name, encode(part).split(b"TZOFFSETTO:")[1][:5]) for part in parts] == [
        ("DAYLIGHT", b"+0100"),
        ("STANDARD", b"+0000"),
    ]


@pytest.mark.parametrize(("start", "end"), [(dt.date.min, dt.date.min), (dt.date.max, dt.date.max)])
def test_the_ends_of_the_calendar_are_no_trouble(start, end):
    assert vtimezone(ZoneInfo("Africa/Casablanca"), start, end).children


@pytest.mark.parametrize(
    ("key", "year", "local"),
    [
        ("Europe/Brussels", 2026, ["2026-03-29 02:00:00", "2026-10-25 03:00:00"]),
        ("Australia/Lord_Howe", 2026, ["2026-04-05 02:00:00", "2026-10-04 02:00:00"]),
        ("Africa/Cairo", 2024, ["2024-04-26 00:00:00", "2024-11-01 00:00:00"]),
        ("Pacific/Apia", 2011, ["2011-04-02 04:00:00", "2011-09-24 03:00:00", "2011-12-30 00:00:00"]),
        ("Asia/Tehran", 2022, ["2022-03-22 00:00:00", "2022-09-22 00:00:00"]),
        ("Asia/Tehran", 2023, []),
        ("Africa/Casablanca", 2025, ["2025-02-23 03:00:00", "2025-04-06 02:00:00"]),
    ],
)
def test_changes_of_offset_are_found_to_the_second(key, year, local):
    assert [str(onset.local) for onset in onsets(ZoneInfo(key), 1970) if onset.local.year == year] == local


@pytest.mark.parametrize(
    ("key", "local", "taken"),
    [
        ("Europe/Brussels", dt.datetime(2026, 10, 26, 9), False),  # the day after clocks went back
        ("Europe/Brussels", dt.datetime(2026, 10, 27, 9), True),
        ("Europe/Brussels", dt.datetime(2026, 3, 28, 9), False),
        ("Europe/Brussels", dt.datetime(2026, 3, 27, 9), True),
        ("Europe/Brussels", dt.datetime(2034, 7, 1, 9), True),
        ("Europe/Brussels", dt.datetime(2035, 7, 1, 9), False),  # beyond some tables
        ("Asia/Seoul", dt.datetime(2026, 10, 26, 9), True),
        ("Africa/Cairo", dt.datetime(2026, 7, 1, 9), False),  # its rule counts days from the end of the year
        ("Africa/Cairo", dt.datetime(2023, 7, 1, 9), False),  # summer time was back for the first year
        ("Asia/Tehran", dt.datetime(2023, 7, 1, 9), False),  # and had gone here
        ("Asia/Tehran", dt.datetime(2026, 7, 1, 9), True),
        ("Africa/Casablanca", dt.datetime(2026, 7, 1, 9), False),
    ],
)
def test_a_time_takes_its_tzid_only_where_readers_agree(key, local, taken):
    assert takes_tzid(local.replace(tzinfo=ZoneInfo(key)), dt.date(2026, 9, 1)) is taken


@pytest.mark.parametrize(
    ("published", "local", "taken"),
    [  # Kazakhstan put all its clocks on one time on 1 March 2024
        (dt.date(2024, 6, 1), dt.datetime(2025, 9, 1, 9), False),
        (dt.date(2024, 6, 1), dt.datetime(2027, 9, 1, 9), False),  # two years on, for tables that don't have it yet
        (dt.date(2025, 12, 1), dt.datetime(2026, 9, 1, 9), False),
        (dt.date(2026, 6, 1), dt.datetime(2026, 9, 1, 9), True),
        (dt.date(2024, 6, 1), dt.datetime(2021, 9, 1, 9), True),
    ],
)
def test_a_change_of_law_needs_its_time_to_reach_the_tables(published, local, taken):
    assert takes_tzid(local.replace(tzinfo=ZoneInfo("Asia/Almaty")), published) is taken


KINDS = sorted(zoneinfo.available_timezones() - {"localtime", "Factory"})


@given(st.sampled_from(["Asia/Gaza", "Asia/Hebron", *KINDS]), st.integers(1990, 2064))
def test_each_kind_of_time_that_comes_has_one_before_it(key, year):
    """A reader that asks for the last summer time before a moment finds one, if there ever was any."""
    zone = ZoneInfo(key)
    start = dt.date(year, 1, 1)
    described = vtimezone(zone, start, dt.date(year, 12, 31)).children
    begun: dict[str, list[dt.datetime]] = {}
    for one in described:
        if isinstance(onset := one.properties[0].value, dt.datetime):
            begun.setdefault(one.name, []).append(onset)
    for kind, found in begun.items():
        summer = kind == "DAYLIGHT"
        ever = any(onset.summer is summer and onset.local.year < year for onset in onsets(zone, 1970))
        assert not ever or min(found) < dt.datetime(year, 1, 1), kind


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("US/Eastern", "America/New_York"),
        ("Europe/Amsterdam", "Europe/Amsterdam"),  # a link in the data, and the name of a country's zone all the same
        ("Etc/GMT+5", "Etc/GMT+5"),
    ],
)
def test_a_zone_goes_by_its_present_name(key, name):
    zone = present(ZoneInfo(key))
    moments = [dt.datetime(year, month, 1, tzinfo=dt.UTC) for year in (1975, 2000, 2025) for month in (1, 7)]

    assert zone.key == name
    assert [at.astimezone(zone).utcoffset() for at in moments] == [
        at.astimezone(ZoneInfo(key)).utcoffset() for at in moments
    ]


@pytest.mark.parametrize("zone", [dt.UTC, dt.timezone(dt.timedelta(hours=9)), None])
def test_a_time_without_a_named_zone_takes_none(zone):
    assert not takes_tzid(dt.datetime(2026, 7, 1, 9, tzinfo=zone), dt.date(2026, 9, 1))


def test_a_zone_without_a_name_is_refused():
    with resources.files("tzdata.zoneinfo").joinpath("Europe", "Brussels").open("rb") as file:
        zone = ZoneInfo.from_file(file)
    with pytest.raises(ExportError, match="has no name"):
        vtimezone(zone, dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_a_zone_opened_anew_gives_the_same_octets():
    made = (vtimezone(ZoneInfo.no_cache("Africa/Cairo"), dt.date(2026, 1, 1), dt.date(2030, 1, 1)) for _ in range(2))
    assert len({encode(component) for component in made}) == 1

"""EDTF says what the timing says, for every kind of it, and another program's reader takes it."""

import datetime as dt
import json
import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from diplocal.exporters.json import edtf
from diplocal.reading import Alternative
from diplocal.timeline import ByDay, DayPart, Days, Hours, NoDate, Sometime, Timing, timing_dates
from diplocal.when import PartOfDay
from tests import node
from tests.exporters.timelines import timings

OSLO, SEOUL = ZoneInfo("Europe/Oslo"), ZoneInfo("Asia/Seoul")
HALF = dt.timezone(dt.timedelta(hours=-3, minutes=-30))
OLD = dt.timezone(dt.timedelta(minutes=19, seconds=32))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def at(text: str, zone: dt.tzinfo = OSLO) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


def choice(*spans: str) -> NoDate:
    ends = [span.split("/") for span in spans]
    return NoDate([Alternative(day(span[0]), day(span[-1]), "") for span in ends])


TABLE: list[tuple[Timing, str, str]] = [
    (Days(day("2025-04-03"), day("2025-04-03")), "2025-04-03", "a day"),
    (Days(day("2025-04-02"), day("2025-04-04")), "2025-04-02/2025-04-04", "a span, both ends in it"),
    (Hours(at("2025-04-03T10:00")), "2025-04-03T10:00:00+02:00", "a moment, with its offset"),
    (Hours(at("2025-01-03T10:00", dt.UTC)), "2025-01-03T10:00:00Z", "a moment in UTC"),
    (Hours(at("2025-01-03T10:00", HALF)), "2025-01-03T10:00:00-03:30", "an offset of half an hour"),
    (Hours(at("1925-04-03T10:00", OLD)), "1925-04-03T09:40:28Z", "no offset has seconds: in UTC"),
    (Hours(at("2025-04-03T10:00"), at("2025-04-03T11:30")), "2025-04-03T10:00:00+02:00", "intervals are of days alone"),
    (Hours(at("2025-04-03T10:00"), at("2025-04-04T00:00")), "2025-04-03T10:00:00+02:00", "midnight ends the day"),
    (Hours(at("2025-04-03T22:00"), at("2025-04-04T01:00")), "2025-04-03/2025-04-04", "over midnight: the days"),
    (Hours(at("2025-04-03T12:30"), about=True), "2025-04-03", "no such hour may be taken for exact"),
    (Hours(at("2025-10-26T02:30")), "2025-10-26T02:30:00+02:00", "the first of two such hours"),
    (DayPart(day("2025-04-03"), PartOfDay.EVENING), "2025-04-03", "no hour is made up"),
    (Sometime(day("2025-04-07"), day("2025-04-13")), "[2025-04-07..2025-04-13]", "one day of a window"),
    (Sometime(day("2025-04-07"), day("2025-04-07")), "[2025-04-07]", "a window of a day"),
    (ByDay(day("2025-04-04")), "[..2025-04-04]", "that day or one before it"),
    (choice("2025-04-04", "2025-04-11"), "[2025-04-04,2025-04-11]", "an open choice"),
    (choice("2025-04-04", "2025-04-04"), "[2025-04-04]", "two readings, one day"),
    (
        choice("2025-04-02/2025-04-04", "2025-04-09/2025-04-11"),
        "[2025-04-02..2025-04-04,2025-04-09..2025-04-11]",
        "of spans: a day in one of them",
    ),
    (NoDate(), "", "nothing is known"),
    (Days(day("0999-12-31"), day("0999-12-31")), "0999-12-31", "four digits"),
]


@pytest.mark.parametrize(("timing", "text", "why"), TABLE)
def test_a_timing_is_said(timing, text, why):
    assert edtf(timing) == text, why


DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SHAPES = {
    "day": rf"{DATE}",
    "span": rf"{DATE}/{DATE}",
    "moment": rf"{DATE}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(Z|[+-][0-9]{{2}}:[0-9]{{2}})",
    "set": rf"\[({DATE}(\.\.{DATE})?|\.\.{DATE})(,{DATE}(\.\.{DATE})?)*\]",
}


@given(timings)
def test_it_has_one_of_four_shapes_and_holds_no_day_outside_the_timing(timing):
    text = edtf(timing)
    shapes = [name for name, shape in SHAPES.items() if re.fullmatch(shape, text)]

    assert len(shapes) == (text != "")
    days = [day(one) for one in re.findall(DATE, text)]
    dates = timing_dates(timing)
    if dates and shapes != ["moment"]:
        assert (min(days), max(days)) == dates if not isinstance(timing, ByDay) else days == [dates[1]]
    if isinstance(timing, Hours) and shapes == ["moment"]:
        assert dt.datetime.fromisoformat(text) == timing.start.replace(microsecond=0).astimezone(dt.UTC)


EDTF_JS = """
const edtf = require("edtf"), read = edtf.default ?? edtf;
const told = JSON.parse(require("fs").readFileSync(0, "utf8")).map((text) => {
  const one = read(text), day = (at) => Number.isFinite(at) ? new Date(at).toISOString() : null;
  return [one.type, day(Math.min(...[one.min].flat())), one.type === "Set" ? null : day(one.max)];
});
console.log(JSON.stringify(told));
"""


def test_edtf_js_reads_the_same():
    said = [(timing, text) for timing, text, _ in TABLE if text]
    asked = json.dumps([text for _, text in said])
    told = node.answer(EDTF_JS, asked, needs="edtf")

    for (timing, text), (kind, first, last) in zip(said, told, strict=True):
        assert kind == ("Set" if text.startswith("[") else "Interval" if "/" in text else "Date")
        if kind == "Date" and isinstance(timing, Hours) and not timing.about:
            assert dt.datetime.fromisoformat(first) == timing.start.astimezone(dt.UTC)
        elif kind != "Set":
            assert (first[:10], last[:10]) == tuple(map(str, timing_dates(timing) or ()))

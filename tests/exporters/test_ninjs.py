"""The timeline as ninjs 3.1: events that planning systems of newsrooms take, with no date that nobody has announced.

`PART` says of the published schema what our items use, written from the standard's description. Where the environment
variable NINJS_SCHEMA names a copy of the schema itself (https://iptc.org/std/ninjs), that is held to as well.
"""

import datetime as dt
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from diplocal.exporters import export
from diplocal.exporters.audience import for_audience
from diplocal.files import load
from diplocal.model import Audience, Status
from diplocal.resolver import resolve
from diplocal.timeline import ByDay, DayPart, Days, Entry, Hours, Level, NoDate, Sometime, Timeline
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import TIMELINE, at
from tests.exporters.timelines import timelines

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))

TEXT = {"type": "string"}
URI = {"type": "string", "format": "uri"}
MOMENT = {"type": "string", "format": "date-time"}
# A year, a month, a day, or a date-time with or without a zone.
TRUNCATED = {"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?)?$"}


def record(*required: str, **properties: object) -> dict[str, object]:
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": [*required]}


def several(item: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": item}


ADDRESS = record(lines=several(TEXT), locality=TEXT, area=TEXT, postalCode=TEXT, country=TEXT)
CONTACT = record(type=TEXT, role=TEXT, lang=TEXT, name=TEXT, value=TEXT, address=ADDRESS)
CONTACT["oneOf"] = [{"required": ["value"]}, {"required": ["address"]}]
NAMED = {"name": TEXT, "rel": TEXT, "uri": URI, "literal": TEXT}
DATES = record(startDate=MOMENT, endDate=MOMENT, expectedStartDate=TRUNCATED, expectedEndDate=TRUNCATED)
DATES["anyOf"] = [
    {"oneOf": [{"required": [f"{which}Date"]}, {"required": [f"expected{which.title()}Date"]}]}
    for which in ("start", "end")
]
COMMON = {
    "uri": URI,
    "type": {"enum": ["event", "composite"]},
    "title": TEXT,
    "edNote": TEXT,
    "versionCreated": MOMENT,
    "embargoedUntil": MOMENT,
    "descriptions": several(record(role=TEXT, contentType=TEXT, value=TEXT)),
    "places": several(record(**NAMED, contactInfo=several(CONTACT), geoJSON={"type": "object"})),
    "people": several(record(**NAMED, contactInfo=several(CONTACT))),
    "organisations": several(record(**NAMED)),
    "subjects": several(record(**NAMED)),
    "events": several(record(id=TEXT, **NAMED)),
    "infoSources": several(record(name=TEXT, role=TEXT, uri=URI, literal=TEXT, contactInfo=several(CONTACT))),
    "altIds": several(record(role=TEXT, value=TEXT)),
    "eventDetails": record(eventStatus=URI, dates=DATES),
}
PART = record(
    "uri",
    **COMMON,
    standard=record(name=TEXT, version=TEXT, schema=URI),
    profile=TEXT,
    associations=several(record("uri", "name", name=TEXT, rel=TEXT, **COMMON)),
)


def schemas() -> list[Any]:
    published = os.environ.get("NINJS_SCHEMA")
    return [PART, *([json.loads(Path(published).read_text("utf-8"))] if published else [])]


# The published schema leaves the shape of a place to GeoJSON's own.
ELSEWHERE = Registry().with_resource(
    "https://geojson.org/schema/GeoJSON.json", Resource.from_contents({}, default_specification=DRAFT202012)
)
VALIDATORS = [Draft202012Validator(one, registry=ELSEWHERE, format_checker=FormatChecker()) for one in schemas()]


def read(timeline: Timeline, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export(timeline, "ninjs", **options))
    return found


def problems(item: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for one in VALIDATORS for error in one.iter_errors(item)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_holds_to_the_standard(path):
    timeline = resolve(load(path.read_text("utf-8")))
    item = read(timeline)

    assert problems(item) == []
    keys = [f"{one.programme}/{one.key}" for one in for_audience(timeline, Audience.PUBLIC).entries]
    assert [one["altIds"][0]["value"] for one in item["associations"]] == keys
    assert all(one["title"] for one in item["associations"])


@given(timelines(audiences=st.sampled_from(Audience)), st.sampled_from(Audience))
def test_every_timeline_holds_to_the_standard(timeline, audience):
    assert problems(read(timeline, audience=audience)) == []


@pytest.mark.parametrize(
    "change", [{"type": "meeting"}, {"eventDetails": {"dates": {}}}, {"eventDetails": {"dates": {"startDate": "soon"}}}]
)
def test_the_standard_refuses_what_is_none(change):
    item = read(TIMELINE)
    item["associations"][0] |= change
    assert problems(item)


def event(timing: object, **changes: object) -> dict[str, Any]:
    entry = Entry(programme="p", key="k", level=Level.SESSION, title="Talks", timing=timing, **changes)  # type: ignore[arg-type]
    (found,) = read(Timeline(key="p", title="P", entries=[entry]))["associations"]
    return dict(found)


DAY, LATER = dt.date(2025, 6, 4), dt.date(2025, 6, 6)
START = "2025-09-11T19:00:00+02:00"


@pytest.mark.parametrize(
    ("timing", "dates", "notes"),
    [
        (Hours(at(11, 19)), {"startDate": START}, []),
        (Hours(at(11, 19), at(11, 21)), {"startDate": START, "endDate": "2025-09-11T21:00:00+02:00"}, []),
        (Hours(at(11, 19), about=True), {"expectedStartDate": START}, []),
        (Days(DAY, DAY), {"expectedStartDate": "2025-06-04"}, []),
        (Days(DAY, LATER), {"expectedStartDate": "2025-06-04", "expectedEndDate": "2025-06-06"}, []),
        (DayPart(DAY, PartOfDay.MORNING), {"expectedStartDate": "2025-06-04"}, ["Time: morning; no hour is known."]),
        (
            Sometime(dt.date(2025, 6, 1), dt.date(2025, 6, 30)),
            {"expectedStartDate": "2025-06"},
            ["Date: some time between Sunday 1 June 2025 and Monday 30 June 2025."],
        ),
        (
            Sometime(dt.date(2025, 1, 1), dt.date(2025, 12, 31)),
            {"expectedStartDate": "2025"},
            ["Date: some time between Wednesday 1 January 2025 and Wednesday 31 December 2025."],
        ),
        (Sometime(DAY, LATER), None, ["Date: some time between Wednesday 4 June 2025 and Friday 6 June 2025."]),
        (ByDay(DAY), {"expectedEndDate": "2025-06-04"}, ["Date: no later than Wednesday 4 June 2025."]),
        (NoDate(), None, ["No date given."]),
    ],
)
def test_no_more_is_said_of_a_time_than_is_known(timing, dates, notes):
    told = event(timing)
    assert told["eventDetails"].get("dates") == dates
    assert told["edNote"].split("\n") == ["Status: expected.", *notes]


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_term(status):
    told = event(Days(DAY, DAY), status=status)
    assert told["eventDetails"]["eventStatus"].startswith("http://cv.iptc.org/newscodes/eventoccurstatus/eos")
    assert told["edNote"].startswith(f"Status: {status.value.replace('_', ' ')}.")


def test_a_part_names_its_whole_by_the_uri_that_it_has_since_it_had_another_key():
    was = [evolve(one, was=("old", f"old-{one.key}")) for one in TIMELINE.entries]
    told = read(evolve(TIMELINE, entries=was))["associations"]
    wholes = {part["uri"] for one in told for part in one.get("events", ())}
    assert wholes
    assert wholes <= {one["uri"] for one in told}

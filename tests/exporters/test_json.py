"""The timeline as JSON holds to its schema, says what the timeline says, and nothing internal to the public."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from diplocal.exporters import export
from diplocal.exporters.audience import for_audience
from diplocal.exporters.json import timing_record, to_record
from diplocal.exporters.uids import uid
from diplocal.files import load
from diplocal.model import Access, Audience, Format, PartyKind, Place, RelationKind, Role, Status
from diplocal.reading import Certainty, Kind
from diplocal.resolver import resolve
from diplocal.schemas import schema
from diplocal.timeline import Concern, Days, Entry, Hours, Level, Timeline, timing_dates
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import TIMELINE
from tests.exporters.timelines import timelines

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
VALIDATOR = Draft202012Validator(schema("timeline"), format_checker=FormatChecker())


def read(timeline: Timeline, **options: Any) -> dict[str, Any]:
    """Read what is written with a reader that refuses what JSON has not: NaN, and bytes that are no UTF-8."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    found: dict[str, Any] = json.loads(export(timeline, "json", **options).decode("utf-8"), parse_constant=refuse)
    return found


def problems(record: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(record)]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema("timeline"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_holds_to_the_schema(path):
    timeline = resolve(load(path.read_text("utf-8")))

    assert problems(read(timeline)) == []
    public = for_audience(timeline, Audience.PUBLIC).entries
    assert [one["key"] for one in read(timeline)["entries"]] == [one.key for one in public]


@given(timelines(audiences=st.sampled_from(Audience)), st.sampled_from(Audience))
def test_every_timeline_holds_to_the_schema(timeline, audience):
    assert problems(read(timeline, audience=audience)) == []


def test_the_schema_knows_every_term():
    definitions: Any = schema("timeline")["$defs"]
    entry = definitions["entry"]["properties"]
    terms_at: dict[Any, list[Any]] = {
        Level: [entry["level"]],
        Format: [entry["format"]["anyOf"][0]],
        Access: [entry["access"]["anyOf"][0]],
        Status: [definitions["status"]],
        Certainty: [definitions["certainty"]],
        Kind: [definitions["reading"]["properties"]["kind"]],
        PartOfDay: [definitions["reading"]["properties"]["part"]["anyOf"][0]],
        Role: [definitions["participant"]["properties"]["role"]],
        PartyKind: [definitions["party"]["properties"]["kind"]],
        RelationKind: [definitions["relation"]["properties"]["kind"]],
        Concern: [definitions["notice"]["properties"]["concern"]],
        Audience: [entry["audience"]],
    }
    for terms, places in terms_at.items():
        assert [place["enum"] for place in places] == [[term.value for term in terms]]


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told | {"more": 1},
        lambda told: told | {"version": 2},
        lambda told: told | {"entries": [told["entries"][0] | {"colour": "red"}]},
        lambda told: told | {"entries": [told["entries"][0] | {"status": "maybe"}]},
        lambda told: told | {"entries": [told["entries"][0] | {"timing": {"kind": "days", "start": "2025-04-03"}}]},
        lambda told: told | {"entries": [told["entries"][0] | {"edtf": 2025}]},
        lambda told: {name: value for name, value in told.items() if name != "sources"},
    ],
)
def test_the_schema_refuses_what_is_not_ours(change):
    assert problems(change(read(TIMELINE)))


def test_an_entry_says_when_as_the_timeline_does():
    told = {one["key"]: one for one in read(TIMELINE)["entries"]}
    for entry in (one for one in TIMELINE.entries if one.key in told):
        one = told[entry.key]
        assert one["uid"] == uid(entry.programme, entry.key)
        assert one["timing"] == timing_record(entry.timing)
        match entry.timing:
            case Hours(start, end):
                assert dt.datetime.fromisoformat(one["timing"]["start"]) == start
                assert end is None or dt.datetime.fromisoformat(one["timing"]["end"]) == end
            case Days(start, end):
                assert (one["timing"]["start"], one["timing"]["end"]) == (str(start), str(end))
            case _:
                assert "start" not in one["timing"] or one["timing"]["kind"] == "window"
        assert (one["edtf"] is None) == (timing_dates(entry.timing) is None and not one["timing"]["readings"])


HOSTILE = "\ud800 \x00 \u2028 </script> \udfff"


def test_what_json_cannot_hold_is_replaced():
    nowhere = Place(key="p", name=HOSTILE, geo=(float("nan"), float("inf")))
    entry = Entry(
        programme="p", key="k", level=Level.EVENT, title=HOSTILE, timing=Days(dt.date.min, dt.date.max), place=nowhere
    )
    told = read(Timeline(key="p", title=HOSTILE, entries=[entry]))

    assert problems(told) == []
    assert told["title"] == "\N{REPLACEMENT CHARACTER} \x00 \u2028 </script> \N{REPLACEMENT CHARACTER}"
    assert told["entries"][0]["place"]["geo"] is None


def test_a_record_is_what_json_takes():
    assert json.loads(json.dumps(to_record(TIMELINE))) == read(TIMELINE)
    assert export(TIMELINE, "json", indent=None).count(b"\n") == 1


def test_what_is_internal_is_for_the_house_alone():
    house = read(TIMELINE, audience=Audience.INTERNAL)

    assert any(one["internal_note"] for one in house["entries"])
    assert all("internal_note" not in one and "audience" not in one for one in read(TIMELINE)["entries"])
    assert len(house["entries"]) > len(read(TIMELINE)["entries"])


def test_the_bytes_depend_on_the_timeline_alone():
    code = "import sys; from diplocal import export; from tests.exporters.harbour_talks import TIMELINE;"
    code += "sys.stdout.buffer.write(b''.join(export(TIMELINE, name) for name in ('json', 'csv', 'ninjs')))"
    done = subprocess.run(
        [sys.executable, "-O", "-c", code],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    )
    assert done.stdout == b"".join(export(evolve(TIMELINE), name) for name in ("json", "csv", "ninjs"))

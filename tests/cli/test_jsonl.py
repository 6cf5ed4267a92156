"""`diplocal scan --jsonl`: the contract of its lines, and what broken ones get."""

import datetime as dt
import json
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from diplocal import Conventions, read_text
from diplocal.cli.document_lines import document_line
from diplocal.cli.group import program
from diplocal.cli.jsonl import answer, lost
from diplocal.cli.outputs import json_line
from diplocal.reading import Alternative, Certainty, Finding, Kind, Reading
from diplocal.when import FromToday, Mention, PartOfDay
from tools import corpus

FIELDS = [
    "text", "start_char", "end_char", "kind", "start", "end", "time", "until", "part", "zone", "certainty", "rule",
    "why", "alternatives", "rejected",
]  # fmt: skip
TEXTS = [
    "Rubio will visit Brussels from Wednesday to Friday.",
    "Talks open on Thursday at 10 a.m. (local time) in Seoul.",
    "The vote is due next Thursday.",
    "They met on Tuesday evening; the report is due by Friday.",
    "Elections are held in mid-April.",
    "Nothing is said of time.",
    "",
    "Zażółć \N{EARTH GLOBE EUROPE-AFRICA} on 3 April 2025, “tomorrow”.",
]


def document(**changes: object) -> dict[str, object]:
    return {"id": "a", "text": "on 3 April 2025", "published": "2025-04-01", "zone": "Asia/Seoul"} | changes


def line(**changes: object) -> bytes:
    return json.dumps(document(**changes)).encode() + b"\n"


def scan(content: bytes, *options: str):
    result = CliRunner().invoke(program, ["scan", "--jsonl", "-", *options], input=content)
    return result.exit_code, [json.loads(each) for each in result.stdout.splitlines()], result.stderr


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("published", ["2025-04-01", "2025-04-01T23:30:00Z"])
def test_the_fields_of_the_contract(text, published):
    code, [record], words = scan(line(text=text, published=published))
    findings = read_text(text, published=_moment(published), zone="Asia/Seoul")
    assert (code, words) == (0, "")
    assert list(record) == ["id", "mentions"]
    assert len(record["mentions"]) == len(findings)
    for mention, finding in zip(record["mentions"], findings, strict=True):
        reading = finding.reading
        assert list(mention) == FIELDS
        assert mention["text"] == text[mention["start_char"] : mention["end_char"]] == finding.mention.text
        assert mention["kind"] in {"day", "span", "window", "deadline", "moment"}
        assert mention["certainty"] in {"certain", "preferred", "ambiguous"}
        assert (dt.date.fromisoformat(mention["start"]), dt.date.fromisoformat(mention["end"])) == (
            reading.start,
            reading.end,
        )
        assert mention["time"] == (reading.time and f"{reading.time:%H:%M}")
        assert mention["part"] == (reading.part and reading.part.value)
        assert (mention["zone"], mention["rule"], mention["why"]) == (reading.zone, reading.rule, reading.why)
        assert [list(other) for other in mention["alternatives"]] == [["start", "end", "why"]] * len(
            reading.alternatives
        )
        assert [other["start"] for other in mention["alternatives"]] == [f"{o.start}" for o in reading.alternatives]


def _moment(text: str) -> dt.date:
    return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("on 3 April 2025 at 9:05 a.m.", "time", "09:05"),
        ("on 3 April 2025 at 9:05 a.m.", "until", None),
        ("on 3 April 2025 from 10:00 to 11:30", "until", "11:30"),
        ("on 3 April 2025", "time", None),
        ("on the evening of 3 April 2025", "part", "evening"),
        ("on 3 April 2025", "part", None),
        ("on 3 April 2025 at 10:00 CET", "zone", "+01:00"),
        ("by 3 April 2025", "kind", "deadline"),
        ("from 3 to 5 April 2025", "end", "2025-04-05"),
        ("next Thursday", "certainty", "ambiguous"),
        ("next Thursday", "start", "2025-04-10"),
    ],
)
def test_values_of_fields(text, field, value):
    _, [record], _ = scan(line(text=text))
    assert [mention[field] for mention in record["mentions"]] == [value]


BROKEN = [
    (b"nonsense", "line", "is not JSON"),
    (b'{"id": "a"', "line", "is not JSON"),
    (b"[1]", "line", "is a list"),
    (b"null", "line", "is null"),
    (b"\xff\xfe{}", "line", "is not UTF-8: byte 0xff at offset 0"),
    (b"[" * 100_000, "line", "nested too deeply"),
    (b"9" * 10_000, "line", "JSON"),
    (b"\0", "line", "is not JSON"),
    (b"{}", "line", "'id' is missing"),
    (line(id=None), "line", "'id' is null"),
    (line(id=["a"]), "line", "'id' is a list"),
    (line(id=True), "line", "'id' is true or false"),
    (b'{"id": 1e999}', "line", "'id' is a number beyond what can be held"),
    (b'{"id": NaN}', "line", "'id' is a number beyond what can be held"),
    (b'{"id": "a"}', "id", "'text' is missing"),
    (line(text=None), "id", "'text' is null"),
    (line(text=3), "id", "'text' is a number"),
    (line(published=None), "id", "'published' is null"),
    (line(published=20250401), "id", "'published' is a number"),
    (line(published="yesterday"), "id", "'yesterday' is not an ISO date"),
    (line(published="2025-02-30"), "id", "not a date that exists"),
    (line(published="2025-04-01T99:00"), "id", "not a date that exists"),
    (line(zone="Nowhere"), "id", "is not a time zone"),
    (line(zone="a\0b"), "id", "is not a time zone"),
    (line(zone="\ud800"), "id", "is not a time zone"),
    (line(zone=9), "id", "'zone' is a number"),
    (line(published="9999-12-31T23:00Z"), "id", "lies outside the years 1 to 9999"),
]


@pytest.mark.parametrize(("broken", "name", "why"), BROKEN)
def test_a_broken_line_is_told_in_its_place_and_the_run_goes_on(broken, name, why):
    content = line(id="before") + broken.rstrip(b"\n") + b"\n" + line(id="after")
    code, [before, told, after], words = scan(content)
    assert code == 1
    assert [before["id"], after["id"]] == ["before", "after"]
    assert before["mentions"] == after["mentions"] != []
    assert list(told) == [name, "error"]
    assert told[name] == (2 if name == "line" else "a")
    assert why in told["error"]
    assert words == "1 line is broken; the answers say why, each in its place\n"


@pytest.mark.parametrize(("content", "name"), [(line(), {"id": "a"}), (b"{", {"line": 7})])
def test_a_line_that_a_process_died_of_is_told(content, name):
    record = json.loads(lost(content, 7))
    assert record == {**name, "error": record["error"]}
    assert "ended the process that read it" in record["error"]


@pytest.mark.parametrize("name", ["", "é", "\ud800", 7, 1.5])
def test_an_id_comes_back_as_it_was(name):
    _, [record], _ = scan(line(id=name))
    assert record["id"] == name


def test_a_zone_may_be_left_out():
    assert [
        record["mentions"][0]["start"]
        for record in scan(line(zone=None) + b'{"id":1,"text":"3 April","published":"2025-04-01"}')[1]
    ] == ["2025-04-03"] * 2


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (b"", []),
        (b"\n\n  \n\r\n", []),
        (b"\xef\xbb\xbf" + line(), ["a"]),
        (line(id=1).replace(b"\n", b"\r\n") + b"\r\n" + line(id=2), [1, 2]),
        (line(id=1) + line(id=2).rstrip(b"\n"), [1, 2]),
    ],
)
def test_line_ends_marks_and_blank_lines(content, ids):
    code, records, _ = scan(content)
    assert (code, [record["id"] for record in records]) == (0, ids)


def test_a_broken_line_s_number_counts_blank_ones():
    assert scan(b"\n\n" + line() + b"\nx\n")[1][1]["line"] == 5


def test_output_is_utf_8():
    result = CliRunner().invoke(program, ["scan", "--jsonl", "-"], input=line(id="Zażółć"))
    assert '"Zażółć"'.encode() in result.stdout_bytes


def test_conventions():
    assert scan(line(text="next Thursday"), "--next", "coming")[1][0]["mentions"][0]["start"] == "2025-04-03"


@given(
    st.binary()
    | st.text(max_size=60).map(str.encode)
    | st.builds(
        lambda d: json.dumps(d).encode(),
        st.recursive(
            st.none() | st.text() | st.integers(),
            lambda inner: st.dictionaries(st.sampled_from(["id", "text", "published", "zone"]) | st.text(), inner),
        ),
    )
)
def test_any_line_gets_an_answer(content):
    written, fine = answer(content, 2, Conventions())
    assert written.count(b"\n") <= 1
    if written:
        record = json.loads(written)
        assert ("mentions" in record) == fine != ("error" in record)
        assert "fault of diplocal" not in record.get("error", "")


COLLECTED = """
import gc, sys
from diplocal import Conventions
from diplocal.cli.jsonl import answer

gc.disable()
for lines in ([*sys.stdin.buffer],) * 2:  # the first time, modules and tables are loaded
    gc.collect()
    for line in lines:
        assert answer(line, 1, Conventions())[1]
print(gc.collect())
"""


ALTERNATIVES = st.builds(Alternative, st.dates(), st.dates(), st.text(st.characters(), max_size=20))
FINDINGS = st.builds(
    Finding,
    st.builds(Mention, st.just(FromToday(0)), st.integers(0), st.integers(0), st.text(st.characters(), max_size=20)),
    st.builds(
        Reading,
        start=st.dates(),
        end=st.dates(),
        kind=st.sampled_from(Kind),
        certainty=st.sampled_from(Certainty),
        rule=st.text(max_size=20),
        why=st.text(st.characters(), max_size=20),
        time=st.none() | st.times(),
        until=st.none() | st.times(),
        part=st.none() | st.sampled_from(PartOfDay),
        zone=st.none() | st.text(max_size=20),
        alternatives=st.lists(ALTERNATIVES, max_size=2),
        rejected=st.lists(ALTERNATIVES, max_size=2),
    ),
)


@given(name=st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False), findings=st.lists(FINDINGS))
def test_a_line_says_what_the_findings_give(name, findings):
    record = {"id": name, "mentions": [finding.to_dict() for finding in findings]}
    assert document_line(name, findings) == json_line(record)


def test_reading_leaves_nothing_for_the_collector() -> None:
    """The program looks for cycles so seldom that what hangs in one would fill the memory."""
    texts = corpus.read(corpus.CORPUS / "fitting" / "FM.txt")
    content = b"".join(line(text=one.text, published=str(one.day)) for one in texts)
    command = [sys.executable, "-c", COLLECTED]  # a process of its own, in which nothing else leaves anything
    done = subprocess.run(command, input=content, capture_output=True, check=True, timeout=120)
    assert done.stdout == b"0\n"

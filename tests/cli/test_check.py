"""`diplocal check`: problems and notices of files, and of files side by side; broken files of every kind."""

import json

import pytest

from tests.broken_files import BROKEN, Broken


def test_a_sound_file(diplocal):
    result = diplocal("check", "talks.toml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "1 file: 0 problems, 0 notices\n")


@pytest.mark.parametrize(
    ("replaced", "code", "words"),
    [
        (('"on Thursday"', '"Thursday 2 April 2025"'), 1, "contradicts itself"),
        (('"on Thursday"', '"on Sunday"'), 1, "it lies within 'A visit'"),
        (
            ('"visit"', '"visit"\naccreditation = 2025-03-28'),
            0,
            "accreditation date, Friday 28 March 2025, was past",
        ),
        (('"19:00-21:00"', '"19:00-25:00"'), 1, "is not a time"),
        (("published = 2025-04-01", "published = 2025-04-31"), 1, "talks.toml: line 6"),
    ],
)
def test_problems_and_notices(diplocal, variant, replaced, code, words):
    result = diplocal("check", variant("talks.toml", replaced))
    assert result.exit_code == code
    assert words in result.stdout
    kind = "problem" if code else "notice"
    assert result.stdout.startswith(f"{kind}: talks.toml: ")
    assert f"1 {kind}" in result.stderr


def test_files_are_compared_with_each_other(diplocal, variant):
    other = variant("other.toml", ('"talks"', '"other"'), ("19:00-21:00", "20:00"), ('"A dinner"', '"A call"'))
    result = diplocal("check", "talks.toml", other)
    assert result.exit_code == 0
    assert "notice: other.toml: events[0].sessions[0]: Cho Tae-yul is also at 'A dinner' (talks) then" in result.stdout


def test_two_revisions_of_one_programme_are_no_clash(diplocal, variant):
    result = diplocal("check", "talks.toml", variant("later.toml"))
    assert result.exit_code == 0
    assert "later.toml has the key of talks.toml" in result.stdout
    assert "is also at" not in result.stdout


def test_json(diplocal, variant):
    broken = variant("broken.toml", ('"on Thursday"', '"on Thrusday"'))
    result = diplocal("check", "talks.toml", broken, "--json")
    assert result.exit_code == 1
    sound, wrong = map(json.loads, result.stdout.splitlines())
    assert sound == {"file": "talks.toml", "key": "talks", "problems": [], "notices": [], "to_check": []}
    (problem,) = wrong["problems"]
    assert (problem["where"], problem["read"]) == ("events[0].sessions[0].when", "on Thrusday")


@pytest.mark.parametrize("broken", BROKEN, ids=[broken.name for broken in BROKEN])
@pytest.mark.parametrize("command", ["check", "build", "explain"])
def test_a_broken_file_ends_with_its_name_and_path(diplocal, folder, broken: Broken, command):
    folder.joinpath("broken.toml").write_bytes(broken.data)
    options = ["--ics", "out.ics"] if command == "build" else []
    result = diplocal(command, "broken.toml", *options)
    assert result.exit_code == 1
    told = result.stdout if command == "check" else result.stderr
    line = next(line for line in told.splitlines() if "broken.toml: " in line)
    assert f"broken.toml: {broken.where}" in line
    assert broken.words in line
    assert not folder.joinpath("out.ics").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "problem: empty.toml: key: is missing"),
        (bytes(range(256)) * 40, "is not text: it holds zero octets"),
        ("key = 'ä'".encode("utf-16"), "is text in UTF-16"),
        ("key = 'ä'".encode("latin-1"), "is followed by no UTF-8 (0xe4)"),
        (b"a = " + b"[" * 100_000, "is nested too deep"),
        (b"#" * 50_000_000, "has more than 10,000,000 octets"),
    ],
    ids=["empty", "binary", "utf-16", "latin-1", "deep", "50 MB"],
)
def test_what_is_no_programme_at_all(diplocal, folder, data, words):
    folder.joinpath("empty.toml").write_bytes(data)
    result = diplocal("check", "empty.toml")
    assert result.exit_code == 1
    assert words in result.stdout
    assert len(result.stdout) < 500

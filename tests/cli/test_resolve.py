"""`diplocal resolve`: tables of what it says, and of what it says to what it cannot read."""

import datetime as dt
import json

import pytest
from click.testing import CliRunner

from diplocal import Conventions, read_phrase
from diplocal.cli.group import program

FIRST_OF_APRIL = ("--published", "2025-04-01")


def run(*arguments: str, **options):
    return CliRunner().invoke(program, ["resolve", *arguments], prog_name="diplocal", **options)


@pytest.mark.parametrize(
    ("arguments", "first_line"),
    [
        (["3 April 2025", *FIRST_OF_APRIL], "Thursday 3 April 2025, certain"),
        (["next", "Thursday", *FIRST_OF_APRIL], "Thursday 10 April 2025, ambiguous"),
        (["tomorrow", *FIRST_OF_APRIL], "Wednesday 2 April 2025, certain"),
        (["tomorrow", "--published", "2025-04-01T23:30Z", "--zone", "Asia/Seoul"], "Thursday 3 April 2025, certain"),
        (["Wednesday to Friday", *FIRST_OF_APRIL], "Wednesday 2 to Friday 4 April 2025, preferred"),
        (["next Thursday", *FIRST_OF_APRIL], "Thursday 10 April 2025, ambiguous"),
        (["next Thursday", *FIRST_OF_APRIL, "--next", "coming"], "Thursday 3 April 2025, certain"),
        (["next Thursday", *FIRST_OF_APRIL, "--next", "next-week"], "Thursday 10 April 2025, certain"),
        (["Friday", *FIRST_OF_APRIL, "--lean", "back"], "Friday 28 March 2025, preferred"),
        (["Friday", *FIRST_OF_APRIL, "--lean", "none"], "Friday 4 April 2025, ambiguous"),
        (["next week", *FIRST_OF_APRIL], "Monday 7 to Sunday 13 April 2025, certain"),
        (["next week", *FIRST_OF_APRIL, "--week-start", "sunday"], "Sunday 6 to Saturday 12 April 2025, certain"),
        (["3 April 2025 at 10 a.m. KST", *FIRST_OF_APRIL], "Thursday 3 April 2025, 10:00 +09:00, certain"),
    ],
)
def test_the_first_line_is_the_answer(arguments, first_line):
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(first_line)


def test_a_reading_s_reasons_and_rivals_are_told():
    result = run("next Thursday", *FIRST_OF_APRIL)
    reading = read_phrase("next Thursday", published=dt.date(2025, 4, 1), conventions=Conventions(ahead=True))
    assert f"({reading.rule})\n    {reading.why}\n" in result.stdout
    assert f"\nor Thursday 3 April 2025\n    {reading.alternatives[0].why}\n" in result.stdout


def test_lines_fit_the_terminal():
    result = run("Wednesday to Friday", *FIRST_OF_APRIL, env={"COLUMNS": "50"})
    assert max(map(len, result.stdout.splitlines()[1:])) <= 50


def test_json():
    result = run("Thursday 3 April 2025 from 10:00 to 11:30", *FIRST_OF_APRIL, "--zone", "Europe/Brussels", "--json")
    record = json.loads(result.stdout)
    assert result.exit_code == 0
    assert record.pop("why")
    assert record.pop("rule")
    assert record == {
        "phrase": "Thursday 3 April 2025 from 10:00 to 11:30",
        "kind": "moment",
        "start": "2025-04-03",
        "end": "2025-04-03",
        "time": "10:00",
        "until": "11:30",
        "part": None,
        "zone": "Europe/Brussels",
        "certainty": "certain",
        "alternatives": [],
        "rejected": [],
    }


def test_json_lists_what_else_it_could_be():
    record = json.loads(run("next Thursday", *FIRST_OF_APRIL, "--json").stdout)
    assert (record["start"], record["certainty"]) == ("2025-04-10", "ambiguous")
    assert [(other["start"], other["end"]) for other in record["alternatives"]] == [("2025-04-03", "2025-04-03")]
    assert all(other["why"] for other in record["alternatives"])


def test_a_phrase_from_standard_input():
    assert run("-", *FIRST_OF_APRIL, input="tomorrow\n").stdout.startswith("Wednesday 2 April 2025, certain")


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("", "no date found"),
        ("Wensday", "did you mean 'Wednesday'?\n    Wensday\n    ^\n"),
        ("the minister", "no date found"),
        ("the minister", "diplocal scan FILE"),
        ("le jeudi 3 avril", "no date found"),
        ("31 June", "'31 June'"),
        ("Thursday 25:00", "a time from 00:00 to 23:59"),
        ("from 5 to 3 April 2025", "the range runs backwards"),
        ("\udcff\udcfe", "no date found"),
        ("Thursday\0", "no date found"),
        ("Thursday " * 100_000, "no date found"),
        ("(" * 100_000, "no date found"),
        ("9" * 100_000, "no date found"),
    ],
)
def test_what_cannot_be_read_is_told(phrase, words):
    result = run(phrase, *FIRST_OF_APRIL)
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert len(result.stderr) < 600


@pytest.mark.parametrize("phrase", ["", "Wensday", "31 June", "\udcff", "Thursday\0"])
def test_what_cannot_be_read_is_told_in_json(phrase):
    result = run(phrase, *FIRST_OF_APRIL, "--json")
    record = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (1, "")
    assert record["phrase"] == phrase
    assert record["error"]


def test_a_near_miss_in_json():
    record = json.loads(run("next Thurday", *FIRST_OF_APRIL, "--json").stdout)
    assert (record["offset"], record["suggestion"]) == (5, "next Thursday")


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "phrase", ["last week", "next month", "Friday", "tomorrow", "yesterday", "in two weeks", "31 December"]
)
def test_the_ends_of_the_calendar(published, phrase):
    result = run(phrase, "--published", published)
    assert result.exit_code in {0, 1}
    assert not result.exception or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing argument 'PHRASE'"),
        (["Thursday"], "Missing option '--published'"),
        (["Thursday", "--published", "1 April"], "write it as 2025-04-01"),
        (["Thursday", "--published", "2025-W14"], "'2025-W14' is not an ISO date"),
        (["Thursday", "--published", "2025-02-30"], "not a date that exists"),
        (["Thursday", "--published", "2025-04-01T25:00"], "not a date that exists"),
        (["Thursday", "--published", ""], "'' is not an ISO date"),
        (["Thursday", "--published", "2" * 10_000], "..."),
        (["Thursday", *FIRST_OF_APRIL, "--zone", "Asia/Seol"], "did you mean 'Asia/Seoul'?"),
        (["Thursday", *FIRST_OF_APRIL, "--zone", "Brussels"], "did you mean 'Europe/Brussels'?"),
        (["Thursday", *FIRST_OF_APRIL, "--zone", "../etc"], "is not a time zone"),
        (["Thursday", *FIRST_OF_APRIL, "--zone", "\udcff"], "is not a time zone"),
        (["Thursday", *FIRST_OF_APRIL, "--zone", ""], "is not a time zone"),
        (["Thursday", *FIRST_OF_APRIL, "--zone", "Europe"], "is not a time zone"),
        (["Thursday", *FIRST_OF_APRIL, "--lean", "left"], "'ahead', 'back', 'none'"),
    ],
)
def test_wrong_usage(arguments, words):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert len(result.stderr) < 600

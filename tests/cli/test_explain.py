"""`diplocal explain`: the words, where they stand, the anchor, the rule, the rivals; other days of publication."""

import json

import pytest


def test_an_entry_is_explained(diplocal):
    result = diplocal("explain", "talks.toml", "dinner")
    assert (result.exit_code, result.stderr) == (0, "")
    head, *rows = result.stdout.splitlines()
    assert head == "dinner: A dinner"
    assert rows[0] == "    date       Thursday 3 April 2025, 19:00-21:00 Europe/Brussels, certain"
    assert rows[1] == "    words      'Thursday', at events[0].sessions[0].when"
    assert rows[2] == "    read from  Tuesday 1 April 2025 (published by The ministry)"
    assert rows[3].startswith("    rule       weekday-ahead: the first Thursday after publication")
    assert any(row.startswith("    not        Thursday 27 March 2025: ") for row in rows)


def test_all_entries_in_the_order_of_time(diplocal, variant):
    name = variant("later.toml", ('when = "on Thursday"\ntime = "19:00-21:00"\n', 'when = "undated"\n'))
    result = diplocal("explain", name)
    assert [line for line in result.stdout.splitlines() if line[:1].strip()] == ["visit: A visit", "dinner: A dinner"]
    assert "    undated: nothing is said about its time" in result.stdout


def test_readings_left_open(diplocal, variant):
    name = variant("open.toml", ('"on Thursday"', '"next Thursday"'), ('"from Wednesday to Friday"', '"undated"'))
    result = diplocal("explain", name, "dinner")
    assert "ambiguous" in result.stdout
    assert "    or         Thursday 3 April 2025: " in result.stdout


def test_json(diplocal):
    visit, dinner = map(json.loads, diplocal("explain", "talks.toml", "--json").stdout.splitlines())
    assert (visit["key"], visit["reading"]["start"], visit["reading"]["end"]) == ("visit", "2025-04-02", "2025-04-04")
    assert (dinner["where"], dinner["anchor"]) == ("events[0].sessions[0].when", "2025-04-01")
    assert dinner["reading"]["rejected"]


def test_sensitivity_tells_days_with_the_same_dates_together(diplocal):
    result = diplocal("explain", "talks.toml", "visit", "--sensitivity", "--from", "2025-03-31", "--to", "2025-04-06")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:2] == [
        "published Monday 31 March to Thursday 3 April 2025:",
        "    visit: Wednesday 2 to Friday 4 April 2025 (certain)",
    ]


def test_sensitivity_in_json_covers_a_week_on_either_side(diplocal):
    lines = [
        json.loads(line) for line in diplocal("explain", "talks.toml", "--sensitivity", "--json").stdout.splitlines()
    ]
    assert (lines[0]["first"], lines[-1]["last"]) == ("2025-03-25", "2025-04-08")
    assert {date["entry"] for line in lines for date in line["dates"]} == {"visit", "dinner"}


def test_a_source_without_a_day_can_be_tried(diplocal, variant):
    name = variant("bare.toml", ("published = 2025-04-01\n", ""))
    result = diplocal("explain", name, "--sensitivity", "--from", "2025-04-01", "--to", "2025-04-01")
    assert "visit: Wednesday 2 to Friday 4 April 2025" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["visti"], "talks.toml has no entry 'visti'; did you mean 'visit'?"),
        (["visti", "--sensitivity"], "did you mean 'visit'?"),
        (["zzz"], "its entries are visit, dinner"),
        (["--from", "2025-04-01"], "--from and --to go with --sensitivity"),
        (["--sensitivity", "--from", "2025-04-09"], "--to 2025-04-08 is before --from 2025-04-09"),
        (["--sensitivity", "--from", "2020-01-01"], "a year is the most"),
        (["--sensitivity", "--from", "1 April"], "'1 April' is not an ISO date"),
    ],
)
def test_wrong_usage(diplocal, arguments, words):
    result = diplocal("explain", "talks.toml", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_a_file_without_a_day_needs_days_to_try(diplocal, variant):
    result = diplocal("explain", variant("bare.toml", ("published = 2025-04-01\n", "")), "--sensitivity")
    assert result.exit_code == 2
    assert "--from DATE --to DATE" in result.stderr


def test_problems_are_told(diplocal, variant):
    name = variant("broken.toml", ('"on Thursday"', '"on Thrusday"'))
    for options in ([], ["--sensitivity"]):
        result = diplocal("explain", name, *options)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "broken.toml: events[0].sessions[0].when: 'on Thrusday' is not a day" in result.stderr


def test_a_broken_file_writes_nothing_and_does_not_say_so(diplocal, variant):
    result = diplocal("explain", variant("broken.toml", ('"on Thursday"', '"on Thrusday"')))
    assert result.exit_code == 1
    assert result.stderr.endswith("Error: 1 problem\n")

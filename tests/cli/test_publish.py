"""`diplocal publish`: a feed revised, what changed, what belongs in it, and what leaves it alone."""

import json
from pathlib import Path

import pytest

FIRST, SECOND = ("--now", "2025-04-01T09:00+09:00"), ("--now", "2025-04-02T09:00+09:00")
MOVED = ('"on Thursday"', '"on Friday"')


def sequences(calendar: bytes) -> list[int]:
    return [int(line.partition(b":")[2]) for line in calendar.splitlines() if line.startswith(b"SEQUENCE:")]


def test_a_changed_date_raises_the_sequence(diplocal, folder, variant):
    result = diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST)
    assert (result.exit_code, result.stderr) == (0, "published: feed.ics\n")
    assert result.stdout.startswith("### Added\n")
    first = folder.joinpath("feed.ics").read_bytes()
    (begin,) = set(sequences(first))
    result = diplocal("publish", variant("talks.toml", MOVED), "--to", "feed.ics", *SECOND)
    assert "### Moved\n\n- **A dinner**: Thursday 3 April 2025, 19:00" in result.stdout
    assert sequences(folder.joinpath("feed.ics").read_bytes()) == [begin, begin + 1]


def test_the_same_again_changes_nothing(diplocal, folder):
    diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST)
    before = folder.joinpath("feed.ics").stat()
    result = diplocal("publish", "talks.toml", "--to", "feed.ics", *SECOND)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "No changes.\n", "unchanged: feed.ics\n")
    after = folder.joinpath("feed.ics").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_without_now_the_clock_counts(diplocal):
    assert diplocal("publish", "talks.toml", "--to", "feed.ics").exit_code == 0


def test_what_vanished_is_struck_shown_or_dropped(diplocal, folder):
    text = folder.joinpath("talks.toml").read_text()
    folder.joinpath("gone.toml").write_text(text[: text.index("[[events.sessions]]")])
    for mode, words in (("strike", b"STATUS:CANCELLED"), ("show", b"SUMMARY:Cancelled: A dinner"), ("drop", b"")):
        diplocal("publish", "talks.toml", "--to", f"{mode}.ics", "--mode", mode, *FIRST)
        result = diplocal("publish", "gone.toml", "--to", f"{mode}.ics", "--mode", mode, *SECOND)
        assert "### Cancelled" in result.stdout
        feed = folder.joinpath(f"{mode}.ics").read_bytes()
        assert words in feed
        assert (b"A dinner" in feed) == (mode != "drop")


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (["--person", "cho"], 2),
        (["--person", "CHO TAE-YUL"], 2),
        (["--place", "Brussels", "--event", "visit"], 2),
        (["--event", "visit"], 2),
    ],
)
def test_filters(diplocal, folder, options, kept):
    result = diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST, *options)
    assert result.exit_code == 0
    assert folder.joinpath("feed.ics").read_bytes().count(b"BEGIN:VEVENT") == kept


def test_filters_leave_out_the_rest(diplocal, folder, variant):
    other = variant("other.toml", ('"talks"', '"other"'), ("cho", "wong"), ("Cho Tae-yul", "Penny Wong"))
    diplocal("publish", "talks.toml", other, "--to", "feed.ics", "--person", "wong", *FIRST)
    feed = folder.joinpath("feed.ics").read_bytes()
    assert feed.count(b"BEGIN:VEVENT") == 2
    assert b"Cho Tae-yul" not in feed


def test_a_piece_of_a_word_is_no_topic(diplocal, variant, folder):
    about = ('title = "A dinner"', 'title = "A dinner"\ntopics = [{ title = "North Korea" }]')
    arguments = ("publish", variant("korea.toml", about), "--to", "feed.ics", *FIRST, "--topic")
    refused = diplocal(*arguments, "Kore")
    assert refused.exit_code == 1
    assert "no topic is called 'Kore'" in refused.stderr
    assert not folder.joinpath("feed.ics").exists()
    assert diplocal(*arguments, "korea").exit_code == 0


def test_who_has_nothing_left_may_have_an_empty_feed(diplocal, variant, folder):
    arguments = ("--to", "feed.ics", "--person", "cho")
    diplocal("publish", "talks.toml", *arguments, *FIRST)
    alone = variant("talks.toml", ('participants = ["cho"]\n', ""))
    result = diplocal("publish", alone, *arguments, *SECOND, "--yes")
    assert result.exit_code == 0
    assert b"BEGIN:VEVENT" not in folder.joinpath("feed.ics").read_bytes()


SECRET = """
[people.host]
name = "The host"
party = "kr"

[parties.kr]
name = "South Korea"

[places.villa]
name = "A villa"

[[events]]
key = "retreat"
title = "A retreat"
when = "on Thursday"
place = "villa"
participants = ["host"]
topics = [{ title = "Fish" }]
"""
SECRETS = [("person", "host"), ("party", "South Korea"), ("topic", "Fish"), ("place", "villa"), ("event", "retreat")]


@pytest.mark.parametrize(("name", "value"), SECRETS)
def test_what_only_internal_entries_have_is_unknown_to_a_public_feed(diplocal, folder, name, value):
    text = folder.joinpath("talks.toml").read_text() + SECRET + 'audience = "internal"\n'
    folder.joinpath("talks.toml").write_text(text)
    arguments = ("publish", "talks.toml", "--to", "feed.ics", *FIRST, f"--{name}")
    refused, unknown = diplocal(*arguments, value), diplocal(*arguments, "xyz")

    assert refused.exit_code == 1
    assert refused.stderr == unknown.stderr.replace("xyz", value)
    assert not folder.joinpath("feed.ics").exists()
    assert diplocal(*arguments, value, "--audience", "internal").exit_code == 0


@pytest.mark.parametrize(("name", "value"), SECRETS)
def test_what_became_internal_leaves_the_feed_that_was_made_for_it(diplocal, folder, name, value):
    open_talks, filtered = folder.joinpath("talks.toml").read_text() + SECRET, ("--to", "feed.ics", f"--{name}", value)
    folder.joinpath("open.toml").write_text(open_talks)
    folder.joinpath("talks.toml").write_text(open_talks + 'audience = "internal"\n')
    diplocal("publish", "open.toml", *filtered, *FIRST)

    assert b"A retreat" in folder.joinpath("feed.ics").read_bytes()
    assert diplocal("publish", "talks.toml", *filtered, *SECOND).exit_code == 0
    assert b"BEGIN:VEVENT" not in folder.joinpath("feed.ics").read_bytes()


def test_json(diplocal, variant):
    diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST)
    result = diplocal("publish", variant("talks.toml", MOVED), "--to", "feed.ics", *SECOND, "--json")
    told = json.loads(result.stdout)
    (moved,) = told["moved"]
    assert moved["title"] == "A dinner"
    assert moved["was"] == {"start": "2025-04-03T19:00:00+02:00", "end": "2025-04-03T21:00:00+02:00"}
    assert moved["now"]["start"] == "2025-04-04T19:00:00+02:00"
    assert told["added"] == told["cancelled"] == []


def test_changelog(diplocal, folder):
    diplocal("publish", "talks.toml", "--to", "feed.ics", "--changelog", "changes.md", *FIRST)
    assert "A dinner" in folder.joinpath("changes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "--to"),
        (["--to", "-"], 2, "'-' is none"),
        (["--to", "talks.toml"], 2, "--to would be written over 'talks.toml'"),
        (["--to", "no/feed.ics"], 1, "there is no directory 'no' to write in"),
        (["--to", "."], 1, "'.' is a directory"),
        (["--to", "a.ics", "--person", "Chou"], 1, "no person is called 'Chou'; did you mean 'cho'?"),
        (["--to", "a.ics", "--event", "Visit"], 1, "did you mean 'visit'?"),
        (["--to", "a.ics", "--party", "KR"], 1, "no party is called 'KR'; none is named."),
        (["--to", "a.ics", "--topic", "trade"], 1, "no topic is called 'trade'"),
        (["--to", "a.ics", "--now", "2025-04-01"], 2, "write it as 2025-04-01T09:30+02:00"),
        (["--to", "a.ics", "--now", "2025-04-01T09:00"], 2, "write it as 2025-04-01T09:30+02:00"),
        (["--to", "a.ics", "--now", "soon"], 2, "is not an ISO date"),
        (["--to", "a.ics", "--language", "xx"], 1, "xx"),
        (["--to", "a.ics", "--url", "not an address"], 1, "not an address"),
        (["--to", "a.ics", "--keep-days", "-1"], 2, "-1"),
    ],
)
def test_what_is_refused_writes_nothing(diplocal, folder, arguments, code, words):
    result = diplocal("publish", "talks.toml", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert [path.name for path in folder.iterdir() if not path.name.endswith(".lock")] == ["talks.toml"]


def test_what_is_no_feed_is_left_alone(diplocal, folder):
    folder.joinpath("feed.ics").write_bytes(b"somebody's notes")
    result = diplocal("publish", "talks.toml", "--to", "feed.ics")
    assert result.exit_code == 1
    assert "feed.ics: " in result.stderr
    assert folder.joinpath("feed.ics").read_bytes() == b"somebody's notes"


def test_problems_leave_the_feed_as_it_is(diplocal, folder, variant):
    diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST)
    before = folder.joinpath("feed.ics").read_bytes()
    result = diplocal("publish", variant("talks.toml", ('"on Thursday"', '"on Sunday"')), "--to", "feed.ics", *SECOND)
    assert result.exit_code == 1
    assert "talks.toml: events[0].sessions[0].when: 'Sunday' can mean" in result.stderr
    assert folder.joinpath("feed.ics").read_bytes() == before


OPTIONS = [  # arguments, what the feed has then, what it has not
    (["--length", "45m"], b"45 minutes are assumed", b"none"),
    (["--refresh", "1h30m"], b"REFRESH-INTERVAL;VALUE=DURATION:PT1H30M", b"PT6H"),
    (["--color", "steelblue"], b"COLOR:steelblue", b"none"),
    (["--description", "For the press"], b"X-WR-CALDESC:For the press", b"none"),
    (["--free"], b"TRANSP:TRANSPARENT", b"X-MICROSOFT-CDO-BUSYSTATUS"),
    (["--no-reasons"], b"SUMMARY", b"nDate:"),
    (["--until", "2025-04-01"], b"VCALENDAR", b"VEVENT"),
    (["--since", "2025-04-02"], b"VEVENT", b"none"),
]


@pytest.mark.parametrize("command", [("publish", *FIRST, "--to"), ("build", "--ics")])
@pytest.mark.parametrize(("arguments", "there", "not_there"), OPTIONS)
def test_the_options_of_a_calendar(diplocal, variant, command, *, arguments, there, not_there):
    open_ended = variant("open.toml", ("19:00-21:00", "19:00"))
    result = diplocal(*command, "feed.ics", open_ended, *arguments)
    written = Path("feed.ics").read_bytes().replace(b"\r\n ", b"")
    assert result.exit_code == 0
    assert there in written
    assert not_there not in written


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--length", "soon"], "'soon' is not a length; write it as 30m, 6h, 1d or 1h30m"),
        (["--since", "2025-04-01T09:00"], "is a moment, not a day"),
        (["--since", "April"], "is not an ISO date"),
        (["--color", "Blue!"], "is not a colour"),
        (["--remind", "1d"], "a reminder goes with deadlines"),
    ],
)
def test_options_that_say_nothing_are_told(diplocal, folder, arguments, words):
    result = diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST, *arguments)
    assert result.exit_code != 0
    assert words in result.stderr
    assert not folder.joinpath("feed.ics").exists()


def test_a_look_and_a_doubt(diplocal, folder, variant):
    diplocal("publish", "talks.toml", "--to", "feed.ics", *FIRST)
    before = folder.joinpath("feed.ics").read_bytes()
    other = variant("other.toml", ('key = "talks"', 'key = "other"'))
    refused = diplocal("publish", other, "--to", "feed.ics", *SECOND)
    looked = diplocal("publish", other, "--to", "feed.ics", *SECOND, "--dry-run")
    assert refused.exit_code == 1
    assert "none of the 2 entries of the feed is in the programme 'other'" in refused.stderr
    assert "### Cancelled" in looked.stdout
    assert looked.stderr.endswith("not published: feed.ics\n")
    assert folder.joinpath("feed.ics").read_bytes() == before
    assert diplocal("publish", other, "--to", "feed.ics", *SECOND, "--yes").exit_code == 0

"""`diplocal draft`: from a text to a file that loads, checks and builds; what it leaves alone and refuses."""

import pytest

from diplocal import files

NOTICE = """\
Foreign Minister Mina Park will visit Lisbon from Wednesday to Friday. She will hold talks with President Rui Costa.
"""
OPTIONS = ("--published", "2025-04-01", "--zone", "Asia/Seoul")


@pytest.fixture
def notice(folder):
    folder.joinpath("notice.txt").write_text(NOTICE, encoding="utf-8")
    return "notice.txt"


def test_a_draft_is_checked_and_built(diplocal, folder, notice):
    result = diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "drafted: 2 entries, 1 to check\nCorrect visit.toml, then: diplocal check visit.toml\n"
    assert diplocal("check", "visit.toml").stderr == "1 file: 0 problems, 0 notices\n"
    assert diplocal("build", "visit.toml", "--ics", "visit.ics").exit_code == 0
    assert b"DTSTART;VALUE=DATE:20250402" in folder.joinpath("visit.ics").read_bytes()


def test_a_sentence_stays_in_the_house(diplocal, notice):
    written = diplocal("draft", notice, *OPTIONS).stdout
    assert 'internal_note = "Foreign Minister Mina Park will visit Lisbon' in written
    told = diplocal("build", "-", "--markdown", "-", input=written).stdout
    assert "Mina Park in Lisbon" in told
    assert "She will hold" not in told


def test_from_notice_to_feed_and_again_after_a_changed_date(diplocal, folder, notice):
    diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    diplocal("publish", "visit.toml", "--to", "feed.ics", "--now", "2025-04-01T09:00+09:00")
    folder.joinpath("visit.toml").unlink()
    folder.joinpath(notice).write_text(NOTICE.replace("Wednesday", "Thursday"), encoding="utf-8")
    diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    result = diplocal("publish", "visit.toml", "--to", "feed.ics", "--now", "2025-04-02T09:00+09:00")
    assert "### Moved" in result.stdout
    assert b"SEQUENCE:1" in folder.joinpath("feed.ics").read_bytes()


def test_standard_input_is_the_same_text(diplocal, notice):
    from_file, from_input = diplocal("draft", notice, *OPTIONS), diplocal("draft", "-", *OPTIONS, input=NOTICE)
    assert files.load(from_file.stdout) == files.load(from_input.stdout)
    assert from_file.stdout.startswith("# Drafted from notice.txt. ")


def test_the_publisher_may_be_said(diplocal, notice):
    written = diplocal("draft", notice, *OPTIONS, "--publisher", "The ministry").stdout
    assert files.load(written).sources[0].publisher == "The ministry"
    assert "# who published it?" in diplocal("draft", notice, *OPTIONS).stdout


def test_a_text_without_announcements(diplocal):
    result = diplocal("draft", "-", *OPTIONS, input="The weather is fine.\n")
    assert result.exit_code == 0
    assert result.stderr == "nothing announced was found: add events by hand\n"
    assert files.load(result.stdout).events == ()


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", 1, "bad.txt holds no text"),
        (b" \n", 1, "bad.txt holds no text"),
        (b"\x00" * 100, 1, "bad.txt is no text: it holds zero octets"),
        ("Talks on Friday".encode("utf-16"), 1, "'bad.txt' is no UTF-8 text"),
        (b"Talks on Friday. " * 40_000, 1, "bad.txt has 680,000 characters"),
        (b"x" * 50_000_000, 1, "bad.txt has"),
    ],
    ids=["empty", "blank", "zeros", "utf-16", "long", "50 MB"],
)
def test_what_is_no_announcement(diplocal, folder, data, code, words):
    folder.joinpath("bad.txt").write_bytes(data)
    result = diplocal("draft", "bad.txt", *OPTIONS, "--out", "out.toml")
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert not folder.joinpath("out.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["notice.txt"], "--published"),
        (["notice.txt", "--published", "April"], "'April' is not an ISO date"),
        (["notice.txt", *OPTIONS[:2], "--zone", "Seoul"], "did you mean 'Asia/Seoul'?"),
        (["notice.txt", *OPTIONS, "--out", "talks.toml"], "'talks.toml' is there already"),
        (["notice.txt", *OPTIONS, "--out", "notice.txt"], "--out would be written over 'notice.txt'"),
        (["notise.txt", *OPTIONS], "did you mean 'notice.txt'?"),
        ([".", *OPTIONS], "'.' is a directory"),
    ],
)
def test_wrong_usage(diplocal, notice, arguments, words):
    result = diplocal("draft", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr

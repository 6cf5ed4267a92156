"""`diplocal draft`: from a text to a file that loads, checks and builds; what it leaves alone and refuses."""

import datetime as dt
import re

import pytest
from attrs import evolve

from diplocal import files
from diplocal.phrases import parse_time
from diplocal.resolver import resolve
from diplocal.rules import publication_day
from diplocal.timeline import Entry
from tests.intake import saved

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
    assert result.stderr == "drafted: 2 entries, 3 to check\nCorrect visit.toml, then: diplocal check visit.toml\n"
    checked = diplocal("check", "visit.toml")
    assert checked.stdout == (
        "to check: visit.toml: sources.source: who published it?\n"
        "to check: visit.toml: events[0].sessions[0]: 'She' is taken for Mina Park\n"
        "to check: visit.toml: events[0].sessions[0]: the text says no day\n"
    )
    assert (checked.exit_code, checked.stderr) == (0, "1 file: 0 problems, 0 notices, 3 to check\n")
    assert diplocal("build", "visit.toml", "--ics", "visit.ics").exit_code == 0
    assert b"DTSTART;VALUE=DATE:20250402" in folder.joinpath("visit.ics").read_bytes()


def test_a_sentence_stays_in_the_house(diplocal, notice):
    written = diplocal("draft", notice, *OPTIONS).stdout
    assert 'internal_note = "Foreign Minister Mina Park will visit Lisbon' in written
    told = diplocal("build", "-", "--markdown", "-", input=written).stdout
    assert "Visit of Mina Park to Lisbon" in told
    assert "She will hold" not in told


def test_from_notice_to_feed_and_again_after_a_changed_date(diplocal, folder, notice):
    diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    diplocal("publish", "visit.toml", "--to", "feed.ics", "--now", "2025-04-01T09:00+09:00")
    before = folder.joinpath("feed.ics").read_bytes()
    folder.joinpath("visit.toml").unlink()
    folder.joinpath(notice).write_text(NOTICE.replace("Wednesday", "Thursday"), encoding="utf-8")
    diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    result = diplocal("publish", "visit.toml", "--to", "feed.ics", "--now", "2025-04-02T09:00+09:00")
    assert "### Moved" in result.stdout
    counted = [re.findall(rb"SEQUENCE:(\d+)", octets) for octets in (before, folder.joinpath("feed.ics").read_bytes())]
    assert max(map(int, counted[1])) == max(map(int, counted[0])) + 1


def test_standard_input_is_the_same_text(diplocal, notice):
    from_file, from_input = diplocal("draft", notice, *OPTIONS), diplocal("draft", "-", *OPTIONS, input=NOTICE)
    assert files.load(from_file.stdout) == files.load(from_input.stdout)
    assert from_file.stdout.startswith("#:schema ./programme.schema.json\n\n# Drafted from notice.txt. ")


def test_the_publisher_may_be_said(diplocal, notice):
    written = diplocal("draft", notice, *OPTIONS, "--publisher", "The ministry").stdout
    assert files.load(written).sources[0].publisher == "The ministry"
    assert files.load(diplocal("draft", notice, *OPTIONS).stdout).sources[0].to_check == ("who published it?",)


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
        (b"\x00" * 100, 1, "bad.txt is not text: it holds zero bytes"),
        ("Talks on Friday".encode("utf-16")[2:], 1, "bad.txt is not text: it holds zero bytes"),
        (b"Gespr\xe4che am Freitag", 1, "bad.txt: text is not UTF-8: byte 0xe4 in line 1"),
        (b"%PDF-1.7 and no more", 1, "bad.txt: a PDF is broken"),
        (b"Talks on Friday. " * 40_000, 1, "bad.txt has 680,000 characters"),
        (b"x" * 50_000_000, 1, "bad.txt has"),
    ],
    ids=["empty", "blank", "zeros", "utf-16", "latin", "pdf", "long", "50 MB"],
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
        (["https://ministry.example/notice", *OPTIONS], "save the page first"),
        (["notise.txt", *OPTIONS], "did you mean 'notice.txt'?"),
        ([".", *OPTIONS], "'.' is a directory"),
    ],
)
def test_wrong_usage(diplocal, notice, arguments, words):
    result = diplocal("draft", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


FORMATS = [
    ("notice.txt", saved.as_text(), "the dateline in line 3"),
    ("notice.html", saved.as_page(head=saved.PUBLISHED), "<meta article:published_time>"),
    ("notice.eml", saved.as_mail(), "the mail's Date header"),
    ("notice.docx", saved.as_word(), "the dateline in line 3"),
    ("notice.pdf", saved.as_pdf(), "the dateline in line 3"),
]


def test_one_notice_is_one_programme_whatever_it_was_saved_as(diplocal, folder):
    programmes = []
    for name, data, where in FORMATS:
        folder.joinpath(name).write_bytes(data)
        result = diplocal("draft", name, "--zone", "Asia/Seoul")
        assert result.exit_code == 0, result.stderr
        assert f"({where})" in result.stderr
        made = files.load(result.stdout)
        assert made.title == saved.TITLE
        assert made.sources[0].published is not None
        assert publication_day(made.sources[0].published, "Asia/Seoul") == dt.date(2025, 4, 1)
        programmes.append([_without_what_formats_say(entry) for entry in resolve(made).entries])
    assert programmes[0]
    assert programmes[1:] == programmes[:-1]


def _without_what_formats_say(entry: Entry) -> Entry:
    """Leave out who published it, and how the lines and columns of its note are parted."""
    reason = entry.reason and evolve(entry.reason, anchored_on="")
    return evolve(
        entry, source=None, reason=reason, internal_note=" ".join(entry.internal_note.replace("|", " ").split())
    )


def test_what_a_document_says_of_itself_is_not_asked(diplocal, folder):
    folder.joinpath("notice.html").write_bytes(saved.as_page(head=saved.PUBLISHED))
    made = files.load(diplocal("draft", "notice.html").stdout)
    assert made.sources[0].publisher == saved.PUBLISHER
    assert made.sources[0].url == "https://ministry.example/notices/lisbon"


def test_a_day_that_is_only_shown_is_asked_for(diplocal):
    result = diplocal("draft", "-", input="Talks in Oslo\n2 March 2026\n\nThe ministers meet on Friday.\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--published 2026-03-02  would be line 2, '2 March 2026'" in result.stderr


def test_a_day_that_is_given_counts_more_and_is_compared(diplocal, folder):
    folder.joinpath("notice.eml").write_bytes(saved.as_mail())
    result = diplocal("draft", "notice.eml", "--published", "2025-04-08")
    assert "--published is 2025-04-08; the mail's Date header says Tuesday 1 April 2025, 09:30 +09:00" in result.stderr
    assert files.load(result.stdout).sources[0].published == dt.date(2025, 4, 8)


FEED = """<rss><channel><title>Ministry</title>
<item><title>Talks</title><pubDate>Tue, 01 Apr 2025 09:30:00 +0900</pubDate>
<description>Talks on Friday</description></item>
<item><title>A visit</title><description>He will visit Oslo on Friday.</description></item></channel></rss>"""


def test_an_item_of_a_feed_is_chosen(diplocal, folder):
    folder.joinpath("feed.xml").write_text(FEED, encoding="utf-8")
    listed = diplocal("draft", "feed.xml")
    assert listed.exit_code == 2
    assert "  1  Talks (Tuesday 1 April 2025, 09:30 +09:00)\n  2  A visit\n" in listed.stderr
    assert files.load(diplocal("draft", "feed.xml", "--item", "1").stdout).title == "Talks"
    assert "has 2 items, not 3" in diplocal("draft", "feed.xml", "--item", "3").stderr


def test_another_language_is_said(diplocal, folder):
    folder.joinpath("notice.html").write_bytes(saved.as_page(head=saved.PUBLISHED, lang="fr"))
    assert "the language is 'fr' (<html lang>); only English is read" in diplocal("draft", "notice.html").stderr


def test_lines_in_no_entry_are_named(diplocal, notice):
    result = diplocal("draft", "-", *OPTIONS, input=f"{NOTICE}\nThe office is open from 09:00.\n")
    told = "line 3 is in no entry: The office is open from 09:00."
    assert told in result.stderr.splitlines()
    assert f"# {told}" in result.stdout.splitlines()
    assert files.load(result.stdout).to_check == ("line 3 of the notice is in no entry",)


def test_what_is_to_check_is_told_where_a_draft_is_built(diplocal, notice):
    diplocal("draft", notice, *OPTIONS, "--out", "visit.toml")
    built = diplocal("build", "visit.toml", "--markdown", "-")
    assert "notice: visit.toml: 3 to check, which 'diplocal check' lists\n" in built.stderr
    assert "is taken for" not in built.stdout


SECOND = """\
Lisbon, 1 May 2025 - On 8 May 2025 at 10:00 Foreign Minister Mina Park will hold talks with Rui Costa in Lisbon.
"""
KNOWN = """\
# ours
key = "lisbon"
title = "Lisbon"

[sources.first]
publisher = "The ministry"
published = 2025-04-28
zone = "Europe/Lisbon"

[people.costa]
name = "Rui Costa" # the host

[places.lisbon]
name = "Lisbon"

[[events]]
key = "talks"
title = "Talks with Rui Costa"
when = "7 May 2025" # to be confirmed
place = "lisbon"
participants = ["costa"]
"""


def test_a_later_notice_is_brought_into_a_programme(diplocal, folder):
    folder.joinpath("known.toml").write_text(KNOWN, encoding="utf-8")
    folder.joinpath("second.txt").write_text(SECOND, encoding="utf-8")
    result = diplocal("draft", "second.txt", "--onto", "known.toml", "--out", "new.toml")
    assert result.exit_code == 0, result.stderr
    assert "talks: moved from Wednesday 7 May 2025 to Thursday 8 May 2025, 10:00" in result.stderr
    edited = folder.joinpath("new.toml").read_text(encoding="utf-8")
    assert [line for line in ("# ours", 'name = "Rui Costa" # the host') if line not in edited] == []
    talks = files.load(edited).events[0]
    assert (talks.key, talks.title, talks.status.value) == ("talks", "Talks with Rui Costa", "rescheduled")
    assert [one.source for one in talks.earlier] == ["first"]
    assert "says the notice of 2025-05-01" in diplocal("check", "new.toml").stdout
    again = diplocal("draft", "second.txt", "--onto", "new.toml", "--out", "third.toml")
    assert "the notice changes nothing" in again.stderr


def test_a_later_notice_has_its_clocks_in_the_zone_of_the_programme(diplocal, folder):
    folder.joinpath("known.toml").write_text(KNOWN, encoding="utf-8")
    notice = "LISBON, 1 May 2025 - The dinner with Ana Lind is on 9 May 2025 at 19:00."
    result = diplocal("draft", "-", "--onto", "known.toml", "--out", "new.toml", input=notice)
    assert result.exit_code == 0, result.stderr
    dinner = files.load(folder.joinpath("new.toml").read_text(encoding="utf-8")).events[1]
    assert dinner.time == parse_time("19:00")


@pytest.mark.parametrize(
    ("onto", "code", "words"),
    [
        ("none.toml", 2, "there is no file 'none.toml'"),
        ("-", 2, "--onto names a file"),
        ("broken.toml", 1, "broken.toml: events[0].sessions[0].when: 'Wensday'"),
    ],
)
def test_what_nothing_is_brought_into(diplocal, variant, onto, code, words):
    variant("broken.toml", ('"on Thursday"', '"Wensday"'))
    result = diplocal("draft", "-", "--onto", onto, "--out", "new.toml", input=SECOND)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


def test_line_ends_of_windows_change_nothing(diplocal, folder):
    for name, ends in (("unix.txt", b"\n"), ("windows.txt", b"\r\n")):
        folder.joinpath(name).write_bytes(saved.as_text().replace(b"\n", ends))
    unix, windows = (diplocal("draft", name, "--zone", "Asia/Seoul") for name in ("unix.txt", "windows.txt"))
    assert windows.stdout.replace("windows.txt", "unix.txt") == unix.stdout
    assert windows.stderr == unix.stderr

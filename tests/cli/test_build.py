"""`diplocal build`: what is written, to where, and what is not written where anything is wrong."""

import os
import stat
import sys
from pathlib import Path

import pytest

from diplocal import files
from diplocal.exporters import EXPORTERS, export
from diplocal.resolver import resolve
from tests.cli.conftest import TALKS

FORMATS = [("--ics", "ical"), ("--ical", "ical"), ("--markdown", "markdown"), ("--md", "markdown")]
FORMATS += [(f"--{name}", name) for name in ("html", "json", "csv", "ninjs", "svg")]


@pytest.mark.parametrize(("flag", "name"), FORMATS)
def test_a_format_is_what_its_exporter_writes(diplocal, folder, flag, name):
    result = diplocal("build", "talks.toml", flag, "out")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "written: out\n")
    assert folder.joinpath("out").read_bytes() == export(resolve(files.load(TALKS)), name)


def test_every_exporter_has_an_option(diplocal):
    told = diplocal("build", "--help").stdout
    assert [name for name in EXPORTERS if f"--{name} FILE" not in told and f"--{name}, " not in told] == []


def test_the_markdown_has_the_sections_asked_for(diplocal):
    written = diplocal("build", "talks.toml", "--md", "-", "--sections", "days,spans", "--heading", "2").stdout
    assert [line for line in written.splitlines() if line.startswith("#")] == [
        "### Thursday 3 April 2025",
        "### Over several days",
    ]
    plain = diplocal("build", "talks.toml", "--md", "-", "--no-reasons").stdout
    assert "## Sources" in plain
    assert "## How each date was read" not in plain


@pytest.mark.parametrize("flag", ["--html", "--ics"])
def test_the_page_and_the_calendar_name_its_address(diplocal, flag):
    written = diplocal("build", "talks.toml", flag, "-", "--feed", "https://example.org/feed.ics").stdout
    assert "example.org/feed.ics" in written


def test_standard_input_and_output(diplocal, folder):
    result = diplocal("build", "-", "--ics", "-", input=TALKS)
    assert result.exit_code == 0
    assert result.stdout_bytes == export(resolve(files.load(TALKS)), "ical")
    assert [path.name for path in folder.iterdir()] == ["talks.toml"]


def test_several_programmes_make_one_agenda(diplocal, variant):
    other = variant("other.toml", ('"talks"', '"other"'), ("19:00-21:00", "20:00"))
    result = diplocal("build", "talks.toml", other, "--title", "The week", "--markdown", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("# The week\n")
    assert "Cho Tae-yul is also at" in result.stdout


def test_an_entry_has_the_same_identity_in_an_agenda(diplocal, variant):
    def uids(calendar: str) -> set[str]:
        return {line for line in calendar.splitlines() if line.startswith("UID:")}

    other = variant("other.toml", ('"talks"', '"other"'))
    alone = [uids(diplocal("build", name, "--ics", "-").stdout) for name in ("talks.toml", other)]
    together = uids(diplocal("build", "talks.toml", other, "--ics", "-").stdout)
    assert len(together) == 4
    assert together == alone[0] | alone[1]


def test_what_is_internal_in_one_programme_says_nothing_of_another(diplocal, variant):
    private = variant("private.toml", ('"talks"', '"private"'), ('"A visit"', '"Secret"\naudience = "internal"'))
    told = diplocal("build", "talks.toml", private, "--markdown", "-").stdout
    assert "A visit" in told
    assert "Secret" not in told
    assert "Secret" in diplocal("build", "talks.toml", private, "--markdown", "-", "--audience", "internal").stdout


def test_an_open_date_is_told_and_the_rest_is_built(diplocal, variant, folder):
    name = variant("open.toml", ('"on Thursday"', '"next Thursday"'), ('"from Wednesday to Friday"', '"undated"'))
    result = diplocal("build", name, "--ics", "out.ics")
    assert result.exit_code == 0
    assert "notice: open.toml: events[0].sessions[0].when: 'next Thursday' can mean" in result.stderr
    assert folder.joinpath("out.ics").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["talks.toml"], 2, "say what to write, and where: --ics FILE"),
        ([], 2, "FILE..."),
        (["talks.toml", "--ics", "a", "--markdown", "./a"], 2, "--ics and --markdown would both be written to './a'"),
        (["talks.toml", "--ics", "-", "--markdown", "-"], 2, "both be written to standard output"),
        (["talks.toml", "--ics", "talks.toml"], 2, "--ics would be written over 'talks.toml', which is read"),
        (["talks.toml", "talks.toml", "--ics", "a"], 2, "talks.toml is named twice"),
        (["tallks.toml", "--ics", "a"], 2, "there is no file 'tallks.toml'; did you mean 'talks.toml'?"),
        ([".", "--ics", "a"], 2, "'.' is a directory; name a file in it"),
        (["talks.toml", "--ics", "."], 1, "'.' is a directory; name a file in it"),
        (["talks.toml", "--markdown", "a", "--ics", "no/a"], 1, "there is no directory 'no' to write in"),
        (["talks.toml", "--markdown", "a", "--ics", "talks.toml/a"], 1, "there is no directory 'talks.toml' to write"),
        (["talks.toml", "--markdown", "a", "--zone", "Seoul"], 1, "Seoul"),
        (["talks.toml", "--markdown", "a", "--language", "xx"], 1, "xx"),
        (["talks.toml", "--markdwn", "a"], 2, "--markdown"),
        (["talks.toml", "--md", "a", "--sections", "dayz"], 2, "'dayz' is not a section; did you mean 'days'?"),
        (["talks.toml", "--ics", "a", "--sections", "days"], 2, "--sections goes with --markdown"),
        (["talks.toml", "--svg", "a", "--no-reasons"], 2, "--no-reasons goes with --ics or --markdown or --html"),
        (["talks.toml", "--html", "a", "--mode", "drop"], 2, "--mode goes with --ics"),
        (["talks.toml", "--ics", "a", "--remind", "1d"], 1, "a reminder goes with deadlines"),
        (["talks.toml", "--ics", "a", "--zone", "Asia/Seoul"], 2, "--zone goes with --markdown or --html"),
        (["talks.toml", "--csv", "a", "--language", "fr"], 2, "--language goes with --ics or --markdown or --html"),
        (["talks.toml", "--md", "a", "--heading", "9"], 2, "9 is not in the range 1<=x<=5"),
        (["talks.toml", "--ics", "a", "--audience", "press"], 2, "'press'"),
        (["talks.toml", "--ics", "a" * 300], 1, "cannot be written"),
        (["talks.toml", "--ics", "a\0"], 1, "cannot be written: embedded null byte"),
        (["talks\0", "--ics", "a"], 2, "cannot be opened: embedded null byte"),
    ],
)
def test_wrong_usage_is_told_and_writes_nothing(diplocal, folder, arguments, code, words):
    result = diplocal("build", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr
    assert [path.name for path in folder.iterdir()] == ["talks.toml"]


def test_two_files_with_one_key_make_no_agenda(diplocal, variant, folder):
    result = diplocal("build", "talks.toml", variant("later.toml"), "--ics", "a.ics")
    assert result.exit_code == 1
    assert "later.toml has the key of talks.toml, 'talks'" in result.stderr
    assert not folder.joinpath("a.ics").exists()


def test_problems_of_all_files_are_told_and_nothing_is_written(diplocal, variant, folder):
    broken = variant("broken.toml", ('"on Thursday"', '"on Thrusday"'), ('"visit"', '"a visit"'))
    far = variant("far.toml", ('"talks"', '"far"'), ('"on Thursday"', '"on Sunday"'))
    folder.joinpath("out.ics").write_bytes(b"what was there")
    result = diplocal("build", broken, "talks.toml", far, "--ics", "out.ics", "--markdown", "out.md")
    assert result.exit_code == 1
    assert "broken.toml: events[0].sessions[0].when: 'on Thrusday' is not a day" in result.stderr
    assert "far.toml: events[0].sessions[0].when: 'Sunday' can mean" in result.stderr
    assert folder.joinpath("out.ics").read_bytes() == b"what was there"
    assert not folder.joinpath("out.md").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are otherwise there")
def test_what_is_replaced_keeps_its_rights_and_links(diplocal, folder):
    real = folder / "real.ics"
    real.write_bytes(b"")
    real.chmod(0o640)
    folder.joinpath("link.ics").symlink_to(real)
    assert diplocal("build", "talks.toml", "--ics", "link.ics").exit_code == 0
    assert folder.joinpath("link.ics").is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_file_without_permission(diplocal, monkeypatch):
    def refuse(*_: object) -> None:  # in the system's place: it lets root read everything
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    result = diplocal("build", "talks.toml", "--ics", "a.ics")
    assert result.exit_code == 2
    assert "'talks.toml' may not be read by you" in result.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a full device")  # noqa: PTH110
def test_a_full_disk(diplocal):
    result = diplocal("build", "talks.toml", "--ics", "/dev/full")
    assert result.exit_code == 1
    assert "'/dev/full' cannot be written: No space left on device" in result.stderr

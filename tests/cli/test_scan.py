"""`diplocal scan` of one text: the table, JSON, and files that are none."""

import json

import pytest
from click.testing import CliRunner

from diplocal.cli.group import program
from diplocal.cli.terminal import width

TEXT = "Rubio will visit Brussels on Thursday. The talks begin on 3 April 2025 at 10 a.m. and end next week."
FIRST_OF_APRIL = ("--published", "2025-04-01")


def run(*arguments: str, **options):
    return CliRunner().invoke(program, ["scan", *arguments], prog_name="diplocal", **options)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_table(article):
    result = run(article, *FIRST_OF_APRIL)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0].split() == ["PHRASE", "DATE", "CERTAINTY"]
    day, certainty = lines[0].index("DATE"), lines[0].index("CERTAINTY")
    row = lines[1]
    assert row[:day].strip() == "on Thursday"
    assert row[day:certainty].strip() == "Thursday 3 April 2025"
    assert row[certainty:] == "certain"
    assert lines[2].startswith("    the first Thursday after publication")
    assert result.stderr == "3 dates: 3 certain\n"


def test_a_wide_terminal_has_a_column_of_reasons(article):
    lines = run(article, *FIRST_OF_APRIL, env={"COLUMNS": "200"}).stdout.splitlines()
    assert lines[0].split() == ["PHRASE", "DATE", "CERTAINTY", "WHY"]
    assert lines[1][lines[0].index("WHY") :].startswith("the first Thursday after publication")


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 200])
def test_the_table_fits_the_terminal(article, columns):
    result = run(article, *FIRST_OF_APRIL, env={"COLUMNS": str(columns)})
    assert max(map(width, result.stdout.splitlines())) <= columns
    assert "certain" in result.stdout


def test_other_readings_have_rows(tmp_path):
    path = tmp_path / "open.txt"
    path.write_text("next Thursday", encoding="utf-8")
    result = run(str(path), *FIRST_OF_APRIL)
    assert "Thursday 10 April 2025" in result.stdout
    assert "or Thursday 3 April 2025" in result.stdout
    assert result.stderr == "1 date: 1 ambiguous\n"


def test_colours_are_for_terminals_that_want_them(article):
    assert "\x1b[32mcertain" in run(article, *FIRST_OF_APRIL, color=True).stdout
    assert "\x1b" not in run(article, *FIRST_OF_APRIL, color=True, env={"NO_COLOR": "1"}).stdout
    assert "\x1b" not in run(article, *FIRST_OF_APRIL).stdout


def test_json(article):
    result = run(article, *FIRST_OF_APRIL, "--json")
    record = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert record["id"] == article
    assert [TEXT[m["start_char"] : m["end_char"]] for m in record["mentions"]] == [
        m["text"] for m in record["mentions"]
    ]
    assert [m["start"] for m in record["mentions"]] == ["2025-04-03", "2025-04-03", "2025-04-07"]


def test_options_change_the_reading(article):
    record = json.loads(run(article, *FIRST_OF_APRIL, "--json", "--week-start", "sunday").stdout)
    assert record["mentions"][-1]["start"] == "2025-04-06"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", 0),
        (b"\n\n", 0),
        (b"no time at all", 0),
        ("3 April 2025".encode("utf-8-sig"), 1),
        ("3 April 2025".encode("utf-16"), 1),
        (b"on 3\r\nApril 2025", 1),
        (b"\0\0 3 April 2025 \0", 1),
        ("3\N{NO-BREAK SPACE}April\N{NO-BREAK SPACE}2025 \N{RIGHT-TO-LEFT OVERRIDE}".encode(), 1),
        (b"nested " + b"(" * 100_000 + b" 3 April 2025", 1),
    ],
)
def test_texts_of_all_sorts(content, found):
    result = run("-", *FIRST_OF_APRIL, "--json", input=content)
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["mentions"]) == found
    table = run("-", *FIRST_OF_APRIL, input=content)
    assert table.exit_code == 0
    assert ("no date found" in table.stderr) == (not found)
    assert all(char.isprintable() or char == "\n" for char in table.stdout)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("artcle.txt", "did you mean '{tmp}/article.txt'?"),
        ("nothing", "'-' reads standard input"),
        ("none/article.txt", "no directory '{tmp}/none'"),
        ("", "is a directory"),
        ("a\0b", "cannot be opened"),
        ("\udcff", "there is no file"),
        ("x" * 5000, "cannot be opened"),
    ],
)
def test_files_that_are_none(article, tmp_path, name, words):
    for arguments in ([*FIRST_OF_APRIL], ["--jsonl"]):
        result = run(f"{tmp_path}/{name}", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert words.format(tmp=tmp_path) in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"on Thursday,\nthe \xff minister", "byte 0xff in line 2 ('on Thursday, the ? minister')"),
        (b"caf\xe9", "iconv -f WINDOWS-1252"),
        (b"\xed\xa0\x80", "byte 0xed in line 1"),
    ],
)
def test_what_is_no_text(tmp_path, content, words):
    path = tmp_path / "binary"
    path.write_bytes(content)
    result = run(str(path), *FIRST_OF_APRIL)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "text is not UTF-8" in result.stderr
    assert words in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Missing option '--published'"),
        (["--json", "--jsonl"], "--json and --jsonl exclude each other"),
        (["--jsonl", *FIRST_OF_APRIL], "--published and --jsonl exclude each other"),
        (["--jsonl", "--zone", "UTC"], "--zone and --jsonl exclude each other"),
        (["--jobs", "2", *FIRST_OF_APRIL], "--jobs goes with --jsonl"),
        (["--jsonl", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage(article, arguments, words):
    result = run(article, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


# --- several files, and mistakes --------------------------------------------------------------------------------------


def test_several_files_stand_below_each_other(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("a.txt").write_text("They meet on Thursday.")
    tmp_path.joinpath("b.txt").write_text("They met on Monday.")
    result = run("a.txt", "missing.txt", "b.txt", "--published", "2025-04-01")

    assert result.exit_code == 1
    assert "there is no file 'missing.txt'" in result.stderr
    assert [line for line in result.stdout.splitlines() if "==" in line or line.startswith("on ")] == [
        "== a.txt",
        "on Thursday  Thursday 3 April 2025  certain",
        "== missing.txt",
        "== b.txt",
        "on Monday  Monday 31 March 2025  certain",
    ]
    lines = run("a.txt", "b.txt", "--published", "2025-04-01", "--json").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("mode", [["--jsonl"], ["--parquet", "--to", "x"]])
def test_many_documents_are_in_one_file(mode):
    result = run("a", "b", *mode)
    assert result.exit_code == 2
    assert f"{mode[0]} takes one FILE, which holds many documents" in result.stderr

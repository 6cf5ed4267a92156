"""Text for a terminal: what cannot be shown, widths, lines; and tables of wide characters."""

import datetime as dt

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal import Finding, read_phrase
from diplocal.cli.table import table
from diplocal.cli.terminal import padded, plain, width, wrapped
from diplocal.when import Mention, Undated


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("Thursday", 8),
        ("목요일", 6),
        ("木曜日", 6),
        ("ｔ", 2),
        ("café", 4),
        ("cafe\N{COMBINING ACUTE ACCENT}", 4),
        ("a\N{ZERO WIDTH JOINER}b", 2),
        ("Цб", 2),
    ],
)
def test_width(text, columns):
    assert width(text) == columns
    assert width(padded(text, 10)) == 10


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("on Thursday", "on Thursday"),
        ("a\N{NO-BREAK SPACE}b\tc\nd", "a b c d"),
        ("\x1b[2J\x07", "\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}x", "\N{REPLACEMENT CHARACTER}x"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_plain(text, shown):
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("", 5, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 3, ["one", "two", "thr", "ee"]),
        ("abcdefg", 3, ["abc", "def", "g"]),
        ("目曜日木", 4, ["目曜", "日木"]),
        ("目曜日", 3, ["目", "曜", "日"]),
    ],
)
def test_wrapped(text, columns, lines):
    assert wrapped(text, columns) == lines


@given(st.text(), st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing(text, columns):
    lines = wrapped(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=60), st.integers(20, 200))
def test_a_table_fits_whatever_the_phrase(text, columns):
    reading = read_phrase("next Thursday", published=dt.date(2025, 4, 1))
    finding = Finding(Mention(reference=Undated(), start=0, end=len(text), text=text), reading)
    lines = [click.unstyle(line) for line in table([finding, finding], columns)]
    assert all(width(line) <= columns for line in lines)
    assert all(line.isprintable() for line in lines)

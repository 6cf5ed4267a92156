"""Nothing that a text holds becomes a line; what it says comes back."""

import re
import subprocess
import sys
import unicodedata

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.contentline import Component, Property, encode
from diplocal.exporters.rfc5545.escaping import clean, clean_parameter, escaped, fold, percent_encoded
from diplocal.exporters.rfc5545.unfold import unescaped, unfold

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
AWKWARD = [
    ("CR", "a\rEND:VEVENT", "a\nEND:VEVENT"),
    ("LF", "a\nEND:VEVENT", "a\nEND:VEVENT"),
    ("CRLF", "a\r\nEND:VEVENT", "a\nEND:VEVENT"),
    ("NUL", "a\0b", "ab"),
    ("vertical tab", "a\x0bb", "ab"),
    ("form feed", "a\x0cb", "ab"),
    ("escape", "a\x1b[31mb", "a[31mb"),
    ("file separator", "a\x1cb", "ab"),
    ("delete", "a\x7fb", "ab"),
    ("next line", "a\x85END:VEVENT", "aEND:VEVENT"),
    ("line separator", "a\u2028END:VEVENT", "a\nEND:VEVENT"),
    ("paragraph separator", "a\u2029b", "a\nb"),
    ("lone surrogate", "a\ud800b", "a\ufffdb"),
    ("surrogate pair", "\ud83d\udc68", "\U0001f468"),
    ("semicolon", "a;b", "a;b"),
    ("comma", "a,b", "a,b"),
    ("backslash", "a\\nb\\", "a\\nb\\"),
    ("quotes", "\"a\" 'b'", "\"a\" 'b'"),
    ("tab", "\ta\t", "\ta\t"),
    ("10,000 Hangul syllables", "가" * 10_000, "가" * 10_000),
    ("emoji with joiners", FAMILY * 40, FAMILY * 40),
    ("right to left", "\u202eمؤتمر 2026", "\u202eمؤتمر 2026"),
    ("a colon and a property", "X:1\\r\\nSUMMARY:2", "X:1\\r\\nSUMMARY:2"),
]


@pytest.mark.parametrize(("text", "kept"), [row[1:] for row in AWKWARD], ids=[row[0] for row in AWKWARD])
@pytest.mark.parametrize("name", ["SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "STATUS", "UID"])
def test_a_text_stays_one_line_and_comes_back(name, text, kept):
    octets = encode(Component("VEVENT", [Property(name, text)]))
    assert [line.name for line in unfold(octets)] == ["BEGIN", name, "END"]
    assert len(octets.decode().splitlines()) == octets.count(b"\r\n")
    assert str(icalendar.Event.from_ical(octets)[name]) == kept


@pytest.mark.parametrize(("text", "kept"), [row[1:] for row in AWKWARD], ids=[row[0] for row in AWKWARD])
def test_a_parameter_stays_one_line_and_comes_back_without_what_readers_differ_on(text, kept):
    octets = encode(Component("VEVENT", [Property("SUMMARY", "a", (("LANGUAGE", text),))]))
    assert len(list(unfold(octets))) == 3
    read = icalendar.Event.from_ical(octets)["SUMMARY"].params["LANGUAGE"]
    assert read == kept.replace("\n", " ").replace('"', "'").replace("\\", "")


def test_guards_hold_without_assertions():
    code = (
        "from diplocal.exporters.rfc5545.contentline import *\n"
        "lines = encode(Component('VEVENT', [Property('SUMMARY', 'a\\r\\nEND:VEVENT\\x85\\ud800', "
        "(('CN', 'b\\r\\n\"c'),))])).split(b'\\r\\n')\n"
        "print(len(lines))"
    )
    run = subprocess.run([sys.executable, "-O", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["4"]


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_removes_controls_and_nothing_else(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not [
        char for char in cleaned if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} and char not in "\n\t"
    ]
    separators = str.maketrans("\u2028\u2029", "\n\n")
    kept = re.sub("\r\n?", "\n", text).translate(separators)
    if not any(unicodedata.category(char) == "Cs" for char in text):
        assert cleaned == "".join(char for char in kept if unicodedata.category(char) != "Cc" or char in "\n\t")


@given(st.text())
def test_escaping_comes_back(text):
    assert unescaped(escaped(text)) == clean(text)
    assert "\n" not in escaped(text)


@given(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]))
    | st.text("e\u0301가\u200d\U0001f468\U0001f3fd\ufe0fa", min_size=20)
)
def test_folding_keeps_characters_whole_and_comes_back(line):
    pieces = fold(line).decode().split("\r\n ")
    assert "".join(pieces) == line
    assert len(pieces[0].encode()) <= 75
    assert all(0 < len(piece.encode()) <= 74 for piece in pieces[1:])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://a.example", "https://a.example"),
        (" HTTPS://A.example/x?y=1&z=%20#s ", "https://A.example/x?y=1&z=%20#s"),
        ("https://a.example/외교부 회의", "https://a.example/%EC%99%B8%EA%B5%90%EB%B6%80%20%ED%9A%8C%EC%9D%98"),
        ('https://a.example/"<>\\^`{|}', "https://a.example/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/a\r\nEND:VEVENT", "https://a.example/a%0D%0AEND:VEVENT"),
        ("https://a.example/\ud800", "https://a.example/%EF%BF%BD"),
        ("http://[2001:db8::1]:8080/a,b;c", "http://[2001:db8::1]:8080/a,b;c"),
        ("mailto:press@a.example?subject=Two words", "mailto:press@a.example?subject=Two%20words"),
        ("webcal://a.example/f.ics", "webcal://a.example/f.ics"),
        ("geo:50.84,4.36", "geo:50.84,4.36"),
    ],
)
def test_links_are_percent_encoded_where_they_must_be(text, written):
    assert percent_encoded(text) == written
    assert percent_encoded(written) == written


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example",
        "//a.example",
        "a.example",
        "",
    ],
)
def test_other_schemes_are_refused(text):
    with pytest.raises(ExportError, match="has to start with one of http, https, mailto, webcal, geo"):
        percent_encoded(text)


@pytest.mark.parametrize("text", ["https:", "https://", "https:///path", "https:a.example", "mailto:", "webcal://?x"])
def test_a_link_without_an_address_is_refused(text):
    with pytest.raises(ExportError, match="names no address"):
        percent_encoded(text)


def test_a_parameter_loses_what_some_reader_would_read_otherwise():
    assert clean_parameter('a^nb\\, "c"\r\nd\x00') == "anb, 'c' d"

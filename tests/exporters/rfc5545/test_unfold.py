"""Content lines are read back as they were written, and a feed is cut up without a gap, or refused."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import FeedError
from diplocal.exporters.rfc5545.contentline import Component, Property, chunks, encode
from diplocal.exporters.rfc5545.unfold import ContentLine, Slice, cut, first_value, unescaped, unfold

HEAD = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
STANDARD = b"BEGIN:STANDARD\r\nDTSTART:19881009T030000\r\nEND:STANDARD\r\n"
ZONE = b"BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\n" + STANDARD + b"END:VTIMEZONE\r\n"
ONE = b"BEGIN:VEVENT\r\nUID:one\r\nSEQUENCE:1\r\nEND:VEVENT\r\n"
TWO = b'BEGIN:VEVENT\r\nSEQUENCE:2\r\nUID;X-A="b:c":t\r\n wo\\, folded\r\nEND:VEVENT\r\n'
LAST = b"END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("octets", "read"),
    [
        (b"SUMMARY:a", ("SUMMARY", (), "a")),
        (b"SUMMARY:a:b;c\\,d\r\n", ("SUMMARY", (), "a:b;c\\,d")),
        (b'summary;language=en;X-Y="a:b;c","d":e\n', ("SUMMARY", (("LANGUAGE", "en"), ("X-Y", "a:b;c,d")), "e")),
        ("SUMM\r\n ARY:조\r\n\t태열\r\n".encode(), ("SUMMARY", (), "조태열")),
        (b"SUMMARY:\xec\xa1\r\n \xb0\r\n", ("SUMMARY", (), "조")),
        (b"SUMMARY;LANGUAGE=:\r\n", ("SUMMARY", (("LANGUAGE", ""),), "")),
    ],
)
def test_a_content_line_is_read_with_its_folds(octets, read):
    (line,) = unfold(octets)
    assert (line.name, line.params, line.value) == read
    assert octets[line.start : line.end] == octets


def test_offsets_are_those_of_the_file():
    lines = list(unfold(HEAD + ONE, len(HEAD), len(HEAD + ONE)))
    assert lines[1] == ContentLine(name="UID", params=(), value="one", start=len(HEAD) + 14, end=len(HEAD) + 23)
    assert [line.name for line in lines] == ["BEGIN", "UID", "SEQUENCE", "END"]


@pytest.mark.parametrize(
    "octets", [b"SUMMARY\r\n", b":a\r\n", b"SUMMARY;LANGUAGE:a\r\n", b'A;B="c:d\r\n', b"A B:c\r\n"]
)
def test_what_is_no_content_line_is_refused_with_its_place(octets):
    with pytest.raises(FeedError, match=r"at octet 5: .* is not a content line"):
        list(unfold(b"A:b\r\n" + octets))


def test_what_is_not_utf_8_is_refused():
    with pytest.raises(FeedError, match="not UTF-8"):
        list(unfold(b"SUMMARY:\xff\r\n"))


@pytest.mark.parametrize(
    ("value", "text"), [("a\\nb\\Nc", "a\nb\nc"), ("\\\\n", "\\n"), ("\\,\\;\\:", ",;:"), ("a\\", "a\\")]
)
def test_escapes_are_read(value, text):
    assert unescaped(value) == text


def test_a_feed_is_cut_at_its_components():
    octets = HEAD + ZONE + ONE + TWO + LAST
    header_end, parts = cut(octets)
    assert octets[:header_end] == HEAD
    assert [(part.name, part.key) for part in parts] == [
        ("VTIMEZONE", "Asia/Seoul"),
        ("VEVENT", "one"),
        ("VEVENT", "two, folded"),
    ]
    assert [octets[part.start : part.end] for part in parts] == [ZONE, ONE, TWO]
    assert [first_value(octets, "SEQUENCE", part.start, part.end) for part in parts] == [None, "1", "2"]
    assert first_value(octets, "SUMMARY", 0, len(octets)) is None


def test_a_feed_without_entries_is_all_header():
    assert cut(HEAD + LAST) == (len(HEAD), ())


def test_line_breaks_of_other_writers_are_taken():
    octets = (HEAD + ONE + LAST).replace(b"\r", b"").rstrip()
    assert cut(octets)[1] == (Slice(name="VEVENT", key="one", start=28, end=71),)


def test_what_a_child_holds_is_not_its_parents():
    alarm = b"BEGIN:VALARM\r\nUID:alarm\r\nDESCRIPTION:soon\r\nEND:VALARM\r\n"
    octets = HEAD + ONE.replace(b"END", alarm + b"END") + LAST
    (part,) = cut(octets)[1]
    assert part.key == "one"
    assert first_value(octets, "DESCRIPTION", part.start, part.end) is None


@pytest.mark.parametrize(
    ("octets", "why"),
    [
        (b"", "begins with BEGIN:VCALENDAR"),
        (b"\xef\xbb\xbf" + HEAD + LAST, "begins with BEGIN:VCALENDAR"),
        (HEAD, "stops before END:VCALENDAR"),
        (HEAD + ONE, "stops before END:VCALENDAR"),
        (HEAD + ONE + LAST[:9], "stops before END:VCALENDAR"),
        (HEAD + ONE + LAST + ONE, "stops before END:VCALENDAR"),
        (HEAD + ONE[:-12] + LAST, "has no end"),
        (HEAD + ONE[:-12] + TWO + LAST, "has no end"),
        (HEAD + ONE + TWO[14:] + LAST, "a line stands between"),
        (HEAD + ONE + b"\r\n" + LAST, "a line stands between"),
        (HEAD + ONE + b"\0\0\0" + LAST, "NUL"),
        (HEAD + ONE.replace(b"UID:one\r\n", b"") + LAST, "no UID"),
        (HEAD + ONE.replace(b"one", b"") + LAST, "no UID"),
        (HEAD + ONE.replace(b"one", b"\xff") + LAST, "not UTF-8"),
    ],
)
def test_a_torn_feed_is_refused(octets, why):
    with pytest.raises(FeedError, match=why):
        cut(octets)


texts = st.text("aé가,;\\:\n\r\u2028 END:VCALENDAR", max_size=120)
entries = st.builds(
    lambda uid, text: Component("VEVENT", [Property("UID", uid), Property("SUMMARY", text)]),
    texts.filter(str.strip),
    texts,
)


@given(st.lists(entries, max_size=6))
def test_the_slices_of_a_feed_are_what_was_written(written):
    octets = b"".join(chunks(Component("VCALENDAR", [Property("VERSION", "2.0")]), written))
    _, parts = cut(octets)
    assert [octets[part.start : part.end] for part in parts] == [encode(entry) for entry in written]


@given(st.lists(entries, min_size=1, max_size=3), st.data())
def test_no_beginning_of_a_feed_is_taken_for_one(written, data):
    octets = b"".join(chunks(Component("VCALENDAR", [Property("DTSTAMP", dt.datetime(2026, 1, 1))]), written))
    end = data.draw(st.integers(0, len(octets) - 3))
    with pytest.raises(FeedError):
        cut(octets[:end])

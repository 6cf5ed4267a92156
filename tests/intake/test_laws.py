"""Whatever the bytes, there is a text or an answer in words, in a time that grows with their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import DocumentError
from diplocal.intake import read
from tests.intake import saved

SOUND = (saved.as_page(head=saved.PUBLISHED), saved.as_mail(), saved.as_word(), saved.as_pdf(), saved.as_text())


@given(
    st.sampled_from(SOUND),
    st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=20)), max_size=5),
)
def test_damaged_files_are_read_or_refused(data, damage):
    for at, length, put in damage:
        data = data[:at] + put + data[at + length :]
    assert len(answer_to(data)) < 2_000


def answer_to(data: bytes) -> str:
    try:
        return "\n".join(document.text for document in read(data))
    except DocumentError as error:
        return str(error)


PIECES = [
    "<div>",
    "</div>",
    "<td>",
    "<table>",
    "<ul><li>",
    "<p>",
    "<!--",
    "-->",
    "<![",
    "&amp;",
    "<br>",
    "10:00 ",
    "<time datetime='2025-04-01'>",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_markup_is_read_or_refused(pieces):
    assert answer_to(f"<html><body>{''.join(pieces)}".encode()).strip()


REPEATED = [
    "<div>",
    "<table><tr><td>",
    "<ul><li>",
    "<p><b>",
    "<!--",
    "<![",
    "<a ",
    '<a b="',
    "<a b=\"' >",
    "<!---->",
    "</p>",
    "&",
    "<td>x",
    "<br>\n",
    "From: a\n",
]


@pytest.mark.parametrize("piece", REPEATED)
def test_the_time_grows_with_the_length_alone(piece):
    def spent(count: int) -> float:
        data = b"<html><body>" + piece.encode() * count
        start = time.process_time()
        answer_to(data)
        return time.process_time() - start

    spent(100)
    assert any(spent(8_000) < 12 * max(spent(2_000), 0.01) for _ in range(3))  # a busy machine fails one, not all

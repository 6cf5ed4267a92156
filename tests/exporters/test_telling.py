"""Fragments: what each format makes of them, and that a text of others stays text in all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.exporters.html.markup import Writer
from diplocal.exporters.markdown.markup import write
from diplocal.exporters.telling.fragments import (
    NOTHING,
    Dated,
    Fixed,
    Link,
    Strong,
    Struck,
    Within,
    bracketed,
    capital,
    clean,
    filled,
    joined,
    plain,
    struck,
    text,
)
from tests.exporters.webpage import read

PAGE = Writer({("p", "talks"): "entry-talks"}, {}, "ko")


@pytest.mark.parametrize(
    ("told", "markdown", "html", "bare"),
    [
        (("a*b",), r"a\*b", "<bdi>a*b</bdi>", "a*b"),
        ((Fixed("; by"),), "; by", "; by", "; by"),
        ((Dated("3. April"),), r"3\. April", '<bdi lang="ko">3. April</bdi>', "3. April"),
        ((Strong(("x",)),), "**x**", "<strong><bdi>x</bdi></strong>", "x"),
        ((Struck((Fixed("x"),)),), "~~x~~", "<s>x</s>", "x"),
        (
            (Link((Fixed("x"),), "https://example.org"),),
            "[x](<https://example.org>)",
            '<a href="https://example.org" rel="noopener noreferrer">x</a>',
            "x, https://example.org",
        ),
        ((Link((Fixed("x"),), "javascript:y"),), "x", "x", "x, javascript:y"),
        ((Within((Fixed("x"),), ("p", "talks")),), "x", '<a href="#entry-talks">x</a>', "x"),
        ((Within((Fixed("x"),), ("p", "gone")),), "x", "x", "x"),
    ],
)
def test_a_fragment_in_each_format(told, markdown, html, bare):
    assert (write(told), PAGE.write(told), plain(told)) == (markdown, html, bare)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (joined(", ", [text("a"), NOTHING, text(" "), text("b")]), "a, b"),
        (bracketed(text("a"), NOTHING), "a"),
        (bracketed(text("a"), text("b")), "a (b)"),
        (filled("{count} of {names}.", names=text("{x}"), count=2), "2 of {x}."),
        (capital((Dated("jeudi"),)), "Jeudi"),
        (capital(text("van Dyck")), "van Dyck"),
        (struck(NOTHING), ""),
    ],
)
def test_telling_leaves_out_what_says_nothing(told, said):
    assert plain(told) == said


@given(st.text())
def test_a_text_is_read_as_it_was_cleaned(words):
    html = f"<p>{PAGE.write(text(words))}</p>"

    assert bool(text(words)) == bool(clean(words))
    assert read(html).text == " ".join(clean(words).split())

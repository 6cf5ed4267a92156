"""Texts of others in Markdown: a reader gets back what was put in, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.exporters.markdown.markup import escaped, linked, shown_length, table
from diplocal.exporters.telling.fragments import one_line
from tests.exporters.commonmark import flat, links, shape, tables, texts

# What opens, closes or splits something in Markdown, with letters around to set it off.
MARKS = r"* ** _ ` `` ~~ | <b> </b> <!-- --> [ ]( ) ![ \ &amp; & # --- === :- $ @ // : . a Z 9 é 한국 مرحبا 🇰🇷 “"
ADDRESSES = "http:// https:// ftp://x.y www. mailto: a@b.co x.com <https://a.bc>"
SPACES = ["\n", "\r\n", "  \n", "\n\n", "\t", " ", "- ", "+ ", "1. ", "1) ", "> ", "\u00a0", "\u3000", "\u2028"]
UNSEEN = ["\u200b", "\u202e", "\u2066", "\u0000", "\u0085"]
PIECES = st.sampled_from([*MARKS.split(), *ADDRESSES.split(), *SPACES, *UNSEEN])
TEXTS = st.one_of(st.text(max_size=20), st.lists(PIECES, max_size=9).map("".join))
SAID = TEXTS.filter(one_line)

AROUND = {
    "a paragraph": "Words {}",
    "the start of a block": "{}",
    "a heading": "# {}",
    "an item of a list": "- {}",
    "a second item": "- x\n  - {}",
    "bold": "- **{}**, x",
    "struck": "~~**{}**~~, x",
    "quoted": "x (“{}”; y)",
    "after bold": "**x**: {}",
    "the words of a link": "[{}](<https://example.org/>)",
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND.keys())
@given(text=SAID)
def test_a_text_means_itself_wherever_it_stands(around, text):
    written = around.format(escaped(text))

    assert shape(written) == shape(around.format("x"))
    assert texts(written)[-1] == texts(around.format("xyz"))[-1].replace("xyz", one_line(text))


@given(cells=st.lists(st.lists(SAID, min_size=3, max_size=3), min_size=1, max_size=3))
def test_the_cells_of_a_table_come_back(cells):
    written = table(["a", "b", "c"], [[escaped(cell) for cell in row] for row in cells])

    assert tables(written) == [[["a", "b", "c"], *([one_line(cell) for cell in row] for row in cells)]]
    assert {token.type for token in flat(written)}.isdisjoint({"link_open", "html_inline", "html_block", "image"})


@given(TEXTS)
def test_one_line_is_one_line_and_settled(text):
    line = one_line(text)

    assert len(f"{line}.".splitlines()) == 1
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\ufeff\x00\x1b") & set(line)
    assert one_line(line) == line
    line.encode()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Talks \t in\r\nOslo ", "Talks in Oslo"),
        ("10\u00a0000 ships", "10\u00a0000 ships"),
        ("abc\u202edcb", "abcdcb"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("لقاء", "\u2068لقاء\u2069"),
        ("\u2068لقاء\u2069", "\u2068لقاء\u2069"),
        ("회담 🇰🇷", "회담 🇰🇷"),
        ("\u202e\ufeff", ""),
    ],
)
def test_what_is_left_of_a_text(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Cho Tae-yul (U.S.-led, 3.5%)", "Cho Tae-yul (U.S.-led, 3.5%)"),
        ("2+2 talks", "2+2 talks"),
        ("Q&A", r"Q\&A"),
        ("#1 of 2 #", r"\#1 of 2 \#"),
        ("1. Opening", r"1\. Opening"),
        ("12) Closing", r"12\) Closing"),
        ("- a", r"\- a"),
        ("<script>", r"\<script>"),
        ("$5 | $6", r"\$5 \| \$6"),
        ("press@example.org", "`press@example.org`"),
        ("https://example.org", r"https:/\/example\.org"),
    ],
)
def test_escapes_only_what_it_must(text, written):
    assert escaped(text) == written


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("https://example.org/a b|c>(d)", "https://example.org/a%20b%7Cc%3E%28d%29"),
        ("https://example.org/&copy;x", "https://example.org/&copy;x"),
        (" HTTP://example.org/\n", "HTTP://example.org/"),
        ("https://example.org/\u202e회", "https://example.org/%E2%80%AE%ED%9A%8C"),
    ],
)
def test_an_address_on_the_web_becomes_a_link(address, link):
    written = linked("there", address)

    assert links(f"| {written} |\n| --- |") == [link]
    assert shown_length(written) == len("[there")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "x"])
def test_any_other_address_leaves_the_words(address):
    assert linked("there", address) == "there"


def test_a_table_has_no_empty_columns():
    assert table(["a", "b", "c"], [["1", "", "3"], ["", "", "4"]]).splitlines() == [
        "| a | c |",
        "| --- | --- |",
        "| 1 | 3 |",
        "|  | 4 |",
    ]

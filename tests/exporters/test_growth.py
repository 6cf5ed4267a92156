"""Programmes of any size: every format does twice the work for twice the entries, and leaves none out."""

from functools import partial

import pytest

from diplocal.exporters import EXPORTERS, export
from diplocal.model import Audience
from tests.counting import calls
from tests.exporters.commonmark import texts
from tests.exporters.test_html import many
from tests.exporters.webpage import read


@pytest.mark.parametrize("name", EXPORTERS)
def test_twice_the_entries_are_twice_the_work(name):
    export(many(1), name)  # what is read once, a template for one, is read now
    few, twice = (calls(partial(export, many(count), name)) for count in (30, 60))

    assert twice < 2.2 * few


def test_a_long_page_has_every_entry():
    public = [one.key for one in many(500).entries if one.audience is Audience.PUBLIC]
    cards = read(export(many(500), "html").decode()).all("li", "card")

    assert sorted(card.attrs["id"] for card in cards if "id" in card.attrs) == sorted(f"entry-{key}" for key in public)


def test_a_long_markdown_timeline_has_every_entry():
    public = [one.title for one in many(500).entries if one.audience is Audience.PUBLIC]
    told = " ".join(texts(export(many(500), "markdown").decode()))

    assert [title for title in public if title not in told] == []

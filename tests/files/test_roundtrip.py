"""The laws of programme files: what is written reads back as the same, and is written the same again."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from diplocal import checks
from diplocal.files import dump, load
from diplocal.files.writing import lay_out
from tests.strategies import programmes, texts


@given(programmes())
def test_a_programme_that_is_written_reads_back_as_the_same(programme):
    assert checks.problems(programme) == ()
    text = dump(programme)
    again = load(text)
    assert again == programme
    assert dump(again) == text


@given(programmes(), texts)
def test_comments_change_nothing(programme, words):
    commented = dump(programme, comments={"": words, "title": words, "events[0]": words, "events[0].when": words})
    assert load(commented) == programme


@given(st.dictionaries(texts, texts | st.lists(texts) | st.integers() | st.booleans() | st.floats(allow_nan=False)))
def test_every_text_is_written_as_toml(table):
    assert tomllib.loads(lay_out(table, {}, {})) == table

"""What holds for every phrase, reference and text: words are read back, spans slice, only PhraseError is raised."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from diplocal import phrases
from diplocal.errors import PhraseError
from tests import strategies as any_reference
from tests.fuzz.writing import Choices
from tests.phrases import strategies

WRITTEN = st.binary(max_size=60).map(Choices)
ANY_PHRASE = (
    WRITTEN.map(lambda choices: choices.written("phrase"))
    | strategies.phrases.map(" ".join)
    | strategies.phrases.map("".join)
    | st.text(st.characters())
)
ANY_TEXT = WRITTEN.map(lambda choices: choices.written("text")) | strategies.phrases.map(" ".join)


@given(strategies.references)
def test_a_reference_is_written_and_read_back(reference):
    assert phrases.parse(phrases.format(reference)) == reference


@given(strategies.times)
def test_a_time_is_written_and_read_back(time):
    assert phrases.parse_time(phrases.format_time(time)) == time


@given(ANY_PHRASE)
def test_what_is_read_is_written_and_read_back(words):
    try:
        reference = phrases.parse(words)
    except PhraseError:
        return
    assert phrases.parse(phrases.format(reference)) == reference


@given(any_reference.references())
def test_any_reference_has_words(reference):
    assert phrases.format(reference).strip()


@given(ANY_PHRASE)
def test_a_phrase_is_read_or_refused_with_a_place_in_it(words):
    error = refusal(words)
    if error is not None:
        assert 0 <= error.offset <= len(words)
        assert error.expected
        assert all(line.isprintable() for line in str(error).split("\n"))


def refusal(words: str) -> PhraseError | None:
    try:
        phrases.parse(words)
    except PhraseError as error:
        return error
    return None


@given(strategies.references.map(phrases.format), st.sampled_from([" ", "\n", "\u00a0", "\u2009", "  ", "\t"]))
def test_any_space_is_a_space(words, space):
    assert phrases.parse(words.replace(" ", space)) == phrases.parse(words)


@given(strategies.references.map(phrases.format))
def test_small_and_capital_letters_say_the_same(words):
    # Names of zones and keys of entries are spelt one way.
    if not re.search(r"[/\[]", words):
        assert phrases.parse(words.upper()) == phrases.parse(words)


@given(ANY_TEXT)
def test_mentions_stand_in_order_and_slice_to_their_text(text):
    mentions = phrases.find(text)
    assert all(text[m.start : m.end] == m.text != "" for m in mentions)
    assert all(before.end <= after.start for before, after in pairwise(mentions))

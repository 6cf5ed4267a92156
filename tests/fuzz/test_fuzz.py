"""A short run of the fuzzers, the same for a seed, and that what they write is worth reading."""

import pytest

from diplocal.languages.en import grammar
from diplocal.when import Reference
from tests.fuzz import growth, laws
from tests.fuzz.writing import GRAMMAR, Choices, bytes_of

INPUTS, BLOCKS = 2000, 8
COMPILED = not grammar.__file__.endswith(".py")


@pytest.fixture(scope="session")
def first(request) -> int:
    """The seed of a run of pytest, from which on inputs are taken: no two commits look at the same ones."""
    return int(request.config.getoption("--hypothesis-seed", None) or 0)


@pytest.mark.parametrize("block", range(BLOCKS))
def test_laws_hold_for_what_the_grammar_writes(block, first):
    for seed in range(first + block, first + INPUTS, BLOCKS):
        try:
            laws.hold_for(bytes_of(seed))
        except Exception as error:
            raise AssertionError(f"seed {seed}: {laws.written(bytes_of(seed))}") from error


def test_drafts_are_made_of_what_the_grammar_writes(first):
    for seed in range(first, first + 100):
        laws.hold_for_draft(bytes_of(seed))


def test_most_texts_hold_a_date_and_many_phrases_are_read():
    """Or the laws would hold for want of anything that could break them."""
    inputs = [bytes_of(seed) for seed in range(300)]
    assert sum(bool(laws.hold_for(data)) for data in inputs) > 240
    assert sum(laws.parsed(laws.written(data)[0])[0] is not None for data in inputs) > 75


def test_every_class_of_reference_is_written():
    found = [laws.parsed(Choices(bytes_of(seed)).written("phrase"))[0] for seed in range(4000)]
    assert {kind.__name__ for kind in Reference.__args__} - {type(one).__name__ for one in found} <= {"Undated"}


def test_no_bytes_give_the_first_of_each():
    assert Choices(b"").written("text") == "The minister will meet Thursday"
    assert all(Choices(b"").written(name) is not None for name in GRAMMAR)


@pytest.mark.skipif(COMPILED, reason="compiled functions are not counted")
def test_twice_the_text_is_twice_the_work(first):
    pieces = list(growth.pieces())
    step = len(pieces) // 20
    assert not [piece for piece in pieces[first % step :: step] if growth.grows_too_fast(piece)]

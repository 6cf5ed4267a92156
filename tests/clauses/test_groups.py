"""Verb groups: a row is a sentence, and each group with its verb and tense ("+" passive, "~" going on)."""

import pytest

from diplocal.languages.en import tagging
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.verb_groups import groups
from diplocal.phrases.tokens import Tokens

ROWS = [
    ("The minister will meet her counterpart.", ["will meet: meet future"]),
    ("The visit will have been agreed.", ["will have been agreed: agree future_perfect+"]),
    ("It is being prepared.", ["is being prepared: prepare present+"]),
    ("Talks had been due to end.", ["had been due: due pluperfect+", "to end: end infinitive"]),
    ("He is to leave, and was to have left.", ["is to leave: leave to_come", "was to have left: leave was_to"]),
    ("He is going to travel.", ["is going to travel: travel future"]),
    ("She won't be attending.", ["won't be attending: attend future~"]),
    ("They haven't met and didn't write.", ["haven't met: meet perfect", "didn't write: write past"]),
    ("She has been told to wait.", ["has been told: tell perfect+", "to wait: wait infinitive"]),
    ("The talks that were held have ended.", ["were held: hold past+", "have ended: end perfect"]),
    ("Lee Jae Myung leaves for Rome.", ["leaves: leave present"]),
    ("The talks and visits of the heads of state", []),
    ("Xi Jinping hosts a dinner.", ["hosts: host present"]),
    ("He said she smouldered.", ["said: say past", "smouldered: smoulder past"]),
    ("They blorted on.", ["blorted: blorted past"]),  # in no list, seen by its ending
    ("They met in May.", ["met: meet past"]),
]


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_the_verb_groups_of_a_sentence(sentence: str, expected: list[str]) -> None:
    tokens = Tokens(sentence)
    found = [
        f"{tokens.said(group.begin, group.head + 1)}: {group.lemma} {group.tense}"
        f"{'+' if group.passive else ''}{'~' if group.progressive else ''}"
        for group in groups(tokens, 0, tokens.count)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("hoped", "hope"), ("hopped", "hop"), ("tried", "try"), ("panicked", "panic"), ("goes", "go"), ("held", "hold"),
        ("reaches", "reach"), ("singing", "sing"), ("left", "leave"), ("haggle", "haggle"), ("oslo", ""),
    ],
)  # fmt: skip
def test_the_verb_of_a_form(word: str, lemma: str) -> None:
    assert forms_of(word)[0] == lemma


def test_no_sum_of_the_tagger_leaves_its_field() -> None:
    for bits, tags in enumerate(tagging.ALLOWED):
        bare, templates = tagging.table(bits)
        fields = [[_fields(packed + bare, len(tags) - 1) for packed in template.values()] for template in templates]
        for place in range(len(tags) - 1):
            start = _fields(bare, len(tags) - 1)[place]
            most = sum(max((abs(row[place] - start) for row in rows), default=0) for rows in fields)
            assert abs(start) + most < 2**14


def _fields(packed: int, count: int) -> list[int]:
    """What each field of a sum says of its tag."""
    return [(packed >> (15 * place)) % 2**15 - 2**14 for place in range(count)]

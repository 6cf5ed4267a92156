"""How firm a sentence makes what it tells: its status, and what a person should look at."""

import re
from collections.abc import Iterator

from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.formats import GIVEN_UP, status_of
from diplocal.languages.en.notices.sentences import Sentence
from diplocal.model import Status

_HAD = re.compile(r"\bhad\b[^,.;]*")
"""What an earlier time says, and the present one no more: "which had been called off"."""


def status_now(words: str) -> Status:
    """Find how firm words make what they announce, without what they say of earlier."""
    return status_of(_HAD.sub("", words))


def status_told(sentence: Sentence, clause: Clause) -> Status:
    """Find how firm a clause makes what it tells; a condition may stand anywhere in the sentence."""
    if clause.denied or clause.open:
        return Status.CANCELLED if clause.denied else Status.PROVISIONAL
    status = status_now(sentence.text[clause.subject : clause.end])
    conditional = status is Status.EXPECTED and status_of(sentence.text) is Status.CONDITIONAL
    return Status.CONDITIONAL if conditional else status


def doubts(sentence: Sentence, clause: Clause, status: Status) -> Iterator[str]:
    """Say what a person should look at."""
    yield from _guesses(sentence, clause)
    if clause.denied:
        yield "the words say that it does not take place"
    elif (given_up := GIVEN_UP.search(sentence.text)) and status is Status.EXPECTED:
        yield f"the sentence says '{given_up[0]}': does it take place?"
    if clause.planned and clause.past:
        yield "the words say that it was planned: does it take place?"
    if clause.open and (may := re.search(r"\b(?:may|might|could)\b", sentence.text[clause.subject : clause.object])):
        yield f"the words leave it open: '{may[0]}'"


def _guesses(sentence: Sentence, clause: Clause) -> Iterator[str]:
    for one in sentence.words.spoken:
        if one.guessed and clause.subject <= one.start < clause.end:
            yield f"'{one.guessed}' is taken for {one.who.name}"

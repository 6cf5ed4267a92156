"""What holds for every text and every phrase, whatever stands in it; a broken law raises, as any fault would."""

import datetime as dt
from contextlib import suppress
from itertools import pairwise

from diplocal import phrases, read_phrase, read_text
from diplocal.drafting import draft
from diplocal.errors import DiplocalError, PhraseError, ReadingError
from diplocal.reading import Certainty, Finding
from diplocal.when import Reference
from tests.fuzz.writing import Choices

DAYS = [dt.date(2025, 4, 1) + dt.timedelta(n) for n in range(0, 700, 13)]
"""Days of publication: every weekday, ends of months, a leap year's start."""


def written(data: bytes) -> tuple[str, str, dt.date]:
    """A phrase, a text and a day of publication, from bytes."""
    choices = Choices(data)
    published = DAYS[choices.below(len(DAYS))]
    return choices.written("phrase"), choices.written("text"), published


def hold_for_the_phrase(data: bytes) -> None:
    """Read the phrase alone that is written from bytes."""
    choices = Choices(data)
    published = DAYS[choices.below(len(DAYS))]
    hold_for_phrase(choices.written("phrase"), published)


def hold_for(data: bytes) -> list[Finding]:
    """Read the phrase and the text that are written from bytes; give what was found in the text."""
    phrase, text, published = written(data)
    hold_for_phrase(phrase, published)
    return hold_for_text(text, published)


def hold_for_text(text: str, published: dt.date) -> list[Finding]:
    """A text is read, or refused as one; its spans slice, in order; what is certain has no alternatives."""
    try:
        found = list(read_text(text, published=published, zone="Europe/Brussels"))
    except ReadingError:
        return []
    for finding in found:
        mention, reading = finding.mention, finding.reading
        assert text[mention.start : mention.end] == mention.text != ""
        assert reading.start <= reading.end
        assert (reading.start, reading.end) not in {(other.start, other.end) for other in reading.alternatives}
        assert not (reading.alternatives and reading.certainty is Certainty.CERTAIN)
    assert all(one.mention.end <= other.mention.start for one, other in pairwise(found))
    return found


def hold_for_phrase(phrase: str, published: dt.date) -> None:
    """A phrase is read, and what it stands for is written and read back; or it is refused with a place in it."""
    reference, error = parsed(phrase)
    if reference is None:
        assert error is not None
        assert 0 <= error.offset <= len(phrase)
        return
    written = phrases.format(reference)
    assert phrases.parse(written) == reference, written
    with suppress(ReadingError):
        read_phrase(phrase, published=published, zone="Asia/Seoul")


def parsed(phrase: str) -> tuple[Reference | None, PhraseError | None]:
    """Parse a phrase; give what it stands for, or why it stands for nothing."""
    try:
        return phrases.parse(phrase), None
    except PhraseError as error:
        return None, error


def hold_for_draft(data: bytes) -> None:
    """A draft is made of any text, or it is told why not."""
    _, text, published = written(data)
    with suppress(DiplocalError):
        draft(text, published=published, zone="Europe/Brussels")

"""How firm a sentence makes what it tells, and what it moves, cancels or puts off.

The new day counts, the old one is kept.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplocal.announcement.days import split_time
from diplocal.announcement.item import Item
from diplocal.announcement.where import along
from diplocal.announcement.words import Words
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.dated_clauses import Sentence
from diplocal.languages.en.notices.formats import GIVEN_UP, format_of, status_of
from diplocal.languages.en.notices.titles import phrases, title_of
from diplocal.languages.en.notices.vocabulary import content_words
from diplocal.languages.en.notices.where import goal_of, place_in
from diplocal.model import Format, Status
from diplocal.phrases.tokens import word_set
from diplocal.reading import Finding
from diplocal.when import ClockSpan, Deadline, Time

CHANGED = frozenset({Status.RESCHEDULED, Status.POSTPONED, Status.CANCELLED, Status.MOVED_ONLINE})
_CHANGES = word_set(
    "move postpone cancel reschedule delay defer advance call put bring push adjourn shift scrap shelve suspend"
)
_IT = re.compile(r"(?:It|They|These|This)\s+(?:has|have|will|is|are|was|were)\b")
_MOVED_FROM = re.compile(
    r"\b(?:moved|rescheduled|postponed|shifted|brought|put|put off|deferred|adjourned|back|forward)\s+$"
)

_TO = re.compile(r"\b(?:to|until|till|at|for)\s+$")
_INSTEAD = re.compile(r"\b(?:instead of|rather than)\b")
_OLD = re.compile(
    r"\b(?:(?:originally|initially|previously|formerly|earlier|had been|was to|were to)\b[^,.;]*"
    r"|(?:from|instead of|rather than)(?: on)?(?: the)?\s+)$"
)
"""What stands before the day from which something is moved."""

_HAD = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad\b.*?(?=[,.;]|\b(?:will|shall|is|are|has|have)\b|$)")
"""What an earlier time says, and the present one no more: "which had been called off"."""


def status_now(words: str) -> Status:
    """Find how firm words make what they announce, without what they say of earlier."""
    return status_of(_HAD.sub("", words))


def status_told(sentence: Sentence, clause: Clause) -> Status:
    """Find how firm a clause makes what it tells; a condition may stand anywhere in the sentence."""
    if clause.denied or clause.open:
        return Status.CANCELLED if clause.denied else Status.PROVISIONAL
    status = status_now(sentence.text[clause.subject : clause.end])
    begin, end = sentence.text.rfind(";", 0, clause.verb) + 1, sentence.text.find(";", clause.verb)
    around = status_of(sentence.text[begin : end if end > 0 else None])
    unsure = around is Status.CONDITIONAL or (around is Status.PROVISIONAL and len(sentence.findings) < 2)
    return around if unsure and status is Status.EXPECTED else status


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


def changed(
    sentence: Sentence, verbs: Sequence[Clause], status: Status, today: dt.date, told: Sequence[Item]
) -> Item | None:
    """Make an item of a change, called by what the sentence names first; without a title where that was told last.

    Args:
        sentence: the sentence.
        verbs: its clauses.
        status: what its words say.
        today: the day of publication.
        told: what was announced before.
    """
    found = named_by_change(sentence.words, verbs)
    dates = [one for one in sentence.findings if _is_of_it(one, today)]
    if not dates or (found is None and not _IT.match(sentence.text)):
        return None
    if _INSTEAD.search(sentence.text) and all(one.lemma not in _CHANGES for one in verbs):
        return None  # "will meet at 11:00 instead of 10:00"
    new = [one for one in dates if not _is_old(sentence, one)] or dates
    now = dates[0] if status.off else new[-1]  # what is put off or cancelled keeps its day
    old = next((one for one in dates if one is not now), None)
    before = split_time(old.mention.reference)[0] if old and not status.off else None
    reference, clock = split_time(now.mention.reference)
    bare = Item(
        title="",
        words="",
        raw=sentence.text,
        at=sentence.start,
        reference=reference,
        reading=now.reading,
        time=_clock_of(sentence, verbs, status) or clock,
        status=status,
    )
    if _IT.match(sentence.text) or found is None or _is_again(sentence, found, told):
        return bare
    part = sentence.words.part(found[0], found[1])
    title = title_of(part)
    kind = format_of(title, len(part.spoken))
    goal = goal_of(part.text) if kind is Format.VISIT else []
    place = along(goal) or place_in(sentence.words.text)
    if len(title.split()) == 1 and place:
        title = f"{title} in {place.name}"
    return evolve(
        bare,
        title=title,
        words=f"{title} {sentence.text}",
        said=now.mention.text,
        format=kind,
        visit=kind is Format.VISIT and bool(goal),
        earlier=before,
        people=part.people or sentence.words.people,
        place=(None if goal else place_in(sentence.words.text[verbs[-1].object :] if verbs else "")) or place,
    )


def _is_again(sentence: Sentence, found: tuple[int, int], told: Sequence[Item]) -> bool:
    """Tell whether "the visit" is what was said to be changed just before."""
    kind = sentence.words.text[found[0] : found[1]].casefold()
    the = re.search(r"\b[Tt]h(?:e|is|ese)\s+$", sentence.text[: found[0]]) is not None
    return the and bool(told) and told[-1].status in CHANGED and kind in content_words(told[-1].title)


def named_by_change(words: Words, verbs: Sequence[Clause]) -> tuple[int, int] | None:
    """Find what is changed: the subject of a passive verb, the object of an active one, else what is named first."""
    verb = next((one for one in verbs if one.lemma in _CHANGES), None)
    stretches = [(verb.subject, verb.verb) if verb.passive else (verb.object, verb.end)] if verb else []
    for begin, stop in [*stretches, (0, len(words.text))]:
        for start, end, _ in phrases(words.part(begin, stop)):
            return begin + start, begin + end
    return None


def _clock_of(sentence: Sentence, verbs: Sequence[Clause], status: Status) -> Time | None:
    """Find the clock to which something is moved: "has been moved from 13:30 to 15:00"."""
    verb = next((one for one in verbs if one.lemma in _CHANGES), next(iter(verbs), None))
    if verb is None or status.off:
        return None
    found: Time | None = None
    for time, at, _ in sentence.hours:
        before = sentence.text[:at]
        if isinstance(time, ClockSpan) and sentence.text.startswith("from", at) and _MOVED_FROM.search(before):
            found = time.end
        elif at > verb.verb and _TO.search(before):
            found = time
    return found


def _is_old(sentence: Sentence, finding: Finding) -> bool:
    """Tell whether a day is the one from which something is moved: "originally planned for 2 June"."""
    said = finding.mention.text.startswith("from ") and not finding.mention.text.count(" to ")
    return said or _OLD.search(sentence.text[: sentence.at(finding)]) is not None


def _is_of_it(finding: Finding, today: dt.date) -> bool:
    said = finding.mention.clause
    stated = (said is not None and (said.report or said.sense == "say")) or isinstance(
        finding.mention.reference, Deadline
    )
    return not stated and finding.reading.end >= today

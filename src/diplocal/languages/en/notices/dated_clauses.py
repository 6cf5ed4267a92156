"""A sentence set out, and the day and time of each of its clauses."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from diplocal.announcement.days import Dated, split_time
from diplocal.announcement.words import Spoken, Words, without_times
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.formats import JOURNEYS
from diplocal.languages.en.notices.verbs import Does
from diplocal.layout import clocks
from diplocal.phrases import find
from diplocal.reading import Certainty, Finding, Kind, Reading
from diplocal.when import Clause as Stated
from diplocal.when import Clock, ClockSpan, Deadline, Time

_AHEAD_OF = re.compile(r"\b(?:ahead of|before|prior to|since|following)\s(?:the|an?|his|her|their|its)\s[^,;.]*$")
"""What the day of something else stands behind."""

_OTHER_CLOCK = re.compile(
    r"\b(?:which is|when it (?:is|will be)(?: still| already)?|still|already|rather than|instead of)\s+$"
)
_WIDE = dt.timedelta(100)
"""A stretch that is wider and holds today is announced by nobody ("this year")."""

_FAR = dt.timedelta(500)
"""What lies further ahead and is no year is announced by nobody."""


@frozen(kw_only=True)
class When:
    """The day and time of a clause.

    Attributes:
        start: where its words stand in the sentence.
        day: the day; ``None``: nothing is said.
        time: the time of day.
        said: the words of the day; empty where it was said before.
    """

    start: int
    day: Dated | None = None
    time: Time | None = None
    said: str = ""


@frozen(kw_only=True)
class Sentence:
    """A sentence with what stands in it.

    Attributes:
        text: its words.
        start: its place in the document.
        words: the same without dates and clocks, with the people.
        findings: its references.
        hours: the clocks beside them: each with the offsets of its words.
    """

    text: str
    start: int
    words: Words
    findings: tuple[Finding, ...] = field(converter=tuple[Finding, ...])
    hours: tuple[tuple[Time, int, int], ...] = field(converter=tuple[tuple[Time, int, int], ...])

    @classmethod
    def of(
        cls, text: str, start: int, findings: Sequence[Finding], spoken: Sequence[Spoken], before: Time | None = None
    ) -> "Sentence":
        """Set a sentence out; "two hours later" counts from the time that was told before."""
        said = [*clocks(text), *_later(text, before)]
        aside = [m.span() for m in _ELSEWHERE.finditer(text) if any(m.start() < a < m.end() for _, a, _ in said)]
        findings = [one for one in findings if _is_apart((one.mention.start - start, one.mention.end - start), aside)]
        spans = [*aside, *((one.mention.start - start, one.mention.end - start) for one in findings)]
        hours = [one for one in said if _is_apart(one[1:], spans)]
        gone = [(_day_of(one, text, start), one.mention.end - start) for one in findings]
        bare = without_times(text, [*aside, *gone, *((a, b) for _, a, b in hours)])
        return cls(text=text, start=start, words=Words(text=bare, spoken=spoken), findings=findings, hours=hours)

    def at(self, finding: Finding) -> int:
        """Give the place of a reference in the sentence."""
        return finding.mention.start - self.start

    def when(self, finding: Finding) -> When:
        """Give the day and time that a reference says."""
        day, time = split_time(finding.mention.reference)
        return When(start=self.at(finding), day=Dated(day, finding.reading), time=time, said=finding.mention.text)


_ELSEWHERE = re.compile(r"\((?=\D{0,9}\d)[^()]*\b(?:in [A-Z][\w’'. -]*|(?:Standard |Summer )?[Tt]ime|GMT|UTC)\)")
"""The same time told in another zone: "at 10:00 a.m. (17:00 in Riga)"."""


def _is_apart(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in others)


def _day_of(finding: Finding, text: str, start: int) -> int:
    """Find where the day begins in "a two-day visit to Oslo from 4 May": the visit is no part of it."""
    mention = finding.mention
    begin, end = mention.start - start, mention.end - start
    if (journey := JOURNEYS.search(text, begin, end)) is None:
        return begin
    return next((journey.end() + one.start for one in find(text[journey.end() : end])), end)


_LASTS = re.compile(r"\b(one|two|three|four|half|\d{1,3})-(hour|minute)\b", re.IGNORECASE)
_COUNTS = {"an": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_LATER = re.compile(r"\b(an|one|two|three|four|half an|\d{1,3})[ -](hour|minute)s? later\b", re.IGNORECASE)


def _later(text: str, before: Time | None) -> Iterator[tuple[Time, int, int]]:
    """Count on from a time: "Two hours later they are to witness the signing"."""
    for said in _LATER.finditer(text):
        if isinstance(before, Clock) and isinstance(span := _with_end(before, said), ClockSpan):
            yield span.end, said.start(), said.end()


def lasting(time: Time | None, words: str) -> Time | None:
    """Give a time its end where the words say how long it lasts: "a two-hour meeting at 10"."""
    said = _LASTS.search(words)
    return time if said is None or not isinstance(time, Clock) else _with_end(time, said)


def _with_end(time: Clock, said: re.Match[str]) -> Clock | ClockSpan:
    """Let a time last for so many hours or minutes; not over midnight."""
    number = _COUNTS.get(said[1].lower()) or (int(said[1]) if said[1].isdecimal() else 0.5)
    end = time.hour * 60 + time.minute + int(number * (60 if said[2].lower() == "hour" else 1))
    return ClockSpan(time, evolve(time, hour=end // 60, minute=end % 60)) if end < 1440 else time


_ANOTHER = re.compile(
    r"\s*(?:,?\s*(?:;|\band\b|\bthen\b|\bas well as\b)(?: then)?\s+(?=\S)|,\s+(?=(?:to|in|at)\s(?:the\s)?[A-Z]))"
)


def by_date(verbs: Sequence[Clause], sentence: Sentence) -> list[Clause]:
    """Part clauses that tell several things, each with its day: "meets A on 22 March and B on 23 March"."""
    found: list[Clause] = []
    for clause in verbs:
        found.append(clause)
        days = [one for one in sentence.findings if clause.object <= sentence.at(one) < clause.end]
        if any(clause.subject <= sentence.at(one) < clause.verb for one in sentence.findings):
            found[-1:] = _by_led_date(clause, sentence, days)
            continue
        for one, behind in pairwise(days):
            end = sentence.at(one) + len(one.mention.text)
            joint = _ANOTHER.match(sentence.text, end)
            between = sentence.words.text[end : sentence.at(behind)]
            if joint is None or not re.search(r"[a-z]{2,} .*\b[A-Z]|^\W*(?:and )?[A-Z]", between):
                continue
            found[-1] = evolve(found[-1], end=end)
            found.append(evolve(clause, subject=joint.end(), verb=joint.end(), object=joint.end(), chained=True))
    return found


_LISTED = re.compile(r"(?:[,;]|\band)\s+$")


def _by_led_date(clause: Clause, sentence: Sentence, days: Sequence[Finding]) -> Iterator[Clause]:
    """Part a clause whose days lead: "On Friday she will be in Suva, on Saturday in Apia"."""
    begin = clause
    for at, end in [(sentence.at(one), sentence.at(one) + len(one.mention.text)) for one in days]:
        if _LISTED.search(sentence.text[:at]) and re.match(r"\s(?:in|at|to)\s", sentence.text[end:]):
            yield evolve(begin, end=at)
            begin = evolve(clause, subject=at, verb=at, object=end, chained=True)
    yield begin


def times_of(
    sentence: Sentence, verbs: Sequence[Clause], today: dt.date, carried: Dated | None, over: Dated | None
) -> dict[int, When]:
    """Give the clauses of a sentence their times.

    Args:
        sentence: the sentence.
        verbs: its clauses.
        today: the day of publication.
        carried: the day that was told of last, for a clock without a day.
        over: the day that stands over the paragraph, for what says none.

    Returns:
        By the clause's number (-1: what stands before the first one): its own time, that of the clause that it goes on
        from or leads to, or what is carried.
    """
    own: dict[int, When] = {}
    for finding in sentence.findings:
        number = holder(verbs, sentence.at(finding))
        if _is_better(finding, own.get(number)) and counts(
            finding, sentence, verbs[number] if verbs and number >= 0 else None, today
        ):
            own[number] = sentence.when(finding)
    for time, at, _ in sentence.hours:
        number = holder(verbs, at)
        if number in own:
            own[number] = evolve(own[number], time=own[number].time or time)
        elif (day := next((own[n].day for n in reversed(range(number)) if n in own), carried)) is not None:
            own[number] = When(start=at, day=day, time=time)
    for number in [n for n in own if n > 0 and _leans(verbs[n]) and n - 1 not in own]:
        own[number - 1] = own.pop(number)  # "will attend the summit, which begins on Tuesday"
    for number in range(len(verbs)):
        shared = None if number in own else _shared(verbs, number, own, over)
        if shared is not None:
            own[number] = shared
    return own


def _leans(clause: Clause) -> bool:
    """Tell whether what dates a clause dates the one before it: "which begins on ...", "to honour them on ..."."""
    return clause.relative or (clause.purpose and clause.does is Does.OTHER and not clause.passive)


def _is_better(finding: Finding, known: When | None) -> bool:
    """Tell whether a reference dates a clause: the first one does, but days count more than a window."""
    if known is None or known.day is None:
        return True
    return known.day.reading.kind is Kind.WINDOW and finding.reading.kind is not Kind.WINDOW


def _shared(verbs: Sequence[Clause], number: int, own: dict[int, When], over: Dated | None) -> When | None:
    """Find the time that a clause shares with its neighbour."""
    clause = verbs[number]
    behind = own.get(number + 1) if number + 1 < len(verbs) and verbs[number + 1].chained else None
    told_behind = (
        behind is not None and verbs[number + 1].does is Does.OCCURS
    )  # "will be held and is scheduled for 17h00"
    if behind is not None and (behind.time is None or told_behind) and not clause.past:
        return behind
    return When(start=0, day=over) if number == 0 and not clause.past and over is not None else None


def counts(finding: Finding, sentence: Sentence, clause: Clause | None, today: dt.date) -> bool:
    """Tell whether a reference dates something to come, and not a statement, a deadline or the past."""
    mention, reading = finding.mention, finding.reading
    said = mention.clause or Stated()
    if reading.end < today or reading.rule == "apposition":
        return False
    if _is_of_statement(said, reading, clause, today) or (reading.kind is Kind.WINDOW and _is_vague(reading, today)):
        return False
    core = split_time(mention.reference)[0]
    if isinstance(core, Deadline) or said.link in {"after", "following", "since"}:
        return False
    if clause is not None and _AHEAD_OF.search(sentence.text[clause.object : max(clause.object, sentence.at(finding))]):
        return False
    if _OTHER_CLOCK.search(sentence.text[: sentence.at(finding)]):
        return False
    if reading.start <= today and (clause.past and not clause.planned if clause else said.is_past):
        return False
    return reading.certainty is not Certainty.AMBIGUOUS or reading.start >= today


def _is_of_statement(said: Stated, reading: Reading, clause: Clause | None, today: dt.date) -> bool:
    """Tell whether it is the day on which something is said: "the list released on Friday", "he said on Monday"."""
    announced = clause is not None and (clause.plan or clause.does is Does.OCCURS) and reading.start >= today
    released = said.sense == "say" and said.tense in {"past", "participle"} and reading.start <= today
    return released or (said.report and not announced)


def _is_vague(reading: Reading, today: dt.date) -> bool:
    """Tell whether a window is too wide or too far to be announced for."""
    return (reading.start <= today and reading.end - reading.start > _WIDE) or (
        reading.start - today > _FAR and reading.start.month != 1
    )


def holder(verbs: Sequence[Clause], at: int) -> int:
    """Find the clause in which an offset lies: 0 where there is none, -1 before the first one."""
    within = (i for i in reversed(range(len(verbs))) if verbs[i].object <= at < verbs[i].end)
    before = (i for i in reversed(range(len(verbs))) if verbs[i].subject <= at)
    return next(within, next(before, -1 if verbs else 0))

"""Times of day in a list, with the day that stands over them: "12:05 CET" under "MONDAY 12 MAY" is a moment."""

from collections.abc import Sequence

from attrs import evolve

from diplocal.languages.language import Language
from diplocal.layout import Block, BlockKind, blocks
from diplocal.reading import Finding, Kind
from diplocal.when import At, CalendarDay, Clock, ClockSpan, Mention, OnWeekday


def with_listed_times(text: str, findings: Sequence[Finding], language: str | Language = "en") -> tuple[Finding, ...]:
    """Add the clocks that begin a list's items to the references that were found in a text.

    Args:
        text: the text.
        findings: its references, as `prose.read_text` gives them.
        language: what it is written in, by its code.

    Returns:
        All of them, in the order of the text; a clock has its day's certainty and reason, and the zone that it names.
    """
    more = [found for block in blocks(text, language) if (found := _clocked(text, block, findings))]
    return tuple(sorted([*findings, *more], key=lambda one: one.mention.start))


def _clocked(text: str, block: Block, findings: Sequence[Finding]) -> Finding | None:
    if block.kind is not BlockKind.ITEM or block.day is None or not isinstance(block.time, Clock | ClockSpan):
        return None
    start = text.find(block.clock, block.start) if block.clock else -1
    day = _day_over(block.day.start, text, findings)
    if start < 0 or day is None or not isinstance(block.day.reference, CalendarDay | OnWeekday):
        return None
    if any(one.mention.start <= start < one.mention.end for one in findings):
        return None
    first, last = (block.time.start, block.time.end) if isinstance(block.time, ClockSpan) else (block.time, None)
    zone = first.zone if first.zone != "local" else None
    reading = evolve(
        day.reading, kind=Kind.MOMENT, time=first.time, until=last.time if last else None,
        zone=zone or day.reading.zone,
        why=f"the day that stands over it: {day.reading.why}",
    )  # fmt: skip
    reference = At(block.day.reference, block.time)
    end = start + len(block.clock)
    mention = Mention(reference=reference, start=start, end=end, text=text[start:end], sentence=day.mention.sentence)
    return Finding(mention, reading)


def _day_over(begin: int, text: str, findings: Sequence[Finding]) -> Finding | None:
    """Give the one day that was read in the line that begins there."""
    end = text.find("\n", begin)
    here = [one for one in findings if begin <= one.mention.start < (end if end >= 0 else len(text))]
    return here[0] if len(here) == 1 and here[0].reading.start == here[0].reading.end else None

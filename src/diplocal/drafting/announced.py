"""What a text announces, item by item, in its order.

A date is no item where it is a statement's, lies behind, ends something, or only says another date once more.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from diplocal.drafting.cast import Scene
from diplocal.drafting.dated import dated_item
from diplocal.drafting.formats import ENDS
from diplocal.drafting.item import Item
from diplocal.drafting.names import Named, named_in
from diplocal.drafting.sentences import Sentence
from diplocal.drafting.undated import undated_items
from diplocal.drafting.wording import content_words
from diplocal.errors import ReadingError
from diplocal.model import Status
from diplocal.reading import Certainty, Finding
from diplocal.when import At, Deadline, Link, Mention, Side

MOST = 300
"""Things that one text announces at most."""

_OTHER_CLOCK = re.compile(
    r"\b(?:which is|when it (?:is|will be)(?: still| already)?|still|already|rather than|instead of)\s+$"
)
_MOVED = re.compile(r"\b(?:moved|postponed|put off|brought forward|pushed back|rescheduled|now be held|delayed)\b")


def items_of(
    sentences: Sequence[Sentence], findings: Sequence[Finding], known: Sequence[Named], today: dt.date
) -> list[Item]:
    """Find what sentences announce, in their order; what is told several times comes several times.

    Raises:
        ReadingError: they announce more than a person could correct.
    """
    found: list[Item] = []
    subject: Named | None = None
    starts = [one.mention.start for one in findings]
    for sentence in sentences:
        here = findings[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        spans = [(one.mention.start - sentence.start, one.mention.end - sentence.start) for one in here]
        scene = Scene(sentence=sentence, spans=spans, known=known, before=subject)
        dated = [
            dated_item(scene, one)
            for one, span in zip(here, spans, strict=True)
            if _announces(one, today) and not _OTHER_CLOCK.search(sentence.text[: span[0]])
        ]
        found += [one for one in _moved(dated, [one.mention for one in here]) if not _only_ends(one)]
        found += undated_items(scene)
        subject = next(iter(named_in(sentence.text, known)), subject)
        if len(found) > MOST:
            raise ReadingError("the text", f"announces more than {MOST} things", "draft one announcement at a time")
    return found


def _announces(finding: Finding, today: dt.date) -> bool:
    mention, reading = finding.mention, finding.reading
    cue = mention.cue
    if cue.report or cue.side is Side.BACK or reading.end < today or reading.rule == "apposition":
        return False
    reference = mention.reference
    core = reference.day if isinstance(reference, At) else reference
    if isinstance(core, Deadline) or cue.link is Link.AFTER or cue.words in {"since", "the dateline"}:
        return False
    return reading.certainty is not Certainty.AMBIGUOUS or cue.side is Side.AHEAD or reading.start >= today


def _only_ends(item: Item) -> bool:
    """Tell whether words say of something told before that it ends, and nothing else."""
    left = ENDS.sub("", item.words)
    return left != item.words and item.place is None and len(content_words(left)) < 2


def _moved(items: list[Item], mentions: Sequence[Mention]) -> list[Item]:
    """Make one item of a plan and the date that it is moved to, told in one sentence."""
    cues = {mention.start: mention.cue.words for mention in mentions}
    if len(items) < 2 or not _MOVED.search(cues[items[1].at]) or _MOVED.search(cues[items[0].at]):
        return items
    plan, now, *rest = items
    moved = evolve(
        now, title=plan.title, words=plan.words, format=plan.format or now.format, people=plan.people,
        place=now.place or plan.place, status=Status.RESCHEDULED, earlier=plan.reference, visit=plan.visit,
    )  # fmt: skip
    return [moved, *rest]

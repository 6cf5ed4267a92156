"""Which mention answers which label, and whether it is right.

A label is answered by the mention that shares most characters with it, the first of equals. There are two ways to
judge. `is_right` is for the project's own labels, whose places are the phrases that diplocal is to find: both ends are
the truth's, a window stays one, what is ambiguous is flagged with every reading listed, a slip of the source is named.
`agrees` is for labels that others placed on shorter phrases: what a wider mention says of the end that the label names.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import field, frozen

from tools.corpus import Interval, Label, Text

Mention = dict[str, Any]
Judge = Callable[[Label, Mention, Sequence[Mention]], bool]

# The widest answer that still says anything about an approximate truth, in days.
WIDEST = 7
CONFLICT = re.compile(r"conflict|contradict|disagree|does(?: not|n.t) (?:fit|match)", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b", re.IGNORECASE)
NO_BARE_WEEKDAY = re.compile(r"\d|next|last|this", re.IGNORECASE)
SIDES = ("past", "same", "ahead")


@frozen(kw_only=True)
class Verdict:
    """One label, the mention that answers it (or None), and whether that is right."""

    text: Text
    label: Label
    mention: Mention | None
    right: bool

    @property
    def certainty(self) -> str:
        if self.mention is None:
            return "not found"
        return str(self.mention.get("certainty") or "unstated")

    @property
    def got(self) -> Interval | None:
        return interval(self.mention) if self.mention else None

    @property
    def side(self) -> str | None:
        """Say on which side of publication a bare weekday lies; None for other labels."""
        label, day = self.label, self.text.day
        if label.kind != "exact" or not WEEKDAY.search(label.phrase) or NO_BARE_WEEKDAY.search(label.phrase):
            return None
        return SIDES[(label.days.start >= day) + (label.days.start > day)]


@frozen
class Share:
    """So many of so many."""

    count: int
    total: int

    @classmethod
    def of(cls, held: Iterable[bool]) -> "Share":
        counted = Counter(held)
        return cls(counted[True], counted.total())

    @property
    def percent(self) -> float:
        return 100 * self.count / self.total if self.total else 0.0

    def __str__(self) -> str:
        return f"{self.count}/{self.total} ({self.percent:.1f}%)" if self.total else "-"


@frozen(kw_only=True)
class Score:
    """The verdicts over one set of texts, with the mentions that no label asked for."""

    texts: Sequence[Text]
    verdicts: Sequence[Verdict]
    extra: Sequence[tuple[Text, Mention]] = ()
    errors: dict[str, str] = field(factory=dict)

    @property
    def failures(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if not verdict.right]

    @property
    def whole_texts(self) -> Share:
        """Count the texts that are right in all their labels, as one without labels is."""
        failed = {verdict.text.id for verdict in self.failures}
        return Share.of(text.id not in failed for text in self.texts)

    @property
    def exact(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.label.kind == "exact"]

    def right(self, *kinds: str) -> Share:
        return Share.of(verdict.right for verdict in self.verdicts if verdict.label.kind in kinds)

    def stated(self, certainty: str) -> Share:
        """Count the exact labels answered with this certainty, right or wrong."""
        return Share.of(verdict.certainty == certainty for verdict in self.exact)

    def wrong(self, certainty: str) -> Share:
        """Count the wrong ones among the exact labels answered with this certainty."""
        return Share.of(not verdict.right for verdict in self.exact if verdict.certainty == certainty)

    def weekdays(self, side: str) -> Share:
        """Count the right ones among the bare weekdays on this side of publication."""
        return Share.of(verdict.right for verdict in self.verdicts if verdict.side == side)


def score(texts: Sequence[Text], answers: dict[str, Any], judge: Judge) -> Score:
    """Judge a program's answers, by the ids of the texts."""
    verdicts: list[Verdict] = []
    extra: list[tuple[Text, Mention]] = []
    for text in texts:
        mentions = [mention for mention in answers[text.id].get("mentions", []) if mention.get("start")]
        verdicts += [_verdict(text, label, mentions, judge) for label in text.labels]
        extra += [(text, mention) for mention in mentions if not any(overlap(one, mention) for one in text.labels)]
    errors = {key: answer["error"] for key, answer in answers.items() if "error" in answer}
    return Score(texts=texts, verdicts=verdicts, extra=extra, errors=errors)


def _verdict(text: Text, label: Label, mentions: Sequence[Mention], judge: Judge) -> Verdict:
    touching = [mention for mention in mentions if overlap(label, mention)]
    best = max(touching, key=lambda mention: overlap(label, mention), default=None)
    right = best is not None and judge(label, best, touching)
    return Verdict(text=text, label=label, mention=best, right=right)


def overlap(label: Label, mention: Mention) -> int:
    """Count the characters a mention shares with a label."""
    return max(0, int(min(label.end, mention["end_char"]) - max(label.start, mention["start_char"])))


def interval(row: Mention) -> Interval:
    return Interval(dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]))


def _readings(mention: Mention) -> set[Interval]:
    return {interval(mention), *map(interval, mention.get("alternatives", ()))}


def is_right(label: Label, mention: Mention, touching: Sequence[Mention]) -> bool:
    """Judge the answer to a label of the project's own."""
    del touching
    got = interval(mention)
    match label.kind:
        case "exact":
            return got == label.days
        case "window":
            return mention["kind"] != "day" and got in (label.days, *label.accept)
        case "about":
            holds = got.start <= label.days.start and label.days.end <= got.end
            narrow = dt.timedelta(0) < got.end - got.start < dt.timedelta(days=WIDEST)
            return mention["kind"] != "day" and (got in (label.days, *label.accept) or (holds and narrow))
        case "ambiguous":
            return mention.get("certainty") == "ambiguous" and _readings(mention) >= {label.days, *label.accept}
        case "source-error":
            return mention.get("certainty") == "ambiguous" or bool(CONFLICT.search(mention.get("why") or ""))


def agrees(label: Label, mention: Mention, touching: Sequence[Mention]) -> bool:
    """Judge the answer to a label from elsewhere: as `score.py` beside the shared corpora does."""
    got, accepted = interval(mention), {label.days, *label.accept}
    if got in accepted:
        return True
    if label.kind in ("ambiguous", "source-error"):
        return not accepted.isdisjoint(_readings(mention))
    starts = got.start == label.days.start
    wider = mention["start_char"] < label.start or mention["end_char"] > label.end
    ends = got.end == label.days.start == label.days.end
    if (wider and (starts or ends)) or (starts and label.category in ("weekday", "weekday+date")):
        return True
    together = Interval(min(interval(one).start for one in touching), max(interval(one).end for one in touching))
    held = any(got.start <= days.start and days.end <= got.end for days in accepted)
    return together in accepted or (label.kind == "window" and got.start != got.end and held)

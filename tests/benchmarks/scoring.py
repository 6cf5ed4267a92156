"""Which mention answers which gold, and whether it is right.

An exact reference is right if both ends are. A window has to stay one. An ambiguous reference has to be flagged
and list every defensible reading; a slip in the source has to be flagged.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen
from cases import Document, Gold, Interval

Mention = dict[str, Any]

# The widest answer that still says anything about an approximate gold, in days.
WIDEST = 7
CONFLICT = re.compile(r"conflict|contradict|disagree|does(?: not|n.t) (?:fit|match)", re.IGNORECASE)


@frozen(kw_only=True)
class Verdict:
    """One gold, the mention that answers it (or None), and whether that is right."""

    document: Document
    gold: Gold
    mention: Mention | None
    got: Interval | None
    right: bool

    @property
    def certainty(self) -> str:
        if self.mention is None:
            return "not found"
        return str(self.mention.get("certainty") or "unstated")


@frozen(kw_only=True)
class Score:
    """The verdicts over one set of documents, with the mentions no gold asked for."""

    name: str
    verdicts: Sequence[Verdict]
    extra: Sequence[tuple[Document, Mention]] = ()
    errors: dict[str, str] = field(factory=dict)

    def of(self, certainty: str) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if verdict.gold.certainty == certainty]

    @property
    def failures(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts if not verdict.right]

    @property
    def wrong_certain(self) -> list[Verdict]:
        return [verdict for verdict in self.failures if verdict.certainty == "certain"]

    @property
    def texts(self) -> tuple[int, int]:
        """Count the texts that are right in all their references, and all texts that have any."""
        failed = {verdict.document.id for verdict in self.failures}
        asked = {verdict.document.id for verdict in self.verdicts}
        return len(asked - failed), len(asked)

    def stated(self, certainty: str) -> int:
        """Count the exact references answered with this certainty, right or wrong."""
        return sum(verdict.certainty == certainty for verdict in self.of("exact"))

    def crossed(self) -> Counter[tuple[str, bool]]:
        """Count exact references by the certainty stated and whether they are right."""
        return Counter((verdict.certainty, verdict.right) for verdict in self.of("exact"))


def score(name: str, documents: Sequence[Document], answers: dict[str, Any], *, pieces: bool = False) -> Score:
    """Judge a program's answers; `pieces` lets it cover a range with one mention a day."""
    verdicts: list[Verdict] = []
    extra: list[tuple[Document, Mention]] = []
    for document in documents:
        mentions = answers[document.id].get("mentions", [])
        matched, unasked = match(document.golds, mentions)
        extra += [(document, mention) for mention in unasked]
        for gold, (mention, others) in zip(document.golds, matched, strict=True):
            got = _interval(mention, others if pieces else ())
            right = mention is not None and got is not None and is_right(gold, mention, got)
            verdicts.append(Verdict(document=document, gold=gold, mention=mention, got=got, right=right))
    errors = {key: answer["error"] for key, answer in answers.items() if "error" in answer}
    return Score(name=name, verdicts=verdicts, extra=extra, errors=errors)


def overlap(gold: Gold, mention: Mention) -> int:
    """Count the characters a mention shares with a gold's span."""
    shared = min(gold.end_char, mention["end_char"]) - max(gold.start_char, mention["start_char"])
    return max(0, int(shared))


Match = tuple[Mention | None, list[Mention]]


def match(golds: Sequence[Gold], mentions: Sequence[Mention]) -> tuple[list[Match], list[Mention]]:
    """Pair each gold with the mention that shares most with it, and gather what is left over.

    Each gold also gets the other mentions that touch it and no other gold took. A mention serves a second gold
    only if that one would otherwise go without.
    """
    pairs = sorted(_pairs(golds, mentions))
    chosen: dict[int, int] = {}
    for once in (True, False):
        for *_, gold_at, mention_at in pairs:
            if gold_at not in chosen and not (once and mention_at in chosen.values()):
                chosen[gold_at] = mention_at
    taken = set(chosen.values())
    matched: list[Match] = []
    for number, gold in enumerate(golds):
        others = [m for at, m in enumerate(mentions) if at not in taken and overlap(gold, m)]
        matched.append((mentions[chosen[number]] if number in chosen else None, others))
    touched = {mention_at for *_, mention_at in pairs}
    return matched, [mention for at, mention in enumerate(mentions) if at not in touched]


def _pairs(golds: Sequence[Gold], mentions: Sequence[Mention]) -> Iterator[tuple[int, int, int, int]]:
    """Yield (rank, outside, gold, mention): most shared first, then the mention that reaches out least."""
    for gold_at, gold in enumerate(golds):
        for mention_at, mention in enumerate(mentions):
            if shared := overlap(gold, mention):
                outside = mention["end_char"] - mention["start_char"] - shared
                yield -shared, outside, gold_at, mention_at


def _interval(mention: Mention | None, others: Sequence[Mention]) -> Interval | None:
    rows = [row for row in (mention, *others) if row is not None and row.get("start") and row.get("end")]
    if mention is None or not rows:
        return None
    parsed = [Interval.parse(row) for row in rows]
    return Interval(min(item.start for item in parsed), max(item.end for item in parsed))


def is_right(gold: Gold, mention: Mention, got: Interval) -> bool:
    """Judge an answer by what kind of truth its gold has."""
    match gold.certainty:
        case "exact":
            return got == gold.truth
        case "window":
            return mention["kind"] != "day" and (got in (gold.truth, *gold.accept) or _covers(gold, got))
        case "ambiguous":
            readings = {got, *(Interval.parse(row) for row in mention.get("alternatives", ()))}
            return mention.get("certainty") == "ambiguous" and readings >= {gold.truth, *gold.accept}
        case "source-error":
            flagged = mention.get("certainty") == "ambiguous"
            return flagged or bool(CONFLICT.search(mention.get("why") or ""))
        case other:
            raise ValueError(f"{gold.phrase!r}: no judging a gold of certainty {other!r}")


def _covers(gold: Gold, got: Interval) -> bool:
    """Tell whether a window holds an approximate truth without growing past a week."""
    holds = got.start <= gold.truth.start and gold.truth.end <= got.end
    return gold.approximate and holds and dt.timedelta(0) < got.end - got.start < dt.timedelta(days=WIDEST)

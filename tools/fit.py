"""Fit the weights of the evidence (`src/diplocal/languages/en/weights.tsv`) on texts with known dates.

    python -m tools.fit [--also MORE.jsonl ...] [--folds 5] [--measure] [--ablate] [--dry]

Fitted on the project's own parts `fitting` and `development`, on the corpora of the folder `shared` where it lies
beside the project, and on further files in their format. A conditional logit: each reference chooses among its
candidates, with a penalty on squared weights, by L-BFGS. Each is seen three times: when it is first read; with all
around it read rightly; and with all around it read as the weights read texts that they weren't fitted on, so that they
learn how far to trust what stands beside. `--measure` reads texts that are left out of the fit, `--ablate` tells what
each family of features gains there, `--dry` writes nothing.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # sums of several threads differ, and wait for each other

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from diplocal import rules
from diplocal.evidence.choice import Weighed, share_out
from diplocal.evidence.neighbours import distance, is_beyond, lies, notes, side_of_base, sides_of
from diplocal.evidence.page import Page
from diplocal.evidence.possible import possible
from diplocal.evidence.weights import LIES, SIDES, Weights
from diplocal.prose.counted import bases
from diplocal.prose.joint import InText, order, read, settle
from diplocal.prose.text_reader import page_of
from diplocal.reading import Candidate
from diplocal.when import is_chained
from tools.corpus import Label, Text, part
from tools.shared import CORPORA, corpus, newswire, read_jsonl

TARGET = Path(__file__).parents[1] / "src/diplocal/languages/en/weights.tsv"
PENALTY, SMALL = 0.6, 0.04
CAUTION = 0.75
"""What the fitted weights are multiplied by, so that the certain is right on the texts of writers who were left out."""
REAL_COUNTS = 3.0
"""How much a reference of a real text counts beside one that was written for the project."""


class Group(NamedTuple):
    """The candidates of one reference: the features of each, which are right, and where it comes from."""

    features: list[list[str]]
    right: list[bool]
    weight: float
    text: int


class Labelled(NamedTuple):
    """A text with its labels: the number that texts share which are left out together; how much a reference counts."""

    text: Text
    number: int
    weight: float


Groups = list[Group]


def is_right(label: Label, start: int, end: int, candidate: Candidate) -> bool:
    """Whether a candidate answers a label: its dates, or those of a range or length by the end that it names."""
    days = [label.days, *label.accept]
    if any(candidate.start == one.start and candidate.end == one.end for one in days):
        return True
    wider = start < label.start or end > label.end
    return (wider or label.category.startswith("weekday")) and candidate.start == label.days.start


class Marked:
    """A text whose references know their labels, on the way to its readings."""

    def __init__(self, labelled: Labelled) -> None:
        text, self.number, self.weight = labelled.text, labelled.number, labelled.weight
        self.page = page_of(text.text, text.day, text.zone)
        self.labels = {i: label for label in text.labels if (i := _mention(self.page, label)) is not None}
        self.plain, self.counted = order(self.page)

    def right(self, i: int, candidates: Sequence[Candidate]) -> list[bool]:
        """Which candidates answer the label of a reference; none where it has no label."""
        label, mention = self.labels.get(i), self.page.mentions[i]
        return [label is not None and is_right(label, mention.start, mention.end, one) for one in candidates]

    def is_asked(self, i: int, right: list[bool]) -> bool:
        """Whether a reference has a label with one answer, and a choice."""
        return any(right) and not all(right) and self.labels[i].kind in ("exact", "window")

    def group(self, i: int) -> Iterator[Group]:
        """A reference as all that is read by now lets it be seen."""
        candidates, features = rows(self.page, i)
        right = self.right(i, candidates)
        if features and self.is_asked(i, right):
            yield Group(features, right, self.weight, self.number)

    def settle(self, i: int) -> None:
        """Take the true reading, or the only one, for what a reference means."""
        candidates, features = rows(self.page, i)
        right = self.right(i, candidates)
        if candidates and (any(right) or not features):
            _settle(self.page, i, candidates, right.index(True) if any(right) else 0)


def rows(page: Page, i: int) -> tuple[list[Candidate], list[list[str]]]:
    """The candidates of a reference, with the features of each where there is a choice."""
    place = page.bearing(i)
    if is_chained(page.cores[i]):
        found = bases(page, i)
        return [base.candidate for base in found], [
            [*base.features, *(f"{f}\t{SIDES[side_of_base(page, base.candidate)]}" for f in place.verb)]
            for base in found
        ]
    candidates = list(possible(page, i))
    if len(candidates) < 2 or rules.contradicted(tuple(candidates)):
        return candidates, []
    beside = notes(page, i)
    return candidates, [
        [
            *(f"{f}\t{SIDES[side]}" for side in sides_of(page, i, c) for f in (*place.verb, *place.place)),
            *distance(page, i, c),
            *(
                f"{f}\t{LIES[lies(note, c)]}"
                for note in beside
                for f in (note.names_beyond() if is_beyond(page, c) else note.names)
            ),
        ]
        for c in candidates
    ]


def _settle(page: Page, i: int, candidates: list[Candidate], best: int) -> None:
    weighed = [Weighed() for _ in candidates]
    share_out(weighed)
    choice = InText(tuple(candidates), weighed)
    choice.best = best
    weighed[best].share = 1.0
    settle(page, i, choice)


def _mention(page: Page, label: Label) -> int | None:
    def overlap(i: int) -> int:
        return min(page.mentions[i].end, label.end) - max(page.mentions[i].start, label.start)

    best = max(range(len(page.mentions)), key=overlap, default=None)
    return best if best is not None and overlap(best) > 0 else None


def views(texts: Iterable[Labelled]) -> tuple[Groups, Groups]:
    """The references with a choice: as they are first read, and with all around them read rightly."""
    first, again = Groups(), Groups()
    for labelled in texts:
        marked = Marked(labelled)
        for i in marked.plain:
            first += marked.group(i)
            marked.settle(i)
        for i in marked.plain:
            again += marked.group(i)
        for i in marked.counted:
            first += (found := list(marked.group(i)))
            again += found
            marked.settle(i)
    return first, again


def how_often(found: Groups) -> Counter[str]:
    """How many references have each feature."""
    return Counter(f for group in found for f in {f for row in group.features for f in row})


def fit(*seen_as: Groups) -> dict[str, float]:
    """The weights that make the true candidates likeliest, in all the ways that they are seen together."""
    found = [group for groups in seen_as for group in groups]
    names = sorted({f for group in found for row in group.features for f in row})
    number = {name: i for i, name in enumerate(names)}
    numbered = [[number[f] for f in row] for group in found for row in group.features]
    sizes = [len(group.features) for group in found]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(found)), sizes)
    matrix = csr_matrix(
        (
            np.ones(sum(map(len, numbered))),
            np.fromiter((i for row in numbered for i in row), np.int32),
            np.cumsum([0, *map(len, numbered)]),
        ),
        shape=(len(numbered), len(names)),
    )
    turned = matrix.T.tocsr()
    right = np.array([float(r) for group in found for r in group.right])
    weight = np.array([group.weight for group in found]) / len(seen_as)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, true = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        share = odds / whole[of] - odds * right / true[of]
        value = -(weight * (np.log(true) - np.log(whole))).sum() + PENALTY / 2 * (w @ w)
        return value, turned @ (share * weight[of]) + PENALTY * w

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: CAUTION * float(w) for name, w in zip(names, result.x, strict=True) if abs(w) >= SMALL}


class Result(NamedTuple):
    """What the weights say of a reference that was left out."""

    source: str
    kind: str
    right: bool
    share: float
    loss: float


def left_out(texts: list[Labelled], folds: int, *seen_as: Groups) -> tuple[list[Result], Groups]:
    """Fit without each fold of texts, and read it: what comes of it, and how its references are seen then."""
    results, predicted = list[Result](), Groups()
    for fold in range(folds):
        weights = Weights(table(fit(*([g for g in groups if g.text % folds != fold] for groups in seen_as)), Counter()))
        for labelled in texts:
            if labelled.number % folds == fold:
                marked = Marked(labelled)
                results += _results(marked, read(marked.page, weights), labelled.text.writer)
                marked.page.meanings = [meanings and [(1.0, meanings[0][1])] for meanings in marked.page.meanings]
                predicted += [group for i in (*marked.plain, *marked.counted) for group in marked.group(i)]
    return results, predicted


def _results(marked: Marked, choices: list[InText | None], source: str) -> Iterator[Result]:
    page = marked.page
    for i, choice in enumerate(choices):
        right = marked.right(i, choice.candidates) if choice is not None else []
        if choice is not None and marked.is_asked(i, right):
            true = sum(one.share for one, is_one in zip(choice.weighed, right, strict=True) if is_one)
            kind = "chained" if choice.is_counted else page.kinds[i]
            yield Result(source, kind, right[choice.best], choice.weighed[choice.best].share, -np.log(max(true, 1e-9)))


def tell(results: list[Result]) -> None:
    """Print how many are right, and how sure they were, by source and kind."""

    def line(name: str, some: list[Result]) -> None:
        right = sum(r.right for r in some)
        sure = "".join(
            f"  >{t}: {100 * len(s) / len(some):3.0f} % wrong {sum(not r.right for r in s)}"
            for t in (0.8, 0.9, 0.95, 0.97)
            if (s := [r for r in some if r.share >= t])
        )
        share = f"{right:5}/{len(some):<5}{100 * right / len(some):6.2f} %"
        print(f"{name:24}{share}  loss {np.mean([r.loss for r in some]):.4f}{sure}")

    line("all", results)
    for name in sorted({r.source for r in results}):
        line(name, [r for r in results if r.source == name])
    for name in sorted({r.kind for r in results}):
        line("kind " + name, [r for r in results if r.kind == name])


def reliability(results: list[Result]) -> Iterator[str]:
    """How often the best reading is right, by its probability."""
    yield "| probability | references | mean | right |"
    yield "|---|---|---|---|"
    for low, high in pairwise(_EDGES):
        some = [r for r in results if low <= r.share < high]
        if some:
            mean, right = np.mean([r.share for r in some]), sum(r.right for r in some) / len(some)
            yield f"| {low} to {min(high, 1.0)} | {len(some)} | {mean:.3f} | {right:.3f} |"


_EDGES = (0.0, 0.6, 0.8, 0.9, 0.97, 0.99, 2.0)


FAMILIES = {
    "the verbs": ("tense", "sense", "verb", "near", "hangs", "other", "second", "main"),
    "the place": (
        "shape",
        "first",
        "before",
        "headline",
        "quoted",
        "bracketed",
        "dateline",
        "relative",
        "time",
        "behind",
    ),
    "nouns and links": ("whose", "noun", "gathering", "mishap", "link", "word"),
    "the distance": ("far", "lasts", "named"),
    "days beside": ("follows", "goes", "close", "the", "precedes", "stay"),
    "windows beside": ("window",),
    "what a day counts from": ("base", "from", "publication"),
}


def without(found: Groups, words: tuple[str, ...]) -> Groups:
    """The same references, without the features whose first word is one of a family's."""
    return [
        group._replace(features=[[f for f in row if f.split(" ", 1)[0] not in words] for row in group.features])
        for group in found
    ]


def ablation(texts: list[Labelled], folds: int, *seen_as: Groups) -> Iterator[str]:
    """What is right, and the loss, without each family of features; on texts that were left out."""
    yield "| without | right | loss |"
    yield "|---|---|---|"
    for name, words in {"nothing": (), **FAMILIES}.items():
        results, _ = left_out(texts, folds, *(without(groups, words) for groups in seen_as))
        right = sum(r.right for r in results) / len(results)
        yield f"| {name} | {100 * right:.2f} % | {np.mean([r.loss for r in results]):.4f} |"


def table(weights: dict[str, float], times: Counter[str]) -> str:
    """The table of weights: feature, side, weight, how often."""
    lines = []
    for name in sorted(weights):
        feature, _, side = name.partition("\t")
        lines.append(f"{feature}\t{side}\t{weights[name]:.2f}\t{times[name]}")
    return "\n".join(lines) + "\n"


def collected(also: Iterable[Path]) -> list[Labelled]:
    """The texts to fit on, and how much each counts; a writer's have one number, and so are left out together."""
    real = [text for name in CORPORA for text in corpus(name)] + list(newswire())
    real += [text for path in also for text in read_jsonl(path)]
    own = [text for name in ("fitting", "development") for text in part(name)]
    writers = sorted({text.writer for text in own})
    return [
        *(Labelled(text, writers.index(text.writer), 1.0) for text in own),
        *(Labelled(text, number, REAL_COUNTS) for number, text in enumerate(real)),
    ]


def main() -> None:
    """Fit on all and write, or measure on texts that are left out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--also", nargs="*", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args()
    texts = collected(options.also)
    first, again = views(texts)
    print(f"{len(again)} references with a choice", file=sys.stderr)
    _, predicted = left_out(texts, options.folds, first, again)
    if options.measure:
        results, _ = left_out(texts, options.folds, first, again, predicted)
        tell(results)
        print("\n".join(reliability(results)))
    if options.ablate:
        print("\n".join(ablation(texts, options.folds, first, again, predicted)))
    if not options.dry:
        weights = table(fit(first, again, predicted), how_often(again))
        TARGET.write_text(weights, encoding="utf-8")
        print(f"{len(weights.splitlines())} weights")


if __name__ == "__main__":
    main()

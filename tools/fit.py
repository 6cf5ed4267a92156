"""Fit the weights of the evidence (`src/diplocal/languages/en/weights.tsv`) on texts with known dates.

    python -m tools.fit [--also MORE.jsonl ...] [--folds 5] [--ablate] [--dry]

Fitted on the project's own part `fitting`, on the corpora of the folder `shared` where it lies beside the project, and
on further files in their format. A conditional logit: each reference chooses among its candidates, the readings beside
it being the true ones; with a penalty on squared weights, by L-BFGS. `--folds` measures on texts left out of the fit,
`--ablate` also what each family of features gains there.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from diplocal import rules
from diplocal.evidence.beside import against, distance, notes, side_of, sides_of
from diplocal.evidence.choice import Weighed, share_out
from diplocal.evidence.page import Page
from diplocal.evidence.possible import possible
from diplocal.prose.counted import bases
from diplocal.prose.joint import InText, order
from diplocal.prose.together import page_of, settle
from diplocal.reading import Candidate
from diplocal.when import is_chained
from tools.corpus import Label, Text, part
from tools.shared import CORPORA, corpus, newswire, read_jsonl

TARGET = Path(__file__).parents[1] / "src/diplocal/languages/en/weights.tsv"
PENALTY, SEEN, SMALL = 0.6, 3, 0.02
REAL_COUNTS = 3.0
"""How much a reference of a real text counts beside one that was written for the project."""


class Group(NamedTuple):
    """The candidates of one reference: the features of each, which are right, and where it comes from."""

    features: list[list[str]]
    right: list[bool]
    weight: float
    text: int
    source: str
    kind: str
    at: tuple[int, int]
    dates: str


def is_right(label: Label, start: int, end: int, candidate: Candidate) -> bool:
    """Whether a candidate answers a label: its dates, or those of a range or length by the end that it names."""
    days = [label.days, *label.accept]
    if any(candidate.start == one.start and candidate.end == one.end for one in days):
        return True
    wider = start < label.start or end > label.end
    return (wider or label.category.startswith("weekday")) and candidate.start == label.days.start


def groups(text: Text, number: int, *, real: bool) -> Iterator[Group]:
    """The references of a text that have a label and a choice, with the true readings beside them."""
    page = page_of(text.text, text.day, text.zone)
    labels = {i: label for label in text.labels if (i := _mention(page, label)) is not None}
    for i in order(page):
        if is_chained(page.cores[i]):
            found = bases(page, i)
            candidates = [base.candidate for base in found]
            rows = [
                [
                    *base.features,
                    *(f"{f}\tbase {side_of(base.candidate.start, page.today)}" for f in page.bearing(i).verb),
                ]
                for base in found
            ]
        else:
            candidates = list(possible(page, i))
            if len(candidates) == 1 or (candidates and rules.contradicted(tuple(candidates))):
                _settle(page, i, candidates, 0)
                continue
            beside, place = notes(page, i), page.bearing(i)
            rows = [
                [
                    *(
                        f"{f}\t{side}"
                        for side in sides_of(c.start, page.today, page.kinds[i])
                        for f in (*place.verb, *place.place)
                    ),
                    *distance(page, i, c),
                    *(f for note in beside for f in against(page, note, c)),
                ]
                for c in candidates
            ]
        label = labels.get(i)
        if label is None or not candidates:
            continue
        start, end = page.mentions[i].start, page.mentions[i].end
        right = [is_right(label, start, end, c) for c in candidates]
        if not any(right):
            continue
        _settle(page, i, candidates, right.index(True))
        if label.kind in ("exact", "window") and len(candidates) > 1 and not all(right):
            kind = "chained" if is_chained(page.cores[i]) else page.kinds[i]
            counts = REAL_COUNTS if real else 1.0
            dates = " ".join(f"{'*' if r else ''}{c.start}" for c, r in zip(candidates, right, strict=True))
            yield Group(rows, right, counts, number, text.writer, kind, (start, end), dates)


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


def fit(found: list[Group], penalty: float = PENALTY) -> dict[str, float]:
    """The weights that make the true candidates likeliest."""
    seen = Counter(f for group in found for f in {f for row in group.features for f in row})
    names = sorted(f for f, times in seen.items() if times >= SEEN)
    number = {name: i for i, name in enumerate(names)}
    rows = [[number[f] for f in row if f in number] for group in found for row in group.features]
    sizes = [len(group.features) for group in found]
    starts = np.cumsum([0, *sizes[:-1]])
    of = np.repeat(np.arange(len(found)), sizes)
    matrix = csr_matrix(
        (
            np.ones(sum(map(len, rows))),
            np.fromiter((i for row in rows for i in row), np.int32),
            np.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(rows), len(names)),
    )
    turned = matrix.T.tocsr()
    right = np.array([float(r) for group in found for r in group.right])
    weight = np.array([group.weight for group in found])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, true = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        share = odds / whole[of] - odds * right / true[of]
        value = -(weight * (np.log(true) - np.log(whole))).sum() + penalty / 2 * (w @ w)
        return value, turned @ (share * weight[of]) + penalty * w

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: float(w) for name, w in zip(names, result.x, strict=True) if abs(w) >= SMALL}


def shares(weights: dict[str, float], group: Group) -> np.ndarray:
    """The probability of each candidate of a group."""
    scores = np.array([sum(weights.get(f, 0.0) for f in row) for row in group.features])
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum())


class Result(NamedTuple):
    """What the weights say of a reference that was left out."""

    source: str
    kind: str
    right: bool
    share: float
    loss: float


def left_out(found: list[Group], folds: int) -> list[Result]:
    """Fit without each fold of texts, and read it."""
    out = list[Result]()
    for fold in range(folds):
        weights = fit([g for g in found if g.text % folds != fold])
        for group in found:
            if group.text % folds == fold:
                share = shares(weights, group)
                best = int(share.argmax())
                true = float(share[np.array(group.right)].sum())
                out.append(
                    Result(group.source, group.kind, group.right[best], float(share[best]), -np.log(max(true, 1e-9)))
                )
    return out


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
    "days beside": ("follows", "goes", "close", "the", "precedes"),
    "windows beside": ("window",),
    "what a day counts from": ("base", "from", "publication"),
}


def without(found: list[Group], words: tuple[str, ...]) -> list[Group]:
    """The same references, without the features whose first word is one of a family's."""
    return [
        group._replace(features=[[f for f in row if f.split(" ", 1)[0] not in words] for row in group.features])
        for group in found
    ]


def ablation(found: list[Group], folds: int) -> Iterator[str]:
    """What is right, and the loss, without each family of features; on texts that were left out."""
    yield "| without | right | loss |"
    yield "|---|---|---|"
    for name, words in {"nothing": (), **FAMILIES}.items():
        results = left_out(without(found, words), folds)
        right = sum(r.right for r in results) / len(results)
        yield f"| {name} | {100 * right:.2f} % | {np.mean([r.loss for r in results]):.4f} |"


def write(weights: dict[str, float], found: list[Group]) -> None:
    """Write the table: feature, side, weight, how often."""
    times = Counter(f for group in found for f in {f for row in group.features for f in row})
    lines = []
    for name in sorted(weights):
        feature, _, side = name.partition("\t")
        lines.append(f"{feature}\t{side}\t{weights[name]:.2f}\t{times[name]}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights")


def texts(also: Iterable[Path]) -> Iterator[tuple[Text, bool]]:
    """The texts to fit on, and whether each is real."""
    yield from ((text, False) for text in part("fitting"))
    for name in CORPORA:
        yield from ((text, True) for text in corpus(name))
    yield from ((text, True) for text in newswire())
    for path in also:
        yield from ((text, True) for text in read_jsonl(path))


def main() -> None:
    """Measure by folds where asked, then fit on all and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--also", nargs="*", type=Path, default=[])
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--ablate", action="store_true")
    parser.add_argument("--dry", action="store_true")
    options = parser.parse_args()
    found = [g for n, (text, real) in enumerate(texts(options.also)) for g in groups(text, n, real=real)]
    print(f"{len(found)} references with a choice", file=sys.stderr)
    if options.folds:
        results = left_out(found, options.folds)
        tell(results)
        print("\n".join(reliability(results)))
    if options.ablate:
        print("\n".join(ablation(found, options.folds or 5)))
    if not options.dry:
        write(fit(found), found)


if __name__ == "__main__":
    main()

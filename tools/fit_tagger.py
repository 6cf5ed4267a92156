"""Fit the weights that tell verbs from nouns (`src/diplocal/languages/en/tagger.json`) on Universal Dependencies.

    python -m tools.fit_tagger TREEBANK.conllu [...] [--held-out TEST.conllu] [--model NAME] [--also MORE.jsonl]

With a model of spaCy (dependency group `fit`), the texts that the evidence is fitted on are tagged by it and learned as
well: announcements have sentences ("Lee leaves for Rome on Monday") that treebanks have few of. Made for
UD_English-EWT (CC BY-SA 4.0) and UD_English-GUM (CC BY 4.0); the file holds weights alone, none of their text.
"""

import argparse
import importlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from diplocal.languages.en import tagging
from diplocal.languages.en.lexicon import forms_of
from diplocal.phrases.tokens import Tokens
from tools.fit import collected

TARGET = Path(__file__).parents[1] / "src/diplocal/languages/en/tagger.json"
_TAGS = {"VBD": 1, "VBN": 2, "VB": 3, "VBP": 4, "VBZ": 4, "VBG": 5}
_SEEN, _SMALL = 4, 0.25


def sentences(path: Path) -> Iterator[tuple[str, list[tuple[int, str, str]]]]:
    """Each sentence with its words: where one begins, as it is written, and its tag."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text = re.search(r"^# text = (.*)$", block, re.MULTILINE)
        if text is None:
            continue
        words, at, skip = [], 0, 0
        for line in block.splitlines():
            columns = line.split("\t")
            if line.startswith("#") or "." in columns[0]:
                continue
            if "-" in columns[0]:
                at = text[1].index(columns[1], at)
                words.append((at, columns[1], ""))
                at += len(columns[1])
                skip = int(columns[0].split("-")[1])
                continue
            if int(columns[0]) <= skip:
                continue
            found = text[1].find(columns[1], at)
            if found < 0:
                continue
            words.append((found, columns[1], columns[4]))
            at = found + len(columns[1])
        yield text[1], words


def tagged(model: str, also: list[Path]) -> Iterator[tuple[str, list[tuple[int, str, str]]]]:
    """The texts with known dates, as a model tags them."""
    tag = importlib.import_module("spacy").load(model, disable=["parser", "ner", "lemmatizer"])
    for text in (labelled.text for labelled in collected(also)):
        yield text.text, [(word.idx, word.text, word.tag_) for word in tag(text.text)]


def examples(found: Iterable[tuple[str, list[tuple[int, str, str]]]]) -> Iterator[tuple[list[str], int, int]]:
    """Each word that may be a verb: its features, its tag, and what it may be."""
    for text, words in found:
        tokens = Tokens(text)
        truth = {start: _TAGS.get(tag, 0) for start, _, tag in words}
        before = 0
        for k in range(tokens.count):
            _, bits = forms_of(tokens.words[k])
            tag = truth.get(tokens.start(k), 0) if bits else 0
            if bits:
                yield tagging.features(tokens, k, bits, before), tag if tag in tagging.ALLOWED[bits] else 0, bits
            before = tag


def right(found: list[tuple[list[str], int, int]], table: dict[str, list[float]]) -> float:
    """The share of the words whose tag the weights give."""
    hits = 0
    for features, tag, bits in found:
        sums = np.sum([table[f] for f in features if f in table] or [[0.0] * 6], axis=0)
        hits += max(tagging.ALLOWED[bits], key=lambda one: sums[one]) == tag
    return hits / len(found)


def written(table: dict[str, list[float]]) -> str:
    """The table as the tagger reads it: by template and by what a word may be, what each value adds to each tag."""
    rows: dict[str, list[str]] = {}
    for feature, values in table.items():
        template, said, value = feature.split("|", 2)
        more = [round(100 * (values[one] - values[0])) for one in tagging.ALLOWED[int(said)][1:]]
        row = f"{json.dumps(value, ensure_ascii=False)}:{json.dumps(more, separators=(',', ':'))}"
        rows.setdefault(f"{template}|{said}", []).append(row)
    return "{\n" + ",\n".join(f'"{name}":{{\n' + ",\n".join(some) + "\n}" for name, some in rows.items()) + "\n}\n"


def main() -> None:
    """Fit, tell how many are right, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--held-out", nargs="*", type=Path, default=[])
    parser.add_argument("--model", default="")
    parser.add_argument("--also", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    found = list(examples(one for path in options.treebanks for one in sentences(path)))
    if options.model:
        found += examples(tagged(options.model, options.also))
    seen = Counter(feature for features, _, _ in found for feature in features)
    names = sorted(feature for feature, times in seen.items() if times >= _SEEN)
    number = {name: i for i, name in enumerate(names)}
    rows = [[number[f] for f in features if f in number] for features, _, _ in found]
    indices = np.fromiter((i for row in rows for i in row), dtype=np.int32)
    starts = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(len(indices)), indices, starts), shape=(len(rows), len(names)))
    model = LogisticRegression(C=0.3, max_iter=200, fit_intercept=False).fit(matrix, [tag for _, tag, _ in found])
    table = {
        name: [round(float(w), 2) for w in model.coef_[:, i]]
        for i, name in enumerate(names)
        if np.abs(model.coef_[:, i]).max() >= _SMALL
    }
    table = {name: [w + (0 if w else 0.0) for w in values] for name, values in table.items()}
    print(f"{len(found)} words, {len(table)} weights, right {right(found, table):.4f}")
    if options.held_out:
        found = list(examples(one for path in options.held_out for one in sentences(path)))
        print(f"held out: {right(found, table):.4f}")
        for bits in sorted({b for _, _, b in found}):
            some = [one for one in found if one[2] == bits]
            print(bits, len(some), f"{right(some, table):.4f}")
    TARGET.write_text(written(table), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The labels that diplocal does not read right, as the files beside the corpus list them.

    python -m tests.benchmarks.misses [--sets held_out esc]

Writes the lists of `tests/corpus/misses` anew, so that a change shows in its diff what it mends and what it breaks. A
label of the project's own stands there with its phrase, one of a corpus beside the project by its number alone: its
words stay outside. A label that states how surely it is read gets what is true now.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve

from tests.benchmarks import accuracy, programs
from tests.benchmarks.scoring import Score, Verdict
from tools import corpus
from tools.corpus import Text

FOLDER = corpus.CORPUS / "misses"


def path(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def lines(name: str, result: Score) -> Iterator[str]:
    """Write a line for each label that is missed, in the order of the texts."""
    for verdict in result.failures:
        if name in corpus.PARTS:
            read = f"read as {verdict.got}, {verdict.certainty}" if verdict.got else verdict.certainty
            meant = corpus.meaning(evolve(verdict.label, certainty=None))
            yield f"{verdict.text.id} {verdict.label.phrase!r}: {meant}; {read}"
        else:
            yield f"{verdict.text.id} label {verdict.text.labels.index(verdict.label) + 1}: {verdict.certainty}"


def restated(name: str, result: Score) -> Iterator[tuple[Path, list[str]]]:
    """Give the files whose labels state how surely they are read, with the certainties of the answers."""
    for writer in dict.fromkeys(text.writer for text in result.texts if any(label.certainty for label in text.labels)):
        texts = [_restated(text, result.verdicts) for text in result.texts if text.writer == writer]
        yield corpus.CORPUS / name / f"{writer}.txt", corpus.dump(texts, genre=texts[0].genre).splitlines()


def _restated(text: Text, verdicts: Sequence[Verdict]) -> Text:
    labels = [
        evolve(verdict.label, certainty=verdict.certainty) if verdict.mention else verdict.label
        for verdict in verdicts
        if verdict.text is text
    ]
    return evolve(text, labels=tuple(labels))


def lists(name: str, result: Score) -> Iterator[tuple[Path, list[str]]]:
    """Give the files that a set of texts is listed in, each with its lines."""
    yield path(name), list(lines(name, result))
    yield from restated(name, result)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="+", choices=accuracy.SETS, default=accuracy.SETS)
    tool = programs.find("diplocal")
    for name in parser.parse_args(arguments).sets:
        if (result := accuracy.measure(name, tool)).texts:
            FOLDER.mkdir(exist_ok=True)
            for file, listed in lists(name, result):
                file.write_text("".join(f"{line}\n" for line in listed), encoding="utf-8")
                print(f"{file.stem}: {len(listed)} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main())

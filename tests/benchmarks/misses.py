"""The labels that diplocal does not read right, or not for certain, as the files beside the corpus list them.

    python -m tests.benchmarks.misses [--sets held_out esc]

Writes the lists of `tests/corpus/misses` anew, so that a change shows in its diff what it mends and what it breaks. A
label of the project's own stands there with its phrase, one of a corpus beside the project by its number alone: its
words stay outside. Of the short texts that each show a turn of language, `unsure.txt` lists what is read right and not
certain: all others are.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks import accuracy, programs
from tests.benchmarks.scoring import Score
from tools import corpus

FOLDER = corpus.CORPUS / "misses"
TURNS = "T"
"""The writer whose texts show one turn of language each."""


def path(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def lines(name: str, result: Score) -> Iterator[str]:
    """Write a line for each label that is missed, in the order of the texts."""
    for verdict in result.failures:
        if name in corpus.PARTS:
            read = f"read as {verdict.got}, {verdict.certainty}" if verdict.got else verdict.certainty
            yield f"{verdict.text.id} {verdict.label.phrase!r}: {corpus.meaning(verdict.label)}; {read}"
        else:
            yield f"{verdict.text.id} label {verdict.text.labels.index(verdict.label) + 1}: {verdict.certainty}"


def unsure(result: Score) -> Iterator[str]:
    """Write a line for each label of a turn of language that is read right, but not for certain."""
    for verdict in result.verdicts:
        if verdict.text.id.startswith(TURNS) and verdict.right and verdict.certainty != "certain":
            yield f"{verdict.text.id} {verdict.label.phrase!r}: {corpus.meaning(verdict.label)}; {verdict.certainty}"


def lists(name: str, result: Score) -> Iterator[tuple[Path, list[str]]]:
    """Give the files that a set of texts is listed in, each with its lines."""
    yield path(name), list(lines(name, result))
    if name == "fitting":
        yield path("unsure"), list(unsure(result))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sets", nargs="+", choices=accuracy.SETS, default=accuracy.SETS)
    tool = programs.find("diplocal")
    for name in parser.parse_args(arguments).sets:
        if (result := accuracy.measure(name, tool)).texts:
            FOLDER.mkdir(exist_ok=True)
            for file, listed in lists(name, result):
                file.write_text("".join(f"{line}\n" for line in listed), encoding="utf-8")
                print(f"{file.stem}: {len(listed)} of {len(result.verdicts)} labels")
    return 0


if __name__ == "__main__":
    sys.exit(main())

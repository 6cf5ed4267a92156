"""Measure how many references programs date right, and how often they are wrong where they say they are sure.

    python -m tests.benchmarks.accuracy [--tools diplocal chrono] [--sets held_out esc] [--reliability] [-v] [--check]

One table: a row for each set of texts and each program. `--check` exits 1, naming them, if figures the project promises
are missed.
"""

import argparse
import itertools
import signal
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from attrs import evolve, frozen

from diplocal.evidence.weights import weights_of
from diplocal.prose.joint import read
from diplocal.prose.text_reader import page_of
from tests.benchmarks import programs
from tests.benchmarks.scoring import SIDES, Judge, Score, Share, Verdict, agrees, is_right, score
from tools import corpus, shared
from tools.corpus import Text

REAL = shared.CORPORA
SETS = (*corpus.PARTS, "announcements", "wikinews", *REAL)
COMPARED = ("diplocal", "chrono", "dateparser")
HEADINGS = (
    "texts", "program", "exact", "whole texts", "windows", "certain", "wrong of certain", "past", "same day", "ahead",
)  # fmt: skip
# Where the stated probability of the best reading is cut for the table of reliability.
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.0)


@frozen(kw_only=True)
class Promise:
    """Shares in per cent that a set must keep: `wrong` at most, of what is certain; the others at least."""

    exact: float
    whole: float = 0
    certain: float = 0
    wrong: float = 100

    def missed(self, result: Score) -> Iterator[str]:
        for words, share, least in (
            ("exact labels right", result.right("exact"), self.exact),
            ("whole texts right", result.whole_texts, self.whole),
            ("exact labels certain", result.stated("certain"), self.certain),
        ):
            if share.percent < least:
                yield f"{words} {share}, at least {least}% promised"
        if (share := result.wrong("certain")).percent > self.wrong:
            yield f"wrong among the certain {share}, at most {self.wrong}% promised"


# Writers of the held-out part with whose texts nothing was made. The other texts were at hand while 0.1.0 was.
UNSEEN = ("GA", "GB")
# What the readings of today keep. Raise a figure when they keep more.
PROMISED = {
    "development": Promise(exact=97, whole=86, certain=80, wrong=0.5),
    "held_out": Promise(exact=96, whole=80, certain=80, wrong=1),
    "announcements": Promise(exact=95, whole=85, certain=75, wrong=0),
    "wikinews": Promise(exact=95.8),
    "notices": Promise(exact=97, whole=78, certain=75, wrong=1),
    "esc": Promise(exact=97.5, certain=75, wrong=1),
    "gum": Promise(exact=97.5, certain=75, wrong=1.1),
}


def texts_of(name: str, folder: Path = shared.SHARED) -> tuple[list[Text], Judge]:
    """Get a set with the way its labels are judged; it is empty where it lies beside the project and is absent."""
    if name in corpus.PARTS:
        return corpus.part(name), is_right
    if name == "announcements":
        return shared.announcements(folder), is_right
    if name == "wikinews":
        return [_only_weekdays(text) for text in shared.newswire(folder)], is_right
    return shared.corpus(name, folder), agrees


def _only_weekdays(text: Text) -> Text:
    return evolve(text, labels=tuple(label for label in text.labels if label.category.startswith("wd")))


def measure(name: str, tool: programs.Tool, folder: Path = shared.SHARED) -> Score:
    """Let a program read a set, and judge what it answers."""
    return judged(tool, *texts_of(name, folder))


def judged(tool: programs.Tool, texts: Sequence[Text], judge: Judge) -> Score:
    return score(texts, programs.scan(tool, texts) if texts else {}, judge)


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    asked = (*options.sets, *(path.stem for path in options.files))
    results: dict[tuple[str, str], Score] = {}
    for tool in _found(options.tools, options.cache):
        scores = {name: measure(name, tool, options.shared) for name in options.sets}
        scores |= {path.stem: judged(tool, shared.read_jsonl(path), agrees) for path in options.files}
        present = {name: result for name, result in scores.items() if result.texts}
        results |= {(name, tool.name): result for name, result in with_unions(present)}
    print("\n".join(table(rows(results))))
    own = {name: result for (name, tool), result in results.items() if tool == "diplocal"}
    if options.reliability:
        for name in asked:
            if name in own:
                state_probabilities(own[name])
        print("\n" + "\n".join(table(reliability(own))))
    if options.verbose:
        print("\n" + "\n".join(line for name, result in own.items() if name in asked for line in _told(name, result)))
    if not options.check:
        return 0
    missed = [f"{name}: {line}" for name, result in own.items() for line in missed_figures(name, result)]
    print("\n".join(f"missed: {line}" for line in missed) or "all figures met", file=sys.stderr)
    return int(bool(missed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tools", nargs="+", choices=programs.NAMES, default=COMPARED)
    parser.add_argument("--sets", nargs="*", choices=SETS, default=SETS)
    parser.add_argument(
        "--files", nargs="+", type=Path, default=(), help="also these, in the format of ../shared/corpora"
    )
    parser.add_argument("--shared", type=Path, default=shared.SHARED, help="folder of texts beside the project")
    parser.add_argument("--cache", type=Path, default=programs.CACHE, help="where chrono-node is installed")
    parser.add_argument(
        "--reliability", action="store_true", help="how often the answers of diplocal are right, by surety"
    )
    parser.add_argument("--check", action="store_true", help="exit 1 if a promised figure is missed")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the failures of diplocal")
    return parser


def _found(names: Iterable[str], cache: Path) -> Iterator[programs.Tool]:
    for name in names:
        try:
            yield programs.find(name, cache)
        except programs.UnavailableError as problem:
            print(f"accuracy: {name} left out: {problem}", file=sys.stderr)


def missed_figures(name: str, result: Score) -> list[str]:
    """Name the promised figures that a set falls short of."""
    return list(PROMISED[name].missed(result)) if name in PROMISED else []


def rows(results: Mapping[tuple[str, str], Score]) -> Iterator[Sequence[str]]:
    """Give the cells of the table, headings first; programs stand beside each other."""
    yield HEADINGS
    for name in dict.fromkeys(name for name, _ in results):
        for (other, tool), result in results.items():
            if other == name:
                yield (name, tool, *_cells(result))


def with_unions(results: Mapping[str, Score]) -> Iterator[tuple[str, Score]]:
    """Add to the scores of a program the one of unseen writers, and that of all real texts together."""
    for name, result in results.items():
        yield name, result
        if name == "held_out":
            yield "held_out, unseen", of_writers(result, UNSEEN)
    if set(REAL) <= set(results):
        yield ", ".join(REAL), together([results[name] for name in REAL])


def of_writers(result: Score, writers: Sequence[str]) -> Score:
    """Take out of a score what some writers wrote."""
    return Score(
        texts=[text for text in result.texts if text.writer in writers],
        verdicts=[verdict for verdict in result.verdicts if verdict.text.writer in writers],
    )


def together(results: Sequence[Score]) -> Score:
    """Add scores up."""
    return Score(
        texts=[text for result in results for text in result.texts],
        verdicts=[verdict for result in results for verdict in result.verdicts],
    )


def _cells(result: Score) -> Iterator[str]:
    states = any(verdict.certainty == "certain" for verdict in result.verdicts)
    yield _share(result.right("exact"))
    yield _share(result.whole_texts)
    yield _share(result.right("window", "about"))
    yield _share(result.stated("certain")) if states else "-"
    yield f"{result.wrong('certain').count} ({result.wrong('certain').percent:.2f}%)" if states else "-"
    for side in SIDES:
        yield _share(result.weekdays(side))


def _share(share: Share) -> str:
    return f"{share.percent:.1f}% of {share.total}" if share.total else "-"


def reliability(results: Mapping[str, Score]) -> Iterator[Sequence[str]]:
    """Give the cells of a table of how often exact labels are right, by grade and by stated probability."""
    yield ("texts", "stated", "labels", "mean stated", "right")
    for name, result in results.items():
        for grade in ("certain", "preferred", "ambiguous"):
            if (stated := result.stated(grade)).count:
                yield (name, grade, str(stated.count), "", f"{100 - result.wrong(grade).percent:.2f}%")
        for low, high in itertools.pairwise(EDGES):
            held = [(p, verdict.right) for p, verdict in _probable(result) if low <= p < high or p == high == 1]
            if held:
                mean = sum(p for p, _ in held) / len(held)
                right = Share.of(right for _, right in held)
                yield (name, f"{low} to {high}", str(right.total), f"{100 * mean:.2f}%", f"{right.percent:.2f}%")


def state_probabilities(result: Score) -> None:
    """Add to the answers of diplocal the probability of each reading, which its records leave out."""
    stated = {text.id: _probabilities(text) for text in result.texts}
    for verdict in result.verdicts:
        if verdict.mention is not None:
            place = (verdict.mention["start_char"], verdict.mention["end_char"])
            verdict.mention["probability"] = stated[verdict.text.id].get(place)


def _probabilities(text: Text) -> dict[tuple[int, int], float]:
    page = page_of(text.text, text.day, text.zone)
    read(page, weights_of(page.language))
    return {(one.start, one.end): share for one, share in zip(page.mentions, page.shares, strict=True)}


def _probable(result: Score) -> Iterator[tuple[float, Verdict]]:
    for verdict in result.exact:
        if verdict.mention and verdict.mention.get("probability") is not None:
            yield float(verdict.mention["probability"]), verdict


def table(cells: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write rows of cells, the first of them headings, as a Markdown table whose columns stand in line."""
    lines = list(cells)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines
    ]
    yield padded[0]
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield from padded[1:]


def _told(name: str, result: Score) -> Iterator[str]:
    yield f"== {name}"
    for verdict in result.failures:
        yield from _failure(verdict)
    for text, mention in result.extra:
        yield f"  in no label: {text.id[:24]} {mention['text']!r} -> {mention['start']}..{mention['end']}"


def _failure(verdict: Verdict) -> Iterator[str]:
    label, mention, text = verdict.label, verdict.mention or {}, verdict.text.text
    accepted = "".join(f" or {days}" for days in label.accept)
    around, after = text[max(0, label.start - 90) : label.start], text[label.end : label.end + 50]
    yield f"  {verdict.text.id[:40]} (published {verdict.text.published}) {label.kind}"
    yield f"    text ...{around}[{label.phrase}]{after}...".replace("\n", " ")
    yield f"    want {label.days}{accepted}"
    yield f"    got  {verdict.got} {verdict.certainty} {mention.get('kind', '')} {mention.get('text', '')!r}"
    yield f"    rule {mention.get('rule')}; why {mention.get('why')}"
    for other in mention.get("alternatives", ()):
        yield f"    or   {other['start']}..{other['end']}: {other.get('why')}"


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    sys.exit(main())

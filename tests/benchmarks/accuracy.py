"""Measure how many references a program dates right, and how sure it says it is.

    python tests/benchmarks/accuracy.py [-v] [--json] [--check] [--tool chrono]

`--check` exits 1, naming them, if figures the project promises are missed.
"""

import argparse
import json
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cases
import programs
from attrs import evolve
from cases import Document, Gold
from scoring import Score, Verdict, score

# Shares in per cent. The project's own cases are many and hard: a few points of slack.
EXACT_RIGHT, TEXTS_RIGHT, CERTAIN_LEAST, AMBIGUOUS_MOST = 95, 85, 70, 5
OWN_SLACK = 5
NEWSWIRE_WRONG_MOST = 2


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        scores = list(_scores(options))
    except programs.UnavailableError as problem:
        print(f"accuracy: {problem}", file=sys.stderr)
        return 2
    missed = [line for result in scores for line in missed_figures(result)]
    if options.json:
        print(json.dumps({"scores": [as_row(result) for result in scores], "missed": missed}, indent=2))
    else:
        print("\n\n".join("\n".join(report(result, options.verbose)) for result in scores))
    if not scores:
        print("accuracy: no cases found; nothing measured", file=sys.stderr)
    if options.check:
        print("\n".join(f"missed: {line}" for line in missed) or "all figures met", file=sys.stderr)
    return int(options.check and bool(missed))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--tool", choices=programs.NAMES, default="diplocal")
    parser.add_argument("--split", choices=("dev", "held"), default="", help="of the project's own announcements")
    parser.add_argument("--clock", action="store_true", help="send the hour of publication where it is known")
    parser.add_argument("--pieces", action="store_true", help="let a mention a day add up to a range")
    parser.add_argument("--all", action="store_true", help="score newswire dates that are no weekday, too")
    parser.add_argument("--shared", type=Path, default=cases.SHARED_CASES, help="folder of the shared cases")
    parser.add_argument("--cache", type=Path, default=programs.CACHE, help="where chrono-node is installed")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true", help="exit 1 if a promised figure is missed")
    parser.add_argument("-v", "--verbose", action="store_true", help="list failures and mentions nobody asked for")
    return parser


def _scores(options: argparse.Namespace) -> Iterator[Score]:
    tool = programs.find(options.tool, options.cache)
    for name, documents in _sets(options):
        yield score(name, documents, programs.scan(tool, documents), pieces=options.pieces)


def _sets(options: argparse.Namespace) -> Iterator[tuple[str, list[Document]]]:
    shared, own = options.shared / "announcements.json", sorted(cases.OWN_CASES.glob("announcements*.json"))
    if shared.exists():
        yield "shared announcements", cases.announcements(shared, clock=options.clock)
    if own:
        documents = [
            document for path in own for document in cases.announcements(path, split=options.split, clock=options.clock)
        ]
        yield f"own announcements {options.split}".strip(), documents
    if (path := cases.OWN_CASES / "sides.json").exists():
        yield "sides", cases.sides(path)
    if (path := options.shared / "wikinews.jsonl").exists():
        documents = cases.newswire(path)
        yield "newswire weekdays", [_only_weekdays(document) for document in documents]
        if options.all:
            yield "newswire all", documents


def _only_weekdays(document: Document) -> Document:
    return evolve(document, golds=tuple(filter(cases.is_weekday, document.golds)))


def missed_figures(result: Score) -> list[str]:
    """Name the promised figures this score falls short of."""
    if result.name.startswith("newswire"):
        wrong = len(result.failures)
        promised = result.name == "newswire weekdays" and wrong > NEWSWIRE_WRONG_MOST
        return [f"{result.name}: {wrong} wrong, at most {NEWSWIRE_WRONG_MOST} promised"] if promised else []
    lines = [f"{result.name}: {len(result.wrong_certain)} wrong but certain"] if result.wrong_certain else []
    if "announcements" not in result.name:
        return lines
    slack = 0 if result.name.startswith("shared") else OWN_SLACK
    return lines + [f"{result.name}: {line}" for line in _missed_shares(result, slack)]


def _missed_shares(result: Score, slack: int) -> Iterator[str]:
    exact, (whole, texts) = result.of("exact"), result.texts
    least = (
        ("exact references right", _right(exact), len(exact), EXACT_RIGHT - slack),
        ("whole texts right", whole, texts, TEXTS_RIGHT - slack),
        ("exact references certain", result.stated("certain"), len(exact), CERTAIN_LEAST - slack),
    )
    for words, count, total, bound in least:
        if 100 * count < bound * total:
            yield f"{words} {_share(count, total)}, at least {bound}% promised"
    if 100 * (count := result.stated("ambiguous")) > (AMBIGUOUS_MOST + slack) * len(exact):
        yield f"exact references ambiguous {_share(count, len(exact))}, at most {AMBIGUOUS_MOST + slack}% promised"
    for certainty in ("window", "ambiguous", "source-error"):
        for verdict in result.of(certainty):
            if not verdict.right and not slack:
                yield f"{certainty} not kept: {verdict.document.id} {verdict.gold.phrase!r}"


def report(result: Score, verbose: bool) -> Iterator[str]:
    """Write a score as lines of text."""
    exact, (whole, texts) = result.of("exact"), result.texts
    yield f"== {result.name}: {len(result.verdicts)} references in {texts} texts"
    yield f"  exact references right  {_share(_right(exact), len(exact))}"
    yield f"  whole texts right       {_share(whole, texts)}"
    for certainty in ("window", "ambiguous", "source-error"):
        if some := result.of(certainty):
            yield f"  {certainty + ' kept':<23} {_share(_right(some), len(some))}"
    yield f"  certain / ambiguous     {_share(result.stated('certain'), len(exact))} / " + _share(
        result.stated("ambiguous"), len(exact)
    )
    yield from _crossed(result)
    yield from _groups(result)
    if result.name == "newswire weekdays":
        yield from _directions(result)
    yield f"  failures {len(result.failures)}, wrong but certain {len(result.wrong_certain)}"
    if result.errors:
        yield f"  documents with an error {len(result.errors)}: {dict(list(result.errors.items())[:3])}"
    if verbose:
        for verdict in result.failures:
            yield from _failure(verdict)
        for document, mention in result.extra:
            yield f"  unasked: {document.id[:24]} {mention['text']!r} -> {mention['start']}..{mention['end']}"


def _crossed(result: Score) -> Iterator[str]:
    crossed = result.crossed()
    yield "  exact by certainty        right  wrong"
    for certainty in ("certain", "preferred", "ambiguous", "unstated", "not found"):
        right, wrong = crossed[certainty, True], crossed[certainty, False]
        if right or wrong:
            yield f"    {certainty:<22} {right:>6} {wrong:>6}"


def _groups(result: Score) -> Iterator[str]:
    totals = Counter(verdict.gold.group for verdict in result.verdicts)
    rights = Counter(verdict.gold.group for verdict in result.verdicts if verdict.right)
    if "announcements" not in result.name:
        for group, total in totals.most_common():
            yield f"    {group:<22} {_share(rights[group], total)}"


def _directions(result: Score) -> Iterator[str]:
    """Split by where the truth lies; the mean of the parts keeps the many past days from drowning the rest."""
    parts: dict[str, list[bool]] = {"past": [], "same day": [], "future": []}
    for verdict in result.verdicts:
        parts[direction(verdict.document, verdict.gold)].append(verdict.right)
    shares = [sum(rights) / len(rights) for rights in parts.values() if rights]
    for name, rights in parts.items():
        yield f"    {name:<22} {_share(sum(rights), len(rights))}"
    if shares:
        yield f"    mean of these          {100 * sum(shares) / len(shares):.0f}%"


def direction(document: Document, gold: Gold) -> str:
    """Say on which side of publication the truth lies."""
    if gold.truth.start == document.day:
        return "same day"
    return "past" if gold.truth.start < document.day else "future"


def _failure(verdict: Verdict) -> Iterator[str]:
    gold, mention, text = verdict.gold, verdict.mention or {}, verdict.document.text
    accepted = "".join(f" or {interval}" for interval in gold.accept)
    around = text[max(0, gold.start_char - 70) : gold.start_char]
    after = text[gold.end_char : gold.end_char + 50]
    yield f"  {verdict.document.id[:40]} (published {verdict.document.published}) {gold.certainty}"
    yield f"    text ...{around}[{text[gold.start_char : gold.end_char]}]{after}...".replace("\n", " ")
    yield f"    gold {gold.truth}{accepted}"
    yield f"    got  {verdict.got} {verdict.certainty} {mention.get('kind', '')} {mention.get('text', '')!r}"
    yield f"    rule {mention.get('rule')}; why {mention.get('why')}"
    for other in mention.get("alternatives", ()):
        yield f"    or   {other['start']}..{other['end']}: {other.get('why')}"


def as_row(result: Score) -> dict[str, Any]:
    """Give a score as plain data for `--json`."""
    exact, (whole, texts) = result.of("exact"), result.texts
    return {
        "name": result.name,
        "exact": {"right": _right(exact), "total": len(exact)},
        "texts": {"right": whole, "total": texts},
        "certain": result.stated("certain"),
        "ambiguous": result.stated("ambiguous"),
        "wrong_certain": len(result.wrong_certain),
        "unasked": len(result.extra),
        "errors": result.errors,
        "failures": [_failure_row(verdict) for verdict in result.failures],
    }


def _failure_row(verdict: Verdict) -> dict[str, Any]:
    return {
        "id": verdict.document.id,
        "phrase": verdict.gold.phrase,
        "certainty": verdict.gold.certainty,
        "gold": str(verdict.gold.truth),
        "accept": [str(interval) for interval in verdict.gold.accept],
        "got": verdict.mention,
    }


def _right(verdicts: Sequence[Verdict]) -> int:
    return sum(verdict.right for verdict in verdicts)


def _share(count: int, total: int) -> str:
    return f"{count}/{total} ({100 * count / total:.1f}%)" if total else "-"


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    sys.exit(main())

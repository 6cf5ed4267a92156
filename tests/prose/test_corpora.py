"""Announcements with known dates, read whole: how many come out right, and that nothing wrong is called certain."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from diplocal import Certainty, Finding, Kind, read_text
from diplocal.when import Weekday

CASES = Path(__file__).parents[1] / "cases"


@frozen
class Verdict:
    """One gold of a text, what was found there, and whether it is right."""

    name: str
    gold: dict
    found: Finding | None
    right: bool

    @property
    def wrongly_certain(self) -> bool:
        return self.found is not None and not self.right and self.found.reading.certainty is Certainty.CERTAIN


def verdicts(path: Path) -> Iterator[list[Verdict]]:
    for text in json.loads(path.read_text(encoding="utf-8")):
        found = list(read_text(text["text"], published=dt.date.fromisoformat(text["published"]), zone=text.get("zone")))
        yield [_verdict(text.get("id", text["text"]), gold, found) for gold in text["refs"]]


def _verdict(name: str, gold: dict, found: list[Finding]) -> Verdict:
    start, end = gold["span"]
    here = [f for f in found if f.mention.start < end and start < f.mention.end]
    best = max(here, key=lambda f: min(f.mention.end, end) - max(f.mention.start, start), default=None)
    if best is None:
        return Verdict(name, gold, None, right=False)
    found.remove(best)
    return Verdict(name, gold, best, right=_is_right(gold, best))


def _is_right(gold: dict, finding: Finding) -> bool:
    reading = finding.reading
    got = (str(reading.start), str(reading.end))
    accepted = {(one["start"], one["end"]) for one in [gold, *gold.get("accept", [])]}
    match gold["certainty"]:
        case "ambiguous":
            told = {got, *((str(other.start), str(other.end)) for other in reading.alternatives)}
            return reading.certainty is Certainty.AMBIGUOUS and (gold["start"], gold["end"]) in told
        case "source-error":
            return reading.certainty is Certainty.AMBIGUOUS
        case "window":
            approximate = gold.get("granularity") == "approx" and reading.kind is Kind.WINDOW
            return got in accepted or approximate
        case _:
            return got == (gold["start"], gold["end"])


# Wrong, and called certain: "knowing who has won Tuesday's election", of an election ahead; "having held talks the day
# before", which counts from the main clause.
KNOWN = [
    ("FC36", "Tuesday's"),
    ("FI11", "the day before"),
]


@pytest.mark.parametrize(
    ("name", "texts_right"),
    [
        ("announcements.json", 0.92),
        ("announcements2.json", 0.92),
        ("announcements3.json", 0.92),
        ("announcements4.json", 0.92),
        ("announcements5.json", 0.86),
        ("announcements6.json", 0.86),
        ("announcements7.json", 0.86),
        ("announcements8.json", 0.86),
        ("announcements9.json", 0.86),
        ("announcements10.json", 0.86),
        ("announcements11.json", 0.86),
        ("announcements12.json", 0.86),
    ],
)
def test_announcements(name: str, texts_right: float) -> None:
    texts = list(verdicts(CASES / name))
    golds = [verdict for text in texts for verdict in text]
    exact = [verdict for verdict in golds if verdict.gold["certainty"] == "exact"]
    certain = [v for v in exact if v.found is not None and v.found.reading.certainty is Certainty.CERTAIN]
    ambiguous = [v for v in exact if v.found is not None and v.found.reading.certainty is Certainty.AMBIGUOUS]
    wrong, names = [(v.name, v.gold["phrase"]) for v in exact if v.wrongly_certain], {v.name for v in golds}
    assert wrong == [known for known in KNOWN if known[0] in names]
    assert sum(v.right for v in exact) >= 0.97 * len(exact), [(v.name, v.gold["phrase"]) for v in exact if not v.right]
    assert sum(all(v.right for v in text) for text in texts) >= texts_right * len(texts)
    assert len(certain) >= 0.7 * len(exact)
    assert len(ambiguous) <= 0.05 * len(exact)


def test_sides() -> None:
    """Two hundred sentences, each with a weekday whose side a careful reader knows."""
    right = wrong = 0
    for row in json.loads((CASES / "sides.json").read_text(encoding="utf-8")):
        published = dt.date.fromisoformat(row["published"])
        start, end = row["span"]
        found = read_text(row["text"], published=published)
        here = [f for f in found if f.mention.start < end and start < f.mention.end]
        assert here, row["text"]
        good = str(here[0].reading.start) == row["date"]
        assert good or here[0].reading.certainty is not Certainty.CERTAIN, row["text"]
        right, wrong = right + good, wrong + (not good)
    assert wrong <= 3, (right, wrong)


def test_newswire_weekdays(shared: Path) -> None:
    """Weekdays of a hundred reports; golds whose weekday is not their date's are slips of the annotators."""
    wrong = []
    names = [day.name.lower() for day in Weekday]
    for line in (shared / "cases" / "wikinews.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        found = read_text(report["text"], published=dt.date.fromisoformat(report["published"]))
        for gold in report["refs"]:
            if not gold["category"].startswith("wd"):
                continue
            day = dt.date.fromisoformat(gold["value"][:10])
            if names[day.weekday()] not in gold["text"].lower():
                continue
            start, end = gold["start_char"], gold["end_char"]
            here = [f for f in found if f.mention.start < end and start < f.mention.end]
            if not here or here[0].reading.start != day:
                wrong.append((report["id"], gold["text"]))
    assert len(wrong) <= 2, wrong

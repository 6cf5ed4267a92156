"""The measure itself: which mention answers which label, and what counts as right."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

from tests.benchmarks import programs
from tests.benchmarks.accuracy import REAL, Promise, reliability, table, with_unions
from tests.benchmarks.growth import Growth
from tests.benchmarks.misses import lines
from tests.benchmarks.scoring import SIDES, Mention, Score, Share, agrees, is_right, score
from tools import corpus
from tools import shared as corpora
from tools.corpus import Interval, Label, Text

Span = tuple[int, int]


def label(meaning: str, span: Span = (0, 10), category: str = "") -> Label:
    (made,) = corpus.unmark(f"[{'x' * (span[1] - span[0])}|{meaning}]")[1]
    return evolve(made, start=span[0], end=span[1], category=category)


def mention(days: str, *others: str, span: Span = (0, 10), **fields: str) -> Mention:
    start, *alternatives = ({"start": str(i.start), "end": str(i.end)} for i in map(Interval.parse, (days, *others)))
    row: Mention = {"start_char": span[0], "end_char": span[1], "kind": "day", "alternatives": alternatives}
    return row | start | fields


def text(*labels: Label) -> Text:
    return Text(id="a", text="x" * 100, published="2025-04-01", zone="UTC", labels=labels)


def scored(labels: list[Label], mentions: list[Mention]) -> Score:
    return score([text(*labels)], {"a": {"mentions": mentions}}, is_right)


MATCHES: list[tuple[list[Span], list[Span], list[int | None], str]] = [
    ([(0, 10)], [(10, 20)], [None], "touching ends share no character"),
    ([(0, 10)], [(0, 4), (4, 10)], [1], "the larger overlap wins"),
    ([(0, 10)], [(0, 5), (5, 10)], [0], "of equal overlaps the first"),
    ([(0, 10), (12, 20)], [(0, 20)], [0, 0], "one mention may answer two labels"),
]


@pytest.mark.parametrize(("labels", "mentions", "expected", "why"), MATCHES)
def test_what_answers_a_label(labels: list[Span], mentions: list[Span], expected: list[int | None], why: str) -> None:
    found = [mention("2025-04-03", span=span) for span in mentions]
    result = scored([label("2025-04-03", span) for span in labels], found)
    assert [v.mention and found.index(v.mention) for v in result.verdicts] == expected, why


JUDGED = [
    ("2025-04-03", mention("2025-04-03"), True, "both ends equal"),
    ("2025-04-03/04", mention("2025-04-03"), False, "the end differs"),
    ("2025-04-03/09 window", mention("2025-04-03"), False, "a window answered with a bare day"),
    ("2025-04-03/09 window", mention("2025-04-03/09", kind="window"), True, "a window stays one"),
    ("2025-04-03 window or 2025-04-04/09", mention("2025-04-04/09", kind="window"), True, "another accepted window"),
    ("2019-09-02/03 window", mention("2019-09-01/06", kind="window"), False, "wider than is accepted"),
    ("2019-09-02/03 about", mention("2019-09-02/06", kind="window"), True, "holds what is approximate"),
    ("2019-09-02/03 about", mention("2019-08-26/09-08", kind="window"), False, "wider than a week"),
    ("2019-09-02/03 about", mention("2019-09-03/06", kind="window"), False, "holds it in part"),
    (
        "2025-04-03 ambiguous or 2025-04-10",
        mention("2025-04-10", "2025-04-03", certainty="ambiguous"),
        True,
        "flagged, and every reading listed",
    ),
    (
        "2025-04-03 ambiguous or 2025-04-10",
        mention("2025-04-10", "2025-04-03", certainty="preferred"),
        False,
        "listed but not flagged",
    ),
    (
        "2025-04-03 ambiguous or 2025-04-10",
        mention("2025-04-03", certainty="ambiguous"),
        False,
        "flagged, but a reading is missing",
    ),
    ("2025-04-03 source-error", mention("2025-04-03", certainty="certain"), False, "a slip passed over"),
    (
        "2025-04-03 source-error",
        mention("2025-04-03", certainty="preferred", why="the weekday contradicts the date"),
        True,
        "a slip that is named",
    ),
]


@pytest.mark.parametrize(("meaning", "answer", "right", "why"), JUDGED)
def test_own_labels(meaning: str, answer: Mention, right: bool, why: str) -> None:
    assert is_right(label(meaning), answer, [answer]) is right, why


AGREES = [
    ("2025-04-04", "", mention("2025-04-02/04", span=(0, 30)), True, "the end that a wider mention has"),
    ("2025-04-03", "", mention("2025-04-02/04", span=(0, 30)), False, "neither end of a wider mention"),
    ("2025-04-02", "", mention("2025-04-02/04"), False, "as wide as the label, and says more"),
    ("2025-04-02", "weekday", mention("2025-04-02/04"), True, "a weekday whose length is read too"),
    ("2025-04-07/11 window", "", mention("2025-04-07/13", kind="window"), True, "a window that holds it"),
    ("2025-04-03 ambiguous or 2025-04-10", "", mention("2025-04-17", "2025-04-10"), True, "one reading is listed"),
]


@pytest.mark.parametrize(("meaning", "category", "answer", "right", "why"), AGREES)
def test_labels_of_others(meaning: str, category: str, answer: Mention, right: bool, why: str) -> None:
    assert agrees(label(meaning, category=category), answer, [answer]) is right, why


def test_mentions_of_others_labels_add_up() -> None:
    days = [mention("2025-04-02", span=(0, 4)), mention("2025-04-03", span=(4, 10))]
    assert agrees(label("2025-04-02/03"), days[1], days)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2010-07-16TMO", "2010-07-16"),
        ("2009-02", "2009-02-01/28"),
        ("2004-W53", "2004-12-27/2005-01-02"),
        ("2008-W42-WE", "2008-10-18/19"),
        ("2006-Q4", None),
        ("2009", None),
    ],
)
def test_timex_interval(value: str, days: str | None) -> None:
    assert corpora.timex_interval(value) == (Interval.parse(days) if days else None)


def test_newswire_leaves_out_a_weekday_that_is_not_its_dates(tmp_path: Path) -> None:
    refs = [
        {"text": text, "start_char": 0, "end_char": 9, "value": "2025-04-03", "category": "wd bare"}
        for text in ("Thursday", "Friday")
    ]
    row = {"id": "a", "text": "Thursday, Friday", "published": "2025-04-01", "zone": "UTC", "refs": refs}
    path = tmp_path / "cases" / "wikinews.jsonl"
    path.parent.mkdir()
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (text,) = corpora.newswire(tmp_path)
    assert [label.phrase for label in text.labels] == ["Thursday"]


SURE = mention("2025-04-03", certainty="certain")
PROMISE = Promise(exact=95, whole=85, certain=70, wrong=1)


@pytest.mark.parametrize(
    ("answer", "missed"),
    [
        (SURE, []),
        (
            SURE | {"end": "2025-04-04"},
            [
                "exact labels right 0/1 (0.0%), at least 95% promised",
                "whole texts right 0/1 (0.0%), at least 85% promised",
                "wrong among the certain 1/1 (100.0%), at most 1% promised",
            ],
        ),
        (SURE | {"certainty": "ambiguous"}, ["exact labels certain 0/1 (0.0%), at least 70% promised"]),
    ],
)
def test_missed_figures(answer: Mention, missed: list[str]) -> None:
    assert list(PROMISE.missed(scored([label("2025-04-03")], [answer]))) == missed


def test_weekdays_are_counted_by_their_side() -> None:
    days = {"on Monday": "2025-03-31", "Tuesday": "2025-04-01", "on Friday": "2025-04-04", "next Friday": "2025-04-11"}
    marked = " ".join(f"[{phrase}|{day}]" for phrase, day in days.items())
    result = score([text(*corpus.unmark(marked)[1])], {"a": {"mentions": []}}, is_right)
    assert [result.weekdays(side).total for side in ("past", "same", "ahead")] == [1, 1, 1]


def test_a_miss_is_told_in_words_of_our_own_texts_alone() -> None:
    result = scored(
        [label("2025-04-03", (0, 2)), label("2025-04-04", (4, 6))], [SURE | {"end_char": 2, "end": "2025-04-05"}]
    )
    assert list(lines("held_out", result)) == [
        "a 'xx': 2025-04-03; read as 2025-04-03/05, certain",
        "a 'xx': 2025-04-04; not found",
    ]
    assert list(lines("esc", result)) == ["a label 1: certain", "a label 2: not found"]


def test_a_text_without_labels_is_whole() -> None:
    assert score([text()], {"a": {"mentions": [SURE]}}, is_right).whole_texts == Share(1, 1)


def test_unseen_writers_and_real_texts_have_rows_of_their_own() -> None:
    scores = {name: scored([label("2025-04-03")], [SURE]) for name in ("held_out", *REAL)}
    rows = dict(with_unions(scores))
    assert list(rows) == ["held_out", "held_out, unseen", *REAL, ", ".join(REAL)]
    assert rows["held_out, unseen"].right("exact") == Share(0, 0)
    assert rows[", ".join(REAL)].right("exact") == Share(len(REAL), len(REAL))


def test_reliability_is_told_by_grade_and_by_probability() -> None:
    answers = [SURE | {"probability": 0.97, "end_char": 2}, mention("2025-04-08", span=(4, 6), probability="0.96")]
    result = scored([label("2025-04-03", (0, 2)), label("2025-04-09", (4, 6))], answers)
    assert list(reliability({"esc": result}))[1:] == [
        ("esc", "certain", "1", "", "100.00%"),
        ("esc", "0.95 to 0.98", "2", "96.50%", "50.00%"),
    ]


@pytest.mark.parametrize("name", REAL)
def test_labels_of_others_are_counted_as_their_own_script_does(name: str, shared: Path, tmp_path: Path) -> None:
    texts, tool, lines = corpora.corpus(name, shared), programs.find("diplocal"), tmp_path / "scanned.jsonl"
    answers = programs.scan(tool, texts)
    lines.write_text("".join(f"{json.dumps(answer)}\n" for answer in answers.values()), encoding="utf-8")
    folder = shared / "corpora"
    command = [sys.executable, str(folder / "score.py"), str(folder / f"{name}.jsonl"), "--mentions", str(lines)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    told = re.findall(r"(\d+)/(\d+) = ", re.sub(r"in no label.*", "", done.stdout))
    result = score(texts, answers, agrees)
    ours = [result.right(kind) for kind in ("exact", "window", "ambiguous", "source-error")]
    ours += [result.whole_texts, *map(result.wrong, ("certain", "preferred", "ambiguous"))]
    ours += [result.weekdays(side) for side in SIDES]
    assert [(str(share.count), str(share.total)) for share in ours if share.total] == told


def test_table() -> None:
    assert list(table([("a", "bcd"), ("ef", "g")])) == ["| a  | bcd |", "|----|-----|", "| ef | g   |"]


@pytest.mark.parametrize(("power", "linear"), [(1, True), (2, False)])
def test_growth_tells_linear_from_quadratic(power: int, linear: bool) -> None:
    growth = Growth("x", [(size, 0.01 * (size / 4096) ** power) for size in (4096, 8192, 16384, 32768)])
    assert growth.exponent == pytest.approx(power)
    assert growth.linear is linear

"""The measure itself: what counts as right, and which mention answers which reference."""

import datetime as dt
import json
from pathlib import Path

import pytest
from accuracy import missed_figures
from cases import Document, Gold, Interval, newswire, timex_interval
from growth import Growth
from scoring import Mention, is_right, match, score

Span = tuple[int, int]


def interval(text: str) -> Interval:
    start, _, end = text.partition("..")
    return Interval(dt.date.fromisoformat(start), dt.date.fromisoformat(end or start))


def gold(span: Span, days: str = "2025-04-03", *accept: str, certainty: str = "exact") -> Gold:
    return Gold(
        phrase="",
        start_char=span[0],
        end_char=span[1],
        truth=interval(days),
        certainty=certainty,
        accept=tuple(interval(other) for other in accept),
    )


def mention(span: Span, days: str = "2025-04-03", *others: str, **fields: str) -> Mention:
    alternatives = [{"start": str(interval(o).start), "end": str(interval(o).end)} for o in others]
    row: Mention = {"start_char": span[0], "end_char": span[1], "kind": "day", "alternatives": alternatives}
    return row | {"start": str(interval(days).start), "end": str(interval(days).end)} | fields


MATCHES: list[tuple[list[Span], list[Span], list[int | None], str]] = [
    ([(0, 10)], [(10, 20)], [None], "touching ends share no character"),
    ([(0, 10)], [(0, 4), (4, 10)], [1], "the larger overlap wins"),
    ([(0, 10)], [(0, 30), (0, 10)], [1], "equal overlaps: the mention that reaches out least"),
    ([(0, 10), (12, 20)], [(0, 20), (12, 15)], [0, 1], "a mention taken leaves the other to the next gold"),
    ([(0, 10), (12, 20)], [(0, 20)], [0, 0], "golds outnumber: one mention serves both"),
]


@pytest.mark.parametrize(("golds", "mentions", "expected", "why"), MATCHES)
def test_match(golds: list[Span], mentions: list[Span], expected: list[int | None], why: str) -> None:
    found = [mention(span) for span in mentions]
    matched, _ = match([gold(span) for span in golds], found)
    assert [None if one is None else found.index(one) for one, _ in matched] == expected, why


JUDGED = [
    (gold((0, 1)), mention((0, 1)), True, "both ends equal"),
    (gold((0, 1), "2025-04-03..2025-04-04"), mention((0, 1)), False, "the end differs"),
    (gold((0, 1), certainty="window"), mention((0, 1)), False, "a window answered with a bare day"),
    (gold((0, 1), certainty="window"), mention((0, 1), kind="window"), True, "a window stays one"),
    (
        gold((0, 1), "2025-04-03", "2025-04-04..2025-04-09", certainty="window"),
        mention((0, 1), "2025-04-04..2025-04-09", kind="window"),
        True,
        "another accepted window",
    ),
    (
        gold((0, 1), "2025-04-03", "2025-04-10", certainty="ambiguous"),
        mention((0, 1), "2025-04-10", "2025-04-03", certainty="ambiguous"),
        True,
        "flagged, and every reading listed",
    ),
    (
        gold((0, 1), "2025-04-03", "2025-04-10", certainty="ambiguous"),
        mention((0, 1), "2025-04-10", "2025-04-03", certainty="preferred"),
        False,
        "listed but not flagged",
    ),
    (
        gold((0, 1), "2025-04-03", "2025-04-10", certainty="ambiguous"),
        mention((0, 1), certainty="ambiguous"),
        False,
        "flagged, but a reading is missing",
    ),
    (gold((0, 1), certainty="source-error"), mention((0, 1), certainty="certain"), False, "a slip passed over"),
    (
        gold((0, 1), certainty="source-error"),
        mention((0, 1), certainty="preferred", why="the weekday contradicts the date"),
        True,
        "a slip that is named",
    ),
]


@pytest.mark.parametrize(("asked", "answer", "right", "why"), JUDGED)
def test_is_right(asked: Gold, answer: Mention, right: bool, why: str) -> None:
    assert is_right(asked, answer, Interval.parse(answer)) is right, why


@pytest.mark.parametrize(
    ("days", "right"),
    [
        ("2019-09-02..2019-09-06", True),
        ("2019-08-26..2019-09-08", False),
        ("2019-09-03..2019-09-06", False),
    ],
)
def test_an_approximate_truth_lies_within_a_week(days: str, right: bool) -> None:
    asked = Gold(
        phrase="in two weeks",
        start_char=0,
        end_char=12,
        truth=interval("2019-09-02..2019-09-03"),
        certainty="window",
        approximate=True,
    )
    assert is_right(asked, mention((0, 12), days, kind="window"), interval(days)) is right


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2010-07-16TMO", "2010-07-16"),
        ("2009-02", "2009-02-01..2009-02-28"),
        ("2004-W53", "2004-12-27..2005-01-02"),
        ("2008-W42-WE", "2008-10-18..2008-10-19"),
        ("2006-Q4", None),
        ("2009", None),
    ],
)
def test_timex_interval(value: str, days: str | None) -> None:
    assert timex_interval(value) == (interval(days) if days else None)


def test_newswire_leaves_out_a_weekday_that_is_not_its_dates(tmp_path: Path) -> None:
    refs = [
        {"text": text, "start_char": 0, "end_char": 9, "value": "2025-04-03", "category": "wd bare"}
        for text in ("Thursday", "Friday")
    ]
    row = {"id": "a", "text": "Thursday, Friday", "published": "2025-04-01", "zone": "UTC", "refs": refs}
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (document,) = newswire(path)
    assert [gold.phrase for gold in document.golds] == ["Thursday"]


def announced(*answers: Mention) -> list[str]:
    golds = tuple(gold((10 * at, 10 * at + 5)) for at in range(len(answers)))
    document = Document(id="a", text="x" * 100, published="2025-04-01", zone="UTC", golds=golds)
    return missed_figures(score("shared announcements", [document], {"a": {"mentions": list(answers)}}))


def test_missed_figures() -> None:
    right = mention((0, 5), certainty="certain")
    assert announced(right) == []
    assert announced(right | {"end": "2025-04-04"}) == [
        "shared announcements: 1 wrong but certain",
        "shared announcements: exact references right 0/1 (0.0%), at least 95% promised",
        "shared announcements: whole texts right 0/1 (0.0%), at least 85% promised",
    ]
    assert announced(right | {"certainty": "ambiguous"}) == [
        "shared announcements: exact references certain 0/1 (0.0%), at least 70% promised",
        "shared announcements: exact references ambiguous 1/1 (100.0%), at most 5% promised",
    ]


@pytest.mark.parametrize(("power", "linear"), [(1, True), (2, False)])
def test_growth_tells_linear_from_quadratic(power: int, linear: bool) -> None:
    growth = Growth("x", [(size, 0.01 * (size / 4096) ** power) for size in (4096, 8192, 16384, 32768)])
    assert growth.exponent == pytest.approx(power)
    assert growth.linear is linear

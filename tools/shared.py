"""Texts with known dates that may lie beside the project, in a folder `shared`, as the project's own types.

Each reader gives no texts where its file is absent.
"""

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.corpus import PROJECT, Interval, Label, Text

SHARED = PROJECT.parent / "shared"
CORPORA = ("notices", "esc", "gum")

Row = dict[str, Any]


def corpus(name: str, shared: Path = SHARED) -> list[Text]:
    """Read one of `CORPORA`: notices of ministries, news reports, reports and interviews."""
    return read_jsonl(shared / "corpora" / f"{name}.jsonl")


def read_jsonl(path: Path) -> list[Text]:
    """Read another file in the format of those."""
    return [_text(row, path.stem) for row in _lines(path)]


def announcements(shared: Path = SHARED) -> list[Text]:
    """Read the short announcements; `published` is the moment where it is known."""
    path = shared / "cases" / "announcements.json"
    rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return [_text(row, "announcements") for row in rows]


def newswire(shared: Path = SHARED) -> list[Text]:
    """Read reports with TIMEX3 values; a label without a value a day, a week or a month wide is left out."""
    return [
        Text(
            id=row["id"],
            published=row["published"],
            zone=row["zone"],
            text=row["text"],
            labels=tuple(_reported(row["refs"])),
            writer="wikinews",
        )
        for row in _lines(shared / "cases" / "wikinews.jsonl")
    ]


def _lines(path: Path) -> list[Row]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _text(row: Row, writer: str) -> Text:
    return Text(
        id=row["id"],
        published=row.get("published_at") or row["published"],
        zone=row["zone"],
        text=row["text"],
        labels=tuple(_label(ref) for ref in row["refs"]),
        writer=writer,
        genre=row.get("genre", ""),
    )


def _label(ref: Row) -> Label:
    start, end = ref["span"]
    return Label(
        phrase=ref["phrase"],
        start=start,
        end=end,
        days=_interval(ref),
        kind="about" if ref.get("granularity") == "approx" else ref.get("certainty", "exact"),
        accept=tuple(_interval(other) for other in ref.get("accept", ())),
        category=ref.get("category", ""),
    )


def _interval(row: Row) -> Interval:
    return Interval(dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]))


# Years, quarters and the corpus's remainder are no references diplocal reads.
OUT_OF_SCOPE = frozenset({"abs year", "rel month/qtr/yr", "other", "vague"})


def _reported(refs: list[Row]) -> Iterator[Label]:
    for ref in refs:
        days = timex_interval(ref["value"])
        if days is None or ref["category"] in OUT_OF_SCOPE or not weekday_fits(ref["text"], days.start):
            continue
        start, end = ref["start_char"], ref["end_char"]
        yield Label(phrase=ref["text"], start=start, end=end, days=days, category=ref["category"])


WEEKDAY = re.compile("|".join(calendar.day_name))
TIMEX_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
TIMEX_MONTH = re.compile(r"(\d{4})-(\d\d)")
TIMEX_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")


def timex_interval(value: str) -> Interval | None:
    """Turn a TIMEX3 value into days: `2010-07-16TMO`, `2009-06`, `2008-W42` or `2008-W42-WE`; else None."""
    if day := TIMEX_DAY.fullmatch(value):
        date = dt.date.fromisoformat(day[1])
        return Interval(date, date)
    if month := TIMEX_MONTH.fullmatch(value):
        year, number = int(month[1]), int(month[2])
        last = calendar.monthrange(year, number)[1]
        return Interval(dt.date(year, number, 1), dt.date(year, number, last))
    if week := TIMEX_WEEK.fullmatch(value):
        first, last_day = (6, 7) if week[3] else (1, 7)
        year, number = int(week[1]), int(week[2])
        return Interval(*(dt.date.fromisocalendar(year, number, day) for day in (first, last_day)))
    return None


def weekday_fits(phrase: str, date: dt.date) -> bool:
    """Tell whether the weekday a phrase names is the label's: the corpus has slips of annotation."""
    named = WEEKDAY.search(phrase)
    return named is None or named[0] == calendar.day_name[date.weekday()]

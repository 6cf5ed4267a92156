"""Texts whose true dates are known, from the cases that lie in or beside the project.

No scoring here: a loader gives documents with their golds, whatever file they came from.
"""

import calendar
import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

PROJECT = Path(__file__).resolve().parents[2]
OWN_CASES = PROJECT / "tests" / "cases"
SHARED_CASES = PROJECT.parent / "shared" / "cases"

Row = dict[str, Any]


@frozen
class Interval:
    """Local days, both ends inclusive."""

    start: dt.date
    end: dt.date

    def __str__(self) -> str:
        return f"{self.start}" if self.start == self.end else f"{self.start}..{self.end}"

    @classmethod
    def parse(cls, row: Row) -> "Interval":
        return cls(dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]))


@frozen(kw_only=True)
class Gold:
    """A reference whose truth is known; `accept` holds the other readings that are right too."""

    phrase: str
    start_char: int
    end_char: int
    truth: Interval
    certainty: str = "exact"
    accept: tuple[Interval, ...] = ()
    approximate: bool = False
    group: str = ""


@frozen(kw_only=True)
class Document:
    """A text with its dateline and its golds; `published` is a date or a date-time, as the file has it."""

    id: str
    text: str
    published: str
    zone: str
    golds: tuple[Gold, ...]

    @property
    def day(self) -> dt.date:
        return dt.date.fromisoformat(self.published[:10])

    def line(self) -> str:
        """Encode what the `scan --jsonl` contract takes: the golds stay here."""
        row = {"id": self.id, "text": self.text, "published": self.published, "zone": self.zone}
        return json.dumps(row) + "\n"


def announcements(path: Path, *, split: str = "", clock: bool = False) -> list[Document]:
    """Read announcements, of one split where the rows name one; `clock` sends the hour where it is known."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    kept = [row for row in rows if not split or row.get("split", split) == split]
    return [
        Document(
            id=row["id"],
            text=row["text"],
            published=row["published_at"] if clock and "published_at" in row else row["published"],
            zone=row["zone"],
            golds=tuple(_announced(ref) for ref in row["refs"]),
        )
        for row in kept
    ]


def _announced(ref: Row) -> Gold:
    return Gold(
        phrase=ref["phrase"],
        start_char=ref["span"][0],
        end_char=ref["span"][1],
        truth=Interval.parse(ref),
        certainty=ref["certainty"],
        accept=tuple(Interval.parse(row) for row in ref.get("accept", ())),
        approximate=ref.get("granularity") == "approx",
        group=ref["certainty"],
    )


def sides(path: Path) -> list[Document]:
    """Read sentences with one bare weekday each, grouped by the side of publication it lies on."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [_side(f"{path.stem}[{number}]", row) for number, row in enumerate(rows)]


def _side(name: str, row: Row) -> Document:
    day = dt.date.fromisoformat(row["date"])
    gold = Gold(
        phrase=row["phrase"],
        start_char=row["span"][0],
        end_char=row["span"][1],
        truth=Interval(day, day),
        group=row["side"],
    )
    zone = row.get("zone", "UTC")
    return Document(id=name, text=row["text"], published=row["published"], zone=zone, golds=(gold,))


def newswire(path: Path) -> list[Document]:
    """Read reports with TIMEX3 golds; those without a calendar value a day or a month wide are left out."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Document(
            id=row["id"],
            text=row["text"],
            published=row["published"],
            zone=row["zone"],
            golds=tuple(_reported(row["refs"])),
        )
        for row in rows
    ]


# Years, quarters and the corpus's remainder are no references diplocal reads.
OUT_OF_SCOPE = frozenset({"abs year", "rel month/qtr/yr", "other", "vague"})


def _reported(refs: list[Row]) -> Iterator[Gold]:
    for ref in refs:
        truth = timex_interval(ref["value"])
        if truth is None or ref["category"] in OUT_OF_SCOPE or not weekday_fits(ref["text"], truth.start):
            continue
        yield Gold(
            phrase=ref["text"],
            start_char=ref["start_char"],
            end_char=ref["end_char"],
            truth=truth,
            group=ref["category"],
        )


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
    """Tell whether the weekday a phrase names is the gold's: the corpus has slips of annotation."""
    named = WEEKDAY.search(phrase)
    return named is None or named[0] == calendar.day_name[date.weekday()]


def is_weekday(gold: Gold) -> bool:
    return gold.group.startswith("wd")

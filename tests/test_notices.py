"""Notices in the layouts and words of offices, made up for these tests, against what a person would draft from them.

An entry is right if its day, its clock and half of the words of its title are. `a|b` are words of which one will do.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from diplocal.drafting import draft
from diplocal.model import Programme
from diplocal.resolver import resolve
from diplocal.timeline import ByDay, DayPart, Days, Entry, Hours, NoDate, Sometime

NOTICES = {
    notice["id"]: notice
    for notice in json.loads(Path(__file__).parent.joinpath("notices", "notices.json").read_text(encoding="utf-8"))
}
ENOUGH = 0.7
"""Of the entries of one notice that must be right; of all notices together there must be more."""


@cache
def drafted(name: str) -> Programme:
    notice = NOTICES[name]
    return draft(notice["text"], published=dt.date.fromisoformat(notice["published"]), zone=notice["zone"]).programme


@cache
def entries(name: str) -> Sequence[Entry]:
    return resolve(drafted(name)).entries


def plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("Ø", "O").replace("ł", "l"))
    return "".join(char for char in folded if not unicodedata.combining(char)).casefold()


def days_of(entry: Entry, zone: str | None) -> tuple[str, str, str | None] | None:
    """Give the first day, the last one and the clock, in a zone."""
    match entry.timing:
        case Days(start, end) | Sometime(start, end):
            return start.isoformat(), end.isoformat(), None
        case Hours(start):
            there = start.astimezone(ZoneInfo(zone)) if zone else start
            return there.date().isoformat(), there.date().isoformat(), f"{there:%H:%M}"
        case DayPart(day) | ByDay(day):
            return day.isoformat(), day.isoformat(), None
        case NoDate():
            return None


def share(words: str, title: str) -> float:
    """Give the share of words, one of several for each, that stand in a title, by their first letters."""
    there = re.findall(r"[\w+-]+", plain(title))
    wanted = [[plain(one)[:5] for one in word.split("|")] for word in words.split()]
    return sum(any(said.startswith(one) for one in word for said in there) for word in wanted) / len(wanted)


def is_right(gold: dict, entry: Entry) -> bool:
    found = days_of(entry, gold.get("zone"))
    if "start" not in gold:
        return found is None and share(gold["words"], entry.title) >= 0.5
    if found is None:
        return False
    same = found[0] == gold["start"] and (found[1] == gold["end"] or found[2] is not None)
    return same and found[2] == gold.get("time") and share(gold["words"], entry.title) >= 0.5


def right(name: str) -> tuple[int, int, int]:
    """Count the entries that are right, those that there should be, and those that stand for nothing."""
    golden, made = NOTICES[name]["entries"], entries(name)
    asked = [gold for gold in golden if not gold.get("optional")]
    hits = sum(any(is_right(gold, entry) for entry in made) for gold in asked)
    strange = sum(not any(share(gold["words"], one.title) >= 0.5 for gold in golden) for one in made)
    return hits, len(asked), strange


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice(name):
    hits, asked, strange = right(name)
    assert hits >= ENOUGH * asked, [entry.title for entry in entries(name)]
    assert strange <= max(1, asked // 5), [entry.title for entry in entries(name)]


def test_most_entries_and_people_are_right():
    counted = [right(name) for name in NOTICES]
    assert sum(hits for hits, _, _ in counted) >= 0.9 * sum(asked for _, asked, _ in counted)
    named = missed = 0
    for notice, golden in NOTICES.items():
        known = {person.name for person in drafted(notice).people}
        named += len(golden["people"])
        missed += sum(known.isdisjoint(name.split("|")) for name in golden["people"])
    assert missed <= 0.12 * named


def test_most_places_and_statuses_are_right():
    asked = there = firm = 0
    for name, notice in NOTICES.items():
        for gold in notice["entries"]:
            found = next((one for one in entries(name) if is_right(gold, one)), None)
            if found is None:
                continue
            place = f"{found.place.name} {found.place.venue}" if found.place else ""
            asked += "place" in gold
            there += "place" in gold and any(one in place for one in gold["place"].split("|"))
            if "status" in gold:
                assert found.status.value in gold["status"].split("|"), found.title
                firm += 1
    assert there >= 0.88 * asked
    assert firm


@pytest.mark.parametrize("name", NOTICES)
def test_titles_are_noun_phrases(name):
    for entry in entries(name):
        words = entry.title.split()
        assert 0 < len(words) <= 12, entry.title
        assert not re.search(r"[|\t§]|^\d{1,2}[:.]\d\d|[,;:(]$", entry.title), entry.title
        assert words[-1].casefold() not in {"the", "a", "of", "in", "on", "at", "to", "with", "and", "by", "for"}

"""A feed through a hundred rounds of edits, as a programme that people work on: what holds from one to the next."""

import datetime as dt
import random
from collections.abc import Callable, Iterator, Mapping
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from icalendar import Calendar

from diplocal.exporters.audience import for_audience
from diplocal.exporters.uids import uid
from diplocal.feed import Changes, revise
from diplocal.feed.previous import open_feed
from diplocal.model import Audience, Place, Status
from diplocal.timeline import Days, Entry, Hours, Level, NoDate, Sometime, Timeline, in_order
from tests.feed.editing import FIRST

ROUNDS = 100
ZONES = ["Europe/Oslo", "Asia/Seoul", "America/New_York", "Africa/Casablanca", "Pacific/Auckland"]
MODES = ["strike", "show", "drop"]
WORDS = ["Talks", "Dinner", "Summit", "Deadline: nominations", "Cancelled: a play", "Signing (morning)", "Press"]


def some_time(chance: random.Random) -> Days | Hours | Sometime | NoDate:
    start = dt.datetime(2025, 9, 1) + dt.timedelta(hours=chance.randrange(24 * 60))
    there = start.replace(tzinfo=ZoneInfo(chance.choice(ZONES)))
    days = Days(start.date(), start.date() + dt.timedelta(days=chance.randrange(3)))
    timed = Hours(there, chance.choice([None, there + dt.timedelta(hours=2)]), chance.random() < 0.1)
    kinds: list[Days | Hours | Sometime | NoDate] = [
        timed,
        timed,
        timed,
        days,
        Sometime(days.start, days.end),
        NoDate(),
    ]
    return chance.choice(kinds)


def new(number: int, chance: random.Random) -> Entry:
    title = f"{chance.choice(WORDS)} {number}"
    return Entry(programme="p", key=f"e{number}", level=Level.EVENT, title=title, timing=some_time(chance))


def toggled(entry: Entry) -> Entry:
    other = Audience.PUBLIC if entry.audience is Audience.INTERNAL else Audience.INTERNAL
    return evolve(entry, audience=other)


def placed(entry: Entry, chance: random.Random) -> Entry:
    zone = chance.choice(ZONES)
    return evolve(entry, place=Place(key=zone, name=zone.rpartition("/")[2], zone=zone), zone=zone)


EDITS: Mapping[str, Callable[[Entry, random.Random], Entry]] = {
    "move": lambda entry, chance: evolve(entry, timing=some_time(chance)),
    "cancel": lambda entry, _: evolve(entry, status=Status.CANCELLED),
    "confirm": lambda entry, chance: evolve(entry, status=chance.choice(list(Status))),
    "retitle": lambda entry, chance: evolve(entry, title=f"{chance.choice(WORDS)} {entry.first_key[1][1:]} again"),
    "annotate": lambda entry, chance: evolve(entry, note=f"Note {chance.randrange(9)}"),
    "change zone": placed,
    "hide or show": lambda entry, _: toggled(entry),
    "rename": lambda entry, _: evolve(entry, key=f"{entry.key}-anew", was=entry.first_key),
}


def edited(entries: dict[str, Entry], gone: dict[str, Entry], chance: random.Random) -> None:
    """Edit a programme in one place."""
    edit = chance.choice([*EDITS, "add", "delete", "restore"])
    if edit == "add" or not entries:
        entry = new(len(entries) + len(gone), chance)
        entries[entry.key] = entry
    elif edit == "delete":
        key = chance.choice(sorted(entries))
        gone[key] = entries.pop(key)
    elif edit == "restore" and gone:
        key = chance.choice(sorted(gone))
        entries[key] = gone.pop(key)
    elif edit in EDITS:
        key = chance.choice(sorted(entries))
        entries[key] = EDITS[edit](entries[key], chance)


def timeline_of(entries: Mapping[str, Entry]) -> Timeline:
    return Timeline(key="p", title="Programme", entries=in_order(entries.values()))


def told_uids(changes: Changes) -> set[str]:
    kinds = (changes.added, changes.moved, changes.cancelled, changes.reinstated, changes.removed)
    return {change.subject.uid for kind in kinds for change in kind}


def broken_laws(before: bytes, after: bytes, changes: Changes, whole: Timeline, now: dt.datetime) -> Iterator[str]:
    """Tell what a revision did that none may do."""
    old, new = open_feed(before), open_feed(after)
    shown = for_audience(whole, Audience.PUBLIC)
    hidden = {uid(*entry.first_key) for entry in whole.entries} - {uid(*entry.first_key) for entry in shown.entries}
    for key, part in old.parts.items():
        was = old.read(part)
        if key not in new.parts:
            last = was.timing.end if isinstance(was.timing, Days) else None
            over = (last or getattr(was.timing, "start", now).date()) < now.date()
            if key not in told_uids(changes) and key not in hidden and not was.off and not over:
                yield f"{was.state.name} vanished untold"
            continue
        now_is = new.read(new.parts[key])
        same = before[part.start : part.end] == after[new.parts[key].start : new.parts[key].end]
        if now_is.sequence < was.sequence or now_is.stamp < was.stamp:
            yield f"{was.state.name} fell from {was.sequence} to {now_is.sequence}"
        if not same and (now_is.sequence, now_is.stamp) == (was.sequence, was.stamp):
            yield f"{was.state.name} changed without a stamp"
        if was.timing != now_is.timing and now_is.sequence == was.sequence:
            yield f"{was.state.name} moved without being counted"


@pytest.mark.parametrize("keep_days", [0, 30])
@pytest.mark.parametrize("mode", [*MODES, "any"])
def test_a_hundred_rounds_of_edits_break_no_law(mode, keep_days):
    chance = random.Random(f"{mode} {keep_days}")
    entries, gone, counts = dict[str, Entry](), dict[str, Entry](), dict[str, int]()  # by the first key
    for _ in range(6):
        edited(entries, gone, chance)
    octets = revise(None, timeline_of(entries), FIRST)[0].octets
    for round_number in range(ROUNDS):
        now = FIRST + dt.timedelta(hours=6 * (1 + round_number))
        struck = chance.choice(MODES) if mode == "any" else mode
        for _ in range(chance.randrange(3)):
            edited(entries, gone, chance)
        whole = timeline_of(entries)
        feed, changes = revise(octets, whole, now, struck=struck, keep_days=keep_days)
        again, quiet = revise(feed.octets, whole, now + dt.timedelta(hours=1), struck=struck, keep_days=keep_days)

        assert list(broken_laws(octets, feed.octets, changes, whole, now)) == [], round_number
        assert (again.octets, bool(quiet)) == (feed.octets, False), round_number
        for event in Calendar.from_ical(feed.octets).events:
            assert event.uid in {uid("p", key) for key in (*entries, *gone)}, round_number
            assert int(event.sequence) >= counts.get(event.uid, 0), round_number
            counts[event.uid] = int(event.sequence)
        octets = feed.octets

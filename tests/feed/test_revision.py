"""A feed revised: what keeps its bytes, what is stamped, counted, struck, brought back, refused; and what is told."""

import datetime as dt
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from diplocal.errors import ExportError, FeedError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical import to_ical
from diplocal.exporters.rfc5545.unfold import cut, unfold
from diplocal.exporters.uids import uid
from diplocal.feed import Cancelled, Changed, Changes, Difference, Moved, Reinstated, Retitled, by_person, revise
from diplocal.feed.legacy import read_title
from diplocal.feed.previous import first_sequence
from diplocal.feed.safeguards import LARGE
from diplocal.feed.state import State
from diplocal.model import Audience, Place, Relation, RelationKind, Status, Topic
from diplocal.timeline import Attendee, ByDay, DayPart, Days, Entry, Hours, NoDate, Sometime, Timeline, in_order
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import CITY, DESK, HOLT_LEADS, KWON, TIMELINE, TWELFTH, at
from tests.exporters.timelines import places, timelines, timings, titles
from tests.feed.editing import FIRST, SECOND, THIRD, changed, entry, has, slice_of, without

BEGIN = first_sequence(FIRST)
PUBLISHED, _ = revise(None, TIMELINE, FIRST)
OCTETS = PUBLISHED.octets
OF_0_1 = (Path(__file__).parents[1] / "golden" / "feed_0_1.ics").read_bytes()
"""What version 0.1 made of `OCTETS` in two revisions: titles that say a status, and nothing else that does."""

HALL = evolve(CITY, venue="Town Hall")
ELSEWHERE = Place(key="oslo", name="Oslo", zone="Europe/Oslo", geo=(59.9, 10.7))
DINNER = TIMELINE.entry("dinner")


def kinds(changes: Changes) -> set[str]:
    names = {field.name for field in fields(Changes)} - {"warnings", "asides"}
    return {name for name in names if getattr(changes, name)}


# --- nothing, or little, changed --------------------------------------------------------------------------------------


def test_a_first_feed_has_every_entry_as_added_and_stamped_now():
    feed, changes = revise(None, TIMELINE, FIRST)

    assert feed.changed
    assert kinds(changes) == {"added"}
    assert len(changes.added) == len(Calendar.from_ical(feed.octets).events)
    assert entry(feed.octets, "dinner").DTSTAMP == FIRST


def test_the_content_of_a_first_feed_is_the_exporters():
    def said(octets: bytes) -> list[tuple[str, str]]:
        ours = ("X-DIPLOCAL-", "SEQUENCE", "PRODID")
        return [(line.name, line.value) for line in unfold(octets) if not line.name.startswith(ours)]

    assert said(OCTETS) == said(to_ical(TIMELINE, stamp=FIRST))


OPTIONS: list[dict[str, Any]] = [
    {},
    {"length": dt.timedelta(minutes=30)},
    {"language": "fr"},
    {"emails": True},
    {"deadlines": True, "reminder": dt.timedelta(days=1)},
    {"busy": False},
    {"reasons": False},
    {"audience": Audience.INTERNAL},
    {"since": dt.date(2025, 9, 11), "until": dt.date(2025, 9, 12)},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_nothing_changed_is_the_same_bytes_a_day_later(options):
    first, _ = revise(None, TIMELINE, FIRST, **options)
    feed, changes = revise(first.octets, TIMELINE, SECOND, **options)

    assert (feed.octets, feed.changed, bool(changes)) == (first.octets, False, False)


def test_only_the_changed_entry_gets_new_bytes():
    feed, _ = revise(OCTETS, changed("dinner", note="Black tie"), SECOND)

    for one in TIMELINE.entries:
        if has(OCTETS, one.key):
            same = slice_of(OCTETS, one.key) == slice_of(feed.octets, one.key)
            assert same is (one.key != "dinner"), one.key


CHANGED = [  # what the programme says now, whether SEQUENCE rises, what is told of it
    (changed("dinner", timing=Hours(at(11, 20), at(11, 22))), 1, {"moved"}),
    (changed("dinner", timing=Hours(at(11, 19))), 1, {"moved"}),
    (changed("dinner", timing=Hours(at(11, 19), at(11, 22, 30), about=True)), 1, {"moved"}),
    (changed("dinner", timing=TWELFTH), 1, {"moved"}),
    (changed("arrival", timing=DayPart(dt.date(2025, 9, 10), PartOfDay.MORNING)), 1, {"moved"}),
    (changed("bids", timing=ByDay(dt.date(2025, 10, 1))), 1, {"moved"}),
    (changed("bids", timing=Days(dt.date(2025, 9, 30), dt.date(2025, 9, 30))), 1, {"moved"}),
    (changed("dinner", place=HALL), 1, {"changed"}),
    (changed("dinner", place=ELSEWHERE), 1, {"changed"}),
    (changed("dinner", place=evolve(CITY, geo=(60.4, 5.3))), 1, set()),
    (changed("dinner", status=Status.CONFIRMED), 1, {"changed"}),
    (changed("dinner", status=Status.PROVISIONAL), 1, {"changed"}),
    (changed("dinner", status=Status.CANCELLED), 1, {"cancelled"}),
    (changed("dinner", status=Status.POSTPONED), 1, {"cancelled"}),
    (changed("dinner", title="Supper"), 0, {"retitled"}),
    (changed("dinner", note="Black tie"), 0, {"changed"}),
    (changed("dinner", topics=[Topic(title="Fish")]), 0, {"changed"}),
    (changed("dinner", url="https://example.org/dinner"), 0, {"changed"}),
    (changed("dinner", format=None), 0, {"changed"}),
    (changed("dinner", parent=None), 0, {"changed"}),
    (changed("dinner", timing=Hours(at(11, 20)), title="Supper", place=HALL), 1, {"moved", "retitled", "changed"}),
    (changed("dinner", timing=Hours(at(11, 20)), status=Status.RESCHEDULED), 1, {"moved"}),
]


@pytest.mark.parametrize(("now", "rises", "told"), CHANGED)
def test_a_change_is_stamped_counted_and_told(now, rises, told):
    feed, changes = revise(OCTETS, now, SECOND)
    (key,) = (one.key for one, other in zip(*map(by_key, (TIMELINE, now)), strict=True) if one != other)
    found = entry(feed.octets, key)

    assert feed.changed
    assert (found["SEQUENCE"], found.DTSTAMP, found.LAST_MODIFIED) == (BEGIN + rises, SECOND, SECOND)
    assert kinds(changes) == told


def by_key(timeline: Timeline) -> list[Entry]:
    return sorted(timeline.entries, key=lambda one: one.key)


def test_what_is_told_says_before_and_after_and_who_says_so():
    later = Hours(at(12, 20), at(12, 22))
    now = changed("dinner", timing=later, title="Supper", place=HALL, source=DESK)
    _, changes = revise(OCTETS, now, SECOND)

    assert changes.moved == (Moved(changes.moved[0].subject, DINNER.timing, later),)
    assert changes.moved[0].subject.source == DESK
    assert changes.retitled == (Retitled(changes.moved[0].subject, "Dinner of the League"),)
    place = Difference("place", "Harbour Hall, Bergen", "Town Hall, Bergen")
    assert changes.changed == (Changed(changes.moved[0].subject, [place]),)


def test_details_are_told_line_by_line():
    _, changes = revise(OCTETS, changed("dinner", note="Black tie"), SECOND)

    assert changes.changed[0].differences == (Difference("details", "", "Note: Black tie"),)


def test_sequence_rises_with_each_move_and_stamps_never_go_back():
    one, _ = revise(OCTETS, changed("dinner", timing=Hours(at(11, 20))), THIRD)
    two, _ = revise(one.octets, changed("dinner", timing=Hours(at(11, 21))), SECOND)
    found = entry(two.octets, "dinner")

    assert (found["SEQUENCE"], found.LAST_MODIFIED) == (BEGIN + 2, THIRD)


def test_the_same_moment_in_other_words_is_no_move():
    utc = Hours(at(11, 19).astimezone(dt.UTC), at(11, 22, 30).astimezone(dt.UTC))
    feed, changes = revise(OCTETS, changed("dinner", timing=utc), SECOND)

    assert not changes.moved
    assert entry(feed.octets, "dinner").start == at(11, 19)


def test_a_new_calendar_name_changes_no_entry():
    feed, changes = revise(OCTETS, TIMELINE, SECOND, name="Harbour talks")

    assert feed.changed
    assert not changes
    assert slice_of(feed.octets, "dinner") == slice_of(OCTETS, "dinner")


# --- what vanishes, and comes back ------------------------------------------------------------------------------------

MODES = [  # mode, STATUS, title
    ("strike", "CANCELLED", "Cancelled: Dinner of the League"),
    ("show", "TENTATIVE", "Cancelled: Dinner of the League"),
    ("drop", None, None),
]


@pytest.mark.parametrize(("mode", "status", "title"), MODES)
def test_what_vanishes_is_struck_shown_or_dropped_and_told_once(mode, status, title):
    one, changes = revise(OCTETS, without("dinner"), SECOND, struck=mode)
    two, again = revise(one.octets, without("dinner"), THIRD, struck=mode)

    assert kinds(changes) == {"cancelled"}
    assert changes.cancelled == (Cancelled(changes.cancelled[0].subject, DINNER.timing, None),)
    assert changes.cancelled[0].subject.title == "Dinner of the League"
    assert (two.changed, bool(again)) == (False, False)
    assert has(one.octets, "dinner") is (status is not None)
    if status:
        found = entry(one.octets, "dinner")
        assert (found["STATUS"], found["SUMMARY"], found["SEQUENCE"]) == (status, title, BEGIN + 1)
        assert found.LAST_MODIFIED == SECOND
        assert found.description.startswith("No longer announced\n")
        assert found.start == at(11, 19)


@pytest.mark.parametrize(("before", "after"), [("strike", "show"), ("show", "strike")])
def test_what_vanished_follows_a_change_of_mode(before, after):
    one, _ = revise(OCTETS, without("dinner"), SECOND, struck=before)
    two, changes = revise(one.octets, without("dinner"), THIRD, struck=after)
    found = entry(two.octets, "dinner")

    assert found["STATUS"] == {"strike": "CANCELLED", "show": "TENTATIVE"}[after]
    assert (found["SUMMARY"], found["SEQUENCE"]) == ("Cancelled: Dinner of the League", BEGIN + 2)
    assert not changes


@pytest.mark.parametrize("mode", ["strike", "show"])
def test_what_is_back_has_its_old_uid_and_counts_on(mode):
    gone, _ = revise(OCTETS, without("dinner"), SECOND, struck=mode)
    back, changes = revise(gone.octets, TIMELINE, THIRD, struck=mode)
    found = entry(back.octets, "dinner")

    assert kinds(changes) == {"reinstated"}
    assert changes.reinstated[0] == Reinstated(changes.reinstated[0].subject, DINNER.timing)
    assert (found["SUMMARY"], found["SEQUENCE"]) == ("Dinner of the League", BEGIN + 2)


def test_what_the_programme_cancelled_is_left_as_it_is_when_it_vanishes():
    off, _ = revise(OCTETS, changed("dinner", status=Status.CANCELLED), SECOND)
    feed, changes = revise(off.octets, without("dinner"), THIRD)

    assert slice_of(feed.octets, "dinner") == slice_of(off.octets, "dinner")
    assert not changes


def test_a_struck_entry_stays_until_its_date_is_past_by_so_many_days():
    struck, _ = revise(OCTETS, without("dinner"), SECOND)
    for day, kept in [(11, True), (13, True), (14, False)]:
        now = dt.datetime(2025, 9, day, 1, tzinfo=dt.UTC)
        assert has(revise(struck.octets, without("dinner"), now, keep_days=2)[0].octets, "dinner") is kept, day


def test_what_vanished_while_it_was_off_is_shown_otherwise_and_is_still_what_it_was():
    off = changed("dinner", status=Status.POSTPONED)
    before, _ = revise(None, off, FIRST)
    gone, told = revise(before.octets, without("dinner"), SECOND, struck="show")
    _, back = revise(gone.octets, off, THIRD, struck="show")

    assert [entry(one.octets, "dinner")["STATUS"] for one in (before, gone)] == ["CANCELLED", "TENTATIVE"]
    assert b"X-DIPLOCAL-STATUS:postponed\r\n" in slice_of(gone.octets, "dinner")
    assert (told.cancelled, kinds(back)) == ((), set())


def test_the_stamp_of_what_vanished_never_goes_back():
    before, _ = revise(None, TIMELINE, SECOND)
    feed, _ = revise(before.octets, without("dinner"), FIRST)  # by a clock that is slow

    assert entry(feed.octets, "dinner")["STATUS"] == "CANCELLED"
    assert entry(feed.octets, "dinner").DTSTAMP == entry(feed.octets, "dinner").LAST_MODIFIED == SECOND


def test_what_was_over_before_it_vanished_was_never_cancelled():
    now = dt.datetime(2025, 9, 20, tzinfo=dt.UTC)
    feed, changes = revise(OCTETS, without("dinner"), now)

    assert slice_of(feed.octets, "dinner") == slice_of(OCTETS, "dinner")
    assert not changes
    assert not has(revise(OCTETS, without("dinner"), now, keep_days=3)[0].octets, "dinner")


def test_the_zone_of_a_struck_entry_is_still_described():
    all_day = [evolve(one, timing=TWELFTH) for one in TIMELINE.entries if one.key != "dinner"]
    feed, _ = revise(OCTETS, evolve(TIMELINE, entries=all_day), SECOND)

    assert b"DTSTART;TZID=Europe/Oslo" in slice_of(feed.octets, "dinner")
    assert b"BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo" in feed.octets


LOST = [  # status, timing, title, what is told, the description's first words
    (Status.CONFIRMED, NoDate(), "Date open: Dinner of the League", "moved", "No date given"),
    (
        Status.EXPECTED,
        Sometime(dt.date(2025, 10, 1), dt.date(2025, 10, 31)),
        "Date open: Dinner of the League",
        "moved",
        "Some time between Wednesday 1 October and Friday 31 October 2025",
    ),
    (Status.POSTPONED, NoDate(), "Postponed: Dinner of the League", "cancelled", "No date given"),
    (Status.CANCELLED, NoDate(), "Cancelled: Dinner of the League", "cancelled", "No date given"),
]


@pytest.mark.parametrize(("status", "timing", "title", "told", "begins"), LOST)
def test_what_lost_its_date_is_struck_where_it_was(status, timing, title, told, begins):
    now = changed("dinner", status=status, timing=timing)
    feed, changes = revise(OCTETS, now, SECOND)
    again, later = revise(feed.octets, now, THIRD)
    found = entry(feed.octets, "dinner")

    assert (found["SUMMARY"], found["STATUS"], found["SEQUENCE"]) == (title, "CANCELLED", BEGIN + 1)
    assert found.start == at(11, 19)
    assert found.description.startswith(f"{begins}\n")
    assert kinds(changes) - {"changed"} == {told}
    assert {change.subject.uid for change in changes.changed} == {uid("bergen", "visit")}  # it names the dinner now
    assert (again.changed, bool(later)) == (False, False)


def test_what_is_dated_again_is_reinstated():
    lost, _ = revise(OCTETS, changed("dinner", timing=NoDate()), SECOND)
    feed, changes = revise(lost.octets, changed("dinner", timing=Hours(at(13, 19))), THIRD)

    assert "reinstated" in kinds(changes)
    assert "moved" not in kinds(changes)
    assert entry(feed.octets, "dinner")["SEQUENCE"] == BEGIN + 2


@pytest.mark.parametrize("title", ["Cancelled: Dinner", "Annulé : Dinner"])
def test_a_title_of_0_1_is_read_in_the_language_of_its_feed(title):
    assert read_title(title) == State(name="Dinner", statuses=frozenset([Status.CANCELLED]))


def test_a_title_of_many_statuses_is_read_in_time_that_grows_with_its_length():
    began = process_time()
    found = read_title("Cancelled: " * 100_000 + "Dinner")

    assert (found.name, found.statuses) == ("Dinner", frozenset([Status.CANCELLED]))
    assert process_time() - began < 10  # each of them copied what was left once, which took a minute


def test_what_vanished_outside_the_window_is_not_called_cancelled():
    feed, changes = revise(OCTETS, without("dinner"), SECOND, since=dt.date(2025, 9, 12))

    assert not has(feed.octets, "dinner")
    assert changes.cancelled == ()


def test_an_entry_that_lost_its_date_is_told_once_and_makes_nobody_busy():
    expected = changed("dinner", status=Status.EXPECTED)
    open_again = changed("dinner", expected, timing=NoDate())
    before, _ = revise(None, expected, FIRST)
    feed, first = revise(before.octets, open_again, SECOND)
    again, second = revise(feed.octets, open_again, THIRD)

    assert b"BUSYSTATUS" in slice_of(before.octets, "dinner")
    assert b"BUSYSTATUS" not in slice_of(feed.octets, "dinner")
    assert (len(first.moved), again.octets, bool(second)) == (1, feed.octets, False)


def test_an_entry_that_lost_its_date_is_counted_though_its_status_is_shown_as_it_was():
    expected = changed("dinner", status=Status.EXPECTED)
    before, _ = revise(None, expected, FIRST, struck="show")
    feed, _ = revise(before.octets, changed("dinner", expected, timing=NoDate()), SECOND, struck="show")

    assert entry(feed.octets, "dinner")["STATUS"] == entry(before.octets, "dinner")["STATUS"] == "TENTATIVE"
    assert entry(feed.octets, "dinner")["SEQUENCE"] == BEGIN + 1


def test_what_vanished_bears_each_of_our_properties_once():
    evening = changed("dinner", timing=DayPart(dt.date(2025, 9, 11), PartOfDay.EVENING), status=Status.PROVISIONAL)
    before, _ = revise(None, evening, FIRST)
    feed, _ = revise(before.octets, without("dinner", evening), SECOND)
    names = [line.partition(b":")[0] for line in slice_of(feed.octets, "dinner").splitlines() if line[:1] == b"X"]

    assert len(names) > 3
    assert len(set(names)) == len(names)


def test_an_entry_without_a_source_lacks_none_when_it_is_moved():
    bare = changed("dinner", source=None)
    before, _ = revise(None, bare, FIRST)
    _, changes = revise(before.octets, changed("dinner", bare, timing=Hours(at(11, 20))), SECOND)

    assert len(changes.moved) == 1
    assert changes.asides == ()


def test_whom_a_feed_of_0_1_was_for_is_not_doubted():
    assert revise(OF_0_1, TIMELINE, THIRD, audience=Audience.INTERNAL)[0].doubts == ()


RETURNS: list[tuple[dict[str, Any], dict[str, Any]]] = [  # how an entry leaves the feed and how it is back
    ({"timeline": changed("dinner", audience=Audience.INTERNAL)}, {}),
    ({"timeline": without("dinner"), "struck": "drop"}, {}),
    ({"timeline": without("dinner"), "keep_days": 0, "now": THIRD + dt.timedelta(days=30)}, {}),
    ({"timeline": TIMELINE, "since": dt.date(2025, 9, 12)}, {}),
    ({"timeline": TIMELINE, "only": by_person("lien")}, {}),
]


@pytest.mark.parametrize(("leaves", "returns"), RETURNS)
def test_what_returns_is_counted_above_all_that_it_was(leaves, returns):
    moved, _ = revise(OCTETS, changed("dinner", timing=Hours(at(11, 20))), SECOND)
    given = {"timeline": TIMELINE, "now": THIRD} | leaves
    gone, _ = revise(moved.octets, given.pop("timeline"), given.pop("now"), **given)
    back, _ = revise(gone.octets, TIMELINE, THIRD + dt.timedelta(days=31), **returns)

    assert entry(moved.octets, "dinner")["SEQUENCE"] == BEGIN + 1
    assert not has(gone.octets, "dinner")
    assert int(entry(back.octets, "dinner").sequence) > BEGIN + 1


def test_a_lost_file_is_counted_above_what_subscribers_have():
    moved, _ = revise(OCTETS, changed("dinner", timing=Hours(at(11, 20))), SECOND)
    anew, _ = revise(None, TIMELINE, THIRD)

    assert int(entry(anew.octets, "dinner").sequence) > int(entry(moved.octets, "dinner").sequence)


# --- the memory of a feed ---------------------------------------------------------------------------------------------

NAMES = [
    "Deadline: nominations",
    "Cancelled: a play in three acts",
    "Talks (morning)",
    "Date open: Dinner",
    "(evening)",
]


@pytest.mark.parametrize("title", NAMES)
@pytest.mark.parametrize("status", [Status.CONFIRMED, Status.CANCELLED, Status.RESCHEDULED])
def test_a_title_that_begins_like_a_status_keeps_what_it_says(title, status):
    one, _ = revise(OCTETS, changed("dinner", title=title, status=status), SECOND)
    two, changes = revise(one.octets, changed("dinner", title=title, status=status, note="Black tie"), THIRD)
    three, again = revise(two.octets, changed("dinner", title=title, status=status, note="Black tie"), THIRD)

    assert {change.subject.title for change in changes.changed} == {title}
    assert kinds(changes) == {"changed"}
    assert (three.changed, bool(again)) == (False, False)


def now_of_0_1() -> Timeline:
    lost = changed("talks", timing=NoDate(), timeline=changed("press", status=Status.RESCHEDULED))
    return without("dinner", lost)


def test_a_feed_of_0_1_is_sealed_without_a_change():
    feed, changes = revise(OF_0_1, now_of_0_1(), THIRD + dt.timedelta(hours=1))
    again, _ = revise(feed.octets, now_of_0_1(), THIRD + dt.timedelta(hours=2))

    assert not changes
    assert again.octets == feed.octets
    assert feed.octets.count(b"X-DIPLOCAL-DIGEST") == feed.octets.count(b"BEGIN:VEVENT")
    for one, other in zip(Calendar.from_ical(OF_0_1).events, Calendar.from_ical(feed.octets).events, strict=True):
        assert (one["UID"], one["SUMMARY"], one.sequence, one.start) == (
            other["UID"],
            other["SUMMARY"],
            other.sequence,
            other.start,
        )


def test_a_feed_of_0_1_is_remembered_by_its_titles():
    feed, changes = revise(OF_0_1, TIMELINE, THIRD + dt.timedelta(hours=1))

    assert {change.subject.title for change in changes.reinstated} == {
        "Dinner of the League",
        "Talks with Minister Lien",
    }
    assert {change.subject.title for change in changes.changed} >= {"Joint press conference"}
    assert entry(feed.octets, "dinner")["SEQUENCE"] == 2


def test_what_a_feed_of_0_1_only_shows_as_off_is_not_cancelled_again():
    struck = b"STATUS:CANCELLED\r\n"
    dinner = slice_of(OF_0_1, "dinner")
    shown = OF_0_1.replace(dinner, dinner.replace(struck, b"STATUS:TENTATIVE\r\n"))
    _, changes = revise(shown, now_of_0_1(), THIRD, struck="show")

    assert struck in dinner
    assert changes.cancelled == ()


def test_a_name_of_0_1_that_begins_like_a_status_does_not_put_the_entry_off():
    title = "Cancelled: a play in three acts"
    before = OF_0_1.replace(b"SUMMARY:Plenary of the League of Ports", b"SUMMARY:" + title.encode())
    moved = changed("plenary", now_of_0_1(), title=title, timing=Hours(at(11, 11)))
    _, changes = revise(before, moved, THIRD)

    assert title.encode() in before
    assert (len(changes.moved), changes.reinstated) == (1, ())


# --- damage -----------------------------------------------------------------------------------------------------------


def broken(key: str, old: bytes, new: bytes) -> bytes:
    found = slice_of(OCTETS, key)
    assert old in found
    return OCTETS.replace(found, found.replace(old, new, 1))


DAMAGE = [
    broken("dinner", b"DTSTAMP:2025", b"DTSTAMP:2X25"),
    broken("dinner", b"DTSTAMP:2025", b"DTSTAMP:2026"),
    broken("dinner", b"SUMMARY:Dinner", b"SUMMARY:Dimmer"),
    broken("dinner", b"SUMMARY:Dinner", b"SUMMARX:Dinner"),
    broken("dinner", b"SEQUENCE:1", b"SEQUENCE:2"),
    broken("dinner", b"X-DIPLOCAL-DIGEST:", b"X-DIPLOCAL-DIGEST:0"),
    broken("dinner", b"UID:", b"UID:f"),
    broken("dinner", b"DESCRIPTION", b"DESCRIPTI\xffON"),
]


@pytest.mark.parametrize("octets", DAMAGE)
def test_what_was_damaged_is_written_again_and_never_passed_on(octets):
    feed, changes = revise(octets, TIMELINE, SECOND)
    found = entry(feed.octets, "dinner")

    assert [one["UID"] for one in Calendar.from_ical(feed.octets).events] == [
        one["UID"] for one in Calendar.from_ical(OCTETS).events
    ]
    assert (found["SUMMARY"], found.DTSTAMP, found["SEQUENCE"]) == (
        "Dinner of the League",
        SECOND,
        first_sequence(SECOND),
    )
    assert [slice_of(feed.octets, key) == slice_of(OCTETS, key) for key in ("press", "talks")] == [True, True]
    assert "1 entry of the feed was damaged" in changes.warnings[0]
    assert not revise(feed.octets, TIMELINE, THIRD)[1].warnings


def test_several_damaged_entries_are_counted():
    twice = DAMAGE[0].replace(b"SUMMARY:Joint", b"SUMMARX:Joint")

    assert revise(twice, TIMELINE, SECOND)[1].warnings[0].startswith("2 entries of the feed were damaged; ")


def test_a_damaged_entry_that_is_gone_leaves_no_ghost():
    feed, changes = revise(DAMAGE[0], without("dinner"), SECOND)

    assert not has(feed.octets, "dinner")
    assert not changes.cancelled
    assert changes.warnings


# --- windows, selections, audiences -----------------------------------------------------------------------------------


def test_what_leaves_the_window_goes_without_a_word():
    feed, changes = revise(OCTETS, TIMELINE, SECOND, since=dt.date(2025, 9, 12))

    assert not has(feed.octets, "dinner")
    assert has(feed.octets, "press")
    assert not changes


def test_what_moves_out_of_the_window_is_told():
    feed, changes = revise(OCTETS, changed("dinner", timing=Hours(at(30, 19))), SECOND, until=dt.date(2025, 9, 20))

    assert not has(feed.octets, "dinner")
    assert kinds(changes) == {"moved"}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (SECOND, {"removed"}),
        (dt.datetime(2025, 9, 11, 18, tzinfo=dt.UTC), {"removed"}),  # on the day of the talks
        (dt.datetime(2025, 9, 12, 18, tzinfo=dt.UTC), set()),  # they are over
    ],
)
def test_what_is_no_longer_a_persons_is_removed_and_not_called_cancelled(now, told):
    mine, _ = revise(None, TIMELINE, FIRST, only=by_person("lien"))
    feed, changes = revise(mine.octets, changed("talks", participants=[HOLT_LEADS]), now, only=by_person("lien"))

    assert has(mine.octets, "talks")
    assert not has(feed.octets, "talks")
    assert kinds(changes) == told


GONE = "became internal and went out of the feed without a word"
HIDDEN = [  # how something becomes internal, what must not be said any more, what whoever publishes is told
    (changed("dinner", audience=Audience.INTERNAL), ["Dinner", "ministers of several"], f"1 entry of the feed {GONE}"),
    (changed("press", audience=Audience.INTERNAL), ["Joint press", "example.org/press"], f"1 entry of the feed {GONE}"),
    (
        changed("press", changed("dinner", audience=Audience.INTERNAL), audience=Audience.INTERNAL),
        ["Dinner", "Joint press"],
        f"2 entries of the feed {GONE}",
    ),
    (changed("talks", internal_note="Fallback: walk out"), ["walk out"], ""),
    (changed("talks", participants=[HOLT_LEADS, Attendee(person=KWON, audience=Audience.INTERNAL)]), ["Kwon"], ""),
]


@pytest.mark.parametrize(("now", "secrets", "aside"), HIDDEN)
def test_what_became_internal_goes_without_a_word(now, secrets, aside):
    feed, changes = revise(OCTETS, now, SECOND)
    told = Calendar.from_ical(feed.octets).to_ical().decode().replace("\r\n ", "") + repr(changes)

    assert [secret for secret in secrets if secret in told] == []
    assert not changes.cancelled
    assert not changes.removed
    assert [one for one in changes.asides if GONE in one] == ([aside] if aside else [])


def test_what_vanished_and_speaks_of_what_became_internal_is_struck_without_its_words():
    related = changed("tour", relations=[Relation(kind=RelationKind.FOLLOWS, to="dinner")], status=Status.CONFIRMED)
    before, _ = revise(None, related, FIRST)
    feed, changes = revise(before.octets, without("tour", changed("dinner", audience=Audience.INTERNAL)), SECOND)

    assert b"Follows Dinner" in before.octets.replace(b"\r\n ", b"")
    found = entry(feed.octets, "tour")
    said = ("Cancelled: No longer announced", "CANCELLED", BEGIN + 1)
    assert (found["SUMMARY"], found["STATUS"], found["SEQUENCE"]) == said
    assert "DESCRIPTION" not in found
    assert [change.subject.title for change in changes.cancelled] == ["No longer announced"]
    assert changes.asides == (
        "1 entry of the feed became internal and went out of the feed without a word",
        "1 entry of the feed vanished and spoke of something internal, so that nothing of its words is left",
    )
    again, later = revise(feed.octets, without("tour", changed("dinner", audience=Audience.INTERNAL)), THIRD)
    assert (again.changed, bool(later), later.asides) == (False, False, ())


# --- what is refused --------------------------------------------------------------------------------------------------

REFUSED = [
    (b"", "begins with BEGIN:VCALENDAR"),
    (b"<html></html>", "begins with BEGIN:VCALENDAR"),
    (OCTETS[:-9], "stops before END:VCALENDAR"),
    (OCTETS[: len(OCTETS) // 2], "stops before END:VCALENDAR"),
    (OCTETS.replace(b"Dinner", b"Dinn\0r"), "NUL octets"),
    (OCTETS.replace(b"-//diplocal//diplocal 2//EN", b"-//Else//Else//EN"), "written by '-//Else//Else//EN'"),
    (OCTETS.replace(b"PRODID:-//diplocal//diplocal 2//EN\r\n", b""), "by nobody known"),
    (OCTETS.replace(b"//diplocal 2//EN", b"//diplocal 3//EN"), "newer version (format 3, this one knows 2)"),
    (OCTETS.replace(b"//diplocal 2//EN", b"//diplocal 99999999//EN"), "newer version"),
    (OCTETS.replace(b":VEVENT", b":VTODO"), "a VTODO"),
    (OCTETS[:-15] + slice_of(OCTETS, "press") + b"END:VEVENT\r\n" + OCTETS[-15:], "a second entry"),
    (OF_0_1.replace(b"SEQUENCE:0", b"SEQUENCE:x"), "can't be read"),
    (OF_0_1.replace(b"DTSTART;TZID=Europe/Oslo:", b"DTSTART:"), "DTSTART has no zone"),
]


@pytest.mark.parametrize(("previous", "message"), REFUSED)
def test_a_feed_that_is_not_ours_or_is_torn_or_newer_is_refused(previous, message):
    with pytest.raises(FeedError) as error:
        revise(previous, changed("press", title="Doorstep"), SECOND)

    assert message in str(error.value)


@pytest.mark.parametrize("key", ["dinner", "press", "talks"])
@pytest.mark.parametrize("name", ["DTSTAMP", "LAST-MODIFIED", "DTSTART", "SUMMARY", "STATUS"])
def test_an_entry_that_lacks_what_is_always_written_is_refused(key, name):
    found = slice_of(OF_0_1, key)
    kept = [line for line in found.splitlines(keepends=True) if not line.startswith(name.encode())]
    with pytest.raises(FeedError):
        revise(OF_0_1.replace(found, b"".join(kept)), without(key), SECOND)


def test_line_breaks_that_version_control_changed_are_no_change_of_content():
    feed, changes = revise(OCTETS.replace(b"\r\n", b"\n"), TIMELINE, SECOND)

    assert feed.octets == OCTETS
    assert not changes


def test_now_has_to_have_a_zone():
    with pytest.raises(ExportError, match="has no zone"):
        revise(None, TIMELINE, dt.datetime(2025, 9, 1))


def test_a_feed_near_a_megabyte_has_a_warning():
    big = changed("dinner", note="x" * LARGE)

    assert revise(None, TIMELINE, FIRST)[1].warnings == ()
    assert "0.9 MB" in revise(None, big, FIRST)[1].warnings[0]


# --- laws -------------------------------------------------------------------------------------------------------------

modes = st.sampled_from(["strike", "show", "drop"])


@st.composite
def states(draw: st.DrawFn, *, count: int = 2, audiences: st.SearchStrategy[Audience] | None = None) -> list[Timeline]:
    """A timeline and its later states: entries go, come back, and change."""
    first = draw(timelines())
    fields_of = {
        "timing": timings,
        "status": st.sampled_from(Status),
        "title": titles,
        "place": st.none() | places,
        "audience": st.just(Audience.PUBLIC) if audiences is None else audiences,
    }

    def later() -> Timeline:
        entries = []
        for one in first.entries:
            fate = draw(st.sampled_from(["as it is", "gone", *fields_of]))
            if fate in fields_of:
                entries.append(evolve(one, **{fate: draw(fields_of[fate])}))
            elif fate == "as it is":
                entries.append(one)
        return evolve(first, entries=in_order(entries))

    return [first, *(later() for _ in range(count - 1))]


@given(states(), modes)
def test_revising_again_changes_nothing(told, mode):
    before, after = told
    one, _ = revise(revise(None, before, FIRST)[0].octets, after, SECOND, struck=mode)
    two, changes = revise(one.octets, after, SECOND, struck=mode)

    assert (two.octets, two.changed, bool(changes)) == (one.octets, False, False)


@given(states())
def test_a_revision_is_a_feed_and_has_each_entry_once(told):
    before, after = told
    feed, _ = revise(revise(None, before, FIRST)[0].octets, after, SECOND)
    keys = [part.key for part in cut(feed.octets)[1] if part.name == "VEVENT"]

    assert len(keys) == len(set(keys))
    assert [one["UID"] for one in Calendar.from_ical(feed.octets).events] == keys


@given(states())
def test_what_is_placed_says_what_a_first_feed_would_say(told):
    before, after = told
    feed, _ = revise(revise(None, before, FIRST)[0].octets, after, SECOND)
    fresh = {one["UID"]: one for one in Calendar.from_ical(to_ical(after)).events}
    for one in Calendar.from_ical(feed.octets).events:
        if one["UID"] in fresh:
            other = fresh[one["UID"]]
            assert {name: one[name] for name in one if not name.startswith(OF_THE_FEED)} == {
                name: other[name] for name in other if not name.startswith(OF_THE_FEED)
            }


OF_THE_FEED = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "X-DIPLOCAL-")


@given(states(count=4), modes)
def test_sequence_never_falls_and_rises_by_one_while_an_entry_stays(told, mode):
    octets, counts, before = None, dict[str, int](), set[str]()
    for day, state in enumerate(told):
        feed, _ = revise(octets, state, FIRST + dt.timedelta(days=day), struck=mode)
        octets = feed.octets
        now = {str(one["UID"]): int(one.sequence) for one in Calendar.from_ical(octets).events}
        for key, count in now.items():
            assert count in (counts.get(key, count), counts.get(key, count) + 1) or key not in before
            assert count >= counts.get(key, 0)
        counts |= now
        before = set(now)


@given(states(audiences=st.just(Audience.INTERNAL)))
def test_nothing_internal_survives_a_revision(told):
    before, after = told
    feed, changes = revise(revise(None, before, FIRST)[0].octets, after, SECOND)
    shown = {(one.programme, one.key) for one in for_audience(after, Audience.PUBLIC).entries}
    hidden = {uid(one.programme, one.key) for one in after.entries if (one.programme, one.key) not in shown}

    assert [key for key in hidden if key.encode() in feed.octets.replace(b"\r\n ", b"")] == []
    assert [key for key in hidden if key in repr(changes)] == []

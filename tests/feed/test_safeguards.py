"""What looks like a mistake is asked before it reaches subscribers; a key that was changed keeps its UIDs."""

import datetime as dt

import pytest
from attrs import evolve

from diplocal import files
from diplocal.agenda import merge
from diplocal.errors import DoubtfulFeedError, ExportError, ProgrammeError
from diplocal.exporters.ical import to_ical
from diplocal.exporters.uids import uid
from diplocal.feed import by_person, preview, publish, revise
from diplocal.model import Audience, Status
from diplocal.resolver import resolve
from diplocal.timeline import Hours, NoDate, Timeline
from tests.exporters.harbour_talks import DESK, MINISTRY, TIMELINE, at
from tests.feed.editing import FIRST, SECOND, changed, entry, has, without

OTHER = evolve(
    TIMELINE, key="oslo", title="Oslo", entries=[evolve(one, programme="oslo") for one in TIMELINE.entries[:3]]
)
LATER = FIRST + dt.timedelta(days=60)


def only(*keys: str) -> Timeline:
    return TIMELINE.where(lambda one: one.key in keys)


FEW = [entry.key for entry in TIMELINE.entries][:2]
DOUBTFUL = [  # what is published instead, what is asked
    (OTHER, {}, "none of the 8 entries of the feed is in the programme 'oslo'"),
    (only(*FEW), {}, "6 of the 7 upcoming entries of the feed would go"),
    (TIMELINE, {"only": by_person("nobody")}, "7 of the 7 upcoming entries of the feed would go"),
    (TIMELINE, {"audience": Audience.INTERNAL}, "would show its subscribers what is internal"),
]


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "harbour.ics"
    publish(path, TIMELINE, FIRST)
    return path


@pytest.mark.parametrize(("timeline", "given", "asked"), DOUBTFUL)
def test_a_likely_mistake_is_refused_and_published_on_request(feed, timeline, given, asked):
    before = feed.read_bytes()
    with pytest.raises(DoubtfulFeedError) as error:
        publish(feed, timeline, SECOND, **given)
    looked_at, _ = preview(feed, timeline, SECOND, **given)

    assert asked in str(error.value)
    assert looked_at.doubts == error.value.doubts
    assert feed.read_bytes() == before
    publish(feed, timeline, SECOND, **given, sure=True)
    assert feed.read_bytes() == looked_at.octets != before


SURE = [
    (without("dinner"), SECOND),
    (changed("dinner", audience=Audience.INTERNAL), SECOND),
    (changed("dinner", status=Status.CANCELLED), SECOND),
    (merge([TIMELINE, OTHER]), SECOND),
    (only(*FEW), LATER),  # all of it is over
]


@pytest.mark.parametrize(("timeline", "now"), SURE)
def test_what_happens_every_day_is_not_asked(feed, timeline, now):
    publish(feed, timeline, now)


def test_a_look_at_a_revision_touches_nothing(tmp_path):
    found, changes = preview(tmp_path / "none.ics", TIMELINE, FIRST)

    assert found.changed
    assert changes.added
    assert list(tmp_path.iterdir()) == []


# --- changes that no source gave --------------------------------------------------------------------------------------

MOVED = Hours(at(11, 20))
UNSOURCED = [  # what is changed, whether a source says so
    (changed("dinner", timing=MOVED), False),
    (changed("dinner", timing=MOVED, source=DESK), True),
    (changed("dinner", timing=MOVED, source=evolve(MINISTRY, published=dt.date(2025, 9, 3))), True),
    (changed("dinner", status=Status.CANCELLED), False),
    (changed("dinner", timing=NoDate()), False),
]


@pytest.mark.parametrize(("now", "sourced"), UNSOURCED)
def test_a_change_is_credited_to_a_source_that_gave_it(now, sourced):
    before, _ = revise(None, TIMELINE, FIRST)
    _, changes = revise(before.octets, now, SECOND)
    (subject,) = [change.subject for kind in (changes.moved, changes.cancelled) for change in kind]

    assert (subject.source is not None) is sourced
    asked = "'Dinner of the League' was changed, but its source was not: name the source that says so"
    assert any(aside.startswith(asked) for aside in changes.asides) is not sourced


def test_several_changes_that_no_source_gave_are_counted():
    before, _ = revise(None, TIMELINE, FIRST)
    now = changed("plenary", changed("dinner", timing=MOVED), status=Status.CANCELLED)
    (aside,) = revise(before.octets, now, SECOND)[1].asides

    assert aside.startswith("2 entries were changed, but their sources were not ('")
    assert "' is the first)" in aside


def test_a_retitled_entry_needs_no_second_source():
    before, _ = revise(None, TIMELINE, FIRST)
    _, changes = revise(before.octets, changed("dinner", title="Supper"), SECOND)

    assert changes.retitled[0].subject.source
    assert not changes.asides


# --- changed keys -----------------------------------------------------------------------------------------------------

PROGRAMME = """
key = "oslo"
title = "Visit to Oslo"
[sources.agency]
publisher = "An agency"
published = 2025-09-01
zone = "Europe/Oslo"
[[events]]
key = "visit"
title = "Visit"
when = "10 September 2025"
[[events.sessions]]
key = "talks"
title = "Talks"
when = "10 September 2025"
"""


def dated(text: str) -> Timeline:
    return resolve(files.load(text))


RENAMED = [  # what is changed in the file, what keeps the UIDs
    ('key = "oslo"', 'key = "oslo-2025"', 'was = "oslo"'),
    ('key = "talks"', 'key = "first-talks"', 'was = "talks"'),
    ('key = "visit"', 'key = "the-visit"', 'was = "visit"'),
]


@pytest.mark.parametrize(("old", "new", "was"), RENAMED)
def test_a_changed_key_is_told_and_keeps_its_uid_where_the_old_one_is_given(old, new, was):
    before, _ = revise(None, dated(PROGRAMME), FIRST)
    _, lost = revise(before.octets, dated(PROGRAMME.replace(old, new)), SECOND)
    kept, changes = revise(before.octets, dated(PROGRAMME.replace(old, f"{new}\n{was}")), SECOND)

    assert "was a key changed? Give the old one as was = ..." in lost.asides[0]
    assert lost.cancelled
    assert kept.octets == before.octets
    assert not changes


def test_a_new_key_can_be_hidden_later():
    text = PROGRAMME.replace('key = "talks"', 'key = "first-talks"\nwas = "talks"')
    before, _ = revise(None, dated(PROGRAMME), FIRST)
    feed, changes = revise(before.octets, dated(f'{text}audience = "internal"\n'), SECOND)

    assert entry(before.octets, "talks", "oslo")
    assert not has(feed.octets, "talks", "oslo")
    assert not changes.cancelled


def test_a_former_key_that_is_in_use_is_refused():
    with pytest.raises(ProgrammeError, match=r"events\[0\].was: 'talks' is the key of events\[0\].sessions\[0\]"):
        dated(PROGRAMME.replace('key = "visit"', 'key = "visit"\nwas = "talks"'))
    same = PROGRAMME.replace('key = "visit"', 'key = "visit"\nwas = "x"').replace('"talks"', '"talks"\nwas = "x"')
    with pytest.raises(ExportError, match="two entries of programme 'oslo' have, or had, the key 'x'"):
        to_ical(dated(same))
    assert uid("oslo", "x")


def test_the_last_upcoming_entry_may_go_by_itself():
    timing = Hours(FIRST - dt.timedelta(days=2))
    over_and_dinner = changed("plenary", only("plenary", "dinner"), timing=timing)
    before, _ = revise(None, over_and_dinner, FIRST)
    feed, changes = revise(before.octets, without("dinner", over_and_dinner), SECOND)

    assert len(changes.cancelled) == 1
    assert feed.doubts == ()

"""Feeds of a person, a party, a topic, a place and an event: what each holds, and what it must not tell."""

import pytest
from attrs import evolve

from diplocal.agenda import merge
from diplocal.feed import by_event, by_party, by_person, by_place, by_topic, revise
from diplocal.model import Audience, Place
from diplocal.timeline import Attendee, Level, Timeline, in_order
from tests.exporters.harbour_talks import FREEDONIA, KWON, TIMELINE, TWELFTH, session
from tests.feed.editing import FIRST, changed, has

OSLO = Place(key="oslo", name="Oslo", zone="Europe/Oslo")
DAY = evolve(session("day", "In Oslo", TWELFTH, level=Level.DAY, own_place=True), place=OSLO)
VISIT = evolve(
    TIMELINE,
    entries=in_order(
        [*TIMELINE.entries, DAY, evolve(session("walk", "Walk", TWELFTH, parent="day"), place=OSLO)],
    ),
)

EVERYTHING = {one.key for one in VISIT.entries}
ELSEWHERE = {"vote", "bids"}  # events of their own, in which nobody takes part
LIENS = {"visit", "plenary", "talks", "press", "trilateral"}
CAUCUS = {"visit", "caucus"}  # which its delegation attends, and nobody may know
FILTERS = [  # what selects, what is kept; an entry without participants or topics has those of the visit
    (by_person("lien"), LIENS),
    (by_person("Nils Lien"), LIENS),
    (by_person("NILS LIEN "), LIENS),
    (by_person("holt"), EVERYTHING - ELSEWHERE - {"caucus"}),
    (by_person("kwon"), CAUCUS),
    (by_person("nobody"), set()),
    (by_person(""), set()),
    (by_party("norway"), LIENS),
    (by_party("NO"), LIENS),
    (by_party("Norway"), LIENS),
    (by_party("freedonia"), EVERYTHING - ELSEWHERE),
    (by_party("observers"), {"visit", "plenary"}),
    (by_topic("tide tables"), {"visit", "plenary"}),
    (by_topic("Tide"), {"visit", "plenary"}),
    (by_topic("Tid"), set()),
    (by_topic("pilots"), {"visit", "talks"}),
    (by_place("oslo"), {"visit", "day", "walk"}),
    (by_place("Bergen"), EVERYTHING - {"day", "walk"}),
    (by_event("visit"), EVERYTHING - ELSEWHERE),
    (by_event("vote"), {"vote"}),
    (by_event("day"), {"visit", "day", "walk"}),
]


def keys(timeline: Timeline) -> set[str]:
    return {one.key for one in timeline.entries}


@pytest.mark.parametrize(("select", "kept"), FILTERS)
def test_a_filter_keeps_what_belongs_and_the_entries_above(select, kept):
    assert keys(select(VISIT)) == kept


@pytest.mark.parametrize(("select", "kept"), FILTERS)
def test_a_filter_twice_is_a_filter_once(select, kept):
    assert select(select(VISIT)) == select(VISIT)


def published(**options) -> set[str]:
    feed, _ = revise(None, VISIT, FIRST, **options)
    return {one.key for one in VISIT.entries if has(feed.octets, one.key)}


@pytest.mark.parametrize(("select", "kept"), FILTERS)
def test_all_of_a_selection_is_published_that_has_a_date_and_is_public(select, kept):
    public = set() if kept is CAUCUS else kept & published()

    assert published(only=select) == public


def test_a_public_feed_of_a_person_does_not_tell_what_they_attend_internally():
    quiet = [Attendee(person=KWON, party=FREEDONIA, audience=Audience.INTERNAL)]
    timeline = changed("dinner", participants=quiet)

    assert "dinner" not in keys(by_person("kwon")(timeline))
    assert "dinner" in keys(by_person("kwon", Audience.INTERNAL)(timeline))
    assert not has(revise(None, timeline, FIRST, only=by_person("kwon", Audience.INTERNAL))[0].octets, "dinner")


def test_a_group_brings_in_its_members():
    league = changed("dinner", participants=[one for one in VISIT.entry("plenary").participants if not one.person])

    assert "dinner" in keys(by_party("norway")(league))


def test_feeds_of_several_programmes_keep_their_uids_and_tell_them_apart():
    other = evolve(
        TIMELINE, key="oslo", entries=[evolve(one, programme="oslo") for one in TIMELINE.entries], title="Oslo"
    )
    hidden = changed("dinner", other, audience=Audience.INTERNAL)
    feed, _ = revise(None, merge([TIMELINE, hidden]), FIRST, only=by_person("holt"))

    assert has(feed.octets, "dinner")
    assert not has(feed.octets, "dinner", "oslo")
    assert has(feed.octets, "plenary", "oslo")

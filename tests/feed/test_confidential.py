"""Nothing internal reaches the public: not in an export, not in a feed, not in what is told of a revision."""

import datetime as dt
import io
from collections.abc import Iterator
from string import Template
from typing import Any, TypeVar
from zipfile import ZipFile

import pytest
from attrs import evolve
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from diplocal import files
from diplocal.agenda import merge
from diplocal.cli.commands.publish import _record
from diplocal.cli.outputs import json_line
from diplocal.errors import ProgrammeError
from diplocal.exporters import EXPORTERS, export
from diplocal.exporters.audience import for_audience
from diplocal.feed import Changes, by_party, by_person, publish, revise, to_markdown
from diplocal.model import Audience, Event, Participant, Person, Programme, Session, Settled, Source, Status
from diplocal.phrases import parse
from diplocal.reading import Certainty
from diplocal.resolver import resolve
from diplocal.timeline import Concern, Days, NoDate, Timeline
from tests.feed.editing import FIRST, entry, has

AnyPart = TypeVar("AnyPart", Event, Participant)

# --- programmes with a marked word wherever something internal can say one --------------------------------------------

MARK = "Zyzzyva"
HIDDEN_DAYS = ("17 march 2031", "monday 17 to", "2031-03-17", "20310317")
"""The first day of an internal entry from which others count, as it may be written."""

SAYINGS = """
note = "$M"
internal_note = "$M"
url = "https://example.org/$M"
participants = ["envoy", "host: $m-state", { unnamed = "$M guests" }]
topics = [{ title = "$M", party = "$m-state", raised_by = "envoy" }]
claims = [{ issuer = "envoy", verb = "said", modality = "$M", phrase = "$M", source = "cable" }]
outcome = { title = "$M", source = "cable", url = "https://example.org/$M" }
series = { name = "$M", edition = 7 }
"""

HEAD = """
key = "oslo"
title = "Norway's week"

[sources.agency]
publisher = "An agency"
published = 2025-04-01
zone = "Europe/Oslo"

[sources.cable]
publisher = "$M cable"
title = "$M"
published = 2025-04-02
url = "https://example.org/$M"
via = ["annex"]

[sources.annex]
publisher = "$M annex"
published = 2025-04-03

[people.holt]
name = "Ada Holt"
party = "no"

[people.envoy]
name = "$M"
office = "$M"
party = "$m-state"
aliases = ["$M II"]
email = "a@$M.example"

[parties.no]
name = "Norway"

[parties.$m-state]
name = "$M land"

[places.oslo]
name = "Oslo"
zone = "Europe/Oslo"

[places.den]
name = "$M"
zone = "Asia/Seoul"
venue = "$M"
address = "$M"

[[events]]
key = "$m-caucus"
title = "$M caucus"
when = "from Monday 17 to Tuesday 18 March 2031"
place = "den"
source = "cable"
audience = "internal"
$sayings

[[events.sessions]]
key = "$m-below"
title = "Below the $M caucus"
time = "10:00"
"""

VISIT = """
[[events]]
key = "visit"
title = "Visit"
place = "oslo"
when = "$when"
status = "$status"
internal_note = "$M"
participants = [
  "holt",
  { person = "envoy", audience = "internal" },
  { unnamed = "$M guests", audience = "internal" },
]
topics = [{ title = "Fish", raised_by = "envoy" }]
claims = [{ issuer = "envoy", verb = "said", phrase = "$M", source = "cable" }]

[[events.sessions]]
key = "$m-dinner"
title = "$M dinner"
when = "Thursday 10 April 2025"
time = "19:00"
audience = "internal"
$sayings

[[events.sessions]]
key = "press"
title = "Press"
when = "$after"

[[events.sessions]]
key = "$m-annex"
title = "$M annex"
when = "undated"
audience = "internal"
"""

TOUR = """
[[events]]
key = "tour"
title = "Tour"
when = "from Monday 14 to Wednesday 16 April 2025"
[[events.days]]
key = "first"
title = "Arrival"
when = "Monday 14 April 2025"
internal_note = "$M"
[[events.days]]
key = "$m-day"
title = "$M day"
when = "the next day"
audience = "internal"
note = "$M"
[[events.days]]
key = "last"
title = "Departure"
when = "the next day"
"""

CALLS = """
[[events]]
key = "briefing"
title = "Briefing"
when = "the day after [$m-caucus]"
time = "09:00"
participants = ["holt", { person = "envoy", audience = "internal" }]

[[events]]
key = "second-day"
title = "A second day"
when = "the 2nd day of [$m-caucus]"

[[events]]
key = "reception"
title = "Reception"
when = "on Thursday"
anchor = "$m-caucus"
relations = [{ kind = "follows", to = "$m-caucus" }]

[[events]]
key = "dinner"
title = "Dinner"
when = "Thursday 10 April 2025"
time = "19:30"
place = "oslo"
participants = ["holt", { person = "envoy", audience = "internal" }]
"""

OPEN_TALKS = """
[[events]]
key = "talks"
title = "Talks"
when = "Thursday 10 April 2025"
time = "10:00-11:00"
"""

HIDDEN_TALKS = """
[[events]]
key = "talks"
title = "$M"
when = "Thursday 10 April 2025"
time = "10:00-11:00"
place = "den"
audience = "internal"
$sayings
"""

SECOND = """
key = "$m-second"
title = "$M tour"
note = "$M"

[sources.agency]
publisher = "$M bureau"
published = 2025-04-05
zone = "Europe/Oslo"

[sources.unused]
publisher = "$M unused"
published = 2025-04-06

[people.holt]
name = "$M the second"

[people.other]
name = "Ada Holt"

[parties.no]
name = "$M"

[[events]]
key = "visit"
title = "$M"
when = "Thursday 10 April 2025"
time = "19:30"
audience = "internal"
participants = ["other", "holt", "no"]
"""

THIRD = """
key = "third"
title = "Third programme"
[sources.agency]
publisher = "An agency"
published = 2025-04-01
zone = "Europe/Oslo"
[people.lie]
name = "The minister"
aliases = ["Ada Holt"]
[[events]]
key = "lunch"
title = "Lunch"
when = "Thursday 10 April 2025"
time = "19:30"
participants = [{ person = "lie", audience = "internal" }]
"""


def dated(*texts: str, **words: str) -> Timeline:
    marked = {"M": MARK, "m": MARK.lower(), "sayings": Template(SAYINGS).substitute(M=MARK, m=MARK.lower())}
    return resolve(files.load(Template("".join(texts)).substitute(marked | words)))


def everything_told(timeline: Timeline) -> Iterator[str]:
    """Give all that the public gets of a timeline; a Word file, which takes long to write, has a test of its own."""
    for name in (name for name in EXPORTERS if name != "docx"):
        yield export(timeline, name).replace(b"\r\n ", b"").decode()
    yield repr(for_audience(timeline, Audience.PUBLIC))


def told_of(changes: Changes) -> str:
    return "\n".join([repr(changes), to_markdown(changes), json_line(_record(changes)).decode()])


def leaks(texts: Iterator[str]) -> list[str]:
    """Find the lines that hold what is marked."""
    marks = (MARK.lower(), *HIDDEN_DAYS)
    return [line for text in texts for line in text.splitlines() for mark in marks if mark in line.lower()]


# --- the law ----------------------------------------------------------------------------------------------------------

WHENS = [
    "from Wednesday 9 to Friday 11 April 2025", "Thursday 10 April 2025", "on Thursday", "undated", "in April 2025",
    "by 30 April 2025", "next week",
]  # fmt: skip
AFTER = ["Thursday 10 April 2025", "the next day", "the same day", "undated", "on Thursday", "next Friday"]
STATUSES = ["expected", "postponed", "cancelled", "confirmed", "rescheduled"]
SELECTIONS = [None, by_person("Ada Holt"), by_party("Norway")]


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    parts = [HEAD]
    parts += [text for text in (VISIT, TOUR, CALLS) if draw(st.booleans())]
    parts += draw(st.sampled_from([[], [OPEN_TALKS], [HIDDEN_TALKS]]))
    words = {"when": WHENS, "after": AFTER, "status": STATUSES}
    try:
        made = dated(*parts, **{name: draw(st.sampled_from(choices)) for name, choices in words.items()})
    except ProgrammeError:  # the session lies outside the visit
        reject()
    others = [dated(text) for text in (SECOND, THIRD) if draw(st.booleans())]
    return merge([made, *others]) if others else made


options = st.fixed_dictionaries(
    {"struck": st.sampled_from(["strike", "show", "drop"]), "audience": st.sampled_from(Audience)},
    optional={"since": st.just(dt.date(2025, 4, 10)), "until": st.just(dt.date(2025, 4, 10))},
)
revisions = st.tuples(timelines(), options, st.sampled_from(SELECTIONS), st.sampled_from([0, 30]))


@settings(deadline=None)
@given(st.lists(revisions, min_size=1, max_size=4))
def test_no_marked_word_reaches_the_public(told):
    octets = None
    for day, (timeline, given_options, only, keep_days) in enumerate(told):
        now = dt.datetime(2025, 4, 2 + 3 * day, tzinfo=dt.UTC)
        feed, changes = revise(octets, timeline, now, only=only, keep_days=keep_days, **given_options)
        octets = feed.octets
        if given_options["audience"] is Audience.PUBLIC:
            said = octets.replace(b"\r\n ", b"").decode()
            assert leaks(iter([said, told_of(changes), *everything_told(timeline)])) == []
            assert "CONFIDENTIAL" not in said


# --- cases ------------------------------------------------------------------------------------------------------------

SPRING = dt.datetime(2025, 4, 2, tzinfo=dt.UTC)
WORDS = {"when": "Thursday 10 April 2025", "after": "undated", "status": "expected"}

LIE = Person(key="lie", name="Anna Lie")
HOLT = Person(key="holt", name="Ada Holt")
ENVOY = Person(key="envoy", name=MARK)
LIE_ATTENDS, HOLT_ATTENDS, ENVOY_ATTENDS = (Participant(person=one.key) for one in (LIE, HOLT, ENVOY))


def week(*events: Event) -> Timeline:
    """Date events that an agency announced on 1 September 2025."""
    agency = Source(key="agency", publisher="An agency", published=dt.date(2025, 9, 1), zone="Europe/Oslo")
    return resolve(
        Programme(key="oslo", title="A week", sources=[agency], people=[LIE, HOLT, ENVOY], events=events),
    )


def event(key: str, when: str = "", **given: Any) -> Event:
    """Announce an event, undated unless something is said of its time, and called by its key unless it has a title."""
    return Event(**{"key": key, "title": key.capitalize(), "when": parse(when) if when else None, **given})


def hidden(one: AnyPart) -> AnyPart:
    return evolve(one, audience=Audience.INTERNAL)


GALA = event("gala", "10 September 2025", title="Gala dinner for the press")
DINNER = hidden(event("dinner", "11 September 2025"))
TALKS = event("talks", "12 September 2025", participants=[LIE_ATTENDS])
SUMMIT = event("summit", "12 September 2025", participants=[LIE_ATTENDS])
RECEPTION = event("reception", "13 September 2025", participants=[LIE_ATTENDS])
DISCREET_RECEPTION = evolve(RECEPTION, participants=[hidden(LIE_ATTENDS)])


def public(timeline: Timeline) -> Timeline:
    return for_audience(timeline, Audience.PUBLIC)


def test_everything_marked_reaches_the_house():
    agenda = merge([dated(HEAD, VISIT, TOUR, CALLS, HIDDEN_TALKS, **WORDS), dated(SECOND), dated(THIRD)])
    for name in (name for name in EXPORTERS if name != "docx"):
        assert MARK.encode() in export(agenda, name, audience=Audience.INTERNAL)
    assert MARK in agenda.title


def test_a_word_file_tells_the_public_nothing_marked_and_the_house_everything():
    agenda = merge([dated(HEAD, VISIT, TOUR, CALLS, HIDDEN_TALKS, **WORDS), dated(SECOND), dated(THIRD)])

    assert leaks(unpacked(export(agenda, "docx"))) == []
    assert leaks(unpacked(export(agenda, "docx", audience=Audience.INTERNAL))) != []


def unpacked(octets: bytes) -> Iterator[str]:
    """Give the texts of a Word file, its own properties among them."""
    with ZipFile(io.BytesIO(octets)) as parts:
        yield from (parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))


LOST = [
    ("", Status.EXPECTED),
    ("next Thursday", Status.CONFIRMED),
    ("in September 2025", Status.RESCHEDULED),
    ("", Status.POSTPONED),
    ("", Status.CANCELLED),
]


@pytest.mark.parametrize(("when", "status"), LOST)
@pytest.mark.parametrize("mode", ["strike", "show", "drop"])
def test_an_entry_that_loses_its_date_keeps_its_internal_notes_to_the_house(when, status, mode):
    debate = event("debate", "Thursday", internal_note=MARK, participants=[HOLT_ATTENDS, hidden(ENVOY_ATTENDS)])
    lost = evolve(debate, when=parse(when) if when else None, status=status)
    before, _ = revise(None, week(debate), FIRST)
    feed, changes = revise(before.octets, week(lost), FIRST, struck=mode)

    assert leaks(iter([feed.octets.replace(b"\r\n ", b"").decode(), told_of(changes)])) == []
    assert changes.moved or changes.cancelled


def test_what_leaves_the_window_is_told_without_hidden_titles():
    shown = dated(HEAD.replace('audience = "internal"', ""))
    before, _ = revise(None, shown, SPRING)
    _, changes = revise(before.octets, dated(HEAD), SPRING, until=dt.date(2025, 4, 30))

    assert leaks(iter([told_of(changes)])) == []


@pytest.mark.parametrize("key", ["briefing", "second-day", "reception"])
def test_what_counts_from_an_internal_entry_has_its_date_and_no_word_of_how(key):
    whole = dated(HEAD, CALLS)
    found, reason = public(whole).entry(key), public(whole).entry(key).reason

    assert found.timing == whole.entry(key).timing
    assert reason
    assert (reason.phrase, reason.anchor, reason.anchored_on, reason.reading.why) == ("", None, "", "withheld")


def test_what_follows_a_hidden_sibling_has_its_date_and_no_word_of_how():
    found = public(dated(HEAD, TOUR)).entry("last")

    assert found.timing == Days(dt.date(2025, 4, 16), dt.date(2025, 4, 16))
    assert found.reason
    assert found.reason.reading.why == "withheld"


def test_no_path_tells_how_many_entries_the_public_does_not_see():
    whole = week(DINNER, event("vote", "next Thursday"))
    (of_vote,) = public(whole).notices
    reason = public(whole).entry("vote").reason

    assert [str(one).partition(": ")[0] for one in whole.notices] == ["events[1].when"]
    assert str(of_vote).startswith("vote: 'next Thursday' can mean ")
    assert of_vote.where == ""
    assert reason
    assert reason.where == ""


SETTLING = Session(key="below", title=MARK, when=parse("11 September 2025"), audience=Audience.INTERNAL)


def test_a_date_that_only_something_internal_settles_is_open_for_the_public():
    visit = event("visit", "next Thursday", internal_note=MARK)
    without_it, whole = week(visit), week(evolve(visit, sessions=[SETTLING]))
    eleventh = dt.date(2025, 9, 11)

    assert whole.entry("visit").timing == Days(eleventh, eleventh)
    assert public(whole).entry("visit") == public(without_it).entry("visit")
    assert isinstance(public(whole).entry("visit").timing, NoDate)
    (notice,) = (one for one in whole.notices if one.concern is Concern.WITHHELD)
    assert "for the public the date is open" in notice.message
    assert "date = 2025-09-11" in notice.settle
    assert notice not in public(whole).notices


def test_a_date_that_a_person_settled_is_told_the_public():
    eleventh = dt.date(2025, 9, 11)
    visit = event("visit", "next Thursday", internal_note=MARK, date=Settled(start=eleventh), sessions=[SETTLING])
    found = public(week(visit)).entry("visit")

    assert found.timing == Days(eleventh, eleventh)
    assert found.reason
    assert found.reason.reading.certainty is Certainty.CERTAIN
    assert "settles" in found.reason.reading.why


def test_sources_that_only_something_internal_cites_are_not_named_and_set_no_stamp():
    told = public(dated(HEAD, VISIT, **WORDS))

    assert [source.key for source in told.sources] == ["agency"]
    assert told.stamp == dt.datetime(2025, 3, 31, 22, tzinfo=dt.UTC)
    assert [person.key for person in told.people] == ["holt"]
    assert [party.key for party in told.parties] == ["no"]


def test_an_agenda_tells_nothing_of_a_programme_that_is_internal_as_a_whole():
    agenda = merge([dated(HEAD, CALLS), dated(SECOND), dated(THIRD)])

    assert public(agenda).title == "Norway's week; Third programme"
    assert public(agenda).note == ""
    assert [part.key for part in public(agenda).parts] == ["oslo", "third"]
    assert merge([dated(HEAD, CALLS), dated(SECOND)], title="The week").title == "The week"


def test_a_clash_of_an_internal_participant_is_told_the_house_alone():
    agenda = merge([dated(HEAD, CALLS), dated(THIRD)])

    assert any("Ada Holt is also at" in notice.message for notice in agenda.notices)
    assert not any("Ada Holt is also at" in notice.message for notice in public(agenda).notices)


def test_a_feed_for_the_house_becomes_public_without_a_trace():
    agenda = dated(HEAD, VISIT, CALLS, HIDDEN_TALKS, **WORDS)
    before, _ = revise(None, agenda, SPRING, audience=Audience.INTERNAL)
    fewer = dated(HEAD, VISIT, OPEN_TALKS, **WORDS)
    feed, changes = revise(before.octets, fewer, SPRING)

    assert MARK.encode() in before.octets
    assert leaks(iter([feed.octets.replace(b"\r\n ", b"").decode(), told_of(changes)])) == []
    assert b"CONFIDENTIAL" not in feed.octets
    assert entry(feed.octets, "dinner", "oslo")["SUMMARY"] == "Cancelled: No longer announced"
    assert [change.subject.title for change in changes.added] == ["Talks"]
    assert changes.asides[0] == "the feed was for the house until now: whoever had it knows what is internal"
    assert revise(feed.octets, fewer, SPRING)[0].octets == feed.octets


def test_the_changelog_does_not_name_a_programme_that_is_internal_as_a_whole(tmp_path):
    log = tmp_path / "changes.md"
    publish(tmp_path / "feed.ics", merge([dated(HEAD, CALLS), dated(SECOND)]), SPRING, changelog=log)

    assert "Norway's week, " in log.read_text()
    assert leaks(iter([log.read_text()])) == []


# --- what the public feed says already is no secret -------------------------------------------------------------------

STRUCK = [
    (GALA, [DINNER], "Cancelled: Gala dinner for the press"),
    (TALKS, [SUMMIT, DISCREET_RECEPTION], "Cancelled: Talks"),
    (TALKS, [DISCREET_RECEPTION], "Cancelled: Talks"),
]


@pytest.mark.parametrize(("gone", "rest", "title"), STRUCK)
def test_what_vanishes_is_struck_though_a_word_of_it_is_internal_elsewhere(gone, rest, title):
    before, _ = revise(None, week(gone, *rest), FIRST)
    feed, changes = revise(before.octets, week(*rest), FIRST)
    found = entry(feed.octets, gone.key, "oslo")

    assert (found["STATUS"], found["SUMMARY"]) == ("CANCELLED", title)
    assert len(changes.cancelled) == 1


def test_who_became_internal_is_not_named_in_what_vanishes():
    before, _ = revise(None, week(TALKS, RECEPTION), FIRST)
    feed, changes = revise(before.octets, week(DISCREET_RECEPTION), FIRST)

    assert b"Anna Lie" in before.octets
    assert b"Anna Lie" not in feed.octets
    assert "Anna Lie" not in told_of(changes)
    assert entry(feed.octets, "talks", "oslo")["SUMMARY"] == "Cancelled: No longer announced"
    assert has(feed.octets, "reception", "oslo")


@pytest.mark.parametrize(("title", "secret"), [("Retreat", True), ("Retreat of the lake", False)])
def test_what_the_calendar_alone_told_of_is_a_secret_since_it_became_internal(title, secret):
    walk = event("walk", "10 September 2025", title="Walk after the retreat")
    retreat = event("lake", title=title)
    before, _ = revise(None, week(walk, retreat), FIRST)
    feed, changes = revise(before.octets, week(hidden(retreat)), FIRST)

    assert title.encode() in before.octets
    assert not has(before.octets, "lake", "oslo")
    assert ("retreat" in told_of(changes)) is not secret
    assert (entry(feed.octets, "walk", "oslo")["SUMMARY"] == "Cancelled: No longer announced") is secret


def test_what_is_internal_in_one_place_and_public_in_another_is_no_secret():
    before, _ = revise(None, week(TALKS, SUMMIT, RECEPTION), FIRST)
    feed, _ = revise(before.octets, week(SUMMIT, DISCREET_RECEPTION), FIRST)

    assert entry(feed.octets, "talks", "oslo")["SUMMARY"] == "Cancelled: Talks"


def test_what_vanished_without_a_word_is_told_once_and_goes_when_it_is_over():
    before, _ = revise(None, week(TALKS, RECEPTION), FIRST)
    now, first = revise(before.octets, week(DISCREET_RECEPTION), FIRST)
    again, second = revise(now.octets, week(DISCREET_RECEPTION), FIRST)
    late, _ = revise(before.octets, week(DISCREET_RECEPTION), FIRST + dt.timedelta(days=12))

    assert ["spoke of something internal" in aside for aside in first.asides] == [True]
    assert (again.octets, second.asides) == (now.octets, ())
    assert not has(late.octets, "talks", "oslo")


def test_a_line_that_became_internal_is_no_change_to_tell():
    hosted = evolve(RECEPTION, participants=[HOLT_ATTENDS, LIE_ATTENDS])
    before, _ = revise(None, week(hosted), FIRST)
    feed, changes = revise(before.octets, week(evolve(hosted, participants=[HOLT_ATTENDS, hidden(LIE_ATTENDS)])), FIRST)

    assert feed.changed
    assert not changes


# --- a feed for the house that becomes public -------------------------------------------------------------------------


def test_an_entry_for_the_house_alone_goes_without_a_trace_when_it_vanishes():
    before, _ = revise(None, week(SUMMIT, DINNER), FIRST, audience=Audience.INTERNAL)
    feed, changes = revise(before.octets, week(SUMMIT), FIRST)

    assert has(before.octets, "dinner", "oslo")
    assert not has(feed.octets, "dinner", "oslo")
    assert changes.cancelled == ()


def test_an_entry_for_the_house_alone_that_is_public_and_off_is_not_new():
    off = evolve(DINNER, audience=Audience.PUBLIC, status=Status.CANCELLED)
    before, _ = revise(None, week(SUMMIT, DINNER), FIRST, audience=Audience.INTERNAL)
    _, changes = revise(before.octets, week(SUMMIT, off), FIRST)

    assert (changes.added, changes.cancelled) == ((), ())


def test_nothing_of_what_the_house_was_told_is_left_of_what_vanishes():
    noted = evolve(TALKS, internal_note="Bring the folder")
    before, _ = revise(None, week(SUMMIT, noted), FIRST, audience=Audience.INTERNAL)
    feed, changes = revise(before.octets, week(SUMMIT), FIRST)

    assert b"the folder" in before.octets
    assert b"the folder" not in feed.octets
    assert entry(feed.octets, "talks", "oslo")["SUMMARY"] == "Cancelled: No longer announced"
    assert "the folder" not in told_of(changes)

"""The whole way on the real story: from `examples/nato_brussels_2025.py` to a calendar and a timeline.

The files in `golden/` are what ``python examples/nato_brussels_2025.py tests/golden`` writes.
"""

import csv
import datetime as dt
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import icalendar
import ics
import pytest
import vobject
from attrs import evolve

import diplocal
from diplocal.model import Event, Outcome, Participant, Place, Programme, RelationKind, Series, Session, Source, Topic
from diplocal.phrases import parse
from diplocal.timeline import Days, Hours, NoDate, Sometime

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "examples" / "nato_brussels_2025.py"
GOLDEN = ROOT / "tests" / "golden"


def _example() -> ModuleType:
    spec = importlib.util.spec_from_file_location("nato_brussels_2025", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PROGRAMME: Programme = _example().PROGRAMME
TIMELINE = diplocal.resolve(PROGRAMME)
EVENTS = {event.key: event for event in PROGRAMME.events}
VISIT, MINISTERIAL, RULING = EVENTS["visit"], EVENTS["ministerial"], EVENTS["ruling"]
SESSIONS = {session.key: session for session in VISIT.sessions}
PARTNERS, BILATERAL = SESSIONS["partners-session"], SESSIONS["rutte"]
OTHERS, TRILATERAL = SESSIONS["other-bilaterals"], SESSIONS["trilateral"]
PARTNER_STATES = ("japan", "australia", "new-zealand", "korea")
FOUR_YEARS = Series(name="South Korea at NATO's foreign ministers' meeting", edition=4, consecutive=4, since=2022)
PEOPLE = {person.key: person for person in PROGRAMME.people}
PARTIES = {party.key: party for party in PROGRAMME.parties}
SOURCES = {source.key: source for source in PROGRAMME.sources}
THE_VISIT = Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4))
THE_SESSION = Days(dt.date(2025, 4, 3), dt.date(2025, 4, 3))
UNDATED = ("rutte", "other-bilaterals", "trilateral", "ruling")


# --- the forty facts --------------------------------------------------------------------------------------------------


def person(key: str) -> tuple[str, str, str | None]:
    return PEOPLE[key].name, PEOPLE[key].office, PEOPLE[key].party


def roles(entry: Event | Session) -> dict[str, str]:
    return {_who(one): one.role.value for one in entry.participants}


def _who(one: Participant) -> str:
    return one.person or one.party or one.unnamed


def topic(entry: Event | Session, words: str) -> Topic:
    (found,) = [one for one in entry.topics if words in one.title]
    return found


def told(entry: Event | Session) -> set[str]:
    """Give how an entry's claims and topics are put in the source."""
    return {words for claim in entry.claims for words in (claim.modality, claim.verb)} | {
        one.phrase for one in entry.topics
    }


FACTS = [  # row of the list of facts, its kind, what the programme or the timeline holds, what it should
    (1, "source", (SOURCES["vietnamnews"].publisher, SOURCES["vietnamnews"].via), ("Viet Nam News", ("herald",))),
    (1, "source", (SOURCES["herald"].via, SOURCES["mofa"].published), (("mofa",), dt.date(2025, 4, 1))),
    (2, "source", (SOURCES["vietnamnews"].published, SOURCES["vietnamnews"].zone), (dt.date(2025, 4, 1), "Asia/Seoul")),
    (3, "event", (MINISTERIAL.format, MINISTERIAL.place), (diplocal.Format.MINISTERIAL, "brussels")),
    (4, "date", TIMELINE.entry("ministerial").timing, Sometime(dt.date(2025, 3, 31), dt.date(2025, 4, 6))),
    (5, "date", TIMELINE.entry("partners-session").timing, THE_SESSION),
    (6, "date", TIMELINE.entry("visit").timing, THE_VISIT),
    (7, "person", person("cho"), ("Cho Tae-yul", "Foreign Minister", "korea")),
    (7, "person", roles(VISIT), {"cho": "head_of_delegation"}),
    (8, "person", person("rutte"), ("Mark Rutte", "Secretary General", "nato")),
    (8, "person", (roles(MINISTERIAL)["rutte"], roles(BILATERAL)["rutte"]), ("chair", "counterpart")),
    (9, "person", person("rubio"), ("Marco Rubio", "Secretary of State", "us")),
    (10, "person", person("iwaya"), ("Takeshi Iwaya", "Foreign Minister", "japan")),
    (10, "person", PEOPLE["iwaya"].aliases, ("IWAYA Takeshi",)),
    (11, "person", topic(TRILATERAL, "tariffs").raised_by, "trump"),
    (11, "person", {who.name for one in TIMELINE.entries for who in one.participants} & {"Donald Trump"}, set()),
    (12, "person", (person("yoon")[1], topic(RULING, "Impeachment").raised_by), ("President (impeached)", "yoon")),
    (13, "persons", OTHERS.participants[1].unnamed, "foreign ministers of several countries"),
    (14, "body", (PARTIES["nato"].kind, PARTIES["nato"].size), (diplocal.PartyKind.ORGANISATION, 32)),
    (15, "body", (PARTIES["ip4"].kind.value, PARTIES["ip4"].members), ("group", PARTNER_STATES)),
    (16, "body", {"eu", "ukraine"} <= set(roles(PARTNERS)), True),
    (16, "body", {"eu", "ukraine"} & set(PARTIES["ip4"].members), set()),
    (17, "body", PARTNERS.claims[0].issuer, "mofa"),
    (18, "body", (PARTIES["court"].name, roles(RULING)), ("Constitutional Court of Korea", {"court": "participant"})),
    (19, "session", {"nato", "ip4", "cho"} <= set(roles(PARTNERS)), True),
    (20, "session", (BILATERAL.format, set(roles(BILATERAL))), (diplocal.Format.BILATERAL, {"cho", "rutte"})),
    (21, "session", OTHERS.format, diplocal.Format.BILATERAL),
    (22, "session", set(roles(TRILATERAL)), {"cho", "rubio", "iwaya"}),
    (22, "session", TRILATERAL.relations[0].kind, RelationKind.ON_THE_MARGINS_OF),
    (23, "series", PARTNERS.series, FOUR_YEARS),
    (24, "topic", topic(PARTNERS, "industry").likely, True),
    (25, "topic", topic(PARTNERS, "Security ties").likely, True),
    (26, "topic", topic(TRILATERAL, "denuclearisation").likely, False),
    (27, "topic", topic(TRILATERAL, "economic").title, "Regional and economic cooperation"),
    (28, "topic", topic(TRILATERAL, "tariffs").phrase, "potential"),
    (29, "topic", topic(TRILATERAL, "prisoners of war").likely, True),
    (30, "topic", topic(PARTNERS, "spending").raised_by, "us"),
    (31, "topic", topic(PARTNERS, "exports").party, "korea"),
    (32, "background", "Russia's war against Ukraine" in PROGRAMME.note, True),
    (33, "background", (RULING.background, RULING.when, TIMELINE.entry("ruling").timing), (True, None, NoDate())),
    (34, "relation", (VISIT.relations[0].kind, VISIT.relations[0].to), (RelationKind.DESPITE, "ruling")),
    (34, "relation", (VISIT.relations[0].phrase, VISIT.status), ("remained unchanged", diplocal.Status.CONFIRMED)),
    (35, "status", (MINISTERIAL.status.value, MINISTERIAL.claims[0].modality), ("expected", "is set to")),
    (36, "modality", {"will likely", "is anticipated to", "aims to", "seeks to expand"} - told(PARTNERS), set()),
    (36, "modality", {"potential", "expected to include"} <= told(TRILATERAL), True),
    (37, "attribution", PARTNERS.claims[0].verb, "indicated"),
    (37, "attribution", (VISIT.claims[0].issuer, VISIT.claims[0].verb), ("mofa", "emphasised")),
    (38, "place", PROGRAMME.places, (Place(key="brussels", name="Brussels", country="BE", zone="Europe/Brussels"),)),
    (39, "evaluation", "strategic importance" in PROGRAMME.note, True),
    (39, "evaluation", [one for one in TIMELINE.entries if "strategic" in f"{one.title}{one.topics}{one.claims}"], []),
    (40, "outcome", [one.outcome for one in TIMELINE.entries if one.outcome], []),
]  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "held", "fact"), FACTS, ids=[f"{row}-{kind}" for row, kind, _, _ in FACTS])
def test_every_fact_has_its_place(row, kind, held, fact):
    assert held == fact


def test_no_fact_of_the_list_is_left_out(shared):
    text = (shared / "cases" / "article_facts.csv").read_text("utf-8")
    listed = [(int(line["row"]), line["kind"]) for line in csv.DictReader(text.splitlines(), delimiter=";")]
    assert list(dict.fromkeys((row, kind) for row, kind, _, _ in FACTS)) == listed


def test_what_came_of_it_has_its_place_too():
    session = evolve(SESSIONS["partners-session"], outcome=Outcome(title="Joint statement", source="mofa"))
    others = [one for one in VISIT.sessions if one.key != "partners-session"]
    timeline = diplocal.resolve(_with(evolve(VISIT, sessions=[session, *others])))
    assert "Outcome: Joint statement" in diplocal.export(timeline, "markdown").decode()


# --- the calendar, read by others -------------------------------------------------------------------------------------

CALENDAR = diplocal.export(TIMELINE, "ical")
SHOWN = [
    ("Cho Tae-yul in Brussels", dt.date(2025, 4, 2), dt.date(2025, 4, 5)),
    ("NATO session with the Indo-Pacific partners", dt.date(2025, 4, 3), dt.date(2025, 4, 4)),
]


def test_icalendar_shows_the_visit_and_the_session_and_nothing_else():
    found = icalendar.Calendar.from_ical(CALENDAR).walk("VEVENT")
    assert [(str(one["SUMMARY"]), one.decoded("DTSTART"), one.decoded("DTEND")) for one in found] == SHOWN


def test_vobject_shows_the_same():
    calendar = next(vobject.readComponents(CALENDAR.decode()))
    assert [(one.summary.value, one.dtstart.value, one.dtend.value) for one in calendar.vevent_list] == SHOWN


def test_ics_shows_the_same():
    found = sorted(ics.Calendar(CALENDAR.decode()).events, key=lambda one: one.begin)
    assert [(one.name, one.begin.date(), one.end.date()) for one in found] == SHOWN
    assert all(one.all_day for one in found)


def test_no_hour_is_made_up():
    assert not [entry for entry in TIMELINE.entries if isinstance(entry.timing, Hours)]
    assert b"VTIMEZONE" not in CALENDAR


@pytest.mark.parametrize("key", UNDATED)
def test_what_has_no_date_is_named_and_not_placed(key):
    entry = TIMELINE.entry(key)
    assert entry.timing == NoDate()
    (visit, _) = icalendar.Calendar.from_ical(CALENDAR).walk("VEVENT")
    assert entry.title in str(visit["DESCRIPTION"])
    markdown = diplocal.export(TIMELINE, "markdown").decode()
    assert entry.title in markdown.split("## No date given")[1].split("\n## ")[0]


def test_the_ruling_becomes_an_entry_once_a_second_source_dates_it():
    court = Source(key="court-notice", publisher="The court", published=dt.date(2025, 4, 1), zone="Asia/Seoul")
    ruling = evolve(RULING, when=parse("on Friday at 11 a.m. Korean time"), source="court-notice")
    programme = evolve(_with(ruling), sources=[*PROGRAMME.sources, court])
    timeline = diplocal.resolve(programme)
    found = {
        str(one["SUMMARY"]): one.decoded("DTSTART")
        for one in icalendar.Calendar.from_ical(diplocal.export(timeline, "ical")).walk("VEVENT")
    }
    assert found[RULING.title] == dt.datetime(2025, 4, 4, 2, tzinfo=dt.UTC)
    assert len(found) == 3


# --- how much hangs on the publication day ----------------------------------------------------------------------------


def _with(*changed: Event) -> Programme:
    """Change events of the programme; those of the same key are replaced."""
    keys = {event.key: event for event in changed}
    return evolve(PROGRAMME, events=[keys.get(event.key, event) for event in PROGRAMME.events])


def _anonymous(programme: Programme) -> Programme:
    return evolve(programme, sources=[evolve(source, published=None) for source in programme.sources])


FIRST, LAST = dt.date(2025, 3, 17), dt.date(2025, 4, 20)
DAYS = [FIRST + dt.timedelta(number) for number in range((LAST - FIRST).days + 1)]


def coming_thursday(published: dt.date) -> dt.date:
    """A weekday in a plan is the next such day, the publication day included."""
    return published + dt.timedelta((3 - published.weekday()) % 7)


def thursday_of_this_week(published: dt.date) -> dt.date | None:
    """A week runs from Monday; a weekend's is the week about to begin; what is planned doesn't lie behind."""
    weekday = published.weekday()
    monday = published + dt.timedelta(7 - weekday if weekday >= 5 else -weekday)
    thursday = monday + dt.timedelta(3)
    return thursday if thursday >= published else None


@pytest.mark.parametrize(
    ("ministerial", "expected"),
    [(MINISTERIAL, thursday_of_this_week), (evolve(MINISTERIAL, when=None), coming_thursday)],
    ids=["this-week", "without"],
)
def test_the_dates_for_each_publication_day_follow_from_the_conventions(ministerial, expected):
    found = diplocal.sensitivity(_with(ministerial), first=FIRST, last=LAST)
    for published in DAYS:
        stretch, thursday = found.on(published), expected(published)
        dates = {one.entry: (one.start, one.end, one.certainty.value) for one in stretch.answers}
        dates.pop("ministerial", None)
        if thursday is None:
            assert "Thursday" in stretch.problem
            assert not dates
            continue
        around = thursday - dt.timedelta(1), thursday + dt.timedelta(1)
        assert dates == {"visit": (*around, "certain"), "partners-session": (thursday, thursday, "certain")}, published


def test_the_publication_days_around_the_real_one_are_told_as_one_stretch():
    found = diplocal.sensitivity(PROGRAMME, first=FIRST, last=LAST)
    assert found.on(dt.date(2025, 3, 31)) is found.on(dt.date(2025, 4, 2))
    assert str(found.on(dt.date(2025, 4, 1))) == (
        "published Saturday 29 March to Thursday 3 April 2025: "
        "ministerial: Monday 31 March to Sunday 6 April 2025 (certain); "
        "visit: Wednesday 2 to Friday 4 April 2025 (certain); "
        "partners-session: Thursday 3 April 2025 (certain)"
    )


def test_the_dated_meeting_alone_dates_the_visit():
    dated = evolve(MINISTERIAL, when=parse("3 and 4 April 2025"))
    timeline = diplocal.resolve(_anonymous(_with(dated)))
    assert timeline.entry("visit").timing == THE_VISIT
    assert timeline.entry("partners-session").timing == THE_SESSION
    reason = timeline.entry("visit").reason
    assert reason is not None
    assert reason.anchored_on == f"read from '{MINISTERIAL.title}'"


def test_without_any_anchor_every_date_says_what_would_settle_it():
    with pytest.raises(diplocal.ProgrammeError) as caught:
        diplocal.resolve(_anonymous(PROGRAMME))
    problems = caught.value.problems
    assert [(one.where, one.read) for one in problems] == [
        ("events[0].when", "from Wednesday to Friday"),
        ("events[0].sessions[0].when", "Thursday"),
        ("events[1].when", "this week"),
    ]
    assert all("nothing to be read from" in one.why and "published = 2025-04-01" in one.settle for one in problems)


# --- the same bytes everywhere ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", ["ics", "md"])
def test_the_outputs_are_the_golden_ones(suffix):
    written = diplocal.export(TIMELINE, {"ics": "ical", "md": "markdown"}[suffix])
    assert written.decode() == (GOLDEN / f"{PROGRAMME.key}.{suffix}").read_bytes().decode()


@pytest.mark.parametrize(
    ("flags", "environment"),
    [
        ([], {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
        (["-O"], {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"}),
    ],
)
def test_the_script_writes_the_same_bytes_everywhere(flags, environment, tmp_path):
    run = subprocess.run(
        [sys.executable, *flags, str(SCRIPT), str(tmp_path)],
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    names = [f"{PROGRAMME.key}.ics", f"{PROGRAMME.key}.md"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert [(tmp_path / name).read_bytes() for name in names] == [(GOLDEN / name).read_bytes() for name in names]


def test_the_example_reads_in_two_minutes():
    assert len(SCRIPT.read_text("utf-8").splitlines()) <= 220

"""What a file may say, in long and in short: a row is the words in the file and the value they stand for."""

import datetime as dt

import pytest
from attrs import evolve

from diplocal.errors import ProgrammeError
from diplocal.files import SCHEMA_LINE, decode, dump, load
from diplocal.model import (
    Audience,
    Event,
    Outcome,
    Participant,
    Relation,
    RelationKind,
    Role,
    Series,
    Session,
    Settled,
    Status,
    Topic,
)
from diplocal.when import (
    At,
    CalendarDay,
    Clock,
    ClockSpan,
    Counted,
    DayOfMonth,
    DaySet,
    InPart,
    InZone,
    OnWeekday,
    PartOfDay,
    Undated,
    Weekday,
    Which,
)
from tests.broken_files import SOUND

HEAD = """\
key = "visit"
title = "A visit"

[sources.ministry]
publisher = "The ministry"
zone = "Asia/Seoul"

[people.cho]
name = "Cho Tae-yul"

[parties.nato]
name = "NATO"

[[events]]
key = "talks"
title = "Talks"
"""


def first(line: str) -> Event:
    return load(HEAD + line).events[0]


TIMES = [
    ('"10:00"', Clock(10)),
    ("10:00", Clock(10)),  # as of TOML 1.1
    ("10:00:00", Clock(10)),
    ('"9:05"', Clock(9, 5)),
    ('"around 12:30"', Clock(12, 30, about=True)),
    ('"10:00 local time"', Clock(10, zone="local")),
    ('"10:00 Europe/Brussels"', Clock(10, zone="Europe/Brussels")),
    ('"10:00 +09:00"', Clock(10, zone="+09:00")),
    ('"10:00 UTC-05:00"', Clock(10, zone="-05:00")),
    ('"10:00 CET"', Clock(10, zone="+01:00")),  # what the news means by it
    ('{ reference = "Clock", hour = 10, zone = "CET" }', Clock(10, zone="CET")),  # the zone of that name
    ('"10 a.m."', Clock(10)),
    ('"noon Korean time"', Clock(12, zone="Asia/Seoul")),
    ('"09.30"', Clock(9, 30)),
    ('"from 08.00"', Clock(8)),
    ('"+/- 09.00"', Clock(9, about=True)),
    ('"10-11"', ClockSpan(Clock(10), Clock(11))),
    ('"18:00 (tbc)"', Clock(18)),
    ('"10:00-11:30"', ClockSpan(Clock(10), Clock(11, 30))),
    ('"10:00 – 11:30 +09:00"', ClockSpan(Clock(10, zone="+09:00"), Clock(11, 30, zone="+09:00"))),
    ('"22:00-02:00"', ClockSpan(Clock(22), Clock(2))),
    (
        '{ reference = "ClockSpan", start = "10:00", end = "around 11:30" }',
        ClockSpan(Clock(10), Clock(11, 30, about=True)),
    ),
    ('"morning"', InPart(PartOfDay.MORNING)),
    ('"early hours Asia/Seoul"', InPart(PartOfDay.EARLY_HOURS, "Asia/Seoul")),
    ('"evening local time"', InPart(PartOfDay.EVENING, "local")),
    ('{ reference = "InZone", zone = "local" }', InZone("local")),
]


@pytest.mark.parametrize(("words", "time"), TIMES)
def test_a_time(words, time):
    place = '\nplace = "brussels"\n[places.brussels]\nname = "Brussels"\nzone = "Europe/Brussels"'
    assert first(f"time = {words}{place}").time == time


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ('time = "18:00 (tbc)"', Status.PROVISIONAL),
        ('time = "tbc"', Status.PROVISIONAL),
        ('time = "18:00 (tbc)"\nstatus = "confirmed"', Status.CONFIRMED),
        ('time = "18:00"', Status.EXPECTED),
    ],
)
def test_a_time_to_be_confirmed_makes_its_entry_provisional(said, status):
    place = '\nplace = "brussels"\n[places.brussels]\nname = "Brussels"\nzone = "Europe/Brussels"'
    entry = first(f"{said}{place}")
    assert (entry.status, entry.time) == (status, None if said == 'time = "tbc"' else Clock(18))


DAYS = [
    ('"on Thursday"', OnWeekday(Weekday.THURSDAY)),
    ('"Undated"', Undated()),
    ("2025-04-03", CalendarDay(4, 3, 2025)),
    ("2025-04-03T10:00:00", At(CalendarDay(4, 3, 2025), Clock(10))),
    ("2025-04-03 10:30:00-03:30", At(CalendarDay(4, 3, 2025), Clock(10, 30, "-03:30"))),
    ("2025-04-03T10:00:00Z", At(CalendarDay(4, 3, 2025), Clock(10, zone="+00:00"))),
    ('{ reference = "Counted", days = 3, base = "Thursday" }', Counted(3, OnWeekday(Weekday.THURSDAY))),
    ('{ reference = "DayOfMonth", day = 26, weekday = "monday" }', DayOfMonth(26, Weekday.MONDAY)),
    (
        '{ reference = "At", day = { reference = "DaySet", days = [2025-04-03, "Friday"] }, time = "10:00" }',
        At(DaySet([CalendarDay(4, 3, 2025), OnWeekday(Weekday.FRIDAY)]), Clock(10)),
    ),
    (
        '{ reference = "OnWeekday", weekday = "monday", which = "next" }',
        OnWeekday(Weekday.MONDAY, Which.NEXT),
    ),
]


@pytest.mark.parametrize(("words", "reference"), DAYS)
def test_a_day(words, reference):
    assert first(f"when = {words}").when == reference


FORMS = [
    ("date = 2025-04-11", "date", Settled(start=dt.date(2025, 4, 11))),
    ("date = [2025-04-11, 2025-04-12]", "date", Settled(start=dt.date(2025, 4, 11), end=dt.date(2025, 4, 12))),
    ("date = { start = 2025-04-11 }", "date", Settled(start=dt.date(2025, 4, 11))),
    ('participants = ["cho"]', "participants", (Participant(person="cho"),)),
    ('participants = ["host: nato"]', "participants", (Participant(party="nato", role=Role.HOST),)),
    ('participants = [{ unnamed = "allies" }]', "participants", (Participant(unnamed="allies"),)),
    (
        'participants = [{ person = "cho", role = "chair", audience = "internal" }]',
        "participants",
        (Participant(person="cho", role=Role.CHAIR, audience=Audience.INTERNAL),),
    ),
    (
        'topics = ["Trade", { title = "Tariffs", likely = true }]',
        "topics",
        (Topic(title="Trade"), Topic(title="Tariffs", likely=True)),
    ),
    (
        'relations = ["follows: x"]\nsessions = [{ key = "x", title = "X" }]',
        "relations",
        (Relation(kind=RelationKind.FOLLOWS, to="x"),),
    ),
    ('outcome = "Statement"', "outcome", Outcome(title="Statement")),
    (
        'outcome = { title = "Statement", source = "ministry" }',
        "outcome",
        Outcome(title="Statement", source="ministry"),
    ),
    ('series = "Ministerials"', "series", Series(name="Ministerials")),
    ("embargo = 2025-04-02T18:00:00", "embargo", dt.datetime(2025, 4, 2, 18)),
    ("[[events.sessions]]\nkey = 'x'\ntitle = 'X'", "sessions", (Session(key="x", title="X"),)),
]


@pytest.mark.parametrize(("line", "name", "value"), FORMS)
def test_a_form(line, name, value):
    assert getattr(first(line), name) == value


def test_a_key_that_a_person_and_a_party_share_is_said_with_its_kind():
    text = HEAD.replace("parties.nato", "parties.cho")
    with pytest.raises(ProgrammeError, match="is the key of a person and of a party"):
        load(text + 'participants = ["cho"]')
    programme = load(text + 'participants = [{ party = "cho" }]')
    assert 'participants = [{ party = "cho" }]' in dump(programme)


def test_a_byte_order_mark_and_the_line_ends_of_another_system_are_fine():
    data = b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode()
    assert load(decode(data)) == load("\ufeff" + SOUND) == load(SOUND)


def test_a_file_is_written_as_a_person_would_write_it():
    assert dump(load(SOUND)) == f"{SCHEMA_LINE}\n\n{SOUND}"


def test_comments_stand_above_what_they_are_about():
    text = dump(
        load(HEAD + 'when = "undated"'),
        comments={
            "": "A draft.\nCheck the names.",
            "people.cho": "who?",
            "events[0]": "which?",
            "events[0].when": "when?",
        },
    )
    assert (
        text.removeprefix(f"{SCHEMA_LINE}\n\n")
        == HEAD.replace('key = "visit"', '# A draft.\n# Check the names.\n\nkey = "visit"')
        .replace("[people.cho]", "# who?\n[people.cho]")
        .replace("[[events]]", "# which?\n[[events]]")
        + '# when?\nwhen = "undated"\n'
    )


def test_text_of_several_lines_keeps_them():
    programme = load(HEAD + 'note = """\nOne "quoted" \\\\ line.\nAnother.\n"""')
    assert programme.events[0].note == 'One "quoted" \\ line.\nAnother.\n'
    assert 'note = """\nOne \\"quoted\\" \\\\ line.\nAnother.\n"""' in dump(programme)


def test_a_programme_with_problems_is_not_written():
    programme = load(HEAD)
    with pytest.raises(ProgrammeError, match="the title is empty"):
        dump(evolve(programme, title=""))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('location = "oslo"', "place"),
        ('start = "10:00"', "time"),
        ('Location = "oslo"', "place"),
        ("attendees = []", "participants"),
        ('description = "x"', "note"),
        ('statuss = "held"', "status"),
    ],
)
def test_a_name_from_elsewhere_is_answered_with_ours(line, meant):
    with pytest.raises(ProgrammeError, match=rf"did you mean '{meant}'\?"):
        load(HEAD + line)

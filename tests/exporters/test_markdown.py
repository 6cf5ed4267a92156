"""The Markdown timeline: what a reader finds in it, section by section, and that no text of others bends it."""

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from diplocal.errors import ExportError
from diplocal.exporters import export
from diplocal.exporters.markdown import USUAL, to_markdown
from diplocal.exporters.markdown.markup import escaped
from diplocal.exporters.telling.fragments import one_line
from diplocal.model import (
    Access,
    Audience,
    Claim,
    Format,
    Outcome,
    Party,
    Person,
    Place,
    Relation,
    RelationKind,
    Role,
    Series,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.timeline import (
    Attendee,
    ByDay,
    Concern,
    DayPart,
    Days,
    Entry,
    Hours,
    Level,
    NoDate,
    Notice,
    Past,
    Reason,
    Sometime,
    Timeline,
    Timing,
)
from diplocal.when import PartOfDay
from tests.exporters.commonmark import links, shape, tables, tokens
from tests.exporters.entries import AGENCY, DAY, MINISTRY, SEOUL, at, entry, timeline
from tests.exporters.harbour_talks import TIMELINE
from tests.exporters.test_markup import TEXTS

GOLDEN = Path(__file__).with_name("harbour_talks.md")

OPTIONS = {"sections", "zones", "language", "audience", "edition", "reasons"}


def written(*entries: Entry, **given: Any) -> str:
    """Write entries, with what else the timeline holds and the options of the format."""
    options = {name: given.pop(name) for name in OPTIONS & given.keys()}
    return to_markdown(timeline(*entries, **given), **options)


def section(markdown: str, heading: str) -> str:
    """Cut out a section's text."""
    return re.split(r"^## ", markdown.partition(f"## {heading}\n\n")[2], maxsplit=1, flags=re.MULTILINE)[0].strip()


# --- the whole --------------------------------------------------------------------------------------------------------


def test_the_golden_timeline():
    assert to_markdown(TIMELINE, zones=["Asia/Seoul", "Washington=America/New_York"]) == GOLDEN.read_text("utf-8")


def test_the_registry_gives_the_same_in_utf_8():
    assert export(TIMELINE, "markdown", language="fr") == to_markdown(TIMELINE, language="fr").encode()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("markdwon", "did you mean 'markdown'"), ("ICAL", "did you mean 'ical'"), ("?", "the formats are ical")],
)
def test_an_unknown_format(name, hint):
    with pytest.raises(ExportError, match=hint):
        export(TIMELINE, name)


def test_asking_for_one_format_loads_no_other():
    code = "import sys; from diplocal.exporters import export; from diplocal.timeline import Timeline\n"
    code += "export(Timeline(key='k', title='t'), 'markdown'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "diplocal.exporters.markdown" in loaded
    assert not {"diplocal.exporters.ical", "diplocal.exporters.rfc5545", "icalendar", "babel"} & set(loaded)


def test_an_empty_timeline():
    assert to_markdown(Timeline(key="p", title="")) == "# untitled\n\nNo entries.\n"


def test_sections_in_the_order_wanted_and_a_level_of_ones_own():
    found = to_markdown(TIMELINE, sections=["sources", "undated"], heading=3)

    assert re.findall("^#.*", found, re.MULTILINE) == ["#### Sources", "#### No date given"]
    assert to_markdown(TIMELINE, sections="days") == to_markdown(TIMELINE, sections=["days"])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sections": ["day"]}, "'day' is not a section of a timeline; did you mean 'days'"),
        ({"sections": ["xyz"]}, "'xyz' is not a section of a timeline; there are head, brief, spans"),
        ({"zones": ["Asia/Soul"]}, "'Asia/Soul' is not a time zone; did you mean 'Asia/Seoul'"),
        ({"zones": ["../etc"]}, "'../etc' is not a time zone"),
        ({"zones": ["Europe"]}, "'Europe' is not a time zone"),
        ({"zones": [""]}, "'' is not a time zone; give an IANA name"),
        ({"heading": 0}, "heading level 0 is out of range"),
        ({"heading": 6}, "heading level 6 is out of range"),
        ({"language": "xx"}, "'xx' is not a language"),
        ({"language": ""}, "'' is not a language"),
        ({"language": "../fr"}, "'../fr' is not a language"),
    ],
)
def test_options_that_are_none(options, message):
    with pytest.raises(ExportError, match=f"^{re.escape(message)}"):
        to_markdown(TIMELINE, **options)


# --- head -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ([AGENCY], "As announced by An agency on 1 April 2025."),
        (
            [AGENCY, MINISTRY],
            "As of 3 April 2025. As announced by An agency on 1 April 2025; latest source: The ministry, 3 April 2025.",
        ),
        ([MINISTRY, AGENCY], "As announced by The ministry on 3 April 2025."),
        ([Source(key="s", publisher="A leaflet")], "As announced by A leaflet."),
        (
            [Source(key="s", publisher="X", published=dt.datetime(2025, 4, 1, 23, tzinfo=dt.UTC), zone="Asia/Seoul")],
            "As announced by X on 2 April 2025.",
        ),
    ],
)
def test_who_announced_it(sources, said):
    assert said in written(entry(), sources=sources).splitlines()


def test_the_head_counts_neither_the_cancelled_nor_the_background():
    found = written(
        entry("visit", level=Level.EVENT),
        entry("ruling", timing=Days(dt.date(2025, 5, 1), dt.date(2025, 5, 1)), background=True),
        entry("dinner", timing=Days(dt.date(2025, 6, 1), dt.date(2025, 6, 1)), status=Status.CANCELLED),
    )

    assert found.splitlines()[2] == "**Brussels · Thursday 3 April 2025**"


def test_places_that_are_too_many_are_counted():
    places = [Place(key=name, name=name, zone="Europe/Brussels") for name in ("Ghent", "Bruges", "Liège", "Namur")]
    entries = [entry(place.key, place=place) for place in places]

    assert written(*entries[:3]).splitlines()[2] == "**Ghent, Bruges and Liège · Thursday 3 April 2025**"
    assert written(*entries).splitlines()[2] == "**Ghent, Bruges and 2 more places · Thursday 3 April 2025**"


# --- times ------------------------------------------------------------------------------------------------------------

FIXED = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("timing", "here", "seoul", "los_angeles"),
    [
        (Hours(at(15)), "15:00", "22:00", "06:00"),
        (Hours(at(15), at(16, 30)), "15:00–16:30", "22:00–23:30", "06:00–07:30"),
        (Hours(at(16, 30), at(17, 30)), "16:30–17:30", "23:30–00:30 +1 day", "07:30–08:30"),
        (Hours(at(18), at(19)), "18:00–19:00", "01:00–02:00 +1 day", "09:00–10:00"),
        (Hours(at(8), at(10)), "08:00–10:00", "15:00–17:00", "23:00 -1 day – 01:00"),
        (Hours(at(22), at(1, 0, 4)), "22:00–01:00 +1 day", "05:00–08:00 +1 day", "13:00–16:00"),
        (Hours(at(1), about=True), "Around 01:00", "08:00", "16:00 -1 day"),
        (Hours(at(15), at(15)), "15:00", "22:00", "06:00"),
        (Hours(at(9, zone=FIXED)), "02:00", "09:00", "17:00 -1 day"),
        (DayPart(DAY, PartOfDay.EARLY_HOURS), "Early hours", "", ""),
        (Days(DAY, DAY), "Time not given", "", ""),
    ],
)
def test_times_side_by_side(timing, here, seoul, los_angeles):
    other = entry("other", timing=Hours(at(12)))
    found = written(entry(timing=timing), other, zones=["Asia/Seoul", "LA=America/Los_Angeles"])
    header, *rows = tables(section(found, "Thursday 3 April 2025"))[0]

    assert header[:4] == ["Brussels", "Seoul", "LA", "Session"]
    assert [row[:3] for row in rows if row[3].startswith("Talks")] == [[here, seoul, los_angeles]]


def test_a_clock_that_shows_a_time_twice_says_which():
    first, second = at(2, 30, 26, month=10), at(2, 30, 26, month=10).replace(fold=1)
    found = written(entry("a", timing=Hours(first)), entry("b", timing=Hours(second, at(3, 0, 26, month=10))))
    (rows,) = tables(section(found, "Sunday 26 October 2025"))

    assert [row[0] for row in rows[1:]] == ["02:30 UTC+2", "02:30 UTC+1–03:00"]


def test_times_in_several_zones_each_bear_their_name():
    found = written(
        entry("call", place=SEOUL, zone="Asia/Seoul", timing=Hours(at(10, zone=ZoneInfo("Asia/Seoul")))),
        entry("talks", timing=Hours(at(15))),
        entry("press", place=None, zone=None, timing=Hours(at(20, zone=FIXED))),
    )
    (rows,) = tables(section(found, "Thursday 3 April 2025"))

    assert [row[0] for row in rows] == ["Time", "10:00 Seoul", "15:00 Brussels", "20:00 UTC+9"]
    assert "Times are local, each with its zone." in found


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "UTC"), (540, "UTC+9"), (345, "UTC+5:45"), (-210, "UTC-3:30"), (-660, "UTC-11")]
)
def test_a_time_at_an_offset_that_no_place_has_names_it(minutes, name):
    zone = dt.timezone(dt.timedelta(minutes=minutes))
    found = written(entry("press", place=None, zone=None, timing=Hours(at(20, zone=zone))), entry(timing=Hours(at(15))))
    (rows,) = tables(section(found, "Thursday 3 April 2025"))

    assert f"20:00 {name}" in [row[0] for row in rows]


def test_the_offset_is_told_where_it_is_the_same_throughout():
    spring = entry("spring", timing=Hours(at(10)))
    autumn = entry("autumn", timing=Hours(at(10, month=11)))

    assert "Times are those of Brussels (UTC+2); beside them Seoul (UTC+9)." in written(spring, zones=["Asia/Seoul"])
    assert "Times are those of Brussels; beside them Seoul (UTC+9)." in written(spring, autumn, zones=["Asia/Seoul"])
    assert "Times are" not in written(entry(), zones=["Asia/Seoul"])


def test_a_time_told_in_another_zone_stands_on_the_day_of_the_place():
    found = written(entry(timing=Hours(at(6, 0, 4, zone=ZoneInfo("Asia/Seoul")))))

    assert section(found, "Thursday 3 April 2025").splitlines() == [
        "- 23:00 — **Talks**, expected",
        "  - Announced as Friday 4 April 2025, 06:00 Seoul",
    ]


# --- days -------------------------------------------------------------------------------------------------------------


def test_one_item_or_long_cells_make_a_list_and_short_ones_a_table():
    short = [entry(name, timing=Hours(at(hour))) for hour, name in ((9, "opening"), (10, "plenary"))]
    long = entry("signing", timing=Hours(at(11)), note="x" * 200)

    assert tables(written(short[0], sections="days")) == []
    assert tables(written(*short, sections="days")) == [
        [["Brussels", "Session"], ["09:00", "Opening"], ["10:00", "Plenary"]]
    ]
    assert tables(written(*short, long, sections="days")) == []


def test_a_table_without_any_time_has_no_column_for_it():
    assert tables(written(entry("a"), entry("b"), sections="days")) == [[["Session"], ["A"], ["B"]]]


def test_the_day_of_a_visit_names_its_section_once():
    day = entry("second", title="Second day: Ghent", level=Level.DAY, place=Place(key="ghent", name="Ghent"))
    talks = entry("talks", parent="second", place=day.place, timing=Hours(at(9)))
    visit = entry("visit", level=Level.EVENT, timing=Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4)))
    found = written(visit, evolve(day, parent="visit"), talks)

    assert section(found, "Thursday 3 April 2025").splitlines() == [
        "Place: Ghent · All: expected",
        "",
        "**Second day: Ghent**",
        "",
        "- 09:00 — **Talks**",
    ]
    assert section(found, "Over several days") == (
        "- Wednesday 2 to Friday 4 April 2025 — **Visit**, expected\n  - Place: Brussels"
    )


def test_a_day_without_a_title_is_named_by_its_date():
    talks = entry(relations=[Relation(kind=RelationKind.FOLLOWS, to="second")])

    assert "Follows Thursday 3 April 2025" in written(entry("second", title="", level=Level.DAY), talks)


@pytest.mark.parametrize(
    ("timing", "said"),
    [
        (Days(dt.date(2025, 4, 3), dt.date(2025, 4, 24)), "Thursday 3 to Thursday 24 April 2025"),
        (
            Hours(at(9), at(17, 0, 24)),
            (
                "Thursday 3 April 2025, 09:00 – Thursday 24 April 2025, 17:00 "
                "(Seoul Thursday 3 April 2025, 16:00 – Friday 25 April 2025, 00:00)"
            ),
        ),
    ],
)
def test_a_session_of_three_weeks_is_said_once(timing, said):
    found = written(entry("conference", timing=timing), entry("talks"), zones=["Asia/Seoul"])

    assert section(found, "Over several days") == f"- {said} — **Conference**, expected"
    assert found.count("Conference") == 1


def test_several_events_say_which_a_session_belongs_to():
    events = [entry(name, level=Level.EVENT, timing=Days(DAY, dt.date(2025, 4, 4))) for name in ("visit", "summit")]
    sessions = [entry("talks", parent="visit"), entry("plenary", parent="summit")]

    assert "  - Part of Visit" in written(*events, sessions[0], entry("dinner", parent="summit", timing=NoDate()))
    assert "Part of" not in written(*events, sessions[0])
    assert tables(written(*events, *sessions, sections="days"))[0][1:] == [
        ["Talks", "Part of Visit"],
        ["Plenary", "Part of Summit"],
    ]


# --- changes ----------------------------------------------------------------------------------------------------------

YESTERDAY = dt.date(2025, 4, 2)


def moved(timing: Timing, status: Status, before: Timing, **given: Any) -> Entry:
    past = [Past(timing=before, status=Status.EXPECTED, source=AGENCY)]
    return entry(timing=timing, status=status, source=MINISTRY, earlier=past, **given)


def test_a_moved_session_leaves_a_trace_on_its_old_day():
    found = written(moved(Hours(at(15)), Status.RESCHEDULED, Hours(at(10, 0, 2))), sources=[AGENCY, MINISTRY])

    assert section(found, "Wednesday 2 April 2025") == (
        "- ~~10:00~~ — ~~**Talks**~~, moved to Thursday 3 April 2025, 15:00 (The ministry, 3 April 2025)"
    )
    assert section(found, "Thursday 3 April 2025").splitlines() == [
        "- 15:00 — **Talks**, rescheduled",
        "  - Rescheduled, according to The ministry, 3 April 2025",
        "  - Earlier: ~~Wednesday 2 April 2025, 10:00~~ (An agency, 1 April 2025)",
    ]


def test_the_old_day_of_a_moved_session_is_not_said_to_have_been_where_it_is_now():
    lunch = entry("lunch", place=SEOUL)
    found = written(moved(Hours(at(15)), Status.RESCHEDULED, Hours(at(10, 0, 2))), lunch, sources=[AGENCY, MINISTRY])

    assert "Place: " not in section(found, "Wednesday 2 April 2025")
    assert "Place: Brussels" in section(found, "Thursday 3 April 2025")


@pytest.mark.parametrize(
    ("status", "head"),
    [
        (Status.EXPECTED, "Brussels and Seoul · Thursday 3 to Friday 4 April 2025"),
        (Status.CANCELLED, "Brussels · Thursday 3 April 2025"),
    ],
)
def test_the_head_tells_where_and_when_of_what_is_not_cancelled(status, head):
    lunch = entry("lunch", place=SEOUL, timing=Days(DAY + dt.timedelta(days=1), DAY + dt.timedelta(days=1)))

    assert written(entry(), evolve(lunch, status=status)).splitlines()[2] == f"**{head}**"


def test_the_head_of_what_is_cancelled_as_a_whole_says_where_and_when_it_would_have_been():
    assert written(entry(status=Status.CANCELLED)).splitlines()[2] == "**Brussels · Thursday 3 April 2025**"


def test_a_session_moved_within_its_day_stands_there_once():
    found = written(moved(Hours(at(15)), Status.RESCHEDULED, Hours(at(10))), sources=[AGENCY, MINISTRY])

    assert found.count("**Talks**") == 1
    assert "Earlier: ~~Thursday 3 April 2025, 10:00~~ (An agency, 1 April 2025)" in found


def test_a_cancelled_session_is_struck_through_with_who_said_so():
    found = written(
        moved(Hours(at(15)), Status.CANCELLED, Hours(at(15)), format=Format.BILATERAL), sources=[AGENCY, MINISTRY]
    )

    assert section(found, "Thursday 3 April 2025").splitlines() == [
        "- ~~15:00~~ — ~~**Talks**~~, bilateral, **cancelled**",
        "  - Cancelled, according to The ministry, 3 April 2025",
        "  - Earlier: expected (An agency, 1 April 2025)",
    ]


def test_a_postponed_session_has_no_date_but_its_old_one():
    found = written(moved(NoDate(), Status.POSTPONED, Days(YESTERDAY, YESTERDAY)), sources=[AGENCY, MINISTRY])

    assert section(found, "Wednesday 2 April 2025") == ("- ~~**Talks**~~, postponed (The ministry, 3 April 2025)")
    assert section(found, "No date given").splitlines() == [
        "- **Talks**, postponed",
        "  - Postponed, according to The ministry, 3 April 2025",
        "  - Earlier: ~~Wednesday 2 April 2025~~ (An agency, 1 April 2025)",
    ]


def test_everything_in_little_room():
    cancelled = entry("tour", status=Status.CANCELLED)
    lunch = entry("lunch", timing=Hours(at(12)), place=Place(key="ghent", name="Ghent"))
    talks = entry("talks", timing=Hours(at(9)), participants=[Attendee(party=KOREA), Attendee(unnamed="guests")])

    assert tables(written(talks, lunch, cancelled, entry("later", timing=NoDate()), sections="brief")) == [
        [
            ["Time", "Session", "Who", "Where"],
            ["Thursday 3 April 2025", "", "", ""],
            ["", "Tour, cancelled", "", "Brussels"],
            ["09:00", "Talks", "South Korea, guests", "Brussels"],
            ["12:00", "Lunch", "", "Ghent"],
            ["No date given", "", "", ""],
            ["", "Later", "", "Brussels"],
        ]
    ]


def test_an_edition_says_of_when_it_is():
    assert "Edition 2, as of 1 April 2025. As announced by An agency" in written(entry(), sources=[AGENCY], edition="2")


def test_reasons_can_be_left_out():
    assert "How each date was read" in written(entry(reason=reason()))
    assert "How each date was read" not in written(entry(reason=reason()), reasons=False)


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        ([Status.EXPECTED, Status.EXPECTED], True),
        ([Status.EXPECTED, Status.CONFIRMED], False),
        ([Status.CANCELLED, Status.CANCELLED], False),
        ([Status.EXPECTED], False),
    ],
)
def test_a_status_of_all_of_a_day_is_said_once_unless_it_is_news(statuses, said):
    entries = [entry(f"k{number}", status=status) for number, status in enumerate(statuses)]
    found = section(written(*entries), "Thursday 3 April 2025")

    assert ("All: " in found) == said
    assert found.count(statuses[0].value) == (1 if said else statuses.count(statuses[0]))


# --- windows and what has no date -------------------------------------------------------------------------------------


def test_windows_stay_windows():
    found = written(
        entry("a", timing=Sometime(dt.date(2025, 3, 31), dt.date(2025, 4, 6))),
        entry("b", timing=ByDay(DAY)),
        entry("c", timing=Sometime(dt.date(2024, 12, 30), dt.date(2025, 1, 5))),
    )

    assert section(found, "Within a window").splitlines() == [
        "- Some time between Monday 30 December 2024 and Sunday 5 January 2025 — **C**, expected",
        "- Some time between Monday 31 March and Sunday 6 April 2025 — **A**, expected",
        "- By Thursday 3 April 2025 — **B**, expected",
    ]
    assert "Thursday 3 April 2025\n" not in found


def test_undated_sessions_stand_under_what_they_belong_to():
    readings = [Alternative(DAY, DAY, "next week's"), Alternative(YESTERDAY, YESTERDAY, "")]
    found = written(
        entry("visit", level=Level.EVENT, timing=Days(YESTERDAY, DAY)),
        entry("call", parent="visit", timing=NoDate(readings)),
        entry("summit", level=Level.EVENT, timing=NoDate()),
        entry("dinner", parent="summit", timing=NoDate()),
        entry("ruling", level=Level.EVENT, timing=NoDate(), background=True, format=Format.RULING),
        entry("lost", parent="nowhere", timing=NoDate()),
    )

    assert section(found, "No date given").splitlines() == [
        "- During **Visit**, Wednesday 2 to Thursday 3 April 2025:",
        "  - **Call**, expected",
        "    - Date open: Thursday 3 April 2025 (next week's) or Wednesday 2 April 2025",
        "- **Summit**, expected",
        "  - **Dinner**, expected",
        "- **Ruling**, expected, background",
        "- **Lost**, expected",
    ]


# --- what is told of an entry -----------------------------------------------------------------------------------------

KOREA = Party(key="kr", name="South Korea")
MINISTER = Person(key="m", name="A Minister", office="Foreign Minister", party="kr")


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"participants": [Attendee(person=MINISTER, party=KOREA)]}, "A Minister (Foreign Minister, South Korea)"),
        ({"participants": [Attendee(party=KOREA, role=Role.HOST)]}, "South Korea (host)"),
        ({"participants": [Attendee(unnamed="several ministers")]}, "Participants: several ministers"),
        (
            {"participants": [Attendee(party=Party(key="g", name="G", members=("kr", "m")))]},
            "G (South Korea, A Minister)",
        ),
        ({"participants": [Attendee(party=Party(key="g", name="G", size=32))]}, "G (32 members)"),
        ({"topics": [Topic(title="Tariffs", likely=True)]}, "Topics: Tariffs (expected)"),
        ({"topics": [Topic(title="Tariffs", likely=True, phrase="potential")]}, "Tariffs (expected: “potential”)"),
        ({"topics": [Topic(title="Exports", party="kr")]}, "Exports (aim of South Korea)"),
        ({"topics": [Topic(title="A", raised_by="m"), Topic(title="B")]}, "A (raised by A Minister); B"),
        ({"format": Format.TWO_PLUS_TWO}, "**Talks**, two-plus-two, expected"),
        ({"title": "Farewell Banquet", "format": Format.BANQUET}, "**Farewell Banquet**, expected"),
        ({"status": Status.MOVED_ONLINE, "access": Access.POOLED}, "**Talks**, moved online, pooled press"),
        ({"embargo": at(15)}, "Embargoed until Thursday 3 April 2025, 15:00 Brussels"),
        ({"embargo": dt.datetime(2025, 4, 3, 15)}, "Embargoed until Thursday 3 April 2025, 15:00"),
        ({"embargo": DAY}, "Embargoed until Thursday 3 April 2025"),
        ({"accreditation": DAY}, "Accreditation by Thursday 3 April 2025"),
        (
            {"claims": [Claim(issuer="kr", verb="said", modality="is set to", phrase="talks")]},
            "South Korea said: “is set to”, “talks”",
        ),
        ({"claims": [Claim(phrase="talks", source="ministry")]}, "Statement: The ministry: “talks”"),
        ({"series": Series(name="Row", consecutive=4, since=2022)}, "Series: Row, 4 in a row, since 2022"),
        ({"relations": [Relation(kind=RelationKind.DESPITE, to="talks")]}, "Goes ahead despite Talks"),
        (
            {"outcome": Outcome(title="A statement", source="ministry")},
            "Outcome: A statement (The ministry, 3 April 2025)",
        ),
        ({"note": "two\nlines"}, "Note: two lines"),
        ({"source": MINISTRY}, "Source: The ministry, 3 April 2025"),
        ({"url": "https://example.org/"}, "[**Talks**](<https://example.org/>), expected"),
    ],
)
def test_what_is_told_of_an_entry(given, line):
    found = written(entry(**given), sources=[AGENCY, MINISTRY], parties=[KOREA], people=[MINISTER])

    assert line in section(found, "Thursday 3 April 2025")


# --- how dates were read, notices, sources ----------------------------------------------------------------------------


def reason(certainty: Certainty = Certainty.CERTAIN, **given: Any) -> Reason:
    reading = Reading(
        start=DAY, end=DAY, kind=Kind.DAY, certainty=certainty, rule="weekday", why="this week's", **given
    )
    return Reason(
        phrase="Thursday", where="events[0].when", anchor=YESTERDAY, anchored_on="published by X", reading=reading
    )


def test_entries_with_the_same_reason_share_a_row():
    entries = [entry(name, reason=evolve(reason(), where=f"events[{at}].when")) for at, name in enumerate("abcde")]
    entries += [entry("f", reason=reason(part=PartOfDay.EVENING, zone="Asia/Seoul"))]
    entries += [entry("g", reason=reason(time=dt.time(10), until=dt.time(11, 30), zone="Asia/Seoul"))]
    found = written(*entries, sections="readings")

    assert tables(found) == [
        [
            ["Entry", "Words", "Date", "Certainty", "Why"],
            [
                "A; B; C and 2 more",
                "“Thursday”",
                "Thursday 3 April 2025",
                "certain",
                "this week's; read from Wednesday 2 April 2025 (published by X); rule: weekday",
            ],
            [
                "F",
                "“Thursday”",
                "Thursday 3 April 2025, evening Seoul",
                "certain",
                "this week's; read from Wednesday 2 April 2025 (published by X); rule: weekday",
            ],
            [
                "G",
                "“Thursday”",
                "Thursday 3 April 2025, 10:00–11:30 Seoul",
                "certain",
                "this week's; read from Wednesday 2 April 2025 (published by X); rule: weekday",
            ],
        ]
    ]


def test_readings_that_are_open_and_rejected_are_told():
    open_, rejected = Alternative(YESTERDAY, YESTERDAY, "said so"), Alternative(DAY, DAY, "too late")
    unsure = [entry("a", reason=reason(Certainty.PREFERRED, alternatives=[open_], rejected=[rejected]))]
    unsure += [entry("b", timing=NoDate(), reason=reason(Certainty.AMBIGUOUS, alternatives=[open_]))]
    ((_, first, second),) = tables(written(*unsure, sections="readings"))

    assert (first[2], first[3]) == ("Thursday 3 April 2025", "preferred")
    assert first[5] == "or Wednesday 2 April 2025 (said so); not Thursday 3 April 2025 (too late)"
    assert (second[2], second[3]) == ("Thursday 3 April 2025 or Wednesday 2 April 2025", "ambiguous")


def test_programmes_of_an_agenda_may_use_the_same_keys():
    def of(programme: str, city: str) -> Iterator[Entry]:
        yield entry("visit", programme=programme, title=f"Visit to {city}", timing=Days(DAY, DAY + dt.timedelta(1)))
        yield entry("dinner", programme=programme, title=f"Dinner in {city}", parent="visit", timing=NoDate())
        after = Relation(kind=RelationKind.FOLLOWS, to="visit")
        yield entry("talks", programme=programme, title=f"Talks in {city}", parent="visit", relations=[after])

    notices = [
        Notice(concern=Concern.ZONE, programme=programme, where="", entry="talks", message=f"of {programme}")
        for programme in ("p", "q")
    ]
    found = to_markdown(timeline(*of("p", "Bergen"), *of("q", "Lagos"), notices=notices))

    for city in ("Bergen", "Lagos"):
        assert re.search(rf"Talks in {city}.*Part of Visit to {city}.*Follows Visit to {city}", found)
        assert re.search(rf"During \*\*Visit to {city}\*\*.*:\n *- \*\*Dinner in {city}\*\*", found)
    assert section(found, "To check") == "- **Talks in Bergen**: of p\n- **Talks in Lagos**: of q"


def test_notices_and_sources():
    told = [
        Notice(
            concern=Concern.CLASH,
            programme="p",
            where="events[0]",
            entry="talks",
            message="two at once",
            settle="move one",
        ),
        Notice(concern=Concern.ZONE, programme="p", where="", entry="", message="no zone"),
    ]
    rewrite = Source(
        key="r",
        publisher="A site",
        title="The [story]",
        published=dt.datetime(2025, 4, 1, 22, 5, tzinfo=dt.UTC),
        zone="Asia/Seoul",
        url="https://example.org/?a=1&b=2",
        via=("agency", "unknown"),
    )
    found = written(entry(), notices=told, sources=[rewrite, AGENCY, Source(key="s", publisher="")])

    assert section(found, "To check").splitlines() == [
        "- **Talks**: two at once; move one",
        "- **In general**: no zone",
    ]
    assert section(found, "Sources").splitlines() == [
        (
            "- **A site**, [“The \\[story\\]”](<https://example.org/?a=1&amp;b=2>), 2 April 2025, 07:05 Seoul, "
            "via An agency, via unknown"
        ),
        "- **An agency**, 1 April 2025",
        "- **unnamed**, without a date",
    ]


# --- languages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "heading"),
    [
        ("en", "Thursday 3 April 2025"),
        ("en-GB", "Thursday 3 April 2025"),
        ("en_US", "Thursday, April 3, 2025"),
        ("fr", "Jeudi 3 avril 2025"),
        ("de", "Donnerstag, 3. April 2025"),
        ("ko", "2025년 4월 3일 목요일"),
        ("pt-BR", "Quinta-feira, 3 de abril de 2025"),
        ("hu", r"2025\. április 3., csütörtök"),
    ],
)
def test_weekdays_and_months_in_a_language(code, heading):
    assert f"## {heading}\n" in written(entry(), language=code)


def test_fixed_words_follow_where_there_is_a_table_and_stay_english_elsewhere():
    assert "- Heure non indiquée — **Talks**, réunion bilatérale, prévu" in written(
        entry(format=Format.BILATERAL), language="fr"
    )
    assert "- Time not given — **Talks**, bilateral, expected" in written(entry(format=Format.BILATERAL), language="ko")


def test_english_needs_no_babel(monkeypatch):
    for name in [name for name in sys.modules if name.partition(".")[0] == "babel"] + ["babel"]:
        monkeypatch.setitem(sys.modules, name, None)

    assert to_markdown(TIMELINE, language="en-GB") == to_markdown(TIMELINE)
    with pytest.raises(ExportError, match="language 'fr' needs Babel"):
        to_markdown(TIMELINE, language="fr")


# --- for whom ---------------------------------------------------------------------------------------------------------

SECRET = "Quiet Word"


def leaky() -> Timeline:
    """A timeline in which everything internal bears one name."""
    envoy = Person(key="envoy", name=SECRET, party="kr")
    cable = Source(key="cable", publisher=f"{SECRET} cable", via=("annex",))
    annex = Source(key="annex", publisher=f"{SECRET} annex")
    inside = reason(alternatives=[Alternative(DAY, DAY, f"after {SECRET}")], rejected=[])
    return timeline(
        entry("hidden", title=SECRET, audience=Audience.INTERNAL, source=cable, note=SECRET),
        entry("below", title=f"{SECRET} dinner", parent="hidden"),
        entry(
            "talks",
            internal_note=SECRET,
            participants=[Attendee(person=envoy, party=KOREA, audience=Audience.INTERNAL), Attendee(unnamed="guests")],
            topics=[Topic(title="Tariffs", raised_by="envoy")],
            claims=[Claim(issuer="envoy", verb="said", phrase="yes")],
            relations=[Relation(kind=RelationKind.FOLLOWS, to="hidden")],
            reason=evolve(inside, anchored_on=f"the date of {SECRET}"),
        ),
        entry("lunch", timing=NoDate([Alternative(DAY, DAY, f"before {SECRET}")])),
        notices=[
            Notice(concern=Concern.CLASH, programme="p", where="", entry="talks", message=f"clashes with {SECRET}"),
            Notice(concern=Concern.CLASH, programme="p", where="", entry="talks", message="clashes with hidden"),
            Notice(concern=Concern.PAST, programme="p", where="", entry="below", message="it is over"),
            Notice(concern=Concern.PAST, programme="p", where="", entry="talks", message="it lies behind"),
        ],
        sources=[AGENCY, cable, annex],
        people=[envoy, MINISTER],
        parties=[KOREA],
    )


def test_nothing_internal_reaches_the_public():
    found = to_markdown(leaky())

    assert SECRET not in found
    assert "hidden" not in found
    assert "guests" in found
    assert section(found, "To check") == "- **Talks**: it lies behind"
    assert section(found, "Sources") == "- **An agency**, 1 April 2025"


def test_everything_reaches_the_house():
    found = to_markdown(leaky(), audience=Audience.INTERNAL)

    assert f"**{SECRET}**, internal" in found
    assert f"Internal: {SECRET}" in found
    assert f"{SECRET} (South Korea; internal)" in found
    assert f"- **{SECRET} cable**, without a date, via {SECRET} annex" in found


# --- laws -------------------------------------------------------------------------------------------------------------

LINKS = st.sampled_from(["", "javascript:alert(1)", "https://example.org/a_b*c?d=|&amp;#\n[x](y)<z>"])


def bent(text: str, link: str) -> Timeline:
    """A timeline that says `text` wherever it can say anything."""
    source = Source(key="s", publisher=text, title=text, url=link, published=DAY, via=("v",))
    via = Source(key="v", publisher=text)
    party = Party(key="party", name=text)
    person = Person(key="person", name=text, office=text, party="party")
    place = Place(key="place", name=text, venue=text, address=text, zone="Europe/Brussels")
    alternative = Alternative(DAY, DAY, text)
    why = Reading(
        start=DAY,
        end=DAY,
        kind=Kind.DAY,
        certainty=Certainty.PREFERRED,
        rule=text,
        why=text,
        alternatives=[alternative],
    )
    fields: dict[str, Any] = {
        "title": text,
        "place": place,
        "source": source,
        "url": link,
        "note": text,
        "participants": [
            Attendee(person=person, party=party, role=Role.HOST),
            Attendee(party=Party(key="g", name=text, members=("party", "person"))),
            Attendee(unnamed=text),
        ],
        "topics": [Topic(title=text, likely=True, phrase=text, party="party", raised_by="person")],
        "claims": [Claim(issuer="party", verb=text, modality=text, phrase=text)],
        "series": Series(name=text, edition=2),
        "relations": [Relation(kind=RelationKind.FOLLOWS, to="window")],
        "outcome": Outcome(title=text, url=link, source="v"),
        "earlier": [Past(timing=Days(YESTERDAY, YESTERDAY), status=Status.EXPECTED, source=via)],
        "reason": Reason(phrase=text, where=text, anchor=DAY, anchored_on=text, reading=why),
    }
    alone = dt.date(2025, 4, 5)
    timings: dict[str, Timing] = {
        "visit": Days(YESTERDAY, DAY),
        "timed": Hours(at(9)),
        "untimed": Days(DAY, DAY),
        "alone": Days(alone, alone),
        "window": Sometime(YESTERDAY, DAY),
        "undated": NoDate([alternative]),
    }
    entries = [entry(key, timing=timing, **fields) for key, timing in timings.items()]
    return timeline(
        *[evolve(one, status=Status.CANCELLED) if one.key == "untimed" else one for one in entries],
        entry("short", timing=Hours(at(9, 0, 6)), title=text, place=place),
        entry("brief", timing=Hours(at(9, 0, 6)), title=text, place=place),
        title=text,
        note=one_line(text),  # its line breaks are paragraphs
        notices=[Notice(concern=Concern.PAST, programme="p", where=text, entry="window", message=text, settle=text)],
        sources=[source, via],
        people=[person],
        parties=[party],
    )


@given(text=TEXTS.filter(one_line), link=LINKS)
def test_no_text_bends_the_timeline(text, link):
    name = one_line(text).replace("=", "")
    found = to_markdown(bent(text, link), zones=["Asia/Seoul", f"{name}=Asia/Tokyo"])
    plain = to_markdown(bent("x" * len(escaped(text)), link), zones=["Asia/Seoul", "x=Asia/Tokyo"])

    assert shape(found) == shape(plain)
    assert links(found) == links(plain)


@given(st.lists(TEXTS.filter(one_line), min_size=2, max_size=4))
def test_titles_come_back_from_the_cells(titles):
    entries = [entry(f"k{number}", title=title, timing=Hours(at(number))) for number, title in enumerate(titles)]
    rows = tables(written(*entries, sections="days"))[0][1:]

    assert rows == [[f"0{number}:00", one_line(title)] for number, title in enumerate(titles)]


@pytest.mark.parametrize(
    "text", ["한국 외교부 장관 회담", "لقاء وزراء الخارجية في أوسلو", "Talks 🇰🇷🤝🇳🇴 👩🏽‍💼", "x" * 2000, "회" * 2000]
)
def test_long_titles_and_other_scripts(text):
    found = to_markdown(bent(text, ""))

    assert f"**{escaped(text)}**" in found
    assert links(found) == []


def test_every_section_is_written_and_only_once():
    headings = [token for token in tokens(to_markdown(TIMELINE)) if token.type == "heading_open"]

    assert len(headings) == len(USUAL) + 2  # three days under "days"

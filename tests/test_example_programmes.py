"""The programme files of the examples: true dates, no problems, and what subscribers are told of a later revision."""

import datetime as dt
from pathlib import Path

import pytest

from diplocal import files
from diplocal.agenda import clashes
from diplocal.exporters import export
from diplocal.feed import revise
from diplocal.model import Access, Audience, Status
from diplocal.resolver import resolve
from diplocal.timeline import Timeline

EXAMPLES = Path(__file__).parents[1] / "examples"

DATES = {
    "nato_brussels_2025": {
        "visit": "Wednesday 2 to Friday 4 April 2025",
        "partners-session": "Thursday 3 April 2025",
        "ministerial": "Monday 31 March to Sunday 6 April 2025",
    },
    "pacific_tour_2023": {
        "tour": "Monday 24 to Sunday 30 July 2023",
        "tonga": "Wednesday 26 July 2023",
        "embassy": "Wednesday 26 July 2023",
        "sovaleni": "Wednesday 26 July 2023",
        "new-zealand": "Thursday 27 July 2023",
        "hipkins": "Thursday 27 July 2023",
        "australia": "Friday 28 July 2023",
        "consultations-day": "Saturday 29 July 2023",
        "consultations": "Saturday 29 July 2023",
    },
    "quad_2023_announced": {
        "g7": "Friday 19 to Sunday 21 May 2023",
        "papua-new-guinea": "Monday 22 May 2023",
        "quad": "Wednesday 24 May 2023",
    },
    "quad_2023_revised": {
        "g7": "Friday 19 to Sunday 21 May 2023",
        "papua-new-guinea": "Monday 22 May 2023",
        "quad": "Saturday 20 May 2023",
    },
    "daily_schedule_2025": {
        "schedule": "Monday 8 December 2025",
        "wong": "Monday 8 December 2025",
        "cooper": "Monday 8 December 2025",
        "speaking-notes": "Monday 8 December 2025",
    },
}


def timeline(name: str) -> Timeline:
    return resolve(files.load(EXAMPLES.joinpath(f"{name}.toml").read_text(encoding="utf-8"), name=name))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_can_be_built(path):
    assert export(timeline(path.stem), "ical").startswith(b"BEGIN:VCALENDAR")


@pytest.mark.parametrize("name", DATES)
def test_the_dates_are_true_and_nothing_is_open(name):
    found = timeline(name)
    assert {one.key: one.reason.reading.dates for one in found.entries if one.reason} == DATES[name]
    assert found.notices == ()
    assert clashes([found]) == ()
    for format_ in ("ical", "markdown"):
        assert export(found, format_)


def test_the_tour_counts_in_the_zone_of_each_leg():
    zones = {entry.key: entry.zone for entry in timeline("pacific_tour_2023").entries}
    assert (zones["embassy"], zones["hipkins"], zones["consultations"]) == (
        "Pacific/Tongatapu",
        "Pacific/Auckland",
        "Australia/Brisbane",
    )


def test_the_later_revision_moves_the_summit_and_cancels_the_leg():
    now = dt.datetime(2023, 5, 9, 16, tzinfo=dt.UTC)
    first, _ = revise(None, timeline("quad_2023_announced"), now)
    _, changes = revise(first.octets, timeline("quad_2023_revised"), now + dt.timedelta(8))
    assert [one.subject.title for one in changes.moved] == ["Quad leaders' summit"]
    assert [(one.subject.title, one.status) for one in changes.cancelled] == [
        ("Joe Biden in Papua New Guinea", Status.CANCELLED)
    ]
    assert changes.added == ()


def test_the_schedule_tells_the_press_what_it_may_see():
    found = timeline("daily_schedule_2025")
    assert (found.entry("wong").access, found.entry("cooper").access) == (Access.CLOSED, Access.OPEN)
    assert b"Speaking notes" not in export(found, "ical")
    assert b"Speaking notes" in export(found, "ical", audience=Audience.INTERNAL)

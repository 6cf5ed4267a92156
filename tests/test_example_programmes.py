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
        "visit": "Wednesday 2 to Friday 4 April 2025, certain",
        "partners-session": "Thursday 3 April 2025, certain",
        "ministerial": "Monday 31 March to Sunday 6 April 2025, certain",
    },
    "pacific_tour_2023": {
        "tour": "Monday 24 to Sunday 30 July 2023, certain",
        "tonga": "Wednesday 26 July 2023, certain",
        "embassy": "Wednesday 26 July 2023, certain",
        "sovaleni": "Wednesday 26 July 2023, certain",
        "new-zealand": "Thursday 27 July 2023, certain",
        "hipkins": "Thursday 27 July 2023, certain",
        "australia": "Friday 28 July 2023, certain",
        "consultations-day": "Saturday 29 July 2023, certain",
        "consultations": "Saturday 29 July 2023, certain",
    },
    "quad_2023_announced": {
        "g7": "Friday 19 to Sunday 21 May 2023, certain",
        "papua-new-guinea": "Monday 22 May 2023, certain",
        "quad": "Wednesday 24 May 2023, certain",
    },
    "quad_2023_revised": {
        "g7": "Friday 19 to Sunday 21 May 2023, certain",
        "papua-new-guinea": "Monday 22 May 2023, certain",
        "quad": "Saturday 20 May 2023, certain",
    },
    "daily_schedule_2025": {
        "schedule": "Monday 8 December 2025, certain",
        "wong": "Monday 8 December 2025, certain",
        "cooper": "Monday 8 December 2025, certain",
        "speaking-notes": "Monday 8 December 2025, certain",
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
    readings = {one.key: one.reason.reading for one in found.entries if one.reason}
    assert {key: f"{one.dates}, {one.certainty.value}" for key, one in readings.items()} == DATES[name]
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

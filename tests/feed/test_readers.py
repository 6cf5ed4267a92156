"""Feeds as other programs read them: the same entries at the same moments under the same titles."""

import datetime as dt
import importlib
from collections.abc import Callable
from typing import Any

import pytest
from icalendar import Calendar

from diplocal import resolve
from diplocal.exporters.ical import to_ical
from diplocal.feed import revise
from examples.nato_brussels_2025 import PROGRAMME
from tests import node
from tests.exporters.harbour_talks import TIMELINE
from tests.feed.editing import FIRST, SECOND, without

FEEDS = {
    "the article's": to_ical(resolve(PROGRAMME)),
    "harbour talks": to_ical(TIMELINE),
    "a revised one": revise(revise(None, TIMELINE, FIRST)[0].octets, without("dinner"), SECOND)[0].octets,
}

Row = tuple[str, str, str]
"""UID, title, and start: a date, or a moment in UTC."""


def start(moment: dt.date) -> str:
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    return moment.astimezone(dt.UTC).isoformat()


def by_icalendar(octets: bytes) -> list[Row]:
    return [(str(one["UID"]), str(one["SUMMARY"]), start(one.start)) for one in Calendar.from_ical(octets).events]


def by_ics(octets: bytes) -> list[Row]:
    ics: Any = importlib.import_module("ics")
    events = ics.Calendar(octets.decode()).events
    return [(e.uid, e.name, start(e.begin.date() if e.all_day else e.begin.datetime)) for e in events]


def by_vobject(octets: bytes) -> list[Row]:
    vobject: Any = importlib.import_module("vobject")
    events = vobject.readOne(octets.decode()).vevent_list
    return [(one.uid.value, one.summary.value, start(one.dtstart.value)) for one in events]


def by_ical(octets: bytes) -> list[Row]:
    stream: Any = importlib.import_module("ical.calendar_stream")
    events = stream.IcsCalendarStream.calendar_from_ics(octets.decode()).events
    return [(one.uid, one.summary, start(one.dtstart)) for one in events]


ICAL_JS = """
const ICAL = require("ical.js"), fs = require("node:fs");
const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
console.log(JSON.stringify(calendar.getAllSubcomponents("vevent").map((one) => {
  const event = new ICAL.Event(one), at = event.startDate;
  return [event.uid, event.summary, at.isDate ? at.toString() : at.toJSDate().toISOString()];
})));
"""


def by_ical_js(octets: bytes) -> list[Row]:
    rows = node.answer(ICAL_JS, octets.decode(), needs="ical.js")
    return [(key, title, start(dt.datetime.fromisoformat(at)) if "T" in at else at) for key, title, at in rows]


READERS = {"ics": by_ics, "vobject": by_vobject, "ical": by_ical, "ical.js": by_ical_js}


@pytest.mark.filterwarnings("ignore")  # of the readers themselves
@pytest.mark.parametrize("octets", FEEDS.values(), ids=FEEDS)
@pytest.mark.parametrize("name", READERS)
def test_every_reader_reads_what_icalendar_reads(name, octets):
    read: Callable[[bytes], list[Row]] = READERS[name]
    assert sorted(read(octets)) == sorted(by_icalendar(octets))

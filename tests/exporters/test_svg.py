"""The drawing of a timeline: sound XML with every entry in it, and nothing surer than what is known."""

import datetime as dt
import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.exporters import export
from diplocal.exporters.audience import for_audience
from diplocal.model import Audience, Place, Source, Status
from diplocal.reading import Alternative
from diplocal.timeline import ByDay, DayPart, Days, Entry, Hours, Level, NoDate, Past, Sometime, Timeline
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import TIMELINE, at
from tests.exporters.timelines import timelines

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = dt.date(2025, 9, 10), dt.date(2025, 9, 12)
TEN = Hours(at(11, 10), at(11, 11))


def marks(timeline: Timeline, **options: object) -> list[ET.Element]:
    root = ET.fromstring(export(timeline, "svg", **options))
    return [mark for mark in root.iter(f"{SVG}g") if mark.get("role") == "img"]


def one(**changes: object) -> ET.Element:
    fields = {"programme": "p", "key": "k", "level": Level.SESSION, "title": "Talks", "timing": TEN}
    (mark,) = marks(Timeline(key="p", title="P", entries=[Entry(**(fields | changes))]))  # type: ignore[arg-type]
    return mark


def looks(mark: ET.Element) -> dict[str, bool]:
    drawn = ET.tostring(mark, encoding="unicode")
    return {
        "dashed": "stroke-dasharray" in drawn,
        "hatched": "url(#overview-hatch)" in drawn,
        "struck": "line-through" in drawn,
        "asks": ">?<" in drawn,
        "filled": 'rx="2" fill="currentColor"' in drawn,
    }


CHOICE = NoDate([Alternative(LAST, LAST, ""), Alternative(FIRST, FIRST, "")])


@pytest.mark.parametrize(
    ("changes", "look"),
    [
        ({"timing": Days(FIRST, LAST)}, set()),
        ({"timing": TEN}, set()),
        ({"timing": TEN, "status": Status.CONFIRMED}, {"filled"}),
        ({"timing": Hours(at(11, 10), about=True)}, {"dashed"}),
        ({"timing": DayPart(FIRST, PartOfDay.EVENING)}, {"dashed"}),
        ({"timing": Sometime(FIRST, LAST)}, {"dashed", "hatched"}),
        ({"timing": ByDay(LAST)}, {"dashed"}),
        ({"timing": CHOICE}, {"dashed", "asks"}),
        ({"timing": NoDate()}, {"dashed"}),
        ({"timing": TEN, "status": Status.CANCELLED}, {"struck"}),
        ({"timing": NoDate(), "status": Status.CANCELLED}, {"dashed", "struck"}),
    ],
)
def test_what_is_known_shows_without_colour(changes, look):
    assert {name for name, shown in looks(one(**changes)).items() if shown} == look


def test_a_choice_has_a_ghost_on_each_day():
    ghosts = [rect for rect in one(timing=CHOICE).iter(f"{SVG}rect") if rect.get("stroke-dasharray")]
    assert len(ghosts) == 2


def test_a_session_stands_in_its_hour():
    (mark,) = [rect for rect in one(timing=TEN).iter(f"{SVG}rect") if rect.get("rx")]
    assert float(mark.get("x") or 0) == pytest.approx(840 * 10 / 24, abs=0.1)
    assert float(mark.get("width") or 0) == pytest.approx(840 / 24, abs=0.1)


LATE = Hours(at(11, 22), at(11, 23))
LONG = "word " * 60


@pytest.mark.parametrize(
    ("timing", "title", "anchor", "place"),
    [
        (TEN, "Talks", "start", 385 + 5),  # behind its mark, which ends at 11/24 of the width
        (TEN, LONG, "start", 385 + 5),
        (LATE, "Talks", "end", 770 - 5),  # before it, where there is more room
        (LATE, LONG, "end", 770 - 5),
        (Days(FIRST, LAST), "Conference", "start", 6),  # in it
        (Days(FIRST, LAST), LONG, "start", 6),
    ],
)
def test_words_stand_where_there_is_room_for_them(timing, title, anchor, place):
    (words,) = one(timing=timing, title=title).iter(f"{SVG}text")
    assert (words.get("text-anchor"), words.get("x")) == (anchor, str(place))
    assert ("…" in (words.text or "")) == (title is LONG)


def test_what_moved_is_struck_where_it_was():
    past = Past(timing=TEN, status=Status.EXPECTED, source=Source(key="s", publisher="Desk"))
    moved = Entry(
        programme="p",
        key="k",
        level=Level.SESSION,
        title="Talks",
        timing=Days(dt.date(2025, 9, 15), dt.date(2025, 9, 15)),
        status=Status.RESCHEDULED,
        earlier=[past],
    )
    told = [
        (mark.get("aria-label"), looks(mark)["struck"]) for mark in marks(Timeline(key="p", title="", entries=[moved]))
    ]
    assert told == [
        ("10:00–11:00 Talks, Thursday 11 September 2025, moved to Monday 15 September 2025", True),
        ("Talks, Monday 15 September 2025, rescheduled", False),
    ]


def test_a_further_zone_has_its_hours_below():
    place = Place(key="bergen", name="Bergen", zone="Europe/Oslo")
    talks = Entry(
        programme="p", key="k", level=Level.SESSION, title="Talks", timing=TEN, zone="Europe/Oslo", place=place
    )
    root = ET.fromstring(export(Timeline(key="p", title="P", entries=[talks]), "svg", zones=["Asia/Kolkata"]))
    words = [text.text for text in root.iter(f"{SVG}text")]

    assert words[:5] == ["Thu 11 Sep", "6", "12", "18", "Kolkata"]
    assert words[5:8] == ["9:30", "15:30", "21:30"]
    assert "Kolkata" not in export(TIMELINE, "svg", zones=["Asia/Kolkata"]).decode()  # no room for hours


@pytest.mark.parametrize(
    ("timing", "drawn"), [(TEN, ["6", "12", "18"]), (Days(LAST, LAST), []), (DayPart(LAST, PartOfDay.EVENING), [])]
)
def test_a_day_has_hours_where_one_is_known(timing, drawn):
    talks = Entry(programme="p", key="k", level=Level.SESSION, title="Talks", timing=timing)
    root = ET.fromstring(export(Timeline(key="p", title="P", entries=[talks]), "svg"))
    words = [text.text or "" for text in root.iter(f"{SVG}text")]

    assert [said for said in words if said.isdigit()] == drawn


def test_no_name_of_a_day_runs_out_of_the_drawing():
    for length in range(1, 120):
        long = Entry(
            programme="p", key="k", level=Level.EVENT, title="T", timing=Days(FIRST, FIRST + dt.timedelta(length - 1))
        )
        root = ET.fromstring(export(Timeline(key="p", title="P", entries=[long]), "svg"))
        names = [text for text in root.iter(f"{SVG}text") if text.get("font-weight")]

        assert names
        assert all(float(name.get("x", "")) + 60 < 840 for name in names), length


@given(timelines(audiences=st.sampled_from(Audience)), st.sampled_from(Audience))
def test_every_entry_is_drawn_for_those_who_may_read_it(timeline, audience):
    entries = for_audience(timeline, audience).entries
    octets = export(timeline, "svg", audience=audience)

    assert len(marks(timeline, audience=audience)) >= len(entries)
    assert octets == export(timeline, "svg", audience=audience)
    assert not re.search(rb"<script|<style|style=|href=|\son\w+=", octets)


def test_nothing_internal_is_drawn_for_the_public():
    hidden = {entry.title for entry in TIMELINE.entries} - {
        entry.title for entry in for_audience(TIMELINE, Audience.PUBLIC).entries
    }
    public = unescape(export(TIMELINE, "svg").decode())
    internal = unescape(export(TIMELINE, "svg", audience=Audience.INTERNAL).decode())
    assert hidden
    assert [title for title in hidden if title in public] == []
    assert [title for title in hidden if title not in internal] == []


def test_a_long_list_keeps_its_rows_few():
    entries = [
        Entry(
            programme="p",
            key=f"k{number}",
            level=Level.SESSION,
            title="A title of some length",
            timing=Hours(at(11, 8) + dt.timedelta(hours=number)),
        )
        for number in range(400)
    ]
    root = ET.fromstring(export(Timeline(key="p", title="", entries=entries), "svg"))
    assert float((root.get("viewBox") or "").split()[3]) < 400

"""The web page as text: what a reader finds in it, and that no text of others becomes anything but text."""

import base64
import datetime as dt
import hashlib
import json
import os
import re
import subprocess
import sys
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import diplocal
from diplocal.errors import ExportError
from diplocal.exporters.html import to_html
from diplocal.exporters.telling.fragments import clean
from diplocal.exporters.wording import TRANSLATED, catalogue
from diplocal.model import (
    Access,
    Audience,
    Claim,
    Format,
    Outcome,
    Party,
    PartyKind,
    Person,
    Place,
    Relation,
    RelationKind,
    Series,
    Source,
    Status,
    Topic,
)
from diplocal.reading import Alternative, Certainty, Kind, Reading
from diplocal.timeline import (
    Attendee,
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
    in_order,
)
from diplocal.when import PartOfDay
from examples.nato_brussels_2025 import PROGRAMME
from tests.exporters.entries import AGENCY, DAY, MINISTRY, SEOUL, at, entry, timeline
from tests.exporters.harbour_talks import ENTRIES, TIMELINE
from tests.exporters.test_wording import Recorded
from tests.exporters.webpage import Element, read, shape

FROM_SEOUL = evolve(AGENCY, zone="Asia/Seoul")

OPTIONS = {"zones", "language", "audience", "feed", "reasons", "edition"}


def page(*entries: Entry, **given: Any) -> Element:
    """Write entries as a page and read it, with what else the timeline holds and the options of the format."""
    options = {name: given.pop(name) for name in OPTIONS & given.keys()}
    return read(to_html(timeline(*entries, **given), **options))


def card(root: Element, key: str = "talks") -> Element:
    return root.one(id=f"entry-{key}")


def linked_data(root: Element) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = json.loads(root.one("script", type="application/ld+json").text)["@graph"]
    return events


# --- the whole --------------------------------------------------------------------------------------------------------


PAGES = {
    "a rich one": lambda: to_html(TIMELINE, zones=["Asia/Seoul"], feed="https://example.org/a.ics"),
    "for the house": lambda: to_html(TIMELINE, audience=Audience.INTERNAL),
    "the article's": lambda: to_html(diplocal.resolve(PROGRAMME)),
    "an empty one": lambda: to_html(Timeline(key="p", title="")),
    "keys like no names": lambda: to_html(
        Timeline(key="p", title="x", entries=[entry("a b"), entry("a/b"), entry("a-b"), entry("é"), entry("한국")])
    ),
    "two programmes with the same keys": lambda: to_html(
        Timeline(
            key="p",
            title="x",
            entries=[entry(), entry(programme="q")],
            sources=[FROM_SEOUL, evolve(FROM_SEOUL, publisher="Another")],
        )
    ),
}


@pytest.mark.parametrize("written", PAGES.values(), ids=PAGES.keys())
def test_names_are_unique_and_every_link_inside_leads_somewhere(written):
    root = read(written())
    names = [one.attrs["id"] for one in root.walk() if "id" in one.attrs]
    inside = [one.attrs["href"][1:] for one in root.all("a") if one.attrs["href"].startswith("#")]

    assert len(names) == len(set(names))
    assert set(inside) <= set(names)
    assert {one.attrs[name] for one in root.walk() for name in ("aria-labelledby", "for") if name in one.attrs} <= set(
        names
    )


@pytest.mark.parametrize("written", PAGES.values(), ids=PAGES.keys())
def test_the_policy_allows_the_style_and_the_script_inside_and_nothing_else(written):
    root = read(written())
    policy = root.one("meta", **{"http-equiv": "Content-Security-Policy"}).attrs["content"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    runs = [one for one in root.all("script") if one.attrs.get("type") != "application/ld+json"]

    assert rules.pop("style-src") == fingerprint(root.one("style"))
    assert rules.pop("script-src") == fingerprint(*runs)
    assert rules == {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    assert not [name for one in root.walk() for name in one.attrs if name.startswith("on") or name in {"style", "src"}]


def fingerprint(element: Element) -> str:
    (text,) = element.children
    assert isinstance(text, str)
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("written", PAGES.values(), ids=PAGES.keys())
def test_headings_step_down_one_level_at_a_time(written):
    levels = [int(one.tag[1]) for one in read(written()).walk() if re.fullmatch("h[1-6]", one.tag)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_empty_timeline_says_so():
    root = page(title="")

    assert root.one("h1").text == "untitled"
    assert root.one("main").text == "No entries."
    assert not root.all("form") + root.all("nav") + root.all("script", type="application/ld+json")


def test_same_bytes_whatever_the_hash_seed_and_the_machine_zone():
    code = (
        "import sys; from tests.exporters.harbour_talks import TIMELINE; from diplocal.exporters import export; "
        "sys.stdout.buffer.write(export(TIMELINE, 'html', feed='https://example.org/a.ics'))"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Seoul"), ("2", "America/New_York"))
    }

    assert written == {to_html(TIMELINE, feed="https://example.org/a.ics").encode()}


def test_without_jinja_the_error_names_the_extra():
    code = (
        "import sys; sys.modules['jinja2'] = None; import diplocal; from diplocal.timeline import Timeline\n"
        "try: diplocal.export(Timeline(key='p', title='x'), 'html')\n"
        "except diplocal.ExportError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert done.stdout == "a web page needs Jinja: pip install 'diplocal[html]'\n"


# --- texts of others --------------------------------------------------------------------------------------------------


def everywhere(text: str) -> Timeline:
    """Put a text into every field that holds one, keys aside."""
    source = Source(key="s", publisher=text, title=text, published=DAY, url=text)
    state = Party(key="state", name=text)
    group = Party(key="group", name=text, kind=PartyKind.GROUP, members=["state"])
    person = Person(key="person", name=text, office=text, party="state", aliases=[text], email=text)
    place = Place(key="p", name=text, venue=text, address=text, zone="Europe/Brussels", country=text)
    other = Alternative(DAY, DAY, text)
    reading = Reading(
        start=DAY,
        end=DAY,
        kind=Kind.DAY,
        certainty=Certainty.AMBIGUOUS,
        rule=text,
        why=text,
        alternatives=[other],
        rejected=[other],
    )
    reason = Reason(phrase=text, where="x", anchor=DAY, anchored_on=text, reading=reading)
    told = entry(
        title=text,
        timing=Hours(at(9), at(10)),
        place=place,
        participants=[Attendee(person=person, party=state), Attendee(party=group), Attendee(unnamed=text)],
        topics=[Topic(title=text, party="state", likely=True, phrase=text, raised_by="person")],
        status=Status.RESCHEDULED,
        access=Access.POOLED,
        note=text,
        internal_note=text,
        url=text,
        claims=[Claim(issuer="person", verb=text, modality=text, phrase=text)],
        relations=[Relation(kind=RelationKind.DESPITE, to="later"), Relation(kind=RelationKind.FOLLOWS, to=text)],
        earlier=[
            Past(timing=Days(DAY + dt.timedelta(1), DAY + dt.timedelta(1)), status=Status.EXPECTED, source=source)
        ],
        outcome=Outcome(title=text, source="s", url=text),
        series=Series(name=text, edition=2),
        source=source,
        reason=reason,
    )
    later = entry("later", title=text, timing=NoDate([other]), parent="talks", reason=reason)
    return Timeline(
        key=text,
        title=text,
        entries=[told, later],
        notices=[Notice(concern=Concern.CLASH, programme="p", where="x", entry="talks", message=text, settle=text)],
        sources=[source],
        parties=[state, group],
        people=[person],
        note=clean(text),
    )


MARKS = """
<script>alert(1)</script> </script> </style> <!-- --> ]]> <b> </li> <img/src=x/onerror=y> " ' = ` & &lt; &#60; {{ }}
{% %} {name} {0} % %s javascript:alert(1) \\u003c // /* */ 한국어 مرحبا שלום 🇰🇷 👩🏽‍💼 e\u0301 $ \\ ; , |
"""
UNSEEN = ["\x00", "\x1b", "\u202e", "\u2066", "\ufeff", "\ud800", "\u2028", "\r\n", "\u00a0", "\u200f"]
TEXTS = st.one_of(
    st.text(max_size=20), st.lists(st.sampled_from([*MARKS.split(), *UNSEEN, " "]), max_size=6).map("".join)
)


def undrawn(html: str) -> list[tuple[str, ...]]:
    """The shape of a page without what its drawings hold, which depends on the room that words take."""
    return shape(re.sub(r"(<svg[^>]*>).*?</svg>", r"\1</svg>", html, flags=re.DOTALL))


@given(text=TEXTS.filter(clean))
def test_a_text_stays_text_wherever_it_stands(text):
    written = to_html(everywhere(text), audience=Audience.INTERNAL)

    assert undrawn(written) == undrawn(to_html(everywhere("x"), audience=Audience.INTERNAL))
    root = read(written)
    assert card(root).one("h3").text == " ".join(clean(text).split())
    assert " ".join(linked_data(root)[0]["name"].split()) == " ".join(clean(text).split())
    assert not [one for one in root.all("a") if not re.match("https?://|#", one.attrs["href"])]
    written.encode()


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "한국어 مرحبا 👩🏽‍💼",
        "long " * 400,
        "W" * 2000,
    ],
)
def test_a_text_comes_back_as_it_was(text):
    root = read(to_html(everywhere(text)))

    assert card(root).one("h3").text == text.strip()
    assert root.one("h1").text == root.one("head").one("title").text == text.strip()
    assert linked_data(root)[0]["location"]["address"]["addressLocality"] == text.strip()


def test_no_text_can_end_the_data():
    (data,) = re.findall(
        r'<script type="application/ld\+json">(.*)</script>\n</head>', to_html(everywhere("</script><!--"))
    )

    assert not set("<>&\u2028\u2029") & set(data)


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a b?c=1&d=2", "https://example.org/a%20b?c=1&d=2"),
        ('HTTP://example.org/"><b>', "HTTP://example.org/%22%3E%3Cb%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https:", None),
        ("", None),
    ],
)
def test_only_addresses_on_the_web_become_links(address, linked):
    heading = card(page(entry(url=address))).one("h3")

    assert [one.attrs["href"] for one in heading.all("a")] == [linked] * (linked is not None)
    assert heading.text == "Talks"


# --- what is told -----------------------------------------------------------------------------------------------------


def test_an_entry_at_a_glance():
    root = read(to_html(TIMELINE, zones=["Asia/Seoul", "Washington=America/New_York"]))
    plenary = card(root, "plenary")

    assert plenary.one(style="time").text == "09:00–11:30"
    assert plenary.one("time").attrs["datetime"] == "2025-09-11T09:00+02:00"
    assert [one.text for one in plenary.one(style="beside").all("li")] == [
        "Seoul 16:00–18:30",
        "Washington 03:00–05:30",
    ]
    assert plenary.one(style="labels").text == "Confirmed · Open to the press"
    assert [one.text for one in plenary.one(style="who").all("dd")] == [
        "Nils Lien Minister of Foreign Affairs, Norway · host",
        "Ada Holt Foreign Minister, Freedonia · head of delegation",
        "League of Ports Freedonia, Norway",
        "Coastal Forum 12 members · observer",
    ]
    assert [one.text for one in plenary.one(style="topics").all("dd")] == ["Tide tables", "Dredging expected: “likely”"]


def test_everything_in_brief_leads_to_the_cards():
    root = read(to_html(TIMELINE))
    rows = [[cell.text for cell in row.children if isinstance(cell, Element)] for row in root.one(id="brief").all("tr")]

    assert rows[0] == ["Time", "Session", "Who"]
    assert [
        "09:00–11:30",
        "Plenary of the League of Ports",
        "Nils Lien, Ada Holt, League of Ports, Coastal Forum",
    ] in rows
    assert ["", "Boat tour | “Old Harbour”, cancelled", ""] in rows
    assert ["", "Visit of Minister Holt Wednesday 10 to Friday 12 September 2025", "Ada Holt"] in rows
    assert {row.attrs["data-card"] for row in root.one(id="brief").all("tr") if "data-card" in row.attrs} == {
        one.attrs["id"] for one in root.all("li", "card") if "id" in one.attrs
    }


def test_a_long_timeline_has_no_table_of_all_days():
    assert not read(to_html(many(100))).all(id="brief")


def reason(phrase: str = "Thursday", why: str = "this week's") -> Reason:
    certain = Reading(start=DAY, end=DAY, kind=Kind.DAY, certainty=Certainty.CERTAIN, rule="weekday", why=why)
    return Reason(phrase=phrase, where="x", anchor=None, anchored_on="", reading=certain)


def test_what_is_alike_on_a_day_is_said_once():
    inherited = reason("", "the day of 'A visit'")
    root = page(
        entry("visit", level=Level.EVENT, title="A visit", reason=reason()),
        entry("talks", timing=Hours(at(9)), parent="visit", reason=inherited),
        entry("lunch", timing=Hours(at(12)), reason=inherited),
        entry("vote", level=Level.EVENT, reason=inherited),
    )
    day = root.one(id="day-2025-04-03")

    assert day.one(style="day-status").text == "All: expected"
    assert [one.all("q")[0].text for one in day.all("details")] == ["Thursday"]
    assert "heads" in card(root, "visit").classes
    assert "heads" not in card(root, "vote").classes
    assert not card(root).all(style="labels")


def test_days_that_differ_say_why_each():
    other = entry("lunch", reason=reason("3 April"), status=Status.CONFIRMED)
    root = page(entry("talks", reason=reason()), other)

    assert not root.all(style="day-lead")
    assert [one.one("q").text for one in root.all("details")] == ["Thursday", "3 April"]


def test_the_edition_and_the_newest_source_stand_at_the_head():
    assert page(entry(), sources=[FROM_SEOUL]).all(style="edition") == []
    assert page(entry(), sources=[FROM_SEOUL, MINISTRY]).one(style="edition").text == "As of 3 April 2025"
    assert page(entry(), sources=[FROM_SEOUL], edition="2").one(style="edition").text == "Edition 2, as of 1 April 2025"


def test_reasons_can_be_left_out():
    notice = Notice(concern=Concern.CLASH, programme="p", where="x", entry="talks", message="two at once")
    told = {"notices": [notice], "reasons": False}

    assert not page(entry(reason=reason()), **told).all("details")
    assert not page(entry(reason=reason()), **told).all(id="notices")


def test_the_parts_in_the_order_of_reading():
    root = read(to_html(TIMELINE))

    assert [one.one("h2").text for one in root.all("section")] == [
        "In brief",
        "Over several days",
        "Wednesday 10 September 2025",
        "Thursday 11 September 2025",
        "Friday 12 September 2025",
        "Within a window",
        "No date given",
        "To check",
        "Note",
        "Sources",
    ]
    assert [one.text for one in root.one("nav").all("a")] == [
        "Over several days",
        "Wed 10 Sep",
        "Thu 11 Sep",
        "Fri 12 Sep",
        "Within a window",
        "No date given",
    ]


def test_an_entry_that_was_moved_leaves_a_trace_on_its_old_day():
    root = read(to_html(TIMELINE))
    (trace,) = root.all("li", "gone")

    assert trace in root.one(id="day-2025-09-12").all("li")
    assert [one.text for one in trace.all("s")] == ["10:00–11:00", "Talks with Minister Lien"]
    assert trace.one(style="changes").text == (
        "Moved to Thursday 11 September 2025, around 15:00–16:00 (Harbour Post, 5 September 2025)"
    )
    assert "#entry-talks" in {one.attrs["href"] for one in trace.all("a")}
    assert "Earlier: Friday 12 September 2025, 10:00–11:00" in card(root, "talks").one(style="changes").text


def test_a_cancelled_entry_is_struck_through_and_says_so():
    tour = card(read(to_html(TIMELINE)), "tour")

    assert tour.one("h3").one("s").text == "Boat tour | “Old Harbour”"
    assert tour.one(style="labels").text == "Site visit · Cancelled"
    assert tour.one(style="time").text == "Time not given"


def test_what_has_no_date_stands_below_what_it_belongs_to():
    root = page(
        entry("visit", level=Level.EVENT, timing=Days(DAY, DAY + dt.timedelta(1))),
        entry("dinner", timing=NoDate(), parent="visit"),
        entry("toast", timing=NoDate(), parent="dinner"),
        entry("orphan", timing=NoDate()),
    )
    first, second = root.one(id="undated").all("div", "group")

    assert first.one(style="lead").text == "During Visit, Thursday 3 to Friday 4 April 2025:"
    assert [one.attrs["id"] for one in first.all("li", "card")] == ["entry-dinner", "entry-toast"]
    assert card(first, "toast") in card(first, "dinner").all("li")
    assert [one.attrs["id"] for one in second.all("li", "card")] == ["entry-orphan"]


def test_windows_and_parts_of_a_day_stay_what_they_are():
    root = page(
        entry("window", timing=Sometime(DAY, DAY + dt.timedelta(2))),
        entry("evening", timing=DayPart(DAY, PartOfDay.EVENING)),
    )

    assert card(root, "window").one(style="time").text == "Some time between Thursday 3 April and Saturday 5 April 2025"
    assert card(root, "evening").one(style="time").text == "Evening"
    assert not root.one("main").all("time")[1:]  # the day's own heading alone


def test_why_a_date_is_what_it_is():
    why = card(read(to_html(TIMELINE)), "call").one("details")

    assert why.one("summary").text == "Why this date ambiguous"
    assert "open" not in why.attrs
    assert {row.one("dt").text: row.one("dd").text for row in why.one("dl").all("div")} == {
        "Words": "next Thursday",
        "Date": "Thursday 11 September 2025 or Thursday 4 September 2025",
        "Certainty": "ambiguous",
        "Why": "“next” may mean next week's or the coming one; "
        "read from Monday 1 September 2025 (published by the ministry)",
        "Rule": "next-weekday",
        "Other readings": "or Thursday 4 September 2025 (the coming Thursday) "
        "not Thursday 28 August 2025 (it lies behind)",
    }
    assert "unsure" in why.classes


def test_every_dated_reading_of_the_article_can_be_opened():
    timeline = diplocal.resolve(PROGRAMME)
    root = read(to_html(timeline))

    assert len(root.all("details")) == sum(1 for one in timeline.entries if one.reason)


def test_places_stand_where_they_differ():
    one_place = page(entry(), entry("dinner"))
    several = page(
        entry(),
        entry("dinner", place=SEOUL, zone="Asia/Seoul"),
        entry("lunch", timing=Days(DAY.replace(day=4), DAY.replace(day=4))),
    )

    assert not one_place.all(style="where")
    assert one_place.one(style="place").text == "Brussels"
    assert card(several).one(style="where").one("dd").text == "Brussels"
    assert several.one(id="day-2025-04-04").one(style="day-place").text == "Brussels"


@pytest.mark.parametrize(
    ("audience", "told"), [(Audience.PUBLIC, False), (Audience.INTERNAL, True)], ids=["public", "internal"]
)
def test_what_is_internal_is_for_the_house_alone(audience, told):
    hidden = entry("caucus", audience=Audience.INTERNAL, participants=[Attendee(unnamed="the sherpa")])
    written = to_html(
        Timeline(key="p", title="x", entries=[entry(internal_note="the second folder"), hidden]), audience=audience
    )

    assert [word in written for word in ("Caucus", "sherpa", "the second folder")] == [told] * 3
    assert "Caucus" not in str(linked_data(read(written)))


# --- zones and languages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zones", "beside"),
    [
        (None, ["Seoul 01:00–02:30 +1 day"]),
        ((), []),
        ("America/New_York", ["New York 12:00–13:30"]),
        (["Home=Europe/Paris", "Asia/Seoul"], ["Seoul 01:00–02:30 +1 day"]),
    ],
    ids=["the dateline's", "none", "another", "one that shows the same time"],
)
def test_other_zones_beside_the_local_time(zones, beside):
    root = page(entry(timing=Hours(at(18), at(19, 30))), sources=[FROM_SEOUL], zones=zones)

    assert [one.text for one in card(root).all("li") if one is not card(root)] == beside
    assert card(root).one(style="time").text == "18:00–19:30"


def test_a_dateline_in_the_zone_of_the_place_stands_not_beside_it():
    root = page(entry(timing=Hours(at(18))), sources=[evolve(FROM_SEOUL, zone="Europe/Paris")])

    assert not root.all(style="beside")
    assert root.one(style="times").text == "Times are those of Brussels (UTC+2)."


def test_times_of_several_zones_name_theirs():
    root = page(
        entry(timing=Hours(at(18))),
        entry("call", timing=Hours(at(9, zone=ZoneInfo("Asia/Seoul"))), place=SEOUL, zone="Asia/Seoul"),
    )

    assert card(root).one(style="time").text == "18:00 Brussels"
    assert card(root, "call").one(style="time").text == "09:00 Seoul"


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_word_of_a_page_is_translated(code, monkeypatch):
    table = Recorded(catalogue(code))
    monkeypatch.setattr("diplocal.exporters.wording.catalogue", lambda _: table)
    for told in (TIMELINE, Timeline(key="p", title="")):
        to_html(told, language=code, zones=["Asia/Seoul"], audience=Audience.INTERNAL, feed="https://a.example/b.ics")

    assert table.missing == []


@pytest.mark.parametrize(
    ("code", "lang", "heading", "dates"),
    [
        ("en", "en-GB", "Thursday 3 April 2025", None),
        ("fr", "fr", "Jeudi 3 avril 2025", None),
        ("en-US", "en-US", "Thursday, April 3, 2025", "en-US"),
        ("ko", "en-GB", "2025년 4월 3일 목요일", "ko"),
        ("ar", "en-GB", "الخميس، 3 أبريل 2025", "ar"),
    ],
)
def test_a_page_says_which_language_its_words_are_in(code, lang, heading, dates):
    root = page(entry(), language=code)
    day = root.one(id="day-2025-04-03").one("h2")

    assert root.one("html").attrs["lang"] == lang
    assert root.one("html").attrs["dir"] == "ltr"  # there is no translation that runs the other way
    assert day.text == heading
    assert [one.attrs["lang"] for one in day.all("bdi")] == ([dates] if dates else [])


@pytest.mark.parametrize(("code", "marked"), [("en", set()), ("ko", set()), ("fr", {"en"})])
def test_a_page_says_that_reasons_are_english(code, marked):
    notice = Notice(concern=Concern.CLASH, programme="p", where="x", entry="talks", message="two <at> once")
    root = page(entry(reason=reason()), language=code, notices=[notice])
    told = [one for one in root.all("span") if one.text in {"Thursday", "this week's", "two <at> once"}]

    assert {one.attrs["lang"] for one in told} == marked
    assert len(told) == (3 if marked else 0)


# --- the feed ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "subscribe", "download"),
    [
        (
            "https://example.org/a.ics?x=1&y=2",
            "webcal://example.org/a.ics?x=1&y=2",
            "https://example.org/a.ics?x=1&y=2",
        ),
        ("http://127.0.0.1:8000/a.ics", "webcal://127.0.0.1:8000/a.ics", "http://127.0.0.1:8000/a.ics"),
        ("webcal://example.org/a.ics", "webcal://example.org/a.ics", "https://example.org/a.ics"),
        ("WEBCALS://example.org/ä.ics", "webcal://example.org/%C3%A4.ics", "https://example.org/%C3%A4.ics"),
    ],
)
def test_a_feed_can_be_subscribed_to_and_downloaded(address, subscribe, download):
    links = page(entry(), feed=address).one(style="feed").all("a")

    assert [one.attrs["href"] for one in links] == [subscribe, download]
    assert "download" in links[1].attrs


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "a.ics", "https://", "https:///a", "https://a b", "ftp://a.example/b", "https://[", " "],
)
def test_what_is_no_address_of_a_feed_is_refused(address):
    with pytest.raises(ExportError, match=r"not an address of a calendar; give one that starts with 'https://'"):
        page(feed=address)


def test_without_an_address_there_is_no_feed():
    assert not page(entry()).all(style="feed")


# --- for machines -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("timing", "start", "end"),
    [
        (Days(DAY, DAY + dt.timedelta(1)), "2025-04-03", "2025-04-04"),
        (DayPart(DAY, PartOfDay.MORNING), "2025-04-03", None),
        (Hours(at(18)), "2025-04-03T18:00:00+02:00", None),
        (Hours(at(18), at(19, 30)), "2025-04-03T18:00:00+02:00", "2025-04-03T19:30:00+02:00"),
    ],
)
def test_events_have_the_times_of_their_entries(timing, start, end):
    (event,) = linked_data(page(entry(timing=timing)))

    assert (event["@type"], event["startDate"], event.get("endDate")) == ("Event", start, end)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.EXPECTED, "EventScheduled"),
        (Status.CONFIRMED, "EventScheduled"),
        (Status.CANCELLED, "EventCancelled"),
        (Status.POSTPONED, "EventPostponed"),
        (Status.RESCHEDULED, "EventRescheduled"),
        (Status.MOVED_ONLINE, "EventMovedOnline"),
    ],
)
def test_events_have_the_status_of_their_entries(status, said):
    (event,) = linked_data(page(entry(status=status)))

    assert event["eventStatus"] == f"https://schema.org/{said}"


def test_only_what_has_a_date_is_an_event():
    events = linked_data(read(to_html(TIMELINE, audience=Audience.INTERNAL)))
    dated = [one for one in TIMELINE.entries if one.dated and one.audience is Audience.PUBLIC]

    assert [event["name"] for event in events] == [one.title for one in dated]
    assert {event.get("superEvent", {}).get("@id") for event in events[1:]} == {"#entry-visit"}
    (talks,) = (event for event in events if event["@id"] == "#entry-talks")
    assert talks["previousStartDate"] == "2025-09-12T10:00:00+02:00"
    assert talks["organizer"][0] == {
        "@type": "Person",
        "name": "Nils Lien",
        "jobTitle": "Minister of Foreign Affairs",
        "affiliation": {"@type": "Organization", "name": "Norway"},
    }


def test_a_call_is_an_event_online():
    (event,) = linked_data(page(entry(format=Format.VIDEO_CALL)))

    assert event["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert "location" not in event


# --- what to filter by ------------------------------------------------------------------------------------------------


def test_the_choices_are_the_names_in_the_timeline():
    form = read(to_html(TIMELINE)).one("form")
    options = {one.attrs["name"]: [option.text for option in one.all("option")] for one in form.all("select")}

    assert options == {
        "who": ["Everybody", "Ada Holt", "Nils Lien", "Coastal Forum", "Freedonia", "League of Ports", "Norway"],
        "topics": ["All topics", "Dredging", "Pilots", "Port fees", "Tide tables"],
        "status": ["Any status", "expected", "confirmed", "rescheduled", "cancelled"],
    }


def test_a_group_is_found_by_its_members():
    state, group = Party(key="a", name="A"), Party(key="g", name="The group", kind=PartyKind.GROUP, members=["a", "b"])
    root = page(entry(participants=[Attendee(party=group)]), entry("other"), parties=[state, group])
    (found,) = [one.attrs["value"] for one in root.all("option") if one.text == "A"]

    assert found in card(root).attrs["data-who"].split()
    assert card(root, "other").attrs["data-who"] == ""


def test_nothing_to_choose_no_filters():
    assert not page(entry()).all("form")


# --- looks ------------------------------------------------------------------------------------------------------------


def test_colours_can_be_told_from_the_paper_by_day_and_by_night():
    style = page(entry()).one("style").text
    schemes = re.findall(r"--paper: (#\w+); --tint: (#\w+); --ink: (#\w+); --soft: (#\w+);.*?"
                         r"--accent: (#\w+); --firm: (#\w+); --moved: (#\w+); --off: (#\w+);", style)  # fmt: skip

    assert len(schemes) == 3, "by day, by night and on paper"
    for paper, tint, *inks in schemes:
        assert all(contrast(ink, ground) >= 4.5 for ink in inks for ground in (paper, tint)), (paper, tint, inks)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1.4.3."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(digit * 2 for digit in color[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


# --- size -------------------------------------------------------------------------------------------------------------


def many(count: int) -> Timeline:
    """Repeat the sessions of a rich timeline, twenty a day."""
    sessions = [one for one in ENTRIES if one.level is Level.SESSION]
    return evolve(
        TIMELINE,
        entries=in_order([ENTRIES[0], *(_on(sessions[at % len(sessions)], at) for at in range(count))]),
    )


def _on(session: Entry, at: int) -> Entry:
    timing, later = session.timing, dt.timedelta(days=at // 20)
    if isinstance(timing, Hours):
        timing = evolve(timing, start=timing.start + later, end=timing.end and timing.end + later)
    return evolve(session, key=f"s{at}", title=f"{session.title} {at}", timing=timing, reason=ENTRIES[0].reason)


def test_the_overview_leads_to_each_entry_and_is_passed_over_by_the_skip_link():
    root = read(to_html(TIMELINE))
    overview = root.one(style="overview")

    ends = {link.attrs["href"].removeprefix("#") for link in overview.all("a")}
    assert ends == {entry.attrs["id"] for entry in root.all("li", "card") if "id" in entry.attrs}
    assert overview not in list(root.one("main").walk())

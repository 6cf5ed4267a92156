"""Put nasty texts into every text field of a timeline, and look at what is published; run with -O too.

    python [-O] -m tests.feed.nasty_texts

Prints how many were tried. Exit 1 and a line for each text that became a line, or did not come back.
"""

import datetime as dt
import sys
from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields, has
from icalendar import Calendar

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.escaping import clean
from diplocal.exporters.rfc5545.unfold import unescaped, unfold
from diplocal.feed import revise
from diplocal.model import (
    Claim,
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
from diplocal.timeline import Attendee, Days, Entry, Level, NoDate, Past, Reason, Timeline

NASTY = {
    "CR": "a\rb",
    "LF": "a\nb",
    "CRLF": "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other",
    "NUL": "a\0b",
    "VT": "a\vb",
    "NEL": "a\x85b",
    "line separator": "a\u2028b",
    "lone surrogate": "a\ud800b",
    "semicolon": "a;b;;",
    "comma": "a,b,,",
    "backslash": "a\\b\\n\\\\",
    "quotes": 'a"b"^n',
    "colon": ":a:b",
    "Hangul": "외" * 10_000,
    "emoji": "👩‍👩‍👧‍👦" * 40,
    "right to left": "مرحبا \u202eabc\u202c",
    "joiners": "\N{ZERO WIDTH JOINER}" * 200,
}
LINKS = [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "//x",
    "http://",
    "x\r\nEND:VEVENT",
    "ftp://x/",
]
PLAIN = "Plaintext"
NOW = dt.datetime(2025, 4, 2, tzinfo=dt.UTC)
DAY = dt.date(2025, 4, 3)
# Keys, zones and what refers to them are no texts: they are looked up.
_NO_TEXTS = {"key", "programme", "parent", "zone", "code", "to", "via", "issuer", "where", "rule", "url", "country"}

WIRE = Source(key="wire", publisher="Wire", title="Headline", published=DAY, zone="Asia/Seoul")
LEAGUE = Party(key="league", name="League", kind=PartyKind.GROUP, members=["korea"])
KOREA = Party(key="korea", name="Korea")
CHO = Person(key="cho", name="Cho", office="Minister", party="korea", aliases=["Cho T."], email="cho@example.org")
HALL = Place(key="hall", name="Town", zone="Europe/Brussels", venue="Hall", address="Street 1")
OPEN = [Alternative(DAY, DAY, "this week's")]
READ = Reading(
    start=DAY, end=DAY, kind=Kind.DAY, certainty=Certainty.PREFERRED, rule="weekday", why="tense", alternatives=OPEN
)
TALKS = Entry(
    programme="visit",
    key="talks",
    level=Level.SESSION,
    title="Talks",
    timing=Days(DAY, DAY),
    parent="visit",
    reason=Reason(phrase="on Thursday", where="events[0]", anchor=DAY, anchored_on="the wire", reading=READ),
    place=HALL,
    participants=[Attendee(person=CHO, party=KOREA), Attendee(party=LEAGUE), Attendee(unnamed="ministers")],
    topics=[Topic(title="Trade", likely=True, phrase="likely", raised_by="cho", party="korea")],
    note="Note",
    internal_note="Folder",
    claims=[Claim(issuer="korea", verb="said", modality="is to", phrase="it meets", source="wire")],
    relations=[Relation(kind=RelationKind.FOLLOWS, to="call", phrase="after")],
    earlier=[Past(timing=NoDate(OPEN), status=Status.EXPECTED, source=WIRE)],
    outcome=Outcome(title="Statement", source="wire"),
    series=Series(name="Dialogue", edition=2),
    source=WIRE,
)
CALL = evolve(TALKS, key="call", title="Call", timing=NoDate(OPEN), relations=[], reason=None)
VISIT = Entry(programme="visit", key="visit", title="Visit", level=Level.EVENT, timing=Days(DAY, DAY))
TIMELINE = Timeline(
    key="visit",
    title="Programme",
    entries=[VISIT, TALKS, CALL],
    sources=[WIRE],
    parties=[KOREA, LEAGUE],
    people=[CHO],
    note="About",
)

Path = tuple[str | int, ...]


def text_fields(record: object, path: Path = ()) -> Iterator[Path]:
    """Give the way to every text in a record and in those below it."""
    if type(record) is str:  # no member of an enumeration, which is a str too
        yield path
    elif isinstance(record, tuple):
        for at, item in enumerate(record):
            yield from text_fields(item, (*path, at))
    elif has(kind := type(record)):
        for one in fields(kind):
            value = getattr(record, one.name)
            reference = isinstance(value, str) and one.name in {"party", "raised_by", "source"}
            if one.name not in _NO_TEXTS | {"members"} and not reference:
                yield from text_fields(value, (*path, one.name))


def replaced(record: Any, path: Path, text: str) -> Any:
    """Put a text where a way leads."""
    if not path:
        return text
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*record[:step], replaced(record[step], rest, text), *record[step + 1 :])
    return evolve(record, **{step: replaced(getattr(record, step), rest, text)})


def published(timeline: Timeline) -> bytes:
    return revise(None, timeline, NOW, emails=True)[0].octets


def said(octets: bytes) -> dict[tuple[str, str], str]:
    """Read all texts of a feed, by component and property, as icalendar does."""
    calendar = Calendar.from_ical(octets)
    components = [("", calendar), *((str(one["UID"]), one) for one in calendar.events)]
    return {
        (key, name): unescaped(str(component[name])) if name == "NAME" else str(component[name])  # unknown to icalendar
        for key, component in components
        for name in ("NAME", "DESCRIPTION", "SUMMARY", "LOCATION")
        if name in component
    }


def complaints(path: Path, timeline: Timeline = TIMELINE) -> Iterator[str]:
    plain = published(replaced(timeline, path, PLAIN))
    lines = [line.name for line in unfold(plain)]
    where = [place for place, text in said(plain).items() if PLAIN in text]
    for name, text in NASTY.items():
        octets = published(replaced(timeline, path, text))
        if [line.name for line in unfold(octets)] != lines:
            yield f"{path}: {name} changed the lines"
        found = said(octets)
        told = {clean(text), clean(" ".join(text.split()))}  # a name within a list is told in one line
        if not all(any(one in found[place] for one in told) for place in where):
            yield f"{path}: {name} did not come back"
        if revise(octets, replaced(timeline, path, text), NOW + dt.timedelta(days=1), emails=True)[0].changed:
            yield f"{path}: {name} is never quiet"


def link_complaints() -> Iterator[str]:
    for link in LINKS:
        try:
            published(evolve(TIMELINE, entries=[evolve(VISIT, url=link)]))
        except ExportError:
            continue
        yield f"{link!r} was let through"


def main() -> int:
    paths = list(text_fields(TIMELINE))
    found = [*(complaint for path in paths for complaint in complaints(path)), *link_complaints()]
    sys.stdout.write(f"{len(paths)} fields, {len(NASTY)} texts each\n")
    sys.stderr.writelines(f"{line!a}\n" for line in found)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())

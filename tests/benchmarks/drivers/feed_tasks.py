"""Write, revise or read a feed with one program, in a process of its own.

    python drivers/feed_tasks.py PROGRAM TASK EVENTS FOLDER

Prints a line of JSON: the seconds it took, the events, the octets, and the memory that was added, in MiB. What a
program is given (a timeline, or typed properties) is made before the clock starts. `prepare` writes what the readers
read and what ical.js writes into the folder.
"""

import datetime as dt
import gc
import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve

from diplocal.exporters.ical import components, render
from diplocal.exporters.rfc5545.contentline import Component, Geo, Uri, chunks
from diplocal.feed import revise
from diplocal.feed.previous import open_feed
from diplocal.files import dump, load
from diplocal.model import Access, Event, Format, Participant, Party, Person, Place, Programme, Source, Status, Topic
from diplocal.resolver import resolve
from diplocal.timeline import Timeline
from diplocal.when import CalendarDay, Clock, ClockSpan

NOW = dt.datetime(2025, 4, 2, tzinfo=dt.UTC)
ZONES = ("Europe/Brussels", "Asia/Seoul", "America/New_York", "Africa/Nairobi")
SUBJECTS = ("Steel", "Fish", "Ports", "Grids", "Visas", "Grain", "Rail")
FORMATS = (Format.COUNCIL, Format.BILATERAL, Format.WORKING_LUNCH, Format.PLENARY)
STATUSES = (Status.EXPECTED, Status.CONFIRMED, Status.PROVISIONAL, Status.RESCHEDULED)
FIRST_DAY = dt.date(2025, 4, 7)


def programme(count: int) -> Programme:
    """Make a programme like life: a place for every five sessions, five participants each, texts that differ."""
    people, places = max(5, count // 10), max(1, count // 5)
    return Programme(
        key="bench",
        title="Council",
        sources=[source(number) for number in range(9)],
        people=[person(number) for number in range(people)],
        parties=[Party(key=f"party-{number}", name=f"Country {number}") for number in range(50)],
        places=[place(number) for number in range(places)],
        events=[session(number, people, places) for number in range(count)],
    )


def source(number: int) -> Source:
    day = dt.date(2025, 3, 20 + number)
    return Source(key=f"wire-{number}", publisher=f"Ministry {number}", published=day, zone="Asia/Seoul")


def person(number: int) -> Person:
    key, office = f"person-{number}", f"Minister of {SUBJECTS[number % 7]} {number % 11}"
    return Person(key=key, name=f"Ada Holt {number}", office=office, party=f"party-{number % 50}")


def place(number: int) -> Place:
    geo = (50 + number % 900 / 100, 4 + number % 700 / 100)
    return Place(key=f"hall-{number}", name=f"Town {number}", zone=ZONES[number % 4], venue=f"Hall {number}", geo=geo)


def session(number: int, people: int, places: int) -> Event:
    day = FIRST_DAY + dt.timedelta(days=number // 8 % 600)
    start = Clock(9 + number % 8, number * 5 % 60)
    subject = SUBJECTS[number % 7]
    return Event(
        key=f"session-{number}",
        title=f"Session {number} of the council on {subject.lower()}",
        when=CalendarDay(day.month, day.day, day.year),
        time=ClockSpan(start, Clock(start.hour + 1, start.minute)),
        place=f"hall-{number % places}",
        participants=[Participant(person=f"person-{(7 * number + one) % people}") for one in range(5)],
        topics=[Topic(title=f"{subject} {number % 97}")],
        format=FORMATS[number % 4],
        status=STATUSES[number // 3 % 4],
        access=Access.CLOSED,
        note=f"Ministers meet on item {number}; statements, if any, follow in writing",
        url=f"https://example.org/sessions/{number}",
        source=f"wire-{number % 9}",
    )


@cache
def timeline(count: int) -> Timeline:
    return resolve(programme(count))


# --- tasks: each takes what is given and returns the number of octets ------------------------------------------------


def write_stream(told: Timeline) -> int:
    return sum(map(len, render(told)))


def write_programme(text: str) -> int:
    return write_stream(resolve(load(text)))


def write_components(parts: list[Component]) -> int:
    return sum(map(len, chunks(parts[0], parts[1:])))


def write_icalendar(events: list[list[tuple[str, object, dict[str, str]]]]) -> int:
    import icalendar  # noqa: PLC0415 - one program at a time

    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//benchmark//EN")
    for properties in events:
        event = icalendar.Event()
        for name, value, parameters in properties:
            event.add(name, value, parameters)
        calendar.add_component(event)
    return len(calendar.to_ical())


def write_ics(events: list[list[tuple[str, Any, dict[str, str]]]]) -> int:
    import ics  # noqa: PLC0415 - one program at a time
    from ics.grammar.parse import ContentLine  # noqa: PLC0415 - one program at a time

    calendar = ics.Calendar()
    for properties in events:
        given = {name: value for name, value, _ in properties}
        event = ics.Event(
            name=given["SUMMARY"],
            begin=given["DTSTART"],
            end=given["DTEND"],
            uid=given["UID"],
            description=given["DESCRIPTION"],
            location=given["LOCATION"],
            url=given["URL"],
            status=given["STATUS"],
            created=given["DTSTAMP"],
            last_modified=given["LAST-MODIFIED"],
            categories=given["CATEGORIES"],
        )
        latitude, longitude = given["GEO"]
        event.extra.append(ContentLine("GEO", value=f"{latitude:.6f};{longitude:.6f}"))
        event.extra.append(ContentLine("SEQUENCE", value=str(given["SEQUENCE"])))
        calendar.events.add(event)
    return len(calendar.serialize().encode())


def read_slices(octets: bytes) -> int:
    feed = open_feed(octets)
    return sum(len(feed.read(part).state.name) for part in feed.parts.values())


def read_icalendar(octets: bytes) -> int:
    import icalendar  # noqa: PLC0415 - one program at a time

    events = icalendar.Calendar.from_ical(octets).walk("VEVENT")
    return sum(len(str(event["SUMMARY"])) + event.decoded("DTSTART").year for event in events)


def read_ics(octets: bytes) -> int:
    import ics  # noqa: PLC0415 - one program at a time

    return sum(len(event.name) + event.begin.year for event in ics.Calendar(octets.decode()).events)


def revise_one(given: tuple[bytes, Timeline]) -> int:
    return len(revise(*given, NOW + dt.timedelta(days=1))[0].octets)


# --- what they are given ----------------------------------------------------------------------------------------------


def typed(count: int) -> list[list[tuple[str, object, dict[str, str]]]]:
    """Give the properties that diplocal writes as Python's own values."""
    parts = components(timeline(count))
    next(parts)
    return [[(one.name, _plain(one.value), dict(one.params)) for one in part.properties] for part in parts]


def _plain(value: object) -> object:
    match value:
        case Uri(text):
            return text
        case Geo(latitude, longitude):
            return latitude, longitude
        case tuple():
            return list(value)
        case _:
            return value


def revised(count: int) -> tuple[bytes, Timeline]:
    before = timeline(count)
    middle = before.entries[count // 2]
    entries = [evolve(one, title="Moved") if one is middle else one for one in before.entries]
    return revise(None, before, NOW)[0].octets, evolve(before, entries=entries)


def jcal(properties: list[tuple[str, object, dict[str, str]]]) -> Iterator[list[object]]:
    for name, value, parameters in properties:
        match value:
            case dt.datetime():
                zone = {"tzid": value.tzinfo.key} if isinstance(value.tzinfo, ZoneInfo) else {}
                text = value.replace(tzinfo=None).isoformat() + ("" if zone else "Z")
                yield [name.lower(), zone, "date-time", text]
            case (latitude, longitude) if name == "GEO":
                yield ["geo", {}, "float", [latitude, longitude]]
            case [*texts]:
                yield [name.lower(), {}, "text", ",".join(map(str, texts))]
            case _:
                yield [name.lower(), parameters, "other", value]


def prepare(count: int, folder: Path) -> None:
    (folder / f"{count}.ics").write_bytes(b"".join(render(timeline(count))))
    with (folder / f"{count}.jsonl").open("w") as file:
        file.writelines(json.dumps(list(jcal(properties))) + "\n" for properties in typed(count))


TASKS: dict[tuple[str, str], tuple[Callable[[Any], int], Callable[[int, Path], Any]]] = {
    ("diplocal", "write"): (write_stream, lambda count, _: timeline(count)),
    ("diplocal-toml", "write"): (write_programme, lambda count, _: dump(programme(count))),
    ("diplocal-typed", "write"): (write_components, lambda count, _: list(components(timeline(count)))),
    ("icalendar", "write"): (write_icalendar, lambda count, _: typed(count)),
    ("ics", "write"): (write_ics, lambda count, _: typed(count)),
    ("diplocal", "read"): (read_slices, lambda count, folder: (folder / f"{count}.ics").read_bytes()),
    ("icalendar", "read"): (read_icalendar, lambda count, folder: (folder / f"{count}.ics").read_bytes()),
    ("ics", "read"): (read_ics, lambda count, folder: (folder / f"{count}.ics").read_bytes()),
    ("diplocal", "revise"): (revise_one, lambda count, _: revised(count)),
}


def main() -> int:
    program, task, count, folder = sys.argv[1], sys.argv[2], int(sys.argv[3]), Path(sys.argv[4])
    if task == "prepare":
        prepare(count, folder)
        return 0
    run, make = TASKS[program, task]
    run(make(min(count, 20), folder) if task != "read" else (folder / "20.ics").read_bytes())  # imports and caches
    given = make(count, folder)
    gc.collect()
    before, cpu, start = _peak(), time.process_time(), time.perf_counter()
    octets = run(given)
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"seconds": seconds, "cpu": cpu, "octets": octets, "memory": _peak() - before}))
    return 0


def _peak() -> float:
    """The most memory this process has had, in MiB; macOS counts in bytes, Linux in KiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    sys.exit(main())

"""Several zones in Markdown: each time in the venue's zone, with the capitals' beside it and a shifted day marked."""

import datetime as dt

import diplocal
from diplocal import Event, Format, Place, Programme, Session, Source
from diplocal.phrases import parse, parse_time

CALL = Session(
    key="call", title="Call of the leaders", when=parse("Tuesday"), time=parse_time("9 a.m."), format=Format.VIDEO_CALL
)
DINNER = Session(
    key="dinner", title="Dinner", when=parse("Tuesday"), time=parse_time("19:30"), format=Format.WORKING_DINNER
)
SUMMIT = Event(
    key="summit",
    title="Summit",
    when=parse("from Monday to Wednesday"),
    format=Format.SUMMIT,
    place="singapore",
    sessions=[CALL, DINNER],
)
PROGRAMME = Programme(
    key="singapore-2025",
    title="Summit in Singapore",
    sources=[Source(key="notice", publisher="The host", published=dt.date(2025, 6, 6), zone="Asia/Singapore")],
    places=[Place(key="singapore", name="Singapore")],
    events=[SUMMIT],
)


def main() -> None:
    timeline = diplocal.resolve(PROGRAMME)
    zones = ["Washington=America/New_York", "Brussels=Europe/Brussels"]
    print(diplocal.export(timeline, "markdown", zones=zones, sections=["head", "days"]).decode(), end="")


if __name__ == "__main__":
    main()

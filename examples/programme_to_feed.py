"""A programme file to a feed: published, changed, published again; subscribers see the same session on its new day."""

import datetime as dt
import sys
import tempfile
from pathlib import Path

import diplocal
from diplocal.feed import to_markdown

OSLO = Path(__file__).with_name("oslo.toml")


def main(folder: Path) -> None:
    feed = folder / "oslo.ics"
    announced = OSLO.read_text(encoding="utf-8")
    diplocal.publish(feed, timeline_of(announced), dt.datetime(2025, 5, 5, 12, tzinfo=dt.UTC))
    print("published:", *session(feed))

    moved = announced.replace('when = "Thursday"', 'when = "Friday"')
    now = dt.datetime(2025, 5, 6, 9, tzinfo=dt.UTC)
    _, changes = diplocal.publish(feed, timeline_of(moved), now)
    print("revised:  ", *session(feed))
    print(to_markdown(changes).split("\n\n### Changed")[0])

    again, _ = diplocal.publish(feed, timeline_of(moved), now + dt.timedelta(hours=1))
    print("\nan hour later, changed:", again.changed)


def timeline_of(text: str) -> diplocal.Timeline:
    return diplocal.resolve(diplocal.load(text, name=OSLO.name))


def session(feed: Path) -> list[str]:
    """The lines of the talks that a calendar goes by."""
    talks = next(part for part in feed.read_text(encoding="utf-8").split("BEGIN:VEVENT") if "SUMMARY:Talks" in part)
    return [line for line in talks.splitlines() if line.startswith(("UID", "SEQUENCE", "DTSTART"))]


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))

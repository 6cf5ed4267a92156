"""Explain every date: the words, the day they are read from, the rule, and what else they could have meant.

An announcement's own day may be doubtful: `sensitivity` tells on which days of publication the dates would be others.
"""

import datetime as dt
from pathlib import Path

import diplocal

OSLO = Path(__file__).with_name("oslo.toml")


def main() -> None:
    programme = diplocal.load(OSLO.read_text(encoding="utf-8"), name=OSLO.name)
    for entry in diplocal.resolve(programme).entries:
        print(entry.title)
        explain(entry.reason)
    print()
    print(diplocal.sensitivity(programme, first=dt.date(2025, 4, 28), last=dt.date(2025, 5, 8)))


def explain(reason: diplocal.Reason | None) -> None:
    if reason is None:
        print("    nothing was said about its time")
        return
    reading = reason.reading
    print(f"    '{reason.phrase}' in {reason.where}, read from {reason.anchor} ({reason.anchored_on})")
    print(f"    {reading.dates}, {reading.certainty.value}, by {reading.rule}")
    for other in reading.alternatives:
        print(f"    or {other.start} to {other.end}")
    for other in reading.rejected:
        print(f"    not {other.start} to {other.end}")


if __name__ == "__main__":
    main()

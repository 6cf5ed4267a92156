"""Read a news text: every reference to time with its date, how sure it is, and why.

The references settle each other: "Wednesday" is next week's because "next week" governs it.
"""

import datetime as dt

import diplocal

TEXT = (
    "WELLINGTON, April 3 - The minister visits the South Pacific next week, her office said on Thursday. She opens an "
    "embassy in Tonga at 10 a.m. on Wednesday, flies home the day after and reports to parliament by the 15th. "
    "A return visit is expected in mid-June."
)


def main() -> None:
    for finding in diplocal.read_text(TEXT, published=dt.date(2025, 4, 3), zone="Pacific/Auckland"):
        mention, reading = finding.mention, finding.reading
        print(f"{mention.start:>3}-{mention.end:<3} {mention.text}")
        print(f"        {reading.dates}: {reading.kind.value}, {reading.certainty.value}, rule {reading.rule}")
        for other in reading.alternatives:
            print(f"        or {other.start} to {other.end}")


if __name__ == "__main__":
    main()

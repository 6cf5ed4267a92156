"""When an entry is, in a form that programs compare and search: EDTF, which is ISO 8601-2:2019, level 2.

EDTF says days and moments, intervals, and one day of a set. What it cannot say is left out rather than bent: an hour
that is only about right, a part of the day, the end of a time.
"""

import datetime as dt
from typing import assert_never

from diplocal.timeline import ByDay, DayPart, Days, Hours, NoDate, Sometime, Timing, timing_dates


def edtf(timing: Timing) -> str:
    """Write a timing; empty where no date is known.

    >>> edtf(Days(dt.date(2025, 4, 2), dt.date(2025, 4, 4)))
    '2025-04-02/2025-04-04'
    >>> edtf(Sometime(dt.date(2025, 4, 7), dt.date(2025, 4, 13)))
    '[2025-04-07..2025-04-13]'

    Whole days are an interval. A time is a moment, or the days that it touches where there are several. A window and an
    open choice are one day of a set (``[2025-04-04,2025-04-11]``), a deadline one that has no beginning
    (``[..2025-04-04]``).
    """
    match timing:
        case Days(start, end):
            return _span(start, end, "/")
        case Hours(start, _, about):
            first, last = timing_dates(timing) or (start.date(), start.date())
            return _span(first, last, "/") if about or first != last else moment(start)
        case DayPart(day):
            return str(day)
        case Sometime(start, end):
            return f"[{_span(start, end, '..')}]"
        case ByDay(day):
            return f"[..{day}]"
        case NoDate(readings):
            days = dict.fromkeys(_span(reading.start, reading.end, "..") for reading in readings)
            return f"[{','.join(days)}]" if days else ""
        case _:
            assert_never(timing)


def moment(time: dt.datetime) -> str:
    """Write a time to the second, with its offset if it has one; in UTC where that has seconds, which none may have."""
    if (time.utcoffset() or dt.timedelta()) % dt.timedelta(minutes=1):
        time = time.astimezone(dt.UTC)
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def _span(start: dt.date, end: dt.date, between: str) -> str:
    return str(start) if start == end else f"{start}{between}{end}"

"""References: what an announcement says about time, as data, before any date is known.

`Reference` is a union of small frozen classes. What they mean is decided in `rules`; which words stand for them in
`phrases`. Nothing here knows a publication day.
"""

from diplocal.when.mentions import Clause, Mention
from diplocal.when.references import (
    About,
    At,
    Between,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Coming,
    Counted,
    Day,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    FromToday,
    InFigures,
    InMonth,
    InYear,
    Length,
    NthDay,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Reference,
    Span,
    Undated,
    WeekendOf,
    WeekOf,
    Window,
    core_of,
    in_full,
    is_chained,
)
from diplocal.when.times import Clock, ClockSpan, InPart, InZone, PartOfDay, Time
from diplocal.when.units import MONTHS, WEEKDAYS, Bound, Feast, Part, Unit, Weekday, Which

__all__ = [
    "MONTHS", "WEEKDAYS", "About", "At", "Between", "Bound", "CalendarDay", "Chained", "ChainedWeekday", "Clause",
    "Clock", "ClockSpan", "Coming", "Counted", "Day", "DayOfMonth", "DaySet", "Deadline", "Either", "Feast",
    "FromToday", "InFigures", "InMonth", "InPart", "InYear", "InZone", "Length", "Mention", "NthDay", "NthWeekday",
    "OnFeast", "OnWeekday", "Part", "PartOfDay", "Reference", "Span", "Time", "Undated", "Unit", "WeekOf", "Weekday",
    "WeekendOf", "Which", "Window", "core_of", "in_full", "is_chained",
]  # fmt: skip

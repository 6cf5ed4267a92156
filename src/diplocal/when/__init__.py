"""References: what an announcement says about time, as data, before any date is known.

`Reference` is a union of small frozen classes. What they mean is decided in `rules`; which words stand for them in
`phrases`. Nothing here knows a publication day.
"""

from diplocal.when.days import (
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    Day,
    DayOfMonth,
    DaySet,
    Either,
    FromToday,
    InFigures,
    Length,
    NthDay,
    NthWeekday,
    OnFeast,
    OnWeekday,
    Span,
)
from diplocal.when.mentions import Clause, Mention
from diplocal.when.references import At, Reference, core_of, in_full, is_chained
from diplocal.when.times import Clock, ClockSpan, InPart, InZone, PartOfDay, Time
from diplocal.when.units import MONTHS, WEEKDAYS, Bound, Feast, Part, Unit, Weekday, Which
from diplocal.when.window import Window
from diplocal.when.windows import About, Between, Coming, Deadline, InMonth, InYear, Undated, WeekendOf, WeekOf

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "About",
    "At",
    "Between",
    "Bound",
    "CalendarDay",
    "Chained",
    "ChainedWeekday",
    "Clause",
    "Clock",
    "ClockSpan",
    "Coming",
    "Counted",
    "Day",
    "DayOfMonth",
    "DaySet",
    "Deadline",
    "Either",
    "Feast",
    "FromToday",
    "InFigures",
    "InMonth",
    "InPart",
    "InYear",
    "InZone",
    "Length",
    "Mention",
    "NthDay",
    "NthWeekday",
    "OnFeast",
    "OnWeekday",
    "Part",
    "PartOfDay",
    "Reference",
    "Span",
    "Time",
    "Undated",
    "Unit",
    "WeekOf",
    "Weekday",
    "WeekendOf",
    "Which",
    "Window",
    "core_of",
    "in_full",
    "is_chained",
]

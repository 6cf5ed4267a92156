"""What Hypothesis builds for phrases: every reference that words say, and texts made of words of time."""

import re

import attrs
from hypothesis import strategies as st

from diplocal import when
from diplocal.when import Part, Unit, Which

weekdays = st.sampled_from(when.Weekday)
keys = st.none() | st.sampled_from(["ruling", "nato-2025", "day 2"])
years = st.none() | st.integers(1800, 2199)
relative_weeks = st.builds(when.Window, st.just(Unit.WEEK), st.integers(-1, 1), chained=st.booleans())


def calendar_days(said: st.SearchStrategy[int | None] = years) -> st.SearchStrategy[when.CalendarDay]:
    """Days with their month, that some year has."""
    longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    months = st.integers(1, 12)
    dated = months.flatmap(lambda month: st.tuples(st.just(month), st.integers(1, longest[month - 1])))
    return st.builds(
        lambda date, year, weekday: when.CalendarDay(date[0], date[1], year, weekday), dated, said, st.none() | weekdays
    )


# --- one day ----------------------------------------------------------------------------------------------------------

bare_weekdays = st.builds(when.OnWeekday, weekdays)
numbered = st.builds(when.DayOfMonth, st.integers(1, 31), st.none() | weekdays, st.none() | st.integers(-1, 1))
bases = (
    bare_weekdays
    | st.builds(when.OnWeekday, weekdays, st.sampled_from(Which))
    | st.builds(when.OnWeekday, weekdays, week=relative_weeks)
    | calendar_days()
    | st.builds(attrs.evolve, calendar_days(st.none()), of_year=st.integers(-2, 2))
    | numbered
    | st.builds(when.NthDay, st.sampled_from([-1, *range(1, 32)]), keys)
    | st.builds(when.ChainedWeekday, weekdays, st.sampled_from([-1, 1]), keys)
)
counts = st.integers(-200, 200)
days = (
    bases
    | st.builds(when.FromToday, counts)
    | st.builds(when.Counted, counts.filter(bool), bases)
    | st.builds(when.Chained, counts, keys)
)

# --- several days -----------------------------------------------------------------------------------------------------

# A later day of a row gives the earlier ones its month, year or week, so rows of a kind agree on them.
_in_a_year = st.sampled_from([None, 2025]).flatmap(
    lambda year: st.lists(calendar_days(st.just(year)), min_size=2, max_size=4)
)
_in_a_week = relative_weeks.flatmap(
    lambda week: st.lists(st.builds(when.OnWeekday, weekdays, week=st.just(week)), min_size=2, max_size=3)
)
rows = st.one_of(
    st.lists(bare_weekdays, min_size=2, max_size=4),
    st.lists(st.builds(when.DayOfMonth, st.integers(1, 31)), min_size=2, max_size=4),
    st.lists(st.builds(when.FromToday, counts), min_size=2, max_size=3),
    _in_a_year,
    _in_a_week,
)
several = (
    rows.map(lambda row: when.Span(row[0], row[1]))
    | st.builds(when.DaySet, rows)
    | st.builds(when.Either, rows)
    | st.builds(when.Length, st.integers(1, 366), st.none() | days)
)

# --- windows ----------------------------------------------------------------------------------------------------------

parts = st.sampled_from(Part)
_units = st.sampled_from([Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.YEAR])
windows = st.one_of(
    st.builds(when.Window, _units, st.integers(-2, 2), parts),
    st.builds(when.Window, _units, st.integers(-1, 1), parts, chained=st.just(True)),
    st.builds(when.WeekOf, bases.filter(lambda day: not isinstance(day, when.ChainedWeekday)), parts),
    st.builds(when.InMonth, st.integers(1, 12), years, parts),
    st.builds(when.InMonth, st.integers(1, 12), part=parts, of_year=st.integers(-2, 2)),
    st.builds(when.InMonth, st.integers(1, 12), which=st.sampled_from([Which.THIS, Which.NEXT, Which.LAST])),
    st.builds(when.InYear, st.integers(1800, 2199), parts),
)
stretches = st.builds(
    when.About, st.integers(-99, 99).filter(bool), st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.YEAR])
) | st.builds(when.Coming, st.integers(0, 99), st.sampled_from(Unit), st.booleans())
deadlines = st.builds(when.Deadline, st.sampled_from(when.Bound), days | windows)

# --- times ------------------------------------------------------------------------------------------------------------

zones = st.sampled_from([None, "local", "+09:00", "-05:00", "+05:45", "+00:00", "Asia/Seoul", "America/New_York"])
clocks = st.builds(when.Clock, st.integers(0, 23), st.integers(0, 59), zones, st.booleans())
_parts_of_day = st.builds(when.InPart, st.sampled_from(when.PartOfDay), zones)
_spans = st.builds(when.ClockSpan, clocks, clocks).filter(lambda span: span.end.zone is None or span.start.zone)
times = st.one_of(clocks, _spans, _parts_of_day)
in_zones = st.builds(when.InZone, zones.filter(bool))
_timed = st.builds(when.At, days, times | in_zones)

references: st.SearchStrategy[when.Reference] = st.one_of(
    days, several, windows, stretches, deadlines, _timed, st.just(when.Undated())
)

# --- texts made of words of time --------------------------------------------------------------------------------------

_WORDS = re.split(
    "[ \n]+",
    """on in at by until before after from to through between and or the a an this next last that same coming past
    following previous day days week weeks weekend month months year fortnight eve Monday Thursday Friday Sunday
    Wed. Thu today tomorrow yesterday tonight April May June Sept. March 3 14 16 26th 1st 2025 2026 10 15 30 10:30
    10:00 1530 a.m. p.m. am noon midnight morning afternoon evening night early late later earlier mid end start
    beginning middle of week's two three four first second final visit two-day for over within ago hence now time
    local UTC GMT KST CET +9 +09:00 Korean o'clock half quarter past hours 2025-04-03 [ruling] ( ) , - – / . : ' ’ s
    st both either not no than latest few recent undated TBD İ ² ٣ ß""",
)
_SIGNS = ["\u00a0", "\n", "\x00", "\ud800", "e\u0301"]
phrases = st.lists(st.sampled_from(_WORDS + _SIGNS), min_size=1, max_size=9)

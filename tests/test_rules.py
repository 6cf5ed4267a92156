"""What references could mean: rows of anchor, phrase, candidates in order, part of the first one's reason; then laws.

Most rows are read on Tuesday 1 April 2025.
"""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal import phrases, rules
from diplocal.errors import ReadingError
from diplocal.reading import Conventions, Kind
from diplocal.when import (
    At,
    Bound,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Counted,
    DayOfMonth,
    Deadline,
    FromToday,
    NthDay,
    OnWeekday,
    Part,
    Reference,
    Unit,
    Weekday,
    WeekOf,
    Which,
    Window,
)
from tests.phrases import strategies

TUESDAY = "2025-04-01"
SATURDAY = "2025-04-05"
SUNDAY = "2025-04-06"

ROWS: list[tuple[str, str, str, str]] = [
    # bare weekdays: the nearest on both sides, today included, then those a week beyond
    (TUESDAY, "Thursday", "2025-04-03 2025-03-27 2025-04-10 2025-03-20", "the first Thursday after publication"),
    (TUESDAY, "Tuesday", "2025-04-01 2025-04-08 2025-03-25", "is the publication day itself"),
    (SUNDAY, "Monday", "2025-04-07 2025-03-31 2025-04-14 2025-03-24", "the first Monday after"),
    ("2024-12-31", "Wednesday", "2025-01-01 2024-12-25 2025-01-08 2024-12-18", "the first Wednesday after"),
    ("2024-02-28", "Thursday", "2024-02-29 2024-02-22 2024-03-07 2024-02-15", "the first Thursday after"),
    # this: this week's; one that has passed leaves the coming one open; a Sunday looks to the week to come
    (TUESDAY, "this Thursday", "2025-04-03", "of this week"),
    (TUESDAY, "this Tuesday", "2025-04-01", "of this week"),
    (TUESDAY, "this Monday", "2025-03-31 2025-04-07", "of this week"),
    (SUNDAY, "this Thursday", "2025-04-10 2025-04-03", "said on a Sunday"),
    (SUNDAY, "this Sunday", "2025-04-06", "of this week"),
    # next: next week's first, the coming one where it is another day
    (TUESDAY, "next Thursday", "2025-04-10 2025-04-03", "of next week"),
    (TUESDAY, "next Monday", "2025-04-07", "the coming Monday is also"),
    (TUESDAY, "next Tuesday", "2025-04-08", "the coming Tuesday is also"),
    (SUNDAY, "next Thursday", "2025-04-10 2025-04-17", "the coming Thursday is also"),
    (SUNDAY, "next Sunday", "2025-04-13", "the coming Sunday is also"),
    # last: the most recent before today; last week's where it differs
    (TUESDAY, "last Thursday", "2025-03-27", "the last Thursday before"),
    (TUESDAY, "last Monday", "2025-03-31 2025-03-24", "the last Monday before"),
    (TUESDAY, "last Tuesday", "2025-03-25", "the last Tuesday before"),
    (SUNDAY, "last Thursday", "2025-04-03 2025-03-27", "the last Thursday before"),
    (TUESDAY, "this coming Tuesday", "2025-04-08", "the first Tuesday after"),
    (TUESDAY, "this past Tuesday", "2025-03-25", "the last Tuesday before"),
    # weekdays of a week, and counted from
    (TUESDAY, "Thursday next week", "2025-04-10", "of the week of Monday 7 April"),
    (TUESDAY, "Thursday last week", "2025-03-27", "of the week of Monday 24 March"),
    (TUESDAY, "Sunday this week", "2025-04-06", "of the week of Monday 31 March"),
    (SUNDAY, "Thursday next week", "2025-04-10 2025-04-17", "of the week of Monday 7 April"),
    (TUESDAY, "Thursday week", "2025-04-10", "7 days after Thursday 3 April"),
    (TUESDAY, "a week from Tuesday", "2025-04-08", "7 days after Tuesday 1 April"),
    (TUESDAY, "two days after 3 April", "2025-04-05", "2 days after"),
    # dates: a missing year is the nearest, near-ties are both kept
    (TUESDAY, "April 3, 2025", "2025-04-03", "a full date"),
    (TUESDAY, "3 April", "2025-04-03", "the nearest year"),
    (TUESDAY, "31 December", "2024-12-31", "the nearest year"),
    ("2024-12-30", "2 January", "2025-01-02", "2025 is the nearest year"),
    ("2025-01-02", "30 December", "2024-12-30", "2024 is the nearest year"),
    (TUESDAY, "3 October", "2024-10-03 2025-10-03", "the nearest year"),
    (TUESDAY, "25 September", "2025-09-25 2024-09-25", "the nearest year"),
    (TUESDAY, "3 November", "2024-11-03", "the nearest year"),
    (TUESDAY, "29 February", "2024-02-29", "the nearest year"),
    ("1900-03-01", "29 February", "1904-02-29 1896-02-29", "the nearest year"),
    (TUESDAY, "Thursday, 3 April", "2025-04-03", "and it is a Thursday"),
    (TUESDAY, "Friday, 3 October", "2025-10-03", "and it is a Friday"),
    (TUESDAY, "Friday, 3 April", "2025-04-03 2025-04-04", "which is a Thursday, not a Friday"),
    (TUESDAY, "Monday, 3 October", "2024-10-03 2024-09-30", "which is a Thursday, not a Monday"),
    (TUESDAY, "Friday, April 3, 2025", "2025-04-03 2025-04-04", "which is a Thursday, not a Friday"),
    # days of a year that no date names
    (TUESDAY, "the first Monday of May", "2025-05-05", "the nearest year"),
    (TUESDAY, "the last Friday in October 2023", "2023-10-27", "a full date"),
    (TUESDAY, "the fifth Sunday of March 2025", "2025-03-30", "a full date"),
    (TUESDAY, "the second Tuesday of June last year", "2024-06-11", "in 2024"),
    (TUESDAY, "Good Friday", "2025-04-18", "the nearest year"),
    (TUESDAY, "Easter Monday 2026", "2026-04-06", "a full date"),
    (TUESDAY, "Whitsun", "2025-06-08", "the nearest year"),
    (TUESDAY, "Shrove Tuesday 2025", "2025-03-04", "a full date"),
    (TUESDAY, "Ash Wednesday 2025", "2025-03-05", "a full date"),
    (TUESDAY, "Palm Sunday 2025", "2025-04-13", "a full date"),
    (TUESDAY, "Maundy Thursday 2025", "2025-04-17", "a full date"),
    (TUESDAY, "Holy Saturday 2025", "2025-04-19", "a full date"),
    (TUESDAY, "Easter Sunday 2025", "2025-04-20", "a full date"),
    (TUESDAY, "Whit Monday 2025", "2025-06-09", "a full date"),
    (TUESDAY, "Trinity Sunday 2025", "2025-06-15", "a full date"),
    (TUESDAY, "Corpus Christi 2025", "2025-06-19", "a full date"),
    (TUESDAY, "Ascension Day last year", "2024-05-09", "in 2024"),
    (TUESDAY, "Orthodox Easter 2024", "2024-05-05", "a full date"),
    (TUESDAY, "Thanksgiving 2025", "2025-11-27", "a full date"),
    (TUESDAY, "Memorial Day", "2025-05-26", "the nearest year"),
    (TUESDAY, "Bastille Day", "2025-07-14", "the nearest year"),
    (TUESDAY, "the fifth Monday of April", "2024-04-29", "2024 is the nearest year"),
    (TUESDAY, "the last Monday in May", "2025-05-26", "2025 is the nearest year"),
    # dates in figures: either way round, where nobody knows where they are read
    (TUESDAY, "4/3/2025", "2025-04-03 2025-03-04", "the month stands first"),
    (TUESDAY, "25/3/2025", "2025-03-25", "a full date"),
    (TUESDAY, "3/25/2025", "2025-03-25", "a full date"),
    (TUESDAY, "03.04.2025", "2025-04-03", "a full date"),
    (TUESDAY, "tomorrow (Wednesday)", "2025-04-02", "and it is a Wednesday"),
    (TUESDAY, "tomorrow (Friday)", "2025-04-02 2025-04-04", "which is a Wednesday, not a Friday"),
    (
        TUESDAY,
        "the 26th",
        "2025-03-26 2025-04-26 2025-01-26 2025-02-26 2025-05-26 2025-06-26 2025-07-26",
        "the nearest such day before",
    ),
    (TUESDAY, "the 31st", "2025-03-31 2025-05-31 2025-01-31 2025-07-31", "the nearest such day"),
    (
        TUESDAY,
        "the 1st",
        "2025-04-01 2025-01-01 2025-02-01 2025-03-01 2025-05-01 2025-06-01 2025-07-01",
        "is the publication day itself",
    ),
    (TUESDAY, "Saturday the 26th", "2025-04-26 2025-07-26", "the nearest such day"),
    (TUESDAY, "Friday the 2nd", "2025-05-02", "the nearest such day"),
    (TUESDAY, "Monday the 29th", "2025-03-29 2025-03-31", "which is a Saturday, not a Monday"),
    (
        "2024-12-30",
        "the 2nd",
        "2025-01-02 2024-12-02 2024-09-02 2024-10-02 2024-11-02 2025-02-02 2025-03-02",
        "the nearest such day after",
    ),
    # counted from today
    (TUESDAY, "today", "2025-04-01", "counted from Tuesday 1 April"),
    (TUESDAY, "tomorrow", "2025-04-02", "counted from Tuesday 1 April"),
    (TUESDAY, "yesterday", "2025-03-31", "counted from Tuesday 1 April"),
    (TUESDAY, "three days ago", "2025-03-29", "counted from Tuesday 1 April"),
    ("2024-02-28", "the day after tomorrow", "2024-03-01", "counted from Wednesday 28 February"),
    ("2024-12-31", "tomorrow", "2025-01-01", "counted from Tuesday 31 December"),
    # ranges and sets: each day is the next such day after the one before
    (
        TUESDAY,
        "from Wednesday to Friday",
        "2025-04-02/2025-04-04 2025-03-26/2025-03-28 2025-04-09/2025-04-11 2025-03-19/2025-03-21",
        "Wednesday 2 April 2025 to Friday 4 April 2025, the next such day",
    ),
    (
        TUESDAY,
        "from Friday to Tuesday",
        "2025-04-04/2025-04-08 2025-03-28/2025-04-01 2025-04-11/2025-04-15 2025-03-21/2025-03-25",
        ", the next such day",
    ),
    (
        TUESDAY,
        "from Tuesday to Tuesday",
        "2025-04-01/2025-04-08 2025-04-08/2025-04-15 2025-03-25/2025-04-01",
        "the next such day",
    ),
    (TUESDAY, "Tuesday to Saturday next week", "2025-04-08/2025-04-12", ", the next such day"),
    (TUESDAY, "14-16 April", "2025-04-14/2025-04-16", ", the next such day"),
    (TUESDAY, "29 June - 2 July", "2025-06-29/2025-07-02", ", the next such day"),
    ("2024-12-20", "29 December - 2 January", "2024-12-29/2025-01-02", ", the next such day"),
    (TUESDAY, "from 3 April 2025 to 2 March 2026", "2025-04-03/2026-03-02", ", the next such day"),
    (TUESDAY, "from today to May 4", "2025-04-01/2025-05-04", ", the next such day"),
    (
        TUESDAY,
        "from Wednesday to 4 April",
        "2025-04-02/2025-04-04 2025-03-26/2025-04-04 2025-03-19/2025-04-04",
        "the next such day",
    ),
    (TUESDAY, "from Monday to today", "2025-03-31/2025-04-01 2025-03-24/2025-04-01", ", the next such day"),
    (
        TUESDAY,
        "from Wednesday, 2 April to Friday, 3 April",
        "2025-04-02/2025-04-03 2025-04-02/2025-04-04",
        "not a Friday",
    ),
    (
        TUESDAY,
        "Thursday and Friday",
        "2025-04-03/2025-04-04 2025-03-27/2025-03-28 2025-04-10/2025-04-11 2025-03-20/2025-03-21",
        "each day follows the first",
    ),
    (TUESDAY, "30 April and 1 May", "2025-04-30/2025-05-01", "each day follows"),
    (TUESDAY, "14, 15 and 16 April", "2025-04-14/2025-04-16", "each day follows"),
    (
        TUESDAY,
        "Thursday, Friday and Saturday",
        "2025-04-03/2025-04-05 2025-03-27/2025-03-29 2025-04-10/2025-04-12 2025-03-20/2025-03-22",
        "each day follows the first",
    ),
    (
        TUESDAY,
        "Thursday or Friday",
        "2025-04-03/2025-04-04 2025-03-27/2025-03-28 2025-04-10/2025-04-11 2025-03-20/2025-03-21",
        "one of these days; the first: the first Thursday after",
    ),
    (
        TUESDAY,
        "for four days from Wednesday",
        "2025-04-02/2025-04-05 2025-03-26/2025-03-29 2025-04-09/2025-04-12 2025-03-19/2025-03-22",
        "4 days from the first",
    ),
    (TUESDAY, "for one day from 3 April", "2025-04-03", "1 day from the first"),
    (TUESDAY, "for three days from Friday, 3 April", "2025-04-03/2025-04-05 2025-04-04/2025-04-06", "3 days from"),
    # weeks: Monday to Sunday (ISO 8601); at a weekend the week about to begin, too, on a Sunday first
    (TUESDAY, "this week", "2025-03-31/2025-04-06", "the week of Tuesday 1 April"),
    (TUESDAY, "next week", "2025-04-07/2025-04-13", "the week after that of Tuesday"),
    (TUESDAY, "last week", "2025-03-24/2025-03-30", "the week before that of Tuesday"),
    (TUESDAY, "the week after next", "2025-04-14/2025-04-20", "the week 2 weeks after"),
    (SATURDAY, "this week", "2025-03-31/2025-04-06 2025-04-07/2025-04-13", "the week of Saturday"),
    (SATURDAY, "next week", "2025-04-07/2025-04-13", "the week after"),
    (SUNDAY, "this week", "2025-04-07/2025-04-13 2025-03-31/2025-04-06", "said on a Sunday"),
    (SUNDAY, "next week", "2025-04-07/2025-04-13 2025-04-14/2025-04-20", "the week after"),
    (SUNDAY, "last week", "2025-03-24/2025-03-30 2025-03-31/2025-04-06", "the week before"),
    (SUNDAY, "later this week", "2025-04-07/2025-04-13 2025-04-06/2025-04-06", "later in said on a Sunday"),
    (SUNDAY, "earlier this week", "2025-03-31/2025-04-06", "earlier in the week"),
    (TUESDAY, "later this week", "2025-04-01/2025-04-06", "later in the week"),
    (TUESDAY, "earlier this week", "2025-03-31/2025-04-01", "earlier in the week"),
    (TUESDAY, "later next week", "2025-04-09/2025-04-13", "later in the week"),
    (TUESDAY, "early next week", "2025-04-07/2025-04-09", "early in the week"),
    (TUESDAY, "the middle of next week", "2025-04-08/2025-04-10", "mid in the week"),
    (TUESDAY, "late next week", "2025-04-10/2025-04-13", "late in the week"),
    (TUESDAY, "at the end of next week", "2025-04-11/2025-04-13", "the end of the week"),
    ("2025-04-04", "early this week", "2025-03-31/2025-04-02 2025-04-07/2025-04-09", "early in the week of Friday 4"),
    (TUESDAY, "the weekend of 12 April", "2025-04-12/2025-04-13", "the weekend of Saturday 12 April"),
    (TUESDAY, "the weekend of Sunday, 13 April", "2025-04-12/2025-04-13", "the weekend of Sunday 13 April"),
    (TUESDAY, "the weekend of 9 April", "2025-04-12/2025-04-13", "the weekend of Wednesday 9 April"),
    (TUESDAY, "the week of 7 April", "2025-04-07/2025-04-13", "the week that holds Monday 7 April"),
    (TUESDAY, "the week of 9 April", "2025-04-07/2025-04-13", "the week that holds Wednesday 9 April"),
    (TUESDAY, "the weekend", "2025-04-05/2025-04-06 2025-03-29/2025-03-30", "the weekend of the week"),
    (SATURDAY, "the weekend", "2025-04-05/2025-04-06", "the weekend of the week"),
    (SUNDAY, "this weekend", "2025-04-05/2025-04-06 2025-04-12/2025-04-13", "the weekend of the week"),
    (TUESDAY, "last weekend", "2025-03-29/2025-03-30", "the last weekend before"),
    (TUESDAY, "next weekend", "2025-04-12/2025-04-13 2025-04-05/2025-04-06", "the weekend of the week after"),
    (SUNDAY, "next weekend", "2025-04-12/2025-04-13", "the weekend of the week after"),
    (TUESDAY, "the weekend after next", "2025-04-19/2025-04-20", "the weekend of the week 2 weeks after"),
    (TUESDAY, "the weekend before last", "2025-03-22/2025-03-23", "the weekend of the week 2 weeks before"),
    # months and years
    (TUESDAY, "this month", "2025-04-01/2025-04-30", "the month of"),
    (TUESDAY, "next month", "2025-05-01/2025-05-31", "the month after"),
    ("2024-12-31", "next month", "2025-01-01/2025-01-31", "the month after"),
    ("2025-01-31", "next month", "2025-02-01/2025-02-28", "the month after"),
    ("2025-01-31", "last month", "2024-12-01/2024-12-31", "the month before"),
    ("2025-04-16", "later this month", "2025-04-16/2025-04-30", "later in the month"),
    ("2025-04-16", "earlier this month", "2025-04-01/2025-04-16", "earlier in the month"),
    (TUESDAY, "early next month", "2025-05-01/2025-05-10", "early in the month"),
    (TUESDAY, "mid-April", "2025-04-11/2025-04-20", "mid in the present April"),
    (TUESDAY, "late December 2025", "2025-12-22/2025-12-31", "late in December 2025"),
    (TUESDAY, "early December 2025", "2025-12-01/2025-12-10", "early in December 2025"),
    (TUESDAY, "the end of February 2024", "2024-02-20/2024-02-29", "the end of February 2024"),
    (TUESDAY, "in June", "2025-06-01/2025-06-30 2024-06-01/2024-06-30", "the coming June"),
    (TUESDAY, "in February", "2025-02-01/2025-02-28 2026-02-01/2026-02-28", "the past February"),
    (TUESDAY, "in April", "2025-04-01/2025-04-30", "the present April"),
    (TUESDAY, "last November", "2024-11-01/2024-11-30", "last November"),
    (TUESDAY, "last April", "2024-04-01/2024-04-30", "last April"),
    (TUESDAY, "next March", "2026-03-01/2026-03-31", "next March"),
    (TUESDAY, "this June", "2025-06-01/2025-06-30", "this June"),
    (TUESDAY, "next year", "2026-01-01/2026-12-31", "the year after"),
    (TUESDAY, "later this year", "2025-04-01/2025-12-31", "later in the year"),
    (TUESDAY, "early next year", "2026-01-01/2026-03-31", "early in the year"),
    (TUESDAY, "in 2026", "2026-01-01/2026-12-31", "the year 2026"),
    (TUESDAY, "mid-2026", "2026-05-01/2026-08-31", "mid in the year 2026"),
    (TUESDAY, "late 2025", "2025-10-01/2025-12-31", "late in the year 2025"),
    # halves, ends, and from one stretch to the next
    (TUESDAY, "the first half of June", "2025-06-01/2025-06-15 2024-06-01/2024-06-15", "the first half of the coming"),
    (TUESDAY, "the second half of April", "2025-04-16/2025-04-30", "the second half of the present April"),
    (TUESDAY, "the first half of 2025", "2025-01-01/2025-06-30", "the first half of the year 2025"),
    (TUESDAY, "the second half of next year", "2026-07-01/2026-12-31", "the second half of the year after"),
    (TUESDAY, "at the end of the year", "2025-12-01/2025-12-31", "the end of the year of Tuesday"),
    (TUESDAY, "in June last year", "2024-06-01/2024-06-30", "June of 2024, counted from"),
    (TUESDAY, "between mid-April and June", "2025-04-11/2025-06-30", "from the first stretch to the end of the second"),
    (TUESDAY, "between June and May", "2025-06-01/2026-05-31 2024-06-01/2025-05-31", "the first: the coming June"),
    # about a day, and stretches
    ("2019-08-21", "in two weeks", "2019-09-02/2019-09-06", "about 2 weeks after"),
    (TUESDAY, "two weeks ago", "2025-03-16/2025-03-20", "about 2 weeks before"),
    ("2025-01-31", "in a month", "2025-02-23/2025-03-05", "about 1 month after"),
    (TUESDAY, "in the coming days", "2025-04-01/2025-04-08", "from Tuesday 1 April"),
    (TUESDAY, "within ten days", "2025-04-01/2025-04-11", "from Tuesday 1 April"),
    (TUESDAY, "over the last three months", "2025-01-01/2025-04-01", "up to Tuesday 1 April"),
    # deadlines are their day; a window stays one
    (TUESDAY, "by 4 April", "2025-04-04", "by a day"),
    (TUESDAY, "until Friday", "2025-04-04 2025-03-28 2025-04-11 2025-03-21", "until a day"),
    (TUESDAY, "by the end of the month", "2025-04-30", "by the end: the end of the month"),
    (TUESDAY, "until the end of June", "2025-06-30 2024-06-30", "until the end"),
    (TUESDAY, "before the end of 2025", "2025-12-31", "before the end"),
    (TUESDAY, "by the end of the week", "2025-04-04/2025-04-06", "the end of the week"),
    (TUESDAY, "by June", "2025-06-01/2025-06-30 2024-06-01/2024-06-30", "the coming June"),
    (TUESDAY, "Thursday at 10 a.m.", "2025-04-03 2025-03-27 2025-04-10 2025-03-20", "the first Thursday"),
]


def said(candidates: rules.Candidates) -> str:
    return " ".join(str(c.start) if c.kind in DAYS and c.start == c.end else f"{c.start}/{c.end}" for c in candidates)


DAYS = {Kind.DAY, Kind.MOMENT, Kind.DEADLINE}


@pytest.mark.parametrize(("anchor", "phrase", "dates", "why"), ROWS, ids=[f"{row[1]} on {row[0]}" for row in ROWS])
def test_candidates_stand_in_order_with_their_reason(anchor, phrase, dates, why):
    found = rules.candidates(phrases.parse(phrase), rules.Anchor(dt.date.fromisoformat(anchor)))
    assert said(found) == dates
    assert why in found[0].why


CHAINED: list[tuple[str, str, str]] = [
    ("2025-04-03", "that day", "2025-04-03"),
    ("2025-04-03", "the day after", "2025-04-04"),
    ("2025-04-03", "the previous day", "2025-04-02"),
    ("2025-04-03", "three days later", "2025-04-06"),
    ("2025-04-03", "a week earlier", "2025-03-27"),
    ("2025-02-28", "the following day", "2025-03-01"),
    ("2025-04-03", "the following Thursday", "2025-04-10"),
    ("2025-04-03", "the following Friday", "2025-04-04"),
    ("2025-04-03", "the previous Thursday", "2025-03-27"),
    ("2025-04-03", "Thursday the following week", "2025-04-10"),
    ("2025-04-03", "the following week", "2025-04-07/2025-04-13"),
    ("2025-04-03", "that week", "2025-03-31/2025-04-06"),
    ("2025-04-03/2025-04-08", "the following week", "2025-04-14/2025-04-20"),
    ("2025-04-03/2025-04-08", "the previous week", "2025-03-24/2025-03-30"),
    ("2025-04-03", "later that week", "2025-04-03/2025-04-06"),
    ("2025-04-03", "early the following week", "2025-04-07/2025-04-09"),
    ("2025-04-03", "the following weekend", "2025-04-05/2025-04-06"),
    ("2025-04-05", "the following weekend", "2025-04-12/2025-04-13"),
    ("2025-04-05", "the previous weekend", "2025-03-29/2025-03-30"),
    ("2025-04-03", "that weekend", "2025-04-05/2025-04-06"),
    ("2025-04-03", "the following month", "2025-05-01/2025-05-31"),
    ("2025-12-03", "the following year", "2026-01-01/2026-12-31"),
    ("2025-04-02/2025-04-04", "that day", "2025-04-02/2025-04-04"),
    ("2025-04-02/2025-04-04", "the day after", "2025-04-05"),
    ("2025-04-02/2025-04-04", "the day before", "2025-04-01"),
    ("2025-04-02/2025-04-04", "the eve", "2025-04-01"),
    ("2025-04-02/2025-04-04", "the first day", "2025-04-02"),
    ("2025-04-02/2025-04-04", "the second day", "2025-04-03"),
    ("2025-04-02/2025-04-04", "the final day", "2025-04-04"),
    ("2025-04-02/2025-04-04", "the following Monday", "2025-04-07"),
    ("2025-04-02/2025-04-04", "that evening", "2025-04-02/2025-04-04"),
]


def anchored(base: str) -> rules.Anchor:
    first, _, last = base.partition("/")
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    return rules.Anchor(dt.date(2025, 3, 28), days)


@pytest.mark.parametrize(("base", "phrase", "dates"), CHAINED, ids=[f"{row[1]} from {row[0]}" for row in CHAINED])
def test_chained_words_count_from_the_day_named_earlier(base, phrase, dates):
    assert said(rules.candidates(phrases.parse(phrase), anchored(base))) == dates


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("that weekend", "the weekend of the week of Thursday 3 April 2025"),
        ("the following weekend", "the weekend after Thursday 3 April 2025"),
        ("the previous weekend", "the weekend before Thursday 3 April 2025"),
        ("the following Friday", "the first Friday after Thursday 3 April 2025"),
        ("the previous Friday", "the first Friday before Thursday 3 April 2025"),
        ("three days later", "3 days after Thursday 3 April 2025"),
        ("a week earlier", "7 days before Thursday 3 April 2025"),
    ],
)
def test_chained_words_say_what_they_count_from(phrase, why):
    assert rules.candidates(phrases.parse(phrase), anchored("2025-04-03"))[0].why == why


LATE = dt.datetime(2025, 4, 1, 23, 30, tzinfo=dt.UTC)
PUBLISHED: list[tuple[dt.date, str | None, str]] = [
    (dt.date(2025, 4, 1), "Asia/Seoul", "2025-04-01"),
    (LATE.replace(tzinfo=None), "Asia/Seoul", "2025-04-01"),
    (LATE, None, "2025-04-01"),
    (LATE.astimezone(dt.timezone(dt.timedelta(hours=9))), None, "2025-04-02"),
    (LATE.astimezone(dt.timezone(-dt.timedelta(hours=9))), None, "2025-04-01"),
    (LATE, "Europe/London", "2025-04-02"),
    (LATE, "America/New_York", "2025-04-01"),
]


@pytest.mark.parametrize(("published", "zone", "day"), PUBLISHED)
def test_the_day_of_publication_is_that_of_the_dateline(published, zone, day):
    assert rules.publication_day(published, zone) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("published", "zone", "words"),
    [
        (dt.date(2025, 4, 1), "Europe/Osloo", "is not a time zone"),
        (dt.date(2025, 4, 1), "", "is not a time zone"),
        (dt.datetime(9999, 12, 31, 23, tzinfo=dt.UTC), "Asia/Seoul", "outside the years 1 to 9999"),
    ],
)
def test_a_publication_without_a_day_is_an_error(published, zone, words):
    with pytest.raises(ReadingError, match=words):
        rules.publication_day(published, zone)


NO_BASE = "it counts from a day that isn't known"
IMPOSSIBLE: list[tuple[str, str, str]] = [
    ("31 June", "31 June", "there is no such day"),
    ("31 June 2025", "31 June 2025", "there is no such day"),
    ("29 February 2025", "29 February 2025", "there is no such day"),
    ("30 February", "30 February", "there is no such day"),
    ("the fifth Friday of February 2025", "the fifth Friday of February 2025", "there is no such day"),
    ("from 3 April to 31 June", "31 June", "there is no such day"),
    ("from 3 April to 1 April", "from Thursday 3 April 2025 to Tuesday 1 April 2025", "the range runs backwards"),
    (
        "from 4 April 2025 to 2 April 2025",
        "from Friday 4 April 2025 to Wednesday 2 April 2025",
        "the range runs backwards",
    ),
    ("from tomorrow to today", "from Wednesday 2 April 2025 to Tuesday 1 April 2025", "the range runs backwards"),
    ("3 and 7 April", "Thursday 3 April 2025 and Monday 7 April 2025", "there is a gap between the days"),
    ("between June 2026 and May 2026", "the stretch", "its end lies before its start"),
    ("that day", "that day", NO_BASE),
    ("the last day but five", "the last day but 5", NO_BASE),
    ("three days later", "3 days later", NO_BASE),
    ("the following Monday", "the following Monday", NO_BASE),
    ("the second day", "day 2", NO_BASE),
    ("the following week", "the following week", NO_BASE),
    ("for three days", "3 days", "its first day isn't said"),
    ("undated", "undated", "nothing is said about the time"),
]


@pytest.mark.parametrize(("phrase", "words", "why"), IMPOSSIBLE, ids=[row[0] for row in IMPOSSIBLE])
def test_what_denotes_no_date_is_refused_with_words(phrase, words, why):
    with pytest.raises(ReadingError) as caught:
        rules.candidates(phrases.parse(phrase), rules.Anchor(dt.date(2025, 4, 1)))
    assert (caught.value.phrase, caught.value.why) == (words, why)
    assert caught.value.settle


def test_a_visit_has_no_day_after_its_last():
    with pytest.raises(ReadingError, match="has no such day"):
        rules.candidates(NthDay(4), anchored("2025-04-02/2025-04-04"))


@pytest.mark.parametrize(
    ("country", "days"),
    [
        ("US", "2025-04-03"),
        ("GB", "2025-03-04"),
        ("DE", "2025-03-04"),
        ("CA", "2025-04-03 2025-03-04"),
        (None, "2025-04-03 2025-03-04"),
    ],
)
def test_dates_in_figures_are_read_as_the_country_writes_them(country, days):
    found = rules.candidates(phrases.parse("4/3/2025"), rules.Anchor(dt.date(2025, 4, 1), country=country))
    assert " ".join(f"{candidate.start}" for candidate in found) == days


def test_the_readings_of_contradicted_days_do_not_multiply():
    said = " or ".join(f"Sunday {day} {month} 2025" for month in ("April", "May", "June") for day in (1, 8, 15, 22))
    assert len(rules.candidates(phrases.parse(said), rules.Anchor(dt.date(2025, 4, 1)))) < 60


@pytest.mark.parametrize(("anchor", "phrase"), [("9999-12-31", "tomorrow"), ("0001-01-01", "last week")])
def test_the_calendar_ends(anchor, phrase):
    with pytest.raises(ReadingError, match="outside the years 1 to 9999"):
        rules.candidates(phrases.parse(phrase), rules.Anchor(dt.date.fromisoformat(anchor)))


CONVENTIONS: list[tuple[Conventions, str, str, str]] = [
    (Conventions(next_week=True), TUESDAY, "next Thursday", "2025-04-10"),
    (Conventions(next_week=False), TUESDAY, "next Thursday", "2025-04-03"),
    (Conventions(next_week=True), TUESDAY, "next weekend", "2025-04-12/2025-04-13"),
    (Conventions(next_week=False), TUESDAY, "next weekend", "2025-04-05/2025-04-06"),
    (Conventions(week_start=Weekday.SUNDAY), TUESDAY, "this week", "2025-03-30/2025-04-05"),
    (Conventions(week_start=Weekday.SUNDAY), SUNDAY, "this week", "2025-04-06/2025-04-12"),
    (Conventions(week_start=Weekday.SUNDAY), SUNDAY, "next week", "2025-04-13/2025-04-19"),
    (Conventions(week_start=Weekday.SUNDAY), SUNDAY, "this Thursday", "2025-04-10"),
    (Conventions(week_start=Weekday.SUNDAY), SUNDAY, "next Thursday", "2025-04-17 2025-04-10"),
    (Conventions(week_start=Weekday.SUNDAY), TUESDAY, "early next week", "2025-04-07/2025-04-09"),
    (Conventions(week_start=Weekday.SATURDAY), TUESDAY, "next week", "2025-04-05/2025-04-11"),
]


@pytest.mark.parametrize(("conventions", "anchor", "phrase", "dates"), CONVENTIONS)
def test_the_caller_may_say_how_usage_goes(conventions, anchor, phrase, dates):
    found = rules.candidates(phrases.parse(phrase), rules.Anchor(dt.date.fromisoformat(anchor)), conventions)
    assert said(found) == dates


KINDS = {
    "Thursday": Kind.DAY,
    "Thursday at 10 a.m.": Kind.MOMENT,
    "Thursday morning": Kind.DAY,
    "Thursday (local time)": Kind.DAY,
    "from Wednesday to Friday": Kind.SPAN,
    "Thursday and Friday": Kind.SPAN,
    "for two days from Thursday": Kind.SPAN,
    "for one day from Thursday": Kind.DAY,
    "next week": Kind.WINDOW,
    "in June": Kind.WINDOW,
    "in two weeks": Kind.WINDOW,
    "in the coming days": Kind.WINDOW,
    "the week of 7 April": Kind.WINDOW,
    "by Friday": Kind.DEADLINE,
    "by noon on Friday": Kind.DEADLINE,
    "by next week": Kind.WINDOW,
}


@pytest.mark.parametrize(("phrase", "kind"), KINDS.items())
def test_a_candidate_is_what_its_words_are(phrase, kind):
    found = rules.candidates(phrases.parse(phrase), rules.Anchor(dt.date(2025, 4, 1)))
    assert {candidate.kind for candidate in found} == {kind}


# --- laws -------------------------------------------------------------------------------------------------------------

WEEK = dt.timedelta(7)
anchors = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 1))
conventions = st.builds(
    Conventions, week_start=st.sampled_from(Weekday), next_week=st.sampled_from([None, True, False])
)


@given(st.sampled_from(Weekday), anchors, conventions)
def test_this_next_and_last_keep_to_the_weeks_they_name(name, today, conventions):
    start = today - dt.timedelta((today.weekday() - conventions.week_start) % 7)
    this = next(start + dt.timedelta(i) for i in range(7) if (start + dt.timedelta(i)).weekday() == name)
    anchor = rules.Anchor(today)

    def days(which: Which) -> set[dt.date]:
        return {c.start for c in rules.candidates(OnWeekday(name, which), anchor, conventions)}

    assert this in days(Which.THIS)
    assert days(Which.NEXT) <= {this, this + WEEK, this + 2 * WEEK}
    assert this + 2 * WEEK not in days(Which.NEXT) or today.weekday() == Weekday.SUNDAY
    assert this + WEEK in days(Which.NEXT) or conventions.next_week is False
    assert this - WEEK in days(Which.LAST)
    assert days(Which.COMING) == {day for day in (this, this + WEEK) if 0 < (day - today).days <= 7}
    assert days(Which.PAST) == {day for day in (this, this - WEEK) if 0 < (today - day).days <= 7}


weekly = st.one_of(
    st.builds(OnWeekday, st.sampled_from(Weekday), st.sampled_from(Which)),
    st.builds(OnWeekday, st.sampled_from(Weekday), week=st.builds(Window, st.just(Unit.WEEK), st.integers(-2, 2))),
    st.builds(Window, st.sampled_from([Unit.WEEK, Unit.WEEKEND]), st.integers(-2, 2), st.sampled_from(Part)),
    st.builds(FromToday, st.integers(-30, 30)),
)


@given(weekly, anchors, conventions, st.integers(-60, 60))
def test_shifting_the_anchor_by_weeks_shifts_weekday_answers_by_as_many(reference, today, conventions, weeks):
    here = rules.candidates(reference, rules.Anchor(today), conventions)
    there = rules.candidates(reference, rules.Anchor(today + WEEK * weeks), conventions)
    assert [(c.start + WEEK * weeks, c.end + WEEK * weeks, c.rule) for c in here] == [
        (c.start, c.end, c.rule) for c in there
    ]


@given(strategies.references, anchors, st.none() | st.tuples(anchors, st.integers(0, 9)), conventions)
def test_candidates_are_never_empty_distinct_and_in_order_of_time(reference, today, base, conventions):
    days = (base[0], base[0] + dt.timedelta(base[1])) if base else None
    try:
        found = rules.candidates(reference, rules.Anchor(today, days), conventions)
    except ReadingError as error:
        told = str(error)
    else:
        assert found
        assert len({(c.start, c.end) for c in found}) == len(found)
        assert all(c.start <= c.end for c in found)
        told = found[0].why
    assert told


@given(strategies.references, st.sampled_from([dt.date.min, dt.date(1, 1, 9), dt.date(9999, 12, 20), dt.date.max]))
def test_at_the_ends_of_the_calendar_only_reading_errors_are_raised(reference, today):
    try:
        told = rules.candidates(reference, rules.Anchor(today, (today, today)))[0].why
    except ReadingError as error:
        told = str(error)
    assert told


@given(st.sampled_from(Weekday), anchors)
def test_a_bare_weekday_is_within_six_days_before_those_beyond(name, today):
    found = rules.candidates(OnWeekday(name), rules.Anchor(today))
    near = [c for c in found if abs(c.start - today) <= dt.timedelta(6)]
    assert found[: len(near)] == tuple(near)
    assert len(near) == (1 if today.weekday() == name else 2)
    assert all(c.start.weekday() == name for c in found)


@given(strategies.days, anchors)
def test_a_day_with_a_time_or_a_bound_is_on_the_same_day(day, today):
    anchor = rules.Anchor(today, (today, today + dt.timedelta(31)))
    try:
        plain = rules.candidates(day, anchor)
    except ReadingError:
        return
    for other in (At(day, phrases.parse_time("10:00")), Deadline(Bound.BY, day)):
        assert [c.start for c in rules.candidates(other, anchor)] == [c.start for c in plain]


def test_references_of_no_class_of_their_own_are_days_too():
    anchor = rules.Anchor(dt.date(2025, 4, 1), (dt.date(2025, 4, 3),) * 2)
    same: list[Reference] = [
        CalendarDay(4, 4),
        Chained(1),
        ChainedWeekday(Weekday.FRIDAY),
        Counted(1, CalendarDay(4, 3)),
    ]
    assert {rules.candidates(one, anchor)[0].start for one in same} == {dt.date(2025, 4, 4)}
    assert rules.candidates(WeekOf(DayOfMonth(4)), anchor)[0].start == dt.date(2025, 3, 31)

"""A document's lines as blocks: what begins an item, what goes on, and which day stands over it."""

import pytest

from diplocal.languages.language import language
from diplocal.layout import Block, BlockKind, blocks, clocks
from diplocal.layout.heads import head, past_bullet
from diplocal.phrases import parse, parse_time
from diplocal.when import DayOfMonth, Weekday

ENGLISH = language("en").layout()

# A line, the day and the time at its head, and the words behind them.
HEADS = [
    ("MONDAY 12 MAY", "Monday 12 May", None, ""),
    ("WEDNESDAY 14 MAY - THURSDAY 15 MAY", "Wednesday 14 May - Thursday 15 May", None, ""),
    ("Thursday, 3 April 2025", "Thursday 3 April 2025", None, ""),
    ("Monday 26.5.", "Monday 26 May", None, ""),
    ("Saturday 31.5. - Sunday 1.6.", "Saturday 31 May - Sunday 1 June", None, ""),
    ("MON 3 NOV", "Monday 3 November", None, ""),
    ("Day 2 – Thursday, 6 November", "Thursday 6 November", None, ""),
    ("Day 3", "the third day", None, ""),
    ("• 7 January – Bergen. Opening ceremony", "7 January", None, "Bergen. Opening ceremony"),
    ("• 25 February, 10:00 – Oslo. Briefing", "25 February", "10:00", "Oslo. Briefing"),
    ("Second half of April – Oslo. Meeting", "the second half of April", None, "Oslo. Meeting"),
    ("Monday 9 March 2026        10 a.m.-1 p.m.: Hearing", "Monday 9 March 2026", "10:00-13:00", "Hearing"),
    ("09.00 Talks", None, "09:00", "Talks"),
    ("08h00", None, "08:00", ""),
    ("10.30-12.00 Session", None, "10:30-12:00", "Session"),
    ("1430 hrs  Arrival", None, "14:30", "Arrival"),
    ("1400 - 1700 : Session", None, "14:00-17:00", "Session"),
    ("from 09.30 - Arrivals", None, "09:30", "Arrivals"),
    ("+/- 13.00 - Press conference", None, "around 13:00", "Press conference"),
    ("9:00 a.m. Talks", None, "09:00", "Talks"),
    ("10:00 a.m. LOCAL Talks", None, "10:00 local time", "Talks"),
    ("18:15 CEST (tbc) – Statement", None, "18:15 CEST", "Statement"),
    ("12 noon  Lunch", None, "12:00", "Lunch"),
    ("0900 GMT: Tour of the port", None, "09:00 GMT", "Tour of the port"),
    ("8.30 a.m. (ADT)  Breakfast", None, "08:30 local time", "Breakfast"),
    ("1930 LT Banquet", None, "19:30 local time", "Banquet"),
    ("10:00/08:00 GMT Talks", None, "10:00 UTC+2", "Talks"),
    ("1000 (1430 GMT) Talks", None, "10:00 UTC-4:30", "Talks"),
    ("00:30 local / 21:30-22:00 GMT – Talks", None, "00:30 UTC+3", "Talks"),
    ("10:00 CET / 04:00 a.m. EST – Talks", None, "10:00 CET", "Talks"),
    ("kl. 10.00  Talks", None, "10:00", "Talks"),
    ("8 June: call (until 26.5.)", "8 June", None, "call (until 26.5.)"),
    ("26.5.: Talks, and 27.5. dinner", "26 May", None, "Talks, and 27.5. dinner"),
    ("GMT 0900: Talks", None, "09:00 GMT", "Talks"),
    ("16:00 (Ankara time; 13:00 GMT) Talks", None, "16:00 Ankara time", "Talks"),
    ("12:00 p.m. EDT - 1:30 p.m. EDT Lunch", None, "12:00-13:30 EDT", "Lunch"),
    ("15:00Hrs to 15:30Hrs Visit", None, "15:00-15:30", "Visit"),
    ("16.00* Signing", None, "16:00", "Signing"),
    ("1900 (tbc) Dinner", None, None, "1900 (tbc) Dinner"),
    ("** Oslo - Talks", None, None, "Oslo - Talks"),
    ("2. 25th – 26th June 2026: Session", "25 to 26 June 2026", None, "Session"),
    ("Monday | 8 June 2026", "Monday 8 June 2026", None, ""),
    ("Mon, 08-Jun-2026", "Monday 8 June 2026", None, ""),
    ("Morning: talks", None, "morning", "talks"),
    ("## Tuesday 9 September 2025", "Tuesday 9 September 2025", None, ""),
    ("2. 5 June: Talks", "5 June", None, "Talks"),
    ("From 27 to 29 January: mission", "27 to 29 January", None, "mission"),
    ("Thursday, 11 March, and Friday, 12 March", "Thursday 11 March and Friday 12 March", None, ""),
    ("p.m.    Boat tour", None, "afternoon", "Boat tour"),
    ("2 pm onwards: Tour", None, "14:00", "Tour"),
    ("19.00 for 19.30 Dinner", None, "19:00", "Dinner"),
    ("1. The ministers met", None, None, "The ministers met"),
    ("On Monday, 22 September, he will hold talks", None, None, "On Monday, 22 September, he will hold talks"),
    ("Monday's statements", None, None, "Monday's statements"),
    ("2026 programme", None, None, "2026 programme"),
    ("May we ask", None, None, "May we ask"),
]


@pytest.mark.parametrize(("line", "day", "time", "rest"), HEADS)
def test_heads(line, day, time, rest):
    body = line[past_bullet(line, ENGLISH) :]
    found = head(body, ENGLISH)
    assert found.day == (parse(day) if day else None)
    assert found.time == (parse_time(time) if time else None)
    assert body[found.end :] == rest


@pytest.mark.parametrize("line", ["Mon 8", "MONDAY THE 8TH", "8 (Monday)", "8th - Monday", "8 Mon."])
def test_a_weekday_with_its_number_is_a_day_whose_month_stands_elsewhere(line):
    assert head(line, ENGLISH).day == DayOfMonth(8, Weekday.MONDAY)


AGENDA = """\
WEEKLY AGENDA

MONDAY 12 MAY
09.00 Talks with the Ambassador
      Venue: Palace

11.30 Lunch
(closed)

Tuesday 13 May
Visit to Vienna
10.00 Lecture
12 | Not an hour
"""


def _number(block: Block) -> object:
    """Give the day of the month that stands over a block."""
    return getattr(block.day.reference, "day", None) if block.day else None


def test_a_day_stands_over_its_items_until_another_does():
    read = [one for one in blocks(AGENDA) if one.text]
    assert [(one.kind, one.text, _number(one), one.details) for one in read] == [
        (BlockKind.TITLE, "WEEKLY AGENDA", None, ()),
        (BlockKind.ITEM, "Talks with the Ambassador", 12, ("Venue: Palace",)),
        (BlockKind.ITEM, "Lunch", 12, ("(closed)",)),
        (BlockKind.HEADING, "Visit to Vienna", 13, ()),
        (BlockKind.ITEM, "Lecture", 13, ("12 | Not an hour",)),
    ]
    assert [one.lines for one in read] == [(1,), (4, 5), (7, 8), (11,), (12, 13)]


def test_the_columns_of_a_table_have_their_heads_names():
    table = "| Date | Time | Event | Venue | Media |\n|---|---|---|---|---|\n"
    first, second = blocks(
        table + "| 2 May | 0930 hrs | Arrival | Airport | Open |\n| | 1100 hrs | Talks | Palace | |\n"
    )
    assert (first.text, first.cells) == ("Arrival", (("venue", "Airport"), ("media", "Open")))
    assert (second.text, second.cells, second.day and second.day.reference) == (
        "Talks",
        (("venue", "Palace"),),
        parse("2 May"),
    )


@pytest.mark.parametrize(
    ("line", "text", "time"),
    [
        ("First session (9.30-11.00): Cables", "First session: Cables", "9:30-11:00"),
        ("Get-together at the museum (from 20.00)", "Get-together at the museum", "20:00"),
        ("Press conference (approx. 11.45)", "Press conference", "around 11:45"),
        ("Joint press conference – 14.15", "Joint press conference", "14:15"),
        (
            "Meeting of the ministers, 10.00-12.30 (Straits House)",
            "Meeting of the ministers (Straits House)",
            "10:00-12:30",
        ),
        ("354th meeting      10 a.m. - 1 p.m.", "354th meeting", "10:00-13:00"),
        ("Programme for Oslo, 2025", "Programme for Oslo, 2025", None),
        (
            "He met them in Oslo and left for Bergen at 10.30.",
            "He met them in Oslo and left for Bergen at 10.30.",
            None,
        ),
    ],
)
def test_a_time_may_stand_behind_its_words(line, text, time):
    read = blocks(f"MONDAY 12 MAY\n{line}\n")[-1]
    assert (read.text, read.time) == (text, parse_time(time) if time else None)


def test_a_row_is_read_by_its_tables_head_whatever_its_columns_hold():
    table = (
        "Date | Time | Event | Venue\n---|---|---|---\n12 May | 10.00 | Talks | Palace\n | time tbc | Lunch | Hotel\n"
    )
    read = blocks(f"{table}13 May | | Tour\n")
    assert [(one.text, one.cells, _number(one)) for one in read] == [
        ("Talks", (("venue", "Palace"),), 12),
        ("Lunch", (("time", "time tbc"), ("venue", "Hotel")), 12),
        ("Tour", (), 13),
    ]


def test_a_time_that_is_not_fixed_begins_an_item_and_a_page_number_nothing():
    read = blocks("Thu 12 June 2025          Page 2 of 2\n09:00   Breakfast\ntbc     Audience\nAll day  Excursion\n")
    assert [(one.text, one.cells) for one in read] == [
        ("", ()),
        ("Breakfast", ()),
        ("Audience", (("time", "tbc"),)),
        ("Excursion", (("time", "All day"),)),
    ]


def test_times_alone_stand_under_their_words_where_words_are_over_all_of_them():
    read = blocks("Opening\n09:30 - 10:15\nWelcome: Ann Lind\n\nLunch\n12:00\n")
    assert [(one.text, one.details, one.lines) for one in read] == [
        ("Opening", ("Welcome: Ann Lind",), (1, 2, 3)),
        ("Lunch", (), (5, 6)),
    ]


def test_a_day_behind_a_town_heads_the_items_under_it():
    read = blocks("OSLO, MONDAY 2 JUNE\n10.00 Talks\n\nBERGEN - TUESDAY 3 JUNE\n11.00 Lecture\n")
    assert [(one.kind, one.text, _number(one)) for one in read] == [
        (BlockKind.HEADING, "OSLO", 2),
        (BlockKind.ITEM, "Talks", 2),
        (BlockKind.HEADING, "BERGEN", 3),
        (BlockKind.ITEM, "Lecture", 3),
    ]


def test_a_time_may_stand_alone_before_its_words():
    (item,) = blocks("08h00\nMedia arrive\nVenue: Palace\n")
    assert (item.text, item.details, item.raw) == (
        "Media arrive",
        ("Venue: Palace",),
        "08h00\nMedia arrive\nVenue: Palace",
    )


def test_where_one_clock_stands_over_its_words_all_do():
    read = blocks("08:00\n\nArrivals\n\n09:00\n\nSession\n\nTrade\n\n12:00\n\nLunch\n")
    assert [(one.text, one.time) for one in read] == [
        ("Arrivals", parse_time("08:00")),
        ("Session", parse_time("09:00")),
        ("Trade", None),
        ("Lunch", parse_time("12:00")),
    ]


def test_the_day_of_a_row_may_stand_in_any_column():
    read = blocks("Event\tVenue\tDate\nDialogue with Norway\tOslo\t5 May\nSummit\tRome\t6 - 7 May\n")
    assert [(one.text, one.cells, one.day and one.day.reference) for one in read] == [
        ("Dialogue with Norway", (("venue", "Oslo"),), parse("5 May")),
        ("Summit", (("venue", "Rome"),), parse("6 - 7 May")),
    ]


def test_points_under_an_item_are_its_details():
    item, behind = blocks("11:00 Talks\n- Trade\n- Other matters\nThe Council will hold an open debate on Friday.\n")
    assert (item.details, behind.kind) == (("Trade", "Other matters"), BlockKind.PROSE)


@pytest.mark.parametrize("line", ["Monday 01-09-2014", "Monday 01/09/2014", "Monday 09/01/2014"])
def test_a_weekday_tells_which_figure_is_the_day(line):
    (heading,) = blocks(line)
    assert heading.day
    assert heading.day.reference == parse("Monday 1 September 2014")


def test_the_lines_of_a_form_are_one_item():
    (item,) = blocks("WHAT: Talks\nWHEN: Friday, 9 May, 10:00 a.m.\nWHERE: Oslo\nWHO: Ann Lind\n")
    assert (item.text, item.time) == ("Talks", parse_time("10:00"))
    assert item.cells == (("venue", "Oslo"), ("participants", "Ann Lind"))


WRAPPED = """\
The Minister will travel to Oslo on Monday and will have talks there with her counterpart on
Tuesday, 3 June. She is back on
4 June.
"""


def test_wrapped_lines_are_one_paragraph_whatever_they_begin_with():
    (paragraph,) = blocks(WRAPPED)
    assert (paragraph.kind, paragraph.day, paragraph.text) == (BlockKind.PROSE, None, WRAPPED.strip())


def test_prose_is_a_stretch_of_the_document():
    text = "Agenda\n\n  2. The ministers met on Friday and will meet again on Monday.\n"
    prose = blocks(text)[-1]
    assert text[prose.start :].startswith(prose.text)


@pytest.mark.parametrize("text", ["", "\n\n", "|" * 1000, "10:00\n" * 500, "- \n" * 500, "a " * 50_000, "1. " * 20_000])
def test_what_is_no_agenda_is_read_too(text):
    assert all(one.lines for one in blocks(text))


def test_clocks_in_running_text():
    text = "The talks begin at 10:20 and end at 1 p.m. on the 3rd; at noon lunch."
    assert [(text[start:end], time) for time, start, end in clocks(text)] == [
        ("at 10:20", parse_time("10:20")),
        ("at 1 p.m.", parse_time("1 p.m.")),
        ("at noon", parse_time("noon")),
    ]


@pytest.mark.parametrize("unit", ["10:00/08:00 GMT / ", "10:00 (", "GMT 0900 = ", "10:00 CET - "])
def test_many_clocks_in_a_row_are_no_deeper_than_two(unit):
    (read,) = blocks(unit * 3_000)
    assert read.time is not None

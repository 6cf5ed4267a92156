"""Layouts of agendas: what each line of a list becomes, on which day of June 2026, at which time and where."""

import datetime as dt
from collections.abc import Iterator

import pytest

from diplocal.drafting import draft
from diplocal.resolver import resolve
from diplocal.timeline import Entry, Hours


def _written(entry: Entry) -> str:
    """Write an entry as a row: day or days, clock, title, place, and any status but the usual one."""
    first, last = entry.dates or (None, None)
    day = "undated" if first is None or last is None else f"{first.day}" + (f"-{last.day}" if last != first else "")
    clock = f" {entry.timing.start:%H:%M}" if isinstance(entry.timing, Hours) else ""
    place = f" @ {entry.place.venue or entry.place.name}" if entry.place else ""
    return f"{day}{clock} {entry.title}{place}" + (
        f" ({entry.status.value})" if entry.status.value != "expected" else ""
    )


def _rows(text: str) -> Iterator[str]:
    made = draft(text, published=dt.date(2026, 6, 5), zone="Europe/Vienna")
    return (_written(entry) for entry in resolve(made.programme).entries)


LAYOUTS = {
    "a place beside each day": """\
Programme

Monday 8 June – Hofburg Palace
10.00 Opening ceremony
12.00 Lunch

Tuesday 9 June, VIENNA - BRATISLAVA
09.00 Departure
=>
8 10:00 Opening ceremony @ Hofburg Palace
8 12:00 Lunch @ Hofburg Palace
9 09:00 Departure @ Vienna
""",
    "a labelled place under each day": """\
Programme

Day 1: Monday, 8 June
Venue : Hofburg Palace
10.00 Opening ceremony
=>
8 10:00 Opening ceremony @ Hofburg Palace
""",
    "days by number and weekday": """\
WEEKLY PROGRAMME OF MEETINGS, JUNE

MONDAY, 8
Conference Room 1
10.00  Council (third meeting)
9 (Tuesday)
11.00  Press briefing
=>
8 10:00 Council (third meeting) @ Conference Room 1
9 11:00 Press briefing
""",
    "lines that are too short for their words": """\
Diary

Tuesday 9 June
2026 – Graz
10.00am Breakfast with the heads of
mission of the region
1.15pm Visit to the Maritime training
school
=>
9 10:00 Breakfast with the heads of mission of the region @ Graz
9 13:15 Visit to the Maritime training school @ Graz
""",
    "clocks behind the words, here and in Greenwich": """\
Outline programme

Monday 8 June, TUNIS

\xa0Talks with the Foreign Minister\xa0\xa009:00 (local) / 08:00 GMT

\xa0Press point \xa0\xa010:45 (local) / 09:45 GMT
 (one question each)
=>
8 09:00 Talks with the Foreign Minister @ Tunis
8 10:45 Press point @ Tunis
""",
    "a diary of many towns": """\
DIARY

MONDAY, JUNE 8
** GRAZ/LINZ - Meeting of the governors - 0900 GMT
** OSLO - Signing of the treaty (0730 GMT)
=>
8 07:30 Signing of the treaty @ Oslo
8 09:00 Meeting of the governors @ Graz / Linz
""",
    "a table with the clocks of here and of Greenwich": """\
Visit to Nairobi

DATE | TIME (LOCAL) | TIME (GMT) | ACTIVITY | PLACE
Mon 8 June | 0930 | 0630 | Arrival of the delegation | Nairobi
| tbc | tbc | Talks with the Cabinet Secretary | Nairobi
Tue 9 June | 1000 | 0700 | Address to Parliament | Kampala
=>
8 Talks with the Cabinet Secretary @ Nairobi (provisional)
8 09:30 Arrival of the delegation @ Nairobi
9 10:00 Address to Parliament @ Kampala
""",
    "a table with numbers of items": """\
Programme of work of the Committee

Date | Start | End | Item | Subject
8 June | 10.00 | 11.30 | 6 | Consideration of the report of Chile
=>
8 10:00 Consideration of the report of Chile
""",
    "clocks in front of labelled subjects and places": """\
Programme

8 (Monday)
Local 10:00 / GMT 08:00
Signing ceremony
Place: Hofburg Palace

At 12.00: Meeting with the mayor. Place: Rathaus. Press: photo opportunity at the start.
At about 15.00: Committee Room 4
Subject: The export of timber
=>
8 10:00 Signing ceremony @ Hofburg Palace
8 12:00 Meeting with the mayor @ Rathaus
8 15:00 The export of timber @ Committee Room 4
""",
    "what lasts beyond the day over it": """\
Calendar items

Monday 8 June
Plenary session of the Assembly (Graz, until 11 June)
Informal meeting of the ministers (8-9/06)
Council of mayors (to 12/6)
Ms Petra Olsen visits Rome.
Mr Piotr Serafin visits Oslo (until 10 June).
=>
8-11 Plenary session of the Assembly @ Graz
8-9 Informal meeting of the ministers
8-12 Council of mayors
8 Visit of Petra Olsen to Rome @ Rome
8-10 Visit of Piotr Serafin to Oslo @ Oslo
""",
    "days behind those whose they are, and as in the north": """\
Appointments

Minister, 8. June
9.30 a.m. - Cabinet

State Secretary, 9. June
Departure for Ankara
10.6. Wednesday
12.00 Meeting with the Speaker
=>
8 09:30 Cabinet
9 Departure for Ankara
10 12:00 Meeting with the Speaker
""",
    "two clocks without a word of their zones": """\
Working visit to Tokyo
Outline (local time/GMT)

8 June, Tokyo
0900/0000  Meeting with the Vice-Minister
1230/0330  Working lunch
thereafter  Tour of the port
=>
8 Tour of the port @ Tokyo
8 09:00 Meeting with the Vice-Minister @ Tokyo
8 12:30 Working lunch @ Tokyo
""",
    "clocks between words and room": """\
This week

Committee on Fisheries
Monday 8 June, 15.00-18.30
Room: 1G3

Press conference by the chair
Wednesday 10 June, 11.00
Room: 4Q2
=>
8 15:00 Committee on Fisheries @ 1G3
10 11:00 Press conference by the chair @ 4Q2
""",
    "days that are numbered and dated": """\
Visit to Riga

Day one (8 June)
approx. 11:15   Landing in Riga
12:00-13:15     Lunch
Day two (9 June)
noon            Return to Berlin
=>
8 11:15 Landing in Riga @ Riga
8 12:00 Lunch @ Riga
9 12:00 Return to Berlin @ Riga
""",
    "dots between day and month": """\
Schedule

Wed, 10.06
13:15 Meeting with the Speaker
=>
10 13:15 Meeting with the Speaker
""",
    "days whose month the masthead says": """\
Calendar for September 2026

7
10:00 Meeting of the Committee on Fisheries
8-9
Gymnich meeting of the ministers
10\tRegional forum on water
=>
7 10:00 Meeting of the Committee on Fisheries
8-9 Gymnich meeting of the ministers
10 Regional forum on water
""",
    "a page number among days with their weekdays": """\
Daily cause list, June 2026

Monday 1
10:30 Hearing in Norland v. Sudland

2

14:00 Hearing in Ostland v. Westland
=>
1 10:30 Hearing in Norland v. Sudland
1 14:00 Hearing in Ostland v. Westland
""",
    "places behind a full stop": """\
Agenda

Monday, June 8
9.00 hs. Cabinet meeting. Casa Rosada.
11.30 hs. Meeting with the Ambassador of India. San Martin Palace.
=>
8 09:00 Cabinet meeting @ Casa Rosada
8 11:30 Meeting with the Ambassador of India @ San Martin Palace
""",
    "a day that is open": """\
Travel and visits

9 June: Reception for the envoys of all the neighbouring countries
tbc: Visit of the Prime Minister
=>
9 Reception for the envoys of all the neighbouring countries
undated Visit of the Prime Minister (provisional)
""",
    "a mail": """\
From: Press Office <press@example.org>
To: Editors
Subject: Itinerary for Monday

Monday 8 June 2026
8.30 a.m. CEST  Meeting with the mayor
=>
8 08:30 Meeting with the mayor
""",
    "hearings": """\
List of hearings

1. 8 June 2026, 10 a.m.: Hearing in Arvania v. Belmar (vacated)
2. 9th June 2026: Delivery of judgment
=>
8 10:00 Hearing in Arvania v. Belmar (cancelled)
9 Delivery of judgment
""",
    "a time that is open, beside a day": """\
Diary
Mon 8 June | all day | Travel to Graz |
Tue 9 June | 2pm | Talks | Graz
=>
8 Travel to Graz
9 14:00 Talks @ Graz
""",
}
"""A list, and behind an arrow the rows that are to be drafted from it, in the order of their times."""


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_each_line_is_drafted_with_its_day_time_and_place(layout):
    text, _, rows = layout.partition("=>\n")
    assert [*_rows(text)] == rows.splitlines()

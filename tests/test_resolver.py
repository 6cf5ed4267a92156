"""What a programme's words come to: a row is what was announced, and the dates, problems or notices that come out."""

import datetime as dt
from contextlib import suppress
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from diplocal.agenda import merge
from diplocal.errors import DiplocalError, ProgrammeError
from diplocal.exporters import EXPORTERS, export
from diplocal.feed import revise
from diplocal.files import load
from diplocal.model import (
    Audience,
    Earlier,
    Event,
    Participant,
    Person,
    Place,
    Programme,
    Relation,
    RelationKind,
    Session,
    Settled,
    Source,
    Status,
    VisitDay,
)
from diplocal.phrases import parse, parse_time
from diplocal.reading import Certainty
from diplocal.resolver import resolve, sensitivity
from diplocal.timeline import (
    ByDay,
    Concern,
    DayPart,
    Days,
    Hours,
    NoDate,
    Sometime,
    Timeline,
    Timing,
)
from diplocal.when import (
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Counted,
    InPart,
    NthDay,
    PartOfDay,
    Reference,
    Span,
    Undated,
    Weekday,
)
from tests.counting import calls

NOON = dt.datetime(2025, 4, 1, 12, tzinfo=dt.UTC)
TUESDAY = dt.date(2025, 4, 1)
WIRE = Source(key="wire", publisher="The wire", published=TUESDAY, zone="Asia/Seoul")
PLACES = (
    Place(key="brussels", name="Brussels", zone="Europe/Brussels"),
    Place(key="auckland", name="Auckland", zone="Pacific/Auckland"),
    Place(key="honolulu", name="Honolulu", zone="Pacific/Honolulu"),
    Place(key="apia", name="Apia", zone="Pacific/Apia"),
    Place(key="pago", name="Pago Pago", zone="Pacific/Pago_Pago"),
    Place(key="summer-house", name="The summer house"),
)
BRUSSELS = ZoneInfo("Europe/Brussels")
CERTAIN = Certainty.CERTAIN


def programme(*events: Event, **given: Any) -> Programme:
    return Programme(
        **{"key": "tour", "title": "A tour", "sources": [WIRE], "places": PLACES, "events": events, **given}
    )


def said(when: str | Reference | None) -> Reference | None:
    return parse(when) if isinstance(when, str) else when


def event(key: str = "visit", when: str | Reference | None = None, **given: Any) -> Event:
    return Event(**{"key": key, "title": key, "when": said(when), "place": "brussels", **given})


def day(key: str, when: str | Reference, **given: Any) -> VisitDay:
    return VisitDay(key=key, when=parse(when) if isinstance(when, str) else when, **given)


def session(key: str = "talks", when: str | Reference | None = None, **given: Any) -> Session:
    return Session(**{"key": key, "title": key, "when": said(when), **given})


def published(when: dt.date | None) -> dict[str, Any]:
    return {"sources": [evolve(WIRE, published=when)]}


def april(number: int, last: int | None = None) -> Days:
    return Days(dt.date(2025, 4, number), dt.date(2025, 4, last or number))


def dates(timeline: Timeline) -> dict[str, Timing]:
    return {entry.key: entry.timing for entry in timeline.entries}


def answer(built: Programme, key: str) -> tuple[Timing, Certainty | None]:
    """Give the date of an entry and how sure it is; where there are no words of time, nothing is sure or unsure."""
    entry = resolve(built).entry(key)
    return entry.timing, entry.reason.reading.certainty if entry.reason else None


def problems(built: Programme) -> list[tuple[str, str]]:
    with pytest.raises(ProgrammeError) as caught:
        resolve(built)
    return [(problem.where, str(problem)) for problem in caught.value.problems]


# --- bad input --------------------------------------------------------------------------------------------------------

VISIT = "2-4 April 2025"
THE_30TH_OF_MARCH = event(when="30 March 2025", time=Clock(2, 30))

BAD = [  # programme, path, words of the problem, what would settle it
    (
        programme(event(when=VISIT), places=[evolve(PLACES[0], zone="Europe/Brussel")]),
        "places[0].zone",
        "'Europe/Brussel' is not an IANA time zone",
        "did you mean 'Europe/Brussels'?",
    ),
    (
        programme(event(when=Span(CalendarDay(4, 4, 2025), CalendarDay(4, 2, 2025)))),
        "events[0].when",
        "ends before it starts",
        "swap the two",
    ),
    (
        programme(event(when=VISIT, days=[day("second", "5 April 2025")])),
        "events[0].days[0].when",
        "means Saturday 5 April 2025; but it lies within 'visit', Wednesday 2 to Friday 4 April 2025",
        "correct one of the two",
    ),
    (
        programme(event(when=VISIT, days=[day("second", "3 April", sessions=[session(when="4 April")])])),
        "events[0].days[0].sessions[0].when",
        "means Friday 4 April 2025; but it lies within 'second', Thursday 3 April 2025",
        "correct one of the two",
    ),
    (
        programme(event(when=VISIT, sessions=[session(when="8 April")])),
        "events[0].sessions[0].when",
        "means Tuesday 8 April 2025; but it lies within 'visit'",
        "correct one of the two",
    ),
    (
        programme(event(when=VISIT, sessions=[session("visit")])),
        "events[0].sessions[0].key",
        "'visit' is the key of events[0] too",
        "give each its own key",
    ),
    (
        programme(event(when=CalendarDay(4, 4, 2025, Weekday.THURSDAY))),
        "events[0].when",
        "4 April 2025 is a Friday, Thursday is 3 April",
        "correct the weekday or the date",
    ),
    (
        programme(event(when=CalendarDay(4, 4, None, Weekday.THURSDAY))),
        "events[0].when",
        "contradicts itself",
        "correct the weekday or the date",
    ),
    (
        programme(event(when="from Monday 6 to Wednesday 8 May")),
        "events[0].when",
        "contradicts itself: the date as stated, which is a Tuesday, not a Monday; or",
        "settle it with date = 2025-05-06",
    ),
    (
        programme(event(when="Thursday 9 May or Friday 10 May")),
        "events[0].when",
        "not a Thursday; or the date as stated, which is a Saturday, not a Friday; or",
        "settle it with date = 2025-05-09",
    ),
    (
        programme(event(when="Thursday 9 May and Saturday 11 May")),
        "events[0].when",
        "contradicts itself: the date as stated, which is a Friday, not a Thursday",
        "settle it with date = 2025-05-09",
    ),
    (
        programme(event(when=CalendarDay(12, 31, 9999), time=Clock(10))),
        "events[0].time",
        "'9999-12-31' lies at the very end of the calendar",
        "correct the year",
    ),
    (
        programme(event(when=VISIT), **published(dt.date(1, 1, 1))),
        "sources[0].published",
        "'0001-01-01' lies at the very end of the calendar",
        "correct the year",
    ),
    (programme(event(when=VISIT, title=" ")), "events[0].title", "the title is empty", "give a title"),
    (
        programme(event(when=VISIT, sessions=[session(when="3 April", time=Clock(10), place="summer-house")])),
        "events[0].sessions[0].time",
        "is a time without a zone: that of the place 'summer-house' is not known by its name",
        "give the place a zone",
    ),
    (
        programme(THE_30TH_OF_MARCH, **published(dt.date(2025, 3, 20))),
        "events[0].time",
        "'02:30' does not exist on 2025-03-30 in Europe/Brussels",
        "give the time in another zone",
    ),
    (
        programme(event(when="on Thursday"), **published(None)),
        "events[0].when",
        "has nothing to be read from",
        "write published = 2025-04-01 in the source",
    ),
    (
        programme(event(when=VISIT, sessions=[session("undated"), session(when=Chained(1, "undated"))])),
        "events[0].sessions[1].when",
        "counts from a day that isn't known",
        "date the entry it counts from",
    ),
    (
        programme(event(when=VISIT, sessions=[session(when=NthDay(5))])),
        "events[0].sessions[0].when",
        "Wednesday 2 to Friday 4 April 2025 has no such day",
        "correct the number or the dates",
    ),
    (
        programme(event(), event("reception", "on Friday", anchor="visit")),
        "events[1].when",
        "is read from an entry that has no date",
        "give 'visit' a date",
    ),
    (
        programme(event(when="next Thursday", date=Settled(start=dt.date(2025, 4, 5)))),
        "events[0].when",
        "can mean Thursday 10 April 2025 or Thursday 3 April 2025; but the date was settled as Saturday 5 April 2025",
        "correct the date or the words",
    ),
    (
        programme(event(when=VISIT, days=[day("first", "4 April"), day("second", "3 April")])),
        "events[0].days[1].when",
        "a visit's days are in order, after Friday 4 April 2025",
        "correct one of the two",
    ),
    (
        programme(
            event("summit", "4 April 2025"),
            event("talks", "3 April 2025", relations=[Relation(kind=RelationKind.FOLLOWS, to="summit")]),
        ),
        "events[1].when",
        "it follows 'summit' on Friday 4 April 2025",
        "correct one of the two",
    ),
    (
        programme(event(when="next Thursday", status=Status.HELD)),
        "events[0].when",
        "what was held lies behind",
        "correct the words or the status",
    ),
]


@pytest.mark.parametrize(("built", "where", "why", "settle"), BAD)
def test_bad_input_is_one_problem_with_its_path_and_what_would_settle_it(built, where, why, settle):
    ((found, told),) = problems(built)
    assert found == where
    assert why in told
    assert settle in told


def test_everything_that_is_wrong_is_told_together():
    built = programme(
        event(
            when=VISIT,
            title="",
            days=[
                day("first", "5 April 2025"),
                day("second", "3 April", sessions=[session("visit"), session(when="4 April")]),
            ],
            sessions=[session("lunch", "3 April", time=Clock(12), place="summer-house")],
        ),
        event("meeting", CalendarDay(4, 4, 2025, Weekday.THURSDAY)),
        event("dinner", Span(CalendarDay(4, 4, 2025), CalendarDay(4, 2, 2025))),
        places=[evolve(PLACES[0], zone="Europe/Brussel"), *PLACES[1:]],
    )
    assert {where for where, _ in problems(built)} == {
        "places[0].zone",
        "events[0].title",
        "events[0].days[0].when",
        "events[0].days[1].sessions[0].key",
        "events[0].days[1].sessions[1].when",
        "events[0].sessions[0].time",
        "events[1].when",
        "events[2].when",
    }


# --- chains, anchors, settled dates -----------------------------------------------------------------------------------

THURSDAY = session("a", "on Thursday")
MAY_9 = dt.date(2025, 5, 9)
THE_31ST_OF_MARCH = Days(dt.date(2025, 3, 31), dt.date(2025, 3, 31))

CHAINS = [  # the last session of a visit on 2-4 April whose first is on Thursday 3 April, its day, and how sure it is
    (session(when=Chained(0, "a")), april(3), CERTAIN),
    (session(when=Chained(1, "a")), april(4), CERTAIN),
    (session(when=Chained(-1, "a")), april(2), CERTAIN),
    (session(when="that day"), april(3), CERTAIN),
    (session(when="the day after"), april(4), CERTAIN),
    (session(when="the evening before"), DayPart(dt.date(2025, 4, 2), PartOfDay.EVENING), CERTAIN),
    (session(when="on the eve of"), april(2), CERTAIN),
    (session(when="on the second day"), april(3), CERTAIN),
    (session(when="on the last day"), april(4), CERTAIN),
    (session(when=NthDay(1, "visit")), april(2), CERTAIN),
    (session(when=Counted(2, NthDay(1, "visit"))), april(4), CERTAIN),
    (session(when="on Friday"), april(4), CERTAIN),
    (session(when=Undated()), NoDate(), None),
    (session(), NoDate(), None),
]


@pytest.mark.parametrize(("last", "timing", "certainty"), CHAINS)
def test_chained_words_count_from_the_entry_they_name_or_the_one_before(last, timing, certainty):
    assert answer(programme(event(when=VISIT, sessions=[THURSDAY, last])), "talks") == (timing, certainty)


@pytest.mark.parametrize(
    ("other", "timing", "certainty"),
    [
        (event("x", NthDay(1, "visit")), april(2), CERTAIN),
        (event("x", NthDay(-1, "visit")), april(4), CERTAIN),
        (event("x", Chained(0, "a")), april(3), CERTAIN),
        (event("x", ChainedWeekday(Weekday.MONDAY, 1, "a")), april(7), CERTAIN),
        (event("x", ChainedWeekday(Weekday.MONDAY, -1, "a"), status=Status.HELD), THE_31ST_OF_MARCH, CERTAIN),
    ],
)
def test_another_event_may_count_from_an_entry_by_its_key(other, timing, certainty):
    assert answer(programme(event(when=VISIT, sessions=[THURSDAY]), other), "x") == (timing, certainty)


@pytest.mark.parametrize(
    ("when", "day", "certainty"),
    [("on Friday", 27, CERTAIN), ("the 26th", 26, CERTAIN), ("tomorrow", 25, CERTAIN)],
)
def test_words_may_be_read_from_the_date_of_another_entry(when, day, certainty):
    built = programme(event(when="24 to 26 June 2025"), event("x", when, anchor="visit"))
    assert answer(built, "x") == (Days(*[dt.date(2025, 6, day)] * 2), certainty)
    reason = resolve(built).entry("x").reason
    assert reason is not None
    assert (reason.anchor, reason.anchored_on) == (dt.date(2025, 6, 24), "read from 'visit'")


@pytest.mark.parametrize(
    ("entry", "timing"),
    [
        (event(when="next Thursday", date=Settled(start=dt.date(2025, 4, 3))), april(3)),
        (event(when="next Thursday", date=Settled(start=dt.date(2025, 4, 10))), april(10)),
        (event(date=Settled(start=dt.date(2025, 4, 5), end=dt.date(2025, 4, 6))), april(5, 6)),
        (event(when="next week", date=Settled(start=dt.date(2025, 4, 8))), april(8)),
        # words that repeat, farther off than news names by them, or on the other side
        (event(when="on Friday", date=Settled(start=dt.date(2025, 4, 11))), april(11)),
        (event(when="on Friday", date=Settled(start=dt.date(2025, 5, 9))), Days(MAY_9, MAY_9)),
        (event(when="on Monday", date=Settled(start=dt.date(2025, 3, 31))), THE_31ST_OF_MARCH),
        (event(when="the 9th", date=Settled(start=MAY_9)), Days(MAY_9, MAY_9)),
        (event(when="9 May", date=Settled(start=MAY_9.replace(year=2027))), Days(*[MAY_9.replace(year=2027)] * 2)),
        # words that contradict themselves
        (event(when="Monday, 3 April", date=Settled(start=dt.date(2025, 4, 3))), april(3)),
        # words that count from a day that the file does not have
        (event(when="the day after", date=Settled(start=dt.date(2025, 4, 11))), april(11)),
        (event(when="on the second day", date=Settled(start=dt.date(2025, 4, 11))), april(11)),
        (
            event(when="the following week", date=Settled(start=dt.date(2025, 4, 14), end=dt.date(2025, 4, 20))),
            Sometime(dt.date(2025, 4, 14), dt.date(2025, 4, 20)),
        ),
    ],
)
def test_a_person_settles_what_the_words_leave_open(entry, timing):
    timeline = resolve(programme(entry))
    assert timeline.entry("visit").timing == timing
    assert timeline.notices == ()
    reason = timeline.entry("visit").reason
    assert reason is not None
    assert reason.reading.certainty is CERTAIN
    assert "the programme settles it" in reason.reading.why


def test_a_day_of_the_visit_is_counted_in_the_visit_below_a_day_of_it_too():
    held = day("second", "on Thursday", sessions=[session(when="on the second day")])
    assert answer(programme(event(when=VISIT, days=[held])), "talks") == (april(3), CERTAIN)


# --- what a person should check ---------------------------------------------------------------------------------------


def test_words_that_leave_a_choice_give_no_date_but_the_readings():
    timeline = resolve(programme(event(when="next Thursday")))
    timing = timeline.entry("visit").timing
    assert isinstance(timing, NoDate)
    assert [one.start for one in timing.readings] == [dt.date(2025, 4, 10), dt.date(2025, 4, 3)]
    (notice,) = timeline.notices
    assert (notice.concern, notice.where, notice.entry) == (Concern.AMBIGUOUS, "events[0].when", "visit")
    assert "can mean Thursday 10 April 2025 or Thursday 3 April 2025" in notice.message
    assert notice.settle == "settle it with date = 2025-04-10"


def test_the_visit_settles_what_the_words_alone_leave_open():
    timeline = resolve(programme(event(when="7-11 April 2025", sessions=[session(when="next Thursday")])))
    assert timeline.entry("talks").timing == april(10)
    assert timeline.notices == ()


@pytest.mark.parametrize(
    ("when", "day", "first", "other"),
    [
        ("this week", "2025-03-30", "2025-03-31", "it could mean Monday 24 to Sunday 30 March 2025"),
        ("the weekend", "2025-04-06", "2025-04-12", "it could mean Saturday 5 to Sunday 6 April 2025"),
        ("last Monday", "2025-04-01", "2025-03-31", "it could mean Monday 24 March 2025"),
    ],
)
def test_a_convention_that_chose_is_told(when, day, first, other):
    status = Status.HELD if when.startswith("last") else Status.EXPECTED
    timeline = resolve(programme(event(when=when, status=status), **published(dt.date.fromisoformat(day))))
    assert str((timeline.entry("visit").dates or [None])[0]) == first
    (notice,) = timeline.notices
    assert notice.concern is Concern.PREFERRED
    assert other in notice.message


def test_a_time_that_the_clocks_show_twice_is_told():
    timeline = resolve(programme(event(when="26 October 2025", time=Clock(2, 30))))
    assert timeline.entry("visit").timing == Hours(dt.datetime(2025, 10, 26, 2, 30, tzinfo=BRUSSELS))
    (notice,) = timeline.notices
    assert (notice.concern, notice.where) == (Concern.ZONE, "events[0].time")
    assert "exists twice" in notice.message


def test_an_offset_that_is_not_the_places_is_told():
    timeline = resolve(programme(event(when="3 April", time=Clock(9, zone="+09:00"))))
    (notice,) = timeline.notices
    assert "09:00 at UTC+09:00 is 02:00 on 2025-04-03 at the place" in notice.message


@pytest.mark.parametrize(
    ("given", "concern"),
    [
        ({"accreditation": dt.date(2025, 3, 31)}, [Concern.PAST]),
        ({"accreditation": TUESDAY}, []),
        ({"embargo": dt.datetime(2025, 3, 31, 18, 0)}, [Concern.PAST]),
    ],
)
def test_a_deadline_that_was_past_on_publication_is_told(given, concern):
    assert [notice.concern for notice in resolve(programme(event(when=VISIT, **given))).notices] == concern


# --- times ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("time", "timing"),
    [
        (Clock(10), Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS))),
        (Clock(10, about=True), Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS), about=True)),
        (Clock(10, zone="local"), Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS))),
        (Clock(10, zone="Asia/Seoul"), Hours(dt.datetime(2025, 4, 3, 10, tzinfo=ZoneInfo("Asia/Seoul")))),
        (
            ClockSpan(Clock(9), Clock(10, 30)),
            Hours(dt.datetime(2025, 4, 3, 9, tzinfo=BRUSSELS), dt.datetime(2025, 4, 3, 10, 30, tzinfo=BRUSSELS)),
        ),
        (  # over midnight
            ClockSpan(Clock(22), Clock(1)),
            Hours(dt.datetime(2025, 4, 3, 22, tzinfo=BRUSSELS), dt.datetime(2025, 4, 4, 1, tzinfo=BRUSSELS)),
        ),
        (InPart(PartOfDay.EVENING), DayPart(dt.date(2025, 4, 3), PartOfDay.EVENING)),
        (None, april(3)),
    ],
)
def test_a_time_takes_the_zone_that_is_said_or_that_of_the_place(time, timing):
    assert dates(resolve(programme(event(when="3 April", time=time))))["visit"] == timing


def test_a_place_without_a_zone_takes_the_one_known_by_its_name():
    built = programme(event(when="3 April", time=Clock(10)), places=[Place(key="brussels", name="Brussels")])
    assert dates(resolve(built))["visit"] == Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS))


def test_without_a_place_times_are_those_of_the_dateline():
    built = programme(event(when="3 April", time=Clock(10), place=None))
    assert dates(resolve(built))["visit"] == Hours(dt.datetime(2025, 4, 3, 10, tzinfo=ZoneInfo("Asia/Seoul")))


@pytest.mark.parametrize(
    ("when", "timing", "certainty"),
    [
        ("next week", Sometime(dt.date(2025, 4, 7), dt.date(2025, 4, 13)), CERTAIN),
        ("by Friday", ByDay(dt.date(2025, 4, 4)), CERTAIN),
        (None, NoDate(), None),
    ],
)
def test_windows_stay_windows_and_deadlines_deadlines(when, timing, certainty):
    assert answer(programme(event(when=when)), "visit") == (timing, certainty)


# --- the side of the publication day ----------------------------------------------------------------------------------

NEVER = "contradicts the status"
SIDES = [  # what is said on Tuesday 1 April 2025, what it means of a plan, and of what was held
    ("on Thursday", "Thursday 3 April 2025, certain", "Thursday 27 March 2025, certain"),
    ("on Tuesday", "Tuesday 1 April 2025, certain", "Tuesday 1 April 2025, certain"),
    (
        "from Wednesday to Friday",
        "Wednesday 2 to Friday 4 April 2025, certain",
        "Wednesday 26 to Friday 28 March 2025, certain",
    ),
    ("this Monday", "Monday 7 April 2025, certain", "Monday 31 March 2025, certain"),
    ("last Monday", NEVER, "Monday 31 March 2025, preferred"),
    ("next Thursday", "Thursday 10 April 2025, ambiguous", NEVER),
    ("yesterday", "Monday 31 March 2025, certain", "Monday 31 March 2025, certain"),
    ("the 26th", "Saturday 26 April 2025, certain", "Wednesday 26 March 2025, certain"),
    ("3 October", "Friday 3 October 2025, certain", "Thursday 3 October 2024, certain"),
    (
        "the weekend",
        "Saturday 5 to Sunday 6 April 2025, certain",
        "Saturday 29 to Sunday 30 March 2025, certain",
    ),
    ("next weekend", "Saturday 12 to Sunday 13 April 2025, ambiguous", NEVER),
    ("in June", "Sunday 1 to Monday 30 June 2025, certain", "Saturday 1 to Sunday 30 June 2024, certain"),
]


@pytest.mark.parametrize(("when", "planned", "held"), SIDES)
def test_what_is_planned_lies_ahead_and_what_was_held_behind(when, planned, held):
    assert (read(when, Status.EXPECTED), read(when, Status.HELD)) == (planned, held)


def read(when: str, status: Status) -> str:
    try:
        reason = resolve(programme(event(when=when, status=status))).entry("visit").reason
    except ProgrammeError:
        return NEVER
    assert reason is not None
    return f"{reason.reading.dates}, {reason.reading.certainty.value}"


def test_what_it_was_before_is_read_from_the_day_of_its_own_source():
    later = evolve(WIRE, key="later", published=dt.date(2025, 4, 8))
    before = Earlier(when=parse("on Thursday"), time=Clock(10), source="wire", status=Status.CONFIRMED)
    moved = event(when="on Friday", status=Status.RESCHEDULED, source="later", earlier=[before])
    entry = resolve(programme(moved, sources=[WIRE, later])).entry("visit")
    assert entry.timing == april(11)
    (past,) = entry.earlier
    assert past.timing == Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS))
    assert (past.status, past.source.key) == (Status.CONFIRMED, "wire")


# --- entries together -------------------------------------------------------------------------------------------------


def test_a_session_takes_its_day_from_the_day_or_the_one_day_event_that_holds_it():
    built = programme(
        event("one-day", "3 April", sessions=[session("in-event", time=Clock(10))]),
        event(
            when=VISIT, days=[day("friday", "4 April", sessions=[session("in-day")])], sessions=[session("in-visit")]
        ),
    )
    found = dates(resolve(built))
    assert found["in-event"] == Hours(dt.datetime(2025, 4, 3, 10, tzinfo=BRUSSELS))
    assert found["in-day"] == april(4)
    assert found["in-visit"] == NoDate()


@pytest.mark.parametrize(
    ("kind", "other", "when", "timing", "certainty"),
    [
        (RelationKind.PART_OF, "7 to 9 April 2025", "on Tuesday", april(8), CERTAIN),
        (RelationKind.FOLLOWS, "2 April 2025", "on Thursday", april(3), CERTAIN),
        (RelationKind.FOLLOWS, "4 April 2025", "on Thursday", april(10), CERTAIN),
        (RelationKind.FOLLOWS, "8 April 2025", "on Friday", april(11), CERTAIN),
        (RelationKind.DESPITE, "4 April 2025", "on Thursday", april(3), CERTAIN),
        (RelationKind.ON_THE_MARGINS_OF, "7 to 9 April 2025", "on Thursday", april(3), CERTAIN),
    ],
)
def test_some_relations_narrow_what_the_words_can_mean(kind, other, when, timing, certainty):
    related = event("talks", when, relations=[Relation(kind=kind, to="summit")])
    assert answer(programme(event("summit", other), related), "talks") == (timing, certainty)


def test_a_week_counts_from_the_session_before_it():
    sessions = [session("a", "on Thursday"), session(when="on Monday of the following week")]
    assert dates(resolve(programme(event(when="2 to 8 April 2025", sessions=sessions))))["talks"] == april(7)


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/Oslo", dt.date(2025, 5, 6)), ("America/New_York", dt.date(2025, 6, 5))]
)
def test_a_date_in_figures_is_read_as_the_country_of_the_dateline_writes_it(zone, day):
    sources = [evolve(WIRE, zone=zone, published=dt.date(2025, 5, 20))]
    assert dates(resolve(programme(event(when="6/5/2025"), sources=sources)))["visit"] == Days(day, day)


def test_a_weekday_may_lie_farther_off_than_news_names_one_where_a_session_says_so():
    found = dates(resolve(programme(event(when="on Friday", sessions=[session(when="11 April 2025")]))))
    assert found == {"visit": april(11), "talks": april(11)}


def test_a_visit_tells_the_year_of_its_days():
    found = dates(resolve(programme(event(when="7 to 9 March 2027", sessions=[session(when="8 March")]))))
    assert found["talks"] == Days(dt.date(2027, 3, 8), dt.date(2027, 3, 8))


def test_a_window_holds_its_sessions():
    found = dates(resolve(programme(event(when="next week", sessions=[session(when="on Thursday")]))))
    assert found["talks"] == april(10)


@pytest.mark.parametrize(("when", "timing"), [("on Thursday", april(3)), ("on Friday", april(4))])
def test_a_deadline_ends_what_leads_to_it(when, timing):
    found = dates(resolve(programme(event(when="by Friday", sessions=[session(when=when)]))))
    assert found == {"visit": ByDay(dt.date(2025, 4, 4)), "talks": timing}


def test_nothing_comes_after_a_deadline():
    ((where, told),) = problems(programme(event(when="by Friday", sessions=[session(when="8 April 2025")])))
    assert where == "events[0].sessions[0].when"
    assert "'visit' has a deadline, Friday 4 April 2025" in told


def tour(first: tuple[str, str], second: tuple[str, str]) -> Programme:
    legs = [
        day(f"leg-{number}", when, place=place, sessions=[session(f"talks-{number}", time=Clock(12))])
        for number, (when, place) in enumerate((first, second), 1)
    ]
    return programme(event(when="6 to 9 April 2025", place=None, days=legs))


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        (("8 April", "auckland"), ("8 April", "honolulu"), (8, 8)),
        (("8 April", "apia"), ("7 April", "pago"), (8, 7)),
        (("on Tuesday", "apia"), ("on Monday", "pago"), (8, 7)),
        (("7 April", "pago"), ("8 April", "apia"), (7, 8)),
    ],
)
def test_a_tour_may_cross_the_date_line(first, second, days):
    timeline = resolve(tour(first, second))
    zones = [next(place.zone for place in PLACES if place.key == leg) for leg in (first[1], second[1])]
    assert [timeline.entry(f"leg-{number}").timing for number in (1, 2)] == [april(number) for number in days]
    assert [timeline.entry(f"talks-{number}").timing for number in (1, 2)] == [
        Hours(dt.datetime(2025, 4, number, 12, tzinfo=ZoneInfo(str(zone))))
        for number, zone in zip(days, zones, strict=True)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("8 April", "apia"), ("6 April", "pago")),
        (("8 April", "pago"), ("7 April", "apia")),
        (("8 April", "brussels"), ("7 April", "brussels")),
    ],
)
def test_no_tour_goes_farther_back(first, second):
    ((where, told),) = problems(tour(first, second))
    assert where == "events[0].days[1].when"
    assert "a visit's days are in order" in told


@pytest.mark.parametrize("length", [24, 25, 300])
@pytest.mark.parametrize("step", [1, -1], ids=["forwards", "backwards"])
def test_a_chain_of_entries_has_its_dates_however_long_it_is_and_whichever_way_it_is_told(length, step):
    first = event("e0", "7 April 2025")
    chain = [first, *(event(f"e{n}", Chained(1, f"e{n - 1}")) for n in range(1, length))]
    found = resolve(programme(*chain[::step]))
    last = dt.date(2025, 4, 6) + dt.timedelta(length)
    assert found.entry(f"e{length - 1}").dates == (last, last)


def test_the_effort_for_a_chain_told_backwards_grows_with_its_length():
    def told_backwards(length: int) -> Programme:
        chain = [event(f"e{n}", "on Thursday", anchor=f"e{n + 1}") for n in range(length)]
        return programme(*chain, event(f"e{length}", "7 April 2025"))

    few, many = (calls(partial(resolve, told_backwards(length))) for length in (50, 200))
    assert many < 6 * few


EDGES = ["0001-01-01", "0001-01-02", "0001-01-03", "9999-12-29", "9999-12-30", "9999-12-31"]
AT_THE_EDGE = ["00:10 UTC+14", "23:50 UTC-12", "23:00-01:00", "in the morning", ""]


@pytest.mark.parametrize("day", EDGES)
@pytest.mark.parametrize("time", AT_THE_EDGE)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_first_and_last_days_that_there_are_break_nothing(day, time, zone):
    place = Place(key="there", name="There", zone=zone)
    person = Person(key="holt", name="Ada Holt")
    when, at = parse(day), parse_time(time) if time else None
    talks = [
        event(key, when, time=at, place="there", participants=[Participant(person="holt")])
        for key in ("talks", "lunch")
    ]
    with suppress(DiplocalError):
        agenda = merge([resolve(programme(*talks, places=[place], people=[person]))])
        for name in EXPORTERS:
            export(agenda, name)
        revise(revise(None, agenda, NOON)[0].octets, agenda, NOON)


@pytest.mark.parametrize(("source", "told"), [("wire", True), ("second", False)])
def test_a_change_by_the_source_that_gave_the_earlier_date_is_told(source, told):
    second = Source(key="second", publisher="The wire", published=dt.date(2025, 4, 2), zone="Asia/Seoul")
    earlier = [Earlier(when=parse("on Thursday"), source="wire")]
    moved = event("talks", "on Friday", source=source, earlier=earlier, status=Status.RESCHEDULED)
    found = resolve(programme(moved, sources=[WIRE, second])).notices
    assert [notice.concern for notice in found] == ([Concern.SOURCE] if told else [])
    assert all("have the same source, 'The wire'" in notice.message for notice in found)


def _with_secret(public: Event, **secret: Any) -> Timeline:
    """Date an event that is part of an internal one."""
    part = evolve(public, relations=[Relation(kind=RelationKind.PART_OF, to="secret")])
    return resolve(programme(part, event("secret", audience=Audience.INTERNAL, **secret)))


def test_a_date_to_which_only_something_internal_leads_is_told_without_a_reason():
    found = _with_secret(event("talks", "on Thursday"), when="14-16 May 2025").entry("talks")

    assert found.timing == Days(dt.date(2025, 5, 15), dt.date(2025, 5, 15))
    assert found.public_date is not None
    assert found.public_date.timing == found.timing
    assert found.public_date.reason is not None
    assert (found.public_date.reason.phrase, found.public_date.reason.reading.why) == ("", "withheld")


def test_of_readings_between_which_only_something_internal_decides_the_public_is_told_all():
    recent, week_before = dt.date(2025, 3, 31), dt.date(2025, 3, 24)
    visit = event("talks", "last Monday", status=Status.HELD)
    alone = resolve(programme(visit)).entry("talks")
    found = _with_secret(visit, when="23-25 March 2025").entry("talks")

    assert alone.timing == Days(recent, recent)
    assert found.timing == Days(week_before, week_before)
    assert found.public_date is not None
    assert isinstance(found.public_date.timing, NoDate)
    assert [reading.start for reading in found.public_date.timing.readings] == [recent, week_before]
    assert found.public_date.reason is not None
    assert found.public_date.reason.reading.certainty is Certainty.AMBIGUOUS


def test_what_cannot_be_read_without_something_internal_costs_no_other_entry_its_reason():
    part = event("talks", "on Thursday", relations=[Relation(kind=RelationKind.PART_OF, to="secret")])
    secret = event("secret", "14-16 May 2025", audience=Audience.INTERNAL)
    dated = resolve(programme(part, secret, event("dinner", "17 May 2025"), **published(None)))
    talks, dinner = dated.entry("talks"), dated.entry("dinner")

    assert talks.public_date is not None
    assert talks.public_date.timing == talks.timing
    assert talks.public_date.reason is not None
    assert talks.public_date.reason.reading.why == "withheld"
    assert dinner.public_date is None  # all of it is told


def test_what_an_internal_entry_holds_is_internal():
    hidden = event(when=VISIT, audience=Audience.INTERNAL, sessions=[session()])
    assert {entry.audience for entry in resolve(programme(hidden)).entries} == {Audience.INTERNAL}


# --- laws -------------------------------------------------------------------------------------------------------------


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)), st.integers(-50, 50))
def test_a_week_later_everything_is_a_week_later(today, weeks):
    built = programme(
        event(when="from Wednesday to Friday", sessions=[session("a", "on Thursday"), session("b", "the day after")]),
        event("meeting", "this week"),
    )
    first, second = (resolve(evolve(built, **published(when))) for when in (today, today + dt.timedelta(weeks=weeks)))
    for one, other in zip(first.entries, second.entries, strict=True):
        assert one.key == other.key
        assert one.dates is not None
        assert other.dates == tuple(end + dt.timedelta(weeks=weeks) for end in one.dates)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)))
def test_sessions_lie_within_their_visit(today):
    built = programme(
        event(when="from Wednesday to Friday", sessions=[session("a", "on Thursday"), session("b", "on the last day")]),
        **published(today),
    )
    found = resolve(built)
    visit = found.entry("visit").dates
    assert visit is not None
    assert visit[1] >= today
    for key in ("a", "b"):
        inner = found.entry(key).dates
        assert inner is not None
        assert visit[0] <= inner[0] <= inner[1] <= visit[1]


def test_what_fails_alike_on_many_days_of_publication_is_told_once():
    visit = Event(
        key="visit",
        title="Visit",
        when=parse("7 to 9 May 2025"),
        sessions=[Session(key="talks", title="Talks", when=parse("on Monday"))],
    )
    source = Source(key="s", publisher="Desk", published=dt.date(2025, 5, 1))
    programme = Programme(key="p", title="P", sources=[source], events=[visit])
    (stretch,) = sensitivity(programme, first=dt.date(2025, 4, 20), last=dt.date(2025, 5, 20)).stretches
    assert stretch.problem == "events[0].sessions[0].when: 'Monday' does not agree with the rest of the programme"


def test_words_that_mean_nothing_from_a_day_of_the_visit_break_nothing():
    programme = load("""
key = "p"
title = "T"
sources.s = { publisher = "S", published = 2000-01-01, zone = "UTC" }

[[events]]
key = "visit"
title = "Visit"
when = "from 1 to 20 June 2000"

[[events.sessions]]
key = "talks"
title = "Talks"
when = "from the 1st to 1 January 2000"
""")
    with suppress(ProgrammeError):
        resolve(programme)

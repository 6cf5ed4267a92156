"""What holds for every text: spans slice, a week's shift shifts weekdays, alternatives differ from the answer."""

import datetime as dt

from hypothesis import assume, given
from hypothesis import strategies as st

from diplocal import Certainty, read_phrase, read_text
from tests.fuzz.writing import Choices

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEK = dt.timedelta(7)

published = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))
weekdays = st.sampled_from(DAYS)
verbs = st.sampled_from(["will meet", "met", "meets", "is to visit", "said it would see", "had called", "had been due"])
sentences = st.builds(
    "The minister {0} her guests on {1}{2}".format,
    verbs,
    weekdays,
    st.sampled_from([".", ", officials said on Monday.", " and on Friday; talks follow the next day.", " next week."]),
)
texts = st.lists(sentences, min_size=1, max_size=4).map(" ".join)


@given(texts, published)
def test_a_shift_of_a_week_shifts_every_answer(text: str, day: dt.date) -> None:
    now, later = read_text(text, published=day), read_text(text, published=day + WEEK)
    assert [f.reading.start + WEEK for f in now] == [f.reading.start for f in later]
    assert [f.reading.end + WEEK for f in now] == [f.reading.end for f in later]
    assert [f.reading.certainty for f in now] == [f.reading.certainty for f in later]


@given(texts, published)
def test_spans_slice_and_alternatives_differ(text: str, day: dt.date) -> None:
    for finding in read_text(text, published=day):
        mention, reading = finding.mention, finding.reading
        assert text[mention.start : mention.end] == mention.text
        assert reading.start <= reading.end
        assert (reading.start, reading.end) not in {(o.start, o.end) for o in reading.alternatives}
        assert bool(reading.alternatives) == (reading.certainty is not Certainty.CERTAIN)


@given(weekdays, verbs, published)
def test_a_weekday_alone_lies_within_six_days(name: str, verb: str, day: dt.date) -> None:
    (finding,) = read_text(f"The minister {verb} her guests on {name}.", published=day)
    assert abs(finding.reading.start - day) <= dt.timedelta(6)
    assert DAYS[finding.reading.start.weekday()] == name


@given(weekdays, published)
def test_a_phrase_alone_looks_ahead_and_says_what_else(name: str, day: dt.date) -> None:
    reading = read_phrase(f"on {name}", published=day)
    assert day <= reading.start <= day + dt.timedelta(6)
    assume(DAYS[day.weekday()] != name)
    assert reading.certainty is Certainty.PREFERRED
    assert reading.alternatives[0].start == reading.start - WEEK


@given(st.text(max_size=200) | st.binary(max_size=80).map(lambda data: Choices(data).written("text")), published)
def test_any_text_gives_an_answer(text: str, day: dt.date) -> None:
    for finding in read_text(text, published=day, zone="Europe/Brussels"):
        assert text[finding.mention.start : finding.mention.end] == finding.mention.text


_WORDS = [
    *("on", "by", "the", "3", "31", "April", "May", "2025", "-", ",", ".", "(", ")", "Thursday", "next", "week", "day"),
    *("after", "from", "to", "until", "9", "a.m.", "local", "time", "said", "\n"),
]


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join), published)
def test_any_words_of_time_give_an_answer(text: str, day: dt.date) -> None:
    for finding in read_text(text, published=day):
        assert finding.reading.start <= finding.reading.end

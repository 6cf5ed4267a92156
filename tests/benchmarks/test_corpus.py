"""The format of the texts with known dates: what is written is read back, and what breaks it is named."""

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools import corpus
from tools.corpus import CorpusError, Interval, Kind, Label, Text

DAYS = st.dates(dt.date(1980, 1, 1), dt.date(2040, 12, 31))
INTERVALS = st.builds(lambda start, length: Interval(start, start + dt.timedelta(length)), DAYS, st.integers(0, 800))
WORDS = st.text(st.sampled_from("ab [|]\\=é\n"), max_size=12)
ZONES = st.sampled_from(["Europe/Brussels", "Asia/Seoul", "UTC"])
STATUSES = st.sampled_from([None, "cancelled", "slipped"])
CERTAINTIES = st.sampled_from([None, "certain", "ambiguous"])
KINDS = st.sampled_from(get_args(Kind))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    words, labels = draw(WORDS).strip(), []
    for _ in range(draw(st.integers(0, 3))):
        start, phrase = len(words), draw(WORDS.map(lambda w: f"x{w.strip()}"))
        labels.append(
            Label(
                phrase=phrase,
                start=start,
                end=start + len(phrase),
                days=draw(INTERVALS),
                kind=draw(KINDS),
                accept=tuple(draw(st.lists(INTERVALS, max_size=2))),
                zone=draw(st.none() | ZONES),
                status=draw(STATUSES),
                certainty=draw(CERTAINTIES),
            )
        )
        words += phrase + draw(WORDS.map(lambda w: f"{w}."))
    return Text(
        id=draw(st.sampled_from(["A1", "b/2"])),
        published=draw(st.sampled_from(["2025-04-01", "2025-04-01T22:30:00+02:00"])),
        zone=draw(ZONES),
        text=words,
        labels=tuple(labels),
        writer="A",
        genre=draw(st.sampled_from(["notices", "wire reports"])),
        tags=tuple(draw(st.lists(st.sampled_from(["past", "next-week"]), max_size=2))),
        notes=tuple(draw(st.lists(st.just("as it was"), max_size=2))),
    )


@given(st.lists(texts(), max_size=4))
def test_what_is_written_is_read_back(given_texts: list[Text]) -> None:
    assert corpus.parse(corpus.dump(given_texts, genre="notices"), writer="A") == given_texts


@given(INTERVALS)
def test_an_interval_is_written_without_what_its_ends_share(interval: Interval) -> None:
    assert Interval.parse(str(interval)) == interval


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2025-04-02/04", "2025-04-04"),
        ("2025-04-29/05-02", "2025-05-02"),
        ("2025-12-29/2026-01-02", "2026-01-02"),
        ("2025-04-02", "2025-04-02"),
    ],
)
def test_ends(written: str, days: str) -> None:
    assert str(Interval.parse(written).end) == days


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("== A1 2025-04-01\n\nOn.", "'== A1 2025-04-01': a header is '== id published zone'"),
        ("== A1 2025-04-31 UTC\n\nOn.", "'== A1 2025-04-31 UTC': day is out of range"),
        ("== A1 2025-04-01 Europe/Bruges\n\nOn.", "'Europe/Bruges' is not a time zone"),
        ("== A1 2025-04-01 UTC\nOn Friday\n\n.", "'On Friday' is no field"),
        ("== A1 2025-04-01 UTC\n\nOn [Friday].", "'[' behind 'On ' belongs to no mark"),
        ("== A1 2025-04-01 UTC\n\n[Friday|2025-04-04 perhaps].", "'Friday': '2025-04-04 perhaps' is no 'days"),
        ("== A1 2025-04-01 UTC\n\n[Friday|2025-04-04/03].", "2025-04-04/03 ends before it starts"),
    ],
)
def test_what_breaks_the_format_is_named(block: str, words: str) -> None:
    with pytest.raises(CorpusError) as caught:
        corpus.parse(f"{block}\n\n== A2 2025-04-01 UTC\n\nGood.\n", writer="A")
    assert words in str(caught.value)


def test_every_broken_block_is_named() -> None:
    with pytest.raises(CorpusError, match=r"(?s)A1.*A2"):
        corpus.parse("== A1 2025-04-01\n\n.\n\n== A2 2025-04-01\n\n.\n", writer="A")


@pytest.mark.parametrize("name", corpus.PARTS)
def test_the_files_are_as_they_would_be_written(name: str) -> None:
    for path in (corpus.CORPUS / name).iterdir():
        source = path.read_text(encoding="utf-8")
        genre = source.partition("\n")[0].removeprefix("genre: ")
        assert corpus.dump(corpus.read(path), genre=genre) == source, path.name


def test_every_text_has_an_id_of_its_own() -> None:
    ids = [text.id for name in corpus.PARTS for text in corpus.part(name)]
    assert len(set(ids)) == len(ids)


def test_texts_for_a_turn_of_language_say_how_surely_each_phrase_is_read() -> None:
    turns = corpus.read(corpus.CORPUS / "fitting" / "T.txt")
    assert all(label.certainty for text in turns for label in text.labels)


def test_no_writer_is_in_two_parts() -> None:
    writers = [path.name for name in corpus.PARTS for path in (corpus.CORPUS / name).iterdir()]
    assert len(set(writers)) == len(writers)

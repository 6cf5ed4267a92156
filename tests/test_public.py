"""What `diplocal` exports explains itself, compiled or not, and takes what people have at hand."""

import datetime as dt
import inspect

import pytest

import diplocal
from diplocal import phrases

FUNCTIONS = [
    *(found for name in diplocal.__all__ if inspect.isroutine(found := getattr(diplocal, name))),
    phrases.parse,
    phrases.parse_time,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.__name__)
def test_a_public_function_has_its_docstring_and_signature(function):
    assert inspect.getdoc(function)
    assert inspect.signature(function).return_annotation is not inspect.Signature.empty


@pytest.mark.parametrize(
    "published",
    [dt.date(2025, 4, 1), dt.datetime(2025, 4, 1, 9), "2025-04-01", " 2025-04-01T09:30+09:00 "],
)
def test_the_day_of_publication_is_a_date_or_an_iso_text(published):
    reading = diplocal.read_phrase("tomorrow", published=published, zone="Asia/Seoul")
    (finding,) = diplocal.read_text("They meet tomorrow.", published=published, zone="Asia/Seoul")

    assert reading.start == finding.reading.start == dt.date(2025, 4, 2)


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ("yesterday", "'yesterday': published: 'yesterday' is not an ISO date; write it as"),
        ("2025-02-30", "is not a date that exists"),
        (20250401, "'20250401': published is int, not a date; give a datetime.date"),
        (None, "'None': published is NoneType, not a date"),
    ],
)
@pytest.mark.parametrize("read", [diplocal.read_phrase, diplocal.read_text])
def test_anything_else_is_refused(read, published, message):
    with pytest.raises(diplocal.ReadingError) as error:
        read("tomorrow", published=published)

    assert message in str(error.value)

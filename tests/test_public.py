"""What `diplocal` exports explains itself, compiled or not, and takes what people have at hand."""

import datetime as dt
import inspect
from pathlib import Path
from typing import Any

import pytest

import diplocal
from diplocal import phrases

FUNCTIONS = [
    *(found for name in dir(diplocal) if inspect.isroutine(found := getattr(diplocal, name))),
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
        ("yesterday", "'yesterday': published is not an ISO date; write it as 2025-04-01 or"),
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


# --- help and hints ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", dir(diplocal))
def test_every_public_name_explains_itself(name):
    assert inspect.getdoc(getattr(diplocal, name)) or name == "EXPORTERS"


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda one: one.__name__)
def test_a_public_function_has_an_example_and_says_what_it_raises(function):
    told = inspect.getdoc(function) or ""
    assert ">>> " in told
    assert "Raises:" in told or "Returns:" in told


OSLO = Path(__file__).parents[1] / "examples" / "oslo.toml"


def test_a_programme_is_read_from_a_path_or_a_text():
    assert diplocal.load(OSLO) == diplocal.load(OSLO.read_text("utf-8"))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("visit.toml", "the file: is read as TOML: 'visit.toml'; to read a file, give Path('visit.toml')"),
        (Path("missing.toml"), "missing.toml: 1 problem\n  the file: cannot be read: No such file or directory"),
        (b"key = 'a'", "the file: is bytes; give a path, or TOML as text"),
        (None, "the file: is NoneType"),
    ],
)
def test_what_is_neither_is_refused(source, message):
    with pytest.raises(diplocal.ProgrammeError) as error:
        diplocal.load(source)
    assert message in str(error.value)


@pytest.mark.parametrize("other", ["visit.toml", None, diplocal])
def test_what_is_no_programme_or_timeline_is_named(other):
    with pytest.raises(diplocal.ProgrammeError, match=f"the programme: is {type(other).__name__}, not a Programme"):
        diplocal.resolve(other)
    with pytest.raises(diplocal.ExportError, match=f"{type(other).__name__} is not a Timeline; give what resolve"):
        diplocal.export(other, "json")


def test_an_entry_is_changed_by_its_key():
    programme = diplocal.load(OSLO)
    changed = programme.evolve("talks", when=phrases.parse("on Friday"))

    assert diplocal.resolve(changed).entry("talks").dates == (dt.date(2025, 5, 9), dt.date(2025, 5, 9))
    assert changed.evolve("talks", when=phrases.parse("Thursday")) == programme
    with pytest.raises(KeyError, match=r"no entry has the key 'talk'; did you mean 'talks'\?"):
        programme.evolve("talk", title="x")
    with pytest.raises(TypeError, match="colour"):
        programme.evolve("talks", colour="red")


def test_a_missing_entry_is_answered_with_the_nearest():
    timeline = diplocal.resolve(diplocal.load(OSLO))
    with pytest.raises(KeyError, match="no entry has the key 'zz'; the keys are visit, talks, signing"):
        timeline.entry("zz")


def test_notebooks_show_tables():
    timeline: Any = diplocal.resolve(diplocal.load(OSLO))
    found: Any = diplocal.read_text("They meet next Friday | in *Oslo*.", published="2025-04-01")

    assert timeline._repr_markdown_().splitlines()[2:] == [
        "| Wednesday 7 to Friday 9 May 2025 | Visit to Oslo | expected |",
        "| Thursday 8 May 2025, 10:00–11:30 | Talks with the host | expected |",
        "| no date | Signing of the agreement | expected |",
    ]
    shown = found._repr_markdown_()
    assert shown == found[0]._repr_markdown_()
    assert shown.splitlines()[2].startswith(
        "| next Friday | Friday 11 April 2025 | ambiguous | the Friday of next week"
    )
    assert found[0].reading._repr_markdown_().count("\n") == 2

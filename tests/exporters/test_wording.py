"""The fixed words of each language: all that a timeline says has its translation, with the same gaps to fill."""

import datetime as dt
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from jinja2.ext import babel_extract

from diplocal.exporters.markdown import to_markdown
from diplocal.exporters.wording import TRANSLATED, catalogue, wording_of
from diplocal.model import Access, Audience, Format, RelationKind, Role, Status
from diplocal.reading import Certainty
from diplocal.when import PartOfDay
from tests.exporters.harbour_talks import TIMELINE


class Recorded(dict[str, str]):
    """A table that notes what it was asked for and lacks."""

    def __init__(self, table: Mapping[str, str]) -> None:
        super().__init__(table)
        self.missing: list[str] = []

    def get(self, key, default=None):
        if key not in self:
            self.missing.append(key)
        return super().get(key, default)


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_have_the_same_gaps(code):
    gaps = re.compile(r"{[^}]*}")

    for english, said in catalogue(code).items():
        assert sorted(gaps.findall(said)) == sorted(gaps.findall(english)), english


def extracted() -> set[str]:
    """Collect the words that the exporters and feeds are seen to say, as Babel finds them."""
    root = Path(str(files("diplocal")))
    found = {
        str(message)
        for folder in ("exporters", "feed")
        for _, _, message, _, _ in extract_from_dir(root / folder, [("**.py", "python")], keywords={"say": None})
    }
    with root.joinpath("exporters/html/page.html.jinja").open("rb") as page:
        return found | {str(message) for _, _, message, _ in babel_extract(page, ["say"], [], {})}


@pytest.mark.parametrize("code", TRANSLATED)
def test_everything_that_is_said_is_translated(code):
    assert len(extracted()) > 90
    assert extracted() - set(catalogue(code)) == set()


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("en", ("Thu 3 Apr", "3 Apr 2025")),
        ("en-US", ("Thu, Apr 3", "Apr 3, 2025")),
        ("fr", ("jeu. 3 avr.", "3 avr. 2025")),
        ("ko", ("4월 3일 (목)", "2025년 4월 3일")),
    ],
)
def test_a_day_in_little_room(code, days):
    speak, day = wording_of(code), dt.date(2025, 4, 3)

    assert (speak.short(day), speak.short(day, year=True)) == days


FIRST, FOURTH, MAY, NEW_YEAR = (dt.date(*day) for day in ((2025, 4, 1), (2025, 4, 4), (2025, 5, 4), (2026, 1, 1)))
SPANS = [  # what both days share is said once where it stands last
    ("en", FOURTH, "Tuesday 1 to Friday 4 April 2025"),
    ("fr", FOURTH, "mardi 1er – vendredi 4 avril 2025"),
    ("fr", MAY, "mardi 1er avril – dimanche 4 mai 2025"),
    ("fr", NEW_YEAR, "mardi 1er avril 2025 – jeudi 1er janvier 2026"),
    ("de", FOURTH, "Dienstag, 1. – Freitag, 4. April 2025"),
    ("es", FOURTH, "martes, 1 de abril de 2025 – viernes, 4 de abril de 2025"),
    ("en-US", FOURTH, "Tuesday, April 1, 2025 – Friday, April 4, 2025"),
    ("ko", MAY, "2025년 4월 1일 화요일 – 2025년 5월 4일 일요일"),
]


@pytest.mark.parametrize(("code", "end", "said"), SPANS)
def test_a_span_of_days(code, end, said):
    assert wording_of(code).dates(FIRST, end) == said


def test_french_has_the_first_of_a_month_as_an_ordinal_and_no_other_day():
    speak = wording_of("fr")

    assert (speak.day(FIRST), speak.date(FIRST)) == ("mardi 1er avril 2025", "1er avril 2025")
    assert (speak.short(FIRST), speak.short(FIRST, year=True)) == ("mar. 1er avr.", "1er avr. 2025")
    assert (speak.date(dt.date(2025, 4, 11)), wording_of("de").date(FIRST)) == ("11 avril 2025", "1. April 2025")


def test_no_line_of_french_begins_with_a_colon():
    assert [said for said in catalogue("fr").values() if re.search(r" [:;!?]", said)] == []
    assert sum("\N{NO-BREAK SPACE}:" in said for said in catalogue("fr").values()) > 20


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_term_of_the_model_is_translated(code, monkeypatch):
    table = Recorded(catalogue(code))
    monkeypatch.setattr("diplocal.exporters.wording.catalogue", lambda _: table)
    speak = wording_of(code)
    said = set(Role) - {Role.PARTICIPANT}
    for member in [*Format, *Status, *Access, *said, *PartOfDay, *Certainty]:
        speak.name(member)
    for relation in RelationKind:
        assert "A title" in speak.name(relation, title="A title")

    assert table.missing == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_sentence_of_a_timeline_is_translated(code, monkeypatch):
    table = Recorded(catalogue(code))
    monkeypatch.setattr("diplocal.exporters.wording.catalogue", lambda _: table)
    to_markdown(TIMELINE, language=code, zones=["Asia/Seoul"], audience=Audience.INTERNAL)

    assert table.missing == []

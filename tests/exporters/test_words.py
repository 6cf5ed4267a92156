"""The fixed words of each language: all that a timeline says has its translation, with the same gaps to fill."""

import re
from collections.abc import Mapping

import pytest

from diplocal.exporters import words
from diplocal.exporters.markdown import to_markdown
from diplocal.exporters.words import FIXED, language
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


@pytest.mark.parametrize("code", FIXED)
def test_translations_have_the_same_gaps(code):
    gaps = re.compile(r"{[^}]*}")

    for english, said in FIXED[code].items():
        assert sorted(gaps.findall(said)) == sorted(gaps.findall(english)), english


@pytest.mark.parametrize("code", FIXED)
def test_every_term_of_the_model_is_translated(code, monkeypatch):
    table = Recorded(FIXED[code])
    monkeypatch.setattr(words, "FIXED", {code: table})
    speak = language(code)
    said = set(Role) - {Role.PARTICIPANT}
    for member in [*Format, *Status, *Access, *said, *PartOfDay, *Certainty]:
        speak.name(member)
    for relation in RelationKind:
        assert "A title" in speak.name(relation, title="A title")

    assert table.missing == []


@pytest.mark.parametrize("code", FIXED)
def test_every_sentence_of_a_timeline_is_translated(code, monkeypatch):
    table = Recorded(FIXED[code])
    monkeypatch.setattr(words, "FIXED", {code: table})
    to_markdown(TIMELINE, language=code, zones=["Asia/Seoul"], audience=Audience.INTERNAL)

    assert table.missing == []

"""Changes told as Markdown: what stands where, in which words, and that no text of others becomes markup."""

import re

import pytest
from attrs import evolve
from hypothesis import given

from diplocal.errors import ExportError
from diplocal.exporters.telling.fragments import one_line
from diplocal.exporters.wording import TRANSLATED, catalogue
from diplocal.feed import (
    Added,
    Changed,
    Changes,
    Difference,
    Retitled,
    Subject,
    by_person,
    revise,
    to_markdown,
)
from diplocal.model import Source, Status
from diplocal.timeline import Hours, NoDate, Timeline, in_order
from tests.exporters.commonmark import shape, texts
from tests.exporters.harbour_talks import CITY, DESK, HOLT_LEADS, TIMELINE, TWELFTH, at, session
from tests.exporters.test_markup import SAID
from tests.exporters.test_wording import Recorded
from tests.feed.editing import FIRST, SECOND, THIRD, changed, without

TOLD = """\
## Bergen, 3 September

### Cancelled

- **Dinner of the League**: Thursday 11 September 2025, 19:00–22:30 (Oslo): postponed (Harbour Post, 5 September 2025)
- **Joint press conference**: Friday 12 September 2025, 11:30 (Oslo): no longer announced

### Moved

- **Plenary of the League of Ports**: Thursday 11 September 2025, 09:00–11:30 (Oslo) → Friday 12 September 2025, 09:00 \
(Oslo)
- **Arrival**: Wednesday 10 September 2025, evening → no date given

### Reinstated

- **Boat tour \\| “Old Harbour”**: Friday 12 September 2025

### Added

- **Farewell**: Friday 12 September 2025 \
([Freedonia Foreign Office](<https://example.org/notices/17?lang=en&amp;v=2>), 1 September 2025)

### Retitled

- **Talks**: formerly “Talks with Minister Lien” (Harbour Post, 5 September 2025)

### Changed otherwise

- **Talks** (Harbour Post, 5 September 2025)
  - place: Harbour Hall, Bergen → Town Hall, Bergen
"""


def later_state() -> Timeline:
    now = changed("dinner", status=Status.POSTPONED, source=DESK)
    now = changed("plenary", now, timing=Hours(at(12, 9)))
    now = changed("arrival", now, timing=NoDate())
    now = changed("tour", now, status=Status.REINSTATED)
    now = changed("talks", now, title="Talks", place=evolve(CITY, venue="Town Hall"))
    entries = [*without("press", now).entries, session("farewell", "Farewell", TWELFTH)]
    return evolve(now, entries=in_order(entries))


def differences(before: Timeline, after: Timeline, **options) -> Changes:
    return revise(revise(None, before, FIRST, **options)[0].octets, after, SECOND, **options)[1]


def test_a_briefing_tells_each_kind_in_its_section():
    changes = differences(TIMELINE, later_state())
    others = tuple(change for change in changes.changed if change.subject.title == "Talks")

    assert to_markdown(evolve(changes, changed=others), title="Bergen, 3 September") == TOLD


def test_details_are_told_line_by_line():
    before, after = changed("dinner", note="Lounge suit"), changed("dinner", note="Black tie | *no* medals")
    told = to_markdown(differences(before, after))

    assert "  - gone: Note: Lounge suit\n  - new: Note: Black tie \\| \\*no\\* medals\n" in told


def test_what_is_no_longer_in_the_feed_and_warnings_are_told():
    now = changed("talks", participants=[HOLT_LEADS], note="x" * 950_000)
    mine = revise(None, TIMELINE, FIRST, only=by_person("lien"))[0].octets
    told = to_markdown(revise(mine, now, THIRD, only=by_person("lien"))[1])

    assert "### No longer in this feed\n\n- **Talks with Minister Lien**: " in told
    assert "### To check" not in told
    assert "### To check\n\n- the feed has 1.0 MB" in to_markdown(revise(None, now, THIRD)[1])


@pytest.mark.parametrize(("heading", "head"), [(1, "# T"), (2, "## T"), (5, "##### T")])
def test_the_level_of_the_heading_is_as_asked(heading, head):
    assert to_markdown(Changes(), title="T", heading=heading) == f"{head}\n\nNo changes.\n"


@pytest.mark.parametrize(
    ("options", "message"), [({"heading": 6}, "out of range"), ({"language": "xx-yy"}, "language")]
)
def test_options_out_of_range_are_told(options, message):
    with pytest.raises(ExportError, match=message):
        to_markdown(Changes(), **options)


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_sentence_is_translated(code, monkeypatch):
    table = Recorded(catalogue(code))
    monkeypatch.setattr("diplocal.exporters.wording.catalogue", lambda _: table)
    now = changed("talks", later_state(), format=None, url="https://example.org", parent=None, title="Talks")
    changes = differences(TIMELINE, now, language=code)
    noted = differences(TIMELINE, changed("dinner", note="x", parent=None, status=Status.CONFIRMED), language=code)
    for told in (changes, noted, Changes()):
        to_markdown(told, language=code)

    assert table.missing == []


def test_french_has_a_space_before_each_colon():
    told = to_markdown(differences(TIMELINE, later_state(), language="fr"), language="fr")

    assert "**Dinner of the League**\N{NO-BREAK SPACE}: jeudi 11 septembre 2025" in told
    assert [line for line in told.splitlines() if re.search(r"[^\N{NO-BREAK SPACE}]: ", line)] == []


@given(SAID)
def test_no_text_of_others_becomes_markup(text):
    def told(said: str) -> str:
        source = Source(key="s", publisher=said, url=f"https://example.org/{said}")
        subject = Subject(uid="1", title=said, source=source)
        details = Difference("details", " ".join(said.split()), "new")
        changes = Changes(
            added=(Added(subject, TWELFTH),),
            retitled=(Retitled(subject, said),),
            changed=(Changed(subject, [Difference("place", said, said), details]),),
            warnings=(said,),
        )
        return to_markdown(changes, title=said)

    assert shape(told(text)) == shape(told("x"))
    assert texts(told(text))[0] == one_line(text)

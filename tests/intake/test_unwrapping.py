"""The lines of a printed page, joined where the page's width broke them and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplocal.intake.unwrapping import unwrapped
from diplocal.languages.language import language

ENGLISH = language("en").documents()
WIDE = "x" * 68 + " xx"  # as wide as the page

PAGES = [  # lines as they are printed, and as they were written
    (["The ministers meet in the great hall of the old town of Strelsau, next to", "the harbour."],
     ["The ministers meet in the great hall of the old town of Strelsau, next to the harbour."]),
    (["The ministers meet in the great hall of the old town of Strelsau, next", "", "to the harbour."],
     ["The ministers meet in the great hall of the old town of Strelsau, next", "", "to the harbour."]),
    ([WIDE, "Short", "lines stay."], [f"{WIDE} Short", "lines stay."]),
    (["Short lines", "stay apart."], ["Short lines", "stay apart."]),
    ([WIDE, "09.30 Talks"], [WIDE, "09.30 Talks"]),
    ([WIDE, "16h00 on Monday"], [f"{WIDE} 16h00 on Monday"]),
    ([WIDE, "• Lunch"], [WIDE, "• Lunch"]),
    ([WIDE, "Monday 12 May"], [WIDE, "Monday 12 May"]),
    ([WIDE, "ISSUED BY THE COURT"], [WIDE, "ISSUED BY THE COURT"]),
    ([WIDE, "    indented"], [WIDE, "    indented"]),
    ([WIDE[:-1] + ":", "indented"], [WIDE[:-1] + ":", "indented"]),
    (["09:00-10:30     Ministerial panel with the ministers of Ruritania and of Great", "                Sylvania"],
     ["09:00-10:30\tMinisterial panel with the ministers of Ruritania and of Great Sylvania"]),
    (["09:00-10:30     Session I", "                Chair: Anna Berg", WIDE],
     ["09:00-10:30\tSession I", "                Chair: Anna Berg", WIDE]),
    (["", "                Ministerial panel with the ministers of", "09:00-10:30     Ruritania", ""],
     ["", "09:00-10:30\tMinisterial panel with the ministers of Ruritania", ""]),
    (["Heading", "                Ministerial panel", "09:00-10:30     Ruritania"],
     ["Heading", "                Ministerial panel", "09:00-10:30\tRuritania"]),
    ([], []),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "written"), PAGES)
def test_pages(printed, written):
    assert unwrapped(printed, ENGLISH) == written


@given(
    st.lists(
        st.sampled_from(["", WIDE, "Talks", "   Lunch", "09:00   Talks", "        with Anna Berg", "a     b     c"]),
        max_size=9,
    )
)
def test_no_word_is_lost(lines):
    assert sorted(" ".join(unwrapped(lines, ENGLISH)).split()) == sorted(" ".join(lines).split())

"""A timeline at a glance: one drawing, days across, with nothing in it that is not known.

A bar is a day or several, a mark a time on the clock, in its hour. A window is hatched, every day of an open choice has
a ghost (dashed, with a question mark), a deadline is an arrow to its end, and what has no date stands at the margin.
What was moved away or won't take place is struck through; what is firm is filled. The drawing is in one colour, that of
the words around it, and has neither style nor script. `marks` tells what is drawn, `placing` where, `chart` how.
"""

from collections.abc import Iterable

from diplocal.exporters.svg.chart import Chart, Names
from diplocal.exporters.svg.marks import marks
from diplocal.exporters.svg.placing import MARGIN, WIDTH, Scale, arranged
from diplocal.exporters.telling.facts import Page, lay_out
from diplocal.exporters.telling.fragments import clean
from diplocal.model import Audience
from diplocal.timeline import Timeline


def render(
    timeline: Timeline,
    *,
    zones: Iterable[str] | None = None,
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
) -> bytes:
    """Draw a timeline as an SVG image in UTF-8, black on white, to put into a briefing.

    The options are those of `to_html`; where several zones are given, the hours of the first stand below.

    Raises:
        ExportError: an unknown language or zone.
    """
    page = lay_out(timeline, zones=zones, language=language, audience=audience)
    return (draw(page, title=page.timeline.title) + "\n").encode()


def draw(page: Page, *, title: str = "", names: Names | None = None) -> str:
    """Draw what is arranged for reading.

    Marks lead to the elements that `names` has for their entries; without them the drawing has its own paper.
    """
    found = marks(page)
    # All the width, but for a margin if something has no place.
    scale = Scale(found.first, found.days, WIDTH - MARGIN if found.margin else WIDTH)
    chart = Chart(page=page, scale=scale, placed=arranged(found, scale), margin=found.margin, names=names)
    return chart.drawing(clean(title) or page.facts.language.say("Overview"))

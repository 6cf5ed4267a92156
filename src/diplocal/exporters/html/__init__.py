"""A timeline as a web page in one file: to share, to print and to project.

Here are the options. What the page tells is in `telling`, `events` tells it to machines, and `document` puts it into
the template. Nothing in the page asks the network for anything.
"""

from collections.abc import Iterable
from typing import TypedDict, Unpack

from diplocal.errors import ExportError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.telling.facts import lay_out
from diplocal.exporters.words import language as language_of
from diplocal.model import Audience
from diplocal.timeline import Timeline


class Options(TypedDict, total=False):
    """The options of `to_html`."""

    zones: Iterable[str] | None
    language: str
    audience: Audience
    feed: str
    reasons: bool
    edition: str


def render(timeline: Timeline, **options: Unpack[Options]) -> bytes:
    """Write a timeline as a web page in UTF-8; the options are those of `to_html`."""
    return to_html(timeline, **options).encode()


def to_html(
    timeline: Timeline,
    *,
    zones: Iterable[str] | None = None,
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
    feed: str = "",
    reasons: bool = True,
    edition: str = "",
) -> str:
    """Write a timeline as a web page; it ends with a newline.

    Args:
        timeline: what was dated.
        zones: further zones whose times stand beside the place's, in order: ``Asia/Seoul``, or with a name of one's
            own, ``Washington=America/New_York``. If left out, that of the first source's dateline.
        language: of weekdays, months and, where there is a table, the fixed words; any but English needs Babel.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
        feed: the address of the timeline's calendar (``https:`` or ``webcal:``), to subscribe to and to download.
        reasons: whether to tell how each date was read, and what to check.
        edition: the number or name of this edition.

    Raises:
        ExportError: an unknown zone or language, an address that is none, or Jinja isn't installed.
    """
    try:
        from diplocal.exporters.html.document import write  # noqa: PLC0415 - an extra
        from diplocal.exporters.html.feed import feed as calendar  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name not in {"jinja2", "markupsafe"}:
            raise
        msg = "a web page needs Jinja: pip install 'diplocal[html]'"
        raise ExportError(msg) from None
    told = for_audience(timeline, audience)
    page = lay_out(told, zones=zones, language=language_of(language), reasons=reasons, edition=edition)
    return write(page, calendar(feed))

"""A timeline at a glance: one drawing, days across, with nothing in it that is not known.

A bar is a day or several, a mark a time on the clock, in its hour. A window is hatched, every day of an open choice has
a ghost (dashed, with a question mark), a deadline is an arrow to its end, and what has no date stands at the margin.
What was moved away or won't take place is struck through; what is firm is filled. The drawing is in one colour, that of
the words around it, and has neither style nor script. `marks` tells what is drawn and where; how, is here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import chain, product
from typing import TypeAlias
from urllib.parse import quote

from attrs import frozen

from diplocal.exporters.local_times import Clock
from diplocal.exporters.svg.marks import INSIDE, MARGIN, WIDTH, Mark, Marks, Scale, fitting, marks, next_row
from diplocal.exporters.telling.fragments import clean
from diplocal.exporters.telling.teller import Page, lay_out
from diplocal.model import Audience
from diplocal.model.status import Tone
from diplocal.timeline import ByDay, DayPart, Days, FullKey, Hours, NoDate, Sometime, Timeline

_ROW, _TOP, _HEIGHT, _BELOW = 24.0, 40.0, 14.0, 28.0
_TICK, _HOURS_FROM = 72.0, 96.0
_STEPS = (1, 2, 7, 14, 28, 91, 182, 364)

Names: TypeAlias = Mapping[FullKey, str]
"""The elements of a page that entries stand in, to lead to."""


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
    return _Chart(page, marks(page), names).drawing(clean(title) or page.teller.language.say("Overview"))


@frozen
class _Chart:
    """The drawing before it is written."""

    page: Page  # the timeline arranged for reading
    marks: Marks  # what is drawn of it
    names: Names | None  # what marks lead to; None: the drawing stands alone

    @property
    def scale(self) -> Scale:
        """The days across."""
        return self.marks.scale

    @property
    def _has_hours(self) -> bool:
        """Whether the hours of the days are drawn: where a time on the clock is known, and where there is room."""
        return bool(self.page.moments) and self.scale.day >= _HOURS_FROM

    @property
    def _beside(self) -> Clock | None:
        """The further clock whose hours stand below: only where all hours above are of one zone."""
        return self.page.clocks[0] if self.page.clocks and self._has_hours and self.page.teller.one_zone else None

    def drawing(self, title: str) -> str:
        """Write it, under a title."""
        rows = max(next_row(self.marks.placed), len(self.marks.margin), 1)
        height = _TOP + rows * _ROW + 8 + (_BELOW if self._beside else 0)
        said = escape(title)
        paper = f'<rect width="{_number(WIDTH)}" height="{_number(height)}" fill="#fff"/>' if self.names is None else ""
        ink = ' color="#000"' if self.names is None else ""
        shapes = chain(self._days(height), self._hours_there(height), map(self._placed, self.marks.placed))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(WIDTH)} {_number(height)}" role="group"'
            f' aria-label="{said}" direction="ltr" font-family="system-ui, sans-serif" font-size="11.5"'
            f' fill="none" stroke-width="1.5"{ink}>'
            f"<title>{said}</title>{_HATCH}{paper}{''.join(shapes)}{''.join(self._at_margin())}</svg>"
        )

    def _days(self, height: float) -> Iterator[str]:
        """Draw the days, with the hours of each."""
        if not self.scale.days:
            return
        step = next((step for step in _STEPS if step * self.scale.day >= _TICK), 0)
        step = step or -(-int(_TICK / self.scale.day) // 364) * 364
        for passed in range(0, self.scale.days, step):
            x = passed * self.scale.day
            day = self.scale.first + dt.timedelta(passed)
            yield _line(x, 4, x, height - 4, 'stroke-width="0.5" stroke-opacity="0.6"')
            if x + _TICK <= self.scale.width or not passed:  # the last may have no room for its name
                yield _text(x + 4, 14, self.page.teller.language.short(day, year=step >= 28), 'font-weight="600"')
            if self._has_hours:
                for hour in (6, 12, 18):
                    at = x + self.scale.day * hour / 24
                    yield _line(at, 30, at, 34, 'stroke-width="0.5"')
                    yield _text(at, 28, str(hour), 'font-size="8.5" text-anchor="middle"')
        yield _line(0, 34, self.scale.width, 34, 'stroke-width="0.5"')

    def _hours_there(self, height: float) -> Iterator[str]:
        """Draw below what a clock in the further zone shows at those hours."""
        if self._beside is None:
            return
        bottom = height - _BELOW
        yield _line(0, bottom, self.scale.width, bottom, 'stroke-width="0.5"')
        yield _text(4, height - 4, fitting(clean(self._beside.name), self.scale.width), 'font-size="8.5"')
        for passed, hour in product(range(self.scale.days), (6, 12, 18)):
            day = self.scale.first + dt.timedelta(passed)
            moment = dt.datetime.combine(day, dt.time(hour), self.page.moments[0].tzinfo).astimezone(self._beside.zone)
            at, shift = (passed + hour / 24) * self.scale.day, (moment.date() - day).days
            minutes, days = f":{moment.minute:02}" if moment.minute else "", f" {shift:+}" if shift else ""
            yield _line(at, bottom, at, bottom + 4, 'stroke-width="0.5"')
            yield _text(at, bottom + 12, f"{moment.hour}{minutes}{days}", 'font-size="8.5" text-anchor="middle"')

    def _placed(self, mark: Mark) -> str:
        middle = _TOP + mark.row * _ROW + _ROW / 2
        shapes = "".join(_shape(mark, middle))
        first, last, (left, right) = mark.ends[0][0], mark.ends[-1][1], mark.extent
        if mark.struck:
            shapes += _line(first - 3, middle, last + 3, middle, 'stroke-width="2"')
        low = 4 if not isinstance(mark.entry.timing, Sometime) or mark.at != first + INSIDE else -1
        words = _label(mark.at, middle + low, mark.label, mark.anchor, struck=mark.struck)
        target = _rect(left, middle - _ROW / 2, right - left, _ROW, 'stroke="none" pointer-events="all"')
        return self._named(mark, target + shapes + words)

    def _at_margin(self) -> Iterator[str]:
        if not self.marks.margin:
            return
        left = WIDTH - MARGIN + 12
        yield _text(left, 14, self.page.teller.language.say("No date given"), 'font-weight="600"')
        for row, mark in enumerate(self.marks.margin):
            middle = _TOP + row * _ROW + _ROW / 2
            target = _rect(left, middle - _ROW / 2, MARGIN - 12, _ROW, 'stroke="none" pointer-events="all"')
            words = fitting(mark.words, MARGIN - 28)
            dot = f'<circle cx="{_number(left + 5)}" cy="{_number(middle)}" r="4" {_DOTTED}/>'
            yield self._named(mark, target + dot + _label(left + 16, middle + 4, words, "start", struck=mark.struck))

    def _named(self, mark: Mark, drawn: str) -> str:
        """Give a mark its words in full, for those who point at it, tab to it or have it read out."""
        said = escape(mark.full)
        name = self.names.get(mark.entry.full_key) if self.names is not None else None
        if name is None:
            return f'<g role="img" aria-label="{said}"><title>{said}</title>{drawn}</g>'
        return f'<a href="#{escape(quote(name))}" aria-label="{said}"><title>{said}</title>{drawn}</a>'


def _shape(mark: Mark, middle: float) -> Iterator[str]:
    firm = mark.entry.status.tone is Tone.FIRM and not mark.struck
    top, (left, right) = middle - _HEIGHT / 2, mark.ends[0]
    match mark.entry.timing:
        case Days():
            inside = "0.14" if firm else "0"
            yield _rect(left, top - 2, right - left, _HEIGHT + 4, f'rx="3" fill="currentColor" fill-opacity="{inside}"')
        case Hours(_, _, about):
            look = 'stroke-dasharray="2 2"' if about else 'fill="currentColor"' if firm else ""
            yield _rect(left, top, right - left, _HEIGHT, f'rx="2" {look}'.strip())
        case DayPart():
            yield _rect(left, middle - 3, right - left, 6, 'rx="3" stroke-dasharray="4 2"')
        case Sometime():
            yield _rect(left, middle + 2, right - left, 8, 'fill="url(#overview-hatch)" stroke-dasharray="4 2"')
        case ByDay():
            yield _line(max(left, 0), middle, right, middle, 'stroke-dasharray="4 2"')
            yield _line(right, top, right, top + _HEIGHT, 'stroke-width="3"')
        case NoDate():
            yield _line(right, middle, mark.ends[-1][0], middle, 'stroke-width="0.75" stroke-dasharray="1 3"')
            for left, right in mark.ends:
                yield _rect(left, top, right - left, _HEIGHT, 'rx="3" stroke-dasharray="3 3"')
                yield _text((left + right) / 2, middle + 4, "?", 'text-anchor="middle"')


_DOTTED = 'stroke="currentColor" stroke-dasharray="2 2"'
_HATCH = (
    '<defs><pattern id="overview-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0V6" stroke="currentColor" stroke-width="1.5"/></pattern></defs>'
)


def _rect(x: float, y: float, width: float, height: float, look: str) -> str:
    """Draw a rectangle by its corner and its size."""
    stroke = "" if "stroke=" in look else ' stroke="currentColor"'
    return (
        f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"{stroke} {look}/>'
    )


def _line(x: float, y: float, to_x: float, to_y: float, look: str) -> str:
    """Draw a line from one point to another."""
    return f'<path d="M{_number(x)} {_number(y)}L{_number(to_x)} {_number(to_y)}" stroke="currentColor" {look}/>'


def _text(x: float, y: float, words: str, look: str) -> str:
    """Write words at a point of their baseline."""
    return f'<text x="{_number(x)}" y="{_number(y)}" fill="currentColor" stroke="none" {look}>{escape(words)}</text>'


def _label(x: float, y: float, words: str, anchor: str, *, struck: bool) -> str:
    """Write the words beside a mark, if there are any."""
    through = ' text-decoration="line-through"' if struck else ""
    return _text(x, y, words, f'text-anchor="{anchor}"{through}') if words else ""


def _number(size: float) -> str:
    """Write a number of the drawing, to a tenth."""
    return f"{size:.1f}".removesuffix(".0")

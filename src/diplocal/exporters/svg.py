"""A timeline at a glance: one drawing, days across, with nothing in it that is not known.

A bar is a day or several, a mark a time on the clock, in its hour. A window is hatched, every day of an open choice has
a ghost (dashed, with a question mark), a deadline is an arrow to its end, and what has no date stands at the margin.
What was moved away or won't take place is struck through; what is firm is filled. The drawing is in one colour, that of
the words around it, and has neither style nor script.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from html import escape
from itertools import chain, product
from typing import TypeAlias
from urllib.parse import quote

from attrs import evolve, frozen

from diplocal.exporters.audience import for_audience
from diplocal.exporters.clocks import Clock, say_time
from diplocal.exporters.drawing import clean, dotted, fitting, label, length, line, number, rect, text
from diplocal.exporters.outline import Slot
from diplocal.exporters.telling.facts import Facts, Page, lay_out
from diplocal.exporters.telling.fragments import plain
from diplocal.exporters.words import Language
from diplocal.exporters.words import language as language_of
from diplocal.model import Audience
from diplocal.model.status import Tone
from diplocal.timeline import (
    ByDay,
    DayPart,
    Days,
    Entry,
    FullKey,
    Hours,
    NoDate,
    Sometime,
    Timeline,
    Timing,
    timing_dates,
)

_WIDTH, _MARGIN, _ROW, _TOP, _HEIGHT = 840.0, 176.0, 24.0, 40.0, 14.0
_BELOW = 28.0
_TICK, _HOURS_FROM, _LEAST, _INSIDE = 72.0, 96.0, 6.0, 6.0
_LABELLED = 30
"""The rows up to which marks have their words beside them; beyond, only those of several days."""
_STEPS = (1, 2, 7, 14, 28, 91, 182, 364)

Names: TypeAlias = Mapping[FullKey, str]
"""The elements of a page that entries stand in, to lead to."""
_Ends: TypeAlias = tuple[float, float]


def render(
    timeline: Timeline,
    *,
    zones: Iterable[str] | None = None,
    language: str = "en",
    audience: Audience = Audience.PUBLIC,
) -> bytes:
    """Draw a timeline as an SVG image in UTF-8, black on white, to put into a briefing.

    Args:
        timeline: what was dated.
        zones: a further zone whose hours stand below, as in `to_html`; where several are given, the first.
        language: of weekdays, months and fixed words; any but English needs Babel.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.

    Raises:
        ExportError: an unknown language or zone.
    """
    told = for_audience(timeline, audience)
    return (draw(lay_out(told, zones=zones, language=language_of(language)), title=told.title) + "\n").encode()


def draw(page: Page, *, title: str = "", names: Names | None = None) -> str:
    """Draw what is arranged for reading.

    Args:
        page: the timeline, without anything that its readers may not know.
        title: what the drawing is called; left out, "Overview".
        names: what marks lead to; without them the drawing stands alone, and has its own paper.
    """
    return _chart(page, names).drawing(clean(title) or page.facts.language.say("Overview"))


# --- what is drawn ----------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class _Mark:
    """A mark: where it lies, in days from the first one, the words beside it, and all, which begin alike."""

    entry: Entry
    timing: Timing
    places: tuple[_Ends, ...]
    words: str
    full: str
    struck: bool = False


def _marks(slots: Iterable[Slot], first: dt.date, language: Language) -> list[_Mark]:
    return [_mark(slot, first, language) for slot in slots]


def _mark(slot: Slot, first: dt.date, language: Language) -> _Mark:
    entry, timing = slot.entry, slot.entry.timing
    name, time = _name(entry, language), say_time(timing, language) if isinstance(timing, Hours | DayPart) else ""
    status = language.name(entry.status)
    if slot.now is not None and not entry.status.cancelled and not isinstance(slot.now, NoDate):
        status = language.say("moved to {time}", time=_when(slot.now, language))
    dates = timing_dates(timing)
    short = time if dates and dates[0] == dates[1] else ""
    words = f"{short} {name}".strip()
    when = language.day(dates[0]) if dates and short else _when(timing, language)
    return _Mark(
        entry=entry,
        timing=timing,
        places=_places(timing, first),
        words=words,
        full=f"{words}, {when}, {status}",
        struck=slot.now is not None or entry.off,
    )


def _name(entry: Entry, language: Language) -> str:
    place = entry.place.name if entry.place and entry.own_place else ""
    return clean(entry.title) or clean(place) or language.say("untitled")


def _when(timing: Timing, language: Language) -> str:
    return plain(Facts(language=language, one_zone=True).timing(timing))


def _places(timing: Timing, first: dt.date) -> tuple[_Ends, ...]:
    match timing:
        case Hours(start, end):
            since = _at(start, first)
            return ((since, max(since, _at(end, first)) if end else since),)
        case NoDate(readings):
            return tuple(sorted(_whole(one.start, one.end, first) for one in readings))
        case _:
            dates = timing_dates(timing)
            return (_whole(*dates, first),) if dates else ()


def _at(moment: dt.datetime, first: dt.date) -> float:
    return (moment.date() - first).days + (moment.hour * 60 + moment.minute) / 1440


def _whole(start: dt.date, end: dt.date, first: dt.date) -> _Ends:
    return float((start - first).days), float((end - first).days + 1)


# --- where it is drawn ------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class _Placed:
    """A mark with its row, its words as far as there is room for them, and where these begin or end."""

    mark: _Mark
    row: int
    label: str
    at: float
    anchor: str


@frozen(kw_only=True)
class _Chart:
    """The drawing before it is written."""

    first: dt.date
    days: int
    width: float
    placed: tuple[_Placed, ...]
    margin: tuple[_Mark, ...]
    language: Language
    names: Names | None
    home: dt.tzinfo | None = None
    there: Clock | None = None

    @property
    def beside(self) -> Clock | None:
        """The further zone whose hours stand below, where those of the places stand above."""
        return self.there if self.home is not None and self.day >= _HOURS_FROM and self.days else None

    @property
    def day(self) -> float:
        """The width of a day."""
        return self.width / max(self.days, 1)

    def drawing(self, title: str) -> str:
        rows = max(max((one.row + 1 for one in self.placed), default=0), len(self.margin), 1)
        height = _TOP + rows * _ROW + 8 + (_BELOW if self.beside else 0)
        said = escape(title)
        paper = f'<rect width="{number(_WIDTH)}" height="{number(height)}" fill="#fff"/>' if self.names is None else ""
        ink = ' color="#000"' if self.names is None else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(_WIDTH)} {number(height)}" role="group"'
            f' aria-label="{said}" direction="ltr" font-family="system-ui, sans-serif" font-size="11.5"'
            f' fill="none" stroke-width="1.5"{ink}>'
            f"<title>{said}</title>{_HATCH}{paper}"
            + "".join(
                chain(self._scale(height), self._hours_there(height), map(self._placed, self.placed), self._at_margin())
            )
            + "</svg>"
        )

    def _scale(self, height: float) -> Iterator[str]:
        """Draw the days, and the hours of each where there is room."""
        if not self.days:
            return
        step = next((step for step in _STEPS if step * self.day >= _TICK), 0)
        step = step or -(-int(_TICK / self.day) // 364) * 364
        for passed in range(0, self.days, step):
            x = passed * self.day
            day = dt.date.fromordinal(self.first.toordinal() + passed)
            yield line(x, 4, x, height - 4, 'stroke-width="0.5" stroke-opacity="0.6"')
            yield text(x + 4, 14, self.language.short(day, year=step >= 28), 'font-weight="600"')
            if self.day >= _HOURS_FROM:
                for hour in (6, 12, 18):
                    at = x + self.day * hour / 24
                    yield line(at, 30, at, 34, 'stroke-width="0.5"')
                    yield text(at, 28, str(hour), 'font-size="8.5" text-anchor="middle"')
        yield line(0, 34, self.width, 34, 'stroke-width="0.5"')

    def _hours_there(self, height: float) -> Iterator[str]:
        """Draw below what a clock in the further zone shows at those hours."""
        if self.beside is None:
            return
        bottom = height - _BELOW
        yield line(0, bottom, self.width, bottom, 'stroke-width="0.5"')
        yield text(4, height - 4, fitting(clean(self.beside.name), self.width), 'font-size="8.5"')
        for passed, hour in product(range(self.days), (6, 12, 18)):
            day = dt.date.fromordinal(self.first.toordinal() + passed)
            moment = dt.datetime.combine(day, dt.time(hour), self.home).astimezone(self.beside.zone)
            at, shift = (passed + hour / 24) * self.day, (moment.date() - day).days
            said = (
                f"{moment.hour}" + (f":{moment.minute:02}" if moment.minute else "") + (f" {shift:+}" if shift else "")
            )
            yield line(at, bottom, at, bottom + 4, 'stroke-width="0.5"')
            yield text(at, bottom + 12, said, 'font-size="8.5" text-anchor="middle"')

    def _placed(self, one: _Placed) -> str:
        middle = _TOP + one.row * _ROW + _ROW / 2
        ends = [self._ends(place) for place in one.mark.places]
        shapes = "".join(_shape(one.mark, ends, middle))
        if one.mark.struck:
            shapes += line(ends[0][0] - 3, middle, ends[-1][1] + 3, middle, 'stroke-width="2"')
        low = 4 if not isinstance(one.mark.timing, Sometime) or one.at != ends[0][0] + _INSIDE else -1
        words = label(one.at, middle + low, one.label, one.anchor, struck=one.mark.struck)
        left, right = _extent(one, ends)
        target = rect(left, middle - _ROW / 2, right - left, _ROW, 'stroke="none" pointer-events="all"')
        return self._named(one.mark, target + shapes + words)

    def _ends(self, place: _Ends) -> _Ends:
        """Tell where a place begins and ends; a moment is as wide as can be seen, and hit."""
        left, right = place[0] * self.day, place[1] * self.day
        return left, max(right - (1.5 if place[1] - place[0] >= 1 else 0), left + _LEAST)

    def _at_margin(self) -> Iterator[str]:
        if not self.margin:
            return
        left = _WIDTH - _MARGIN + 12
        yield text(left, 14, self.language.say("No date given"), 'font-weight="600"')
        for row, mark in enumerate(self.margin):
            middle = _TOP + row * _ROW + _ROW / 2
            target = rect(left, middle - _ROW / 2, _MARGIN - 12, _ROW, 'stroke="none" pointer-events="all"')
            words = fitting(mark.words, _MARGIN - 28)
            dot = dotted(left + 5, middle)
            yield self._named(mark, target + dot + label(left + 16, middle + 4, words, "start", struck=mark.struck))

    def _named(self, mark: _Mark, drawn: str) -> str:
        """Give a mark its words in full, for those who point at it, tab to it or have it read out."""
        said = escape(mark.full)
        name = self.names.get(mark.entry.full_key) if self.names is not None else None
        if name is None:
            return f'<g role="img" aria-label="{said}"><title>{said}</title>{drawn}</g>'
        return f'<a href="#{escape(quote(name))}" aria-label="{said}"><title>{said}</title>{drawn}</a>'


def _chart(page: Page, names: Names | None) -> _Chart:
    parts, language = page.outline, page.facts.language
    undated = [entry for below in parts.undated.values() for entry in below]
    open_ones = [entry for entry in undated if isinstance(entry.timing, NoDate) and entry.timing.readings]
    slots = [slot for block in parts.days for slot in (*map(Slot, block.heads), *block.slots)]
    wide = [*map(Slot, parts.spans)]
    narrow = [*slots, *map(Slot, parts.windows), *map(Slot, open_ones)]
    reach = [day for slot in (*wide, *narrow) for day in _reach(slot.entry.timing)]
    first = min(reach, default=dt.date.min)
    days = (max(reach) - first).days + 1 if reach else 0
    margin = tuple(_mark(Slot(entry), first, language) for entry in undated if not _reach(entry.timing))
    width = _WIDTH - _MARGIN if margin else _WIDTH
    chart = _Chart(
        first=first,
        days=days,
        width=width,
        placed=(),
        margin=margin,
        language=language,
        names=names,
        home=page.moments[0].tzinfo if page.moments and page.facts.one_zone else None,
        there=page.clocks[0] if page.clocks else None,
    )
    groups = _marks(wide, first, language), _marks(narrow, first, language)
    return _arranged(chart, groups)


def _reach(timing: Timing) -> tuple[dt.date, ...]:
    """Give the days that a drawing has to have."""
    if isinstance(timing, NoDate):
        return tuple(day for one in timing.readings for day in (one.start, one.end))
    return timing_dates(timing) or ()


def _arranged(chart: _Chart, groups: tuple[list[_Mark], list[_Mark]]) -> _Chart:
    """Put what lasts several days above the rest; with too many rows, only the former keeps its words."""
    wide, narrow = ([_beside(mark, chart) for mark in group] for group in groups)
    above = _rows(wide, chart, 0)
    below = _rows(narrow, chart, _next_row(above))
    if _next_row(below) > _LABELLED:
        bare = [_Placed(mark=one.mark, row=0, label="", at=one.at, anchor="start") for one in narrow]
        below = _rows(bare, chart, _next_row(above))
    return evolve(chart, placed=(*above, *below))


def _next_row(placed: Sequence[_Placed]) -> int:
    return max((one.row + 1 for one in placed), default=0)


def _beside(mark: _Mark, chart: _Chart) -> _Placed:
    """Put the words of a mark into it, or to its right, or else to its left."""
    ends = [chart._ends(place) for place in mark.places]  # noqa: SLF001 - of this module
    left, right, long = ends[0][0], ends[-1][1], length(mark.words)
    if isinstance(mark.timing, Days | Sometime) and right - left >= min(long, chart.width / 2) + 2 * _INSIDE:
        words = fitting(mark.words, right - left - 2 * _INSIDE)
        return _Placed(mark=mark, row=0, label=words, at=left + _INSIDE, anchor="start")
    if right + 5 + long > chart.width and left > chart.width - right:
        return _Placed(mark=mark, row=0, label=fitting(mark.words, left - 5), at=left - 5, anchor="end")
    room = chart.width - right - 5
    return _Placed(mark=mark, row=0, label=fitting(mark.words, room), at=right + 5, anchor="start")


def _rows(placed: Iterable[_Placed], chart: _Chart, first: int) -> list[_Placed]:
    """Give each mark the first row in which it meets no other."""
    found: list[_Placed] = []
    taken: list[tuple[float, int]] = []
    free: list[int] = []
    rows = 0
    spread = [(_extent(one, [chart._ends(place) for place in one.mark.places]), one) for one in placed]  # noqa: SLF001
    for (left, right), one in sorted(spread, key=lambda item: item[0][0]):
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        if free:
            row = heappop(free)
        else:
            row, rows = rows, rows + 1
        heappush(taken, (right + 8, row))
        found.append(_Placed(mark=one.mark, row=first + row, label=one.label, at=one.at, anchor=one.anchor))
    return found


def _extent(one: _Placed, ends: Sequence[_Ends]) -> _Ends:
    """Tell from where to where a mark and its words reach."""
    long = length(one.label)
    start = one.at - long if one.anchor == "end" else one.at
    lefts, rights = [left for left, _ in ends], [right for _, right in ends]
    return min([*lefts, start] if one.label else lefts), max([*rights, start + long] if one.label else rights)


# --- how it is drawn --------------------------------------------------------------------------------------------------


def _shape(mark: _Mark, ends: Sequence[_Ends], middle: float) -> Iterator[str]:
    firm = mark.entry.status.tone is Tone.FIRM and not mark.struck
    top, (left, right) = middle - _HEIGHT / 2, ends[0]
    match mark.timing:
        case Days():
            inside = "0.14" if firm else "0"
            yield rect(left, top - 2, right - left, _HEIGHT + 4, f'rx="3" fill="currentColor" fill-opacity="{inside}"')
        case Hours(_, _, about):
            look = 'stroke-dasharray="2 2"' if about else 'fill="currentColor"' if firm else ""
            yield rect(left, top, right - left, _HEIGHT, f'rx="2" {look}'.strip())
        case DayPart():
            yield rect(left, middle - 3, right - left, 6, 'rx="3" stroke-dasharray="4 2"')
        case Sometime():
            yield rect(left, middle + 2, right - left, 8, 'fill="url(#overview-hatch)" stroke-dasharray="4 2"')
        case ByDay():
            yield line(max(left, 0), middle, right, middle, 'stroke-dasharray="4 2"')
            yield line(right, top, right, top + _HEIGHT, 'stroke-width="3"')
        case NoDate():
            yield line(ends[0][1], middle, ends[-1][0], middle, 'stroke-width="0.75" stroke-dasharray="1 3"')
            for left, right in ends:
                yield rect(left, top, right - left, _HEIGHT, 'rx="3" stroke-dasharray="3 3"')
                yield text((left + right) / 2, middle + 4, "?", 'text-anchor="middle"')


_HATCH = (
    '<defs><pattern id="overview-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M0 0V6" stroke="currentColor" stroke-width="1.5"/></pattern></defs>'
)

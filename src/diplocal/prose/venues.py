"""Where a reference counts: the time and zone that are said, else the zone of the place that its sentence names."""

from attrs import evolve

from diplocal import places
from diplocal.phrases import english as words
from diplocal.prose.page import Page
from diplocal.reading import Reading
from diplocal.when import (
    At,
    Clock,
    ClockSpan,
    InPart,
    InZone,
)

# --- times and zones --------------------------------------------------------------------------------------------------


def zoned(page: Page, number: int, reading: Reading) -> Reading:
    """Add the time that is said, and the zone: said, or of the venue; a report's is the dateline's."""
    mention = page.found[number][0]
    time = mention.reference.time if isinstance(mention.reference, At) else None
    said = time.start.zone if isinstance(time, ClockSpan) else time.zone if time is not None else None
    zone = said if said and said != "local" else _venue(page, number)
    match time:
        case Clock():
            return evolve(reading, zone=zone, time=time.time)
        case ClockSpan(start, end):
            return evolve(reading, zone=zone, time=start.time, until=end.time)
        case InPart(part):
            return evolve(reading, zone=zone, part=part)
        case InZone() | None:
            return evolve(reading, zone=zone) if zone else reading


def _venue(page: Page, number: int) -> str | None:
    mention, place = page.found[number]
    if mention.cue.report:
        return page.zone
    right = page.found[number + 1][1].begin if number + 1 < len(page.found) else place.right
    near = _place_in(page, place.begin, min(right, place.right), words.CLAUSE_ENDS)
    if near:
        return near
    for other in range(number, -1, -1):
        _, here = page.found[other]
        floor = max(here.left, page.found[other - 1][1].end if other else 0)
        if found := _last_place(page, floor, here.begin):
            return found
        if other < number and (
            found := _place_in(page, here.begin, min(here.right, page.found[other + 1][1].begin), ())
        ):
            return found
        if other < number and page.found[other][0].cue.report:
            continue
    return None


def _place_in(page: Page, begin: int, end: int, stops: frozenset[str] | tuple[()]) -> str | None:
    for i in range(begin, end):
        if page.tokens.words[i] in stops:
            return None
        if page.tokens.capital(i) and (found := places.match(page.tokens.words, i)):
            return found[0]
    return None


def _last_place(page: Page, begin: int, end: int) -> str | None:
    last = None
    i = begin
    while i < end:
        found = places.match(page.tokens.words, i) if page.tokens.capital(i) else None
        last, i = (found[0], i + found[1]) if found else (last, i + 1)
    return last

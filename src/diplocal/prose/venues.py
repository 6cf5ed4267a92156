"""Where a reference counts: the time and zone that are said, else the zone of the place that its sentence names."""

from attrs import evolve

from diplocal import places
from diplocal.phrases import english as words
from diplocal.phrases.tokens import Tokens
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
    """The zone of the place that goes with a reference.

    First the place behind it in its clause, then the last one before it in its sentence, then one further on in the
    sentence, then the last one that the text has named.
    """
    mention, place = page.found[number]
    if mention.cue.report:
        return page.zone
    behind = page.found[number + 1][1].begin if number + 1 < len(page.found) else place.right
    floor = max(place.left, page.found[number - 1][1].end if number else 0)
    later = [spot for spot in page.spots if place.begin <= spot[0] < min(behind, place.right)]
    if later and not words.CLAUSE_ENDS.intersection(page.tokens.words[place.end : later[0][0]]):
        return later[0][1]
    before = [spot for spot in page.spots if spot[0] < place.begin]
    if before and before[-1][0] >= floor:
        return before[-1][1]
    return later[0][1] if later else before[-1][1] if before else None


def spots(tokens: Tokens) -> list[tuple[int, str]]:
    """Every place that a text names, by the index of its first word, with its zone."""
    found = list[tuple[int, str]]()
    end = 0
    for i in places.starts(tokens.words):
        if i >= end and tokens.capital(i) and (match := places.match(tokens.words, i)):
            found.append((i, match[0]))
            end = i + match[1]
    return found

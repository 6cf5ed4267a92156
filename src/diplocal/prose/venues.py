"""Where a reference counts: the zone that is said, else the zone of the place that its sentence names."""

from bisect import bisect_left
from collections.abc import Iterable

from diplocal import places
from diplocal.evidence.choice import stated_zone
from diplocal.evidence.page import Page
from diplocal.phrases.tokens import Tokens


def zone_of(page: Page, number: int) -> str | None:
    """The zone of a reference: said, or of the venue; a report's is the dateline's."""
    return stated_zone(page.mentions[number].reference) or _venue(page, number)


def _venue(page: Page, number: int) -> str | None:
    """The zone of the place that goes with a reference, where its sentence names one.

    First the place behind it in its clause, then the last one before it, then one further on in the sentence.
    """
    place = page.places[number]
    if page.reports[number]:
        return page.zone
    behind = page.places[number + 1].begin if number + 1 < len(page.places) else place.right
    floor = max(place.left, page.places[number - 1].end if number else 0)
    where, zones = page.venues
    nth = bisect_left(where, place.begin)
    later = nth < len(where) and where[nth] < min(behind, place.right)
    if later and page.language.vocabulary.venue_bounds.isdisjoint(page.tokens.words[place.end : where[nth]]):
        return zones[nth]
    if nth and where[nth - 1] >= floor:
        return zones[nth - 1]
    return zones[nth] if later else zones[nth - 1] if nth else None


def venues(tokens: Tokens, sentences: Iterable[tuple[int, int]]) -> tuple[list[int], list[str]]:
    """The places that sentences name: the index of each one's first word, in order, and its zone."""
    where, zones = list[int](), list[str]()
    end = 0
    for left, right in sentences:
        for i in places.starts(tokens.words, max(left, end), right):
            if i >= end and tokens.capital(i) and (match := places.match(tokens.words, i)):
                where.append(i)
                zones.append(match[0])
                end = i + match[1]
    return where, zones

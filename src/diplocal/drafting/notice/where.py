"""Where something takes place: a town or country, with its clock, and a venue there."""

from collections.abc import Iterator

from attrs import frozen

from diplocal import places
from diplocal.phrases.tokens import Tokens


@frozen
class Where:
    """A place.

    Attributes:
        name: the town or country; a venue's name where neither is known.
        zone: its clock; ``None``: unknown.
        venue: the building or room.
    """

    name: str
    zone: str | None = None
    venue: str = ""


def named(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Find the places that words name, with their clocks; names that may mean something else are left out."""
    tokens = Tokens(words)
    done = 0
    for i in places.starts(tokens.words, 0, tokens.count):
        if i < done or not tokens.capital(i):
            continue
        if match := places.match(tokens.words, i):
            zone, count = match
            start, end = tokens.span(i, i + count)
            if not words[end : end + 2].startswith(("'s", "’s", "-")):
                done = i + count
                yield start, end, zone


def town_of(words: str) -> Where | None:
    """Read words that are a place and nothing else: "Vienna", "Amman, Jordan".

    >>> town_of("Amman, Jordan"), town_of("The talks")
    (Where(name='Amman', zone='Asia/Amman', venue=''), None)
    """
    bare = words.strip(" .,:;–-()")
    if not bare[:1].isupper() or len(bare.split()) > 5 or places.is_adjective(bare):
        return None
    if places.is_known(bare) or places.zone_of(bare):
        name = bare.partition(",")[0].strip()
        written = " ".join(word.capitalize() for word in name.split()) if name.isupper() and len(name) > 3 else name
        return Where(written, places.zone_of(bare))
    return None


def within(site: Where | None, around: Where | None) -> Where | None:
    """Put a venue whose town is not said into the town around it."""
    if site is None or around is None or site.zone is not None or site.name != site.venue:
        return site
    return Where(around.name, around.zone, site.venue)


def is_of_venue(place: Where) -> bool:
    """Tell whether a place is called by a part of its venue's name alone: "Ho Chi Minh Mausoleum"."""
    part = place.venue.startswith(place.name) and place.venue != place.name
    return bool(place.venue) and (part or (place.venue == place.name and place.zone is None))


def town_around(place: Where | None, home: Where | None) -> Where | None:
    """Give the town in which things go on: no venue, and in one's own country the town where one is at home."""
    if place is None or is_of_venue(place):
        return None
    at_home = home is not None and home.zone is not None and places.is_in(home.zone, place.name)
    return home if at_home else Where(place.name, place.zone)

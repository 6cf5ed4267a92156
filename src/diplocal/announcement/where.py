"""Where something takes place: a town or country, with its clock, and a venue there.

From one sentence to the next, a journey leads on; a meeting in a town only names its own.
"""

from collections.abc import Sequence

from attrs import define, field, frozen

from diplocal import places
from diplocal.reading import Reading


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


def along(towns: Sequence[Where]) -> Where | None:
    """Join towns that a journey leads through, with their clock if they share one.

    >>> along([Where("Rabat", "Africa/Casablanca"), Where("Fes", "Africa/Casablanca")])
    Where(name='Rabat / Fes', zone='Africa/Casablanca', venue='')
    """
    zones = {one.zone for one in towns}
    return Where(_THROUGH.join(one.name for one in towns), zones.pop() if len(zones) == 1 else None) if towns else None


_THROUGH = " / "


def within(site: Where | None, around: Where | None) -> Where | None:
    """Put a venue whose town is not said into the town around it."""
    if site is None or around is None or site.zone is not None or site.name != site.venue:
        return site
    return Where(around.name, around.zone, site.venue)


def _is_of_venue(place: Where) -> bool:
    """Tell whether a place is called by a part of its venue's name alone: "Ho Chi Minh Mausoleum"."""
    part = place.venue.startswith(place.name) and place.venue != place.name
    return bool(place.venue) and (part or (place.venue == place.name and place.zone is None))


def _town_around(place: Where | None, home: Where | None) -> Where | None:
    """Give the town in which things go on: no venue, and in one's own country the town where one is at home."""
    if place is None or _is_of_venue(place) or _THROUGH in place.name:
        return None
    at_home = home is not None and home.zone is not None and places.is_in(home.zone, place.name)
    return home if at_home else Where(place.name, place.zone)


# --- from one sentence to the next ------------------------------------------------------------------------------------


@frozen
class _Stop:
    """A town that the words named.

    Attributes:
        town: it.
        day: when; ``None``: until another one is named.
        leads_on: whether somebody went there, so that what follows is there too.
    """

    town: Where
    day: Reading | None
    leads_on: bool

    def holds(self, day: Reading | None) -> bool:
        """Tell whether what takes place on a day is there, if its own words name no place."""
        if day is None or self.day is None:
            return True
        stays = self.leads_on and (self.day.start == self.day.end or day.start <= self.day.end)
        return self.day.start <= day.start and (stays or day.start <= self.day.end)


@define
class Whereabouts:
    """Where things go on: the towns that a document has named so far.

    Attributes:
        home: the town of its dateline.
    """

    home: Where | None = None
    _stops: list[_Stop] = field(factory=list)
    _venues: dict[str, Where] = field(factory=dict)

    def go_on(self, place: Where | None, day: Reading | None = None, *, leads_on: bool = True) -> None:
        """Take a place for that of what is told next."""
        town = _town_around(place, self.home)
        if town is not None:
            self._stops.append(_Stop(town, day, leads_on))

    def begin_paragraph(self) -> None:
        """Forget where single things were: what leads on stays."""
        self._stops = [one for one in self._stops if one.leads_on]

    def on(self, day: Reading | None, site: Where | None) -> Where | None:
        """Find where something takes place on a day: at the site that its words name, in the town that fits."""
        around = next((one.town for one in reversed(self._stops) if one.holds(day)), None)
        if site is None:
            return around or self.home
        known = self._venues.get(site.venue)
        if around is not None and _is_of_venue(site):
            site = Where(site.venue, None, site.venue)
        placed = within(site, known or around or self.home) or site
        if site.venue and placed.zone:
            self._venues.setdefault(site.venue, placed)
        return placed

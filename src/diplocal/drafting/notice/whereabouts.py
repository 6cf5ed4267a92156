"""Where things go on, from one sentence to the next: a journey leads on, a meeting in a town only names its own."""

from attrs import define, field, frozen

from diplocal.drafting.notice.where import Where, is_of_venue, town_around, within
from diplocal.reading import Reading


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
        return day.start == self.day.start or (stays and self.day.start <= day.start)


@define
class Whereabouts:
    """The towns that a document has named so far.

    Attributes:
        home: the town of its dateline.
    """

    home: Where | None = None
    _stops: list[_Stop] = field(factory=list)
    _venues: dict[str, Where] = field(factory=dict)

    def go_on(self, place: Where | None, day: Reading | None = None, *, leads_on: bool = True) -> None:
        """Take a place for that of what is told next."""
        town = town_around(place, self.home)
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
        if around is not None and is_of_venue(site):
            site = Where(site.venue, None, site.venue)
        placed = within(site, known or around or self.home) or site
        if site.venue and placed.zone:
            self._venues.setdefault(site.venue, placed)
        return placed

"""A programme gone through entry by entry, each where it stands."""

from collections.abc import Iterator

from attrs import frozen

from diplocal.model.entries import Announced, Event, Programme, VisitDay


@frozen(kw_only=True)
class Placed:
    """An entry where it stands: its path, and the day and event that hold it, where they do."""

    where: str
    entry: Announced
    day: VisitDay | None = None
    event: Event | None = None

    @property
    def line(self) -> tuple[Announced, ...]:
        """The entry and what it inherits from, nearest first."""
        return tuple([one for one in (self.entry, self.day, self.event) if one is not None])

    @property
    def place(self) -> str | None:
        """The key of its place, its own or inherited."""
        return next((one.place for one in self.line if one.place is not None), None)

    @property
    def source(self) -> str | None:
        """The key of its source, its own or inherited; ``None``: the programme's first."""
        return next((one.source for one in self.line if one.source is not None), None)


def placed(programme: Programme) -> Iterator[Placed]:
    """Go through every event, day and session in the order of the programme, with its path."""
    for number, event in enumerate(programme.events):
        where = f"events[{number}]"
        yield Placed(where=where, entry=event)
        for nth, day in enumerate(event.days):
            yield Placed(where=f"{where}.days[{nth}]", entry=day, event=event)
            for i, session in enumerate(day.sessions):
                yield Placed(where=f"{where}.days[{nth}].sessions[{i}]", entry=session, day=day, event=event)
        for i, session in enumerate(event.sessions):
            yield Placed(where=f"{where}.sessions[{i}]", entry=session, event=event)

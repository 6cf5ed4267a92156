"""Programmes with their events, visit days and sessions, as announced, and the ways through them entry by entry."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar, cast

from attrs import evolve, field, frozen

from diplocal.errors import missing_key
from diplocal.model.details import Claim, Earlier, Outcome, Relation, Series, Settled, Source, Topic
from diplocal.model.people import Participant, Party, Person, Place
from diplocal.model.status import Status
from diplocal.model.vocabulary import Access, Audience, Format
from diplocal.when import Reference, Time


@frozen(kw_only=True)
class Session:
    """One item of a programme.

    Attributes:
        key: unique in the programme, from words, never from a date: the feed's UID comes from it.
        title: what it is called.
        to_check: what a person should still look at; `diplocal check` lists it until it is removed.
        when: the day; ``None``: that of its visit day or of a one-day event, otherwise undated.
        time: the time of day; naive ones are in the place's zone.
        date: the dates that settle `when`.
        format: what kind of item.
        place: key of a place; ``None``: the day's or the event's.
        participants: in the order of the source.
        topics: in the order of the source.
        status: how firm it stands.
        access: who of the press is let in; ``None`` where nobody says.
        embargo: until when it is embargoed.
        accreditation: the last day for accreditation.
        audience: who may read the entry.
        source: key of the source; ``None``: the visit day's or the event's.
        anchor: key of the entry from whose date the words are read, instead of the publication day.
        note: public words about it.
        internal_note: never leaves the house.
        url: its own page.
        claims: who said what of it.
        relations: how it stands to other entries.
        earlier: what it was before, oldest first.
        outcome: what came of it.
        series: the run it belongs to.
        was: the key under which it was first published, so that it keeps its UID.
    """

    key: str
    title: str
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    when: Reference | None = None
    time: Time | None = None
    date: Settled | None = None
    format: Format | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = field(converter=tuple[Participant, ...], default=())
    topics: tuple[Topic, ...] = field(converter=tuple[Topic, ...], default=())
    status: Status = Status.EXPECTED
    access: Access | None = None
    embargo: dt.date | dt.datetime | None = None
    accreditation: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    note: str = ""
    internal_note: str = ""
    url: str = ""
    claims: tuple[Claim, ...] = field(converter=tuple[Claim, ...], default=())
    relations: tuple[Relation, ...] = field(converter=tuple[Relation, ...], default=())
    earlier: tuple[Earlier, ...] = field(converter=tuple[Earlier, ...], default=())
    outcome: Outcome | None = None
    series: Series | None = None
    was: str = ""


@frozen(kw_only=True)
class VisitDay:
    """A day of a visit, with its place.

    Attributes:
        key: unique in the programme.
        when: the day.
        title: what the day is called; a day becomes a calendar entry only if it has a title or a place of its own.
        place: key of a place; ``None``: the event's.
        sessions: in the order of the source; those without a `when` are on this day.

    The other attributes mean what they mean in `Session`.
    """

    key: str
    when: Reference
    title: str = ""
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    date: Settled | None = None
    place: str | None = None
    sessions: tuple[Session, ...] = field(converter=tuple[Session, ...], default=())
    status: Status = Status.EXPECTED
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    note: str = ""
    internal_note: str = ""
    was: str = ""


@frozen(kw_only=True)
class Event:
    """A gathering or visit with a name and a time.

    Attributes:
        days: its days, in order, where the source tells them.
        sessions: the items that hang on no day of `days`.
        background: it is named because something relates to it; it becomes an entry only once it has a date.

    The other attributes mean what they mean in `Session`; `when` ``None`` is undated.
    """

    key: str
    title: str
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    when: Reference | None = None
    time: Time | None = None
    date: Settled | None = None
    format: Format | None = None
    place: str | None = None
    days: tuple[VisitDay, ...] = field(converter=tuple[VisitDay, ...], default=())
    sessions: tuple[Session, ...] = field(converter=tuple[Session, ...], default=())
    participants: tuple[Participant, ...] = field(converter=tuple[Participant, ...], default=())
    topics: tuple[Topic, ...] = field(converter=tuple[Topic, ...], default=())
    status: Status = Status.EXPECTED
    access: Access | None = None
    embargo: dt.date | dt.datetime | None = None
    accreditation: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    background: bool = False
    note: str = ""
    internal_note: str = ""
    url: str = ""
    claims: tuple[Claim, ...] = field(converter=tuple[Claim, ...], default=())
    relations: tuple[Relation, ...] = field(converter=tuple[Relation, ...], default=())
    earlier: tuple[Earlier, ...] = field(converter=tuple[Earlier, ...], default=())
    outcome: Outcome | None = None
    series: Series | None = None
    was: str = ""


Announced: TypeAlias = Event | VisitDay | Session
_Entry = TypeVar("_Entry", Event, VisitDay, Session)


@frozen(kw_only=True)
class Programme:
    """The programme of a visit, as announced: the root of everything.

    Attributes:
        key: unique among programmes that share a feed.
        title: what it is called.
        to_check: what a person should still look at, about the whole of it.
        sources: the first one is every entry's source unless the entry names another.
        people: who is named anywhere.
        parties: states, organisations and groups.
        places: where things happen.
        events: in the order of the source.
        note: free text; evaluation belongs here and becomes no fact.
        was: the key under which it was first published, so that its entries keep their UIDs.
    """

    key: str
    title: str
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    sources: tuple[Source, ...] = field(converter=tuple[Source, ...], default=())
    people: tuple[Person, ...] = field(converter=tuple[Person, ...], default=())
    parties: tuple[Party, ...] = field(converter=tuple[Party, ...], default=())
    places: tuple[Place, ...] = field(converter=tuple[Place, ...], default=())
    events: tuple[Event, ...] = field(converter=tuple[Event, ...], default=())
    note: str = ""
    was: str = ""

    def evolve(self, key: str, **changes: object) -> "Programme":
        """Change one event, day or session, however deep it is; the programme itself stays as it is.

        >>> talks = Session(key="talks", title="Talks")
        >>> visit = Programme(key="oslo", title="Oslo", events=[Event(key="visit", title="Visit", sessions=[talks])])
        >>> visit.evolve("talks", status=Status.CONFIRMED).events[0].sessions[0].status
        <Status.CONFIRMED: 'confirmed'>

        Args:
            key: of the entry.
            changes: its fields that become something else.

        Raises:
            KeyError: no entry has the key; with the nearest.
            TypeError: an entry has no such field.
        """
        seen: list[str] = []

        def changed(entry: _Entry, _: tuple[Announced, ...]) -> _Entry:
            seen.append(entry.key)
            return cast(Callable[..., _Entry], evolve)(entry, **changes) if entry.key == key else entry

        made = rebuilt(self, changed)
        if key not in seen:
            raise missing_key(key, seen)
        return made


@frozen(kw_only=True)
class Placed:
    """An entry where it stands: its path, and the day and event that hold it, where they do."""

    where: str
    entry: Announced
    day: VisitDay | None = None
    event: Event | None = None

    @property
    def holder(self) -> VisitDay | Event | None:
        """What it hangs in: its day, or else its event."""
        return self.day or self.event

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


def rebuilt(programme: Programme, change: Callable[[Any, tuple[Announced, ...]], Any]) -> Programme:
    """Make a programme anew, entry by entry.

    Args:
        programme: stays as it is.
        change: gives what becomes of an entry, from it and from those that hold it; ``None`` leaves it out, with all
            that it holds. What the new entry holds is made anew then.
    """

    def made(several: tuple[Announced, ...], holders: tuple[Announced, ...]) -> Iterator[Any]:
        for one in several:
            new = change(one, holders)
            if new is not None:
                names = [name for name in ("days", "sessions") if getattr(new, name, ())]
                yield evolve(new, **{name: tuple(made(getattr(new, name), (*holders, one))) for name in names})

    return evolve(programme, events=tuple(made(programme.events, ())))

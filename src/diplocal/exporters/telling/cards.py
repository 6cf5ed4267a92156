"""An entry as a card: all that is told of it, ready to be laid out."""

import datetime as dt
from collections.abc import Iterator

from attrs import field, frozen

from diplocal.exporters.clocks import Clock, elsewhere, is_long
from diplocal.exporters.telling.entries import (
    Item,
    Label,
    attendee,
    changes,
    labels,
    open_dates,
    remarks,
    say_format,
    topic,
)
from diplocal.exporters.telling.evidence import Why, why
from diplocal.exporters.telling.facts import Page, differs, say_place
from diplocal.exporters.telling.fragments import NOTHING, Dated, Fixed, Told, Within, bracketed, joined, struck
from diplocal.timeline import Entry, Hours, Level, NoDate, Timing


@frozen(kw_only=True)
class Beside:
    """A time on a further clock, and whether it is the same that the place's clock shows."""

    clock: Clock
    time: Told
    same: bool


@frozen(kw_only=True)
class Card:
    """What is told of an entry.

    Attributes:
        entry: of which.
        gone: whether it only stood here once, and was moved away.
        heads: whether it names the day for what belongs to it, and is no item itself.
        title: of the entry.
        time: when, on the place's clock or in words; empty where nobody told it, ``None`` where none is wanted.
        zone: whose time that is, where several are told.
        beside: the same moment on each further clock; empty where no hour is known.
        format: what kind of item.
        status: how firm it stands, unless the lines around say it.
        labels: what else is seen at a glance.
        who: the participants, in the order of the source.
        topics: with whose they are and which are only expected.
        place: where, unless the lines around say it.
        changes: what a reader of an earlier edition must know.
        remarks: what else is known.
        why: why it has its date, likewise.
        below: entries without a date that belong to it.
    """

    entry: Entry
    gone: bool = False
    heads: bool = False
    title: Told
    time: Told | None
    zone: Told = NOTHING
    beside: tuple[Beside, ...] = ()
    format: Told = NOTHING
    status: Told = NOTHING
    labels: tuple[Label, ...] = ()
    who: tuple[Item, ...] = ()
    topics: tuple[Item, ...] = ()
    place: Told = NOTHING
    changes: tuple[Told, ...] = ()
    remarks: tuple[Told, ...] = ()
    why: Why | None = None
    below: tuple["Card", ...] = field(converter=tuple["Card", ...], default=())

    @property
    def off(self) -> bool:
        """Whether it won't take place when it says."""
        return self.gone or self.entry.off

    @property
    def whole_time(self) -> Told:
        """The time with its zone, struck through where it is off; of what has no date, the days that are open."""
        if self.time:
            known = joined(" ", [self.time, self.zone])
            return struck(known) if self.off else known
        still_open = isinstance(self.entry.timing, NoDate) and self.entry.timing.readings
        return self.changes[-1] if still_open else NOTHING

    @property
    def headline(self) -> Told:
        """The title, struck through where it is off, with a status that is news."""
        if self.gone:
            return joined(", ", [struck(self.title), *self.changes])
        status = self.status if self.entry.status.changed else NOTHING
        return joined(", ", [struck(self.title) if self.off else self.title, status])

    @property
    def names(self) -> Told:
        """The participants by their names alone."""
        return joined(", ", (who.name for who in self.who))

    @property
    def moment(self) -> dt.datetime | None:
        """The time for machines, where one is known to the minute."""
        timing = self.entry.timing
        return timing.start if isinstance(timing, Hours) and not self.gone else None


def card(entry: Entry, page: Page, *, time: Told | None = None, place: bool = True, event: bool = True) -> Card:
    """Tell everything about an entry.

    Args:
        entry: what to tell of.
        page: where.
        time: the words for its time; empty where nobody told it, ``None`` where none are wanted.
        place: whether the card has to name the place.
        event: whether it has to name the event.
    """
    facts = page.facts
    hours = entry.timing if isinstance(entry.timing, Hours) else None
    return Card(
        entry=entry,
        heads=time is None and entry.dated and (entry.level is Level.DAY or entry.full_key in page.parents),
        title=facts.title(entry),
        time=time,
        zone=facts.zone(hours.start) if hours and not facts.one_zone else NOTHING,
        beside=tuple(_beside(hours, page)) if hours else (),
        format=say_format(entry, facts),
        status=facts.term(entry.status),
        labels=tuple(labels(entry, facts)),
        who=tuple(attendee(who, facts) for who in entry.participants),
        topics=tuple(topic(subject, facts) for subject in entry.topics),
        place=say_place(entry.place) if place and entry.place and not page.one_place else NOTHING,
        changes=tuple(filter(None, [*changes(entry, facts), open_dates(entry, facts)])),
        remarks=tuple(remarks(entry, facts, event=event)),
        why=why(entry.reason, facts) if entry.reason and page.reasons else None,
    )


def trace(entry: Entry, now: Timing, page: Page, time: Told) -> Card:
    """Tell of an entry that stood here once where it went, and who said so."""
    facts = page.facts
    if entry.status.cancelled or isinstance(now, NoDate):
        said = facts.term(entry.status)
    else:
        said = facts.say("moved to {time}", time=(Within(facts.timing(now), entry.full_key),))
    went = bracketed(said, facts.cite(entry.source) if entry.source else NOTHING)
    return Card(entry=entry, gone=True, title=facts.title(entry), time=time or None, changes=(went,))


def _beside(hours: Hours, page: Page) -> Iterator[Beside]:
    """Say the moment on each further clock."""
    for there in page.clocks:
        said = elsewhere(hours, there, page.facts.language)
        time = Dated(said) if is_long(hours) else Fixed(said)
        yield Beside(clock=there, time=(time,), same=not differs(hours.start, there))

"""Bring differences and new entries into a programme, so that it still resolves and means what the notice means.

Words are read from the day of their source. An entry that takes the notice for its source has its words read anew;
where they would come to mean another day, the day is written in full. What would contradict the rest is only marked.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from attrs import define, evolve

from diplocal.amending.differences import Difference, Shift
from diplocal.amending.lookups import names_of, record_of, same_source, same_time, source_of, turned
from diplocal.errors import DiplocalError
from diplocal.model import (
    Announced,
    Earlier,
    Event,
    Participant,
    Programme,
    Session,
    Source,
    Status,
    VisitDay,
    placed,
    rebuilt,
)
from diplocal.model.keys import free_key
from diplocal.resolver import resolve
from diplocal.timeline import Days, Entry, Level, NoDate, Timeline, Timing, timing_dates
from diplocal.timeline.timings import days_in_full
from diplocal.when import At, Reference, Undated

Record = TypeVar("Record", Event, VisitDay, Session)


@define
class Merging:
    """A programme while a notice is brought into it; as it stands so far, it always resolves."""

    programme: Programme
    notice: Programme
    source: Source

    @classmethod
    def of(cls, programme: Programme, notice: Programme) -> "Merging":
        """Begin with a programme; a notice that is one of its sources already stays that source."""
        told = notice.sources[0]
        known = next((one for one in programme.sources if same_source(one, told)), None)
        return cls(
            programme, notice, known or evolve(told, key=free_key("update", {one.key for one in programme.sources}))
        )

    def change(self, several: Sequence[Difference]) -> tuple[str, ...]:
        """Bring what a notice says of entries into them: all together, or else each by itself.

        Returns:
            What was done with each, in words.
        """
        if self._brought(several):
            return tuple(one.words for one in several)
        return tuple(self._alone(one) for one in several)

    def _alone(self, one: Difference) -> str:
        if self._brought([one]):
            return one.words
        words = f"{one.words} (does not fit the rest of the programme: left as it is)"
        self._replace(one.old.key, {}, words)
        return words

    def _brought(self, several: Sequence[Difference]) -> bool:
        """Change entries, in the notice's words or else with days in full; leave all as it was if neither fits."""
        before, start = resolve(self.programme), self.programme
        wanted = {one.old.key: one.timing for one in several}
        for full in (False, True):
            for one in several:
                self._replace(one.old.key, self._fields(one, full=full), one.words)
            if self._means(wanted, before):
                return True
            self.programme = start
        return False

    def add(self, entry: Entry) -> str | None:
        """Add an entry that only the notice has, to the event in whose days it lies or as an event of its own.

        Returns:
            Its key in the programme; ``None`` where no words place it.
        """
        before, start = resolve(self.programme), self.programme
        record = record_of(self.notice, entry.key)
        key = free_key(record.key, {self.programme.key, *(at.entry.key for at in placed(self.programme))})
        holder = _holder(entry, before)
        for when, timing in _ways(record, entry):
            self.programme = start
            self._append(self._as_new(record, key, when), holder)
            if self._means({key: timing}, before):
                return key
        self.programme = start
        return None

    def _fields(self, one: Difference, *, full: bool) -> dict[str, Any]:
        """Give the fields of an entry that change, days in the words that were said or in full."""
        record, told = record_of(self.programme, one.old.key), record_of(self.notice, one.new.key)
        fields: dict[str, Any] = {"source": self.source.key}
        if full and record.when is not None and not isinstance(one.old.timing, NoDate):
            fields |= {"when": days_in_full(one.old.timing), "date": None}
        if one.shift is not Shift.NONE:
            fields |= self._time(one.old, one.new, moved=one.shift is Shift.MOVED, full=full)
        if one.status:
            fields["status"] = one.status
        if one.place:
            fields["place"] = self._place(told.place)
        if one.people:
            more = [Participant(person=self._person(person.key)) for person in one.people]
            fields["participants"] = (*record.participants, *more)
        return fields

    def _time(self, old: Entry, entry: Entry, *, moved: bool, full: bool) -> dict[str, Any]:
        record, told = record_of(self.programme, old.key), record_of(self.notice, entry.key)
        clock = told.when.time if isinstance(told.when, At) else told.time
        if not moved and record.when is not None and old.dates == entry.dates and not full:
            return {"time": clock}
        when = days_in_full(entry.timing) if full or told.when is None else told.when
        fields: dict[str, Any] = {"when": when, "time": None if isinstance(when, At) else clock, "date": None}
        if moved:
            said = days_in_full(old.timing) if full or record.when is None else record.when
            source = source_of(self.programme, old.key) or self.source.key
            earlier = Earlier(when=said, time=record.time, source=source, status=record.status)
            fields |= {"earlier": (*record.earlier, earlier), "status": Status.RESCHEDULED}
        return fields

    def _as_new(self, record: Event | Session, key: str, when: Reference | None) -> Event | Session:
        people = [evolve(one, person=self._person(one.person)) if one.person else one for one in record.participants]
        clock = record.when.time if isinstance(record.when, At) else record.time
        given: dict[str, Any] = {
            "key": key,
            "when": when,
            "time": None if isinstance(when, At | Undated) else clock,
            "participants": people,
            "place": self._place(record.place),
            "to_check": (*record.to_check, self._mark("new")),
            "source": self.source.key,
            "earlier": [evolve(one, source=self.source.key) for one in record.earlier],
        }
        bare = evolve(record, relations=(), anchor=None, date=None, **given)
        return evolve(bare, sessions=(), days=()) if isinstance(bare, Event) else bare

    def _mark(self, words: str) -> str:
        published = self.source.published
        day = published.date() if isinstance(published, dt.datetime) else published
        return f"{words}, says the notice" + (f" of {day}" if day else "")

    def _replace(self, key: str, fields: dict[str, Any], words: str) -> None:
        """Change an entry; what hangs in it keeps the source from whose day its words are read."""
        whole = self.programme

        def changed(record: Record, holders: Sequence[Announced]) -> Record:
            if record.key == key:
                return evolve(record, **fields, to_check=(*record.to_check, self._mark(words)))
            if fields and record.source is None and any(above.key == key for above in holders):
                return evolve(record, source=source_of(whole, record.key))
            return record

        self.programme = evolve(rebuilt(whole, changed), sources=self._sources())

    def _append(self, made: Event | Session, holder: str | None) -> None:
        if holder is None:
            events = (*self.programme.events, turned(made, Event))
        else:
            session = turned(made, Session)
            events = tuple(
                evolve(event, sessions=[*event.sessions, session]) if event.key == holder else event
                for event in self.programme.events
            )
        self.programme = evolve(self.programme, events=events, sources=self._sources())

    def _sources(self) -> tuple[Source, ...]:
        known = any(one.key == self.source.key for one in self.programme.sources)
        return self.programme.sources if known else (*self.programme.sources, self.source)

    def _person(self, key: str) -> str:
        """Give the key that a person of the notice has in the programme, to which whoever is new is added."""
        told = next(one for one in self.notice.people if one.key == key)
        for one in self.programme.people:
            if names_of(one) & names_of(told):
                return one.key
        taken = {one.key for one in self.programme.people} | {one.key for one in self.programme.parties}
        new = evolve(told, key=free_key(told.key, taken), party=None)
        self.programme = evolve(self.programme, people=[*self.programme.people, new])
        return new.key

    def _place(self, key: str | None) -> str | None:
        told = next((one for one in self.notice.places if one.key == key), None)
        if told is None:
            return None
        for one in self.programme.places:
            if (one.name.casefold(), one.venue.casefold()) == (told.name.casefold(), told.venue.casefold()):
                return one.key
        new = evolve(told, key=free_key(told.key, {one.key for one in self.programme.places}))
        self.programme = evolve(self.programme, places=[*self.programme.places, new])
        return new.key

    def _means(self, wanted: dict[str, Timing], before: Timeline) -> bool:
        """Tell whether the programme resolves, an entry has its time, and every other one the time that it had."""
        try:
            now = resolve(self.programme)
        except DiplocalError:
            return False
        times = {entry.key: entry.timing for entry in before.entries} | wanted
        if not all(same_time(entry.timing, times[entry.key]) for entry in now.entries):
            return False
        past = {entry.key: entry for entry in before.entries}
        return all(
            same_time(entry.earlier[-1].timing, past[entry.key].timing)
            for entry in now.entries
            if entry.key in past and len(entry.earlier) > len(past[entry.key].earlier)
        )


def _ways(record: Event | Session, entry: Entry) -> Iterator[tuple[Reference | None, Timing]]:
    """Give the words for the day of a new entry, the notice's own first, with what they must mean."""
    if record.when is not None:
        yield record.when, entry.timing
    yield days_in_full(entry.timing), entry.timing
    yield Undated(), NoDate()


def _holder(entry: Entry, programme: Timeline) -> str | None:
    """Find the event of several days in which an entry lies, if there is one and no other."""
    dates = timing_dates(entry.timing)
    if dates is None or dates[0] != dates[1]:
        return None
    around = [
        one.key
        for one in programme.entries
        if one.level is Level.EVENT and isinstance(one.timing, Days) and one.timing.start < one.timing.end
        and one.timing.start <= dates[0] <= one.timing.end
    ]  # fmt: skip
    return around[0] if len(around) == 1 else None

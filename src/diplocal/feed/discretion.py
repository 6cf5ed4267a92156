"""What a revision may say of what was published before: to the public, nothing of what is internal by now.

What the public feed said already is no secret, unless it speaks of an entry, a participant or a note that has become
internal since, or the feed was one for the house.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from attrs import evolve, frozen

from diplocal.exporters.audience import Names, hidden_keys
from diplocal.exporters.ical import uid
from diplocal.feed.changes import Added, Change, Changed, Difference, Retitled, compare, subject_of
from diplocal.feed.memory import Published, Stored
from diplocal.model import Audience
from diplocal.timeline import Entry, Timeline, upwards


@frozen(kw_only=True, slots=False)
class Discretion:
    """What may be told of a published feed, and what of it has become internal."""

    before: Published | None  # the published feed; None: there is none
    whole: Timeline  # the timeline with all that is internal
    told: Timeline  # what of it the audience may read
    audience: Audience  # for whom the feed is from now on

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The UIDs of the entries that the audience may not know of."""
        if self.audience is Audience.INTERNAL:
            return frozenset()
        hidden = hidden_keys(self.whole)
        return frozenset(uid(*entry.first_key) for entry in self.whole.entries if entry.full_key in hidden)

    def tells_secrets(self, old: Stored) -> bool:
        """Tell whether a published entry says what its audience may not read any more."""
        if self.audience is Audience.INTERNAL:
            return False
        return self._was_internal or any(self._secrets.are_in(old.text(name)) for name in old.lines)

    def was_internal(self, old: Stored) -> bool:
        """Tell whether an entry was published for the house alone, so that the public does not know it."""
        return self.audience is Audience.PUBLIC and "CLASS" in old.lines

    def compare(self, old: Stored, new: Stored, entry: Entry) -> Iterator[Change]:
        """Tell the changes between two states of an entry, as far as the audience may know the first one."""
        if self.was_internal(old):
            if not new.off:
                yield Added(subject_of(new.uid, new.title.name, entry), entry.timing)
            return
        for change in compare(old, new, entry):
            yield from [change] if self.audience is Audience.INTERNAL else self._discreet(change)

    def _discreet(self, change: Change) -> Iterator[Change]:
        match change:
            case Retitled(_, was) if self._hides(was):
                return
            case Changed(subject, differences):
                if told := [one for one in map(self._without_secrets, differences) if one]:
                    yield Changed(subject, told)
            case _:
                yield change

    def _without_secrets(self, difference: Difference) -> Difference | None:
        """Leave out the lines that the audience may not read any more; ``None``: nothing is left to tell."""
        kept = "\n".join(line for line in difference.was.split("\n") if not self._hides(line))
        if kept == difference.was:
            return difference
        return evolve(difference, was=kept) if kept or difference.now else None

    def _hides(self, text: str) -> bool:
        return self._was_internal or self._secrets.are_in(text)

    @cached_property
    def _was_internal(self) -> bool:
        return self.before is not None and self.before.for_house

    @cached_property
    def _secrets(self) -> Names:
        """Gather what has become internal: entries by title and key, participants by name, and notes."""
        before = self.before
        if before is None:
            return Names(())
        names = (name for entry in self.whole.entries for name in self._became_internal(entry, before))
        public = (
            (entry.title, entry.note, *(who.name for who in entry.participants), *(one.title for one in entry.topics))
            for entry in self.told.entries
        )
        return Names(names, known=chain.from_iterable(public))

    def _became_internal(self, entry: Entry, before: Published) -> Iterator[str]:
        if uid(*entry.first_key) in self.hidden:
            names = [entry.title, entry.key]
        else:
            names = [who.name for who in entry.participants if who.audience is Audience.INTERNAL]
            names.append(entry.internal_note)
        if not any(name.strip() for name in names):
            return
        own = before.parts.get(uid(*entry.first_key))
        if own and own.key in self.hidden:
            yield from (*names, before.read(own).title.name)
            return
        said = "\n".join(self._said_about(entry, before))
        yield from (name for name in names if Names([name]).are_in(said))

    def _said_about(self, entry: Entry, before: Published) -> Iterable[str]:
        """Give the texts that told of an entry: its own, else those of what it belongs to, else the calendar's."""
        for at in (entry, *upwards(entry, self._entries)):
            if part := before.parts.get(uid(*at.first_key)):
                old = before.read(part)
                return [old.text(name) for name in old.lines]
        return [before.description]

    @cached_property
    def _entries(self) -> Mapping[tuple[str, str], Entry]:
        return {entry.full_key: entry for entry in self.whole.entries}

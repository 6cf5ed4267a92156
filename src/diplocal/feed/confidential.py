"""What a revision may say of what was published before: to the public, nothing of what is internal by now.

What the public feed said already is no secret, unless it speaks of an entry, a participant or a note that has become
internal since, or the feed was one for the house.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain

from attrs import evolve, frozen

from diplocal.exporters.audience import Names, hidden_keys
from diplocal.exporters.uids import uid
from diplocal.feed.changes import Added, Change, Changed, Difference, Retitled, compare, subject_of
from diplocal.feed.previous import Published, Stored
from diplocal.model import Audience
from diplocal.timeline import Entry, FullKey, Timeline, upwards


@frozen(kw_only=True, slots=False)
class Secrets:
    """What of a published feed the audience may not read any more."""

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

    def are_in(self, old: Stored) -> bool:
        """Tell whether a published entry says what its audience may not read any more."""
        return any(self._hide(old.text(name)) for name in old.lines)

    def was_internal(self, old: Stored) -> bool:
        """Tell whether an entry was published for the house alone, so that the public does not know it."""
        return self.audience is Audience.PUBLIC and "CLASS" in old.lines

    def compare(self, old: Stored, new: Stored, entry: Entry) -> Iterator[Change]:
        """Tell the changes between two states of an entry, as far as the audience may know the first one."""
        if not self.was_internal(old):
            for change in compare(old, new, entry):
                yield from self._discreet(change)
        elif not new.off:
            yield Added(subject_of(new.uid, new.state.name, entry), entry.timing)

    def _discreet(self, change: Change) -> Iterator[Change]:
        match change:
            case Retitled(_, was) if self._hide(was):
                return
            case Changed(subject, differences):
                if told := [one for one in map(self._without_secrets, differences) if one]:
                    yield Changed(subject, told)
            case _:
                yield change

    def _without_secrets(self, difference: Difference) -> Difference | None:
        """Leave out the lines that the audience may not read any more; ``None``: nothing is left to tell."""
        kept = "\n".join(line for line in difference.was.split("\n") if not self._hide(line))
        if kept == difference.was:
            return difference
        return evolve(difference, was=kept) if kept or difference.now else None

    def _hide(self, text: str) -> bool:
        if self.audience is Audience.INTERNAL or self.before is None:
            return False
        return self.before.for_house or self._names.are_in(text)

    @cached_property
    def _names(self) -> Names:
        """Gather what has become internal: entries by title and key, participants by name, and notes."""
        names = chain.from_iterable(map(self._became_internal, self.whole.entries))
        public = (
            (entry.title, entry.note, *(who.name for who in entry.participants), *(one.title for one in entry.topics))
            for entry in self.told.entries
        )
        return Names(names, known=chain.from_iterable(public))

    def _became_internal(self, entry: Entry) -> Iterator[str]:
        key = uid(*entry.first_key)
        if key in self.hidden:
            names = [entry.title, entry.key]
        else:
            names = [who.name for who in entry.participants if who.audience is Audience.INTERNAL]
            names.append(entry.internal_note)
        if not any(name.strip() for name in names):
            return
        if key in self.hidden and (old := self._published(entry)):
            yield from (*names, old.state.name)
        else:
            said = "\n".join(self._said_about(entry))
            yield from (name for name in names if Names([name]).are_in(said))

    def _said_about(self, entry: Entry) -> Iterable[str]:
        """Give the texts that told of an entry: its own, else those of what it belongs to, else the calendar's."""
        for one in (entry, *upwards(entry, self._entries)):
            if old := self._published(one):
                return [old.text(name) for name in old.lines]
        return [self.before.description] if self.before else []

    def _published(self, entry: Entry) -> Stored | None:
        part = self.before.parts.get(uid(*entry.first_key)) if self.before else None
        return self.before.read(part) if self.before and part else None

    @cached_property
    def _entries(self) -> Mapping[FullKey, Entry]:
        return {entry.full_key: entry for entry in self.whole.entries}

"""What of a timeline belongs in a feed of its own: a person's, a party's, a topic's, a place's, an event's.

Each function makes another one, from a timeline to a timeline, to be handed to `revise` and `publish` as `only`, or
called. What is kept brings the day and the event it belongs to. An entry that names no participants, or no topics, has
those of the day or event it belongs to.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias, TypeVar

from diplocal.model import Audience, Party, Person, Place
from diplocal.timeline import Attendee, Entry, FullKey, Timeline, upwards

Selection: TypeAlias = Callable[[Timeline], Timeline]

Item = TypeVar("Item")
_Entries: TypeAlias = Mapping[FullKey, Entry]


def by_person(who: str, audience: Audience = Audience.PUBLIC) -> Selection:
    """Select what a person takes part in.

    Args:
        who: the person's key, name or alias.
        audience: for the public, what the person attends internally doesn't count: the feed itself would tell it.
    """

    def attends(entry: Entry, entries: _Entries) -> bool:
        present = _present(entry, entries, audience)
        return any(attendee.person and _is_called(attendee.person, who) for attendee in present)

    return _selecting(attends)


def by_party(which: str, audience: Audience = Audience.PUBLIC) -> Selection:
    """Select what a party takes part in: itself, by a person who speaks for it, or within a group.

    Args:
        which: the party's key, name or code.
        audience: as for `by_person`.
    """

    def select(timeline: Timeline) -> Timeline:
        keys = {party.key for party in timeline.parties if _is_called(party, which)}

        def attends(entry: Entry, entries: _Entries) -> bool:
            parties = (attendee.party for attendee in _present(entry, entries, audience))
            return any(one and (_is_called(one, which) or not keys.isdisjoint(one.members)) for one in parties)

        return _selecting(attends)(timeline)

    return select


def by_topic(words: str) -> Selection:
    """Select what has a topic with these words in its title, in one piece, in any case."""
    said = re.compile(rf"(?<!\w){re.escape(words.strip())}(?!\w)", re.IGNORECASE)

    def is_about(entry: Entry, entries: _Entries) -> bool:
        topics = _own_or_inherited(entry, entries, lambda one: one.topics)
        return any(said.search(topic.title) for topic in topics)

    return _selecting(is_about)


def by_place(where: str) -> Selection:
    """Select what happens at a place, given by its key or name."""
    return _selecting(lambda entry, _: entry.place is not None and _is_called(entry.place, where))


def by_event(key: str) -> Selection:
    """Select an event, by its key, with its days and sessions."""
    return _selecting(lambda entry, entries: any(one.key == key for one in (entry, *upwards(entry, entries))))


def _selecting(keep: Callable[[Entry, _Entries], bool]) -> Selection:
    def select(timeline: Timeline) -> Timeline:
        entries: _Entries = {entry.full_key: entry for entry in timeline.entries}
        wanted = [entry for entry in timeline.entries if keep(entry, entries)]
        kept = {one.full_key for entry in wanted for one in (entry, *upwards(entry, entries))}
        return timeline.where(lambda entry: entry.full_key in kept)

    return select


def _own_or_inherited(entry: Entry, entries: _Entries, items: Callable[[Entry], tuple[Item, ...]]) -> tuple[Item, ...]:
    return next((found for one in (entry, *upwards(entry, entries)) if (found := items(one))), ())


def _present(entry: Entry, entries: _Entries, audience: Audience) -> Iterable[Attendee]:
    everybody = _own_or_inherited(entry, entries, lambda one: one.participants)
    return (who for who in everybody if audience is Audience.INTERNAL or who.audience is Audience.PUBLIC)


def _is_called(record: Person | Party | Place, name: str) -> bool:
    also = record.aliases if isinstance(record, Person) else (record.code,) if isinstance(record, Party) else ()
    wanted = name.strip().casefold()
    return bool(wanted) and (record.key == name or wanted in {one.casefold() for one in (record.name, *also)})

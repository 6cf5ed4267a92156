"""What a reader may filter by: people, parties, topics and statuses, numbered so that no text becomes a name in a page.

A person stands for the own party too, and a group for its members: who looks for a state wants what its minister
attends.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from attrs import frozen

from diplocal.exporters.telling.fragments import clean
from diplocal.model import Party, Status
from diplocal.timeline import Attendee, Entry

Numbers: TypeAlias = Mapping[str, int]


@frozen(kw_only=True)
class Choices:
    """Everything that there is to choose from: display names with their numbers, statuses as they first come."""

    people: Numbers
    parties: Numbers
    topics: Numbers
    statuses: tuple[Status, ...]
    members: Mapping[str, Party]

    def of(self, entry: Entry) -> tuple[str, str]:
        """Tell by whom and by which topics an entry is found, as numbers with spaces between them."""
        parties = dict.fromkeys(name for who in entry.participants for name in _parties(who, self.members))
        people = dict.fromkeys(clean(who.person.name) for who in entry.participants if who.person)
        who = [f"p{self.people[name]}" for name in people if name] + [f"o{self.parties[name]}" for name in parties]
        topics = dict.fromkeys(self.topics[name] for topic in entry.topics if (name := clean(topic.title)))
        return " ".join(who), " ".join(map(str, topics))

    @property
    def some(self) -> bool:
        """Whether any choice makes a difference."""
        return bool(self.people or self.parties or self.topics) or len(self.statuses) > 1


def gather(entries: Sequence[Entry], known: Iterable[Party]) -> Choices:
    """Collect what there is to choose from; names in the order of their characters, whatever the locale."""
    parties = {party.key: party for party in known}
    attendees, statuses = [who for entry in entries for who in entry.participants], {entry.status for entry in entries}
    return Choices(
        people=_numbered(clean(who.person.name) for who in attendees if who.person),
        parties=_numbered(name for who in attendees for name in _parties(who, parties)),
        topics=_numbered(clean(topic.title) for entry in entries for topic in entry.topics),
        statuses=tuple(status for status in Status if status in statuses),
        members=parties,
    )


def _parties(who: Attendee, parties: Mapping[str, Party]) -> list[str]:
    """Name the party that takes part, and the members of a group."""
    if who.party is None:
        return []
    members = (parties[key] for key in who.party.members if key in parties)
    return [name for party in (who.party, *members) if (name := clean(party.name))]


def _numbered(names: Iterable[str]) -> Numbers:
    return {name: number for number, name in enumerate(sorted({*names} - {""}))}

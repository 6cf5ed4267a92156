"""What a reader may see of a timeline: for the public, everything internal is taken out before a word is written.

What comes out is a timeline again, so whoever renders it cannot forget to ask. What the public may know of a date that
was read with the help of internal entries stands on the entry (`PublicDate`). Where nothing says so, as in a timeline
that was made by hand, a reason that names something internal is withheld.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from attrs import evolve

from diplocal.model import Audience, Party, Person, Source
from diplocal.timeline import (
    Entry,
    FullKey,
    NoDate,
    Notice,
    Part,
    Reason,
    Timeline,
    agenda_note,
    agenda_title,
    upwards,
    withheld,
)

_Words: TypeAlias = tuple[str, ...]


def for_audience(timeline: Timeline, audience: Audience) -> Timeline:
    """Leave of a timeline what `audience` may read; ``INTERNAL`` may read everything.

    For the public, an internal entry goes with all that lies below it, and so do internal participants and notes,
    whom and what only these name, programmes of an agenda that are internal as a whole, and notices that name
    something hidden. A date is told as far as public entries give it.
    """
    secret_notices = any(notice.audience is Audience.INTERNAL for notice in timeline.notices)
    if audience is Audience.INTERNAL or not (secret_notices or any(map(_is_secretive, timeline.entries))):
        return timeline
    hidden = hidden_keys(timeline)
    veil = _veil(timeline, hidden)
    entries = [_public(entry, hidden, veil) for entry in timeline.entries if entry.full_key not in hidden]
    people, parties = _public_cast(timeline, entries)
    internal = {programme for programme, _ in hidden} - {entry.programme for entry in entries}
    parts = tuple(part for part in timeline.parts if part.key not in internal)
    retold = timeline.title == agenda_title(timeline.parts)
    return evolve(
        timeline,
        title=agenda_title(parts) if timeline.parts and retold else timeline.title,
        entries=entries,
        notices=[evolve(notice, where="") for notice in timeline.notices if _may_tell(notice, hidden, veil)],
        sources=_public_sources(timeline, entries, parts),
        people=people,
        parties=parties,
        note=agenda_note(parts) if timeline.parts else timeline.note,
        parts=parts,
    )


def hidden_keys(timeline: Timeline) -> set[FullKey]:
    """Collect the internal entries and everything below them; programmes may use the same keys."""
    entries = {entry.full_key: entry for entry in timeline.entries}
    internal = {entry.full_key for entry in timeline.entries if entry.audience is Audience.INTERNAL}
    below = (one for one in timeline.entries if any(above.full_key in internal for above in upwards(one, entries)))
    return internal | {entry.full_key for entry in below}


def _is_secretive(entry: Entry) -> bool:
    if entry.audience is Audience.INTERNAL or entry.internal_note or entry.public_date:
        return True
    return bool(entry.participants) and any(who.audience is Audience.INTERNAL for who in entry.participants)


class Names:
    """Names to look for in texts, word by word and in any case; one without a letter or digit is never found."""

    def __init__(self, names: Iterable[str], *, known: Iterable[str] = ()) -> None:
        """Take names, but for those that one of the `known` texts mentions."""
        self._names = {words for name in names if (words := _words(name))}
        self._lengths = defaultdict[str, set[int]](set)
        for name in self._names:
            self._lengths[name[0]].add(len(name))
        if self._names:
            self._names -= {name for text in known for name in self._mentioned(text)}

    def __bool__(self) -> bool:
        return bool(self._names)

    def are_in(self, text: str) -> bool:
        """Tell whether a text mentions any of them, however many there are."""
        return bool(self._names) and any(True for _ in self._mentioned(text))

    def _mentioned(self, text: str) -> Iterator[_Words]:
        words = _words(text)
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                if (name := words[at : at + length]) in self._names:
                    yield name


def _words(text: str) -> _Words:
    return tuple(re.findall(r"\w+", text.casefold()))


def _veil(timeline: Timeline, hidden: set[FullKey]) -> Names:
    """Gather the keys, titles and names of what is hidden; what public entries are called is no secret."""
    names, known = {key for _, key in hidden}, list[str]()
    for entry in timeline.entries:
        if entry.full_key in hidden:
            names.add(entry.title)
        else:
            known.append(entry.title)
        for who in entry.participants:
            if entry.full_key in hidden or who.audience is Audience.INTERNAL:
                names.add(who.name)
            else:
                known.append(who.name)
    return Names(names, known=known)


def _public(entry: Entry, hidden: set[FullKey], veil: Names) -> Entry:
    if not hidden and not veil and not _is_secretive(entry):
        return entry  # nothing to hide: a copy of each of 100,000 entries would take as much memory as they do
    concealed = (who.person or who.party for who in entry.participants if who.audience is Audience.INTERNAL)
    unnamed = {record.key for record in concealed if record}
    timing, reason = (entry.public_date or entry).timing, (entry.public_date or entry).reason
    if isinstance(timing, NoDate):
        timing = NoDate(reading for reading in timing.readings if not veil.are_in(reading.why))
    return evolve(
        entry,
        internal_note="",
        timing=timing,
        reason=_public_reason(reason, veil) if reason else None,
        public_date=None,
        participants=[who for who in entry.participants if who.audience is not Audience.INTERNAL],
        topics=[
            evolve(
                topic,
                party=None if topic.party in unnamed else topic.party,
                raised_by=None if topic.raised_by in unnamed else topic.raised_by,
            )
            for topic in entry.topics
        ],
        claims=[claim for claim in entry.claims if claim.issuer not in unnamed],
        relations=[relation for relation in entry.relations if (entry.programme, relation.to) not in hidden],
    )


def _public_reason(reason: Reason, veil: Names) -> Reason:
    reading = reason.reading
    others = (*reading.alternatives, *reading.rejected)
    said = (reason.phrase, reason.anchored_on, reading.why, *(one.why for one in others))
    return withheld(reason) if any(map(veil.are_in, said)) else evolve(reason, where="")


def _may_tell(notice: Notice, hidden: set[FullKey], veil: Names) -> bool:
    if notice.audience is Audience.INTERNAL or notice.full_key in hidden:
        return False
    return not veil.are_in(f"{notice.message}\n{notice.settle}")


def _public_sources(timeline: Timeline, entries: Iterable[Entry], parts: tuple[Part, ...]) -> tuple[Source, ...]:
    """Keep the sources that something public cites, and those of a public programme that nothing at all cites."""
    sources = {source.key: source for source in timeline.sources}
    shown = _cited(entries, sources)
    concealed = _cited(timeline.entries, sources) - shown
    kept = {key for part in parts for key in part.sources}
    gone = {key for part in timeline.parts for key in part.sources} - kept - shown
    return tuple(source for source in timeline.sources if source.key not in concealed and source.key not in gone)


def _cited(entries: Iterable[Entry], sources: Mapping[str, Source]) -> set[str]:
    """Collect the keys of the sources that entries cite, with those that these go back to."""
    return _closure((key for entry in entries for key in _citations(entry)), {k: one.via for k, one in sources.items()})


def _closure(keys: Iterable[str], further: Mapping[str, Iterable[str]]) -> set[str]:
    """Collect keys with all that they lead to."""
    waiting, found = list(keys), set[str]()
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += further.get(key, ())
    return found


def _citations(entry: Entry) -> Iterator[str]:
    if entry.source:
        yield entry.source.key
    yield from (past.source.key for past in entry.earlier)
    yield from (claim.source for claim in entry.claims if claim.source)
    if entry.outcome and entry.outcome.source:
        yield entry.outcome.source


def _public_cast(timeline: Timeline, entries: Iterable[Entry]) -> tuple[list[Person], list[Party]]:
    """Keep the people and parties whom something public names."""
    members = {party.key: party.members for party in timeline.parties}
    spoken_for = {person.key: (person.party,) for person in timeline.people if person.party}
    named = _closure((key for entry in entries for key in _named(entry)), {**members, **spoken_for})
    people = [person for person in timeline.people if person.key in named]
    return people, [party for party in timeline.parties if party.key in named]


def _named(entry: Entry) -> Iterator[str]:
    for who in entry.participants:
        yield from (record.key for record in (who.person, who.party) if record)
    yield from (key for topic in entry.topics for key in (topic.party, topic.raised_by) if key)
    yield from (claim.issuer for claim in entry.claims if claim.issuer)

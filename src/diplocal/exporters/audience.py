"""What a reader may see of a timeline: for the public, everything internal is taken out before a word is written.

What comes out is a timeline again, so whoever renders it cannot forget to ask. What the public may know of a date that
was read with the help of internal entries stands on the entry (`PublicDate`). Where nothing says so, as in a timeline
that was made by hand, a reason that names something internal is withheld.
"""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve

from diplocal.exporters.naming import Names
from diplocal.model import Audience, Party, Person, Source
from diplocal.reading import Alternative
from diplocal.timeline import (
    Attendee,
    Entry,
    FullKey,
    NoDate,
    Notice,
    Part,
    Reason,
    Timeline,
    agenda_note,
    agenda_title,
    withheld,
)


def for_audience(timeline: Timeline, audience: Audience) -> Timeline:
    """Leave of a timeline what `audience` may read; ``INTERNAL`` may read everything.

    For the public, an internal entry goes with all that lies below it, and so do internal participants and notes,
    whom and what only these name, programmes of an agenda that are internal as a whole, and notices that name
    something hidden. A date is told as far as public entries give it.
    """
    if audience is Audience.INTERNAL or not _has_secrets(timeline):
        return timeline
    hidden = hidden_keys(timeline)
    veil = _veil(timeline, hidden)
    entries = [_public(entry, hidden, veil) for entry in timeline.entries if entry.full_key not in hidden]
    people, parties = _public_cast(timeline, entries)
    parts = _public_parts(timeline, hidden)
    retold = timeline.title == agenda_title(timeline.parts)
    return evolve(
        timeline,
        title=agenda_title(parts) if timeline.parts and retold else timeline.title,
        entries=entries,
        notices=[notice for notice in timeline.notices if _may_tell(notice, hidden, veil)],
        sources=_public_sources(timeline, entries, parts),
        people=people,
        parties=parties,
        note=agenda_note(parts) if timeline.parts else timeline.note,
        parts=parts,
    )


def hidden_keys(timeline: Timeline) -> set[FullKey]:
    """Collect the internal entries and everything below them; programmes may use the same keys."""
    hidden = {entry.full_key for entry in timeline.entries if entry.audience is Audience.INTERNAL}
    below: dict[FullKey | None, list[FullKey]] = {}
    for entry in timeline.entries:
        below.setdefault(entry.full_parent, []).append(entry.full_key)
    waiting = list(hidden)
    while waiting:
        found = [name for name in below.get(waiting.pop(), ()) if name not in hidden]
        hidden.update(found)
        waiting += found
    return hidden


# --- what would give something away -----------------------------------------------------------------------------------


def _has_secrets(timeline: Timeline) -> bool:
    return any(map(_is_secretive, timeline.entries)) or any(
        notice.audience is Audience.INTERNAL for notice in timeline.notices
    )


def _is_secretive(entry: Entry) -> bool:
    if entry.audience is Audience.INTERNAL or entry.internal_note or entry.public_date:
        return True
    return bool(entry.participants) and any(who.audience is Audience.INTERNAL for who in entry.participants)


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


# --- entries ----------------------------------------------------------------------------------------------------------


def _public(entry: Entry, hidden: set[FullKey], veil: Names) -> Entry:
    if not hidden and not veil and not _is_secretive(entry):
        return entry  # nothing to hide: a copy of each of 100,000 entries would take as much memory as they do
    unnamed = _keys(who for who in entry.participants if who.audience is Audience.INTERNAL)
    known = entry.public_date or entry
    timing = known.timing
    return evolve(
        entry,
        internal_note="",
        timing=NoDate(_discreet(timing.readings, veil)) if isinstance(timing, NoDate) else timing,
        reason=_public_reason(known.reason, veil) if known.reason else None,
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


def _keys(attendees: Iterable[Attendee]) -> set[str]:
    """Collect the keys under which topics and claims would name these attendees."""
    known = (who.person or who.party for who in attendees)
    return {record.key for record in known if record is not None}


def _public_reason(reason: Reason, veil: Names) -> Reason:
    reading = reason.reading
    others = (*reading.alternatives, *reading.rejected)
    said = (reason.phrase, reason.anchored_on, reading.why, *(one.why for one in others))
    return withheld(reason) if any(map(veil.are_in, said)) else reason


def _discreet(readings: tuple[Alternative, ...], veil: Names) -> tuple[Alternative, ...]:
    return tuple(reading for reading in readings if not veil.are_in(reading.why))


def _may_tell(notice: Notice, hidden: set[FullKey], veil: Names) -> bool:
    if notice.audience is Audience.INTERNAL or notice.full_key in hidden:
        return False
    return not veil.are_in(f"{notice.message}\n{notice.settle}")


# --- what stands around them ------------------------------------------------------------------------------------------


def _public_parts(timeline: Timeline, hidden: set[FullKey]) -> tuple[Part, ...]:
    """Keep the programmes of an agenda, unless all that they have is hidden."""
    shown = {entry.programme for entry in timeline.entries if entry.full_key not in hidden}
    internal = {programme for programme, _ in hidden} - shown
    return tuple(part for part in timeline.parts if part.key not in internal)


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
    members: dict[str, tuple[str, ...]] = {party.key: party.members for party in timeline.parties}
    spoken_for: dict[str, tuple[str, ...]] = {person.key: (person.party,) for person in timeline.people if person.party}
    named = _closure((key for entry in entries for key in _named(entry)), members | spoken_for)
    people = [person for person in timeline.people if person.key in named]
    return people, [party for party in timeline.parties if party.key in named]


def _named(entry: Entry) -> Iterator[str]:
    for who in entry.participants:
        yield from (record.key for record in (who.person, who.party) if record)
    yield from (key for topic in entry.topics for key in (topic.party, topic.raised_by) if key)
    yield from (claim.issuer for claim in entry.claims if claim.issuer)

"""What a reader may see of a timeline: for the public, everything internal is taken out before a word is written.

What comes out is a timeline again, so whoever renders it cannot forget to ask.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from diplocal.model import Audience, Source
from diplocal.reading import Alternative, Reading
from diplocal.timeline import Attendee, Entry, FullKey, NoDate, Notice, Reason, Timeline

WITHHELD = "withheld"
"""Stands for a reason that names something internal."""


def for_audience(timeline: Timeline, audience: Audience) -> Timeline:
    """Leave of a timeline what `audience` may read; ``INTERNAL`` may read everything.

    For the public, an internal entry goes with all that lies below it, and so do internal participants and notes,
    sources that only hidden entries cite, and notices that name something hidden. Reasons that do are withheld.
    """
    if audience is Audience.INTERNAL or not any(map(_has_secrets, timeline.entries)):
        return timeline
    hidden = _hidden(timeline)
    veil = _veil(timeline, hidden)
    entries = tuple(_public(entry, hidden, veil) for entry in timeline.entries if entry.full_key not in hidden)
    return evolve(
        timeline,
        entries=entries,
        notices=tuple(notice for notice in timeline.notices if _may_tell(notice, hidden, veil)),
        sources=_public_sources(timeline, hidden),
    )


@frozen
class _Veil:
    """Names that must not be told; ``None``: there are none."""

    names: re.Pattern[str] | None

    def hides(self, text: str) -> bool:
        return self.names is not None and self.names.search(text) is not None

    def over(self, text: str) -> str:
        return WITHHELD if self.hides(text) else text


def _hidden(timeline: Timeline) -> set[FullKey]:
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


def _veil(timeline: Timeline, hidden: set[FullKey]) -> _Veil:
    """Gather what would give hidden entries and participants away: their keys, titles and names."""
    names = {key for _, key in hidden}
    for entry in timeline.entries:
        if entry.full_key in hidden:
            names.add(entry.title)
        else:
            names |= {who.name for who in entry.participants if who.audience is Audience.INTERNAL}
    names = {name for name in names if name.strip()}
    if not names:
        return _Veil(None)
    words = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return _Veil(re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))


def _has_secrets(entry: Entry) -> bool:
    if entry.audience is Audience.INTERNAL or entry.internal_note:
        return True
    return bool(entry.participants) and any(who.audience is Audience.INTERNAL for who in entry.participants)


def _public(entry: Entry, hidden: set[FullKey], veil: _Veil) -> Entry:
    if not hidden and veil.names is None and not entry.internal_note:
        return entry  # nothing to hide: a copy of each of 100,000 entries would take as much memory as they do
    unnamed = _keys(who for who in entry.participants if who.audience is Audience.INTERNAL)
    return evolve(
        entry,
        internal_note="",
        reason=_public_reason(entry.reason, veil) if entry.reason else None,
        timing=NoDate(_discreet(entry.timing.readings, veil)) if isinstance(entry.timing, NoDate) else entry.timing,
        participants=tuple(who for who in entry.participants if who.audience is not Audience.INTERNAL),
        topics=tuple(
            evolve(
                topic,
                party=None if topic.party in unnamed else topic.party,
                raised_by=None if topic.raised_by in unnamed else topic.raised_by,
            )
            for topic in entry.topics
        ),
        claims=tuple(claim for claim in entry.claims if claim.issuer not in unnamed),
        relations=tuple(relation for relation in entry.relations if (entry.programme, relation.to) not in hidden),
    )


def _keys(attendees: Iterable[Attendee]) -> set[str]:
    """Collect the keys under which topics and claims would name these attendees."""
    known = (who.person or who.party for who in attendees)
    return {record.key for record in known if record is not None}


def _public_reason(reason: Reason, veil: _Veil) -> Reason:
    reading = reason.reading
    told: Reading = evolve(
        reading,
        why=veil.over(reading.why),
        alternatives=_discreet(reading.alternatives, veil),
        rejected=_discreet(reading.rejected, veil),
    )
    return evolve(reason, anchored_on=veil.over(reason.anchored_on), reading=told)


def _discreet(readings: tuple[Alternative, ...], veil: _Veil) -> tuple[Alternative, ...]:
    return tuple(evolve(reading, why=veil.over(reading.why)) for reading in readings)


def _may_tell(notice: Notice, hidden: set[FullKey], veil: _Veil) -> bool:
    return notice.full_key not in hidden and not veil.hides(f"{notice.message}\n{notice.settle}")


def _public_sources(timeline: Timeline, hidden: set[FullKey]) -> tuple[Source, ...]:
    """Keep the sources that something public cites, and those that nothing cites; a hidden entry's own ones go."""
    sources = {source.key: source for source in timeline.sources}
    shown, concealed = (
        _cited([entry for entry in timeline.entries if (entry.full_key in hidden) is which], sources)
        for which in (False, True)
    )
    return tuple(source for source in timeline.sources if source.key in shown or source.key not in concealed)


def _cited(entries: list[Entry], sources: dict[str, Source]) -> set[str]:
    """Collect the keys of the sources that entries cite, with those that these go back to."""
    waiting = [key for entry in entries for key in _citations(entry)]
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += sources[key].via if key in sources else ()
    return found


def _citations(entry: Entry) -> Iterator[str]:
    if entry.source:
        yield entry.source.key
    yield from (past.source.key for past in entry.earlier)
    yield from (claim.source for claim in entry.claims if claim.source)
    if entry.outcome and entry.outcome.source:
        yield entry.outcome.source

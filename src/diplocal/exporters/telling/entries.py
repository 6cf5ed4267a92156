"""What is told of an entry: its people, topics and labels, what changed about it, and what else is known."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from diplocal.exporters.outline import event_of
from diplocal.exporters.telling.fragments import (
    NOTHING,
    Fixed,
    Link,
    Told,
    bracketed,
    capital,
    filled,
    fixed,
    joined,
    struck,
    text,
)
from diplocal.exporters.telling.teller import Teller
from diplocal.model import Access, Audience, Claim, Outcome, Party, Relation, Role, Series, Topic
from diplocal.timeline import Attendee, Entry, Hours, NoDate

# --- what it is, who and what about -----------------------------------------------------------------------------------


@frozen
class Label:
    """A word or two at a glance, and how it looks."""

    words: Told
    tone: str


_ACCESS = {Access.OPEN: "press-open", Access.CLOSED: "press-closed"}


def labels(entry: Entry, teller: Teller) -> Iterator[Label]:
    """Tell the press access and what else is seen at a glance."""
    if entry.access:
        yield Label(teller.term(entry.access), _ACCESS.get(entry.access, "press-some"))
    if entry.background:
        yield Label(teller.say("background"), "aside")
    if entry.audience is Audience.INTERNAL:
        yield Label(teller.say("internal"), "internal")


def say_format(entry: Entry, teller: Teller) -> Told:
    """Name the format where the title doesn't name it already."""
    said = teller.language.name(entry.format) if entry.format else ""
    return NOTHING if said.lower() in entry.title.lower() else fixed(said)


def _some(parts: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(filter(None, parts))


@frozen
class Item:
    """A participant or a topic: its name, and what else is told of it, if anything."""

    name: Told
    more: tuple[Told, ...] = field(converter=_some)

    def beside(self, between: str) -> Told:
        """Join what else is told."""
        return joined(between, self.more)

    @property
    def in_line(self) -> Told:
        """The name, with the rest in brackets."""
        return bracketed(self.name, self.beside("; "))


def attendee(who: Attendee, teller: Teller) -> Item:
    """Name a participant, and tell the office, the party and the role; of a group, who belongs to it."""
    office, party = text(who.person.office) if who.person else NOTHING, NOTHING
    if who.party:
        party = text(who.party.name) if who.person else _members(who.party, teller)
    return Item(
        text(who.name),
        (
            joined(", ", [office, party]),
            NOTHING if who.role is Role.PARTICIPANT else teller.term(who.role),
            teller.say("internal") if who.audience is Audience.INTERNAL else NOTHING,
        ),
    )


def _members(party: Party, teller: Teller) -> Told:
    if party.members:
        return joined(", ", map(teller.name, party.members))
    return teller.say("{count} members", count=party.size) if party.size else NOTHING


def topic(subject: Topic, teller: Teller) -> Item:
    """Name a topic, and tell whose it is and whether it is only expected."""
    phrase, likely = text(subject.phrase), NOTHING
    if subject.likely:
        likely = teller.say("expected: “{phrase}”", phrase=phrase) if phrase else teller.say("expected")
    return Item(
        text(subject.title),
        (
            teller.say("aim of {party}", party=teller.name(subject.party)) if subject.party else NOTHING,
            likely,
            teller.say("raised by {name}", name=teller.name(subject.raised_by)) if subject.raised_by else NOTHING,
        ),
    )


# --- what changed -----------------------------------------------------------------------------------------------------


def tells_more(entry: Entry) -> bool:
    """Tell whether an entry says more than that there is such a day."""
    return bool(entry.title.strip() or entry.note.strip() or entry.earlier or entry.shown_struck)


def changes(entry: Entry, teller: Teller) -> Iterator[Told]:
    """Tell who moved or cancelled an entry, and what it was before, struck through, with who had said so."""
    if entry.status.changed and entry.source and (entry.earlier or entry.source != teller.first_source):
        status = capital(teller.term(entry.status))
        yield teller.say("{status}, according to {source}", status=status, source=teller.cite(entry.source))
    for past in entry.earlier:
        as_now = past.timing in (entry.timing, teller.announced.get(entry.full_key))
        before = teller.term(past.status) if as_now else struck(teller.timing(past.timing))
        yield teller.say("Earlier: {before} ({source})", before=before, source=teller.cite(past.source))


def open_dates(entry: Entry, teller: Teller) -> Told:
    """Tell which dates the words leave open, if any, with what speaks for each."""
    readings = entry.timing.readings if isinstance(entry.timing, NoDate) else ()
    either = teller.either(map(teller.alternative, readings))
    return teller.say("Date open: {readings}", readings=either) if either else NOTHING


# --- what else is known -----------------------------------------------------------------------------------------------


def remarks(entry: Entry, teller: Teller, *, event: bool) -> Iterator[Told]:
    """Tell what else is known, a sentence each; the event only where the lines around don't say it."""
    if announced := _as_announced(entry, teller):
        yield teller.say("Announced as {time}", time=announced)
    if event and not teller.one_event and (above := event_of(entry, teller.entries)):
        yield teller.say("Part of {title}", title=teller.to(above))
    yield from (capital(relation(one, entry, teller)) for one in entry.relations)
    yield from details(entry, teller)
    if entry.outcome:
        yield teller.say("Outcome: {outcome}", outcome=bracketed(*outcome(entry.outcome, teller)))
    if entry.source and entry.source != teller.first_source and not entry.status.changed:
        yield teller.say("Source: {source}", source=teller.cite(entry.source))


def _as_announced(entry: Entry, teller: Teller) -> Told:
    """Give the announced time where the zone of the place shows another one."""
    said, shown = teller.announced.get(entry.full_key), entry.timing
    if not (isinstance(said, Hours) and isinstance(shown, Hours)) or said.start.utcoffset() == shown.start.utcoffset():
        return NOTHING
    return (*teller.day(said.start.date()), Fixed(", "), *teller.time(said), Fixed(" "), *teller.zone(said.start))


def relation(said: Relation, entry: Entry, teller: Teller) -> Told:
    """Tell how an entry stands to another one of its programme."""
    other = teller.entries.get((entry.programme, said.to))
    return teller.term(said.kind, title=teller.to(other) if other else text(said.to))


def details(entry: Entry, teller: Teller) -> Iterator[Told]:
    """Tell of the series, the press, statements and notes."""
    if entry.series:
        yield teller.say("Series: {series}", series=_series(entry.series, teller))
    if entry.embargo:
        yield teller.say("Embargoed until {time}", time=teller.moment(entry.embargo))
    if entry.accreditation:
        yield teller.say("Accreditation by {day}", day=teller.day(entry.accreditation))
    yield from (teller.say("Statement: {claim}", claim=_claim(claim, entry, teller)) for claim in entry.claims)
    if note := text(entry.note):
        yield teller.say("Note: {note}", note=note)
    if note := text(entry.internal_note):
        yield teller.say("Internal: {note}", note=note)


def outcome(said: Outcome, teller: Teller) -> tuple[Told, Told]:
    """Name what came of an entry, with its address, and who said so."""
    source = teller.sources.get(said.source or "")
    return (Link(text(said.title), said.url),), teller.cite(source) if source else NOTHING


def _series(series: Series, teller: Teller) -> Told:
    return joined(
        ", ",
        [
            text(series.name),
            teller.say("edition {number}", number=series.edition) if series.edition else NOTHING,
            teller.say("{count} in a row", count=series.consecutive) if series.consecutive else NOTHING,
            teller.say("since {year}", year=series.since) if series.since else NOTHING,
        ],
    )


def _claim(claim: Claim, entry: Entry, teller: Teller) -> Told:
    source = teller.sources.get(claim.source or "") or entry.source
    issuer = teller.name(claim.issuer) if claim.issuer else text(source.publisher) if source else NOTHING
    who = joined(" ", [issuer, text(claim.verb)])
    quoted = (filled("“{words}”", words=words) for words in map(text, (claim.modality, claim.phrase)) if words)
    words = joined(", ", quoted)
    return teller.say("{name}: {words}", name=who, words=words) if who and words else who or words

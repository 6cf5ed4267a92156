"""What is told of an entry: its people, topics and labels, what changed about it, and what else is known."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from diplocal.exporters.outline import event_of
from diplocal.exporters.telling.facts import Facts
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
from diplocal.model import Access, Audience, Claim, Outcome, Party, Relation, Role, Series, Topic
from diplocal.timeline import Attendee, Entry, Hours, NoDate

# --- what it is, who and what about -----------------------------------------------------------------------------------


@frozen
class Label:
    """A word or two at a glance, and how it looks."""

    words: Told
    tone: str


_ACCESS = {Access.OPEN: "press-open", Access.CLOSED: "press-closed"}


def labels(entry: Entry, facts: Facts) -> Iterator[Label]:
    """Tell the press access and what else is seen at a glance."""
    if entry.access:
        yield Label(facts.term(entry.access), _ACCESS.get(entry.access, "press-some"))
    if entry.background:
        yield Label(facts.say("background"), "aside")
    if entry.audience is Audience.INTERNAL:
        yield Label(facts.say("internal"), "internal")


def say_format(entry: Entry, facts: Facts) -> Told:
    """Name the format where the title doesn't name it already."""
    said = facts.language.name(entry.format) if entry.format else ""
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


def attendee(who: Attendee, facts: Facts) -> Item:
    """Name a participant, and tell the office, the party and the role; of a group, who belongs to it."""
    office, party = text(who.person.office) if who.person else NOTHING, NOTHING
    if who.party:
        party = text(who.party.name) if who.person else _members(who.party, facts)
    return Item(
        text(who.name),
        (
            joined(", ", [office, party]),
            NOTHING if who.role is Role.PARTICIPANT else facts.term(who.role),
            facts.say("internal") if who.audience is Audience.INTERNAL else NOTHING,
        ),
    )


def _members(party: Party, facts: Facts) -> Told:
    if party.members:
        return joined(", ", map(facts.name, party.members))
    return facts.say("{count} members", count=party.size) if party.size else NOTHING


def topic(subject: Topic, facts: Facts) -> Item:
    """Name a topic, and tell whose it is and whether it is only expected."""
    phrase, likely = text(subject.phrase), NOTHING
    if subject.likely:
        likely = facts.say("expected: “{phrase}”", phrase=phrase) if phrase else facts.say("expected")
    return Item(
        text(subject.title),
        (
            facts.say("aim of {party}", party=facts.name(subject.party)) if subject.party else NOTHING,
            likely,
            facts.say("raised by {name}", name=facts.name(subject.raised_by)) if subject.raised_by else NOTHING,
        ),
    )


# --- what changed -----------------------------------------------------------------------------------------------------


def tells_more(entry: Entry) -> bool:
    """Tell whether an entry says more than that there is such a day."""
    return bool(entry.title.strip() or entry.note.strip() or entry.earlier or entry.off)


def changes(entry: Entry, facts: Facts) -> Iterator[Told]:
    """Tell who moved or cancelled an entry, and what it was before, struck through, with who had said so."""
    if entry.status.changed and entry.source and (entry.earlier or entry.source != facts.first_source):
        status = capital(facts.term(entry.status))
        yield facts.say("{status}, according to {source}", status=status, source=facts.cite(entry.source))
    for past in entry.earlier:
        as_now = past.timing in (entry.timing, facts.announced.get(entry.full_key))
        before = facts.term(past.status) if as_now else struck(facts.timing(past.timing))
        yield facts.say("Earlier: {before} ({source})", before=before, source=facts.cite(past.source))


def open_dates(entry: Entry, facts: Facts) -> Told:
    """Tell which dates the words leave open, if any, with what speaks for each."""
    readings = entry.timing.readings if isinstance(entry.timing, NoDate) else ()
    either = facts.either(map(facts.alternative, readings))
    return facts.say("Date open: {readings}", readings=either) if either else NOTHING


# --- what else is known -----------------------------------------------------------------------------------------------


def remarks(entry: Entry, facts: Facts, *, event: bool) -> Iterator[Told]:
    """Tell what else is known, a sentence each; the event only where the lines around don't say it."""
    if announced := _as_announced(entry, facts):
        yield facts.say("Announced as {time}", time=announced)
    if event and not facts.one_event and (above := event_of(entry, facts.entries)):
        yield facts.say("Part of {title}", title=facts.to(above))
    yield from (capital(relation(one, entry, facts)) for one in entry.relations)
    yield from details(entry, facts)
    if entry.outcome:
        yield facts.say("Outcome: {outcome}", outcome=bracketed(*outcome(entry.outcome, facts)))
    if entry.source and entry.source != facts.first_source and not entry.status.changed:
        yield facts.say("Source: {source}", source=facts.cite(entry.source))


def _as_announced(entry: Entry, facts: Facts) -> Told:
    """Give the announced time where the zone of the place shows another one."""
    said, shown = facts.announced.get(entry.full_key), entry.timing
    if not (isinstance(said, Hours) and isinstance(shown, Hours)) or said.start.utcoffset() == shown.start.utcoffset():
        return NOTHING
    return (*facts.day(said.start.date()), Fixed(", "), *facts.time(said), Fixed(" "), *facts.zone(said.start))


def relation(said: Relation, entry: Entry, facts: Facts) -> Told:
    """Tell how an entry stands to another one of its programme."""
    other = facts.entries.get((entry.programme, said.to))
    return facts.term(said.kind, title=facts.to(other) if other else text(said.to))


def details(entry: Entry, facts: Facts) -> Iterator[Told]:
    """Tell of the series, the press, statements and notes."""
    if entry.series:
        yield facts.say("Series: {series}", series=_series(entry.series, facts))
    if entry.embargo:
        yield facts.say("Embargoed until {time}", time=facts.moment(entry.embargo))
    if entry.accreditation:
        yield facts.say("Accreditation by {day}", day=facts.day(entry.accreditation))
    yield from (facts.say("Statement: {claim}", claim=_claim(claim, entry, facts)) for claim in entry.claims)
    if note := text(entry.note):
        yield facts.say("Note: {note}", note=note)
    if note := text(entry.internal_note):
        yield facts.say("Internal: {note}", note=note)


def outcome(said: Outcome, facts: Facts) -> tuple[Told, Told]:
    """Name what came of an entry, with its address, and who said so."""
    source = facts.sources.get(said.source or "")
    return (Link(text(said.title), said.url),), facts.cite(source) if source else NOTHING


def _series(series: Series, facts: Facts) -> Told:
    return joined(
        ", ",
        [
            text(series.name),
            facts.say("edition {number}", number=series.edition) if series.edition else NOTHING,
            facts.say("{count} in a row", count=series.consecutive) if series.consecutive else NOTHING,
            facts.say("since {year}", year=series.since) if series.since else NOTHING,
        ],
    )


def _claim(claim: Claim, entry: Entry, facts: Facts) -> Told:
    source = facts.sources.get(claim.source or "") or entry.source
    issuer = facts.name(claim.issuer) if claim.issuer else text(source.publisher) if source else NOTHING
    quoted = [filled("“{words}”", words=words) for words in map(text, (claim.modality, claim.phrase)) if words]
    return joined(": ", [joined(" ", [issuer, text(claim.verb)]), joined(", ", quoted)])

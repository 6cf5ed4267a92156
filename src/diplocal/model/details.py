"""What is said about an entry: topics, claims, sources, relations, outcomes, and what it was before."""

import datetime as dt

from attrs import field, frozen

from diplocal.model.status import Status
from diplocal.model.vocabulary import RelationKind
from diplocal.when import Reference, Time


@frozen(kw_only=True)
class Topic:
    """A subject of talks.

    Attributes:
        title: what it is.
        party: key of the party whose aim it is; ``None`` for a shared one.
        likely: whether the source only expects it ("likely", "potential").
        phrase: the source's words that say so.
        raised_by: key of the person or party it comes from, who need not take part.
    """

    title: str
    party: str | None = None
    likely: bool = False
    phrase: str = ""
    raised_by: str | None = None


@frozen(kw_only=True)
class Claim:
    """Who said something, and how firmly.

    Attributes:
        issuer: key of the person or party that said it; ``None``: the outlet itself.
        verb: the reporting verb ("indicated").
        modality: how it was put ("is set to", "is expected to"); empty for a plain statement.
        phrase: what was said, in short.
        source: key of the source; ``None``: the entry's.
    """

    issuer: str | None = None
    verb: str = ""
    modality: str = ""
    phrase: str = ""
    source: str | None = None


@frozen(kw_only=True)
class Source:
    """Where an announcement stood.

    Attributes:
        key: how others refer to it.
        publisher: the outlet or ministry.
        title: the headline.
        published: a date, or a date-time (naive ones are in `zone`); ``None`` where it bears none.
        zone: IANA zone of its dateline; words are read from the publication day there.
        url: its address.
        via: keys of the sources it goes back to, nearest first.
        to_check: what a person should still look at.
    """

    key: str
    publisher: str
    title: str = ""
    published: dt.date | dt.datetime | None = None
    zone: str | None = None
    url: str = ""
    via: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())


@frozen(kw_only=True)
class Series:
    """The run of meetings that this one belongs to.

    Attributes:
        name: what the run is called.
        edition: its number in the run.
        consecutive: how many in a row.
        since: the year the row began.
    """

    name: str
    edition: int | None = None
    consecutive: int | None = None
    since: int | None = None


@frozen(kw_only=True)
class Relation:
    """How an entry stands to another one.

    Attributes:
        kind: how.
        to: key of the other entry.
        phrase: the source's words that say so.
    """

    kind: RelationKind
    to: str
    phrase: str = ""


@frozen(kw_only=True)
class Outcome:
    """What came of an entry.

    Attributes:
        title: what it is called.
        source: key of the source that says so.
        url: where it is published.
    """

    title: str
    source: str | None = None
    url: str = ""


@frozen(kw_only=True)
class Settled:
    """Dates that somebody decided on: they settle the words, and must be among what the words can mean.

    Attributes:
        start: the first day.
        end: the last day, included; ``None``: the same day.
    """

    start: dt.date
    end: dt.date | None = None


@frozen(kw_only=True)
class Earlier:
    """What an entry was before a later source moved or cancelled it.

    Attributes:
        when: the words of that time, read from their own source's day.
        source: key of the source that gave it.
        time: the time of day it gave.
        status: the status it had.
    """

    when: Reference
    source: str
    time: Time | None = None
    status: Status = Status.EXPECTED

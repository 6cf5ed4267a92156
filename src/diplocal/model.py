"""What was announced: a programme with its events, visit days and sessions, before any date is known.

Records hold what the sources say and refer to each other by key. They check nothing about each other: a programme that
is wrong in several places can be built, and `diplocal.checks` tells every problem at once, with its path.
"""

import datetime as dt
from enum import Enum
from typing import TypeAlias

from attrs import field, frozen

from diplocal.when import Reference, Time


class Format(Enum):
    """What kind of item a session or an event is."""

    PLENARY = "plenary"
    COUNCIL = "council"
    MINISTERIAL = "ministerial"
    SUMMIT = "summit"
    TWO_PLUS_TWO = "two_plus_two"
    BILATERAL = "bilateral"
    TRILATERAL = "trilateral"
    MINILATERAL = "minilateral"
    ONE_TO_ONE = "one_to_one"
    PULL_ASIDE = "pull_aside"
    COURTESY_CALL = "courtesy_call"
    WORKING_BREAKFAST = "working_breakfast"
    WORKING_LUNCH = "working_lunch"
    WORKING_DINNER = "working_dinner"
    BANQUET = "banquet"
    SIGNING = "signing"
    WREATH_LAYING = "wreath_laying"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    FAMILY_PHOTO = "family_photo"
    DOORSTEP = "doorstep"
    PRESS_CONFERENCE = "press_conference"
    SPEECH = "speech"
    RECEPTION = "reception"
    SITE_VISIT = "site_visit"
    PHONE_CALL = "phone_call"
    VIDEO_CALL = "video_call"
    TRANSIT = "transit"
    VISIT = "visit"
    MEETING = "meeting"
    RULING = "ruling"
    ANNOUNCEMENT = "announcement"


class Status(Enum):
    """How firm an entry stands; earlier states stay on the entry as `Earlier`."""

    EXPECTED = "expected"
    PROVISIONAL = "provisional"
    CONDITIONAL = "conditional"
    CONFIRMED = "confirmed"
    HELD = "held"
    SLIPPED = "slipped"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    MOVED_ONLINE = "moved_online"
    SHORTENED = "shortened"
    CANCELLED = "cancelled"
    REINSTATED = "reinstated"


class Access(Enum):
    """Who of the press is let in."""

    OPEN = "open"
    POOLED = "pooled"
    CLOSED = "closed"
    ACCREDITED = "accredited"
    EMBARGOED = "embargoed"


class Audience(Enum):
    """Who may read an entry; an internal one never reaches a public feed, whole or in part."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Role(Enum):
    """What a participant is there as."""

    PRINCIPAL = "principal"
    HEAD_OF_DELEGATION = "head_of_delegation"
    COUNTERPART = "counterpart"
    HOST = "host"
    CHAIR = "chair"
    GUEST = "guest"
    SPEAKER = "speaker"
    OBSERVER = "observer"
    PARTICIPANT = "participant"


class PartyKind(Enum):
    """What a party is."""

    STATE = "state"
    ORGANISATION = "organisation"
    GROUP = "group"


class RelationKind(Enum):
    """How an entry stands to another one."""

    ON_THE_MARGINS_OF = "on_the_margins_of"
    PART_OF = "part_of"
    FOLLOWS = "follows"
    DESPITE = "despite"
    REPLACES = "replaces"


# --- who and where ----------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Place:
    """A place with its zone.

    Attributes:
        key: how entries refer to it.
        name: the display name ("Brussels").
        zone: its IANA zone; ``None``: from time zone and locale data by its name, if known there.
        country: ISO 3166-1 alpha-2 code.
        venue: the building or room.
        address: in one line.
        geo: latitude and longitude in degrees, WGS 84.
    """

    key: str
    name: str
    zone: str | None = None
    country: str = ""
    venue: str = ""
    address: str = ""
    geo: tuple[float, float] | None = None


@frozen(kw_only=True)
class Party:
    """A state, an organisation or a group; the display name is always the user's.

    Attributes:
        key: how others refer to it.
        name: the display name.
        kind: state, organisation or group.
        code: ISO 3166-1 code of a state.
        members: keys of the members of a group, in order.
        size: how many members it has where they aren't listed.
    """

    key: str
    name: str
    kind: PartyKind = PartyKind.STATE
    code: str = ""
    members: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    size: int | None = None


@frozen(kw_only=True)
class Person:
    """A person with the office held at the time of the programme.

    Attributes:
        key: how others refer to this person.
        name: the display name, in the order the source uses.
        office: as the source gives it ("Foreign Minister").
        party: key of the party spoken for.
        aliases: other spellings and name orders.
        email: written into a feed only on request.
    """

    key: str
    name: str
    office: str = ""
    party: str | None = None
    aliases: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    email: str = ""


@frozen(kw_only=True)
class Participant:
    """A person, a party or somebody unnamed, in a role. Exactly one of `person`, `party` and `unnamed` is given.

    Attributes:
        person: key of a person.
        party: key of a party.
        unnamed: the source's words for those it doesn't name ("foreign ministers of several countries").
        role: what they are there as.
        audience: whether a public feed may name them.
    """

    person: str | None = None
    party: str | None = None
    unnamed: str = ""
    role: Role = Role.PARTICIPANT
    audience: Audience = Audience.PUBLIC


# --- what is said about it --------------------------------------------------------------------------------------------


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
    """

    key: str
    publisher: str
    title: str = ""
    published: dt.date | dt.datetime | None = None
    zone: str | None = None
    url: str = ""
    via: tuple[str, ...] = field(converter=tuple[str, ...], default=())


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
    """How an entry stands to another one, by its key."""

    kind: RelationKind
    to: str
    phrase: str = ""


@frozen(kw_only=True)
class Outcome:
    """What came of an entry, with the source that tells it."""

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


# --- entries ----------------------------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Session:
    """One item of a programme.

    Attributes:
        key: unique in the programme, from words, never from a date: the feed's UID comes from it.
        title: what it is called.
        when: the day; ``None``: that of its visit day or of a one-day event, otherwise undated.
        time: the time of day; naive ones are in the place's zone.
        date: the dates that settle `when`.
        format: what kind of item.
        place: key of a place; ``None``: the day's or the event's.
        participants: in the order of the source.
        topics: in the order of the source.
        status: how firm it stands.
        access: who of the press is let in; ``None`` where nobody says.
        embargo: until when it is embargoed.
        accreditation: the last day for accreditation.
        audience: who may read the entry.
        source: key of the source; ``None``: the visit day's or the event's.
        anchor: key of the entry from whose date the words are read, instead of the publication day.
        note: public words about it.
        internal_note: never leaves the house.
        url: its own page.
        claims: who said what of it.
        relations: how it stands to other entries.
        earlier: what it was before, oldest first.
        outcome: what came of it.
        series: the run it belongs to.
    """

    key: str
    title: str
    when: Reference | None = None
    time: Time | None = None
    date: Settled | None = None
    format: Format | None = None
    place: str | None = None
    participants: tuple[Participant, ...] = field(converter=tuple[Participant, ...], default=())
    topics: tuple[Topic, ...] = field(converter=tuple[Topic, ...], default=())
    status: Status = Status.EXPECTED
    access: Access | None = None
    embargo: dt.date | dt.datetime | None = None
    accreditation: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    note: str = ""
    internal_note: str = ""
    url: str = ""
    claims: tuple[Claim, ...] = field(converter=tuple[Claim, ...], default=())
    relations: tuple[Relation, ...] = field(converter=tuple[Relation, ...], default=())
    earlier: tuple[Earlier, ...] = field(converter=tuple[Earlier, ...], default=())
    outcome: Outcome | None = None
    series: Series | None = None


@frozen(kw_only=True)
class VisitDay:
    """A day of a visit, with its place.

    Attributes:
        key: unique in the programme.
        when: the day.
        title: what the day is called; a day becomes a calendar entry only if it has a title or a place of its own.
        place: key of a place; ``None``: the event's.
        sessions: in the order of the source; those without a `when` are on this day.

    The other attributes mean what they mean in `Session`.
    """

    key: str
    when: Reference
    title: str = ""
    date: Settled | None = None
    place: str | None = None
    sessions: tuple[Session, ...] = field(converter=tuple[Session, ...], default=())
    status: Status = Status.EXPECTED
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    note: str = ""
    internal_note: str = ""


@frozen(kw_only=True)
class Event:
    """A gathering or visit with a name and a time.

    Attributes:
        days: its days, in order, where the source tells them.
        sessions: the items that hang on no day of `days`.
        background: it is named because something relates to it; it becomes an entry only once it has a date.

    The other attributes mean what they mean in `Session`; `when` ``None`` is undated.
    """

    key: str
    title: str
    when: Reference | None = None
    time: Time | None = None
    date: Settled | None = None
    format: Format | None = None
    place: str | None = None
    days: tuple[VisitDay, ...] = field(converter=tuple[VisitDay, ...], default=())
    sessions: tuple[Session, ...] = field(converter=tuple[Session, ...], default=())
    participants: tuple[Participant, ...] = field(converter=tuple[Participant, ...], default=())
    topics: tuple[Topic, ...] = field(converter=tuple[Topic, ...], default=())
    status: Status = Status.EXPECTED
    access: Access | None = None
    embargo: dt.date | dt.datetime | None = None
    accreditation: dt.date | None = None
    audience: Audience = Audience.PUBLIC
    source: str | None = None
    anchor: str | None = None
    background: bool = False
    note: str = ""
    internal_note: str = ""
    url: str = ""
    claims: tuple[Claim, ...] = field(converter=tuple[Claim, ...], default=())
    relations: tuple[Relation, ...] = field(converter=tuple[Relation, ...], default=())
    earlier: tuple[Earlier, ...] = field(converter=tuple[Earlier, ...], default=())
    outcome: Outcome | None = None
    series: Series | None = None


Announced: TypeAlias = Event | VisitDay | Session


@frozen(kw_only=True)
class Programme:
    """The programme of a visit, as announced: the root of everything.

    Attributes:
        key: unique among programmes that share a feed.
        title: what it is called.
        sources: the first one is every entry's source unless the entry names another.
        people: who is named anywhere.
        parties: states, organisations and groups.
        places: where things happen.
        events: in the order of the source.
        note: free text; evaluation belongs here and becomes no fact.
    """

    key: str
    title: str
    sources: tuple[Source, ...] = field(converter=tuple[Source, ...], default=())
    people: tuple[Person, ...] = field(converter=tuple[Person, ...], default=())
    parties: tuple[Party, ...] = field(converter=tuple[Party, ...], default=())
    places: tuple[Place, ...] = field(converter=tuple[Place, ...], default=())
    events: tuple[Event, ...] = field(converter=tuple[Event, ...], default=())
    note: str = ""

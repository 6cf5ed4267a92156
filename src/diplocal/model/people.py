"""Who takes part and where: people, parties, participants and places."""

from attrs import field, frozen

from diplocal.model.vocabulary import Audience, PartyKind, Role


@frozen(kw_only=True, cache_hash=True)
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
        to_check: what a person should still look at.
    """

    key: str
    name: str
    office: str = ""
    party: str | None = None
    aliases: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    email: str = ""
    to_check: tuple[str, ...] = field(converter=tuple[str, ...], default=())


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

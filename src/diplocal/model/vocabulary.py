"""The words that a programme is told in: formats, access, audiences, roles, kinds."""

from enum import Enum


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

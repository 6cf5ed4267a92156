"""Times of day as said: clocks, parts of the day, and the zone they are told in."""

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen
from attrs.validators import in_


class PartOfDay(StrEnum):
    """A part of the day, kept as said; no hour is made up for it."""

    EARLY_HOURS = "early hours"
    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@frozen
class Clock:
    """A time of day as said.

    Attributes:
        hour: 0-23.
        minute: 0-59.
        zone: an IANA name or an offset (``+09:00``) as said; ``"local"`` for "local time"; ``None`` where nothing is.
        about: whether the words say "around".
    """

    hour: int = field(validator=in_(range(24)))
    minute: int = field(default=0, validator=in_(range(60)))
    zone: str | None = None
    about: bool = False

    @property
    def time(self) -> dt.time:
        """The naive time of day."""
        return dt.time(self.hour, self.minute)


@frozen
class ClockSpan:
    """From one time of day to another; the end is exclusive, as in calendars, and may lie after midnight."""

    start: Clock
    end: Clock


@frozen
class InPart:
    """A part of the day, in the zone that the words say, if any (as in `Clock`)."""

    part: PartOfDay
    zone: str | None = None


@frozen
class InZone:
    """No time of day, but the zone in which the day counts ("on Thursday (local time)"), as in `Clock`."""

    zone: str


Time: TypeAlias = Clock | ClockSpan | InPart | InZone

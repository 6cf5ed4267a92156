"""How firm an entry stands: each status with all that calendars, pages and feeds decide by it.

A new status is a row here; its words in other languages are in the catalogues of `exporters/locale`.
"""

from enum import Enum, Flag, auto
from typing import Final, Self


class Tone(Enum):
    """How a status looks at a glance; what it is, its words say."""

    OPEN = "open"
    FIRM = "firm"
    MOVED = "moved"
    OFF = "off"


class Chance(Enum):
    """How surely an entry takes place, as newsrooms code it (IPTC's vocabulary ``eventoccurstatus``)."""

    MAY_OCCUR = "eos3"
    LIKELY = "eos4"
    CERTAIN = "eos5"
    CANCELLED = "eos6"


class _Is(Flag):
    PLAIN = auto()
    CHANGED = auto()
    OVER = auto()
    LATE = auto()


_OPEN, _FIRM, _MOVED, _OFF = Tone
_MAY, _LIKELY, _CERTAIN, _NO = Chance
_ASKED, _SURE, _STRUCK = "TENTATIVE", "CONFIRMED", "CANCELLED"  # iCalendar's three
_AS_SAID: Final = "EventScheduled"
_PLAIN, _CHANGED, _ELSE = _Is.PLAIN, _Is.CHANGED, _Is(0)


class Status(Enum):
    """How firm an entry stands; earlier states stay on the entry as `Earlier`.

    Attributes:
        tone: how it looks.
        ical: iCalendar's value for it (RFC 5545, 3.8.1.11). Postponed is cancelled there: the entry won't take place on
            the day that it still bears.
        chance: how surely the entry takes place.
        schema_org: schema.org's value for it (EventStatusType).
        news: what a notice says of an entry, in few words; empty where that is no news.
        plain: whether iCalendar's value says it all; the others are said in the title too.
        changed: whether it says that an announcement was changed.
        over: whether the entry has taken place.
        late: whether the entry takes place later than it says, nobody knows when.
    """

    # fmt: off
    EXPECTED     = "expected",     _OPEN,  _ASKED,  _LIKELY,  _AS_SAID,           _PLAIN,              ""
    PROVISIONAL  = "provisional",  _OPEN,  _ASKED,  _MAY,     _AS_SAID,           _ELSE,               ""
    CONDITIONAL  = "conditional",  _OPEN,  _ASKED,  _MAY,     _AS_SAID,           _ELSE,               ""
    CONFIRMED    = "confirmed",    _FIRM,  _SURE,   _CERTAIN, _AS_SAID,           _PLAIN,              "confirmed"
    HELD         = "held",         _FIRM,  _SURE,   _CERTAIN, _AS_SAID,           _PLAIN | _Is.OVER,   ""
    SLIPPED      = "slipped",      _MOVED, _ASKED,  _LIKELY,  "EventRescheduled", _CHANGED | _Is.LATE, "late"
    POSTPONED    = "postponed",    _MOVED, _STRUCK, _MAY,     "EventPostponed",   _CHANGED,            "postponed"
    RESCHEDULED  = "rescheduled",  _MOVED, _SURE,   _LIKELY,  "EventRescheduled", _CHANGED,            ""
    MOVED_ONLINE = "moved_online", _MOVED, _SURE,   _LIKELY,  "EventMovedOnline", _CHANGED,            "moved online"
    SHORTENED    = "shortened",    _MOVED, _SURE,   _LIKELY,  _AS_SAID,           _CHANGED,            "shortened"
    CANCELLED    = "cancelled",    _OFF,   _STRUCK, _NO,      "EventCancelled",   _CHANGED,            "cancelled"
    REINSTATED   = "reinstated",   _FIRM,  _SURE,   _LIKELY,  _AS_SAID,           _CHANGED,            "on again"
    # fmt: on

    tone: Tone
    ical: str
    chance: Chance
    schema_org: str
    news: str
    plain: bool
    changed: bool
    over: bool
    late: bool
    _value_: str

    def __new__(  # noqa: D102, PLR0917 - the columns of a row; found by the first alone
        cls,
        value: str,
        tone: Tone = _OPEN,
        ical: str = _ASKED,
        chance: Chance = _LIKELY,
        schema_org: str = _AS_SAID,
        is_: _Is = _ELSE,
        news: str = "",
    ) -> Self:
        status = object.__new__(cls)
        status._value_ = value
        status.tone, status.ical, status.chance, status.schema_org = tone, ical, chance, schema_org
        status.news = news
        status.plain, status.changed, status.over, status.late = (flag in is_ for flag in _Is)
        return status

    @property
    def off(self) -> bool:
        """Whether the entry won't take place when it says: cancelled or postponed."""
        return self.ical == _STRUCK

    @property
    def cancelled(self) -> bool:
        """Whether the entry won't take place at all."""
        return self.tone is _OFF

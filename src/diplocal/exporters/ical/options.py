"""What may be chosen about a calendar: its name and looks, for whom it is, which part of the timeline it holds."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import NoReturn, cast

from attrs import evolve, field, fields, frozen

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.contentline import Uri
from diplocal.model import Audience


class Struck(Enum):
    """What becomes of an entry that won't take place when it says.

    ``STRIKE`` gives it STATUS:CANCELLED and says so in its title. Some calendars hide such entries; ``SHOW`` says it in
    the title alone, so that they don't. ``DROP`` leaves it out.
    """

    STRIKE = "strike"
    SHOW = "show"
    DROP = "drop"

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        msg = f"{value!r} is nothing that may become of an entry; give one of {', '.join(one.value for one in cls)}"
        raise ExportError(msg)


@frozen(kw_only=True)
class Options:
    """The options of a calendar.

    Attributes:
        name: what subscribers see; empty: the timeline's title.
        description: what it is about; empty: the timeline's note. What has no date is told after it.
        source: the address from which it can be had again.
        refresh: how often subscribers had better look again; calendars that know better may ignore it.
        color: a CSS3 colour name.
        audience: for whom; what is internal appears for ``INTERNAL`` alone.
        language: of the fixed words, weekdays and months; any but English needs Babel.
        emails: whether e-mail addresses of participants are written.
        since: the first day that is of interest; what was over before is left out.
        until: the last one, included.
        struck: what becomes of cancelled entries.
        length: how long an entry with a time and without an end is shown, which its description calls an assumption;
            ``None``: no end is written, and most calendars show a line.
        busy: whether entries with a time make their subscribers busy; what is cancelled never does.
        reasons: whether descriptions tell how each date was read.
        deadlines: whether the last days for accreditation and the ends of embargoes are entries of their own.
        reminder: how long before such a deadline begins subscribers are reminded; ``None``: they aren't.
        stamp: when the content last changed, aware; ``None``: when the newest source was published.

    Raises:
        ExportError: an option that no calendar could hold.
    """

    name: str = ""
    description: str = ""
    source: str = ""
    refresh: dt.timedelta = dt.timedelta(hours=6)
    color: str = ""
    audience: Audience = Audience.PUBLIC
    language: str = "en"
    emails: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    struck: Struck = field(default=Struck.STRIKE, converter=Struck)
    length: dt.timedelta | None = None
    busy: bool = True
    reasons: bool = True
    deadlines: bool = False
    reminder: dt.timedelta | None = None
    stamp: dt.datetime | None = None

    def __attrs_post_init__(self) -> None:
        for wrong, told in (
            (
                self.refresh < dt.timedelta(minutes=1),
                f"refresh {self.refresh} is too short; give an hour or more",
            ),
            (
                self.length is not None and not dt.timedelta() < self.length < dt.timedelta(days=1),
                f"length {self.length} is none to assume; give one of minutes or hours, such as half an hour",
            ),
            (
                bool(re.search("[^a-z]", self.color)),
                f"{self.color!r} is not a colour; give a CSS3 name such as 'steelblue'",
            ),
            (self.reminder is not None and not self.deadlines, "a reminder goes with deadlines"),
            (self.reminder is not None and self.reminder < dt.timedelta(), "a reminder comes before its deadline"),
            (self.since and self.until and self.until < self.since, f"since {self.since} is after until {self.until}"),
            (self.stamp and self.stamp.utcoffset() is None, f"stamp {self.stamp} has no zone; give it one"),
        ):
            if wrong:
                raise ExportError(told)
        if self.source:
            Uri(self.source)


def chosen(options: Options | None, given: Mapping[str, object]) -> Options:
    """Change options by keyword; an unknown one is an ExportError."""
    names = [one.name for one in fields(Options)]
    for name in given:
        if name not in names:
            raise ExportError.unknown(name, "an option of a calendar", names, f"there are {', '.join(names)}")
    change = cast(Callable[..., Options], evolve)
    return change(options or Options(), **given)

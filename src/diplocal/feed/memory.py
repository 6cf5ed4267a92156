"""A published feed as the memory of what subscribers have: whether it is ours, and what an entry in it says."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from attrs import frozen

from diplocal.errors import FeedError
from diplocal.exporters.ical import HEAD
from diplocal.exporters.rfc5545.unfold import ContentLine, Slice, cut, first_value, unescaped, unfold
from diplocal.feed.sealing import OURS, is_whole, read_state
from diplocal.feed.summaries import Title, read_title
from diplocal.model import Audience
from diplocal.timeline import ByDay, DayPart, Days, Hours

FORMAT = 2
"""The format of the feeds that are written here, as PRODID names it: its entries are sealed. Those of 0.1 name none."""

_OURS = re.compile(r"-//diplocal//diplocal(?: ([1-9][0-9]{0,8}))?//[A-Z]{2}")
_BARE_BREAK = re.compile(rb"(?<!\r)\n")
_DAY = dt.timedelta(days=1)


@frozen(kw_only=True)
class Stored:
    """What an entry's component in a feed says.

    Attributes:
        uid: of the entry.
        sequence: how often its time, place or status was changed.
        stamp: when its content was last changed.
        title: its title, taken apart.
        timing: when it is.
        off: whether it won't take place when it says.
        lines: its properties by name, with the unfolded lines.
    """

    uid: str
    sequence: int
    stamp: dt.datetime
    title: Title
    timing: Days | Hours | DayPart | ByDay
    off: bool
    lines: Mapping[str, ContentLine]

    def text(self, name: str) -> str:
        """Give the text of a property; empty where there is none."""
        return unescaped(self.lines[name].value) if name in self.lines else ""

    def same(self, other: "Stored", *names: str) -> bool:
        """Tell whether both say the same of these properties."""
        return all(_said(self.lines.get(name)) == _said(other.lines.get(name)) for name in names)


@frozen(kw_only=True)
class Published:
    """A feed that was published, cut up.

    Attributes:
        octets: with the line breaks it was written with.
        sealed: whether its entries are; in those of 0.1 nothing tells damage.
        for_house: whether its audience might read what is internal.
        description: the calendar's own.
        parts: its entries, by UID.
        damaged: the UIDs, as far as they can be read, of entries that are not what was written.
    """

    octets: bytes
    sealed: bool
    for_house: bool
    description: str
    parts: Mapping[str, Slice]
    damaged: tuple[str, ...]

    def read(self, part: Slice) -> Stored:
        """Read one of its entries.

        Raises:
            FeedError: it lacks something that is always written.
        """
        return read_slice(self.octets, part, sealed=self.sealed)


def open_feed(octets: bytes) -> Published:
    """Cut up a feed that was published.

    Raises:
        FeedError: another program wrote it, or a newer version of this one; it is torn; it holds what no version of
            this one wrote.
    """
    if b"\r" not in octets[:80]:
        octets = _BARE_BREAK.sub(b"\r\n", octets)  # version control took them out
    slices = cut(octets)

    def head(name: str) -> str:
        return unescaped(first_value(octets, name, 0, slices.header_end) or "")

    sealed = _format(head("PRODID")) == FORMAT
    audience = head(f"{OURS}AUDIENCE")
    parts: dict[str, Slice] = {}
    damaged: list[str] = []
    for part in slices.entries:
        if part.name == "VEVENT" and sealed and not is_whole(octets, part):
            damaged.append(part.key)
        elif part.name != "VEVENT" or part.key in parts:
            what = f"a second entry {part.key!r}" if part.name == "VEVENT" else f"a {part.name}"
            msg = f"the feed holds {what} at octet {part.start}, which was not written here; take it out"
            raise FeedError(msg)
        else:
            parts[part.key] = part
    return Published(
        octets=octets,
        sealed=sealed,
        for_house=audience != Audience.PUBLIC.name if sealed else audience == Audience.INTERNAL.name,
        description=head("DESCRIPTION"),
        parts=parts,
        damaged=tuple(damaged),
    )


def read_slice(octets: bytes, part: Slice, *, sealed: bool) -> Stored:
    """Read the entry that a slice holds.

    Raises:
        FeedError: it lacks something that is always written.
    """
    lines = {line.name: line for line in own_lines(octets, part)}
    missing = [name for name in (*HEAD, "DTSTART", "SUMMARY", "STATUS") if name not in lines]
    try:
        if missing:
            raise ValueError(f"it has no {missing[0]}")
        said = lines["STATUS"].value
        title = read_state(lines) if sealed else read_title(unescaped(lines["SUMMARY"].value))
        return Stored(
            uid=part.key,
            sequence=int(lines["SEQUENCE"].value),
            stamp=_moment(lines["LAST-MODIFIED"]),
            title=title,
            timing=_timing(lines, title),
            off=said == "CANCELLED" or (title.off and (sealed or said == "TENTATIVE")),
            lines=lines,
        )
    except (ValueError, KeyError, OSError) as error:
        msg = f"the feed's entry at octet {part.start} can't be read: {error}; restore the feed"
        raise FeedError(msg) from error


def own_lines(octets: bytes, part: Slice) -> Iterator[ContentLine]:
    """Give the properties of a component, without those of a reminder in it."""
    inside = 0
    for line in unfold(octets, part.start, part.end):
        inside += (line.name == "BEGIN") - (line.name == "END")
        if inside == 1 and line.name not in {"BEGIN", "END"}:
            yield line


def _format(name: str) -> int:
    """Tell the format of a feed by the name of its writer."""
    ours = _OURS.fullmatch(name)
    if ours is None:
        by = f"by {name[:60]!r}" if name else "by nobody known (it has no PRODID)"
        msg = f"the feed was written {by}, not here; publish to another file, or remove this one first"
        raise FeedError(msg)
    found = int(ours[1] or 1)
    if found > FORMAT:
        msg = f"the feed was written by a newer version (format {found}, this one knows {FORMAT}); upgrade diplocal"
        raise FeedError(msg)
    return found


def _said(line: ContentLine | None) -> object:
    return (line.params, line.value) if line else None


def _timing(lines: Mapping[str, ContentLine], title: Title) -> Days | Hours | DayPart | ByDay:
    start, end = lines["DTSTART"], None if title.assumed else lines.get("DTEND")
    if ("VALUE", "DATE") not in start.params:
        return Hours(_moment(start), _moment(end) if end else None, title.about)
    first = _date(start.value)
    if title.deadline:
        return ByDay(first)
    return DayPart(first, title.part) if title.part else Days(first, _date(end.value) - _DAY if end else first)


def _date(value: str) -> dt.date:
    return dt.datetime.strptime(value, "%Y%m%d").date()


def _moment(line: ContentLine) -> dt.datetime:
    name = dict(line.params).get("TZID")
    moment = dt.datetime.strptime(line.value.removesuffix("Z"), "%Y%m%dT%H%M%S")
    if name is None and not line.value.endswith("Z"):
        raise ValueError(f"{line.name} has no zone")
    return moment.replace(tzinfo=ZoneInfo(name) if name else dt.UTC)

"""The feed as it was published before: whether it is ours, what an entry in it says, and what follows upon that.

It is the memory of what subscribers have. An entry that says the same keeps its bytes; one that says something else is
stamped and counted.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from attrs import frozen

from diplocal.errors import FeedError
from diplocal.exporters.ical import HEAD, stamped
from diplocal.exporters.rfc5545.contentline import Component, encode
from diplocal.exporters.rfc5545.unfold import ContentLine, Slice, cut, first_value, unescaped, unfold
from diplocal.feed.legacy import read_title
from diplocal.feed.state import ABOUT, OURS, State, content, content_start, is_whole, read_state, sealed
from diplocal.model import Audience
from diplocal.timeline import ByDay, DayPart, Days, Hours, timing_dates
from diplocal.when import PartOfDay

FORMAT = 2
"""The format of the feeds that are written here, as PRODID names it: its entries are sealed. Those of 0.1 name none."""

_OURS = re.compile(r"-//diplocal//diplocal(?: ([1-9][0-9]{0,8}))?//[A-Z]{2}")
_BARE_BREAK = re.compile(rb"(?<!\r)\n")
_DAY = dt.timedelta(days=1)
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@frozen(kw_only=True)
class Stored:
    """What an entry's component in a feed says."""

    uid: str  # of the entry
    sequence: int  # how often its time, place or status was changed
    stamp: dt.datetime  # when its content was last changed
    state: State  # what it is
    timing: Days | Hours | DayPart | ByDay  # when it is
    off: bool  # whether it won't take place when it says
    lines: Mapping[str, ContentLine]  # its properties by name, with the unfolded lines

    def text(self, name: str) -> str:
        """Give the text of a property; empty where there is none."""
        return unescaped(self.lines[name].value) if name in self.lines else ""

    def same(self, other: "Stored", *names: str) -> bool:
        """Tell whether both say the same of these properties."""
        return all(self.lines.get(name) == other.lines.get(name) for name in names)


@frozen(kw_only=True)
class Published:
    """A feed that was published, cut up."""

    octets: bytes  # with the line breaks it was written with
    sealed: bool  # whether its entries are; in those of 0.1 nothing tells damage
    for_house: bool  # whether its audience might read what is internal
    description: str  # the calendar's own
    parts: Mapping[str, Slice]  # its entries, by UID
    damaged: tuple[str, ...]  # the UIDs, as far as they can be read, of entries that are not what was written

    def read(self, part: Slice) -> Stored:
        """Read one of its entries.

        Raises:
            FeedError: it lacks something that is always written.
        """
        return _read(self.octets, part, sealed=self.sealed)


def open_feed(octets: bytes) -> Published:
    """Cut up a feed that was published.

    Raises:
        FeedError: another program wrote it, or a newer version of this one; it is torn; it holds what no version of
            this one wrote.
    """
    if b"\r" not in octets[:80]:
        octets = _BARE_BREAK.sub(b"\r\n", octets)  # version control took them out
    header_end, components = cut(octets)

    def head(name: str) -> str:
        return unescaped(first_value(octets, name, 0, header_end) or "")

    sealed = _format(head("PRODID")) == FORMAT
    audience = head(f"{OURS}AUDIENCE")
    parts: dict[str, Slice] = {}
    damaged: list[str] = []
    for part in components:
        if part.name == "VTIMEZONE":
            continue
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


def read_sealed(component: Component, written: bytes) -> Stored:
    """Read a component as the feed's next revision will."""
    key = str(component.properties[0].value)
    return _read(written, Slice(name=component.name, key=key, start=0, end=len(written)), sealed=True)


def _read(octets: bytes, part: Slice, *, sealed: bool) -> Stored:
    lines = {line.name: line for line in own_lines(octets, part)}
    missing = [name for name in (*HEAD, "DTSTART", "SUMMARY", "STATUS") if name not in lines]
    try:
        if missing:
            raise ValueError(f"it has no {missing[0]}")
        said = lines["STATUS"].value
        state = read_state(lines) if sealed else read_title(unescaped(lines["SUMMARY"].value))
        return Stored(
            uid=part.key,
            sequence=int(lines["SEQUENCE"].value),
            stamp=_moment(lines["LAST-MODIFIED"]),
            state=state,
            timing=_timing(lines, state),
            off=said == "CANCELLED" or (state.off and (sealed or said == "TENTATIVE")),
            lines=lines,
        )
    except (ValueError, KeyError, OSError) as error:
        msg = f"the feed's entry at octet {part.start} can't be read: {error}; restore the feed"
        raise FeedError(msg) from error


def last_day(entry: Stored) -> dt.date:
    """Tell the last day of an entry, by its own clock."""
    dates = timing_dates(entry.timing)
    return dates[1] if dates else dt.date.max


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


def _timing(lines: Mapping[str, ContentLine], state: State) -> Days | Hours | DayPart | ByDay:
    start, end = lines["DTSTART"], None if state.assumed else lines.get("DTEND")
    if ("VALUE", "DATE") not in start.params:
        return Hours(_moment(start), _moment(end) if end else None, state.time == ABOUT)
    first = _date(start.value)
    match state.time:
        case "" | "about":
            return Days(first, _date(end.value) - _DAY if end else first)
        case "by":
            return ByDay(first)
        case part:
            return DayPart(first, PartOfDay(part))


def _date(value: str) -> dt.date:
    return dt.datetime.strptime(value, "%Y%m%d").date()


def _moment(line: ContentLine) -> dt.datetime:
    name = dict(line.params).get("TZID")
    moment = dt.datetime.strptime(line.value.removesuffix("Z"), "%Y%m%dT%H%M%S")
    if name is None and not line.value.endswith("Z"):
        raise ValueError(f"{line.name} has no zone")
    return moment.replace(tzinfo=ZoneInfo(name) if name else dt.UTC)


# --- one state of an entry after another ------------------------------------------------------------------------------


def first_sequence(now: dt.datetime) -> int:
    """Give the SEQUENCE of an entry that a feed begins to have: above any that it can have had before.

    An entry may have been in the feed already, and left it: its subscribers ignore what is counted lower than what they
    have (RFC 5546, 2.1.4). So it begins with the seconds since 2020, and rises by one with each change.
    """
    return max(0, int((now - _COUNTED_FROM).total_seconds()))


def succeed(part: Slice, before: Published, component: Component, state: State, now: dt.datetime) -> tuple[bytes, bool]:
    """Write a component in the place of a published one, whose bytes stay where that says the same already.

    RFC 5546, 2.1.4: SEQUENCE rises when the time, the place or the status is another one.
    An entry's stamp never goes back behind the one it had. Returns the octets, and whether the content is another one.
    """
    octets, written = before.octets[part.start : part.end], sealed(component, state)
    if before.sealed and content(written, 0, len(written)) == content(octets, 0, len(octets)):
        return octets, False
    old, new = before.read(part), read_sealed(component, written)
    if not before.sealed and _unstamped(encode(component)) == _unstamped(octets):
        return sealed(stamped(component, old.stamp, old.sequence), state), False
    sequence = old.sequence + (not _stands(old, new))
    return sealed(stamped(component, max(now, old.stamp), sequence), state), True


def _unstamped(octets: bytes) -> bytes:
    return octets[content_start(octets) :]


def _stands(old: Stored, new: Stored) -> bool:
    """Tell whether time, place and status are what they were."""
    return (
        old.timing == new.timing
        and old.off is new.off
        and old.state.statuses == new.state.statuses
        and old.same(new, "DTSTART", "DTEND", "LOCATION", "GEO", "STATUS")
    )

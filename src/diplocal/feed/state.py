"""What only the next revision needs of an entry, written into its component: its state as data, and a digest.

A display text is read by nobody: what the entry is called, its status and the kind of its time stand in properties of
ours wherever SUMMARY, STATUS and DTSTART don't say them. The digest is the last property; an entry without its own was
damaged.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from attrs import evolve, frozen

from diplocal.exporters.ical import CalendarView
from diplocal.exporters.ical.view import name
from diplocal.exporters.rfc5545.contentline import Component, Property, SharedProperty, content_line, encode
from diplocal.exporters.rfc5545.unfold import ContentLine, Slice, unescaped
from diplocal.model import Status
from diplocal.timeline import ByDay, DayPart, Entry, Hours

OURS = "X-DIPLOCAL-"
"""What the names of our properties begin with."""

STATE = frozenset(f"{OURS}{name}" for name in ("TITLE", "STATUS", "TIME", "END", "SOURCE", "DIGEST"))
"""The properties that a sealed component ends with."""

ABOUT, BY = "about", "by"
"""What stands for a time that is approximate, and for a deadline, where a part of the day stands by its name."""

_OPEN = "open"
_DIGITS = 16
_END = b"END:VEVENT\r\n"
_REMINDER = b"BEGIN:VALARM\r\n"
_DIGEST = re.compile(rb"X-DIPLOCAL-DIGEST:([0-9a-f]{%d})\r\n%s" % (_DIGITS, _END))
_TAIL = len("X-DIPLOCAL-DIGEST:") + _DIGITS + len("\r\n") + len(_END)


@frozen(kw_only=True)
class State:
    """What an entry is, beside its day or its hours."""

    name: str  # what it is called
    statuses: frozenset[Status] = frozenset()  # what its title says of its status
    time: str = ""  # the kind of its time: `ABOUT`, `BY` or a part of the day; empty: as DTSTART says it
    undated: bool = False  # whether it lost its date
    assumed: bool = False  # whether its end is an assumption
    source: str = ""  # what tells the source that gave all this from others: its key, and when it was published

    def strike(self) -> "State":
        """Say of it that it is cancelled."""
        return self if self.off else evolve(self, statuses=self.statuses | {Status.CANCELLED})

    @property
    def off(self) -> bool:
        """Whether the entry won't take place when it says."""
        return self.undated or any(status.off for status in self.statuses)


def state_of(entry: Entry, view: CalendarView) -> State:
    """Tell what an entry of the timeline is."""
    timing, source = entry.timing, entry.source
    return State(
        name=name(entry, view.teller),
        statuses=frozenset(() if entry.status.plain else (entry.status,)),
        time=_kind(entry),
        assumed=isinstance(timing, Hours) and timing.end is None and view.options.length is not None,
        source=f"{source.key} {source.published or ''}".strip() if source else "",
    )


def _kind(entry: Entry) -> str:
    match entry.timing:
        case DayPart(_, part):
            return part.value
        case Hours(about=True):
            return ABOUT
        case ByDay():
            return BY
        case _:
            return ""


def sealed(component: Component, state: State) -> bytes:
    """Write an entry's component with its state and its digest."""
    summary = next(str(prop.value) for prop in component.properties if prop.name == "SUMMARY")
    return seal(encode(component), summary, state)


def seal(octets: bytes, summary: str, state: State) -> bytes:
    """Add its state and its digest to an entry's written component, which has no property of ours yet."""
    own, reminder, rest = octets.removesuffix(_END).partition(_REMINDER)
    lines = b"".join(content_line(prop) + b"\r\n" for prop in _properties(summary, state))
    said = b"".join([own, lines, reminder, rest])
    return b"%sX-DIPLOCAL-DIGEST:%s\r\n%s" % (said, _digest(said), _END)


def is_whole(octets: bytes, part: Slice) -> bool:
    """Tell whether a component has the octets that were sealed."""
    found = _DIGEST.fullmatch(octets, part.end - _TAIL, part.end)
    return found is not None and found[1] == _digest(octets[part.start : found.start()])


def content(octets: bytes, start: int, end: int) -> bytes:
    """Give the content of a sealed component between two offsets: all after its head, without its digest."""
    return octets[content_start(octets, start) : end - _TAIL]


def content_start(octets: bytes, start: int = 0) -> int:
    """Find where the content of the component at an offset begins, after its `HEAD`."""
    at = octets.find(b"\nSEQUENCE:", start)
    return octets.find(b"\n", at + 1) + 1


def read_state(lines: Mapping[str, ContentLine]) -> State:
    """Read the state of a sealed component.

    Raises:
        ValueError: a word in it is none of ours.
    """

    def text(name: str, default: str = "") -> str:
        line = lines.get(f"{OURS}{name}")
        return unescaped(line.value) if line else default

    words = text("STATUS").split(",")
    return State(
        name=text("TITLE", unescaped(lines["SUMMARY"].value)),
        statuses=frozenset(Status(word) for word in words if word not in {"", _OPEN}),
        time=text("TIME"),
        undated=_OPEN in words,
        assumed=f"{OURS}END" in lines,
        source=text("SOURCE"),
    )


def _properties(summary: str, state: State) -> Iterator[Property]:
    if state.name != summary:
        yield Property(f"{OURS}TITLE", state.name)
    words = sorted(status.value for status in state.statuses) + [_OPEN] * state.undated
    if words:
        yield Property(f"{OURS}STATUS", tuple(words))
    if state.time:
        yield Property(f"{OURS}TIME", state.time)
    if state.assumed:
        yield Property(f"{OURS}END", "assumed")
    if state.source:
        yield SharedProperty(f"{OURS}SOURCE", state.source)


def _digest(octets: bytes) -> bytes:
    return sha256(octets).hexdigest()[:_DIGITS].encode()

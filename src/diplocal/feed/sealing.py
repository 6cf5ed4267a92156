"""An entry's component with what only the next revision needs: its state as data, and a digest of its octets.

A display text is read by nobody: what the entry is called, its status and the kind of its time stand in properties of
ours wherever SUMMARY, STATUS and DTSTART don't say them. The digest is the last property; an entry without its own was
damaged.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

from diplocal.exporters.rfc5545.contentline import Component, Property, SharedProperty, content_line, encode
from diplocal.exporters.rfc5545.unfold import ContentLine, Slice, unescaped
from diplocal.feed.summaries import Title
from diplocal.model import Status
from diplocal.when import PartOfDay

OURS = "X-DIPLOCAL-"
"""What the names of our properties begin with."""

STATE = frozenset(f"{OURS}{name}" for name in ("TITLE", "STATUS", "TIME", "END", "SOURCE", "DIGEST"))
"""The properties that a sealed component ends with."""

_DIGITS = 16
_END = b"END:VEVENT\r\n"
_REMINDER = b"BEGIN:VALARM\r\n"
_DIGEST = re.compile(rb"X-DIPLOCAL-DIGEST:([0-9a-f]{%d})\r\n%s" % (_DIGITS, _END))
_TAIL = len("X-DIPLOCAL-DIGEST:") + _DIGITS + len("\r\n") + len(_END)
_ABOUT, _BY, _OPEN = "about", "by", "open"


def sealed(component: Component, title: Title) -> bytes:
    """Write an entry's component with its state and its digest."""
    summary = next(str(prop.value) for prop in component.properties if prop.name == "SUMMARY")
    return seal(encode(component), summary, title)


def seal(octets: bytes, summary: str, title: Title) -> bytes:
    """Add its state and its digest to an entry's written component, which has no property of ours yet."""
    own, reminder, rest = octets.removesuffix(_END).partition(_REMINDER)
    state = b"".join(content_line(prop) + b"\r\n" for prop in _state(summary, title))
    said = b"".join([own, state, reminder, rest])
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


def read_state(lines: Mapping[str, ContentLine]) -> Title:
    """Read the state of a sealed component.

    Raises:
        ValueError: a word in it is none of ours.
    """
    summary = unescaped(lines["SUMMARY"].value)
    named, said, time, source = (lines.get(f"{OURS}{name}") for name in ("TITLE", "STATUS", "TIME", "SOURCE"))
    words = said.value.split(",") if said else []
    kind = time.value if time else ""
    return Title(
        name=unescaped(named.value) if named else summary,
        statuses=frozenset(Status(word) for word in words if word != _OPEN),
        part=PartOfDay(kind) if kind and kind not in {_ABOUT, _BY} else None,
        about=kind == _ABOUT,
        deadline=kind == _BY,
        undated=_OPEN in words,
        assumed=f"{OURS}END" in lines,
        source=unescaped(source.value) if source else "",
    )


def _state(summary: str, title: Title) -> Iterator[Property]:
    if title.name != summary:
        yield Property(f"{OURS}TITLE", title.name)
    words = sorted(status.value for status in title.statuses) + [_OPEN] * title.undated
    if words:
        yield Property(f"{OURS}STATUS", tuple(words))
    if kind := title.part.value if title.part else _ABOUT if title.about else _BY if title.deadline else "":
        yield Property(f"{OURS}TIME", kind)
    if title.assumed:
        yield Property(f"{OURS}END", "assumed")
    if title.source:
        yield SharedProperty(f"{OURS}SOURCE", title.source)


def _digest(octets: bytes) -> bytes:
    return sha256(octets).hexdigest()[:_DIGITS].encode()

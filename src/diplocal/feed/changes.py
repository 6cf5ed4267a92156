"""What a revision changed, as data: what a subscriber would want to be told.

Here are the kinds of change and how two states of an entry compare. Words about them are in `briefing`.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, get_args

from attrs import evolve, field, frozen

from diplocal.feed.previous import Stored
from diplocal.model import Source, Status
from diplocal.timeline import Entry, NoDate, Sometime, Timing


@frozen(kw_only=True)
class Subject:
    """The entry that a change is about."""

    uid: str  # in the feed
    title: str  # without its status
    # what says so; None where nothing does, as when an entry is merely no longer in the programme
    source: Source | None = None
    zone: str | None = None  # IANA zone in which its times are told; None: as they are announced
    # whether its time or status is another one while its source is still the same: no source says so
    unsourced: bool = False


@frozen
class Added:
    """An entry that the feed did not have."""

    subject: Subject
    when: Timing


@frozen
class Moved:
    """An entry whose time is another one; `now` may be a window, or no date at all."""

    subject: Subject
    was: Timing
    now: Timing


@frozen
class Cancelled:
    """An entry that won't take place when it said; `status` is ``None`` where it is merely no longer announced."""

    subject: Subject
    when: Timing
    status: Status | None


@frozen
class Reinstated:
    """An entry that was off and is on again."""

    subject: Subject
    when: Timing


@frozen
class Retitled:
    """An entry that is called something else."""

    subject: Subject
    was: str


@frozen
class Difference:
    """A property that says something else: place, status, link, or the lines of the details."""

    name: str
    was: str
    now: str


@frozen
class Changed:
    """An entry that changed otherwise."""

    subject: Subject
    differences: tuple[Difference, ...] = field(converter=tuple[Difference, ...])


@frozen
class Removed:
    """An entry that goes on, but no longer belongs in this feed."""

    subject: Subject
    when: Timing


Change: TypeAlias = Added | Moved | Cancelled | Reinstated | Retitled | Changed | Removed
KINDS: dict[type[Change], str] = {kind: kind.__name__.lower() for kind in get_args(Change)}
"""Under which name `Changes` has each kind."""


@frozen(kw_only=True)
class Changes:
    """What a revision changed, each kind in the order of the timeline; true where there is anything.

    Attributes:
        warnings: what whoever publishes the feed should know; a feed may be unchanged and have some.
        asides: what they alone should know: no briefing tells it.
    """

    added: tuple[Added, ...] = field(converter=tuple[Added, ...], default=())
    moved: tuple[Moved, ...] = field(converter=tuple[Moved, ...], default=())
    cancelled: tuple[Cancelled, ...] = field(converter=tuple[Cancelled, ...], default=())
    reinstated: tuple[Reinstated, ...] = field(converter=tuple[Reinstated, ...], default=())
    retitled: tuple[Retitled, ...] = field(converter=tuple[Retitled, ...], default=())
    changed: tuple[Changed, ...] = field(converter=tuple[Changed, ...], default=())
    removed: tuple[Removed, ...] = field(converter=tuple[Removed, ...], default=())
    warnings: tuple[str, ...] = field(converter=tuple[str, ...], default=())
    asides: tuple[str, ...] = field(converter=tuple[str, ...], default=())

    @classmethod
    def of(cls, found: Iterable[Change], warnings: Iterable[str] = (), asides: Iterable[str] = ()) -> "Changes":
        """Sort changes by their kind."""
        by_kind: dict[str, list[Any]] = {name: [] for name in KINDS.values()}
        for change in found:
            by_kind[KINDS[type(change)]].append(change)
        return cls(**by_kind, warnings=warnings, asides=asides)

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in KINDS.values())


def subject_of(uid: str, title: str, entry: Entry) -> Subject:
    """Name an entry of the timeline; its times are told where it takes place."""
    return Subject(uid=uid, title=title, source=entry.source, zone=entry.zone if entry.place else None)


def compare(old: Stored, new: Stored, entry: Entry) -> Iterator[Change]:
    """Tell the changes between two states of an entry; what follows from one of them is not told again.

    An entry that has lost its date is at its old time in `new`; the timeline's `entry` says what it has instead.
    """
    subject = subject_of(old.uid, new.state.name, entry)
    same = bool(old.state.source) and old.state.source == new.state.source
    moved = evolve(subject, source=None, unsourced=True) if same else subject
    if new.off and not old.off:
        open_again = isinstance(entry.timing, Sometime | NoDate) and not entry.status.off
        if open_again:
            yield Moved(moved, old.timing, entry.timing)
        else:
            yield Cancelled(moved, old.timing, entry.status)
        return
    told: list[Change] = []
    if old.off and not new.off:
        told.append(Reinstated(moved, entry.timing))
    elif old.timing != new.timing:
        told.append(Moved(moved, old.timing, entry.timing))
    if old.state.name != new.state.name:
        told.append(Retitled(subject, old.state.name))
    yield from told
    named = (("LOCATION", "place"), ("URL", "link"))
    differences = [Difference(name, old.text(prop), new.text(prop)) for prop, name in named if not old.same(new, prop)]
    if not told:
        differences += _further_differences(old, new)
    if differences:
        yield Changed(subject, differences)


def _further_differences(old: Stored, new: Stored) -> Iterator[Difference]:
    """Tell what changes along with a time or a title, and is worth telling only where these stay."""
    if (was := _status(old)) != (now := _status(new)):
        yield Difference("status", was, now)
    if not old.same(new, "RELATED-TO"):
        yield Difference("parent", "", "")
    before, after = _details(old), _details(new)
    if before != after:
        yield Difference("details", _only(before, after), _only(after, before))


def _details(entry: Stored) -> list[str]:
    """Give the lines of a description; the link in it is told as what it is."""
    link = entry.lines["URL"].value if "URL" in entry.lines else None
    return [line for line in entry.text("DESCRIPTION").split("\n") if line != link]


def _only(lines: list[str], others: list[str]) -> str:
    known = set(others)
    return "\n".join(line for line in lines if line not in known)


def _status(entry: Stored) -> str:
    said = sorted(status.value.replace("_", " ") for status in entry.state.statuses)
    return ", ".join(said) or entry.text("STATUS").lower()

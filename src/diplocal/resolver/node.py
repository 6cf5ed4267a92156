"""An entry of a programme on the way to its date, with the entries that it hangs together with."""

import datetime as dt

from attrs import define, field

from diplocal.errors import ReadingError
from diplocal.evidence.facts import Ruled
from diplocal.model import Placed, Session, VisitDay
from diplocal.reading import Candidate, say_dates
from diplocal.timeline import Concern, Notice
from diplocal.when import At, Reference, Time


@define
class Node:
    """An entry on the way to its date.

    Attributes:
        at: the entry where it stands.
        programme: the key of its programme.
        today: the day from which its words are read; ``None`` where nothing gives one.
        anchored_on: what gave that day, in words.
        candidates: everything the words can mean; empty as long as what they count from isn't dated.
        ruled: what the facts have left of them.
        spans: the spans of days still possible, by `ruled`.
        words: these in words, once somebody has asked for them.
        within: the spans that its parent had when facts were last applied.
        error: why the words denote no date.
        inherited: whether the date is that of the visit day or the one-day event it belongs to.
        bound: whether the visit that holds it limits it, so that no convention on nearness is needed.
        zone: of its place, where one is known.
        dateline: the zone in which its source was published, where that is said.
    """

    at: Placed
    programme: str
    today: dt.date | None = None
    anchored_on: str = ""
    candidates: tuple[Candidate, ...] = ()
    ruled: Ruled | None = None
    spans: tuple[tuple[dt.date, dt.date], ...] = ()
    words: str = ""
    within: tuple[tuple[dt.date, dt.date], ...] = ()
    error: ReadingError | None = None
    inherited: bool = False
    bound: bool = False
    zone: str | None = None
    dateline: str | None = None
    parent: "Node | None" = None
    before: "Node | None" = None
    children: "list[Node]" = field(factory=list)
    holders: "list[Node]" = field(factory=list)
    parts: "list[Node]" = field(factory=list)
    follows: "list[Node]" = field(factory=list)

    def notice(self, concern: Concern, field: str, message: str, settle: str) -> Notice:
        """Tell something that a person should check about a field of the entry."""
        return Notice(
            concern=concern,
            programme=self.programme,
            where=f"{self.at.where}.{field}",
            entry=self.at.entry.key,
            message=message,
            settle=settle,
        )

    @property
    def time(self) -> Time | None:
        """Its time of day."""
        entry = self.at.entry
        return time_of(entry.when, None if isinstance(entry, VisitDay) else entry.time)

    @property
    def kept(self) -> tuple[Candidate, ...]:
        """What it can still mean, best first."""
        return self.ruled.kept if self.ruled else ()

    @property
    def said(self) -> str:
        """What it can still mean, in words."""
        if not self.words:
            self.words = " or ".join(say_dates(*span) for span in self.spans)
        return self.words

    @property
    def waits(self) -> bool:
        """Whether it has one date, and facts can only contradict it, which nothing else needs to know."""
        if len(self.candidates) != 1 or not self.spans:
            return False
        alone = self.parent is None and not (self.children or self.parts or self.holders)
        return alone or isinstance(self.at.entry, Session)

    @property
    def title(self) -> str:
        """What it is called; a visit day without a title goes by its key."""
        return self.at.entry.title or self.at.entry.key

    @property
    def dated(self) -> Candidate | None:
        """Its date, as soon as only one is possible."""
        return self.kept[0] if len(self.spans) == 1 else None


def time_of(when: Reference | None, time: Time | None) -> Time | None:
    """Give the time of day that stands by itself, or else that of the words for the day."""
    return time if time is not None else when.time if isinstance(when, At) else None

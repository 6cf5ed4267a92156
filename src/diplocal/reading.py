"""What a reference was found to mean: the dates, how sure they are, and why.

Dates only come in here as results. `rules` lists what words can mean; `evidence` chooses, by what a text or a
programme says.
"""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from diplocal.when import MONTHS, WEEKDAYS, Mention, PartOfDay, Weekday


class Certainty(StrEnum):
    """How much the words leave open.

    ``CERTAIN``: the words have one meaning, or the evidence leaves next to no doubt. ``PREFERRED``: the evidence speaks
    for it, or a stated convention chose; the others are listed. ``AMBIGUOUS``: somebody must choose.
    """

    CERTAIN = "certain"
    PREFERRED = "preferred"
    AMBIGUOUS = "ambiguous"


class Kind(StrEnum):
    """What sort of answer a reading is; a window is never narrowed to a day."""

    DAY = "day"
    SPAN = "span"
    WINDOW = "window"
    DEADLINE = "deadline"
    MOMENT = "moment"


@frozen(kw_only=True, cache_hash=True)
class Conventions:
    """How to read words on which usage differs.

    Attributes:
        week_start: the day on which a week begins; ISO 8601 says Monday, American usage Sunday.
        next_week: what "next Thursday" means where both are possible: ``True`` next week's, ``False`` the coming one,
            ``None`` (the default) both, next week's first.
        ahead: which side a weekday looks to where nothing else tells: ``True`` ahead, ``False`` back, ``None`` both.
    """

    week_start: Weekday = Weekday.MONDAY
    next_week: bool | None = None
    ahead: bool | None = None


@frozen(slots=False)  # this and what else is made by the thousand: a dict is filled in half the time
class Candidate:
    """One thing that a reference could mean.

    Attributes:
        start: the first day.
        end: the last day, included.
        rule: the rule's name, as in the documentation.
        why: the rule applied to this case, in words.
        kind: what sort of answer it would be.
    """

    start: dt.date
    end: dt.date
    rule: str
    why: str
    kind: Kind = Kind.DAY


@frozen(slots=False)
class Alternative:
    """A reading that was not chosen.

    Attributes:
        start: the first day.
        end: the last day, included.
        why: what it is, and what speaks against it or excluded it.
    """

    start: dt.date
    end: dt.date
    why: str

    def to_dict(self) -> dict[str, str]:
        """Give its fields as JSON has them."""
        return {"start": self.start.isoformat(), "end": self.end.isoformat(), "why": self.why}


def _tuple(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    return tuple(alternatives)


_HEAD = ("words", "date", "certainty", "why", "or")


@frozen(slots=False)
class Reading:
    """What a reference means.

    Attributes:
        start: the first day, in `zone` where one is known.
        end: the last day, included.
        kind: day, span, window, deadline or moment.
        certainty: how sure the dates are.
        rule: the name of the rule that chose.
        why: the reason, in a sentence.
        time: the time of day where one is said, naive, in `zone`.
        until: the end of the time where one is said, exclusive.
        part: the part of the day where one is said.
        zone: an IANA name or an offset (``+09:00``); ``None`` where the words and the places leave it open.
        alternatives: the readings still open, best first; empty for a certain one.
        rejected: of the readings that are not open any more, the first that a reader would think of, with reasons.
    """

    start: dt.date
    end: dt.date
    kind: Kind
    certainty: Certainty
    rule: str
    why: str
    time: dt.time | None = None
    until: dt.time | None = None
    part: PartOfDay | None = None
    zone: str | None = None
    alternatives: tuple[Alternative, ...] = field(converter=_tuple, default=())
    rejected: tuple[Alternative, ...] = field(converter=_tuple, default=())

    def __str__(self) -> str:
        lines = [f"{self.dates} ({self.certainty.value}): {self.why} [{self.rule}]"]
        lines += [f"  or {say_dates(other.start, other.end)}: {other.why}" for other in self.alternatives]
        return "\n".join(lines)

    def to_dict(self) -> dict[str, object]:
        """Give its fields as JSON has them: dates as ISO 8601 texts, terms by their names.

        >>> import diplocal, json
        >>> json.dumps(diplocal.read_phrase("3 April 2025", published="2025-04-01").to_dict())[:45]
        '{"kind": "day", "start": "2025-04-03", "end":'
        """
        return {
            "kind": self.kind.value,
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "time": self.time.isoformat("minutes") if self.time else None,
            "until": self.until.isoformat("minutes") if self.until else None,
            "part": self.part.value if self.part else None,
            "zone": self.zone,
            "certainty": self.certainty.value,
            "rule": self.rule,
            "why": self.why,
            "alternatives": [other.to_dict() for other in self.alternatives],
            "rejected": [other.to_dict() for other in self.rejected],
        }

    def _repr_markdown_(self) -> str:
        return markdown_table(_HEAD, [self._row("")])

    def _row(self, words: str) -> tuple[str, ...]:
        others = "; ".join(say_dates(other.start, other.end) for other in self.alternatives)
        return words, self.dates, self.certainty.value, self.why, others

    @property
    def dates(self) -> str:
        """The dates, time and zone in words, English, with the weekday ("Thursday 3 April 2025, 10:00")."""
        clock = f"{self.time:%H:%M}" if self.time else self.part.value if self.part else ""
        if clock and self.until:
            clock += f"-{self.until:%H:%M}"
        if clock and self.zone:
            clock += f" {self.zone}"
        return ", ".join(filter(None, [say_dates(self.start, self.end), clock]))


@frozen(slots=False)
class Finding:
    """A reference that stands in a text, with what it means there."""

    mention: Mention
    reading: Reading

    def __str__(self) -> str:
        return f"{' '.join(self.mention.text.split())!r}: {self.reading}"

    def to_dict(self) -> dict[str, object]:
        """Give what was read and what it means as JSON has them; the offsets count characters from 0.

        >>> import diplocal
        >>> (found,) = diplocal.read_text("They meet on 3 April 2025.", published="2025-04-01")
        >>> found.to_dict()["text"], found.to_dict()["start_char"], found.to_dict()["start"]
        ('on 3 April 2025', 10, '2025-04-03')
        """
        where = {"text": self.mention.text, "start_char": self.mention.start, "end_char": self.mention.end}
        return where | self.reading.to_dict()

    def _repr_markdown_(self) -> str:
        return Findings([self])._repr_markdown_()


class Findings(tuple[Finding, ...]):
    """The findings of a text, in its order; a notebook shows them as a table."""

    __slots__ = ()

    def _repr_markdown_(self) -> str:
        return markdown_table(_HEAD, [one.reading._row(one.mention.text) for one in self])  # noqa: SLF001 - of this module


def markdown_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Write rows as a Markdown table for a notebook, each cell on one line and as it is read."""
    lines = [head, ("---",) * len(head), *(tuple(map(_cell, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|~$#&])", r"\\\1", " ".join(text.split()))


@frozen
class PublicationDoubt:
    """Words of a text that do not fit the day on which it is said to have been published.

    Attributes:
        words: what the text says, as it stands there.
        start: offset of the first character in the text.
        why: what does not fit.
        day: the nearest day that fits everything the text tells; ``None`` where none does.
    """

    words: str
    start: int
    why: str
    day: dt.date | None

    def __str__(self) -> str:
        fits = f"; {say_day(self.day)} would fit" if self.day is not None else ""
        return f"'{' '.join(self.words.split())}': {self.why}{fits}"


def say_day(day: dt.date, *, year: bool = True) -> str:
    """Write a day as a briefing would, whatever the locale: ``Thursday 3 April 2025``."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def say_dates(start: dt.date, end: dt.date) -> str:
    """Write a day or an inclusive span of days (``Wednesday 2 to Friday 4 April 2025``)."""
    if start == end:
        return say_day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{WEEKDAYS[start.weekday()]} {start.day} to {say_day(end)}"
    return f"{say_day(start, year=start.year != end.year)} to {say_day(end)}"

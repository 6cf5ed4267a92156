"""What diplocal raises: one base class and a few leaves that carry data.

Every message says where, what was read, why it fails and what would settle it. Nothing here knows the other modules.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Self

from attrs import define, field, frozen

_EXCERPT = 60
"""Characters of a phrase that an error shows at most."""


class DiplocalError(Exception):
    """Catch this to catch everything that diplocal raises on purpose."""


@frozen
class Problem:
    """One thing that is wrong with a programme, told so that its author can mend it.

    Attributes:
        where: path from the root, as in ``events[0].days[1].when``.
        read: the value as it was read, shortened where long; empty where a value is missing.
        why: why it fails.
        settle: what would settle it; empty where the reason says it all.
        gist: the reason without the dates that change with the day of publication; empty where it names none.
    """

    where: str
    read: str
    why: str
    settle: str = ""
    gist: str = field(default="", kw_only=True, eq=False, repr=False)

    def __str__(self) -> str:
        read = f"{self.read!r} " if self.read else ""
        settle = f"; {self.settle}" if self.settle else ""
        return f"{self.where}: {read}{self.why}{settle}"


@define(slots=False)
class PhraseError(DiplocalError):
    """A phrase that is no time expression, with the place where reading stopped.

    Attributes:
        phrase: the whole phrase.
        offset: the character at which reading stopped, from 0.
        expected: what could have stood there.
        suggestion: a near miss that would have been read, or ``None``.
    """

    phrase: str
    offset: int
    expected: str
    suggestion: str | None = None

    def __str__(self) -> str:
        begin = max(0, self.offset - _EXCERPT // 2)
        line = "".join(char if char.isprintable() else " " for char in self.phrase[begin : begin + _EXCERPT])
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"no date found: expected {self.expected}{hint}\n    {line}\n    {' ' * (self.offset - begin)}^"


@define(slots=False)
class ReadingError(DiplocalError):
    """A reference that is well formed but denotes no date (31 June), or has nothing to be read from.

    Attributes:
        phrase: the words.
        why: why no date comes out.
        settle: what would settle it.
    """

    phrase: str
    why: str
    settle: str

    def __str__(self) -> str:
        return f"{self.phrase!r}: {self.why}; {self.settle}"


@define(slots=False)
class ProgrammeError(DiplocalError):
    """Everything that is wrong with a programme, at once.

    Attributes:
        problems: in the order of the programme; never empty.
        source: the name of the file, where there is one.
    """

    problems: tuple[Problem, ...] = field(converter=tuple[Problem, ...])
    source: str = ""

    @classmethod
    def of_file(cls, why: str, settle: str, source: str = "") -> "ProgrammeError":
        """Make the error that a file is wrong as a whole."""
        return cls([Problem("the file", "", why, settle)], source)

    def __str__(self) -> str:
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        head = f"{self.source}: {count}" if self.source else count
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])


@define(slots=False)
class DocumentError(DiplocalError):
    """Bytes that are no document that can be read.

    Attributes:
        what: what they were taken for ("a PDF").
        why: why no text comes out.
        settle: what would settle it.
    """

    what: str
    why: str
    settle: str

    def __str__(self) -> str:
        return f"{self.what} {self.why}; {self.settle}"


class ExportError(DiplocalError):
    """A timeline that a format cannot hold, or a format that does not exist."""

    @classmethod
    def unknown(cls, name: str, what: str, known: Iterable[str], settle: str) -> Self:
        """Make the error that a name stands for nothing of what there is: with the nearest, or what would settle it."""
        names = {one.casefold(): one for one in known}
        near = get_close_matches(name.casefold(), names, n=1)
        return cls(f"{name!r} is not {what}; {f'did you mean {names[near[0]]!r}?' if near else settle}")


class FeedError(DiplocalError):
    """A published feed that is not ours, torn, or newer than this version; nothing was touched."""


@define(slots=False)
class DoubtfulFeedError(FeedError):
    """A revision that looks like a mistake, as when the programme has nothing of the feed; nothing was touched.

    Attributes:
        doubts: what should be asked.
    """

    path: str
    doubts: tuple[str, ...] = field(converter=tuple[str, ...])

    def __str__(self) -> str:
        return f"{self.path}: {'; '.join(self.doubts)}"


def missing_key(key: object, known: Iterable[str]) -> KeyError:
    """Make the error that nothing has a key, with the nearest of those that there are."""
    keys = list(dict.fromkeys(known))
    near = get_close_matches(str(key), keys, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"the keys are {', '.join(keys[:20])}"
    return KeyError(f"no entry has the key {key!r}; {hint}")

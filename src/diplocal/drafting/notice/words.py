"""Words of a notice, with the people of whom they speak; dates and clocks taken out."""

from collections.abc import Iterable

from attrs import evolve, field, frozen

from diplocal.languages.language import Language
from diplocal.layout import clocks
from diplocal.phrases import find

GONE = "§"
"""What stands where a date or a clock was taken out."""


@frozen
class Named:
    """A person that a text names.

    Attributes:
        name: as the text gives it in full.
        office: as it stands beside the name; empty where there is none.
    """

    name: str
    office: str = ""


@frozen(kw_only=True)
class Spoken:
    """Where a text speaks of a person.

    Attributes:
        start: offset of the first character, that of the office or honorific if one stands before the name.
        end: offset after the last one.
        who: the person.
        full: whether the name stands there, and not only a part of it or the office.
        office: the office that stands before the name, with its comma; empty where none does.
        guessed: the words that are only taken to mean the person: "him"; empty where a name or an office stands.
    """

    start: int
    end: int
    who: Named
    full: bool = True
    office: str = ""
    guessed: str = ""


@frozen(kw_only=True)
class Words:
    """A stretch of text with what is known of it.

    Attributes:
        text: the words, with a sign where a date or a clock stood; as long as they were.
        spoken: the people, in order.
    """

    text: str
    spoken: tuple[Spoken, ...] = field(converter=tuple[Spoken, ...], default=())

    def part(self, start: int, end: int) -> "Words":
        """Cut a stretch out."""
        inside = [
            evolve(one, start=one.start - start, end=one.end - start)
            for one in self.spoken
            if start <= one.start and one.end <= end
        ]
        return Words(text=self.text[start:end], spoken=inside)


def without_times(text: str, spans: Iterable[tuple[int, int]] | None = None, language: str | Language = "en") -> str:
    """Put a sign where dates and clocks stand; the length stays.

    >>> without_times("Talks on Thursday at 10:00 in Oslo").split()
    ['Talks', '§', '§', 'in', 'Oslo']
    """
    if spans is None:
        spans = [(one.start, one.end) for one in find(text, language)]
        spans += [(start, end) for _, start, end in clocks(text, language)]
    for start, end in spans:
        text = text[:start] + GONE + " " * (end - start - 1) + text[end:]
    return text

"""The words of a notice: its sentences, the people of whom they speak; dates and clocks taken out."""

from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from diplocal.languages.language import Language
from diplocal.layout import clocks
from diplocal.phrases import ends_sentence, find
from diplocal.phrases.sentences import MARKS
from diplocal.phrases.tokens import Tokens

GONE = "§"
"""What stands where a date or a clock was taken out."""

_LONGEST = 2_000
_CLOSING = frozenset("\"”’')]")


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

    @property
    def people(self) -> tuple[Named, ...]:
        """Whom they speak of, as often as they do."""
        return tuple(one.who for one in self.spoken)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where they speak of people."""
        return [(one.start, one.end) for one in self.spoken]

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


def sentences(text: str, language: str | Language = "en") -> Iterator[tuple[int, int]]:
    """Give the offsets of each sentence of a paragraph, in which a line's end is a space.

    >>> [text[a:b] for text in ["Mr. Park will go on Jan. 3. He returns later."] for a, b in sentences(text)]
    ['Mr. Park will go on Jan. 3.', 'He returns later.']
    """
    t = Tokens(text, alone=True)
    begin = 0
    for k in range(t.count):
        if t.words[k] in MARKS and k >= begin and ends_sentence(t, k, language):
            yield from _trimmed(t, begin, k + 1)
            begin = k + 1
            while begin < t.count and t.words[begin] in _CLOSING and t.glued(begin):
                begin += 1
    yield from _trimmed(t, begin, t.count)


def _trimmed(t: Tokens, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Leave out the signs of paragraphs, and cut what is too long for a sentence: time grows with length alone."""
    words = [k for k in range(begin, end) if t.words[k] not in MARKS or t.words[k] in ".!?"]
    if not any(t.words[k][0].isalnum() for k in words if t.words[k]):
        return
    start, stop = t.start(words[0]), t.ends[words[-1]]
    while stop - start > _LONGEST:
        cut = max(t.text.rfind(" ", start + 1, start + _LONGEST), start + _LONGEST // 2)
        yield start, cut
        start = cut
    yield start, stop

"""Where a reference stands in a text, and what the words around it say."""

from enum import StrEnum

from attrs import frozen

from diplocal.when.references import Reference


class Side(StrEnum):
    """Which side of the publication day the words look to; the day itself belongs to both."""

    AHEAD = "ahead"
    BACK = "back"


class Link(StrEnum):
    """How a reference stands to what its sentence tells."""

    AFTER = "after"
    AHEAD_OF = "ahead of"


@frozen
class Cue:
    """What the words around a reference say about its side.

    Attributes:
        side: ahead, back, or ``None`` where nothing decides.
        firm: whether the evidence is explicit (a future or a reporting verb) rather than a weak sign.
        words: the words that decided, as they stand in the text; empty where nothing did.
        report: the verb tells of saying something: the date is the statement's, not the announced event's.
        link: what the sentence tells comes after it ("after Monday's talks") or before it ("ahead of Friday's vote").
    """

    side: Side | None = None
    firm: bool = False
    words: str = ""
    report: bool = False
    link: Link | None = None


@frozen(kw_only=True)
class Mention:
    """A reference that stands in a text.

    Attributes:
        reference: what the words say.
        start: offset of the first character in the text.
        end: offset after the last character.
        text: the words, ``text[start:end]`` of the whole text.
        cue: the side that the governing words decide.
        sentence: the number of its sentence in the text, from 0, counting sentences that hold a reference.
    """

    reference: Reference
    start: int
    end: int
    text: str
    cue: Cue = Cue()
    sentence: int = 0

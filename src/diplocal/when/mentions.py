"""Where a reference stands in a text."""

from attrs import frozen

from diplocal.when.references import Reference


@frozen(kw_only=True)
class Clause:
    """The clause in which a reference stands.

    Attributes:
        verb: the verb group that governs it, as written ("will be held"); empty where there is none.
        lemma: the base form of its verb.
        tense: future, would, modal, present, past, perfect, pluperfect, to_come ("is to"), was_to, infinitive,
            participle, ing or base; empty without a verb.
        passive: whether the verb tells what is done to its subject.
        sense: what the verb tells: say, plan, change, begin, end, travel or meet; "-" for any other.
        report: whether the reference is the day of a statement ("he said on Monday") or of the dateline.
        link: the word that sets its event before or after what the sentence tells ("after Monday's talks").
        quoted: whether it stands in a quotation.
        headline: whether it stands in a line by itself that ends in no full stop.
    """

    verb: str = ""
    lemma: str = ""
    tense: str = ""
    passive: bool = False
    sense: str = "-"
    report: bool = False
    link: str = ""
    quoted: bool = False
    headline: bool = False

    @property
    def is_past(self) -> bool:
        """Whether the verb tells what has happened."""
        return self.tense in {"past", "perfect", "pluperfect"}


@frozen(slots=False)  # made by the thousand: a dict is filled in half the time
class Mention:
    """A reference that stands in a text.

    Attributes:
        reference: what the words say.
        start: offset of the first character in the text.
        end: offset after the last character.
        text: the words, ``text[start:end]`` of the whole text.
        sentence: the number of its sentence in the text, from 0, counting sentences that hold a reference.
        clause: what its clause says; ``None`` where only the references were looked for.
    """

    reference: Reference
    start: int
    end: int
    text: str
    sentence: int = 0
    clause: Clause | None = None

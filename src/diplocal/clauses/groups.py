"""A verb group, as the grammar of a language finds it in a sentence."""

from typing import Final

# What form of a verb a word may be, as bits of a number.
BASE: Final = 1
SINGULAR: Final = 2
PAST: Final = 4
PARTICIPLE: Final = 8
ING: Final = 16


class Group:
    """A verb with its auxiliaries: "will be held", "had been due", "to attend".

    Attributes:
        begin: its first word.
        head: the word of its verb.
        lemma: the base form of its verb.
        sense: what its verb tells, as the language's features name it; empty where that isn't known.
        tense: future, would, modal, present, past, perfect, pluperfect, to_come ("is to"), was_to, infinitive,
            participle, ing, base.
        passive: whether it tells what is done to its subject.
        progressive: whether it tells what is going on.
        finite: whether it can carry a clause by itself.
        parent: the group that one that is not finite hangs on; ``None`` where there is none.
    """

    __slots__ = ("begin", "finite", "head", "lemma", "parent", "passive", "progressive", "sense", "tense")

    def __init__(
        self, begin: int, head: int, lemma: str, tense: str, *, passive: bool = False, progressive: bool = False
    ) -> None:
        self.begin = begin
        self.head = head
        self.lemma = lemma
        self.sense = ""
        self.tense = tense
        self.passive = passive
        self.progressive = progressive
        self.finite = tense not in _NOT_FINITE
        self.parent: Group | None = None


_NOT_FINITE: Final = frozenset({"infinitive", "participle", "ing"})

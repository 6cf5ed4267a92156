"""Whom the sentences of a document speak of: pronouns and offices stand for who was named before."""

import re
from collections.abc import Iterator, Sequence

from attrs import define, field

from diplocal.announcement.words import Named, Spoken, Words
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.dated_clauses import Sentence
from diplocal.languages.en.notices.vocabulary import OFFICES
from diplocal.languages.notices import People

_PRONOUN = re.compile(r"\b(he|she|his|her|they|their|it)\b", re.IGNORECASE)
_REFERRED = re.compile(
    r"(?<=\w )(?:him|her)\b(?=\s*(?:[,.;]|$|(?:at|in|on|during|for|before|after|and|to|over)\b))"
    r"|\b(?:his|her) (?:[A-Z][a-z]+ )?(?:(?P<like>counterpart)|host|guest)\b(?!,? [A-Z])"
)
"""Words for somebody who was named before."""

_AND_HIS = re.compile(r"\W*(?:[^,;]{0,40}[,\s]\s*)?(he|she) and\b", re.IGNORECASE)
"""A pronoun that others are joined with: "At 11 she and Mayor Park will ..."."""

_TOGETHER = re.compile(
    r"\b(?:they|both|the two|the (?:[a-z]+ )?(?:ministers|leaders|presidents|premiers|sides|heads of state))\b",
    re.IGNORECASE,
)
_INVITED = re.compile(
    r"[^.;]{0,60}?\b(?:At|On|Upon|Following) (?:the|an) (?:kind |official )?invitation (?:of|by|from)\b"
)


@define
class Antecedents:
    """The people of a document, as its sentences go on.

    Attributes:
        people: all of them.
        met: those who take part in the meeting that was told of last.
        subject: of whom the last sentence spoke.
        spoken: those spoken of, the last one first.
    """

    people: People
    met: list[Named] = field(factory=list)
    subject: Named | None = None
    spoken: list[Named] = field(factory=list)

    def spoken_in(self, text: str) -> list[Spoken]:
        """Find where a sentence speaks of people, by name or otherwise."""
        named = self.people.spoken(text, self.spoken)
        return sorted([*named, *self._referred(text, named)], key=lambda one: one.start)

    def _referred(self, text: str, named: Sequence[Spoken]) -> Iterator[Spoken]:
        """Find whom "him" or "her counterpart" stand for: who was spoken of last, and not in this sentence."""
        for said in _REFERRED.finditer(text):
            own = next((one.who for one in named), self.subject)
            others = [one for one in self.spoken if one != own and all(one != other.who for other in named)]
            if said["like"]:
                others = [one for one in others if own and _alike(one.office, own.office)]
            if others:
                yield Spoken(start=said.start(), end=said.end(), who=others[0], guessed=said[0])

    def remember(self, words: Words, verbs: Sequence[Clause]) -> None:
        """Keep who was spoken of, and of whom: the one before the verb."""
        now = list(dict.fromkeys(words.people))
        first = next((one for one in words.spoken if not verbs or one.end <= verbs[0].verb), None)
        if verbs and _AND_HIS.match(words.text[verbs[0].subject : verbs[0].verb]):
            first = None
        if first is not None:
            self.subject = first.who
        self.spoken = [*now, *(one for one in self.spoken if one not in now)][:12] if now else self.spoken

    def subject_of(self, sentence: Sentence, verbs: Sequence[Clause], number: int) -> tuple[list[Named], str]:
        """Find who a clause speaks of: a name, the subject of the clause before, or whom a pronoun stands for."""
        clause = verbs[number]
        own = [one.who for one in sentence.words.spoken if clause.subject <= one.start and one.end <= clause.verb]
        stretch = sentence.text[clause.subject : clause.verb]
        if own and (with_him := _AND_HIS.match(stretch)):  # "she and Mayor Park will open"
            first, doubt = self._pronoun(sentence, clause, with_him[1])
            return [*first, *own], doubt
        if own:
            invited = _INVITED.match(sentence.text[clause.subject :]) is not None
            return own[-1:] if invited else own, ""
        if number and (clause.chained or clause.purpose):
            before = verbs[number - 1]
            subject, doubt = self.subject_of(sentence, verbs, number - 1)
            joined = sentence.words.part(before.object, before.end).spoken if before.lemma == "join" else ()
            return [*subject, *(one.who for one in joined)], doubt
        if _TOGETHER.search(stretch):
            return self.met or self.spoken[:3], ""
        pronoun = _PRONOUN.search(stretch)
        if pronoun is None or pronoun[1].casefold() in {"it", "their"}:
            return [], ""
        return self._pronoun(sentence, clause, pronoun[1])

    def _pronoun(self, sentence: Sentence, clause: Clause, pronoun: str) -> tuple[list[Named], str]:
        """Resolve a pronoun to the person named before it, else to whom the last sentence spoke of."""
        earlier = [one.who for one in sentence.words.spoken if one.end <= clause.subject]
        earlier = earlier or ([self.subject] if self.subject else self.spoken[:1])
        return earlier[:1], f"'{pronoun}' is taken for {earlier[0].name}" if earlier else ""


def _alike(office: str, other: str) -> bool:
    """Tell whether two offices are the same one of two countries."""
    return bool(set(office.split()) & set(other.split()) & {one.capitalize() for one in OFFICES})

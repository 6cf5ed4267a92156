"""Who takes part in what a clause announces, and whom it speaks of."""

import re

from attrs import evolve, field, frozen

from diplocal.drafting.names import Named, named_in
from diplocal.drafting.sentences import Sentence

_PRONOUN = re.compile(r"(?:\W|and |but |that |where |then |on |also |as |when )*(he|she|his|her)\b", re.IGNORECASE)
_VISIT_FIRST = re.compile(
    r"(?:\W|and |but )*(?:(?:during|on|in|for|his|her|the|a|an) )*(?:\w+ )?(?:visit|trip|tour|stay|journey)\b",
    re.IGNORECASE,
)
_HOST = r"\b(?:with|by|receives?|hosts?|meets?) [^,;]*"


@frozen(kw_only=True)
class Scene:
    """A sentence with what is known when it is read.

    Attributes:
        sentence: where it stands.
        spans: where its dates stand, in the sentence.
        known: the people of the text.
        before: the one whom the text spoke of last.
    """

    sentence: Sentence
    spans: tuple[tuple[int, int], ...] = field(converter=tuple[tuple[int, int], ...])
    known: tuple[Named, ...] = field(converter=tuple[Named, ...])
    before: Named | None = None

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text


@frozen
class Cast:
    """Who takes part, who of them the clause speaks of, and what is doubtful about it."""

    people: tuple[Named, ...] = ()
    subject: str = ""
    doubt: str = ""


def cast_of(scene: Scene, left: int, right: int) -> Cast:
    """Tell who takes part: those of the clause, with the one whom the text speaks of where a pronoun says so."""
    own = named_in(scene.text[left:right], scene.known)
    pronoun = _PRONOUN.match(scene.text[left:right])
    earlier = named_in(scene.text[:left], scene.known)
    if pronoun is None and (own or not earlier):
        return Cast(own)
    taken = earlier[0] if earlier else scene.before
    if taken is None or taken in own:
        return Cast(own)
    doubt = f"'{pronoun[1]}' is taken for {taken.name}" if pronoun else ""
    return Cast((taken, *own), taken.name, doubt)


def traveller(cast: Cast, scene: Scene, words: str) -> Cast:
    """Tell who travels: not the host; and somebody else of the text only where the visit itself begins the words."""
    hosts = tuple(who for who in cast.people if re.search(_HOST + re.escape(who.name), words))
    guests = [who for who in cast.people if who not in hosts]
    if guests or not _VISIT_FIRST.match(words):
        return evolve(cast, subject=guests[0].name if guests else "")
    taken = next(iter(named_in(scene.text, scene.known)), scene.before)
    if taken is None or taken in hosts:
        return evolve(cast, subject="")
    return Cast((taken, *hosts), taken.name, f"who travels? the draft takes {taken.name}")

"""A text on the way to its readings."""

import datetime as dt
from typing import Final

from diplocal.clauses.contexts import Contexts
from diplocal.evidence.features import Bearing, bearing, kind_of
from diplocal.languages.language import Language
from diplocal.phrases.found import Found, is_report
from diplocal.phrases.tokens import Tokens
from diplocal.reading import Candidate, Conventions
from diplocal.when import Mention, Reference, core_of

# How many references a reader keeps in mind.
MEMORY: Final = 12
# How many days from its publication news names a day by its weekday.
NAMED_BY_WEEKDAY: Final = 6


class Page(Contexts):
    """A text on the way to its readings.

    Attributes:
        today: the day of publication, where the dateline is.
        zone: of the dateline.
        conventions: how to read words on which usage differs.
        mentions: the references, in order.
        cores: the first day of each, which decides where it lies.
        kinds: the kind of each (see `kind_of`).
        reports: whether each is the day of a statement or of the dateline.
        readings: what each most likely means, as far as it is read.
        shares: the probability of each reading.
        meanings: what each may mean, with the probabilities, the likeliest first; one alone where that is sure.
        named: the days that a full date or a word such as "tomorrow" names, each with the references that do.
        programme: the days that weekdays have in it, by their numbers, where the text is one (see `programme`).
        venues: the places that are named: the index of each one's first word, and its zone.
    """

    __slots__ = (
        "_bearings", "conventions", "cores", "kinds", "meanings", "mentions", "named", "programme", "readings",
        "reports", "shares", "today", "venues", "zone",
    )  # fmt: skip

    def __init__(
        self,
        *,
        tokens: Tokens,
        language: Language,
        today: dt.date,
        zone: str | None,
        conventions: Conventions,
        found: list[tuple[Mention, Found]],
        venues: tuple[list[int], list[str]],
    ) -> None:
        super().__init__(tokens, [place for _, place in found], language)
        self.today = today
        self.zone = zone
        self.conventions = conventions
        self.mentions = [mention for mention, _ in found]
        self.cores: list[Reference] = [core_of(mention.reference) for mention in self.mentions]
        self.kinds = [kind_of(mention.reference, core) for mention, core in zip(self.mentions, self.cores, strict=True)]
        self.reports = [is_report(tokens, place, language.says) for place in self.places]
        self._bearings: list[Bearing | None] = [None] * len(found)
        self.readings: list[Candidate | None] = [None] * len(found)
        self.shares = [0.0] * len(found)
        self.meanings: list[list[tuple[float, Candidate]]] = [[] for _ in found]
        self.named: dict[dt.date, list[int]] = {}
        self.programme: dict[int, Candidate] = {}
        self.venues = venues

    def bearing(self, number: int) -> Bearing:
        """What the place of a reference says, as features."""
        found = self._bearings[number]
        if found is None:
            mention, words = self.mentions[number], self.language.vocabulary
            found = bearing(self.tokens, self.context(number), mention, self.kinds[number], words)
            self._bearings[number] = found
        return found

    def between(self, first: int, second: int) -> list[str]:
        """The words between one reference and a later one."""
        return self.tokens.words[self.places[first].end : self.places[second].begin]

    def is_named(self, day: dt.date, number: int) -> bool:
        """Whether another reference names the day by its date."""
        return any(other != number for other in self.named.get(day, ()))

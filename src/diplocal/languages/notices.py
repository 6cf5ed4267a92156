"""What a language gives to drafting: who, where, when and what its notices announce."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from attrs import frozen

from diplocal.announcement.days import Dated
from diplocal.announcement.item import Accreditation, Announced, Change, Item
from diplocal.announcement.where import Where, Whereabouts
from diplocal.announcement.words import Named, Spoken, Words
from diplocal.languages.language import Language, WordSet, language
from diplocal.layout import Block, BlockKind
from diplocal.model import Access, Format, Status
from diplocal.reading import Finding


class People(Protocol):
    """The people of a document.

    Attributes:
        principal: whose programme it is, where it says so.
    """

    principal: Named | None

    def spoken(self, text: str, before: Sequence[Named] = ()) -> list[Spoken]:
        """Find where words speak of them, in order; ``before``: those spoken of before, the last one first."""

    def heading(self, line: str) -> Named | None:
        """Find whose items a line heads."""

    def owner(self, text: str) -> Named | None:
        """Find whose schedule sentences say that it is."""


class Sentences(Protocol):
    """Reads the sentences of a document, remembering of whom, when and where they spoke.

    Attributes:
        day: the day that was told of last, for what says none.
        deadline: until when the press may ask for accreditation.
        changes: what the sentences said to be called off or moved.
    """

    day: Dated | None
    deadline: Accreditation | None
    changes: list[Change]

    def items(self, text: str, start: int, lines: Sequence[int], day: Dated | None = None) -> list[Item]:
        """Give what a paragraph announces: its words, their place, its lines, the day that stands over it."""


@frozen(kw_only=True, eq=False)
class Notices:
    """How the notices of a language are read.

    Attributes:
        language: whose they are.
        people: gathers the people whom texts name.
        sentences: reads sentences, with the references and the day of publication of the document.
        announced: tells what a line announces, by what it is in the layout.
        umbrella_in: finds what the title of a document calls the whole of it.
        names_something: whether words name something that a programme has.
        names_event: whether words without a verb name what takes place.
        names_body: whether words name those who meet, first of all.
        heads_items: whether a line heads the items of somebody who has no name.
        title_of: writes words as a title, with names and offices as far as they fit.
        tidy: takes out of a title what says nothing of what it is.
        capitals: writes stretches of words in capitals as others are written.
        session_of: calls a session after the title of the whole.
        untitled: the title of a document that has none and announces nothing.
        content: lists the words that say something, each once, in lower case; none of dates.
        kinds: words, as `content` lists them, that say what kind of thing it is, and not which.
        travellers: the same for those who go with somebody, and are no event.
        format_of: finds the format that words name, by how many people they speak of, too.
        status_of: finds how firm words make what they announce.
        access_of: finds who of the press words let in.
        without_place: takes the place out of the line of an item: the words that are left, and where it is.
        labelled_place: reads the place that a label under an item states.
        listed_place: reads the place of an item that stands in a line or a column of its own.
        stage_of: reads where those below a line are: a label, an address, or towns that a day leads through.
        place_of: finds where all of a document is, as its title and its first sentences say.
        stated_zones: finds the zones that a document states for its times, each by the offset from which on it holds.
        arranges: words of what is arranged for the press or guests.
        nothing_on: words that say that a day has nothing in it.
        journeys: words for visits and the like.
        last_day: words of a bracket before the day until which something lasts.
        outlying: what may lie outside the town that it is called after.
        section: a line that names a kind of items, and none of them.
        list_title: what calls a document a list of several things, and none of their names.
        no_headline: a line that says only when a document was issued, or what kind of document it is.
        issue: words beside the day of issue.
        byline: what begins the line of who wrote it.
        source: the line that states the source.
        clock: what may be a time of day, in whatever notation.
        called_off: what says that something does not take place.
    """

    language: Language
    people: Callable[[Iterable[str]], People]
    sentences: Callable[[People, Sequence[Finding], dt.date, Whereabouts], Sentences]
    announced: Callable[[Words, BlockKind], Announced | None]
    umbrella_in: Callable[[Words], Words | None]
    names_something: Callable[[str], bool]
    names_event: Callable[[str], bool]
    names_body: Callable[[str], bool]
    heads_items: Callable[[str], bool]
    title_of: Callable[[Words], str]
    tidy: Callable[[str], str]
    capitals: Callable[[str], str]
    session_of: Callable[[str], str]
    untitled: str
    content: Callable[[str], list[str]]
    kinds: WordSet
    travellers: WordSet
    format_of: Callable[[str, int], Format | None]
    status_of: Callable[[str], Status]
    access_of: Callable[[str], Access | None]
    without_place: Callable[[str, Block, People], tuple[str, Where | None]]
    labelled_place: Callable[[Block], Where | None]
    listed_place: Callable[[Block], Where | None]
    stage_of: Callable[[str], Where | None]
    place_of: Callable[[Sequence[Block]], Where | None]
    stated_zones: Callable[[str], Mapping[int, str]]
    arranges: re.Pattern[str]
    nothing_on: re.Pattern[str]
    journeys: re.Pattern[str]
    last_day: re.Pattern[str]
    outlying: re.Pattern[str]
    section: re.Pattern[str]
    list_title: re.Pattern[str]
    no_headline: re.Pattern[str]
    issue: re.Pattern[str]
    byline: re.Pattern[str]
    source: re.Pattern[str]
    clock: re.Pattern[str]
    called_off: re.Pattern[str]


def notices_in(known: str | Language) -> Notices:
    """Tell how notices are read in a language; its tables are read when they are first asked for.

    >>> notices_in("en").title_of.__name__
    'title_of'

    Raises:
        ValueError: there is no such language, or notices are not read in it.
    """
    said = language(known)
    if said.notices is None:
        raise ValueError(f"notices are not read in {said.code!r}; give 'en'")
    return said.notices()

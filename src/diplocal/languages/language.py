"""What a language gives: its words of time, its verbs, and the words that tell what a date in a sentence is."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar, cast

from attrs import frozen

from diplocal.clauses.groups import Group
from diplocal.errors import PhraseError
from diplocal.when import Reference, Time

if TYPE_CHECKING:  # they import this
    from diplocal.languages.notices import Notices
    from diplocal.phrases.found import Found
    from diplocal.phrases.tokens import Tokens

T = TypeVar("T")
Parsed: TypeAlias = tuple[T, int] | None
"""What was read, and the index of the word, or the offset, behind it; ``None`` where nothing was."""
WordSet: TypeAlias = frozenset[str]


@frozen(kw_only=True, eq=False)
class Vocabulary:
    """The small words, and classes of words, by which a date's place in its sentence is told.

    Attributes:
        clause_openers: words that begin a clause behind a comma.
        clause_ends: words that end the clause before them, and the signs that do.
        relative_pronouns: words right before the verb of a relative clause.
        unsure_relatives: the same, where that verb is finite.
        parting: words and signs between a verb and a date that are worth a feature.
        behind: words right behind a date that are.
        possessives: what stands at the end of a date that something belongs to ("Monday's").
        pointing: words before a weekday that the text has led to.
        conjunctions: words that join a day to the one before.
        counted_from: how words that count from something end where they name it ("the day after"), each with what it
            is: "of", "that" or "event".
        articles: words that begin the noun of an event.
        venue_bounds: words at which a place behind a date belongs to another clause.
        gatherings: nouns of meetings and the like.
        mishaps: nouns of what nobody announces.
        links: words that set an event before or after what the sentence tells.
        shifters: words that shift the time of a clause.
        of_the_day: words before a weekday by which it is the day of writing ("later on Wednesday").
    """

    clause_openers: WordSet
    clause_ends: WordSet
    relative_pronouns: WordSet
    unsure_relatives: WordSet
    parting: WordSet
    behind: WordSet
    possessives: WordSet
    pointing: WordSet
    conjunctions: WordSet
    counted_from: Mapping[str, str]
    articles: WordSet
    venue_bounds: WordSet
    gatherings: WordSet
    mishaps: WordSet
    links: WordSet
    shifters: WordSet
    of_the_day: WordSet


@frozen(kw_only=True, eq=False)
class Documents:
    """What documents say of themselves, where their printed lines begin, and what tells their titles apart.

    Attributes:
        published: a line that says on which `day` it was published.
        published_by: a line that says by whom: `name`.
        office: the name of an office.
        no_office: words that the name of an office doesn't have: something happens.
        small_in_names: words that are small in a name.
        weekday: the name of a weekday.
        begins_item: a weekday or a time of day with which an item of a list begins, not one within a sentence.
        page_number: what numbers a page, as it stands alone in a line; the figures may be missing.
        sent_on: the line above a mail that somebody sent on.
        sent_on_header: how the fields of its header are called there, by their own names.
        title_words: gives the words by which a title is told from others.
    """

    published: re.Pattern[str]
    published_by: re.Pattern[str]
    office: re.Pattern[str]
    no_office: re.Pattern[str]
    small_in_names: WordSet
    weekday: re.Pattern[str]
    begins_item: re.Pattern[str]
    page_number: re.Pattern[str]
    sent_on: re.Pattern[str]
    sent_on_header: Mapping[str, tuple[str, ...]]
    title_words: Callable[[str], WordSet]


Column: TypeAlias = Literal["day", "time", "event", "venue", "media", "remarks", "participants", ""]
"""What a column of a table holds, or a line of a form; empty: something else."""


@frozen(kw_only=True, eq=False)
class Layout:
    """The words that head the lines of lists, tables and forms, and those by which a line goes on in the next.

    Attributes:
        day: reads the day or days at the head of a line, which end with it or before a sign; it is handed the month
            that stands over the line, for days that name none.
        clock: reads the time of day at an offset of a line.
        clock_aside: a time of day in brackets, `within`, or `behind` a sign or a word, at the end of a line.
        open_time: what stands where a time of day would ("tbc"), with the sign or space behind it.
        weekdays: the first three letters of the names of weekdays, each with its number.
        months: their names, in order.
        columns: what the head of a column, or the label of a line, says is in it.
        joints: words that join two names in the head of a column; the first one counts.
        label: what fills in a form ("WHEN: ..."): its word, and what stands between that and what it says.
        first_labels: the words of labels with which a form begins.
        mail: what heads the lines over a mail, among which a label begins no form.
        page_number: what numbers a page at the end of a line, with the space before it.
        led_in: words before a time of day that may begin a sentence.
        unfinished: words with which no line ends that is one by itself.
        predicate: words with which a line goes on, whatever space stands before it.
        stop: what ends a sentence, with the signs that close it.
    """

    day: Callable[[str, Reference | None], Parsed[Reference]]
    clock: Callable[[str, int], Parsed[Time]]
    clock_aside: re.Pattern[str]
    open_time: re.Pattern[str]
    weekdays: Mapping[str, int]
    months: tuple[str, ...]
    columns: Mapping[str, Column]
    joints: WordSet
    label: re.Pattern[str]
    first_labels: WordSet
    mail: re.Pattern[str]
    page_number: re.Pattern[str]
    led_in: re.Pattern[str]
    unfinished: re.Pattern[str]
    predicate: re.Pattern[str]
    stop: re.Pattern[str]


@frozen(kw_only=True, eq=False)
class Language:
    """A language, as the rest knows it: nothing else compares its words.

    What reads takes the words and the index at which to begin; it gives what it read and the index behind, or ``None``.

    Attributes:
        code: ISO 639-1.
        abbreviations: words that a full stop follows inside of a sentence ("dr").
        sentence_openers: words that begin a sentence behind an initialism ("in the U.S. He said").
        notable: the words at which `references` has to look, figures among them, and the marks that end sentences.
        references: finds the references of a text, left to right, none overlapping: each with its first word and the
            one behind it. It is handed the indices of the notable words, in order.
        reference: reads the reference that begins at a word, as far as it goes.
        time: reads a time of day.
        joined: joins lengths told by themselves to the day on which they begin.
        written_time: reads a time of day as a programme's list writes it; also says whether it is provisional.
        refused: says why a phrase is not a reference; it is handed the index at which reading stopped.
        refused_time: the same of a time of day.
        write: writes a reference as `reference` reads it.
        write_time: writes a time of day as `time` reads it.
        groups: finds the verb groups among the words from one index up to another, in order.
        says: whether a word may be a form of a verb of saying.
        vocabulary: the words by which a date's place in its sentence is told.
        weights: gives the table of the weights of its features, as `evidence.weights` reads it.
        documents: gives what documents say of themselves; like `layout`, it is loaded when it is first asked for.
        layout: gives the words that head lines.
        notices: gives how its notices are read, loaded when it is first asked for; ``None``: nothing is known of them.
    """

    code: str
    abbreviations: WordSet
    sentence_openers: WordSet
    notable: WordSet
    references: "Callable[[Tokens, Iterable[int]], Iterator[tuple[Reference, int, int]]]"
    reference: "Callable[[Tokens, int], Parsed[Reference]]"
    time: "Callable[[Tokens, int], Parsed[Time]]"
    joined: "Callable[[Tokens, list[Found]], list[Found]]"
    written_time: Callable[[str], tuple[Time | None, bool]]
    refused: "Callable[[Tokens, int], PhraseError]"
    refused_time: "Callable[[Tokens, int], PhraseError]"
    write: Callable[[Reference], str]
    write_time: Callable[[Time], str]
    groups: "Callable[[Tokens, int, int], Iterator[Group]]"
    says: Callable[[str], bool]
    vocabulary: Vocabulary
    weights: Callable[[], str]
    documents: Callable[[], Documents]
    layout: Callable[[], Layout]
    notices: "Callable[[], Notices] | None" = None


def language(known: str | Language) -> Language:
    """Find a language by its code; its tables are read when it is first asked for.

    >>> language("en").code
    'en'

    Raises:
        ValueError: there is no such language.
    """
    return _by_code(known) if isinstance(known, str) else known


@cache
def _by_code(code: str) -> Language:
    module = f"diplocal.languages.{code}"
    if len(code) != 2 or not (code.isascii() and code.islower()) or find_spec(module) is None:
        raise ValueError(f"{code!r} is not a language that diplocal reads; give 'en'")
    return cast(Language, import_module(f"{module}.language").LANGUAGE)

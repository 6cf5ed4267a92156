"""What a language gives: how its words of time are found, read and written, and where its sentences end."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeAlias, cast

from attrs import frozen

from diplocal.errors import PhraseError
from diplocal.phrases.found import Found
from diplocal.phrases.tokens import Tokens
from diplocal.when import Reference, Time

Words: TypeAlias = frozenset[str]


@frozen(kw_only=True)
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
    """

    code: str
    abbreviations: Words
    sentence_openers: Words
    notable: Words
    references: Callable[[Tokens, Iterable[int]], Iterator[tuple[Reference, int, int]]]
    reference: Callable[[Tokens, int], tuple[Reference, int] | None]
    time: Callable[[Tokens, int], tuple[Time, int] | None]
    joined: Callable[[Tokens, list[Found]], list[Found]]
    written_time: Callable[[str], tuple[Time | None, bool]]
    refused: Callable[[Tokens, int], PhraseError]
    refused_time: Callable[[Tokens, int], PhraseError]
    write: Callable[[Reference], str]
    write_time: Callable[[Time], str]


@cache
def language(code: str) -> Language:
    """Find a language by its code; its tables are read when it is first asked for.

    >>> language("en").code
    'en'

    Raises:
        ValueError: there is no such language.
    """
    module = f"diplocal.languages.{code}"
    if len(code) != 2 or not (code.isascii() and code.islower()) or find_spec(module) is None:
        raise ValueError(f"{code!r} is not a language that diplocal reads; give 'en'")
    return cast(Language, import_module(f"{module}.language").LANGUAGE)

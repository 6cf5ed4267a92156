"""Words and references: parse one phrase, find mentions in prose, write a reference as words.

One grammar of a language serves both ways. Dates are none of this package's business. The public functions are here,
and what they do is in modules that may be compiled: there they would have no docstring.
"""

from diplocal.languages.language import Language
from diplocal.languages.language import language as language_of
from diplocal.phrases import finder, parsing, sentences
from diplocal.phrases.tokens import Tokens
from diplocal.when import Mention, Reference, Time

__all__ = ["ends_sentence", "find", "format", "format_reference", "format_time", "parse", "parse_time", "written_time"]


def find(text: str, language: str | Language = "en") -> tuple[Mention, ...]:
    """Find every reference in a text, in order.

    >>> [mention.text for mention in find("They met on Monday and will sign by Friday.")]
    ['on Monday', 'by Friday']

    Args:
        text: any Unicode.
        language: what it is written in, by its code.

    Returns:
        Mentions whose spans slice to their words: ``text[m.start:m.end] == m.text``. Lengths without a first day ("a
        three-day visit") are joined to the day they begin on, or left out.
    """
    return tuple(mention for mention, _ in finder.find_in(Tokens(text), language_of(language)))


def ends_sentence(tokens: Tokens, index: int, language: str | Language = "en") -> bool:
    """Say whether a sentence ends with the mark at a word, and not an abbreviation or a clause."""
    said = language_of(language)
    return sentences.ends_sentence(tokens, index, said.abbreviations, said.sentence_openers)


def parse(phrase: str, language: str | Language = "en") -> Reference:
    """Read a phrase of time.

    >>> parse("the 26th")
    DayOfMonth(day=26, weekday=None, of_month=None)

    Raises:
        PhraseError: it is not one, or more than one; with the place where reading stopped.
    """
    return parsing.parse(phrase, language_of(language))


def parse_time(phrase: str, language: str | Language = "en") -> Time:
    """Read a time of day ("10:00", "10 a.m. to noon", "around 12:30 CET", "morning", "20:00 Asia/Seoul").

    >>> parse_time("around 12:30")
    Clock(hour=12, minute=30, zone=None, about=True)

    Raises:
        PhraseError: it is not one.
    """
    return parsing.parse_time(phrase, language_of(language))


def written_time(words: str, language: str | Language = "en") -> tuple[Time | None, bool]:
    """Read a time of day as a programme writes it.

    >>> written_time("+/- 09.00")
    (Clock(hour=9, minute=0, zone=None, about=True), False)
    >>> written_time("18:00 (tbc)")
    (Clock(hour=18, minute=0, zone=None, about=False), True)

    Returns:
        The time, ``None`` where the words only say that it is still open; and whether they call it provisional. "From
        08.00" is the time at which something begins.

    Raises:
        PhraseError: the words are no time.
    """
    return language_of(language).written_time(words)


def format_reference(reference: Reference, language: str | Language = "en") -> str:
    """Write a reference as a source would put it, so that `parse` reads it back wherever words say it.

    >>> format_reference(parse("Wednesday through Friday"))
    'from Wednesday to Friday'
    """
    return language_of(language).write(reference)


def format_time(time: Time, language: str | Language = "en") -> str:
    """Write a time of day as `parse_time` reads it.

    >>> format_time(parse_time("10 a.m. to noon"))
    '10:00-12:00'
    """
    return language_of(language).write_time(time)


format = format_reference  # noqa: A001 - read as phrases.format

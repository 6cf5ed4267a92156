"""Keys made of an announcement's own words; words of dates never get into them."""

import re
from collections.abc import Container, Iterator

from diplocal.model.keys import free_key
from diplocal.phrases.tokens import word_set
from diplocal.when import MONTHS, WEEKDAYS

_STOP = word_set(
    "a an the this that these those his her their its our your my and or but nor on in at to for from by with of into "
    "as be been being is are was were will would shall should may might can could has have had not also he she it "
    "they who which where when s during after before amid about between both more some other important key first "
    "second then there here"
)
_OF_DATES = word_set(
    "day days week weeks weekend month months year years morning afternoon evening night noon midday midnight hour "
    "hours early late later earlier mid next last following previous coming today tonight tomorrow yesterday eve "
    "until till since pm am one two three four five six seven eight nine ten hrs"
) | frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)")
KINDS = word_set("meeting meetings talks discussions consultations session sessions summit conference call round visit")
"""Words that say what kind of thing it is, and not which."""


def content_words(words: str) -> frozenset[str]:
    """Give the words that say something, in lower case, without dates."""
    return frozenset(_slugs(words))


def key_of(title: str, more: str, taken: Container[str], longest: int = 5) -> str:
    """Make a key of a title's words; one that is taken goes on with further words, and at last with an ordinal.

    >>> key_of("Bilateral meeting with Mark Rutte", "", set())
    'bilateral-meeting-mark-rutte'
    """
    words = list(dict.fromkeys(_slugs(title)))
    said = [*words, *(word for word in dict.fromkeys(_slugs(more)) if word not in words)]
    for count in range(min(longest, len(words)) or 1, min(len(said), longest + 3) + 1):
        if (key := "-".join(said[:count])) not in taken and key:
            return key
    return free_key("-".join(said[:longest]) or "entry", taken)


def _slugs(words: str) -> Iterator[str]:
    for word in _WORD.findall(words.casefold().replace("’", "'").replace("'s", "")):
        if word not in _STOP and word not in _OF_DATES and len(word) > 1:
            yield word

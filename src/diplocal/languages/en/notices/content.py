"""The words of a title or a sentence that say something."""

import re

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


def content_words(words: str) -> list[str]:
    """List the words that say something, each once, in lower case; none of dates."""
    said = _WORD.findall(words.casefold().replace("’", "'").replace("'s", ""))
    return [word for word in dict.fromkeys(said) if not (word in _STOP or word in _OF_DATES or len(word) < 2)]

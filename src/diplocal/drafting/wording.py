"""Titles and keys made from an announcement's own words; words of dates never get into them."""

import re
from collections.abc import Container, Iterator

from diplocal.drafting.sentences import word_set
from diplocal.when import MONTHS, WEEKDAYS

_MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_DATES = re.compile(
    rf"\b(?:(?:on|from|for|at|by|until|to|in|between|and|of)\s+)*(?:the\s+)?"
    rf"(?:(?:this|next|last|coming|following|early|late|later)\s+)*"
    rf"(?:(?:{'|'.join(WEEKDAYS)})s?(?:[’']s)?|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b|{_MONTH}\.?\s+\d{{1,2}}\b"
    rf"|today|tomorrow|tonight|yesterday|(?:this|next|last)\s+(?:week|month|year|weekend)|\d{{4}}|\d{{1,2}}(?::\d\d)?\s*[ap]\.?m\b\.?|\d{{1,2}}:\d\d"
    rf"|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)[- ](?:day|week)s?\b(?:-long)?)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:and|but|that|where|who|whom|which|when|while|then|also|so|he|she|they|it|the|an?|his|her|their|its|this|these|both"
    r"|some|his|to|of|with|for|on|as|after|before|during|by|from|in|at|s|[’'])(?:\s+|$)|[^\w\"“‘(]+)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s+(?:and|but|that|where|who|which|when|while|then|the|an?|to|of|with|for|on|as|after|before|by|from|in|at|is|are|be|been"
    r"|will|lasts?|runs?|was|were|between|until|amid|rather|than|instead)|[^\w\"”’')])+$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"^(?:(?:will|would|is|are|was|to|be|set|due|expected|also)\s+)+", re.IGNORECASE)
_SAID = re.compile(
    r"^.*?\b(?:said|says|told \w+|announced|announces|confirmed|indicated|added)\b"
    r"(?:\s+(?:late|early|here))?(?:\s+that)?\s*",
    re.IGNORECASE,
)
_STOP = word_set(
    "a an the this that these those his her their its our your my and or but nor on in at to for from by "
    "with of into as be been being is are was were will would shall should may might can could has have "
    "had not also he she it they who which where when s during after before amid about between both more "
    "some other important key first second then there here"
)
_OF_DATES = word_set(
    "day days week weeks weekend month months year years morning afternoon evening night noon midday midnight hour "
    "hours early late later earlier mid next last following previous coming today tonight tomorrow yesterday eve "
    "until till since pm am"
) | frozenset(name.casefold() for name in (*WEEKDAYS, *MONTHS))
_LEFT_OF_HEAD = _STOP | word_set("attend attends join joins hold holds host hosts chair chairs open opens")
_HEAD = re.compile(
    r"\b(?:(?:press |news )?conference|meetings?|talks|discussions|consultations|summit|session|ministerial|visit|trip"
    r"|tour|stay|dinner|lunch|breakfast|banquet|ceremony|call|debate|speech|address|parade|vote|election|referendum"
    r"|reception|retreat|round"
    r"|forum|assembly|ruling|dialogue|plenary|trilateral|bilateral|hearing|council)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^\s+(?:with|of|between|on the margins of)\s+.*?"
    r"(?=\s+(?:to|in|at|on|during|amid|will|is|are|for|and)\s|[,;:.()]|$)"
)
KINDS = word_set("meeting meetings talks discussions consultations session sessions summit conference call round")
"""Words that say what kind of thing it is, and not which."""

LONGEST = 90


def without_dates(words: str) -> str:
    """Take the words of dates out.

    >>> without_dates("a two-day visit to Sweden on Tuesday")
    'a visit to Sweden'
    """
    return re.sub(r"\s+([,;.])", r"\1", " ".join(_DATES.sub(" ", words).split()))


def clause_title(words: str, subject: str = "") -> str:
    """Make a title of a clause: its words without what leads in and out, the subject's name for a pronoun."""
    said = _SAID.sub("", words.strip(), count=1)
    pronoun = re.match(r"(?:\W|and |but |that |where |who |then |also )*(?:he|she|who)\b", said, re.IGNORECASE)
    kept = _shortened(_TRAILING.sub("", _LEADING.sub("", without_dates(said))))
    kept = kept if subject else _AUXILIARY.sub("", kept)
    if subject and (pronoun or (kept[:1].islower() and said[:1].islower())):
        kept = _shortened(f"{subject} {kept}")
    return kept[:1].upper() + kept[1:]


def noun_title(words: str) -> str:
    """Make a title of the thing that words name ("the NATO foreign ministers' meeting"); empty where they name none.

    >>> noun_title("Mr Cho is set to attend an important NATO foreign ministers' meeting amid pressure")
    "NATO foreign ministers' meeting"
    """
    plain = without_dates(words)
    head = _HEAD.search(plain)
    if head is None:
        return ""
    left: list[str] = []
    for word in reversed(plain[: head.start()].split()):
        if word.strip("’'").casefold() in _LEFT_OF_HEAD or not re.search(r"[\w’']$", word) or len(left) == 6:
            break
        if re.search(r"(?:ing|ed)$", word) and word.islower():
            break
        left.insert(0, word)
    end = head.end()
    while further := _HEAD.match(plain, end + 1):  # "trilateral summit", "ministerial meeting"
        end = further.end()
    beside = _BESIDE.match(plain[end:])
    name = " ".join([*left, plain[head.start() : end]]) + (beside[0] if beside else "")
    name = _shortened(_TRAILING.sub("", name))
    return name[:1].upper() + name[1:]


def says_this(words: str) -> bool:
    """Tell whether the thing that words name was named before: "this meeting"."""
    head = _HEAD.search(words)
    return head is not None and re.search(r"\b(?:this|the same)\s+$", words[: head.start()], re.IGNORECASE) is not None


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
    for count in range(min(longest, len(words)) or 1, len(said) + 1):
        if (key := "-".join(said[:count])) not in taken and key:
            return key
    stem = "-".join(said[:longest]) or "entry"
    key, number = stem, 0
    while key in taken:
        key = f"{stem}-{_ORDINALS[number]}" if number < len(_ORDINALS) else f"{key}-again"
        number += 1
    return key


_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _slugs(words: str) -> Iterator[str]:
    for word in re.findall(
        r"[^\W\d_]+(?:-[^\W\d_]+)*", without_dates(words).casefold().replace("’", "'").replace("'s", "")
    ):
        if word not in _STOP and word not in _OF_DATES and len(word) > 1:
            yield word


def _shortened(title: str) -> str:
    if len(title) <= LONGEST:
        return title
    return _TRAILING.sub("", title[: LONGEST + 1].rpartition(" ")[0])

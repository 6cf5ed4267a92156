"""A clause with what stands around its verb: what its subject is called, and where its object ends."""

import re
from collections.abc import Sequence

from attrs import frozen

from diplocal.announcement.words import GONE, Named, Words
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.titles import tidy
from diplocal.phrases.tokens import word_set

_NO_SUBJECT = word_set("he she it they who that this which we i and both also then there")
_OBJECT_STOPS = re.compile(
    r"\s(?:in|at|on|during|before|after|while|where|who|which|to|from|as|by|for|aimed|amid|with a view)\s"
    rf"|[;:({GONE}]|\.(?:\s|$)"
)
_SUBORDINATE = re.compile(r"\(|(?:when|as|if|while|although|because|whether|before|after|since)\b", re.IGNORECASE)
_RELATIVE = re.compile(r",\s*(?:which|who)\s*$")
_ASIDE = re.compile(r"(?<=\w),[^,]*,\s*$")
"""What is said of a subject behind it: "The commission, chaired by the two ministers, will ..."."""

_LISTED = re.compile(r"\s*(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:,| and\b)")
_LED_IN = re.compile(
    rf"\s*(?:{GONE}|(?:in|on|at|after|before|ahead|during|following|from|with|for|under|upon|amid|as|despite)\b)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s(?:will|would|shall)(?: (?:next|then|also))*\s*$")
_BEGUN = re.compile(r"^\s*(?:and|but|then|where|that|which|who)\b|\b(?:it|him|her|them)sel(?:f|ves)\b")


@frozen(kw_only=True)
class Case:
    """A clause with what stands around its verb.

    Attributes:
        clause: the clause.
        before: the words before its verb.
        behind: those behind it.
        subject: who it speaks of.
        name: the subject's name, or its own words where it is nobody's.
    """

    clause: Clause
    before: Words
    behind: Words
    subject: tuple[Named, ...]
    name: str


def plain_subject(before: Words) -> str:
    """Give the subject's own words where it is nobody's name: "the delegation"."""
    whole = _TRAILING.sub("", _ASIDE.sub("", _RELATIVE.sub("", before.text)))
    parts = whole.split(",")
    while len(parts) > 1 and _LISTED.match(parts[-1]) and not _LED_IN.match(parts[-2]):
        parts[-2:] = [",".join(parts[-2:])]  # "The leaders of France, Germany and Poland"
    said = tidy(_BEGUN.sub("", parts[-1]))
    if not 0 < len(said.split()) <= 9 or said.casefold() in _NO_SUBJECT or _SUBORDINATE.match(said):
        return ""
    return re.sub(r"^(?:The|A|An|His|Her|Its|Several|Some|Two|Three)\b", lambda first: first[0].lower(), said)


def object_of(words: Words, begin: int = 0) -> Words:
    """Cut an object out: it ends before a time, a place or a clause, outside of the names in it."""
    for stop in _OBJECT_STOPS.finditer(words.text, begin):
        if not any(one.start <= stop.start() < one.end for one in words.spoken):
            return words.part(begin, stop.start())
    return words.part(begin, len(words.text))


def enumerated(names: Sequence[str]) -> str:
    """Join names as a sentence lists them: "Oslo, Rome and Bern"."""
    return ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else "".join(names)

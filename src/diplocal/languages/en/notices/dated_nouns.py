"""Nouns that stand right beside their day, whatever the verb of the sentence."""

import datetime as dt
import re
from collections.abc import Container, Iterator

from attrs import evolve, frozen

from diplocal.announcement.days import split_time
from diplocal.announcement.item import Announced
from diplocal.languages.en.notices.clauses import Clause
from diplocal.languages.en.notices.dated_clauses import Sentence
from diplocal.languages.en.notices.happenings import events
from diplocal.languages.en.notices.titles import ABSTRACT, phrases
from diplocal.languages.en.notices.verbs import Does
from diplocal.languages.en.notices.where import place_in
from diplocal.reading import Certainty, Finding
from diplocal.when import Deadline

_BETWEEN = re.compile(
    r"(?:\s|,|\b(?:in|at|on|for|from|planned|scheduled|due|set|slated|held|the|city|of|which|will|to|is|be|starts"
    r"|begins?|opens?|takes?|taking|place|that|was|were)\b|(?<![\w’'-])[A-Z][\w’'-]*)*"
)
"""What may stand between an event and its day."""

_SAID_IN = re.compile(r"\baccording to (?:(?:an?|the|his|her|its) )?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(\s*")
_STRETCH_END = re.compile(r"[,;.](?:\s|$)")


@frozen
class Beside:
    """What is named beside a day.

    Attributes:
        finding: the day.
        clause: the words of the two, as a clause.
        told: what they name.
    """

    finding: Finding
    clause: Clause
    told: Announced


def named_beside(
    sentence: Sentence, today: dt.date, *, in_brackets: bool = False, dated: Container[str] = ()
) -> Iterator[Beside]:
    """Tell what is named right beside a day ahead that dates nothing else: "before the summit in Rome on 4 May".

    Args:
        sentence: the sentence.
        today: the day of publication.
        in_brackets: only where the day stands in brackets: "the committee's meeting (Thursday, 9:30 to 11:00)".
        dated: the words of days that date something.
    """
    between = _BRACKET if in_brackets else _BETWEEN
    for finding in sentence.findings:
        begin, end = sentence.at(finding), sentence.at(finding) + len(finding.mention.text)
        if finding.mention.text in dated or not _is_ahead(finding, today):
            continue
        beside = [
            (start, stop)
            for start, stop, head in phrases(sentence.words)
            if head not in ABSTRACT
            and _SAID_IN.search(sentence.words.text[:start]) is None
            and (between.fullmatch(sentence.words.text, stop, begin) or (not in_brackets and 0 <= start - end < 4))
        ]
        for start, stop in beside[-1:]:
            whole = Clause(does=Does.OCCURS, lemma="", subject=start, verb=stop, object=stop, end=max(end, stop))
            stretch = _STRETCH_END.search(sentence.words.text, end)
            around = place_in(sentence.words.text[start : stretch.start() if stretch else None])
            for one in events(sentence.words.part(start, stop))[:1]:
                if " " in one.title or around:
                    yield Beside(finding, whole, evolve(one, place=one.place or around))


def _is_ahead(finding: Finding, today: dt.date) -> bool:
    """Tell whether a reference is surely a day to come, or a window up to a month, and no deadline."""
    reading = finding.reading
    until = isinstance(split_time(finding.mention.reference)[0], Deadline)
    narrow = reading.end - reading.start < dt.timedelta(32) and not until
    return narrow and reading.start > today and reading.certainty is not Certainty.AMBIGUOUS

"""What a line says: what it announces, whether it names something that a programme has, the zone of the times below."""

import re
from contextlib import suppress

from diplocal.announcement.item import Announced
from diplocal.announcement.where import along
from diplocal.announcement.words import Words
from diplocal.errors import PhraseError
from diplocal.languages.en.notices.clauses import clauses
from diplocal.languages.en.notices.formats import JOURNEYS, format_of
from diplocal.languages.en.notices.telling import tell
from diplocal.languages.en.notices.titles import ABSTRACT, BODIES, phrases, title_of
from diplocal.languages.en.notices.where import goal_of
from diplocal.layout import BlockKind
from diplocal.model import Format
from diplocal.phrases import written_time
from diplocal.when import Clock


def names_something(words: str) -> bool:
    """Tell whether words name something of the field."""
    return _first_noun(words) is not None


def names_body(words: str) -> bool:
    """Tell whether words name those who meet, first of all: "Committee on the Rights of the Child"."""
    return _first_noun(words) in {*BODIES, "conference"}


def names_event(words: str) -> bool:
    """Tell whether words without a verb name what takes place, first of all: "Foreign Affairs Council"."""
    return _first_noun(words) not in {None, *ABSTRACT, "week"} and not clauses(Words(text=words))


def _first_noun(words: str) -> str | None:
    """Give the head of the first noun phrase that names something."""
    return next((head for _, _, head in phrases(Words(text=words))), None)


def umbrella_in(words: Words) -> Words | None:
    """Find what the title of a document calls the whole of it: no body, and nothing that a verb would have to name."""
    found = next((one for one in phrases(words) if one[2] not in {*ABSTRACT, *BODIES}), None)
    return words.part(found[0], found[1]) if found else None


def announced(words: Words, kind: BlockKind) -> Announced | None:
    """Tell what a line announces; an item of a list does by its own words, whatever they name."""
    told = _told_of(words)
    if told is None and kind is BlockKind.ITEM:
        told = Announced(title=title_of(words))
    return told if told and told.title and told.title.casefold() != "tba" else None


def _told_of(words: Words) -> Announced | None:
    """Tell what a line announces: its clause, if it is a sentence, else its own words, if they name something."""
    for clause in clauses(words):
        subject = [one.who for one in words.spoken if one.end <= clause.verb]
        if words.text[: clause.verb].strip() and not clause.past:
            told = next(tell(words, clause, subject), None)
            if told is not None:
                return told
    if not names_something(words.text):
        return None
    begun = words.text.partition(": ")[0]
    if begun != words.text and JOURNEYS.search(begun) and names_something(begun):
        words = words.part(0, len(begun))  # what stands behind is the visit's programme
    title = title_of(words)
    kind = format_of(title, len(words.spoken))
    goal = goal_of(words.text) if kind in {Format.VISIT, Format.ARRIVAL} else []
    return Announced(title=title, format=kind, place=along(goal), journey=kind is Format.VISIT and bool(goal))


# --- zones ------------------------------------------------------------------------------------------------------------

_STATED = re.compile(
    r"\b[Tt]imes?(?:\s+(?:are|is|given|stated|shown|all|in|at))*\s*[:(]?\s*(?P<short>[A-Z]{3,4}(?:[+-]\d{1,2})?)\b"
    r"|(?:\(|\b[Tt]imes?\s(?:(?:are|is|given|in|at)\s)*)(?P<named>[A-Z]\w+(?:\s[A-Z]\w+)?\stime)\b"
    r"|\b(?P<first>GMT|UTC)\s?/\s?local\b"
)
_ALL = re.compile(r"(?:^|\ball)\W*$", re.IGNORECASE)
"""What stands before a statement for the whole document; one behind other words holds for the lines below it."""

_CLOCK = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)


def stated_zones(text: str) -> dict[int, str]:
    """Find the zones that a document states for its times: "(all times EEST)", "Time (CET)".

    Returns:
        Each by the offset from which on it holds: 0 where it is that of all times, else that of its line.

    >>> stated_zones("Programme (Geneva time)"), stated_zones("10.00 (Geneva time) Talks")
    ({0: 'Europe/Zurich'}, {})
    """
    found, start = dict[int, str](), 0
    for line in text.split("\n"):
        said = _STATED.search(line)
        if said and not _CLOCK.search(line):
            with suppress(PhraseError):
                time, _ = written_time(f"12:00 {said['short'] or said['named'] or said['first']}")
                if isinstance(time, Clock) and time.zone:
                    found.setdefault(0 if _ALL.search(line, 0, said.start()) else start, time.zone)
        start += len(line) + 1
    return found

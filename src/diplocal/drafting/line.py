"""What a line of a list says: what it names, where its words begin and end, its place, status and access."""

import re

from diplocal.drafting.announced import Announced
from diplocal.drafting.clauses import clauses
from diplocal.drafting.formats import JOURNEYS, access_of, format_of, status_of
from diplocal.drafting.people import People
from diplocal.drafting.telling import tell
from diplocal.drafting.titles import BODIES, Words, phrases, title_of
from diplocal.drafting.where import Where, goal_of, is_venue, site_of, town_of
from diplocal.layout import Block
from diplocal.model import Access, Format, Status

LAST_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*|d[aeo]s?|del?|la|of|the|van|von")
_IN = re.compile(r"^\s*(?:(?:at|in)\s+)?(?:the\s+)?")


def trailing_place(text: str, people: People) -> tuple[str, Where | None]:
    """Read ", Mäntyniemi" and ", at the Royal Palace" at the end of words; no person, no further clause."""
    dash = re.search(r"\s[-–—]\s+(?=[A-Z])", text)
    if dash and is_venue(text[dash.end() :]) and not names_something(text[dash.end() :]):
        return text[: dash.start()], site_of(text[dash.end() :])
    bare = LAST_BRACKET.sub("", text).rstrip(" .")
    end, parts = len(bare), list[str]()
    while (comma := bare.rfind(",", 4, end)) >= 0:
        said = _IN.sub("", bare[comma + 1 : end])
        if not _stands_for_place(said, alone=not parts) or any(one.end > comma for one in people.spoken(bare)):
            break
        parts.insert(0, said)
        end = comma
    site = site_of(", ".join(parts)) if parts else None
    return (bare[:end] + text[len(bare) :], site) if site else (text, None)


def _stands_for_place(said: str, *, alone: bool) -> bool:
    """Tell whether words behind a comma are a place: a known one, a venue, or one strange name."""
    if not said[:1].isupper() or len(said.split()) > 7:
        return False
    known = town_of(said) is not None or is_venue(said)
    return known or (alone and (len(said.split()) == 1 or names_venue(said)) and not names_something(said))


def names_something(words: str) -> bool:
    """Whether words name something of the field."""
    return next(iter(phrases(Words(text=words))), None) is not None


def names_body(words: str) -> bool:
    """Whether words name those who meet, first of all: "Committee on the Rights of the Child"."""
    return next((head for _, _, head in phrases(Words(text=words))), "") in {*BODIES, "conference"}


def is_site(words: str) -> bool:
    """Whether the words of a column may be a place."""
    plain = LAST_BRACKET.sub("", words)
    return plain[:1].isupper() and len(plain.split()) < 8 and (is_venue(plain) or access_of(plain) is None)


def names_venue(words: str) -> bool:
    """Whether words in brackets name a building or room: a known kind of one, or a name of several words."""
    said = words.partition(",")[0].split()
    named = len(said) > 1 and all(_NAME.fullmatch(word) for word in said) and not words.isupper()
    return (is_venue(words) or (named and not names_something(words))) and access_of(words) is None


def is_address(line: str) -> bool:
    """Whether a line is a place and nothing else: "Brussels, Justus Lipsius building", "Committee Room 3"."""
    begun = line.partition(",")[0]
    known = town_of(begun) is not None or (is_venue(begun) and not names_something(begun))
    return known and len(line.split()) < 8 and access_of(line) is None


def status_in(block: Block) -> Status:
    """Find the status that the words of the line say, or a line of its own under it."""
    short = [line for line in [*block.details, *(words for _, words in block.cells)] if len(line.split()) <= 6]
    return status_of("\n".join([block.raw.partition("\n")[0], block.text, *short]))  # "12:00 (tbc)"


def access_in(said: str) -> Access | None:
    """Find the access that brackets and lines about the press say."""
    brackets = re.findall(r"[(\[]([^()\[\]]*)[)\]]", said)
    lines = [line for line in said.split("\n")[1:] if len(line.split()) <= 8]
    return next(filter(None, (access_of(one) for one in [*brackets, *lines])), None)


def told_of(words: Words) -> Announced | None:
    """Tell what a line announces: its clause, if it is a sentence, else its own words, if they name something."""
    found = clauses(words.text, [(one.start, one.end) for one in words.spoken])
    for clause in found:
        subject = [one.who for one in words.spoken if one.end <= clause.verb]
        if words.text[: clause.verb].strip() and not clause.past:
            told = next(iter(tell(words, clause, subject)), None)
            if told is not None:
                return told
    if not names_something(words.text):
        return None
    begun = words.text.partition(": ")[0]
    if begun != words.text and JOURNEYS.search(begun) and names_something(begun):
        words = words.part(0, len(begun))  # what stands behind is the visit's programme
    title = title_of(words)
    kind = format_of(title, with_somebody=len(words.spoken) == 1)
    goal = goal_of(words.text) if kind in {Format.VISIT, Format.ARRIVAL} else []
    place = goal[0] if len(goal) == 1 else None
    return Announced(title=title, format=kind, place=place, journey=kind is Format.VISIT and bool(goal))

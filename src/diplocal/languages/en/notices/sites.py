"""Where the lines of a list say that something is, and which of their words that takes."""

import re
from collections.abc import Sequence

from diplocal.announcement.where import Where, town_of, within
from diplocal.announcement.words import GONE, without_times
from diplocal.languages.en.layout import LAYOUT
from diplocal.languages.en.notices.formats import JOURNEYS, access_of
from diplocal.languages.en.notices.lines import names_something
from diplocal.languages.en.notices.where import address_of, goal_of, is_venue, named, place_in, site_of, towns_of
from diplocal.languages.notices import People
from diplocal.layout import Block, BlockKind
from diplocal.phrases import find
from diplocal.when import DaySet, Span

_LAST_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
_VENUES = "|".join(word for word, column in LAYOUT.columns.items() if column == "venue")
_LABEL = re.compile(rf"(?:{_VENUES})\s*:\s*", re.IGNORECASE)
_INLINE = re.compile(rf"[.,;]?\s+\(?(?:{_VENUES})\s*:\s*(.+?)(?=[.;)]\s|[.)]?$)", re.IGNORECASE)
_LEAD = re.compile(r"\s*[:–—]\s+|\s+-\s+|\.\s+(?=[A-Z])")
_FOLLOWED = re.compile(
    r"[,;]?\s*\b(?:and\s+)?(?:followed by|after which|(?<=, )before|(?<=, )then)\s+(?:an?\s+|the\s+)?(?=\S)",
    re.IGNORECASE,
)
_HELD = re.compile(r"\b(?:be|is|are) held\b|\btakes? place\b")
_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*|d[aeo]s?|del?|la|of|the|van|von")
_IN = re.compile(r"^\s*(?:(?:at|in)\s+)?(?:the\s+)?")


def without_place(line: str, block: Block, people: People) -> tuple[str, Where | None]:
    """Take the place out of an item's line: what leads, a bracket, what trails, "in ..."; and what follows the item."""
    inline = _INLINE.search(line)
    text = _alone(line[: inline.start()] if inline else line)
    if inline:
        return text, site_of(inline[1])
    bracket = _LAST_BRACKET.search(text)
    behind_name = bracket and any(one.end == bracket.start() for one in people.spoken(text))
    inside = without_times(bracket[1]).replace(GONE, "").strip(" ,;") if bracket else ""
    if bracket and inside and not behind_name and (town_of(inside) or _names_venue(inside)):
        return text[: bracket.start()], site_of(inside)
    lead = _LEAD.search(text)
    if lead and (town := towns_of(text[: lead.start()])):
        rest = text[lead.end() :]
        return rest, within(_trailing(rest, people)[1], town) or town
    if is_venue(text) and len(text.split()) < 6 and block.details:
        label = LAYOUT.label.match(block.details[0])
        about = label is not None and LAYOUT.columns[label[1].lower()] == "event"
        if about or names_something(block.details[0]):
            return _alone(block.details[0][label.end() if label and about else 0 :]), site_of(text)
    rest, venue = _trailing(text, people)
    return (rest, venue) if venue is not None else (text, place_in(without_times(text)))


def stage_of(words: str) -> Where | None:
    """Read where what follows is, in a line of its own: a label, towns, or an address.

    >>> stage_of("RABAT / CASABLANCA").name, stage_of("Venue: Peace Palace").venue, stage_of("Talks")
    ('Rabat / Casablanca', 'Peace Palace', None)
    """
    if label := _LABEL.match(words):
        return site_of(words[label.end() :])
    return towns_of(words) or (site_of(words) if _is_address(words) else None)


def labelled_place(block: Block) -> Where | None:
    """Read "Venue: ..." under an item."""
    said = (line[label.end() :] for line in block.details if (label := _LABEL.match(line)))
    return next(map(site_of, said), None)


def listed_place(block: Block) -> Where | None:
    """Read the line under an item that is a place and nothing else, or the column of the venue."""
    named = [words for name, words in block.cells if name == "venue"]
    strange = [words for name, words in block.cells if not name and _is_site(words)]
    cell = next(iter([*named, *strange]), "")
    return site_of(next(filter(_is_address, block.details), _LAST_BRACKET.sub("", cell)))


def _alone(text: str) -> str:
    """Cut words before what follows them: "Arrival, followed by a welcome ceremony"."""
    found = _FOLLOWED.search(text)
    return text[: found.start()] if found and found.start() > 3 else text


def _trailing(text: str, people: People) -> tuple[str, Where | None]:
    """Read ", Mäntyniemi" and ", at the Royal Palace" at the end of words; no person, no further clause."""
    dash = re.search(r"\s[-–—]\s+(?=[A-Z])", text)
    if dash and is_venue(text[dash.end() :]) and not names_something(text[dash.end() :]):
        return text[: dash.start()], site_of(text[dash.end() :])
    bare = _LAST_BRACKET.sub("", text).rstrip(" .")
    stop = re.search(r"\.\s+(?=[A-Z][^.]*$)", bare)
    if stop and len(bare[stop.end() :].split()) < 6 and _names_venue(bare[stop.end() :]):
        return bare[: stop.start()], site_of(bare[stop.end() :])
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
    return known or (alone and (len(said.split()) == 1 or _names_venue(said)) and not names_something(said))


def _is_site(words: str) -> bool:
    """Tell whether the words of a column may be a place."""
    plain = _LAST_BRACKET.sub("", words)
    return plain[:1].isupper() and len(plain.split()) < 8 and (is_venue(plain) or access_of(plain) is None)


def _names_venue(words: str) -> bool:
    """Tell whether words in brackets name a building or room: a known kind of one, or a name of several words."""
    said = words.partition(",")[0].split()
    named = len(said) > 1 and all(_NAME.fullmatch(word) for word in said) and not words.isupper()
    return (is_venue(words) or (named and not names_something(words))) and access_of(words) is None


def _is_address(line: str) -> bool:
    """Tell whether a line is a place and nothing else: "Brussels, Justus Lipsius building", "Committee Room 3"."""
    begun = line.partition(",")[0]
    known = town_of(begun) is not None or (is_venue(begun) and not names_something(begun))
    return known and len(line.split()) < 8 and access_of(line) is None


def place_of(read: Sequence[Block]) -> Where | None:
    """Find where all of it is: what ends a line of the title, a venue, where a visit goes."""
    found: Where | None = None
    prose = [block for block in read if block.kind is BlockKind.PROSE]
    leads = prose if any(block.kind is BlockKind.ITEM for block in read) else prose[:1]
    for block in read:
        if block.kind is BlockKind.ITEM or (block.day and block.text):
            break
        if block in leads and (held := _HELD.search(block.text)):
            found = found or place_in(block.text[held.end() :])
        if block.kind is not BlockKind.TITLE:
            continue
        said = [one.reference for one in find(block.text)]
        dated = any(not isinstance(one, Span | DaySet) for one in said)  # a dateline; several days are those of it all
        bare = without_times(block.text).replace(GONE, " ").strip(" ,;()-–")
        if JOURNEYS.search(bare) and (goal := goal_of(bare)):
            found = goal[0] if len(goal) == 1 else found
            continue
        site = _address(bare, block) or (town_of(bare) if said else None)
        if site is not None and not dated:
            found = site
        elif is_venue(bare) and len(bare.split()) < 6 and next(named(bare), None):
            found = site_of(bare)
        elif (inside := re.search(r"\bin ([A-Z]\w+(?: [A-Z]\w+)?)\s*$", bare)) and town_of(inside[1]):
            found = town_of(inside[1])
    return found


def _address(words: str, block: Block) -> Where | None:
    """Read "Place: European Convention Center" and "Peace Palace, The Hague"."""
    if label := _LABEL.match(words):
        return site_of(" ".join([words[label.end() :], *(cell for _, cell in block.cells)]))
    return address_of(words) if "," in words else None

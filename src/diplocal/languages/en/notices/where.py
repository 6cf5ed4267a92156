"""Which words name a place: the town, country or venue where something is, and where a journey goes."""

import re
from collections.abc import Iterator

from diplocal import places
from diplocal.announcement.where import Where, town_of
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.notices.vocabulary import GATHERINGS, OFFICES
from diplocal.phrases.tokens import Tokens, word_set

_VENUES = word_set(
    "palace palaces centre center house hall hotel building buildings airport headquarters room guesthouse chamber "
    "residence embassy castle villa university academy institute museum library cathedral church mosque park garden "
    "gardens square cemetery cenotaph memorial mausoleum monument monastery theatre theater opera stadium arena court "
    "station port base parade complex street bridge gate plaza auditorium office ministry parliament congress "
    "club department barracks compound pavilion school college hospital factory campus saal foyer lobby lounge terrace "
    "ballroom headquarter gallery"
)
_NAME = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽČĆĐİ][\w’'-]*\.?|\d+(?=\s[A-Z]))"
_JOINT = r"(?:of|de|da|do|des|du|la|le|the|and|von|van|der|for|&|d’|al-)"
_VENUE = re.compile(
    r"\b(?:at|in|inside|outside|in front of|from|on|near|(?<!ccording )to|into)\s+"
    r"(?:the\s+|(?:his|her|their|its)\s[a-z]+,\s+)?"
    rf"(?P<name>{_NAME}(?:\s+(?:{_JOINT}\s+)*{_NAME})*(?:\s+{_JOINT}(?:\s+the)?\s+{_NAME})*)"
)
_LEAD = re.compile(
    r"(\w+)\s+(?:the\s+)?(?:(?:[\w’'-]+\s+){0,3}?(?:capital|city|town|port|resort|island)(?:\s+city|\s+of|,)?\s+)?$"
)
"""What leads to the name of a town: "in", "in the", "in the southern city of"."""

_THROUGH = re.compile(r"\s+[-–—]\s+|\s*/\s*|\s*(?:,|&|\band\b|\bto\b)\s+")
_LEADS = word_set("in at into near visit visits visiting reach tour tours outside")
_PLANNED_FOR = re.compile(r"\b(?:planned|scheduled|slated|set|due) for\s+(?:the\s+)?$")
_GOES = word_set("to for")
_TOPICS = word_set("war conflict process crisis situation ceasefire peace violence fighting unrest developments")
_HELD = word_set(
    "ministers leaders representatives officials delegates delegations counterparts place part here there and or is be "
    "stop leg day days morning afternoon evening later again home time venues"
)
"""Words before "in" behind which it tells where something takes place."""


def named(words: str) -> Iterator[tuple[int, int, str | None]]:
    """Find the places that words name, with their clocks; names that may mean something else are left out."""
    tokens = Tokens(words)
    done = 0
    for i in places.starts(tokens.words, 0, tokens.count):
        if i < done or not tokens.capital(i):
            continue
        if match := places.match(tokens.words, i):
            zone, count = match
            start, end = tokens.span(i, i + count)
            if not words[end : end + 2].startswith(("'s", "’s", "-")):
                done = i + count
                yield start, end, zone


def towns_of(words: str) -> Where | None:
    """Read a town, or several that a day leads through: all of them, or the first one where their clocks differ.

    >>> towns_of("RABAT / CASABLANCA"), towns_of("Jakarta - Port Moresby").name
    (Where(name='Rabat / Casablanca', zone='Africa/Casablanca', venue=''), 'Jakarta')
    """
    if (town := town_of(words)) is not None:
        return town
    towns = [town_of(part) for part in _THROUGH.split(words)]
    found = [one for one in towns if one is not None]
    if len(found) < len(towns):
        return None
    alike = len({one.zone for one in found}) == 1
    return Where(" / ".join(one.name for one in found), found[0].zone) if alike else found[0]


def site_of(words: str) -> Where | None:
    """Read a venue with or without its town: "Union Buildings, Pretoria", "Bella Center", "Amman, Jordan"."""
    whole = words.strip(" .;:,")
    parts = [part.strip() for part in whole.split(",")]
    first = next((i for i, part in enumerate(parts) if town_of(part)), None)
    if first is not None and (town := town_of(", ".join(parts[first : first + 2])) or town_of(parts[first])):
        return Where(town.name, town.zone, ", ".join(parts[:first]))
    if inside := _town_in(whole):
        return Where(whole[inside[0] : inside[1]], inside[2], whole)
    return Where(whole, None, whole) if whole else None


def _town_in(venue: str) -> tuple[int, int, str | None] | None:
    """Find the place that a venue's name holds; an embassy is not in the country whose it is."""
    inside = next(named(venue), None)
    abroad = inside and _SENT.search(venue, 0, inside[0]) and places.is_country(venue[inside[0] : inside[1]])
    return None if abroad else inside


_SENT = re.compile(r"\b(?:Embassy|Consulate|Commission|Mission|Delegation|Ambassador)\b.* of (?:the )?$")


def address_of(words: str) -> Where | None:
    """Read a line with commas that ends in a town or country: "Peace Palace, 2517 KJ The Hague, Netherlands"."""
    parts = [part.strip() for part in words.split(",")]
    first = next((i for i, part in enumerate(parts) if i and town_of(part)), 0 if town_of(parts[0]) else None)
    if first is None or (town := town_of(parts[first])) is None:
        return None
    before = list(named(parts[first - 1])) if first else []
    if before and before[-1][1] == len(parts[first - 1]) and places.is_country(parts[first]):  # "2517 KJ The Hague"
        town = Where(parts[first - 1][before[-1][0] :], before[-1][2])
    venue = parts[0] if first and is_venue(parts[0]) and len(parts[0].split()) < 6 else ""
    return Where(town.name, town.zone, venue)


def is_venue(words: str) -> bool:
    """Tell whether words name a building or a room: "Peace Palace", "Committee Room 3"."""
    said = [word.casefold().rstrip(".,") for word in re.findall(r"[\w’'-]+", words)]
    return words[:1].isupper() and not _VENUES.isdisjoint(said)


def place_in(words: str) -> Where | None:
    """Find where words say that something is: "in Wellington", "at the Palace"; a venue goes with its town."""
    towns = (Where(words[a:b], zone) for a, b, zone in named(words) if _is_told(words, a, b))
    town = next(towns, None)
    venues = (match["name"] for match in _VENUE.finditer(words) if is_venue(match["name"]))
    venue = next((re.sub(r"(?<=\w{3})\.$", "", name) for name in venues if town is None or name != town.name), None)
    if venue is None and town is None and (site := _AT_SITE.search(words)) and _is_site(site):
        venue = site[1]
    if venue:
        inside = _town_in(venue) if town is None else None
        if inside and (inside[0] == 0 or inside[1] == len(venue)):  # "Vienna International Centre"
            town = Where(venue[inside[0] : inside[1]], inside[2])
        return Where(town.name if town else venue, town.zone if town else None, venue)
    return town


def _is_told(words: str, start: int, end: int) -> bool:
    """Tell whether something takes place in the town that words name from one offset to another."""
    lead = _LEAD.search(words[:start])
    if lead is None or not (lead[1].casefold() in _LEADS or _PLANNED_FOR.search(words[: lead.end()])):
        return False
    return not _is_topic(words[: lead.start()], at_end=_END.match(words, end) is not None)


_AT_SITE = re.compile(rf"\bat (?:the )?({_NAME}(?: (?:{_JOINT} )*{_NAME})*)")


def _is_site(found: re.Match[str]) -> bool:
    """Tell whether a name behind "at" is that of a site, and not of a gathering or an office."""
    words = {word.casefold() for word in (*found[1].split(), *found.string[found.end() :].split()[:1])}
    return not (found[1].isupper() or words & (GATHERINGS | OFFICES))


_END = re.compile(r"\s*(?:§|[.,;]|$)")


def _is_topic(before: str, *, at_end: bool) -> bool:
    """Tell whether the noun before "in" is what is talked about ("the crisis in Yemen"), and does not take place."""
    said = re.search(r"(?:(?:^|[:;.]\s)([A-Z][a-z]+)|(?:^|\s)([a-z]+))\s+$", before)
    if said is None:
        return False
    noun = (said[1] or said[2]).lower()
    takes_place = at_end or noun in GATHERINGS | OFFICES | _HELD or forms_of(noun)[1]
    return noun in _TOPICS or not takes_place


def goal_of(words: str) -> list[Where]:
    """Find where a journey goes: "to Fiji, New Zealand and Timor-Leste", "visit Central Asia"."""
    found: list[Where] = []
    end = -1
    for match in re.finditer(rf"{_NAME}(?:[ -]{_NAME}| of {_NAME})*", words):
        before = words[: match.start()]
        lead = _LEAD.search(before)
        goes = lead is not None and lead[1].casefold() in _GOES | _LEADS
        goes_on = (
            end >= 0 and re.fullmatch(r"\s*(?:,|and|,\s*and)\s*(?:the\s+)?", words[end : match.start()]) is not None
        )
        first = not before.strip(" ,.;:§") or before.strip(" §").casefold() == "the"
        if (goes or goes_on or first) and (town := _longest_town(match[0])):
            around = goes_on and "," in words[end : match.start()] and found[-1].zone
            if not (around and places.is_in(around, town.name)):  # "Ulaanbaatar, Mongolia"
                found.append(town)
            end = match.start() + len(town.name)
    return found


def _longest_town(words: str) -> Where | None:
    pieces = words.split()
    return next((town for count in range(len(pieces), 0, -1) if (town := town_of(" ".join(pieces[:count])))), None)

"""Places named in prose -> IANA zones, from a table of names (`places.txt`) and the time zone database.

The table holds the towns that GeoNames has, and what the time zone database and a list by hand add. A name that stands
for several clocks ("Canada", "Georgia") gives none, as an unknown one does. Nothing is guessed: of towns that share a
name, it means the one that is a capital or many times as large as the others. Where there is none ("Hyderabad"), and
where a name is a word or a person's first ("Orange", "Jackson"), the country or the region has to be said.

In running text (`match`) there are no capitals to go by. So some names are left out there ("Nice", "Reading"), unless
an accent tells them apart ("Malé") or a country follows; `zone_of` knows them. Sovereign states are never left out.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from diplocal.places.country_zones import countries, country_of, country_zone, rule
from diplocal.places.gazetteer import load

__all__ = [
    "country_of", "country_zone", "is_adjective", "is_country", "is_in", "is_known", "key_of", "match", "starts",
    "zone_of", "zone_of_adjective",
]  # fmt: skip

_TOKEN: Final = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]|_")
_APOSTROPHES_AND_HYPHENS: Final = frozenset("'’‘`-‐‑–")
_UNFOLDED: Final = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ʻ": "", "ʼ": ""}
)


def zone_of(name: str) -> str | None:
    """Find the zone of a town, a region, a country or a venue.

    Case, accents, punctuation and a leading "the" make no difference. "Town, Country" is a town that has
    one of the country's zones.

    Args:
        name: as the news writes it ("Brasília", "St. Petersburg", "the Kremlin").

    Returns:
        An IANA name; ``None`` for an unknown place and for one that keeps several clocks.

    >>> zone_of("the White House"), zone_of("Türkiye"), zone_of("Canada")
    ('America/New_York', 'Europe/Istanbul', None)
    """
    key = key_of(name)
    names = load().names
    bare = _bare(key)
    for said in (key, bare):
        if said in names:
            return _zone(names[said])
    town, _, around = bare.rpartition(" , ")
    return _in(town, around)


def is_known(name: str) -> bool:
    """Tell whether a name is a place's, or an adjective one's, however many clocks it keeps.

    >>> is_known("Canada"), is_known("Russian"), is_known("Kuleba")
    (True, True, False)
    """
    key = key_of(name)
    known = load()
    return any(said in known.names or said in known.adjectives for said in (key, _bare(key)))


def is_country(name: str) -> bool:
    """Tell whether a name is a country's.

    >>> is_country("Jamaica"), is_country("Kingston")
    (True, False)
    """
    target = load().names.get(_bare(key_of(name)))
    return target is not None and len(target) == 2


def is_in(zone: str, country: str) -> bool:
    """Tell whether a zone is one of the country's that a name stands for.

    >>> is_in("America/Toronto", "Canada"), is_in("Europe/Oslo", "Canada")
    (True, False)
    """
    code = load().names.get(_bare(key_of(country)))
    return code is not None and len(code) == 2 and zone in countries().get(code.upper(), ())


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective of a place and no place's own name.

    >>> is_adjective("Russian"), is_adjective("Vienna")
    (True, False)
    """
    key = key_of(word)
    return key in load().adjectives and key not in load().names


def zone_of_adjective(word: str) -> str | None:
    """Find the zone of "Korean", "Eastern" or "Moscow", as they stand before "time".

    Returns:
        An IANA name; ``None`` for an unknown word and for one that names several clocks ("American").

    >>> zone_of_adjective("Korean"), zone_of_adjective("Japan Standard"), zone_of_adjective("Russian")
    ('Asia/Seoul', 'Asia/Tokyo', None)
    """
    said = _bare(key_of(word))
    before, _, last = said.rpartition(" ")
    plain = before if last in load().clocks else said
    adjectives = load().adjectives
    for key in (said, plain):
        if key in adjectives:
            return _zone(adjectives[key])
    return zone_of(plain)


def match(words: Sequence[str], index: int) -> tuple[str, int] | None:
    """Match the longest name of a place that starts at a word.

    Args:
        words: lower-case words, numbers and single signs of a text.
        index: of the word to start at, within `words`.

    Returns:
        The zone and how many of `words` the name takes; ``None`` if no name starts there, or the longest one has no
        single zone ("washington" has one, "washington post" has not) and no country or region behind it tells which.

    >>> match(["in", "st", ".", "petersburg"], 1)
    ('Europe/Moscow', 3)
    """
    longest = _longest(words[index])
    if not longest:
        return None
    known = load()
    if words[index] in known.articles and (index + 1 == len(words) or not _longest(words[index + 1])):
        return None
    said, name, alone = "", None, None
    for part, end in _walk(words, index, longest):
        said = f"{said} {part}" if said else part
        if said in known.names or said in known.shared:
            name = said, end
            if said in known.names and (said not in known.quiet or not words[index].isascii()):
                alone = _zone(known.names[said]), end - index
    if name and name[1] + 1 < len(words) and words[name[1]] == ",":
        around = _around(name[0], words, name[1] + 1)
        if around and not (alone and alone[0] == around[0]):
            return around[0], around[1] - index
    if alone:
        return (alone[0], alone[1]) if alone[0] else None
    after = match(words, index + 1) if words[index] in known.articles else None
    return (after[0], after[1] + 1) if after else None


def _around(town: str, words: Sequence[str], index: int) -> tuple[str, int] | None:
    """Match the country or the region of a town: the zone of the two, and where the name ends."""
    found, said = None, ""
    for part, end in _walk(words, index, _longest(words[index])):
        said = f"{said} {part}" if said else part
        if zone := _in(town, said):
            found = zone, end
    return found


def starts(words: Sequence[str], begin: int, end: int) -> list[int]:
    """Find the words from `begin` to `end`, exclusive, at which a name may start: those worth asking `match` about."""
    firsts, here = _first_words(), words[begin:end]
    if "".join(here).isascii():
        return [i for i, word in enumerate(here, begin) if word in firsts]
    return [i for i, word in enumerate(here, begin) if word in firsts or (not word.isascii() and _longest(word))]


@cache
def _first_words() -> frozenset[str]:
    """The words that names start with, without accents."""
    return frozenset((*load().lengths, *load().spellings))


def _zone(target: str | None) -> str | None:
    """The zone that a name leads to, by its country where it must."""
    return country_zone(target) if target is not None and len(target) == 2 else target


def _in(town: str, around: str) -> str | None:
    """Find the zone of a town in a country or a region, where only the two by themselves are names."""
    known, around = load(), _bare(around)
    if town in known.regions:
        return None
    target = known.names.get(around) or ""
    inside = countries().get(target) or ((target,) if around in known.regions else ())
    found = [zone for zone in (_zone(known.names.get(town)), *known.shared.get(town, ())) if zone in inside]
    return found[0] if len(set(map(rule, found))) == 1 else None


@lru_cache(maxsize=1 << 14)
def _longest(word: str) -> int:
    """How many words the longest name has that starts with a word; remembered, as texts repeat their words."""
    folded, known = _fold(word), load()
    return known.lengths.get(known.spellings.get(folded, folded), 0)


def _fold(word: str) -> str:
    """A lower-case word without accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_UNFOLDED)


def key_of(name: str) -> str:
    """Give a name's words as the table has them: "St. Gallen" is "st gallen"."""
    folded = _fold(name.lower())
    if folded.replace(" ", "").isalpha() and load().spellings.keys().isdisjoint(folded.split()):
        return " ".join(folded.split()) if " " in folded else folded
    words = _TOKEN.findall(folded)
    return " ".join([word for word, _ in _walk(words, 0, len(words))]).strip(" ,.")


def _bare(key: str) -> str:
    """A name without the article before it."""
    first, _, rest = key.partition(" ")
    return rest if first in load().articles and rest else key


def _walk(words: Sequence[str], index: int, most: int) -> list[tuple[str, int]]:
    """The words of a name and where each ends: "u.s." is one word, and marks inside a name are stepped over."""
    walked = list[tuple[str, int]]()
    end, size, spellings = index, len(words), load().spellings
    while end < size and len(walked) < most:
        word = words[end]
        end += 1
        if len(word) == 1 and word.isalpha():
            while end + 1 < size and words[end] == "." and len(words[end + 1]) == 1 and words[end + 1].isalpha():
                word += words[end + 1]
                end += 2
            if len(word) > 1 and end < size and words[end] == ".":
                end += 1
        if not word.isascii():
            word = _fold(word)
        walked.append((spellings.get(word, word), end))
        if end < size and (words[end] in _APOSTROPHES_AND_HYPHENS or (words[end] == "." and len(word) <= 2)):
            end += 1
    return walked

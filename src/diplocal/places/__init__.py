"""Places named in prose -> IANA zones, from time zone and locale data.

The time zone database names some 400 towns and every country; `names` and `towns` add where diplomacy happens. A name
that stands for several clocks ("Canada", "Georgia", "Birmingham") gives none, as an unknown one does. Nothing is
guessed.

What a country's name gives: the zone of all its people, if its zones agree from now on (their rules for the future are
the same); the seat of government's, if at most one person in twenty lives by another clock (`SEATS`: islands, an
outlying region, a clock without legal standing); else none. A capital beats its lesser namesakes; where a reader of the
news would still ask "which one?", the name is in `SEVERAL`.

In running text (`match`) there are no capitals to go by. So names that are first of all an English word or a person's
("Nice", "Reading", "Florence") are left out there (`QUIET`), unless an accent tells them apart ("Malé"); `zone_of`
knows them. Sovereign states are never left out ("Jordan", "Chad").
"""

import importlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import TYPE_CHECKING, cast

from attrs import frozen

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|[^\w\s]|_")
_APOSTROPHES_AND_HYPHENS = frozenset("'’‘`-‐‑–")
_SAME_WORD = {"saint": "st", "&": "and"}
_UNFOLDED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ʻ": "", "ʼ": ""}
)
_STANDARD = re.compile(r" (?:standard|daylight|summer|winter)$")


@frozen(kw_only=True)
class _Book:
    """Every name, by its words ("st petersburg").

    Attributes:
        names: to a zone, to the code of a country, or to ``None`` where the name stands for no single zone.
        adjectives: the same for "Korean" and "Eastern".
        quiet: the names that running text may mean otherwise.
        lengths: the first word of a name to the number of words in the longest such name.
    """

    names: Mapping[str, str | None]
    adjectives: Mapping[str, str | None]
    quiet: frozenset[str]
    lengths: Mapping[str, int]


def zone_of(name: str) -> str | None:
    """Find the zone of a town, a region, a country or a venue.

    Case, accents, punctuation and a leading "the" make no difference. "Town, Country" is one of the names that the
    tables hold, or a town whose zone is one of the country's.

    Args:
        name: as the news writes it ("Brasília", "St. Petersburg", "the Kremlin").

    Returns:
        An IANA name; ``None`` for an unknown place and for one that keeps several clocks.

    >>> zone_of("the White House"), zone_of("Türkiye"), zone_of("Canada")
    ('America/New_York', 'Europe/Istanbul', None)
    """
    key = _key(name)
    names = _book().names
    for said in (key, key.removeprefix("the ")):
        if said in names:
            return _zone(names[said])
    return _qualified(key.removeprefix("the "))


def is_known(name: str) -> bool:
    """Tell whether a name is a place's, or an adjective one's, however many clocks it keeps.

    >>> is_known("Canada"), is_known("Russian"), is_known("Kuleba")
    (True, True, False)
    """
    key = _key(name)
    book = _book()
    return any(said in book.names or said in book.adjectives for said in (key, key.removeprefix("the ")))


def is_country(name: str) -> bool:
    """Tell whether a name is a country's.

    >>> is_country("Jamaica"), is_country("Kingston")
    (True, False)
    """
    target = _book().names.get(_key(name).removeprefix("the "))
    return target is not None and len(target) == 2


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective of a place and no place's own name.

    >>> is_adjective("Russian"), is_adjective("Vienna")
    (True, False)
    """
    key = _key(word)
    return key in _book().adjectives and key not in _book().names


def zone_of_adjective(word: str) -> str | None:
    """Find the zone of "Korean", "Eastern" or "Moscow", as they stand before "time".

    Returns:
        An IANA name; ``None`` for an unknown word and for one that names several clocks ("American").

    >>> zone_of_adjective("Korean"), zone_of_adjective("Japan Standard"), zone_of_adjective("Russian")
    ('Asia/Seoul', 'Asia/Tokyo', None)
    """
    said = _key(word).removeprefix("the ")
    plain = _STANDARD.sub("", said)
    adjectives = _book().adjectives
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
        single zone ("washington" has one, "washington post" has not).

    >>> match(["in", "st", ".", "petersburg"], 1)
    ('Europe/Moscow', 3)
    """
    longest = _longest(words[index])
    if not longest:
        return None
    if words[index] == "the" and (index + 1 == len(words) or not _longest(words[index + 1])):
        return None
    said, found = "", None
    book = _book()
    for count, (part, end) in zip(range(longest), _walk(words, index), strict=False):
        said = f"{said} {part}" if count else part
        if said in book.names and (said not in book.quiet or not words[index].isascii()):
            found = book.names[said], end - index
    if found is None:
        after = match(words, index + 1) if words[index] == "the" else None
        return (after[0], after[1] + 1) if after else None
    zone = _zone(found[0])
    return (zone, found[1]) if zone else None


def starts(words: Sequence[str], begin: int, end: int) -> list[int]:
    """Find the words from `begin` to `end`, exclusive, at which a name may start: those worth asking `match` about."""
    firsts, here = _first_words(), words[begin:end]
    if "".join(here).isascii():
        return list(compress(range(begin, end), map(firsts.__contains__, here)))
    return [i for i, word in enumerate(here, begin) if word in firsts or (not word.isascii() and _longest(word))]


@cache
def _first_words() -> frozenset[str]:
    """The words that names start with, without accents."""
    return frozenset((*_book().lengths, *_SAME_WORD))


@cache
def country_zone(code: str) -> str | None:
    """Find the one zone of a country, by the rule above.

    Args:
        code: ISO 3166-1 alpha-2, in either case.

    >>> country_zone("MY"), country_zone("NZ"), country_zone("US")
    ('Asia/Kuala_Lumpur', 'Pacific/Auckland', None)
    """
    from diplocal.places.names import SEATS  # noqa: PLC0415 - the tables wait for the first question

    code = code.upper()
    zones = _countries().get(code, ())
    if code in SEATS or not zones:
        return SEATS.get(code)
    future = _future(zones[0])
    return zones[0] if all(_future(zone) == future for zone in zones[1:]) else None


@cache
def country_of(zone: str) -> str | None:
    """Find the country of a zone.

    Returns:
        Its ISO 3166-1 code; ``None`` for a zone of none ("UTC") or an old name of one ("US/Eastern").

    >>> country_of("Asia/Seoul"), country_of("UTC")
    ('KR', None)
    """
    return next((code for code, zones in _countries().items() if zone in zones), None)


def _zone(target: str | None) -> str | None:
    """The zone that a name leads to, by its country where it must."""
    return country_zone(target) if target is not None and len(target) == 2 else target


def _qualified(key: str) -> str | None:
    """Read "town, country" where only the two by themselves are names."""
    town, comma, country = key.rpartition(" , ")
    code = _book().names.get(country.removeprefix("the ")) if comma else None
    if code is None or len(code) != 2:
        return None
    zone = _zone(_book().names.get(town))
    return zone if zone in _countries().get(code, ()) else None


@lru_cache(maxsize=1 << 14)
def _longest(word: str) -> int:
    """How many words the longest name has that starts with a word; remembered, as texts repeat their words."""
    folded = _fold(word)
    return _book().lengths.get(_SAME_WORD.get(folded, folded), 0)


def _fold(word: str) -> str:
    """A lower-case word without accents."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_UNFOLDED)


def _key(name: str) -> str:
    """A name's words, as `_Book.names` has them."""
    folded = _fold(name.lower())
    if folded.replace(" ", "").isalpha() and "saint" not in folded:
        return " ".join(folded.split()) if " " in folded else folded
    words = _TOKEN.findall(folded)
    return " ".join([word for word, _ in _walk(words, 0)]).strip(" ,.")


def _walk(words: Sequence[str], index: int) -> Iterator[tuple[str, int]]:
    """The words of a name and where each ends: "u.s." is one word, and marks inside a name are stepped over."""
    end, size = index, len(words)
    while end < size:
        word = words[end]
        end += 1
        if len(word) == 1 and word.isalpha():
            while end + 1 < size and words[end] == "." and len(words[end + 1]) == 1 and words[end + 1].isalpha():
                word += words[end + 1]
                end += 2
            if len(word) > 1 and end < size and words[end] == ".":
                end += 1
        word = _fold(word)
        yield _SAME_WORD.get(word, word), end
        if end < size and (words[end] in _APOSTROPHES_AND_HYPHENS or (words[end] == "." and len(word) <= 2)):
            end += 1


@cache
def _book() -> _Book:
    """Every name, read at the first question.

    A later table overrules an earlier one: the database's towns, its countries, then what is written by hand.
    """
    from diplocal.places.names import ADJECTIVES, COUNTRIES, NO_PLACE, QUIET, SEVERAL  # noqa: PLC0415 - they wait
    from diplocal.places.towns import TOWNS  # noqa: PLC0415 - for the first question

    names: dict[str, str | None] = {}
    names.update((_key(zone.rpartition("/")[2].replace("_", " ")), zone) for zone in _zones())
    names.update(_country_names())
    for written in (COUNTRIES, TOWNS):
        names.update(_inverted(written))
    names.update(dict.fromkeys(map(_key, SEVERAL.split("; "))))
    names.update(dict.fromkeys(map(_key, NO_PLACE.split("; "))))
    lengths: dict[str, int] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        lengths[first] = max(name.count(" ") + 1, lengths.get(first, 0))
        if first == "the":  # `match` looks at the word behind it first
            lengths.setdefault(rest.partition(" ")[0], 1)
    for name in _initials((*COUNTRIES.values(), *TOWNS.values())):
        lengths[name[0]] = max(lengths.get(name[0], 0), lengths[name])
    quiet = frozenset(map(_key, QUIET.split("; ")))
    return _Book(names=names, adjectives=dict(_inverted(ADJECTIVES)), quiet=quiet, lengths=lengths)


def _inverted(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A table's names to what they stand for."""
    for target, written in table.items():
        for name in written.split("; "):
            yield _key(name), target


def _initials(tables: Iterable[str]) -> Iterator[str]:
    """The first words that are written with full stops ("uk"): running text has them letter by letter."""
    for written in tables:
        for name in written.split("; "):
            if name[1:2] == ".":
                yield _key(name).partition(" ")[0]


def _country_names() -> Iterator[tuple[str, str]]:
    """The database's names of countries; the ones with brackets ("Korea (South)") are no names in prose."""
    for code, name in _rows("iso3166.tab"):
        if "(" not in name:
            yield _key(name), code


def _zones() -> Iterator[str]:
    """Every zone of a country."""
    for zones in _countries().values():
        yield from zones


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    """Codes of countries to their zones, in the database's order."""
    found: dict[str, tuple[str, ...]] = {}
    for code, _, zone, *_ in _rows("zone.tab"):
        found[code] = (*found.get(code, ()), zone)
    return found


def _rows(table: str) -> Iterator[list[str]]:
    """The rows of one of the database's tables."""
    for line in _data(table).decode().splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def _future(zone: str) -> bytes:
    """A zone's rule for times after its last listed change (RFC 9636, section 3.3: the footer)."""
    return _data(zone).rsplit(b"\n", 2)[1]


def _data(path: str) -> bytes:
    """A file of the time zone database.

    Through the package's own loader: `importlib.resources` costs more to import than everything here to read.
    """
    tzdata = importlib.import_module("tzdata")
    loader = cast("ResourceLoader", tzdata.__loader__)
    return loader.get_data(f"{tzdata.__path__[0]}/zoneinfo/{path}")

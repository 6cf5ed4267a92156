"""The gazetteer, as its file has it: what names stand for. How a name of a text is compared, `places` says.

    [names]
    -: birmingham; georgia
    Europe/Paris: alsace; elysee palace; nice
    US: america; u.s.

Under the heading of a section stands what names stand for (a zone, a country's code, `-` for several or none) before
the names that do, which go on in indented lines. Names are lower-case words without accents; a first word that is
written letter by letter has its full stops. `tools/places.txt` has the same form, with names as people write them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pkgutil import get_data

from attrs import frozen


@frozen(kw_only=True)
class Gazetteer:
    """Names of places."""

    # to a zone, to the code of a country, or to None where the name stands for no single zone
    names: Mapping[str, str | None]
    adjectives: Mapping[str, str]  # the same for "korean" and "eastern"
    quiet: frozenset[str]  # the names that running text may mean otherwise
    # names that mean no place by themselves, to the zones of the towns that bear them
    shared: Mapping[str, Sequence[str]]
    regions: frozenset[str]  # names of states and provinces, which tell a town's namesakes apart
    seats: Mapping[str, str]  # codes of countries to the zone of the seat of government, where that is the country's
    articles: frozenset[str]  # words before names that make no difference
    clocks: frozenset[str]  # words behind adjectives that make none ("Japan Standard Time")
    spellings: Mapping[str, str]  # words that are compared as another one
    lengths: Mapping[str, int]  # the first word of a name to the number of words in the longest such name


@cache
def load() -> Gazetteer:
    """The names of `places.txt`, read at the first question."""
    sections = parse((get_data("diplocal.places", "places.txt") or b"").decode())
    names: dict[str, str | None] = {}
    for target, found in sections["names"]:
        names.update(dict.fromkeys(found, target if target != "-" else None))
    shared: dict[str, list[str]] = {}
    for zone, found in sections["shared"]:
        for name in found:
            shared.setdefault(name, []).append(zone)
    articles = _listed(sections["articles"])
    return Gazetteer(
        names=names,
        lengths=_lengths(names, shared, articles),
        adjectives={name: target for target, found in sections["adjectives"] for name in found},
        quiet=_listed(sections["quiet"]),
        regions=_listed(sections["regions"]),
        articles=articles,
        clocks=_listed(sections["clocks"]),
        spellings={name: said for said, found in sections["spellings"] for name in found},
        shared=shared,
        seats={code: zone for zone, codes in sections["seats"] for code in codes},
    )


def _listed(rows: Sequence[tuple[str, Sequence[str]]]) -> frozenset[str]:
    return frozenset(name for _, found in rows for name in found)


def parse(text: str) -> dict[str, list[tuple[str, list[str]]]]:
    """Read the sections of a table: in order, each target with its names."""
    sections: dict[str, list[tuple[str, list[str]]]] = {}
    rows: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("["):
            rows = sections.setdefault(line[1:-1], [])
        elif line.startswith(" "):
            rows[-1][1].extend(line.strip(" ;").split("; "))
        elif line and not line.startswith("#"):
            target, _, names = line.partition(": ")
            rows.append((target, names.rstrip(";").split("; ")))
    return sections


def _lengths(
    names: dict[str, str | None], shared: Mapping[str, Sequence[str]], articles: frozenset[str]
) -> dict[str, int]:
    """Take the full stops out of names; give the most words of a name by its first word, or by its first letter."""
    lettered = [name for name in names if "." in name]
    names.update([(name.replace(".", ""), names.pop(name)) for name in lettered])
    lengths = dict.fromkeys((*names, *shared), 1)
    for name in [name for name in lengths if " " in name]:
        first, _, rest = name.partition(" ")
        lengths[first] = max(name.count(" ") + 1, lengths.get(first, 0))
        if first in articles:  # the word behind it is looked at first
            lengths.setdefault(rest.partition(" ")[0], 1)
    for name in lettered:  # running text has them letter by letter
        first = name.replace(".", "").partition(" ")[0]
        lengths[name[0]] = max(lengths.get(name[0], 0), lengths[first])
    return lengths

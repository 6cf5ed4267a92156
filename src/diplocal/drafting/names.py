"""People and places that a text names plainly: an office before a name, a name before a verb or behind `with`.

A name that could be an organisation's or a place's is left alone; what is missed, a person adds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from diplocal import places
from diplocal.drafting.sentences import word_set
from diplocal.phrases.tokens import Tokens
from diplocal.when import MONTHS, WEEKDAYS

_OFFICE = (
    r"(?:(?:Deputy|Vice|Acting|First|Assistant|Under)[ -])?"
    r"(?:(?:Foreign|Prime|Defen[cs]e|Finance|Trade|Interior|Economy|Health|Climate|Unification)\s(?:Minister|Secretary)"
    r"|Secretary[ -]General|Secretary of (?:State|Defen[cs]e|the Treasury)|Treasury Secretary|High Representative"
    r"|Director[ -]General|National Security Advis[eo]r|President|Chancellor|Premier|Taoiseach|Minister|Ambassador"
    r"|King|Queen|Pope|Emperor|Empress|Crown Prince|Prince|Princess|Chairman|Chairwoman|Speaker|Special Envoy|Governor)"
)
_WORD = r"[^\W\d_a-zà-öø-ÿ](?:[\w’'-]*\w)?"
_PARTICLE = r"(?:bin|ibn|al|el|von|van|der|den|de|da|la|le|du|dos|di)"
_NAME = rf"{_WORD}(?:[ ](?:{_PARTICLE}[ ])*(?:{_WORD}|[A-Z]\.)){{0,3}}"
_WITH_OFFICE = re.compile(rf"(?P<of>(?:{_WORD}[ ]){{0,2}}?)(?P<office>{_OFFICE})\s(?P<name>{_NAME})")
_BARE = re.compile(rf"(?:^|(?<=with )|(?<=and )|(?<=receives )|(?<=meets )|(?<=meet )|(?<=that ))({_NAME})(?!\w|[’']s)")
_NO_NAME = word_set(
    "The A An On In At By For From To With After Before When While As But And He She They It This That "
    "His Her Their Some Mr Mrs Ms Dr Two Both All Talks First Second Leaders Ministers Foreign Allied "
    "Replacing Briefing Only One No"
) | frozenset((*WEEKDAYS, *MONTHS))
_ORGANISATIONS = word_set(
    "Council Union Assembly Ministry Department Commission Court House Government Parliament Nations "
    "League Group Committee Office Bank Forum Summit State Party Army Force Forces Palace Agency Treaty "
    "Organization Organisation Congress Senate Cabinet Korea Pacific America Church Pentagon Kremlin "
    "Crescent Cross Fund Security Affairs Ministers Ministry's Sea Republic Kingdom East West North South "
    "Bay Island Islands Park Street Headquarters Airport University Team Week Day Peace Memorial Games "
    "Cup Olympics Central Middle European African Asian American Arab Foreign National Federal"
)
_TITLES = frozenset(re.findall("[A-Z][a-z]+", _OFFICE.replace("[ -]", " ").replace("[cs]", "c"))) | {
    "Defense",
    "General",
}
_BEFORE_PLACE = word_set("in to at for into visit visits visiting reach reaches tour tours")
_MOST = 200
"""People beyond which a text is a list and no announcement."""


@frozen
class Named:
    """A person that a text names.

    Attributes:
        name: as the text first gives it in full.
        office: as it stands before the name; empty where there is none.
    """

    name: str
    office: str = ""


def people(sentences: Iterable[str]) -> tuple[Named, ...]:
    """Find the people of a text's sentences, each once, in their order."""
    found: list[Named] = []
    for text in sentences:
        for _, named in sorted(_mentions(text), key=lambda row: row[0]):
            same = next((i for i, one in enumerate(found) if _same(named.name, one.name)), None)
            if same is None and len(found) < _MOST:
                found.append(named)
            elif same is not None:
                known = found[same]
                longer = max(known.name, named.name, key=len)
                found[same] = Named(longer, known.office or named.office)
    return tuple(found)


def _mentions(text: str) -> Iterator[tuple[int, Named]]:
    for match in _WITH_OFFICE.finditer(text):
        if name := _clean(match["name"]):
            of = " ".join(word for word in match["of"].split() if word not in _NO_NAME or word in {"Foreign", "First"})
            yield match.start("name"), Named(name, f"{of} {match['office']}".strip())
    for match in _BARE.finditer(text):
        name = _clean(match[1])
        if (
            " " in name
            and _ORGANISATIONS.isdisjoint(name.split())
            and _TITLES.isdisjoint(name.split())
            and not _is_place(name)
        ):
            yield match.start(1), Named(name)


def _clean(name: str) -> str:
    """Cut a name before a word that begins something else."""
    words: list[str] = []
    for word in name.split():
        if word in _NO_NAME:
            break
        words.append(re.sub(r"[’']s$", "", word))
    return " ".join(words)


def _same(name: str, other: str) -> bool:
    """Tell whether a name is another one in short."""
    short, long = sorted((name.split(), other.split()), key=len)
    return short == long or (
        len(short) < len(long) and (len(short) > 1 or len(short[0]) > 2) and set(short) <= set(long)
    )


def _is_place(name: str) -> bool:
    return places.zone_of(name) is not None or any(places.zone_of(word) for word in name.split())


def named_in(words: str, known: Sequence[Named]) -> tuple[Named, ...]:
    """Give those of the known people whom words name, in the order of the words; a possessive names nobody."""
    found = []
    for one in known:
        pieces = [one.name, *(part for part in one.name.split() if len(part) > 2 and _only(part, one, known))]
        at = [m.start() for piece in pieces for m in re.finditer(rf"\b{re.escape(piece)}\b(?![’']s\b|-)", words)]
        if at:
            found.append((min(at), one))
    return tuple(one for _, one in sorted(found, key=lambda row: row[0]))


def _only(part: str, one: Named, known: Iterable[Named]) -> bool:
    return all(part not in other.name.split() for other in known if other is not one)


def places_in(words: str) -> tuple[tuple[str, str], ...]:
    """Find the places that words go to or take place in, each with its zone."""
    tokens = Tokens(words)
    found: dict[str, str] = {}
    listed = -1
    for i in places.starts(tokens.words, 0, tokens.count):
        back = 2 if i > 1 and tokens.words[i - 1] == "the" else 1
        goes_there = i >= back and tokens.words[i - back] in _BEFORE_PLACE
        goes_on = i - 1 == listed and tokens.words[listed] in {"and", ",", "or"}
        if not tokens.capital(i) or not (goes_there or goes_on):
            continue
        if match := places.match(tokens.words, i):
            zone, count = match
            start, end = tokens.span(i, i + count)
            if not words[end : end + 2].startswith(("'s", "’s")):
                found.setdefault(words[start:end], zone)
                listed = i + count
    return tuple(found.items())

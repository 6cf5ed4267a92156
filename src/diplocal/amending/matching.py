"""Which entries of a notice are which of a programme: by what they are called, who takes part, where and when."""

from collections.abc import Callable, Iterable
from itertools import product

from diplocal.model import Format
from diplocal.timeline import Entry, Level, timing_dates

_GENERIC = frozenset({Format.MEETING, Format.VISIT, None})
_ENOUGH = 2.5
"""Evidence from which two entries are taken for one."""
_SAME_KEY, _TITLE, _FORMAT, _PEOPLE, _PLACE, _DAY, _MOVED_FROM = 3.0, 3.0, 0.8, 1.5, 0.5, 1.0, 2.0


def matches(old: Iterable[Entry], new: Iterable[Entry], title_words: Callable[[str], frozenset[str]]) -> dict[str, str]:
    """Pair the entries of a notice with those of a programme, each with one at most, the surest first.

    Args:
        old: of the programme.
        new: of the notice.
        title_words: gives the words by which a title is told from others.

    Returns:
        The key in the programme by the key in the notice.
    """
    pairs = [(_evidence(one, other, title_words), one.key, other.key) for one, other in product(old, tuple(new))]
    found: dict[str, str] = {}
    for weight, known, told in sorted(pairs, key=lambda pair: pair[0], reverse=True):  # of equals, the first come first
        if weight >= _ENOUGH and told not in found and known not in found.values():
            found[told] = known
    return found


def _evidence(old: Entry, new: Entry, title_words: Callable[[str], frozenset[str]]) -> float:
    """Weigh what speaks for two entries being one; nothing does where neither title, people nor key agree."""
    told, said = title_words(old.title), title_words(new.title)
    titles = _dice(told, said)
    people = _dice(_people(old), _people(new))
    same_key = old.key == new.key
    if Level.DAY in {old.level, new.level}:
        return 0.0
    if not (titles >= 0.3 or people or same_key) or (told != said and _apart(old, new)):
        return 0.0
    weight = _SAME_KEY * same_key + _TITLE * titles + _PEOPLE * people
    if old.format is new.format:
        weight += _FORMAT * (2 if old.format not in _GENERIC else 1) * (old.format is not None)
    if old.place and new.place:
        weight += _PLACE if old.place.name.casefold() == new.place.name.casefold() else 0
    weight += _DAY * (old.dates is not None and old.dates == new.dates)
    return weight + _MOVED_FROM * any(
        timing_dates(past.timing) == old.dates and old.dates is not None for past in new.earlier
    )


def _apart(old: Entry, new: Entry) -> bool:
    """Tell whether two entries are of kinds that are not one: a dinner is no press conference."""
    kinds = {old.format, new.format}
    return len(kinds) == 2 and not kinds & _GENERIC


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _people(entry: Entry) -> frozenset[str]:
    return frozenset(one.name.casefold().split()[-1] for one in entry.participants if one.person and one.name.split())

"""Parts of a day that need no day: "this morning", "last night", "the following evening", "in the early hours"."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import end_of_noun
from diplocal.languages.en.times import at_part, zone
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import At, Chained, Day, FromToday, InPart, NthDay, PartOfDay, Reference


def the_evening(t: Tokens, j: int) -> Parsed[At]:
    """Read "(by) the evening" of the day spoken of."""
    said = words.PARTS_OF_DAY.get(t.words[j + 1]) if t.words[j] == "the" else None
    of_another = t.words[j + 2] == "of" or not end_of_noun(t, j + 2)
    return (At(Chained(0), InPart(said)), j + 2) if said and not of_another else None


def part_of_today(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "this morning", "tonight", "last night", "that evening", "the second morning", "in the afternoon"."""
    found = _named_part(t, i)
    if not found:
        return None
    (base, said), j = found
    if clocked := at_part(t, j, said):
        return At(base, clocked[0]), clocked[1]
    zoned = zone(t, j)
    return (At(base, InPart(said, zoned[0])), zoned[1]) if zoned else (At(base, InPart(said)), j)


def _named_part(t: Tokens, i: int) -> Parsed[tuple[Day, PartOfDay]]:
    word = t.words[i]
    if word in words.TONIGHT:
        return (FromToday(0), PartOfDay.NIGHT), i + 1
    if word == "in":
        return _in_the_part(t, i + 2) if t.words[i + 1] == "the" else None
    if word == "for":  # "planned for the afternoon"; "for the night" is how long one stays
        planned = t.words[i + 1] == "the" and t.words[i + 2] != "night"
        return (_the_part(t, i + 2) or _in_the_part(t, i + 2)) if planned else None
    if word == "the":
        return _the_part(t, i + 1)
    same = word == "that" and t.words[i + 1] == "same"
    j = i + 1 + (same or t.words[i + 1] in words.EARLY_OR_LATE)
    said = words.PARTS_OF_DAY.get(t.words[j])
    if said is None:
        return None
    if word == "last":
        return ((FromToday(-1), said), j + 1) if t.words[j] == "night" else None
    base: Day = FromToday(0) if word == "this" else Chained(0)
    return ((base, said), j + 1) if word in {"this", "that"} and t.words[j + 1] != "of" else None


def _in_the_part(t: Tokens, j: int) -> Parsed[tuple[Day, PartOfDay]]:
    """Read "(in the) afternoon", "(for the) evening", "(in the) early hours", of the day spoken of."""
    w = t.words
    if w[j] in {"early", "small"} and w[j + 1] == "hours":
        of_day = w[j + 2 : j + 5] == ["of", "the", "morning"]
        return ((Chained(0), PartOfDay.EARLY_HOURS), j + 2 + 3 * of_day) if of_day or w[j + 2] != "of" else None
    j += w[j] in words.EARLY_OR_LATE
    said = words.PARTS_OF_DAY.get(w[j])
    return ((Chained(0), said), j + 1) if said and w[j + 1] != "of" else None


def _the_part(t: Tokens, j: int) -> Parsed[tuple[Day, PartOfDay]]:
    """Read "(the) following morning", "(the) night before", "(the) same evening", "(the) second morning"."""
    w = t.words
    if said := words.PARTS_OF_DAY.get(w[j]):
        if w[j + 1] == "of" and w[j + 2] in words.OWNERS and w[j + 3] in {"arrival", "departure", "return"}:
            return (Chained(0), said), j + 2
        side = words.SIDES.get(w[j + 1])
        return ((Chained(side), said), j + 2) if side else None
    said = words.PARTS_OF_DAY.get(w[j + 1])
    if said is None:
        return None
    if w[j] in words.FOLLOWING:
        return (Chained(words.FOLLOWING[w[j]]), said), j + 2
    if w[j] in words.ORDINALS:
        return (NthDay(words.ORDINALS[w[j]]), said), j + 2
    return ((Chained(0), said), j + 2) if w[j] == "same" and w[j + 2] != "of" else None


OPENERS: Final = frozenset({"the", "that", "this", "in", "for", "last", *words.TONIGHT})

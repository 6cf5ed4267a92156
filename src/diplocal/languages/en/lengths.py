"""Join a length told by itself ("a three-day stay") to the day in its sentence on which it begins."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.senses import says
from diplocal.phrases.found import Found, is_report
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    At,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    DayOfMonth,
    FromToday,
    Length,
    OnWeekday,
    Reference,
)

_BREAKS: Final = frozenset(",;:()")
_CONJUNCTIONS: Final = frozenset({"and", "but", "or"})


def join_lengths(t: Tokens, found: list[Found]) -> list[Found]:
    """Join "a three-day stay" to the day in its sentence on which it begins; lengths without one are left out."""
    joined = list(found)
    lengths = [number for number, f in enumerate(found) if _has_no_start(f.reference)]
    for number in lengths:
        length = found[number]
        best = _first_day(t, joined, number) if _stays(t, length) else None
        if best is not None and isinstance(length.reference, Length):
            f = joined[best]
            whole = _from_day(length.reference.days, f.reference)
            joined[best] = Found(whole, min(f.begin, length.begin), max(f.end, length.end), f.left, f.right)
    return [f for f in joined if not _has_no_start(f.reference)] if lengths else joined


def _from_day(days: int, first: Reference) -> Length | At:
    """A length from its first day, with the time on the clock at which it begins."""
    if not isinstance(first, At):
        return Length(days, first)  # type: ignore[arg-type]
    whole = Length(days, first.day)  # type: ignore[arg-type]
    return At(whole, first.time) if isinstance(first.time, (Clock, ClockSpan)) else whole


def _has_no_start(reference: Reference) -> bool:
    return isinstance(reference, Length) and reference.start is None


def _stays(t: Tokens, f: Found) -> bool:
    """Whether a length tells how long something lasts from its first day: "three-day", "for three days"."""
    said = t.words[f.begin : f.end]
    if said[0] in words.INSIDE_A_LENGTH:
        return False
    lasts = said[0] in ("for", "over") or t.words[f.begin - 1] in ("last", "lasts", "lasted", "lasting")
    how = lasts or any(word in words.DASHES for word in said) or t.words[f.end] == "of"
    return how and not is_inside(t, f.begin)


def is_inside(t: Tokens, begin: int) -> bool:
    """Whether the day named with a length isn't its first ("wrapped up a three-day visit on Saturday")."""
    before = t.words[max(0, begin - 3) : begin]
    if before[-1:] == ["of"]:
        return before[-2:] != ["ahead", "of"]
    return not words.INSIDE_A_LENGTH.isdisjoint(word for word in before if word != "of")


def _first_day(t: Tokens, joined: list[Found], number: int) -> int | None:
    """The neighbour on which a length begins: one behind it that says so, else the one before it in its clause."""
    length = joined[number]
    best = None
    for other in (number - 1, number + 1):
        if not 0 <= other < len(joined):
            continue
        f = joined[other]
        gap = t.words[f.end : length.begin] if other < number else t.words[length.end : f.begin]
        if f.left != length.left or _is_aside(t, f) or not _can_begin(f.reference):
            continue
        if (
            len(gap) > 1 and gap[0] == "," and gap[1].endswith("ing")
        ):  # "on Monday, heading to Delhi on a two-day visit"
            gap = gap[1:]
        if len(gap) > 14 or not _BREAKS.isdisjoint(gap) or not words.ENDING_A_LENGTH.isdisjoint(gap):
            continue
        if other > number and "between" not in gap and not _CONJUNCTIONS.isdisjoint(gap):
            continue
        if isinstance(f.reference, At) and isinstance(f.reference.time, (Clock, ClockSpan)) and "that" in gap:
            continue  # told of the moment alone: "a seven-day ceasefire that takes effect at 9 p.m. on Monday"
        if best is None or not words.BEGINNINGS.isdisjoint(gap):
            best = other
    return best


def _is_aside(t: Tokens, f: Found) -> bool:
    """Whether a day is that of a statement, or of what comes before or after ("after Monday's vote")."""
    return is_report(t, f, says) or t.words[f.begin] in _LINKS or (f.begin > f.left and t.words[f.begin - 1] in _LINKS)


_LINKS: Final = frozenset({"after", "before", "following", "since", "despite"})


def _can_begin(ref: Reference) -> bool:
    base = ref.day if isinstance(ref, At) else ref
    return isinstance(base, (OnWeekday, CalendarDay, Chained, FromToday, DayOfMonth, ChainedWeekday))

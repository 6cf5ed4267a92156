"""Lengths: "four days from Wednesday", and "a three-day stay" joined to the day in its sentence on which it begins."""

from typing import Final

from diplocal.languages.en import dates, words
from diplocal.languages.en.days import day
from diplocal.languages.en.lexicon import forms_of
from diplocal.languages.en.senses import says
from diplocal.languages.en.verb_groups import may_be_verb
from diplocal.languages.language import Parsed
from diplocal.phrases.found import Found, is_report
from diplocal.phrases.sentences import ends_sentence
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    At,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Day,
    DayOfMonth,
    FromToday,
    Length,
    OnWeekday,
    Reference,
)

# What makes a count of days another thing than a length.
_NO_LENGTH: Final = frozenset({*words.LATER, *words.SIDES, "ago", "old", "away", "hence", "from"})


def length(t: Tokens, i: int, *, article: bool = False) -> Parsed[Length]:
    """Read "four days from Wednesday", "a two-day visit to Oslo on Tuesday", and a length without its start."""
    counted = (_a_week(t, i) if article else None) or _count_of_days(t, i)
    if not counted or not 1 <= counted[0] <= 366:
        return None
    count, j = counted
    start = _start_behind(t, j, inside=_is_inside(t, i))
    return (Length(count, start[0]), start[1]) if start else (Length(count), j + (t.words[j] in words.VISITS))


def _a_week(t: Tokens, i: int) -> Parsed[int]:
    """Read "(for) a week", "(for) a fortnight"."""
    days_in = {"week": 7, "fortnight": 14}.get(t.words[i + 1])
    if t.words[i] not in {"a", "one"} or days_in is None or t.words[i + 2] in _NO_LENGTH - {"from"}:
        return None
    return days_in, i + 2


def _count_of_days(t: Tokens, i: int) -> Parsed[int]:
    """Read "four days", "a four-day", "two-week", "week-long" as a number of days."""
    w = t.words
    j = i + (w[i] in words.OWNERS)
    if w[j] == "weeklong" or (w[j] == "week" and w[j + 2] == "long"):
        return 7, j + (1 if w[j] == "weeklong" else 3)
    amount = dates.number(t, j)
    if not amount or w[j] in {"a", "an"}:
        return None
    k = amount[1] + (w[amount[1]] in words.DASHES)
    factor = words.DAYS_IN.get(w[k])
    if factor is None or (not w[k].endswith("s") and k == amount[1] and amount[0] > 1):
        return None
    end = k + 1 + 2 * (w[k + 1] in words.DASHES and w[k + 2] == "long")
    follows = w[end] in words.APOSTROPHES or (
        w[end] in _NO_LENGTH and (w[end] != "from" or w[end + 1] in words.FROM_NOW)
    )
    return None if follows else (amount[0] * factor, end)


def _start_behind(t: Tokens, j: int, *, inside: bool) -> Parsed[Day]:
    """Read the day that a length begins on, after at most eleven words of what it is and where.

    Inside of a length ("after a two-day summit on Friday") only words such as "from" say that it is the first.
    """
    w = t.words
    for k in range(j, j + 12):
        on = k + 1 + (w[k + 1] == "on")
        begins = w[k] in words.START or (forms_of(w[k])[0] in words.BEGINNING and w[on] in words.WEEKDAYS)
        if begins or (w[k] == "on" and not inside and any(word in words.VISITS for word in w[j:k])):
            found = day(t, on)
            return found if found and w[found[1]] not in words.RANGE else None
        sign = not w[k][:1].isalnum() and w[k] not in words.DASHES and w[k] not in words.APOSTROPHES
        if w[k] == "," and w[k + 2] in words.DASHES:  # "a five-day, three-nation tour"
            continue
        if w[k] in words.CONJUNCTIONS and may_be_verb(w[k + 1]):  # "a two-day visit and is back on Wednesday"
            return None
        ends = sign and (w[k] != "." or ends_sentence(t, k, words.ABBREVIATIONS, words.SENTENCE_OPENERS))
        if ends or _ends(w[k]):
            return None
    return None


# --- lengths told by themselves ---------------------------------------------------------------------------------------

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


# Words before a length whose day is not its first ("during a three-day visit on Tuesday").
_DURING: Final = frozenset({"during", "amid", "after", "following"})


def _ends(word: str) -> bool:
    """Whether a word parts a length from its first day: a verb of its end, or of somebody in a relative clause."""
    return forms_of(word)[0] in words.ENDING or word in {"who", "whom"}


def _stays(t: Tokens, f: Found) -> bool:
    """Whether a length tells how long something lasts from its first day: "three-day", "for three days"."""
    said = t.words[f.begin : f.end]
    if said[0] in _DURING:
        return False
    lasts = said[0] in ("for", "over") or t.words[f.begin - 1] in ("last", "lasts", "lasted", "lasting")
    how = lasts or any(word in words.DASHES for word in said) or t.words[f.end] == "of"
    return how and not _is_inside(t, f.begin)


def _is_inside(t: Tokens, begin: int) -> bool:
    """Whether the day named with a length isn't its first ("wrapped up a three-day visit on Saturday")."""
    before = t.words[max(0, begin - 3) : begin]
    if before[-1:] == ["of"]:
        return before[-2:] != ["ahead", "of"]
    return any(word in _DURING or _ends(word) for word in before)


def _first_day(t: Tokens, joined: list[Found], number: int) -> int | None:
    """The neighbour on which a length begins: the one before it in its clause, else the one behind it."""
    around = [other for other in (number - 1, number + 1) if 0 <= other < len(joined)]
    return next((other for other in around if _begins_on(t, joined[number], joined[other])), None)


def _begins_on(t: Tokens, length: Found, f: Found) -> bool:
    """Whether a length begins on a day beside it, not that of a statement or of what comes before or after."""
    aside = is_report(t, f, says) or not _LINKS.isdisjoint(t.words[max(f.left, f.begin - 1) : f.begin + 1])
    if aside or f.left != length.left or not _can_begin(f.reference):
        return False
    behind = f.begin > length.begin
    gap = t.words[length.end : f.begin] if behind else t.words[f.end : length.begin]
    if gap[:1] == [","] and gap[1:] and gap[1].endswith("ing"):  # "on Monday, heading to Delhi on a two-day visit"
        gap = gap[1:]
    if not _BREAKS.isdisjoint(gap) or any(map(_ends, gap)):
        return False
    if behind and "between" not in gap and not _CONJUNCTIONS.isdisjoint(gap):
        return False
    # "A seven-day ceasefire that takes effect at 9 p.m. on Monday" tells of the moment alone.
    return not (isinstance(f.reference, At) and isinstance(f.reference.time, (Clock, ClockSpan)) and "that" in gap)


_LINKS: Final = frozenset({"after", "before", "following", "since", "despite"})


def _can_begin(ref: Reference) -> bool:
    base = ref.day if isinstance(ref, At) else ref
    return isinstance(base, (OnWeekday, CalendarDay, Chained, FromToday, DayOfMonth, ChainedWeekday))

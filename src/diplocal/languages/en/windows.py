"""Stretches of time that are no day: "next week", "early in June", "the end of the month", "in two weeks"."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from typing import Final

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import day_number, month_name, number, possessive, year, year_behind
from diplocal.languages.en.days import Parsed, day
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    About,
    Between,
    CalendarDay,
    Chained,
    Coming,
    Counted,
    Feast,
    FromToday,
    InMonth,
    InYear,
    OnFeast,
    Part,
    Unit,
    WeekendOf,
    WeekOf,
    Which,
    Window,
)

AnyWindow = Window | WeekOf | WeekendOf | InMonth | InYear | Between | About | Coming

_PREPOSITIONS: Final = frozenset(
    {"in", "during", "over", "at", "on", "for", "within", "of", "from", "since", "to", "towards", "toward", "around"}
    | {"into"}
)
_BEFORE_MONTHS: Final = frozenset(
    {"in", "into", "during", "of", "since", "for", "from", "to", "until", "towards", "toward"}
)
_BEFORE_YEARS: Final = frozenset({"in", "during", "since"})
_WEEK_OF: Final = frozenset({"of", "beginning", "starting", "commencing", "from", "ending", "to"})
_BEFORE_STRETCHES: Final = frozenset({"in", "over", "during", "for", "within"})
_CHAINED_UNITS: Final = frozenset({Unit.MONTH, Unit.YEAR})
_LASTING: Final = frozenset({"week", "month", "year"})
_STRETCHES: Final = {"coming": False, "next": False, "following": False, "past": True, "last": True}


def window(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window, or from one window to another."""
    word = t.words[i]
    if word == "between":
        first = _stretch_of(t, i + 1)
        return _to_another(t, first, "and") if first else None
    found = _course_of(t, i) or _window(t, i)
    if found and t.words[found[1]] in _JOINS:
        return _to_another(t, found, word) or found
    return found


def _course_of(t: Tokens, i: int) -> Parsed[Window | Chained]:
    """Read "in the course of the week", "in the course of the day"."""
    w = t.words
    if w[i + 2] != "course" or w[i : i + 5] != ["in", "the", "course", "of", "the"]:
        return None
    unit = words.WINDOW_UNITS.get(w[i + 5])
    if w[i + 5] == "day":
        return Chained(0), i + 6
    return (Window(unit), i + 6) if unit is not None else None


def _window(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window, from its preposition where that is part of it ("in two weeks")."""
    word = t.words[i]
    if (word in _BEFORE_COUNTS or word.isdecimal()) and (counted := _counted(t, i)):
        return counted
    j = i + (word in _PREPOSITIONS)
    for reader in _READERS.get(t.words[j], ()):
        if found := reader(t, j):
            return found
    named = t.words[j] in _MONTHS or t.words[j].isdecimal()
    return _month_or_year(t, i, j) if named else None


# --- from one window to another ---------------------------------------------------------------------------------------


def _stretch_of(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read a window without its preposition ("(between) late May", "(and) June")."""
    month = _month(t, i) if t.words[i] in words.MONTHS and (t.alone or t.capital(i)) else None
    if month:
        return None if t.words[month[1]].isdecimal() else month
    return _window(t, i)


def _to_another(t: Tokens, found: tuple[AnyWindow | FromToday | Chained, int], opener: str) -> Parsed[Between]:
    """Read what a window is joined to: "(from April) to June", "(in late May) or early June", "(in May) and June"."""
    (first, j), joint = found, t.words[found[1]]
    begin = j + 1 + (joint != "and" and t.words[j + 1] == "in")
    second = _stretch_of(t, begin)
    last, end = second or (None, j)
    if not isinstance(first, (InMonth, InYear, Window)) or not isinstance(last, (InMonth, InYear, Window)):
        return None
    ranged = joint == opener == "and" or joint in words.RANGE or joint in words.DASHES
    if not (ranged or _are_near(first, last)) or (opener == "from" and _is_moved(t, j)):
        return None
    if isinstance(first, InMonth) and isinstance(last, InMonth):
        first = _of_the_same_year(first, last)
    return Between(first, last), end


def _are_near(first: InMonth | InYear | Window, last: InMonth | InYear | Window) -> bool:
    """Whether two windows said with "and" or "or" are one ("in late May or early June", "in June and July")."""
    if isinstance(first, InMonth) and isinstance(last, InMonth):
        return (last.month - first.month) % 12 == 1 and last.which is Which.BARE
    return first.part is not Part.WHOLE and last.part is not Part.WHOLE


def _of_the_same_year(first: InMonth, last: InMonth) -> InMonth:
    """Give the first month the year that is said behind the last ("from April to June 2025")."""
    said = (first.year, first.of_year, first.which) != (None, None, Which.BARE)
    year = last.year - (first.month > last.month) if last.year is not None else None
    return first if said or year is None else evolve(first, year=year)


def _is_moved(t: Tokens, j: int) -> bool:
    """Whether "from X to Y" tells a change of date."""
    return not words.MOVES.isdisjoint(t.words[max(0, j - 9) : j])


_JOINS: Final = frozenset({"and", "or", *words.RANGE, *words.DASHES})


# --- parts ------------------------------------------------------------------------------------------------------------


def _part_of(t: Tokens, i: int) -> Parsed[AnyWindow]:
    """Read "early next week", "later this month", "the end of June", "mid-April", "early in the week"."""
    w = t.words
    j = i + (w[i] == "the")
    if w[j] in words.PART_NOUNS and (w[j + 1] == "of" or w[j + 1] in words.DASHES):
        return _with_part(t, j + 2, words.PART_NOUNS[w[j]])
    if w[j] in words.PARTS:
        said, j = words.PARTS[w[j]], j + 1
        if w[j] in words.DASHES and w[j + 1] == "to":  # "mid-to-late April"
            return None
        j += w[j] in words.DASHES
        return _with_part(t, j + (w[j] in {"in", "on", "of"}), said)
    if w[j] in words.HALVES and w[j + 1] == "half" and w[j + 2] == "of":
        return _with_part(t, j + 3, words.HALVES[w[j]])
    if w[j] in words.MIDDLES:
        return Window(words.MIDDLES[w[j]], 0, Part.MID), j + 1
    return _end_of(t, j)


def _end_of(t: Tokens, j: int) -> Parsed[Window]:
    """Read "year-end", "(the) year's end", "month's end"."""
    w = t.words
    unit = words.WINDOW_UNITS.get(w[j])
    dash = j + 1 if w[j + 1] in words.DASHES else 0
    end = dash or (possessive(t, j + 1) if possessive(t, j + 1) > j + 1 else 0)
    k = end + (dash > 0)
    return (Window(unit, 0, Part.END), k + 1) if unit is not None and end and w[k] == "end" else None


def _quarter(t: Tokens, i: int) -> Parsed[Between]:
    """Read "the first quarter of 2025", "the last quarter of next year"."""
    w = t.words
    j = i + (w[i] == "the")
    number = words.QUARTERS.get(w[j])
    if number is None or w[j + 1] != "quarter" or w[j + 2] != "of":
        return None
    said, of_year, end = year_behind(t, j + 3)
    first, last = (InMonth(month, said, of_year=of_year) for month in (3 * number - 2, 3 * number))
    return (Between(first, last), end) if end > j + 3 else None


def _with_part(t: Tokens, j: int, said: Part) -> Parsed[AnyWindow]:
    w = t.words
    if found := _unit(t, j):
        base, end = found
        return Window(base.unit, base.shift, said, base.chained), end
    if week := _week_of(t, j):
        return WeekOf(week[0].day, said), week[1]
    begin = j + (w[j] == "the")
    if w[begin] in {"week", "month", "year"} and (begin > j or (w[j - 1] in words.DASHES and said is Part.MID)):
        return Window(words.WINDOW_UNITS[w[begin]], 0, said), begin + 1
    if month := _month(t, j):
        return InMonth(month[0].month, month[0].year, said, of_year=month[0].of_year), month[1]
    if len(w[j]) == 4 and (found_year := year(t, j)):
        return InYear(found_year[0], said), found_year[1]
    return None


# --- weeks, weekends, months and years counted from the present one ---------------------------------------------------


def _unit(t: Tokens, i: int) -> Parsed[Window]:
    """Read "next week", "this coming weekend", "the following month", "the weekend", "that week"."""
    w = t.words
    if w[i] == "the":
        return _the_unit(t, i + 1)
    if w[i] == "that" and w[i + 1] in words.WINDOW_UNITS:
        return Window(words.WINDOW_UNITS[w[i + 1]], chained=True), possessive(t, i + 2)
    if w[i] == "all":
        return (Window(words.WINDOW_UNITS[w[i + 1]]), i + 2) if w[i + 1] in {"week", "weekend"} else None
    j = i + (w[i] == "this" and w[i + 1] in {"coming", "past"})
    shift = words.SHIFTS.get(w[j])
    if shift is None or w[j + 1] not in words.WINDOW_UNITS:
        return None
    if w[j + 2] in {"of", "in"} and w[j + 3] in words.MONTHS and shift:
        return None  # "the last weekend of October"
    if w[j + 1] == "weekend" and w[j] in {"coming", "past"}:
        shift = 0 if w[j] == "coming" else -1
    return Window(words.WINDOW_UNITS[w[j + 1]], shift), possessive(t, j + 2)


def _the_unit(t: Tokens, j: int) -> Parsed[Window]:
    """Read what "the" opens: "weekend", "following week", "same week", "coming week", "week after next"."""
    w = t.words
    unit = words.WINDOW_UNITS.get(w[j])
    if unit is not None:
        if w[j + 1] in words.SIDES:
            return _unit_aside(t, j + 1, unit)
        return (Window(unit), j + 1) if unit is Unit.WEEKEND else None
    unit = words.WINDOW_UNITS.get(w[j + 1])
    if unit is None:
        return None
    if w[j] in words.FOLLOWING:
        return Window(unit, words.FOLLOWING[w[j]], chained=True), possessive(t, j + 2)
    if w[j] == "same":
        return Window(unit, chained=True), j + 2
    if w[j] not in {"coming", "past"}:
        return None
    shift = 0 if unit is Unit.WEEKEND and w[j] == "coming" else words.SHIFTS[w[j]]
    return Window(unit, shift), possessive(t, j + 2)


def _ahead(t: Tokens, i: int) -> Parsed[WeekOf]:
    """Read "the week ahead": the one that holds the day four days on, so that a Thursday looks to the week after."""
    w = t.words
    j = i + (w[i] in {"the", "a"})
    return (WeekOf(FromToday(4)), j + 2) if w[j] == "week" and w[j + 1] == "ahead" and w[j + 2] != "of" else None


def _unit_aside(t: Tokens, j: int, unit: Unit) -> Parsed[Window]:
    """Read "(the week) after next", "before last", "after"; "the week after the vote" counts from what isn't dated."""
    side, behind = words.SIDES[t.words[j]], t.words[j + 1]
    if behind == ("next" if side > 0 else "last"):
        return Window(unit, 2 * side), j + 2
    if behind == "that":
        return Window(unit, side, chained=True), j + 2
    return (Window(unit, side, chained=True), j + 1) if not behind[:1].isalnum() else None


def _week_of(t: Tokens, i: int) -> Parsed[WeekOf]:
    """Read "the week of 7 April", "the week beginning on 7 April", "w/c 7 April"."""
    w = t.words
    if w[i] == "w" and w[i + 1] == "/" and w[i + 2] in {"b", "c"}:  # week beginning, week commencing
        short = day(t, i + 3)
        return (WeekOf(short[0]), short[1]) if short else None
    j = i + (w[i] == "the")
    nth = words.ORDINALS.get(w[j], 0)
    if nth >= -1 and nth and w[j + 1 : j + 3] == ["week", "of"] and (month := _month(t, j + 3)):
        return _nth_week(nth, month[0]), month[1]
    if w[j] != "week" or w[j + 1] not in _WEEK_OF:
        return None
    j += 2 + (w[j + 2] == "on")
    found = day(t, j + (w[j] == "the" and w[j + 1] in words.MONTHS)) if w[j] else None
    if not found or isinstance(found[0], (Counted, Chained)):
        return None
    return WeekOf(found[0]), found[1]


def _weekend_of(t: Tokens, i: int) -> Parsed[WeekendOf]:
    """Read "the weekend of 10 May", "the weekend of 30-31 October", "the last weekend of October"."""
    w = t.words
    j = i + (w[i] == "the")
    nth = words.ORDINALS.get(w[j], 0)
    if -1 <= nth <= 4 and nth and w[j + 1] == "weekend" and w[j + 2] in {"of", "in"} and (month := _month(t, j + 3)):
        return _nth_weekend(nth, month[0]), month[1]
    if w[j] != "weekend" or w[j + 1] != "of":
        return None
    begin = j + 2
    first = day_number(t, begin)
    last = day_number(t, first[1] + 1) if first and w[first[1]] in words.DASHES else None
    named = month_name(t, last[1]) if last else None
    if first and named:
        return WeekendOf(CalendarDay(named[0], first[0])), named[1]
    found = day(t, begin)
    return (WeekendOf(found[0]), found[1]) if found and isinstance(found[0], (CalendarDay, OnFeast)) else None


def _named_weekend(t: Tokens, i: int) -> Parsed[WeekendOf]:
    """Read "the Easter weekend"."""
    j = i + (t.words[i] == "the")
    named = t.words[j] == "easter" and t.words[j + 1] == "weekend"
    return (WeekendOf(OnFeast(Feast.EASTER_SUNDAY)), j + 2) if named else None


def _nth_week(number: int, month: InMonth) -> WeekOf:
    """The first week of a month holds its 4th, as the first of a year does (ISO 8601); the last one its 25th."""
    day = min(7 * number - 3, 25) if number > 0 else 25
    return WeekOf(CalendarDay(month.month, day, month.year, of_year=month.of_year))


_NO_LEAP_YEAR: Final = 2025


def _nth_weekend(number: int, month: InMonth) -> WeekendOf:
    """The first weekend of a month begins on its first Saturday, or just before the month; the last one ends in it."""
    length = monthrange(month.year or _NO_LEAP_YEAR, month.month)[1]
    day = 7 * number - 6 if number > 0 else length - 6
    return WeekendOf(CalendarDay(month.month, day, month.year, of_year=month.of_year))


# --- counted ----------------------------------------------------------------------------------------------------------


def _counted(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday | Chained]:
    """Read "in three days", "in two weeks' time", "within ten days", "two weeks ago", "a month from now"."""
    w = t.words
    inside = w[i] == "within"
    j = i + (inside or w[i] == "in")
    j += w[j] in words.ABOUT
    amount = number(t, j) if w[j + 1] != "couple" else _couple(t, j)
    if not amount:
        return None
    count, j = amount
    if inside and w[j] == "hours":
        return Coming(-(-count // 24), Unit.DAY), j + 1
    unit = words.COUNTED_UNITS.get(w[j])
    if unit is None:
        return None
    count, j = count * (2 if w[j] == "fortnight" else 1), j + 1
    if inside:
        return Coming(count, unit), j
    side = _from_now(t, j)
    if unit in _CHAINED_UNITS and w[j] in words.LATER and w[j + 1] not in {"to", "in"} and w[i] != "in":
        return Window(unit, count * words.LATER[w[j]], chained=True), j + 1
    if side is None:
        if w[i] != "in" or w[j] in {"of", "long"} or w[j] in words.DASHES:
            return None
        side = 1, j
    count, j = count * side[0], side[1]
    return (FromToday(count) if unit is Unit.DAY else About(count, unit)), j


def _couple(t: Tokens, j: int) -> Parsed[int]:
    return (2, j + 3) if t.words[j : j + 3] == ["a", "couple", "of"] else None


def _from_now(t: Tokens, j: int) -> tuple[int, int] | None:
    """Read "ago", "from now", "hence", "' time": which way a count goes, and the word after it."""
    w = t.words
    if w[j] in words.APOSTROPHES:
        k = j + 1 + (w[j + 1] == "s")
        return (1, k + 1) if w[k] == "time" else None
    if w[j] == "from" and w[j + 1] in words.FROM_NOW:
        return 1, j + 2
    return {"ago": (-1, j + 1), "hence": (1, j + 1)}.get(w[j])


def _stretch(t: Tokens, i: int) -> Parsed[Coming | InMonth]:
    """Read "the coming days", "the next two weeks", "the past week", "the next 48 hours", "recent days"."""
    w = t.words
    if w[i] == "recent" and w[i + 1] in {"days", "weeks", "months"}:
        return Coming(0, words.UNITS[w[i + 1]], past=True), i + 2
    j = i + (w[i] == "the")
    past = _STRETCHES.get(w[j])
    if past is None:
        return None
    if j > i and (single := _single_stretch(t, j, past=past)):
        return single
    if j == i and not t.alone and (w[j + 1] in words.PLURALS or w[i - 1] not in _BEFORE_STRETCHES):
        return None  # "may last months", "and last six days"
    few = w[j + 1] in {"few", "several"}
    count, j = (0, j + 2) if few else number(t, j + 1) or (0, j + 1)
    if w[j] == "hours" and count:
        return Coming(-(-count // 24), Unit.DAY, past), j + 1
    if w[j] not in words.PLURALS:
        return None
    if w[j + 1] == "of" and (month := _month(t, j + 2)):  # "the last ten days of October"
        late = past and count == 10 and w[j] == "days"
        return (InMonth(month[0].month, month[0].year, Part.LATE), month[1]) if late else None
    return Coming(count, words.PLURALS[w[j]], past), j + 1


def _single_stretch(t: Tokens, j: int, *, past: bool) -> Parsed[Coming]:
    """Read "(over the) past week", "(in the) last month", "(within the) next week": up to today, or from it."""
    before, word, unit = t.words[j - 2], t.words[j], t.words[j + 1]
    if past:
        lasts = unit in _LASTING and (word == "past" or before in _BEFORE_STRETCHES)
    else:
        lasts = unit in words.WINDOW_UNITS and before == "within"
    return (Coming(1, words.WINDOW_UNITS[unit], past), possessive(t, j + 2)) if lasts else None


# --- months and years by name -----------------------------------------------------------------------------------------


def _month(t: Tokens, i: int) -> Parsed[InMonth]:
    month = month_name(t, i)
    if not month:
        return None
    said, of_year, end = year_behind(t, month[1])
    return InMonth(month[0], said, of_year=of_year), end


def _month_or_year(t: Tokens, i: int, j: int) -> Parsed[AnyWindow]:
    """Read "in June", "June 2025", "in 2026"; in prose a bare month or year needs its preposition."""
    w = t.words
    before = w[i] if j > i else ""
    if w[j] in words.SHIFTS:
        return _qualified_month(t, j)
    if month := _month(t, j):
        dated = month[0].year is not None or month[0].of_year is not None
        named = before in _BEFORE_MONTHS or dated or t.alone
        return month if named else None
    if (before in _BEFORE_YEARS or t.alone) and w[j] != ",":
        said = year(t, j)
        if said and w[said[1]] not in words.UNITS:
            return InYear(said[0]), said[1]
    return None


def _qualified_month(t: Tokens, j: int) -> Parsed[InMonth]:
    """Read "last November", "next March"."""
    which = words.WHICH[t.words[j]]
    named = month_name(t, j + 1) if which in {Which.THIS, Which.NEXT, Which.LAST} else None
    return (InMonth(named[0], which=which), named[1]) if named and not day_number(t, named[1]) else None


# --- which word opens what --------------------------------------------------------------------------------------------

_BEFORE_COUNTS: Final = frozenset({"in", "within", *words.ABOUT, *words.NUMBERS})
_MONTHS: Final = frozenset({*words.MONTHS, *words.SHIFTS})
_OPENINGS: Final[tuple[tuple[Callable[[Tokens, int], Parsed[AnyWindow]], Iterable[str]], ...]] = (
    (_part_of, {"the", *words.HALVES, *words.PART_NOUNS, *words.PARTS, *words.MIDDLES}),
    (_weekend_of, {"the", "weekend", *words.ORDINALS}),
    (_named_weekend, {"the", "easter"}),
    (_week_of, {"the", "week", "w", *words.ORDINALS}),
    (_ahead, {"the", "a", "week"}),
    (_quarter, {"the", *words.QUARTERS}),
    (_end_of, {"year", "month", "week"}),
    (_stretch, {"the", "recent", *_STRETCHES}),
    (_unit, {"the", "that", "all", *words.SHIFTS}),
)
_READERS: Final = {
    word: tuple(reader for reader, openings in _OPENINGS if word in openings)
    for _, opening in _OPENINGS
    for word in opening
}
OPENERS: Final = _PREPOSITIONS | _BEFORE_COUNTS | _MONTHS | frozenset(_READERS) | {"between"}
"""The words that can begin a window, beside figures."""

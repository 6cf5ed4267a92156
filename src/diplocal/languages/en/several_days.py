"""Several days: ranges, sets and choices, where one month, year or week may stand for all of them."""

from itertools import pairwise
from typing import Final, TypeAlias

from attrs import evolve

from diplocal.languages.en import words
from diplocal.languages.en.dates import (
    day_number,
    figures_behind,
    is_moved,
    month_name,
    number,
    weekday_name,
    year,
    year_behind,
)
from diplocal.languages.en.days import OPENERS as DAY_OPENERS
from diplocal.languages.en.days import day
from diplocal.languages.en.rows import Item, Row, filled, in_year
from diplocal.languages.en.times import OPENERS as TIME_OPENERS
from diplocal.languages.en.times import part
from diplocal.languages.en.visit_days import of_the_visit
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import (
    CalendarDay,
    Chained,
    Day,
    DayOfMonth,
    DaySet,
    Either,
    Length,
    NthDay,
    OnWeekday,
    Span,
)

Days: TypeAlias = Day | Span | DaySet | Either | Length

_BEFORE_ROWS: Final = words.START | {"between", "both", "either"}
OPENERS: Final = DAY_OPENERS | _BEFORE_ROWS
"""The words that can begin days, beside figures."""
_BETWEEN_NAMES: Final = frozenset({"and", *words.RANGE, *words.DASHES})
_AFTER_A_COMMA: Final = frozenset({*words.RANGE, *words.CONJUNCTIONS, *words.DASHES, "up"})
# A list longer than a month is no list of days.
_MOST: Final = 31
_NO_DAY_NUMBER: Final = frozenset({"a", "p", "am", "pm", "days", "day", "hours", "hrs", "percent", "%"})


def days(t: Tokens, i: int) -> Parsed[Days]:
    """Read a range, a set or a single day, with "from", "between", "both" or "either" before it."""
    w = t.words
    first = day(t, i)
    if first and _stands_alone(t, first[1]):
        return first
    named = i + (w[i] == "from")
    if w[named] in words.WEEKDAYS and (dated := _weekdays_with_dates(t, named)):
        return dated
    opener = w[i] if w[i] in _BEFORE_ROWS else ""
    article = i + (w[i] == "in")
    if w[article] == "the" and w[article + 1] in words.ORDINALS and (counted := _days_of_the_visit(t, article + 1)):
        return counted
    if not (first or opener or w[i] == "the" or w[i].isdecimal()):
        return None
    j = i + bool(opener)
    j += bool(opener) and w[j] == "on"
    moved = "from" in {opener, w[i - 1]} or w[i - 1] == "for"
    row = _row(t, j, first if j == i else day(t, j), opener, moved=moved)
    if row is None:
        return None
    if len(row.items) == 1:
        return row.items[0].day, row.end
    whole = filled(row)
    if opener == "between" or row.joints[0] == "to":
        return _inclusive(t, Span(whole[0], whole[-1]), row.end)
    return (Either(whole) if row.joints[-1] == "or" else DaySet(whole)), row.end


def _inclusive(t: Tokens, span: Span, j: int) -> tuple[Span, int]:
    """Step over "(inclusive)", "both dates inclusive" behind a range, and read the year behind it."""
    w = t.words
    k = j + (w[j] in {"(", ","})
    k += w[k] == "both"
    k += w[k] in {"dates", "days"}
    if w[k] != "inclusive" or (w[j] == "(" and w[k + 1] != ")"):
        return span, j
    end = k + 1 + (w[j] == "(")
    said = year(t, end) if w[end] != "," else None
    if not said or not isinstance(span.first, CalendarDay) or not isinstance(span.last, CalendarDay) or span.last.year:
        return span, end
    last = evolve(span.last, year=said[0])
    first = in_year(span.first, last)
    return Span(first, last), said[1]


def _stands_alone(t: Tokens, end: int) -> bool:
    """Whether nothing behind a day joins it to another, as with most."""
    behind, then = t.words[end], t.words[end + 1]
    if behind == ",":
        return not (then in DAY_OPENERS or then.isdecimal() or then in _AFTER_A_COMMA)
    return behind not in words.JOINTS and not behind.isdecimal()


def _weekdays_with_dates(t: Tokens, i: int) -> Parsed[Days]:
    """Read "Saturday and Sunday, 15 and 16 June", where each weekday has its date behind."""
    names, j = [words.WEEKDAYS[t.words[i]]], i + 1
    while len(names) < 7 and t.words[j + 1] in words.WEEKDAYS and t.words[j] in _BETWEEN_NAMES:
        names, j = [*names, words.WEEKDAYS[t.words[j + 1]]], j + 2
    dated = _dates(t, j + 1) if len(names) > 1 and t.words[j] in {",", "("} else None
    match dated:
        case (Span(first, last), end):
            both: tuple[Day, ...] = (first, last)
        case (DaySet(both), end):
            pass
        case _:
            return None
    found = [evolve(one, weekday=name) for one, name in zip(both, names, strict=False) if isinstance(one, CalendarDay)]
    if not len(found) == len(names) == len(both):
        return None
    whole: Days = Span(found[0], found[-1]) if isinstance(dated[0], Span) else DaySet(found)
    return whole, end + (t.words[j] == "(" and t.words[end] == ")")


def _dates(t: Tokens, i: int) -> Parsed[Days]:
    """Read days that begin with no weekday: what would begin with one could go on for ever."""
    word = t.words[i]
    return days(t, i) if word.isdecimal() or word in words.MONTHS else None


def _days_of_the_visit(t: Tokens, i: int) -> Parsed[Span]:
    """Read "(the) first two days [of May]", "(the) last two days of the visit": without the visit, these are others."""
    amount = number(t, i + 1)
    if not amount or not 2 <= amount[0] <= _MOST or t.words[amount[1]] != "days":
        return None
    count, j = amount[0], amount[1] + 1
    side = words.ORDINALS[t.words[i]]
    month = month_name(t, j + 1) if t.words[j] == "of" else None
    if month:
        return (Span(CalendarDay(month[0], 1), CalendarDay(month[0], count)), month[1]) if side == 1 else None
    last, end = of_the_visit(t, j, -1 if side < 0 else count)
    if abs(side) != 1 or (t.words[i] == "last" and end == j):
        return None
    return Span(NthDay(-count if side < 0 else 1, last.entry), last), end


# --- the days of a row ------------------------------------------------------------------------------------------------


def _row(t: Tokens, i: int, single: Parsed[Day], opener: str, *, moved: bool) -> Row | None:
    """Read days and bare numbers with what joins them, up to the last that counts; no row begins with neither.

    `single` is the day at `i`, read alone.
    """
    first = _item(t, i, single)
    if not first:
        return None
    row = Row([first], [], first.end)
    if t.words[first.end] in words.JOINTS:
        row = _longer(t, row, opener)
    if moved and row.joints[:1] == ["to"] and is_moved(t, i):
        return Row([Item(filled(row)[0], first.begin, first.end)], [], first.end)
    if first.bare and not any(_names_months(item) for item in row.items):
        return Row([Item(single[0], i, single[1])], [], single[1]) if single else None
    if row.items[-1].bare and not isinstance(row.items[0].day, (CalendarDay, DayOfMonth)):
        return Row([first], [], first.end)
    return row


def _names_months(item: Item) -> bool:
    """Whether a day tells the month of bare numbers beside it, or its weekday tells what month that may be."""
    one = item.day
    if isinstance(one, DayOfMonth):
        return one.of_month is not None or (one.weekday is not None and not item.bare)
    return isinstance(one, CalendarDay)


def _longer(t: Tokens, row: Row, opener: str) -> Row:
    """Add what is joined to the first day."""
    items, joints, end = row.items, row.joints, row.end
    while len(items) < _MOST and (joint := _joint(t, _past_part(t, end), joints)):
        word, begin = joint
        nxt = _item(t, begin, day(t, begin))
        if not nxt or (word == "," and not _list_goes_on(t, nxt.end)):
            break
        if not t.alone and _tells_more(t, nxt.day, begin):
            break
        if t.words[begin - 1] in words.DASHES and _weekday(items[-1]) != _weekday(nxt):
            break
        items, joints, end = [*items, nxt], [*joints, word], nxt.end
        if word == "to" or (opener == "between" and word == "and"):
            break
    return _with_year(t, Row(items, joints, end))


def _tells_more(t: Tokens, second: Day, begin: int) -> bool:
    """Whether a joined day tells of another thing: "on Thursday and a day later"; not "tomorrow and the day after"."""
    return isinstance(second, NthDay) or (
        isinstance(second, Chained) and not (second.days == 1 and t.words[begin] == "the")
    )


def _with_year(t: Tokens, row: Row) -> Row:
    """Read the year behind the last number of a row ("April 14-16, 2025")."""
    first, last = row.items[0].day, row.items[-1]
    if not last.bare or not isinstance(first, CalendarDay) or not isinstance(last.day, DayOfMonth) or first.year:
        return row
    said, of_year, end = year_behind(t, row.end)
    if end == row.end:
        return row
    dated = Item(CalendarDay(first.month, last.day.day, said, last.day.weekday, of_year), last.begin, end)
    return Row([*row.items[:-1], dated], row.joints, end)


def _weekday(item: Item) -> bool:
    return isinstance(item.day, OnWeekday) or (isinstance(item.day, DayOfMonth) and item.day.weekday is not None)


def _item(t: Tokens, i: int, single: Parsed[Day]) -> Item | None:
    """Take the day at `i`, or the number of one whose month stands elsewhere ("14-16 April", "Monday 14 to 16")."""
    numbered = _numbered_weekday(t, i)
    if numbered:
        return numbered
    if single:
        return Item(single[0], i, single[1])
    j = i + (t.words[i] == "the")
    number = day_number(t, j) or (_worded(t, j) if j > i else None)
    if not number or t.words[number[1]] in _NO_DAY_NUMBER or _clock_behind(t, number[1]):
        return None
    if not t.alone and t.words[number[1]] in {"until", "till"}:  # "iPhone 4 until September"
        return None
    return Item(DayOfMonth(number[0]), i, number[1], bare=True)


def _worded(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read an ordinal in words before a joint ("(between the) fourth and the seventh of November")."""
    number = words.ORDINALS.get(t.words[i], 0)
    return (number, i + 1) if number > 0 and t.words[i + 1] in {"and", "to"} and t.words[i + 2] == "the" else None


def _clock_behind(t: Tokens, j: int) -> bool:
    """Whether a number is the hour of "10:30" or "11h00" rather than a day."""
    return (t.words[j] == "h" and t.glued(j)) or (t.words[j] in {":", "."} and figures_behind(t, j))


def _numbered_weekday(t: Tokens, i: int) -> Item | None:
    """Read "Monday 14", where a joint follows."""
    word = t.words[i]
    if word not in words.WEEKDAYS and word not in words.SHORT_WEEKDAYS:
        return None
    name = weekday_name(t, i)
    number = day_number(t, name[1] + (t.words[name[1]] == ",")) if name else None
    if not name or not number or t.words[number[1]] not in words.JOINTS:
        return None
    return Item(DayOfMonth(number[0], name[0]), i, number[1], bare=True)


def places(t: Tokens, begin: int, end: int, count: int) -> list[tuple[int, int]]:
    """Where each of a row's days stands among the words from `begin` up to `end`, with the word behind it.

    Where they aren't told apart ("Saturday and Monday, 15 and 17 June") each has its share of the words.
    """
    for i in range(begin, end):
        row = _row(t, i, day(t, i), "", moved=False) if t.words[i] in DAY_OPENERS or t.words[i].isdecimal() else None
        if row and len(row.items) == count and row.end == end:
            return [(item.begin, item.end) for item in row.items]
    edges = [begin + (end - begin) * n // count for n in range(count + 1)]
    return list(pairwise(edges))


# --- joints -----------------------------------------------------------------------------------------------------------


def _joint(t: Tokens, j: int, joints: list[str]) -> tuple[str, int] | None:
    """Read what joins two days; a range has two ends, so "to" comes first or not at all."""
    w = t.words
    comma = w[j] == ","
    if to := _to(t, j + comma):
        return ("to", to) if not joints else None
    if w[j] in words.CONJUNCTIONS:
        return words.CONJUNCTIONS[w[j]], j + 1 + (t.alone and w[j + 1] == "on")  # in prose "and on" tells of another
    if not comma:
        return None
    if w[j + 1] in words.CONJUNCTIONS:
        return (words.CONJUNCTIONS[w[j + 1]], j + 2) if joints else None
    return ",", j + 1


def _to(t: Tokens, j: int) -> int | None:
    """Step over "to", "through to", "up to", a dash, or the slash of an ISO 8601 interval (5.5)."""
    w = t.words
    if w[j] in words.DASHES:
        return j + 1
    k = j + (w[j] == "up")
    if w[k] in words.RANGE:
        k += 1 + (w[k + 1] == "to" and w[k] in {"through", "thru", "up"})
        return k + (w[k] == "on")
    return j + 1 if w[j] == "/" and len(w[j + 1]) == 4 and w[j + 2] in words.DASHES else None


def _past_part(t: Tokens, j: int) -> int:
    """Step over the part of the day in "from Monday evening to Wednesday"."""
    behind = part(t, j) if t.words[j] in TIME_OPENERS else None
    return behind[1] if behind and t.words[behind[1]] in words.RANGE and day(t, behind[1] + 1) else j


def _list_goes_on(t: Tokens, j: int) -> bool:
    """Whether a list with commas reaches its "and": otherwise the comma ends a clause."""
    for _ in range(_MOST):
        comma = t.words[j] == ","
        if t.words[j + comma] in words.CONJUNCTIONS:
            return _item(t, j + comma + 1, day(t, j + comma + 1)) is not None
        following = _item(t, j + 1, day(t, j + 1)) if comma else None
        if not following:
            return False
        j = following.end
    return False

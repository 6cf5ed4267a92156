"""Several days: ranges, sets and choices, where one month, year or week may stand for all of them."""

from itertools import pairwise
from typing import Final, TypeAlias

from attrs import evolve, frozen

from diplocal.languages.en import words
from diplocal.languages.en.dates import day_number, month_name, number, weekday_name, year, year_behind
from diplocal.languages.en.days import OPENERS as DAY_OPENERS
from diplocal.languages.en.days import Parsed, day
from diplocal.languages.en.times import OPENERS as TIME_OPENERS
from diplocal.languages.en.times import part
from diplocal.languages.en.visit_days import of_the_visit
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
    Unit,
    Which,
    Window,
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


@frozen
class _Item:
    """A day as it stands in a row; a bare number is a day of the month that some other day of the row names."""

    day: Day
    begin: int
    end: int
    bare: bool = False


@frozen
class _Row:
    """Days and what joins them ("to", "and", "or", ","), up to the word after the last."""

    items: list[_Item]
    joints: list[str]
    end: int


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
        return _days_of_week(t, i) if w[i] in words.SHIFTS and w[i + 1] == "week" else None
    j = i + bool(opener)
    j += bool(opener) and w[j] == "on"
    row = _row(t, j, opener, moved="from" in {opener, w[i - 1]} or w[i - 1] == "for")
    if row is None:
        return None
    if len(row.items) == 1:
        return row.items[0].day, row.end
    filled = _filled(row)
    if opener == "between" or row.joints[0] == "to":
        return _inclusive(t, Span(filled[0], filled[-1]), row.end)
    return (Either(filled) if row.joints[-1] == "or" else DaySet(filled)), row.end


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
    first = _in_year(span.first, last)
    return Span(first, last), said[1]


def _stands_alone(t: Tokens, end: int) -> bool:
    """Whether nothing behind a day joins it to another, as with most."""
    behind, then = t.words[end], t.words[end + 1]
    if behind == ",":
        return not (then in DAY_OPENERS or then.isdecimal() or then in _AFTER_A_COMMA)
    return behind not in words.JOINTS and not behind.isdecimal()


def _days_of_week(t: Tokens, i: int) -> Parsed[Days]:
    """Read "next week from Tuesday to Saturday"."""
    found = days(t, i + 2) if t.words[i + 2] in {"from", "between"} else None
    week = Window(Unit.WEEK, words.SHIFTS[t.words[i]])
    match found:
        case (Span(OnWeekday(first, Which.BARE, None), OnWeekday(last, Which.BARE, None)), end):
            return Span(OnWeekday(first, Which.BARE, week), OnWeekday(last, Which.BARE, week)), end
        case _:
            return None


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


def _row(t: Tokens, i: int, opener: str, *, moved: bool) -> _Row | None:
    """Read days and bare numbers with what joins them, up to the last that counts; no row begins with neither."""
    first = _item(t, i)
    if not first:
        return None
    row = _Row([first], [], first.end)
    if t.words[first.end] in words.JOINTS:
        row = _longer(t, row, opener)
    if moved and row.joints[:1] == ["to"] and _moved(t, i):
        return _Row([_Item(_filled(row)[0], first.begin, first.end)], [], first.end)
    if first.bare and not any(isinstance(item.day, CalendarDay) for item in row.items):
        single = day(t, i)
        return _Row([_Item(single[0], i, single[1])], [], single[1]) if single else None
    if row.items[-1].bare and not isinstance(row.items[0].day, (CalendarDay, DayOfMonth)):
        return _Row([first], [], first.end)
    return row


def _longer(t: Tokens, row: _Row, opener: str) -> _Row:
    """Add what is joined to the first day."""
    items, joints, end = row.items, row.joints, row.end
    while len(items) < _MOST and (joint := _joint(t, _past_part(t, end), joints)):
        word, begin = joint
        nxt = _item(t, begin)
        if not nxt or (word == "," and not _list_goes_on(t, nxt.end)):
            break
        if not t.alone and _tells_more(t, nxt.day, begin):
            break
        if t.words[begin - 1] in words.DASHES and _weekday(items[-1]) != _weekday(nxt):
            break
        items, joints, end = [*items, nxt], [*joints, word], nxt.end
        if word == "to" or (opener == "between" and word == "and"):
            break
    return _with_year(t, _Row(items, joints, end))


def _tells_more(t: Tokens, second: Day, begin: int) -> bool:
    """Whether a joined day tells of another thing: "on Thursday and a day later"; not "tomorrow and the day after"."""
    return isinstance(second, NthDay) or (
        isinstance(second, Chained) and not (second.days == 1 and t.words[begin] == "the")
    )


def _with_year(t: Tokens, row: _Row) -> _Row:
    """Read the year behind the last number of a row ("April 14-16, 2025")."""
    first, last = row.items[0].day, row.items[-1]
    if not last.bare or not isinstance(first, CalendarDay) or not isinstance(last.day, DayOfMonth) or first.year:
        return row
    said, of_year, end = year_behind(t, row.end)
    if end == row.end:
        return row
    dated = _Item(CalendarDay(first.month, last.day.day, said, last.day.weekday, of_year), last.begin, end)
    return _Row([*row.items[:-1], dated], row.joints, end)


def _weekday(item: _Item) -> bool:
    return isinstance(item.day, OnWeekday) or (isinstance(item.day, DayOfMonth) and item.day.weekday is not None)


def _item(t: Tokens, i: int) -> _Item | None:
    """Read a day, or the number of one whose month stands elsewhere ("14-16 April", "Monday 14 to 16 April")."""
    numbered = _numbered_weekday(t, i)
    if numbered:
        return numbered
    if found := day(t, i):
        return _Item(found[0], i, found[1])
    j = i + (t.words[i] == "the")
    number = day_number(t, j) or (_worded(t, j) if j > i else None)
    if not number or t.words[number[1]] in _NO_DAY_NUMBER or _clock_behind(t, number[1]):
        return None
    if not t.alone and t.words[number[1]] in {"until", "till"}:  # "iPhone 4 until September"
        return None
    return _Item(DayOfMonth(number[0]), i, number[1], bare=True)


def _worded(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read an ordinal in words before a joint ("(between the) fourth and the seventh of November")."""
    number = words.ORDINALS.get(t.words[i], 0)
    return (number, i + 1) if number > 0 and t.words[i + 1] in {"and", "to"} and t.words[i + 2] == "the" else None


def _clock_behind(t: Tokens, j: int) -> bool:
    """Whether a number is the hour of "10:30" or "11h00" rather than a day."""
    if not t.glued(j) or t.words[j] not in {":", ".", "h"}:
        return False
    return t.words[j] == "h" or (t.glued(j + 1) and t.words[j + 1].isdecimal())


def _numbered_weekday(t: Tokens, i: int) -> _Item | None:
    """Read "Monday 14", where a joint follows."""
    word = t.words[i]
    if word not in words.WEEKDAYS and word not in words.SHORT_WEEKDAYS:
        return None
    name = weekday_name(t, i)
    number = day_number(t, name[1] + (t.words[name[1]] == ",")) if name else None
    if not name or not number or t.words[number[1]] not in words.JOINTS:
        return None
    return _Item(DayOfMonth(number[0], name[0]), i, number[1], bare=True)


def places(t: Tokens, begin: int, end: int, count: int) -> list[tuple[int, int]]:
    """Where each of a row's days stands among the words from `begin` up to `end`, with the word behind it.

    Where they aren't told apart ("Saturday and Monday, 15 and 17 June") each has its share of the words.
    """
    for i in range(begin, end):
        row = _row(t, i, "", moved=False) if t.words[i] in DAY_OPENERS or t.words[i].isdecimal() else None
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
            return _item(t, j + comma + 1) is not None
        following = _item(t, j + 1) if comma else None
        if not following:
            return False
        j = following.end
    return False


def _moved(t: Tokens, i: int) -> bool:
    """Whether "from X to Y" tells a change of date and no range ("postponed from Monday to Friday")."""
    for k in range(i - 1, max(-1, i - 7), -1):
        if t.words[k] in words.ENDS:
            return False
        if t.words[k] in words.MOVES:
            return True
    return False


# --- what one day of a row says for the others ------------------------------------------------------------------------


def _filled(row: _Row) -> tuple[Day, ...]:
    """Give every day of a row the month, year or week that only one of them names."""
    found = _in_months(row.items)
    last = found[-1]
    match last:
        case CalendarDay(_, _, int()) | CalendarDay(_, _, None, _, int()):
            found = [_in_year(one, last) for one in found]
        case OnWeekday(_, Which.BARE, Window() as week) if not _in_the_week_before(found[0], last):
            found = [_in_week(one, week) for one in found]
        case _:
            pass
    return tuple(found)


def _in_months(items: list[_Item]) -> list[Day]:
    """Put numbers into the months that other days of the row name, each so that the row goes on.

    Bare numbers come first, as they have no other month to be in; "from the 29th to 2 May" leaves the 29th outside.
    """
    found = [item.day for item in items]
    for bare in (True, False):
        for place, item in enumerate(items):
            if item.bare is bare:
                found[place] = _in_a_month(found, place, bare=bare)
    return found


def _in_a_month(days: list[Day], place: int, *, bare: bool) -> Day:
    """Put a number into the month of the dates next to it in its row."""
    one = days[place]
    if not isinstance(one, DayOfMonth):
        return one
    before = next((day for day in reversed(days[:place]) if isinstance(day, CalendarDay)), None)
    after = next((day for day in days[place:] if isinstance(day, CalendarDay)), None)
    if before is not None and before.day < one.day:
        return _in_month_of(before, one)
    if after is not None and one.day < after.day:
        return _in_month_of(after, one)
    known = before or after
    return _in_month_of(known, one) if bare and known else one


def _in_month_of(known: CalendarDay, one: DayOfMonth) -> CalendarDay:
    return evolve(known, day=one.day, weekday=one.weekday)


def _in_year(one: Day, last: CalendarDay) -> Day:
    if not isinstance(one, CalendarDay) or (one.year, one.of_year) != (None, None):
        return one
    before = one.month > last.month
    if last.year is not None:
        return evolve(one, year=last.year - before)
    if last.of_year is None or last.of_year - before < -2:  # no words name a year further back
        return one
    return evolve(one, of_year=last.of_year - before)


def _in_the_week_before(first: Day, last: OnWeekday) -> bool:
    """Whether a row begins before the week that its last day names ("Friday through Wednesday next week")."""
    return isinstance(first, OnWeekday) and first.weekday > last.weekday


def _in_week(one: Day, week: Window) -> Day:
    match one:
        case OnWeekday(weekday, Which.BARE, None):
            return OnWeekday(weekday, Which.BARE, week)
        case _:
            return one

"""Whole references: ranges, sets, lengths, deadlines and days with their times. One grammar finds and parses."""

from typing import TypeAlias

from attrs import evolve

from diplocal.phrases import english as words
from diplocal.phrases.days import Parsed, day, day_number, month_name, number
from diplocal.phrases.times import part, time, zone
from diplocal.phrases.tokens import Tokens
from diplocal.phrases.windows import window
from diplocal.when import (
    At,
    Bound,
    CalendarDay,
    Chained,
    ClockSpan,
    Day,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    FromToday,
    InMonth,
    InPart,
    InZone,
    Length,
    NthDay,
    OnWeekday,
    PartOfDay,
    Reference,
    Span,
    Undated,
    Which,
)

Days: TypeAlias = Day | Span | DaySet | Either | Length


def reference(t: Tokens, i: int) -> Parsed[Reference]:
    """Read the reference that begins at word `i`, preposition included, as far as it goes."""
    w = t.words
    if w[i] in ("undated", "tbd", "tba") and t.count == 1:
        return Undated(), i + 1
    if w[i] in ("for", "over") and (found := _length(t, i + 1)):
        return found
    if w[i] in ("in", "within") and (found := window(t, i)):
        return found
    if found := _plain(t, i):
        return found
    if w[i] in words.ON and (found := _plain(t, i + 1)):
        return found
    if found := window(t, i):
        return found
    if w[i] in ("late", "early") or (w[i] in words.ON and w[i + 1] in ("late", "early", "from", "on")):
        return reference(t, i + 1)
    return None


def _plain(t: Tokens, i: int) -> Parsed[Reference]:
    """Read anything but a window."""
    for read in (_deadline, _part_of_today, _time_first, _days_first, _length):
        if found := read(t, i):
            return found
    return None


# --- deadlines --------------------------------------------------------------------------------------------------------


def _deadline(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "by Friday", "until 3 April", "by the end of June"; "before Friday's vote" is a plain Friday."""
    bound = _bound(t, i)
    if bound is None:
        return None
    said, j = bound
    j += t.words[j] in ("early", "late") and t.words[j + 1] in words.WEEKDAYS
    inner = _part_of_today(t, j) or _time_first(t, j) or _days_first(t, j) or window(t, j) or _capital_month(t, j)
    if not inner:
        return None
    found, end = inner
    if t.words[end - 1] == "s" and t.words[end - 2] in words.APOSTROPHES:
        return inner
    match found:
        case At(base, clock) if not isinstance(base, Span | DaySet | Either | Length | Deadline):
            return At(Deadline(said, base), clock), end
        case At() | Span() | DaySet() | Either() | Length() | Deadline() | Undated():
            return None
        case _:
            return Deadline(said, found), end


def _bound(t: Tokens, i: int) -> Parsed[Bound]:
    w = t.words
    if w[i] in ("no", "not") and w[i + 1] == "later" and w[i + 2] == "than":
        return Bound.BY, i + 3
    if w[i] == "up" and w[i + 1] == "to":
        return Bound.UNTIL, i + 2
    return (words.BOUNDS[w[i]], i + 1) if w[i] in words.BOUNDS else None


def _capital_month(t: Tokens, i: int) -> Parsed[InMonth]:
    month = month_name(t, i)
    return (InMonth(month[0]), month[1]) if month and t.capital(i) else None


# --- days with times --------------------------------------------------------------------------------------------------


def _part_of_today(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "this morning", "tonight", "last night", "that evening", "the second morning", "in the afternoon"."""
    w = t.words
    found = _named_part(t, i)
    if not found:
        return None
    (base, said), j = found
    clocked = time(t, j + (w[j] == "at"))
    if clocked and not isinstance(clocked[0], InPart):
        return At(base, clocked[0]), clocked[1]
    zoned = zone(t, j)
    return (At(base, InPart(said, zoned[0])), zoned[1]) if zoned else (At(base, InPart(said)), j)


def _named_part(t: Tokens, i: int) -> Parsed[tuple[Day, PartOfDay]]:
    w = t.words
    if w[i] in words.TONIGHT:
        return (FromToday(0), PartOfDay.NIGHT), i + 1
    if w[i] == "the" and w[i + 1] in words.FOLLOWING and w[i + 2] in words.PARTS_OF_DAY:
        return (Chained(words.FOLLOWING[w[i + 1]]), words.PARTS_OF_DAY[w[i + 2]]), i + 3
    if w[i] == "the" and w[i + 1] in words.PARTS_OF_DAY and w[i + 2] in ("before", "after"):
        return (Chained(-1 if w[i + 2] == "before" else 1), words.PARTS_OF_DAY[w[i + 1]]), i + 3
    if w[i : i + 4] == ["in", "the", "early", "hours"] and w[i + 4] != "of":
        return (Chained(0), PartOfDay.EARLY_HOURS), i + 4
    j = i + (w[i] in ("the", "that", "this", "in", "last"))
    j += w[i] == "in" and w[j] == "the"
    ordinal = words.ORDINALS.get(w[j]) if w[i] == "the" else None
    k = j + (w[j] in ("same", "late", "early") or ordinal is not None)
    part_said = words.PARTS_OF_DAY.get(w[k])
    if part_said is None:
        return None
    if w[i] == "last":
        return ((FromToday(-1), part_said), k + 1) if w[k] == "night" else None
    if ordinal is not None:
        return (NthDay(ordinal), part_said), k + 1
    if w[i] == "this":
        return (FromToday(0), part_said), k + 1
    chained = w[i] == "that" or w[j] == "same" or (w[i] == "in" and w[i + 1] == "the")
    return ((Chained(0), part_said), k + 1) if chained and w[k + 1] != "of" else None


def _time_first(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "10 a.m. on Thursday", "noon Friday", "the early hours of the 26th Korean time"."""
    w = t.words
    read = time(t, i)
    if not read:
        return None
    said, j = read
    j += w[j] == ","
    j += w[j] in ("on", "of")
    found = _days(t, j)
    if not found:
        return None
    days, end = found
    if isinstance(days, Span | Length) or (
        isinstance(said, ClockSpan) and w[i] == "between" and isinstance(days, DaySet)
    ):
        return None
    zoned = zone(t, end)
    if zoned and not isinstance(said, ClockSpan) and said.zone is None:
        said, end = evolve(said, zone=zoned[0]), zoned[1]
    return At(days, said), end


def _days_first(t: Tokens, i: int) -> Parsed[Reference]:
    """Read "Thursday", "Thursday at 10 a.m. CET", "Sunday morning local time", "Thursday (local time)"."""
    found = _days(t, i)
    if not found or isinstance(found[0], Span | Length):
        return found
    days, j = found
    behind = part(t, j)
    k = behind[1] if behind else j
    k += t.words[k] == ","
    clocked = time(t, k)
    if clocked and not isinstance(clocked[0], InPart):
        return At(days, clocked[0]), clocked[1]
    if behind:
        return At(days, behind[0]), behind[1]
    zoned = zone(t, j) if t.words[j] != "," else None
    return (At(days, InZone(zoned[0])), zoned[1]) if zoned else found


# --- several days -----------------------------------------------------------------------------------------------------


def _days(t: Tokens, i: int) -> Parsed[Days]:
    """Read a range, a set or a single day, with "from" or "between" before it."""
    w = t.words
    opened = w[i] in words.START or w[i] == "between"
    j = i + opened
    j += opened and w[j] == "on"
    items, joints, end = _sequence(t, j, together=w[i] == "between", moved=w[i] == "from" and _moved(t, i))
    days = _filled(items)
    if not days:
        return None
    if len(days) == 1:
        return days[0], end
    if w[i] == "between" or joints[0] == "to":
        return Span(days[0], days[-1]), end
    return (Either(days) if joints[-1] == "or" else DaySet(days)), end


def _sequence(t: Tokens, i: int, *, together: bool, moved: bool) -> tuple[list[Day | int], list[str], int]:
    """Read days and bare day numbers with what joins them, up to the last that counts."""
    first = _item(t, i)
    if not first:
        return [], [], i
    items, joints, end = [first[0]], list[str](), first[1]
    while not moved and (joint := _joint(t, _past_part(t, end), joints)):
        nxt = _item(t, joint[1])
        if not nxt or (joint[0] == "," and not _list_goes_on(t, nxt[1])):
            break
        if t.words[joint[1] - 1] in words.DASHES and isinstance(items[-1], OnWeekday) != isinstance(nxt[0], OnWeekday):
            break
        items.append(nxt[0])
        joints.append(joint[0])
        end = nxt[1]
        if joint[0] == "to" or (together and joint[0] == "and"):
            break
    if all(isinstance(item, int) for item in items):
        return [], [], i
    if isinstance(items[0], DayOfMonth):
        items = [DayOfMonth(item) if isinstance(item, int) else item for item in items]
    if isinstance(items[-1], int) and not isinstance(items[0], CalendarDay):
        return [items[0]], [], first[1]
    return items, joints, end


def _item(t: Tokens, i: int) -> Parsed[Day | int]:
    """Read a day, or the bare number of one whose month stands elsewhere ("14-16 April")."""
    if found := day(t, i):
        return found
    j = i + (t.words[i] == "the")
    found_number = day_number(t, j)
    if found_number and t.words[found_number[1]] not in ("a", "p", "am", "pm", "days", "day"):
        return found_number
    return None


def _joint(t: Tokens, j: int, joints: list[str]) -> tuple[str, int] | None:
    w = t.words
    if w[j] in words.RANGE or w[j] in words.DASHES:
        return ("to", j + 1 + (w[j + 1] == "on")) if not joints else None
    if w[j] in ("and", "&", "or"):
        return ("or" if w[j] == "or" else "and"), j + 1
    if w[j] == ",":
        if w[j + 1] in ("and", "or") and joints:
            return w[j + 1], j + 2
        return ",", j + 1
    return None


def _past_part(t: Tokens, j: int) -> int:
    """Step over the part of the day in "from Monday evening to Wednesday"."""
    behind = part(t, j)
    return behind[1] if behind and t.words[behind[1]] in words.RANGE and day(t, behind[1] + 1) else j


def _list_goes_on(t: Tokens, j: int) -> bool:
    """Whether a list with commas reaches its "and": otherwise the comma ends a clause."""
    for _ in range(6):
        comma = t.words[j] == ","
        if t.words[j + comma] in ("and", "or"):
            return _item(t, j + comma + 1) is not None
        following = _item(t, j + 1) if comma else None
        if not following:
            return False
        j = following[1]
    return False


def _moved(t: Tokens, i: int) -> bool:
    """Whether "from X to Y" tells a change of date and no range ("postponed from Monday to Friday")."""
    return any(word in words.MOVES for word in t.words[max(0, i - 4) : i])


def _filled(items: list[Day | int]) -> tuple[Day, ...]:
    """Give bare numbers their month, and every day of a row the year and the week that only its last one names."""
    known = next((item for item in items if isinstance(item, CalendarDay)), None)
    if not items:
        return ()
    if any(isinstance(item, int) for item in items) and known is None:
        return ()
    days = [CalendarDay(known.month, item) if isinstance(item, int) and known else item for item in items]
    last = days[-1]
    filled = list[Day]()
    for item in days:
        match item, last:
            case CalendarDay(month, number_, None, name), CalendarDay(until, _, int() as said, _):
                filled.append(CalendarDay(month, number_, said - (month > until), name))
            case OnWeekday(name, Which.BARE, None), OnWeekday(_, Which.BARE, week) if week is not None:
                filled.append(OnWeekday(name, Which.BARE, week))
            case int(), _:
                return ()
            case _:
                filled.append(item)  # type: ignore[arg-type]
    return tuple(filled)


# --- lengths ----------------------------------------------------------------------------------------------------------


def _length(t: Tokens, i: int) -> Parsed[Length]:
    """Read "four days from Wednesday", "a two-day visit to Oslo on Tuesday", and a length without its start."""
    w = t.words
    counted = _count_of_days(t, i)
    if not counted:
        return None
    count, j = counted
    if not 1 <= count <= 366:
        return None
    start = _start_behind(t, j) if not _inside(t, i) else None
    return (Length(count, start[0]), start[1]) if start else (Length(count), j + (w[j] in words.VISITS))


def _count_of_days(t: Tokens, i: int) -> Parsed[int]:
    """Read "four days", "a four-day", "two-week", "week-long" as a number of days."""
    w = t.words
    j = i + (w[i] in ("a", "an", "the", "his", "her", "their", "its"))
    if w[j] in ("week", "weeklong") and (w[j] == "weeklong" or w[j + 2] == "long"):
        return 7, j + (1 if w[j] == "weeklong" else 3)
    amount = number(t, j)
    if not amount or w[j] in ("a", "an"):
        return None
    k = amount[1] + (w[amount[1]] in words.DASHES)
    factor = {"day": 1, "days": 1, "week": 7, "weeks": 7}.get(w[k])
    if factor is None or (w[k] in ("day", "week") and k == amount[1] and amount[0] > 1):
        return None
    end = k + 1
    if w[end] in words.DASHES and w[end + 1] == "long":
        end += 2
    if (
        w[end] in ("ago", "later", "earlier", "after", "before", "old", "afterwards", "away")
        or w[end] in words.APOSTROPHES
    ):
        return None
    return amount[0] * factor, end


def _start_behind(t: Tokens, j: int) -> Parsed[Day]:
    """Read the day that a length begins on, after at most eight words of what it is and where."""
    w = t.words
    for k in range(j, j + 9):
        if w[k] in words.START or (w[k] == "on" and any(word in words.VISITS for word in w[j:k])):
            found = day(t, k + 1 + (w[k + 1] == "on"))
            return found if found and w[found[1]] not in words.RANGE else None
        if not w[k][:1].isalnum() and w[k] not in words.DASHES and w[k] not in words.APOSTROPHES and w[k] != ".":
            return None
    return None


def _inside(t: Tokens, i: int) -> bool:
    """Whether the day named with a length isn't its first ("wrapped up a three-day visit on Saturday")."""
    return any(word in words.INSIDE_A_LENGTH for word in t.words[max(0, i - 3) : i])

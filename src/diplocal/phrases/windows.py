"""Stretches of time that are no day: "next week", "early in June", "the end of the month", "in two weeks"."""

from diplocal.phrases import english as words
from diplocal.phrases.days import Parsed, calendar_day, day_number, month_name, number, possessive, weekday, year
from diplocal.phrases.tokens import Tokens
from diplocal.when import About, CalendarDay, Coming, FromToday, InMonth, InYear, Part, Unit, WeekOf, Window

AnyWindow = Window | WeekOf | InMonth | InYear | About | Coming


def window(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday]:
    """Read a window, from its preposition where that is part of it ("in two weeks")."""
    w = t.words
    j = i + (w[i] in ("in", "during", "over", "at", "on", "for", "within", "of", "from", "since"))
    return (
        _counted(t, i) or _part_of(t, j) or _week_of(t, j) or _stretch(t, j) or _unit(t, j) or _month_or_year(t, i, j)
    )


def _part_of(t: Tokens, i: int) -> Parsed[AnyWindow]:
    """Read "early next week", "later this month", "the end of June", "mid-April", "early in the week"."""
    w = t.words
    j = i + (w[i] == "the")
    if w[j] in words.PART_NOUNS and w[j + 1] == "of":
        said, j = words.PART_NOUNS[w[j]], j + 2
    elif w[j] in words.PARTS:
        said, j = words.PARTS[w[j]], j + 1
        if w[j] in words.DASHES and w[j + 1] == "to" and w[j + 2] in words.DASHES and w[j + 3] in words.PARTS:
            return None
        j += w[j] in words.DASHES
        j += w[j] in ("in", "on", "of")
    elif w[j] in ("midweek", "midmonth"):
        return Window(Unit.WEEK if w[j] == "midweek" else Unit.MONTH, 0, Part.MID), j + 1
    else:
        return None
    return _with_part(t, j, said)


def _with_part(t: Tokens, j: int, said: Part) -> Parsed[AnyWindow]:
    w = t.words
    if found := _unit(t, j):
        base, end = found
        return Window(base.unit, base.shift, said, base.chained), end
    begin = j + (w[j] == "the")
    if w[begin] in ("week", "month", "year") and begin > j:
        return Window(words.WINDOW_UNITS[w[begin]], 0, said), begin + 1
    if begin == j and (month := _month(t, j)):
        return InMonth(month[0].month, month[0].year, said), month[1]
    if begin == j and len(w[j]) == 4 and (found_year := year(t, j)) and w[j] != ",":
        return InYear(found_year[0], said), found_year[1]
    return None


def _unit(t: Tokens, i: int) -> Parsed[Window]:
    """Read "next week", "this coming weekend", "the following month", "the weekend", "that week"."""
    w = t.words
    if w[i] == "the":
        if w[i + 1] == "weekend":
            return Window(Unit.WEEKEND), i + 2
        if w[i + 1] in words.FOLLOWING and w[i + 2] in words.WINDOW_UNITS:
            unit, shift = words.WINDOW_UNITS[w[i + 2]], words.FOLLOWING[w[i + 1]]
            return Window(unit, shift, chained=True), possessive(t, i + 3)
        if w[i + 1] == "same" and w[i + 2] in words.WINDOW_UNITS:
            return Window(words.WINDOW_UNITS[w[i + 2]], chained=True), i + 3
        if w[i + 1] in ("coming", "past") and w[i + 2] in words.WINDOW_UNITS:
            return Window(words.WINDOW_UNITS[w[i + 2]], words.SHIFTS[w[i + 1]]), possessive(t, i + 3)
        return None
    if w[i] == "that" and w[i + 1] in words.WINDOW_UNITS:
        return Window(words.WINDOW_UNITS[w[i + 1]], chained=True), i + 2
    j = i + (w[i] == "this" and w[i + 1] in ("coming", "past"))
    shift = words.SHIFTS.get(w[j])
    if shift is None or w[j + 1] not in words.WINDOW_UNITS:
        return None
    if j > i and w[j + 1] == "weekend":
        shift = 0 if w[j] == "coming" else -1
    return Window(words.WINDOW_UNITS[w[j + 1]], shift), possessive(t, j + 2)


def _week_of(t: Tokens, i: int) -> Parsed[WeekOf]:
    """Read "the week of 7 April", "the week beginning 7 April"."""
    w = t.words
    j = i + (w[i] == "the")
    if w[j] in words.ORDINALS and w[j + 1 : j + 3] == ["week", "of"] and (month := _month(t, j + 3)):
        return _nth_week(words.ORDINALS[w[j]], month[0]), month[1]
    if w[j] != "week" or w[j + 1] not in ("of", "beginning", "starting", "commencing", "from"):
        return None
    j += 2
    j += w[j] == "the"
    found = weekday(t, j) or calendar_day(t, j)
    return (WeekOf(found[0]), found[1]) if found and w[j] != "" else None


def _nth_week(number: int, month: InMonth) -> WeekOf:
    """The first week of a month holds its 4th, as the first of a year does (ISO 8601); the last one its 25th."""
    return WeekOf(CalendarDay(month.month, min(7 * number - 3, 25) if number > 0 else 25, month.year))


def _counted(t: Tokens, i: int) -> Parsed[AnyWindow | FromToday]:
    """Read "in three days", "in two weeks", "within ten days", "two weeks ago", "a month from now", "in two weeks' time"."""
    w = t.words
    inside = w[i] == "within"
    j = i + (w[i] in ("in", "within"))
    j += w[j] in words.ABOUT
    amount = (2, j + 3) if w[j] == "a" and w[j + 1] == "couple" and w[j + 2] == "of" else number(t, j)
    if not amount:
        return None
    count, j = amount
    unit = Unit.WEEK if w[j] == "fortnight" else words.UNITS.get(w[j])
    if unit is None or unit is Unit.WEEKEND:
        return None
    count, j = count * (2 if w[j] == "fortnight" else 1), j + 1
    if w[j] in words.APOSTROPHES and w[j + 1] == "time":
        j += 2
    elif w[j] in words.APOSTROPHES and w[j + 1] == "s" and w[j + 2] == "time":
        j += 3
    elif inside:
        return Coming(count, unit), j
    elif w[j] == "ago":
        return (FromToday(-count) if unit is Unit.DAY else About(-count, unit)), j + 1
    elif w[j] == "from" and w[j + 1] in ("now", "today"):
        j += 2
    elif w[i] != "in" or w[j] in ("of", "long") or w[j] in words.DASHES:
        return None
    return (FromToday(count) if unit is Unit.DAY else About(count, unit)), j


def _stretch(t: Tokens, i: int) -> Parsed[Coming]:
    """Read "the coming days", "the next two weeks", "the past week", "recent days"."""
    w = t.words
    if w[i] == "recent" and w[i + 1] in ("days", "weeks", "months"):
        return Coming(0, words.UNITS[w[i + 1]], past=True), i + 2
    j = i + (w[i] == "the")
    if w[j] not in ("coming", "next", "past", "last", "following"):
        return None
    past = w[j] in ("past", "last")
    j += 1
    if w[j] in ("few", "several"):
        count, j = 0, j + 1
    elif amount := number(t, j):
        count, j = amount
    else:
        count = 0
    if w[j] in ("days", "weeks", "months", "years"):
        return Coming(count, words.UNITS[w[j]], past), j + 1
    return None


def _month(t: Tokens, i: int) -> Parsed[InMonth]:
    month = month_name(t, i)
    if not month:
        return None
    said = year(t, month[1])
    return InMonth(month[0], said[0] if said else None), said[1] if said else month[1]


def _month_or_year(t: Tokens, i: int, j: int) -> Parsed[AnyWindow]:
    """Read "in June", "June 2025", "in 2026"; a bare month or year needs its preposition."""
    w = t.words
    before = w[i] if j > i else ""
    if w[j] in ("this", "next", "last") and (named := month_name(t, j + 1)) and not day_number(t, named[1]):
        return InMonth(named[0], which=words.WHICH[w[j]]), named[1]
    if month := _month(t, j):
        whole_phrase = j == 0 and month[1] == t.count
        if before in ("in", "during", "of", "since", "for", "from", "until") or month[0].year or whole_phrase:
            return month
        return None
    if before in ("in", "during", "since") and w[j] != ",":
        said = year(t, j)
        if said and t.words[said[1]] not in words.UNITS:
            return InYear(said[0]), said[1]
    return None


def is_date(reference: object) -> bool:
    """Whether a reference is a date with its month, which needs no context to be read."""
    return isinstance(reference, CalendarDay)

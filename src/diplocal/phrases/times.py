"""Times of day and their zones: "at 10 a.m.", "15:30 CET", "around noon", "morning", "local time", "Korean time"."""

from zoneinfo import ZoneInfo

from attrs import evolve

from diplocal import places
from diplocal.phrases import english as words
from diplocal.phrases.days import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import Clock, ClockSpan, InPart, PartOfDay, Time


def time(t: Tokens, i: int) -> Parsed[Time]:
    """Read a clock time, a span of them or a part of the day, with the zone behind it."""
    if t.words[i] in ("from", "between"):
        return _clock_span(t, i + 1)
    return _clock_span(t, i) or clock(t, i) or part(t, i)


def clock(t: Tokens, i: int) -> Parsed[Clock]:
    """Read a time on the clock; a bare number is none."""
    w = t.words
    j = i + (w[i] == "at")
    about = False
    while w[j] in words.ABOUT or w[j] in ("shortly", "just") or (about and w[j] in ("after", "before")):
        about, j = True, j + 1
    found = _noon(t, j) or _figures(t, j)
    if not found:
        return None
    value, j = evolve(found[0], about=about), found[1]
    if zoned := zone(t, j):
        value, j = evolve(value, zone=zoned[0]), zoned[1]
    return value, _same_moment(t, j)


def _noon(t: Tokens, i: int) -> Parsed[Clock]:
    hour = {"noon": 12, "midnight": 0}.get(t.words[i])
    return (Clock(hour), i + 1) if hour is not None else None


def _figures(t: Tokens, i: int) -> Parsed[Clock]:
    w = t.words
    if not (w[i].isdecimal() and len(w[i]) <= 4):
        return None
    if len(w[i]) == 4:
        return _military(t, i)
    if len(w[i]) > 2 or int(w[i]) > 24:
        return None
    hour, minute, j = int(w[i]), 0, i + 1
    timed = False
    if w[j] in (":", ".", "h") and len(w[j + 1]) == 2 and w[j + 1].isdecimal() and t.glued(j) and t.glued(j + 1):
        minute, timed, j = int(w[j + 1]), w[j] != ".", j + 2
        if w[j] == ":" and len(w[j + 1]) == 2 and w[j + 1].isdecimal():
            j += 2
    half = _half_of_day(t, j)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] else 0)
        j, timed = half[1], True
    elif w[j] == "o" and w[j + 1] in words.APOSTROPHES and w[j + 2] == "clock":
        j, timed = j + 3, True
    elif not timed and (w[j] in ("hours", "hrs") or (_named_zone(t, j) and w[j] != "et")):
        j, timed = j + (w[j] in ("hours", "hrs")), True
    if not timed or hour > 23 or minute > 59:
        return None
    return Clock(hour, minute), j


def _military(t: Tokens, i: int) -> Parsed[Clock]:
    """Read "0900 GMT", "1430 hours": four figures that a zone or "hours" follows."""
    hour, minute = int(t.words[i][:2]), int(t.words[i][2:])
    hours = t.words[i + 1] in ("hours", "hrs", "h")
    if hour > 23 or minute > 59 or not (hours or _named_zone(t, i + 1)):
        return None
    return Clock(hour, minute), i + 1 + hours


def _half_of_day(t: Tokens, j: int) -> Parsed[bool]:
    """Read a.m. or p.m.; true for p.m."""
    w = t.words
    if w[j] in ("am", "pm"):
        return w[j] == "pm", j + 1
    if w[j] in ("a", "p") and w[j + 1] == "." and w[j + 2] == "m":
        return w[j] == "p", j + 3 + (w[j + 3] == "." and t.glued(j + 3))
    return None


def _clock_span(t: Tokens, i: int) -> Parsed[ClockSpan]:
    """Read "10 a.m. to noon", "9-11 a.m.", "15:30-16:15 CET"."""
    w = t.words
    j = i + (w[i] == "at")
    first = clock(t, j) or _bare_hour(t, j)
    if not first or not (w[first[1]] in words.RANGE or w[first[1]] in words.DASHES or w[first[1]] == "and"):
        return None
    last = clock(t, first[1] + 1)
    if not last:
        return None
    start, end = first[0], last[0]
    if first[1] == j + 1 and start.hour < 12 < end.hour and start.hour + 12 <= end.hour:
        start = Clock(start.hour + 12)
    return ClockSpan(start if start.zone else evolve(start, zone=end.zone), end), last[1]


def _bare_hour(t: Tokens, i: int) -> Parsed[Clock]:
    """Read the hour of "9 to 11 a.m."."""
    word = t.words[i]
    return (Clock(int(word)), i + 1) if word.isdecimal() and len(word) <= 2 and int(word) < 24 else None


def part(t: Tokens, i: int) -> Parsed[InPart]:
    """Read a part of the day: "morning", "in the early hours", "at night", with the zone behind it."""
    w = t.words
    j = i + (w[i] in ("in", "on", "at", "during"))
    j += w[j] == "the"
    if w[j] == "early" and w[j + 1] == "hours":
        value, j = PartOfDay.EARLY_HOURS, j + 2
    else:
        if w[j] in ("early", "late", "mid"):
            j += 1 + (w[j + 1] in words.DASHES)
        found = words.PARTS_OF_DAY.get(w[j])
        if found is None:
            return None
        value, j = found, j + 1
    zoned = zone(t, j)
    return InPart(value, zoned[0] if zoned else None), zoned[1] if zoned else j


# --- zones ------------------------------------------------------------------------------------------------------------


def zone(t: Tokens, i: int) -> Parsed[str]:
    """Read the zone that a time is told in: "local time", "(local time)", "Korean time", "KST", "UTC+9"."""
    w = t.words
    if w[i] == "(":
        inner = zone(t, i + 1)
        return (inner[0], inner[1] + 1) if inner and w[inner[1]] == ")" else None
    j = i + (w[i] == ",")
    if w[j] == "local" and w[j + 1] == "time":
        return "local", j + 2
    return _iana(t, j) or _named_zone(t, j) or _place_time(t, j)


def _iana(t: Tokens, i: int) -> Parsed[str]:
    """Read the name of a zone itself ("Europe/Brussels")."""
    if not (t.words[i + 1] == "/" and t.glued(i + 1)):
        return None
    j = i + 1
    while j < t.count and t.glued(j) and (t.words[j].isalnum() or t.words[j] in "/_-+"):
        j += 1
    name = t.text[t.starts[i] : t.ends[j - 1]]
    try:
        return ZoneInfo(name).key, j
    except (KeyError, ValueError, OSError):
        return None


def _named_zone(t: Tokens, i: int) -> Parsed[str]:
    w = t.words
    name = words.ZONE_ABBREVIATIONS.get(w[i])
    if name is None or not (t.raw(i).isupper() or t.count <= 6):
        return None
    if w[i] in ("utc", "gmt") and w[i + 1] in ("+", *words.DASHES) and w[i + 2].isdecimal() and t.glued(i + 2):
        return _offset(t, i + 1)
    return name, i + 1


def _offset(t: Tokens, i: int) -> Parsed[str]:
    """Read a signed offset in hours, or hours and minutes."""
    w = t.words
    hours, minutes, j = w[i + 1], "00", i + 2
    if w[j] == ":" and len(w[j + 1]) == 2 and w[j + 1].isdecimal():
        minutes, j = w[j + 1], j + 2
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    if len(hours) > 2 or int(hours) > 14 or int(minutes) > 59:
        return None
    return f"{'+' if w[i] == '+' else '-'}{int(hours):02}:{minutes}", j


def _place_time(t: Tokens, i: int) -> Parsed[str]:
    """Read "Seoul time", "Korean time", "US Eastern time"."""
    w = t.words
    for j in range(i + 1, i + 5):
        if w[j] == "time" and w[j - 1][:1].isalpha():
            said = t.text[t.starts[i] : t.ends[j - 1]]
            found = places.zone_of_adjective(said) or places.zone_of(said)
            return (found, j + 1) if found else None
        if not (w[j][:1].isalpha() or w[j] == "."):
            return None
    return None


def _same_moment(t: Tokens, j: int) -> int:
    """Step over the same moment told again in brackets ("(1300 GMT)")."""
    if t.words[j] == "(" and t.words[j + 1].isdecimal():
        again = _figures(t, j + 1)
        zoned = zone(t, again[1]) if again else None
        if zoned and t.words[zoned[1]] == ")":
            return zoned[1] + 1
    return j

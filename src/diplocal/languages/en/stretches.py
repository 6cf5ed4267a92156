"""Stretches that are counted: "in two weeks", "a month ago", "the next two weeks", "the coming days"."""

from typing import Final

from diplocal.languages.en import words
from diplocal.languages.en.dates import number, possessive
from diplocal.languages.en.months import named_month
from diplocal.languages.language import Parsed
from diplocal.phrases.tokens import Tokens
from diplocal.when import About, Coming, FromToday, InMonth, Part, Unit, Window

_BEFORE_STRETCHES: Final = frozenset({"in", "over", "during", "for", "within"})
_CHAINED_UNITS: Final = frozenset({Unit.MONTH, Unit.YEAR})
_LASTING: Final = frozenset({"week", "month", "year"})
STRETCHES: Final = {"coming": False, "next": False, "following": False, "past": True, "last": True}


def counted_time(t: Tokens, i: int) -> Parsed[Window | About | Coming | FromToday]:
    """Read "in three days", "in two weeks' time", "within ten days", "two weeks ago", "a month from now"."""
    w = t.words
    inside = w[i] == "within"
    j = i + (inside or w[i] == "in")
    j += w[j] in words.ABOUT
    amount = number(t, j)
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


def _from_now(t: Tokens, j: int) -> tuple[int, int] | None:
    """Read "ago", "from now", "hence", "' time": which way a count goes, and the word after it."""
    w = t.words
    if w[j] in words.APOSTROPHES:
        k = j + 1 + (w[j + 1] == "s")
        return (1, k + 1) if w[k] == "time" else None
    if w[j] == "from" and w[j + 1] in words.FROM_NOW:
        return 1, j + 2
    return {"ago": (-1, j + 1), "hence": (1, j + 1)}.get(w[j])


def stretch(t: Tokens, i: int) -> Parsed[Coming | InMonth]:
    """Read "the coming days", "the next two weeks", "the past week", "the next 48 hours", "recent days"."""
    w = t.words
    if w[i] == "recent" and w[i + 1] in {"days", "weeks", "months"}:
        return Coming(0, words.UNITS[w[i + 1]], past=True), i + 2
    j = i + (w[i] == "the")
    past = STRETCHES.get(w[j])
    if past is None:
        return None
    if j > i and (single := _single_stretch(t, j, past=past)):
        return single
    ahead = w[i - 1] in _BEFORE_STRETCHES and (w[j + 1] not in words.PLURALS or not past)
    if j == i and not t.alone and not ahead:
        return None  # "may last months", "and last six days"
    few = w[j + 1] in {"few", "several"}
    count, j = (0, j + 2) if few else number(t, j + 1) or (0, j + 1)
    if w[j] == "hours" and count:
        return Coming(-(-count // 24), Unit.DAY, past), j + 1
    if w[j] not in words.PLURALS:
        return None
    if w[j + 1] == "of" and (month := named_month(t, j + 2)):  # "the last ten days of October"
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

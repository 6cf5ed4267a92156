"""Parse one phrase as a whole, or say where reading stopped, what could have stood there, and the nearest miss."""

from diplocal.errors import PhraseError
from diplocal.phrases import english as words
from diplocal.phrases.finder import find_in
from diplocal.phrases.grammar import reference
from diplocal.phrases.times import time
from diplocal.phrases.tokens import Tokens
from diplocal.when import Reference, Time

_LONGEST = 400


def parse(phrase: str) -> Reference:
    """Read a phrase of time.

    >>> parse("Thursday at 10 a.m. CET")
    At(day=OnWeekday(weekday=<Weekday.THURSDAY: 3>, which=<Which.BARE: ''>, week=None), time=Clock(hour=10, minute=0, \
zone='+01:00', about=False))

    Raises:
        PhraseError: it is none, or more than one; with the place where reading stopped.
    """
    t = _tokens(phrase)
    read = reference(t, 0)
    end = _past_stop(t, read[1]) if read else 0
    if read and end == t.count:
        return read[0]
    found = find_in(t)
    if len(found) == 1:
        only = found[0][1]
        if only.begin == 0 and _past_stop(t, only.end) == t.count:
            return only.reference
    raise _stopped(t, read[1] if read else 0)


def parse_time(phrase: str) -> Time:
    """Read a time of day ("10:00", "10 a.m. to noon", "around 12:30 CET", "morning", "20:00 Asia/Seoul").

    Raises:
        PhraseError: it is none.
    """
    t = _tokens(phrase)
    read = time(t, 0)
    if read and _past_stop(t, read[1]) == t.count:
        return read[0]
    offset = t.starts[read[1]] if read else _offset_of_number(t)
    raise PhraseError(phrase, offset, "a time of day such as '10:00', '15:30-16:15', '9 a.m. local time' or 'morning'")


def _tokens(phrase: str) -> Tokens:
    if not phrase.strip():
        raise PhraseError(phrase, 0, "words of time such as 'from Wednesday to Friday'")
    if len(phrase) > _LONGEST:
        raise PhraseError(phrase, _LONGEST, f"a phrase of at most {_LONGEST} characters; for a text use find")
    return Tokens(phrase)


def _past_stop(t: Tokens, end: int) -> int:
    return end + 1 if end == t.count - 1 and t.words[end] in ".,;" else end


def _offset_of_number(t: Tokens) -> int:
    return next((t.starts[i] for i in range(t.count) if t.words[i].isdecimal()), 0)


def _stopped(t: Tokens, end: int) -> PhraseError:
    """Say where reading stopped: at the first word that no table knows, or behind what was read."""
    for i in range(t.count):
        if i >= end and t.words[i].isdecimal() and t.words[i + 1] == ":" and t.words[i + 2].isdecimal():
            if int(t.words[i][:4]) > 23 or int(t.words[i + 2][:4]) > 59:
                return PhraseError(t.text, t.starts[i], "a time from 00:00 to 23:59")
    unknown = next((i for i in range(t.count) if t.words[i].isalpha() and t.words[i] not in _VOCABULARY), None)
    if end == 0 or (unknown is not None and unknown < end):
        at = unknown if unknown is not None else 0
        hint = _near_miss(t, at) if unknown is not None else None
        return PhraseError(t.text, t.starts[at], "words of time such as 'on Thursday' or 'from 2 to 4 April'", hint)
    hint = _near_miss(t, unknown) if unknown is not None else None
    at = min(end, t.count - 1)
    return PhraseError(t.text, t.starts[at], "the end of the phrase", hint)


def _near_miss(t: Tokens, at: int) -> str | None:
    """The phrase with its unknown word replaced by the nearest word of time."""
    from difflib import get_close_matches

    near = get_close_matches(t.words[at], sorted(_SUGGESTED), n=1, cutoff=0.72)
    if not near:
        return None
    word = near[0].capitalize() if near[0] in _CAPITAL else near[0]
    return t.text[: t.starts[at]] + word + t.text[t.ends[at] :]


_CAPITAL = {*words.WEEKDAYS, *(name for name in words.MONTHS if len(name) > 4)}
_SUGGESTED = {
    *words.WEEKDAYS,
    *(name for name in words.MONTHS if len(name) > 3),
    *words.TODAY,
    *words.PARTS_OF_DAY,
    *words.UNITS,
    *words.WHICH,
    *words.FOLLOWING,
    *words.PARTS,
    *("tonight", "undated", "until", "through", "between", "noon", "midnight", "from"),
}
_VOCABULARY = {
    *_SUGGESTED,
    *words.SHORT_WEEKDAYS,
    *words.MONTHS,
    *words.NUMBERS,
    *words.ORDINALS,
    *words.ON,
    *words.RANGE,
    *words.BOUNDS,
    *words.PART_NOUNS,
    *words.ABOUT,
    *words.ZONE_ABBREVIATIONS,
    *words.ORDINAL_SUFFIXES,
    *"the a an of in on at and or to by am pm a p m local time day week after before ago later earlier that same".split(),
}

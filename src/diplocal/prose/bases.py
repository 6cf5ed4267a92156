"""What chained words count from: "that day", "the day after", "on the second day", "the day of the meeting"."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.phrases.verb_forms import verb_at
from diplocal.prose.events import event_of, guessed, is_past, names_event
from diplocal.prose.page import Page, in_brackets, superseded, told_again
from diplocal.prose.stays import stay_of
from diplocal.reading import Certainty, Kind, Reading
from diplocal.when import (
    Chained,
    ChainedWeekday,
    Length,
    Mention,
    NthDay,
    OnWeekday,
    Reference,
    Side,
    Weekday,
    Window,
)

_NO_DAYS = dt.timedelta()
_MONTH = dt.timedelta(31)
# Words before a day in which the relative clause that holds it begins.
_FAR = 16
_CHAINED = (Chained, ChainedWeekday, NthDay)


def is_chained(core: Reference) -> bool:
    """Whether a reference counts from a day named elsewhere, by its first day."""
    if isinstance(core, OnWeekday) and core.week is not None:  # "Monday of the following week"
        return core.week.chained
    return isinstance(core, _CHAINED) or (isinstance(core, Window) and core.chained)


def base_of(page: Page, number: int) -> Reading | None:
    """Find what a chained reference counts from; ``None`` where the text dates nothing that fits.

    Words that name an event ("the day after the summit") count from that event; others from the nearest day before
    them, of the same sentence if it has one. Reports ("he said on Monday") come last, asides ("the previous day", "had
    arrived on Saturday") don't count.
    """
    core = page.cores[number]
    if isinstance(core, NthDay):
        return stay_of(page, number)
    named = names_event(page, number)
    if named and (event := event_of(page, number)) is not None:
        return event
    likeliest = next(_likeliest(page, number), None)
    if likeliest is not None:
        base = _day_to_count_from(page, number, likeliest)
        return guessed(base) if named and base is not None else base
    today = page.today
    if isinstance(core, Chained) and core.days == 0:
        return Reading(
            start=today, end=today, kind=Kind.DAY, certainty=Certainty.PREFERRED, rule="publication-day", why=""
        )
    return None


def _day_to_count_from(page: Page, number: int, other: int) -> Reading | None:
    """The day of several that words count from.

    "That day" is the first where a length began there, else the last; so is what "the next day" follows, where the day
    is told before the length ("arrives on Tuesday for a three-day visit").
    """
    (found, place), reading, core = page.found[other], page.readings[other], page.cores[number]
    if reading is None or not isinstance(core, Chained) or core.days < 0:
        return reading
    length = isinstance(found.reference, Length)
    if core.days == 0:
        day = reading.start if length else reading.end
        return evolve(reading, start=day, end=day)
    told = page.tokens.words[place.begin : place.end]
    first = next((word for word in told if word in words.WEEKDAYS or word in words.UNITS), "")
    return evolve(reading, end=reading.start) if length and first in words.WEEKDAYS else reading


def _may_bear(page: Page, number: int, other: int) -> bool:
    mention, found, reading = page.found[number][0], page.found[other][0], page.readings[other]
    core = page.cores[number]
    if reading is None or reading.end - reading.start > _MONTH:
        return False
    if reading.kind is Kind.WINDOW and isinstance(core, Chained):
        return False
    shift = dt.timedelta(core.days if isinstance(core, Chained) else 0)
    last = page.today - dt.timedelta(days=1) if shift < _NO_DAYS else page.today  # nobody calls today "the day before"
    if is_past(page, number) and reading.start + shift > last:
        return False
    here = found.sentence == mention.sentence
    looks_on = mention.cue.side is Side.AHEAD and not superseded(mention) and not _same_subject(page, number, other)
    if looks_on and reading.end < page.today:
        return False
    if told_again(page, other) or (in_brackets(page, other) and not in_brackets(page, number)):
        return False
    if found.cue.words == "since" and core == Chained(0):
        return False
    bearer = page.cores[other]
    if isinstance(bearer, Chained) and bearer.days < 0 and not (here and found.cue.side is Side.AHEAD):
        return False
    goes_on = other == number - 1 and shift > _NO_DAYS  # "The talks had opened on Monday. They ended a day later."
    return here or goes_on or not superseded(found) or (superseded(mention) and not _of_the_day(mention))


def _of_the_day(mention: Mention) -> bool:
    """Whether words like "earlier in the day" count from the day that is told, not from what had been before."""
    said = mention.text.split()
    return said[0] in ("earlier", "later") and not {"that", "same"} & set(said)


def _likeliest(page: Page, number: int) -> Iterator[int]:
    """Which references to count from, the likeliest first; one may come more than once."""
    mention, core = page.found[number][0], page.cores[number]
    before = [other for other in page.before(number) if _may_bear(page, number, other)]
    told = {other: page.found[other][0] for other in before}
    near = [other for other in before if told[other].sentence == mention.sentence]
    behind = [other for other in before if told[other].sentence == mention.sentence - 1]
    ahead = [other for other in before if told[other].cue.side is Side.AHEAD]
    reports = [other for other in before if told[other].cue.report]
    if isinstance(core, ChainedWeekday):  # "the previous Saturday", said beside another Saturday
        yield from [other for other in before if _falls_on(page.readings[other], core.weekday)]
    if mention.text.endswith("that"):  # "will sign on Friday; they had met two days before that"
        yield from near
    if _of_the_day(mention):  # "later in the day": of the report itself
        main = [other for other in before if not _in_relative(page, other)]
        yield from [other for other in main if other in near]
        yield from reports
        yield from [other for other in main if told[other].cue.side is Side.BACK]
    # "The vote had been due the following day": of what is told just before; not so "on the eve".
    if superseded(mention) and not mention.text.endswith("eve"):
        yield from [other for other in near + behind if told[other].cue.side is Side.BACK]
    yield from [other for other in before if _same_subject(page, number, other)]
    if mention.text.endswith("later") and mention.cue.side is Side.BACK:  # "had met on the 11th, and won a day later"
        yield from near
    if mention.cue.side is Side.AHEAD:
        yield from [other for other in near + behind if other in ahead]
        if any(_in_relative(page, other) for other in near):  # "whose gas was cut off on Monday, comes on the same day"
            yield from ahead
    if mention.cue.side is not Side.BACK:
        yield from [other for other in near if other not in reports]
    yield from [other for other in near if not superseded(told[other])]
    yield from near
    yield from [other for other in before if other not in reports and not _in_relative(page, other)]
    yield from [other for other in before if other not in reports]
    yield from reports


def _same_subject(page: Page, number: int, other: int) -> bool:
    """Whether a clause goes on with what the one before it tells ("had landed on Friday and was to go that day")."""
    mention, found = page.found[number][0], page.found[other][0]
    if other != number - 1 or found.sentence != mention.sentence or found.cue.report:
        return False
    if mention.cue.side is Side.AHEAD and mention.cue.words.split()[0] not in ("was", "were", "to"):
        return False
    gap = page.between(other, number)
    return "and" in gap and verbs.CLAUSE_SIGNS.isdisjoint(gap) and verbs.SUBORDINATORS.isdisjoint(gap)


def _falls_on(reading: Reading | None, weekday: Weekday) -> bool:
    return reading is not None and reading.start.weekday() == weekday


def _in_relative(page: Page, number: int) -> bool:
    """Whether a relative clause, told beside the matter, holds a day ("a truce that began on 22 February")."""
    place, t = page.found[number][1], page.tokens
    for k in range(place.begin - 1, max(place.left, place.begin - _FAR), -1):
        if t.words[k] in verbs.CLAUSE_SIGNS:
            return False
        if t.words[k] in ("which", "whose", "where") or (t.words[k] == "that" and verb_at(t, k + 1, k) is not None):
            return True
    return False

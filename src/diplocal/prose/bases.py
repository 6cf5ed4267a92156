"""What chained words count from: "that day", "the day after", "on the second day", "the day of the meeting"."""

import datetime as dt
from collections.abc import Callable, Iterator

from attrs import evolve

from diplocal.phrases import english as words
from diplocal.phrases import verbs
from diplocal.prose.page import Page, in_brackets, superseded, told_again
from diplocal.reading import Certainty, Kind, Reading
from diplocal.when import (
    Chained,
    ChainedWeekday,
    DaySet,
    Deadline,
    Length,
    Mention,
    NthDay,
    OnWeekday,
    Reference,
    Side,
    Window,
)

_MONTH = dt.timedelta(31)
_CHAINED = (Chained, ChainedWeekday, NthDay)
_DAYS = (Kind.DAY, Kind.SPAN, Kind.MOMENT)


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
    mention, core = page.found[number][0], page.cores[number]
    if isinstance(core, NthDay):
        return _visit(page, number)
    if names_event(page, number) and (event := _behind(page, number) or _named_event(page, number)):
        return _end_of_stay(page, number, event) if core == Chained(0) else event
    before = [other for other in page.before(number) if _may_bear(page, number, other)]
    for fits in _preferences(mention):
        for other in before:
            found, reading = page.found[other][0], page.readings[other]
            if reading is not None and fits(found):
                return _day_to_count_from(page, number, other)
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


def _end_of_stay(page: Page, number: int, stay: Reading) -> Reading:
    """The day of "his arrival" or "her departure" of a stay of several days."""
    noun = page.tokens.words[page.found[number][1].end + 1]
    if noun == "arrival":
        return evolve(stay, end=stay.start)
    return evolve(stay, start=stay.end) if noun in ("departure", "return") else stay


def apposed(page: Page, number: int) -> Reading | None:
    """Find the day that words like "Monday, the day before the summit" only describe once more."""
    if number == 0 or not (names_event(page, number) or _tells_event(page, number)):
        return None
    between = page.between(number - 1, number)
    on_the_eve = not between and "eve" in page.found[number][0].text.split()  # "on Thursday on the eve of the summit"
    return page.readings[number - 1] if between == [","] or on_the_eve else None


def _may_bear(page: Page, number: int, other: int) -> bool:
    mention, found, reading = page.found[number][0], page.found[other][0], page.readings[other]
    if reading is None or reading.end - reading.start > _MONTH:
        return False
    if reading.kind is Kind.WINDOW and isinstance(page.cores[number], Chained):
        return False
    if _is_past(page, number) and reading.start > page.today:
        return False
    if mention.cue.side is Side.AHEAD and reading.end < page.today and not superseded(mention):
        return False
    if told_again(page, other) or (in_brackets(page, other) and not in_brackets(page, number)):
        return False
    if found.cue.words == "since" and page.cores[number] == Chained(0):
        return False
    core, here = page.cores[other], found.sentence == mention.sentence
    if isinstance(core, Chained) and core.days < 0 and not (here and found.cue.side is Side.AHEAD):
        return False
    return here or not superseded(found) or (superseded(mention) and not _of_the_day(mention))


def _of_the_day(mention: Mention) -> bool:
    """Whether words like "earlier in the day" count from the day that is told, not from what had been before."""
    said = mention.text.split()
    return said[0] in ("earlier", "later") and not {"that", "same"} & set(said)


def _preferences(mention: Mention) -> Iterator[Callable[[Mention], bool]]:
    if _of_the_day(mention):  # "later in the day": of the report itself
        yield lambda found: found.sentence == mention.sentence
        yield lambda found: found.cue.report
        yield lambda found: found.cue.side is Side.BACK
    # "The vote had been due the following day": of what is told just before; not so "on the eve".
    if superseded(mention) and not mention.text.endswith("eve"):
        yield lambda found: found.sentence >= mention.sentence - 1 and found.cue.side is Side.BACK
    if mention.cue.side is Side.AHEAD:
        yield lambda found: found.sentence == mention.sentence and found.cue.side is Side.AHEAD
        yield lambda found: found.sentence == mention.sentence - 1 and found.cue.side is Side.AHEAD
    if mention.cue.side is not Side.BACK:
        yield lambda found: found.sentence == mention.sentence and not found.cue.report
    yield lambda found: found.sentence == mention.sentence and not superseded(found)
    yield lambda found: found.sentence == mention.sentence
    yield lambda found: not found.cue.report
    yield lambda found: found.cue.report


# --- events -----------------------------------------------------------------------------------------------------------


def names_event(page: Page, number: int) -> bool:
    """Whether the words count from an event ("the day of the meeting"), not from a day."""
    w, end = page.tokens.words, page.found[number][1].end
    determiners = ("the", "a", "an", "his", "her", "their", "its")
    return w[end - 1] == "of" or (w[end - 1] in ("after", "before") and w[end] in determiners)


def _tells_event(page: Page, number: int) -> bool:
    """Whether a clause tells what a day lies beside ("the day after laying down arms", "the day before Modi lands")."""
    t, end = page.tokens, page.found[number][1].end
    word = t.words[end]
    clause = word.endswith("ing") or word in verbs.SINGULAR_PRONOUNS or word in verbs.PLURAL_PRONOUNS or t.capital(end)
    return t.words[end - 1] in ("after", "before") and clause


def _behind(page: Page, number: int) -> Reading | None:
    """The date of the event where the same clause gives it: "the day after a summit with Japan closes on Monday"."""
    if number + 1 >= len(page.found):
        return None
    here, behind = page.found[number][1], page.found[number + 1][1]
    gap = page.between(number, number + 1)
    joined = any(
        page.tokens.words[k] == "and" and not page.tokens.capital(k + 1) for k in range(here.end, behind.begin)
    )
    relative = gap.count(",") == 1 and _opens_relative(gap)
    same = here.left == behind.left and not joined and (relative or {",", ";", ":", "(", "but"}.isdisjoint(gap))
    return page.readings[number + 1] if same and not page.found[number + 1][0].cue.report else None


def _opens_relative(gap: list[str]) -> bool:
    """Whether words tell when an event begins: "(on the eve of) the forum, which runs from Friday"."""
    comma = gap.index(",")
    relative, verb = gap[comma + 1 : comma + 2], gap[comma + 2 : comma + 3]
    return relative == ["which"] and not _TELL_WHEN.isdisjoint(verb)


_TELL_WHEN = verbs.BEGINS | {"is", "takes"}


def _named_event(page: Page, number: int) -> Reading | None:
    """The date of the same noun ("the summit is on Tuesday") or the main one; never surer than preferred."""
    w, end = page.tokens.words, page.found[number][1].end
    noun = next((word for word in w[end : end + 4] if word in verbs.GATHERINGS), None)
    main = _main_event(page, number)
    if noun is None or (main is not None and main.start != main.end):
        return main
    if (owned := _owned(page, number, noun)) is not None:
        return _guessed(owned)
    for other in page.before(number):
        (found, place), reading = page.found[other], page.readings[other]
        if reading is None or found.cue.report or found.cue.side is Side.BACK or reading.kind not in _DAYS:
            continue
        if _is_past(page, number) and reading.start > page.today:
            continue
        if noun in w[max(place.left, place.begin - 12) : place.begin] and not isinstance(found.reference, Deadline):
            return _guessed(reading)
    return main


def _owned(page: Page, number: int, noun: str) -> Reading | None:
    """The day that an event of that name was said to be of ("Friday's vote ... the day after the vote")."""
    for other in page.before(number):
        end = page.found[other][1].end
        if page.tokens.words[end - 1] == "s" and noun in page.tokens.words[end : end + 3]:
            return page.readings[other]
    return None


def _is_past(page: Page, number: int) -> bool:
    cue = page.found[number][0].cue
    return cue.firm and cue.side is Side.BACK


def _guessed(reading: Reading) -> Reading:
    """A day that only the sense gives is no surer than preferred."""
    return evolve(reading, certainty=Certainty.PREFERRED) if reading.certainty is Certainty.CERTAIN else reading


def _main_event(page: Page, number: int) -> Reading | None:
    """The date of what the text is about: its first date ahead that is no report's; never surer than preferred.

    What comes after it counts from its end, where the text says when it ends.
    """
    core = page.cores[number]
    after = isinstance(core, Chained) and core.days > 0
    main = None
    if _is_past(page, number):
        return None
    for other in sorted(page.before(number)):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or found.cue.side is Side.BACK:
            continue
        if reading.kind not in _DAYS or reading.end < page.today:
            continue
        if main is None or (after and not words.ENDING_A_LENGTH.isdisjoint(found.cue.words.split())):
            main = reading
    return _guessed(main) if main is not None else None


def _visit(page: Page, number: int) -> Reading | None:
    """The visit whose days are counted: the last span of days, or the last day up to an "until"."""
    until = days = None
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or isinstance(page.cores[other], NthDay) or superseded(found):
            continue
        if page.found[number][0].cue.side is Side.AHEAD and reading.end < page.today:
            continue
        if reading.kind is Kind.SPAN and not isinstance(found.reference, DaySet):
            return reading
        if reading.kind is Kind.SPAN and days is None:  # "on the 29th and 30th" may be days of the visit
            days = reading
        if until is not None and reading.kind is Kind.DAY and reading.start < until.end:
            return evolve(reading, end=until.end)
        if isinstance(found.reference, Deadline):
            until = reading
    if days is not None:
        return days
    opening = _beside(page, number) or _main_event(page, number)
    core = page.cores[number]
    if opening is None or not isinstance(core, NthDay) or core.number < 1:
        return None
    return evolve(opening, end=max(opening.end, opening.start + dt.timedelta(core.number - 1)))


def _beside(page: Page, number: int) -> Reading | None:
    """The day that the same sentence names before "on day two"; never surer than preferred."""
    mention = page.found[number][0]
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if found.sentence != mention.sentence:
            return None
        if reading is not None and reading.kind is Kind.DAY and reading.end >= page.today and not found.cue.report:
            return _guessed(reading)
    return None

"""Read the references of a text together: windows, legs, chains and cues settle what one reference alone leaves open.

First what needs nothing else (full dates, "tomorrow", "next week"), then the rest in the order of the text, at last what
hangs on another date of its sentence or has no cue of its own. Every candidate that falls is excluded by a clue, which
says why.
"""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from attrs import define, evolve

from diplocal import places, rules
from diplocal.constraints import Clue, Inside, Reaches, Starts, decide, narrow
from diplocal.errors import ReadingError
from diplocal.phrases import english as words
from diplocal.phrases.finder import Found, find_in
from diplocal.phrases.tokens import Tokens
from diplocal.reading import Candidate, Certainty, Conventions, Finding, Kind, Reading, say_dates, say_day
from diplocal.when import (
    About,
    At,
    CalendarDay,
    Chained,
    ChainedWeekday,
    Clock,
    ClockSpan,
    Coming,
    Counted,
    DayOfMonth,
    DaySet,
    Deadline,
    Either,
    FromToday,
    InMonth,
    InPart,
    InYear,
    InZone,
    Length,
    Link,
    Mention,
    NthDay,
    OnWeekday,
    Reference,
    Side,
    Span,
    Unit,
    Weekday,
    WeekOf,
    Which,
    Window,
)

_DAY = dt.timedelta(days=1)
_REACH = {OnWeekday: dt.timedelta(6), DayOfMonth: dt.timedelta(31)}


def read_text(
    text: str,
    *,
    published: dt.date | dt.datetime,
    zone: str | None = None,
    conventions: Conventions = rules.DEFAULT,
) -> tuple[Finding, ...]:
    """Find every reference in a text and read them together.

    Args:
        text: the announcement or report, any Unicode.
        published: when it was published; of an aware date-time, the day in `zone` counts.
        zone: IANA zone of the dateline.
        conventions: how to read words on which usage differs.

    Returns:
        The findings in the order of the text. A reference that counts from something the text doesn't date is left out.

    Raises:
        ReadingError: the zone does not exist.
    """
    today = publication_day(published, zone)
    tokens = Tokens(text)
    page = _Page(tokens=tokens, today=today, zone=zone, conventions=conventions, found=find_in(tokens))
    page.readings = [None] * len(page.found)
    for number in _order(page):
        page.readings[number] = _read(page, number)
    return tuple(
        Finding(mention, _zoned(page, number, reading))
        for number, ((mention, _), reading) in enumerate(zip(page.found, page.readings, strict=True))
        if reading is not None
    )


def publication_day(published: dt.date | dt.datetime, zone: str | None) -> dt.date:
    """The day of publication in the dateline's zone.

    Raises:
        ReadingError: the zone does not exist.
    """
    if not isinstance(published, dt.datetime):
        return published
    if published.tzinfo is None or zone is None:
        return published.date()
    try:
        return published.astimezone(ZoneInfo(zone)).date()
    except (KeyError, ValueError, OSError):
        raise ReadingError(zone, "is no time zone", "give an IANA name such as 'Europe/Brussels'") from None


@define
class _Page:
    """A text on the way to its readings."""

    tokens: Tokens
    today: dt.date
    zone: str | None
    conventions: Conventions
    found: list[tuple[Mention, Found]]
    readings: list[Reading | None] = []

    def cue(self, number: int) -> Mention:
        return self.found[number][0]


# --- the order of reading ---------------------------------------------------------------------------------------------


def _order(page: _Page) -> list[int]:
    """What stands alone first, then the rest in the order of the text, then what hangs on others."""
    return sorted(range(len(page.found)), key=lambda number: (_stage(page.found[number][0]), number))


def _stage(mention: Mention) -> int:
    core = _core(mention.reference)
    if isinstance(core, CalendarDay | FromToday | InMonth | InYear | About | Coming | WeekOf):
        return 0
    if isinstance(core, Window) and not core.chained:
        return 0
    if isinstance(core, OnWeekday) and core.week is not None:
        return 0
    if mention.cue.link is not None:
        return 2
    chained = isinstance(core, Chained | ChainedWeekday | NthDay | Window)
    return 1 if chained or mention.cue.side is not None else 3


def _core(reference: Reference) -> Reference:
    """The first day of a reference, which decides where it stands."""
    match reference:
        case At(day, _) | Deadline(_, day):
            return _core(day)
        case Span(first, _):
            return first
        case DaySet(days) | Either(days):
            return days[0]
        case Length(_, start) if start is not None:
            return start
        case Counted(_, base):
            return _core(base)
        case _:
            return reference


# --- one reference ----------------------------------------------------------------------------------------------------


def _read(page: _Page, number: int) -> Reading | None:
    mention = page.found[number][0]
    base = _base(page, number)
    anchor = rules.Anchor(page.today, (base.start, base.end) if base else None)
    try:
        candidates = rules.candidates(mention.reference, anchor, page.conventions)
    except ReadingError:
        return None
    clues = list(_clues(page, number, candidates))
    reading = decide(narrow(candidates, clues), prefer_first=_ranked(mention.reference))
    if base is None:
        return reading
    return _inherit(_loosely(page, number, reading), base)


def _loosely(page: _Page, number: int, reading: Reading) -> Reading:
    """A part of the day alone ("in the afternoon") belongs to the day spoken of, but only weakly to one of another sentence."""
    mention = page.found[number][0]
    part = isinstance(mention.reference, At) and isinstance(mention.reference.time, InPart)
    near = any(m.sentence == mention.sentence and not m.cue.report for m, _ in page.found[:number])
    if part and not near and _core(mention.reference) == Chained(0):
        return evolve(reading, certainty=Certainty.PREFERRED)
    return reading


def _inherit(reading: Reading, base: Reading) -> Reading:
    """A chained date is no surer than the date it counts from."""
    if base.certainty is Certainty.CERTAIN or reading.certainty is not Certainty.CERTAIN:
        return reading
    shift = reading.start - base.start
    length = reading.end - reading.start
    others = tuple(
        evolve(other, start=other.start + shift, end=other.start + shift + length, why=f"counted from it: {other.why}")
        for other in base.alternatives
    )
    return evolve(reading, certainty=base.certainty, alternatives=others)


def _ranked(reference: Reference) -> bool:
    """Whether a convention ranks the candidates, so that the first is preferred where several stand."""
    match _core(reference):
        case OnWeekday(_, Which.LAST | Which.THIS) | CalendarDay(weekday=None) | DayOfMonth() | InMonth():
            return True
        case Window(Unit.WEEKEND, shift):
            return shift == 0
        case Window():
            return True
        case _:
            return False


# --- what chained words count from ------------------------------------------------------------------------------------


def _base(page: _Page, number: int) -> Reading | None:
    mention = page.found[number][0]
    core = _core(mention.reference)
    if isinstance(core, NthDay):
        return _visit(page, number)
    if not (isinstance(core, Chained | ChainedWeekday) or (isinstance(core, Window) and core.chained)):
        return None
    back = mention.cue.side is Side.BACK
    if _of_the_event(page, number) and (event := _event(page, number)):
        return event
    for same_sentence, reports in ((True, back), (True, False), (False, False), (False, True)):
        for other in range(number - 1, -1, -1):
            found, reading = page.found[other][0], page.readings[other]
            if reading is None or (same_sentence and found.sentence != mention.sentence):
                continue
            if back and reading.start > page.today:
                continue
            earlier = _core(found.reference)
            if isinstance(earlier, Chained) and earlier.days < 0:  # "the previous day" is an aside
                continue
            if not same_sentence and found.cue.words.startswith("had "):  # told before its time: background
                continue
            if (reports or not found.cue.report) and reading.end - reading.start <= dt.timedelta(31):
                return reading
    if isinstance(core, Chained) and core.days == 0:
        today = page.today
        return Reading(
            start=today, end=today, kind=Kind.DAY, certainty=Certainty.PREFERRED, rule="publication-day", why=""
        )
    return None


def _of_the_event(page: _Page, number: int) -> bool:
    """Whether the words count from an event ("the day of the meeting"), not from a day."""
    w, end = page.tokens.words, page.found[number][1].end
    return w[end - 1] == "of" or (w[end - 1] in ("after", "before") and w[end] in ("the", "his", "her", "their"))


def _event(page: _Page, number: int) -> Reading | None:
    """The date of what the text is about: its first date ahead that is no report's; never surer than preferred."""
    for (found, _), reading in zip(page.found[:number], page.readings[:number], strict=True):
        if reading is not None and not found.cue.report and reading.kind in (Kind.DAY, Kind.SPAN, Kind.MOMENT):
            if found.cue.side is not Side.BACK and reading.end >= page.today:
                certain = reading.certainty is Certainty.CERTAIN
                return evolve(reading, certainty=Certainty.PREFERRED) if certain else reading
    return None


def _visit(page: _Page, number: int) -> Reading | None:
    """The visit whose days are counted: the last span of days, or the last day up to an "until"."""
    until = None
    for other in range(number - 1, -1, -1):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report:
            continue
        if reading.kind is Kind.SPAN:
            return reading
        if until is not None and reading.kind is Kind.DAY and reading.start < until.end:
            return evolve(reading, end=until.end)
        if isinstance(found.reference, Deadline):
            until = reading
    return None


def _before(page: _Page, number: int) -> Iterator[Reading]:
    return (r for r in reversed(page.readings[:number]) if r is not None)


# --- evidence ---------------------------------------------------------------------------------------------------------


def _clues(page: _Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """What the text says about one reference, the strongest first."""
    if len(candidates) == 1 or rules.contradicted(candidates):
        return
    mention = page.found[number][0]
    core = _core(mention.reference)
    yield from _side(page, mention)
    if mention.cue.link is not None:
        yield from _linked(page, number)
    if moment := _same_moment(page, number):
        yield moment
        return
    bound = list(_binding(page, number, candidates)) if not mention.cue.report else []
    yield from bound
    reach = _REACH.get(type(core))
    weekday = isinstance(core, OnWeekday) and core.which is Which.BARE
    if reach is not None and not bound and (weekday or isinstance(core, DayOfMonth)):
        within = "six days" if weekday else "a month"
        yield Starts(page.today - reach, page.today + reach, f"news names a day within {within} of publication")
    yield from _coherent(page, number, candidates)
    if mention.cue.side is None and page.conventions.ahead is not None:
        ahead = page.conventions.ahead
        first, last = (page.today, None) if ahead else (None, page.today)
        yield Starts(first, last, f"without a cue, the convention looks {'ahead' if ahead else 'back'}", hard=False)


def _side(page: _Page, mention: Mention) -> Iterator[Clue]:
    cue = mention.cue
    if cue.side is None:
        return
    ahead = cue.side is Side.AHEAD
    looks = "ahead" if ahead else "back"
    why = f"'{cue.words}' looks {looks}"
    if isinstance(mention.reference, Length) or ahead:
        bounds = (page.today, None) if ahead else (None, page.today)
        yield Starts(*bounds, why, hard=cue.firm)
    else:
        yield Inside(None, page.today, why, hard=cue.firm)


def _linked(page: _Page, number: int) -> Iterator[Clue]:
    """Set "after Monday's talks" before, and "ahead of Friday's vote" behind, what its sentence dates."""
    mention = page.found[number][0]
    main = _main_date(page, number)
    if main is None:
        return
    dates = say_dates(main.start, main.end)
    if mention.cue.link is Link.AFTER:
        yield Inside(None, main.end, f"it comes before what happens on {dates}")
        yield Starts(main.end - dt.timedelta(6), None, f"the nearest before {dates}", hard=False)
    else:
        yield Starts(main.start, None, f"it comes after what happens on {dates}")
        yield Starts(None, main.start + dt.timedelta(6), f"the nearest after {dates}", hard=False)


def _main_date(page: _Page, number: int) -> Reading | None:
    """The date of what the sentence tells, beside a linked reference."""
    mention = page.found[number][0]
    for other, ((found, _), reading) in enumerate(zip(page.found, page.readings, strict=True)):
        if other != number and reading is not None and found.sentence == mention.sentence and found.cue.link is None:
            if reading.kind in (Kind.DAY, Kind.MOMENT, Kind.SPAN):
                return reading
    return None


def _binding(page: _Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """Find the window, the visit or the legs that bind a day."""
    if frame := _frame(page, number, candidates):
        yield frame
    if legs := _legs(page, number, candidates, framed=frame is not None):
        yield legs


def _frame(page: _Page, number: int, candidates: tuple[Candidate, ...]) -> Clue | None:
    """The nearest window or span of days, on the same side, that can hold the day."""
    mention = page.found[number][0]
    side = mention.cue.side
    for other in _nearest_first(number, len(page.found)):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or reading.kind not in (Kind.WINDOW, Kind.SPAN):
            continue
        length = (reading.end - reading.start).days
        distance = mention.sentence - found.sentence
        if not 0 <= distance <= 3 or (other > number and distance) or length > 31 or length < 1:
            continue
        if side is not None and found.cue.side is not None and found.cue.side is not side:
            continue
        if side is Side.AHEAD and reading.end < page.today or side is Side.BACK and reading.start > page.today:
            continue
        if reading.kind is Kind.WINDOW and _stretches(found.reference):
            continue
        inside = [c for c in candidates if c.start >= reading.start and c.end <= reading.end]
        if not inside:
            continue
        words_ = " ".join(found.text.split())
        near = any(abs(c.start - page.today) <= dt.timedelta(6) for c in inside)
        hard = near or (distance == 0 and reading.kind is Kind.WINDOW)
        return Inside(
            reading.start, reading.end, f"within '{words_}', {say_dates(reading.start, reading.end)}", hard=hard
        )
    return None


def _stretches(reference: Reference) -> bool:
    return isinstance(reference, About | Coming | InYear)


def _nearest_first(number: int, count: int) -> Iterator[int]:
    yield from range(number - 1, -1, -1)
    yield from range(number + 1, count)


_ONWARD = frozenset(
    "then returns return leaves leave goes ends end concludes conclude continues flies travels heads moves "
    "arrives departs finally before wraps".split()
)


def _legs(page: _Page, number: int, candidates: tuple[Candidate, ...], *, framed: bool) -> Clue | None:
    """The days of an itinerary follow each other."""
    mention, place = page.found[number]
    if mention.cue.side is Side.BACK or mention.cue.link is not None:
        return None
    run = list(_run(page, number))
    if not run:
        return None
    last = run[0]
    coming = [c for c in candidates if c.start >= page.today]
    if not coming or min(c.end for c in coming) >= last.start:
        return None
    if not any(last.start <= c.end and c.start <= last.start + dt.timedelta(14) for c in coming):
        return None
    same_sentence = page.found[_previous(page, number)][0].sentence == mention.sentence
    onward = any(word in _ONWARD for word in page.tokens.words[max(place.left, place.begin - 6) : place.end + 5])
    if not framed and not (onward and (same_sentence or len(run) > 1)) and len(run) < 3:
        return None
    return Reaches(
        last.start,
        f"it follows {say_dates(last.start, last.end)} in the order of the legs",
        hard=framed or _is_next(mention),
    )


def _is_next(mention: Mention) -> bool:
    core = _core(mention.reference)
    return isinstance(core, OnWeekday) and core.which is Which.NEXT


def _previous(page: _Page, number: int) -> int:
    return next((k for k in range(number - 1, -1, -1) if not page.found[k][0].cue.report), number)


def _run(page: _Page, number: int) -> Iterator[Reading]:
    """The legs before a reference, nearest first: dated days ahead, each no earlier than the one before it."""
    sentence, limit = page.found[number][0].sentence, dt.date.max
    for other in range(number - 1, -1, -1):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or reading.kind is Kind.WINDOW:
            continue
        if (
            found.cue.side is Side.BACK
            or sentence - found.sentence > 2
            or reading.start > limit
            or reading.end < page.today
        ):
            return
        yield reading
        sentence, limit = found.sentence, reading.start


def _same_moment(page: _Page, number: int) -> Clue | None:
    """Tie "which is Monday evening in Washington" to the moment that it tells again."""
    mention, place = page.found[number]
    if number == 0 or not isinstance(mention.reference, At):
        return None
    (other, before), reading = page.found[number - 1], page.readings[number - 1]
    if reading is None or not isinstance(other.reference, At):
        return None
    between = page.tokens.words[before.end : place.begin]
    if len(between) > 4 or not set(between) <= _AGAIN or not set(between) & {"which", "(", "or"}:
        return None
    return Inside(
        reading.start - _DAY, reading.end + _DAY, f"the same moment as {say_dates(reading.start, reading.end)}"
    )


_AGAIN = frozenset({",", "which", "is", "or", "(", "that", "will", "be", "was", "would"})


def _coherent(page: _Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """Another reference of the text that names one of the candidates speaks for it."""
    mention = page.found[number][0]
    if mention.cue.side is not None and not _is_next(mention):
        return
    days = {c.start for c in candidates}
    named = Weekday(candidates[0].start.weekday())
    for other, (found, _) in enumerate(page.found):
        reading = page.readings[other]
        if other == number or reading is None or found.cue.report or reading.certainty is Certainty.AMBIGUOUS:
            continue
        if reading.start in days and reading.start == reading.end and reading.start.weekday() == named:
            text = " ".join(found.text.split())
            yield Inside(reading.start, reading.start, f"'{text}' names {say_day(reading.start)}", hard=False)
            return


# --- times and zones --------------------------------------------------------------------------------------------------


def _zoned(page: _Page, number: int, reading: Reading) -> Reading:
    """Add the time that is said, and the zone: said, or of the venue; a report's is the dateline's."""
    mention = page.found[number][0]
    time = mention.reference.time if isinstance(mention.reference, At) else None
    said = time.start.zone if isinstance(time, ClockSpan) else time.zone if time is not None else None
    zone = said if said and said != "local" else _venue(page, number)
    match time:
        case Clock():
            return evolve(reading, zone=zone, time=time.time)
        case ClockSpan(start, end):
            return evolve(reading, zone=zone, time=start.time, until=end.time)
        case InPart(part):
            return evolve(reading, zone=zone, part=part)
        case InZone() | None:
            return evolve(reading, zone=zone) if zone else reading


def _venue(page: _Page, number: int) -> str | None:
    mention, place = page.found[number]
    if mention.cue.report:
        return page.zone
    right = page.found[number + 1][1].begin if number + 1 < len(page.found) else place.right
    near = _place_in(page, place.begin, min(right, place.right), words.CLAUSE_ENDS)
    if near:
        return near
    for other in range(number, -1, -1):
        _, here = page.found[other]
        floor = max(here.left, page.found[other - 1][1].end if other else 0)
        if found := _last_place(page, floor, here.begin):
            return found
        if other < number and (
            found := _place_in(page, here.begin, min(here.right, page.found[other + 1][1].begin), ())
        ):
            return found
        if other < number and page.found[other][0].cue.report:
            continue
    return None


def _place_in(page: _Page, begin: int, end: int, stops: frozenset[str] | tuple[()]) -> str | None:
    for i in range(begin, end):
        if page.tokens.words[i] in stops:
            return None
        if page.tokens.capital(i) and (found := places.match(page.tokens.words, i)):
            return found[0]
    return None


def _last_place(page: _Page, begin: int, end: int) -> str | None:
    last = None
    i = begin
    while i < end:
        found = places.match(page.tokens.words, i) if page.tokens.capital(i) else None
        last, i = (found[0], i + found[1]) if found else (last, i + 1)
    return last

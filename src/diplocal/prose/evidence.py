"""What a text says about one of its references: the side of its verb, what binds it, other dates that speak for it."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from diplocal import rules
from diplocal.constraints import Clue, Inside, Reaches, Starts, nearness
from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.prose.alone import side_clue
from diplocal.prose.itinerary import AFTER_LEG, binding, is_leg, is_next, pointed_at
from diplocal.prose.page import Page, told_again
from diplocal.reading import Candidate, Certainty, Kind, Reading, say_dates, say_day
from diplocal.when import (
    At,
    CalendarDay,
    Cue,
    DaySet,
    FromToday,
    InMonth,
    InZone,
    Length,
    Link,
    Mention,
    OnWeekday,
    Side,
    Span,
    Unit,
    Weekday,
    Which,
    Window,
)

_DAY = dt.timedelta(days=1)


# --- evidence ---------------------------------------------------------------------------------------------------------


def clues(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """What the text says about one reference, the strongest first."""
    if rules.contradicted(candidates):
        return
    mention = page.found[number][0]
    yield from _side(page, number, candidates)
    if mention.cue.link is not None:
        yield from _linked(page, number)
    if moment := _same_moment(page, number):
        yield moment
        return
    if (stay := pointed_at(page, number)) is not None:
        yield Inside(stay.start, stay.end, f"one of {say_dates(stay.start, stay.end)}")
    elif that := _that_weekday(page, number):
        yield that
    bound = list(binding(page, number, candidates)) if not mention.cue.report else []
    yield from bound
    if not bound and (within := nearness(mention.reference, page.today)):
        yield evolve(within, hard=False) if any(c.rule == AFTER_LEG for c in candidates) else within
    yield from _coherent(page, number, candidates)
    if mention.cue.side is None and page.conventions.ahead is not None:
        yield side_clue(page.today, page.conventions.ahead)


def _side(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    mention = page.found[number][0]
    cue = mention.cue
    core = page.cores[number]
    if cue.side is None or (not cue.firm and isinstance(core, InMonth)):
        return  # "was due in February": of a month the nearest counts, whatever a weak sign says
    if isinstance(core, CalendarDay) and not cue.firm and (_is_given_up(cue) or "first" in cue.words.split()):
        return  # "was first planned for 26 March"
    ahead = cue.side is Side.AHEAD
    looks = "ahead" if ahead else "back"
    why = f"'{cue.words}' looks {looks}"
    if nearer := _nearer(page, number, why):
        yield nearer
    elif _goes_on_today(page, number, candidates):
        yield Reaches(page.today, why, hard=cue.firm)
        yield Starts(None, page.today, f"'{cue.words}' tells what goes on", hard=False)
    elif isinstance(mention.reference, Length) or ahead:
        first, last = (page.today, None) if ahead else (None, page.today)
        yield Starts(first, last, why, hard=cue.firm and not _is_this_weekend(page, number))
    elif cue.words.split()[0] in ("has", "have") and isinstance(mention.reference, Span):
        yield Starts(None, page.today, why, hard=cue.firm)  # "has closed the road from Monday to Friday"
    else:
        yield Inside(None, page.today, why, hard=cue.firm)


def _goes_on_today(page: Page, number: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether a stay is told of that may have begun ("is in Oslo from Wednesday to Saturday", said on Thursday)."""
    said = page.found[number][0].cue.words.lower().split()
    goes_on = said[0] in ("is", "are") and (len(said) == 1 or said[-1].endswith("ing"))
    if not goes_on or not isinstance(page.found[number][0].reference, Span):
        return False
    readings = [page.readings[other] for other in page.before(number)]
    ahead = any(reading is not None and reading.start > page.today for reading in readings)  # "leaves on Saturday"
    return not ahead and any(c.start < page.today <= c.end for c in candidates)


def _is_this_weekend(page: Page, number: int) -> bool:
    """Whether "the weekend" is said on its Sunday: what lies ahead may be the rest of it, or the coming one."""
    core = page.cores[number]
    return isinstance(core, Window) and core.unit is Unit.WEEKEND and page.today.weekday() == Weekday.SUNDAY


def _nearer(page: Page, number: int, why: str) -> Clue | None:
    """Set the nearer weekday before a weak sign that looks to the farther one.

    "Was flying to Vienna for talks on Sunday", said on a Saturday; "will raise Tuesday's ruling", said on a Wednesday.
    """
    (mention, _), core = page.found[number], page.cores[number]
    cue, of_an_event = mention.cue, not is_leg(page, number)
    if cue.link is not None or (cue.firm and not of_an_event):
        return None
    if not isinstance(core, OnWeekday) or core.which is not Which.BARE or core.week is not None:
        return None
    ahead = (core.weekday - page.today.weekday()) % 7
    several = isinstance(mention.reference, Span | DaySet | Length)
    if cue.side is Side.BACK:  # a report takes no days: "reports on his talks at the forum on Wednesday and Thursday"
        weak = not cue.firm and (several or not cue.report) and cue.words.split()[0].lower() not in _SURE_BACK
        nearer = weak and 1 <= ahead <= 3
        return Starts(page.today, None, f"the nearer one, though {why}", hard=False) if nearer else None
    last = ahead + len(mention.reference.days) - 1 if isinstance(mention.reference, DaySet) else ahead
    if not cue.firm and _planned_once(cue, last):
        return Starts(None, page.today, f"the nearer one, though {why}", hard=False)
    if ahead >= 4 and of_an_event and _deals_with(page, number):
        return Starts(None, page.today, f"the nearer one: the event's day, not that of '{cue.words}'", hard=False)
    return None


def _planned_once(cue: Cue, ahead: int) -> bool:
    """Whether a plan that was told of yesterday, or of what should have ended and went on ("had been due to end")."""
    if ahead >= 4 and _is_given_up(cue):
        return True
    said = set(cue.words.lower().split())
    return not _PAST_PLAN.isdisjoint(said) and (ahead == 6 or (ahead > 0 and not _ENDS.isdisjoint(said)))


def _is_given_up(cue: Cue) -> bool:
    """Whether a plan was dropped ("initially planned for Monday", "had planned to fly home on Sunday")."""
    said = cue.words.lower().split()
    return "been" not in said and not _GIVEN_UP.isdisjoint(said)


def _deals_with(page: Page, number: int) -> bool:
    """Whether a verb before an event's day has the event for its object ("publish the count of Sunday's vote")."""
    place, w = page.found[number][1], page.tokens.words
    before = w[place.begin - 1]
    subject = place.begin == place.left or before in verbs.CLAUSE_SIGNS or before in verbs.CONJUNCTIONS
    return not (subject or before in _GOALS or w[place.begin] in _GOALS)


_SURE_BACK = frozenset({"having", "since"})
_GIVEN_UP = frozenset({"initially", "originally", "had"})
_PAST_PLAN = frozenset({"was", "were", "had", "d"})
_ENDS = words.ENDING_A_LENGTH | {"close", "finish"}
_GOALS = frozenset({"for", "to", "at"})


def _linked(page: Page, number: int) -> Iterator[Clue]:
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


def _main_date(page: Page, number: int) -> Reading | None:
    """The date of what the sentence tells, beside a linked reference."""
    mention = page.found[number][0]
    for other in page.around(number):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.sentence != mention.sentence or found.cue.link is not None:
            continue
        if mention.cue.side is Side.AHEAD and found.cue.side is Side.BACK:
            continue
        if other < number and not {"and", "but"}.isdisjoint(page.between(other, number)):
            continue  # "arrives on Tuesday and departs after the luncheon on Wednesday"
        if reading.kind in (Kind.DAY, Kind.MOMENT, Kind.SPAN):
            return reading
    return None


def _same_moment(page: Page, number: int) -> Clue | None:
    """Tie a moment that is told again to the first telling: "Tuesday, which is Monday evening in Washington"."""
    mention = page.found[number][0]
    before = page.found[number - 1] if number else None
    reading = page.readings[number - 1] if number else None
    if before is None or reading is None:
        return None
    between = page.between(number - 1, number)
    behind = page.tokens.words[page.found[number][1].end]
    beside = (between == ["("] and behind == ")") or (
        between == [","] and isinstance(page.cores[number - 1], FromToday)
    )
    if beside and reading.start == reading.end:
        return Inside(reading.start, reading.end, f"said once more of {say_day(reading.start)}")  # "tomorrow (Friday)"
    again = told_again(page, number) and len(between) <= 8 and between[-2:-1] == ["which"]
    if not again and (len(between) > 4 or not set(between) <= _AGAIN):
        return None
    if not again and not told_again(page, number) and not _two_clocks(before[0], mention, between):
        return None
    return Inside(
        reading.start - _DAY, reading.end + _DAY, f"the same moment as {say_dates(reading.start, reading.end)}"
    )


def _that_weekday(page: Page, number: int) -> Clue | None:
    """Tie "that Wednesday" to the one that is spoken of."""
    core = page.cores[number]
    if page.tokens.words[page.found[number][1].begin - 1] != "that" or not isinstance(core, OnWeekday):
        return None
    for other in page.before(number):
        reading = page.readings[other]
        if reading is not None and reading.start == reading.end and reading.start.weekday() == core.weekday:
            return Inside(reading.start, reading.start, f"the one spoken of, {say_day(reading.start)}")
    return None


def _two_clocks(first: Mention, second: Mention, between: list[str]) -> bool:
    """Whether two times stand side by side as one moment ("4 a.m. on Wednesday, 9 p.m. Tuesday in Washington")."""
    if not (isinstance(first.reference, At) and isinstance(second.reference, At)):
        return False
    timed = not isinstance(first.reference.time, InZone) and not isinstance(second.reference.time, InZone)
    return timed if between == [","] else not {"(", "or"}.isdisjoint(between)


_AGAIN = frozenset({"already", "the", ",", "which", "is", "or", "(", "that", "will", "be", "was", "would"})


def _coherent(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """Another reference of the text that names one of the candidates speaks for it."""
    mention = page.found[number][0]
    if mention.cue.side is not None and not is_next(page.cores[number]):
        return
    days = {c.start for c in candidates}
    named = Weekday(candidates[0].start.weekday())
    for other in sorted(page.around(number)):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or reading.certainty is Certainty.AMBIGUOUS:
            continue
        begins = reading.start == reading.end or reading.kind is Kind.SPAN
        if begins and reading.start in days and reading.start.weekday() == named:
            text = " ".join(found.text.split())
            if is_next(page.cores[number]) and isinstance(page.cores[other], FromToday):
                yield Starts(reading.end + _DAY, None, f"{say_day(reading.start)} is called '{text}'", hard=False)
                return
            yield Inside(reading.start, reading.start, f"'{text}' names {say_day(reading.start)}", hard=False)
            return

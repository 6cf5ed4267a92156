"""What binds a day to other days of a text: the window or visit that it lies in, and the order of a journey's legs."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve

from diplocal import rules
from diplocal.constraints import Clue, Inside, Reaches, Starts
from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.prose.page import Page, superseded, told_again
from diplocal.reading import Candidate, Certainty, Kind, Reading, say_dates
from diplocal.when import (
    About,
    Bound,
    Coming,
    DayOfMonth,
    Deadline,
    InYear,
    Mention,
    OnWeekday,
    Reference,
    Side,
    Span,
    Unit,
    Which,
    Window,
)

_SIX_DAYS = dt.timedelta(6)
_FORTNIGHT = dt.timedelta(14)


def binding(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """Find the window, the visit or the legs that bind a day; nothing where it stands alone."""
    frame = _frame(page, number, candidates) if not _out_of_order(page, number) else None
    if frame is not None:
        yield frame
    yield from _legs(page, number, candidates, framed=frame is not None)


def after_legs(page: Page, number: int, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The day that a bare weekday means, or "the week", behind a leg farther ahead than its own candidates reach."""
    mention, core = page.found[number][0], page.cores[number]
    bare = isinstance(core, OnWeekday) and core.which is Which.BARE and core.week is None
    if (stay := pointed_at(page, number)) is not None:
        inside = rules.candidates(mention.reference, rules.Anchor(stay.start), page.conventions)[0]
        why = f"the one in {say_dates(stay.start, stay.end)}"
        known = any(c.start == inside.start for c in candidates)
        return () if known else (evolve(inside, rule="weekday-of-week", why=why),)
    if not (bare or is_the_week(page, number)) or not is_leg(page, number):
        return ()
    if mention.cue.side is not Side.AHEAD or mention.cue.link is not None:
        return ()
    before, last = next(_run(page, number), (None, None))
    if before is None or last is None or last.certainty is Certainty.AMBIGUOUS:
        return ()
    if last.start <= max(c.start for c in candidates) or (not bare and last.start - page.today >= _FORTNIGHT):
        return ()
    if not _goes_on(page, number, before) and not (last.kind is Kind.SPAN and last.certainty is Certainty.CERTAIN):
        return ()
    found = rules.candidates(mention.reference, rules.Anchor(last.start), page.conventions)
    return tuple(
        evolve(
            c, rule=AFTER_LEG if bare else c.rule, why=f"the first such day from {say_dates(last.start, last.end)} on"
        )
        for c in found[:1]
        if c.end >= last.start
    )


AFTER_LEG = "weekday-after-leg"


def pointed_at(page: Page, number: int) -> Reading | None:
    """The week or the stay that "the Monday" is one day of."""
    core, place = page.cores[number], page.found[number][1]
    if page.tokens.words[place.begin - 1] != "the" or not isinstance(core, OnWeekday):
        return None
    for other in page.before(number):
        reading = page.readings[other]
        if reading is None or reading.kind not in (Kind.WINDOW, Kind.SPAN) or page.found[other][0].cue.report:
            continue
        day = rules.on_or_after(reading.start, core.weekday)
        if reading.certainty is Certainty.CERTAIN and day <= reading.end < day + _FORTNIGHT:
            return reading
    return None


def _goes_on(page: Page, number: int, before: Mention) -> bool:
    """Whether a sentence goes on with the journey that an earlier one tells, rather than with something else."""
    (mention, place), w = page.found[number], page.tokens.words
    return mention.sentence == before.sentence or w[place.left] in _GOING_ON


_GOING_ON = frozenset(
    {"he", "she", "they", "it", "there", "then", "from", "on", "in", "at", "after", "his", "her", "their"}
)


def is_the_week(page: Page, number: int) -> bool:
    """Whether a reference is "(later in) the week" or "the weekend", which may follow a leg; "this weekend" may not."""
    core, place = page.cores[number], page.found[number][1]
    week = isinstance(core, Window) and core.unit in _WEEKS and core.shift == 0 and not core.chained
    return week and "the" in page.tokens.words[place.begin : place.end]


_WEEKS = (Unit.WEEK, Unit.WEEKEND)


def is_next(core: Reference) -> bool:
    """Whether a reference begins with a "next Thursday"."""
    return isinstance(core, OnWeekday) and core.which is Which.NEXT


# --- the window or visit that it lies in ------------------------------------------------------------------------------


def _frame(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Clue | None:
    """The nearest window or span of days that can hold the day; hard where it stands beside it or near today."""
    mention = page.found[number][0]
    if _sets_out(mention):
        return None
    for other in page.around(number):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or not (_may_frame(page, mention, found, reading) and _told_of(page, number, other)):
            continue
        inside = [c for c in candidates if c.start >= reading.start and c.end <= reading.end]
        near = any(abs(c.start - page.today) <= _SIX_DAYS for c in inside)
        far = reading.kind is Kind.WINDOW or any(c.rule == AFTER_LEG for c in inside)
        far = far and not isinstance(page.cores[number], DayOfMonth)  # "in November ... on the 9th"
        if inside and (near or not far or _goes_on(page, number, found)):
            beside = found.sentence == mention.sentence and reading.kind is Kind.WINDOW
            why = f"within '{' '.join(found.text.split())}', {say_dates(reading.start, reading.end)}"
            return Inside(reading.start, reading.end, why, hard=near or beside)
    return None


def _told_of(page: Page, number: int, other: int) -> bool:
    """Whether the window or span that another reference gives is what a day is told of, by where both stand."""
    (mention, _), (found, _), reading = page.found[number], page.found[other], page.readings[other]
    here = found.sentence == mention.sentence
    if reading is None or _left_behind(page, number, reading):
        return False
    if isinstance(page.cores[number], OnWeekday) and reading.end - reading.start >= _FORTNIGHT:
        return False  # a month has several of each weekday
    if is_next(page.cores[number]) and not _goes_on(page, number, found):
        return False
    if other > number and (not here or _told_beside(page, number, other)):
        return False
    if other == number - 1 and superseded(found) and not superseded(mention) and _new_subject(page, number):
        return False  # "had met last week, and the envoy arrived on Thursday"
    return here or not isinstance(mention.reference, Deadline)


def _told_beside(page: Page, number: int, other: int) -> bool:
    """Whether a window behind a day is told beside it, not of it ("in Oslo on Thursday and in Berlin next week")."""
    return not {"and", "but", "or", ",", ";", ":"}.isdisjoint(page.between(number, other))


def _left_behind(page: Page, number: int, frame: Reading) -> bool:
    """Whether the text has gone on to days after a window or a span."""
    before = page.readings[number - 1] if number else None
    return before is not None and not page.found[number - 1][0].cue.report and before.start > frame.end


def _may_frame(page: Page, mention: Mention, found: Mention, reading: Reading) -> bool:
    """Whether a window or a span, up to three sentences before, can be what a day belongs to."""
    if found.cue.report or reading.kind not in (Kind.WINDOW, Kind.SPAN) or _stretches(found.reference):
        return False
    if reading.certainty is not Certainty.CERTAIN:
        return False
    if not 1 <= (reading.end - reading.start).days <= 31 or not 0 <= mention.sentence - found.sentence <= 3:
        return False
    side = mention.cue.side
    if side is Side.AHEAD and reading.end <= page.today:
        return False
    if side is Side.BACK and mention.sentence != found.sentence and reading.start > page.today:
        return False
    if side is None or not mention.cue.firm:
        return True
    beyond = reading.end < page.today if side is Side.AHEAD else reading.start > page.today
    return not beyond and found.cue.side in (None, side)


def _stretches(reference: Reference) -> bool:
    """Whether a reference bounds or estimates rather than frames what is told."""
    return isinstance(reference, About | Coming | InYear | Deadline)


def _sets_out(mention: Mention) -> bool:
    """Whether a day is that of setting out, which may lie before the week or the visit that is told."""
    return not _DEPARTURES.isdisjoint(mention.cue.words.split())


_DEPARTURES = frozenset({"leave", "leaves", "left", "depart", "departs", "sets", "fly", "flies"})


# --- legs -------------------------------------------------------------------------------------------------------------

# Words that tell an aside or a change, out of the order of the journey.
_OUT_OF_ORDER = frozenset(
    {"but", "still", "instead", "rather", "earlier", "first", "before", "meanwhile", "while", "preceded"}
)


def _legs(page: Page, number: int, candidates: tuple[Candidate, ...], *, framed: bool) -> Iterator[Clue]:
    """The days of an itinerary follow each other, unless the text tells them out of order.

    A day nearer than the leg before it leaves a choice. The order wins within a sentence, or where the day named would
    be today's; a new sentence may begin anew ("He leaves on Thursday").
    """
    mention, core = page.found[number][0], page.cores[number]
    ahead = mention.cue.side is Side.AHEAD and mention.cue.link is None
    later_today = isinstance(core, OnWeekday) and page.tokens.words[page.found[number][1].begin] == "later"
    ahead = ahead and not later_today  # "later on Monday", said on a Monday
    run = list(_run(page, number)) if ahead and is_leg(page, number) and not _out_of_order(page, number) else []
    coming = [c for c in candidates if c.start >= page.today]
    if not run or not coming or min(c.end for c in coming) >= run[0][1].start:
        return
    last = run[0][1]
    same_sentence = run[0][0].sentence == mention.sentence and not _out_of_order(page, number)
    if isinstance(mention.reference, Deadline):
        # A limit need not follow what is told before it; but nobody says "until Monday" on a Monday.
        today_again = coming[0].start == page.today
        far = mention.reference.bound is Bound.UNTIL and last.start - page.today > _SIX_DAYS
        if not same_sentence or not (today_again or far):
            return
    reachable = any(last.start <= c.end and c.start <= last.start + _FORTNIGHT for c in coming)
    several_legs = page.today < run[-1][1].start < last.start
    same_journey = several_legs or _goes_on(page, number, run[0][0])
    said_today = min(c.start for c in coming) == page.today and same_journey
    goes_on = isinstance(core, DayOfMonth) and _goes_on(page, number, run[0][0])
    if reachable and (framed or said_today or same_sentence or goes_on or is_next(core)):
        sure = is_next(core) or (same_sentence and (framed or said_today or _legs_in_sentence(mention, run) > 1))
        sure = sure and last.certainty is Certainty.CERTAIN
        if is_next(core):
            sure = sure and _goes_on(page, number, run[0][0]) and not _new_subject(page, number)
            if not sure:
                return  # it may be told of another journey
        order = f"it follows {say_dates(last.start, last.end)} in the order of the legs"
        yield Reaches(last.start, order, hard=sure and not isinstance(mention.reference, Span))
    else:
        yield Starts(page.today - _SIX_DAYS, page.today + _FORTNIGHT - dt.timedelta(1), "news names a day nearby")
        yield Starts(None, last.start, f"the nearest; it need not follow {say_dates(last.start, last.end)}", hard=False)


def _new_subject(page: Page, number: int) -> bool:
    """Whether somebody else is told of between a day and the one before it ("..., and the envoy comes next Friday")."""
    here, before = page.found[number][1], page.found[number - 1][1]
    w = page.tokens.words
    joints = [k + 1 for k in range(before.end, here.begin) if w[k] == "and"]
    return any(w[k] in words.OWNERS or page.tokens.capital(k) for k in joints)


def _out_of_order(page: Page, number: int) -> bool:
    """Whether words before a day tell an aside or a change rather than the next leg."""
    place, before = page.found[number][1], page.found[number - 1][1] if number else None
    begin = max(place.left, before.end) if before is not None else place.left
    w = page.tokens.words
    # "is at the forum on Saturday, which opens on Friday"
    told_of = any(w[k] == "which" and w[k + 1] in verbs.BEGINS for k in range(begin, place.begin))
    return told_of or not _OUT_OF_ORDER.isdisjoint(w[begin : place.begin])


def is_leg(page: Page, number: int) -> bool:
    """Whether a day can be a leg, which one that belongs to an event is not ("Friday's vote")."""
    last = page.found[number][1].end - 1
    return not (page.tokens.words[last] == "s" and page.tokens.glued(last))


def _run(page: Page, number: int) -> Iterator[tuple[Mention, Reading]]:
    """The legs before a reference, nearest first: dated days ahead, each no earlier than the one before it."""
    sentence, limit = page.found[number][0].sentence, dt.date.max
    for other in page.before(number):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or reading.kind is Kind.WINDOW or found.cue.side is Side.BACK:
            continue
        if told_again(page, other) or reading.end < page.today or isinstance(found.reference, Deadline):
            continue
        if superseded(found) or not is_leg(page, other):
            continue
        if sentence - found.sentence > 2 or reading.start > limit:
            return
        yield found, reading
        sentence, limit = found.sentence, reading.start


def _legs_in_sentence(mention: Mention, run: list[tuple[Mention, Reading]]) -> int:
    return sum(found.sentence == mention.sentence for found, _ in run)

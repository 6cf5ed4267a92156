"""What a text says about one of its references: the side of its verb, the window, visit or legs that bind it, other dates."""

import datetime as dt
from collections.abc import Iterator

from diplocal import rules
from diplocal.constraints import Clue, Inside, Reaches, Starts, core_of
from diplocal.prose.alone import side_clue
from diplocal.prose.page import Page
from diplocal.reading import Candidate, Certainty, Kind, Reading, say_dates, say_day
from diplocal.when import (
    About,
    At,
    Coming,
    Counted,
    DayOfMonth,
    Deadline,
    InYear,
    Length,
    Link,
    Mention,
    OnWeekday,
    Reference,
    Side,
    Weekday,
    Which,
)

_DAY = dt.timedelta(days=1)


# --- evidence ---------------------------------------------------------------------------------------------------------


def clues(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """What the text says about one reference, the strongest first."""
    if len(candidates) == 1 or rules.contradicted(candidates):
        return
    mention = page.found[number][0]
    core = core_of(mention.reference)
    yield from _side(page, mention)
    if mention.cue.link is not None:
        yield from _linked(page, number)
    if moment := _same_moment(page, number):
        yield moment
        return
    bound = list(_binding(page, number, candidates)) if not mention.cue.report else []
    yield from bound
    if not bound and (within := _nearness(mention.reference, page.today)):
        yield within
    yield from _coherent(page, number, candidates)
    if mention.cue.side is None and page.conventions.ahead is not None:
        yield side_clue(page.today, page.conventions.ahead)


def _nearness(reference: Reference, today: dt.date) -> Clue | None:
    """News names a weekday within six days, a day of the month within a month (AP Stylebook, "days of the week")."""
    core = core_of(reference)
    shift = dt.timedelta(reference.days if isinstance(reference, Counted) else 0)
    if isinstance(core, OnWeekday) and core.which is Which.BARE:
        reach, words_ = dt.timedelta(6), "a weekday within six days"
    elif isinstance(core, DayOfMonth):
        reach, words_ = dt.timedelta(31), "a day within a month"
    else:
        return None
    return Starts(today + shift - reach, today + shift + reach, f"news names {words_} of publication")


def _side(page: Page, mention: Mention) -> Iterator[Clue]:
    cue = mention.cue
    if cue.side is None:
        return
    ahead = cue.side is Side.AHEAD
    looks = "ahead" if ahead else "back"
    why = f"'{cue.words}' looks {looks}"
    if isinstance(mention.reference, Length) or ahead:
        first, last = (page.today, None) if ahead else (None, page.today)
        yield Starts(first, last, why, hard=cue.firm)
    else:
        yield Inside(None, page.today, why, hard=cue.firm)


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
    for other, ((found, _), reading) in enumerate(zip(page.found, page.readings, strict=True)):
        if other != number and reading is not None and found.sentence == mention.sentence and found.cue.link is None:
            if reading.kind in (Kind.DAY, Kind.MOMENT, Kind.SPAN):
                return reading
    return None


def _binding(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
    """Find the window, the visit or the legs that bind a day."""
    if frame := _frame(page, number, candidates):
        yield frame
    if legs := _legs(page, number, candidates, framed=frame is not None):
        yield legs


def _frame(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Clue | None:
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
        if (side is Side.AHEAD and reading.end < page.today) or (side is Side.BACK and reading.start > page.today):
            continue
        if _stretches(found.reference):
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
    """Whether a reference bounds or estimates rather than frames what is told."""
    return isinstance(reference, About | Coming | InYear | Deadline)


def _nearest_first(number: int, count: int) -> Iterator[int]:
    yield from range(number - 1, -1, -1)
    yield from range(number + 1, count)


_ONWARD = frozenset(
    [
        "then",
        "returns",
        "return",
        "leaves",
        "leave",
        "goes",
        "ends",
        "end",
        "concludes",
        "conclude",
        "continues",
        "flies",
        "travels",
        "heads",
        "moves",
        "arrives",
        "departs",
        "finally",
        "before",
        "wraps",
    ]
)


def _legs(page: Page, number: int, candidates: tuple[Candidate, ...], *, framed: bool) -> Clue | None:
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
    core = core_of(mention.reference)
    return isinstance(core, OnWeekday) and core.which is Which.NEXT


def _previous(page: Page, number: int) -> int:
    return next((k for k in range(number - 1, -1, -1) if not page.found[k][0].cue.report), number)


def _run(page: Page, number: int) -> Iterator[Reading]:
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


def _same_moment(page: Page, number: int) -> Clue | None:
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


def _coherent(page: Page, number: int, candidates: tuple[Candidate, ...]) -> Iterator[Clue]:
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

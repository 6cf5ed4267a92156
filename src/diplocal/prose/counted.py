"""What chained words count from ("that day", "the day after", "on the second day"): every base that the text offers."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from diplocal import rules
from diplocal.errors import ReadingError
from diplocal.evidence.neighbours import side_of
from diplocal.evidence.page import MEMORY, Page
from diplocal.reading import Candidate, Kind, say_dates
from diplocal.rules import Anchor
from diplocal.when import Chained, ChainedWeekday, DaySet, Length, NthDay, Reference

_DAY: Final = dt.timedelta(1)
_MONTH: Final = dt.timedelta(31)


class Base:
    """A day or days that words may count from, and what they come to.

    Attributes:
        candidate: what the words mean, counted from it.
        number: of the reference that names the base; -1 for the day of publication.
        features: how the base stands to the words.
        share: the probability of the base's own reading.
    """

    __slots__ = ("candidate", "features", "number", "share")

    def __init__(self, candidate: Candidate, number: int, features: list[str], share: float) -> None:
        self.candidate = candidate
        self.number = number
        self.features = features
        self.share = share


def bases(page: Page, number: int) -> list[Base]:
    """Everything that a chained reference may count from, nearest first."""
    return [base for other in _others(page, number) for base in _from(page, number, other)] + list(
        _from_today(page, number)
    )


def _others(page: Page, number: int) -> Iterator[int]:
    """The references before it, nearest first, then the one behind it in its sentence."""
    yield from (o for o in range(number - 1, max(-1, number - 1 - MEMORY), -1) if page.readings[o] is not None)
    behind = number + 1
    if behind < len(page.readings) and page.readings[behind] is not None and _in_one_sentence(page, behind, number):
        yield behind


def _in_one_sentence(page: Page, one: int, other: int) -> bool:
    return page.places[one].left == page.places[other].left


def _from(page: Page, number: int, other: int) -> Iterator[Base]:
    reading = page.readings[other]
    if reading is None:
        return
    core = page.cores[number]
    window = reading.kind is Kind.WINDOW
    if reading.end - reading.start > _MONTH or (window and isinstance(core, (Chained, ChainedWeekday))):
        return
    for way, days in _ways(core, reading):
        if (candidate := _counted(page, number, days)) is not None:
            yield Base(candidate, other, _features(page, number, other, way, candidate), page.shares[other])
    if _says_once_more(page, number, other):
        again = Candidate(
            reading.start, reading.end, "apposition", f"said once more of {say_dates(reading.start, reading.end)}",
            reading.kind,
        )  # fmt: skip
        yield Base(again, other, _features(page, number, other, "said once more", again), page.shares[other])


def _ways(core: Reference, reading: Candidate) -> Iterator[tuple[str, tuple[dt.date, dt.date]]]:
    """What of a reading words may count from: all of its days, its first day alone, its last."""
    start, end = reading.start, reading.end
    if isinstance(core, NthDay) and start == end:
        if core.number > 0:  # the day on which a visit begins whose length isn't said
            yield "first day of it", (start, start + _DAY * (core.number - 1))
        return
    yield "", (start, end)
    if start != end and isinstance(core, Chained):
        yield "its first day", (start, start)
        if not core.days:
            yield "its last day", (end, end)


def _says_once_more(page: Page, number: int, other: int) -> bool:
    """Whether words may only describe a day that is named beside them ("Monday, the day before the summit").

    So do words that count from a clause or an event, of any day in their sentence ("On Friday they met, a day after
    they had ...").
    """
    core = page.cores[number]
    if not isinstance(core, Chained) or not core.days:
        return False
    if _in_one_sentence(page, other, number) and _names(page, number):
        return True
    return other == number - 1 and _gap(page, number, other) == "beside"


def _from_today(page: Page, number: int) -> Iterator[Base]:
    core = page.cores[number]
    if isinstance(core, NthDay):
        return
    candidate = _counted(page, number, (page.today, page.today))
    if candidate is not None:
        kind = _kind(core)
        tense, quoted = page.context(number).tense, " quoted" if page.is_quoted(number) else ""
        features = [f"from publication {kind}{quoted}", f"from publication {kind} {tense}"]
        features.append(f"base counted {side_of(candidate.start, page.today)} {tense}")
        yield Base(candidate, -1, features, 1.0)
    if isinstance(core, Chained) and core.days and _names(page, number):  # "The offer comes a day after he spoke"
        why = "the day of publication, which is described once more"
        again = Candidate(page.today, page.today, "apposition", why)
        tense = page.context(number).tense
        names = _names(page, number)
        yield Base(again, -1, [f"publication once more {names}", f"publication once more {tense}"], 1.0)


def _counted(page: Page, number: int, days: tuple[dt.date, dt.date]) -> Candidate | None:
    try:
        return rules.candidates(page.mentions[number].reference, Anchor(page.today, days), page.conventions)[0]
    except ReadingError:
        return None


def _kind(core: Reference) -> str:
    match core:
        case Chained(days):
            return "same" if not days else "after" if days > 0 else "before"
        case ChainedWeekday(_, step):
            return "weekday after" if step > 0 else "weekday before"
        case NthDay():
            return "day of"
        case _:
            return "window"


def _features(page: Page, number: int, other: int, way: str, candidate: Candidate) -> list[str]:
    """How a base stands to the words that may count from it."""
    reading = page.readings[other]
    lies = side_of(reading.start, page.today) if reading is not None else ""
    result = side_of(candidate.start, page.today)
    mine, its = page.context(number), page.context(other)
    here, there = mine.tense, its.tense
    kind, w, names = _kind(page.cores[number]), page.tokens.words, _names(page, number)
    near = (
        "behind" if other > number else "same" if its.left == mine.left else "next" if its.right == mine.left else "far"
    )
    rank = _rank(page, number, other)
    report = " report" if page.reports[other] else ""
    shape = type(page.mentions[other].reference).__name__
    out = [
        f"base {kind} {near}{report}",
        f"base {kind} {near} {rank}",
        f"base {near} {rank}{report}",
        f"base {kind} {there} {here}",
        f"base {there} {here} {near}",
        f"base {kind} {shape} {way}",
        f"base {kind} {page.kinds[other]} {near}",
        f"base {kind} {names} {near}{report}",
        f"base way {way} {names}",
        f"base way {way} {names} {_gap(page, number, other)}",
    ]
    if reading is not None:
        out.append(f"base {kind} {'one' if reading.start == reading.end else 'several'} {near} {way}")
    if there == here:
        out.append(f"base alike {near}")
    if its.relative != mine.relative:
        out.append(f"base {'told' if its.relative else 'telling'} in passing {near}")
    out.append(f"base {kind} {lies} counted {result} {here}")
    out.append(f"base counted {result} {here}")
    out.append(f"base {lies} counted {result} {there}")
    if its.bracketed != mine.bracketed:
        out.append("base bracketed")
    noun = _noun(page, number)
    if noun:
        told = noun in w[max(its.left, its.begin - 12) : its.begin] or noun in w[its.end : its.end + 3]
        out.append(f"base noun {told} {near}")
        out.append(f"base of an event {near}{report} {there}")
    if isinstance(page.mentions[other].reference, (Length, DaySet)):
        out.append(f"base {kind} long {way}")
    return out


def _gap(page: Page, number: int, other: int) -> str:
    """Whether a base stands behind the words that count, right before them, or apart from them."""
    if other > number:
        return "behind"
    return "beside" if page.between(other, number) in ([], [","]) else "apart"


def _rank(page: Page, number: int, other: int) -> str:
    if other > number:
        return "1"
    between = sum(page.readings[k] is not None for k in range(other + 1, number))
    return str(between + 1) if between < 3 else "4+"


def _names(page: Page, number: int) -> str:
    """Whether the words name what they count from ("the day of", "the day after the summit"), by the last word."""
    w, end, words = page.tokens.words, page.places[number].end, page.language.vocabulary
    named = words.counted_from.get(w[end - 1], "")
    return "clause" if named == "event" and w[end] not in words.articles else named


def _noun(page: Page, number: int) -> str:
    """The event that the words count from, where they name one."""
    if not _names(page, number):
        return ""
    context, w, gatherings = page.context(number), page.tokens.words, page.language.vocabulary.gatherings
    return next((word for word in w[context.begin : context.end + 4] if word in gatherings), "")

"""Say in words why a date was chosen: its rule, and the strongest evidence for and against."""

import math
from collections.abc import Iterator
from itertools import islice
from typing import Final

from diplocal.evidence.page import Page
from diplocal.prose.joint import InText
from diplocal.reading import Candidate, Kind, say_dates, say_day

# From this difference of evidence on, as a logarithm of odds, it is worth a word.
_WORTH: Final = 0.5


def reason(page: Page, number: int, choice: InText) -> str:
    """Why the best candidate was chosen."""
    best = choice.candidates[choice.best]
    if len(choice.candidates) == 1 or (not choice.notes and not any(one.total for one in choice.weighed)):
        return best.why
    rival = max((k for k in range(len(choice.candidates)) if k != choice.best), key=lambda k: choice.weighed[k].share)
    speaks = islice(_evidence(page, number, choice, choice.best, rival), 2)
    doubt = next(_evidence(page, number, choice, rival, choice.best), "")
    said = "; ".join([best.why, *speaks])
    return f"{said}; though {doubt}" if doubt else said


def against(page: Page, number: int, choice: InText, other: int) -> str:
    """What keeps another candidate from being the answer, or what speaks for it where little does."""
    speaks = next(_evidence(page, number, choice, choice.best, other), "")
    candidate = choice.candidates[other]
    return f"{candidate.why}; against it: {speaks}" if speaks else candidate.why


def _evidence(page: Page, number: int, choice: InText, one: int, other: int) -> Iterator[str]:
    """What speaks for one candidate rather than for another, the strongest first."""
    if choice.is_counted:
        return
    mine, its = choice.weighed[one], choice.weighed[other]
    found = [
        (mine.verb - its.verb, "verb"),
        (math.fsum(mine.beside) - math.fsum(its.beside), "beside"),
        (mine.far - its.far, "far"),
        (mine.place - its.place, "place"),
    ]
    for _, family in sorted([pair for pair in found if pair[0] >= _WORTH], reverse=True):
        words = _say(page, number, choice, family, (one, other))
        if words:
            yield words


def _say(page: Page, number: int, choice: InText, family: str, pair: tuple[int, int]) -> str:
    one, other = pair
    match family:
        case "verb":
            return _verb(page, number, choice.candidates[one])
        case "beside":
            return _beside(page, choice, one, other)
        case "far":
            return _far(page, choice.candidates[one], choice.candidates[other])
        case _:
            return _place(page, number)


_AHEAD: Final = frozenset({"future", "would", "modal", "present", "base", "to_come", "was_to", "infinitive"})


def _verb(page: Page, number: int, candidate: Candidate) -> str:
    """The verb, where it looks to the candidate's side; any other verb only stands beside it."""
    verb = page.context(number).verb
    if verb is None:
        return ""
    begin = verb.begin if verb.parent is None or verb.parent.begin < verb.begin - _LONG else verb.parent.begin
    words = page.tokens.said(begin, verb.head + 1)
    if candidate.start == page.today:
        return f"'{words}' fits the day itself"
    ahead = candidate.start > page.today
    if (verb.tense in _AHEAD) is not ahead and verb.tense not in _EITHER:
        return f"its clause, with '{words}', looks {'ahead' if ahead else 'back'}"
    return f"'{words}' looks {'ahead' if ahead else 'back'}"


_EITHER: Final = frozenset({"participle", "ing"})
# A verb that hangs on another one is told with it, unless so many words lie between.
_LONG: Final = 6


def _beside(page: Page, choice: InText, one: int, other: int) -> str:
    """The reading beside it that makes most of the difference."""
    mine, its = choice.weighed[one].beside, choice.weighed[other].beside
    if not mine:
        return ""
    makes = dict[int, float]()
    for note, more, less in zip(choice.notes, mine, its, strict=True):
        makes[note.number] = makes.get(note.number, 0.0) + more - less
    most = max(makes, key=lambda number: makes[number])
    reading, candidate = page.readings[most], choice.candidates[one]
    if reading is None:
        return ""
    text, dates = " ".join(page.mentions[most].text.split()), say_dates(reading.start, reading.end)
    inside = reading.start <= candidate.start <= reading.end
    if reading.kind is Kind.WINDOW or (inside and reading.start < reading.end):
        return f"{'within' if inside else 'outside'} '{text}', {dates}"
    return f"beside '{text}', {dates}"


def _far(page: Page, mine: Candidate, its: Candidate) -> str:
    nearer = abs(mine.start - page.today) < abs(its.start - page.today)
    return f"{say_day(mine.start)} is nearer to publication" if nearer else ""


def _place(page: Page, number: int) -> str:
    context = page.context(number)
    if context.headline:
        return "it stands in a headline"
    if context.quoted:
        return "it stands in a quotation"
    link = page.bearing(number).link
    return f"'{link}' stands before it" if link else ""

"""Events that the words of a text count from ("the day after the summit"), and the day on which the text has them."""

from attrs import evolve

from diplocal.languages.en import words
from diplocal.phrases import verbs
from diplocal.prose.page import Page
from diplocal.reading import Certainty, Kind, Reading
from diplocal.when import Chained, Deadline, Side

_DAYS = (Kind.DAY, Kind.SPAN, Kind.MOMENT)


def names_event(page: Page, number: int) -> bool:
    """Whether the words count from an event ("the day of the meeting"), not from a day."""
    w, end = page.tokens.words, page.found[number][1].end
    determiners = ("the", "a", "an", "his", "her", "their", "its")
    return w[end - 1] == "of" or (w[end - 1] in ("after", "before") and w[end] in determiners)


def event_of(page: Page, number: int) -> Reading | None:
    """The event that words name, by the clause behind them, its noun, or what the text is about."""
    event = _behind(page, number) or _named_event(page, number)
    if event is None:
        return None
    return _end_of_stay(page, number, event) if page.cores[number] == Chained(0) else event


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
    main = main_event(page, number)
    if noun is None or (main is not None and main.start != main.end):
        return main
    if (owned := _owned(page, number, noun)) is not None:
        return guessed(owned)
    for other in page.before(number):
        (found, place), reading = page.found[other], page.readings[other]
        if reading is None or found.cue.report or found.cue.side is Side.BACK or reading.kind not in _DAYS:
            continue
        if is_past(page, number) and reading.start > page.today:
            continue
        if noun in w[max(place.left, place.begin - 12) : place.begin] and not isinstance(found.reference, Deadline):
            return guessed(reading)
    return main


def _owned(page: Page, number: int, noun: str) -> Reading | None:
    """The day that an event of that name was said to be of ("Friday's vote ... the day after the vote")."""
    for other in page.before(number):
        end = page.found[other][1].end
        if page.tokens.words[end - 1] == "s" and noun in page.tokens.words[end : end + 3]:
            return page.readings[other]
    return None


def is_past(page: Page, number: int) -> bool:
    """Whether the verb of a reference says that it is past."""
    cue = page.found[number][0].cue
    return cue.firm and cue.side is Side.BACK


def guessed(reading: Reading) -> Reading:
    """A day that only the sense gives is no surer than preferred."""
    return evolve(reading, certainty=Certainty.PREFERRED) if reading.certainty is Certainty.CERTAIN else reading


def main_event(page: Page, number: int) -> Reading | None:
    """The date of what the text is about: its first date ahead that is no report's; never surer than preferred.

    What comes after it counts from its end, where the text says when it ends.
    """
    core = page.cores[number]
    after = isinstance(core, Chained) and core.days > 0
    main = None
    if is_past(page, number):
        return None
    for other in sorted(page.before(number)):
        found, reading = page.found[other][0], page.readings[other]
        if reading is None or found.cue.report or found.cue.side is Side.BACK:
            continue
        if reading.kind not in _DAYS or reading.end < page.today:
            continue
        if main is None or (after and not words.ENDING_A_LENGTH.isdisjoint(found.cue.words.split())):
            main = reading
    return guessed(main) if main is not None else None

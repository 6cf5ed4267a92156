"""What a programme's dates would be, had it been published on another day: for announcements that bear no date."""

import datetime as dt
from itertools import groupby

from attrs import evolve, field, frozen

from diplocal import rules
from diplocal.errors import ProgrammeError
from diplocal.model import Programme
from diplocal.reading import Certainty, Conventions, say_dates
from diplocal.resolver.dating import resolve


@frozen
class Answer:
    """What one entry's words mean under one publication day."""

    entry: str
    start: dt.date
    end: dt.date
    certainty: Certainty

    def __str__(self) -> str:
        return f"{self.entry}: {say_dates(self.start, self.end)} ({self.certainty.value})"


@frozen(kw_only=True)
class Stretch:
    """Publication days, both ends included, that give the same dates.

    Attributes:
        first: the first publication day.
        last: the last one.
        answers: the date of each entry that has one, in the order of the programme.
        problem: why no dates come out; empty where they do.
    """

    first: dt.date
    last: dt.date
    answers: tuple[Answer, ...] = ()
    problem: str = ""

    def __str__(self) -> str:
        told = self.problem or "; ".join(map(str, self.answers))
        return f"published {say_dates(self.first, self.last)}: {told}"


@frozen
class Sensitivity:
    """How much the dates depend on the publication day, as stretches of days in order."""

    stretches: tuple[Stretch, ...] = field(converter=tuple[Stretch, ...])

    def __str__(self) -> str:
        return "\n".join(map(str, self.stretches))

    def on(self, published: dt.date) -> Stretch:
        """The stretch that holds a publication day.

        Raises:
            KeyError: the day was not asked for.
        """
        for stretch in self.stretches:
            if stretch.first <= published <= stretch.last:
                return stretch
        raise KeyError(published)


def sensitivity(
    programme: Programme,
    *,
    first: dt.date,
    last: dt.date,
    source: str | None = None,
    conventions: Conventions = rules.DEFAULT,
) -> Sensitivity:
    """Date a programme for each publication day from `first` to `last`, both included.

    >>> from diplocal import Event, Programme, Source
    >>> from diplocal.phrases import parse
    >>> story = Source(key="story", publisher="A newspaper")
    >>> talks = Event(key="talks", title="Talks", when=parse("on Thursday"))
    >>> programme = Programme(key="oslo", title="Oslo", sources=[story], events=[talks])
    >>> print(sensitivity(programme, first=dt.date(2025, 5, 6), last=dt.date(2025, 5, 9)))
    published Tuesday 6 to Thursday 8 May 2025: talks: Thursday 8 May 2025 (certain)
    published Friday 9 May 2025: talks: Thursday 15 May 2025 (certain)

    Args:
        programme: what was announced; its own publication day is left aside.
        first: the first publication day to try.
        last: the last one.
        source: key of the source whose day is tried; ``None``: the programme's first.
        conventions: as for `resolve`.

    Returns:
        The stretches of days that give the same dates; a day on which the programme cannot be dated has the problem.
    """
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    tried = [(day, *_answers(_published(programme, day, source), conventions)) for day in days]
    stretches = list[Stretch]()
    for (answers, problem), group in groupby(tried, key=lambda row: row[1:]):
        same = [day for day, _, _ in group]
        stretches.append(Stretch(first=same[0], last=same[-1], answers=answers, problem=problem))
    return Sensitivity(stretches)


def _published(programme: Programme, day: dt.date, source: str | None) -> Programme:
    key = source if source is not None else programme.sources[0].key if programme.sources else None
    sources = [evolve(one, published=day) if one.key == key else one for one in programme.sources]
    return evolve(programme, sources=sources)


def _answers(programme: Programme, conventions: Conventions) -> tuple[tuple[Answer, ...], str]:
    try:
        timeline = resolve(programme, conventions=conventions)
    except ProgrammeError as error:
        told = (f"{problem.where}: {problem.read!r} {problem.gist or problem.why}" for problem in error.problems)
        return (), "; ".join(dict.fromkeys(told))
    return tuple(
        Answer(entry.key, entry.reason.reading.start, entry.reason.reading.end, entry.reason.reading.certainty)
        for entry in timeline.entries
        if entry.reason is not None
    ), ""

"""Whether a text can have been published on a given day: a day one off makes one date in ten wrong, and certain.

Four things in a text tell. The date of its dateline is the day of publication or the day before it. "He said on
Thursday" is the day of publication or one of the days before, as far as a weekend reaches. "Tomorrow (Friday)" says on
which weekday it was written. "Thursday, 3 April" without a year is right in some years only.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final, TypeAlias

from attrs import frozen

from diplocal.evidence.page import Page
from diplocal.languages.language import Language
from diplocal.prose.text_reader import page_of
from diplocal.reading import PublicationDoubt, say_day
from diplocal.rules import publication_day
from diplocal.when import CalendarDay, FromToday, OnWeekday, Weekday, Which

_DAY: Final = dt.timedelta(1)
# How far around a day one is sought that fits, in days; and around its year.
_NEAR, _YEARS = 7, 3


@frozen
class _Dateline:
    """The date of a dateline."""

    number: int
    month: int
    day: int
    year: int | None

    def fits(self, published: dt.date) -> bool:
        return any(
            (day.month, day.day) == (self.month, self.day) and self.year in {None, day.year}
            for day in (published, published - _DAY)
        )

    def why(self, _: dt.date) -> str:
        return "a dateline has the day of publication or the day before"


@frozen
class _Statement:
    """The weekdays of a text's statements, the first of which stands for all."""

    number: int
    weekdays: frozenset[Weekday]

    def fits(self, published: dt.date) -> bool:
        return any((published.weekday() - weekday) % 7 <= _reach(published) for weekday in self.weekdays)

    def why(self, published: dt.date) -> str:
        return f"what is said on a day is printed on that day or the next, and {say_day(published)} is neither"


def _reach(published: dt.date) -> int:
    """How many days before publication a statement may be reported by its weekday: over a weekend, up to Friday."""
    return {Weekday.SUNDAY: 2, Weekday.MONDAY: 3}.get(Weekday(published.weekday()), 1)


@frozen
class _NamedToday:
    """A weekday that is said with "today", "tomorrow" or "yesterday"."""

    number: int
    days: int
    weekday: Weekday

    def fits(self, published: dt.date) -> bool:
        return (published.weekday() + self.days - self.weekday) % 7 <= 1

    def why(self, published: dt.date) -> str:
        return f"what is printed on {say_day(published)} was written on that day or the day before"


@frozen
class _DatedWeekday:
    """A date with its weekday and without its year, which is the nearest."""

    number: int
    month: int
    day: int
    weekday: Weekday

    def fits(self, published: dt.date) -> bool:
        years = range(published.year - 1, published.year + 2)
        near = [(abs(day - published), day) for day in map(self._in, years) if day is not None]
        return not near or min(near)[1].weekday() == self.weekday

    def why(self, published: dt.date) -> str:
        return f"it is no {self.weekday} in the year nearest to {say_day(published)}"

    def _in(self, year: int) -> dt.date | None:
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


_Sign: TypeAlias = _Dateline | _Statement | _NamedToday | _DatedWeekday


def check_publication(
    text: str, *, published: dt.date | dt.datetime, zone: str | None, language: str | Language
) -> tuple[PublicationDoubt, ...]:
    """Do what `prose.check_publication` says."""
    today = publication_day(published, zone)
    page = page_of(text, today, zone, language=language)
    signs = list(_signs(page))
    wrong = [sign for sign in signs if not sign.fits(today)]
    if not wrong:
        return ()
    day = _nearest_that_fits(signs, today)
    return tuple(_doubt(page, sign, today, day) for sign in wrong)


def _doubt(page: Page, sign: _Sign, today: dt.date, day: dt.date | None) -> PublicationDoubt:
    mention = page.mentions[sign.number]
    return PublicationDoubt(mention.text, mention.start, sign.why(today), day)


def _signs(page: Page) -> Iterator[_Sign]:
    said = dict[Weekday, int]()
    for number, core in enumerate(page.cores):
        match core:
            case CalendarDay(month, day, year, weekday) if core.of_year is None:
                if page.context(number).dateline:
                    yield _Dateline(number, month, day, year)
                elif year is None and weekday is not None:
                    yield _DatedWeekday(number, month, day, weekday)
            case OnWeekday(weekday, Which.BARE, None) if _is_statement(page, number):
                said.setdefault(weekday, number)
            case FromToday(days, weekday) if weekday is not None:
                yield _NamedToday(number, days, weekday)
            case _:
                pass
    if said:
        yield _Statement(min(said.values()), frozenset(said))


def _is_statement(page: Page, number: int) -> bool:
    """Whether a weekday is that of a statement in the simple past, outside of a quotation."""
    verb = page.context(number).verb
    return page.reports[number] and verb is not None and verb.tense == "past" and not page.is_quoted(number)


def _nearest_that_fits(signs: list[_Sign], today: dt.date) -> dt.date | None:
    """The day nearest to one that fits every sign: within a week, or on a dateline's day in a year around."""
    days = [today + dt.timedelta(days) for days in range(-_NEAR, _NEAR + 1)]
    for sign in signs:
        if isinstance(sign, _Dateline | _DatedWeekday):
            days += _around(sign, today)
    fitting = [day for day in days if all(sign.fits(day) for sign in signs)]
    return min(fitting, key=lambda day: (abs(day - today), day), default=None)


def _around(sign: _Dateline | _DatedWeekday, today: dt.date) -> Iterator[dt.date]:
    years = range(today.year - _YEARS, today.year + _YEARS + 1)
    for year in [sign.year] if isinstance(sign, _Dateline) and sign.year else years:
        try:
            day = dt.date(year, sign.month, sign.day)
        except ValueError:
            continue
        yield from (
            (day, day + _DAY) if isinstance(sign, _Dateline) else (today.replace(year=year, day=min(today.day, 28)),)
        )

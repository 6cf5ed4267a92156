"""The days of a row, and what one of them says for the others: "14 to 16 April", "Monday and Tuesday next week"."""

from attrs import evolve, frozen

from diplocal.when import CalendarDay, Day, DayOfMonth, OnWeekday, Which, Window


@frozen
class Item:
    """A day as it stands in a row; a bare number is a day of the month that some other day of the row names."""

    day: Day
    begin: int
    end: int
    bare: bool = False


@frozen
class Row:
    """Days and what joins them ("to", "and", "or", ","), up to the word after the last."""

    items: list[Item]
    joints: list[str]
    end: int


def filled(row: Row) -> tuple[Day, ...]:
    """Give every day of a row the month, year or week that only one of them names."""
    found = _in_months(row.items)
    last = found[-1]
    match last:
        case CalendarDay(_, _, int()) | CalendarDay(_, _, None, _, int()):
            found = [in_year(one, last) for one in found]
        case OnWeekday(_, Which.BARE, Window() as week) if not _in_the_week_before(found[0], last):
            found = [_in_week(one, week) for one in found]
        case _:
            pass
    return tuple(found)


def _in_months(items: list[Item]) -> list[Day]:
    """Put numbers into the months that other days of the row name, each so that the row goes on.

    Bare numbers come first, as they have no other month to be in; "from the 29th to 2 May" leaves the 29th outside.
    """
    found = [item.day for item in items]
    for bare in (True, False):
        for place, item in enumerate(items):
            if item.bare is bare:
                found[place] = _in_a_month(found, place, bare=bare)
    return found


def _in_a_month(days: list[Day], place: int, *, bare: bool) -> Day:
    """Put a number into the month of the dates next to it in its row."""
    one = days[place]
    if not isinstance(one, DayOfMonth):
        return one
    before = next((day for day in reversed(days[:place]) if isinstance(day, CalendarDay)), None)
    after = next((day for day in days[place:] if isinstance(day, CalendarDay)), None)
    if before is not None and before.day < one.day:
        return _in_month_of(before, one)
    if after is not None and one.day < after.day:
        return _in_month_of(after, one)
    known, last = before or after, days[-1]
    if known is None and isinstance(last, DayOfMonth) and one.of_month is None:
        return evolve(one, of_month=last.of_month)
    return _in_month_of(known, one) if bare and known else one


def _in_month_of(known: CalendarDay, one: DayOfMonth) -> CalendarDay:
    return evolve(known, day=one.day, weekday=one.weekday)


def in_year(one: Day, last: CalendarDay) -> Day:
    """Give a day the year of the last one, or the year before, unless it says its own."""
    if not isinstance(one, CalendarDay) or (one.year, one.of_year) != (None, None):
        return one
    before = one.month > last.month
    if last.year is not None:
        return evolve(one, year=last.year - before)
    if last.of_year is None or last.of_year - before < -2:  # no words name a year further back
        return one
    return evolve(one, of_year=last.of_year - before)


def _in_the_week_before(first: Day, last: OnWeekday) -> bool:
    """Whether a row begins before the week that its last day names ("Friday through Wednesday next week")."""
    return isinstance(first, OnWeekday) and first.weekday > last.weekday


def _in_week(one: Day, week: Window) -> Day:
    match one:
        case OnWeekday(weekday, Which.BARE, None):
            return OnWeekday(weekday, Which.BARE, week)
        case _:
            return one

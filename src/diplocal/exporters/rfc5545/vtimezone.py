"""Time zones as VTIMEZONE components, made from `zoneinfo` alone, and which times may be written with a TZID.

`zoneinfo` tells the offset at a moment, not when it changes, so the changes are found by probing. Changes that come
back year after year by one rule become one observance with an RRULE, open where the rule is still in force: those hold
in 2040 too. The others become an observance each.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pkgutil import get_data
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from diplocal.errors import ExportError
from diplocal.exporters.rfc5545.contentline import Component, Property, Written

YEARS_AHEAD = 8
"""How far ahead of a feed's own date every reader can be trusted to know a zone's rules; some stop at ten years."""

# The tables of zones run to 2037 and go on by rule. In the 28 years until 2065 every date falls on every weekday, so a
# rule that fits them all is the rule.
_LAST_YEAR = 2065
_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)
_YEAR = 52 * _WEEK
_OLD_TABLES = 2 * _YEAR
_ZERO = dt.timedelta()
_MODERN = dt.date(2000, 1, 1)
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@frozen(kw_only=True)
class Onset:
    """A change of offset."""

    at: dt.datetime  # the first moment of the new offset, in UTC
    before: dt.timedelta  # the offset until then
    after: dt.timedelta  # the offset from then on
    name: str  # what the zone calls the time that begins, as in CEST
    # Whether clocks are ahead until the next change only. What the law calls it doesn't count: for Irish law summer is
    # the standard and winter the exception, and few readers follow.
    summer: bool

    @property
    def local(self) -> dt.datetime:
        """The wall clock on which the change comes, read by the offset until then; naive."""
        return (self.at + self.before).replace(tzinfo=None)

    @property
    def kind(self) -> tuple[object, ...]:
        """What the onsets of one observance have in common."""
        return self.before, self.after, self.name, self.summer, self.local.time()


@frozen
class _Run:
    """Onsets of a kind in successive years, and the yearly rules that give exactly these."""

    onsets: tuple[Onset, ...]
    rules: frozenset[str]

    @property
    def open(self) -> bool:
        """Whether the rule is still in force."""
        return len(self.onsets) > 28 and self.onsets[-1].local.year == _LAST_YEAR


def vtimezone(zone: ZoneInfo, start: dt.date, end: dt.date) -> Component:
    """Describe a zone for the local times from `start` to `end`, both included.

    Rules still in force are open-ended, whatever `end` is. Where the law follows no yearly rule, as in Morocco, the
    changes are listed to the end of the year after `end`, and to 2065 at most.

    Raises:
        ExportError: if the zone has no name.
    """
    if not zone.key:
        msg = "a zone read from a file has no name that a calendar could use; open it by its IANA name"
        raise ExportError(msg)
    first = dt.datetime(_first_year(start), 1, 1, tzinfo=dt.UTC)
    since = dt.datetime.combine(max(start, first.date()), dt.time(), dt.UTC) - _DAY
    until = dt.datetime(min(end.year, _LAST_YEAR) + 2, 1, 1, tzinfo=dt.UTC)
    past = [onset for onset in onsets(zone, first.year) if onset.at <= since]
    in_force = past[-1].at if past else since
    observances = []
    if not past:  # the offset that holds before the first change, if any comes
        offset, name = _offset(zone, first), first.astimezone(zone).tzname() or ""
        begin = Onset(at=first - offset, before=offset, after=offset, name=name, summer=False)
        observances.append(_observance(begin))
    used = [run for run in _runs(zone, first.year) if run.onsets[-1].at >= in_force and run.onsets[0].at < until]
    if past and not any(in_force < onset.at < until for run in used for onset in run.onsets):
        used = []  # one offset holds all the time, and Emacs takes no change of it that has no yearly rule
        observances = [_observance(evolve(past[-1], before=past[-1].after))]
    observances += [_observance(onset) for onset in _other_kind(past, used, until)]
    observances += (one for run in used for one in _observances(run, in_force, until))
    return Component("VTIMEZONE", [Property("TZID", zone.key)], observances)


def _other_kind(past: list[Onset], used: list[_Run], until: dt.datetime) -> Iterator[Onset]:
    """Find the last onset of a kind (summer or not) that comes later and that nothing described precedes.

    There are readers that ask for one of each, and lose the whole calendar where there is none (Gaza, Hebron).
    """
    if not past:
        return
    known = {past[-1].summer, *(run.onsets[0].summer for run in used if run.open and run.onsets[0].at <= past[-1].at)}
    if any(onset.summer not in known and onset.at < until for run in used for onset in run.onsets):
        yield from [onset for onset in past if onset.summer not in known][-1:]


@lru_cache(maxsize=1024)
def present(zone: ZoneInfo) -> ZoneInfo:
    """Give a zone by its present name: there are readers that take one they don't know for UTC.

    >>> present(ZoneInfo("Europe/Kiev")).key
    'Europe/Kyiv'
    """
    name = _renamed().get(zone.key or "")
    return ZoneInfo(name) if name else zone


@cache
def _renamed() -> Mapping[str, str]:
    """Map the names that no country's zone has any more to those that stand for them in the time zone data."""
    links, table = ((get_data("tzdata", f"zoneinfo/{name}") or b"").decode() for name in ("tzdata.zi", "zone.tab"))
    used = {line.split("\t")[2] for line in table.splitlines() if line and not line.startswith("#")}
    found = (line.split() for line in links.splitlines() if line.startswith("L "))
    return {old: new for _, new, old in found if old not in used}


def takes_tzid(moment: dt.datetime, published: dt.date) -> bool:
    """Tell whether every reader takes a time with its TZID for this moment; others are better written in UTC.

    Many readers use their own tables instead of a calendar's VTIMEZONE. So it is not taken

    - on the day of a change of offset, the day before and the day after: clocks may show it twice or never, and there
      are readers that compare local times with UTC;
    - within two years of a change of law (or of Morocco's Ramadan), and ever after one that came less than two years
      before the feed was published: tables may be older;
    - in a zone whose present rule takes days counted from the end of the year (Egypt): a Ruby reader is an hour off;
    - more than `YEARS_AHEAD` years after the feed was published: tables come to an end.
    """
    zone = moment.tzinfo
    if not isinstance(zone, ZoneInfo) or not zone.key or moment.year > published.year + YEARS_AHEAD:
        return False
    day = moment.date()
    return _settled(zone, day) and not _is_recent(zone, day, published) and not _has_a_rare_rule(zone)


@lru_cache(maxsize=256)
def onsets(zone: ZoneInfo, first_year: int) -> tuple[Onset, ...]:
    """Find the changes of a zone's offset from the beginning of a year on; the last ones are those of 2065.

    A change that is undone within a week stays unseen; there has been none since 1970.
    """
    begin, end = (dt.datetime(year, 1, 1, tzinfo=dt.UTC) for year in (first_year, _LAST_YEAR + 2))
    probes = [begin + _WEEK * week for week in range((end - begin) // _WEEK + 1)]
    offsets = [_offset(zone, probe) for probe in probes]
    changes = [
        _change(zone, *probed)
        for probed, (before, after) in zip(pairwise(probes), pairwise(offsets), strict=True)
        if before != after
    ]
    found = []
    for index, at in enumerate(changes):
        before, after = _offset(zone, at - dt.timedelta(seconds=1)), _offset(zone, at)
        undone = index + 1 < len(changes) and _offset(zone, changes[index + 1]) < after
        name = at.astimezone(zone).tzname() or ""
        found.append(Onset(at=at, before=before, after=after, name=name, summer=before < after and undone))
    return tuple(onset for onset in found if onset.local.year <= _LAST_YEAR)


def _offset(zone: ZoneInfo, moment: dt.datetime) -> dt.timedelta:
    return moment.astimezone(zone).utcoffset() or _ZERO


def _change(zone: ZoneInfo, low: dt.datetime, high: dt.datetime) -> dt.datetime:
    """Halve the span until the first moment of the new offset is left, to the second."""
    before = _offset(zone, low)
    while high - low > dt.timedelta(seconds=1):
        middle = low + (high - low) // dt.timedelta(seconds=2) * dt.timedelta(seconds=1)
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    return high


@lru_cache(maxsize=4096)  # by the day, so that a feed asks once for all its times on it
def _settled(zone: ZoneInfo, day: dt.date) -> bool:
    first_year = _first_year(day)
    changes, irregular = _change_days(zone, first_year), _irregular(zone, first_year)
    return not _is_near(day, changes, _DAY) and not _is_near(day, irregular, 2 * _YEAR)


@lru_cache(maxsize=4096)
def _is_recent(zone: ZoneInfo, day: dt.date, published: dt.date) -> bool:
    """Tell whether a day lies behind a change of law that came shortly before the feed, or is still to come."""
    return any(published - change <= _OLD_TABLES and change <= day for change in _irregular(zone, _first_year(day)))


@lru_cache(maxsize=256)
def _has_a_rare_rule(zone: ZoneInfo) -> bool:
    return any(run.open and "BYYEARDAY" in min(run.rules, key=_preference) for run in _runs(zone, _first_year(_MODERN)))


def _is_near(day: dt.date, days: tuple[dt.date, ...], limit: dt.timedelta) -> bool:
    """Tell whether one of some sorted days is at most so far away."""
    at = bisect_left(days, day)
    return any(abs(near - day) <= limit for near in days[max(at - 1, 0) : at + 1])


@lru_cache(maxsize=256)
def _change_days(zone: ZoneInfo, first_year: int) -> tuple[dt.date, ...]:
    return tuple(sorted(onset.local.date() for onset in onsets(zone, first_year)))


@lru_cache(maxsize=256)
def _irregular(zone: ZoneInfo, first_year: int) -> tuple[dt.date, ...]:
    """Find the changes that don't come in the year before and the year after too, by a rule that moves them a week."""
    kinds: dict[tuple[object, ...], list[dt.date]] = {}
    for onset in onsets(zone, first_year):
        kinds.setdefault(onset.kind, []).append(onset.local.date())
    found = []
    for days in kinds.values():
        for earlier, day, later in zip([dt.date.min, *days], days, [*days[1:], dt.date.max], strict=False):
            if not (_YEAR <= day - earlier < _YEAR + 8 * _DAY and _YEAR <= later - day < _YEAR + 8 * _DAY):
                found.append(day)
    return tuple(sorted(found))


def _first_year(day: dt.date) -> int:
    """Look at the changes from 1970 on, whose tables are reliable, unless the day is earlier."""
    return 1970 if day.year > 1970 else 1900


@lru_cache(maxsize=256)
def _runs(zone: ZoneInfo, first_year: int) -> tuple[_Run, ...]:
    """Gather the onsets that follow one yearly rule, by the order of their first onsets."""
    runs: list[_Run] = []
    latest: dict[tuple[object, ...], int] = {}
    for onset in onsets(zone, first_year):
        rules = frozenset(_rules(onset.local))
        place = latest.get(onset.kind)
        run = runs[place] if place is not None else None
        if run and run.onsets[-1].local.year + 1 == onset.local.year and run.rules & rules and place is not None:
            runs[place] = evolve(run, onsets=(*run.onsets, onset), rules=run.rules & rules)
        else:
            latest[onset.kind] = len(runs)
            runs.append(_Run((onset,), rules))
    return tuple(runs)


def _rules(local: dt.datetime) -> Iterator[str]:
    """Name the yearly rules that give this day: nth or last weekday, the same date, weekday within seven days."""
    month, weekday = f"BYMONTH={local.month}", f"BYDAY={_WEEKDAYS[local.weekday()]}"
    if (local + _WEEK).month != local.month:
        yield f"{month};BYDAY=-1{_WEEKDAYS[local.weekday()]}"
    if local.day <= 28:
        yield f"{month};BYDAY={(local.day + 6) // 7}{_WEEKDAYS[local.weekday()]}"
    yield f"{month};BYMONTHDAY={local.day}"
    for first in (local - _DAY * back for back in range(7)):
        days = [first + _DAY * step for step in range(7)]
        if days[0].month == days[-1].month:
            yield f"{month};BYMONTHDAY={_numbers(day.day for day in days)};{weekday}"
        elif days[0].month in range(3, 12):
            # Across the end of a month, so counted from the end of the year, where leap years make no difference.
            to_december = (day.timetuple().tm_yday - dt.date(day.year, 12, 31).timetuple().tm_yday for day in days)
            yield f"BYYEARDAY={_numbers(number - 1 for number in to_december)};{weekday}"


def _numbers(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _preference(rule: str) -> tuple[bool, bool, int, str]:
    """Prefer what readers know best: the last weekday, the nth weekday, a date, then anything longer."""
    return "BYDAY=-1" not in rule, "BYMONTHDAY" in rule, len(rule), rule


def _observances(run: _Run, in_force: dt.datetime, until: dt.datetime) -> Iterator[Component]:
    """Write a run as one observance with a rule, or, where two years only look like a rule, one for each change."""
    rule = f"FREQ=YEARLY;{min(run.rules, key=_preference)}"
    rest = [onset for onset in run.onsets if onset.at >= in_force]
    if run.open:
        yield _observance(run.onsets[0], rule)
    elif len(rest) > 2:
        # A day late, for readers that take the UTC of UNTIL for local time; the next one would be a year off.
        yield _observance(rest[0], f"{rule};UNTIL={rest[-1].at + _DAY:%Y%m%dT%H%M%SZ}")
    else:
        yield from (_observance(onset) for onset in rest if onset.at < until)


def _observance(onset: Onset, rule: str = "") -> Component:
    properties = [
        Property("DTSTART", onset.local),
        Property("TZOFFSETFROM", utc_offset(onset.before)),
        Property("TZOFFSETTO", utc_offset(onset.after)),
        Property("TZNAME", onset.name),
    ]
    if rule:
        properties.append(Property("RRULE", Written(rule)))
    return Component("DAYLIGHT" if onset.summer else "STANDARD", properties)


def utc_offset(east: dt.timedelta) -> Written:
    """Write a difference from UTC (RFC 5545, 3.3.14); east is positive."""
    minutes, seconds = divmod(abs(east) // dt.timedelta(seconds=1), 60)
    clock = f"{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
    return Written(f"{'-' if east < _ZERO else '+'}{clock}")

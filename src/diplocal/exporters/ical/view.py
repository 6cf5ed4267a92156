"""What writing an entry depends on beside the entry: what may be told, what it belongs to, names and stamps.

A view holds no text of an entry, so that a calendar of any size can be written one entry at a time.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from zoneinfo import ZoneInfo

from attrs import evolve, field, frozen

from diplocal.errors import ExportError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical.options import Options, Struck
from diplocal.exporters.local_times import zone_names
from diplocal.exporters.telling.fragments import text
from diplocal.exporters.telling.teller import Teller, names_of
from diplocal.exporters.wording import Wording, wording_of
from diplocal.model import Role, Status
from diplocal.timeline import (
    ByDay,
    Days,
    Entry,
    FullKey,
    Hours,
    Level,
    NoDate,
    Timeline,
    Timing,
    in_order,
    timing_dates,
    upwards,
)

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""The stamp of a timeline without a single dated source: never the clock's."""

_UNSAID = NoDate()
_ACCREDITATION, _EMBARGO = "accreditation", "embargo"
_REMEMBERED = 4096


@frozen(kw_only=True)
class CalendarView:
    """A timeline as its audience may read it, and how to write about it."""

    timeline: Timeline  # what may be told, nothing else
    options: Options  # as they were chosen
    stamp: dt.datetime  # when the content last changed
    published: dt.date  # the day by which readers' tables of time zones are judged
    placed: Sequence[Entry]  # those that the calendar holds, in the timeline's order
    # what has no place in a calendar, under the entry that names it; None: the calendar itself
    undated: Mapping[FullKey | None, list[Entry]]
    teller: Teller  # how to write about the entries
    # the events whose own date nobody gave, and that are shown over the days of their parts
    spanned: frozenset[FullKey] = frozenset()
    # what was said already, so that what many entries share is worked out once
    said: dict[Hashable, str] = field(factory=dict, eq=False, repr=False)

    @property
    def language(self) -> Wording:
        """The language to write in."""
        return self.teller.language

    def say(self, english: str, **values: object) -> str:
        """Say fixed words in the view's language."""
        return self.language.say(english, **values)

    def term(self, member: Enum) -> str:
        """Say a format, a status, a role or another term of the model."""
        return self.once(member, lambda: self.language.name(member))

    def once(self, what: Hashable, tell: Callable[[], str]) -> str:
        """Give what was said about the same before, or say it now; memory stays bounded."""
        known = self.said.get(what)
        if known is None:
            if len(self.said) >= _REMEMBERED:
                self.said.clear()
            known = self.said[what] = tell()
        return known


def lay_out(timeline: Timeline, options: Options) -> CalendarView:
    """Take out what the audience may not read, and look up what writing about the rest needs.

    Raises:
        ExportError: an unknown language, or two entries with the same keys, which no calendar could tell apart.
    """
    speak = wording_of(options.language)
    told, spanned = _spanned(for_audience(timeline, options.audience))
    told = with_deadlines(told, speak) if options.deadlines else told
    entries = {entry.full_key: entry for entry in told.entries}
    _refuse_same_keys(told.entries)
    wanted = [entry for entry in told.entries if is_wanted(entry, options)]
    stamp, first_days = options.stamp or told.stamp, (one.dates[0] for one in told.entries if one.dates)
    return CalendarView(
        timeline=told,
        options=options,
        stamp=(stamp or EPOCH).astimezone(dt.UTC).replace(microsecond=0),
        published=stamp.date() if stamp else min(first_days, default=EPOCH.date()),
        placed=[entry for entry in wanted if is_placed(entry)],
        undated=_undated(wanted, entries, options),
        teller=Teller(
            language=speak,
            entries=entries,
            names=names_of(told),
            sources={source.key: source for source in told.sources},
            zone_names=zone_names(told.entries),
            whose=" ({zone})",
            called=lambda entry, teller: text(" ".join(name(entry, teller).split())),
        ),
        spanned=spanned,
    )


def _spanned(timeline: Timeline) -> tuple[Timeline, frozenset[FullKey]]:
    """Give each event without a date of its own the days over which its parts lie, and tell which these events are."""
    found: dict[FullKey, Days] = {}
    undated = {one.full_key for one in timeline.entries if one.level is Level.EVENT and one.timing == _UNSAID}
    undated -= {one.full_key for one in timeline.entries if one.background or one.status.off}
    entries = {one.full_key: one for one in timeline.entries}
    for entry in timeline.entries if undated else ():
        if not entry.dated or entry.status.off or (dates := entry.dates) is None:
            continue
        for key in (above.full_key for above in upwards(entry, entries)):
            if key in undated:
                span = found.get(key, Days(*dates))
                found[key] = Days(min(span.start, dates[0]), max(span.end, dates[1]))
    if not found:
        return timeline, frozenset()
    shown = (evolve(one, timing=found[one.full_key]) if one.full_key in found else one for one in timeline.entries)
    return evolve(timeline, entries=in_order(shown)), frozenset(found)


def name(entry: Entry, teller: Teller) -> str:
    """Name an entry by its title; a visit day without one by its visit and its place."""
    if entry.title.strip():
        return entry.title
    say = teller.language.say
    visit = teller.entries.get((entry.programme, entry.parent or ""))
    place = entry.place.name if entry.place and entry.own_place else ""
    if visit and place and (who := _traveller(visit)):
        return say("{name} in {place}", name=who, place=place)
    parts = [visit.title if visit else "", place]
    return ": ".join(part for part in parts if part.strip()) or say("untitled")


def _traveller(visit: Entry) -> str:
    """Name the one person who makes a visit, if it is one."""
    people = [who for who in visit.participants if who.person]
    leading = [who for who in people if who.role in {Role.PRINCIPAL, Role.HEAD_OF_DELEGATION}] or people
    return leading[0].name if len(leading) == 1 else ""


def _refuse_same_keys(entries: Iterable[Entry]) -> None:
    seen: set[FullKey] = set()
    for entry in entries:
        programme, key = entry.first_key
        if entry.first_key in seen:
            msg = f"two entries of programme {programme!r} have, or had, the key {key!r}; give each its own"
            raise ExportError(msg)
        seen.add(entry.first_key)


def is_placed(entry: Entry) -> bool:
    """Tell whether a calendar has a place for an entry: a day or more, a time, a part of a day, or a deadline's day.

    A window is none: it stays one. A visit day has one only with a title or a place of its own, and what is named
    only because something relates to it once it has a date.
    """
    if entry.dated:
        return entry.level is not Level.DAY or entry.own_place or bool(entry.title.strip())
    return isinstance(entry.timing, ByDay) and entry.level is not Level.DAY and not entry.background


def is_wanted(entry: Entry, options: Options) -> bool:
    """Tell whether an entry lies in the window, and isn't one of those that are dropped."""
    if options.struck is Struck.DROP and entry.status.off:
        return False
    if options.since is None and options.until is None:
        return True
    dates = timing_dates(entry.timing)
    if dates is None:
        return True
    ends_before = options.since is not None and dates[1] < options.since
    return not ends_before and (options.until is None or dates[0] <= options.until)


def above_in(entry: Entry, entries: Mapping[FullKey, Entry], options: Options) -> Entry | None:
    """Find the nearest entry of the calendar that an entry belongs to."""
    for above in upwards(entry, entries):
        if is_placed(above) and is_wanted(above, options):
            return above
    return None


def _undated(
    wanted: Iterable[Entry], entries: Mapping[FullKey, Entry], options: Options
) -> dict[FullKey | None, list[Entry]]:
    """Gather what has no place under the nearest entry that has one; a plain day of a visit needs no mention."""
    found: dict[FullKey | None, list[Entry]] = {}
    for entry in wanted:
        if is_placed(entry) or (entry.level is Level.DAY and not entry.note.strip()):
            continue
        above = above_in(entry, entries, options)
        found.setdefault((above.programme, above.key) if above else None, []).append(entry)
    return found


# --- deadlines as entries of their own --------------------------------------------------------------------------------


def with_deadlines(timeline: Timeline, language: Wording) -> Timeline:
    """Add the last days for accreditation and the ends of embargoes as entries; once, if asked twice.

    Each stands below the entry that it is about, and is for the same audience.
    """
    known = {entry.full_key for entry in timeline.entries}
    found = [made for entry in timeline.entries for made in _deadlines(entry, language) if made.full_key not in known]
    return evolve(timeline, entries=in_order([*timeline.entries, *found])) if found else timeline


def is_deadline(entry: Entry) -> bool:
    """Tell whether an entry was made of a deadline of another one."""
    return entry.parent is not None and entry.key in {f"{entry.parent}/{what}" for what in (_ACCREDITATION, _EMBARGO)}


def _deadlines(entry: Entry, language: Wording) -> Iterator[Entry]:
    if entry.accreditation:
        title = language.say("Accreditation closes: {title}", title=entry.title)
        yield _deadline(entry, _ACCREDITATION, title, Days(entry.accreditation, entry.accreditation))
    if entry.embargo:
        title = language.say("Embargo ends: {title}", title=entry.title)
        yield _deadline(entry, _EMBARGO, title, _moment(entry.embargo, entry.zone))


def _deadline(entry: Entry, what: str, title: str, timing: Timing) -> Entry:
    first = (entry.was[0], f"{entry.was[1]}/{what}") if entry.was else None
    return Entry(
        programme=entry.programme,
        key=f"{entry.key}/{what}",
        level=Level.SESSION,
        parent=entry.key,
        title=title,
        timing=timing,
        zone=entry.zone,
        status=entry.status if entry.status.off else Status.CONFIRMED,
        audience=entry.audience,
        url=entry.url,
        source=entry.source,
        was=first,
    )


def _moment(until: dt.date | dt.datetime, zone: str | None) -> Timing:
    """Place the end of an embargo; a time whose zone nobody knows is not made up."""
    if not isinstance(until, dt.datetime):
        return Days(until, until)
    if until.tzinfo is None and zone is None:
        return Days(until.date(), until.date())
    return Hours(until if until.tzinfo else until.replace(tzinfo=ZoneInfo(zone or "UTC")))

"""What a document tells of one thing in several places, as one item: headline and body, and what stands apart."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from diplocal.announcement.item import Accreditation, Change, Item
from diplocal.languages.notices import Notices
from diplocal.model import Access, Format, Status
from diplocal.when import Clock, ClockSpan, Time


def told_once(items: Sequence[Item], notices: Notices) -> list[Item]:
    """Merge what headline, lead and body tell of the same thing; dated tellings come before undated ones."""
    kept: list[Item] = []
    told = [one for one in items if not one.joins]
    for item in sorted(told, key=lambda one: (one.reading is None, one.at)):
        same = next((i for i, one in enumerate(kept) if _same(one, item, notices)), None)
        if same is None:
            kept.append(item)
        else:
            kept[same] = _merged(kept[same], item)
    for item in items:
        kept = _joined(kept, item, notices) if item.joins else kept
    return sorted(kept, key=lambda one: one.at)


def _joined(kept: list[Item], more: Item, notices: Notices) -> list[Item]:
    """Give what was told before by the same words those who are said to take part; a delegation is a visit's."""
    wanted = {*notices.content(more.title)} - notices.travellers
    before = [one for one in kept if one.at < more.at and wanted <= {*notices.content(one.title)}]
    known = max(before, key=lambda one: one.at, default=None)
    if known is None:
        return kept
    full = evolve(known, people=dict.fromkeys([*known.people, *more.people]))
    return _with(kept, known, full.quoting(more.raw))


def _with(items: Sequence[Item], known: Item, full: Item) -> list[Item]:
    return [full if one is known else one for one in items]


def completed(found: Sequence[Item], more: Item) -> list[Item]:
    """Give what was told last of a day, or else without one, the day, time and place that a form states alone."""
    fit = [one for one in found if one.reading and one.days == more.days and not one.time]
    known = next(reversed(fit or [one for one in found if one.reading is None or one.umbrella]), None)
    if known is None:
        return list(found)
    full = evolve(
        known, reference=known.reference or more.reference, reading=known.reading or more.reading,
        time=known.time or more.time, place=more.place or known.place,
    )  # fmt: skip
    return _with(found, known, full.quoting(more.raw))


def accredited(items: Sequence[Item], deadline: Accreditation | None) -> list[Item]:
    """Give the first thing that takes place then or later the last day for accreditation, and who is let in."""
    if deadline is None:
        return list(items)
    later = [(one.reading.start, not one.visit, one.at, i) for i, one in enumerate(items) if one.reading]
    first = min((one for one in later if one[0] >= deadline.until), default=None)
    if first is None:
        return list(items)
    known = items[first[-1]]
    full = evolve(known, accreditation=deadline.until, access=known.access or Access.ACCREDITED)
    return _with(items, known, full.quoting(deadline.words))


def called_off(items: Sequence[Item], changes: Sequence[Change], notices: Notices) -> list[Item]:
    """Give what was told of without a word of it the status that another sentence says, and that sentence."""
    return [_called_off(item, changes, notices) if item.status is Status.EXPECTED else item for item in items]


def _called_off(item: Item, changes: Sequence[Change], notices: Notices) -> Item:
    found = (one for one in changes if one.status.off and _alike(item.title, one.title, notices))
    change = next(found, None)
    return evolve(item, status=change.status).quoting(change.words) if change else item


def _same(one: Item, other: Item, notices: Notices) -> bool:
    if one.reading and other.reading:
        if one.days != other.days or (one.time and other.time and one.time != other.time):
            return False
        return (one.visit and other.visit and not _is_apart(one, other)) or _alike(one.title, other.title, notices)
    if one.format is not other.format and not {one.format, other.format} & {None, Format.MEETING}:
        return False
    return _alike(one.title, other.title, notices)


def _is_apart(one: Item, other: Item) -> bool:
    """Tell whether two visits are of other people, or legs of a journey: to towns that keep clocks of their own."""
    zones = {item.place.zone for item in (one, other) if item.place}
    others = bool(one.people and other.people) and {*one.people}.isdisjoint(other.people)
    return others or (len(zones) == 2 and None not in zones)


def _alike(title: str, other: str, notices: Notices) -> bool:
    """Compare what two titles say beside the kind of thing."""
    mine, theirs = ({*notices.content(one)} - notices.kinds for one in (title, other))
    return len(mine & theirs) * 2 > min(len(mine), len(theirs))


def _merged(one: Item, other: Item) -> Item:
    people = (*one.people, *(who for who in other.people if who not in one.people and one.visit))
    full = evolve(one, people=people, place=one.place or other.place, time=one.time or other.time)
    return full.quoting(other.raw)


def with_zone(item: Item, stated: Mapping[int, str]) -> Item:
    """Give a clock the zone that is stated over it; ask whose "local time" is meant where no place is named."""
    clock = item.time.start if isinstance(item.time, ClockSpan) else item.time
    if not isinstance(clock, Clock):
        return item
    over = next((zone for start, zone in sorted(stated.items(), reverse=True) if start <= item.at), None)
    if clock.zone is None and over is not None:
        return evolve(item, time=_in_zone(item.time, over))
    if clock.zone != "local" or item.place is not None:
        return item
    doubt = "the words say 'local time' of a place that they don't name"
    return evolve(item, time=_in_zone(item.time, None), doubts=[*item.doubts, doubt])


def _in_zone(time: Time | None, zone: str | None) -> Time | None:
    if isinstance(time, ClockSpan):
        return ClockSpan(evolve(time.start, zone=zone), evolve(time.end, zone=zone))
    return evolve(time, zone=zone) if isinstance(time, Clock) else time

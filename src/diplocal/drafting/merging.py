"""What headline, lead and body tell of one thing, as one item."""

import datetime as dt
from collections.abc import Sequence

from attrs import evolve

from diplocal.drafting.notice.item import Item
from diplocal.languages.notices import Notices
from diplocal.model import Access, Format, Status


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
    full = evolve(known, people=dict.fromkeys([*known.people, *more.people]), raw=_both(known.raw, more.raw))
    return [full if one is known else one for one in kept]


def _both(raw: str, more: str) -> str:
    return raw if more in raw else f"{raw}\n\n{more}"


def completed(found: Sequence[Item], more: Item) -> list[Item]:
    """Give what was told last of a day, or else without one, the day, time and place that a form states alone."""
    days = (more.reading.start, more.reading.end) if more.reading else None
    fit = [one for one in found if one.reading and (one.reading.start, one.reading.end) == days and not one.time]
    known = next(reversed(fit or [one for one in found if one.reading is None or one.umbrella]), None)
    if known is None:
        return list(found)
    full = evolve(
        known, reference=known.reference or more.reference, reading=known.reading or more.reading,
        time=known.time or more.time, place=more.place or known.place, raw=f"{known.raw}\n\n{more.raw}",
    )  # fmt: skip
    return [full if one is known else one for one in found]


def accredited(items: Sequence[Item], deadline: tuple[dt.date, str] | None) -> list[Item]:
    """Give the first thing that takes place then or later the last day for accreditation, and who is let in."""
    if deadline is None:
        return list(items)
    day, words = deadline
    later = [one for one in items if one.reading and one.reading.start >= day]
    first = min(later, key=lambda one: (one.reading.start if one.reading else day, not one.visit, one.at), default=None)
    if first is None:
        return list(items)
    full = evolve(first, accreditation=day, access=first.access or Access.ACCREDITED, raw=f"{first.raw}\n\n{words}")
    return [full if one is first else one for one in items]


def called_off(items: Sequence[Item], changes: Sequence[tuple[str, Status, str]], notices: Notices) -> list[Item]:
    """Give what was told of without a word of it the status that another sentence says, and that sentence."""
    return [_called_off(item, changes, notices) if item.status is Status.EXPECTED else item for item in items]


def _called_off(item: Item, changes: Sequence[tuple[str, Status, str]], notices: Notices) -> Item:
    for title, status, words in changes:
        if status.off and _alike(item.title, title, notices):
            return evolve(item, status=status, raw=item.raw if words in item.raw else f"{item.raw}\n\n{words}")
    return item


def _same(one: Item, other: Item, notices: Notices) -> bool:
    if one.reading and other.reading:
        dates = (one.reading.start, one.reading.end) == (other.reading.start, other.reading.end)
        times = one.time in {None, other.time} or other.time is None
        return dates and times and ((one.visit and other.visit) or _alike(one.title, other.title, notices))
    if one.format is not other.format and not {one.format, other.format} & {None, Format.MEETING}:
        return False
    return _alike(one.title, other.title, notices)


def _alike(title: str, other: str, notices: Notices) -> bool:
    """Compare what two titles say beside the kind of thing."""
    mine, theirs = ({*notices.content(one)} - notices.kinds for one in (title, other))
    return len(mine & theirs) * 2 > min(len(mine), len(theirs))


def _merged(one: Item, other: Item) -> Item:
    people = (*one.people, *(who for who in other.people if who not in one.people and one.visit))
    raw = one.raw if other.raw in one.raw else f"{one.raw}\n\n{other.raw}"
    return evolve(one, people=people, raw=raw, place=one.place or other.place, time=one.time or other.time)

"""What a notice says otherwise about an entry: its time, its status, its place, who takes part."""

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from attrs import frozen

from diplocal.amending.lookups import names_of
from diplocal.model import Place, Status
from diplocal.timeline import ByDay, Days, Entry, Hours, NoDate, Sometime, Timing, say_timing, timing_dates


class Shift(Enum):
    """How one time stands to another."""

    NONE = "none"
    FINER = "finer"
    MOVED = "moved"


@frozen
class NewTime:
    """Another time, or a more precise one."""

    words: str
    moved: bool


@frozen
class NewStatus:
    """Another status."""

    words: str
    status: Status


@frozen
class NewPlace:
    """Another place, or a place at last."""

    words: str


@frozen
class MorePeople:
    """People who take part, by their keys in the notice."""

    words: str
    people: tuple[str, ...]


Difference: TypeAlias = NewTime | NewStatus | NewPlace | MorePeople


def differences(old: Entry, new: Entry, holder: Entry | None = None) -> Iterator[Difference]:
    """Tell what a notice says otherwise of an entry; what it leaves out or says less exactly is not a difference.

    Who takes part in `holder`, in which the old entry hangs, takes part in all of it.
    """
    match shift(old.timing, new.timing):
        case Shift.MOVED:
            yield NewTime(f"moved from {say_timing(old.timing)} to {say_timing(new.timing)}", moved=True)
        case Shift.FINER:
            yield NewTime(f"more precise: {say_timing(new.timing)}", moved=False)
        case Shift.NONE:
            pass
    status = Status.REINSTATED if old.status.off and not new.status.off else new.status
    if status.news and status is not old.status:
        yield NewStatus(status.news, status)
    if new.place and new.own_place and not (old.place and _same_place(old.place, new.place)):
        yield NewPlace(f"in {new.place.venue or new.place.name}" + (f", not in {old.place.name}" if old.place else ""))
    there = [*old.participants, *(holder.participants if holder else ())]
    known = {name for one in there if one.person for name in names_of(one.person)}
    more = [one.person for one in new.participants if one.person and not names_of(one.person) & known]
    if more:
        yield MorePeople(f"with {', '.join(one.name for one in more)}", tuple(one.key for one in more))


def shift(old: Timing, new: Timing) -> Shift:
    """Tell whether a time is another one, the same more exactly, or the same (perhaps less exactly)."""
    before, after = timing_dates(old), timing_dates(new)
    if after is None or isinstance(new, NoDate):
        return Shift.NONE
    if before is None or isinstance(old, NoDate):
        return Shift.FINER
    inside = before[0] <= after[0] and after[1] <= before[1]
    around = after[0] <= before[0] and before[1] <= after[1]
    if isinstance(old, Hours) and isinstance(new, Hours):
        return _of_clocks(old, new)
    if isinstance(old, Sometime | ByDay):
        return _of_windows(old, new, inside=inside, around=around)
    if isinstance(new, Hours) and before == after:
        return Shift.FINER
    longer_or_shorter = isinstance(old, Days) and isinstance(new, Days) and before != after
    return Shift.MOVED if longer_or_shorter or not (inside or around) else Shift.NONE


def _of_clocks(old: Hours, new: Hours) -> Shift:
    if old.start != new.start:
        return Shift.MOVED
    if new.end is None or old.end == new.end:
        return Shift.NONE
    return Shift.FINER if old.end is None else Shift.MOVED


def _of_windows(old: Sometime | ByDay, new: Timing, *, inside: bool, around: bool) -> Shift:
    """Tell what a time is to a window; a deadline is the window up to it."""
    last = timing_dates(new)
    if isinstance(new, Sometime | ByDay):
        return Shift.NONE if around else Shift.FINER if inside else Shift.MOVED
    by_then = isinstance(old, ByDay) and last is not None and last[1] <= old.day
    return Shift.FINER if inside or by_then else Shift.MOVED


def _same_place(one: Place, other: Place) -> bool:
    names, others = ({name.casefold() for name in (place.name, place.venue) if name} for place in (one, other))
    return not names.isdisjoint(others)

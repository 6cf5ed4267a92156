"""What a notice says otherwise about an entry: its time, its status, its place, who takes part."""

from enum import Enum

from attrs import frozen

from diplocal.amending.lookups import names_of
from diplocal.model import Person, Place, Status
from diplocal.timeline import ByDay, Days, Entry, Hours, NoDate, Sometime, Timing, say_timing, timing_dates


class Shift(Enum):
    """How one time stands to another."""

    NONE = "none"
    FINER = "finer"
    MOVED = "moved"


@frozen(kw_only=True)
class Difference:
    """What a notice says otherwise of an entry; what it leaves out or says less exactly is not in it.

    Attributes:
        old: the entry as the programme has it.
        new: the entry as the notice has it.
        shift: how its new time stands to the old one.
        status: another status.
        place: another place, or a place at last.
        people: those of the notice who were not known to take part.
    """

    old: Entry
    new: Entry
    shift: Shift
    status: Status | None
    place: Place | None
    people: tuple[Person, ...]

    @classmethod
    def between(cls, old: Entry, new: Entry, holder: Entry | None = None) -> "Difference":
        """Compare an entry with a notice; who takes part in `holder`, in which it hangs, takes part in all of it."""
        status = Status.REINSTATED if old.status.off and not new.status.off else new.status
        place = new.place if new.own_place else None
        there = [*old.participants, *(holder.participants if holder else ())]
        known = {name for one in there if one.person for name in names_of(one.person)}
        told = (one.person for one in new.participants if one.person)
        return cls(
            old=old,
            new=new,
            shift=shift(old.timing, new.timing),
            status=status if status.news and status is not old.status else None,
            place=None if old.place and place and _same_place(old.place, place) else place,
            people=tuple(person for person in told if not names_of(person) & known),
        )

    @property
    def timing(self) -> Timing:
        """The time that the entry has from now on."""
        return self.old.timing if self.shift is Shift.NONE else self.new.timing

    @property
    def words(self) -> str:
        """All of it, in words; empty where there is nothing."""
        said = []
        if self.shift is Shift.MOVED:
            said.append(f"moved from {say_timing(self.old.timing)} to {say_timing(self.new.timing)}")
        elif self.shift is Shift.FINER:
            said.append(f"more precise: {say_timing(self.new.timing)}")
        if self.status:
            said.append(self.status.news)
        if self.place:
            instead = f", not in {self.old.place.name}" if self.old.place else ""
            said.append(f"in {self.place.venue or self.place.name}{instead}")
        if self.people:
            said.append(f"with {', '.join(one.name for one in self.people)}")
        return "; ".join(said)


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

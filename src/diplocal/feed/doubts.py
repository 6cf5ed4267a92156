"""What about a revision looks like a mistake: the wrong file, a changed key, a filter that lost its aim.

Nobody is asked here; whoever publishes decides.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from diplocal.exporters.ical import uid
from diplocal.feed.changes import Added, Cancelled, Change, Removed
from diplocal.feed.discretion import Discretion
from diplocal.feed.memory import Published, last_day
from diplocal.model import Audience

SHARE = Fraction(1, 2)
"""More of the upcoming entries than this don't go at once, as a rule; a single one may."""


def doubts(discretion: Discretion, changes: Iterable[Change], today: dt.date) -> Iterator[str]:
    """Tell what should be asked before a feed is replaced, with these changes and on this day."""
    before = discretion.before
    if before is None:
        return
    if discretion.audience is Audience.INTERNAL and before.sealed and not before.for_house:
        yield "the feed was public until now, and would show its subscribers what is internal"
    gone = sum(isinstance(one, Removed) or (isinstance(one, Cancelled) and one.status is None) for one in changes)
    if not gone:
        return
    known = {uid(*entry.first_key) for entry in discretion.whole.entries}
    if known.isdisjoint(before.parts):
        yield (
            f"none of the {len(before.parts)} entries of the feed is in the programme '{discretion.whole.key}': is it "
            "another one's feed? If a key was changed, give the old one as was = ..."
        )
    elif gone > 1 and gone > SHARE * (upcoming := _upcoming(before, today)):
        yield f"{gone} of the {upcoming} upcoming entries of the feed would go: is a file missing, or a filter wrong?"


def renamed(before: Published | None, changes: Iterable[Change]) -> Iterator[str]:
    """Tell of entries that go under one UID and come under another one: a key was changed."""
    if before is None:
        return
    listed = list(changes)
    added = Counter((one.subject.title, one.when) for one in listed if isinstance(one, Added))
    lost = (one for one in listed if isinstance(one, Cancelled) and one.status is None)
    again = [one for one in lost if added[one.subject.title, one.when]]
    if again:
        what = f"'{again[0].subject.title}' is" if len(again) == 1 else f"{len(again)} entries are"
        yield (
            f"{what} cancelled and added again: was a key changed? Give the old one as was = ..., and subscribers keep "
            "the entry"
        )


def unsourced(changes: Iterable[Change]) -> Iterator[str]:
    """Tell of entries whose time or status changed in the programme, while their source did not."""
    found = [change.subject.title for change in changes if change.subject.unsourced]
    if found:
        what = f"'{found[0]}' was changed, but its source was not"
        if len(found) > 1:
            what = f"{len(found)} entries were changed, but their sources were not ('{found[0]}' is the first)"
        yield f"{what}: name the source that says so, and keep what it was before in earlier"


def _upcoming(before: Published, today: dt.date) -> int:
    going = (entry for entry in map(before.read, before.parts.values()) if not entry.off)
    return sum(last_day(entry) >= today for entry in going)

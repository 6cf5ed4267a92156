"""What whoever publishes a feed should know about a revision: doubts before it, warnings, and asides for them alone.

A doubt is what looks like a mistake: the wrong file, a changed key, a filter that lost its aim. Nobody is asked here.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from diplocal.exporters.uids import uid
from diplocal.feed.changes import Added, Cancelled, Change, Removed
from diplocal.feed.confidential import Secrets
from diplocal.feed.previous import Published, last_day
from diplocal.feed.removals import Removal
from diplocal.model import Audience

SHARE = Fraction(1, 2)
"""More of the upcoming entries than this don't go at once, as a rule; a single one may."""

LARGE = 900_000
"""From this many octets on there is a warning: some calendars read 1 MB of a feed and no more."""


def doubts(secrets: Secrets, changes: Iterable[Change], today: dt.date) -> Iterator[str]:
    """Tell what should be asked before a feed is replaced, with these changes and on this day."""
    before = secrets.before
    if before is None:
        return
    if secrets.audience is Audience.INTERNAL and before.sealed and not before.for_house:
        yield "the feed was public until now, and would show its subscribers what is internal"
    gone = sum(isinstance(one, Removed) or _is_lost(one) for one in changes)
    if not gone:
        return
    known = {uid(*entry.first_key) for entry in secrets.whole.entries}
    if known.isdisjoint(before.parts):
        yield (
            f"none of the {len(before.parts)} entries of the feed is in the programme '{secrets.whole.key}': is it "
            "another one's feed? If a key was changed, give the old one as was = ..."
        )
    elif gone > 1 and gone > SHARE * (upcoming := _upcoming(before, today)):
        yield f"{gone} of the {upcoming} upcoming entries of the feed would go: is a file missing, or a filter wrong?"


def warnings(before: Published | None, octets: bytes) -> Iterator[str]:
    """Tell what is wrong with a feed, before it was revised and after that."""
    if before and before.damaged:
        number = len(before.damaged)
        entries = "entry of the feed was" if number == 1 else "entries of the feed were"
        yield f"{number} {entries} damaged; what the programme has of them is written again, and the rest is taken out"
    if len(octets) >= LARGE:
        yield (
            f"the feed has {len(octets) / 1_000_000:.1f} MB, and some calendars stop at 1 MB: narrow it with since and "
            f"until, or make a feed for each person, party or topic"
        )


def asides(secrets: Secrets, changes: Sequence[Change], removals: Iterable[Removal]) -> Iterator[str]:
    """Tell whoever publishes the feed what its readers are not told."""
    before = secrets.before
    if before:
        if secrets.audience is Audience.PUBLIC and before.for_house:
            yield "the feed was for the house until now: whoever had it knows what is internal"
        for quiet, number in Counter(one.quiet for one in removals if one.quiet).items():
            yield f"{number} {'entry' if number == 1 else 'entries'} of the feed {quiet.value}"
        yield from _renamed(changes)
    yield from _unsourced(changes)


def _renamed(changes: Sequence[Change]) -> Iterator[str]:
    """Tell of entries that go under one UID and come under another one: a key was changed."""
    added = Counter((one.subject.title, one.when) for one in changes if isinstance(one, Added))
    again = [
        one.subject.title
        for one in changes
        if isinstance(one, Cancelled) and _is_lost(one) and added[one.subject.title, one.when]
    ]
    if again:
        what = f"'{again[0]}' is" if len(again) == 1 else f"{len(again)} entries are"
        yield (
            f"{what} cancelled and added again: was a key changed? Give the old one as was = ..., and subscribers keep "
            "the entry"
        )


def _unsourced(changes: Iterable[Change]) -> Iterator[str]:
    """Tell of entries whose time or status changed in the programme, while their source did not."""
    found = [change.subject.title for change in changes if change.subject.unsourced]
    if found:
        what = f"'{found[0]}' was changed, but its source was not"
        if len(found) > 1:
            what = f"{len(found)} entries were changed, but their sources were not ('{found[0]}' is the first)"
        yield f"{what}: name the source that says so, and keep what it was before in earlier"


def _is_lost(change: Change) -> bool:
    """Tell whether an entry is merely no longer announced."""
    return isinstance(change, Cancelled) and change.status is None


def _upcoming(before: Published, today: dt.date) -> int:
    going = (entry for entry in map(before.read, before.parts.values()) if not entry.off)
    return sum(last_day(entry) >= today for entry in going)

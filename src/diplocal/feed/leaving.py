"""What becomes of an entry that subscribers have and the timeline no longer places.

It vanished from the programme, lost its date, was left out by a window or a selection, or became internal. The first
two are struck, or what the options say instead of that; what became internal goes without a word.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import evolve, frozen

from diplocal.exporters.contentline import Component, Property, Value, content_line, encode
from diplocal.exporters.ical import HEAD, Page, Struck, event, titled, uid
from diplocal.exporters.ical.page import is_placed, is_wanted
from diplocal.exporters.ical.telling import capital, description
from diplocal.exporters.ical.telling import name as name_of
from diplocal.exporters.unfold import Slice, unfold
from diplocal.feed.changes import OFF, Cancelled, Change, Removed, Subject, compare, subject_of
from diplocal.feed.stored import Stored, read_slice
from diplocal.feed.succession import read_component, succeed
from diplocal.feed.titles import GONE, without_date
from diplocal.feed.wording import say_timing
from diplocal.model import Audience, Status
from diplocal.timeline import Entry, Level, NoDate, Sometime, Timeline, timing_dates


@frozen
class Stay:
    """A component that the feed keeps, and a stand-in for its entry, with its time alone."""

    octets: bytes
    entry: Entry


Left: TypeAlias = tuple[Stay | None, tuple[Change, ...]]


@frozen(kw_only=True)
class Leaving:
    """What deciding needs beside the entry.

    Attributes:
        octets: the published feed.
        page: what is told from now on.
        keep: how long an entry is kept after its date.
        known: by UID, the entries of the programme that have no component of their own now.
        hidden: by UID, those of them that the audience may not know of.
        secrets: what would give these away; ``None``: nothing.
    """

    octets: bytes
    page: Page
    keep: dt.timedelta
    known: Mapping[str, Entry]
    hidden: Mapping[str, Entry]
    secrets: re.Pattern[str] | None

    @property
    def today(self) -> dt.date:
        """The day of the revision."""
        return self.page.stamp.date()


def prepare(octets: bytes, page: Page, timeline: Timeline, told: Timeline, keep: dt.timedelta) -> Leaving:
    """Look up what deciding about the entries of a published feed needs.

    Args:
        octets: the published feed.
        page: what is told from now on.
        timeline: the whole of it.
        told: what of it the audience may read.
        keep: how long an entry is kept after its date.
    """
    placed = {entry.full_key for entry in page.placed}
    missing = [entry for entry in timeline.entries if entry.full_key not in placed]
    shown = {entry.full_key for entry in told.entries}
    known = {uid(*entry.full_key): entry for entry in missing}
    hidden = {key: entry for key, entry in known.items() if entry.full_key not in shown}
    secrets = _secrets(timeline, hidden) if page.options.audience is Audience.PUBLIC else None
    return Leaving(octets=octets, page=page, keep=keep, known=known, hidden=hidden, secrets=secrets)


def leave(part: Slice, leaving: Leaving) -> Left:
    """Decide what stays in the feed of an entry without a place in it, and what is told about that."""
    if part.key in leaving.hidden:
        return None, ()
    old, entry, page = read_slice(leaving.octets, part), leaving.known.get(part.key), leaving.page
    if entry is None:
        return _vanished(part, old, leaving)
    if entry.full_key not in page.entries:
        return None, () if _is_over(old, leaving) or old.off else (_removed(old, entry),)
    if is_placed(entry):  # but outside the window, or cancelled where such are dropped
        component = event(entry, page)
        return None, tuple(compare(old, read_component(component, encode(component)), entry))
    if isinstance(entry.timing, Sometime | NoDate):
        return _undated(part, old, entry, leaving)
    return None, ()


def _removed(old: Stored, entry: Entry) -> Removed:
    return Removed(subject_of(old.uid, old.title.name, entry), old.timing)


# --- an entry that lost its date --------------------------------------------------------------------------------------


def _undated(part: Slice, old: Stored, entry: Entry, leaving: Leaving) -> Left:
    """Strike an entry at the time that it had; its title says whether it is off or its date is open again."""
    component = _struck(old, entry, leaving.page)
    written = encode(component)
    new = read_component(component, written)
    told = tuple(compare(old, new, entry))
    if not _is_kept(old, leaving):
        return None, told
    changed = succeed(part, leaving.octets, component, written, leaving.page.stamp)
    return Stay(changed or leaving.octets[part.start : part.end], _stand_in(new)), told


def _struck(old: Stored, entry: Entry, page: Page) -> Component:
    named, language = name_of(entry, page), page.language
    said = [capital(say_timing(entry.timing, language)), description(entry, page)]
    texts = {
        "SUMMARY": titled(named, entry.status, language) if entry.status in OFF else without_date(named, language),
        "STATUS": _status(page),
        "DESCRIPTION": "\n".join(said),
    }
    component = event(evolve(entry, timing=old.timing), page)
    properties = [prop._replace(value=texts.get(prop.name, prop.value)) for prop in component.properties]
    return evolve(component, properties=properties)


# --- an entry that vanished -------------------------------------------------------------------------------------------


def _vanished(part: Slice, old: Stored, leaving: Leaving) -> Left:
    """Strike an entry that the programme no longer has; one that is over by now was not cancelled, and stays."""
    page, octets = leaving.page, leaving.octets
    if _tells_secrets(old, leaving) or not is_wanted(_stand_in(old), page.options):
        return None, ()
    over = _is_over(old, leaving)
    told = () if over or old.off else (Cancelled(Subject(uid=old.uid, title=old.title.name), old.timing, None),)
    if not _is_kept(old, leaving):
        return None, told
    texts = {} if over else _texts_of_gone(old, page)
    written = _rewritten(part, old, texts, leaving) if texts else octets[part.start : part.end]
    return Stay(written, _stand_in(old)), told


def _texts_of_gone(old: Stored, page: Page) -> dict[str, str]:
    """Say that an entry is gone, as far as it doesn't say so already."""
    status = _status(page)
    if old.off:
        return {} if old.text("STATUS") == status else {"STATUS": status}
    return {
        "SUMMARY": titled(old.text("SUMMARY"), Status.CANCELLED, page.language),
        "STATUS": status,
        "DESCRIPTION": f"{page.say(GONE)}\n{old.text('DESCRIPTION')}".strip(),
    }


def _rewritten(part: Slice, old: Stored, texts: Mapping[str, str], leaving: Leaving) -> bytes:
    """Replace texts of a component; every other line keeps its bytes."""
    stamp = max(leaving.page.stamp, old.stamp)
    head = (old.uid, stamp, stamp, old.sequence + 1)
    values: dict[str, Value] = {**dict(zip(HEAD, head, strict=True)), **texts}

    def lines() -> Iterator[bytes]:
        for line in unfold(leaving.octets, part.start, part.end):
            if line.name in values:
                yield content_line(Property(line.name, values[line.name])) + b"\r\n"
            else:
                yield leaving.octets[line.start : line.end]

    return b"".join(lines())


# --- what all of them share -------------------------------------------------------------------------------------------


def _status(page: Page) -> str:
    return "TENTATIVE" if page.options.struck is Struck.SHOW else "CANCELLED"


def _stand_in(old: Stored) -> Entry:
    """Make an entry that is where a published one is, and says nothing else."""
    return Entry(programme="", key=old.uid, level=Level.SESSION, title=old.title.name, timing=old.timing)


def _last_day(old: Stored) -> dt.date:
    dates = timing_dates(old.timing)
    return dates[1] if dates else dt.date.max


def _is_over(old: Stored, leaving: Leaving) -> bool:
    return _last_day(old) < leaving.today


def _is_kept(old: Stored, leaving: Leaving) -> bool:
    options = leaving.page.options
    past = leaving.today - _last_day(old) > leaving.keep
    return options.struck is not Struck.DROP and not past and is_wanted(_stand_in(old), options)


def _secrets(timeline: Timeline, hidden: Mapping[str, Entry]) -> re.Pattern[str] | None:
    """Gather what would give hidden entries and participants away: their UIDs, titles and names."""
    names = {*hidden, *(entry.title for entry in hidden.values())}
    for entry in timeline.entries:
        names |= {who.name for who in entry.participants if who.audience is Audience.INTERNAL}
    words = sorted((re.escape(name) for name in names if name.strip()), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def _tells_secrets(old: Stored, leaving: Leaving) -> bool:
    """Tell whether a vanished entry speaks of what became internal since it was published."""
    secrets = leaving.secrets
    return secrets is not None and any(secrets.search(old.text(name)) for name in old.lines)

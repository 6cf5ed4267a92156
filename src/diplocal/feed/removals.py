"""What becomes of an entry that subscribers have and the timeline no longer places.

It vanished from the programme, lost its date, was left out by a window or a selection, or became internal. The first
two are struck, or what the options say instead of that; what became internal goes without a word. Where a vanished
entry speaks of something that is internal by now, it is struck with neutral words.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from functools import cached_property

from attrs import evolve, frozen

from diplocal.exporters.ical import HEAD, CalendarView, Struck, event, titled
from diplocal.exporters.ical.telling import description
from diplocal.exporters.ical.view import is_placed, is_wanted
from diplocal.exporters.ical.view import name as name_of
from diplocal.exporters.rfc5545.contentline import Component, Property, Value, content_line
from diplocal.exporters.rfc5545.unfold import Slice
from diplocal.exporters.telling.fragments import plain
from diplocal.exporters.uids import uid
from diplocal.exporters.wording import capital
from diplocal.feed.changes import Cancelled, Change, Removed, Subject, subject_of
from diplocal.feed.confidential import Secrets
from diplocal.feed.previous import Published, Stored, last_day, own_lines, read_sealed, succeed
from diplocal.feed.state import STATE, State, seal, sealed, state_of
from diplocal.model import Status
from diplocal.timeline import Entry, Level, NoDate, Sometime

_GONE = "No longer announced"
"""What the description of an entry that vanished begins with."""
_NEUTRAL = (*HEAD, "DTSTART", "DTEND", "TRANSP", "SUMMARY", "STATUS")
"""All that is left of an entry whose words may not be told any more."""
_BUSY = frozenset({"X-MICROSOFT-CDO-BUSYSTATUS"})


class Quiet(Enum):
    """What happens to an entry that whoever publishes the feed is told, and no reader of it."""

    HIDDEN = "became internal and went out of the feed without a word"
    UNSAID = "vanished and spoke of something internal, so that nothing of its words is left"


@frozen
class Removal:
    """What becomes of an entry."""

    # the octets that the feed keeps, and a stand-in for the entry, with its time alone
    stay: tuple[bytes, Entry] | None = None
    changes: tuple[Change, ...] = ()  # what is told
    quiet: Quiet | None = None  # what is told the publisher alone


@frozen(kw_only=True, slots=False)
class Context:
    """What deciding needs beside the entry."""

    before: Published  # the published feed
    view: CalendarView  # what is told from now on
    keep_days: int  # how many days an entry is kept after its date
    secrets: Secrets  # what may not be told of the published feed

    @cached_property
    def known(self) -> Mapping[str, Entry]:
        """By UID, the entries that the audience may read and that have no component of their own now."""
        placed = {entry.full_key for entry in self.view.placed}
        return {uid(*one.first_key): one for one in self.secrets.told.entries if one.full_key not in placed}

    def days_over(self, old: Stored) -> int:
        """Tell how many days ago the last day of an entry was."""
        return (self.view.stamp.date() - last_day(old)).days

    def keeps(self, old: Stored) -> bool:
        """Tell whether a struck entry stays in the feed for now."""
        options = self.view.options
        recent = self.days_over(old) <= self.keep_days
        return options.struck is not Struck.DROP and recent and is_wanted(_stand_in(old), options)


def remove(part: Slice, context: Context) -> Removal:
    """Decide what stays in the feed of an entry without a place in it, and what is told about that."""
    if part.key in context.secrets.hidden:
        return Removal(quiet=Quiet.HIDDEN)
    old, entry, view = context.before.read(part), context.known.get(part.key), context.view
    if entry is None:
        return _vanished(part, old, context)
    if entry.full_key not in view.teller.entries:
        if old.off or context.days_over(old) > 0:
            return Removal()
        title = name_of(entry, view.teller) if context.secrets.are_in(old) else old.state.name
        return Removal(changes=(Removed(subject_of(old.uid, title, entry), old.timing),))
    if is_placed(entry):  # but outside the window, or cancelled where such are dropped
        component = event(entry, view)
        new = read_sealed(component, sealed(component, state_of(entry, view)))
        return Removal(changes=tuple(context.secrets.compare(old, new, entry)))
    return _undated(part, old, entry, context) if isinstance(entry.timing, Sometime | NoDate) else Removal()


# --- an entry that lost its date --------------------------------------------------------------------------------------


def _undated(part: Slice, old: Stored, entry: Entry, context: Context) -> Removal:
    """Strike an entry at the time that it had; its title says whether it is off or its date is open again."""
    view = context.view
    component, state = _struck(old, entry, view), state_of(evolve(entry, timing=old.timing), view)
    if not entry.status.off:
        state = evolve(state, statuses=frozenset(), undated=True)
    new = read_sealed(component, sealed(component, state))
    told = tuple(context.secrets.compare(old, new, entry))
    if not context.keeps(old):
        return Removal(changes=told)
    octets, _ = succeed(part, context.before, component, state, view.stamp)
    return Removal((octets, _stand_in(new)), told)


def _struck(old: Stored, entry: Entry, view: CalendarView) -> Component:
    named, language = name_of(entry, view.teller), view.language
    off = entry.status.off
    said = [capital(plain(view.teller.timing(entry.timing))), description(entry, view)]
    texts = {
        "SUMMARY": titled(named, entry.status, language) if off else view.say("Date open: {readings}", readings=named),
        "STATUS": _status(view),
        "DESCRIPTION": "\n".join(said),
    }
    component = event(evolve(entry, timing=old.timing), view)
    kept = [prop for prop in component.properties if prop.name not in {"TRANSP", *_BUSY}]
    properties = [prop._replace(value=texts.get(prop.name, prop.value)) for prop in kept]
    return evolve(component, properties=[*properties, Property("TRANSP", "TRANSPARENT")], children=())


# --- an entry that vanished -------------------------------------------------------------------------------------------


def _vanished(part: Slice, old: Stored, context: Context) -> Removal:
    """Strike an entry that the programme no longer has; one that is over by now was not cancelled, and stays."""
    view, before = context.view, context.before
    if context.secrets.was_internal(old):
        return Removal(quiet=Quiet.HIDDEN)
    if not is_wanted(_stand_in(old), view.options):
        return Removal()
    over, secret = context.days_over(old) > 0, context.secrets.are_in(old)
    title = view.say(_GONE) if secret else old.state.name
    told = () if over or old.off else (Cancelled(Subject(uid=old.uid, title=title), old.timing, None),)
    quiet = Quiet.UNSAID if secret else None
    if not context.keeps(old) or (secret and over):
        return Removal(None, told, quiet)
    texts = _neutral_texts(old, view) if secret else {} if over else _texts_of_gone(old, view)
    state = State(name=title).strike() if secret else old.state.strike() if texts else old.state
    if texts or not before.sealed:
        written = _rewritten(part, old, texts, state, context, kept=_NEUTRAL if secret else None)
    else:
        written = before.octets[part.start : part.end]
    return Removal((written, _stand_in(old)), told, quiet if texts else None)


def _neutral_texts(old: Stored, view: CalendarView) -> dict[str, str]:
    """Strike an entry without a word of what it was, as far as it isn't struck so already."""
    summary, status = titled(view.say(_GONE), Status.CANCELLED, view.language), _status(view)
    if old.text("SUMMARY") == summary and old.text("STATUS") == status and "DESCRIPTION" not in old.lines:
        return {}
    return {"SUMMARY": summary, "STATUS": status, "TRANSP": "TRANSPARENT"}


def _texts_of_gone(old: Stored, view: CalendarView) -> dict[str, str]:
    """Say that an entry is gone, as far as it doesn't say so already."""
    status = _status(view)
    if old.off:
        return {} if old.text("STATUS") == status else {"STATUS": status}
    return {
        "SUMMARY": titled(old.text("SUMMARY"), Status.CANCELLED, view.language),
        "STATUS": status,
        "TRANSP": "TRANSPARENT",
        "DESCRIPTION": f"{view.say(_GONE)}\n{old.text('DESCRIPTION')}".strip(),
    }


def _rewritten(
    part: Slice,
    old: Stored,
    texts: Mapping[str, str],
    state: State,
    context: Context,
    *,
    kept: Collection[str] | None = None,
) -> bytes:
    """Replace texts of a component; every other line keeps its bytes, or goes where its name isn't among `kept`."""
    stamp = max(context.view.stamp, old.stamp) if texts else old.stamp
    head = (old.uid, stamp, stamp, old.sequence + bool(texts))
    values: dict[str, Value] = {**dict(zip(HEAD, head, strict=True)), **texts}
    octets, dropped = context.before.octets, STATE | (_BUSY if texts else frozenset())

    def lines() -> Iterator[bytes]:
        yield b"BEGIN:VEVENT\r\n"
        for line in own_lines(octets, part):
            if line.name in values:
                yield content_line(Property(line.name, values.pop(line.name))) + b"\r\n"
            elif line.name not in dropped and (kept is None or line.name in kept):
                yield octets[line.start : line.end]
        yield from (content_line(Property(name, value)) + b"\r\n" for name, value in values.items())
        yield b"END:VEVENT\r\n"

    return seal(b"".join(lines()), texts.get("SUMMARY", old.text("SUMMARY")), state)


# --- what both share --------------------------------------------------------------------------------------------------


def _status(view: CalendarView) -> str:
    return "TENTATIVE" if view.options.struck is Struck.SHOW else "CANCELLED"


def _stand_in(old: Stored) -> Entry:
    """Make an entry that is where a published one is, and says nothing else."""
    return Entry(programme="", key=old.uid, level=Level.SESSION, title=old.state.name, timing=old.timing)

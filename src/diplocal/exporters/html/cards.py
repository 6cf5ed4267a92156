"""An entry as a card: everything that the template lays out, ready to be written."""

from collections.abc import Iterator

from attrs import field, frozen
from markupsafe import Markup

from diplocal.exporters.clocks import elsewhere
from diplocal.exporters.html.choices import Tags
from diplocal.exporters.html.evidence import Why, why
from diplocal.exporters.html.facts import (
    attendee,
    changes,
    cite,
    remarks,
    say_format,
    say_place,
    say_timing,
    title,
    topic,
)
from diplocal.exporters.html.markup import NOTHING, capital, filled, joined, linked, struck, told, within
from diplocal.exporters.html.page import Page, differs
from diplocal.model import Access, Audience
from diplocal.timeline import Entry, Hours, NoDate, Timing


@frozen
class Label:
    """A word or two at a glance, and how it looks."""

    words: str
    tone: str


@frozen(kw_only=True)
class Card:
    """An entry on the page.

    Attributes:
        name: of its element; empty for the trace of an entry that was moved away.
        title: linked to its own page.
        off: whether it won't take place when it says.
        time: when, on the place's clock or in words.
        unknown: whether these words only say that nobody told the time.
        zone: whose time that is, where the page tells several.
        beside: the same moment on further clocks, each with its name.
        moment: the time for machines; empty where none is known to the minute.
        format: what kind of item.
        labels: status, press access and what else is seen at a glance.
        tone: how the whole card looks.
        who: names, each with what else is told of them.
        topics: likewise.
        place: where, unless the lines around say it.
        changes: what a reader of an earlier edition must know.
        remarks: what else is known.
        why: why it has its date.
        tags: what the filter finds it by.
        below: entries without a date that belong to it.
    """

    name: str
    title: Markup
    tone: str
    tags: Tags
    off: bool = False
    time: Markup = NOTHING
    unknown: bool = False
    zone: Markup = NOTHING
    beside: tuple[tuple[Markup, str], ...] = ()
    moment: str = ""
    format: str = ""
    labels: tuple[Label, ...] = ()
    who: tuple[tuple[Markup, Markup], ...] = ()
    topics: tuple[tuple[Markup, Markup], ...] = ()
    place: Markup = NOTHING
    changes: tuple[Markup, ...] = ()
    remarks: tuple[Markup, ...] = ()
    why: Why | None = None
    below: tuple["Card", ...] = field(converter=tuple["Card", ...], default=())


def card(entry: Entry, page: Page, *, time: Markup | None = None, place: bool = True, event: bool = True) -> Card:
    """Tell everything about an entry.

    Args:
        entry: what to tell of.
        page: where.
        time: the words for its time; empty where nobody told it, ``None`` where none are wanted.
        place: whether the card has to name the place.
        event: whether it has to name the event.
    """
    off = entry.off
    hours = entry.timing if isinstance(entry.timing, Hours) else None
    return Card(
        name=page.names[entry.full_key],
        title=linked(title(entry, page), entry.url),
        tone=entry.status.tone.value,
        tags=page.choices.of(entry),
        off=off,
        time=NOTHING if time is None else (struck(time) if off else time) or page.say("Time not given"),
        unknown=time == "",
        zone=page.zone(hours.start) if hours and not page.one_zone else NOTHING,
        beside=tuple(_beside(hours, page)) if hours and not off else (),
        moment=hours.start.isoformat(timespec="minutes") if hours else "",
        format=capital(say_format(entry, page)),
        labels=tuple(_labels(entry, page)),
        who=tuple(attendee(who, page) for who in entry.participants),
        topics=tuple(topic(subject, page) for subject in entry.topics),
        place=say_place(entry.place) if place and entry.place and not page.one_place else NOTHING,
        changes=tuple(changes(entry, page)),
        remarks=tuple(remarks(entry, page, event=event)),
        why=why(entry.reason, page) if entry.reason else None,
    )


def trace(entry: Entry, now: Timing, page: Page, time: Markup) -> Card:
    """Tell of an entry that stood here once where it went, and who said so."""
    if entry.status.cancelled or isinstance(now, NoDate):
        said = Markup.escape(capital(page.language.name(entry.status)))
    else:
        there = within(say_timing(now, page), page.names[entry.full_key])
        said = capital(page.say("moved to {time}", time=there))
    source = filled(Markup("({})"), cite(entry.source, page)) if entry.source else NOTHING
    return Card(
        name="",
        title=told(entry.title) or page.say("untitled"),
        tone="gone",
        tags=page.choices.of(entry),
        off=True,
        time=struck(time),
        changes=(joined(" ", [said, source]),),
    )


def _beside(hours: Hours, page: Page) -> Iterator[tuple[Markup, str]]:
    """Say the moment on each further clock that shows another time than the place's."""
    for there in page.clocks:
        if differs(hours.start, there):
            yield told(there.name), elsewhere(hours, there, page.language)


_ACCESS = {Access.OPEN: "press-open", Access.CLOSED: "press-closed"}


def _labels(entry: Entry, page: Page) -> Iterator[Label]:
    language = page.language
    yield Label(capital(language.name(entry.status)), entry.status.tone.value)
    if entry.access:
        yield Label(capital(language.name(entry.access)), _ACCESS.get(entry.access, "press-some"))
    if entry.background:
        yield Label(capital(language.say("background")), "aside")
    if entry.audience is Audience.INTERNAL:
        yield Label(capital(language.say("internal")), "internal")

"""What backs a timeline: why each date is what it is, what to check, and where it was announced."""

import datetime as dt
from collections.abc import Callable, Iterator

from attrs import frozen

from diplocal.exporters.local_times import city, zone
from diplocal.exporters.telling.fragments import (
    NOTHING,
    Fixed,
    Link,
    Strong,
    Told,
    Within,
    bracketed,
    english,
    filled,
    fixed,
    joined,
    text,
)
from diplocal.exporters.telling.teller import Page, Teller, published_day
from diplocal.model import Source
from diplocal.reading import Certainty, Reading
from diplocal.timeline import Entry, Reason


@frozen(kw_only=True)
class Why:
    """Why an entry has its date."""

    phrase: Told  # the words that were read; nothing where the entry has none of its own
    dates: Told  # what they mean; all that is open where somebody has to choose
    certainty: Told  # how sure it is
    sure: bool  # whether nobody has to look at it
    why: Told  # what speaks for it
    anchor: Told  # the day from which they were read
    rule: Told  # its name
    others: tuple[Told, ...]  # the other readings, those that are open first

    @property
    def reason(self) -> Told:
        """What speaks for it, and from which day it was read."""
        return joined("; ", [self.why, self.anchor])


def why(reason: Reason, teller: Teller) -> Why:
    """Tell how a date was read, from which words, and what else they could mean."""
    reading = reason.reading
    return Why(
        phrase=english(reason.phrase),
        dates=_dates(reading, teller),
        certainty=teller.term(reading.certainty),
        sure=reading.certainty is Certainty.CERTAIN,
        why=english(reading.why),
        anchor=anchor(reason, teller),
        rule=text(reading.rule),
        others=(
            *still_open(reading, teller),
            *(teller.say("not {reading}", reading=teller.alternative(other)) for other in reading.rejected),
        ),
    )


def anchor(reason: Reason, teller: Teller) -> Told:
    """Tell the day from which the words were read, if they need one."""
    if not reason.anchor:
        return NOTHING
    on = bracketed(NOTHING, english(reason.anchored_on))
    return teller.say("read from {day}{on}", day=teller.day(reason.anchor), on=on)


def still_open(reading: Reading, teller: Teller) -> Iterator[Told]:
    """Tell the other readings that are still open."""
    return (teller.say("or {reading}", reading=teller.alternative(other)) for other in reading.alternatives)


def _dates(reading: Reading, teller: Teller) -> Told:
    """Say the dates of a reading, with its time of day; all that are open where somebody has to choose."""
    open_ones = reading.alternatives if reading.certainty is Certainty.AMBIGUOUS else ()
    dates = teller.either(
        [teller.dates(reading.start, reading.end), *(teller.dates(one.start, one.end) for one in open_ones)]
    )
    time = f"{reading.time:%H:%M}" if reading.time else teller.language.name(reading.part) if reading.part else ""
    if time and reading.until:
        time += f"–{reading.until:%H:%M}"
    whose = _zone(reading.zone, teller) if time and reading.zone else NOTHING
    return joined(", ", [dates, joined(" ", [fixed(time), whose])])


def _zone(key: str, teller: Teller) -> Told:
    return text(teller.zone_names.get(key) or city(key))


def checks(page: Page, named: Callable[[Entry], Told]) -> Iterator[Told]:
    """Tell what a person should check and what would settle it, behind the entry that it is about, as it is `named`."""
    teller = page.teller
    for notice in page.timeline.notices:
        about = teller.entries.get(notice.full_key)
        name = named(about) if about else (Strong(teller.say("In general")),)
        words = joined("; ", map(english, (notice.message, notice.settle)))
        yield teller.say("{name}: {words}", name=name, words=words) if words else name


def reference(source: Source, teller: Teller) -> Told:
    """Name a source with its headline, its date and the sources that it goes back to."""
    headline = filled("“{title}”", title=title) if (title := text(source.title)) else NOTHING
    publisher: Told = (Strong(text(source.publisher) or teller.say("unnamed")),)
    named = [publisher, (Link(headline, source.url),)] if headline else [(Link(publisher, source.url),)]
    known = ((key, teller.sources.get(key)) for key in source.via)
    via = ((Within(text(one.publisher), one),) if one else text(key) for key, one in known)
    return joined(", ", [*named, published(source, teller), *(teller.say("via {source}", source=one) for one in via)])


def published(source: Source, teller: Teller) -> Told:
    """Tell when a source was published, in its own zone."""
    day, moment = published_day(source), source.published
    if day is None:
        return teller.say("without a date")
    if not isinstance(moment, dt.datetime):
        return teller.date(day)
    there = moment.astimezone(zone(source.zone)) if moment.tzinfo and source.zone else moment
    whose = _zone(source.zone, teller) if source.zone else NOTHING
    return joined(", ", [teller.date(day), joined(" ", [(Fixed(f"{there:%H:%M}"),), whose])])

"""An item: something that a document announces, with what its words say of it."""

import datetime as dt

from attrs import evolve, field, frozen

from diplocal.announcement.where import Where
from diplocal.announcement.words import Named
from diplocal.model import Access, Format, Status
from diplocal.reading import Reading
from diplocal.when import Reference, Time


@frozen(kw_only=True)
class Announced:
    """What words announce.

    Attributes:
        title: a noun phrase.
        format: what kind of item.
        people: who takes part.
        unnamed: who else does.
        place: where.
        journey: whether other things may take place within it.
        act: whether it is but what somebody does, called by the verb.
        again: whether the words speak of something told before ("this meeting").
        doubt: what a person should look at.
    """

    title: str
    format: Format | None = None
    people: tuple[Named, ...] = field(converter=tuple[Named, ...], default=())
    unnamed: str = ""
    place: Where | None = None
    journey: bool = False
    act: bool = False
    again: bool = False
    doubt: str = ""


@frozen
class Accreditation:
    """Until when the press may ask for accreditation.

    Attributes:
        until: the last day.
        words: those that say it.
    """

    until: dt.date
    words: str


@frozen
class Change:
    """What a sentence says to be called off or moved.

    Attributes:
        title: what it calls it.
        status: what becomes of it.
        words: the sentence.
    """

    title: str
    status: Status
    words: str


@frozen(kw_only=True)
class Item:
    """Something that a document announces.

    Attributes:
        title: a noun phrase.
        words: those that say what it is, for a key where the title is taken.
        raw: the words as they stand in the document.
        at: its place in the document, for the order alone.
        lines: the numbers of the lines it was drafted from, from 1.
        said: the words of its day, as they stand in the document.
        reference: what is said of its day; ``None``: nothing.
        reading: what that means in the document.
        time: the time of day.
        format: as its words name it.
        visit: whether others may take place within it.
        umbrella: whether the whole document is about it.
        again: whether its words speak of something told before ("this meeting").
        joins: whether its words only say who takes part in what was told before, which the title calls.
        earlier: the words of a day that it had before.
        part_of: the title of what it is a session of.
        people: who takes part.
        unnamed: others who do.
        place: where.
        status: expected, unless the words say otherwise.
        access: who of the press is let in.
        accreditation: the last day for the accreditation of the press.
        doubts: what a person should look at.
    """

    title: str
    words: str
    raw: str
    at: int
    lines: tuple[int, ...] = field(converter=tuple[int, ...], default=())
    said: str = ""
    reference: Reference | None = None
    reading: Reading | None = None
    time: Time | None = None
    format: Format | None = None
    visit: bool = False
    umbrella: bool = False
    again: bool = False
    joins: bool = False
    earlier: Reference | None = None
    part_of: str = ""
    people: tuple[Named, ...] = field(converter=tuple[Named, ...], default=())
    unnamed: str = ""
    place: Where | None = None
    status: Status = Status.EXPECTED
    access: Access | None = None
    accreditation: dt.date | None = None
    doubts: tuple[str, ...] = field(converter=tuple[str, ...], default=())

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day; ``None``: none is said."""
        return (self.reading.start, self.reading.end) if self.reading else None

    def quoting(self, more: str) -> "Item":
        """Add words of the document to those that it was drafted from, each once."""
        return self if more in self.raw else evolve(self, raw=f"{self.raw}\n\n{more}")

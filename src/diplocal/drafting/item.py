"""An item: something that a text announces, with what its words say of it."""

from attrs import field, frozen

from diplocal.drafting.names import Named
from diplocal.model import Format, Status
from diplocal.reading import Reading
from diplocal.when import Reference


@frozen(kw_only=True)
class Item:
    """Something that a text announces.

    Attributes:
        title: a first try at one.
        words: those of its clause.
        sentence: where it stands.
        at: its place in the text, for the order alone.
        said: the words of its time, as they stand in the text.
        reference: what is said of its time; ``None``: nothing.
        reading: what that means in the text.
        format: as its words name it.
        visit: whether others may take place within it.
        again: whether its words speak of something told before ("this meeting").
        earlier: the words of a time that it had before.
        part_of: the title of what it is a session of.
        people: who takes part.
        unnamed: others who do.
        place: name and zone.
        status: expected, unless the words say otherwise.
        doubts: what a person should look at.
    """

    title: str
    words: str
    sentence: str
    at: int
    said: str = ""
    reference: Reference | None = None
    reading: Reading | None = None
    format: Format | None = None
    visit: bool = False
    again: bool = False
    earlier: Reference | None = None
    part_of: str = ""
    people: tuple[Named, ...] = field(converter=tuple[Named, ...], default=())
    unnamed: str = ""
    place: tuple[str, str] | None = None
    status: Status = Status.EXPECTED
    doubts: tuple[str, ...] = field(converter=tuple[str, ...], default=())

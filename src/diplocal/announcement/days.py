"""A day of a document, with what it means."""

from attrs import frozen

from diplocal.reading import Kind, Reading
from diplocal.when import At, Clock, ClockSpan, Reference


@frozen
class Dated:
    """A day of the document, with what it means.

    Attributes:
        reference: for the programme.
        reading: the date.
        doubt: what speaks against it; empty: nothing.
    """

    reference: Reference
    reading: Reading
    doubt: str = ""

    @property
    def is_one_day(self) -> bool:
        """Whether it is not several days, or some day within a window."""
        return self.reading.kind in {Kind.DAY, Kind.MOMENT} and self.reading.start == self.reading.end


def split_time(reference: Reference) -> tuple[Reference, Clock | ClockSpan | None]:
    """Take the clock out of a reference, for a field of its own."""
    if isinstance(reference, At) and isinstance(reference.time, Clock | ClockSpan):
        return reference.day, reference.time
    return reference, None

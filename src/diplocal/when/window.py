"""The present week, weekend, month or year and those around it."""

from attrs import frozen

from diplocal.when.units import Part, Unit


@frozen
class Window:
    """A week, weekend, month or year counted from the present one ("next week", "early next month", "this weekend").

    Attributes:
        unit: what is counted.
        shift: 0 for this one, 1 for the next, -1 for the last.
        part: the part of it.
        chained: counted from a day named earlier ("the following weekend"), not from the day the words are read.
    """

    unit: Unit
    shift: int = 0
    part: Part = Part.WHOLE
    chained: bool = False

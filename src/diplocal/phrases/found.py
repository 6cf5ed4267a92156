"""A reference among the words of a text."""

from diplocal.when import Reference


class Found:
    """A reference in words `begin` to `end` (exclusive), in the sentence from `left` to `right`.

    A plain class, as `Tokens` and `Page` are: a compiled module reaches into one several times faster.
    """

    __slots__ = ("begin", "end", "left", "reference", "right")

    def __init__(self, reference: Reference, begin: int, end: int, left: int, right: int) -> None:
        self.reference = reference
        self.begin = begin
        self.end = end
        self.left = left
        self.right = right

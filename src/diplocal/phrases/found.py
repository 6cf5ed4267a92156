"""A reference among the words of a text."""

from attrs import define

from diplocal.when import Reference


@define
class Found:
    """A reference in words `begin` to `end` (exclusive), in the sentence from `left` to `right`."""

    reference: Reference
    begin: int
    end: int
    left: int
    right: int

"""A document as blocks: what its lines are to each other, with the day that stands over them.

Programmes are published as lists. A day heads the lines under it until another one does; a clock or a date begins an
item, which goes on in the lines behind it. Here lines become blocks; what their words mean is decided elsewhere.
"""

from diplocal.layout.blocks import Block, BlockKind, DayHead
from diplocal.layout.heads import clocks

__all__ = ["Block", "BlockKind", "DayHead", "blocks", "clocks"]
from diplocal.layout.reader import blocks

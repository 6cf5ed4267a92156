"""A block that may go on in the next line."""

from attrs import define, field

from diplocal.layout.blocks import Block, BlockKind, DayHead
from diplocal.layout.lines import Line
from diplocal.when import Time


@define
class OpenBlock:
    """A block that may go on."""

    kind: BlockKind
    text: str
    line: Line
    day: DayHead | None = None
    time: Time | None = None
    clock: str = ""
    details: list[str] = field(factory=list)
    cells: list[tuple[str, str]] = field(factory=list)
    lines: list[Line] = field(factory=list)
    form: bool = False
    skipped: int = 0

    @property
    def is_row(self) -> bool:
        """Whether it is a time and nothing else."""
        return self.time is not None and not (self.text or self.form)

    @property
    def is_whole_day(self) -> bool:
        """Whether it is what takes place on a day of its own, without a time."""
        return self.day is not None and self.day.own and self.time is None and bool(self.text)

    def heads(self, other: "OpenBlock") -> bool:
        """Tell whether this line stands over sentences, so that it announces nothing itself."""
        plain = self.kind is BlockKind.HEADING and self.text and not (self.skipped or other.skipped)
        plain = plain and not self.text.endswith(".")
        return bool(plain) and other.kind is BlockKind.PROSE and not other.line.gap

    def closed(self, document: str) -> Block:
        """Give the block as it has become; that of sentences is a stretch of the document."""
        start, last = self.line.start + self.skipped, self.lines[-1]
        prose = self.kind is BlockKind.PROSE
        return Block(
            kind=self.kind,
            text=document[start : last.start + len(last.text)] if prose else self.text,
            details=self.details,
            cells=self.cells,
            raw="\n".join(line.text for line in self.lines),
            lines=[line.number for line in self.lines],
            start=start,
            day=self.day,
            time=self.time,
            clock=self.clock,
            gap=self.line.gap,
        )

    def fill(self, cells: list[tuple[str, str]]) -> None:
        """Put the columns of a row into it: that of the event, or the first one, are its words."""
        events = [i for i, (name, said) in enumerate(cells) if name == "event"]
        main = next((i for i in events if any(map(str.isalpha, cells[i][1]))), next(iter(events), 0))
        self.text = cells[main][1] if cells else ""
        self.cells = cells[:main] + cells[main + 1 :]

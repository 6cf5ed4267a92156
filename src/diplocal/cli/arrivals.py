"""Lines of a stream as they arrive, so that an answer need not wait for the end of the input."""

import io
import os
import select
import stat
from collections import deque
from collections.abc import Callable
from typing import BinaryIO

from diplocal.cli.jsonl import LONGEST

_BLOCK = 2**20


class Arrivals:
    """Complete lines that have arrived and were not taken yet.

    Attributes:
        waiting: the lines, without their line ends.
        size: how many bytes they hold.
        ended: whether the stream has ended; `waiting` may still hold lines.
        fileno: the stream's number where the operating system has one, else -1.

    Args:
        stream: where the lines come from.
        tell: is told how many bytes each read has brought.
    """

    def __init__(self, stream: BinaryIO, tell: Callable[[int], object] | None = None) -> None:
        self.waiting: deque[bytes] = deque()
        self.size = 0
        self.ended = False
        self._stream = stream
        self._tell = tell
        self._rest: list[bytes] = []
        self._rest_size = 0
        self.fileno, self._always_ready, self._can_ask = _ways(stream)

    def wait(self) -> None:
        """Read what is there, waiting for it if nothing is."""
        block = os.read(self.fileno, _BLOCK) if self.fileno >= 0 else self._stream.read(_BLOCK)
        if block:
            if self._tell:
                self._tell(len(block))
            self._split(block)
        else:
            self.ended = True
            self._finish_line(b"")

    def look(self) -> bool:
        """Read what is there without waiting; say whether anything was."""
        if self.ended or not self.is_ready():
            return False
        self.wait()
        return True

    def is_ready(self) -> bool:
        """Say whether `wait` would return at once."""
        if self._always_ready or not self._can_ask:
            return self._always_ready
        return bool(select.select([self.fileno], [], [], 0)[0])

    def take(self) -> bytes:
        """Give the oldest line."""
        line = self.waiting.popleft()
        self.size -= len(line)
        return line

    def _split(self, block: bytes) -> None:
        first, *others = block.split(b"\n")
        if not others:
            self._keep(first)
            return
        self._finish_line(first)
        self._keep(others.pop())
        self.waiting.extend(others)
        self.size += sum(map(len, others))

    def _keep(self, piece: bytes) -> None:
        """Hold a piece of a line, but of an endless one no more than shows that it is too long."""
        if piece and self._rest_size <= LONGEST:
            self._rest.append(piece)
            self._rest_size += len(piece)

    def _finish_line(self, piece: bytes) -> None:
        self._keep(piece)
        if self.ended and not self._rest:
            return
        line = b"".join(self._rest)
        self._rest, self._rest_size = [], 0
        self.waiting.append(line)
        self.size += len(line)


def _ways(stream: BinaryIO) -> tuple[int, bool, bool]:
    """Find the stream's number, whether reading it never waits, and whether one can ask."""
    try:
        number = stream.fileno()
    except (AttributeError, io.UnsupportedOperation):
        return -1, True, False
    return number, stat.S_ISREG(os.fstat(number).st_mode), os.name == "posix"

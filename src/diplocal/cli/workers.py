"""Share lines among processes, and write their answers in the order of the lines.

A process answers a batch of lines at a time; while few lines are waiting, a batch is what is there, so that a live
stream gets its answers at once. Where a process dies, the lines that were under way are read once more, each by itself:
the line that kills its process again is answered as broken, and the run goes on.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from queue import Queue
from threading import Lock, Thread
from typing import BinaryIO, TypeAlias

from attrs import define, field, frozen

from diplocal.cli.arrivals import Arrivals

Reply: TypeAlias = Callable[[bytes, int], tuple[bytes, bool]]
Lost: TypeAlias = Callable[[bytes, int], bytes]
Answers: TypeAlias = tuple[bytes, int]
"""The lines to write for a batch, and how many of its lines were broken."""

_LINES, _BYTES = 32, 2**18
"""What a batch holds at most."""
_AHEAD = 8
"""Batches for each process that are under way, or wait for an earlier one's answers."""


@frozen(eq=False)
class Batch:
    """Consecutive lines, and the answers that are to come; ``None`` where the processes were gone."""

    first: int
    lines: list[bytes]
    answers: "Future[Answers] | None"


def share(arrivals: Arrivals, target: BinaryIO, reply: Reply, lost: Lost, *, jobs: int, first: int) -> int:
    """Answer the rest of the input with `jobs` processes.

    Args:
        arrivals: where the lines come from.
        target: where the answers go, in the order of the lines.
        reply: answers a line; runs in the other processes, so it can be pickled.
        lost: answers a line that a process died of.
        jobs: how many of them.
        first: the number of the first line.

    Returns:
        How many lines were broken.
    """
    exchange = _Exchange(arrivals, reply, lost, jobs, first)
    try:
        return exchange.run(target)
    finally:
        stop(exchange.pool)


@define(eq=False)
class _Exchange:
    """One thread takes lines and gives them to the processes, the main one writes the answers."""

    arrivals: Arrivals
    reply: Reply
    lost: Lost
    jobs: int
    next_line: int
    pool: ProcessPoolExecutor = field(init=False)
    renewing: Lock = field(factory=Lock)
    batches: "Queue[Batch | None]" = field(init=False)
    failure: BaseException | None = field(init=False, default=None)

    def __attrs_post_init__(self) -> None:
        self.pool = pool(self.jobs)
        self.batches = Queue(_AHEAD * self.jobs)

    def run(self, target: BinaryIO) -> int:
        """Write the answers as they come; `batches` ends with ``None``."""
        broken = 0
        Thread(target=self._deal, daemon=True).start()  # it may wait for a line that never comes
        for batch in iter(self.batches.get, None):
            written, wrong = self._answers(batch)
            broken += wrong
            target.write(written)
            target.flush()
        if self.failure:
            raise self.failure
        self.pool.shutdown()
        return broken

    def _deal(self) -> None:
        try:
            while self.arrivals.waiting or not self.arrivals.ended:
                if self.arrivals.waiting:
                    self.batches.put(self._batch())
                else:
                    self.arrivals.wait()
        except BaseException as error:
            self.failure = error
        finally:
            self.batches.put(None)

    def _batch(self) -> Batch:
        lines, size = [self.arrivals.take()], 0
        while self.arrivals.waiting and len(lines) < _LINES and size < _BYTES:
            lines.append(self.arrivals.take())
            size += len(lines[-1])
        first, self.next_line = self.next_line, self.next_line + len(lines)
        try:
            with self.renewing:
                return Batch(first, lines, self.pool.submit(_answer, self.reply, lines, first))
        except RuntimeError:  # a process has died, or all is over
            return Batch(first, lines, None)

    def _answers(self, batch: Batch) -> Answers:
        try:
            if batch.answers is not None:
                return batch.answers.result()
        except BrokenProcessPool:
            pass
        self._renew()
        return self._one_by_one(batch)

    def _renew(self) -> None:
        """Start other processes, unless that was done for an earlier batch."""
        with self.renewing:
            try:
                self.pool.submit(int)
            except BrokenProcessPool:
                self.pool = pool(self.jobs)

    def _one_by_one(self, batch: Batch) -> Answers:
        """Answer the lines of a batch whose process died, each by itself."""
        written, broken = bytearray(), 0
        alone = pool(1)
        for number, line in enumerate(batch.lines, batch.first):
            try:
                said, wrong = alone.submit(_answer, self.reply, [line], number).result()
            except BrokenProcessPool:
                said, wrong = self.lost(line, number), 1
                alone = pool(1)
            written += said
            broken += wrong
        alone.shutdown()
        return bytes(written), broken


def pool(jobs: int) -> ProcessPoolExecutor:
    """Start processes, which share what this one has read so far where the system can fork."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    started = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method), initializer=_prepare)
    started.submit(int)
    return started


def stop(processes: ProcessPoolExecutor) -> None:
    """End processes, whatever they are at: nobody wants it any more."""
    processes.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()


# --- the other process ------------------------------------------------------------------------------------------------


def _prepare() -> None:
    """Leave Ctrl-C to the first process, and end when that has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _answer(reply: Reply, lines: list[bytes], first: int) -> Answers:
    replies = [reply(line, number) for number, line in enumerate(lines, first)]
    return b"".join(written for written, _ in replies), sum(not fine for _, fine in replies)

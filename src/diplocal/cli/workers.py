"""Share lines among forked processes, and write their answers in the order of the lines.

A process answers a batch of lines at a time. Batches go to whichever process has least to do; while few lines are
waiting, a batch is what is there, so that a live stream gets its answers at once. Bytes go through pipes, with a header
each way; nothing is pickled. A process whose pipe closes ends, so none outlives this one. Where one dies, its lines are
read once more by another, each by itself: the line that kills that one too is answered as broken, and the run goes on.
"""

import os
import select
import signal
import struct
from collections import deque
from collections.abc import Callable
from typing import BinaryIO

from attrs import Factory, define

from diplocal.cli.arrivals import Arrivals

Reply = Callable[[bytes, int], tuple[bytes, bool]]
Lost = Callable[[bytes, int], bytes]

_LINES, _BYTES = 32, 2**18
"""What a batch holds at most."""
_AHEAD = 2
"""Batches that a process has at most, so that it need not wait for its next one."""
_UNWRITTEN = 16
"""Batches for each process that may wait for an earlier one's answers."""
_HEADER = struct.Struct("!QQ")
_PIPE = 2**16


@define(eq=False)
class Batch:
    """Consecutive lines, with their answers once they are there."""

    first: int
    lines: list[bytes]
    written: bytes | None = None
    broken: int = 0

    def packed(self) -> bytes:
        """The lines as they go through the pipe."""
        content = b"\n".join(self.lines)
        return _HEADER.pack(self.first, len(content)) + content


@define(eq=False)
class Worker:
    """A process that answers batches, in the order in which it got them."""

    pid: int
    tasks: int
    answers: int
    batches: deque[Batch] = Factory(deque)
    outgoing: bytearray = Factory(bytearray)
    incoming: bytearray = Factory(bytearray)


def share(arrivals: Arrivals, target: BinaryIO, reply: Reply, lost: Lost, *, jobs: int, first: int) -> int:
    """Answer the rest of the input with `jobs` processes.

    Args:
        arrivals: where the lines come from.
        target: where the answers go, in the order of the lines.
        reply: answers a line; runs in the other processes.
        lost: answers a line that a process died of.
        jobs: how many of them.
        first: the number of the first line.

    Returns:
        How many lines were broken.
    """
    exchange = _Exchange(arrivals, target, reply, lost, jobs, first)
    try:
        return exchange.run()
    finally:
        _stop(exchange.workers)


@define
class _Exchange:
    """Lines out, answers in, and the answers that wait for their turn."""

    arrivals: Arrivals
    target: BinaryIO
    reply: Reply
    lost: Lost
    jobs: int
    next_line: int
    workers: list[Worker] = Factory(list)
    again: deque[Batch] = Factory(deque)
    unwritten: deque[Batch] = Factory(deque)
    broken: int = 0

    def run(self) -> int:
        while True:
            self._deal()
            if not self.unwritten and self.arrivals.ended and not self.arrivals.waiting:
                return self.broken
            self._exchange()
            self._write()

    def _deal(self) -> None:
        while self.again or (self.arrivals.waiting and len(self.unwritten) < _UNWRITTEN * self.jobs):
            while len(self.workers) < self.jobs:
                self.workers.append(_start(self.reply, self.workers))
            worker = min(self.workers, key=lambda each: len(each.batches))
            plenty = self.arrivals.ended or len(self.arrivals.waiting) >= _LINES or self.arrivals.size >= _BYTES
            if len(worker.batches) >= (_AHEAD if plenty else 1):
                return
            batch = self.again.popleft() if self.again else self._take()
            worker.outgoing += batch.packed()
            worker.batches.append(batch)

    def _take(self) -> Batch:
        lines, size = [self.arrivals.take()], 0
        while self.arrivals.waiting and len(lines) < _LINES and size < _BYTES:
            lines.append(self.arrivals.take())
            size += len(lines[-1])
        batch = Batch(self.next_line, lines)
        self.next_line += len(lines)
        self.unwritten.append(batch)
        return batch

    def _exchange(self) -> None:
        """Wait until something can be read or sent, and do it."""
        reads = [worker.answers for worker in self.workers]
        wants_more = not self.arrivals.ended and self.arrivals.size < _BYTES * self.jobs
        if wants_more:
            reads.append(self.arrivals.fileno)
        sends = [worker.tasks for worker in self.workers if worker.outgoing]
        readable, sendable, _ = select.select(reads, sends, [])
        for worker in list(self.workers):
            lives = worker.tasks not in sendable or _send(worker)
            if not lives or (worker.answers in readable and not _receive(worker)):
                self._replace(worker)
        if wants_more and self.arrivals.fileno in readable:
            self.arrivals.wait()

    def _replace(self, dead: Worker) -> None:
        """Have the lines of a process that died read by another, those that it was at each by itself."""
        self.workers.remove(dead)
        _stop([dead])
        if not dead.batches:
            return
        suspect = dead.batches.popleft()
        if len(suspect.lines) == 1:
            suspect.written, suspect.broken = self.lost(suspect.lines[0], suspect.first), 1
            alone = []
        else:
            alone = [Batch(suspect.first + i, [line]) for i, line in enumerate(suspect.lines)]
            place = self.unwritten.index(suspect)
            del self.unwritten[place]
            for batch in reversed(alone):
                self.unwritten.insert(place, batch)
        self.again.extendleft(reversed([*alone, *dead.batches]))

    def _write(self) -> None:
        while self.unwritten and (written := self.unwritten[0].written) is not None:
            self.broken += self.unwritten.popleft().broken
            self.target.write(written)
            self.target.flush()


def _send(worker: Worker) -> bool:
    """Send what the pipe takes; say whether the process lives."""
    try:
        sent = os.write(worker.tasks, memoryview(worker.outgoing)[:_PIPE])
    except BlockingIOError:
        return True
    except BrokenPipeError:
        return False
    del worker.outgoing[:sent]
    return True


def _receive(worker: Worker) -> bool:
    """Take the answers that have come; say whether the process lives."""
    block = os.read(worker.answers, 2**20)
    worker.incoming += block
    while len(worker.incoming) >= _HEADER.size:
        broken, size = _HEADER.unpack_from(worker.incoming)
        end = _HEADER.size + size
        if len(worker.incoming) < end:
            break
        batch = worker.batches.popleft()
        batch.broken, batch.written = broken, bytes(worker.incoming[_HEADER.size : end])
        del worker.incoming[:end]
    return bool(block)


# --- the other process ------------------------------------------------------------------------------------------------


def _start(reply: Reply, others: list[Worker]) -> Worker:
    task_end, tasks = os.pipe()
    answers, answer_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process ends the others
            for number in (tasks, answers, *(n for other in others for n in (other.tasks, other.answers))):
                os.close(number)
            _serve(task_end, answer_end, reply)
        finally:
            os._exit(0)  # whatever happened: what follows is the first process's to do
    os.close(task_end)
    os.close(answer_end)
    os.set_blocking(tasks, False)
    return Worker(pid, tasks, answers)


def _serve(tasks: int, answers: int, reply: Reply) -> None:
    """Answer batches until the pipe closes."""
    with os.fdopen(tasks, "rb") as source, os.fdopen(answers, "wb") as target:
        while header := source.read(_HEADER.size):
            first, size = _HEADER.unpack(header)
            replies = [reply(line, first + i) for i, line in enumerate(source.read(size).split(b"\n"))]
            content = b"".join(written for written, _ in replies)
            target.write(_HEADER.pack(sum(not fine for _, fine in replies), len(content)) + content)
            target.flush()


def _stop(workers: list[Worker]) -> None:
    for worker in workers:
        os.close(worker.tasks)
        os.close(worker.answers)
        os.kill(worker.pid, signal.SIGTERM)
    for worker in workers:
        os.waitpid(worker.pid, 0)

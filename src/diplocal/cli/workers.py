"""Share lines among forked processes, and write their answers in the order of the lines.

A process answers a batch of lines at a time. Batches go to whichever process has least to do; while few lines are
waiting, a batch is what is there, so that a live stream gets its answers at once. Bytes go through pipes, with a header
each way; nothing is pickled. A process whose pipe closes ends, so none outlives this one.
"""

import os
import select
import signal
import struct
from collections import deque
from collections.abc import Callable
from typing import BinaryIO

import click
from attrs import Factory, define

from diplocal.cli.intake import Intake

Reply = Callable[[bytes, int], tuple[bytes, bool]]

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
    count: int
    written: bytes | None = None
    broken: int = 0


@define(eq=False)
class Worker:
    """A process that answers batches, in the order in which it got them."""

    pid: int
    tasks: int
    answers: int
    batches: deque[Batch] = Factory(deque)
    outgoing: bytearray = Factory(bytearray)
    incoming: bytearray = Factory(bytearray)


def share(intake: Intake, target: BinaryIO, reply: Reply, *, jobs: int, first: int) -> int:
    """Answer the rest of the input with `jobs` processes.

    Args:
        intake: where the lines come from.
        target: where the answers go, in the order of the lines.
        reply: answers a line; runs in the other processes.
        jobs: how many of them.
        first: the number of the first line.

    Returns:
        How many lines were broken.
    """
    workers: list[Worker] = []
    try:
        for _ in range(jobs):
            workers.append(_start(reply, workers))
        return _Exchange(intake, target, workers, first).run()
    finally:
        _stop(workers)


@define
class _Exchange:
    """Lines out, answers in, and the answers that wait for their turn."""

    intake: Intake
    target: BinaryIO
    workers: list[Worker]
    next_line: int
    unwritten: deque[Batch] = Factory(deque)
    broken: int = 0

    def run(self) -> int:
        while True:
            self._deal()
            if not self.unwritten and self.intake.ended and not self.intake.waiting:
                return self.broken
            self._exchange()
            self._write()

    def _deal(self) -> None:
        while self.intake.waiting and len(self.unwritten) < _UNWRITTEN * len(self.workers):
            worker = min(self.workers, key=lambda each: len(each.batches))
            plenty = self.intake.ended or len(self.intake.waiting) >= _LINES or self.intake.size >= _BYTES
            if len(worker.batches) >= (_AHEAD if plenty else 1):
                return
            lines, size = [self.intake.take()], 0
            while self.intake.waiting and len(lines) < _LINES and size < _BYTES:
                lines.append(self.intake.take())
                size += len(lines[-1])
            batch = Batch(self.next_line, len(lines))
            self.next_line += len(lines)
            content = b"\n".join(lines)
            worker.outgoing += _HEADER.pack(batch.first, len(content)) + content
            worker.batches.append(batch)
            self.unwritten.append(batch)

    def _exchange(self) -> None:
        """Wait until something can be read or sent, and do it."""
        reads = [worker.answers for worker in self.workers]
        wants_more = not self.intake.ended and self.intake.size < _BYTES * len(self.workers)
        if wants_more:
            reads.append(self.intake.fileno)
        sends = [worker.tasks for worker in self.workers if worker.outgoing]
        readable, sendable, _ = select.select(reads, sends, [])
        for worker in self.workers:
            if worker.tasks in sendable:
                _send(worker)
            if worker.answers in readable:
                _receive(worker)
        if wants_more and self.intake.fileno in readable:
            self.intake.wait()

    def _write(self) -> None:
        while self.unwritten and (written := self.unwritten[0].written) is not None:
            self.broken += self.unwritten.popleft().broken
            self.target.write(written)
            self.target.flush()


def _send(worker: Worker) -> None:
    try:
        sent = os.write(worker.tasks, memoryview(worker.outgoing)[:_PIPE])
    except BlockingIOError:
        return
    except BrokenPipeError:
        raise _died(worker) from None
    del worker.outgoing[:sent]


def _receive(worker: Worker) -> None:
    block = os.read(worker.answers, 2**20)
    if not block:
        raise _died(worker)
    worker.incoming += block
    while len(worker.incoming) >= _HEADER.size:
        broken, size = _HEADER.unpack_from(worker.incoming)
        end = _HEADER.size + size
        if len(worker.incoming) < end:
            return
        batch = worker.batches.popleft()
        batch.broken, batch.written = broken, bytes(worker.incoming[_HEADER.size : end])
        del worker.incoming[:end]


def _died(worker: Worker) -> click.ClickException:
    where = ""
    if worker.batches:
        batch = worker.batches[0]
        where = f" at lines {batch.first} to {batch.first + batch.count - 1}"
    return click.ClickException(
        f"a reading process ended{where}, perhaps for want of memory; the answers stop before its own. "
        "To read in one process: diplocal scan --jsonl --jobs 1"
    )


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

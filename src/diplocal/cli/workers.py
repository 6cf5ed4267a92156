"""Share work among processes, with the results in the order of the work, each as soon as it is there."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from queue import Queue
from threading import Semaphore, Thread
from typing import TypeVar

Batch = TypeVar("Batch")
Result = TypeVar("Result")

_AHEAD = 4
"""Batches for each process that are under way, or wait for an earlier one."""


def share(
    work: Callable[[Batch], Result], batches: Iterator[Batch], *, jobs: int, lost: Callable[[Batch], Result]
) -> Iterator[Result]:
    """Do work on batches in several processes.

    Args:
        work: what is done; it can be pickled.
        batches: they are taken in a thread of their own: the next one may never come.
        jobs: how many processes.
        lost: what gives the result of a batch that was under way when a process died; new processes do the rest.
    """
    under_way: Queue[tuple[Batch, ProcessPoolExecutor, Future[Result]] | BaseException | None] = Queue()
    room = Semaphore(_AHEAD * jobs)
    processes = pool(jobs)

    def deal() -> None:
        try:
            for batch in batches:
                room.acquire()
                at_work = processes  # new ones may take their place meanwhile
                under_way.put((batch, at_work, _submitted(at_work, work, batch)))
            under_way.put(None)
        except BaseException as error:
            under_way.put(error)

    Thread(target=deal, daemon=True).start()
    try:
        while (dealt := under_way.get()) is not None:
            if isinstance(dealt, BaseException):
                raise dealt
            batch, at_work, future = dealt
            try:
                result = future.result()
            except BrokenProcessPool:
                if at_work is processes:
                    processes = pool(jobs)
                result = lost(batch)
            room.release()
            yield result
        processes.shutdown()
    finally:
        stop(processes)


def _submitted(processes: ProcessPoolExecutor, work: Callable[[Batch], Result], batch: Batch) -> Future[Result]:
    try:
        return processes.submit(work, batch)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def pool(jobs: int) -> ProcessPoolExecutor:
    """Start processes, which share what this one has read so far where the system can fork."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    started = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method), initializer=_prepare)
    with _without_interruption():
        started.submit(int)
    return started


@contextmanager
def _without_interruption() -> Iterator[None]:
    """Have the processes that are started here never hear Ctrl-C, not even before they can say so themselves."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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

"""One publisher of a file at a time, across processes, threads and colleagues.

The lock is the system's own, on an empty file beside the feed. It ends with the process that holds it, so a crash
leaves nothing to clear away. Whoever may write to the folder may lock.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from diplocal.errors import FeedError

PATIENCE = 60.0
"""Seconds after which a publisher that waits for another one gives up."""

_MOMENT = 1.0


@contextmanager
def locked(path: Path, waiting: Callable[[], None] | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Wait until nobody else holds the lock of a file, and hold it.

    Args:
        path: of the file.
        waiting: called once, if the lock isn't free within a second.
        patience: how many seconds to wait at most.

    Raises:
        FeedError: somebody held it all that time.
        OSError: the folder can't be written to.
    """
    name = path.with_name(f".{path.name}.lock")
    lock = FileLock(name, mode=path.parent.stat().st_mode & 0o666)
    try:
        _acquire(lock, waiting, patience)
    except Timeout:
        msg = f"{path}: somebody else has been publishing to it for {patience:.0f} seconds (see {name}); try again"
        raise FeedError(msg) from None
    try:
        yield
    finally:
        lock.release()


def _acquire(lock: FileLock, waiting: Callable[[], None] | None, patience: float) -> None:
    try:
        lock.acquire(timeout=min(_MOMENT, patience))
    except Timeout:
        if patience <= _MOMENT:
            raise
        if waiting:
            waiting()
        lock.acquire(timeout=patience - _MOMENT)

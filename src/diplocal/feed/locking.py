"""One publisher of a file at a time, across processes and threads.

The lock is the system's own on an empty file beside the feed. It ends with the process that holds it, so a crash leaves
nothing to clear away, and the file stays: whoever removed it could let two publishers in.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A symbolic link put in the place of a lock must not make us open what it points to.
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until nobody else holds the lock of a file, and hold it.

    Raises:
        OSError: the folder can't be written to.
    """
    handle = os.open(path.with_name(f".{path.name}.lock"), _FLAGS, 0o666)
    try:
        _wait(handle)
        yield
    finally:
        os.close(handle)  # ends the lock too


if sys.platform == "win32":
    import msvcrt
    from time import sleep

    def _wait(handle: int) -> None:
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            except OSError:
                sleep(0.05)
            else:
                return

else:
    import fcntl

    def _wait(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

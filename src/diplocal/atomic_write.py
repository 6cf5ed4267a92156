"""A file replaced as a whole: whoever reads it, and whatever crashes, it is the old one or the new one.

The new file is written beside its place, under a name of the caller's, and what a crash left under that name is
overwritten. Whoever may be one of several writers holds a lock.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_WHERE_KNOWN = sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"))
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _WHERE_KNOWN


def write_aside(octets: bytes, aside: Path, like: Path) -> None:
    """Write a new file that takes the place of another later; it is on the disk when this returns."""
    with opened_aside(aside, like) as file:
        file.write(octets)


@contextmanager
def opened_aside(aside: Path, like: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of another later, with its mode and, where allowed, its owner.

    It is on the disk once the context is left. An error leaves nothing behind.
    """
    aside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(aside, _FLAGS, 0o666), "wb") as file:
            _look_like(file.fileno(), like)
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        aside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = os.fspath(like)  # what was to be written is what it is about
        raise


def take_place(aside: Path, path: Path) -> None:
    """Put a file that was written aside in its place, and the change of names on the disk."""
    try:
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    if os.name == "nt":
        return  # folders can't be opened there
    with suppress(OSError):  # the names are changed all the same
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _look_like(handle: int, like: Path) -> None:
    if not hasattr(os, "fchown"):
        return  # Windows
    try:
        known = like.stat()
    except FileNotFoundError:
        return  # a new file gets what the umask leaves
    with suppress(PermissionError):
        os.fchown(handle, known.st_uid, known.st_gid)
    os.fchmod(handle, known.st_mode & 0o7777)


def is_replaceable(path: Path) -> bool:
    """Tell whether there is a file at a path, or nothing; a device, a pipe or a folder can't be replaced."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True

"""A file replaced as a whole: whoever reads it, and whatever crashes, it is the old one or the new one.

The new file is written beside its place, under a name of the caller's, and what a crash left under that name is
overwritten. Whoever may be one of several writers holds a lock.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def write_aside(octets: bytes, aside: Path, like: Path) -> None:
    """Write a new file that takes the place of another later, with its mode and, where allowed, its owner.

    It is on the disk when this returns. An error leaves nothing behind.
    """
    aside.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(aside, _FLAGS | _BINARY, 0o666), "wb") as file:
            _look_like(file.fileno(), like)
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        aside.unlink(missing_ok=True)
        error.filename = os.fspath(like)  # what was to be written is what it is about
        raise
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def take_place(aside: Path, path: Path) -> None:
    """Put a file that was written aside in its place, and the change of names on the disk."""
    try:
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


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


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # folders can't be opened there
    with suppress(OSError):  # the names are changed all the same
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_replaceable(path: Path) -> bool:
    """Tell whether there is a file at a path, or nothing; a device, a pipe or a folder can't be replaced."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return True

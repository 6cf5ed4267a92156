"""What a command gives: JSON, a record a line; files, all of them or none, and never half of one.

Each file is written beside its place and then put there in one step, so that whoever reads it (a web server, a
calendar) finds the old one or the new one.
"""

import datetime as dt
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path
from typing import BinaryIO

import click

from diplocal.atomic_write import is_replaceable, opened_aside, take_place


def refuse_overlaps(targets: Mapping[str, str], sources: tuple[str, ...] = ()) -> None:
    """Refuse to write two outputs to one place, or one over what was read; targets are places by their option.

    Raises:
        click.UsageError: says which.
    """
    read = {_place(name) for name in sources if name != "-"}
    first: dict[str, str] = {}
    for option, target in targets.items():
        place = _place(target)
        if (other := first.setdefault(place, option)) != option:
            raise click.UsageError(f"{other} and {option} would both be written to {_shown(target)}")
        if place in read:
            raise click.UsageError(f"{option} would be written over {_shown(target)}, which is read; name another file")


def _place(name: str) -> str:
    """Find where a name leads; what is no name of a file is refused when it is opened."""
    try:
        return name if name == "-" else os.path.realpath(name)
    except ValueError:
        return name


def write_all(contents: Mapping[str, bytes]) -> None:
    """Write every file, '-' to standard output; where one cannot be written, none is.

    Raises:
        click.ClickException: says which file, why, and what to do.
    """
    with ExitStack() as files:
        for name, content in contents.items():
            if name != "-":
                file = files.enter_context(opened_output(name))
                file.write(content)
                file.flush()
    if "-" in contents:
        click.echo(contents["-"], nl=False)


@contextmanager
def opened_output(name: str) -> Iterator[BinaryIO]:
    """Open a file that takes the place of what is there once it is whole; a device or pipe is written to at once.

    Raises:
        click.ClickException: says why it cannot be written.
    """
    with write_errors(name):
        place = Path(os.path.realpath(name))
        if place.is_dir():
            raise IsADirectoryError
        if not is_replaceable(place):
            with place.open("wb") as file:
                yield file
            return
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError
        aside = place.with_name(f".{place.name[:200]}.{os.getpid()}.part")
        with opened_aside(aside, place) as file:
            yield file
        take_place(aside, place)


@contextmanager
def write_errors(name: str) -> Iterator[None]:
    """Say in words what goes wrong with a file that is written.

    Raises:
        click.ClickException: instead of the operating system's own.
    """
    try:
        yield
    except (OSError, ValueError) as error:
        raise click.ClickException(_why(name, error)) from None


def _why(name: str, error: OSError | ValueError) -> str:
    shown, above = _shown(name), Path(name).parent
    if isinstance(error, IsADirectoryError):
        return f"{shown} is a directory; name a file in it. Nothing was written"
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not above.is_dir():
        return f"there is no directory {_shown(str(above))} to write in; make it with: mkdir -p {above}"
    if isinstance(error, PermissionError):
        return f"{shown} may not be written by you; nothing was written"
    why = getattr(error, "strerror", None) or error
    about = getattr(error, "filename", None)  # need not be the one that was asked for
    return f"{_shown(about if isinstance(about, str) else name)} cannot be written: {why}; nothing was written"


def _shown(name: str) -> str:
    return "standard output" if name == "-" else f"'{click.format_filename(name)}'"


def json_line(record: Mapping[str, object]) -> bytes:
    """Write a record, which may hold dates and terms, as a line of UTF-8.

    A lone surrogate, which UTF-8 cannot hold, makes all of the line ASCII.
    """
    try:
        return _encode(record).encode() + b"\n"
    except UnicodeEncodeError:
        return _escape(record).encode() + b"\n"


def _as_json(value: object) -> object:
    """Give dates as ISO 8601 texts, terms by their names."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(value)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_as_json).encode
_escape = json.JSONEncoder(separators=(",", ":"), default=_as_json).encode

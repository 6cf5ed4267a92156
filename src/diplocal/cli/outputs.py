"""Write what a command made: all of its files or none, and never half of one.

Each file is written beside its place and then put there in one step, so that whoever reads it (a web server, a
calendar) finds the old one or the new one.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from diplocal.atomic_write import is_replaceable, take_place, write_aside


def refuse_overlaps(targets: Mapping[str, str], sources: tuple[str, ...] = ()) -> None:
    """Refuse to write two outputs to one place, or one over what was read; targets are places by their option.

    Raises:
        click.UsageError: says which.
    """
    read = {os.path.realpath(name) for name in sources if name != "-"}
    first: dict[str, str] = {}
    for option, target in targets.items():
        place = target if target == "-" else os.path.realpath(target)
        if (other := first.setdefault(place, option)) != option:
            raise click.UsageError(f"{other} and {option} would both be written to {_shown(target)}")
        if place in read:
            raise click.UsageError(f"{option} would be written over {_shown(target)}, which is read; name another file")


def write_all(contents: Mapping[str, bytes]) -> None:
    """Write every file, '-' to standard output; where one cannot be written, none is.

    Raises:
        click.ClickException: says which file, why, and what to do.
    """
    aside: list[tuple[Path, Path]] = []
    try:
        for name, content in contents.items():
            if name != "-":
                with told_of(name):
                    aside += _set_aside(Path(os.path.realpath(name)), content)
        for written, place in aside:
            with told_of(str(place)):
                take_place(written, place)
    finally:
        for written, _ in aside:
            with suppress(OSError):
                written.unlink()
    if "-" in contents:
        click.echo(contents["-"], nl=False)


def _set_aside(place: Path, content: bytes) -> list[tuple[Path, Path]]:
    """Write beside the place, with the rights that what is there has; a device or pipe is written to at once."""
    if place.is_dir():
        raise IsADirectoryError
    if not is_replaceable(place):
        place.write_bytes(content)
        return []
    if place.exists() and not os.access(place, os.W_OK):
        raise PermissionError
    aside = _beside(place)
    write_aside(content, aside, place)
    return [(aside, place)]


def _beside(place: Path) -> Path:
    return place.with_name(f".{place.name[:200]}.{os.getpid()}.part")


@contextmanager
def written_aside(name: str) -> Iterator[Path]:
    """Give a file beside a place to write to piece by piece; it is put there at the end, and removed if that fails.

    Raises:
        click.ClickException: says why it cannot be written.
    """
    place = Path(os.path.realpath(name))
    aside = _beside(place)
    try:
        with told_of(name):
            aside.touch(exist_ok=False)
        yield aside
        with told_of(name):
            aside.replace(place)
    finally:
        with suppress(OSError):
            aside.unlink()


@contextmanager
def told_of(name: str) -> Iterator[None]:
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

"""Open what a command names: a file, or standard input as '-'. What cannot be opened is told with what to do next."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import click


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file for its bytes.

    Raises:
        click.UsageError: there is no such file, or it is none that can be read.
    """
    if name == "-":
        yield _standard_input()
        return
    from pathlib import Path

    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        raise click.UsageError(_why(name, error)) from None
    with stream:
        yield stream


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise click.UsageError("standard input is closed; name a file instead of '-'")
    if sys.stdin.isatty():
        ends = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        click.echo(f"reading standard input: paste the text, and end with {ends} on a line of its own", err=True)
    return sys.stdin.buffer


def shown_name(name: str) -> str:
    """Write what '-' stands for, and a file's name so that it can be shown."""
    return "standard input" if name == "-" else click.format_filename(name)


def _why(name: str, error: OSError | ValueError) -> str:
    shown = click.format_filename(name)
    if name.startswith(("http://", "https://", "www.")):
        return f"'{shown}' is an address, and diplocal opens no connection: save the page first, then name the file"
    if isinstance(error, FileNotFoundError):
        return f"there is no file '{shown}'{_near(name)}"
    if isinstance(error, IsADirectoryError):
        return f"'{shown}' is a directory; name a file in it"
    if isinstance(error, PermissionError):
        return f"'{shown}' may not be read by you; see its rights with: ls -l {shown}"
    return f"'{shown}' cannot be opened: {getattr(error, 'strerror', None) or error}"


def _near(name: str) -> str:
    from difflib import get_close_matches
    from pathlib import Path

    path = Path(name)
    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return f"; there is no directory '{click.format_filename(path.parent)}' either"
    near = get_close_matches(path.name, names, n=1)
    return f"; did you mean '{click.format_filename(path.parent / near[0])}'?" if near else "; '-' reads standard input"

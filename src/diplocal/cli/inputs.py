"""Open what a command names: a file, or standard input as '-'. What cannot be opened is told with what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import click

from diplocal.cli.streams import standard_input

if TYPE_CHECKING:
    from pathlib import Path


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file for its bytes.

    Raises:
        click.UsageError: there is no such file, or it is none that can be read.
    """
    if name == "-":
        yield standard_input()
        return
    from pathlib import Path

    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below
    except (OSError, ValueError) as error:
        raise click.UsageError(_why(name, error)) from None
    with stream:
        yield stream


def read_text_file(name: str) -> str:
    """Read a text, without a byte order mark.

    Raises:
        click.ClickException: it is no UTF-8, with the place where that shows.
    """
    with opened(name) as stream:
        content = stream.read()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(_undecodable(name, content, error.start)) from None


def _why(name: str, error: OSError | ValueError) -> str:
    shown = click.format_filename(name)
    from pathlib import Path

    if isinstance(error, FileNotFoundError):
        return f"there is no file '{shown}'{_near(Path(name))}"
    if isinstance(error, IsADirectoryError):
        return f"'{shown}' is a directory; name a file in it"
    if isinstance(error, PermissionError):
        return f"'{shown}' may not be read by you; see its rights with: ls -l {shown}"
    return f"'{shown}' cannot be opened: {getattr(error, 'strerror', None) or error}"


def _near(path: "Path") -> str:
    from difflib import get_close_matches

    try:
        names = sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return f"; there is no directory '{click.format_filename(path.parent)}' either"
    near = get_close_matches(path.name, names, n=1)
    return f"; did you mean '{click.format_filename(path.parent / near[0])}'?" if near else "; '-' reads standard input"


def _undecodable(name: str, content: bytes, at: int) -> str:
    shown = "standard input" if name == "-" else f"'{click.format_filename(name)}'"
    line = content.count(b"\n", 0, at) + 1
    around = content[max(0, at - 20) : at + 20].decode("utf-8", "replace")
    excerpt = "".join(char if char.isprintable() else " " for char in around)
    encoding = "UTF-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "WINDOWS-1252"
    return (
        f"{shown} is no UTF-8 text: byte 0x{content[at]:02x} in line {line}\n    {excerpt}\n"
        f"If it is text: iconv -f {encoding} -t UTF-8 FILE | diplocal ... -"
    )

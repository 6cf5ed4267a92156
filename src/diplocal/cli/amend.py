"""`diplocal draft --onto`: what a later notice changes in a programme file, as that file with the changes marked."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from attrs import frozen

from diplocal import files
from diplocal.amending import Amended, amend
from diplocal.cli.inputs import opened, shown_name
from diplocal.cli.outputs import write_all
from diplocal.cli.programmes import count, told
from diplocal.errors import ProgrammeError
from diplocal.model import Programme


@frozen
class Known:
    """A programme file into which a notice is brought: its name, its text and what the text says."""

    name: str
    text: str
    programme: Programme

    @property
    def zone(self) -> str | None:
        """The zone of the newest source that has one, in which a later notice is read unless told otherwise."""
        return next((one.zone for one in reversed(self.programme.sources) if one.zone), None)


def read_known(onto: str) -> Known:
    """Read the programme file of `--onto`.

    Raises:
        click.UsageError: it is standard input.
        click.ClickException: the file has problems.
    """
    if onto == "-":
        raise click.UsageError("--onto names a file; '-' is the notice's")
    name = shown_name(onto)
    with opened(onto) as stream:
        data = stream.read(files.LARGEST + 1)
    with _refusing(name):
        text = files.decode(data, name)
        return Known(name, text, files.load(text, name=name))


def bring_onto(known: Known, notice: Programme, out: str) -> None:
    """Write a programme file with what a notice changes in it, and tell each change on standard error.

    Raises:
        click.ClickException: the file cannot be resolved, or cannot be edited in place.
    """
    with _refusing(known.name):
        amended = amend(known.programme, notice)
        edited = files.edit(known.text, amended.programme, name=known.name)
    if edited != known.text or out == "-":
        write_all({out: edited.encode()})
    _tell(amended, out)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except ProgrammeError as error:
        lines = [told(name, problem) for problem in error.problems]
        raise click.ClickException("\n".join([*lines, "correct these first; nothing was written"])) from None


def _tell(amended: Amended, out: str) -> None:
    for change in amended.changes:
        click.echo(f"{change.key}: {change.words}", err=True)
    changed = f"{count(len(amended.changes), 'change')} proposed" if amended.changes else "the notice changes nothing"
    same = f"{amended.same} as they stood" if amended.same != 1 else "1 as it stood"
    click.echo(f"{changed}, {same}, {amended.silent} not spoken of", err=True)
    if amended.changes and out != "-":
        shown = click.format_filename(out)
        click.echo(f"Look at each 'to_check' in {shown}, then: diplocal check {shown}", err=True)

"""`diplocal draft --onto`: what a later notice changes in a programme file, as that file with the changes marked."""

import click
from attrs import frozen

from diplocal import files
from diplocal.amending import Amended, amend
from diplocal.cli.outputs import write_all
from diplocal.cli.programmes import count, problems_of, read_programme
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
        click.ClickException: it is standard input, or has problems.
    """
    if onto == "-":
        raise click.UsageError("--onto names a file; '-' is the notice's")
    with problems_of(onto):
        return Known(onto, *read_programme(onto))


def bring_onto(known: Known, notice: Programme, out: str) -> None:
    """Write a programme file with what a notice changes in it, and tell each change on standard error.

    Raises:
        click.ClickException: the file cannot be resolved, or cannot be edited in place.
    """
    with problems_of(known.name):
        amended = amend(known.programme, notice)
        edited = files.edit(known.text, amended.programme, name=known.name)
    if edited != known.text or out == "-":
        write_all({out: edited.encode()})
    _tell(amended, out)


def _tell(amended: Amended, out: str) -> None:
    for change in amended.changes:
        click.echo(f"{change.key}: {change.words}", err=True)
    changed = f"{count(len(amended.changes), 'change')} proposed" if amended.changes else "the notice changes nothing"
    same = f"{amended.same} as they stood" if amended.same != 1 else "1 as it stood"
    click.echo(f"{changed}, {same}, {amended.silent} not spoken of", err=True)
    if amended.changes and out != "-":
        shown = click.format_filename(out)
        click.echo(f"Look at each 'to_check' in {shown}, then: diplocal check {shown}", err=True)

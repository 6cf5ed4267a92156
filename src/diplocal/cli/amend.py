"""`diplocal draft --onto`: what a later notice changes in a programme file, as that file with the changes marked."""

import click

from diplocal import files
from diplocal.amending import Amended, amend
from diplocal.cli.inputs import opened, shown_name
from diplocal.cli.outputs import write_all
from diplocal.cli.programmes import count, told
from diplocal.errors import ProgrammeError
from diplocal.model import Programme


def bring_onto(onto: str, notice: Programme, out: str) -> None:
    """Write a programme file with what a notice changes in it, and tell each change on standard error.

    Raises:
        click.ClickException: the file has problems, or cannot be edited in place.
    """
    if onto == "-":
        raise click.UsageError("--onto names a file; '-' is the notice's")
    name = shown_name(onto)
    with opened(onto) as stream:
        data = stream.read(files.LARGEST + 1)
    try:
        text = files.decode(data, name)
        amended = amend(files.load(text, name=name), notice)
        edited = files.edit(text, amended.programme, name=name)
    except ProgrammeError as error:
        lines = [told(name, problem) for problem in error.problems]
        raise click.ClickException("\n".join([*lines, "correct these first; nothing was written"])) from None
    if edited != text or out == "-":
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

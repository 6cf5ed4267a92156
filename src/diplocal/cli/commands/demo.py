"""`diplocal demo`: the programme of a NATO meeting, made from a news story, with everything that comes of it."""

import shlex
import shutil
import sys
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import click

from diplocal import files
from diplocal.cli.options import folder_names
from diplocal.cli.outputs import write_all, write_errors
from diplocal.exporters import EXPORTERS, export
from diplocal.resolver import resolve

NAME = "nato_brussels_2025"
SUFFIXES = {"ical": "ics", "markdown": "md"}
"""The suffix of a format's files, where it isn't its name."""

_NEEDS = {"html": ("jinja2", "the page", "html"), "docx": ("docx", "the Word file", "word")}
"""What some formats need: a module, what they are called, and the extra that brings it."""


@click.command("demo")
@click.argument("folder", default="diplocal-demo", shell_complete=folder_names, metavar="[FOLDER]")
def command(folder: str) -> None:
    """Write a finished programme with its calendar and timeline into FOLDER, and print the timeline.

    The programme is South Korea's foreign minister at NATO in April 2025, as a news story announced it. FOLDER is made
    if need be; it is ./diplocal-demo unless you say otherwise.
    """
    text = resources.files("diplocal").joinpath(f"{NAME}.toml").read_text(encoding="utf-8")
    timeline = resolve(files.load(text, name=f"{NAME}.toml"))
    place = Path(folder)
    if place.is_file():
        raise click.UsageError(f"'{click.format_filename(folder)}' is a file; name a folder")
    with write_errors(folder):
        place.mkdir(parents=True, exist_ok=True)
    programme = place / f"{NAME}.toml"
    if programme.is_file() and programme.read_bytes() != text.encode():
        shown = click.format_filename(programme)
        raise click.ClickException(f"'{shown}' is there, with changes; remove it, or name another folder")
    written = {str(programme): text.encode()}
    missing = {name: (what, extra) for name, (module, what, extra) in _NEEDS.items() if not find_spec(module)}
    for name in EXPORTERS:
        if name not in missing:
            written[str(place / f"{NAME}.{SUFFIXES.get(name, name)}")] = export(timeline, name)
    write_all(written)
    click.echo(export(timeline, "markdown"), nl=False)
    for path in written:
        click.echo(f"written: {click.format_filename(path)}", err=True)
    for what, extra in missing.values():
        click.echo(f"not written: {what}: pip install 'diplocal[{extra}]'", err=True)
    asked = f"{_program_name()} explain {shlex.quote(str(programme))} visit"
    click.echo(f"To see why a date is what it is: {asked}", err=True)


def _program_name() -> str:
    """Say how this program is called from the present folder, so that a command which it prints can be pasted."""
    script, found = Path(sys.argv[0]), shutil.which("diplocal")
    is_installed = script.stem == "diplocal" and script.exists()
    if found and (not is_installed or script.samefile(found)):
        return "diplocal"
    called = script if is_installed else Path(sys.executable)
    here = called.relative_to(Path.cwd()) if called.is_relative_to(Path.cwd()) else called
    return shlex.quote(str(here)) if is_installed else f"{shlex.quote(str(here))} -m diplocal"

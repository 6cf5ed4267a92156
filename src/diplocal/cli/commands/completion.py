"""`diplocal completion`: the script that makes a shell complete commands and options."""

from typing import cast

import click
from click.shell_completion import ShellComplete, get_completion_class

from diplocal.cli.group import program

SHELLS = ("bash", "zsh", "fish")
_HELP = """Print the script that makes SHELL complete diplocal's commands, options, file names and zones.

\b
Write it where the shell looks:
  bash  ~/.local/share/bash-completion/completions/diplocal
  zsh   ~/.zfunc/_diplocal, where fpath names ~/.zfunc
  fish  ~/.config/fish/completions/diplocal.fish
"""


@click.command("completion", help=_HELP)
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print a shell's script; click makes it."""
    made = cast(type[ShellComplete], get_completion_class(shell))
    click.echo(made(program, {}, "diplocal", "_DIPLOCAL_COMPLETE").source())

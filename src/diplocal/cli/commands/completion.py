"""`diplocal completion`: the script that makes a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

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
    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"this version of click does not know {shell}")
    click.echo(found(program, {}, "diplocal", "_DIPLOCAL_COMPLETE").source())

"""`diplocal completion`: the script that makes a shell complete commands and options."""

import click
from click.shell_completion import get_completion_class

from diplocal.cli.group import program

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    r"""Print the script that makes SHELL complete diplocal's commands and options.

    \b
    bash: diplocal completion bash > ~/.local/share/bash-completion/completions/diplocal
    zsh:  diplocal completion zsh > ~/.zfunc/_diplocal   (with ~/.zfunc in $fpath)
    fish: diplocal completion fish > ~/.config/fish/completions/diplocal.fish
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"this version of click does not know {shell}; it needs 8.2 or newer")
    click.echo(found(program, {}, "diplocal", "_DIPLOCAL_COMPLETE").source())

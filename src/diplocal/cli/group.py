"""The group of commands: what they are called, where they are, and the nearest to a mistyped one."""

import importlib
import os
from typing import TYPE_CHECKING, cast

import click

from diplocal.errors import DiplocalError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "resolve": "Read a phrase into dates, and say how sure they are and why.",
    "scan": "Find every reference to time in a text and date it.",
    "draft": "Draft a programme file from the text of an announcement.",
    "check": "List all problems of programme files, and what to look at.",
    "build": "Build a calendar and a timeline from programme files.",
    "publish": "Publish programme files as a feed, and list what changed.",
    "explain": "Say why each entry of a programme has its date.",
    "schema": "Print the JSON Schema of programme files or timelines.",
    "demo": "Write a finished programme with its calendar and timeline.",
    "completion": "Print what makes a shell complete commands and options.",
}
"""Each command with its line in the help; its module, of the same name, holds it as `command`."""

HELP_OPTIONS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


class Commands(click.Group):
    """A group that imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name them in the order of the table, which is the one of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        return cast(click.Command, importlib.import_module(f"diplocal.cli.commands.{cmd_name}").command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name, or say which is nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from diplocal.checks.suggestions import did_you_mean

            hint = did_you_mean(name, COMMANDS) or f"the commands are {', '.join(COMMANDS)}."
            raise click.UsageError(f"No such command '{name}'; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what the library refuses is told as click tells its own errors."""
        try:
            return super().invoke(ctx)
        except DiplocalError as error:
            raise click.ClickException(str(error)) from None
        except OverflowError:
            raise click.ClickException("a date lies too close to the year 1 or 9999") from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete from the table without importing any."""
        from click.shell_completion import CompletionItem

        names = [CompletionItem(name, help=words) for name, words in COMMANDS.items() if name.startswith(incomplete)]
        return [*names, *click.Command.shell_complete(self, ctx, incomplete)]


def _tell_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """Print the version, and whether reading is compiled, which changes its speed alone."""
    if not asked:
        return
    from importlib.metadata import version
    from importlib.util import find_spec

    module = find_spec("diplocal.clauses.contexts")
    compiled = module is not None and module.origin is not None and not module.origin.endswith(".py")
    click.echo(f"diplocal {version('diplocal')}{' (compiled)' if compiled else ''}")
    ctx.exit()


@click.group(cls=Commands, no_args_is_help=True, context_settings=HELP_OPTIONS)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_tell_version,
    help="Show the version and exit.",
)
@click.pass_context
def program(ctx: click.Context) -> None:
    """Turn diplomacy as the news announces it into dates that can be defended.

    Results go to standard output, messages to standard error; '-' stands for standard input. Exit: 0 fine, 1 problems
    found, 2 wrong usage. NO_COLOR is respected. More in 'diplocal COMMAND --help'.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False

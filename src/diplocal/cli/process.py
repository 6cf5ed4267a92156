"""The whole run of the program: from its arguments to its exit code, whatever goes wrong on the way."""

import os
import sys

import click

from diplocal.cli import INTERRUPTED
from diplocal.cli.group import program


def run() -> int:
    """Run the command that the process's arguments name.

    Returns:
        0 fine, 1 problems, 2 wrong usage, 130 interrupted.
    """
    try:
        code = program.main(prog_name="diplocal", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # the reader has what it wanted
        _leave_stdout()
        return 1
    except OSError as error:
        _leave_stdout()
        click.echo(f"Error: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
        return 1
    return code if isinstance(code, int) else 0


def _leave_stdout() -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not fail on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

"""The whole run of the program: from its arguments to its exit code, whatever goes wrong on the way."""

import os
import sys
from io import TextIOWrapper

import click

from diplocal.cli.group import program

INTERRUPTED = 130
"""The exit code that shells know for Ctrl-C."""


def run() -> int:
    """Run the command that the process's arguments name.

    Returns:
        0 fine, 1 problems, 2 wrong usage, 130 interrupted.
    """
    _prepare_streams()
    try:
        code = program.main(prog_name="diplocal", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as error:  # a full disk, or a closed stream
        _leave_stdout()
        click.echo(f"Error: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
        return 1
    except SystemExit as ended:  # click's way out when the reader of the output has gone
        _leave_stdout()
        return ended.code if isinstance(ended.code, int) else 1
    return code if isinstance(code, int) else 0


def _prepare_streams() -> None:
    """Write the same bytes whatever the locale; what Unicode cannot hold is written as an escape."""
    if sys.stdout is None:  # closed by the shell; the first write says so
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _leave_stdout() -> None:
    """Let what is still buffered go nowhere, so that the interpreter does not fail on it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

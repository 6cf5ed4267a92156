"""The process's own streams, for bytes."""

import os
import sys
from typing import BinaryIO

import click


def results() -> BinaryIO:
    """Give the stream that results go to."""
    return sys.stdout.buffer


def standard_input() -> BinaryIO:
    """Give the stream that '-' stands for.

    Raises:
        click.UsageError: the process was started without one.
    """
    if sys.stdin is None:
        raise click.UsageError("standard input is closed; name a file instead of '-'")
    if sys.stdin.isatty():
        ends = "Ctrl-Z and Enter" if os.name == "nt" else "Ctrl-D"
        click.echo(f"reading standard input: paste the text, and end with {ends} on a line of its own", err=True)
    return sys.stdin.buffer

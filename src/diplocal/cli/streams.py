"""The process's own streams, for bytes."""

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
    return sys.stdin.buffer

"""The command line. Files, environment and clock are touched here, and in `feed.publish`, alone.

A command is a module of its own with a row in `group.COMMANDS`; it is imported when it is called, so that none waits for
what another needs. Results go to standard output, words to standard error.
"""

import sys
from typing import NoReturn

INTERRUPTED = 130
"""The exit code that shells know for Ctrl-C."""


def main() -> NoReturn:
    """Run the program on the process's own arguments and streams, and end the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the same bytes whatever the locale; what isn't Unicode is written as escapes
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    from diplocal.cli.process import run

    sys.exit(run())

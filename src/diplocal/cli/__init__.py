"""The command line. Files, environment and clock are touched here, and in `feed.publish`, alone.

A command is a module of its own with a row in `group.COMMANDS`; it is imported when it is called, so that none waits
for what another needs. Results go to standard output, messages to standard error.
"""

from typing import NoReturn


def main() -> NoReturn:
    """Run the program on the process's own arguments and streams, and end the process."""
    import sys

    from diplocal.cli.run import run

    sys.exit(run())

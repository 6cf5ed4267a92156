"""The command line. Files, environment and clock are touched here, and in `feed.publish`, alone.

A command is a module of its own with a row in `group.COMMANDS`; it is imported when it is called, so that none waits
for what another needs. Results go to standard output, messages to standard error.
"""

from typing import NoReturn

_UNTIL_COLLECTION = 100_000
"""Objects that come to stay before cycles among them are looked for: there are few, and looking takes a sixth of the
time that reading takes."""


def main() -> NoReturn:
    """Run the program on the process's own arguments and streams, and end the process."""
    import gc
    import sys

    gc.set_threshold(_UNTIL_COLLECTION)
    from diplocal.cli.run import run

    code = run()
    gc.freeze()  # nobody has to look for cycles in what goes with the process
    sys.exit(code)

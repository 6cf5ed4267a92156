"""Run the command line as ``python -m diplocal``."""

from diplocal.cli import main

if __name__ == "__main__":
    main()

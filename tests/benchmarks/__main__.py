"""Run all benchmarks: `python -m tests.benchmarks [--check] [--copies N] [--events N ...] [--documents N]`.

For one alone, with all its options, run its file.
"""

import argparse
import sys

from tests.benchmarks import accuracy, archives, feeds, growth, speed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Run all benchmarks.")
    parser.add_argument("--copies", type=int, default=10, help="of the documents whose reading is timed")
    parser.add_argument("--events", type=int, nargs="+", default=feeds.EVENTS, help="of the feeds that are timed")
    parser.add_argument("--documents", type=int, default=100_000, help="of the archive that is read")
    parser.add_argument("--check", action="store_true", help="exit 1 if a promised figure is missed")
    options = parser.parse_args()
    check = ["--check"] if options.check else []
    runs = (
        accuracy.main(check),
        speed.main([*check, "--copies", str(options.copies)]),
        growth.main([*check, "--largest", str(2**18)]),
        feeds.main([*check, "--events", *map(str, options.events)]),
        archives.main([*check, "--documents", str(options.documents)]),
    )
    return max(runs)


if __name__ == "__main__":
    sys.exit(main())

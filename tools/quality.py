"""Print how far the tests reach: the branches that they take, and the share of small wrong changes that they notice.

    python -m tools.quality [--mutants 40] [--minutes 15] [--seed 1] [--only rules ...] [--whole]

Branches are counted by coverage.py: those of a room under the tests of that room alone, with --whole those of every
room under the whole suite too. What tests run as processes of their own is not in it. Wrong changes are made by
cosmic-ray in a copy of the project (`<` becomes `<=`, a number another, a condition its contrary): one each in a
sample of the places of a room, by a seed. A change is noticed if a test of the room fails or does not end. Only those
tests are tried that run the changed statement, the quickest first. What a room has no minutes left for is not tried.
"""

import argparse
import ast
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree as ET

from attrs import frozen
from cosmic_ray.commands import init
from cosmic_ray.mutating import mutate_and_test
from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import MutationSpec, TestOutcome
from coverage import CoverageData

PROJECT = Path(__file__).parents[1]
COPIED = ("src", "tests", "tools", "docs", "examples", "conftest.py", "pyproject.toml", "README.md", "CHANGELOG.md")
ROOMS = {
    "rules": "tests/test_rules.py tests/phrases/test_laws.py",
    "evidence": "tests/prose tests/test_facts.py tests/test_resolver.py --ignore tests/prose/test_corpora.py",
    "feed": "tests/feed --ignore tests/feed/test_killing.py --ignore tests/feed/test_subscribing.py",
    "exporters": "tests/exporters --ignore tests/exporters/test_html_browser.py",
}
# Tests that read in a process of their own, so that nothing tells which statements they run.
APART = {"evidence": "tests/prose/test_corpora.py -k development"}
# Changes that no test could see: of annotations (`int | None`), and `is` to `==` where both are the same.
_SAME = re.compile(r"Operator_BitOr_|_Eq_Is$|_NotEq_IsNot$|_Is_Eq$|_IsNot_NotEq$|RemoveDecorator")
_PYTEST = f"{sys.executable} -m pytest -q -x --disable-warnings -p no:cacheprovider --hypothesis-profile=few --tb=no"
_COVERAGE = "--cov=diplocal --cov-branch --cov-report=json:cov.json"


@frozen
class Room:
    """What became of the changes in a package.

    Attributes:
        branches: how many it has, and how many its tests take.
        places: where there could be one.
        noticed: how many of those tried.
        missed: the others of those tried, as a person finds them.
    """

    name: str
    branches: tuple[int, int]
    places: int
    noticed: int
    missed: Sequence[str]

    def __str__(self) -> str:
        """Give the line of a table."""
        tried = self.noticed + len(self.missed)
        there, taken = self.branches
        share = self.noticed / max(tried, 1)
        return f"| {self.name} | {there} | {taken / there:.1%} | {self.places} | {tried} | {share:.0%} |"


def run(command: str) -> None:
    """Run tests that have to pass."""
    subprocess.run(shlex.split(command), check=True, stdout=sys.stderr)


def branches() -> tuple[Counter[str], Counter[str]]:
    """Give the branches of each room, and of all, and how many of them the last tests took."""
    taken, there = Counter[str](), Counter[str]()
    for name, file in json.loads(Path("cov.json").read_text(encoding="utf-8"))["files"].items():
        for room in (Path(name).parts[2].removesuffix(".py"), "all"):
            taken[room] += file["summary"]["covered_branches"]
            there[room] += file["summary"]["num_branches"]
    return there, taken


def whole() -> Iterator[str]:
    """Run the whole suite; give a line of a table for each room with branches, and for all."""
    run(f"{sys.executable} -m pytest -q --numprocesses=auto --dist=loadfile {_COVERAGE}")
    there, taken = branches()
    for name in sorted(filter(there.get, there), key=lambda name: (name == "all", name)):
        yield f"| {name} | {there[name]} | {taken[name] / there[name]:.1%} |"


def changes(package: Path) -> list[list[MutationSpec]]:
    """List the places in a package, in order, each with the changes that can be made there."""
    places: dict[tuple[str, tuple[int, int]], list[MutationSpec]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, closing(WorkDB(Path(folder) / "db", WorkDB.Mode.create)) as db:
        init(sorted(package.rglob("*.py")), db, {})
        for item in db.work_items:
            change = item.mutations[0]
            if not _SAME.search(change.operator_name):
                places[str(change.module_path), tuple(change.start_pos)].append(change)
    return [sorted(places[place], key=attrgetter("operator_name", "occurrence")) for place in sorted(places)]


class Tests:
    """The tests of a room: which of them run a statement, and how long each takes."""

    def __init__(self, name: str) -> None:
        """Run them once; the current folder is that of the copy."""
        run(f"{_PYTEST} {ROOMS[name]} {_COVERAGE} --cov-context=test --junit-xml=times.xml")
        self.apart = APART.get(name)
        self.data = CoverageData()
        self.data.read()
        cases = ET.parse("times.xml").iter("testcase")
        self.seconds = {
            f"{case.attrib['classname'].replace('.', '/')}.py::{case.attrib['name']}": float(case.attrib["time"])
            for case in cases
        }
        self._write(self.data.measured_contexts())
        run(f"{_PYTEST} --collect-only @tests.txt")  # no change is noticed for want of a test of some name

    def of(self, change: MutationSpec) -> list[str]:
        """Give the tests that run a statement, the quickest first; of one that an import runs, those of its module."""
        by_line = self.data.contexts_by_lineno(str(change.module_path.resolve()))
        run = {context for line in self._lines(change) for context in by_line.get(line, ())} - {""}
        return self._write(run or {context for contexts in by_line.values() for context in contexts})

    def _write(self, contexts: Iterable[str]) -> list[str]:
        """Write the names of the tests of contexts into a file of arguments, the quickest first."""
        tests = sorted({context.rpartition("|")[0] for context in contexts} - {""}, key=self.seconds.__getitem__)
        Path("tests.txt").write_text("\n".join(tests), encoding="utf-8")
        return tests

    @staticmethod
    def _lines(change: MutationSpec) -> range:
        """Give the lines of a statement up to a change in it; of a change in a decorator, its own line."""
        line = change.start_pos[0]
        nodes = ast.walk(ast.parse(change.module_path.read_text(encoding="utf-8")))
        statements = [node for node in nodes if isinstance(node, ast.stmt)]
        begins = (one.lineno for one in statements if one.lineno <= line <= (one.end_lineno or 0))
        return range(max(begins, default=line), line + 1)

    def notice(self, change: MutationSpec) -> bool:
        """Make a change, and say whether a test fails or takes ten times as long."""
        tests = self.of(change)
        seconds = 60 + 10 * sum(map(self.seconds.__getitem__, tests))
        commands = [f"{_PYTEST} @tests.txt"] if tests else []
        commands += [f"{_PYTEST} {self.apart}"] if self.apart else []
        return any(
            mutate_and_test([change], command, seconds).test_outcome is not TestOutcome.SURVIVED for command in commands
        )


def room(name: str, options: argparse.Namespace) -> Room:
    """Try a sample of the changes of a room; the current folder is that of the copy."""
    begin = time.monotonic()
    tests = Tests(name)
    there, taken = branches()
    places = changes(Path("src/diplocal") / name)
    chance = random.Random(options.seed)
    noticed, missed = 0, list[str]()
    for found in chance.sample(places, min(options.mutants, len(places))):
        if time.monotonic() - begin > 60 * options.minutes:
            break
        change = chance.choice(found)
        place = f"{change.module_path}:{change.start_pos[0]} {change.operator_name.removeprefix('core/')}"
        if seen := tests.notice(change):
            noticed += 1
        else:
            missed.append(place)
        print("noticed:" if seen else "not noticed:", place, file=sys.stderr, flush=True)
    return Room(name, (there[name], taken[name]), len(places), noticed, missed)


def copied(folder: Path) -> Path:
    """Copy the project, without what it was set up with."""
    for name in COPIED:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "_build"))
        else:
            shutil.copy(source, folder / name)
    return folder


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the two tables, then the changes that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--mutants", type=int, default=40, help="changes that are tried in a room")
    parser.add_argument("--minutes", type=float, default=15, help="for a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=ROOMS, default=ROOMS)
    parser.add_argument("--whole", action="store_true", help="count the branches under the whole suite too")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(copied(Path(folder)))
        os.environ["PYTHONPATH"] = "src"
        if options.whole:
            print("| room | branches | taken |", "|---|---|---|", *whole(), "", sep="\n")
        print("| room | branches | taken | places | tried | noticed |", "|---|---|---|---|---|---|", sep="\n")
        missed = list[str]()
        for name in options.only:
            found = room(name, options)
            missed += found.missed
            print(found, flush=True)
    print("", *missed, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

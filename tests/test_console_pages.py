"""The commands of the documentation's pages outside `docs/commands`: each is run, and prints what the page shows."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ("tutorial.md",)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the examples are for a POSIX shell")


def commands(text: str) -> list[tuple[str, str]]:
    """Each command line of a page with the output below it."""
    blocks = "".join(CONSOLE.findall(text))
    starts = [match.start() for match in re.finditer(r"^\$ ", blocks, re.MULTILINE)] + [len(blocks)]
    parts = [blocks[start + 2 : end].partition("\n") for start, end in pairwise(starts)]
    return [(line, output) for line, _, output in parts]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's own folder, with the examples in it."""
    for path in sorted((PROJECT / "examples").glob("oslo*")):
        shutil.copy(path, tmp_path)
    return tmp_path


def run(line: str, folder: Path) -> str:
    script = folder / ".bin" / "diplocal"
    if not script.exists():
        script.parent.mkdir()
        script.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m diplocal \"$@\"\n")
        script.chmod(0o755)
    environment = os.environ | {"PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    done = subprocess.run(
        ["/bin/sh", "-c", f"{{ {line}; }} 2>&1"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_a_page_s_commands_print_what_it_shows(page, folder):
    lines = commands((DOCS / page).read_text(encoding="utf-8"))
    assert lines
    for line, expected in lines:
        printed = run(line, folder)
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        assert doctest.OutputChecker().check_output(expected, printed, flags), f"$ {line}\n{printed}"


def test_no_page_s_commands_are_left_out():
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if "_build" not in path.parts}
    shown = {page for page in pages if "```console" in (DOCS / page).read_text(encoding="utf-8")}
    assert {page for page in shown if not page.startswith("commands/")} == {*PAGES}

"""The commands of the README and the documentation: each is run, and prints what the page shows."""

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
PAGES = sorted(
    path.relative_to(PROJECT).as_posix()
    for path in [PROJECT / "README.md", *DOCS.glob("[!_]*/*.md"), *DOCS.glob("*.md")]
    if CONSOLE.search(path.read_text(encoding="utf-8"))
)
SETS_UP = ("make ", "python3 -m venv ", ".venv/bin/")  # tried by hand, on a fresh clone

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the examples are for a POSIX shell")


def commands(text: str) -> list[tuple[str, str]]:
    """Each command line of a page with the output below it."""
    blocks = "".join(CONSOLE.findall(text))
    starts = [match.start() for match in re.finditer(r"^\$ ", blocks, re.MULTILINE)] + [len(blocks)]
    parts = [blocks[start + 2 : end].partition("\n") for start, end in pairwise(starts)]
    return [(line, output) for line, _, output in parts]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's own folder: with the examples beside it for the README, and in it for the tutorial."""
    shutil.copytree(PROJECT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    return shutil.copytree(tmp_path / "examples", tmp_path, dirs_exist_ok=True)


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
    lines = commands((PROJECT / page).read_text(encoding="utf-8"))
    tried = [(line, expected) for line, expected in lines if not line.startswith(SETS_UP)]
    assert tried
    for line, expected in tried:
        printed = run(line, folder)
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        assert doctest.OutputChecker().check_output(expected, printed, flags), f"$ {line}\n{printed}"


def test_the_readme_quotes_the_example():
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    quoted = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert quoted
    assert all(part in (PROJECT / "examples" / "oslo.toml").read_text(encoding="utf-8") for part in quoted)

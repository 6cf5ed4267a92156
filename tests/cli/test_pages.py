"""The pages of the documentation on the commands: each has one, with its options, and their examples run."""

import doctest
import importlib
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import click
import pytest

from diplocal.cli.group import COMMANDS

PAGES = Path(__file__).parents[2] / "docs" / "commands"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_page_with_its_options(name):
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    command = importlib.import_module(f"diplocal.cli.commands.{name}").command
    assert page.startswith(f"# diplocal {name}\n")
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [max(o.opts, key=len) for o in options if f"`{max(o.opts, key=len)}" not in page] == []


def test_there_are_no_other_pages():
    assert {page.stem for page in PAGES.glob("*.md")} == {*COMMANDS, "index"}


def examples(page: Path) -> list[tuple[str, str]]:
    """Each command line of a page with the output below it, in which "..." stands for anything."""
    blocks = "".join(CONSOLE.findall(page.read_text(encoding="utf-8")))
    starts = [match.start() for match in re.finditer(r"^\$ ", blocks, re.MULTILINE)] + [len(blocks)]
    parts = [blocks[start + 2 : end].partition("\n") for start, end in pairwise(starts)]
    return [(line, output) for line, _, output in parts]


@pytest.mark.skipif(os.name != "posix", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_s_examples_run(page, tmp_path):
    script = tmp_path / "bin" / "diplocal"
    script.parent.mkdir()
    script.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m diplocal \"$@\"\n")
    script.chmod(0o755)
    environment = os.environ | {"PATH": f"{script.parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "100"}
    for line, expected in examples(page):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{{ {line}; }} 2>&1"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        checker = doctest.OutputChecker()
        flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
        assert checker.check_output(expected, done.stdout, flags), f"$ {line}\n{done.stdout}"


def test_pages_have_examples():
    assert len([example for page in PAGES.glob("*.md") for example in examples(page)]) >= 8

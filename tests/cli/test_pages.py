"""The pages of the documentation on the commands: each has one, with its options."""

import importlib
from pathlib import Path

import click
import pytest

from diplocal.cli.group import COMMANDS

PAGES = Path(__file__).parents[2] / "docs" / "commands"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_page_with_its_options(name):
    page = (PAGES / f"{name}.md").read_text(encoding="utf-8")
    command = importlib.import_module(f"diplocal.cli.commands.{name}").command
    assert page.startswith(f"# diplocal {name}\n")
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [max(o.opts, key=len) for o in options if f"`{max(o.opts, key=len)}" not in page] == []


def test_there_are_no_other_pages():
    assert {page.stem for page in PAGES.glob("*.md")} == {*COMMANDS, "index"}

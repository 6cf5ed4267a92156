"""What the tests of commands share."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from diplocal.cli.group import program

TALKS = """\
key = "talks"
title = "Talks"

[sources.notice]
publisher = "The ministry"
published = 2025-04-01
zone = "Asia/Seoul"

[people.cho]
name = "Cho Tae-yul"

[places.brussels]
name = "Brussels"

[[events]]
key = "visit"
title = "A visit"
when = "from Wednesday to Friday"
place = "brussels"
participants = ["cho"]

[[events.sessions]]
key = "dinner"
title = "A dinner"
when = "on Thursday"
time = "19:00-21:00"
participants = ["cho"]
"""


@pytest.fixture(autouse=True)
def terminal(monkeypatch) -> None:
    """Make a terminal of 80 columns, whatever the tests run in."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch) -> Path:
    """A present folder of its own, with a programme file in it."""
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("talks.toml").write_text(TALKS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def diplocal(folder):
    """Run a command in the folder."""

    def run(*arguments: str, **options) -> Result:
        return CliRunner().invoke(program, arguments, prog_name="diplocal", catch_exceptions=False, **options)

    return run


@pytest.fixture
def variant(folder):
    """Write another file: the programme with something replaced."""

    def write(name: str, *replaced: tuple[str, str]) -> str:
        text = TALKS
        for old, new in replaced:
            assert old in text
            text = text.replace(old, new)
        folder.joinpath(name).write_text(text, encoding="utf-8")
        return name

    return write

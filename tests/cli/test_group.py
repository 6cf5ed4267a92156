"""The group of commands: its help, the nearest to a mistyped word, exit codes, and what a command does not load."""

import importlib
import subprocess
import sys
from importlib.metadata import version as installed_version

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from diplocal.cli.group import COMMANDS, program
from diplocal.languages.en import grammar


def run(*arguments: str, **options):
    return CliRunner().invoke(program, arguments, prog_name="diplocal", **options)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_a_module_with_help(name):
    command = importlib.import_module(f"diplocal.cli.commands.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: diplocal {name} ")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_group_s_help_is_short():
    result = run("--help")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) < 30
    listed = result.stdout.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in listed] == list(COMMANDS)  # each in one line


def test_nothing_is_done_without_a_command():
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["reslve"], "No such command 'reslve'; did you mean 'resolve'?"),
        (["sacn", "x"], "did you mean 'scan'?"),
        (["\udcff"], "the commands are resolve, scan"),
        (["resolve", "x", "--publishd", "2025-04-01"], "--published"),
        (["scan", "x", "--jsonL"], "--jsonl"),
        (["completion", "tcsh"], "'tcsh'"),
    ],
)
def test_a_mistyped_word_gets_a_suggestion(arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert words in result.stderr
    assert "--help" in result.stderr


def test_version():
    compiled = "" if grammar.__file__.endswith(".py") else " (compiled)"
    assert run("--version").stdout == f"diplocal {installed_version('diplocal')}{compiled}\n"


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_completion_scripts(shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_DIPLOCAL_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "number", "completed"),
    [
        ("diplocal re", 1, ["resolve"]),
        ("diplocal resolve --zone Asia/Seo", 3, ["Asia/Seoul"]),
        ("diplocal resolve --lean a", 3, ["ahead"]),
        ("diplocal scan --jsonl --jo", 3, ["--jobs"]),
    ],
)
def test_completions(words, number, completed):
    environment = {"_DIPLOCAL_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
    result = run(env=environment)
    assert [line.partition(",")[2] for line in result.stdout.split()] == completed


HEAVY = ("icalendar", "dateutil.rrule", "multiprocessing", "asyncio", "diplocal.model", "diplocal.timeline")


@pytest.mark.parametrize(
    "arguments",
    [
        ["resolve", "Wednesday to Friday", "--published", "2025-04-01", "--zone", "Asia/Seoul"],
        ["scan", "-", "--published", "2025-04-01"],
        ["scan", "--jsonl", "-"],
    ],
)
def test_reading_words_loads_nothing_of_calendars(arguments):
    code = f"""
import sys
sys.argv[1:] = {arguments!r}
from diplocal.cli import main
try:
    main()
finally:
    print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, b"[]")


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["check"], "file"),
        (["build"], "file"),
        (["build", "--ics"], "file"),
        (["scan"], "file"),
        (["draft"], "file"),
        (["draft", "--out"], "file"),
        (["explain"], "file"),
        (["publish", "--to"], "file"),
        (["demo"], "dir"),
    ],
)
def test_names_of_files_are_completed_by_the_shell(arguments, wanted):
    completed = ShellComplete(program, {}, "diplocal", "_DIPLOCAL_COMPLETE").get_completions(arguments, "no")
    assert [(one.value, one.type) for one in completed] == [("no", wanted)]

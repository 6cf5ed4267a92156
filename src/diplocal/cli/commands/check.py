"""`diplocal check`: everything that is wrong with programme files, and everything that a person should look at."""

from collections.abc import Iterator

import click

from diplocal.agenda import clashes
from diplocal.cli.options import files_argument
from diplocal.cli.outputs import json_line
from diplocal.cli.programmes import Dated, as_line, date_files, same_keys
from diplocal.cli.terminal import count
from diplocal.errors import Problem
from diplocal.timeline import Concern, Notice


@click.command("check")
@files_argument
@click.option("--json", "as_json", is_flag=True, help="Answer with a JSON object a file.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], as_json: bool) -> None:
    """List all problems of programme files, and what a person should look at.

    Problems keep a calendar from being built: what is misspelt, missing, or contradicts itself. Notices don't: words
    with several readings, a person in two places at once, also across FILEs, deadlines past. What a draft leaves to
    check is listed until it is taken out. '-' is standard input. The exit code is 1 when there are problems.
    """
    dated = date_files(files)
    notices = _notices(dated)
    if as_json:
        for one in dated:
            click.echo(json_line(_record(one, notices[one.name])), nl=False)
    else:
        lines = [line for one in dated for line in _lines(one, notices[one.name])]
        lines += [f"notice: {words}" for words in same_keys(dated)]
        click.echo("".join(f"{line}\n" for line in lines), nl=False)
    click.echo(_summary(dated, notices), err=True)
    ctx.exit(1 if any(one.problems for one in dated) else 0)


def _notices(dated: list[Dated]) -> dict[str, list[Notice]]:
    """Gather each file's notices, with those that show only side by side at the later of the two."""
    found = {one.name: list(one.timeline.notices) if one.timeline else [] for one in dated}
    once = {one.timeline.key: one for one in reversed(dated) if one.timeline}
    for notice in clashes(one.timeline for one in once.values() if one.timeline):
        found[once[notice.programme].name].append(notice)
    return found


def _lines(one: Dated, notices: list[Notice]) -> Iterator[str]:
    listed = (("problem", "red", one.problems), ("notice", "yellow", notices), ("to check", "yellow", one.marks))
    for label, colour, found in listed:
        for what in found:
            yield f"{click.style(label, fg=colour)}: {as_line(one.name, what)}"


def _summary(dated: list[Dated], notices: dict[str, list[Notice]]) -> str:
    noticed = [notice for found in notices.values() for notice in found]
    problems = sum(len(one.problems) for one in dated)
    head = f"{count(len(dated), 'file')}: {count(problems, 'problem')}, {count(len(noticed), 'notice')}"
    if marked := sum(len(one.marks) for one in dated):
        head += f", {marked} to check"
    undecided = sum(notice.concern is Concern.AMBIGUOUS for notice in noticed)
    return f"{head} ({undecided} of them {'leaves' if undecided == 1 else 'leave'} a date open)" if undecided else head


def _record(one: Dated, notices: list[Notice]) -> dict[str, object]:
    return {
        "file": one.name,
        "key": one.programme.key if one.programme else None,
        "problems": [_fields(problem, "where", "read", "why", "settle") for problem in one.problems],
        "notices": [_fields(notice, "concern", "where", "entry", "message", "settle") for notice in notices],
        "to_check": [{"where": mark.where, "key": mark.key, "message": mark.words} for mark in one.marks],
    }


def _fields(record: Problem | Notice, *names: str) -> dict[str, object]:
    return {name: getattr(record, name) for name in names}

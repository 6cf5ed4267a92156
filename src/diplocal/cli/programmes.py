"""Programme files as commands take them: read, dated, and every problem of all of them told at once."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import click
from attrs import frozen

from diplocal import files
from diplocal.checks import Mark, marks
from diplocal.cli.inputs import opened, shown_name
from diplocal.cli.terminal import count, plain
from diplocal.errors import Problem, ProgrammeError
from diplocal.model import Programme
from diplocal.resolver import resolve
from diplocal.timeline import Notice, Timeline


@frozen(kw_only=True)
class Dated:
    """A programme file with its timeline.

    Attributes:
        name: of the file, as it was given; "standard input" for '-'.
        programme: what it holds.
        timeline: ``None`` where the programme has problems.
        problems: what is wrong with it.
    """

    name: str
    programme: Programme | None = None
    timeline: Timeline | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What a person should still look at."""
        return marks(self.programme) if self.programme else ()


def read_programme(name: str) -> tuple[str, Programme]:
    """Read a programme file.

    Returns:
        Its text, and what that says.

    Raises:
        click.UsageError: the file cannot be opened.
        ProgrammeError: everything that is wrong with it.
    """
    shown = shown_name(name)
    with opened(name) as stream:
        text = files.decode(stream.read(files.LARGEST + 1), shown)
    return text, files.load(text, name=shown)


def date_files(names: Sequence[str]) -> list[Dated]:
    """Read and date programme files, in their order; what is wrong with one leaves the others as they are.

    Raises:
        click.UsageError: a file cannot be opened, or is named twice.
    """
    for number, name in enumerate(names):
        if name in names[:number]:
            raise click.UsageError(f"{shown_name(name)} is named twice")
    return [_date_file(name) for name in names]


def _date_file(name: str) -> Dated:
    shown = shown_name(name)
    programme = None
    try:
        _, programme = read_programme(name)
        return Dated(name=shown, programme=programme, timeline=resolve(programme))
    except ProgrammeError as error:
        return Dated(name=shown, programme=programme, problems=error.problems)
    except OverflowError:
        outside = ProgrammeError.of_file("has a date outside the years 1 to 9999", "correct it")
        return Dated(name=shown, programme=programme, problems=outside.problems)


def timelines_of(names: Sequence[str]) -> list[Timeline]:
    """Read and date programme files that are to become one agenda; tell notices on standard error.

    Raises:
        click.ClickException: the problems of all of them, or two that have the same key.
    """
    dated = date_files(names)
    if any(one.problems for one in dated):
        raise ProblemsError(dated)
    if same := same_keys(dated):
        raise click.ClickException(f"{same[0]}, or take them one by one")
    for one in dated:
        for notice in one.timeline.notices if one.timeline else ():
            click.echo(f"notice: {as_line(one.name, notice)}", err=True)
        if one.marks:
            click.echo(f"notice: {one.name}: {len(one.marks)} to check, which 'diplocal check' lists", err=True)
    return [one.timeline for one in dated if one.timeline is not None]


def same_keys(dated: Iterable[Dated]) -> list[str]:
    """Tell which files have the key of an earlier one."""
    first: dict[str, str] = {}
    return [
        f"{one.name} has the key of {other}, '{one.programme.key}', so that their entries would be taken for each "
        "other's; give each programme a key of its own"
        for one in dated
        if one.programme and (other := first.setdefault(one.programme.key, one.name)) != one.name
    ]


class ProblemsError(click.ClickException):
    """The problems of several files together, and what came of them."""

    def __init__(self, dated: Sequence[Dated], outcome: str = "; nothing was written") -> None:
        self.dated = dated
        super().__init__(f"{count(sum(len(one.problems) for one in dated), 'problem')}{outcome}")

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Write each problem in a line of its own, then how many there are."""
        for one in self.dated:
            for problem in one.problems:
                click.echo(as_line(one.name, problem), err=True)
        super().show()


@contextmanager
def problems_of(name: str) -> Iterator[None]:
    """Tell the problems of one file.

    Raises:
        ProblemsError: instead of the library's own error.
    """
    try:
        yield
    except ProgrammeError as error:
        raise ProblemsError([Dated(name=shown_name(name), problems=error.problems)]) from None


def as_line(name: str, what: Problem | Notice | Mark) -> str:
    """Write a problem, notice or mark with the file it is in, on one line."""
    return plain(f"{name}: {what}")

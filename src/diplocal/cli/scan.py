"""`diplocal scan`: every reference to time in a text, or in each of a stream of documents."""

import datetime as dt
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import click

from diplocal.cli.options import conventions_of, conventions_options, item_option, published_option, zone_option
from diplocal.cli.streams import results
from diplocal.errors import ReadingError
from diplocal.reading import Conventions

LONG = 2**21
"""Bytes whose reading takes long enough for somebody to want to see how far it is."""


@click.command("scan")
@click.argument("file")
@published_option(required=False)
@zone_option
@conventions_options("none")
@item_option
@click.option("--json", "as_json", is_flag=True, help="Answer with a JSON object.")
@click.option("--jsonl", "as_lines", is_flag=True, help="Read and answer a JSON document a line.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes with --jsonl; as many as processors.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    published: dt.date | dt.datetime | None,
    zone: str | None,
    week_start: str,
    next_: str,
    lean: str,
    item: int | None,
    as_json: bool,
    as_lines: bool,
    jobs: int | None,
) -> None:
    """Find every reference to time in FILE ('-': standard input) and date it.

    FILE is text, a saved web page, a mail, a Word file, a PDF or a feed. The answer is a table: each phrase with its
    date, how sure it is, and why. With --jsonl, FILE holds a document a line, {"id", "text", "published", "zone"}, and
    each gets a line of its own, in order; a broken line gets an "error", and the exit code is 1.
    """
    conventions = conventions_of(week_start, next_, lean)
    if as_lines:
        _refuse(ctx, {"--json": as_json, "--published": published, "--zone": zone, "--item": item})
        ctx.exit(1 if _scan_lines(file, conventions, jobs or _processors()) else 0)
    _refuse_jobs(ctx, jobs)
    _scan_text(file, item, published, zone, conventions, as_json)


def _refuse(ctx: click.Context, given: dict[str, object]) -> None:
    for name, value in given.items():
        if value:
            raise click.UsageError(f"{name} and --jsonl exclude each other; each line says its own.", ctx)


def _refuse_jobs(ctx: click.Context, jobs: int | None) -> None:
    if jobs is not None:
        raise click.UsageError("--jobs goes with --jsonl; one text is read by one process.", ctx)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _scan_lines(file: str, conventions: Conventions, jobs: int) -> int:
    from diplocal.cli.inputs import opened
    from diplocal.cli.stream import answer_all

    with opened(file) as source, _progress(source) as tell:
        broken = answer_all(source, results(), conventions, jobs, tell)
    if broken:
        lines = "1 line is" if broken == 1 else f"{broken} lines are"
        click.echo(f"{lines} broken; the answers say why, each in its place", err=True)
    return broken


@contextmanager
def _progress(source: BinaryIO) -> Iterator[Callable[[int], object] | None]:
    """Show on a terminal how much of a long file has been read, unless the answers are shown there."""
    shown = sys.stderr.isatty() and not sys.stdout.isatty()
    size = os.fstat(source.fileno()).st_size if shown else 0
    if size < LONG:
        yield None
        return
    with click.progressbar(length=size, label="Reading", file=sys.stderr) as bar:
        yield bar.update


def _scan_text(
    file: str,
    item: int | None,
    published: dt.date | dt.datetime | None,
    zone: str | None,
    conventions: Conventions,
    as_json: bool,
) -> None:
    from diplocal.cli.documents import publication_of, read_document
    from diplocal.prose import read_text

    document = read_document(file, item)
    day = publication_of(document, file, published, zone)
    try:
        findings = read_text(document.text, published=day, zone=zone, conventions=conventions)
    except ReadingError as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        from diplocal.cli.records import document_line

        results().write(document_line(file, findings))
        return
    from diplocal.cli.table import summary, table

    for line in table(findings):
        click.echo(line)
    click.echo(summary(findings), err=True)

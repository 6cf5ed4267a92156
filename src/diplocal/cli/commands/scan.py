"""`diplocal scan`: every reference to time in a text, or in each of a stream of documents."""

import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial

import click

from diplocal.cli.document_lines import document_line
from diplocal.cli.inputs import opened, shown_name
from diplocal.cli.options import (
    conventions_options,
    file_option,
    files_argument,
    item_option,
    published_option,
    zone_option,
)
from diplocal.errors import DiplocalError
from diplocal.reading import Conventions, Finding

LONG = 2**21
"""Bytes whose reading takes long enough for somebody to want to see how far it is."""


@click.command("scan")
@files_argument
@published_option(required=False)
@zone_option
@conventions_options("none")
@item_option
@click.option("--json", "as_json", is_flag=True, help="Answer with a JSON object.")
@click.option("--jsonl", "as_lines", is_flag=True, help="Read and answer a JSON document a line.")
@click.option("--parquet", "as_archive", is_flag=True, help="Read a Parquet file of documents, and write one: --to.")
@file_option("--to", "target", words="The Parquet file to write.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=COLUMN",
    help="What 'id', 'text', 'published' or 'zone' is called in the Parquet file; repeatable.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes for many documents; one a processor.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    published: dt.date | dt.datetime | None,
    zone: str | None,
    conventions: Conventions,
    item: int | None,
    as_json: bool,
    as_lines: bool,
    as_archive: bool,
    target: str | None,
    columns: tuple[str, ...],
    jobs: int | None,
) -> None:
    """Find every reference to time in each FILE ('-': standard input) and date it.

    A FILE is text, a saved web page, a mail, a Word file, a PDF or a feed. The answer is a table: each phrase with its
    date, how sure it is, and why. With --jsonl, FILE holds a document a line, {"id", "text", "published", "zone"}, and
    each gets a line of its own, in order; a broken line gets an "error", and the exit code is 1. With --parquet, FILE
    has a row a document, and the file that --to names gets a row for each reference.
    """
    if (target or columns) and not as_archive:
        raise click.UsageError(f"{'--to' if target else '--column'} goes with --parquet.", ctx)
    if as_archive or as_lines:
        mode = "--parquet" if as_archive else "--jsonl"
        others = {"--json": as_json, "--published": published, "--zone": zone, "--item": item}
        if given := [name for name, value in (others | {"--jsonl": as_archive and as_lines}).items() if value]:
            raise click.UsageError(f"{given[0]} and {mode} exclude each other; each document says its own.", ctx)
        if len(files) > 1:
            raise click.UsageError(f"{mode} takes one FILE, which holds many documents.", ctx)
        scan_many = partial(_scan_archive, target=target, columns=columns) if as_archive else _scan_lines
        ctx.exit(scan_many(files[0], conventions, jobs or _processors()))
    if jobs is not None:
        raise click.UsageError("--jobs goes with --jsonl and --parquet; one text is read by one process.", ctx)

    find = partial(_findings, item=item, published=published, zone=zone, conventions=conventions)
    ctx.exit(_scan_texts(files, find, as_json))


def _findings(
    file: str, item: int | None, published: dt.date | dt.datetime | None, zone: str | None, conventions: Conventions
) -> Sequence[Finding]:
    from diplocal.cli.dated_documents import publication_of, read_document
    from diplocal.listed_times import with_listed_times
    from diplocal.prose import read_text

    document = read_document(file, item)
    day = publication_of(document, file, published, zone)
    read = read_text(document.text, published=day, zone=zone, conventions=conventions)
    return with_listed_times(document.text, read)


def _scan_texts(files: tuple[str, ...], find: Callable[[str], Sequence[Finding]], as_json: bool) -> int:
    """Scan one file after another, each table below the file's name; what is wrong with one leaves the others."""
    code = 0
    for number, file in enumerate(files):
        if len(files) > 1 and not as_json:
            click.echo(("\n" if number else "") + f"== {shown_name(file)}")
        try:
            _show(file, find(file), as_json)
        except (click.ClickException, DiplocalError) as error:
            shown = error if isinstance(error, click.ClickException) else click.ClickException(str(error))
            if len(files) == 1:
                raise shown from None
            shown.show()
            code = 1
    return code


def _show(file: str, findings: Sequence[Finding], as_json: bool) -> None:
    if as_json:
        click.echo(document_line(file, findings), nl=False)
        return
    from diplocal.cli.table import summary, table

    for line in table(findings):
        click.echo(line)
    click.echo(summary(findings), err=True)


# --- many documents ---------------------------------------------------------------------------------------------------


def _scan_lines(file: str, conventions: Conventions, jobs: int) -> int:
    """Answer each line; a terminal is shown how much of a long file has been read, unless the answers are."""
    from diplocal.cli.jsonl import answer_all

    with opened(file) as source:
        size = os.fstat(source.fileno()).st_size if sys.stderr.isatty() and not sys.stdout.isatty() else 0
        with click.progressbar(length=size, label="Reading", file=sys.stderr, hidden=size < LONG) as bar:
            return _exit_code(answer_all(source, sys.stdout.buffer, conventions, jobs, bar.update), "line")


def _scan_archive(
    file: str, conventions: Conventions, jobs: int, *, target: str | None, columns: tuple[str, ...]
) -> int:
    from diplocal.cli.parquet import scan_archive

    if target is None:
        raise click.UsageError("--parquet needs --to FILE, the Parquet file to write.")
    return _exit_code(scan_archive(file, target, conventions, dict(map(_column, columns)), jobs), "document")


def _column(named: str) -> tuple[str, str]:
    name, equals, column = named.partition("=")
    if not equals:
        raise click.UsageError(f"'--column {named}' names no column; write it as --column text=body")
    return name.strip(), column.strip()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _exit_code(broken: int, noun: str) -> int:
    if broken:
        count = f"1 {noun} is" if broken == 1 else f"{broken} {noun}s are"
        click.echo(f"{count} broken; the answers say why, each in its place", err=True)
    return 1 if broken else 0

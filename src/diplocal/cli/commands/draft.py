"""`diplocal draft`: a programme file from an announcement, for a person to correct."""

import datetime as dt
from pathlib import Path

import click
from attrs import frozen

from diplocal import files
from diplocal.amending import Amended, amend
from diplocal.checks import marks
from diplocal.cli.dated_documents import publication_of, read_document
from diplocal.cli.inputs import shown_name
from diplocal.cli.options import file_names, file_option, item_option, published_option, zone_option
from diplocal.cli.outputs import refuse_overlaps, write_all
from diplocal.cli.programmes import problems_of, read_programme
from diplocal.cli.terminal import count, plain
from diplocal.drafting import Draft, draft
from diplocal.errors import DiplocalError
from diplocal.intake import Document
from diplocal.model import Programme

LONGEST = 100_000
"""Characters beyond which a text is no announcement."""


@click.command("draft")
@click.argument("notice", shell_complete=file_names, metavar="NOTICE")
@published_option(required=False)
@zone_option
@click.option("--publisher", default="", help="Who published it, where the notice doesn't say.")
@item_option
@file_option("--onto", words="A programme file to bring NOTICE into, as proposals.", metavar="PROGRAMME")
@file_option("--out", words="Where to write; standard output otherwise.")
def command(
    notice: str,
    published: dt.date | dt.datetime | None,
    zone: str | None,
    publisher: str,
    item: int | None,
    onto: str | None,
    out: str | None,
) -> None:
    """Draft a programme file from NOTICE, an announcement or a report ('-': standard input).

    NOTICE is text, a saved web page, a mail, a Word file, a PDF or a feed. Each announced event, day or session stands
    there in the text's own words, with its sentence as an internal note. What is uncertain stands there as 'to_check',
    and lines that are in no entry are named. Correct names and titles, then: diplocal check FILE.

    With --onto, NOTICE is a later one: PROGRAMME comes out with what the notice moves, calls off, adds or makes more
    precise, each change marked; your own words, keys and comments stay.
    """
    out = out or "-"
    if out != "-":
        refuse_overlaps({"--out": out}, (notice, onto or "-"))
        if Path(out).exists():
            raise click.UsageError(f"'{click.format_filename(out)}' is there already; remove it, or name another file")
    known = None if onto is None else _read_known(onto)
    zone = zone or (known.zone if known else None)
    document = read_document(notice, item)
    _refuse_long(document, notice)
    made = _drafted(document, notice, publication_of(document, notice, published, zone), zone, publisher)
    left = [plain(f"line {one.line} is in no entry: {one.words}") for one in made.left]
    for words in left:
        click.echo(words, err=True)
    if known is not None:
        _bring_onto(known, made.programme, out)
        return
    above = "\n".join([_header(notice), *left])
    write_all({out: files.dump(made.programme, comments={"": above}).encode()})
    _tell(made.programme, out)


def _refuse_long(document: Document, notice: str) -> None:
    name, text = shown_name(notice), document.text
    if not text.strip():
        raise click.ClickException(f"{name} holds no text")
    if "\x00" in text:
        raise click.ClickException(f"{name} is not text: it holds zero bytes; save it as plain text")
    if len(text) > LONGEST:
        raise click.ClickException(f"{name} has {len(text):,} characters, more than {LONGEST:,}; take one announcement")


def _drafted(
    document: Document, notice: str, published: dt.date | dt.datetime, zone: str | None, publisher: str
) -> Draft:
    if (language := document.language) and not language.value.casefold().startswith("en"):
        click.echo(f"the language is '{language.value}' ({language.where}); only English is read", err=True)
    try:
        return draft(document, published=published, zone=zone, publisher=publisher)
    except DiplocalError as error:
        raise click.ClickException(f"{shown_name(notice)}: {error}") from None


def _header(notice: str) -> str:
    name = "" if notice == "-" else f" from {plain(Path(notice).name)}"
    return f"Drafted{name}. Correct keys, names and titles; take each 'to_check' out once you have looked at it."


def _tell(programme: Programme, out: str) -> None:
    entries = len(programme.events) + sum(len(event.sessions) for event in programme.events)
    if not entries:
        click.echo("nothing announced was found: add events by hand", err=True)
        return
    click.echo(f"drafted: {count(entries, 'entry')}, {len(marks(programme))} to check", err=True)
    if out != "-":
        click.echo(f"Correct {click.format_filename(out)}, then: diplocal check {click.format_filename(out)}", err=True)


# --- into a programme that is there -----------------------------------------------------------------------------------


@frozen
class _Known:
    """A programme file into which a notice is brought: its name, its text and what the text says."""

    name: str
    text: str
    programme: Programme

    @property
    def zone(self) -> str | None:
        """The zone of the newest source that has one, in which a later notice is read unless told otherwise."""
        return next((one.zone for one in reversed(self.programme.sources) if one.zone), None)


def _read_known(onto: str) -> _Known:
    """Read the programme file of `--onto`.

    Raises:
        click.ClickException: it is standard input, or has problems.
    """
    if onto == "-":
        raise click.UsageError("--onto names a file; '-' is the notice's")
    with problems_of(onto):
        return _Known(onto, *read_programme(onto))


def _bring_onto(known: _Known, notice: Programme, out: str) -> None:
    """Write a programme file with what a notice changes in it, and tell each change on standard error.

    Raises:
        click.ClickException: the file cannot be resolved, or cannot be edited in place.
    """
    with problems_of(known.name):
        amended = amend(known.programme, notice)
        edited = files.edit(known.text, amended.programme, name=known.name)
    if edited != known.text or out == "-":
        write_all({out: edited.encode()})
    _tell_changes(amended, out)


def _tell_changes(amended: Amended, out: str) -> None:
    for change in amended.changes:
        click.echo(f"{change.key}: {change.words}", err=True)
    changed = f"{count(len(amended.changes), 'change')} proposed" if amended.changes else "the notice changes nothing"
    same = f"{amended.same} as they stood" if amended.same != 1 else "1 as it stood"
    click.echo(f"{changed}, {same}, {amended.silent} not spoken of", err=True)
    if amended.changes and out != "-":
        shown = click.format_filename(out)
        click.echo(f"Look at each 'to_check' in {shown}, then: diplocal check {shown}", err=True)

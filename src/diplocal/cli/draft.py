"""`diplocal draft`: a programme file from the text of an announcement, for a person to correct."""

import datetime as dt
from pathlib import Path

import click

from diplocal import files
from diplocal.cli.inputs import read_text_file
from diplocal.cli.options import published_option, zone_option
from diplocal.cli.outputs import refuse_overlaps, write_all
from diplocal.cli.programmes import shown_name
from diplocal.cli.streams import results
from diplocal.drafting import Draft, draft
from diplocal.errors import DiplocalError

LONGEST = 100_000
"""Characters beyond which a text is no announcement."""


@click.command("draft")
@click.argument("article")
@published_option(required=True)
@zone_option
@click.option("--publisher", default="", help="Who published it.")
@click.option("--out", default="-", metavar="FILE", help="Where to write the programme; standard output otherwise.")
def command(article: str, published: dt.date | dt.datetime, zone: str | None, publisher: str, out: str) -> None:
    """Draft a programme file from ARTICLE, the text of an announcement or a report ('-': standard input).

    Each announced event, day or session stands there in the text's own words, with its sentence as an internal note. A
    line that begins with '# To check' says what is uncertain. Correct names and titles, then: diplocal check FILE.
    """
    if out != "-":
        refuse_overlaps({"--out": out}, (article,))
        if Path(out).exists():
            raise click.UsageError(f"'{click.format_filename(out)}' is there already; remove it, or name another file")
    text = read_text_file(article)
    made = _drafted(text, article, published, zone, publisher)
    written = _header(article) + files.dump(made.programme, comments=made.comments)
    if out == "-":
        results().write(written.encode())
        results().flush()
    else:
        write_all({out: written.encode()})
    _tell(made, out)


def _drafted(text: str, article: str, published: dt.date | dt.datetime, zone: str | None, publisher: str) -> Draft:
    name = shown_name(article)
    if not text.strip():
        raise click.ClickException(f"{name} holds no text")
    if "\x00" in text:
        raise click.ClickException(f"{name} is no text: it holds zero octets; save it as plain text")
    if len(text) > LONGEST:
        raise click.ClickException(f"{name} has {len(text):,} characters, more than {LONGEST:,}; take one announcement")
    try:
        return draft(text, published=published, zone=zone, publisher=publisher)
    except (DiplocalError, OverflowError) as error:
        why = str(error) if isinstance(error, DiplocalError) else "a date lies outside the years 1 to 9999"
        raise click.ClickException(f"{name}: {why}") from None


def _header(article: str) -> str:
    name = "" if article == "-" else f" from {Path(article).name}"
    shown = "".join(char if char.isprintable() else "?" for char in name)
    return f"# Drafted{shown}. Correct keys, names and titles; look at what is marked '# To check'.\n\n"


def _tell(made: Draft, out: str) -> None:
    events = made.programme.events
    entries = len(events) + sum(len(event.sessions) for event in events)
    marked = sum("To check" in words for words in made.comments.values())
    if not entries:
        click.echo("nothing announced was found: add events by hand", err=True)
        return
    click.echo(f"drafted: {'1 entry' if entries == 1 else f'{entries} entries'}, {marked} to check", err=True)
    if out != "-":
        click.echo(f"Correct {click.format_filename(out)}, then: diplocal check {click.format_filename(out)}", err=True)

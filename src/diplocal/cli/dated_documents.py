"""A document as commands take it (a page, a mail, a PDF, a Word file, an item of a feed, text), and its day."""

import datetime as dt

import click

from diplocal.cli.inputs import opened, shown_name
from diplocal.cli.terminal import count, plain
from diplocal.errors import DocumentError, ReadingError
from diplocal.intake import Document, read
from diplocal.intake.moments import Moment, same_day
from diplocal.prose import check_publication
from diplocal.reading import say_day

_MOST_LISTED = 30


def read_document(name: str, item: int | None = None) -> Document:
    """Read a file or standard input, whatever it is by its bytes; tell on standard error what was not read of it.

    Raises:
        click.UsageError: it cannot be opened, or is a feed, and nobody says which of its items is meant.
        click.ClickException: it holds no text that can be read.
    """
    with opened(name) as stream:
        data = stream.read()
    shown = shown_name(name)
    try:
        documents = read(data)
    except DocumentError as error:
        words = f"{shown} {error.why}; {error.settle}" if error.what == "it" else f"{shown}: {error}"
        raise click.ClickException(words) from None
    document = _one_of(documents, item, shown)
    for left in document.left_out:
        click.echo(f"not read: {left}", err=True)
    return document


def publication_of(
    document: Document, name: str, published: dt.date | dt.datetime | None, zone: str | None
) -> dt.date | dt.datetime:
    """Give the day from which a document's words are read: the one that is given, or else the one that it states.

    Every command that reads documents asks here, and here the person learns where the day comes from.

    Raises:
        click.UsageError: neither is there; it says what the document shows.
    """
    stated = document.published
    if published is not None:
        if stated and not same_day(stated.value, published):
            click.echo(f"--published is {published}; {stated.where} says {_say(stated.value)}", err=True)
        _check(document, published, zone)
        return published
    if stated is None:
        raise click.UsageError(_asking(document, name))
    in_utc = isinstance(stated.value, dt.datetime) and stated.value.tzinfo and not stated.value.utcoffset()
    hint = ", in UTC; --zone says where the day counts" if in_utc and not zone else ""
    publisher = f", by {document.publisher.value} ({document.publisher.where})" if document.publisher else ""
    click.echo(plain(f"published: {_say(stated.value)} ({stated.where}){hint}{publisher}"), err=True)
    _check(document, stated.value, zone)
    return stated.value


def _check(document: Document, published: Moment, zone: str | None) -> None:
    """Tell on standard error what in the text does not fit the day of publication."""
    try:
        doubts = check_publication(document.text, published=published, zone=zone)
    except ReadingError:  # the zone, which whoever reads the text refuses
        return
    for doubt in doubts:
        click.echo(plain(f"published on {_say(published)}? {doubt}"), err=True)


def _one_of(documents: tuple[Document, ...], item: int | None, shown: str) -> Document:
    if item is None and len(documents) == 1:
        return documents[0]
    if item is None:
        lines = [f"  {number}  {_title(one)}" for number, one in enumerate(documents[:_MOST_LISTED], 1)]
        more = [f"  and {len(documents) - _MOST_LISTED} more"] if len(documents) > _MOST_LISTED else []
        raise click.UsageError("\n".join([f"{shown} is a feed; say which item, with --item N:", *lines, *more]))
    if item > len(documents):
        raise click.UsageError(f"{shown} has {count(len(documents), 'item')}, not {item}")
    return documents[item - 1]


def _title(document: Document) -> str:
    title = document.title.value if document.title else document.text.strip().split("\n")[0]
    day = f" ({_say(document.published.value)})" if document.published else ""
    return f"{title[:70]}{day}"


def _asking(document: Document, name: str) -> str:
    """Ask for the day of publication, with what the document shows."""
    whose = f"{shown_name(name)} does not state when it was published"
    days = "".join(f"\n  --published {_option(one.value)}  would be {one.where}" for one in document.shown)
    end = f"; it shows{days}" if days else "."
    return f"Missing option '--published': the day from which the words are read. {whose}{end}"


def _say(moment: Moment) -> str:
    if not isinstance(moment, dt.datetime):
        return say_day(moment)
    offset = f" {moment.isoformat()[-6:]}" if moment.tzinfo else ""
    return f"{say_day(moment.date())}, {moment:%H:%M}{offset}"


def _option(moment: Moment) -> str:
    return moment.isoformat("T", "minutes") if isinstance(moment, dt.datetime) else moment.isoformat()

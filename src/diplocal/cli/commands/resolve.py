"""`diplocal resolve`: one phrase into dates."""

import datetime as dt

import click

from diplocal.cli.options import conventions_of, conventions_options, published_option, zone_option
from diplocal.cli.stdio import results
from diplocal.cli.terminal import plain, terminal_columns, wrapped
from diplocal.errors import DiplocalError, PhraseError
from diplocal.prose import read_phrase
from diplocal.reading import Reading, say_dates


@click.command("resolve")
@click.argument("words", nargs=-1, required=True, metavar="PHRASE")
@published_option(required=True)
@zone_option
@conventions_options("ahead")
@click.option("--json", "as_json", is_flag=True, help="Answer with a JSON object.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    published: dt.date | dt.datetime,
    zone: str | None,
    week_start: str,
    next_: str,
    lean: str,
    as_json: bool,
) -> None:
    """Read PHRASE, words of time such as "Wednesday to Friday", from the day it was published.

    The answer says the dates, how sure they are, why, and what else the words could mean. For a whole text: diplocal
    scan.
    """
    said = _from_standard_input() if words == ("-",) else " ".join(words)
    try:
        conventions = conventions_of(week_start, next_, lean)
        reading = read_phrase(said, published=published, zone=zone, conventions=conventions)
    except DiplocalError as error:
        _fail(said, error, as_json)
        ctx.exit(1)
    if as_json:
        from diplocal.cli.records import json_line, reading_record

        results().write(json_line(reading_record(said, reading)))
    else:
        click.echo("\n".join(_lines(reading)))


def _from_standard_input() -> str:
    from diplocal.cli.inputs import read_standard_input

    return read_standard_input().strip()


def _lines(reading: Reading) -> list[str]:
    lines = [f"{reading.dates}, {reading.certainty.value} ({reading.rule})", *_reason(reading.why)]
    for word, others in (("or", reading.alternatives), ("not", reading.rejected)):
        for other in others:
            lines += [f"{word} {say_dates(other.start, other.end)}", *_reason(other.why)]
    return lines


def _reason(why: str) -> list[str]:
    return [f"    {line}" for line in wrapped(plain(why), max(20, terminal_columns() - 4))]


def _fail(phrase: str, error: DiplocalError, as_json: bool) -> None:
    words = str(error)
    if as_json:
        from diplocal.cli.records import json_line

        record: dict[str, object] = {"phrase": phrase, "error": words.partition("\n")[0]}
        if isinstance(error, PhraseError):
            record |= {"offset": error.offset, "expected": error.expected, "suggestion": error.suggestion}
        results().write(json_line(record))
        return
    click.echo(f"Error: {words}", err=True)
    if isinstance(error, PhraseError) and error.suggestion is None:
        click.echo("For the dates in a whole text: diplocal scan FILE --published DATE", err=True)

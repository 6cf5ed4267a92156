"""`diplocal resolve`: one phrase into dates."""

import datetime as dt

import click

from diplocal.cli.options import conventions_options, published_option, zone_option
from diplocal.cli.outputs import json_line
from diplocal.cli.terminal import indented
from diplocal.errors import DiplocalError, PhraseError
from diplocal.prose import read_phrase
from diplocal.reading import Conventions, Reading, say_dates


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
    conventions: Conventions,
    as_json: bool,
) -> None:
    """Read PHRASE, words of time such as "Wednesday to Friday", from the day it was published.

    The answer says the dates, how sure they are, why, and what else the words could mean. For a whole text: diplocal
    scan.
    """
    phrase = _from_standard_input() if words == ("-",) else " ".join(words)
    try:
        reading = read_phrase(phrase, published=published, zone=zone, conventions=conventions)
    except DiplocalError as error:
        if not as_json:
            hint = isinstance(error, PhraseError) and error.suggestion is None
            way = "\nFor the dates in a whole text: diplocal scan FILE --published DATE" if hint else ""
            raise click.ClickException(f"{error}{way}") from None
        click.echo(json_line({"phrase": phrase} | _refusal(error)), nl=False)
        ctx.exit(1)
    if as_json:
        click.echo(json_line({"phrase": phrase} | reading.to_dict()), nl=False)
    else:
        click.echo("\n".join(_lines(reading)))


def _from_standard_input() -> str:
    from diplocal.cli.inputs import opened
    from diplocal.intake.encodings import decode_text

    with opened("-") as stream:
        return decode_text(stream.read(), "standard input: text").strip()


def _lines(reading: Reading) -> list[str]:
    lines = [f"{reading.dates}, {reading.certainty.value} ({reading.rule})", *indented(reading.why, 4)]
    for word, others in (("or", reading.alternatives), ("not", reading.rejected)):
        for other in others:
            lines += [f"{word} {say_dates(other.start, other.end)}", *indented(other.why, 4)]
    return lines


def _refusal(error: DiplocalError) -> dict[str, object]:
    record: dict[str, object] = {"error": str(error).partition("\n")[0]}
    if isinstance(error, PhraseError):
        record |= {"offset": error.offset, "expected": error.expected, "suggestion": error.suggestion}
    return record

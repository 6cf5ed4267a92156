"""`diplocal schema`: the JSON Schema of a programme file, or of a timeline as JSON."""

from typing import Literal

import click

from diplocal.schemas import schema_text


@click.command("schema")
@click.argument("name", type=click.Choice(["programme", "timeline"]), default="programme")
def command(name: Literal["programme", "timeline"]) -> None:
    """Print the JSON Schema of programme files, or of the timelines that 'build --json' writes.

    An editor with Tombi or Taplo completes and checks a programme file that names the schema in its first line. Write
    it beside the file with: diplocal schema > programme.schema.json
    """
    click.echo(schema_text(name), nl=False)

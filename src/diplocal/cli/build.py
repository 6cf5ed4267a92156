"""`diplocal build`: programme files into a calendar, a timeline, and every other format there is."""

from collections.abc import Callable, Sequence

import click

from diplocal.agenda import merge
from diplocal.cli.outputs import refuse_overlaps, write_all
from diplocal.cli.programmes import timelines_of
from diplocal.errors import DiplocalError
from diplocal.exporters import EXPORTERS, export
from diplocal.exporters.audience import for_audience
from diplocal.model import Audience
from diplocal.timeline import Timeline

FLAGS = {"ical": ("--ics", "--ical")}
"""What an exporter's option is called beside its name."""

_WORDS = {
    "ical": "a calendar to subscribe to (iCalendar)",
    "markdown": "a timeline to read or paste (Markdown)",
    "html": "a page to print or put on the web (HTML)",
}
_WITHOUT_ZONES = frozenset({"ical"})
"""Formats that hold moments rather than clock times: no further zones stand in them."""


def _outputs(command: Callable[..., None]) -> Callable[..., None]:
    """Declare an option for each exporter, by its name."""
    for name in reversed(list(EXPORTERS)):
        flags = FLAGS.get(name, (f"--{name}",))
        words = _WORDS.get(name, f"a {name} file")
        command = click.option(*flags, name, metavar="FILE", help=f"Write {words}.")(command)
    return command


@click.command("build")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_outputs
@click.option("--title", default="", help="What the whole is called; the programme's title otherwise.")
@click.option("--zone", "zones", multiple=True, metavar="ZONE", help="A further zone to tell times in; repeatable.")
@click.option("--language", default="en", show_default=True, help="Of weekdays, months and fixed words.")
@click.option(
    "--audience",
    type=click.Choice([one.value for one in Audience]),
    default=Audience.PUBLIC.value,
    show_default=True,
    help="For whom; what is internal is left out for the public.",
)
def command(
    files: tuple[str, ...], title: str, zones: tuple[str, ...], language: str, audience: str, **outputs: str | None
) -> None:
    """Build a calendar and a timeline from programme files.

    Several FILEs make one agenda. '-' as FILE is standard input, as output standard output. The same files give the
    same bytes. An entry whose date is open is written without one, and told on standard error.
    """
    targets = {name: target for name, target in outputs.items() if target is not None}
    flags = {name: FLAGS.get(name, (f"--{name}",))[0] for name in EXPORTERS}
    if not targets:
        raise click.UsageError(f"say what to write, and where: {', '.join(f'{flag} FILE' for flag in flags.values())}")
    refuse_overlaps({flags[name]: target for name, target in targets.items()}, files)
    readers = Audience(audience)
    agenda = agenda_of(timelines_of(files), readers, title)
    written = {}
    for name, target in targets.items():
        options: dict[str, object] = {"language": language, "audience": readers}
        if name not in _WITHOUT_ZONES:
            options["zones"] = zones
        written[target] = rendered(agenda, name, **options)
    write_all(written)
    for target in written:
        if target != "-":
            click.echo(f"written: {click.format_filename(target)}", err=True)


def agenda_of(timelines: Sequence[Timeline], readers: Audience, title: str = "") -> Timeline:
    """Make one timeline; what its readers may not know is taken out of each first, so that no key is mistaken."""
    return merge([for_audience(one, readers) for one in timelines], title=title)


def rendered(timeline: Timeline, name: str, **options: object) -> bytes:
    """Export a timeline.

    Raises:
        click.ClickException: the format or an option does not allow it.
    """
    try:
        return export(timeline, name, **options)
    except DiplocalError as error:
        raise click.ClickException(str(error)) from None
    except OverflowError:
        raise click.ClickException("a date lies too close to the year 1 or 9999 to be told in another zone") from None

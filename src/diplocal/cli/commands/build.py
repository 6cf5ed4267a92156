"""`diplocal build`: programme files into a calendar, a timeline, and all other formats."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from diplocal.agenda import merge
from diplocal.checks.suggestions import did_you_mean
from diplocal.cli.calendars import calendar_options, chosen_options
from diplocal.cli.options import Decorated, file_option, files_argument, together
from diplocal.cli.outputs import refuse_overlaps, write_all
from diplocal.cli.programmes import timelines_of
from diplocal.exporters import EXPORTERS, export
from diplocal.exporters.audience import for_audience
from diplocal.exporters.markdown import SECTIONS
from diplocal.model import Audience

_WORDS = {
    "ical": "a calendar to subscribe to (iCalendar)",
    "markdown": "a timeline to read or paste (Markdown)",
    "html": "a page to print or put on the web (HTML)",
    "docx": "a briefing to finish in a word processor (Word)",
    "json": "the timeline for programs (JSON)",
    "csv": "a row an entry, for a spreadsheet (CSV)",
    "ninjs": "events for a newsroom's planning system (IPTC ninjs 3.1)",
    "svg": "the days at a glance, for a briefing (SVG)",
}
_CALENDAR, _READ = frozenset({"ical"}), frozenset({"markdown", "html", "docx"})
_ADJUSTS: Mapping[str, frozenset[str]] = {
    "zones": _READ | {"svg"},  # a calendar holds moments, which readers show by their own clocks
    "language": _READ | {"ical", "svg"},
    "sections": frozenset({"markdown"}),
    "heading": frozenset({"markdown"}),
    "feed": frozenset({"ical", "html"}),
    "edition": _READ,
    "reasons": _READ | _CALENDAR,
}
"""The formats that an option is for; those that aren't named are for a calendar. All formats take the audience."""


def _flags(name: str) -> tuple[str, ...]:
    """Name an exporter's option, which need not be called as it is."""
    return {"ical": ("--ics", "--ical"), "markdown": ("--markdown", "--md")}.get(name, (f"--{name}",))


def _output(name: str) -> Callable[[Decorated], Decorated]:
    """Declare the option of an exporter."""
    return file_option(*_flags(name), name, words=f"Write {_WORDS.get(name, f'a {name} file')}.")


def _sections(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in value.split(",")) if value else ()
    for name in names:
        if name not in SECTIONS:
            hint = did_you_mean(name, SECTIONS) or f"the sections are {', '.join(SECTIONS)}"
            raise click.BadParameter(f"{name!r} is not a section; {hint}", ctx, param)
    return names


@click.command("build")
@files_argument
@together(*map(_output, EXPORTERS))
@click.option("--title", default="", help="What the whole is called; the programme's title otherwise.")
@click.option("--zone", "zones", multiple=True, metavar="ZONE", help="A further zone to tell times in; repeatable.")
@click.option("--language", help="Of weekdays, months and fixed words; English otherwise.")
@click.option(
    "--sections",
    callback=_sections,
    metavar="NAMES",
    help=f"Of the Markdown, in this order, with commas between them: {', '.join(SECTIONS)}.",
)
@click.option(
    "--heading", type=click.IntRange(1, 5), metavar="LEVEL", help="Level of the Markdown's title; 1 otherwise."
)
@click.option("--edition", metavar="NUMBER", help="The number or name of this edition, to stand at the head.")
@click.option("--feed", metavar="URL", help="The calendar's address, for readers to subscribe to.")
@calendar_options
def command(files: tuple[str, ...], title: str, audience: str, **given: object) -> None:
    """Build a calendar, a timeline and other formats from programme files.

    Several FILEs make one agenda. '-' as FILE is standard input, as output standard output. The same files give the
    same bytes. An entry whose date is open is written without one, and named on standard error.
    """
    targets = {name: str(target) for name in EXPORTERS if (target := given.pop(name)) is not None}
    if not targets:
        raise click.UsageError(
            f"say what to write, and where: {', '.join(f'{_flags(one)[0]} FILE' for one in EXPORTERS)}"
        )
    chosen = chosen_options(given)
    _refuse_idle(chosen, targets)
    refuse_overlaps({_flags(name)[0]: target for name, target in targets.items()}, files)
    readers = Audience(audience)
    timelines = [for_audience(one, readers) for one in timelines_of(files)]  # before, so that no key is mistaken
    agenda = merge(timelines, title=title)
    written = {
        target: export(agenda, name, audience=readers, **_options(name, chosen)) for name, target in targets.items()
    }
    write_all(written)
    for target in written:
        if target != "-":
            click.echo(f"written: {click.format_filename(target)}", err=True)


def _refuse_idle(chosen: Iterable[str], targets: Mapping[str, str]) -> None:
    """Refuse an option that nothing which is written heeds."""
    flags = {one.name: one.opts[0] for one in click.get_current_context().command.params}
    for option in chosen:
        heeded = _ADJUSTS.get(option, _CALENDAR)
        if heeded.isdisjoint(targets):
            wanted = " or ".join(_flags(name)[0] for name in EXPORTERS if name in heeded)
            raise click.UsageError(f"{flags[option]} goes with {wanted}")


def _options(name: str, chosen: Mapping[str, Any]) -> dict[str, object]:
    """Give an exporter what it takes of what was chosen."""
    options = {option: value for option, value in chosen.items() if name in _ADJUSTS.get(option, _CALENDAR)}
    if name == "ical" and "feed" in options:
        options["source"] = options.pop("feed")
    return options

"""`diplocal publish`: programme files into a feed that people subscribe to, and what changed since last time."""

import datetime as dt
import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial, reduce

import click
from attrs import asdict, fields

from diplocal.agenda import merge
from diplocal.checks.suggestions import did_you_mean, one_of
from diplocal.cli.calendars import calendar_options, chosen_options
from diplocal.cli.options import Decorated, date_or_moment, file_names, together
from diplocal.cli.outputs import refuse_overlaps, told_of
from diplocal.cli.programmes import timelines_of
from diplocal.cli.records import json_line
from diplocal.errors import DoubtfulFeedError
from diplocal.exporters.ical import Options
from diplocal.exporters.ical.options import chosen as chosen_as
from diplocal.feed import KEEP_DAYS, Selection, by_event, by_party, by_person, by_place, by_topic, preview, to_markdown
from diplocal.feed import publish as publish_feed
from diplocal.feed.changes import Change, Changed, Changes
from diplocal.model import Audience
from diplocal.timeline import Hours, Level, Timeline, Timing, timing_dates

_FILTERS = {
    "person": ("WHO", "Only what a person takes part in, by key or name."),
    "party": ("WHICH", "Only what a party takes part in, by key, name or code."),
    "topic": ("WORDS", "Only what has a topic with these words."),
    "place": ("WHERE", "Only what happens at a place, by key or name."),
    "event": ("KEY", "Only an event with its days and sessions."),
}
"""The options that select what belongs in the feed, with their help."""


def _filter(name: str) -> Callable[[Decorated], Decorated]:
    metavar, words = _FILTERS[name]
    return click.option(f"--{name}", name, metavar=metavar, help=words)


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.datetime:
    if value is None:
        return dt.datetime.now(dt.UTC)
    moment = date_or_moment(ctx, param, value)
    if not isinstance(moment, dt.datetime) or moment.utcoffset() is None:
        raise click.BadParameter(f"'{value}' is not a moment; write it as 2025-04-01T09:30+02:00", ctx, param)
    return moment


@click.command("publish")
@click.argument("files", nargs=-1, required=True, shell_complete=file_names, metavar="FILE...")
@click.option(
    "--to",
    "path",
    required=True,
    shell_complete=file_names,
    metavar="PATH",
    help="The feed, where subscribers get it.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(min=0),
    default=KEEP_DAYS,
    show_default=True,
    metavar="N",
    help="Days after its date that a struck entry stays.",
)
@click.option("--now", callback=_moment, metavar="MOMENT", help="The moment of this revision; the clock's.")
@together(*map(_filter, _FILTERS))
@click.option("--title", default="", help="What the calendar is called; the programme's title otherwise.")
@click.option("--url", default="", metavar="URL", help="Where subscribers get it.")
@click.option("--language", default="en", show_default=True, help="Of weekdays, months and fixed words.")
@calendar_options
@click.option("--changelog", shell_complete=file_names, metavar="PATH", help="A file to which the changes are added.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
@click.option("--yes", "sure", is_flag=True, help="Publish although it looks like a mistake.")
@click.option("--json", "as_json", is_flag=True, help="Tell the changes as a JSON object.")
def command(
    files: tuple[str, ...],
    path: str,
    keep_days: int,
    now: dt.datetime,
    title: str,
    url: str,
    language: str,
    audience: str,
    changelog: str | None,
    dry_run: bool,
    sure: bool,
    as_json: bool,
    **given: object,
) -> None:
    """Publish programme files as a feed, and tell what changed since last time.

    What is already at PATH is revised: an entry that stays the same keeps its bytes, one that was moved gets a higher
    SEQUENCE, one that vanished is cancelled for whoever has it. Nothing is written where nothing changed, nor, without
    --yes, where most of the feed would go. Several filters keep what passes all of them.
    """
    targets = {"--to": path, "--changelog": changelog} if changelog else {"--to": path}
    refuse_overlaps(targets, files)
    if "-" in targets.values():
        raise click.UsageError("a feed and its changelog are files; '-' is none. For standard output: diplocal build")
    agenda = merge(timelines_of(files), title=title)
    chosen = {name: str(value) for name in _FILTERS if (value := given.pop(name)) is not None}
    _refuse_unknown(agenda, chosen)
    try:
        options = chosen_as(
            Options(name=title, source=url, language=language, audience=Audience(audience)), chosen_options(given)
        )
        only = _selection(chosen, options.audience)
        with told_of(path):
            if dry_run:
                feed, changes = preview(path, agenda, now, options, only=only, keep_days=keep_days)
            else:
                feed, changes = publish_feed(
                    path, _newest(agenda, files, title), now, options,
                    changelog=changelog, only=only, keep_days=keep_days, sure=sure, waiting=lambda: _wait_for(path),
                )  # fmt: skip
    except DoubtfulFeedError as error:
        hint = "Nothing was written; look at it with --dry-run, and publish it with --yes"
        raise click.ClickException(f"{error}. {hint}") from None
    click.echo(json_line(_record(changes)) if as_json else to_markdown(changes, language=language).encode(), nl=False)
    for aside in changes.asides:
        click.echo(f"notice: {aside}", err=True)
    for doubt in feed.doubts if dry_run else ():
        click.echo(f"notice: {doubt}", err=True)
    done = "unchanged" if not feed.changed else "not published" if dry_run else "published"
    click.echo(f"{done}: {click.format_filename(path)}", err=True)


def _wait_for(path: str) -> None:
    click.echo(f"waiting for another publisher of {click.format_filename(path)}", err=True)


def _newest(agenda: Timeline, files: Sequence[str], title: str) -> Callable[[], Timeline]:
    """Give what reads the files again if somebody changed them while this command waited for its turn."""
    before = _stamps(files)
    return lambda: agenda if _stamps(files) == before else merge(timelines_of(files), title=title)


def _stamps(files: Sequence[str]) -> list[tuple[int, int, int]]:
    states = (os.stat(name) for name in files if name != "-")  # noqa: PTH116 - only asked, not read
    return [(state.st_ino, state.st_size, state.st_mtime_ns) for state in states]


# --- what belongs in the feed -----------------------------------------------------------------------------------------


def _selection(chosen: Mapping[str, str], audience: Audience) -> Selection | None:
    """Make one selection of all the filters."""
    selections: dict[str, Callable[[str], Selection]] = {
        "person": partial(by_person, audience=audience),
        "party": partial(by_party, audience=audience),
        "topic": by_topic,
        "place": by_place,
        "event": by_event,
    }
    made = [selections[name](value) for name, value in chosen.items()]
    return (lambda timeline: reduce(lambda kept, select: select(kept), made, timeline)) if made else None


def _refuse_unknown(agenda: Timeline, chosen: Mapping[str, str]) -> None:
    """Refuse a name that nothing has: it would cancel every entry of the feed.

    Raises:
        click.ClickException: with what was probably meant.
    """
    for name, value in chosen.items():
        keys, names = (list(dict.fromkeys(found)) for found in zip(*_named(agenda, name), strict=True))
        known = [one for one in dict.fromkeys(keys + names) if one]
        wanted = value.strip().casefold()
        if name == "topic":
            found = any(wanted in one.casefold() for one in names)
        else:
            found = value in keys or wanted in {one.casefold() for one in names if one}
        if not found:
            hint = did_you_mean(value, known) or (f"there are {one_of(known)}." if known else "none is named.")
            raise click.ClickException(f"--{name}: no {name} is called '{value}'; {hint} Nothing was written")


def _named(agenda: Timeline, what: str) -> list[tuple[str, str]]:
    """List the keys and names that a filter knows."""
    match what:
        case "person":
            found = [(one.key, name) for one in agenda.people for name in (one.name, *one.aliases)]
        case "party":
            found = [(one.key, name) for one in agenda.parties for name in (one.name, one.code)]
        case "topic":
            found = [("", topic.title) for entry in agenda.entries for topic in entry.topics]
        case "place":
            found = [(entry.place.key, entry.place.name) for entry in agenda.entries if entry.place]
        case _:
            found = [(entry.key, "") for entry in agenda.entries if entry.level is Level.EVENT]
    return found or [("", "")]


# --- what changed -----------------------------------------------------------------------------------------------------


def _record(changes: Changes) -> dict[str, object]:
    kinds = ("added", "moved", "cancelled", "reinstated", "retitled", "changed", "removed")
    told: dict[str, object] = {kind: [_change(change) for change in getattr(changes, kind)] for kind in kinds}
    return told | {"warnings": changes.warnings}


def _change(change: Change) -> dict[str, object]:
    """Give what was changed, and the fields of the change by their names."""
    named = {one.name: getattr(change, one.name) for one in fields(type(change)) if one.name != "subject"}
    told = {name: _when(value) if isinstance(value, Timing) else value for name, value in named.items()}
    if isinstance(change, Changed):
        told["differences"] = [asdict(one) for one in change.differences]
    return {"uid": change.subject.uid, "title": change.subject.title} | told


def _when(timing: Timing) -> dict[str, object]:
    """Give the days, both included, or the moments of a timing; a window is one, too."""
    start, end = (timing.start, timing.end) if isinstance(timing, Hours) else timing_dates(timing) or (None, None)
    return {"start": start, "end": end}

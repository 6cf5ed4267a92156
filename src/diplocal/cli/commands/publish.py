"""`diplocal publish`: programme files into a feed that people subscribe to, and what changed since last time."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial, reduce
from pathlib import Path

import click
from attrs import asdict, frozen

from diplocal.agenda import merge
from diplocal.checks.suggestions import did_you_mean, one_of
from diplocal.cli.calendars import calendar_options, chosen_options
from diplocal.cli.options import date_or_moment, file_option, files_argument, together
from diplocal.cli.outputs import json_line, refuse_overlaps, write_errors
from diplocal.cli.programmes import timelines_of
from diplocal.errors import DoubtfulFeedError
from diplocal.exporters.audience import for_audience
from diplocal.exporters.ical import Options
from diplocal.feed import KEEP_DAYS, Selection, by_event, by_party, by_person, by_place, by_topic, preview, to_markdown
from diplocal.feed import publish as publish_feed
from diplocal.feed.changes import KINDS, Change, Changes
from diplocal.model import Audience
from diplocal.timeline import Hours, Level, Timeline, Timing, timing_dates


@frozen
class _Filter:
    """An option that selects what belongs in the feed, and the keys and names that it knows."""

    metavar: str
    help: str
    select: Callable[[str, Audience], Selection]
    named: Callable[[Timeline], Iterable[tuple[str, str]]]


_FILTERS = {
    "person": _Filter(
        "WHO",
        "Only what a person takes part in, by key or name.",
        by_person,
        lambda agenda: [(one.key, name) for one in agenda.people for name in (one.name, *one.aliases)],
    ),
    "party": _Filter(
        "WHICH",
        "Only what a party takes part in, by key, name or code.",
        by_party,
        lambda agenda: [(one.key, name) for one in agenda.parties for name in (one.name, one.code)],
    ),
    "topic": _Filter(
        "WORDS",
        "Only what has a topic with these words.",
        lambda words, _: by_topic(words),
        lambda agenda: [("", topic.title) for entry in agenda.entries for topic in entry.topics],
    ),
    "place": _Filter(
        "WHERE",
        "Only what happens at a place, by key or name.",
        lambda where, _: by_place(where),
        lambda agenda: [(entry.place.key, entry.place.name) for entry in agenda.entries if entry.place],
    ),
    "event": _Filter(
        "KEY",
        "Only an event with its days and sessions.",
        lambda key, _: by_event(key),
        lambda agenda: [(entry.key, "") for entry in agenda.entries if entry.level is Level.EVENT],
    ),
}


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.datetime:
    if value is None:
        return dt.datetime.now(dt.UTC)
    moment = date_or_moment(ctx, param, value)
    if not isinstance(moment, dt.datetime) or moment.utcoffset() is None:
        raise click.BadParameter(f"'{value}' is not a moment; write it as 2025-04-01T09:30+02:00", ctx, param)
    return moment


@click.command("publish")
@files_argument
@file_option("--to", "path", words="The feed, where subscribers get it.", metavar="PATH", required=True)
@click.option(
    "--keep-days",
    type=click.IntRange(min=0),
    default=KEEP_DAYS,
    show_default=True,
    metavar="N",
    help="Days after its date that a struck entry stays.",
)
@click.option("--now", callback=_moment, metavar="MOMENT", help="The moment of this revision; the clock's.")
@together(*(click.option(f"--{name}", metavar=one.metavar, help=one.help) for name, one in _FILTERS.items()))
@click.option("--title", default="", help="What the calendar is called; the programme's title otherwise.")
@click.option("--url", default="", metavar="URL", help="Where subscribers get it.")
@click.option("--language", default="en", show_default=True, help="Of weekdays, months and fixed words.")
@calendar_options
@file_option("--changelog", words="A file to which the changes are added.", metavar="PATH")
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
    readers = Audience(audience)
    _refuse_unknown(agenda if Path(path).exists() else for_audience(agenda, readers), chosen, readers)
    try:
        options = Options(name=title, source=url, language=language, audience=readers, **chosen_options(given))
        selections = [_FILTERS[name].select(value, readers) for name, value in chosen.items()]
        only = partial(reduce, lambda kept, select: select(kept), selections) if selections else None
        with write_errors(path):
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


def _refuse_unknown(agenda: Timeline, chosen: Mapping[str, str], readers: Audience) -> None:
    """Refuse what selects nothing and is the name of nothing: it would cancel every entry of the feed.

    A person, party or place of the programme that has nothing in it any more is no mistake.

    Args:
        agenda: what the readers may read of it where a feed begins; all of it where one goes on, so that what became
            internal since can leave the feed.
        chosen: the filters by name.
        readers: of the feed.

    Raises:
        click.ClickException: with what was probably meant.
    """
    for name, value in chosen.items():
        option = _FILTERS[name]
        keys, names = zip(*(option.named(agenda) or [("", "")]), strict=True)
        known = [one for one in dict.fromkeys(keys + names) if one]
        if value not in known and not option.select(value, readers)(agenda).entries:
            hint = did_you_mean(value, known) or (f"there are {one_of(known)}." if known else "none is named.")
            raise click.ClickException(f"--{name}: no {name} is called '{value}'; {hint} Nothing was written")


# --- what changed -----------------------------------------------------------------------------------------------------


def _record(changes: Changes) -> dict[str, object]:
    record = {kind: [_change(change) for change in getattr(changes, kind)] for kind in KINDS.values()}
    return {**record, "warnings": changes.warnings}


def _change(change: Change) -> dict[str, object]:
    """Give what was changed, and the fields of the change by their names."""
    about = {"uid": change.subject.uid, "title": change.subject.title}
    return about | asdict(change, filter=lambda one, _: one.name != "subject", value_serializer=_serialized)


def _serialized(_: object, __: object, value: object) -> object:
    return _when(value) if isinstance(value, Timing) else value


def _when(timing: Timing) -> dict[str, object]:
    """Give the days, both included, or the moments of a timing; a window is one, too."""
    start, end = (timing.start, timing.end) if isinstance(timing, Hours) else timing_dates(timing) or (None, None)
    return {"start": start, "end": end}

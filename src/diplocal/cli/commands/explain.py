"""`diplocal explain`: why each entry of a programme has the date it has."""

import datetime as dt
from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

import click
from attrs import asdict

from diplocal.checks.suggestions import did_you_mean, one_of
from diplocal.cli.options import day, file_names
from diplocal.cli.outputs import json_line
from diplocal.cli.programmes import ProblemsError, date_files
from diplocal.cli.terminal import indented, plain
from diplocal.model import Programme, placed
from diplocal.reading import Reading, say_dates, say_day
from diplocal.resolver import sensitivity
from diplocal.rules import publication_day
from diplocal.timeline import DayPart, Entry, Hours

_WEEK = dt.timedelta(7)
_LONGEST = dt.timedelta(366)


@click.command("explain")
@click.argument("file", shell_complete=file_names, metavar="FILE")
@click.argument("key", required=False)
@click.option("--sensitivity", "as_sensitivity", is_flag=True, help="Say the dates for other days of publication.")
@click.option("--from", "first", callback=day, metavar="DATE", help="First day to try; a week before publication.")
@click.option("--to", "last", callback=day, metavar="DATE", help="Last day to try; a week after publication.")
@click.option("--json", "as_json", is_flag=True, help="Answer with a JSON object a line.")
def command(
    file: str, key: str | None, as_sensitivity: bool, first: dt.date | None, last: dt.date | None, as_json: bool
) -> None:
    """Say why each entry of FILE has its date.

    Told are the words, where they stand, the day from which they are read, the rule, and the readings that were left
    open or rejected.

    With KEY, that entry alone. With --sensitivity, what the dates would be had the source appeared on another day.
    """
    if (first or last) and not as_sensitivity:
        raise click.UsageError("--from and --to go with --sensitivity")
    (dated,) = date_files([file])
    if as_sensitivity and dated.programme is not None:
        _tell_sensitivity(dated.programme, dated.name, key, _span(dated.programme, first, last), as_json)
        return
    if dated.timeline is None:
        raise ProblemsError([dated], outcome="")
    entries = [entry for entry in dated.timeline.entries if key in {None, entry.key}]
    if key is not None and not entries:
        raise _no_entry(dated.name, key, [entry.key for entry in dated.timeline.entries])
    if as_json:
        for entry in entries:
            click.echo(json_line(_record(entry)), nl=False)
        return
    click.echo("\n\n".join("\n".join(_lines(entry)) for entry in entries))


def _no_entry(name: str, key: str, keys: Sequence[str]) -> click.UsageError:
    hint = did_you_mean(key, keys) or f"its entries are {one_of(keys)}"
    return click.UsageError(plain(f"{name} has no entry '{key}'; {hint}"))


def _lines(entry: Entry) -> Iterator[str]:
    yield click.style(plain(entry.key), bold=True) + plain(f": {entry.title}" if entry.title else "")
    if entry.reason is None:
        yield "    undated: nothing is said about its time"
        return
    reason, reading = entry.reason, entry.reason.reading
    yield from _row("date", f"{_when(entry, reading)}, {reading.certainty.value}")
    if reason.phrase:
        yield from _row("words", f"'{reason.phrase}', at {reason.where}")
    if reason.anchor is not None:
        by = f" ({reason.anchored_on})" if reason.anchored_on else ""
        yield from _row("read from", f"{say_day(reason.anchor)}{by}")
    yield from _row("rule", f"{reading.rule}: {reading.why}")
    for word, others in (("or", reading.alternatives), ("not", reading.rejected)):
        for other in others:
            yield from _row(word, f"{say_dates(other.start, other.end)}: {other.why}")


def _when(entry: Entry, reading: Reading) -> str:
    """Say the date with the time of day, which may stand apart from the words that were read."""
    match entry.timing:
        case Hours(start, end, about):
            until = f"-{end:%H:%M}" if end else ""
            zone = start.tzinfo.key if isinstance(start.tzinfo, ZoneInfo) else start.tzname()
            return f"{say_day(start.date())}, {'about ' if about else ''}{start:%H:%M}{until} {zone}"
        case DayPart(day, part):
            return f"{say_day(day)}, {part.value}"
        case _:
            return reading.dates


def _row(name: str, words: str) -> Iterator[str]:
    head, *rest = indented(words, 15)
    yield f"    {name:<10} {head[15:]}"
    yield from rest


def _record(entry: Entry) -> dict[str, object]:
    reason = entry.reason
    return {
        "key": entry.key,
        "title": entry.title,
        "where": reason.where if reason else None,
        "anchor": reason.anchor if reason else None,
        "anchored_on": reason.anchored_on if reason else None,
        "reading": {"phrase": reason.phrase} | reason.reading.to_dict() if reason else None,
    }


def _tell_sensitivity(
    programme: Programme, name: str, key: str | None, span: tuple[dt.date, dt.date], as_json: bool
) -> None:
    if key is not None and key not in (keys := [at.entry.key for at in placed(programme)]):
        raise _no_entry(name, key, keys)
    for stretch in sensitivity(programme, first=span[0], last=span[1]).stretches:
        answers = [answer for answer in stretch.answers if key in {None, answer.entry}]
        if as_json:
            dates, problem = [asdict(answer) for answer in answers], stretch.problem or None
            record = {"first": stretch.first, "last": stretch.last, "dates": dates, "problem": problem}
            click.echo(json_line(record), nl=False)
            continue
        click.echo(f"published {say_dates(stretch.first, stretch.last)}:")
        for words in [stretch.problem] if stretch.problem else [*map(str, answers)] or ["no dates"]:
            for line in indented(words, 4):
                click.echo(line)


def _span(programme: Programme, first: dt.date | None, last: dt.date | None) -> tuple[dt.date, dt.date]:
    """Give the days to try: those asked for, else a week on either side of the publication."""
    source = programme.sources[0] if programme.sources else None
    published = publication_day(source.published, source.zone) if source and source.published else None
    if source is None:
        raise click.UsageError("the programme names no source whose day of publication could be tried; add one")
    if published is None and (first is None or last is None):
        raise click.UsageError("the source bears no day of publication; say which to try: --from DATE --to DATE")
    begin, end = first or (published or dt.date.min) - _WEEK, last or (published or dt.date.min) + _WEEK
    if end < begin:
        raise click.UsageError(f"--to {end} is before --from {begin}")
    if end - begin > _LONGEST:
        raise click.UsageError(f"{(end - begin).days + 1} days are more than can be tried; a year is the most")
    return begin, end

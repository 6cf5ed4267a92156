"""The options that several commands share, and how their values are read."""

import datetime as dt
from collections.abc import Callable, Iterable
from functools import reduce, wraps
from typing import TYPE_CHECKING, TypeVar

import click

from diplocal.published import parse_published
from diplocal.reading import Conventions
from diplocal.when import Weekday

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Decorated = TypeVar("Decorated", bound=Callable[..., object])

_WEEK_START = {"monday": Weekday.MONDAY, "sunday": Weekday.SUNDAY}
_NEXT = {"both": None, "coming": False, "next-week": True}
_LEAN = {"ahead": True, "back": False, "none": None}


def _completing(kind: str) -> Callable[..., "list[CompletionItem]"]:
    """Have the shell complete the name of a file or a folder, which it knows best."""

    def names(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type=kind)]

    return names


file_names, folder_names = _completing("file"), _completing("dir")


def date_or_moment(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | dt.datetime | None:
    """Read an ISO 8601 date or date-time."""
    try:
        return None if value is None else parse_published(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Read an ISO 8601 date, and no moment."""
    read = date_or_moment(ctx, param, value)
    if isinstance(read, dt.datetime):
        raise click.BadParameter(f"'{value}' is a moment, not a day; write it as 2025-04-01", ctx, param)
    return read


def published_option(*, required: bool) -> Callable[[Decorated], Decorated]:
    """Declare `--published`; there is no default, because no answer depends on the clock."""
    return click.option(
        "--published",
        callback=date_or_moment,
        required=required,
        metavar="DATE",
        help="When it was published: 2025-04-01, or 2025-04-01T09:30+09:00.",
    )


def file_option(
    *names: str, words: str, metavar: str = "FILE", required: bool = False
) -> Callable[[Decorated], Decorated]:
    """Declare an option that names a file, which the shell completes."""
    return click.option(*names, shell_complete=file_names, metavar=metavar, required=required, help=words)


files_argument = click.argument("files", nargs=-1, required=True, shell_complete=file_names, metavar="FILE...")

item_option = click.option(
    "--item", type=click.IntRange(min=1), metavar="N", help="Which item of a feed, counted from 1."
)


def conventions_options(lean: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Declare the options on which usage differs; the command gets them as its `conventions`.

    Args:
        lean: the side that a weekday looks to by default where nothing tells.
    """

    def declare(command: Callable[..., object]) -> Callable[..., object]:
        @wraps(command)
        def read(*given: object, week_start: str, next_: str, lean: str, **options: object) -> object:
            conventions = Conventions(week_start=_WEEK_START[week_start], next_week=_NEXT[next_], ahead=_LEAN[lean])
            return command(*given, conventions=conventions, **options)

        return together(
            _choice("--week-start", _WEEK_START, "monday", "The day on which a week begins."),
            _choice("--next", _NEXT, "both", "What 'next Thursday' means where both are possible.", "next_"),
            _choice("--lean", _LEAN, lean, "Where a weekday looks if nothing around it tells."),
        )(read)

    return declare


def together(*options: Callable[[Decorated], Decorated]) -> Callable[[Decorated], Decorated]:
    """Declare several options, in the order of the help."""
    return lambda command: reduce(lambda declared, option: option(declared), reversed(options), command)


def _choice(
    flag: str, values: Iterable[str], default: str, words: str, *name: str
) -> Callable[[Callable[..., object]], Callable[..., object]]:
    return click.option(flag, *name, type=click.Choice([*values]), default=default, show_default=True, help=words)


def _zone(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from zoneinfo import ZoneInfo

    try:
        return value if value is None else ZoneInfo(value).key
    except (KeyError, ValueError, OSError):
        raise click.BadParameter(f"{value!r} is not a time zone; {_suggested_zone(str(value))}", ctx, param) from None


def _suggested_zone(name: str) -> str:
    from diplocal.checks.values import zone_meant
    from diplocal.places import zone_of

    place = zone_of(name)
    return f"did you mean '{place}'?" if place else zone_meant(name) or "give an IANA name such as 'Europe/Brussels'"


def _zones_from(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    from zoneinfo import available_timezones

    return [zone for zone in sorted(available_timezones()) if zone.startswith(incomplete)]


zone_option = click.option(
    "--zone",
    callback=_zone,
    shell_complete=_zones_from,
    metavar="ZONE",
    help="IANA zone of the dateline, such as Asia/Seoul.",
)
"""Checked and completed from the time zone data."""

"""The options that several commands share, and how their values are read."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from diplocal.cli.published import parse_published

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from diplocal.reading import Conventions

Decorated = TypeVar("Decorated", bound=Callable[..., object])

NEXT = {"both": None, "coming": False, "next-week": True}
LEAN = {"ahead": True, "back": False, "none": None}


class Published(click.ParamType):
    """A date or date-time in ISO 8601."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date | dt.datetime:
        try:
            return parse_published(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Zone(click.ParamType):
    """The name of an IANA zone, checked."""

    name = "zone"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from zoneinfo import ZoneInfo

        name = str(value)
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):
            self.fail(f"{name!r} is no time zone; {_suggested_zone(name)}", param, ctx)
        return name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG002
        from zoneinfo import available_timezones

        from click.shell_completion import CompletionItem

        return [CompletionItem(zone) for zone in sorted(available_timezones()) if zone.startswith(incomplete)]


def _suggested_zone(name: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    from diplocal.places import zone_of

    if place := zone_of(name):
        return f"did you mean {place!r}?"
    near = get_close_matches(name, sorted(available_timezones()), n=1)
    return f"did you mean {near[0]!r}?" if near else "give an IANA name such as 'Europe/Brussels'"


def published_option(*, required: bool) -> Callable[[Decorated], Decorated]:
    """Declare `--published`; there is no default, because no answer depends on the clock."""
    return click.option(
        "--published",
        type=Published(),
        required=required,
        metavar="DATE",
        help="When it was published: 2025-04-01, or 2025-04-01T09:30+09:00.",
    )


zone_option = click.option("--zone", type=Zone(), metavar="ZONE", help="IANA zone of the dateline: Asia/Seoul.")


def conventions_options(lean: str) -> Callable[[Decorated], Decorated]:
    """Declare the options on which usage differs, with the side that a word without cue looks to by default."""

    def declare(command: Decorated) -> Decorated:
        for option in (
            click.option(
                "--lean",
                type=click.Choice(list(LEAN)),
                default=lean,
                show_default=True,
                help="Where a weekday without any cue looks.",
            ),
            click.option(
                "--next",
                "next_",
                type=click.Choice(list(NEXT)),
                default="both",
                show_default=True,
                help="What 'next Thursday' means where both are possible.",
            ),
            click.option(
                "--week-start",
                type=click.Choice(["monday", "sunday"]),
                default="monday",
                show_default=True,
                help="The day on which a week begins.",
            ),
        ):
            command = option(command)
        return command

    return declare


def conventions_of(week_start: str, next_: str, lean: str) -> "Conventions":
    """Turn the options' values into what the readers take."""
    from diplocal.reading import Conventions
    from diplocal.when import Weekday

    return Conventions(week_start=Weekday[week_start.upper()], next_week=NEXT[next_], ahead=LEAN[lean])

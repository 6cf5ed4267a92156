"""The options of a calendar, as every command that writes one takes them."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import click
from click.core import ParameterSource

from diplocal.cli.options import day, together
from diplocal.exporters.ical import Struck
from diplocal.model import Audience

_LENGTH = re.compile(r"(?:([0-9]{1,4})d)?(?:([0-9]{1,4})h)?(?:([0-9]{1,4})m)?")


def _length(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.timedelta | None:
    """Read a length such as ``30m``, ``6h``, ``1d`` or ``1h30m``."""
    if value is None:
        return None
    found = _LENGTH.fullmatch(value.strip().lower())
    if not found or not any(found.groups()):
        raise click.BadParameter(f"'{value}' is not a length; write it as 30m, 6h, 1d or 1h30m", ctx, param)
    days, hours, minutes = (int(number or 0) for number in found.groups())
    return dt.timedelta(days=days, hours=hours, minutes=minutes)


def _turned_off(_: click.Context, __: click.Parameter, given: bool) -> bool:
    return not given


calendar_options = together(
    click.option("--since", callback=day, metavar="DAY", help="Leave out what was over before this day."),
    click.option("--until", callback=day, metavar="DAY", help="Leave out what begins after this day."),
    click.option("--description", metavar="TEXT", help="What the calendar is about; the programme's note otherwise."),
    click.option("--color", metavar="NAME", help="A CSS3 colour, such as steelblue."),
    click.option("--refresh", callback=_length, metavar="LENGTH", help="How often to look again: 30m, 6h, 1d."),
    click.option("--length", callback=_length, metavar="LENGTH", help="What to assume where no end is given: 30m, 1h."),
    click.option(
        "--mode",
        "struck",
        type=click.Choice([one.value for one in Struck]),
        show_default=Struck.STRIKE.value,
        help="What is cancelled: struck, shown by its title alone, or dropped.",
    ),
    click.option("--free", "busy", is_flag=True, callback=_turned_off, help="Make nobody busy."),
    click.option("--emails", is_flag=True, help="Write the e-mail addresses of participants."),
    click.option(
        "--no-reasons", "reasons", is_flag=True, callback=_turned_off, help="Don't tell how each date was read."
    ),
    click.option("--deadlines", is_flag=True, help="Accreditation and embargoes as entries of their own."),
    click.option(
        "--remind", "reminder", callback=_length, metavar="LENGTH", help="Remind of deadlines so long before."
    ),
    click.option(
        "--audience",
        type=click.Choice([one.value for one in Audience]),
        default=Audience.PUBLIC.value,
        show_default=True,
        help="For whom; what is internal is left out for the public.",
    ),
)
"""The options of a calendar."""


def chosen_options(given: Mapping[str, object]) -> dict[str, Any]:
    """Give what was chosen on the command line as an exporter takes it."""
    source = click.get_current_context().get_parameter_source
    return {name: value for name, value in given.items() if value != () and source(name) is ParameterSource.COMMANDLINE}

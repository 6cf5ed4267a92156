"""The options of a calendar, as every command that writes one takes them."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

import click

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
    click.option("--free", is_flag=True, help="Make nobody busy."),
    click.option("--emails", is_flag=True, help="Write the e-mail addresses of participants."),
    click.option("--no-reasons", is_flag=True, help="Don't tell how each date was read."),
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

_TURNED_OFF = {"free": "busy", "no_reasons": "reasons"}
"""The options that turn something off, with what an exporter calls it."""


def exporter_name(option: str) -> str:
    """Name an option as an exporter does."""
    return _TURNED_OFF.get(option, option)


def chosen_options(given: Mapping[str, object]) -> dict[str, Any]:
    """Give what was chosen on the command line as an exporter takes it."""
    chosen = {name: value for name, value in given.items() if value not in {None, False, ()}}
    return {exporter_name(name): value if name not in _TURNED_OFF else False for name, value in chosen.items()}

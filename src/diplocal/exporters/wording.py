"""What timelines say in words: formats, status, press access, roles, relations, and dates in a chosen language.

English needs nothing else and writes dates the British way. Other languages take weekdays, months and the order of a
date from Babel; the fixed words follow where there is a catalogue for the language (`locale`, in gettext's format), and
stay English where there is none.
"""

import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from diplocal.errors import ExportError
from diplocal.model import Access, Format, RelationKind
from diplocal.reading import say_dates, say_day
from diplocal.when import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from babel import Locale

TRANSLATED = ("fr",)
"""The languages that the fixed words are translated into."""

_ENGLISH = {"en", "en-gb"}
_AS_SAID: Mapping[Enum, str] = {  # the others are said as they are named
    Format.TWO_PLUS_TWO: "two-plus-two",
    Format.ONE_TO_ONE: "one-to-one",
    Format.PULL_ASIDE: "pull-aside",
    Format.WREATH_LAYING: "wreath-laying",
    Access.OPEN: "open to the press",
    Access.POOLED: "pooled press",
    Access.CLOSED: "closed to the press",
    Access.ACCREDITED: "accredited press only",
    RelationKind.ON_THE_MARGINS_OF: "on the margins of {title}",
    RelationKind.PART_OF: "part of {title}",
    RelationKind.FOLLOWS: "follows {title}",
    RelationKind.DESPITE: "goes ahead despite {title}",
    RelationKind.REPLACES: "replaces {title}",
}


# The pattern of a day in most of Europe's languages, such as "EEEE, d. MMMM y".
_DAY_MONTH_YEAR = re.compile(r"(?P<day>.*d\.?)(?P<month> MMMM) y")


@frozen
class Wording:
    """How things are said in a language to write in."""

    fixed: Mapping[str, str]  # what stands for the English words; those that it lacks stay English
    locale: "Locale | None" = None  # Babel's, for dates; None: English, the British way

    @property
    def tag_of_dates(self) -> str:
        """Its name by BCP 47."""
        return str(self.locale or "en-GB").replace("_", "-")

    @property
    def tag(self) -> str:
        """The name of the language of the fixed words: English where there is no translation."""
        return self.tag_of_dates if self.fixed or self.tag_of_dates.startswith("en") else "en-GB"

    def say(self, english: str, **values: object) -> str:
        """Translate fixed words where there is a translation, then fill in the `values`."""
        words = self.fixed.get(english, english)
        return words.format(**values) if values else words

    def name(self, member: Enum, **values: object) -> str:
        """Say a format, a status, a role or another term of the model."""
        return self.say(_AS_SAID.get(member, str(member.value).replace("_", " ")), **values)

    def day(self, day: dt.date) -> str:
        """Write a day with its weekday: ``Thursday 3 April 2025``."""
        return self._babel(day, self.locale.date_formats["full"].pattern) if self.locale else say_day(day)

    def dates(self, start: dt.date, end: dt.date) -> str:
        """Write a day or a span, both ends included: ``Wednesday 2 to Friday 4 April 2025``."""
        if self.locale is None:
            return say_dates(start, end)
        return self.day(start) if start == end else " – ".join(self.first_and_last(start, end))

    def first_and_last(self, start: dt.date, end: dt.date) -> tuple[str, str]:
        """Write the two ends of a span for a sentence; what both share is said once where it stands last.

        English keeps the month beside each day, and leaves out the first year alone.
        """
        if self.locale is None:
            return say_day(start, year=start.year != end.year), say_day(end)
        first = self.locale.date_formats["full"].pattern
        if start.year == end.year and (found := _DAY_MONTH_YEAR.fullmatch(first)):
            first = found["day"] if start.month == end.month else found["day"] + found["month"]
        return self._babel(start, first), self.day(end)

    def date(self, day: dt.date) -> str:
        """Write a day without its weekday, as sources are dated: ``3 April 2025``."""
        if self.locale is None:
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        return self._babel(day, self.locale.date_formats["long"].pattern)

    def short(self, day: dt.date, *, year: bool = False) -> str:
        """Write a day in little room: ``Thu 3 Apr``, or with its year, ``3 Apr 2025``."""
        if self.locale is None:
            month = MONTHS[day.month - 1][:3]
            return f"{day.day} {month} {day.year}" if year else f"{WEEKDAYS[day.weekday()][:3]} {day.day} {month}"
        return self._babel(day, self.locale.datetime_skeletons["yMMMd" if year else "MMMEd"].pattern)

    def _babel(self, day: dt.date, pattern: str) -> str:
        """Write a day by a pattern of Unicode's locale data."""
        from babel.dates import parse_pattern  # noqa: PLC0415 - an extra, not needed for English

        if self.locale and self.locale.language == "fr" and day.day == 1:
            pattern = pattern.replace("d", "d'er'")  # the data have "1 avril", which nobody writes
        return parse_pattern(pattern).apply(day, self.locale)


def capital(words: str) -> str:
    """Begin with a capital letter, and leave the rest."""
    return words[:1].upper() + words[1:]


def wording_of(code: str) -> Wording:
    """Find the wording in a language by its code: ``en``, ``fr``, ``ko``, ``pt-BR``, ``zh_Hant``.

    ``en`` and ``en-GB`` need no Babel, every other code does.

    Raises:
        ExportError: Babel doesn't know the code, or isn't installed.
    """
    if code.replace("_", "-").lower() in _ENGLISH:
        return Wording({})
    try:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - an extra, not needed for English
    except ImportError:
        msg = f"language {code!r} needs Babel for its weekdays and months: pip install 'diplocal[i18n]'"
        raise ExportError(msg) from None
    try:
        locale = Locale.parse(code.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        msg = f"{code!r} is not a language that Babel knows; give a code such as 'en', 'fr', 'ko' or 'pt-BR'"
        raise ExportError(msg) from None
    return Wording(catalogue(locale.language), locale)


@cache
def catalogue(code: str) -> Mapping[str, str]:
    """Read what stands for the English words and sentences in a language, with gaps to fill; nothing if it has none."""
    if code not in TRANSLATED:
        return MappingProxyType({})
    from babel.messages.pofile import read_po  # noqa: PLC0415 - an extra, not needed for English

    with files(__package__).joinpath("locale", f"{code}.po").open("rb") as file:
        said = {str(message.id): str(message.string) for message in read_po(file, ignore_obsolete=True)}
    return MappingProxyType({english: words for english, words in said.items() if english and words})

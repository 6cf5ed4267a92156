"""A timing said in words, for changes and for entries that lost their date."""

from diplocal.exporters.clocks import say_time, zone_name
from diplocal.exporters.words import Language
from diplocal.timeline import ByDay, DayPart, Days, Hours, NoDate, Sometime, Timing


def say_timing(timing: Timing, language: Language) -> str:
    """Say a timing in full, with the zone of its clock."""
    match timing:
        case Days(first, last):
            return language.dates(first, last)
        case Hours(start):
            said, day = say_time(timing, language), language.day(start.date())
            whose = zone_name(start, {})
            return f"{said} ({whose})" if day in said else f"{day}, {said} ({whose})"
        case DayPart(day, part):
            return f"{language.day(day)}, {language.name(part)}"
        case Sometime(first, last):
            said_first, said_last = language.first_and_last(first, last)
            return language.say("some time between {first} and {last}", first=said_first, last=said_last)
        case ByDay(day):
            return language.say("by {day}", day=language.day(day))
        case NoDate(readings) if readings:
            either = f" {language.say('or')} ".join(language.dates(one.start, one.end) for one in readings)
            return language.say("Date open: {readings}", readings=either)
        case NoDate():
            return language.say("no date given")

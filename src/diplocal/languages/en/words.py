"""The English words of time, as tables; the grammar knows classes of words, the arithmetic knows none.

Keys are lower case.
"""

from typing import Final

from diplocal.phrases.tokens import BREAK, word_set
from diplocal.phrases.tokens import DASHES as JOINING_SIGNS
from diplocal.when import MONTHS as MONTH_NAMES
from diplocal.when import (
    Bound,
    Part,
    PartOfDay,
    Unit,
    Weekday,
    Which,
)


def _numbered(text: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), 1)}


WEEKDAYS: Final = {day.name.lower(): day for day in Weekday}
# Abbreviations that are words of their own (sat, sun, wed) count only beside a date or before a full stop.
SHORT_WEEKDAYS: Final = {
    "mon": Weekday.MONDAY,
    "tue": Weekday.TUESDAY,
    "tues": Weekday.TUESDAY,
    "wed": Weekday.WEDNESDAY,
    "thu": Weekday.THURSDAY,
    "thur": Weekday.THURSDAY,
    "thurs": Weekday.THURSDAY,
    "fri": Weekday.FRIDAY,
    "sat": Weekday.SATURDAY,
    "sun": Weekday.SUNDAY,
}
# In prose these are other words, even with a full stop behind them.
WORDS_THAT_ARE_NO_WEEKDAY: Final = frozenset({"sat", "sun"})
MONTHS: Final = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name.lower()[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
WORDS_THAT_ARE_NO_MONTH: Final = frozenset(
    {"may", "march", "mar", "august", "april", "june", "jun", "jan", "dec", "sept"}
)

NUMBERS: Final = _numbered(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty"""
) | {"a": 1, "an": 1, "thirty": 30}
ORDINALS: Final = _numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth") | {
    "opening": 1,
    "last": -1,
    "final": -1,
    "closing": -1,
    "penultimate": -2,
}
ORDINAL_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})

TODAY: Final = {"today": 0, "tomorrow": 1, "yesterday": -1}
FROM_NOW: Final = frozenset({"now", "today"})
TONIGHT: Final = frozenset({"tonight"})
PARTS_OF_DAY: Final = {
    "morning": PartOfDay.MORNING,
    "afternoon": PartOfDay.AFTERNOON,
    "evening": PartOfDay.EVENING,
    "night": PartOfDay.NIGHT,
    "overnight": PartOfDay.NIGHT,
    "midday": PartOfDay.MIDDAY,
    "lunchtime": PartOfDay.MIDDAY,
    "mornings": PartOfDay.MORNING,
    "afternoons": PartOfDay.AFTERNOON,
    "evenings": PartOfDay.EVENING,
    "nights": PartOfDay.NIGHT,
}
NOON: Final = {"noon": 12, "midnight": 0}
FRACTIONS: Final = {"half": 30, "quarter": 15}
UNITS: Final = {
    "day": Unit.DAY,
    "days": Unit.DAY,
    "week": Unit.WEEK,
    "weeks": Unit.WEEK,
    "weekend": Unit.WEEKEND,
    "month": Unit.MONTH,
    "months": Unit.MONTH,
    "year": Unit.YEAR,
    "years": Unit.YEAR,
}
WINDOW_UNITS: Final = {"week": Unit.WEEK, "weekend": Unit.WEEKEND, "month": Unit.MONTH, "year": Unit.YEAR}
COUNTED_UNITS: Final = {
    **{word: unit for word, unit in UNITS.items() if unit is not Unit.WEEKEND},
    "fortnight": Unit.WEEK,
}
PLURALS: Final = {f"{unit.value}s": unit for unit in Unit}
MIDDLES: Final = {"midweek": Unit.WEEK, "midmonth": Unit.MONTH, "midyear": Unit.YEAR}
WHICH: Final = {"this": Which.THIS, "next": Which.NEXT, "last": Which.LAST, "coming": Which.COMING, "past": Which.PAST}
SHIFTS: Final = {"this": 0, "next": 1, "coming": 1, "last": -1, "past": -1}
PARTS: Final = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "late": Part.LATE,
    "later": Part.LATER,
    "earlier": Part.EARLIER,
}
EARLY_OR_LATE: Final = frozenset({"early", "late"})
PART_NOUNS: Final = {
    "beginning": Part.EARLY,
    "start": Part.EARLY,
    "middle": Part.MID,
    "end": Part.END,
    "close": Part.END,
    "rest": Part.LATER,
    "remainder": Part.LATER,
}
HALVES: Final = {"first": Part.FIRST_HALF, "second": Part.SECOND_HALF, "latter": Part.SECOND_HALF}
# "Thursday next", "Friday last": the word behind the weekday, where nothing follows it.
WHICH_BEHIND: Final = {"next": Which.NEXT, "last": Which.LAST}
FOLLOWING: Final = {"following": 1, "next": 1, "previous": -1, "preceding": -1}
# What a week or month is from the one spoken of: "that week", "the following month".
CHAINED_SHIFTS: Final = FOLLOWING | {"that": 0, "same": 0}
SIDES: Final = {"after": 1, "before": -1}
LATER: Final = {"later": 1, "afterwards": 1, "earlier": -1, "beforehand": -1, "prior": -1}
QUARTERS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
YEARS_OFF: Final = {("after", "next"): 2, ("before", "last"): -2}
DAYS_IN: Final = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}
BOUNDS: Final = {
    "by": Bound.BY,
    "until": Bound.UNTIL,
    "till": Bound.UNTIL,
    "before": Bound.BEFORE,
    "through": Bound.UNTIL,
}

BOUND_PHRASES: Final = {
    ("no", "later", "than"): Bound.BY,
    ("not", "later", "than"): Bound.BY,
    ("on", "or", "before"): Bound.BY,
    ("up", "to"): Bound.UNTIL,
    ("up", "until"): Bound.UNTIL,
}
UNDATED: Final = frozenset(
    {
        ("undated",),
        *((*before, *last) for before in ((), ("date",)) for last in (("tbd",), ("tba",), ("tbc",))),
        *(
            (*before, "to", "be", last)
            for before in ((), ("date",))
            for last in ("determined", "announced", "confirmed", "decided", "set")
        ),
    }
)

ON: Final = frozenset({"on", "for", "to", "since", "after", "from", "starting", "beginning", "during", "over", "at"})
RANGE: Final = frozenset({"to", "through", "thru", "until", "till"})
DASHES: Final[frozenset[str]] = JOINING_SIGNS
CONJUNCTIONS: Final = {"and": "and", "&": "and", "or": "or"}
# What may stand behind a day that a row goes on from; what ends a reference for certain.
JOINTS: Final = frozenset(
    {*RANGE, *DASHES, *CONJUNCTIONS, *PARTS_OF_DAY, ",", "/", "up", "early", "late", "in", "on", "at"}
)
ENDS: Final = frozenset({"", ".", ";", ":", "?", "!", BREAK, ")"})
CLOSES: Final = frozenset({")"})
APOSTROPHES: Final = frozenset("'’ʼ`")
START: Final = frozenset({"from", "starting", "beginning", "commencing", "opening"})
ABOUT: Final = frozenset({"around", "about", "approximately", "roughly", "circa"})

# Behind one of these a weekday is part of a name and no reference to it ("Black Friday").
BEFORE_A_NAMED_WEEKDAY: Final = word_set(
    "black bloody man good ash palm easter super cyber holy whit shrove fat maundy giving"
)
PRESS_NAMES: Final = frozenset(
    ["times", "telegraph", "mirror", "express", "herald", "post", "world", "mail", "sun", "tribune", "independent"]
)

# --- zones that clocks are told in -----------------------------------------------------------------------------------
# An abbreviation is the offset that it says, except those that in use mean "the clocks there".
ZONE_ABBREVIATIONS: Final = {
    "gmt": "+00:00",
    "utc": "+00:00",
    "z": "+00:00",
    "wet": "+00:00",
    "west": "+01:00",
    "bst": "+01:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "sast": "+02:00",
    "eat": "+03:00",
    "wat": "+01:00",
    "cat": "+02:00",
    "kst": "+09:00",
    "jst": "+09:00",
    "sgt": "+08:00",
    "hkt": "+08:00",
    "pht": "+08:00",
    "wib": "+07:00",
    "pkt": "+05:00",
    "npt": "+05:45",
    "aest": "+10:00",
    "aedt": "+11:00",
    "nzst": "+12:00",
    "nzdt": "+13:00",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "et": "America/New_York",
    "ct": "America/Chicago",
    "pt": "America/Los_Angeles",
}

# Said alone behind a time of day: "10 a.m. Eastern".
ZONE_WORDS: Final = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
}

# --- what stands around -----------------------------------------------------------------------------------------------

# Words that may follow "the 26th" where it is a day and not the number of a session.
AFTER_A_DAY: Final = word_set(
    """a after ahead along alongside and as at because before but by during following for from he his her in instead
    into it its local nor of on or our she so than that the their then there they this through till to under until
    we when where which while who will with would said says is was are were has had have not if once since unless
    without both each either neither again also already still only just later next last may must shall should"""
)
VISITS: Final = word_set(
    """visit trip tour stay journey summit meeting conference talks council assembly forum congress ministerial session
    debate retreat consultations dialogue negotiations mission programme program"""
)

OWNERS: Final = frozenset({"a", "an", "the", "his", "her", "their", "its", "our"})
# Verbs after which "from X to Y" is a change of date.
MOVING: Final = word_set(
    "move postpone reschedule delay shift change push put bring defer advance switch adjourn rearrange bump slip"
)
# Verbs of the first and of the last day of a length ("a four-day visit begins on Monday", "ends on Thursday").
BEGINNING: Final = frozenset({"begin", "start", "open"})
ENDING: Final = word_set("end conclude close wrap wind finish round cap complete")


# --- what finding needs -----------------------------------------------------------------------------------------------


# A reference is found by one of these; the parts of a day and the years only beside a word that makes them so.
TRIGGERS: Final = frozenset(
    {*WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *TODAY, *TONIGHT, *UNITS, *ORDINAL_SUFFIXES}
) | word_set("fortnight eve midweek weeklong")
TRIGGER_PARTS: Final = word_set("morning afternoon evening night")
BEFORE_A_PART: Final = word_set("next following previous this last that same the late early")
BEFORE_A_YEAR: Final = word_set("in during since early late mid -")
# "The end of 2025", "the first quarter of 2025".
PARTS_OF_A_YEAR: Final = frozenset({*PART_NOUNS, "half", "quarter"})
# What may stand between the first word of a reference and the word that it was found by.
LEAD: Final = frozenset(
    {*ON, *BOUNDS, *NUMBERS, *ORDINALS, *WHICH, *PARTS, *PART_NOUNS, *FOLLOWING, *PARTS_OF_DAY, *START, *RANGE, *ABOUT}
    | {*DASHES, *APOSTROPHES, *ZONE_ABBREVIATIONS, *ORDINAL_SUFFIXES}
) | word_set(
    """in the that same between and or no not later earlier than within up week few several couple coming of hours hrs
    am pm a p m . : , ( ) local time noon midnight shortly just after before recent o clock + long eve half latter
    small into all very its his her their quarter hours / w b c both inclusive course easter &"""
)
# "Minister May", "Theresa May": where somebody is called so, "of May" and "from May" may mean them; these don't.
BEFORE_A_NAME: Final = word_set("minister theresa mrs ms mr pm secretary premier")
BEFORE_THE_MONTH_OF_MAY: Final = frozenset({"in", "into", "during", "since", "until", "till", *PARTS, "the"})
EVERY: Final = word_set("every each any most")
# A full stop behind these ends no sentence.
ABBREVIATIONS: Final = word_set(
    "mr mrs ms dr prof hon amb smt gen sen gov adm maj capt lt col st "
    "jan feb mar apr jun jul aug sep sept oct nov dec no vs mt"
)
# A sentence may begin with these after an initialism ("in the U.S. He said").
SENTENCE_OPENERS: Final = word_set(
    "he she the it in on they this that but and a an at his her their its we i however after"
)
# Behind these "in three years" is a span looked back on, no date ("the first visit in three years").
SUPERLATIVES: Final = word_set(
    "first second third fourth fifth time times once twice only most highest lowest best worst longest"
)

"""Texts and phrases by a grammar, from any bytes: a fuzzer's, Hypothesis's, or those of a seed.

Each byte decides one step; where they run out, the first alternative is taken, which never leads further. So a shorter
input gives a shorter text, and near inputs give near texts.
"""

import random
import re

GRAMMAR = {
    "weekday": "Thursday|Monday|Tuesday|Wednesday|Friday|Saturday|Sunday|thursday|Wed.|Thurs|Sun|SATURDAY",
    "month": "April|January|May|June|Sept.|December|march|Feb|August",
    "number": "3|1|2|4|7|14|16|26|30|31|32|0|three|two|ten|a|twelve|several|a few|sixteen",
    "nth": "3rd|1st|26th|31st|second|first|last|final|fourth|penultimate",
    "year": "2025|2026|1999|0000|last year|next year|2199",
    "unit": "week|weekend|month|year|day|fortnight",
    "units": "days|weeks|weekends|months|years|hours",
    "which": "next|this|last|coming|past|following|previous|same|this coming",
    "part": "early|late|mid|later|the end of|the beginning of|the first half of|mid-",
    "hours": "morning|evening|afternoon|night|early hours|midday|overnight",
    "date": (
        "3 April|{month} {number}|{number} {month}|the {nth} of {month}|{month} {number}, {year}"
        "|{number} {month} {year}|{weekday}, {number} {month}|{weekday} {number} {month} {year}"
        "|2025-04-03|2025/04/03|03.04.2025|4/3/2025|{month} {nth}|{number} {month} ({weekday})"
        "|{month} {number}, a {weekday}"
    ),
    "key": "[ruling]|[day 2]|[ruling|the visit|the vote|his arrival",
    "day": (
        "{weekday}|tomorrow|today|yesterday|{date}|{which} {weekday}|the {nth}|the {which} {weekday}"
        "|the {which} day|that day|the same day|{number} days ago|{number} days later|in {number} days"
        "|a week from {weekday}|{weekday} week|the day after|the day before|the day after {day}"
        "|the day after {key}|{number} days before {day}|the eve of {day}|the {nth} day of {key}"
        "|day {number} of {key}|{weekday} {which} week|{which} week on {weekday}|later that day"
        "|the {weekday} after {key}|Christmas Day|New Year's Eve|{feast}|{feast} {year}|{weekday}'s"
        "|the {nth} {weekday} of {month}"
        "|{number} weeks from {day}"
    ),
    "feast": "Good Friday|Easter Monday|Whitsun|Pentecost|Thanksgiving|Bastille Day|May Day|Easter|Labor Day",
    "joint": " and | to |-| or |, | \N{EN DASH} | until | through |, and | up to |/| & | and on |, then ",
    "days": (
        "{day}|{day}{joint}{day}|from {day} to {day}|between {day} and {day}|{day}, {day} and {day}"
        "|{day}{joint}{days}|{month} {number}{joint}{number}|{number}{joint}{number} {month}"
        "|both {day} and {day}|either {day} or {day}"
        "|{weekday} and {weekday}, {number} and {number} {month}|the first {number} days of {month}"
        "|from {weekday} {number} to {weekday} {number} {month}"
    ),
    "window": (
        "{which} {unit}|{part} {which} {unit}|in {month}|{part} {month}|in {number} {units}"
        "|{number} {units} ago|the {which} {number} {units}|the week of {day}|the weekend of {day}"
        "|the {unit}|{part} the {unit}|in {year}|{part} {year}|within {number} {units}"
        "|the {unit} after next|recent {units}|{month} {year}|between {part} {month} and {month}"
        "|the {nth} {unit} of {month}|over the {which} {units}|in the next {number} hours"
    ),
    "length": (
        "for {number} days|a {number}-day visit|for {number} days from {day}"
        "|a {number}-day visit to Oslo on {day}|{number} days|a week-long stay|two-week"
        "|{number}-week talks starting {day}|the first {number} days of the visit"
    ),
    "zone": "CET|local time|(local time)|GMT|KST|UTC+9|Korean time|+09:00|Asia/Seoul|(0900 GMT)|ET|Eastern",
    "clock": (
        "10 a.m.|10:30|15:30|noon|midnight|9 p.m.|half past nine|a quarter to ten|1530 GMT|22.30|25:00"
        "|12:75|15h30|{number} o'clock|nine in the evening|0:00"
    ),
    "time": (
        "{clock}|{clock} {zone}|at {clock}|{clock}-{clock}|from {clock} to {clock} {zone}|around {clock}"
        "|{hours}|in the {hours}|shortly after {clock}|{hours} {zone}"
    ),
    "timed": (
        "{days} at {clock}|{time} on {days}|{day} {hours}|{clock} {day}|the {hours} of {day}|this {hours}"
        "|tonight|that {hours}|the {which} {hours}|{days} ({zone})|{days}, {time}"
        "|{day} {hours} at {number}|{hours} {days}"
    ),
    "deadline": (
        "by {days}|until {window}|before {day}|no later than {day}|by the end of {window}|up to {days}|till {timed}"
    ),
    "phrase": (
        "{day}|{days}|{window}|{timed}|{length}|{deadline}|on {days}|in {window}|for {days}|{phrase}{joint}{phrase}"
    ),
    "who": "The minister|Envoys|They|Rubio|The talks|U.S. officials|Minister May|Theresa May|A spokesman",
    "verb": (
        "will meet|met|said|is to visit|had been due to meet|would see|arrived in Oslo for"
        "|postponed talks from|may open|plans to announce|march|has held|ends|cancelled|to sign"
        "|was moved from"
    ),
    "behind": (
        "|.|, he said {day}.| in Brussels.| (local time).|; then {phrase}.|, the foreign ministry said.|?"
        "|: {phrase}|, which is {day} in Seoul.|(|)|\N{EM DASH}{phrase}| after {phrase}| ahead of the vote."
    ),
    "sentence": (
        "{who} {verb} {phrase}{behind}|{phrase}{behind}|{who} {verb} her guests on {phrase}{behind}"
        "|\u201c{who} {verb} {phrase},\u201d {who} {verb} {phrase}{behind}|BRUSSELS (Wire), {date} - {sentence}"
        "|{phrase}: {who} {verb}{behind}"
    ),
    "gap": " |\n|\n\n|  |",
    "text": "{sentence}|{sentence}{gap}{sentence}|{sentence}{gap}{text}",
}
"""Each name and its alternatives; `{name}` stands for one of its own."""

_FIELD = re.compile(r"\{(\w+)\}")
_ALTERNATIVES = {
    name: [_FIELD.split(said) for said in alternatives.split("|")] for name, alternatives in GRAMMAR.items()
}
"""The same in pieces: text as it stands and names take turns."""
_SIGNS = [*" \n,.-()/:'\"[&", "\u00a0", "\u2019", "\u2013", "\x00", "\ud800", "e\u0301", "İ", "²", "٣", "ß", "\u2028"]
_LONGEST = 2000


def bytes_of(seed: int) -> bytes:
    """The input of a seed, the same everywhere."""
    return random.Random(seed).randbytes(60)


class Choices:
    """Bytes as decisions.

    Args:
        data: each byte decides one step; behind the last one every decision falls on the first option.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._next = 0

    def below(self, count: int) -> int:
        """A number from 0 up to `count`, exclusive."""
        if self._next >= len(self._data):
            return 0
        self._next += 1
        return self._data[self._next - 1] % count

    def written(self, name: str) -> str:
        """Write out one of the alternatives of a name of the grammar, then perhaps damage it."""
        text = self._expanded(name)
        for _ in range(self.below(8) // 5 * self.below(4)):
            text = self._damaged(text)
        return text

    def _expanded(self, name: str) -> str:
        alternatives = _ALTERNATIVES[name]
        # Every first alternative ends, and where much is written already nothing else is taken.
        said = alternatives[self.below(len(alternatives)) if self._next < _LONGEST else 0]
        return "".join([self._expanded(piece) if k % 2 else piece for k, piece in enumerate(said)])

    def _damaged(self, text: str) -> str:
        """Leave out, repeat or glue words, put a sign between them, or change their letters."""
        words = text.split(" ")
        at = self.below(len(words))
        match self.below(6):
            case 0:
                words[at : at + 1] = []
            case 1:
                words[at:at] = [words[self.below(len(words))]]
            case 2:
                words[at : at + 2] = ["".join(words[at : at + 2])]
            case 3:
                words[at] += _SIGNS[self.below(len(_SIGNS))]
            case 4:
                words[at] = words[at].upper()
            case _:
                words[at:at] = words[at:] * 2
        return " ".join(words)[:_LONGEST]
